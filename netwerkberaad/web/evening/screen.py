"""The shared screen: opened from the desk, closed at once, and what every page at the table has around it."""

from flask import current_app, g, redirect, render_template, request, url_for

from netwerkberaad.domain.evening import meeting, shared_screen
from netwerkberaad.web import clock, passes
from netwerkberaad.web.doors import SCREEN_PASS, facilitator, here, open_to, whoever_looks
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, asks_for_fragment, tell
from netwerkberaad.web.qr import qr

room = Room("screen", __name__, frame="screen")
AN_EVENING = 16 * 60


@room.app_context_processor
def around_the_table():
    """Rail, people present and tools of the top bar, for every page at the table."""
    if g.get("circle") is None or request.blueprints[-1:] not in (["table"], ["screen"]):
        return {}
    # A fragment leaves the bar as it is; only the meeting's own pages bring along who is there.
    if asks_for_fragment() and request.endpoint.split(".")[1] != "meeting":
        return {"circle": g.circle}
    evening = meeting.present_meeting(g.circle)
    over = evening is not None and evening.state == "ended"
    return {
        "circle": g.circle,
        "rail": [] if over else steps.rail(evening),
        "present": [] if over else meeting.at_the_table(evening),
        "qr_url": "" if over else here("screen.join"),
        "blank_url": here("screen.blank", terug=request.path),
        "home_url": "" if g.door == "screen" else _desk(),
    }


@room.post("/scherm")
@open_to(facilitator)
def open_it():
    form = Form()
    if not form.accepts(shared_screen.open_screen, g.circle, g.viewer.staff, now=clock.now()) or not form.outcome:
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
    settings = current_app.config["SETTINGS"]
    code = None if settings.loopback else qr(settings.base_url, title="QR-code van deze app")
    return render_template("screen/join.html", code=code, address=settings.base_url, port=settings.port, back=_back())


@room.get("/dicht")
@open_to(whoever_looks)
def blank():
    return render_template("screen/blank.html", back=_back())


def _back():
    return steps.local(request.args.get("terug")) or here("meeting.present")


def _desk():
    """The facilitator's own page of this family."""
    known = "desk.circle" in current_app.view_functions
    return url_for("desk.circle", circle_id=g.circle.id) if known else "/"
