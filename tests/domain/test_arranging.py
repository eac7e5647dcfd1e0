"""Arranging the week: what is refused, what stays, who says yes, and the way back."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals, undo, yes
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import arranging, needs, roster
from netwerkberaad.domain.week.from_now_on import Since
from tests import cast

FROM_START = Since(dt.date(2026, 10, 12))


@pytest.fixture
def family(db, now):
    return cast.family(now)


@pytest.fixture
def cooking(family, now):
    return roster.need(family.circle, "Koken", now=now)


@pytest.fixture
def take_on(family, cooking, now):
    """Oma Riet cooks on Sunday at four; name what is different."""

    def taking(**different):
        said = {"task": cooking, "person": family.oma_riet, "days": "6", "starts": "16:00", **different}
        return fresh(arranging.take_on(family.circle, **said, since=FROM_START, now=now))

    return taking


def fresh(shift):
    return roster.shift_in(shift.circle_id, shift.id)


def state(shift):
    return roster.state_of(fresh(shift), yes.said_in(shift.circle_id))


def sentence(family):
    return undo.last_deed(family.circle, "week").sentence


def test_somebody_takes_a_task_and_it_is_a_proposal(family, take_on):
    shift = take_on(ends="18:30", stand_in=family.wendy)
    assert (shift.days, shift.starts, shift.minutes, shift.stand_in) == ("6", "16:00", 150, family.wendy)
    assert state(shift) == "proposed"
    assert sentence(family) == "Koken staat nu op zondag bij Oma Riet."


@pytest.mark.parametrize(
    ("different", "refusal", "field"),
    [
        ({"person": None}, refusals.NobodyNamed, "person"),
        ({"days": ""}, refusals.NoDayNamed, "days"),
        ({"days": "89x"}, refusals.NoDayNamed, "days"),
        ({"starts": ""}, refusals.NoTimeNamed, "starts"),
        ({"starts": "25:00"}, refusals.NoSuchTime, "starts"),
        ({"ends": "straks"}, refusals.NoSuchTime, "ends"),
        ({"ends": "15:00"}, refusals.TooLong, "ends"),
        ({"ends": "04:01"}, refusals.TooLong, "ends"),
        ({"task": None}, refusals.NoTaskNamed, "task"),
        ({"repeat": "once", "days": "56"}, refusals.NoDateNamed, "first_day"),
        ({"repeat": "once", "first_day": dt.date(2026, 10, 13)}, refusals.OtherDayThanDate, "first_day"),
        ({"repeat": "fortnightly", "first_day": dt.date(2026, 10, 13)}, refusals.OtherDayThanDate, "first_day"),
        (
            {"repeat": "once", "first_day": dt.date(2027, 3, 28), "starts": "02:30"},
            refusals.ClockSkipsThis,
            "starts",
        ),
        (
            {"repeat": "once", "first_day": dt.date(2027, 3, 28), "starts": "01:00", "ends": "02:30"},
            refusals.ClockSkipsThis,
            "ends",
        ),
    ],
)
def test_a_wish_is_not_a_shift(family, take_on, different, refusal, field):
    with pytest.raises(refusal) as no:
        take_on(**different)
    assert no.value.field == field
    assert roster.shifts_of(family.circle) == []


def test_twelve_hours_past_midnight_is_just_possible(take_on):
    assert take_on(ends="04:00").minutes == 720


def test_the_skipped_time_is_fine_for_what_repeats(take_on):
    assert take_on(starts="02:30", first_day=dt.date(2027, 3, 28)).starts == "02:30"


def test_children_under_12_carry_no_task_and_older_ones_may(family, take_on):
    for part in roster.PARTS:
        with pytest.raises(refusals.NoTaskForAChild) as no:
            take_on(**{part: family.noor})
        assert no.value.field == part
    assert take_on(person=family.jesse).person == family.jesse


def test_nobody_stands_in_for_themselves(family, take_on):
    with pytest.raises(refusals.SomebodyElse) as no:
        take_on(stand_in=family.oma_riet)
    assert no.value.field == "stand_in"
    with pytest.raises(refusals.SomebodyElse):
        take_on(stand_in=family.wendy, companion=family.wendy)


@pytest.mark.parametrize(
    ("typed", "settled"),
    [
        ({"repeat": "fortnightly", "days": "1"}, ("1", dt.date(2026, 10, 13))),
        ({"repeat": "fortnightly", "days": "1", "first_day": dt.date(2026, 10, 20)}, ("1", dt.date(2026, 10, 20))),
        ({"repeat": "once", "days": "1"}, ("1", dt.date(2026, 10, 13))),
        ({"repeat": "once", "days": "", "first_day": dt.date(2026, 10, 24)}, ("5", dt.date(2026, 10, 24))),
        ({"repeat": "odd", "days": "31"}, ("13", None)),
        ({"repeat": "every now and then", "days": "1"}, ("1", None)),
    ],
)
def test_what_was_not_said_is_filled_in(take_on, typed, settled):
    shift = take_on(**typed)
    assert (shift.days, shift.first_day) == settled


def test_a_task_lands_on_a_day_without_anybody(family, cooking, now):
    shift = arranging.place(family.circle, task=cooking, days="4", starts="17.30", since=FROM_START, now=now)
    assert (state(shift), shift.minutes) == ("open", 60)
    assert sentence(family) == "Koken staat nu op vrijdag en is nog open."


def test_a_name_put_on_a_shift_waits_for_their_yes(family, take_on, now):
    shift = take_on(companion=family.wendy)
    arranging.say_yes_aloud(shift, "person", seen=shift.version, now=now)
    assert state(shift) == "accepted"
    arranging.give_to(shift, seen=shift.version, person=family.wendy, now=now)
    assert state(shift) == "proposed"
    assert fresh(shift).companion is None
    assert sentence(family) == "Koken staat nu op zondag bij Wendy."


def test_moving_one_day_leaves_the_others(family, take_on, now):
    shift = take_on(days="02")
    moved = arranging.move(
        shift, seen=1, from_date=dt.date(2026, 10, 14), to_date=dt.date(2026, 10, 15), starts="16:00", now=now
    )
    assert moved.days == "03"
    assert sentence(family) == "Koken staat nu op maandag en donderdag bij Oma Riet."
    with pytest.raises(refusals.AlreadyThatDay):
        arranging.move(
            moved, seen=2, from_date=dt.date(2026, 10, 15), to_date=dt.date(2026, 10, 12), starts="16:00", now=now
        )


@pytest.mark.parametrize(
    ("repeat", "first", "moved_from", "moved_to", "then"),
    [
        ("once", "2026-10-13", "2026-10-13", "2026-10-12", "2026-10-12"),
        ("fortnightly", "2026-10-13", "2026-10-13", "2026-10-15", "2026-10-15"),
        ("fortnightly", "2026-10-13", "2026-10-27", "2026-10-26", "2026-10-12"),
        ("weekly", "2026-10-13", "2026-10-20", "2026-10-22", "2026-10-15"),
    ],
)
def test_the_first_day_moves_along(take_on, now, repeat, first, moved_from, moved_to, then):
    shift = take_on(days="1", repeat=repeat, first_day=dt.date.fromisoformat(first))
    to_date = dt.date.fromisoformat(moved_to)
    moved = arranging.move(
        shift, seen=1, from_date=dt.date.fromisoformat(moved_from), to_date=to_date, starts="18:00", now=now
    )
    assert (moved.days, moved.first_day, moved.starts) == (
        str(to_date.weekday()),
        dt.date.fromisoformat(then),
        "18:00",
    )


def test_one_date_is_not_moved_into_the_skipped_hour(take_on, now):
    shift = take_on(repeat="once", first_day=dt.date(2027, 3, 27), days="5")
    with pytest.raises(refusals.ClockSkipsThis):
        arranging.move(
            shift, seen=1, from_date=dt.date(2027, 3, 27), to_date=dt.date(2027, 3, 28), starts="02:30", now=now
        )


def test_a_shift_becomes_longer_and_asks_again(take_on, now):
    shift = take_on()
    arranging.say_yes_aloud(shift, "person", seen=1, now=now)
    longer = arranging.resize(shift, seen=1, ends="18:00", now=now)
    assert (longer.minutes, state(shift)) == (120, "proposed")
    arranging.resize(longer, seen=2, ends="17:00", now=now)
    assert state(shift) == "accepted"


def test_only_who_is_there_says_yes_aloud(family, take_on, now):
    shift = take_on()
    meeting.leave(family.meeting, family.oma_riet, now=now)
    with pytest.raises(refusals.NotAtTheTable):
        arranging.say_yes_aloud(shift, "person", seen=1, now=now)
    assert state(shift) == "proposed"
    meeting.attend(family.meeting, family.oma_riet, how="phone", now=now)
    arranging.say_yes_aloud(shift, "person", seen=1, now=now)
    assert yes.said_in(family.circle) == {
        (family.oma_riet.id, f"regular_shift/{shift.id}/person", roster.promise_of(shift)): "spoken"
    }


def test_nobody_says_yes_aloud_after_the_evening(family, take_on, now):
    shift = take_on()
    meeting.end(family.meeting, now=now)
    with pytest.raises(refusals.NotAtTheTable):
        arranging.say_yes_aloud(shift, "person", seen=1, now=now)


def test_a_yes_to_what_was_changed_meanwhile_is_refused(family, take_on, now):
    shift = take_on()
    arranging.resize(shift, seen=1, ends="18:00", now=now)
    with pytest.raises(refusals.ChangedMeanwhile):
        arranging.say_yes_aloud(fresh(shift), "person", seen=1, now=now)


def test_rather_not_opens_the_shift_and_ends_the_yes(family, take_on, now):
    shift = take_on(stand_in=family.wendy)
    arranging.say_yes_aloud(shift, "person", seen=1, now=now)
    arranging.say_yes_aloud(shift, "stand_in", seen=1, now=now)
    arranging.rather_not(shift, "person", seen=1, now=now)
    assert state(shift) == "open"
    arranging.give_to(fresh(shift), seen=2, person=family.oma_riet, now=now)
    assert state(shift) == "proposed"
    assert roster.answer_of(fresh(shift), "stand_in", yes.said_in(family.circle)) == "spoken"


def test_still_open_is_said_aloud_and_ends_with_a_name(family, take_on, now):
    shift = arranging.leave_open(take_on(), seen=1, now=now)
    assert (shift.still_open, shift.person) == (True, None)
    assert arranging.give_to(fresh(shift), seen=2, person=family.wendy, now=now).still_open is False


def test_who_was_second_is_told_and_nothing_is_overwritten(family, take_on, now):
    shift = take_on()
    arranging.give_to(shift, seen=1, person=family.wendy, now=now)
    for verb, said in (
        (arranging.give_to, {"person": family.tjeerd}),
        (arranging.name_stand_in, {"person": family.tjeerd}),
        (arranging.resize, {"ends": "19:00"}),
        (arranging.leave_open, {}),
        (arranging.take_back, {}),
    ):
        with pytest.raises(refusals.ChangedMeanwhile):
            verb(shift, seen=1, now=now, **said)
    assert (fresh(shift).person, fresh(shift).version) == (family.wendy, 2)


@pytest.mark.parametrize("deed", ["take_on", "give", "move", "rather_not", "take_back", "task"])
def test_every_deed_can_be_taken_back(family, cooking, take_on, now, deed):
    shift = take_on(days="1", repeat="once", first_day=dt.date(2026, 10, 13))
    before = fresh(shift).__data__
    if deed == "give":
        arranging.give_to(shift, seen=1, person=family.wendy, now=now)
    if deed == "move":
        to_date = dt.date(2026, 10, 15)
        arranging.move(shift, seen=1, from_date=shift.first_day, to_date=to_date, starts="9:00", now=now)
    if deed == "rather_not":
        arranging.rather_not(shift, "person", seen=1, now=now)
    if deed == "take_back":
        arranging.take_back(shift, seen=1, now=now)
    if deed == "task":
        needs.take_back_task(cooking, seen=1, now=now)
    undo.undo(family.circle, undo.last_deed(family.circle, "week").id, now=now)
    if deed == "take_on":
        assert roster.shifts_of(family.circle) == []
    else:
        assert {**fresh(shift).__data__, "version": 0} == {**before, "version": 0}


def test_the_whole_form_at_once_keeps_a_yes_whose_promise_stays(family, take_on, now):
    shift = take_on()
    arranging.say_yes_aloud(shift, "person", seen=1, now=now)
    said = {"person": family.oma_riet, "days": "6", "starts": "16:00", "ends": "17:00", "since": FROM_START, "now": now}
    changed = arranging.rearrange(shift, seen=1, **said, stand_in=family.hanneke)
    assert (changed.stand_in, state(shift)) == (family.hanneke, "accepted")
    arranging.rearrange(fresh(shift), seen=2, **{**said, "days": "5"}, stand_in=family.hanneke)
    assert state(shift) == "proposed"
    with pytest.raises(refusals.NobodyNamed):
        arranging.rearrange(fresh(shift), seen=3, **{**said, "person": None})


def test_a_task_gets_other_words(family, cooking, now):
    changed = needs.reword_task(
        cooking, seen=1, what="Samen koken", minutes=150, support="XGP", tag="met_kinderen", now=now
    )
    assert (changed.what, changed.minutes, changed.support, changed.tag) == ("Samen koken", 150, "PG", "met_kinderen")
    for minutes in (0, 721):
        with pytest.raises(refusals.TooLong):
            needs.reword_task(changed, seen=2, what="Koken", minutes=minutes, support="P", tag="", now=now)
    with pytest.raises(refusals.NothingNeeded):
        needs.reword_task(changed, seen=2, what=" ", minutes=60, support="P", tag="", now=now)
