"""Step 6: who is the contact person, how long, plan B, and everything that is still open before we sign."""

from flask import g, redirect, render_template

from netwerkberaad.domain.agreeing import plan, plan_b, plan_dates, roles, signing
from netwerkberaad.domain.agreeing.closing import changed_since, end_provisionally
from netwerkberaad.domain.agreeing.open_points import warnings
from netwerkberaad.domain.agreeing.plan_changes import what_changed
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.web import clock
from netwerkberaad.web.agreeing import plan_forms, promises
from netwerkberaad.web.agreeing.plan_forms import PersonForm, SeenForm
from netwerkberaad.web.agreeing.promises import for_the_table, standing, who_can_be_asked
from netwerkberaad.web.doors import here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening import steps
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other

room = Room("plan", __name__, frame="screen")
promises.open_in(room)

ROLES_ASKED = {"5.3": ("cancel_with", "cancel_deputy"), "6.1": ("contact_person",), "6.2": ("deputy",)}
PAGE_OF = {role: code for code, asked in ROLES_ASKED.items() for role in asked}
DATES = {"6.3": "readers", "6.4": "weeks", "6.5": "review", "6.8": "retry"}
LISTS = {"6.6": "steps", "6.7": "triggers"}
FORMS = {
    "6.3": plan_forms.ReadersForm,
    "6.4": plan_forms.WeeksForm,
    "6.5": plan_forms.ReviewForm,
    "6.6": plan_forms.StepForm,
    "6.7": plan_forms.TriggerForm,
    "6.8": plan_forms.RetryForm,
}


@room.get("/afspraken")
@open_to(whoever_looks)
def overview():
    return _overview(plan_forms.ProvisionalForm(formdata=None))


@room.get("/afspraken/<code>")
@open_to(whoever_looks)
def question(code):
    return _page(code)


@room.post("/afspraken/<code>")
@open_to(whoever_arranges)
def answer(code):
    """The answer to a question that is typed: dates, readers, a step or a sign of plan B."""
    form = _accepted(code)
    return _page(code, form) if form.errors else see_other(".question", code=code)


@steps.keeps_what_was_typed("plan")
def keep_before_moving(code):
    if code not in FORMS:
        return None
    form = _accepted(code)
    return _page(code, form) if form.errors else None


@room.post("/afspraken/rollen/<role>")
@open_to(whoever_arranges)
def choose(role):
    return _role(role, PersonForm(), roles.choose)


@room.post("/afspraken/rollen/<role>/ja")
@open_to(whoever_arranges)
def accept(role):
    """«Ja, dat doe ik», said aloud by the one who was asked."""

    def say_yes(ours, role, *, person_id, seen, now):
        roles.accept(ours, role, person_id, now=now)

    return _role(role, PersonForm(), say_yes)


@room.post("/afspraken/rollen/<role>/liever-anders")
@open_to(whoever_arranges)
def decline(role):
    return _role(role, PersonForm(), roles.decline)


@room.post("/afspraken/plan-b/stappen/<int:step_id>/weg")
@open_to(whoever_arranges)
def drop_step(step_id):
    return _press("6.6", SeenForm(), plan_b.take_away_step, step_id)


@room.post("/afspraken/plan-b/stappen/<int:step_id>/wie")
@open_to(whoever_arranges)
def give_step(step_id):
    return _press("6.6", PersonForm(), plan_b.give_step_to, step_id)


@room.post("/afspraken/plan-b/tekens/<int:trigger_id>/weg")
@open_to(whoever_arranges)
def drop_trigger(trigger_id):
    return _press("6.7", SeenForm(), plan_b.take_away_trigger, trigger_id)


@room.post("/afspraken/voorlopig")
@open_to(whoever_arranges)
def provisional():
    """«Voorlopige afspraken»: the evening ends with what stands so far."""
    form = plan_forms.ProvisionalForm()
    if form.accepts(end_provisionally, g.circle, today=clock.today(), now=clock.now()):
        return redirect(here("signing.sheet"), 303)
    return _overview(form), form.status


def _role(role, form, verb):
    if role not in PAGE_OF:
        raise Stranger
    code = PAGE_OF[role]
    if form.accepts(verb, g.circle, role, now=clock.now()):
        return see_other(".question", code=code)
    return _page(code, form)


def _press(code, form, verb, row):
    if form.accepts(verb, g.circle, row, now=clock.now()):
        return see_other(".question", code=code)
    return _page(code, refused=form)


