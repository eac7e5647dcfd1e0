"""The checker agrees with a slow, obviously right reading of R3, for every kind of what must always hold.

The readings are written from the words of the rule; they share nothing with the checker but its plain values."""

import datetime as dt
import math
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netwerkberaad.domain.safety.alone import reopened
from netwerkberaad.domain.safety.checking import Floor, Plan, Somebody, Turn, actual, planned

MON = dt.date(2026, 10, 5)
D = dt.timedelta(days=1)


def asked(floor, plan):
    """The days of this week on which the rule holds."""
    days = []
    for n in range(7):
        day = MON + D * n
        in_plan = plan.first <= day <= plan.last
        in_floor = day >= floor.first and (floor.last is None or day <= floor.last)
        if in_plan and in_floor and str(n) in floor.days:
            days.append(day)
    return days


def text_on(plan, day):
    """The number of the text that was valid on this day, None before the first."""
    valid = [number for since, number in plan.situations if since <= day]
    return valid[-1] if valid else None


def is_reliable(floor, plan, number, day):
    """Agreed for this floor (or so it was on that day), grown up, not of the household, and here for their work only
    where that counts."""
    person = plan.people.get(number)
    was_agreed = [until for who, until in floor.counted if who == number and day < until]
    if (number not in floor.trusted and not was_agreed) or person is None:
        return False
    return person.adult and not person.household and (floor.count_professionals or not person.professional)


def said_yes(turn):
    return turn.state in ("accepted", "taken_over", "plan_b", "done")


def judged(gaps, silent, today):
    """not_met with a gap in the past, unknown while somebody has to tell, at_risk when gaps lie ahead only."""
    if any(day < today for day in gaps):
        return "not_met"
    if silent:
        return "unknown"
    return "at_risk" if gaps else "met"


def coverage(floor, plan, today, as_it_went):
    days = asked(floor, plan)

    def ok(turn, as_it_went):
        if turn.tag != floor.tag or not is_reliable(floor, plan, turn.person, turn.day):
            return False
        text = text_on(plan, turn.day)
        if text is not None and text not in plan.people[turn.person].knows:
            return False
        return turn.state == "done" if as_it_went and turn.day < today else said_yes(turn)

    def people_on(day, as_it_went):
        return {turn.person for turn in plan.turns if turn.day == day and ok(turn, as_it_went)}

    short = [day for day in days if len(people_on(day, as_it_went)) < floor.min_per_day]
    silent = [day for day in short if day < today and len(people_on(day, False)) >= floor.min_per_day]
    gaps = [day for day in short if day not in silent]
    if not days or short:
        return judged(gaps, silent, today), set(short)
    who = {person for day in days for person in people_on(day, as_it_went)}
    busiest = max((sum(person in people_on(day, as_it_went) for day in days) for person in who), default=0)
    rotate = len(who) >= min(floor.min_people, len(days))
    rotate = rotate and busiest <= max(1, math.floor(floor.max_share * len(days) / 100))
    return ("met", set()) if rotate else ("not_met", {None})


def nowhere(is_allowed):
    """A reading of what person X must not do: is_allowed says of one of their turns with this tag whether it may be."""

    def reading(floor, plan, today, as_it_went):
        gaps, silent = set(), set()
        for turn in plan.turns:
            theirs = turn.person == floor.person and turn.tag == floor.tag and turn.day in asked(floor, plan)
            if not theirs or turn.state == "cancelled":
                continue
            if as_it_went and turn.day < today and turn.state != "done":
                silent |= {turn.day} if said_yes(turn) else set()  # what nobody agreed did not happen
            elif not is_allowed(turn, plan):
                gaps.add(turn.day)
        return judged(gaps, silent, today), gaps | silent

    return reading


def has_an_adult_beside(turn, plan):
    beside = plan.people.get(turn.companion)
    return turn.companion != turn.person and beside is not None and beside.adult


def min_people(floor, plan, today, as_it_went):
    """At least n trusted people know the text that is valid now: on the last day of the week that was reached."""

    def know(day):
        text = text_on(plan, day)
        able = [who for who in plan.people if is_reliable(floor, plan, who, day)]
        knowing = [who for who in able if text in plan.people[who].knows]
        return text is not None and len(knowing) >= floor.min_people

    days = asked(floor, plan)
    reached = [day for day in days if day <= today] or days[:1]
    if not days or know(reached[-1]):
        return "met", set()
    return ("not_met" if any(day < today and not know(day) for day in days) else "at_risk"), {None}


