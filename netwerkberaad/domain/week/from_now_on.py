"""From now on: what has gone by of a plan that runs stays as it was; a change to a shift counts from a day on."""

import datetime as dt
from dataclasses import dataclass, replace

import peewee

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import roster, when
from netwerkberaad.domain.week.roster import RegularShift
from netwerkberaad.domain.week.week import first_week

A_WHILE = when.A_DAY * 7 * 27
PROMISED = {"task", "days", "repeat", "first_day", "starts", "minutes"}
KEPT = ("task", "days", "repeat", "starts", "minutes", *roster.PARTS, "circle", "still_open", "by_program", "last_day")
# What a date that has gone by shows: who did it and when. Who would have stood in says nothing about it.
SEEN_AFTERWARDS = {"person", "companion", "days", "repeat", "first_day", "starts", "minutes", "taken_back_at"}


@dataclass(frozen=True)
class Since:
    """From which local date a change counts. began: the plan's first day; None while it has not begun: then a change
    counts for all of it, and `day` is the date from which «om de week» and «één keer» count."""

    day: dt.date
    began: dt.date | None = None


def since(start, today, monday=None):
    """The Since of a plan that starts on this date (None: nobody said), for who looks at the week of this Monday."""
    if start is None or start > today:
        return Since(start or first_week(None, today))
    return Since(max(today, monday or today), start)


def is_to_come(shift, since, now):
    """Whether something of this shift is still to come, or the plan has not begun."""
    if not _has_a_past(shift, since):
        return True
    falls = roster.when_of(shift)
    return first_date(falls, _changes_from(falls, since, now)) is not None


def end(shift, seen, since, now):
    """Ends this shift on the day before `since` when dates of it have gone by: the shift as it then is; None when none
    has. Refuses what ended before, and when somebody else was first."""
    if not _has_a_past(shift, since):
        return None
    falls = roster.when_of(shift)
    day = _changes_from(falls, since, now)
    if not when.dates(falls, since.began, day - when.A_DAY):
        return None
    insist(shift.last_day is None or shift.last_day >= day, refusals.NothingToCome)
    ended = change(shift, seen, last_day=day - when.A_DAY)
    insist(ended, refusals.ChangedMeanwhile)
    return ended


def go_on(shift, ended, **fields):
    """The same shift with these fields changed, from the day after the one on which it ended (`end`). Whoever has the
    same part in it at the same times said yes to that too, and who said «Liever anders» is not asked again. Refuses
    when nothing of it is to come."""
    kept, day = {name: shift.__data__[name] for name in KEPT} | fields, ended.last_day + when.A_DAY
    first = begins(roster.when_of(RegularShift(**{"first_day": shift.first_day, **kept})), day)
    insist(first and day <= first <= (shift.last_day or first), refusals.NothingToCome)
    made = RegularShift.create(**{**kept, "first_day": first, "follows": shift.line})
    changed, task = fields.keys() & PROMISED, fields.get("task")
    if not changed or (changed == {"task"} and task.what == shift.task.what):
        hold_yeses(shift, made)
    return made


def hold_yeses(shift, piece):
    """Whoever has the same part in both said yes, or «Liever anders», to this piece too."""
    for part in roster.PARTS:
        said, asked = ((roster.matter_of(one, part), roster.promise_of(one)) for one in (shift, piece))
        yes.keep_noes(said, asked)
        named = getattr(shift, f"{part}_id")
        if named and named == getattr(piece, f"{part}_id"):
            yes.hold_apart(named, said, asked)


def has_gone_by(shift, since):
    """Whether dates of this shift have gone by of a plan that runs."""
    if not _has_a_past(shift, since):
        return False
    return bool(when.dates(roster.when_of(shift), since.began, since.day - when.A_DAY))


def not_before(shift, since, fields):
    """These fields, with the day from which they count where they would put the shift on dates that have gone by."""
    if since is None or since.began is None or "taken_back_at" in fields:
        return fields
    falls, day = roster.when_of(RegularShift(**{**shift.__data__, **fields})), since.day
    if shift.follows:  # what it goes on from is still there until it ends
        same = (RegularShift.id == shift.follows) | (RegularShift.follows == shift.follows)
        before = RegularShift.select(peewee.fn.MAX(RegularShift.last_day)).where(same, RegularShift.id != shift.id)
        ends = before.where(RegularShift.taken_back_at.is_null()).scalar()
        day = max(day, dt.date.fromisoformat(str(ends)) + when.A_DAY) if ends else day
    if falls.repeat == "once" or not when.dates(falls, since.began, day - when.A_DAY):
        return fields
    return {**fields, "first_day": begins(falls, day)}


def _has_a_past(shift, since):
    """Whether dates of this shift can have gone by: the plan runs, and the shift stands on days, at a time."""
    return since is not None and since.began is not None and bool(shift.starts and shift.days)


def _changes_from(falls, since, now):
    """The date from which a change counts: `since`, or the day after it once what falls on it began."""
    has_begun = when.dates(falls, since.day, since.day) and when.span(falls, since.day)[0] <= now
    return since.day + when.A_DAY if has_begun else since.day


def first_date(falls, day):
    """The first date from this day on, on which that falls; None when there is none."""
    return next(iter(when.dates(falls, day, day + A_WHILE)), None)


def begins(falls, day):
    """From which date a shift of a plan that runs counts: the first on which it falls, from this day on."""
    return falls.first_day if falls.repeat == "once" else first_date(replace(falls, last_day=None), day)
