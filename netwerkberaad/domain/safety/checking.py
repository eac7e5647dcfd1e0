"""Does a week meet what must always hold (R3)? Pure functions over plain values: as planned, and as actually done."""

import datetime as dt
from dataclasses import dataclass, field
from operator import attrgetter

A_DAY = dt.timedelta(days=1)
MET, AT_RISK, NOT_MET, UNKNOWN = "met", "at_risk", "not_met", "unknown"
STANDS = frozenset(("accepted", "taken_over", "plan_b", "done"))
DONE = frozenset(("done",))
AGREED_WITH = ("coverage", "min_people")  # the kinds for which it is agreed who counts
ALONE = "alone"


@dataclass(frozen=True)
class Somebody:
    """One person as the checker sees them. knows: the numbers of the situation texts they know (3.7)."""

    adult: bool = True
    household: bool = False
    professional: bool = False
    knows: frozenset = frozenset()


@dataclass(frozen=True)
class Turn:
    """One date of a shift. person, companion: their numbers; a companion stands here only when they said yes.

    state: proposed, accepted, taken_over, plan_b, alone (see alone.reopened), done or cancelled."""

    day: dt.date
    tag: str
    person: int | None
    state: str = "accepted"
    companion: int | None = None


@dataclass(frozen=True)
class Floor:
    """What must always hold. kind: coverage, companion, min_people or never_task.

    tag         the turns it is about; person: whom it is about (companion, never_task)
    days        weekdays as digits, Monday = 0
    min_people  how many take turns in a week (coverage), or know what is going on (min_people)
    max_share   at most this share of the days by one and the same person, in hundredths
    trusted     whose turns count: agreed aloud for this floor only, never a label on a person
    counted     [(person, until which date)] whose turns counted before that date, and do not any more
    first, last the local dates between which it holds; last None: until it is ended
    """

    kind: str
    tag: str = ""
    person: int | None = None
    days: str = "0123456"
    min_per_day: int = 1
    min_people: int = 1
    max_share: int = 100
    trusted: frozenset = frozenset()
    counted: tuple = ()
    count_professionals: bool = False
    first: dt.date = dt.date.min
    last: dt.date | None = None


@dataclass(frozen=True)
class Plan:
    """All that the checker reads. situations: [(from which local date, number)], the oldest first."""

    turns: tuple
    people: dict
    situations: tuple = ()
    first: dt.date = dt.date.min
    last: dt.date = dt.date.max
    by_day: dict = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        days = {}
        for turn in self.turns:
            days.setdefault((turn.tag, turn.day), []).append(turn)
        object.__setattr__(self, "by_day", days)


@dataclass(frozen=True)
class Short:
    """A day (None: the week as a whole) on which it does not hold, and the nearest reason.

    why: nobody, cannot_count (too young, of the household, there for their work), not_agreed, does_not_know,
    not_said_yes, too_few, not_confirmed, no_turns (too few people take turns), too_much_by_one, alone (no companion),
    not_this (a task they should not have), too_few_know; who: the numbers of the people it is about; many: how many
    there are already (too_few_know)."""

    day: dt.date | None
    why: str
    who: tuple = ()
    many: int = 0


@dataclass(frozen=True)
class Finding:
    """met, at_risk (gaps lie ahead only), not_met or unknown (nobody said yet whether it was done)."""

    status: str
    short: tuple = ()


def planned(floor, plan, monday, *, today):
    """How this floor stands in the week of this Monday, as planned: yeses count, also for days gone by."""
    return _check(floor, plan, monday, today, STANDS)


def actual(floor, plan, monday, *, today):
    """The same as it really went: a turn on a day gone by counts only when it was done; silence is unknown."""
    return _check(floor, plan, monday, today, DONE)


def would_count(floor, plan, person, day):
    """Whether a turn of this person on this date counts for the floor, once they said yes to it."""
    return (
        is_trusted(floor, person, day)
        and may_count(floor, plan, person)
        and _knew(plan, person, situation_on(plan, day))
    )


def is_trusted(floor, person, day):
    """Whether it was agreed that turns of this person count on this date."""
    return person in floor.trusted or any(who == person and day < until for who, until in floor.counted)


def holds(rule, day):
    """Whether this rule asks something of this date."""
    return rule.first <= day <= (rule.last or dt.date.max) and str(day.weekday()) in rule.days


def has_company(people, turn):
    beside = people.get(turn.companion)
    return beside is not None and turn.companion != turn.person and beside.adult


def _check(floor, plan, monday, today, counts_when_past):
    days = days_of(floor, plan, monday)
    if not days:
        return Finding(MET)
    return _KINDS[floor.kind](floor, plan, days, today, counts_when_past)


def days_of(floor, plan, monday):
    """The dates of this week on which the floor holds: within the plan and between its own dates."""
    week = (monday + A_DAY * n for n in range(7))
    return [day for day in week if plan.first <= day <= plan.last and holds(floor, day)]


def _coverage(floor, plan, days, today, counts_when_past):
    short, silent, came = [], [], {}
    for day in days:
        counts = counts_when_past if day < today else STANDS
        who = {turn.person for turn in _turns(plan, floor, day) if _counts(floor, plan, turn, counts)}
        if len(who) < floor.min_per_day:
            planned_for = {turn.person for turn in _turns(plan, floor, day) if _counts(floor, plan, turn, STANDS)}
            if len(planned_for) >= floor.min_per_day:
                silent.append(Short(day, "not_confirmed", tuple(sorted(planned_for - who))))
            else:
                short.append(_why(floor, plan, day, who))
        for person in who:
            came[person] = came.get(person, 0) + 1
    if any(gap.day < today for gap in short):
        return Finding(NOT_MET, tuple(sorted(short + silent, key=attrgetter("day"))))
    if silent:
        return Finding(UNKNOWN, tuple(sorted(short + silent, key=attrgetter("day"))))
    if short:
        return Finding(AT_RISK, tuple(short))
    turns = _taking_turns(floor, days, came)
    return Finding(NOT_MET, turns) if turns else Finding(MET)


