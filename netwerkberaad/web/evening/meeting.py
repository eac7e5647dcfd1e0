"""The meeting: where we are, one question a page, moving on and back, and who is there."""

import secrets

from flask import abort, g, redirect, render_template, request
from wtforms import HiddenField

from netwerkberaad.domain import refusals, sharing, undo
from netwerkberaad.domain.agreeing.closing import is_closed_this_evening
from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.evening import answers, blocks, meeting, moving, numbers, offers, questions
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.taking_part import private_time
from netwerkberaad.web import clock
from netwerkberaad.web.doors import here, open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening import attendance, corrections, farewell, steps
from netwerkberaad.web.evening.asking import (
    ASKINGS,
    SaidForm,
    StoryForm,
    accepted,
    fresh_form,
    people_for,
    standing_beside,
)
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, tell_why_not

room = Room("meeting", __name__, frame="screen")
room.add_app_template_global(steps.address_of, "address_of")
attendance.open_in(room)
corrections.open_in(room)


class AgainForm(Form):
    """Doing it twice does no harm, and doing it again later must not be taken for a double click."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.once.data = secrets.token_urlsafe(12)


class MoveForm(AgainForm):
    go = HiddenField()


class DeedForm(Form):
    deed = HiddenField()


def whoever_sat_here(viewer, circle):
    """At this family's table, also after the evening: for the page that says it is over, and nothing else."""
    return viewer is not None and circle is not None and viewer.audience in sharing.AT_THE_TABLE


@room.get("/bijeenkomst")
@open_to(whoever_sat_here)
def present():
    evening = meeting.present_meeting(g.circle)
    if evening and (evening.state == "ended" or is_closed_this_evening(evening)):
        return farewell.page(evening)
    if evening and evening.state == "going_on":
        return redirect(steps.address_of(evening.question))
    return _present(evening)


@room.post("/bijeenkomst")
@open_to(whoever_arranges)
def begin():
    """Begins the evening, or goes on where we were."""
    form = Form()
    if form.accepts(moving.go_on, g.circle, today=clock.today(), now=clock.now()):
        return redirect(steps.address_of(meeting.present_meeting(g.circle).question), 303)
    return _present(meeting.present_meeting(g.circle), form), form.status


@room.post("/bijeenkomst/einde")
@open_to(whoever_arranges)
def end():
    form = Form()
    evening = meeting.present_meeting(g.circle)
    if evening:
        form.accepts(_end, evening, now=clock.now())
    return see_other(".present")


@room.get("/vraag/<code>")
@open_to(whoever_looks)
def question(code):
    asking, evening = _asked(code)
    if evening is None or evening.state != "going_on":
        return see_other(".present")
    form = fresh_form(asking, people_for(g.circle, evening, asking, code), formdata=None)
    return _page(code, evening, form)


@room.post("/vraag/<code>")
@open_to(whoever_arranges)
def say(code):
    asking, evening = _asked(code)
    form = fresh_form(asking, people_for(g.circle, evening, asking, code))
    if accepted(form, asking, g.circle, code):
        written_for = form.person.data if code in questions.PRIVATE else None
        return redirect(here("meeting.question", code=code, wie=request.args.get("wie"), voor=written_for), 303)
    return _page(code, evening, form), form.status


@steps.keeps_what_was_typed("meeting")
def keep_before_moving(code):
    asking, evening = _asked(code)
    form = fresh_form(asking, people_for(g.circle, evening, asking, code))
    return None if accepted(form, asking, g.circle, code) else (_page(code, evening, form), form.status)


@room.post("/verder")
@open_to(whoever_arranges)
def move():
    """Terug, Sla over, Verder or «We gaan later verder», from any question; what was typed is not lost."""
    code, go, form = request.values.get("from", ""), request.form.get("go"), MoveForm()
    evening = meeting.present_meeting(g.circle)
    if code not in questions.FLOW or go not in moving.WAYS:
        raise Stranger
    if evening is None or evening.state == "planned":
        tell_why_not(refusals.BeginFirst.sentence)
        return see_other(".present")
    keep = steps.keeper_of(code) if go == "next" and steps.typed_now() else None
    missing = keep(code) if keep else _leave_waiting(code)
    if missing:
        return missing
    if not form.accepts(lambda go: moving.move(g.circle, evening, code, go, now=clock.now())):
        return see_other(".present")
    if form.outcome.held:
        return redirect(here("meeting.question", code=code, nog=""), 303)
    onward = here("meeting.present", tot="straks") if go == "later" else steps.address_of(form.outcome.question)
    return redirect(onward, 303)


@room.post("/getallen")
@open_to(whoever_arranges)
def show_numbers():
    """«Laat zien»: whoever has not given a number yet is no longer waited for."""
    form, evening = AgainForm(), meeting.present_meeting(g.circle)
    if evening:
        form.accepts(numbers.show, evening, now=clock.now())
    return redirect(steps.local(request.form.get("back")) or here("meeting.question", code="3.3"), 303)


