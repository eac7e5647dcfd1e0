"""One date of a regular shift: who cannot, who takes it over, and how it went, whatever the table arranges later."""

import datetime as dt

import pytest

from netwerkberaad.database import change
from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.week import cancelling, done, roster, shift
from netwerkberaad.domain.week.week import Week
from netwerkberaad.domain.week.when import AMSTERDAM
from tests import agreed, cast

MONDAY = dt.date(2026, 10, 12)
SUNDAY = MONDAY + dt.timedelta(days=6)
AFTER = dt.datetime(2026, 10, 12, 20, 0, tzinfo=AMSTERDAM)


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    family.visit = agreed.shift(
        family, "Even langskomen", "0", "17:30", family.hanneke, companion=family.wendy, stand_in=family.tjeerd, now=now
    )
    return family


def on(ours, day=MONDAY):
    """The visit of this day as it stands now."""
    told = shift.told_in(ours.circle, day, day)
    return shift.shift_on(roster.shift_in(ours.circle, ours.visit.id), day, yes.said_in(ours.circle), told)


def stands(ours, day=MONDAY):
    names = {person.id: person.name for person in ours.people}
    one = on(ours, day)
    return one.state, names.get(one.person), names.get(one.companion), sorted(one.looks_for)


def cannot(ours, person, now, **told):
    return cancelling.cancel(on(ours), person.id, now=now, **told)


def test_without_a_word_it_stands_as_it_repeats(ours):
    assert stands(ours) == ("accepted", "Hanneke", "Wendy", [])
    assert shift.shift_on(roster.shift_in(ours.circle, ours.visit.id), SUNDAY, {}, shift.NOTHING) is None


def test_who_cannot_is_looked_for_on_that_date_alone(ours, now):
    cannot(ours, ours.hanneke, now, reason=" Griep ")
    assert stands(ours) == ("cancelled", None, "Wendy", ["person"])
    assert stands(ours, MONDAY + dt.timedelta(days=7)) == ("accepted", "Hanneke", "Wendy", [])
    assert cancelling.Cancellation.get().reason == "Griep"


def test_who_goes_along_can_cancel_too(ours, now):
    cannot(ours, ours.wendy, now)
    assert stands(ours) == ("accepted", "Hanneke", None, ["companion"])


@pytest.mark.parametrize(("via", "state"), [("stand_in", "taken_over"), ("all", "taken_over"), ("plan_b", "plan_b")])
def test_the_first_yes_wins_and_the_second_is_thanked(ours, now, via, state):
    row = cannot(ours, ours.hanneke, now)
    cancelling.take_over(row, ours.tjeerd.id, via=via, now=now)
    assert stands(ours) == (state, "Tjeerd", "Wendy", [])
    with pytest.raises(refusals.AlreadySolved, match="Al opgelost. Dank je wel!"):
        cancelling.take_over(row, ours.karim.id, via=via, now=now)
    assert stands(ours)[1] == "Tjeerd"


def test_who_took_over_can_cancel_in_turn(ours, now):
    cancelling.take_over(cannot(ours, ours.hanneke, now), ours.tjeerd.id, via="all", now=now)
    row = cannot(ours, ours.tjeerd, now)
    assert stands(ours) == ("cancelled", None, "Wendy", ["person"])
    cancelling.take_over(row, ours.hanneke.id, via="all", now=now)
    assert stands(ours) == ("taken_over", "Hanneke", "Wendy", [])


def test_i_can_come_after_all_until_somebody_took_it_over(ours, now):
    row = cannot(ours, ours.hanneke, now)
    cancelling.come_after_all(row, now=now)
    assert stands(ours) == ("accepted", "Hanneke", "Wendy", [])
    row = cannot(ours, ours.hanneke, now)
    cancelling.take_over(row, ours.tjeerd.id, via="all", now=now)
    with pytest.raises(refusals.AlreadySolved):
        cancelling.come_after_all(row, now=now)


def test_what_lapsed_does_not_go_on(ours, now):
    row = cannot(ours, ours.hanneke, now)
    cancelling.let_lapse(row, now=now)
    assert stands(ours) == ("lapsed", None, "Wendy", [])
    with pytest.raises(refusals.AlreadySolved):
        cancelling.take_over(row, ours.tjeerd.id, via="all", now=now)


