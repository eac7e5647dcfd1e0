"""What the table arranges later changes nothing about a day gone by: a gap stays a gap, and who stood there stood."""

import datetime as dt

import pytest

from netwerkberaad.database import change
from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing.plan import Plan
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.domain.safety.checking import Short
from netwerkberaad.domain.week import arranging, cancelling, roster, shift
from tests import cast, floors_cast

MONDAY = dt.date(2026, 10, 12)
WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + dt.timedelta(days=n) for n in (2, 3, 4))
WEEK = ("hanneke", "wendy", None, "wendy", "tjeerd", "tjeerd", "wendy")


@pytest.fixture
def ours(db, now):
    """Every day somebody must come by. Nobody does on Wednesday; it is Thursday."""
    family = cast.family(now)
    floors_cast.seat_ilse(family, now)
    floors_cast.everybody_knows(family, now)
    floors_cast.visits(family, now, min_people=1, max_share=100)
    Plan.create(circle=family.circle, start=MONDAY)
    family.task = floors_cast.come_by(family, now, WEEK)
    family.thursday = now + dt.timedelta(days=7)
    return family


def of_day(family, day):
    """The shift that falls on this weekday."""
    return next(s for s in roster.shifts_of(family.circle) if s.days == str(day.weekday()))


def short(family, view="planned"):
    [found] = week_of_floors.findings(family.circle, MONDAY, THURSDAY)
    return {gap.day: gap for gap in getattr(found, view).short}


def agree(family, made, person, at):
    roster.says_yes(roster.shift_in(family.circle, made.id), "person", person, how="own", now=at)


def test_a_yes_that_comes_after_a_day_does_not_fill_it(ours):
    made = roster.RegularShift.create(circle=ours.circle, task=ours.task, person=ours.wendy, days="2", starts="17:30")
    agree(ours, made, ours.wendy, ours.thursday)
    assert short(ours) == {WEDNESDAY: Short(WEDNESDAY, "not_said_yes", (ours.wendy.id,))}
    assert week_of_floors.findings(ours.circle, MONDAY + dt.timedelta(days=7), THURSDAY)[0].is_met


def test_who_stood_there_stood_there_whoever_does_it_from_now_on(ours):
    monday = of_day(ours, MONDAY)
    arranging.give_to(monday, seen=monday.version, person=ours.tjeerd, now=ours.thursday)
    agree(ours, monday, ours.tjeerd, ours.thursday)
    assert set(short(ours)) == {WEDNESDAY}
    assert short(ours, "actual")[MONDAY] == Short(MONDAY, "not_confirmed", (ours.hanneke.id,))


def test_who_stops_stood_there_until_then(ours):
    tuesday = of_day(ours, MONDAY + dt.timedelta(days=1))
    arranging.rather_not(tuesday, "person", seen=tuesday.version, now=ours.thursday)
    assert set(short(ours)) == {WEDNESDAY}


def test_another_day_or_time_counts_from_then_on(ours):
    monday = change(of_day(ours, MONDAY), days="2", starts="10:00")
    agree(ours, monday, ours.hanneke, ours.thursday)
    assert set(short(ours)) == {WEDNESDAY}
    assert short(ours, "actual")[MONDAY].who == (ours.hanneke.id,)


def test_what_was_cancelled_then_stays_so(ours, now):
    told, said = shift.told_in(ours.circle, MONDAY, MONDAY), yes.said_in(ours.circle)
    cancelling.cancel(shift.shift_on(of_day(ours, MONDAY), MONDAY, said, told), ours.hanneke.id, now=now)
    assert set(short(ours)) == {MONDAY, WEDNESDAY}
    change(of_day(ours, MONDAY), days="5")
    assert set(short(ours)) == {MONDAY, WEDNESDAY}


def test_who_goes_along_since_thursday_was_not_there_before(ours, now):
    floors_cast.never_alone(ours, now)
    game = roster.need(ours.circle, "Spelletje doen", tag="met_kinderen", now=now)
    fields = {"person": ours.oma_riet, "companion": ours.wendy, "days": "0123456", "starts": "15:00"}
    made = roster.RegularShift.create(circle=ours.circle, task=game, **fields)
    agree(ours, made, ours.oma_riet, now)
    roster.says_yes(roster.shift_in(ours.circle, made.id), "companion", ours.wendy, how="own", now=ours.thursday)
    alone = week_of_floors.findings(ours.circle, MONDAY, THURSDAY)[1].planned
    assert [gap.day for gap in alone.short] == [MONDAY, MONDAY + dt.timedelta(days=1), WEDNESDAY]


def test_a_yes_that_is_said_once_more_was_said_the_first_time(ours):
    agree(ours, of_day(ours, MONDAY), ours.hanneke, ours.thursday)
    assert set(short(ours)) == {WEDNESDAY}
