"""When something falls: days of the week, repetition and local times, by the clock on the wall in the Netherlands."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from netwerkberaad.domain.saying import clock_said, together
from netwerkberaad.domain.week.spoken_time import read_time as read_time

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
REPEATS = {
    "weekly": "Elke week",
    "fortnightly": "Om de week",
    "odd": "In de oneven weken",
    "even": "In de even weken",
    "once": "Eén keer",
}
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli"),
    *("augustus", "september", "oktober", "november", "december"),
)
LONGEST = 12 * 60
A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class When:
    """Which days, how often and how long: the shapes are those of roster.RegularShift."""

    days: str
    repeat: str = "weekly"
    first_day: dt.date | None = None
    starts: str = ""
    minutes: int = 60
    last_day: dt.date | None = None


def dates(when, first, last):
    """The local dates from first up to and including last on which this falls, in order.

    Fortnightly counts whole weeks from the week of first_day; odd and even are ISO weeks, so after week 53
    of 2026 comes week 1 and two odd weeks follow each other. Nothing falls before first_day, or after last_day."""
    if when.first_day:
        first = max(first, when.first_day)
    if when.last_day:
        last = min(last, when.last_day)
    days = (first + A_DAY * n for n in range((last - first).days + 1))
    return [day for day in days if _falls(when, day)]


def _falls(when, day):
    if when.repeat == "once":
        return day == when.first_day
    if str(day.weekday()) not in when.days:
        return False
    if when.repeat == "fortnightly":
        return when.first_day is not None and (monday(day) - monday(when.first_day)).days % 14 == 0
    if when.repeat in ("odd", "even"):
        return day.isocalendar().week % 2 == (when.repeat == "odd")
    return True


def span(when, day):
    """When it begins and ends on this date, as moments in Europe/Amsterdam, by the clock on the wall.

    In the night that the clock goes forward, a time that is skipped becomes the next one that exists (03.00);
    in the night that it goes back, the first of the two is meant. A shift never ends before it has begun."""
    begins = dt.datetime.combine(day, dt.time.fromisoformat(when.starts))
    start, end = _on_the_wall(begins), _on_the_wall(begins + dt.timedelta(minutes=when.minutes))
    if end <= start:
        end = (start.astimezone(dt.UTC) + dt.timedelta(minutes=when.minutes)).astimezone(AMSTERDAM)
    return start, end


def exists(day, starts):
    """False for a time that the clock skips on this date (02.30 on the night that summer time begins)."""
    return _is_real(dt.datetime.combine(day, dt.time.fromisoformat(starts)))


def minutes_between(starts, ends):
    """How long it takes from one local time to the other: an end at or before the start is the next day."""
    return (_minute(ends) - _minute(starts)) % (24 * 60) or 24 * 60


def ends_at(when):
    """The local time at which it ends on an ordinary day: "17:30" and 60 minutes → "18:30"."""
    minute = (_minute(when.starts) + when.minutes) % (24 * 60)
    return f"{minute // 60:02}:{minute % 60:02}"


def monday(day):
    """The Monday of this date's week."""
    return day - A_DAY * day.weekday()


def in_words(when):
    """When, as people say it: «elke maandag en donderdag, half zes (17.30 uur)»."""
    return f"{days_in_words(when)}, {time_in_words(when.starts)}"


def days_in_words(when):
    """«elke maandag», «om de week op dinsdag, vanaf 13 oktober», «in de oneven weken op dinsdag»,
    «eenmalig: zondag 18 oktober»."""
    if when.repeat == "once":
        return f"eenmalig: {DAYS[when.first_day.weekday()]} {date_in_words(when.first_day)}"
    named = "elke dag" if when.days == "0123456" else listed(when.days)
    on = named if named == "elke dag" else f"op {named}"
    how_often = {
        "weekly": named if named == "elke dag" else f"elke {named}",
        "fortnightly": f"om de week {on}",
        "odd": f"in de oneven weken {on}",
        "even": f"in de even weken {on}",
    }[when.repeat]
    return f"{how_often}, vanaf {date_in_words(when.first_day)}" if when.first_day else how_often


def listed(days):
    """Weekday digits in one breath: "014" → «maandag, dinsdag en vrijdag»."""
    return together([DAYS[int(day)] for day in sorted(days)])


def date_in_words(day):
    """«13 oktober»."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def time_in_words(starts):
    """«half zes (17.30 uur)», «kwart over twee (14.15 uur)»; any other time only as «17.00 uur»."""
    written, said = f"{starts.replace(':', '.')} uur", clock_said(starts)
    return f"{said} ({written})" if said and not starts.endswith(":00") else written


def _minute(starts):
    return int(starts[:2]) * 60 + int(starts[3:])


def _is_real(local):
    there = local.replace(tzinfo=AMSTERDAM).astimezone(dt.UTC)
    return there.astimezone(AMSTERDAM).replace(tzinfo=None) == local


def _on_the_wall(local):
    while not _is_real(local):
        local += dt.timedelta(minutes=1)
    return local.replace(tzinfo=AMSTERDAM)
