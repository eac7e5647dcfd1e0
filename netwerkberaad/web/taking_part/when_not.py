"""When not: the parts of a week in which somebody cannot, on a page of its own on their own phone."""

from flask import g, render_template
from wtforms import SelectMultipleField

from netwerkberaad.domain.evening import on_phones
from netwerkberaad.domain.refusals import NotYourQuestion
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import day_parts
from netwerkberaad.web import clock
from netwerkberaad.web.doors import abort_page, guest_inside, open_to
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, tell

room = Room("when_not", __name__, frame="phone")
ASKED_AT = "4.6"


class WhenNotForm(Form):
    cannot = SelectMultipleField("Wanneer kun je niet?", choices=day_parts.PIECES, validate_choice=False)


@room.get("/wanneer-niet")
@open_to(guest_inside)
def look():
    if not on_phones.may_answer(g.viewer.person, ASKED_AT, g.viewer.guest.meeting):
        return abort_page(403, NotYourQuestion.sentence)
    told = carrying.carrying_of(g.viewer.person)
    return _page(WhenNotForm(formdata=None, data={"cannot": told.cannot.split() if told else []}))


@room.post("/wanneer-niet")
@open_to(guest_inside)
def keep():
    form = WhenNotForm()
    if form.accepts(_tell, g.viewer.person, g.viewer.guest.meeting, now=clock.now()):
        tell("Bewaard. Dit zie alleen jij.")
        return see_other("phone.following.now")
    if isinstance(form.refusal, NotYourQuestion):
        return abort_page(403, form.refusal.sentence)
    return _page(form), form.status


def _tell(person, evening, *, cannot, now):
    with on_phones.answering(person, ASKED_AT, evening):
        carrying.tell(person, cannot=cannot or (), how="own", now=now)


def _page(form):
    return render_template("taking_part/when_not.html", form=form, by_day=day_parts.BY_DAY)
