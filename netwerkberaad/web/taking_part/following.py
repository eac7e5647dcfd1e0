"""Following along: a phone at the table shows the question of this moment, and takes this person's own answer."""

from flask import abort, g, render_template, request, url_for
from markupsafe import Markup

from netwerkberaad.domain import changes, refusals
from netwerkberaad.domain.evening import numbers, on_phones
from netwerkberaad.domain.evening.meeting import STEPS
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.refusals import Stranger, insist
from netwerkberaad.domain.taking_part import presence, private_time
from netwerkberaad.web import clock
from netwerkberaad.web.doors import abort_page, guest, guest_inside, open_to
from netwerkberaad.web.hypermedia import Room, asks_for_fragment, see_other, tell
from netwerkberaad.web.safety import who_reads
from netwerkberaad.web.taking_part import answering, promising

room = Room("following", __name__, frame="phone")
OWN = "/gezegd/<any(antwoord, aanbod):kind>/<int:number>"
TWICE = "Dank je wel."
# Parts that nobody sees differently, and what they show: it must be read anew, by its evening's id, and follow from
# published tables alone.
SAME_FOR_ALL = {
    "taking_part/_faces.html": lambda evening: {"faces": presence.who_is_in(evening)},
    "taking_part/mine/_numbers.html": lambda evening: {"progress": numbers.progress(evening)},
}


@room.app_context_processor
def around_the_phone():
    """Whose phone it is, who else is in, and the way out: for every page on a phone at the table."""
    if request.blueprints[-1:] != ["phone"] or not g.get("viewer"):
        return {}
    person = g.viewer.person
    return {
        "person": person,
        # A fragment leaves the bar above the page as it is.
        "shows_faces": person is not None and on_phones.sees_others(person) and not asks_for_fragment(),
        "exit_site": url_for("opening.elsewhere"),
        "exit_url": url_for("phone.going.leave"),
    }


@room.app_template_global()
def same_for_all(template):
    """One of SAME_FOR_ALL as it is written out for every phone at this table, once for each number (changes.alike)."""
    evening = _evening()

    def write_out():
        return Markup(render_template(template, **SAME_FOR_ALL[template](evening)))

    return changes.alike(evening.circle_id, (template, evening.id), write_out)


@room.get("")
@open_to(guest)
def now():
    return _parts() if _shows_this_already() else _page()


@room.post("/antwoord/<code>")
@open_to(guest_inside)
def answer(code):
    insist(code in answering.ASKED, Stranger)
    form, said = answering.ASKED[code].form(), {"code": code, "now": clock.now()}
    if form.accepts(answering.keep, g.viewer.person, _evening(), **said):
        tell(form.outcome or TWICE)
        return see_other(".now")
    if isinstance(form.refusal, refusals.NotYourQuestion):
        return abort_page(403, form.refusal.sentence)
    return _page(code, form), form.status


@room.get(OWN)
@open_to(guest_inside)
def look(kind, number):
    found, words = _own(kind, number)
    form = answering.ChangeForm(formdata=None)
    form.words.data, form.seen.data = words, found.version
    return _change_page(kind, found, form)


@room.post(OWN)
@open_to(guest_inside)
def change(kind, number):
    found, stands = _own(kind, number)
    form, which = answering.ChangeForm(), {"kind": kind, "number": number}
    if form.accepts(answering.say_otherwise, g.viewer.person, _evening(), **which):
        tell("Veranderd.")
        return see_other(".now")
    form.seen.data = found.version
    return _change_page(kind, found, form, stands if form.status == 409 else ""), form.status


@room.post("/gezegd/weg")
@open_to(guest_inside)
def take_back():
    form = answering.OwnForm()
    done = form.accepts(answering.take_back, g.viewer.person, _evening(), now=clock.now())
    tell("Weggehaald." if done else form.refusal.sentence if form.refusal else form.own.errors[0])
    return see_other(".now")


def _evening():
    return g.viewer.guest.meeting


def _page(code=None, form=None):
    """What is asked now; or, with a form that was refused, that question again with what was typed."""
    person, evening = g.viewer.person, _evening()
    state = "asked" if form else on_phones.state_for(person, evening)
    asked = _asked(person, evening, code or evening.question, form) if state == "asked" else {}
    return render_template("taking_part/now.html", state=state, evening=evening, **_pen(person, evening), **asked)


def _shows_this_already():
    """A page that follows the table asks again, and shows this question already: only its live parts are new. What is
    promised stands in forms of its own, so that is made whole."""
    person, evening = g.viewer.person, _evening()
    asked = on_phones.state_for(person, evening) == "asked" and QUESTIONS[evening.question].step < 5
    return asked and request.headers.get("Live-Place") == g.place


def _parts():
    """The live parts of _page(), from the same templates."""
    person, evening = g.viewer.person, _evening()
    shown = {}
    if on_phones.may_answer(person, evening.question, evening):
        asked = answering.ASKED[evening.question]
        shown = {"mine": asked.mine, **asked.beside(person, evening, evening.question)}
    return render_template(
        "taking_part/parts.html", **_pen(person, evening), **_floors(person, evening.question, evening), **shown
    )


def _asked(person, evening, code, form):
    own_question = QUESTIONS[code].tag == "K" and on_phones.is_child_of_the_family(person)
    others = QUESTIONS[code].tag == "K" and not own_question and on_phones.sees_others(person)
    children = on_phones.children_of(evening.circle) if others else ()
    shown = {
        "code": code,
        "step": QUESTIONS[code].step,
        "steps": STEPS,
        "said": on_phones.said_to(person, code, evening, children=children),
        "private": QUESTIONS[code].private,
    }
    if on_phones.may_answer(person, code, evening):
        asked = answering.ASKED[code]
        shown |= {
            "part": asked.part,
            "mine": asked.mine,
            "form": form or asked.form(formdata=None),
            **asked.beside(person, evening, code),
        }
    shown |= _floors(person, code, evening)
    if QUESTIONS[code].step >= 5:
        template, context = promising.shown(person, evening) or ("", {})
        shown |= {**context, "promised": template}
    return shown


def _floors(person, code, evening):
    """At the question that asks for it: what must always hold, as far as this person reads it."""
    return {"floors": who_reads.floors_for(person, evening.circle_id)} if code == "3.6" else {}


def _pen(person, evening):
    if person is None:
        return {}
    holds = evening.pen_id == person.id
    alone = private_time.is_on(evening) and not person.is_professional
    return {"pen_url": url_for("pen.meeting.present", circle_id=g.circle.id) if holds else "", "we_are_alone": alone}


def _own(kind, number):
    """What this person said themselves. While the family talks alone, a professional sees nothing of it."""
    if on_phones.is_shut(g.viewer.person, _evening()):
        abort(403)
    return answering.found_own(g.viewer.person, kind, number)


def _change_page(kind, found, form, stands=""):
    action = url_for(".change", kind=kind, number=found.id)
    return render_template("taking_part/ask/change.html", form=form, action=action, stands=stands)
