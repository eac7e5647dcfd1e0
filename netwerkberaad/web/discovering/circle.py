"""Our circle (step 2): names are called out and stand on the map at once; each person has a card."""

from flask import g, render_template, request, url_for

from netwerkberaad.domain import circle, sharing
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.discovering import card, inviting, merging, naming
from netwerkberaad.domain.refusals import Refusal
from netwerkberaad.web import clock
from netwerkberaad.web.discovering.circle_forms import (
    CardForm,
    CountForm,
    InviteForm,
    NameForm,
    PlaceForm,
    PressForm,
    RingForm,
    TapForm,
)
from netwerkberaad.web.discovering.circle_pages import (
    INVITING,
    around,
    is_a_child,
    kept_dots,
    kept_paper,
    map_page,
    question_page,
    ring_name,
    said_of,
)
from netwerkberaad.web.doors import open_to, whoever_arranges, whoever_looks
from netwerkberaad.web.evening.steps import keeps_what_was_typed
from netwerkberaad.web.hypermedia import Room, see_other, shown

room = Room("circle", __name__, frame="screen")
for words in (circle.where_words, ring_name, said_of, is_a_child):
    room.add_app_template_filter(words)
room.add_app_template_global(kept_dots)
room.add_app_template_global(kept_paper)


@room.get("/onze-kring/<code>")
@open_to(whoever_looks)
def question(code):
    return question_page(code)


@room.post("/onze-kring/<code>")
@open_to(whoever_arranges)
def name_people(code):
    form = NameForm()
    if form.accepts(naming.name_people, g.circle, question=code, now=clock.now()):
        return shown(question, code=code)
    return question_page(code, form)


@room.post("/onze-kring/<code>/mensen")
@open_to(whoever_arranges)
def tap(code):
    form = TapForm()
    if form.accepts(_tap, code):
        return shown(question, code=code)
    return question_page(code, refused=form)


def _tap(code, says, unsays):
    say = naming.say_of if says else naming.unsay_of
    return say(g.circle, circle.person_in(g.circle, says or unsays), question=code, now=clock.now())


@room.post("/onze-kring/2.3/aantal")
@open_to(whoever_arranges)
def count():
    form = CountForm()
    if form.accepts(naming.count_neighbours, g.circle, now=clock.now()):
        return shown(question, code=naming.NEIGHBOURS)
    return question_page(naming.NEIGHBOURS, form)


@keeps_what_was_typed("circle")
def keep(code):
    """«Verder» with a name or a number still in the field: it is kept first."""
    if code == INVITING:
        return None
    if request.form.get("number", "").strip():
        form, keeping, more = CountForm(), naming.count_neighbours, {}
    else:
        form, keeping, more = NameForm(), naming.name_people, {"question": code}
    return None if form.accepts(keeping, g.circle, **more, now=clock.now()) else question_page(code, form)


@room.post("/uitnodigingen")
@open_to(whoever_arranges)
def invite():
    form = InviteForm()
    if form.accepts(_invite):
        return shown(question, code=INVITING)
    return question_page(INVITING, refused=form)


def _invite(**said):
    answer, number = next(((answer, number) for answer, number in said.items() if number), ("", ""))
    return inviting.invite(g.circle, circle.person_in(g.circle, number), answer, now=clock.now())


@room.post("/uitnodigingen/kring")
@open_to(whoever_arranges)
def open_ring():
    form = RingForm()
    if form.accepts(inviting.open_next_ring, g.circle):
        return shown(question, code=INVITING)
    return question_page(INVITING, refused=form)


@room.get("/kaart")
@open_to(whoever_looks)
def map():
    return map_page("circle/map.html")


@room.get("/kaart/tekening")
@open_to(whoever_looks)
def map_part():
    return map_page("circle/map_part.html")


@room.get("/mensen/<int:person_id>")
@open_to(whoever_looks)
def person(person_id):
    return _card(circle.person_in(g.circle, person_id))


@room.post("/mensen/<int:person_id>")
@open_to(whoever_arranges)
def describe(person_id):
    about, form = circle.person_in(g.circle, person_id), CardForm()
    if form.accepts(card.describe, g.circle, about, now=clock.now()):
        return shown(person, person_id=person_id)
    return _card(circle.person_in(g.circle, person_id), form)


@room.post("/mensen/<int:person_id>/plek")
@open_to(whoever_arranges)
def put_down(person_id):
    about, form = circle.person_in(g.circle, person_id), PlaceForm()
    if form.accepts(_put_down, about):
        return _back_to(form.back.data, person_id)
    return _back_to(form.back.data, person_id, refused=form)


