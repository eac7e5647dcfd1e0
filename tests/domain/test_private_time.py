"""Private time: who is shut out, what ends it and what does not, and the record that stays."""

import datetime as dt

import pytest

from netwerkberaad.database import change
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.evening import meeting, shared_screen
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.domain.taking_part import pen, presence, private_time
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.taking_part.private_time import PrivateTime
from netwerkberaad.domain.teams import ADMIN, FACILITATOR
from tests import cast

AN_HOUR = dt.timedelta(hours=1)


@pytest.fixture
def family(db, now):
    return cast.family(now)


@pytest.fixture
def evening(family, now):
    """The meeting, with the phones of Wendy and Karim in."""
    for person in (family.wendy, family.karim):
        Guest.create(meeting=family.meeting, person=person, joined_at=now, seen_at=now)
    return family.meeting


@pytest.fixture
def ilse(family):
    return change(circle.draw_person(family.circle, "Ilse", ring=4, group="Z"), part="professional")


def rows(evening):
    return [
        (row.kind, row.began_at, row.ended_at) for row in PrivateTime.select().where(PrivateTime.meeting == evening)
    ]


def test_it_begins_with_the_pen_on_a_phone_and_is_remembered(family, evening, now):
    alone = private_time.begin(evening, pen=family.wendy, now=now)
    assert (alone.pen, alone.private_since) == (family.wendy, now)
    assert rows(evening) == [("private", now, None)]


def test_it_ends_when_the_family_says_so_and_the_pen_stays(family, evening, now):
    alone = private_time.begin(evening, pen=family.wendy, now=now)
    after = private_time.end(alone, now=now + AN_HOUR)
    assert (after.pen, after.private_since) == (family.wendy, None)
    assert rows(evening) == [("private", now, now + AN_HOUR)]
    assert private_time.end(after, now=now + AN_HOUR * 2) == after
    assert rows(evening) == [("private", now, now + AN_HOUR)]


def test_beginning_twice_is_beginning_once(family, evening, now):
    alone = private_time.begin(evening, pen=family.wendy, now=now)
    again = private_time.begin(alone, pen=family.karim, now=now + AN_HOUR)
    assert (again.pen, again.private_since) == (family.wendy, now)
    assert len(rows(evening)) == 1


def test_blijf_er_maar_bij_is_remembered_and_shuts_nobody_out(evening, now):
    assert not private_time.is_settled(evening)
    private_time.family_says_stay(evening, now=now)
    assert rows(evening) == [("stay", now, now)]
    assert private_time.is_settled(evening)
    assert not private_time.is_on(meeting.present_meeting(evening.circle))


@pytest.mark.parametrize("state", ["planned", "paused", "ended"])
def test_it_begins_in_a_meeting_that_is_going_on_only(family, evening, now, state):
    changed = {
        "planned": {"begun_at": None},
        "paused": {"paused_at": now},
        "ended": {"ended_at": now},
    }[state]
    evening = change(evening, **changed)
    for begin in (
        lambda: private_time.begin(evening, pen=family.wendy, now=now),
        lambda: private_time.family_says_stay(evening, now=now),
        lambda: private_time.begin(None, pen=family.wendy, now=now),
    ):
        with pytest.raises(refusals.NotYoursToArrange):
            begin()
    assert rows(evening) == []


def test_nobody_who_works_here_is_given_the_pen_for_it(evening, ilse, now):
    Guest.create(meeting=evening, person=ilse, joined_at=now, seen_at=now)
    with pytest.raises(refusals.NoPenForThem):
        private_time.begin(evening, pen=ilse, now=now)
    assert rows(evening) == []


