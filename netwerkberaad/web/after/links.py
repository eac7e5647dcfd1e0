"""Handing out the links: the round at the end of the evening, one person at a time.

A link opens for whoever arranges at the table, and at any time for the facilitator of the circle: renewing a
lost link after the evening is their job. What was handed over is not shown again, so nobody comes in with
somebody's link without that person noticing: a new one ends the old. Numbers and mail addresses never stand
on the shared screen; on the desk they can be written down, not read back."""

from flask import current_app, g, render_template
from wtforms import HiddenField, RadioField, SelectChoice

from netwerkberaad.domain import circle
from netwerkberaad.domain.after import consent, links, member
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.agreeing.closing import is_closed_this_evening
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.taking_part import becoming
from netwerkberaad.web import clock, seal
from netwerkberaad.web.after.details import DetailsForm
from netwerkberaad.web.doors import facilitator, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, tell
from netwerkberaad.web.qr import qr

room = Room("links", __name__, frame="screen")
THE_TABLE = (whoever_arranges, facilitator)


class RenewForm(Form):
    seen = HiddenField()


class ReachForm(Form):
    """notify: none = no phone, only paper; discreet = a phone after all, and nothing that gives anything
    away."""

    notify = RadioField(
        "Hoe bereiken we je?",
        choices=[SelectChoice("none", "Op papier"), SelectChoice("discreet", "Op de telefoon")],
    )


@room.get("/links")
@open_to(*THE_TABLE)
def round():
    taking_part, others = links.round_of(g.circle)
    form, evening = Form(formdata=None), meeting.present_meeting(g.circle)
    return render_template(
        "links/round.html",
        taking_part=taking_part,
        others=others,
        form=form,
        may_look=whoever_looks(g.viewer, g.circle),
        everybody_has=all(link and link.handed_at for who, link in taking_part if not who.is_professional),
        # Once the plan is closed this round is the last thing of the evening.
        is_last=bool(evening and evening.state in ("going_on", "paused") and is_closed_this_evening(evening)),
    )


@room.post("/links/<int:person_id>/maken")
@open_to(*THE_TABLE)
def make(person_id):
    person, form = _person(person_id), Form()
    if form.accepts(links.make, person, now=clock.now()):
        return see_other(".person", person_id=person.id)
    return _page(person, form)


@room.get("/links/<int:person_id>")
@open_to(*THE_TABLE)
def person(person_id):
    return _page(_person(person_id))


@room.get("/links/<int:person_id>/kaart")
@open_to(*THE_TABLE)
def card(person_id):
    g.room_frame = "paper"
    person, our_plan = _person(person_id), plan.plan_of(g.circle)
    return render_template(
        "links/card.html",
        contact=our_plan.contact_person,
        cancel_with=member.whom_to_cancel_with(person, None, our_plan),
        **_shown(person),
    )


@room.post("/links/<int:person_id>/gekregen")
@open_to(*THE_TABLE)
def handed_over(person_id):
    person, form = _person(person_id), Form()
    if form.accepts(links.hand_over, person, now=clock.now()):
        tell(f"{person.name} heeft de link.")
        return see_other(".round")
    return _page(person, form)


@room.post("/links/<int:person_id>/nieuw")
@open_to(*THE_TABLE)
def renewed(person_id):
    person, form = _person(person_id), RenewForm()
    if form.accepts(links.renew, person, now=clock.now()):
        tell(f"Dit is de nieuwe link van {person.name}. De oude werkt niet meer.")
        return see_other(".person", person_id=person.id)
    return _page(person, form)


@room.post("/links/<int:person_id>/ingetrokken")
@open_to(*THE_TABLE)
def revoked(person_id):
    person, form = _person(person_id), Form()
    if form.accepts(links.revoke, person, now=clock.now()):
        tell(f"De link van {person.name} werkt niet meer.")
        return see_other(".person", person_id=person.id)
    return _page(person, form)


@room.post("/links/<int:person_id>/bereikbaar")
@open_to(*THE_TABLE)
def reached(person_id):
    person, form = _person(person_id), ReachForm()
    if form.accepts(circle.change_person, person):
        return see_other(".person", person_id=person.id)
    return _page(person, form)


@room.get("/links/<int:person_id>/gegevens")
@open_to(facilitator)
def details(person_id):
    """What somebody says aloud: written down on the desk, never read back from it."""
    g.room_frame = "desk"
    person, form = _person(person_id), DetailsForm(formdata=None)
    form.consents.data = sorted(consent.given_by(person))
    return render_template("links/details.html", person=person, form=form)


@room.post("/links/<int:person_id>/gegevens")
@open_to(facilitator)
def written_down(person_id):
    g.room_frame = "desk"
    person, form = _person(person_id), DetailsForm()
    said = {"phone": form.phone.data or None, "email": form.email.data or None}
    if form.accepts(becoming.write_down, person, now=clock.now(), **said):
        tell("Dit is opgeschreven.")
        return see_other(".person", person_id=person.id)
    return render_template("links/details.html", person=person, form=form), form.status


def _person(person_id):
    person = circle.person_in(g.circle, person_id)
    if person.is_child:
        raise Stranger
    return person


def _page(person, refused=None):
    """The page of one person; a form that was refused comes back with its reason."""
    shown = render_template(
        "links/person.html",
        refused=refused,
        form=Form(formdata=None),
        reachable_only_from_here=current_app.config["SETTINGS"].loopback,
        **_shown(person),
    )
    return (shown, refused.status) if refused else shown


def _shown(person):
    link = links.link_of(person)
    found = {"person": person, "link": link, "address": "", "words": "", "code": ""}
    if link and link.may_be_shown:
        address = seal.address_of(link)
        found |= {
            "address": address,
            "words": seal.words_of(link),
            "code": qr(address, title=f"QR-code van {person.name}"),
        }
    return found
