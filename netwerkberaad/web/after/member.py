"""A member's own phone: what they do next, the week of all of us, our plan, and what we may know of them."""

import datetime as dt

from flask import g, render_template, request, session
from wtforms import SelectChoice, SelectField

from netwerkberaad.domain import sharing, yes
from netwerkberaad.domain.after import consent, links, member
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.domain.week import carrying_load, roster, when
from netwerkberaad.web import clock, passes, wording
from netwerkberaad.web.after import asked, phone, plan_on_phone
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


class PhoneForm(Form):
    own = SelectField("Is dit je eigen telefoon?", choices=[SelectChoice("ja", "Ja"), SelectChoice("nee", "Nee")])


room.context_processor(phone.around_it)


@room.get("/mijn")
@open_to(whoever_has_a_link)
def home():
    return _home()


@room.post("/mijn/telefoon")
@open_to(whoever_has_a_link)
def own_phone():
    """«Is dit je eigen telefoon?» Ja: the pass stays as long as the link. Nee: it ends in a quarter of an hour."""
    form = PhoneForm()
    if not form.validate_on_submit():
        return _home(form)
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
    form, evening = Form(), _evening_to_join()
    if form.accepts(joining.join_as, g.viewer.person, evening, ticket=form.once.data, now=clock.now()):
        guest = form.outcome or joining.joined_with(evening, form.once.data)
        response = see_other("phone.following.now")
        return guest_pass.hand_out(response, guest) if guest else response
    return _home(form)


@room.post("/mijn/antwoorden")
@open_to(whoever_has_a_link)
def answer():
    form = asked.AnswerForm()
    if form.accepts(asked.answered, g.viewer.person, now=clock.now()):
        tell(asked.SAID[form.answer.data])
        return see_other(".home")
    return _home(form)


@room.get("/mijn/week")
@open_to(whoever_sees_the_week)
def week():
    """The week of all of us, a week at a time; `van` is a date in the week asked for."""
    g.place = "week"
    person, our_plan, today = g.viewer.person, phone.plan_here(), clock.today()
    monday = _week_asked_for(our_plan, today)
    first = today if monday == when.monday(today) and our_plan.end and today <= our_plan.end else monday
    said = yes.said_in(person.circle_id)
    shifts = member.shifts_between(roster.seen_by(person), our_plan, monday, monday + 6 * when.A_DAY)
    days = {}
    for shift in shifts:
        days.setdefault(shift.day, []).append(
            (shift, roster.state_of(shift.regular, said), member.is_theirs(shift.regular, person, said))
        )
    return render_template(
        "member/week.html",
        plan=our_plan,
        monday=monday,
        days={day: shifts for day, shifts in days.items() if day >= first},
        past={day: shifts for day, shifts in days.items() if day < first},
        today=today,
        a_week=7 * when.A_DAY,
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


def _home(form=None):
    """The first page; a form that was refused comes back with its reason."""
    g.place = "home"
    person, our_plan, now = g.viewer.person, phone.plan_here(), clock.now()
    said, regular = yes.said_in(person.circle_id), roster.seen_by(person)
    today, own_phone = clock.today(), (passes.shown(MEMBER_PASS) or [None] * 3)[2]
    mine = member.coming_up(person, regular, our_plan, said, now=now)
    cancel_with = member.whom_to_cancel_with(person, mine[0] if mine else None, our_plan)
    given = consent.given_in(person.circle_id)
    page = render_template(
        "member/home.html",
        form=form,
        greeting=wording.greeting(now),
        own_only=member.sees_only_own(person),
        asks_phone=own_phone is None and PhoneForm(formdata=None),
        borrowed=own_phone is False,
        **asked.beside_it(carrying_load.own_load(person, regular, our_plan, said, today=today)),
        asked=asked.with_forms(member.asked_of(person, regular, our_plan, said, today=today)),
        roles=member.ROLES,
        next=mine[0] if mine else None,
        then=[shift for shift in mine[1:] if shift.day < when.monday(today) + 14 * when.A_DAY],
        helping=_who_comes(person, regular, our_plan, said, now),
        soon=lambda shift: _soon(shift, now),
        falls=asked.falls,
        beside=mine and member.with_names(mine[0].regular, person),
        stand_in=mine and _stand_in(mine[0].regular, person, said),
        plan=our_plan,
        signs=phone.may("agreements") and _waits_for_their_answer(person),
        today=today,
        joins=_evening_to_join() and Form(formdata=None),
        cancel_with=cancel_with,
        number=lambda owner: owner and phone.number_of(owner, given),
    )
    return (page, form.status) if form else page


def _evening_to_join():
    """The meeting of this circle that is going on; none for who sees only their own shifts."""
    person = g.viewer.person
    evening = None if member.sees_only_own(person) else meeting.present_meeting(person.circle_id)
    return evening if evening and evening.state == "going_on" else None


def _who_comes(person, regular, our_plan, said, now):
    """Whoever stands in the centre sees who comes next to them."""
    if person.ring != 0 or not phone.may("roster"):
        return []
    return member.helping(person, regular, our_plan, said, now=now)[:3]


def _plan(form=None):
    g.place = "our_plan"
    shown = plan_on_phone.shown(g.viewer.person, request.args.get("versie"), form)
    page = render_template("member/plan.html", **shown, floors=who_reads.floors_for_member())
    return (page, form.status) if form else page


def _waits_for_their_answer(person):
    place = member.place_under(person, signing.versions_of(person.circle_id), today=clock.today())
    return place is not None and place.answer is None and not place.child


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


def _week_asked_for(our_plan, today):
    """The Monday of the week to show: the one asked for, inside the plan."""
    try:
        day = dt.date.fromisoformat(request.args.get("van", ""))
    except ValueError:
        day = today
    if our_plan.start:
        day = min(max(day, our_plan.start), our_plan.end)
    return when.monday(day)


def _stand_in(regular, person, said):
    """Who steps in when this person can't, once they have said yes to that."""
    answered = roster.answer_of(regular, "stand_in", said)
    return regular.stand_in if answered and regular.person_id == person.id else None


def _soon(shift, now):
    """When it is, as people say it: «Vandaag, half zes», «Nu, tot half zeven», «Donderdag, kwart over
    twee»."""
    local = now.astimezone(when.AMSTERDAM)
    if shift.begins <= local < shift.ends:
        return f"Nu, tot {wording.time_words(f'{shift.ends:%H:%M}')}"
    away = (shift.day - local.date()).days
    day = {0: "vandaag", 1: "morgen"}.get(away) or (
        when.DAYS[shift.day.weekday()] if away < 7 else wording.day_words(shift.day)
    )
    return f"{day.capitalize()}, {wording.time_words(f'{shift.begins:%H:%M}')}"
