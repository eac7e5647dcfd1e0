"""Promises that are no shift: making one, saying it otherwise, taking it away; and who can be asked at the table."""

from flask import g, render_template

from netwerkberaad.domain import circle
from netwerkberaad.domain.agreeing import agreements, plan
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import SoundsLikePlanB
from netwerkberaad.web import clock
from netwerkberaad.web.agreeing import plan_forms
from netwerkberaad.web.agreeing.plan_forms import AgreementForm, SeenForm
from netwerkberaad.web.doors import open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.hypermedia import see_other


def open_in(room):
    """Gives the plan room the pages of its promises."""
    room.get("/afspraken/beloften")(promises)
    room.post("/afspraken/beloften")(promise)
    room.get("/afspraken/beloften/<int:agreement_id>")(one_promise)
    room.post("/afspraken/beloften/<int:agreement_id>")(say_otherwise)
    room.post("/afspraken/beloften/<int:agreement_id>/weg")(drop_promise)


@open_to(whoever_looks)
def promises():
    return _page(AgreementForm(formdata=None))


@open_to(whoever_arranges)
def promise():
    form = for_the_table(AgreementForm())
    if form.accepts(_agree, g.circle, now=clock.now()):
        return see_other(".promises")
    return _page(form), form.status


@open_to(whoever_looks)
def one_promise(agreement_id):
    agreement = agreements.agreement_in(g.circle, agreement_id)
    return _page(_as_it_stands(agreement), agreement)


@open_to(whoever_arranges)
def say_otherwise(agreement_id):
    agreement = agreements.agreement_in(g.circle, agreement_id)
    form = for_the_table(AgreementForm())
    if form.accepts(_say_otherwise, g.circle, agreement.id, now=clock.now()):
        return see_other(".promises")
    return _page(form, agreement), form.status


@open_to(whoever_arranges)
def drop_promise(agreement_id):
    form = SeenForm()
    if form.accepts(agreements.take_away, g.circle, agreement_id, now=clock.now()):
        return see_other(".promises")
    return _page(AgreementForm(formdata=None), refused=form), form.status


def who_can_be_asked():
    """Everybody but children under 12: who is here first, professionals last. `here`: at the table now."""
    present = {person.id for person in meeting.at_the_table(meeting.present_meeting(g.circle))}
    people = [person for person in circle.people_of(g.circle) if not person.is_child]
    for person in people:
        person.here = person.id in present
    return sorted(people, key=lambda person: (person.is_professional, not person.here))


def for_the_table(form):
    """The form with the people to choose from, when it asks for one."""
    return plan_forms.remember_choice(form, who_can_be_asked()) if "person" in form else form


def standing(picture):
    """The plan so far, for the side of the page: what stands, and what is still open."""
    return {"picture": picture, "points": open_points(picture)}


def _agree(ours, *, seen, now, **promised):
    return agreements.agree(ours, promised.pop("person"), **promised, now=now)


def _say_otherwise(ours, agreement_id, *, seen, now, **promised):
    return agreements.say_otherwise(ours, agreement_id, promised.pop("person"), **promised, seen=seen, now=now)


def _as_it_stands(agreement):
    stands = {
        "person": agreement.person_id,
        "what": agreement.what,
        "days": ["0123456"] if agreement.days == "0123456" else list(agreement.days),
        "starts": agreement.starts.replace(":", "."),
        "seen": agreement.version,
    }
    return AgreementForm(formdata=None, **stands)


def _page(form, agreement=None, refused=None):
    people = who_can_be_asked()
    plan_forms.remember_choice(form, people)
    if form.status == 409 and agreement:
        stands = _as_it_stands(agreements.agreement_in(g.circle, agreement.id))
        form.put_beside(plan_forms.remember_choice(stands, people))
    return render_template(
        "plan/promises.html",
        form=form,
        refused=refused,
        people=people,
        agreement=agreement,
        agreements=plan.agreements_of(g.circle),
        plan_b_hint=isinstance(form.refusal, SoundsLikePlanB),
        **standing(picture_of(g.circle, today=clock.today())),
    )
