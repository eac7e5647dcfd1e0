"""Arranging the week at the table: who does what, on which day; each deed can be taken back."""

import datetime as dt

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.week import from_now_on, roster, spoken_time, when
from netwerkberaad.domain.week.arranged_words import understood, where_it_stands
from netwerkberaad.domain.week.deeds import ROOM, changed
from netwerkberaad.domain.week.roster import PARTS, RegularShift


def may_carry(person):
    """Children under 12 carry no task."""
    return not person.is_child


def place(circle, *, task, days, starts, ends="", repeat="weekly", first_day=None, since, now):
    """A task lands on a day and a time; nobody does it yet.

    days: weekday digits; starts, ends: local times as typed (no end: the task's own length); first_day: a date.
    since (from_now_on.Since): from which day it counts, and «om de week» and «één keer» when no date is named.
    Refuses without a task, day or time, and what does not exist on the night the clock changes."""
    insist(task, refusals.NoTaskNamed)
    fields = _settled(task, days, starts, ends, repeat, first_day, since.day)
    return _begun(circle, now, starts, since, task=task, **fields)


def place_open(circle, *, task, starts, since, now, **said):
    """«Laat nog open»: the same, and the table decides that nobody has to be named yet."""
    insist(task, refusals.NoTaskNamed)
    usual = {"ends": "", "repeat": "weekly", "first_day": None}
    fields = _settled(task, starts=starts, from_day=since.day, **{**usual, **said})
    return _begun(circle, now, starts, since, task=task, still_open=True, **fields)


def take_on(
    circle,
    *,
    task,
    person,
    days,
    starts,
    ends="",
    repeat="weekly",
    first_day=None,
    stand_in=None,
    companion=None,
    since,
    now,
):
    """Somebody takes a task at a repeating time. Without a person, a day and a time it is a wish (R4).

    It stays a proposal until that person says yes (R1)."""
    insist(task, refusals.NoTaskNamed)
    fields = _settled(task, days, starts, ends, repeat, first_day, since.day)
    insist(person, refusals.NobodyNamed)
    named = _together(person, stand_in, companion)
    return _begun(circle, now, starts, since, task=task, **fields, **named)


def rearrange(
    shift,
    *,
    seen,
    person,
    days,
    starts,
    ends="",
    repeat="weekly",
    first_day=None,
    stand_in=None,
    companion=None,
    since,
    now,
):
    """Everything about a shift at once, as the form asks it. A yes stays only where its promise stays the same."""
    fields = _settled(shift.task, days, starts, ends, repeat, first_day, since.day)
    insist(person or shift.person_id is None, refusals.NobodyNamed)
    named = _together(person, stand_in, companion)
    return _put(shift, seen, now, since, starts, **fields, **named, still_open=shift.still_open and not person)


def give_to(shift, *, seen, person, since=None, now):
    """Somebody's name is put on a shift: a proposal until they say yes. Their other place on it becomes free."""
    insist(person, refusals.NobodyNamed)
    insist(may_carry(person), refusals.NoTaskForAChild)
    elsewhere = {part: None for part in PARTS if part != "person" and getattr(shift, f"{part}_id") == person.id}
    return _put(shift, seen, now, since, person=person, still_open=False, **elsewhere)


def name_stand_in(shift, *, seen, person, now):
    """«Wie valt in als jij niet kunt?» (5.2)"""
    insist(person, refusals.NobodyNamed)
    _together(shift.person, person, shift.companion)
    return changed(shift, seen, now, f"{person.name} {PARTS['stand_in']} bij {shift.task.what}.", stand_in=person)


def move(shift, *, seen, from_date, to_date, starts, since=None, now):
    """One block is put on another day or time. The other days of the shift stay; the time is that of all its days.

    from_date and to_date lie in the same week. Refuses a day that the shift already has, and a skipped time."""
    starts = _time(starts)
    day, new_day = str(from_date.weekday()), str(to_date.weekday())
    days = set(shift.days) - {day}
    insist(day in shift.days, refusals.ChangedMeanwhile)
    insist(new_day not in days, refusals.AlreadyThatDay)
    insist(since is None or since.began is None or to_date >= since.day, refusals.DayIsOver)
    first_day = shift.first_day
    if first_day and str(first_day.weekday()) == day:
        first_day = when.monday(first_day) + when.A_DAY * int(new_day)
    if first_day:
        first_day = min(first_day, to_date)
    _insist_it_exists(shift.repeat, first_day, starts)
    fields = {"days": "".join(sorted(days | {new_day})), "first_day": first_day, "starts": starts}
    if new_day != day:
        return _put(shift, seen, now, since, **fields)
    sentence = f"{shift.task.what} begint nu om {when.time_in_words(starts)}."
    return changed(shift, seen, now, sentence, since, **fields)


def resize(shift, *, seen, ends, since=None, now):
    """A shift becomes longer or shorter, on all its days: at most 12 hours."""
    minutes = _length(shift.starts, ends, shift.minutes)
    _insist_it_ends(shift.repeat, shift.first_day, shift.starts, minutes)
    until = when.time_in_words(when.ends_at(when.When(shift.days, starts=shift.starts, minutes=minutes)))
    return changed(shift, seen, now, f"{shift.task.what} duurt nu tot {until}.", since, minutes=minutes)


