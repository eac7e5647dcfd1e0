"""One family on the desk: its title, the next meeting, its people, who sits at the table, and what we share."""

from flask import g, render_template

from netwerkberaad.domain import circle, sharing
from netwerkberaad.domain.before import beginning, preparation
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import DayIsPast, insist
from netwerkberaad.web import clock
from netwerkberaad.web.before import desk_forms
from netwerkberaad.web.doors import facilitator, open_to, whoever_looks
from netwerkberaad.web.hypermedia import Room, see_other, tell

room = Room("family", __name__, frame="desk", url_prefix="/kringen/<int:circle_id>")


@room.get("/naam")
@open_to(facilitator)
def title():
    return _title(desk_forms.TitleForm(formdata=None, obj=g.circle, seen=g.circle.version))


@room.post("/naam")
@open_to(facilitator)
def retitled():
    form = desk_forms.TitleForm()
    if form.accepts(beginning.change_title, g.circle):
        return see_other("desk.circle")
    _look_again(form, circle.Circle.get_by_id(g.circle.id))
    return _title(form), form.status


def _title(form):
    return render_template("family/title.html", form=form, circle=g.circle)


@room.get("/bijeenkomst")
@open_to(facilitator)
def next_meeting():
    """A first talk comes first; a plan that was signed is looked back on."""
    evening = meeting.present_meeting(g.circle)
    planned = evening if evening and evening.state == "planned" else None
    kind = "first_talk" if evening is None else "network" if evening.kind == "first_talk" else "review"
    form = desk_forms.MeetingForm(formdata=None, obj=planned, **({} if planned else {"kind": kind}))
    return render_template("family/meeting.html", form=form, circle=g.circle, planned=planned)


@room.post("/bijeenkomst")
@open_to(facilitator)
def meeting_planned():
    form = desk_forms.MeetingForm()
    if form.accepts(_plan_meeting):
        return see_other("desk.circle")
    return render_template("family/meeting.html", form=form, circle=g.circle, planned=None), form.status


def _plan_meeting(day, **what):
    insist(desk_forms.not_past(day, clock.today()), DayIsPast)
    return meeting.plan_meeting(g.circle, day=day, **what)


@room.get("/midden")
@open_to(whoever_looks)
def centre():
    return _centre(desk_forms.CentreForm(formdata=None))


@room.post("/midden")
@open_to(whoever_looks)
def into_the_centre():
    form = desk_forms.CentreForm()
    if form.accepts(beginning.draw_in_centre, g.circle):
        return see_other("desk.circle")
    return _centre(form), form.status


def _centre(form):
    return render_template("family/centre.html", form=form, circle=g.circle)


@room.get("/aan-tafel")
@open_to(whoever_looks)
def professionals():
    return _professionals(desk_forms.ProfessionalForm(formdata=None))


@room.post("/aan-tafel")
@open_to(whoever_looks)
def seated():
    form = desk_forms.ProfessionalForm()
    if form.accepts(beginning.seat_professional, g.circle):
        return see_other("desk.circle")
    return _professionals(form), form.status


def _professionals(form):
    return render_template("family/professional.html", form=form, circle=g.circle)


@room.get("/mensen")
@open_to(whoever_looks)
def people():
    everybody = circle.people_of(g.circle)
    return render_template("family/people.html", people=everybody, languages=preparation.LANGUAGES, circle=g.circle)


@room.get("/mensen/<int:person_id>")
@open_to(whoever_looks)
def person(person_id):
    shown = circle.person_in(g.circle, person_id)
    form = _person_form(shown)(formdata=None, obj=shown, seen=shown.version)
    form.own_tasks_only.data = shown.visibility == "own_tasks_only"
    return render_template("family/person.html", form=form, circle=g.circle, person=shown)


@room.post("/mensen/<int:person_id>")
@open_to(whoever_looks)
def person_changed(person_id):
    changed = circle.person_in(g.circle, person_id)
    form = _person_form(changed)()
    if form.accepts(circle.change_person, changed):
        tell(f"{form.name.data}: dit is bewaard.")
        return see_other(".people")
    changed = circle.person_in(g.circle, person_id)
    _look_again(form, changed)
    return render_template("family/person.html", form=form, circle=g.circle, person=changed), form.status


def _person_form(shown):
    return desk_forms.ProfessionalPersonForm if shown.is_professional else desk_forms.PersonForm


def _look_again(form, record):
    """After somebody else was first: what was typed stays, and the next press is about the state now shown."""
    if form.status == 409:
        form.seen.data = record.version


@room.get("/wat-delen-we")
@open_to(facilitator)
def shared():
    """«Wat delen we met wie»: the same words that members read."""
    return render_template("family/shared.html", told=sharing.told(), circle=g.circle)
