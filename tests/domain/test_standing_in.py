"""Who is asked to stand in for one date: the named stand-in first, then whoever may; nobody's reasons are told."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals
from netwerkberaad.domain.after import own_dates, own_word, standing_in, still_going
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import change_person
from netwerkberaad.domain.evening import offering
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import cancelling, done
from netwerkberaad.domain.week.when import AMSTERDAM
from tests import agreed, cast
from tests.floors_cast import come_by, cook, everybody_knows, never_alone, said, seat_ilse, visits

MONDAY, SUNDAY = dt.date(2026, 10, 12), dt.date(2026, 10, 18)
EVERYBODY = {"Karim", "Oma Riet", "Wendy", "Hanneke", "Tjeerd"}


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    family.plan = plan.Plan.create(
        circle=family.circle, start=dt.date(2026, 10, 5), contact_person=family.tjeerd, cancel_with=family.wendy,
        cancel_deputy=family.hanneke,
    )  # fmt: skip
    return family


@pytest.fixture
def cannot(ours, now):
    """cannot(shift, who, day): that person cannot on that date. Returns the number of the cancellation."""

    def make(shift, who, day=MONDAY, at=now, **told):
        return own_word.cancel(who, ours.plan, shift.id, day, now=at, **told).id

    return make


def asked(ours, now):
    """The names of everybody who is asked now, on their own phone."""
    return {one.name for one in ours.people if own_dates.around(one, ours.plan, now=now).asked}


def test_the_named_stand_in_is_asked_alone_at_first(ours, cannot, now):
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, stand_in=ours.karim, now=now)
    cannot(visit, ours.hanneke)
    half_a_day = dt.timedelta(hours=12)
    assert asked(ours, now) == asked(ours, now + half_a_day - dt.timedelta(minutes=1)) == {"Karim"}
    assert asked(ours, now + half_a_day) == EVERYBODY - {"Hanneke"}


@pytest.mark.parametrize(("hours", "alone"), [(2, 1), (10, 5), (24, 12), (100, 12)])
def test_the_stand_in_gets_half_of_the_time_that_is_left_and_at_most_twelve_hours(now, hours, alone):
    until = standing_in.first_until(now, now + dt.timedelta(hours=hours))
    assert until - now == dt.timedelta(hours=alone)


def test_a_stand_in_who_cannot_either_ends_the_wait(ours, cannot, now):
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, stand_in=ours.karim, now=now)
    number = cannot(visit, ours.hanneke)
    own_word.cannot_either(ours.karim, ours.plan, number, now=now)
    assert asked(ours, now) == EVERYBODY - {"Hanneke", "Karim"}


def test_a_stand_in_who_said_that_it_is_too_much_is_passed_over(ours, cannot, now):
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, stand_in=ours.karim, now=now)
    still_going.tell(ours.karim, "too_much", now=now)
    cannot(visit, ours.hanneke)
    assert asked(ours, now) == EVERYBODY - {"Hanneke", "Karim"}


def test_a_stand_in_who_never_said_yes_is_one_of_all(ours, cannot, now):
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, stand_in=ours.karim, said=False, now=now)
    agreed.roster.says_yes(visit, "person", ours.hanneke, how="own", now=now)
    cannot(visit, ours.hanneke)
    assert asked(ours, now) == EVERYBODY - {"Hanneke"}


def keeps_a_boundary(ours, now):
    carrying.set_boundary(ours.karim, "koken", how="own", now=now)


def says_when_not(ours, now):
    carrying.tell(ours.karim, cannot=["0m"], how="own", now=now)


def says_not_now(ours, now):
    offering.not_now(ours.circle, person=ours.karim, now=now)


def stands_elsewhere(ours, now):
    agreed.shift(ours, "Zwemmen", "0", "17:00", ours.karim, now=now)


def sees_only_own(ours, now):
    change_person(ours.karim, visibility="own_tasks_only")


def says_it_is_too_much(ours, now):
    still_going.tell(ours.karim, "too_much", now=now)


WHY = [keeps_a_boundary, says_when_not, says_not_now, stands_elsewhere, sees_only_own, says_it_is_too_much]


@pytest.mark.parametrize("why", WHY)
def test_who_would_rather_not_or_cannot_is_silently_not_asked(ours, cannot, now, why):
    cannot(agreed.shift(ours, "Soep koken", "0", "17:30", ours.hanneke, now=now), ours.hanneke)
    assert asked(ours, now) == EVERYBODY - {"Hanneke"}
    why(ours, now)
    assert asked(ours, now) == EVERYBODY - {"Hanneke", "Karim"}


def test_how_often_a_week_fits_somebody_is_theirs_to_weigh(ours, cannot, now):
    number = cannot(agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, now=now), ours.hanneke)
    carrying.tell(ours.karim, max_per_week=0, how="own", now=now)
    assert "Karim" in asked(ours, now)
    with pytest.raises(refusals.MoreThanYouSaid):
        own_word.stand_in(ours.karim, ours.plan, number, now=now)
    own_word.stand_in_anyway(ours.karim, ours.plan, number, now=now)
    assert asked(ours, now) == set()


def test_what_was_taken_over_counts_in_that_week(ours, cannot, now):
    carrying.tell(ours.karim, max_per_week=1, how="own", now=now)
    visit = agreed.shift(ours, "Koken", "03", "17:30", ours.hanneke, now=now)
    own_word.stand_in(ours.karim, ours.plan, cannot(visit, ours.hanneke), now=now)
    load = own_dates.around(ours.karim, ours.plan, now=now).load
    assert [load.is_more_on(MONDAY + dt.timedelta(days=n)) for n in (3, 7)] == [True, False]


def test_only_whose_turn_counts_takes_the_place_of_whose_turn_counts(ours, cannot, now):
    seat_ilse(ours, now)
    visits(ours, now)
    everybody_knows(ours, now, but=("Tjeerd",))
    come_by(ours, now, ("hanneke", "karim"))
    monday, tuesday = (one for one in own_dates.roster.shifts_of(ours.circle))
    cannot(monday, ours.hanneke)
    assert asked(ours, now) == {"Wendy"}
    cannot(tuesday, ours.karim, MONDAY + dt.timedelta(days=1))
    assert asked(ours, now) == EVERYBODY - {"Karim"}


def test_who_should_not_be_alone_is_not_asked_to_be_alone(ours, cannot, now):
    seat_ilse(ours, now)
    never_alone(ours, now)
    meal = cook(ours, now, companion=ours.wendy)
    cannot(meal, ours.wendy, SUNDAY)
    assert asked(ours, now) == EVERYBODY - {"Wendy", "Oma Riet"}
    again = agreed.shift(ours, "Zwemmen", "5", "10:00", ours.hanneke, now=now)
    own_dates.roster.Task.update(tag="met_kinderen").where(own_dates.roster.Task.id == again.task_id).execute()
    cannot(again, ours.hanneke, SUNDAY - dt.timedelta(days=1))
    assert not any(
        one.shift.regular.id == again.id for one in own_dates.around(ours.oma_riet, ours.plan, now=now).asked
    )


@pytest.mark.parametrize(("last", "is_asked"), [(MONDAY - dt.timedelta(days=1), True), (MONDAY, False)])
def test_what_must_always_hold_keeps_somebody_from_it_until_its_last_day(ours, cannot, now, last, is_asked):
    seat_ilse(ours, now)
    floors.set_floor(ours.circle, "never_task", **said(ours, person=ours.karim, tag="thuis", last_day=last), now=now)
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, now=now)
    own_dates.roster.Task.update(tag="thuis").where(own_dates.roster.Task.id == visit.task_id).execute()
    cannot(visit, ours.hanneke)
    assert ("Karim" in asked(ours, now)) is is_asked


@pytest.mark.parametrize("who", ["lotte", "noor", "jesse"])
def test_the_family_itself_and_children_are_not_asked(ours, cannot, now, who):
    number = cannot(agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, now=now), ours.hanneke)
    with pytest.raises(refusals.NotYoursToSay):
        own_word.stand_in(getattr(ours, who), ours.plan, number, now=now)


def test_whoever_one_cancels_with_notes_it_for_who_told_them(ours, cannot, now):
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.oma_riet, now=now)
    with pytest.raises(refusals.NotYourShift):
        own_word.cancel(ours.tjeerd, ours.plan, visit.id, MONDAY, now=now)
    row = own_word.cancel(ours.wendy, ours.plan, visit.id, MONDAY, now=now)
    assert (row.person, row.how) == (ours.oma_riet, "spoken")


def test_only_whom_it_was_cancelled_with_reads_why(ours, cannot, now):
    cannot(agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, now=now), ours.hanneke, reason="Griep")

    def reads(who):
        mine = own_dates.around(who, ours.plan, now=now)
        return [kept.why for kept in mine.watched]

    assert [reads(who) for who in (ours.wendy, ours.tjeerd, ours.karim)] == [["Griep"], [""], []]


@pytest.mark.parametrize(
    ("hours", "tag", "may"), [(25, "", False), (24, "", True), (2, "", True), (2, "bezoek", False)]
)
def test_a_date_lapses_within_a_day_and_never_what_must_always_be_there(ours, cannot, now, hours, tag, may):
    seat_ilse(ours, now)
    visits(ours, now)
    visit = agreed.shift(ours, "Koken", "0", "17:30", ours.hanneke, now=now)
    own_dates.roster.Task.update(tag=tag).where(own_dates.roster.Task.id == visit.task_id).execute()
    number = cannot(visit, ours.hanneke)
    then = dt.datetime(2026, 10, 12, 17, 30, tzinfo=AMSTERDAM) - dt.timedelta(hours=hours)
    with pytest.raises(refusals.CannotLapse):
        own_word.let_lapse(ours.tjeerd, ours.plan, number, now=then)
    if may:
        own_word.let_lapse(ours.wendy, ours.plan, number, now=then)
        assert cancelling.Cancellation.get_by_id(number).lapsed_at == then
    else:
        with pytest.raises(refusals.CannotLapse):
            own_word.let_lapse(ours.wendy, ours.plan, number, now=then)


def test_a_silent_visit_is_asked_of_who_came_and_after_a_day_of_the_contact_person(ours, now):
    seat_ilse(ours, now)
    visits(ours, now)
    come_by(ours, now)
    ours.plan.start = MONDAY
    over = dt.datetime(2026, 10, 12, 18, 30, tzinfo=AMSTERDAM)

    def asks(who, at):
        mine = own_dates.around(who, ours.plan, now=at)
        return [one.day for one in mine.to_tell], [one.day for one in mine.silent]

    assert asks(ours.hanneke, over) == ([MONDAY], [])
    assert asks(ours.tjeerd, over) == ([], [])
    assert asks(ours.tjeerd, over + dt.timedelta(days=1)) == ([], [MONDAY])
    assert asks(ours.wendy, over + dt.timedelta(days=1))[1] == []
    monday = own_dates.roster.shifts_of(ours.circle)[0]
    own_word.tell_how_it_went(ours.tjeerd, ours.plan, monday.id, MONDAY, "done", now=over + dt.timedelta(days=1))
    assert done.Done.get().told_by == ours.tjeerd
    assert asks(ours.tjeerd, over + dt.timedelta(days=1)) == ([], [])


def test_nobody_is_asked_about_a_date_before_their_yes(ours, now):
    agreed.shift(ours, "Koken", "1", "17:30", ours.hanneke, now=now)  # on Tuesdays, and it is Thursday
    assert own_dates.around(ours.hanneke, ours.plan, now=now).to_tell == []
