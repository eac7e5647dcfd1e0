"""Promising on one's own phone: yes to a shift or a role, signing what was read back, and staying reachable."""

from flask import g, render_template, request, url_for
from wtforms import BooleanField

from netwerkberaad.domain import yes
from netwerkberaad.domain.after import consent, links, member
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.agreeing.closing import sign_on_own_phone
from netwerkberaad.domain.agreeing.plan_sheet import OWN_ROLES
from netwerkberaad.domain.evening.meeting import STEPS
from netwerkberaad.domain.evening.on_phones import Said
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import NotRead, insist
from netwerkberaad.domain.taking_part import becoming
from netwerkberaad.domain.week import carrying_load, roster
from netwerkberaad.web import clock
from netwerkberaad.web.after import asked, phone, plan_on_phone
from netwerkberaad.web.after.details import NOTES, DetailsForm
from netwerkberaad.web.doors import guest_inside, open_to
from netwerkberaad.web.hypermedia import Room, see_other, tell

room = Room("promising", __name__, frame="phone")
NOW = "phone.following.now"
HOME, GOES_HOME = "phone.going.before_home", "huis"
SIGNING = "6.9"
PARTS = "taking_part/promises"


class ReachForm(DetailsForm):
    """no_phone: paper, and what is said aloud."""

    no_phone = BooleanField("Ik heb geen telefoon")


def whoever_reads_along(viewer, circle):
    """Inside, and not somebody who sees only their own shifts."""
    return guest_inside(viewer, circle) and phone.may("agreements")


def whoever_stays_reachable(viewer, circle):
    """Inside, and of the network: what a professional or a child may leave with us is asked elsewhere."""
    return guest_inside(viewer, circle) and phone.keeps_details() and not viewer.person.is_child


def shown(person, evening):
    """What this phone shows in steps 5 and 6: (the part of the page, what that part needs).

    `said`, when it is there, is what the phone says instead of the question: what was read back waits for their
    answer, their answer stands, or the plan does."""
    ours, at_signing = _asked(person), evening.question == SIGNING
    reading = _last_read() if phone.may("agreements") else {}
    found = None
    if reading and QUESTIONS[evening.question].step == 6 and (at_signing or not ours["asked"]):
        found = _after_reading(person, reading, at_signing)
    return found or (f"{PARTS}/_asked.html", {**ours, "signs": _waits(reading)})


@room.post("/antwoorden")
@open_to(guest_inside)
def answer():
    form = asked.AnswerForm()
    if form.accepts(asked.answered, g.viewer.person, now=clock.now()):
        tell(asked.SAID[form.answer.data])
        return see_other(NOW)
    return _page(f"{PARTS}/_asked.html", {**_asked(g.viewer.person), "refused": form}), form.status


@room.get("/plan")
@open_to(whoever_reads_along)
def our_plan():
    """What was read back last, whole; and «Doe je mee?», again for who changed their mind before it is closed."""
    reading = _last_read()
    return _page(*_sign_part(reading)) if reading else see_other(NOW)


@room.post("/handtekening")
@open_to(whoever_reads_along)
def sign():
    person, form = g.viewer.person, plan_on_phone.SignForm()
    if form.accepts(_sign, person, now=clock.now()):
        tell("Dank je wel. Je antwoord staat erbij.")
        asks_more = whoever_stays_reachable(g.viewer, g.circle) and not becoming.is_member(person)
        return see_other(".reach" if asks_more else NOW)
    reading = _last_read(form)
    part = _sign_part(reading) if reading else (f"{PARTS}/_asked.html", {**_asked(person), "refused": form})
    return _page(*part), form.status


@room.get("/bereikbaar")
@open_to(whoever_stays_reachable)
def reach():
    """«Hoe bereiken we je na vanavond?» Only what this person gave themselves stands here already."""
    person = g.viewer.person
    no_phone = becoming.is_member(person) and person.notify == "none"
    form = ReachForm(formdata=None, phone=person.phone, email=person.email, no_phone=no_phone)
    form.consents.data = sorted(consent.given_by(person))
    return _reach(form)