def _put_down(about, back, **where):
    return card.put_down(g.circle, about, now=clock.now(), **where)


@room.post("/mensen/<int:person_id>/erbij")
@open_to(whoever_arranges)
def welcome(person_id):
    return _pressed(person_id, card.welcome, g.circle, now=clock.now())


@room.post("/mensen/<int:person_id>/iemand-anders")
@open_to(whoever_arranges)
def tell_apart(person_id):
    return _pressed(person_id, card.tell_apart)


@room.post("/mensen/<int:person_id>/typefout")
@open_to(whoever_arranges)
def take_back_slip(person_id):
    about, form = circle.person_in(g.circle, person_id), PressForm()
    if form.accepts(lambda back: card.take_back_slip(g.circle, about, now=clock.now())):
        return see_other(".map")
    return _card(about, refused=form)


@room.get("/mensen/<int:person_id>/dezelfde")
@open_to(whoever_arranges)
def same(person_id):
    """Who is the same person as this one?"""
    about = circle.person_in(g.circle, person_id)
    others = [other for other in circle.people_of(g.circle) if other.id != about.id]
    return render_template("circle/same.html", about=about, others=others)


@room.get("/mensen/<int:person_id>/dezelfde/<int:other_id>")
@open_to(whoever_arranges)
def before_merging(person_id, other_id):
    return _before_merging(person_id, other_id, PressForm(formdata=None))


@room.post("/mensen/<int:person_id>/dezelfde/<int:other_id>")
@open_to(whoever_arranges)
def merge(person_id, other_id):
    form = PressForm()
    if form.accepts(_merge, person_id, other_id):
        return _back_to(form.back.data, form.outcome.id) if form.outcome else see_other(".map")
    return _before_merging(person_id, other_id, form)


def _merge(person_id, other_id, back):
    one, other = (circle.person_in(g.circle, each) for each in (person_id, other_id))
    return merging.merge(one, other, now=clock.now())


def _before_merging(person_id, other_id, form):
    one, other = (circle.person_in(g.circle, each) for each in (person_id, other_id))
    try:
        keep, double = merging.who_stays(one, other)
    except Refusal as refusal:
        form.file(refusal)
        keep, double = one, other
    known = merging.preview(keep, double)
    page = render_template("circle/before_merging.html", keep=keep, double=double, known=known, form=form)
    return page, form.status if form.refusal else 200


def _pressed(person_id, action, *args, **kwargs):
    """A button about one person, wherever it stands: afterwards that page again."""
    about, form = circle.person_in(g.circle, person_id), PressForm()
    if form.accepts(lambda back: action(*args, about, **kwargs)):
        return _back_to(form.back.data, person_id)
    return _back_to(form.back.data, person_id, refused=form)


def _back_to(back, person_id, refused=None):
    """The page on which something was pressed or put down: a question, the map, or the card."""
    if back == "kaart":
        return map_page("circle/map.html", refused) if refused else shown(map)
    if back in naming.ASKED or back == INVITING:
        return question_page(back, refused=refused) if refused else shown(question, code=back)
    about = circle.person_in(g.circle, person_id)
    return _card(about, refused=refused) if refused else shown(person, person_id=person_id)


def _as_it_stands(about):
    said = {field: getattr(about, field) for field in ("name", "relation", "ring", "group", "tie", "influence")}
    age = "" if about.age is None else str(about.age)
    return CardForm(formdata=None, **said, support=list(about.support), age=age, seen=str(about.version))


def _card(about, form=None, refused=None):
    """The card of one person beside the map; `form` is the refused one with what was typed."""
    refused, stands = refused or form, _as_it_stands(about)
    if form:
        form.put_beside(stands)
    form = form or stands
    context = around(back=f"mens-{about.id}", picked=about.id) | {
        "about": about,
        "form": form,
        "refused": refused,
        "looks_ahead": _may_look_ahead(about),
        "undo_back": url_for(".person", person_id=about.id),
    }
    return render_template("circle/person.html", **context), refused.status if refused else 200


def _may_look_ahead(about):
    """«Stel dat … weg is»: of whoever helps, while there is a plan to look ahead in."""
    if about.part != "network" or about.is_child or not sharing.may_arrange(g.viewer, g.circle):
        return False
    ours = plan.plan_of(g.circle)
    return ours.start is not None and clock.today() <= ours.end
