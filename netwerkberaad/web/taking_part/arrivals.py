"""At the door: whoever chose a name on the map is let in with one tap at the table."""

from flask import g, redirect, request

from netwerkberaad.domain.circle import person_in
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import NoAnswerAtTheDoor, insist
from netwerkberaad.domain.taking_part import arrivals, joining
from netwerkberaad.web import clock
from netwerkberaad.web.doors import here, open_to, whoever_arranges
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form, line
from netwerkberaad.web.hypermedia import Room, asks_for_fragment, tell, tell_why_not

room = Room("arrivals", __name__, frame="screen")
DOORS = ("table", "screen", "pen")
SHOWN_AT_ONCE = 3


class DoorForm(Form):
    """answer: ja, nee, or the number of whom the table recognised by the name that was typed."""

    answer = line("Mag deze telefoon erbij?", most=20)


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
    for guest in waiting[:SHOWN_AT_ONCE]:
        guest.could_be = arrivals.could_be(guest)
    return {"at_the_door": waiting[:SHOWN_AT_ONCE], "more_at_the_door": len(waiting[SHOWN_AT_ONCE:])}


@room.post("/deur/<int:guest_id>")
@open_to(whoever_opens_the_door)
def answer(guest_id):
    guest, form = arrivals.guest_in(g.circle, guest_id), DoorForm()
    if not form.accepts(_answered, guest, now=clock.now()):
        tell_why_not(form.refusal.sentence if form.refusal else NoAnswerAtTheDoor.sentence)
    return _back()


@room.post("/deur/<int:guest_id>/uit")
@open_to(whoever_opens_the_door)
def put_out(guest_id):
    if Form().accepts(arrivals.put_out, arrivals.guest_in(g.circle, guest_id), now=clock.now()):
        tell("Die telefoon doet niet meer mee.")
    return _back()


def _answered(guest, *, answer, now):
    if answer == "nee":
        return joining.refuse(guest, now=now)
    if answer == "ja":
        return joining.let_in(guest, now=now)
    insist((answer or "").isdecimal(), NoAnswerAtTheDoor)
    return arrivals.let_in_as(guest, person_in(g.circle, answer), now=now)


def _back():
    return redirect(steps.local(request.form.get("back")) or here("meeting.there"), 303)
