"""The pen: handed over at the table or taken over from another phone, and the strip above the pages it opens."""

from flask import g, redirect, render_template, request, url_for
from wtforms import HiddenField

from netwerkberaad.domain import refusals
from netwerkberaad.domain.circle import person_in
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.taking_part import pen, private_time
from netwerkberaad.web import clock
from netwerkberaad.web.doors import guest_inside, here, open_to, whoever_arranges
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other

room = Room("pen", __name__, frame="screen")
on_phone = Room("own_pen", __name__, frame="phone")
LAPTOP = "laptop"


class PenForm(Form):
    """person: the number of whoever gets the pen, or laptop."""

    person = HiddenField()


@room.app_context_processor
def above_the_page():
    """Whether the family talks alone now; and the strip on the phone with the pen, and on the shared screen while they
    do so at the laptop."""
    root = request.blueprints[-1] if request.blueprints else ""
    if root not in ("table", "screen", "pen") or g.get("circle") is None:
        return {}
    private = private_time.is_on(g.get("evening"))
    shut = private_time.shuts_out(g.get("evening"), g.viewer.audience, g.viewer.person)
    return {"pen_strip": root == "pen" or (private and not shut), "private": private, "has_pen": root == "pen"}


@room.get("/pen")
@open_to(whoever_arranges)
def table():
    return _page(PenForm(formdata=None))


@room.post("/pen")
@open_to(whoever_arranges)
def hand():
    form = PenForm()
    if not form.accepts(_hand, meeting.present_meeting(g.circle)):
        return _page(form), form.status
    # Whoever gave the pen away goes back to their own phone's page.
    gave_away = g.viewer.audience == "pen" and form.person.data != str(g.viewer.person.id)
    return redirect(url_for("phone.following.now"), 303) if gave_away else see_other(".table", **_kept())


@on_phone.get("/pen")
@open_to(guest_inside)
def mine():
    return _own_page(Form(formdata=None))


@on_phone.post("/pen")
@open_to(guest_inside)
def take_over():
    """«Neem de pen over.»"""
    form = Form()
    if not form.accepts(pen.take_over_pen, g.viewer.guest.meeting, person=g.viewer.person):
        return _own_page(form), form.status
    return redirect(url_for("pen.meeting.present", circle_id=g.circle.id), 303)


def _hand(evening, *, person):
    insist(person, refusals.NoPenChosen)
    if person == LAPTOP:
        return pen.take_back_pen(evening, now=clock.now())
    return pen.hand_pen(evening, person_in(g.circle, person))


def _page(form):
    evening, opened_from = meeting.present_meeting(g.circle), steps.way_back()
    asked = steps.address_of(evening.question) if evening and evening.begun_at else here("meeting.present")
    return render_template(
        "taking_part/pen.html",
        form=form,
        phones=pen.phones_in(evening),
        holder=evening.pen_id if evening else None,
        laptop=LAPTOP,
        going_on=evening is not None and evening.state in ("going_on", "paused"),
        back=opened_from or asked,
        kept=_kept(),
    )


def _kept():
    """From where this page was opened, for the addresses on it."""
    return {"terug": steps.way_back() or None}


def _own_page(form):
    evening, person = g.viewer.guest.meeting, g.viewer.person
    holder = evening.pen if pen.is_held(evening) else None
    return render_template(
        "taking_part/pen_on_phone.html",
        form=form,
        person=person,
        holder=holder,
        gone=evening.pen if evening.pen_id and holder is None else None,
        mine=holder is not None and holder.id == person.id,
        may_take=private_time.is_on(evening) and pen.may_hold_the_pen(person),
        table_url=url_for("pen.meeting.present", circle_id=g.circle.id),
    )
