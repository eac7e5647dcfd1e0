"""What must always hold (3.6): who asks it and why, whose turns count, and how the first week stands."""

from flask import g, render_template, url_for

from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.safety import checking, floor_words, floors, week_of_floors
from netwerkberaad.domain.week import roster
from netwerkberaad.web import clock
from netwerkberaad.web.doors import here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, shown, tell
from netwerkberaad.web.safety.floor_forms import AllowForm, EndForm, FloorForm, TasksForm, WhoCountsForm
from netwerkberaad.web.week.seen import since_seen

room = Room("floors", __name__, frame="screen")
CODE = "3.6"
WHICH = {"vaak-genoeg": "coverage", "niet-alleen": "companion", "weten": "min_people", "niet-voor": "never_task"}
NEW = "/altijd/nieuw/<any(" + ", ".join(f'"{which}"' for which in WHICH) + "):which>"


@room.get("/altijd/<code>")
@open_to(whoever_looks)
def question(code):
    if code != CODE:
        raise Stranger
    return render_template(
        "floors/question.html",
        question=CODE,
        q=QUESTIONS[CODE],
        found=week_of_floors.around_now(g.circle, plan.plan_of(g.circle), clock.today()),
        ended=floors.ended_of(g.circle),
        tasks=roster.tasks_of(g.circle),
        setters=floors.setters(g.circle),
        kinds={which: floor_words.KINDS[kind] for which, kind in WHICH.items()},
        is_arranged=whoever_arranges(g.viewer, g.circle),
    )


@room.get(NEW)
@open_to(whoever_arranges)
def new(which):
    setters = floors.setters(g.circle)
    if not setters:
        return see_other(".question", code=CODE)
    return _new_page(which, _form(which, setters, formdata=None, data=_usual(setters)))


@room.post(NEW)
@open_to(whoever_arranges)
def add(which):
    form = _form(which, floors.setters(g.circle))
    if form.accepts(floors.set_floor, g.circle, now=clock.now()):
        # On its own page: who counts for it, and which tasks it is about.
        return see_other(".floor", floor_id=form.outcome.id) if form.outcome else see_other(".question", code=CODE)
    return _new_page(which, form)


@room.post(NEW + "/zin")
@open_to(whoever_arranges)
def sentence(which):
    """The form as it is filled in so far, with the sentence as it will be kept; nothing is stored yet."""
    return _new_page(which, _form(which, floors.setters(g.circle)))


@room.get("/altijd/afspraak/<int:floor_id>")
@open_to(whoever_looks)
def floor(floor_id):
    return _floor_page(floor_id)


@room.post("/altijd/afspraak/<int:floor_id>/wie-telt-mee")
@open_to(whoever_arranges)
def say_who_counts(floor_id):
    return _tapped(floor_id, WhoCountsForm(), floors.say_who_counts, now=clock.now())


@room.post("/altijd/afspraak/<int:floor_id>/taken")
@open_to(whoever_arranges)
def count_task(floor_id):
    return _tapped(floor_id, TasksForm(), floors.count_task, since=since_seen(), now=clock.now())


@room.post("/altijd/afspraak/<int:floor_id>/toch-beginnen")
@open_to(whoever_arranges)
def allow(floor_id):
    def let_it_begin(about, *, reason, gaps):
        today = clock.today()
        gate = week_of_floors.gate_week(plan.plan_of(g.circle), today)
        stands = _stands_in(gate, today).get(about.id)
        shown = sorted((gaps or "").split())
        present = stands.gaps if stands and not stands.is_met else []
        return floors.allow(about, reason, gaps=[gap for gap in present if gap in shown], now=clock.now())

    return _done(floor_id, AllowForm(), let_it_begin, "Dit staat erbij.")


@room.post("/altijd/afspraak/<int:floor_id>/einde")
@open_to(whoever_arranges)
def end(floor_id):
    def let_go(about, *, reason, seen):
        return floors.end(about, reason, seen=seen, now=clock.now())

    return _done(floor_id, EndForm(), let_go, "Dit hoeft niet meer.")


