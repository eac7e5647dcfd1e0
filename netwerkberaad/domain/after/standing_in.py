"""Standing in (invallen): for a date that somebody cancelled, who is asked now, and who takes it over."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.proposing.willing import Anybody
from netwerkberaad.domain.safety import checking, week_of_floors
from netwerkberaad.domain.week import away, cancelling, roster
from netwerkberaad.domain.week.cancelling import Cancellation
from netwerkberaad.domain.week.shift import Shift

LONGEST_ALONE = dt.timedelta(hours=12)
CAN_LAPSE = dt.timedelta(hours=24)
CALL_NOW = dt.timedelta(hours=3)


@dataclass(frozen=True)
class Sought:
    """Somebody is looked for, for one part (person, companion) of one date.

    first: the number of the named stand-in while they alone are asked; None: everybody who may do it is."""

    shift: Shift
    part: str
    cancellation: Cancellation
    first: int | None = None


def sought(shifts, said, absent=(), tired=frozenset(), *, now):
    """[Sought] of these dates that are not over yet. One question to the database; none when nobody is looked for.

    shifts: shift.on_dates; said: yes.said_in(circle); absent: away.away_in(circle, today); tired:
    still_going.too_much_in(circle): the named stand-in is asked first unless they are one of these."""
    open_parts = [(one, *part) for one in shifts if one.ends > now for part in one.looks_for.items()]
    declined = cancelling.declined_in([row.id for *_, row in open_parts])
    return [
        Sought(
            one,
            part,
            row,
            _first(one, part, row, said, declined.get(row.id, set()) | away.who(absent, one.day) | tired, now),
        )
        for one, part, row in open_parts
    ]


def first_until(cancelled_at, begins):
    """Until when the named stand-in alone is asked: half of the time that is left, at most twelve hours."""
    return cancelled_at + min(LONGEST_ALONE, (begins - cancelled_at) / 2)


def may_take_over(circle, looking, shifts, said, absent=(), *, plan):
    """{cancellation id: the numbers of who may take that date over}, apart from who said they cannot either.

    Nobody is asked for what they would rather not do, when they cannot or are away, while they do something else, or
    for what was agreed not to be theirs; somebody whose turn counts for what must always hold is replaced by whose turn
    counts too.
    How often a week fits them is theirs to weigh. Who is not among them, and why, is nobody's to read.

    looking: [Sought]; shifts: every date around them (shift.on_dates); plan: plan.plan_of(circle)."""
    if not looking:
        return {}
    regular, people = [one.regular for one in shifts], {one.id: one for one in people_of(circle)}
    known = week_of_floors.known_of(circle, shifts=regular, said=said, ours=plan)
    earliest = min(one.shift.day for one in looking)
    rules = [rule for rule in known.rules.values() if not rule.last or rule.last >= earliest] if known else []
    willing = Anybody(circle, people, regular, said, rules)
    nobody = checking.Plan((), known.people, known.situations) if known else None
    declined = cancelling.declined_in([one.cancellation.id for one in looking])
    found = {}
    for one in looking:
        not_there = _busy(one.shift, shifts) | away.who(absent, one.shift.day)
        may = _able(willing, one) - not_there - declined.get(one.cancellation.id, set())
        for rule in rules:
            counts = partial(checking.would_count, rule, nobody, day=one.shift.day)
            if _covers(rule, one.shift) and counts(person=one.cancellation.person_id):
                may = {who for who in may if counts(person=who)}
        found[one.cancellation.id] = may - {one.cancellation.person_id, one.shift.person, one.shift.companion}
    return found


def asked(person, looking, may):
    """[Sought] that this person (their number) is asked for now. may: may_take_over."""
    return [
        one
        for one in looking
        if one.first == person or (one.first is None and person in may.get(one.cancellation.id, ()))
    ]


def may_lapse(one, is_floor, *, now):
    """Whether «Laat vervallen» can be said: within a day before it begins, and never of what must always be there."""
    return not is_floor and one.part == "person" and one.shift.begins - now <= CAN_LAPSE


def on_a_floor(rules, one):
    """Whether this date counts for something that must always hold: then it cannot simply lapse (R3)."""
    return any(_covers(rule, one.shift) for rule in rules)


def stand_in_of(one, said):
    """The number of whoever was named to stand in on this date (shift.Shift) and said yes to that, or None."""
    return one.regular.stand_in_id if roster.answer_of(one.regular, "stand_in", said) else None


def _first(one, part, row, said, declined, now):
    named = stand_in_of(one, said) if part == "person" else None
    is_asked = named and named not in declined and named not in (row.person_id, one.companion)
    return named if is_asked and now < first_until(row.at, one.begins) else None


def _able(willing, one):
    regular = one.shift.regular
    moment = willing.moment(
        regular.task, one.shift.day.weekday(), regular.starts, shift=regular.id, minutes=regular.minutes,
        companion=one.shift.companion,
    )  # fmt: skip
    if one.part == "companion":
        return set(moment.beside)
    return set(moment.able) if one.shift.companion else set(moment.able - moment.not_alone)


def _busy(one, shifts):
    """Who stands somewhere else at that time."""
    meanwhile = [other for other in shifts if other.begins < one.ends and one.begins < other.ends and other != one]
    return {who for other in meanwhile for who in (other.person, other.companion) if other.state != "lapsed"}


def _covers(rule, one):
    return rule.kind == "coverage" and rule.tag == one.regular.task.tag and checking.holds(rule, one.day)
