"""Gathering what a proposal must know about a circle: every record once, made into the plain values of a question."""

import datetime as dt
from dataclasses import dataclass

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.evening import offers
from netwerkberaad.domain.proposing import reading
from netwerkberaad.domain.proposing.question import Helper, Moment, Question
from netwerkberaad.domain.safety import open_shapes, week_of_floors
from netwerkberaad.domain.safety.checking import days_of
from netwerkberaad.domain.taking_part.carrying import Boundary, Carrying
from netwerkberaad.domain.week import day_parts, roster, when
from netwerkberaad.domain.week.carrying_load import OR_MORE

MOST_WEEKS = 26


@dataclass(frozen=True)
class Gathered:
    """A Question and what is needed to put its answer in words: names and tasks by their numbers, the regular shifts by
    theirs, the floors (records) in the order of the question, and {person: [what they offered]}."""

    question: Question
    names: dict
    tasks: dict
    shifts: dict
    floors: tuple
    offered: dict


def question_of(circle, monday, *, today):
    """The Question of this circle about the week of this Monday."""
    return gathered(circle, monday, today=today).question


def gathered(circle, monday, *, today):
    """All that a proposal for the week of this Monday must know: as many questions to the database for one person and
    one shift as for forty. What somebody keeps to themselves is only used to leave them out."""
    ours, shifts, said = plan.plan_of(circle), roster.shifts_of(circle), yes.said_in(circle)
    people = {person.id: person for person in people_of(circle)}
    known = week_of_floors.known_of(circle, shifts=shifts, said=said, ours=ours)
    rules = tuple(known.rules[floor.id] for floor in known.floors) if known else ()
    weeks = _weeks(ours, monday)
    willing = _Willing(circle, people, shifts, said, rules)
    moments = [
        moment for shift in shifts if shift.starts for moment in _moments_of(shift, said, weeks, monday, willing)
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
        situations=known.situations if known else (),
        monday=monday,
        household=frozenset(one.id for one in people.values() if one.household or one.ring == 0),
        **dates,
    )
    tasks = {task.id: task for task in roster.tasks_of(circle)}
    shapes = tuple(_shapes(question, shifts, weeks, willing))
    return Gathered(
        question=Question(**{**vars(question), "moments": question.moments + shapes}),
        names={one.id: one.name for one in people.values()},
        tasks=tasks,
        shifts={shift.id: shift for shift in shifts},
        floors=tuple(known.floors) if known else (),
        offered=willing.offered,
    )


def _weeks(ours, monday):
    """The Mondays of the weeks that the plan lasts, and the one that is looked at in any case."""
    first = when.monday(ours.start) if ours.start else monday
    last = ours.end if ours.start else monday + dt.timedelta(weeks=ours.weeks)
    mondays = [first + dt.timedelta(weeks=n) for n in range(MOST_WEEKS) if first + dt.timedelta(weeks=n) <= last]
    return mondays if monday in mondays else [*mondays, monday]


def _moments_of(shift, said, weeks, monday, willing):
    """The moments of a regular shift, one for each weekday on which it falls."""
    falls, days = roster.when_of(shift), {}
    for number, week in enumerate(weeks):
        for day in when.dates(falls, week, week + when.A_DAY * 6):
            days.setdefault(day.weekday(), set()).add(number)
    agreed = roster.state_of(shift, said) == "accepted"
    # Whom the program proposed, and who did not answer yet, can still be somebody else.
    earlier = shift.person_id if shift.because and not agreed else None
    beside = None if earlier and not roster.answer_of(shift, "companion", said) else shift.companion_id
    for day, in_weeks in sorted(days.items()):
        yield willing.moment(
            shift.task,
            day,
            shift.starts,
            shift=shift.id,
            minutes=shift.minutes,
            weeks=frozenset(in_weeks),
            person=None if earlier else shift.person_id,
            companion=beside,
            agreed=agreed,
            earlier=earlier,
            elsewhere=weeks.index(monday) not in in_weeks,
        )


