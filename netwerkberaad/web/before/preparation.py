"""Preparing with one person at a time, on the desk and never on the shared screen: questions 0.1 to 0.6."""

from flask import g, redirect, render_template, request, url_for

from netwerkberaad.domain import circle
from netwerkberaad.domain.before import beginning, preparation
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.web import clock
from netwerkberaad.web.before import desk_forms
from netwerkberaad.web.doors import open_to, whoever_looks
from netwerkberaad.web.forms import Form
from netwerkberaad.web.hypermedia import Room, see_other, tell

room = Room("preparation", __name__, frame="desk", url_prefix="/kringen/<int:circle_id>/voorbereiden")


@room.context_processor
def with_a_way_out():
    """`Snel weg`: somebody who should not read along may walk in."""
    return {"exit_site": url_for("opening.elsewhere"), "exit_url": url_for("accounts.sign_out"), "circle": g.circle}


@room.get("")
@open_to(whoever_looks)
def overview():
    """What has been asked of whom; never what was answered."""
    people = circle.people_of(g.circle)
    centre = preparation.centre_of(people)
    children = [person for person in centre if not person.is_adult]
    adults = [(person.id, person.name) for person in centre if person.is_adult]
    fear, messages = preparation.asked_fear(centre), preparation.asked_messages(centre)
    informed = g.circle.id in preparation.informed_in([g.circle])
    return render_template(
        "preparation/overview.html",
        centre=centre,
        children=children,
        fear=fear,
        messages=messages,
        topics=preparation.with_topics(centre),
        informed=informed,
        lives=beginning.LIVES,
        held=preparation.what_holds_back_inviting(adults, asked_fear=fear, asked_messages=messages, informed=informed),
    )


@room.post("/ouders-weten-het")
@open_to(whoever_looks)
def parents_know():
    Form().accepts(preparation.parents_know, g.circle, now=clock.now())
    return see_other(".overview")


@room.post("/ouders-weten-het-nog-niet")
@open_to(whoever_looks)
def parents_do_not_know_yet():
    Form().accepts(preparation.parents_do_not_know_yet, g.circle)
    return see_other(".overview")


@room.get("/<int:person_id>/0.1")
@open_to(whoever_looks)
def topics(person_id):
    return _topics(_asked(person_id, "0.1"), desk_forms.TopicForm(formdata=None))


@room.post("/<int:person_id>/0.1")
@open_to(whoever_looks)
def topic_named(person_id):
    """«Schrijf op» stays here for the next topic; «Verder» keeps what was typed and goes on."""
    owner, form, goes_on = _asked(person_id, "0.1"), desk_forms.TopicForm(), "go" in request.form
    if goes_on and not (form.topic.data or "").strip():
        return redirect(_after("0.1", owner), 303)
    if form.accepts(preparation.set_off_limits, owner, now=clock.now()):
        return _next("0.1", owner) if goes_on else see_other(".topics", person_id=person_id)
    return _topics(owner, form), form.status


@room.post("/<int:person_id>/0.1/<int:topic_id>/weg")
@open_to(whoever_looks)
def topic_gone(person_id, topic_id):
    Form().accepts(preparation.may_be_talked_about, _asked(person_id, "0.1"), topic_id)
    return see_other(".topics", person_id=person_id)


@room.post("/<int:person_id>/0.1/<int:topic_id>/lezen")
@open_to(whoever_looks)
def topic_shown(person_id, topic_id):
    Form().accepts(preparation.let_show, _asked(person_id, "0.1"), topic_id, True)
    return see_other(".topics", person_id=person_id)


@room.post("/<int:person_id>/0.1/<int:topic_id>/niet-lezen")
@open_to(whoever_looks)
def topic_hidden(person_id, topic_id):
    Form().accepts(preparation.let_show, _asked(person_id, "0.1"), topic_id, False)
    return see_other(".topics", person_id=person_id)


def _topics(owner, form):
    return _ask("0.1", owner, form, named=preparation.topics_of(owner))


@room.get("/<int:person_id>/0.2")
@open_to(whoever_looks)
def fear(person_id):
    teller = _asked(person_id, "0.2")
    form, note = desk_forms.FearForm(formdata=None, seen=teller.version), preparation.note_of(teller)
    if note:
        form.afraid.data, form.words.data = ("yes" if note.words else "no"), note.words
        form.joins.data = note.joins
    return _fear(teller, form)


@room.post("/<int:person_id>/0.2")
@open_to(whoever_looks)
def fear_told(person_id):
    teller, form = _asked(person_id, "0.2"), desk_forms.FearForm()
    others = _others(form, teller)
    apart_from = others.get(form.apart_from.data)
    if form.accepts(preparation.tell_fear, teller, apart_from=apart_from, now=clock.now()):
        return _next("0.2", teller)
    return _fear(_asked(person_id, "0.2"), form), form.status


def _fear(teller, form):
    _others(form, teller)
    return _ask("0.2", teller, form)


