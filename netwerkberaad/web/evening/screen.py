"""The shared screen: opened from the desk, closed at once, and what every page at the table has around it."""

from functools import lru_cache

from flask import current_app, g, redirect, render_template, request, url_for

from netwerkberaad.domain.evening import meeting, shared_screen
from netwerkberaad.domain.taking_part import joining, presence
from netwerkberaad.web import clock, passes
from netwerkberaad.web.doors import SCREEN_PASS, facilitator, here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening import dark, steps
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, asks_for_fragment, tell
from netwerkberaad.web.qr import qr

room = Room("screen", __name__, frame="screen")
AN_EVENING = 16 * 60
dark.open_in(room)


@room.app_context_processor
def around_the_table():
    """Rail, people present and tools of the top bar, for every page at the table."""
    if g.get("circle") is None or request.blueprints[-1:] not in (["table"], ["screen"], ["pen"]):
        return {}
    # A fragment leaves the bar as it is; only the meeting's own pages bring along who is there.
    if asks_for_fragment() and request.endpoint.split(".")[1] != "meeting":
        return {"circle": g.circle}
    evening = meeting.present_meeting(g.circle)
    over = evening is not None and evening.state == "ended"
    return {
        "circle": g.circle,
        "rail": [] if over else steps.rail(evening),
        "present": [] if over else presence.who_is_in(evening),
        "join_code": joining.said_code(joining.code_of(evening, now=clock.now())),
        "qr_url": "" if over else here("screen.join"),
        "blank_url": here("screen.blank", terug=request.path),
        "home_url": _desk() if g.door == "table" else "",
    }


@room.post("/scherm")
@open_to(facilitator)
def open_it():
    form = Form()
    if not form.accepts(_open) or not form.outcome:
        return redirect(_desk(), 303)
    response = redirect(url_for("screen.meeting.present"), 303)
    return passes.hand_out(response, SCREEN_PASS, form.outcome.id, path="/scherm", minutes=AN_EVENING, keep=False)


@room.post("/scherm/sluiten")
@open_to(facilitator)
def close_it():
    form = Form()
    if form.accepts(shared_screen.close_screens, g.circle, now=clock.now()):
        tell("Het gedeelde scherm is dicht.")
    return redirect(_desk(), 303)


@room.get("/meedoen")
@open_to(whoever_looks)
def join():
    return _join(Form(formdata=None))


@room.post("/meedoen/nieuwe-code")
@open_to(whoever_arranges)
def new_code():
    form, evening = Form(), meeting.present_meeting(g.circle)
    if form.accepts(joining.new_code, evening, now=clock.now()):
        tell("Dit is de nieuwe code. De oude werkt niet meer.")
        return redirect(here("screen.join"), 303)
    return _join(form), form.status


@room.get("/dicht")
@open_to(whoever_looks)
def blank():
    return render_template("screen/blank.html", back=_back())


@room.app_template_global("address_to_join")
def address_to_join():
    """What is typed to join, as short as it can be: «kring.nl/meedoen»."""
    return current_app.config["SETTINGS"].base_url.partition("://")[2] + url_for("joining.ask")


@room.app_template_global("only_here")
def only_here():
    """True when no phone can open that address: the app listens on this computer only."""
    return current_app.config["SETTINGS"].loopback


@room.app_template_global("qr_to_join")
def qr_to_join(said_code):
    return _drawn(current_app.config["SETTINGS"].base_url + url_for("joining.who", code=joining.read_code(said_code)))


@lru_cache(maxsize=64)
def _drawn(address):
    return qr(address, title="QR-code om mee te doen")


def _open():
    """Before the evening begins somebody may join already: the wall shows the code from the first page on."""
    joining.give_code(meeting.present_meeting(g.circle), now=clock.now())
    return shared_screen.open_screen(g.circle, g.viewer.staff, now=clock.now())


def _join(form):
    settings = current_app.config["SETTINGS"]
    return render_template(
        "screen/join.html",
        form=form,
        address=settings.base_url,
        port=settings.port,
        back=_back(),
    )


def _back():
    return steps.way_back() or here("meeting.present")


def _desk():
    """The facilitator's own page of this family."""
    known = "desk.circle" in current_app.view_functions
    return url_for("desk.circle", circle_id=g.circle.id) if known else "/"