def _tapped(floor_id, form, verb, **kwargs):
    """One tap, kept at once: the page as it stands now, in the same answer for whoever asked for a fragment."""
    if form.accepts(verb, floors.floor_in(g.circle, floor_id), **kwargs):
        return shown(floor, floor_id=floor_id)
    return _floor_page(floor_id, form)


def _done(floor_id, form, verb, said):
    """One deed about one floor: then its page as it stands now, whether it was done or refused."""
    if form.accepts(verb, floors.floor_in(g.circle, floor_id)):
        tell(said)
        return see_other(".floor", floor_id=floor_id)
    return _floor_page(floor_id, form)


def _form(which, setters, **kwargs):
    people = [person for person in people_of(g.circle) if not person.is_professional and not person.is_child]
    return FloorForm(WHICH[which], setters, people, **kwargs)


def _usual(setters):
    """What is chosen before anybody chose: every day one person; the only one who may ask it."""
    before = [floor.organisation for floor in floors.floors_of(g.circle) if floor.set_by_id == setters[0].id]
    only = {"set_by": setters[0].id, "organisation": before[-1] if before else ""} if len(setters) == 1 else {}
    return {"days": list("0123456"), "min_per_day": 1, "min_people": 3, "max_share": 50, **only}


def _new_page(which, form):
    page = render_template(
        "floors/new.html",
        form=form,
        which=which,
        title=floor_words.KINDS[form.kind],
        sentence=form.words.data or floors.sentence_of(g.circle, form.kind, **form.rule),
        says=here("floors.sentence", which=which, _anchor="zin"),
        action=url_for(".add", which=which),
    )
    return page, form.status if form.errors else 200


def _floor_page(floor_id, form=None):
    about, people = floors.floor_in(g.circle, floor_id), people_of(g.circle)
    ours, today = plan.plan_of(g.circle), clock.today()
    monday, before = week_of_floors.present_week(ours, today), week_of_floors.gate_week(ours, today)
    known = week_of_floors.known_of(g.circle, ours=ours)
    found = {week: _stands_in(week, today, known).get(about.id) for week in {monday, before}}
    stands, gate = found[monday], found[before]
    asked = floors.who_may_count(about, people) if about.kind in checking.AGREED_WITH else []
    allowed = [row for row in floors.allowed_in(g.circle) if row.floor_id == about.id]
    page = render_template(
        "floors/floor.html",
        floor=about,
        stands=stands,
        is_open=bool(gate and week_of_floors.not_allowed([gate], g.circle)),
        allowed=allowed,
        first=monday,
        gate_week=before,
        form=form or EndForm(formdata=None),
        ticks=floors.ticks_of(about),
        can_count=[person for person, why in asked if not why],
        cannot=[why for _, why in asked if why],
        tasks=roster.tasks_of(g.circle) if about.tag else [],
        forms=_fresh_forms(about, gate, form),
        is_arranged=whoever_arranges(g.viewer, g.circle) and about.ended_at is None,
    )
    return page, form.status if form and form.errors else 200


def _fresh_forms(about, stands, posted):
    """The forms of a floor's page; the one that was refused comes back with what was typed."""
    fresh = {
        "tap": Form(formdata=None),
        "allow": AllowForm(formdata=None, gaps=" ".join(stands.gaps) if stands else ""),
        "end": EndForm(formdata=None, seen=about.version),
    }
    for name, form in fresh.items():
        if type(form) is type(posted):
            if posted.status == 409:
                posted.seen.data = about.version
            fresh[name] = posted
    return fresh


def _stands_in(monday, today, known=None):
    """{floor id: Stands} of the week of this Monday."""
    found = week_of_floors.findings(g.circle, monday, today, known)
    return {stands.floor.id: stands for stands in found}
