"""«Scherm dicht»: what covers the wall at once, from whichever window, phone or key it was said."""

from flask import g, jsonify, redirect, request
from wtforms import HiddenField

from netwerkberaad.domain import changes
from netwerkberaad.domain.evening import shared_screen
from netwerkberaad.web import clock
from netwerkberaad.web.doors import here, open_to
from netwerkberaad.web.evening import steps
from netwerkberaad.web.evening.meeting import whoever_sat_here
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import asks_for_fragment

COVERED = ("table", "screen")
FOLLOWED = (*COVERED, "pen")


class DarkForm(Form):
    """back: the page to go back to, from a form that was sent without script."""

    back = HiddenField()


@open_to(whoever_sat_here)
def dark():
    """Whether the wall is dark, and the number of the circle at which it was so."""
    return _told(g.number)


@open_to(whoever_sat_here)
def darken():
    return _turned(lambda back: shared_screen.darken(g.circle, now=clock.now()))


@open_to(whoever_sat_here)
def lighten():
    return _turned(lambda back: shared_screen.lighten(g.circle))


def around_a_dark_wall():
    """For every page at the table: is it dark, and how to say so. The phone with the pen is never covered itself."""
    root = request.blueprints[-1] if request.blueprints else ""
    if root not in FOLLOWED or g.get("circle") is None or asks_for_fragment():
        return {}
    return {
        "dark": {
            "on": shared_screen.is_dark(g.circle, now=clock.now()),
            "covers": root in COVERED,
            "state": here("screen.dark"),
            "darken": here("screen.darken"),
            "lighten": here("screen.lighten"),
            "back": request.full_path.rstrip("?") if request.method == "GET" else here("meeting.present"),
        }
    }


def open_in(room):
    """Opens these addresses in the room of the shared screen."""
    room.add_url_rule("/scherm/stand", "dark", dark, methods=["GET"])
    room.add_url_rule("/scherm/dicht", "darken", darken, methods=["POST"])
    room.add_url_rule("/scherm/open", "lighten", lighten, methods=["POST"])
    room.app_context_processor(around_a_dark_wall)


def _turned(turn):
    form = DarkForm()
    form.accepts(turn)
    back = steps.local(form.back.data)
    return redirect(back, 303) if back else _told(changes.number_of(g.circle))


def _told(number):
    return jsonify(dark=shared_screen.is_dark(g.circle, now=clock.now()), number=number)