def _shapes(question, shifts, weeks, willing):
    """The moments that a floor asks for on days on which too few stand, at the time at which others do this."""
    plan_now = question.plan_with()
    for floor in question.floors:
        usual = open_shapes.usual(floor.tag, shifts) if floor.kind == "coverage" else None
        for day in days_of(floor, plan_now, question.monday) if usual else ():
            there = sum(m.tag == floor.tag and question.date_of(m) == day for _, m in question.shown)
            for _ in range(floor.min_per_day - there):
                every = {"minutes": usual.minutes, "weeks": frozenset(range(len(weeks)))}
                yield willing.moment(usual.task, day.weekday(), usual.starts, shift=None, **every)


class _Willing:
    """Who offered help, and what each of them may be asked for."""

    def __init__(self, circle, people, shifts, said, rules):
        made = offers.offers_of(circle)
        self.names = frozenset(word for one in people.values() for word in reading.words_of(one.name))
        self.offered, self.rules, self.people = {}, rules, people
        for offer in made:
            if offer.kind == "can":
                self.offered.setdefault(offer.person_id, []).append(offer.what)
        busy = {shift.person_id for shift in shifts if roster.state_of(shift, said) == "accepted"}
        counting = {who for rule in rules for who in rule.trusted}
        self.who = tuple(
            one.id for one in people.values() if _may_be_asked(one) and one.id in set(self.offered) | busy | counting
        )
        self.only_counting = counting - set(self.offered) - busy
        self.carries = {row.person_id: row for row in Carrying.select().where(Carrying.person.in_(self.who))}
        self.boundaries = {}
        standing = (Boundary.circle == circle, Boundary.taken_back_at.is_null())
        for who, what in Boundary.select(Boundary.person, Boundary.what).where(*standing).tuples():
            self.boundaries.setdefault(who, []).append(what)

    def most(self, who):
        most = self.carries[who].max_per_week if who in self.carries else None
        return None if most == OR_MORE else most

    def moment(self, task, day, starts, *, minutes, companion=None, **fields):
        about = reading.about_task(task.what, task.tag, names=self.names)
        free = [who for who in self.who if not day_parts.touched(day, starts, minutes) & self._cannot(who)]
        likes = {who for who in free if self._likes(who, about, day)}
        rules = [rule for rule in self.rules if rule.tag == task.tag and str(day) in rule.days]
        never = {rule.person for rule in rules if rule.kind == "never_task"}
        counted = {who for rule in rules if rule.kind == "coverage" for who in rule.trusted}
        kept = {who: self._kept_from(who, about, task.what) for who in free}
        may = {who for who in free if kept[who] != reading.ALWAYS and who not in never}
        asked = {who for who in may if who not in self.only_counting or who in counted}
        able = {who for who in asked if self.people[who].is_adult or who in likes}
        hour, minute = map(int, starts.split(":"))
        return Moment(
            task=task.id,
            tag=task.tag,
            day=day,
            starts=hour * 60 + minute,
            minutes=minutes,
            companion=companion,
            able=frozenset(who for who in able if companion or kept[who] != reading.ONLY_ALONE),
            likes=frozenset(likes & able),
            not_alone=frozenset(rule.person for rule in rules if rule.kind == "companion"),
            beside=frozenset(who for who in asked if self.people[who].is_adult),
            **fields,
        )

    def _cannot(self, who):
        return frozenset(self.carries[who].cannot.split()) if who in self.carries else frozenset()

    def _likes(self, who, about, day):
        return any(reading.offers_this(what, about, day, names=self.names) for what in self.offered.get(who, ()))

    def _kept_from(self, who, about, what):
        """The strictest of what this person would rather not do, beside this task."""
        whole = reading.words_of(what)
        found = {
            reading.keeps_from(words, about, whole=whole, names=self.names) for words in self.boundaries.get(who, ())
        }
        return next((kind for kind in (reading.ALWAYS, reading.ONLY_ALONE) if kind in found), "")


def _may_be_asked(person):
    """Whom a proposal may name: not the family in the middle, children under 12, professionals, nor whoever sees only
    their own tasks or was only suggested."""
    at_home = person.household or person.ring == 0
    return not (at_home or person.is_child or person.is_professional) and (
        person.visibility == "circle" and person.status != "suggested"
    )
