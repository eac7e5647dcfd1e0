"""The live stream: says that something of this circle changed, never what; each page then asks for itself again.

A browser that cannot stream (an old phone, a proxy, all places taken) asks for the number every three seconds with
the same request by which it says that it is there."""

import time
import weakref

from flask import Response, current_app, g, request, url_for

from netwerkberaad import database
from netwerkberaad.domain import changes
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.evening import on_phones
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.taking_part import presence, private_time
from netwerkberaad.watch import watch
from netwerkberaad.web import clock, turns, whose
from netwerkberaad.web.doors import guest, here, open_to, whoever_looks
from netwerkberaad.web.evening import steps
from netwerkberaad.web.hypermedia import Room

room = Room("live", __name__, frame="plain")
FOLLOWED = ("table", "screen", "pen", "phone")
HEARTBEAT = 5
# After a number the browser asks for its page; what changes meanwhile is told in one go. While pages wait in line for
# the number before, the next one waits once more.
BREATH = 0.08


class Places:
    """How many streams one process keeps open at once: each holds a thread, and pages need threads too."""

    def __init__(self, most):
        self._free = [None] * most

    def take(self):
        """True when a place was free."""
        try:
            self._free.pop()
        except IndexError:
            return False
        return True

    def give_back(self):
        self._free.append(None)


def furnish(app):
    app.config.setdefault("STREAMS", 80)
    app.config.setdefault("STREAM_SECONDS", 300)
    app.extensions["live_places"] = Places(app.config["STREAMS"])
    app.before_request(look_where_we_are)
    turns.furnish(app)


@room.get("/stroom")
@open_to(whoever_looks, guest)
def stream():
    """Server-sent events `number`: the present one at once, then every higher one. 503 when all places are taken."""
    places = current_app.extensions["live_places"]
    if not places.take():
        return Response(status=503, headers={"Retry-After": "10"})
    is_line = current_app.extensions["turns"].is_line
    numbers = _numbers(g.circle.id, g.number, current_app.config["STREAM_SECONDS"], is_line)
    # Given back once: when the browser has gone, or when the answer was thrown away before anybody read it.
    given_back = weakref.finalize(numbers, places.give_back)
    response = Response(numbers, mimetype="text/event-stream")
    response.headers.update({"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    response.call_on_close(given_back)
    return response


@room.post("/hier")
@open_to(whoever_looks, guest)
def i_am_here():
    """This browser is still there. Answers the present number, as text."""
    with database.one_go():
        presence.still_here(g.circle, g.viewer.guest, now=clock.now())
    return Response(str(changes.number_of(g.circle)), mimetype="text/plain")


def look_where_we_are():
    """Before the page is made, like its number: the table may go on while it is being made, and a page that says it is
    there already would never go along."""
    if _root() and request.blueprint != f"{_root()}.{room.name}":
        g.place = _place(_root())


@room.app_context_processor
def what_to_follow():
    """For every page at the table and on a phone there: where to listen, from which number on, and where we are."""
    if not (root := _root()):
        return {}
    if (evening := g.get("evening")) and evening.ended_at and not (g.viewer.guest or whoever_looks(g.viewer, g.circle)):
        return {}  # the last page of the evening: nothing more comes
    return {
        "live": {
            "number": g.number,
            "stream": here("live.stream"),
            "here": here("live.i_am_here"),
            "place": g.get("place") or _place(root),
            "home": here("following.now" if root == "phone" else "meeting.present"),
            "whose": whose.sign(),
        }
    }


def _root():
    """The door of a page that follows the table; "" for any other."""
    root = request.blueprints[-1] if request.blueprints else ""
    return root if root in FOLLOWED and g.get("circle") is not None else ""


def _place(root):
    """Where the table is now, through this door: when it changes, the page goes along."""
    evening = g.viewer.guest.meeting if root == "phone" else g.get("evening")
    state = evening.state if evening else "planned"
    if root == "phone":
        shows = on_phones.state_for(g.viewer.person, evening)
        return f"{url_for('phone.following.now')}#{_asked_at(evening) if shows == 'asked' else shows}"
    if private_time.shuts_out(evening, g.viewer.audience, g.viewer.person):
        return here("private_time.private") + (f"#{evening.question}.{state}" if root == "screen" else "")
    return steps.address_of(evening.question) if state == "going_on" else here("meeting.present")


def _asked_at(evening):
    """The question of this moment; in step 6 also which text was read back last, so that every phone shows that."""
    return evening.question + (signing.stage_of(evening.circle_id) if QUESTIONS[evening.question].step == 6 else "")


def _numbers(circle, seen, lasts, is_line):
    """The lines of one stream. A comment every five seconds, so that a browser that went away is noticed."""
    end = time.monotonic() + lasts
    with watch.listening(circle) as next_number:
        yield f"retry: 1000\nevent: number\ndata: {seen}\n\n"
        while time.monotonic() < end:
            number = next_number(seen, HEARTBEAT)
            if number == seen:
                yield ":\n\n"
                continue
            yield f"event: number\ndata: {number}\n\n"
            time.sleep(BREATH)
            if is_line():
                time.sleep(BREATH)
            seen = number
