"""A proposed week does nothing it should not, and is the best there is: held against trying out every other week."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkberaad.domain.proposing import rules
from netwerkberaad.domain.proposing.model import at_the_same_time
from netwerkberaad.domain.proposing.question import Choice, Moment, overlap
from netwerkberaad.domain.proposing.solving import propose
from tests.random_weeks import draw

A_DAY, A_WEEK = 24 * 60, 7 * 24 * 60


def every_week(question):
    """Every way to fill what is open, but for what is not allowed even alone."""
    ways = []
    for index, moment in enumerate(question.moments):
        persons = sorted(question.people) if moment.person is None else [moment.person]
        each = [Choice(index, who, also) for who in persons for also in (None, *sorted(question.people))]
        ways.append(
            [None, *(choice for choice in each if each_is_allowed(question, [choice]) and not moment.elsewhere)]
        )
    for week in product(*ways):
        choices = [choice for choice in week if choice]
        if is_allowed(question, choices):
            yield choices


def is_allowed(question, choices):
    """All the hard rules: also that what somebody promised gets one companion for all its days."""
    chosen = {choice.moment: choice for choice in choices}
    for shift in {moment.shift for moment in question.moments}:
        days = [n for n, m in enumerate(question.moments) if m.shift == shift and lacks_somebody(m)]
        if len({chosen[n].companion if n in chosen else None for n in days}) > 1:
            return False
    return each_is_allowed(question, choices)


def each_is_allowed(question, choices):
    """The hard rules read once more, slowly: who is where in every minute of every week, and how often."""
    chosen = {choice.moment: choice for choice in choices}
    where, often = Counter(), Counter()
    new_at, new_in = set(), set()
    for index, moment in enumerate(question.moments):
        choice = chosen.get(index)
        person = choice.person if choice else moment.person
        companion = moment.companion if not choice or choice.companion is None else choice.companion
        if choice and moment.elsewhere:  # only what falls in the week that is looked at
            return False
        if choice:
            adds_companion = choice.companion is not None
            if moment.person is not None:
                stays = moment.person == person and moment.companion is None and adds_companion
                if not stays or person not in moment.not_alone:
                    return False
            if moment.person is None and person not in moment.able:
                return False
            if adds_companion and (
                moment.companion is not None or companion not in moment.beside or companion == person
            ):
                return False
            if person == companion or (person in moment.not_alone and companion is None):
                return False
            if moment.person is None and adds_companion and person not in moment.not_alone:
                return False
        for who, is_new in ((person, choice and moment.person is None), (companion, choice and choice.companion)):
            if who is None:
                continue
            for week in moment.weeks:
                often[who, week] += 1
                new_in |= {(who, week)} if is_new else set()
                begins = week * A_WEEK + moment.day * A_DAY + moment.starts
                for quarter in range(begins, begins + moment.minutes, 15):
                    where[who, quarter] += 1
                    new_at |= {(who, quarter)} if is_new else set()
    fits = {helper.id: helper for helper in question.helpers}
    return all(where[at] < 2 for at in new_at) and all(
        fits[who].most is None or often[who, week] + fits[who].roles <= fits[who].most
        for who, week in new_in
        if who in fits
    )


def lacks_somebody(moment):
    return not moment.elsewhere and moment.person in moment.not_alone and moment.companion is None


@pytest.mark.parametrize("seed", range(60))
def test_no_other_week_is_better(seed):
    question = draw(seed, people=3, moments=4)
    proposal = propose(question)
    assert proposal.is_best
    assert is_allowed(question, proposal.choices)
    best = max(rules.worth(question, week).order for week in every_week(question))
    assert proposal.worth.order == best


@settings(max_examples=60, deadline=None)
@given(st.integers(1000, 10**6))
def test_nothing_it_proposes_breaks_a_rule(seed):
    question = draw(seed, people=6, moments=12, floors=3)
    proposal = propose(question)
    assert is_allowed(question, proposal.choices)
    assert rules.broken(question, proposal.choices) == []


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.randoms(use_true_random=False))
def test_both_readings_of_the_rules_agree(seed, dice):
    question = draw(seed, people=3, moments=4)
    week = []
    for index, moment in enumerate(question.moments):
        if dice.random() < 0.6:
            person = moment.person or dice.choice(sorted(question.people))
            needs = person in moment.not_alone and moment.companion is None
            week.append(Choice(index, person, dice.choice([None, *sorted(question.people)]) if needs else None))
    assert (rules.broken(question, week) == []) == is_allowed(question, week)


def test_the_same_question_has_the_same_answer():
    question = draw(7, people=8, moments=16, floors=3)
    assert propose(question) == propose(question)


def test_what_counts_most_is_said_in_order():
    """Of two proposals the one that wins earlier is better, however much it loses after that."""
    print(propose(draw(3, people=3, moments=4)).worth)
    assert str(rules.Worth(1, 2, 3, 4, 5)) == "floors 1, covered 2, highest share 3, liked 4, changes 5"
    best = rules.Worth(floors=2, covered=2, highest=2, liked=2, changes=2)
    worse = {"floors": 1, "covered": 1, "highest": 3, "liked": 1, "changes": 3}
    better_later = {"covered": 9, "highest": 0, "liked": 9, "changes": 0}
    for name, value in worse.items():
        better_later.pop(name, None)
        assert replace(best, **{name: value}, **better_later).order < best.order, name


ONE = Moment(shift=1, task=1, tag="", day=2, starts=18 * 60, able=frozenset({1, 2, 3}))
ASKED = replace(
    draw(1), floors=(), household=frozenset(), helpers=tuple(replace(h, most=None) for h in draw(1).helpers)
)


def test_turns_are_taken():
    weeks = replace(ASKED, moments=tuple(replace(ONE, shift=day, day=day) for day in range(6)))
    counts = Counter(choice.person for choice in propose(weeks).choices)
    assert counts == {1: 2, 2: 2, 3: 2}


def test_whoever_offered_it_does_it_when_that_is_as_fair():
    tuesday, wednesday = replace(ONE, day=1, likes=frozenset({3})), replace(ONE, day=2, likes=frozenset({2}))
    choices = propose(replace(ASKED, moments=(tuesday, wednesday))).choices
    assert [choice.person for choice in choices] == [3, 2]


def test_a_name_that_was_proposed_before_stays_when_another_is_no_better():
    for before in (1, 2, 3):
        (choice,) = propose(replace(ASKED, moments=(replace(ONE, earlier=before),))).choices
        assert choice.person == before


def test_what_people_agreed_is_left_alone_and_what_nobody_can_do_stays_open():
    agreed = replace(ONE, person=2, agreed=True)
    nobody = replace(ONE, day=4, able=frozenset())
    assert propose(replace(ASKED, moments=(agreed, nobody))).choices == ()


def test_two_moments_at_one_time_need_two_people():
    at_once = (ONE, replace(ONE, shift=2, starts=18 * 60 + 30))
    alone = [replace(moment, able=frozenset({1})) for moment in at_once]
    assert len({choice.person for choice in propose(replace(ASKED, moments=at_once)).choices}) == 2
    assert len(propose(replace(ASKED, moments=tuple(alone))).choices) == 1


def test_every_pair_at_one_time_stands_in_a_group():
    for seed in range(40):
        moments = draw(seed, moments=12).moments
        groups = at_the_same_time(moments, range(len(moments)))
        together = {pair for group in groups for pair in combinations(group, 2)}
        assert together == {(a, b) for a, b in combinations(range(len(moments)), 2) if overlap(moments[a], moments[b])}
