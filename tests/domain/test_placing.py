"""What was proposed comes in the week exactly as it was picked: days, dates and companions stay sound."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals, undo, yes
from netwerkberaad.domain.evening import meeting, offering
from netwerkberaad.domain.proposing import gathering, placing
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.week import arranging, roster, when
from netwerkberaad.domain.week.from_now_on import Since
from tests import cast, floors_cast

MONDAY = dt.date(2026, 10, 12)


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    meeting.stand_at(family.meeting, "4.3")
    for person in (family.wendy, family.hanneke):
        offering.offer(family.circle, "Koken", person=person, now=now)
    family.cooking = roster.need(family.circle, "Samen koken", now=now)
    return family


def proposed(family, now, monday=MONDAY):
    gathered = gathering.gathered(family.circle, monday, today=now.date())
    return gathered, propose(gathered.question)


def week_of(family):
    return roster.shifts_of(family.circle)


def keys(gathered, proposal):
    return [placing.key_of(gathered, choice) for choice in proposal.choices]


def test_a_fortnightly_shift_that_is_divided_still_falls_on_its_own_dates(ours, now):
    once_in_two = {"days": "02", "starts": "17:30", "repeat": "fortnightly", "first_day": MONDAY + when.A_DAY * 2}
    arranging.place(ours.circle, task=ours.cooking, **once_in_two, since=Since(MONDAY), now=now)
    gathered, proposal = proposed(ours, now, MONDAY + when.A_DAY * 14)
    placing.place(ours.circle, gathered, proposal, keys(gathered, proposal), now=now)
    last = MONDAY + when.A_DAY * 34
    fall = {shift.days: when.dates(roster.when_of(shift), MONDAY, last) for shift in roster.shifts_of(ours.circle)}
    assert fall == {"0": [dt.date(2026, 10, 26), dt.date(2026, 11, 9)],
                    "2": [dt.date(2026, 10, 14), dt.date(2026, 10, 28), dt.date(2026, 11, 11)]}  # fmt: skip
    for shift in roster.shifts_of(ours.circle):
        assert str(shift.first_day.weekday()) in shift.days


def test_what_has_gone_by_for_good_is_not_proposed(ours, now):
    gone = {"days": "", "starts": "17:30", "repeat": "once", "first_day": now.date() - when.A_DAY * 3}
    arranging.place(ours.circle, task=ours.cooking, **gone, since=Since(MONDAY), now=now)
    _, proposal = proposed(ours, now, when.monday(now.date()))
    assert proposal.choices == ()


def test_who_goes_along_with_what_is_agreed_does_so_on_all_its_days_or_on_none(ours, now):
    floors_cast.seat_ilse(ours, now)
    floors_cast.never_alone(ours, now)
    task = roster.need(ours.circle, "Spelletje doen", tag="met_kinderen", now=now)
    shift = arranging.take_on(
        ours.circle, task=task, person=ours.oma_riet, days="03", starts="15:00", since=Since(MONDAY), now=now
    )
    roster.says_yes(roster.shift_in(ours.circle, shift.id), "person", ours.oma_riet, how="own", now=now)
    gathered, proposal = proposed(ours, now)
    assert len({choice.companion for choice in proposal.choices}) == 1
    picked = keys(gathered, proposal)
    with pytest.raises(refusals.CompanionOnAllDays):
        placing.place(ours.circle, gathered, proposal, picked[:1], now=now)
    placing.place(ours.circle, gathered, proposal, picked, now=now)
    stands = roster.shift_in(ours.circle, shift.id)
    assert (stands.days, stands.person_id, stands.companion_id) == (
        "03",
        ours.oma_riet.id,
        proposal.choices[0].companion,
    )


def test_a_plan_of_twenty_six_weeks_that_begins_in_the_middle_of_one_is_known_whole():
    class Ours:
        start, weeks, end = MONDAY + when.A_DAY * 3, 26, MONDAY + when.A_DAY * (3 + 26 * 7 - 1)

    weeks = gathering._weeks(Ours, MONDAY)
    assert (weeks[0], weeks[-1], len(weeks)) == (MONDAY, when.monday(Ours.end), 27)


@pytest.fixture
def stood_in_for(ours, now):
    """Cooking on two days: open, and Tjeerd said that he stands in on both."""
    made = arranging.place(ours.circle, task=ours.cooking, days="14", starts="17:30", since=Since(MONDAY), now=now)
    arranging.name_stand_in(roster.shift_in(ours.circle, made.id), seen=None, person=ours.tjeerd, now=now)
    return roster.shift_in(ours.circle, made.id)


@pytest.mark.parametrize("picked", [1, 2])
def test_who_stands_in_does_so_for_every_piece_of_a_shift_and_their_yes_stands(ours, stood_in_for, now, picked):
    roster.says_yes(stood_in_for, "stand_in", ours.tjeerd, how="own", now=now)
    gathered, proposal = proposed(ours, now)
    placing.place(ours.circle, gathered, proposal, keys(gathered, proposal)[:picked], now=now)
    said = yes.said_in(ours.circle)
    stands = [(s.days, roster.state_of(s, said), roster.answer_of(s, "stand_in", said)) for s in week_of(ours)]
    assert stands == [("1", "proposed", "own"), ("4", ("open", "proposed")[picked - 1], "own")]
    undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    (whole,) = week_of(ours)
    assert (whole.days, roster.answer_of(whole, "stand_in", yes.said_in(ours.circle))) == ("14", "own")


def test_a_stand_in_who_did_not_say_yes_has_not_said_it_now(ours, stood_in_for, now):
    gathered, proposal = proposed(ours, now)
    placing.place(ours.circle, gathered, proposal, keys(gathered, proposal), now=now)
    assert [shift.stand_in for shift in week_of(ours)] == [ours.tjeerd] * 2
    assert yes.said_in(ours.circle) == {}


def test_a_yes_of_before_somebody_s_name_was_taken_away_is_asked_again(ours, now):
    made = arranging.place(ours.circle, task=ours.cooking, days="1", starts="17:30", since=Since(MONDAY), now=now)
    for person in (ours.wendy, ours.hanneke):
        roster.says_yes(roster.shift_in(ours.circle, made.id), "person", person, how="own", now=now)
    gathered, proposal = proposed(ours, now)
    placing.place(ours.circle, gathered, proposal, keys(gathered, proposal), now=now)
    (stands,) = roster.shifts_of(ours.circle)
    assert roster.state_of(stands, yes.said_in(ours.circle)) == "proposed"


def test_somebody_of_seventeen_beside_them_is_no_company_for_who_should_not_be_alone(ours, now):
    floors_cast.seat_ilse(ours, now)
    floors_cast.never_alone(ours, now)
    task = roster.need(ours.circle, "Spelletje doen", tag="met_kinderen", now=now)
    offering.offer(ours.circle, "Spelletje doen", person=ours.oma_riet, now=now)
    roster.RegularShift.create(circle=ours.circle, task=task, companion=ours.jesse, days="2", starts="15:00")
    gathered, _ = proposed(ours, now)
    (moment,) = gathered.question.moments
    assert ours.oma_riet.id not in moment.able
    assert ours.wendy.id in moment.able


def test_who_goes_along_is_asked_in_a_week_that_shows_all_days(ours, now):
    floors_cast.seat_ilse(ours, now)
    floors_cast.never_alone(ours, now)
    task, wednesday = roster.need(ours.circle, "Spelletje doen", tag="met_kinderen", now=now), MONDAY + when.A_DAY * 2
    falls = {"days": "02", "repeat": "fortnightly", "first_day": wednesday, "starts": "15:00"}
    arranging.take_on(ours.circle, task=task, person=ours.oma_riet, **falls, since=Since(MONDAY), now=now)
    assert [len(proposed(ours, now, MONDAY + when.A_DAY * n)[1].choices) for n in (0, 14)] == [0, 2]


def test_whom_the_table_named_to_go_along_stays_when_a_week_is_proposed_again(ours, now):
    roster.RegularShift.create(circle=ours.circle, task=ours.cooking, companion=ours.karim, days="14", starts="17:30")
    for _ in range(2):
        gathered, proposal = proposed(ours, now)
        placing.place(ours.circle, gathered, proposal, keys(gathered, proposal), now=now)
        assert [shift.companion for shift in week_of(ours)] == [ours.karim] * 2


def test_a_name_that_only_falls_in_other_weeks_is_no_change_in_this_one(ours, now):
    falls = {"days": "14", "starts": "17:30", "repeat": "odd"}
    arranging.place(ours.circle, task=ours.cooking, **falls, since=Since(MONDAY), now=now)
    gathered, proposal = proposed(ours, now, MONDAY + when.A_DAY * 7)
    placing.place(ours.circle, gathered, proposal, keys(gathered, proposal), now=now)
    assert proposed(ours, now)[1].worth.changes == 0
