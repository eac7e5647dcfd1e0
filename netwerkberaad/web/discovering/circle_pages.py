"""What the pages about the circle show: the map with its people, one question, one person."""

from functools import lru_cache
from types import SimpleNamespace

from flask import abort, current_app, g, render_template, request, url_for
from flask_babel import get_locale
from markupsafe import Markup

from netwerkberaad.domain import circle, undo
from netwerkberaad.domain.discovering import card, inviting, naming
from netwerkberaad.domain.drawing import network_map
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.web import clock
from netwerkberaad.web.discovering.circle_forms import CountForm, NameForm, PressForm, RingForm
from netwerkberaad.web.doors import here

INVITING, FOR_THE_CHILD = "2.11", "2.8"
JUST_NOW = 90
_CHILDREN = (
    "kind dochter zoon zoontje dochtertje kleinkind neefje nichtje broertje zusje klasgenoot vriendje vriendinnetje "
    "buurmeisje buurjongen teamgenoot"
)


def around(*, back, picked=None):
    """What every page with the map shows. `back` names the page, for whoever is put down on its map."""
    people = circle.people_on_the_wall(g.circle)
    address = url_for(".person", person_id=0)[:-1]
    for person in people:
        person.url = f"{address}{person.id}"
    deed = g.setdefault("last_deeds", {})[card.ROOM] = undo.last_deed(g.circle, card.ROOM)
    fresh = bool(deed) and (clock.now() - deed.at).total_seconds() < JUST_NOW
    new = deed.row if fresh and deed.table == "Person" else None
    return {
        "people": people,
        "sheet": network_map.draw(_centre(people), people, new=picked or new),
        "new": new,
        "said": deed.sentence if fresh else "",
        "known": sum(person.ring in (1, 2, 3) and person.status != "suggested" for person in people),
        "press": PressForm(formdata=None, back=back),
        "versions": {person.id: person.version for person in people if person.ring},
        "undo_room": card.ROOM,
        "refused": None,
    }


def said_of(person):
    """Somebody on the map in words, for whoever does not see it: «Heel dichtbij, bij vrienden. Geeft veel steun.»"""
    said = [circle.where_words(person)]
    said += [circle.TIES[person.tie]] if person.tie != "ordinary" else []
    said += ["steun: " + ", ".join(circle.SUPPORT[letter] for letter in person.support)] if person.support else []
    said += ["heeft veel invloed"] if person.influence else []
    said += ["jullie betekenen iets voor deze persoon"] if person.gives_back else []
    said += ["voorgesteld"] if person.status == "suggested" else []
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in said)


def is_a_child(relation):
    """Whether the words tell that somebody is a child: only then their age is asked at once."""
    return not set(_CHILDREN.split()).isdisjoint(relation.lower().split())


def ring_name(ring):
    return circle.RINGS[ring]


def kept_dots(dots):
    """The drawings of the people on the map, each made once: while names are called out only the new one is drawn."""
    language = str(get_locale())
    return Markup("").join(_drawn(dot, language) for dot in dots)


def kept_paper(part, sheet):
    """The rings or the captions of the empty sheet, drawn once for everybody."""
    return _drawn_paper(part, str(get_locale()))


@lru_cache(maxsize=32)
def _drawn_paper(part, language):
    nobody = SimpleNamespace(names=[], children=[], homes="")
    paper = current_app.jinja_env.get_template("circle/_paper.svg.html").module.paper
    return paper(part, network_map.draw(nobody, []))


@lru_cache(maxsize=4096)
def _drawn(dot, language):
    return current_app.jinja_env.get_template("circle/_dot.svg.html").module.dot(dot)


def _centre(people):
    family = [person for person in people if person.ring == 0]
    return SimpleNamespace(
        names=[person.name for person in family if person.is_adult],
        children=[person.name for person in family if not person.is_adult],
        homes=g.circle.homes,
    )


def by_ring(people):
    """The list beside the map: [(ring, its people by sector)], from near to far."""
    order, rings = list(circle.GROUPS), {}
    for person in sorted(people, key=lambda p: (p.ring, order.index(p.group), p.joined)):
        rings.setdefault(person.ring, []).append(person)
    return list(rings.items())


def map_page(template, refused=None):
    """The whole map, or the part of it that refreshes by itself; `refused` is a form that was not taken."""
    context = around(back="kaart") | {"by_ring": by_ring, "undo_back": url_for(".map"), "refused": refused}
    return render_template(template, **context), refused.status if refused else 200


def question_page(code, form=None, refused=None):
    """The page of one question. `form` is the refused one with what was typed, `refused` any other on the page."""
    asked = QUESTIONS.get(code)
    if asked is None or asked.room != "circle":
        abort(404)
    refused = refused or form
    context = around(back=code) | {
        "question": code,
        "asked": asked,
        "so_far": _so_far(code),
        "refused": refused,
        "undo_back": here("circle.question", code=code),
    }
    more = _inviting(context["people"]) if code == INVITING else _naming(code, form, context["people"])
    template = "circle/invite.html" if code == INVITING else "circle/question.html"
    return render_template(template, **context, **more), refused.status if refused else 200


@lru_cache(maxsize=32)
def _so_far(code):
    """(which question of this step it is, how many there are)."""
    codes = [each for each, asked in QUESTIONS.items() if asked.room == "circle" and not asked.later]
    return codes.index(code) + 1 if code in codes else len(codes), len(codes)


def _inviting(people):
    ring = inviting.ring_to_open(g.circle, people)
    there = {person.id for person in meeting.at_the_table(meeting.present_meeting(g.circle))}
    rings = [(n, them) for n, them in by_ring(people) if 0 < n <= g.circle.inviting_ring]
    return {
        "rings": [(n, apart) for n, them in rings if (apart := [p for p in them if p.id not in there])],
        "at_the_table": [person for _, them in rings for person in them if person.id in there],
        "next_ring": ring,
        "go_on": RingForm(formdata=None, ring=ring),
    }


def _naming(code, form, people):
    counted, counting = None, False
    if code == naming.NEIGHBOURS:
        counted = naming.neighbour_count(g.circle)
        counting = isinstance(form, CountForm) or (form is None and (counted is None or "tel" in request.args))
    around_us = [person for person in people if person.ring]
    said_already = {person.id for person in around_us if naming.is_said_of(person, code)}
    may_be_tapped = naming.may_be_tapped(code)
    # Whoever may be tapped keeps the same place in the row, tapped or not.
    here_named = {p.id for p in around_us if p.named_in == code or (p.id in said_already and not may_be_tapped)}
    if form is None:
        # Right after a name there is no draft: it went with the name.
        waiting = meeting.draft_of(g.circle, code) if request.method == "GET" else ""
        form = CountForm(formdata=None) if counting else NameForm(formdata=None, name=waiting)
    return {
        "form": form,
        "counting": counting,
        "counted": counted,
        "named": [person for person in around_us if person.id in here_named],
        "tappable": [person for person in around_us if person.id not in here_named] if may_be_tapped else [],
        "said_already": said_already,
        "namesakes": naming.namesakes(people, code)[-1:],
        "beside": _beside_the_child(people) if code == FOR_THE_CHILD else [],
    }


def _beside_the_child(people):
    """[(child, their supporter or None, whether that one is at the table)] for the question to the child (2.8)."""
    there = {person.id for person in meeting.at_the_table(meeting.present_meeting(g.circle))}
    by_id = {person.id: person for person in people}
    children = [person for person in people if person.ring == 0 and not person.is_adult]
    return [(child, by_id.get(child.supporter_id), child.supporter_id in there) for child in children]
