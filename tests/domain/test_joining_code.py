"""The code of an evening: made once, typed as people type, and dead when the evening is over."""

import datetime as dt

import pytest

from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import joining
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


@pytest.fixture
def evening(family):
    """The table with nobody at it yet."""
    meeting.Attendance.delete().execute()
    return family.meeting


def fresh(evening):
    return meeting.Meeting.get_by_id(evening.id)


def at_the_table(evening):
    return [person.name for person in meeting.at_the_table(evening)]


def later(now, **how_long):
    return now + dt.timedelta(**how_long)


def test_a_code_is_six_letters_and_digits_that_nobody_mixes_up(evening, now):
    code = joining.give_code(evening, now=now)
    assert len(code) == 6
    assert set(code) <= set(joining.LETTERS)
    assert not set(joining.LETTERS) & set("AEIOU01258BSZL")
    assert joining.said_code(code) == f"{code[:3]} {code[3:]}"


def test_the_same_evening_keeps_its_code(evening, now):
    assert joining.give_code(evening, now=now) == joining.give_code(fresh(evening), now=later(now, hours=3))


def test_two_screens_that_ask_for_the_first_code_at_once_get_the_same(evening, now):
    one, other = fresh(evening), fresh(evening)
    assert joining.give_code(one, now=now) == joining.give_code(other, now=now) == fresh(evening).code


@pytest.mark.parametrize("typed", ["{}", " {} ", "{:.3} {:.3}", "{:.3}-{:.3}", "«{}»."], ids=repr)
def test_a_code_is_found_in_any_case_and_with_any_spaces(evening, now, typed):
    code = joining.give_code(evening, now=now)
    written = typed.replace("{:.3}", "%s", 2) % (code[:3], code[3:]) if "{:.3}" in typed else typed.format(code)
    for each in (written, written.lower()):
        assert joining.meeting_with(each, now=now) == evening


@pytest.mark.parametrize("typed", ["", None, "XXXXXX", "%", "' OR 1=1 --", "K" * 5000, "\x00", "😀" * 6], ids=repr)
def test_what_is_no_code_finds_nothing(evening, now, typed):
    joining.give_code(evening, now=now)
    assert joining.meeting_with(typed, now=now) is None


def test_the_empty_code_of_a_meeting_that_has_none_lets_nobody_in(family, evening, now):
    meeting.end(evening, now=now)
    planned = meeting.plan_meeting(family.circle, day=now.date())
    assert planned.code == joining.code_of(planned, now=now) == ""
    assert joining.meeting_with("", now=now) is None


def test_an_evening_has_a_code_from_its_beginning_and_another_when_it_goes_on_a_day_later(family, evening, now):
    meeting.end(evening, now=now)
    evening = meeting.begin(meeting.plan_meeting(family.circle, day=now.date()), now=now)
    first = joining.code_of(evening, now=now)
    assert joining.meeting_with(first, now=now) == evening
    meeting.pause(fresh(evening), now=now)
    tomorrow = later(now, hours=24)
    assert joining.code_of(fresh(evening), now=tomorrow) == ""
    again = meeting.resume(fresh(evening), now=tomorrow)
    assert joining.code_of(again, now=tomorrow) not in ("", first)


def test_looking_makes_no_code(family, evening, now):
    meeting.end(evening, now=now)
    planned = meeting.plan_meeting(family.circle, day=now.date())
    joining.code_of(planned, now=now)
    assert fresh(planned).code == ""


def test_a_code_works_for_a_meeting_that_has_not_begun(family, evening, now):
    meeting.end(evening, now=now)
    planned = meeting.plan_meeting(family.circle, day=now.date())
    assert joining.meeting_with(joining.give_code(planned, now=now), now=now) == planned


def test_the_code_dies_when_the_evening_ends(evening, now):
    code = joining.give_code(evening, now=now)
    ended = meeting.end(fresh(evening), now=now)
    assert joining.meeting_with(code, now=now) is None
    assert joining.give_code(ended, now=now) == ""
    assert joining.give_code(None, now=now) == ""


def test_a_code_is_dead_after_sixteen_hours_and_the_evening_gets_another(evening, now):
    code = joining.give_code(evening, now=now)
    assert joining.meeting_with(code, now=later(now, hours=16)) == evening
    assert joining.meeting_with(code, now=later(now, hours=16, seconds=1)) is None
    another = joining.give_code(fresh(evening), now=later(now, hours=17))
    assert another != code
    assert joining.meeting_with(another, now=later(now, hours=17)) == evening


def test_a_new_code_kills_the_old_one_and_whoever_is_in_stays(evening, now):
    old = joining.give_code(evening, now=now)
    guest = joining.join(evening, name="Fatima", now=now)
    new = joining.new_code(evening, now=now)
    assert joining.meeting_with(old, now=now) is None
    assert joining.meeting_with(new, now=now) == evening
    assert joining.guest_with(guest.id)


def test_with_a_new_code_nobody_waits_for_the_many_who_came_with_the_old_one(evening, now):
    joining.give_code(evening, now=now)
    many = [{"meeting": evening, "joined_at": now, "seen_at": now} for _ in range(joining.AT_ONCE)]
    joining.Guest.insert_many(many).execute()
    assert not joining.may_join_now(fresh(evening), now=now)
    joining.new_code(evening, now=later(now, seconds=1))
    assert joining.may_join_now(fresh(evening), now=later(now, seconds=1))


def test_a_code_does_not_interrupt_whoever_changes_the_meeting(evening, now):
    before = fresh(evening).version
    joining.give_code(evening, now=now)
    assert fresh(evening).version == before