def test_the_laptop_keeps_the_pen_only_with_a_screen_that_is_open(family, evening, now):
    yesterdays = shared_screen.open_screen(family.circle, family.facilitator, now=now - dt.timedelta(hours=20))
    with pytest.raises(refusals.NoScreenOpen):
        private_time.begin(evening, now=now)
    shared_screen.open_screen(family.circle, family.facilitator, now=now)
    assert private_time.begin(evening, now=now).pen is None
    assert Screen.get_by_id(yesterdays.id).closed_at == now


def test_only_the_screen_it_was_begun_on_stays_open(family, evening, now):
    first, second = (shared_screen.open_screen(family.circle, family.facilitator, now=now) for _ in range(2))
    private_time.begin(evening, pen=family.wendy, screen=first, now=now)
    assert shared_screen.open_now(family.circle, now=now) == [first]
    assert Screen.get_by_id(second.id).closed_at == now


def test_begun_elsewhere_the_newest_screen_stays_and_other_families_keep_theirs(family, evening, now):
    elsewhere = cast.strangers(now, family.team)
    theirs = shared_screen.open_screen(elsewhere.circle, elsewhere.facilitator, now=now)
    _, newest = (shared_screen.open_screen(family.circle, family.facilitator, now=now) for _ in range(2))
    private_time.begin(evening, pen=family.wendy, now=now)
    assert shared_screen.open_now(family.circle, now=now) == [newest]
    assert shared_screen.open_now(elsewhere.circle, now=now) == [theirs]


@pytest.mark.parametrize(
    ("audience", "who", "with_phone", "with_laptop"),
    [
        (FACILITATOR, None, True, True),
        (ADMIN, None, True, True),
        ("guest", "ilse", True, True),
        ("pen", "ilse", True, True),
        ("member", "ilse", True, True),
        ("screen", None, True, False),
        ("guest", "karim", False, False),
        ("pen", "wendy", False, False),
        ("member", "karim", False, False),
        ("guest", None, False, False),
    ],
)
def test_who_is_shut_out(family, evening, ilse, now, audience, who, with_phone, with_laptop):
    person = {"ilse": ilse, "karim": family.karim, "wendy": family.wendy, None: None}[who]
    assert not private_time.shuts_out(evening, audience, person)
    shared_screen.open_screen(family.circle, family.facilitator, now=now)
    alone = private_time.begin(evening, pen=family.wendy, now=now)
    assert private_time.shuts_out(alone, audience, person) == with_phone
    at_the_laptop = pen.take_back_pen(alone, now=now)
    assert private_time.shuts_out(at_the_laptop, audience, person) == with_laptop
    assert not private_time.shuts_out(private_time.end(at_the_laptop, now=now), audience, person)


def test_silence_a_pause_and_time_do_not_end_it(family, evening, now):
    private_time.begin(evening, pen=family.wendy, now=now)
    presence.still_here(family.circle, now=now + AN_HOUR)
    assert not Guest.select().where(Guest.here).exists()
    meeting.pause(meeting.present_meeting(family.circle), now=now + AN_HOUR)
    meeting.resume(meeting.present_meeting(family.circle), now=now + AN_HOUR * 2)
    later = meeting.present_meeting(family.circle)
    assert private_time.is_on(later)
    assert private_time.shuts_out(later, FACILITATOR)
    assert rows(evening) == [("private", now, None)]


def test_an_evening_that_is_over_shuts_nobody_out(family, evening, now):
    alone = private_time.begin(evening, pen=family.wendy, now=now)
    assert not private_time.is_on(meeting.end(alone, now=now))
    assert not private_time.is_on(None)


def test_it_is_left_behind_when_no_pass_of_that_evening_works_any_more(family, evening, now):
    alone = private_time.begin(evening, pen=family.wendy, now=now)
    assert not private_time.is_left_behind(alone, now=now + shared_screen.AN_EVENING)
    assert private_time.is_left_behind(alone, now=now + shared_screen.AN_EVENING + AN_HOUR)
    assert private_time.is_on(alone)
    assert not private_time.is_left_behind(evening, now=now + shared_screen.AN_EVENING * 2)
