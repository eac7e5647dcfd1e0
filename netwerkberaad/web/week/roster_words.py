"""Blocks of the week in words: for the calendar, for the list beside it, and for whoever listens."""

from netwerkberaad.domain.week import roster, when
from netwerkberaad.web.wording import clock_time, day_words, time_words

KIN = ("oma", "opa", "tante", "oom", "mama", "papa", "nicht", "neef", "buurvrouw", "buurman", "juf", "meester")
STATES = {
    "open": "nog niemand",
    "proposed": "moet nog ja zeggen",
    "accepted": "heeft ja gezegd",
    "taken_over": "valt in",
    "lapsed": "gaat niet door",
    "done": "gedaan",
    "missed": "niet doorgegaan",
}


def block_time(block):
    """«17.30 – 18.30 uur»."""
    begins, ends = block.span
    return f"{begins:%H.%M} – {ends:%H.%M} uur"


def block_who(block):
    """Whose name stands on a block: «Oma Riet met Tante Esra»; or that nobody does: «nog niemand», «Esra kan niet»."""
    cannot = f"{block.absent.name} kan niet" if block.absent else ""
    if block.person is None:
        nobody = "blijft nog open" if block.shift.still_open else STATES[block.state]
        return cannot if cannot and block.state == "open" else nobody
    names = f"{block.person.name} met {block.companion.name}" if block.companion else block.person.name
    if block.is_alone and block.state == "open":
        return f"{names}, {cannot} mee" if cannot else f"{names}, er moet nog iemand bij"
    return f"{names}, {cannot}" if cannot and block.state != "taken_over" else names


def block_state(block):
    """«heeft ja gezegd», «valt in voor Esra»; of a date that lacks company «nog open»."""
    if block.is_alone and block.state == "open":
        return "nog open"
    instead = block.state == "taken_over" and block.absent
    return f"{STATES[block.state]} voor {block.absent.name}" if instead else STATES[block.state]


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
            "state": block.state if block.state in ("open", "proposed") else "accepted",
            # In a narrow column «kan niet» is cut off: there only that nobody does it yet, the label says who.
            "who": split_name(block.person.name, names)
            if block.person
            else ("", STATES["open"] if block.absent else who),
            "beside": _beside(block, names),
            "hue": block.person.hue if block.person else None,
            "initials": block.person.initials if block.person else "",
            "label": ", ".join([shift.task.what, at, who, *([block_state(block)] if block.person else [])]),
        },
    }


def _beside(block, names):
    """Who goes along, in one word; «?» where somebody must and nobody does yet."""
    if block.person and block.companion:
        return split_name(block.companion.name, names)[1]
    return "?" if block.is_alone else ""


FILTERS = (split_name, block_time, block_who, block_state, short_moment, short_date, shift_when, said_yes)
