"""The week: tasks as cards, people as tiles, and who does what on which day.

Dragging and typing send the same forms; whoever comes second is told, and sees how it stands now."""

import datetime as dt

from flask import g, jsonify, redirect, render_template, request, url_for

from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.evening import questions
from netwerkberaad.domain.refusals import insist
from netwerkberaad.domain.safety.company import company_of
from netwerkberaad.domain.week import arranging, needs, roster, when
from netwerkberaad.domain.week.shift import told_in
from netwerkberaad.domain.week.week import blocks
from netwerkberaad.web import clock
from netwerkberaad.web.doors import here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room
from netwerkberaad.web.week import roster_forms, strip
from netwerkberaad.web.week.roster_words import FILTERS, event
from netwerkberaad.web.week.seen import day_in, monday_seen, since_seen, week_seen
from netwerkberaad.web.wording import clock_time

room = Room("roster", __name__, frame="screen")
for word in FILTERS:
    room.add_app_template_filter(word)
STAYS_OPEN = "blijft"
FURTHEST = dt.timedelta(days=62)


@room.get("/week")
@open_to(whoever_looks)
def week():
    return _week_page()


@room.get("/week/beurten")
@open_to(whoever_looks)
def shifts():
    """The blocks between two days, for the calendar: names and times, nothing that is private."""
    first, last = day_in(request.args.get("start")), day_in(request.args.get("end"))
    if not first or not last or not dt.timedelta(0) <= last - first <= FURTHEST:
        return jsonify([]), 422
    people, ours = people_of(g.circle), roster.shifts_of(g.circle)
    names = [person.name for person in people]
    told, company = told_in(g.circle, first, last), company_of(g.circle)
    found = blocks(ours, yes.said_in(g.circle), first, last, told, people, company.is_missing)
    return jsonify([event(block, names) for block in found])


@room.get("/week/rondje")
@open_to(whoever_arranges)
def round_of_yes():
    return _round_page()


@room.post("/taken")
@open_to(whoever_arranges)
def need():
    form = roster_forms.TaskForm()
    if form.accepts(needs.add_task, g.circle, now=clock.now()):
        return _to_the_week()
    return _week_page(task_form=form)


@room.get("/taken/<int:task_id>")
@open_to(whoever_arranges)
def task(task_id):
    about = roster.task_in(g.circle, task_id)
    return _task_page(about, _task_as_it_stands(about))


@room.post("/taken/<int:task_id>")
@open_to(whoever_arranges)
def reword(task_id):
    about, form = roster.task_in(g.circle, task_id), roster_forms.TaskDetailsForm()
    if form.accepts(needs.reword_task, about, since=since_seen(), now=clock.now()):
        return _to_the_week()
    about = roster.task_in(g.circle, task_id)
    form.put_beside(_task_as_it_stands(about))
    return _task_page(about, form)


@room.post("/taken/<int:task_id>/weg")
@open_to(whoever_arranges)
def put_away(task_id):
    about, form = roster.task_in(g.circle, task_id), roster_forms.PressForm()
    if form.accepts(needs.take_back_task, about, since=since_seen(), now=clock.now()):
        return _to_the_week()
    return _week_page(refusal=form.refusal, status=form.status)


@room.get("/vaste-beurten/nieuw")
@open_to(whoever_arranges)
def new_shift():
    seen = week_seen()
    return _new_shift_page(seen, _new_form(seen, formdata=None, data=strip.picked(request.args)))


@room.post("/vaste-beurten")
@open_to(whoever_arranges)
def take_on():
    seen = week_seen()
    form = _new_form(seen)
    verbs = {"": arranging.take_on, STAYS_OPEN: arranging.place_open}
    verb = verbs.get(form.open.data or "", arranging.place)
    if form.accepts(verb, g.circle, since=since_seen(), now=clock.now()):
        return _to_the_week(form.outcome)
    return _new_shift_page(seen, form)


@room.get("/vaste-beurten/<int:shift_id>")
@open_to(whoever_arranges)
def shift(shift_id):
    return _shift_page(roster.shift_in(g.circle, shift_id))


@room.post("/vaste-beurten/<int:shift_id>")
@open_to(whoever_arranges)
def rearrange(shift_id):
    about = roster.shift_in(g.circle, shift_id)
    form = roster_forms.ShiftForm(people=week_seen().helpers)
    if form.accepts(arranging.rearrange, about, since=since_seen(), now=clock.now()):
        return _to_the_week(form.outcome)
    return _shift_page(roster.shift_in(g.circle, shift_id), form)


@room.post("/vaste-beurten/<int:shift_id>/persoon")
@open_to(whoever_arranges)
def give_to(shift_id):
    people = {person.id: person for person in people_of(g.circle) if not person.is_professional}

    def give(about, *, seen, person, now):
        return arranging.give_to(about, seen=seen, person=people.get(person), since=since_seen(), now=now)

    return _dragged(shift_id, roster_forms.GiveForm(), give)


@room.post("/vaste-beurten/<int:shift_id>/plek")
@open_to(whoever_arranges)
def move(shift_id):
    def put(about, *, seen, from_date, to_date, starts, now):
        insist(from_date and to_date, refusals.NoDayNamed)
        span = {"from_date": from_date, "to_date": to_date, "starts": starts}
        return arranging.move(about, seen=seen, **span, since=since_seen(), now=now)

    return _dragged(shift_id, roster_forms.MoveForm(), put)


