"""Blocks of the week in words: for the calendar, for the list beside it, and for whoever listens."""

from netwerkberaad.domain.week import roster, when
from netwerkberaad.web.wording import clock_time, day_words, time_words

KIN = ("oma", "opa", "tante", "oom", "mama", "papa", "nicht", "neef", "buurvrouw", "buurman", "juf", "meester")
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


def split_name(name, names):
    """(«Oma », «Riet»): what may fall away where there is little room, and what still says who it is.

    Nothing falls away when somebody else among these names is called the same without it."""
    words = name.split(maxsplit=1)
    if len(words) < 2 or words[0].casefold() not in KIN:
        return "", name
    others = [other for other in names if other != name]
    called = {word.casefold() for other in others for word in other.split()}
    return ("", name) if words[1].split()[0].casefold() in called else (f"{words[0]} ", words[1])


def event(block, names):
    """A block as FullCalendar reads it; `names` are those of everybody in the circle."""
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
            "who": split_name(shift.person.name, names) if shift.person else ("", who),
            "beside": split_name(shift.companion.name, names)[1] if shift.person and shift.companion else "",
            "hue": shift.person.hue if shift.person else None,
            "initials": shift.person.initials if shift.person else "",
            "label": ", ".join([shift.task.what, at, who, *([STATES[block.state]] if shift.person else [])]),
        },
    }


FILTERS = (split_name, block_time, block_who, block_state, short_moment, short_date, shift_when, said_yes)
