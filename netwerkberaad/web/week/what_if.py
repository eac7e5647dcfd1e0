"""«Stel dat»: what would open up while somebody is away, at the table and on their own phone: there they can say so."""

import datetime as dt

from flask import g, render_template, request
from wtforms import SelectChoice, SelectField

from netwerkberaad.domain import circle
from netwerkberaad.domain.after import consent, own_word
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.proposing import looking_ahead, what_if
from netwerkberaad.domain.refusals import Refusal
from netwerkberaad.domain.week import when
from netwerkberaad.web import clock
from netwerkberaad.web.after import phone
from netwerkberaad.web.after.phone import whoever_has_a_link
from netwerkberaad.web.after.shift_forms import CannotForm
from netwerkberaad.web.doors import open_to, whoever_arranges
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, tell
from netwerkberaad.web.week.roster_forms import DateField

room = Room("what_if", __name__, frame="screen")
on_phone = Room("what_if", __name__, frame="member")
STOPS = "stop"
HOW_LONG = {"1": "1 week", "2": "2 weken", "3": "3 weken"}


class AwayForm(Form):
    """Two dates, or a first one and for how long. Nothing is kept: it is asked with GET."""

    class Meta(Form.Meta):
        csrf = False

    first = DateField("Vanaf welke dag?", name="van")
    last = DateField("Tot en met welke dag?", name="tot")
    how_long = SelectField("Hoe lang?", name="duur", default="")

    def __init__(self, *args, how_long, **kwargs):
        super().__init__(*args, **kwargs)
        self.how_long.choices = [SelectChoice(*one) for one in (("", ""), *how_long.items())]


@on_phone.get("/mijn/stel-dat")
@open_to(whoever_has_a_link)
def on_own_phone():
    """«Ben je een tijd weg?»: whoever sees only what is their own, sees their own dates and nobody's name."""
    return _on_own_phone(CannotForm(formdata=None))


@on_phone.post("/mijn/stel-dat/afmelding")
@open_to(whoever_has_a_link)
def cancel():
    """«Meld me af»: every date of theirs in the period that stands in the address."""
    form, ours = CannotForm(), phone.plan_here()
    asked = _asked(ours, g.viewer.person)
    if "first" not in asked or asked["stops"]:
        return _on_own_phone(form)
    if form.accepts(own_word.cancel_period, g.viewer.person, ours, **_when(asked), now=clock.now()):
        tell("Fijn dat je het laat weten. We zoeken wie er kan invallen.")
        return see_other("member.home")
    return _on_own_phone(form)


def _on_own_phone(cannot):
    g.place = "home"
    person, ours = g.viewer.person, phone.plan_here()
    sees_others = phone.may("roster")
    asked = _asked(ours, person)
    ahead = None
    if "first" in asked and sees_others:
        ahead = looking_ahead.look_ahead(
            person.circle_id, person, ours, **_when(asked), today=clock.today(), stops=asked["stops"]
        )
    elif "first" in asked:
        ahead = looking_ahead.look_at_own(person, ours, **_when(asked))
    whom = ours.deputy if ours.contact_person_id == person.id else ours.contact_person
    page = render_template(
        "what_if/phone.html",
        **asked,
        ahead=ahead,
        plan=ours,
        today=clock.today(),
        how_long=_how_long(person, "Ik stop ermee"),
        people=_people(person.circle_id) if sees_others else {},
        sees_others=sees_others,
        sees_floors=sees_others and phone.may("floors"),
        whom=whom,
        number=phone.number_of(whom, consent.given_in(person.circle_id)) if whom else "",
        cannot=cannot,
    )
    return page, cannot.status if cannot.errors else asked["status"]


@room.get("/mensen/<int:person_id>/stel-dat")
@open_to(whoever_arranges)
def at_the_table(person_id):
    """The same for the whole room: who could take it, and never why somebody is not among them."""
    about, ours = circle.person_in(g.circle, person_id), plan.plan_of(g.circle)
    asked = _asked(ours, about)
    ahead = None
    if "first" in asked:
        ahead = looking_ahead.look_ahead(
            g.circle, about, ours, **_when(asked), today=clock.today(), stops=asked["stops"]
        )
    page = render_template(
        "what_if/table.html",
        **asked,
        about=about,
        ahead=ahead,
        plan=ours,
        today=clock.today(),
        how_long=_how_long(about, "Stopt ermee"),
        people=_people(g.circle),
        sees_others=True,
    )
    return page, asked["status"]


def _how_long(about, stops):
    """How long somebody may be away, as it is chosen with one tap. Who stands in the centre does not stop with it."""
    return HOW_LONG if about.ring == 0 else HOW_LONG | {STOPS: stops}


def _asked(ours, about):
    """The form with what was typed; and once that is good, first, last and whether they stop for good."""
    today, how_long = clock.today(), _how_long(about, STOPS)
    if ours.start is None or ours.end < today:
        return {"form": None, "status": 200}
    start = max(today + when.A_DAY, ours.start) if today < ours.end else today
    if not {"van", "tot", "duur"} & set(request.args):
        return {"form": AwayForm(formdata=None, first=start, how_long=how_long), "status": 200}
    form = AwayForm(request.args, how_long=how_long)
    if not form.validate():
        return {"form": form, "status": 422}
    weeks, stops = form.how_long.data, form.how_long.data == STOPS
    if weeks:
        form.first.data = form.first.data or start
        form.last.data = ours.end if stops else form.first.data + dt.timedelta(weeks=int(weeks), days=-1)
    try:
        first, last = what_if.period(ours, form.first.data, form.last.data, today=today)
    except Refusal as refusal:
        form.file(refusal)
        return {"form": form, "status": 422}
    return {"form": form, "status": 200, "first": first, "last": last, "stops": stops}


def _when(asked):
    return {"first": asked["first"], "last": asked["last"]}


def _people(ours):
    return {person.id: person for person in circle.people_on_the_wall(ours)}
