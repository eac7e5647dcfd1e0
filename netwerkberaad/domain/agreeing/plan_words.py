"""The plan in words, the way the sheet says it: when, who and which day, in Dutch."""

import datetime as dt

from netwerkberaad.domain.week.when import DAYS, date_in_words, listed

ROLE_NAMES = {
    "contact_person": "aanspreekpunt",
    "deputy": "vervanger van het aanspreekpunt",
    "cancel_with": "bij wie je je afmeldt",
    "cancel_deputy": "wie de afmeldingen overneemt",
}
PART_NAMES = {"person": "", "stand_in": "als invaller", "companion": "erbij"}


def date_words(day):
    """A date as people say it: «woensdag 14 oktober». Takes a date or "2026-10-14"."""
    day = dt.date.fromisoformat(day) if isinstance(day, str) else day
    return f"{DAYS[day.weekday()]} {date_in_words(day)}"


def when_words(days, starts, repeat="weekly", first_day=None):
    """When something falls: «maandag en donderdag, 14.15», «elke dag, 17.30», «dinsdag 13 oktober, 10.00»."""
    time = starts.replace(":", ".") or "nog geen tijd"
    if repeat == "once" and first_day:
        return f"{date_words(first_day)}, {time}"
    named = "elke dag" if days == "0123456" else listed(days) if days else "nog geen dag"
    again = {"odd": "oneven weken", "even": "even weken", "fortnightly": "om de week"}.get(repeat)
    if repeat == "fortnightly" and first_day:
        again += f" vanaf {date_words(first_day)}"
    return f"{named}, {time}" + (f" ({again})" if again else "")


def named_shift(shift):
    """A shift by its time and task: «Vrijdag, 17.30: even langskomen». Takes a SeenShift or one from a plan's text."""
    get = shift.get if isinstance(shift, dict) else lambda key: getattr(shift, key)
    when = when_words(get("days"), get("starts"), get("repeat"), get("first_day"))
    return f"{when[:1].upper()}{when[1:]}: {get('what')}"


def weeks_words(weeks):
    """«één week», «zes weken», «13 weken»."""
    words = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
    return f"{words[weeks] if weeks < len(words) else weeks} {'week' if weeks == 1 else 'weken'}"
