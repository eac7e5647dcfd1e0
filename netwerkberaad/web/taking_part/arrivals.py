"""At the door: whoever chose a name on the map is let in with one tap at the table."""

from flask import g, redirect, request
from wtforms import SelectChoice, SelectField

from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import arrivals, joining
from netwerkberaad.web import clock
from netwerkberaad.web.doors import here, open_to, whoever_arranges
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, asks_for_fragment, tell

room = Room("arrivals", __name__, frame="screen")
DOORS = ("table", "screen", "pen")
SHOWN_AT_ONCE = 3


class DoorForm(Form):
    answer = SelectField("Mag deze telefoon erbij?", choices=[SelectChoice("ja", "Ja"), SelectChoice("nee", "Nee")])


def whoever_opens_the_door(viewer, circle):
    """Whoever arranges at the table; while the family talks alone only whoever holds the pen."""
    return whoever_arranges(viewer, circle) and arrivals.opens_the_door(
        viewer.audience, meeting.present_meeting(circle)
    )


@room.app_context_processor
def at_the_door():
    """Who waits to be let in, for every whole page at the table of who may let them in."""
    if g.get("circle") is None or request.blueprints[-1:] not in ([door] for door in DOORS) or asks_for_fragment():
        return {}
    waiting = joining.waiting(g.circle, now=clock.now())
    if waiting and not arrivals.opens_the_door(g.viewer.audience, waiting[0].meeting):
        return {}
    return {"at_the_door": waiting[:SHOWN_AT_ONCE], "more_at_the_door": len(waiting[SHOWN_AT_ONCE:])}


@room.post("/deur/<int:guest_id>")
@open_to(whoever_opens_the_door)
def answer(guest_id):
    guest, form = arrivals.guest_in(g.circle, guest_id), DoorForm()
    does = joining.let_in if form.answer.data == "ja" else joining.refuse
    if not form.accepts(lambda answer: does(guest, now=clock.now())):
        tell(form.refusal.sentence if form.refusal else "Kies ja of nee.")
    return _back()


@room.post("/deur/<int:guest_id>/uit")
@open_to(whoever_opens_the_door)
def put_out(guest_id):
    if Form().accepts(arrivals.put_out, arrivals.guest_in(g.circle, guest_id), now=clock.now()):
        tell("Die telefoon doet niet meer mee.")
    return _back()


def _back():
    return redirect(steps.local(request.form.get("back")) or here("meeting.there"), 303)
