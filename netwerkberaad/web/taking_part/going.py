"""Going: home early, with a goodbye, or away at once without a trace."""

from flask import g, redirect, render_template, session, url_for

from netwerkberaad.database import one_go
from netwerkberaad.domain.taking_part import arrivals, becoming, joining
from netwerkberaad.web import clock
from netwerkberaad.web.doors import everyone, guest, open_to
from netwerkberaad.web.forms import Form, csrf
from netwerkberaad.web.hypermedia import Room, see_other
from netwerkberaad.web.taking_part import guest_pass
from netwerkberaad.web.taking_part.promising import whoever_stays_reachable

room = Room("going", __name__, frame="phone")


@room.post("/weg")
@csrf.exempt  # going away must always work; the pass does not come along from another site
@open_to(everyone)
def leave():
    """«Snel weg»: this phone stops; its owner is still at the table."""
    if g.viewer:
        with one_go():
            joining.leave(g.viewer.guest, now=clock.now())
    session.pop("csrf_token", None)
    return guest_pass.take_back(see_other("opening.elsewhere"))


@room.app_template_global()
def asked_before_going():
    """Whether the owner of this phone is asked something before they go: how we reach them, while they have a pass."""
    person = g.viewer.person
    return bool(person and not (person.is_professional or person.is_child or becoming.is_member(person)))


@room.get("/naar-huis")
@open_to(guest)
def before_home():
    """«Ga je naar huis?» Afterwards nobody can ask them on this phone how we reach them."""
    asks = asked_before_going() and whoever_stays_reachable(g.viewer, g.circle)
    return render_template("taking_part/going.html", asks=asks)


@room.post("/naar-huis")
@open_to(guest)
def home():
    """«Ik ga naar huis»: no longer at the table. Sent twice, the second time nobody is there to answer."""
    if not Form().accepts(joining.go_home, g.viewer.guest, now=clock.now()):
        return redirect(url_for("phone.following.now"), 303)
    return guest_pass.take_back(see_other(".goodbye"))


@room.post("/andere-naam")
@open_to(guest)
def choose_again():
    """Tapped the wrong name: back to the names, while nobody let this phone in."""
    waits = g.viewer.guest
    if Form().accepts(joining.refuse, waits, now=clock.now()) and waits.meeting.code:
        return see_other("joining.who", code=waits.meeting.code)
    return redirect(url_for("phone.following.now"), 303)


@room.get("/tot-ziens")
@open_to(everyone)
def goodbye():
    g.room_frame = "plain"
    return render_template("taking_part/goodbye.html", over=arrivals.stayed_to_the_end(guest_pass.number()))
