"""Gathering what a proposal must know about a circle: every record once, made into the plain values of a question."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from netwerkberaad.domain import yes
from netwerkberaad.domain.after import still_going
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.proposing.question import Helper, Question
from netwerkberaad.domain.proposing.willing import Willing
from netwerkberaad.domain.safety import open_shapes, week_of_floors
from netwerkberaad.domain.safety.checking import days_of, would_count
from netwerkberaad.domain.week import away, roster, when

MOST_WEEKS = 27  # a plan of 26 weeks may begin in the middle of one


@dataclass(frozen=True)
class Gathered:
    """A Question and what is needed to put its answer in words: names and tasks by their numbers, the regular shifts by
    theirs, the floors (records) in the order of the question, {person: [what they offered]}, and the words of all names
    and of those of the family's children."""

    question: Question
    names: dict
    tasks: dict
    shifts: dict
    floors: tuple
    offered: dict
    words: frozenset = frozenset()
    kids: frozenset = frozenset()


def gathered(circle, monday, *, today, clock=""):
    """All that a proposal for the week of this Monday must know: as many questions to the database for one person and
    one shift as for forty. What somebody keeps to themselves is only used to leave them out.

    clock: the local time "19:00" on `today`; what began by then is not to come any more."""
    ours, shifts, said = plan.plan_of(circle), roster.shifts_of(circle), yes.said_in(circle)
    people = {person.id: person for person in people_of(circle)}
    known = week_of_floors.known_of(circle, shifts=shifts, said=said, ours=ours)
    rules = tuple(known.rules[floor.id] for floor in known.floors) if known else ()
    weeks = _weeks(ours, monday)
    willing = Willing(
        circle,
        people,
        shifts,
        said,
        [rule for rule in rules if not rule.last or rule.last >= today],
        resting=still_going.too_much_in(circle, now=dt.datetime.combine(today, dt.time(), when.AMSTERDAM)),
    )
    said_no, absent = yes.declined_in(circle), away.away_in(circle, today)

    def free_for(moment):
        """The same moment without who is away on all its dates to come."""
        dates = [week + when.A_DAY * moment.day for number, week in enumerate(weeks) if number in moment.weeks]
        gone = [away.who(absent, date) for date in dates if date >= today] if absent else []
        always = set.intersection(*gone) if gone else set()
        return _without(moment, always, always)

    moments = [
        _without(free_for(moment), *(roster.declined(shift, part, said_no) for part in ("person", "companion")))
        for shift in shifts
        if shift.starts
        for moment in _moments_of(shift, said, weeks, monday, _first_to_come(shift, today, clock), willing)
    ]
    seen = known.people if known else {one.id: week_of_floors.seen(one) for one in people.values()}
    dates = {"first": ours.start, "last": ours.end} if ours.start else {}
    question = Question(
        moments=tuple(moments),
        helpers=tuple(
            Helper(who, willing.most(who), [ours.contact_person_id, ours.cancel_with_id].count(who))
            for who in willing.who
        ),
        floors=rules,
        people=seen,
        situations=_newest(known.situations) if known else (),
        monday=monday,
        household=frozenset(one.id for one in people.values() if one.household or one.ring == 0),
        **dates,
    )
    tasks = {task.id: task for task in roster.tasks_of(circle)}
    shapes = tuple(free_for(shape) for shape in _shapes(question, shifts, weeks, willing, today))
    return Gathered(
        question=replace(question, moments=question.moments + shapes),
        names={**(known.names if known else {}), **{one.id: one.name for one in people.values()}},
        tasks=tasks,
        shifts={shift.id: shift for shift in shifts},
        floors=tuple(known.floors) if known else (),
        offered=willing.offered,
        words=willing.names,
        kids=willing.kids,
    )


def _newest(situations):
    """A proposal is about days to come: whoever is asked knows what is going on now, whatever was told before."""
    return tuple((dt.date.min, number) for _, number in situations[-1:])


def _weeks(ours, monday):
    """The Mondays of the weeks that the plan lasts, and the one that is looked at in any case."""
    first = when.monday(ours.start) if ours.start else monday
    last = ours.end if ours.start else monday + dt.timedelta(weeks=ours.weeks)
    mondays = [first + dt.timedelta(weeks=n) for n in range(MOST_WEEKS) if first + dt.timedelta(weeks=n) <= last]
    return mondays if monday in mondays else [*mondays, monday]


def _first_to_come(shift, today, clock):
    return today if shift.starts > clock else today + when.A_DAY


