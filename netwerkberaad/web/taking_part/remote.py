"""The facilitator's own phone as the remote: next, back, hints, who is there, private notes, «Scherm dicht»."""

from flask import current_app, g, redirect, render_template, request
from wtforms import HiddenField

from netwerkberaad.domain import refusals
from netwerkberaad.domain.evening import blocks, hints, meeting, moving, questions, shared_screen
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.taking_part import arrivals, carrying, notes, private_time, who_answered
from netwerkberaad.web import clock
from netwerkberaad.web.doors import facilitator, here, open_to, whoever_arranges
from netwerkberaad.web.forms import Form, words
from netwerkberaad.web.hypermedia import Room, see_other, tell_why_not
from netwerkberaad.web.qr import qr
from netwerkberaad.web.taking_part import live

room = Room("remote", __name__, frame="remote")
ABOUT_SOMEBODY = "Kan iets niet? Wat kan dan wél?"


class GoForm(Form):
    go = HiddenField()


class NoteForm(Form):
    words = words("Je notitie", most=1000)


def leads_the_evening(viewer, circle):
    """The facilitator beside this family, while the table is open."""
    return facilitator(viewer, circle) and whoever_arranges(viewer, circle)


@room.get("/afstandsbediening")
@open_to(facilitator)
def now():
    return _page(NoteForm(formdata=None))


@room.post("/afstandsbediening/beginnen")
@open_to(leads_the_evening)
def begin():
    """The evening begins, or goes on after a pause."""
    Form().accepts(moving.go_on, g.circle, today=clock.today(), now=clock.now())
    return see_other(".now")


@room.post("/afstandsbediening/verder")
@open_to(leads_the_evening)
def move():
    """Terug, Sla over or Verder, for everybody. A phone that still shows an earlier question moves nobody."""
    code, go, evening = request.form.get("from", ""), request.form.get("go"), meeting.present_meeting(g.circle)
    if code not in questions.QUESTIONS or go not in moving.WAYS:
        raise Stranger
    if evening is None or evening.state != "going_on" or evening.question != code:
        tell_why_not(refusals.AlreadyFurther.sentence)
        return see_other(".now")
    form = GoForm()
    done = form.accepts(lambda go: moving.move(g.circle, evening, code, go, now=clock.now()))
    held = done and form.outcome and form.outcome.held
    return see_other(".now", nog="" if held else None)


@room.post("/afstandsbediening/naar/<code>")
@open_to(leads_the_evening)
def mend(code):
    """To the question where what is still missing can be said, for everybody."""
    form, evening = Form(), meeting.present_meeting(g.circle)
    if code not in questions.QUESTIONS or evening is None or evening.state != "going_on":
        raise Stranger
    if not form.accepts(moving.mend, g.circle, evening, request.form.get("from", ""), code, now=clock.now()):
        tell_why_not(form.refusal.sentence if form.refusal else refusals.AlreadyFurther.sentence)
    return see_other(".now")


@room.post("/afstandsbediening/scherm-dicht")
@open_to(facilitator)
def darken():
    Form().accepts(shared_screen.darken, g.circle, now=clock.now())
    return see_other(".now")


@room.post("/afstandsbediening/scherm-open")
@open_to(facilitator)
def lighten():
    Form().accepts(shared_screen.lighten, g.circle)
    return see_other(".now")


@room.post("/afstandsbediening/notities")
@open_to(facilitator)
def note():
    form = NoteForm()
    if form.accepts(notes.add, meeting.present_meeting(g.circle), g.viewer.staff, now=clock.now()):
        return redirect(here("remote.now") + "#notities", 303)
    return _page(form), form.status


@room.post("/afstandsbediening/notities/<int:number>/weg")
@open_to(facilitator)
def take_note_away(number):
    Form().accepts(notes.take_away, meeting.present_meeting(g.circle), g.viewer.staff, number)
    return redirect(here("remote.now") + "#notities", 303)


@room.app_template_global()
def remote_for_a_phone():
    """For the family's page at the desk: the address of the remote, and its QR code (none where no phone gets in)."""
    settings, address = current_app.config["SETTINGS"], here("remote.now")
    url = settings.base_url + address
    code = None if settings.loopback else qr(url, title="QR-code van de afstandsbediening")
    return {"address": address, "url": url, "code": code}


def _page(form):
    evening = meeting.present_meeting(g.circle)
    alone = private_time.is_on(evening)
    state = "alone" if alone else evening.state if evening else "planned"
    return render_template(
        "taking_part/remote.html",
        form=form,
        evening=evening,
        state=state,
        notes=notes.notes_of(evening, g.viewer.staff) if state != "ended" else [],
        is_dark=shared_screen.is_dark(g.circle, now=clock.now()),
        live=_stays_here(),
        **(_where_we_are(evening) if state in ("going_on", "paused") else {}),
    )


def _where_we_are(evening):
    code = questions.place_of(evening.question)
    q = questions.QUESTIONS[code]
    onward = moving.beside(evening.circle_id, code, +1)
    people = meeting.at_the_table(evening)
    answered = who_answered.who_answered(evening, today=clock.today())
    asked = who_answered.asked(evening, people) if answered is not None else []
    return {
        "q": q,
        "steps": meeting.STEPS,
        "asks": _sentence(code),
        "then": _sentence(onward) if onward else "",
        "first": questions.before(code) is None,
        "hints": hints.hints_for(code),
        "held": _held_back(code),
        "people": people,
        "phones": {guest.person_id: guest.here for guest in arrivals.phones_of(evening)},
        "answered": answered,
        "asked": asked,
        "unseen": carrying.how_many_answered(evening, q.kind) if q.private else 0,
        "numbers_wait": code == "3.3" and bool(answered),
        "pen_url": here("pen.table", terug=here("remote.now")),
        "private_url": here("private_time.private", terug=here("remote.now")),
        "numbers_url": here("meeting.show_numbers"),
    }


def _held_back(code):
    """What still has to be said, for whoever just wanted to leave this step."""
    step = questions.QUESTIONS[code].step
    asked_to_leave = "nog" in request.args and code == questions.last_of_step(step)
    return blocks.before_leaving(g.circle, step) if asked_to_leave else []


def _sentence(code):
    return ABOUT_SOMEBODY if code == "4.5" else questions.QUESTIONS[code].sentence


def _stays_here():
    """The remote follows every change and goes nowhere: it is the wall that moves. None when nothing is followed."""
    followed = live.what_to_follow().get("live")
    return followed and {**followed, "place": here("remote.now"), "home": here("remote.now")}
