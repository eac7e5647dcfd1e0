"""Blocks of the week in words: for the calendar, for the list beside it, and for whoever listens."""

from netwerkberaad.domain.week import roster, when
from netwerkberaad.web.wording import clock_time, day_words, time_words

STATES = {"open": "nog niemand", "proposed": "moet nog ja zeggen", "accepted": "heeft ja gezegd"}


def block_time(block):
    """«17.30 – 18.30 uur»."""
    begins, ends = block.span
    return f"{begins:%H.%M} – {ends:%H.%M} uur"


def block_who(block):
    """Whose name stands on a block: «Oma Riet met Tante Esra», or that nobody does."""
    shift = block.shift
    if shift.person is None:
        return "blijft nog open" if shift.still_open else "nog niemand"
    return f"{shift.person.name} met {shift.companion.name}" if shift.companion else shift.person.name


def block_state(block):
    return STATES[block.state]


def short_moment(block):
    """When a block is, in the fewest words: «vrijdag half zes»."""
    return f"{when.DAYS[block.day.weekday()]} {time_words(block.shift.starts)}"


def short_date(day):
    """«12 oktober»."""
    return when.date_in_words(day)


def shift_when(shift):
    """«elke maandag en donderdag, half zes (17.30 uur)»."""
    return when.in_words(roster.when_of(shift))


def said_yes(shift, part, said):
    """How the one named for this part said yes to it, or None."""
    return roster.answer_of(shift, part, said)


def event(block, said):
    """A block as FullCalendar reads it."""
    shift, (begins, ends) = block.shift, block.span
    who, at = block_who(block), f"{day_words(block.day)}, {clock_time(shift.starts)} uur"
    return {
        "id": f"{shift.id}-{block.day}",
        "title": shift.task.what,
        "start": begins.isoformat(),
        "end": ends.isoformat(),
        "extendedProps": {
            "shift": shift.id,
            "version": shift.version,
            "state": block.state,
            "who": f"{who} ?" if block.state == "proposed" else who,
            "hue": shift.person.hue if shift.person else None,
            "initials": shift.person.initials if shift.person else "",
            "label": ", ".join([shift.task.what, at, who, *([STATES[block.state]] if shift.person else [])]),
        },
    }


FILTERS = (block_time, block_who, block_state, short_moment, short_date, shift_when, said_yes)