@room.post("/getypt")
@open_to(whoever_arranges)
def draft():
    """What is being typed, kept without a word."""
    place = request.form.get("place", "")
    if place not in questions.QUESTIONS or place in questions.NEVER_WAITING:
        g.hushed = place in questions.NEVER_WAITING
        raise Stranger
    typed = {"words": request.form.get("words", "")[:12000], "seen": request.form.get("seen")}
    AgainForm().accepts(_keep_draft, g.circle, place, **typed)
    return "", 204


@room.post("/terugdraaien")
@open_to(whoever_arranges)
def take_back():
    form = DeedForm()
    number, back = (
        request.form.get("deed", ""),
        steps.local(request.form.get("back")) or here("meeting.present"),
    )
    if not number.isdecimal():
        raise Stranger
    if form.accepts(lambda deed: undo.undo(g.circle, int(deed), now=clock.now())):
        return redirect(back, 303)
    tell_why_not(form.refusal.sentence if form.refusal else refusals.NothingToUndo.sentence)
    return redirect(back, 303)


@room.post("/later-bewaard")
@open_to(whoever_arranges)
def park():
    """«Bewaar voor later», from the question where it was said too early."""
    code = request.args.get("from", "")
    if code not in ASKINGS or code in questions.NEVER_WAITING:
        g.hushed = code in questions.NEVER_WAITING
        raise Stranger
    asking, evening = _asked(code)
    form = SaidForm(people=people_for(g.circle, evening, asking, code))
    if form.accepts(_park, g.circle, code):
        return see_other(".question", code=code)
    return _page(code, evening, form), form.status


@room.app_template_global("just_done")
def just_done(undo_room):
    """What was done in this room at the present question, in the last five minutes, and can be taken back; or None."""
    if private_time.shuts_out(g.get("evening"), g.viewer.audience):
        return None  # what was said just now is the family's alone
    known = g.setdefault("last_deeds", {})
    if undo_room not in known:
        known[undo_room] = undo.last_deed(g.circle, undo_room)
    deed = known[undo_room]
    return deed if deed and (clock.now() - deed.at).total_seconds() < 300 else None


def _asked(code):
    if code not in ASKINGS:
        raise Stranger
    if code in questions.PRIVATE and request.method == "POST" and g.door == "screen":
        g.hushed = True  # what is private is never typed on the wall
        abort(403)
    return ASKINGS[code], meeting.present_meeting(g.circle)


def _page(code, evening, form):
    asking, waiting = ASKINGS[code], meeting.draft_of(g.circle, code)
    if request.method == "GET" and waiting:
        field = form._fields.get("words") or form._fields.get("name") or form._fields.get("number")
        field.data = waiting
    step, beside = _step(code), standing_beside(g.circle, evening, code)
    if code == "1.4":
        _show_how_it_stands(form, beside["situation"], waiting)
    return render_template(
        "meeting/question.html",
        form=form,
        asking=asking,
        q=questions.QUESTIONS[code],
        question=code,
        evening=evening,
        held=blocks.before_leaving(g.circle, step) if "nog" in request.args else [],
        not_about=preparation.shown_topics(g.circle) if step == 3 else [],
        parks=code in ("1.3", "1.4", "3.1"),
        cards=answers.GROUND_RULES,
        offer_cards=offers.CARDS,
        offers_private=code == "4.1" and not private_time.is_settled(evening),
        **_about_whom(code, form),
        **beside,
    )


def _show_how_it_stands(form, told, waiting):
    """The story in its field; when somebody else was first, theirs beside what was typed."""
    stands = StoryForm(formdata=None, seen=told.number if told else 0, words=told.words if told else "")
    if request.method == "GET":
        form.seen.data, form.words.data = stands.seen.data, waiting or stands.words.data
        return
    form.put_beside(stands)
    if form.standing:
        AgainForm().accepts(_keep_draft, g.circle, "1.4", "")  # it stands on the page, until one of both is chosen


def _end(evening, *, now):
    return meeting.end(private_time.end(evening, now=now), now=now)


def _about_whom(code, form):
    if code in questions.PRIVATE:
        return {"written_for": form.people.get(request.args.get("voor", "")) if request.method == "GET" else None}
    if code != "4.5":
        return {}
    chosen = form.people.get(request.args.get("wie", "")) or form.people.get(form.person.data or "")
    return {"chosen": chosen}


def _present(evening, form=None):
    rules = answers.answers_of(g.circle, "ground_rule") if evening else []
    return render_template(
        "meeting/present.html",
        evening=evening,
        form=form or Form(formdata=None),
        kinds=meeting.KINDS,
        leaving="tot" in request.args and evening is not None and evening.state == "paused",
        rules=rules,
        q=questions.QUESTIONS[evening.question] if evening else None,
    )


def _leave_waiting(code):
    if code not in questions.NEVER_WAITING and any(name in request.form for name in steps.TYPED):
        AgainForm().accepts(_keep_draft, g.circle, code, steps.typed_now()[:12000])
    return None


def _keep_draft(ours, place, words, seen=None):
    meeting.keep_draft(ours, place, words, seen=seen, now=clock.now())


def _park(ours, code, *, words, person):
    parked = answers.park(ours, code, words, person=person, now=clock.now())
    meeting.forget_draft(ours, code)
    return parked


def _step(code):
    return questions.QUESTIONS[code].step
