"""Each reason names the offer or the rule that decided, and is true; nothing of it is anybody's own."""

import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest

from netwerkberaad.domain.proposing import reasons
from netwerkberaad.domain.proposing.gathering import Gathered
from netwerkberaad.domain.proposing.smallest_change import Change
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.week.when import DAYS
from tests.random_weeks import draw

WHAT = {0: "Boodschappen", 1: "Koken", 2: "Vuilnis"}


def told(seed, **size):
    """A random week with names, tasks, offers that agree with its likes, and floors in words."""
    question = draw(seed, **size)
    asked = {(floor.person, floor.tag) for floor in question.floors if floor.kind == "companion"}
    moments = [
        replace(moment, not_alone=frozenset(who for who in moment.not_alone if (who, moment.tag) in asked))
        for moment in question.moments
    ]
    question, offered = replace(question, moments=tuple(moments)), {}
    for moment in question.moments:
        for who in moment.likes:
            if WHAT[moment.task] not in offered.setdefault(who, []):
                offered[who].append(WHAT[moment.task])
    return Gathered(
        question=question,
        names={who: f"Mens{'ABCDEFGH'[who]}" for who in question.people},
        tasks={number: SimpleNamespace(what=what) for number, what in WHAT.items()},
        shifts={},
        floors=tuple(SimpleNamespace(words=f"Regel {n} van Ilse. En meer.") for n, _ in enumerate(question.floors)),
        offered=offered,
    )


@pytest.mark.parametrize("seed", range(80))
def test_every_reason_is_true(seed):
    gathered = told(seed, people=5, moments=9, floors=3)
    question, proposal = gathered.question, propose(gathered.question)
    because = reasons.because(gathered, proposal)
    assert set(because) == {choice.moment for choice in proposal.choices}
    counts = Counter(turn.person for turn in question.plan_with(proposal.choices).turns)
    helping = {who: count for who, count in counts.items() if who not in question.household}
    for choice in proposal.choices:
        moment, why = question.moments[choice.moment], because[choice.moment]
        name = gathered.names[choice.person]
        if choice.companion is not None:
            assert why.endswith(f" {gathered.names[choice.companion]} is erbij.")
        if found := re.match(r"Regel (\d) van Ilse: zo ook op (\w+)\.", why):
            others = [other for other in proposal.choices if other != choice]
            floor = question.floors[int(found[1])]
            without = checking.planned(floor, question.plan_with(others), question.monday, today=question.monday)
            assert int(found[1]) in question.floors_met(proposal.choices)
            assert DAYS[moment.day] == found[2]
            assert question.date_of(moment) in [short.day for short in without.short]
        elif found := re.match(rf"{name} bood aan: (\w+)\.", why):
            assert found[1] == WHAT[moment.task]
            assert found[1] in gathered.offered[choice.person]
        elif found := re.match(rf"Zo is het verdeeld: {name} doet (\d+) van de (\d+) beurten\.", why):
            assert (int(found[1]), int(found[2])) == (helping.get(choice.person, 0), sum(helping.values()))
        else:
            found = re.match(r"Regel (\d) van Ilse\.", why)
            floor = question.floors[int(found[1])]
            assert (floor.kind, floor.person, floor.tag) == ("companion", moment.person, moment.tag)
            assert moment.person == choice.person


CHANGES = [
    (Change(extra=("2",)), ["Nog één volwassene die op woensdag kan."]),
    (Change(extra=("24",)), ["Nog één volwassene die op woensdag en vrijdag kan."]),
    (
        Change(extra=("2", "2", "6")),
        ["Nog twee volwassenen die op woensdag kunnen.", "Nog één volwassene die op zondag kan."],
    ),
    (Change(extra=("",)), ["Nog één volwassene die weet wat er speelt."]),
    (Change(agreed=((0, 2),)), ["Als jullie samen afspreken dat MensC meetelt bij «Regel 0 van Ilse»."]),
    (
        Change(agreed=((1, 2), (0, 1), (1, 1))),
        [
            "Als jullie samen afspreken dat MensB meetelt bij «Regel 0 van Ilse».",
            "Als jullie samen afspreken dat MensB en MensC meetellen bij «Regel 1 van Ilse».",
        ],
    ),
    (Change(told=(1, 2)), ["Als MensB en MensC precies weten wat er speelt."]),
]


@pytest.mark.parametrize(("change", "said"), CHANGES)
def test_the_smallest_change_in_words(change, said):
    assert reasons.change_in_words(told(1), change) == said


def test_what_somebody_gives_back_in_words():
    gathered = next(told(seed) for seed in range(99) if told(seed).question.moments[0].person == 2)
    moment = gathered.question.moments[0]
    (said,) = reasons.change_in_words(gathered, Change(gives_back=(0,)))
    assert said == f"Als MensC {WHAT[moment.task].lower()} op {DAYS[moment.day]} aan een ander geeft."
