"""The first page of a member's phone: what they do next, what is asked of them, and whom they can call."""

from flask import g, render_template
from wtforms import SelectChoice, SelectField

from netwerkberaad.domain.after import consent, member, own_dates, still_going
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import shift, when
from netwerkberaad.web import clock, passes, wording
from netwerkberaad.web.after import asked, phone, shift_forms
from netwerkberaad.web.doors import MEMBER_PASS
from netwerkberaad.web.forms import Form

AT_MOST = 3  # of what went by: who said nothing for two weeks is not shown a long list


class PhoneForm(Form):
    own = SelectField("Is dit je eigen telefoon?", choices=[SelectChoice("ja", "Ja"), SelectChoice("nee", "Nee")])


def shown(form=None):
    """The first page; a form that was refused comes back with its reason."""
    g.place = "home"
    person, plan, now = g.viewer.person, phone.plan_here(), clock.now()
    mine = own_dates.around(person, plan, now=now)
    own_phone = (passes.shown(MEMBER_PASS) or [None] * 3)[2]
    coming, given = mine.coming, consent.given_in(person.circle_id)
    following = coming[0] if coming else None
    cancel_with = member.whom_to_cancel_with(person, following and following.regular, plan)
    page = render_template(
        "member/home.html",
        form=form,
        greeting=wording.greeting(now),
        own_only=member.sees_only_own(person),
        asks_phone=own_phone is None and PhoneForm(formdata=None),
        borrowed=own_phone is False,
        **asked.beside_it(mine.load),
        asked=asked.with_forms(member.asked_of(person, mine.regular, plan, mine.said, today=mine.today)),
        roles=member.ROLES,
        stands_in=mine.asked_together,
        given_up=mine.given_up,
        away=mine.away,
        solved=mine.solved_together,
        watched=mine.watched_together,
        took_over=mine.took_over,
        asks_still_going=mine.asks_still_going,
        next=following,
        then=[one for one in coming[1:] if one.day < when.monday(mine.today) + 14 * when.A_DAY],
        helping=_who_comes(mine),
        lacks_company=own_dates.company_seen_by(person).is_missing,
        people=phone.people_here(),
        soon=lambda one: shift_forms.soon(one, now),
        near=lambda day, short=False: shift_forms.near(day, mine.today, short),
        falls=asked.falls,
        to_tell=mine.to_tell[:AT_MOST],
        silent=mine.silent[:AT_MOST],
        shift_forms=shift_forms.forms(),
        still_going=still_going.shared_in(person.circle_id, now=now) if mine.is_contact_person else [],
        stand_in=following and mine.asked_first(following),
        plan=plan,
        signs=phone.may("agreements") and _waits_for_their_answer(person),
        today=mine.today,
        now=now,
        joins=evening_to_join() and Form(formdata=None),
        cancel_with=cancel_with,
        number=lambda owner: owner and phone.number_of(owner, given),
    )
    return (page, form.status) if form else page


def evening_to_join():
    """The meeting of this circle that is going on; none for who sees only their own shifts."""
    person = g.viewer.person
    evening = None if member.sees_only_own(person) else meeting.present_meeting(person.circle_id)
    return evening if evening and evening.state == "going_on" else None


def _who_comes(mine):
    """Whoever stands in the centre sees who comes next to them."""
    if mine.person.ring != 0 or not phone.may("roster") or mine.plan.start is None:
        return []
    first, last = mine.today - when.A_DAY, mine.today + 6 * when.A_DAY
    first, last = max(first, mine.plan.start), min(last, mine.plan.end)
    week = shift.on_dates(mine.regular, mine.said, mine.told, first, last)
    return member.helping(mine.person, week, now=mine.now)[:3]


def _waits_for_their_answer(person):
    place = member.place_under(person, signing.versions_of(person.circle_id), today=clock.today())
    return place is not None and place.answer is None and not place.child
