"""A member's own phone: what they do next, the week of all of us, our plan, and what we may know of them."""

import datetime as dt

from flask import g, render_template, request, session

from netwerkberaad.domain import sharing
from netwerkberaad.domain.after import consent, links, member, own_dates
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.domain.week import when
from netwerkberaad.web import clock, passes
from netwerkberaad.web.after import asked, home, phone, plan_on_phone, shift_forms
from netwerkberaad.web.after.details import NOTES, DetailsForm
from netwerkberaad.web.after.phone import (
    whoever_has_a_link,
    whoever_has_details,
    whoever_reads_the_plan,
    whoever_sees_the_week,
)
from netwerkberaad.web.doors import MEMBER_PASS, everyone, open_to
from netwerkberaad.web.forms import Form, csrf
from netwerkberaad.web.hypermedia import Room, see_other, tell
from netwerkberaad.web.safety import who_reads
from netwerkberaad.web.taking_part import guest_pass

room = Room("member", __name__, frame="member")
HOME = "/mijn"
SOMEBODY_ELSES, OWN_PHONE = 15, 60 * 24 * 60


room.context_processor(phone.around_it)


@room.get("/mijn", endpoint="home")
@open_to(whoever_has_a_link)
def first_page():
    return home.shown()


@room.post("/mijn/telefoon")
@open_to(whoever_has_a_link)
def own_phone():
    """«Is dit je eigen telefoon?» Ja: the pass stays as long as the link. Nee: it ends in a quarter of an hour."""
    form = home.PhoneForm()
    if not form.validate_on_submit():
        return home.shown(form)
    number, renewal, _ = passes.shown(MEMBER_PASS)
    own = form.own.data == "ja"
    days = links.days_left(links.link_with(number), today=clock.today()) + 1
    minutes = min(OWN_PHONE, days * 24 * 60) if own else SOMEBODY_ELSES
    seal = [number, renewal, own]
    return passes.hand_out(see_other(".home"), MEMBER_PASS, seal, path=HOME, minutes=minutes, keep=own)


@room.post("/mijn/meedoen")
@open_to(whoever_has_a_link)
def take_part():
    """«Doe mee»: to the table with this phone, as themselves."""
    form, evening = Form(), home.evening_to_join()
    if form.accepts(joining.join_as, g.viewer.person, evening, ticket=form.once.data, now=clock.now()):
        guest = form.outcome or joining.joined_with(evening, form.once.data)
        response = see_other("phone.following.now")
        return guest_pass.hand_out(response, guest) if guest else response
    return home.shown(form)


@room.post("/mijn/antwoorden")
@open_to(whoever_has_a_link)
def answer():
    form = asked.AnswerForm()
    if form.accepts(asked.answered, g.viewer.person, now=clock.now()):
        tell(asked.SAID[form.answer.data])
        return see_other(".home")
    return home.shown(form)


@room.get("/mijn/week")
@open_to(whoever_sees_the_week)
def week():
    """The week of all of us, a week at a time; `van` is a date in the week asked for."""
    g.place = "week"
    person, our_plan, today = g.viewer.person, phone.plan_here(), clock.today()
    asked_for = _day_asked_for(our_plan, today)
    monday = when.monday(asked_for)
    first = today if monday == when.monday(today) and our_plan.end and today <= our_plan.end else monday
    days = {}
    for one in own_dates.week_of(person, our_plan, monday):
        days.setdefault(one.day, []).append((one, own_dates.may_cancel(person, our_plan, one, now=clock.now())))
    return render_template(
        "member/week.html",
        plan=our_plan,
        monday=monday,
        asked_for=asked_for,
        days={day: shifts for day, shifts in days.items() if day >= first},
        past={day: shifts for day, shifts in days.items() if day < first},
        today=today,
        now=clock.now(),
        a_week=7 * when.A_DAY,
        people=phone.people_here(),
        lacks_company=own_dates.company_seen_by(person).is_missing,
        may_tell=our_plan.contact_person_id == person.id,
        went=shift_forms.WentForm(formdata=None),
    )


@room.get("/mijn/plan")
@open_to(whoever_reads_the_plan)
def our_plan():
    """What we read back and signed; `versie` is the number of an older version."""
    return _plan()


@room.post("/mijn/plan/handtekening")
@open_to(whoever_reads_the_plan)
def sign():
    form, person = plan_on_phone.SignForm(), g.viewer.person
    version = signing.latest_of(person.circle_id)
    if version is None:
        raise Stranger
    if form.accepts(member.sign, person, version, now=clock.now()):
        tell("Dank je wel. Je antwoord staat erbij.")
        return see_other(".our_plan")
    return _plan(form)


@room.get("/mijn/gegevens")
@open_to(whoever_has_a_link)
def details():
    person = g.viewer.person
    form = DetailsForm(formdata=None, phone=person.phone, email=person.email)
    form.consents.data = sorted(consent.given_by(person))
    return _details(form)


@room.post("/mijn/gegevens")
@open_to(whoever_has_details)
def keep_details():
    form = DetailsForm()
    if form.accepts(consent.give_details, g.viewer.person, how="own", now=clock.now()):
        tell("Dit is bewaard.")
        return see_other(".details")
    return _details(form), form.status


@room.post("/mijn/weg")
@csrf.exempt  # going away must always work, and another site that sends somebody away does no harm
@open_to(everyone)
def leave():
    session.pop("csrf_token", None)
    return passes.take_back(see_other("opening.elsewhere"), MEMBER_PASS, path=HOME)


def _plan(form=None):
    g.place = "our_plan"
    shown = plan_on_phone.shown(g.viewer.person, request.args.get("versie"), form)
    page = render_template("member/plan.html", **shown, floors=who_reads.floors_for_member())
    return (page, form.status) if form else page


def _details(form):
    g.place = "details"
    return render_template(
        "member/details.html",
        form=form,
        own_only=member.sees_only_own(g.viewer.person),
        has_details=whoever_has_details(g.viewer, None),
        notes=NOTES,
        told=sharing.told(),
    )


def _day_asked_for(our_plan, today):
    """The date of which the week is shown: the one asked for, inside the plan."""
    try:
        day = dt.date.fromisoformat(request.args.get("van", ""))
    except ValueError:
        day = today
    if our_plan.start:
        day = min(max(day, our_plan.start), our_plan.end)
    return day
