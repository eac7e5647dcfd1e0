"""How what must always hold stands in a week, in words: met, waiting for a yes, not asked yet, how many know."""

import datetime as dt

import pytest

from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.safety import floors, open_shapes, week_of_floors
from netwerkberaad.domain.week import roster
from netwerkberaad.domain.week.from_now_on import Since
from tests import cast
from tests.floors_cast import agree, come_by, cook, everybody_knows, never_alone, said, seat_ilse, visits

MONDAY, TODAY = dt.date(2026, 10, 12), dt.date(2026, 10, 8)


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    seat_ilse(family, now)
    return family


def in_week(family):
    return week_of_floors.findings(family.circle, MONDAY, TODAY)


def test_of_a_week_that_waits_for_a_yes_it_is_said_that_a_yes_is_enough(ours, now):
    visits(ours, now), everybody_knows(ours, now), come_by(ours, now, but=("wendy",))
    [found] = in_week(ours)
    assert (found.is_met, found.waits) == (False, True)
    [answer] = open_shapes.answers([found], TODAY)
    assert answer.words == "als iedereen ja zegt, wel"


def test_where_a_yes_is_not_enough_it_is_not_said_so(ours, now):
    visits(ours, now), everybody_knows(ours, now), come_by(ours, now, who=("wendy",) * 6 + (None,), but=("wendy",))
    [found] = in_week(ours)
    assert (found.is_met, found.waits) == (False, False)


def test_who_goes_along_and_did_not_say_yes_yet_is_waited_for_too(ours, now):
    never_alone(ours, now)
    meal = cook(ours, now)
    roster.says_yes(meal, "person", ours.oma_riet, how="spoken", now=now)
    assert [found.waits for found in in_week(ours)] == [False]
    roster.RegularShift.update(companion=ours.wendy).where(roster.RegularShift.id == meal.id).execute()
    assert [found.waits for found in in_week(ours)] == [True]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"first_day": dt.date(2026, 10, 21)}, "Telt vanaf woensdag 21 oktober"),
        ({"first_day": dt.date(2026, 9, 1), "last_day": dt.date(2026, 10, 11)}, "Telde tot en met zondag 11 oktober"),
        ({"days": "1", "first_day": dt.date(2026, 10, 14)}, "Telt vanaf dinsdag 20 oktober"),
    ],
)
def test_what_asks_nothing_of_a_week_is_not_met_in_it_but_says_when_it_counts(ours, now, dates, said):
    visits(ours, now, **dates)
    [found] = in_week(ours)
    assert (found.counts, found.status, found.has_begun) == (False, said, False)
    assert open_shapes.answers([found], TODAY) == []


def test_enough_people_who_do_not_take_turns_is_said_so(ours, now):
    visits(ours, now), everybody_knows(ours, now), come_by(ours, now, who=("wendy", "hanneke") * 3 + ("wendy",))
    [found] = in_week(ours)
    assert found.status == "Niet om de beurt"


def test_how_many_know_already_is_said(ours, now):
    knowing = floors.set_floor(ours.circle, "min_people", **said(ours), min_people=3, now=now)
    agree(knowing, ours.wendy, ours.hanneke, ours.tjeerd, now=now)
    everybody_knows(ours, now, but=("Tjeerd",))
    [found] = in_week(ours)
    assert found.why == ("Twee van de drie mensen weten wat er speelt. Vraag het Tjeerd.",)


def test_who_counts_no_more_did_count_on_the_days_gone_by(ours, now):
    """On Thursday the family takes back that Hanneke counts: on Monday of this week she did."""
    began = dt.date(2026, 10, 5)
    floor = visits(ours, now, first_day=began)
    everybody_knows(ours, now - dt.timedelta(days=9)), come_by(ours, now - dt.timedelta(days=9))
    [before] = week_of_floors.findings(ours.circle, began, TODAY)
    floors.say_who_counts(floor, ours.hanneke.id, by="family", counts=False, now=now)
    [found] = week_of_floors.findings(ours.circle, began, TODAY)
    gone = {short.day for short in found.planned.short if short.day < TODAY}
    assert (before.planned.status, gone) == ("met", set())
    assert {short.day.weekday() for short in found.planned.short} == {3, 6}
    floors.say_who_counts(floor, ours.hanneke.id, by="family", now=now)
    [again] = week_of_floors.findings(ours.circle, began, TODAY)
    assert again.planned == before.planned


def test_a_task_it_is_about_no_more_was_about_it_on_the_days_gone_by(ours, now):
    began, later = dt.date(2026, 10, 5), now - dt.timedelta(days=9)
    floor = visits(ours, now, first_day=began)
    everybody_knows(ours, later), come_by(ours, later)
    plan.Plan.create(circle=ours.circle, start=began)
    (task,) = roster.tasks_of(ours.circle)
    floors.count_task(floor, task.id, counts=False, since=Since(TODAY, began), now=now)
    [found] = week_of_floors.findings(ours.circle, began, TODAY)
    assert {short.day.weekday() for short in found.planned.short} == {4, 5, 6}  # today's began at half past five
    (task,) = roster.tasks_of(ours.circle)
    floors.count_task(floor, task.id, since=Since(TODAY, began), now=now)
    [found] = week_of_floors.findings(ours.circle, began, TODAY)
    assert found.is_met