READINGS = {
    "coverage": coverage,
    "companion": nowhere(has_an_adult_beside),
    "never_task": nowhere(lambda turn, plan: False),
    "min_people": min_people,
}
STATES = ("accepted", "accepted", "done", "taken_over", "plan_b", "proposed", "cancelled")
HERE, GONE = (1, 2, 3, 4), 5  # 5 is not in the circle any more
TEXTS = ((), ((MON - D, 1),), ((MON - D, 1), (MON + 3 * D, 2)), ((MON + D, 1),), ((MON, 1), (MON, 2)))
VERSIONS = (frozenset({1, 2}),) * 3 + (frozenset({1}), frozenset({2}), frozenset())


def draw(seed, kind):
    """A floor of this kind, a week, and a day on which it is looked at: the same number draws the same."""
    dice = random.Random(seed)
    numbers = (*HERE, GONE)
    seldom = [lambda chance=chance: dice.random() < chance for chance in (0.15, 0.1)]
    people = {who: Somebody(not seldom[0](), seldom[1](), seldom[0](), dice.choice(VERSIONS)) for who in HERE}
    turns = [
        Turn(
            MON + dice.randint(-1, 7) * D,
            "koken" if seldom[0]() else "bezoek",
            dice.choice((None, *numbers)),
            dice.choice(STATES),
            dice.choice((None, *numbers)),
        )
        for _ in range(dice.randint(0, 30))
    ]
    start = dice.choice((dt.date.min, MON - 7 * D, MON, MON + 2 * D))
    end = dice.choice((MON + 3 * D, MON + 41 * D, dt.date.max, MON - D if seldom[1]() else MON + 20 * D))
    floor = Floor(
        kind,
        tag="bezoek",
        person=dice.choice(numbers),
        days="0123456" if kind == "min_people" else dice.choice(("0123456", "02", "56", "4")),
        min_per_day=dice.choice((1, 1, 2)),
        min_people=dice.randint(1, 4),
        max_share=dice.choice((30, 50, 100)),
        trusted=frozenset(who for who in numbers if dice.random() < 0.8),
        counted=tuple((who, MON + D * dice.randint(0, 7)) for who in numbers if dice.random() < 0.2),
        count_professionals=dice.random() < 0.5,
        first=dice.choice((dt.date.min, dt.date.min, MON + D, MON + 6 * D)),
        last=dice.choice((None, None, None, MON + 4 * D, MON - D)),
    )
    return floor, Plan(tuple(turns), people, dice.choice(TEXTS), start, end), MON + dice.randint(-2, 9) * D


@pytest.mark.parametrize("kind", READINGS)
@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_both_views_agree_with_what_the_rule_says(kind, seed):
    floor, plan, today = draw(seed, kind)
    for view in (planned, actual):
        found = view(floor, plan, MON, today=today)
        said = found.status, {short.day for short in found.short}
        assert said == READINGS[kind](floor, plan, today, view is actual), view.__name__


@settings(max_examples=400, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_whoever_should_not_be_alone_covers_nothing_while_nobody_goes_along(seed):
    """Losing the companion reopens the shift: what is open covers no day."""
    floor, plan, today = draw(seed, "coverage")
    beside, _, _ = draw(seed + 1, "companion")
    kept = []
    for turn in plan.turns:
        theirs = turn.person == beside.person and turn.tag == beside.tag and turn.state != "done"
        holds = beside.first <= turn.day and (beside.last is None or turn.day <= beside.last)
        open_again = theirs and holds and str(turn.day.weekday()) in beside.days
        if not open_again or has_an_adult_beside(turn, plan):
            kept.append(turn)
    for view in (planned, actual):
        found = view(floor, reopened(plan, (floor, beside)), MON, today=today)
        said = found.status, {short.day for short in found.short}
        assert said == coverage(floor, replace(plan, turns=tuple(kept)), today, view is actual), view.__name__


@settings(max_examples=200, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_that_a_shift_is_open_again_changes_nothing_of_what_is_said_about_being_alone(seed):
    floor, plan, today = draw(seed, "companion")
    for view in (planned, actual):
        assert view(floor, reopened(plan, [floor]), MON, today=today) == view(floor, plan, MON, today=today)
