"""Gate G6: what must always hold and does not in the first week is an open point, unless its setter allows it."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing import plan_dates
from netwerkberaad.domain.agreeing.open_points import open_points
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.safety import floors, week_of_floors
from netwerkberaad.domain.week import roster
from tests import cast
from tests.agreed import agree_on_everything, picture
from tests.floors_cast import come_by, everybody_knows, seat_ilse, visits

MONDAY, TODAY = dt.date(2026, 10, 12), dt.date(2026, 10, 8)


def in_week(family, monday=MONDAY):
    return week_of_floors.findings(family.circle, monday, TODAY)


@pytest.fixture
def agreed(db, now):
    """A plan in which nothing is open, but that on Wednesday nobody comes by."""
    ours = cast.family(now)
    seat_ilse(ours, now)
    agree_on_everything(ours, now)
    visits(ours, now), everybody_knows(ours, now)
    come_by(ours, now, ("hanneke", "wendy", None, "tjeerd", "hanneke", "wendy", "tjeerd"))
    return ours


def test_g6_a_floor_not_met_in_the_first_week_is_an_open_point(agreed, now):
    [point] = open_points(picture(agreed))
    assert (point.gate, point.room, point.args) == ("G6", "roster.week", {"vanaf": "2026-10-12"})
    assert point.sentence == "Wat altijd moet, halen we nog niet op woensdag 14 oktober."


def test_g6_only_the_setter_allows_it_and_another_gap_is_asked_again(agreed, now):
    [found] = in_week(agreed)
    meeting.leave(agreed.meeting, agreed.ilse, now=now)
    with pytest.raises(refusals.SetterNotHere):
        floors.allow(found.floor, "Lotte is dan bij oma.", gaps=found.gaps, now=now)
    meeting.attend(agreed.meeting, agreed.ilse, now=now)
    with pytest.raises(refusals.NoReason):
        floors.allow(found.floor, "", gaps=found.gaps, now=now)
    floors.allow(found.floor, "Lotte is dan bij oma.", gaps=found.gaps, now=now)
    assert open_points(picture(agreed)) == []
    roster.RegularShift.update(days="").where(roster.RegularShift.days == "4").execute()
    assert "G6" in [point.gate for point in open_points(picture(agreed))]


def test_a_floor_that_begins_after_the_first_week_is_not_asked_of_it(agreed, now):
    floors.FloorRequirement.update(first_day=dt.date(2026, 10, 19)).execute()
    assert open_points(picture(agreed)) == []
    [found] = in_week(agreed, dt.date(2026, 10, 19))
    assert not found.is_met


def test_the_first_week_is_that_of_the_plan(agreed, now):
    plan_dates.follow_for(agreed.circle, 6, dt.date(2026, 10, 15), now=now)
    assert "G6" not in [point.gate for point in open_points(picture(agreed))]  # Wednesday is not in the plan


def test_g6_of_a_plan_that_runs_looks_at_the_week_to_come(agreed, now):
    """In the third week the table meets again: of what went by nothing can be mended any more."""
    later = dt.date(2026, 10, 29)
    [point] = open_points(picture_of(agreed.circle, today=later))
    assert point.sentence == "Wat altijd moet, halen we nog niet op woensdag 4 november."
    assert point.args == {"vanaf": "2026-11-02"}
    last = dt.date(2026, 11, 20)
    [point] = open_points(picture_of(agreed.circle, today=last))
    assert point.args == {"vanaf": "2026-11-16"}