@pytest.mark.parametrize("who", ["tjeerd", "lotte"])
def test_nobody_cancels_what_is_not_theirs(ours, now, who):
    with pytest.raises(refusals.NotYourShift):
        cannot(ours, getattr(ours, who), now)


def test_nobody_cancels_twice_nor_what_is_over(ours, now):
    with pytest.raises(refusals.ShiftIsOver):
        cannot(ours, ours.hanneke, AFTER)
    cannot(ours, ours.hanneke, now)
    with pytest.raises(refusals.NotYourShift):
        cannot(ours, ours.hanneke, now)


def test_a_cancellation_is_of_what_was_promised_then(ours, now):
    """At another time it is asked anew for all its dates, also of whoever could not come on this one."""
    cannot(ours, ours.hanneke, now)
    moved = change(roster.shift_in(ours.circle, ours.visit.id), starts="18:00")
    assert stands(ours)[0] == "proposed"
    roster.says_yes(moved, "person", ours.hanneke, how="own", now=now)
    assert stands(ours)[:2] == ("accepted", "Hanneke")


def test_of_whoever_no_longer_does_it_no_cancellation_is_left(ours, now):
    cannot(ours, ours.hanneke, now)
    given = change(roster.shift_in(ours.circle, ours.visit.id), person=ours.karim)
    roster.says_yes(given, "person", ours.karim, how="own", now=now)
    assert stands(ours)[:2] == ("accepted", "Karim")


@pytest.mark.parametrize("went", ["done", "missed"])
def test_what_was_said_of_a_date_stays_whatever_is_arranged_after_it(ours, went):
    done.tell(on(ours), went, by=ours.hanneke.id, now=AFTER)
    change(roster.shift_in(ours.circle, ours.visit.id), person=ours.karim, companion=None)
    assert stands(ours) == (went, "Hanneke", "Wendy", [])


def test_what_is_said_last_of_a_date_stands(ours):
    done.tell(on(ours), "done", by=ours.hanneke.id, now=AFTER)
    done.tell(on(ours), "missed", by=ours.wendy.id, now=AFTER)
    assert [(row.went, row.person, row.told_by) for row in done.Done.select()] == [("missed", ours.hanneke, ours.wendy)]


def test_nobody_says_how_it_went_before_it_began(ours, now):
    with pytest.raises(refusals.ShiftToCome):
        done.tell(on(ours), "done", by=ours.hanneke.id, now=now)


def test_of_a_date_without_anybody_nothing_was_done(ours, now):
    cannot(ours, ours.hanneke, now)
    with pytest.raises(refusals.NotYourShift):
        done.tell(on(ours), "done", by=ours.hanneke.id, now=AFTER)


def test_a_proposed_name_is_nobody_s_promise_yet(ours, now):
    asked = agreed.shift(ours, "Koken", "0", "18:00", ours.karim, companion=ours.wendy, said=False, now=now)
    one = shift.shift_on(roster.shift_in(ours.circle, asked.id), MONDAY, yes.said_in(ours.circle), shift.NOTHING)
    assert (one.state, one.person, one.companion, one.part_of(ours.karim.id)) == ("proposed", ours.karim.id, None, None)


def test_the_week_counts_a_date_for_whoever_took_it_over(ours, now):
    agreed.shift(ours, "Koken", "12", "17:30", ours.karim, now=now)
    cancelling.take_over(cannot(ours, ours.hanneke, now), ours.tjeerd.id, via="all", now=now)

    def shares():
        shifts, said = roster.shifts_of(ours.circle), yes.said_in(ours.circle)
        told = shift.told_in(ours.circle, MONDAY, SUNDAY)
        week = Week(MONDAY, [], shifts, ours.people, said, frozenset(), told=told)
        return {person.name: (share.shifts, share.of) for person, share in week.shares}

    assert shares() == {"Karim": (2, 3), "Tjeerd": (1, 3)}
    done.tell(on(ours), "missed", by=ours.tjeerd.id, now=AFTER)
    assert shares() == {"Karim": (2, 2)}