def _taking_turns(floor, days, came):
    """Why this is no taking turns, or nothing: too few different people, or one of them on too many days."""
    missing = []
    if len(came) < min(floor.min_people, len(days)):
        missing.append(Short(None, "no_turns", tuple(sorted(came))))
    most = max(1, floor.max_share * len(days) // 100)
    too_often = tuple(sorted(person for person, times in came.items() if times > most))
    if too_often:
        missing.append(Short(None, "too_much_by_one", too_often))
    return tuple(missing)


def _companion(floor, plan, days, today, counts_when_past):
    def alone(turn):
        return not has_company(plan.people, turn)

    return _nowhere(floor, plan, days, today, counts_when_past, "alone", alone)


def _never_task(floor, plan, days, today, counts_when_past):
    return _nowhere(floor, plan, days, today, counts_when_past, "not_this", lambda turn: True)


def _nowhere(floor, plan, days, today, counts_when_past, why, wrong):
    """Turns of this person that should not be so: not met once one has gone by, at risk while they lie ahead.

    A proposed turn is wrong too: it should not stand there. As it really went, a turn gone by that nobody said was
    done is unknown, and one that was never agreed did not happen."""
    theirs = [turn for day in days for turn in _turns(plan, floor, day) if turn.person == floor.person]
    short, silent = [], []
    for turn in theirs:
        happened = turn.state != "cancelled"
        if turn.day < today and counts_when_past is DONE:
            happened = turn.state in DONE
            if turn.state in (STANDS - DONE) | {ALONE}:
                silent.append(Short(turn.day, "not_confirmed", (turn.person,)))
        if happened and wrong(turn):
            short.append(Short(turn.day, why, (turn.person,)))
    gaps = tuple(sorted(short + silent, key=attrgetter("day")))
    if any(gap.day < today for gap in short):
        return Finding(NOT_MET, gaps)
    if silent:
        return Finding(UNKNOWN, gaps)
    return Finding(AT_RISK, gaps) if short else Finding(MET)


def _min_people(floor, plan, days, today, counts_when_past):
    """Whether enough people know the text of the last day that was reached: today's, or that of a week gone by.

    While nothing was told, nobody can know it. Where too few do, it is not met once a day went by on which too few knew
    the text of that day, and a risk until then: a new text lies ahead of everybody first."""

    def knowing(day):
        number = situation_on(plan, day)
        agreed = floor.trusted | {who for who, until in floor.counted if day < until}
        able = [person for person in agreed if number is not None and may_count(floor, plan, person)]
        return {person for person in able if _knew(plan, person, number)}

    know = knowing(max(days[0], min(today, days[-1])))
    if len(know) >= floor.min_people:
        return Finding(MET)
    missing = (Short(None, "too_few_know", tuple(sorted(floor.trusted - know)), len(know)),)
    was_short = any(day < today and len(knowing(day)) < floor.min_people for day in days)
    return Finding(NOT_MET if was_short else AT_RISK, missing)


_KINDS = {"coverage": _coverage, "companion": _companion, "min_people": _min_people, "never_task": _never_task}


def _turns(plan, floor, day):
    return plan.by_day.get((floor.tag, day), ())


def _counts(floor, plan, turn, states):
    return turn.state in states and would_count(floor, plan, turn.person, turn.day)


def may_count(floor, plan, person):
    somebody = plan.people.get(person)
    counts = somebody is not None and somebody.adult and not somebody.household
    return counts and (floor.count_professionals or not somebody.professional)


def situation_on(plan, day):
    """The number of the situation text that was valid on this day; None before there was one."""
    return next((number for since, number in reversed(plan.situations) if since <= day), None)


def _knew(plan, person, number):
    return number is None or number in plan.people[person].knows


def _why(floor, plan, day, who):
    """The nearest reason why this day falls short: who almost counted comes before nobody at all."""
    if who:
        return Short(day, "too_few", tuple(sorted(who)))
    there = [turn for turn in _turns(plan, floor, day) if turn.person is not None and turn.state != "cancelled"]
    number = situation_on(plan, day)
    agreed = [turn for turn in there if is_trusted(floor, turn.person, day) and may_count(floor, plan, turn.person)]
    alone = _who(turn for turn in agreed if turn.state == ALONE)
    unsaid = _who(turn for turn in agreed if turn.state not in STANDS | {ALONE})
    unaware = _who(turn for turn in agreed if turn.state in STANDS and not _knew(plan, turn.person, number))
    able = _who(t for t in there if not is_trusted(floor, t.person, day) and may_count(floor, plan, t.person))
    others = _who(turn for turn in there if not may_count(floor, plan, turn.person))
    reasons = (
        ("alone", alone),
        ("does_not_know", unaware),
        ("not_said_yes", unsaid),
        ("not_agreed", able),
        ("cannot_count", others),
    )
    return next((Short(day, why, whom) for why, whom in reasons if whom), Short(day, "nobody"))


def _who(turns):
    return tuple(sorted({turn.person for turn in turns}))