def leave_open(shift, *, seen, since=None, now):
    """«Nog open»: the table decides that nobody has to be named yet."""
    sentence = f"{shift.task.what} blijft nog open."
    return changed(shift, seen, now, sentence, since, person=None, still_open=True)


def rather_not(shift, part, *, seen, since=None, now):
    """«Liever anders»: whoever was named here is free again, and with the person the shift is open again."""
    who = getattr(shift, part)
    insist(who, refusals.NobodyToAsk)
    left = changed(shift, seen, now, f"{who.name} doet liever iets anders.", since, **{part: None})
    roster.says_no(left, part, who, now=now)
    if left.id != shift.id:  # what has gone by kept their yes: an undo would say it again in their name (R1)
        left = change(left)  # changed once more, it can be taken back no longer
    return left


def take_back(shift, *, seen, since=None, now):
    """The shift leaves the week; its task is a card again when nothing else is left."""
    return changed(shift, seen, now, f"{shift.task.what} is uit de week.", since, taken_back_at=now)


def say_yes_aloud(shift, part, *, seen, now):
    """Whoever is named says yes aloud at the table (R1).

    Refuses for whoever is not there now, and when the shift is no longer what was read out."""
    who = getattr(shift, part)
    insist(who, refusals.NobodyToAsk)
    insist(seen == shift.version, refusals.ChangedMeanwhile)
    evening = meeting.present_meeting(shift.circle_id)
    insist(evening and evening.state != "ended", refusals.NotAtTheTable)
    insist(who in meeting.at_the_table(evening), refusals.NotAtTheTable)
    roster.says_yes(shift, part, who, how="spoken", now=now)
    return shift


def _begun(circle, now, typed, since, **fields):
    told = where_it_stands(RegularShift(circle=circle, **fields))
    if since.began:
        fields["first_day"] = from_now_on.begins(roster.when_of(RegularShift(**fields)), since.day)
    shift = RegularShift.create(circle=circle, **fields)
    sentence = told + understood(typed)
    undo.remember(circle, ROOM, shift, sentence, before={"taken_back_at": undo.NOW}, now=now)
    return shift


def _put(shift, seen, now, since, typed="", **fields):
    after = {name: getattr(shift, name) for name in ("task", "person", "days", "repeat", "first_day", "starts")}
    told = where_it_stands(RegularShift(**{**after, **{n: v for n, v in fields.items() if n in after}}))
    return changed(shift, seen, now, told + understood(typed), since, **fields)


def _together(person, stand_in, companion):
    named = {"person": person, "stand_in": stand_in, "companion": companion}
    for part, who in named.items():
        insist(who is None or may_carry(who), refusals.NoTaskForAChild(field=part))
    taken = [person]
    for part in ("stand_in", "companion"):
        insist(named[part] is None or named[part] not in taken, refusals.SomebodyElse(field=part))
        taken.append(named[part])
    return named


def _settled(task, days, starts, ends, repeat, first_day, from_day):
    """The days, dates and times of a shift, checked and complete."""
    days = "".join(sorted(set(days or "") & set("0123456")))
    repeat = repeat if repeat in when.REPEATS else "weekly"
    if repeat == "once":
        insist(first_day or len(days) < 2, refusals.NoDateNamed)
    if repeat == "once" and first_day and not days:
        days = str(first_day.weekday())
    insist(days, refusals.NoDayNamed)
    if repeat in ("once", "fortnightly"):
        first_day = first_day or when.dates(when.When(days), from_day, from_day + dt.timedelta(days=6))[0]
        insist(str(first_day.weekday()) in days, refusals.OtherDayThanDate)
    if repeat == "once":
        days = str(first_day.weekday())
    starts = _time(starts)
    _insist_it_exists(repeat, first_day, starts)
    minutes = _length(starts, ends, task.minutes)
    if ends:
        _insist_it_ends(repeat, first_day, starts, minutes)
    return {"days": days, "repeat": repeat, "first_day": first_day, "starts": starts, "minutes": minutes}


def _time(typed):
    insist(typed, refusals.NoTimeNamed)
    read = spoken_time.read_time(typed)
    insist(read, refusals.NoSuchTime)
    return read


def _length(starts, ends, usual):
    if not ends:
        return usual
    read = spoken_time.read_time(ends)
    insist(read, refusals.NoSuchTime(field="ends"))
    minutes = when.minutes_between(starts, read)
    insist(minutes <= when.LONGEST, refusals.TooLong)
    return minutes


def _insist_it_ends(repeat, first_day, starts, minutes):
    """An end that was named exists too, on the night the clock changes."""
    if repeat == "once":
        ends = dt.datetime.combine(first_day, dt.time.fromisoformat(starts)) + dt.timedelta(minutes=minutes)
        insist(when.exists(ends.date(), f"{ends:%H:%M}"), refusals.ClockSkipsThis(field="ends"))


def _insist_it_exists(repeat, first_day, starts):
    insist(repeat != "once" or when.exists(first_day, starts), refusals.ClockSkipsThis)