def _others(form, teller):
    """Everybody but the teller, as the choices for a contact ban: {number as typed: Person}."""
    others = {str(person.id): person for person in circle.people_of(g.circle) if person.id != teller.id}
    form.apart_from.choices = desk_forms.choices({"": "Nee"} | {n: person.name for n, person in others.items()})
    return others


@room.get("/<int:person_id>/0.3")
@open_to(whoever_looks)
def messages(person_id):
    person = _asked(person_id, "0.3")
    form = desk_forms.MessagesForm(formdata=None, seen=person.version)
    if preparation.asked_messages([person]):
        form.notify.data = person.notify
    return _ask("0.3", person, form)


@room.post("/<int:person_id>/0.3")
@open_to(whoever_looks)
def messages_told(person_id):
    person, form = _asked(person_id, "0.3"), desk_forms.MessagesForm()
    if form.accepts(preparation.tell_who_reads, person, now=clock.now()):
        return _next("0.3", person)
    return _ask("0.3", _asked(person_id, "0.3"), form), form.status


@room.get("/<int:person_id>/0.4")
@open_to(whoever_looks)
def language(person_id):
    person = _asked(person_id, "0.4")
    return _ask("0.4", person, desk_forms.LanguageForm(formdata=None, obj=person, seen=person.version))


@room.post("/<int:person_id>/0.4")
@open_to(whoever_looks)
def language_chosen(person_id):
    person, form = _asked(person_id, "0.4"), desk_forms.LanguageForm()
    if form.accepts(preparation.choose_language, person):
        return _next("0.4", person)
    return _ask("0.4", _asked(person_id, "0.4"), form), form.status


@room.get("/<int:person_id>/0.5")
@open_to(whoever_looks)
def supporter(person_id):
    child = _asked(person_id, "0.5")
    form = desk_forms.SupporterForm(formdata=None, seen=child.version)
    _adults(form)
    form.supporter.data = str(child.supporter_id or "")
    return _ask("0.5", child, form)


@room.post("/<int:person_id>/0.5")
@open_to(whoever_looks)
def supporter_chosen(person_id):
    child, form = _asked(person_id, "0.5"), desk_forms.SupporterForm()
    chosen = _adults(form).get(form.supporter.data)
    if form.accepts(preparation.choose_supporter, child, supporter=chosen):
        return _next("0.5", child)
    return _ask("0.5", _asked(person_id, "0.5"), form), form.status


def _adults(form):
    adults = {str(person.id): person for person in circle.people_of(g.circle) if person.is_adult}
    form.supporter.choices = desk_forms.choices(
        {"": "Nog niemand"} | {number: person.name for number, person in adults.items()}
    )
    return adults


@room.get("/wonen")
@open_to(whoever_looks)
def homes():
    children = _children()
    form = desk_forms.homes_form(children)(formdata=None, homes=g.circle.homes, seen=g.circle.version)
    for child in children:
        form[f"lives_{child.id}"].data = child.lives or "home"
    return render_template("preparation/homes.html", form=form, children=children)


@room.post("/wonen")
@open_to(whoever_looks)
def homes_told():
    children = _children()
    form = desk_forms.homes_form(children)()

    def told(seen, homes, **lives):
        where = {child.id: lives[f"lives_{child.id}"] for child in children}
        return beginning.change_homes(g.circle, children, where, homes, seen=seen)

    if form.accepts(told):
        return see_other(".overview")
    if form.status == 409:
        form.seen.data = circle.Circle.get_by_id(g.circle.id).version
    return render_template("preparation/homes.html", form=form, children=_children()), form.status


def _children():
    return [person for person in preparation.centre_of(circle.people_of(g.circle)) if not person.is_adult]


def _asked(person_id, code):
    """Somebody in the centre, of whom this question is asked."""
    person = circle.person_in(g.circle, person_id)
    if person.ring != 0 or code not in _codes(person):
        raise Stranger
    return person


def _codes(person):
    """The questions that are asked of this person; a young child has no messages, an adult sits by themselves."""
    return [code for code in _ENDPOINTS if not (code == "0.3" and person.is_child or code == "0.5" and person.is_adult)]


_ENDPOINTS = {"0.1": ".topics", "0.2": ".fear", "0.3": ".messages", "0.4": ".language", "0.5": ".supporter"}


def _after(code, person):
    """The address of the next question for this person; the overview after the last."""
    rest = [other for other in _codes(person) if other > code]
    return url_for(_ENDPOINTS[rest[0]], person_id=person.id) if rest else url_for(".overview")


def _next(code, person):
    tell("Dat is bewaard.")
    return redirect(_after(code, person), 303)


def _ask(code, person, form, **more):
    """The page of one question; after a change by somebody else it is about the state now shown."""
    if form.status == 409 and "seen" in form:
        form.seen.data = person.version
    return render_template(
        f"preparation/{_ENDPOINTS[code][1:]}.html",
        person=person,
        form=form,
        code=code,
        codes=_codes(person),
        onward=_after(code, person),
        **more,
    )