def _moments_of(shift, said, weeks, monday, first, willing):
    """The moments of a regular shift, one for each weekday on which it falls. What has gone by for good only counts in
    the week that is looked at, when somebody had said yes to it."""
    falls, days, to_come = roster.when_of(shift), {}, set()
    for number, week in enumerate(weeks):
        for day in when.dates(falls, week, week + when.A_DAY * 6):
            days.setdefault(day.weekday(), set()).add(number)
            to_come |= {day.weekday()} if day >= first else set()
    agreed = roster.state_of(shift, said) == "accepted"
    # Whom the program proposed, and who did not answer yet, can still be somebody else. It only adds a companion for
    # who should not be alone: beside anybody else people named them.
    earlier = shift.person_id if shift.by_program and not agreed else None
    is_added = earlier in willing.not_alone(shift.task.tag) and not roster.answer_of(shift, "companion", said)
    beside = None if is_added else shift.companion_id
    some_days = any(weeks.index(monday) not in days[day] for day in to_come)
    here = {day for day, in_weeks in days.items() if agreed and weeks.index(monday) in in_weeks}
    for day, in_weeks in sorted((day, days[day]) for day in to_come | here):
        moment = willing.moment(
            shift.task,
            day,
            shift.starts,
            shift=shift.id,
            minutes=shift.minutes,
            weeks=frozenset(in_weeks),
            repeat=shift.repeat,
            first_day=shift.first_day,
            person=None if earlier else shift.person_id,
            companion=beside,
            stand_in=shift.stand_in_id,
            agreed=agreed,
            earlier=earlier,
            elsewhere=weeks.index(monday) not in in_weeks,
            gone=day not in to_come,
        )
        # Who goes along does so on all days: where this week does not show them all, it is asked in another one.
        yield replace(moment, beside=frozenset()) if some_days and moment.lacks_companion else moment


def _without(moment, does_not, not_beside):
    """The same moment, for which nobody is asked who said «Liever anders» to it."""
    able, likes = moment.able - does_not, moment.likes - does_not
    return replace(moment, able=able, likes=likes, beside=moment.beside - not_beside)


def _shapes(question, shifts, weeks, willing, today):
    """The moments that floors ask for on days on which too few stand of which the turn counts or is still open, at the
    time at which others do this. One moment can serve two floors; none comes on top of what is covered already."""
    plan_now, asked = question.plan_with(), {}
    for floor in question.floors:
        usual = open_shapes.usual(floor.tag, shifts) if floor.kind == "coverage" else None
        days = days_of(floor, plan_now, question.monday) if usual else ()
        holds = {date for week in weeks if days for date in days_of(floor, plan_now, week)}
        for day in days:
            here = [m for m in question.moments if m.tag == floor.tag and m.day == day.weekday()]
            there = [m.weeks for m in here if m.person is None or would_count(floor, plan_now, m.person, day)]
            short = asked.setdefault((floor.tag, day), (usual, Counter()))[1]
            for number, week in enumerate(weeks):
                date = week + when.A_DAY * day.weekday()
                if date in holds:
                    short[date] = max(short[date], floor.min_per_day - sum(number in falls for falls in there))
    for (_, day), (usual, short) in asked.items():
        for number in range(1, short[day] + 1):
            lacking = {date for date, many in short.items() if many >= number}
            falls = _as_often_as_helps(day, lacking, set(short) - lacking, today)
            if falls is None:
                continue
            yield willing.moment(
                usual.task,
                day.weekday(),
                usual.starts,
                shift=None,
                minutes=usual.minutes,
                weeks=frozenset(n for n, week in enumerate(weeks) if when.dates(falls, week, week + when.A_DAY * 6)),
                repeat=falls.repeat,
                first_day=falls.first_day,
            )


def _as_often_as_helps(day, lacking, covered, today):
    """How a moment on this date repeats: of the ways that never come on top of what is covered, the one that helps on
    most of the days to come; None when none does."""
    on, every_other = str(day.weekday()), "odd" if day.isocalendar().week % 2 else "even"
    ways = (
        when.When(on),
        when.When(on, "fortnightly", when.monday(day)),
        when.When(on, every_other),
        when.When(on, "once", day),
    )

    def on_days(way, these):
        return [date for date in these if date >= today and when.dates(way, date, date)]

    helping = [way for way in ways if on_days(way, lacking) and not on_days(way, covered)]
    return max(helping, key=lambda way: len(on_days(way, lacking)), default=None)
