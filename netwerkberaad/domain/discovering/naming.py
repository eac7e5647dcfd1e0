"""Naming people: what each question of step 2 knows about whoever is named, and what is said of them later."""

import re
from typing import NamedTuple

from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.circle import PROFESSIONALS_GROUP, PROFESSIONALS_RING, draw_person
from netwerkberaad.domain.discovering.card import ROOM, say_about, with_letters
from netwerkberaad.domain.discovering.hearing import hear
from netwerkberaad.domain.evening.meeting import Answer, forget_draft, going_on
from netwerkberaad.domain.refusals import insist

MOST_AT_ONCE = 10
NEIGHBOURS, MISSED = "2.3", "2.10"


class Asked(NamedTuple):
    """What a question knows: the ring and group where nothing else is said, and the fact that it is about.

    `fact` is (field, value), also true of somebody who stood in the circle already and is tapped."""

    ring: int
    group: str
    fact: tuple = ()


ASKED = {
    "2.1": Asked(1, "V", ("support", "E")),
    "2.2": Asked(2, "F"),
    NEIGHBOURS: Asked(2, "B"),
    "2.4": Asked(2, "F", ("cares", True)),
    "2.5": Asked(3, "F", ("tie", "lost")),
    "2.6": Asked(3, "K"),
    "2.7": Asked(2, "F", ("influence", True)),
    "2.8": Asked(2, "F", ("trusted_by_child", True)),
    "2.9": Asked(2, "V", ("gives_back", True)),
    MISSED: Asked(2, "F", ("status", "suggested")),
}
_NOT_TAPPED = {"status"}


def name_people(circle, name, *, question, now):
    """Names are called out and typed on the shared screen, as in name_each; what was typed there so far is used up."""
    named = name_each(circle, name, question=question, now=now)
    forget_draft(circle, question)
    return named


def name_each(circle, name, *, question, now):
    """Names, one or more with a comma between: each is a new person at once (R11, R12: drawing is free).

    Returns the new people. Two people with the same name are two people until the table says otherwise."""
    insist(question in ASKED, refusals.Stranger)
    typed = [part.strip() for part in re.split(r"[,;\n،]", name or "") if part.strip()]
    insist(typed, refusals.NoName)
    insist(len(typed) <= MOST_AT_ONCE, refusals.TooManyNames)
    return [_name_one(circle, each, question, now) for each in typed]


def _name_one(circle, typed, question, now):
    heard, asked = hear(typed), ASKED[question]
    group = heard.group or asked.group
    # Whoever is known from school, work or the club stands a ring further, until the family says closer.
    near = 2 if asked.ring == 1 and heard.group == "K" else asked.ring
    known = {asked.fact[0]: asked.fact[1]} if asked.fact else {}
    person = draw_person(
        circle,
        heard.name,
        relation=heard.relation,
        group=group,
        ring=PROFESSIONALS_RING if group == PROFESSIONALS_GROUP else near,
        named_in=question,
        **known,
    )
    sentence = f"{person.name} is een voorstel." if question == MISSED else f"{person.name} staat erbij."
    undo.remember(circle, ROOM, person, sentence, before={"taken_back_at": undo.NOW}, now=now)
    return person


def may_be_tapped(question):
    """Whether this question is also about people who stand in the circle already."""
    fact = question in ASKED and ASKED[question].fact
    return bool(fact) and fact[0] not in _NOT_TAPPED


def is_said_of(person, question):
    """Whether what this question is about has been said of this person."""
    fact = ASKED[question].fact
    if not fact:
        return False
    field, value = fact
    return value in person.support if field == "support" else getattr(person, field) == value


def say_of(circle, person, *, question, now):
    """Somebody who stands in the circle already is tapped: what the question is about is true of them too."""
    insist(may_be_tapped(question), refusals.Stranger)
    if is_said_of(person, question):
        return person
    field, value = ASKED[question].fact
    value = with_letters(person.support + value) if field == "support" else value
    return say_about(circle, person, f"{person.name} hoort er hier ook bij.", now=now, **{field: value})


def unsay_of(circle, person, *, question, now):
    """Tapped once more: what the question is about is not true of this person after all."""
    insist(may_be_tapped(question), refusals.Stranger)
    if not is_said_of(person, question):
        return person
    field, value = ASKED[question].fact
    other = {"support": person.support.replace("E", ""), "tie": "ordinary"}.get(field, False)
    return say_about(circle, person, f"{person.name} hoort er hier niet bij.", now=now, **{field: other})


def namesakes(people, question):
    """Whoever was named in this question and bears the name of somebody who was there before: [(new, earlier)]."""
    first, found = {}, []
    for person in people:
        earlier = first.setdefault(person.name.casefold(), person)
        if earlier is not person and person.named_in == question and not person.told_apart:
            found.append((person, earlier))
    return found


def count_neighbours(circle, number, *, now):
    """«Hoeveel mensen in de buurt ken je bij naam?» (2.3): what was said last counts."""
    typed = str(number or "").strip()
    insist(typed.isdecimal() and len(typed) <= 4, refusals.NoCount)
    return Answer.create(
        circle=circle,
        meeting=going_on(circle, now=now),
        question=NEIGHBOURS,
        kind="neighbour_count",
        number=int(typed),
        said_at=now,
    )


def neighbour_count(circle):
    """How many neighbours they know by name, or None when nobody has said."""
    said = Answer.select(Answer.number).where(
        Answer.circle == circle, Answer.kind == "neighbour_count", Answer.state == "said"
    )
    return said.order_by(Answer.id.desc()).scalar()