@room.post("/bereikbaar")
@open_to(whoever_stays_reachable)
def stay_reachable():
    form = ReachForm()
    if form.accepts(becoming.become_member, g.viewer.person, now=clock.now()):
        tell("Dit is bewaard.")
        return see_other(_onward())
    return _reach(form), form.status


def _sign(person, *, now, **answer):
    version = signing.read_this_evening(g.viewer.guest.meeting)
    insist(version, NotRead)
    return sign_on_own_phone(version, person, now=now, **answer)


def _asked(person):
    """What is asked of this person, and what they said yes to already."""
    said, regular, kept = yes.said_in(person.circle_id), roster.seen_by(person), phone.plan_here()
    # A plan that is over stops nothing here: the next one is being made.
    today = min(clock.today(), kept.end or clock.today())
    return {
        "asked": asked.with_forms(member.asked_of(person, regular, kept, said, today=today)),
        "doing": asked.with_forms(member.said_yes_to(person, regular, kept, said)),
        "roles": member.ROLES,
        "own_roles": OWN_ROLES,
        "falls": asked.falls,
        **asked.beside_it(carrying_load.own_load(person, regular, kept, said, today=clock.today())),
    }


def _last_read(form=None):
    """What was read back last, with this person's place under it; {} before the first reading of this evening."""
    read = signing.read_this_evening(g.viewer.guest.meeting)
    return plan_on_phone.shown(g.viewer.person, plan_on_phone.LAST, form) if read else {}


def _waits(reading):
    """Whether this person, here at the table, has not answered what was read back yet."""
    mine = reading.get("mine")
    return bool(mine and mine.where == "here" and mine.answer is None)


def _after_reading(person, reading, at_signing):
    """What this phone shows of what was read back, None when there is nothing to show yet. Who leaves before all is
    agreed signs what stands so far: the others go on with the question of this moment."""
    if reading["sheet"] is None or (_waits(reading) and (at_signing or not reading["sheet"].so_far)):
        return _sign_part(reading)
    if reading["closed_at"]:
        return _signed_part(person, reading, Said("Ons plan staat.", "Dank je wel."))
    if reading["mine"] and reading["mine"].answer:
        return _signed_part(person, reading, Said(f"Dank\u00a0je\u00a0wel, {person.name}.", "Je antwoord staat erbij."))
    return None


def _sign_part(reading):
    mine = reading["mine"]
    may = bool(mine and mine.where == "here" and not (reading["closed_at"] and mine.answer))
    said = Said("Doe je mee?", "Lees het rustig na. Onderaan geef je antwoord.") if may else Said("Ons plan", "")
    return f"{PARTS}/_sign.html", {**reading, "asks": mine if may else None, "said": said}


def _signed_part(person, reading, said):
    link = links.link_of(person)
    return f"{PARTS}/_signed.html", {
        **reading,
        "said": said,
        "reachable": whoever_stays_reachable(g.viewer, g.circle),
        "is_member": becoming.is_member(person),
        "has_link": bool(link and link.handed_at and not link.revoked_at),
        "leads": g.circle.facilitator.name,
    }


def _page(part, context):
    """One part as a page of its own; what was refused stands above it."""
    asked_now = QUESTIONS[g.viewer.guest.meeting.question]
    around = {"said": Said(asked_now.sentence, ""), "step": asked_now.step, "steps": STEPS, "promised": part}
    return render_template(f"{PARTS}/page.html", **{**around, **context})


def _reach(form):
    person, onward = g.viewer.person, _onward()
    return render_template(
        f"{PARTS}/reach.html",
        form=form,
        notes=NOTES,
        is_member=becoming.is_member(person),
        person=person,
        onward=url_for(onward),
        goes_home=GOES_HOME if onward == HOME else None,
    )


def _onward():
    """Back to the question; for whoever was on their way home (`?naar=huis`) to that."""
    return HOME if request.args.get("naar") == GOES_HOME else NOW