@room.post("/vaste-beurten/<int:shift_id>/lengte")
@open_to(whoever_arranges)
def resize(shift_id):
    return _dragged(shift_id, roster_forms.LengthForm(), arranging.resize, since=since_seen())


@room.post("/vaste-beurten/<int:shift_id>/ja")
@open_to(whoever_arranges)
def say_yes(shift_id):
    return _pressed(shift_id, roster_forms.PartForm(), arranging.say_yes_aloud)


@room.post("/vaste-beurten/<int:shift_id>/liever-anders")
@open_to(whoever_arranges)
def rather_not(shift_id):
    return _pressed(shift_id, roster_forms.PartForm(), arranging.rather_not, since=since_seen())


@room.post("/vaste-beurten/<int:shift_id>/nog-open")
@open_to(whoever_arranges)
def leave_open(shift_id):
    return _dragged(shift_id, roster_forms.PressForm(), arranging.leave_open, since=since_seen())


@room.post("/vaste-beurten/<int:shift_id>/weg")
@open_to(whoever_arranges)
def take_back(shift_id):
    return _dragged(shift_id, roster_forms.PressForm(), arranging.take_back, since=since_seen())


def _dragged(shift_id, form, verb, **since):
    """One deed on a block: then the week as it stands now, whether it was done or refused."""
    about = roster.shift_in(g.circle, shift_id)
    if form.accepts(verb, about, **since, now=clock.now()):
        return _to_the_week(form.outcome)
    return _week_page(refusal=_first_refusal(form), status=form.status)


def _pressed(shift_id, form, verb, **since):
    """A yes or a «Liever anders»: back to the page it was said on."""
    about, on_round = roster.shift_in(g.circle, shift_id), request.args.get("op") == "rondje"
    if form.accepts(verb, about, **since, now=clock.now()):
        stands = form.outcome.id if form.outcome else shift_id  # it may go on as another one
        seen = {"vanaf": request.args.get("vanaf")}
        page = here("roster.round_of_yes", **seen) if on_round else here("roster.shift", shift_id=stands, **seen)
        return redirect(page, 303)
    if on_round:
        return _round_page(refusal=_first_refusal(form), status=form.status)
    return _shift_page(about, refusal=_first_refusal(form), status=form.status)


def _first_refusal(form):
    """What the form was refused for; a form of buttons has no field to say it under."""
    return form.refusal or refusals.Refusal(next(iter(form.errors.values()))[0])


def _week_page(task_form=None, refusal=None, status=200):
    seen = week_seen()
    page = render_template(
        "roster/week.html",
        week=seen,
        task_form=task_form or roster_forms.TaskForm(formdata=None),
        as_list=request.args.get("als") == "lijst",
        is_arranged=whoever_arranges(g.viewer, g.circle),
        questions=questions.QUESTIONS,
        refusal=refusal,
        **strip.beside(g.circle, seen),
    )
    return page, task_form.status if task_form else status


def _task_as_it_stands(about):
    said = {"what": about.what, "minutes": about.minutes, "support": list(about.support), "tag": about.tag}
    return roster_forms.TaskDetailsForm(formdata=None, data={**said, "seen": about.version})


def _shift_as_it_stands(about, people):
    kept = ("person", "stand_in", "companion", "repeat", "first_day")
    said = {name: about.__data__[name] for name in kept}
    ends = when.ends_at(roster.when_of(about))
    said |= {"days": list(about.days), "starts": clock_time(about.starts), "ends": clock_time(ends)}
    return roster_forms.ShiftForm(formdata=None, data={**said, "seen": about.version}, people=people)


def _round_page(refusal=None, status=200):
    page = render_template(
        "roster/round.html",
        week=week_seen(),
        questions=questions.QUESTIONS,
        press=Form(formdata=None),
        refusal=refusal,
    )
    return page, status


def _task_page(about, form):
    page = render_template("roster/task.html", task=about, form=form, monday=monday_seen())
    return page, form.status if form.errors else 200


def _new_form(seen, **kwargs):
    return roster_forms.NewShiftForm(people=seen.helpers, tasks=seen.tasks, **kwargs)


def _new_shift_page(seen, form):
    picked = next((task for task in seen.tasks if task.id == form.task.data), None)
    page = render_template("roster/new_shift.html", week=seen, task=picked, form=form)
    return page, form.status if form.errors else 200


def _shift_page(about, form=None, refusal=None, status=200):
    seen = week_seen()
    stands = _shift_as_it_stands(about, seen.helpers)
    if form is not None:
        status = form.status
        form.put_beside(stands)
    page = render_template(
        "roster/shift.html", week=seen, shift=about, form=form or stands, press=Form(formdata=None), refusal=refusal
    )
    return page, status


def _to_the_week(done=None):
    """Back to the week that was looked at, or to the one in which something begins that happens once."""
    vanaf = request.args.get("vanaf")
    if done is not None and getattr(done, "repeat", "") == "once":
        vanaf = when.monday(done.first_day)
    return redirect(url_for(".week", vanaf=vanaf, als=request.args.get("als")), 303)
