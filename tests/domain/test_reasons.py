"""Each reason names the offer or the rule that decided, and is true; nothing of it is anybody's own."""

import re
from collections import Counter
from dataclasses import replace
from types import SimpleNamespace

import pytest

from netwerkberaad.domain.proposing import reasons, rules
from netwerkberaad.domain.proposing.gathering import Gathered
from netwerkberaad.domain.proposing.smallest_change import Change
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.week.when import DAYS
from tests.domain.test_proposing import is_allowed
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


@pytest.mark.parametrize("seed", range(120))
def test_every_reason_is_true_and_names_what_decided(seed):
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
        deciding = floors_that_decide(question, proposal, choice)
        if found := re.match(r"Regel (\d) van Ilse: zo ook op (\w+)\.", why):
            assert question.date_of(moment) in deciding[int(found[1])]
            assert DAYS[moment.day] == found[2]
        elif found := re.match(r"Regel (\d) van Ilse: zo komen er genoeg mensen om de beurt\.", why):
            assert "no_turns" in deciding[int(found[1])]
        elif found := re.match(r"Regel (\d) van Ilse: zo komt niemand te vaak\.", why):
            assert "too_much_by_one" in deciding[int(found[1])]
        elif found := re.match(rf"{name} bood aan: (\w+)\.", why):
            assert deciding == {}
            assert found[1] == WHAT[moment.task]
            assert found[1] in gathered.offered[choice.person]
        elif found := re.match(rf"Zo is het verdeeld: {name} doet (\d+) van de (\d+) beurten\.", why):
            assert deciding == {}
            assert (int(found[1]), int(found[2])) == (helping.get(choice.person, 0), sum(helping.values()))
            for week, who in others_for(question, proposal, choice):
                if who in moment.likes:  # whoever offered just this is not the one because that would divide it worse
                    worth = rules.worth(question, week)
                    assert (worth.floors, -worth.highest) < (proposal.worth.floors, -proposal.worth.highest)
        else:
            found = re.match(r"Regel (\d) van Ilse\.", why)
            floor = question.floors[int(found[1])]
            assert (floor.kind, floor.person, floor.tag) == ("companion", moment.person, moment.tag)
            assert moment.person == choice.person


def others_for(question, proposal, choice):
    """[(the same week with somebody else for this moment, who)] for all who may do it then."""
    rest = [other for other in proposal.choices if other != choice]
    for who in sorted(question.moments[choice.moment].able - {choice.person}):
        week = [*rest, replace(choice, person=who)]
        if is_allowed(question, week):
            yield week, who


def floors_that_decide(question, proposal, choice):
    """{floor that is met: the days and reasons for which it would not be with nobody, or somebody else, there}."""
    weeks = [[other for other in proposal.choices if other != choice]]
    weeks += [week for week, _ in others_for(question, proposal, choice)] if choice.person else []
    deciding = {}
    for number in question.floors_met(proposal.choices):
        floor = question.floors[number]
        for week in weeks if floor.kind == "coverage" else ():
            found = checking.planned(floor, question.plan_with(week), question.monday, today=question.monday)
            deciding.setdefault(number, set()).update(short.day or short.why for short in found.short)
    return {number: why for number, why in deciding.items() if why}


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
