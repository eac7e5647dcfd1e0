"""Correcting what was said: other words, taken back, taken up again, approved."""

from dataclasses import dataclass

from flask import g, redirect, render_template
from wtforms import HiddenField

from netwerkberaad.domain.evening import answers, meeting, offering
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.week import roster
from netwerkberaad.web import clock
from netwerkberaad.web.doors import open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening import steps
from netwerkberaad.web.evening.asking import TableForm
from netwerkberaad.web.forms import Form, words
from netwerkberaad.web.hypermedia import see_other, tell_why_not


@dataclass(frozen=True)
class Said:
    """Something that can be said otherwise: how it is found, its text, how it is corrected and taken back."""

    find: object
    text: str
    correct: object
    take_back: object


NOUNS = {
    "antwoorden": Said(answers.answer_in, "words", answers.correct, answers.take_back),
    "aanbod": Said(offering.offer_in, "what", offering.correct, offering.take_back),
    "nodig": Said(roster.task_in, "what", offering.correct_task, offering.take_back_task),
}
ONE_OF_THEM = f"/<any({', '.join(NOUNS)}):noun>/<int:number>"


class CorrectionForm(TableForm):
    words = words("Zo zeggen we het", most=500)
    seen = HiddenField()


class ShortCorrectionForm(Form):
    words = words("Zo zeggen we het", most=200)
    seen = HiddenField()


class SeenForm(Form):
    seen = HiddenField()


@open_to(whoever_looks)
def look(noun, number):
    found = _found(noun, number)
    return _page(noun, found, _as_it_stands(noun, found))


@open_to(whoever_arranges)
def correct(noun, number):
    found, form = _found(noun, number), _form(noun)
    if form.accepts(lambda words, **rest: NOUNS[noun].correct(found, words, **rest)):
        return redirect(_page_of(found), 303)
    now_there = _found(noun, number)
    form.put_beside(_as_it_stands(noun, now_there))
    return _page(noun, now_there, form), form.status


@open_to(whoever_arranges)
def take_back(noun, number):
    found, form = _found(noun, number), Form()
    if not form.accepts(NOUNS[noun].take_back, found, now=clock.now()):
        tell_why_not(form.refusal.sentence)
    return redirect(_page_of(found), 303)


@open_to(whoever_arranges)
def take_up(number):
    return _turned(answers.take_up, number)


@open_to(whoever_arranges)
def let_go(number):
    return _turned(answers.let_go, number)


@open_to(whoever_arranges)
def dispute(number):
    return _turned(answers.dispute, number)


@open_to(whoever_arranges)
def make_task(number):
    said = _found("antwoorden", number)
    if said.kind not in offering.TASKS_MADE_AT:
        raise Stranger
    return _turned(offering.make_task_of, number, back_to=offering.TASKS_MADE_AT[said.kind])


@open_to(whoever_arranges)
def approve():
    return _story(answers.approve_situation)


@open_to(whoever_arranges)
def rather_not():
    def keep(ours, **told):
        answers.rather_not_write(ours, **told)
        meeting.forget_draft(ours, "1.4")

    return _story(keep)


def open_in(room):
    """Opens these addresses in the meeting room."""
    room.add_url_rule(ONE_OF_THEM, "look", look, methods=["GET"])
    room.add_url_rule(ONE_OF_THEM, "correct", correct, methods=["POST"])
    room.add_url_rule(ONE_OF_THEM + "/weg", "remove", take_back, methods=["POST"])
    for path, view in (
        ("opgepakt", take_up),
        ("losgelaten", let_go),
        ("anders-gezien", dispute),
        ("taak", make_task),
    ):
        room.add_url_rule(f"/antwoorden/<int:number>/{path}", view.__name__, view, methods=["POST"])
    room.add_url_rule("/wat-er-speelt/klopt", "approve", approve, methods=["POST"])
    room.add_url_rule("/wat-er-speelt/liever-niet", "rather_not", rather_not, methods=["POST"])


def _found(noun, number):
    """A number somebody gave is never read back: nobody learns who gave which."""
    found = NOUNS[noun].find(g.circle, number)
    if getattr(found, "kind", "") == "scale_rating":
        raise Stranger
    return found


def _form(noun, **kwargs):
    if noun != "antwoorden":
        return ShortCorrectionForm(**kwargs)
    return CorrectionForm(people=meeting.at_the_table(meeting.present_meeting(g.circle)), **kwargs)


def _as_it_stands(noun, found):
    form = _form(noun, formdata=None)
    form.words.data, form.seen.data = getattr(found, NOUNS[noun].text), found.version
    if "person" in form._fields:
        form.person.data = str(found.person_id or "")
    return form


def _page(noun, found, form):
    return render_template(
        "meeting/correct.html",
        form=form,
        noun=noun,
        found=found,
        stands=getattr(found, NOUNS[noun].text),
        back=_page_of(found),
    )


def _page_of(found):
    code = "3.2" if getattr(found, "kind", "") == "concern" else found.question
    return steps.address_of(code)


def _turned(verb, number, back_to=None):
    found, form = _found("antwoorden", number), Form()
    if not form.accepts(verb, found, now=clock.now()):
        tell_why_not(form.refusal.sentence)
    return redirect(steps.address_of(back_to) if back_to else _page_of(found), 303)


def _story(verb):
    form = SeenForm()
    if not form.accepts(verb, g.circle, now=clock.now()):
        tell_why_not(form.refusal.sentence)
    return see_other(".question", code="1.4")