def _accepted(code):
    """The form of this question, done or with what is still missing in its errors."""
    if code not in FORMS:
        raise Stranger
    form, ours, now = for_the_table(FORMS[code]()), g.circle, clock.now()
    verbs = {
        "6.3": lambda members, facilitator, week, seen: plan_dates.let_read(
            ours, members, facilitator, week, seen=seen, now=now
        ),
        "6.4": lambda weeks, start, seen: plan_dates.follow_for(ours, weeks, start, seen=seen, now=now),
        "6.5": lambda day, time, place, seen: plan_dates.look_back_on(
            ours, day, time, place, seen=seen, today=clock.today(), now=now
        ),
        "6.6": lambda person, what: plan_b.add_step(ours, person, what, now=now),
        "6.7": lambda words: plan_b.add_trigger(ours, words, now=now),
        "6.8": lambda days, seen: plan_dates.meet_again_within(ours, days, seen=seen, now=now),
    }

    def keep(**typed):
        verbs[code](**typed)
        meeting.forget_draft(ours, code)

    form.accepts(keep)
    return form


def _page(code, form=None, refused=None):
    """The page of one question, as it is now, with what was typed when something was refused."""
    if code not in QUESTIONS or code not in {**ROLES_ASKED, **DATES, **LISTS}:
        raise Stranger
    refused = refused or form
    kept, picture = plan.plan_of(g.circle), picture_of(g.circle, today=clock.today())
    people = who_can_be_asked()
    if code in FORMS and form is None:
        form = _fresh(code, kept)
    if form is not None and "person" in form:
        plan_forms.remember_choice(form, people)
    if code in DATES and refused is form is not None:
        form.put_beside(_fresh(code, kept))
    page = render_template(
        "plan/question.html",
        question=code,
        asked=QUESTIONS[code],
        part={**DATES, **LISTS}.get(code, "role"),
        roles_asked=[_asked(role, kept, picture, people) for role in ROLES_ASKED.get(code, ())],
        people=people,
        form=form or refused or Form(formdata=None),
        refused=refused,
        plan=kept,
        first_day=clock.today(),
        steps=plan.steps_of(g.circle) if code == "6.6" else [],
        triggers=plan.triggers_of(g.circle) if code == "6.7" else [],
        **standing(picture),
    )
    return (page, refused.status) if refused is not None and refused.errors else page


def _asked(role, kept, picture, people):
    """One role on a question's page: who was asked, and whether that person said yes."""
    chosen = next((person for person in people if person.id == picture.roles[role]), None)
    first = {"deputy": "contact_person", "cancel_deputy": "cancel_with"}.get(role)
    taken = picture.roles.get(first)
    return {
        "role": role,
        "chosen": chosen,
        "accepted": role in picture.accepted,
        "hint": roles.hint_for(role, chosen),
        "candidates": [person for person in people if person.is_adult and person.id != taken],
        "waits": first is not None and taken is None,
        "seen": kept.version,
        "form": PersonForm(formdata=None, seen=kept.version),
        "heavy": role in ("contact_person", "cancel_with")
        and chosen is not None
        and picture.roles["contact_person"] == picture.roles["cancel_with"],
    }


def _fresh(code, kept):
    """The form of this question with what stands now, or what is usual."""
    usual = {
        "6.3": {
            "members": kept.members_read_log,
            "facilitator": kept.facilitator_reads_log,
            "week": kept.facilitator_sees_week,
        },
        "6.4": {"weeks": kept.weeks, "start": kept.start or plan_dates.first_monday_after(clock.today())},
        "6.5": {"day": kept.review_day, "time": kept.review_time.replace(":", "."), "place": kept.review_place},
        "6.8": {"days": kept.retry_within_days},
    }.get(code, {})
    if issubclass(FORMS[code], SeenForm):
        usual = {**usual, "seen": kept.version}
    form = FORMS[code](formdata=None, **usual)
    waiting = meeting.draft_of(g.circle, code) if code in LISTS else ""
    if waiting:
        (form.what if code == "6.6" else form.words).data = waiting
    return form


def _overview(form):
    picture = picture_of(g.circle, today=clock.today())
    last, present = changed_since(signing.versions_of(g.circle), picture)
    return render_template(
        "plan/overview.html",
        form=form,
        agreements=plan.agreements_of(g.circle),
        warnings=warnings(picture),
        last=last,
        closed=bool(last and last.id in signing.closings_of(g.circle)),
        changes=what_changed(last.content, present) if present else [],
        **standing(picture),
    )
