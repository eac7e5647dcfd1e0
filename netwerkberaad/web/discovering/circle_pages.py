"""What the pages about the circle show: the map with its people, one question, one person."""

from functools import lru_cache
from types import SimpleNamespace

from flask import abort, current_app, g, render_template, request, url_for
from flask_babel import get_locale

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


def ring_name(ring):
    return circle.RINGS[ring]


def kept_dot(dot):
    """The drawing of one person on the map, made once: while names are called out only the new one is drawn."""
    return _drawn(dot, str(get_locale()))


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
        "refused": refused,
        "undo_back": here("circle.question", code=code),
    }
    more = _inviting(context["people"]) if code == INVITING else _naming(code, form, context["people"])
    template = "circle/invite.html" if code == INVITING else "circle/question.html"
    return render_template(template, **context, **more), refused.status if refused else 200


def _inviting(people):
    ring = inviting.ring_to_open(g.circle, people)
    return {
        "rings": [(n, them) for n, them in by_ring(people) if 0 < n <= g.circle.inviting_ring],
        "next_ring": ring,
        "go_on": RingForm(formdata=None, ring=ring),
    }


def _naming(code, form, people):
    counted, counting = None, False
    if code == naming.NEIGHBOURS:
        counted = naming.neighbour_count(g.circle)
        counting = isinstance(form, CountForm) or (form is None and (counted is None or "tel" in request.args))
    around_us = [person for person in people if person.ring]
    named = [person for person in around_us if person.named_in == code or naming.is_said_of(person, code)]
    if form is None:
        # Right after a name there is no draft: it went with the name.
        waiting = meeting.draft_of(g.circle, code) if request.method == "GET" else ""
        form = CountForm(formdata=None) if counting else NameForm(formdata=None, name=waiting)
    return {
        "form": form,
        "counting": counting,
        "counted": counted,
        "named": named,
        "tappable": [p for p in around_us if p not in named] if naming.may_be_tapped(code) else [],
        "namesakes": naming.namesakes(people, code)[-1:],
        "beside": _beside_the_child(people) if code == FOR_THE_CHILD else [],
    }


def _beside_the_child(people):
    """[(child, their supporter or None, whether that one is at the table)] for the question to the child (2.8)."""
    there = {person.id for person in meeting.at_the_table(meeting.present_meeting(g.circle))}
    by_id = {person.id: person for person in people}
    children = [person for person in people if person.ring == 0 and not person.is_adult]
    return [(child, by_id.get(child.supporter_id), child.supporter_id in there) for child in children]
