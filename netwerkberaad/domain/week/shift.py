"""A beurt: one date of a regular shift, as it stands that day: who does it, who goes along, and how it went."""

import datetime as dt
from dataclasses import dataclass, field

from netwerkberaad.database import prepared
from netwerkberaad.domain.week import roster, when
from netwerkberaad.domain.week.cancelling import PLAN_B, Cancellation
from netwerkberaad.domain.week.done import DONE, MISSED, Done
from netwerkberaad.domain.week.roster import RegularShift, Task

STANDS = ("accepted", "taken_over", "plan_b")
PARTS = ("person", "companion")


@dataclass(frozen=True)
class Told:
    """What was told about single dates, by the line of their shift. cancelled: {(line, date, part): [Cancellation],
    oldest first}; done: {(line, date): Done}, with the task of its shift."""

    cancelled: dict = field(default_factory=dict)
    done: dict = field(default_factory=dict)

    @property
    def shifts(self):
        """The lines of the regular shifts of which some date was cancelled."""
        return {shift for shift, _day, _part in self.cancelled}


NOTHING = Told()


@dataclass(frozen=True)
class Shift:
    """One date of a regular shift. begins, ends: moments in Europe/Amsterdam; person, companion: the numbers of who
    does it and who goes along that day, None when nobody.

    state   open (nobody is named), proposed (their yes is to come), accepted, cancelled (nobody took it over),
            taken_over, plan_b, lapsed (it does not go on), done or missed
    looks_for  {part: Cancellation} for which somebody is looked for"""

    regular: RegularShift
    day: dt.date
    begins: dt.datetime
    ends: dt.datetime
    person: int | None = None
    companion: int | None = None
    state: str = "open"
    looks_for: dict = field(default_factory=dict)

    @property
    def stands(self):
        """Somebody said yes to it, and nobody said how it went."""
        return self.state in STANDS

    def part_of(self, person):
        """The part that this person (their number) promised on this date, and can still cancel: person or companion."""
        if self.stands and self.person == person:
            return "person"
        is_settled = self.state in ("lapsed", DONE, MISSED)
        return "companion" if person and self.companion == person and not is_settled else None


def told_in(circle, first, last):
    """What was told about the dates from first up to and including last: two questions to the database."""
    span, cancelled = (circle, first.isoformat(), last.isoformat()), {}
    for row in _cancelled(*span):
        cancelled.setdefault((row.shift.line, row.day, row.part), []).append(row)
    return Told(cancelled, {(row.shift.line, row.day): row for row in _done(*span)})


@prepared
def _cancelled(circle, first, last):
    theirs = (Cancellation.circle == circle, Cancellation.day.between(first, last))
    rows = Cancellation.select(Cancellation, RegularShift.id, RegularShift.follows).join(RegularShift)
    return rows.where(*theirs, Cancellation.taken_back_at.is_null()).order_by(Cancellation.id)


@prepared
def _done(circle, first, last):
    rows = Done.select(Done, RegularShift, Task).join(RegularShift).join(Task)
    return rows.where(Done.circle == circle, Done.day.between(first, last)).order_by(Done.id)


def on_dates(regular_shifts, said, told, first, last):
    """[Shift] on the local dates from first up to and including last, in order of time.

    said: yes.said_in(circle); told: told_in(circle, first, last), or NOTHING."""
    found = []
    for regular in regular_shifts:
        falls = roster.when_of(regular)
        if regular.starts and (dates := when.dates(falls, first, last)):
            promised = {part: _promised(regular, part, said) for part in PARTS}
            found.extend(_on(regular, falls, day, promised, told) for day in dates)
    return sorted(found, key=lambda shift: (shift.begins, shift.regular.id))


def shift_on(regular, day, said, told):
    """This date of a regular shift as it stands, None when it does not fall on that date."""
    return next(iter(on_dates([regular], said, told, day, day)), None)


def _promised(regular, part, said):
    """(who, state) of a part on every date of which nothing else was told."""
    named = getattr(regular, f"{part}_id")
    if named is None:
        return None, "open"
    return (named, "accepted") if roster.answer_of(regular, part, said) else (named, "proposed")


def _on(regular, falls, day, promised, told):
    begins, ends = when.span(falls, day)
    went = told.done.get((regular.line, day))
    if went:
        return Shift(regular, day, begins, ends, went.person_id, went.companion_id, went.went)
    (person, state), (companion, beside), looks_for = promised["person"], promised["companion"], {}
    if (regular.line, day, "person") in told.cancelled:
        person, state = _after_cancelling(regular, day, "person", (person, state), told, looks_for)
    if (regular.line, day, "companion") in told.cancelled:
        companion, beside = _after_cancelling(regular, day, "companion", (companion, beside), told, looks_for)
    # Somebody goes along only when they said yes to it.
    return Shift(regular, day, begins, ends, person, companion if beside in STANDS else None, state, looks_for)


def _after_cancelling(regular, day, part, promised, told, looks_for):
    """Who does this part that day, and its state, once everything that was told of it is taken into account.

    A cancellation counts for whoever stood there: of somebody whose place the table gave to another, or who promised
    something else, nothing is left. Whom somebody is looked for comes in looks_for."""
    who, state = promised
    promise = roster.on_one_date(roster.promise_of(regular))
    for row in told.cancelled[regular.line, day, part]:
        if state not in (*STANDS, "proposed") or (row.person_id, roster.on_one_date(row.promise)) != (who, promise):
            continue
        who = row.taken_over_by_id
        state = "lapsed" if row.lapsed_at else PLAN_B if row.via == PLAN_B else "taken_over" if who else "cancelled"
        if state == "cancelled":
            looks_for[part] = row
    return who, state
