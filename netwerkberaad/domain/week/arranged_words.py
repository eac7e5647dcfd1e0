"""What was just arranged, in the words of whoever says it aloud: where a shift stands now, and which time was meant."""

from netwerkberaad.database import tidy
from netwerkberaad.domain.week import roster, spoken_time, when


def where_it_stands(shift):
    """What the live region says: «Koken staat nu op zondag bij Oma Riet.»"""
    falls = roster.when_of(shift)
    if falls.repeat == "once":
        day = f"op {when.DAYS[falls.first_day.weekday()]} {when.date_in_words(falls.first_day)}"
    else:
        day = "op elke dag" if falls.days == "0123456" else f"op {when.listed(falls.days)}"
    who = f"bij {shift.person.name}." if shift.person_id else "en is nog open."
    return f"{shift.task.what} staat nu {day} {who}"


def understood(typed):
    """Which time was read out of words, so that a wrong guess is seen: « «Half acht» is 07.30 uur.»"""
    read = spoken_time.read_time(typed)
    if not read or not spoken_time.is_spoken(typed):
        return ""
    said = tidy(typed)
    return f" «{said[:1].upper()}{said[1:]}» is {read.replace(':', '.')} uur."
