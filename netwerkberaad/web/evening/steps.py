"""The way through the meeting: where each question stands, and who keeps what was typed when we move on."""

from flask import request

from netwerkberaad.domain.evening import questions
from netwerkberaad.domain.evening.meeting import STEPS
from netwerkberaad.web.doors import here

TYPED = ("words", "name", "what", "action", "number", "weeks", "day", "days", "readers", "stamina", "cannot")
# The question to which the other pages of a room belong.
_FIRST_OF_ROOM = {
    "circle": "2.1",
    "floors": "3.6",
    "roster": "5.1",
    "proposal": "5.1",
    "plan": "6.1",
    "signing": "6.9",
}
_keepers = {}


def address_of(code):
    """The page of a question, through the door this visitor came in by."""
    room = questions.QUESTIONS[code].room
    if room == "roster":
        return here("roster.week")
    if room == "signing":
        return here("signing.sheet")
    return here(f"{room}.question", code=questions.place_of(code))


def question_shown():
    """The code of the question whose page is being looked at, None on a page that asks none."""
    code = (request.view_args or {}).get("code")
    if code in questions.QUESTIONS:
        return code
    room = (request.endpoint or "").split(".")[1:2]
    return _FIRST_OF_ROOM.get(room[0]) if room else None


def rail(meeting):
    """The six steps as the frame draws them: done, current or todo. What lies ahead has no address yet."""
    reached = questions.QUESTIONS[meeting.question].step if meeting and meeting.begun_at else 1
    shown = question_shown()
    current = questions.QUESTIONS[shown].step if shown else reached
    return [
        {
            "number": step,
            "name": name,
            "state": "current" if step == current else "done" if step < reached else "todo",
            "url": address_of(questions.first_of_step(step)) if step <= max(reached, current) else "",
        }
        for step, name in STEPS.items()
    ]


def local(path):
    """This path when it leads to a page of this circle through this door, else ""."""
    own = here("meeting.present").rsplit("/", 1)[0] + "/"
    elsewhere = any(way in (path or "") for way in ("//", "\\", ".."))
    return path if path and path.startswith(own) and path.isprintable() and not elsewhere else ""


def way_back():
    """The page of this circle that this one was opened from (`?terug=`), "" when it does not say."""
    return local(request.args.get("terug"))


def typed_now():
    """What stands in the field of the question's form and was not sent."""
    return next((request.form[name].strip() for name in TYPED if request.form.get(name, "").strip()), "")


def keeps_what_was_typed(room):
    """Marks how a room keeps what was typed when somebody presses «Verder» instead of the room's own button.

    The marked function gets the question's code, reads the request's form like the room's own view, and
    returns None when it is kept, or the page with what is still missing."""

    def mark(keep):
        _keepers[room] = keep
        return keep

    return mark


def keeper_of(code):
    """How the room of this question keeps what was typed, or None when it leaves that to a draft."""
    return _keepers.get(questions.QUESTIONS[code].room)
