"""Single dates on somebody's own phone: «Ik kan niet», «Ik val in», «Gedaan», and «Gaat het nog?»."""

import datetime as dt

from flask import g, render_template, request

from netwerkberaad.domain.after import consent, member, own_dates, own_word, standing_in, still_going
from netwerkberaad.domain.refusals import AlreadySolved, NotYourShift, ShiftIsOver, Stranger
from netwerkberaad.domain.week import done
from netwerkberaad.web import clock
from netwerkberaad.web.after import home, phone
from netwerkberaad.web.after.phone import whoever_has_a_link
from netwerkberaad.web.after.shift_forms import CannotForm, StandInForm, StillGoingForm, WentForm, soon
from netwerkberaad.web.doors import open_to
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, tell

room = Room("shifts", __name__, frame="member")
HOME = {"endpoint": "member.home"}


@room.get("/mijn/beurten/<int:shift_id>/<day>")
@open_to(whoever_has_a_link)
def one(shift_id, day):
    """One date: when it is, with whom, and «Ik kan niet»."""
    return _one(shift_id, day, CannotForm(formdata=None))


@room.post("/mijn/beurten/<int:shift_id>/<day>/afmelding")
@open_to(whoever_has_a_link)
def cancel(shift_id, day):
    """«Ik kan niet.» What happens next is said at once."""
    form, person, plan = CannotForm(), g.viewer.person, phone.plan_here()
    if not form.accepts(own_word.cancel, person, plan, shift_id, _date(day), now=clock.now()):
        is_other_now = isinstance(form.refusal, NotYourShift | ShiftIsOver)
        return home.shown(form) if is_other_now else _one(shift_id, day, form)
    mine = own_dates.around(person, plan, now=clock.now())
    sought = [one for one in mine.looking if one.cancellation.id == getattr(form.outcome, "id", None)]
    tell(f"Fijn dat je het laat weten. {_whom_we_ask(sought[0]) if sought and not _sees_only_own() else ''}".strip())
    return see_other("member.home")


@room.post("/mijn/beurten/<int:shift_id>/<day>/hoe-het-ging")
@open_to(whoever_has_a_link)
def went(shift_id, day):
    """«Gedaan» or «Niet doorgegaan»: then back to that date in the week, when it was said there (`op`)."""
    form, that_day = WentForm(), _date(day)
    said = "Dank je wel. Het staat erbij." if form.went.data == done.DONE else "Goed dat je het zegt."
    back = HOME
    if request.args.get("op") == "week" and phone.may("roster"):
        back = {"endpoint": "member.week", "van": that_day, "_anchor": f"dag-{that_day}"}
    return _done(form, own_word.tell_how_it_went, shift_id, that_day, said=said, back=back)


@room.post("/mijn/afmeldingen/<int:number>/invaller")
@open_to(whoever_has_a_link)
def stand_in(number):
    """«Ik val in», «Toch ja» or «Kan niet»: the first yes wins."""
    form = StandInForm()
    verbs = {"ja": own_word.stand_in, "toch": own_word.stand_in_anyway, "nee": own_word.cannot_either}
    answer = form.answer.data if form.answer.data in verbs else "nee"
    said = "Goed dat je het zegt." if answer == "nee" else "Dank je wel. Jij valt in."

    def answered(person, plan, number, *, answer, now):
        return verbs[answer](person, plan, number, now=now)

    return _done(form, answered, number, said=said)


@room.post("/mijn/afmeldingen/<int:number>/terug")
@open_to(whoever_has_a_link)
def come_after_all(number):
    """«Ik kan toch wel.»"""
    return _done(Form(), own_word.come_after_all, number, said="Fijn. Je staat er weer.")


@room.post("/mijn/weg-geweest/<int:number>")
@open_to(whoever_has_a_link)
def come_back(number):
    """«Ik ben er toch.»"""
    return _done(Form(), own_word.come_back, number, said="Fijn. Je staat er weer.")


@room.post("/mijn/afmeldingen/<int:number>/vervallen")
@open_to(whoever_has_a_link)
def let_lapse(number):
    """«Laat vervallen.»"""
    return _done(Form(), own_word.let_lapse, number, said="Deze beurt gaat niet door.")


@room.post("/mijn/gaat-het-nog")
@open_to(whoever_has_a_link)
def say_still_going():
    """«Gaat het nog?»: whoever answers decides who may know."""
    form = StillGoingForm()
    said = "Dank je wel. Dit blijft van jou."
    if form.shared.data:
        said = "Dank je wel. Ons aanspreekpunt weet het nu ook."
    return _done(form, lambda person, plan, **told: still_going.tell(person, **told), said=said)


def _done(form, verb, *args, said, back=HOME):
    """The first page (or where it was said) with a word of thanks; or, refused, the first page with its reason. Who
    comes too late is thanked as well."""
    if form.accepts(verb, g.viewer.person, phone.plan_here(), *args, now=clock.now()):
        tell(said)
        return see_other(**back)
    if isinstance(form.refusal, AlreadySolved):
        tell(form.refusal.sentence)
        return see_other("member.home")
    return home.shown(form)


def _one(shift_id, day, form):
    g.place = "home"
    person, plan, now = g.viewer.person, phone.plan_here(), clock.now()
    mine = own_dates.around(person, plan, now=now)
    shift = mine.date(shift_id, _date(day))
    people, given = phone.people_here(), consent.given_in(person.circle_id)
    if not own_dates.may_cancel(person, plan, shift, now=now):
        tell(NotYourShift.sentence)  # cancelled, taken over or gone by since this page was linked to
        return see_other("member.home")
    own = bool(shift.part_of(person.id))
    doer = person if own else people[shift.person]
    with_whom = member.whom_to_cancel_with(doer, shift.regular, plan)
    page = render_template(
        "member/shift.html",
        form=form,
        shift=shift,
        own=own,
        doer=doer,
        soon=soon(shift, now),
        people=people,
        own_only=_sees_only_own(),
        with_whom=with_whom,
        number=phone.number_of(with_whom, given) if with_whom and own else "",
        is_soon=shift.begins - now < standing_in.CALL_NOW,
        first=mine.asked_first(shift) if own else None,
    )
    return (page, form.status) if form.errors else page


def _whom_we_ask(one):
    asked = phone.people_here().get(one.first)
    return f"We vragen eerst {asked.name}." if asked else "We vragen iedereen die kan."


def _sees_only_own():
    return member.sees_only_own(g.viewer.person)


def _date(day):
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        raise Stranger from None
