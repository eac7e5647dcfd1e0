"""Being there together: an avatar goes soon after a phone vanished, and is back at once; in any process."""

import datetime as dt
import threading

import pytest

from netwerkberaad import database
from netwerkberaad.domain import changes
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import joining, presence
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


@pytest.fixture
def evening(family):
    meeting.Attendance.delete().execute()
    return family.meeting


@pytest.fixture
def comes_in(evening, now):
    """comes_in(family.wendy): with a phone, and the table tapped."""
    return lambda person: joining.let_in(joining.join(evening, chosen=person.id, now=now), now=now)


def names(evening):
    return [person.name for person in presence.who_is_in(evening)]


def after(now, seconds):
    return now + dt.timedelta(seconds=seconds)


def beats(family, guests, now, seconds):
    """Every five seconds these phones and the shared screen say that they are there."""
    for second in range(5, seconds + 1, 5):
        presence.still_here(family.circle, now=after(now, second))
        for guest in guests:
            presence.still_here(family.circle, joining.guest_with(guest.id), now=after(now, second))


def test_nobody_is_in_before_there_is_a_meeting():
    assert presence.who_is_in(None) == []


def test_whoever_has_no_phone_is_there_as_the_table_says(family, evening, now):
    meeting.attend(evening, family.karim, now=now)
    meeting.attend(evening, family.jesse, how="phone", now=now)
    beats(family, [], now, 3600)
    assert [(person.name, person.on_a_phone) for person in presence.who_is_in(evening)] == [
        ("Karim", False),
        ("Jesse", False),
    ]


def test_a_connected_phone_is_marked(family, evening, comes_in):
    comes_in(family.wendy)
    assert [(person.name, person.on_a_phone) for person in presence.who_is_in(evening)] == [("Wendy", True)]


def test_a_phone_that_is_silent_is_gone_within_fifteen_seconds_and_the_other_stays(family, evening, comes_in, now):
    comes_in(family.wendy)
    karim = comes_in(family.karim)
    beats(family, [karim], now, 5)
    assert names(evening) == ["Karim", "Wendy"]
    beats(family, [karim], now, 15)
    assert names(evening) == ["Karim"]


def test_it_is_back_at_once(family, evening, comes_in, now):
    wendy = comes_in(family.wendy)
    beats(family, [], now, 15)
    assert names(evening) == []
    presence.still_here(family.circle, joining.guest_with(wendy.id), now=after(now, 100))
    assert names(evening) == ["Wendy"]


def test_who_has_two_phones_is_there_as_long_as_one_is(family, evening, comes_in, now):
    comes_in(family.wendy)
    tablet = comes_in(family.wendy)
    beats(family, [tablet], now, 30)
    assert names(evening) == ["Wendy"]
    beats(family, [], after(now, 30), 15)
    assert names(evening) == []


def test_a_phone_that_was_put_out_leaves_its_owner_as_the_table_says(family, evening, comes_in, now):
    wendy = comes_in(family.wendy)
    beats(family, [], now, 15)
    joining.leave(wendy, now=now)
    assert [(person.name, person.on_a_phone) for person in presence.who_is_in(evening)] == [("Wendy", False)]


def test_who_waits_at_the_door_is_not_in(family, evening, now):
    joining.join(evening, chosen=family.wendy.id, now=now)
    assert names(evening) == []


def test_only_coming_and_going_is_a_change(family, evening, comes_in, now):
    wendy = comes_in(family.wendy)
    number = changes.number_of(family.circle)
    beats(family, [wendy], now, 60)
    assert changes.number_of(family.circle) == number
    beats(family, [], after(now, 60), 15)
    assert changes.number_of(family.circle) == number + 1
    presence.still_here(family.circle, joining.guest_with(wendy.id), now=after(now, 90))
    assert changes.number_of(family.circle) == number + 2


def test_another_family_s_silence_is_theirs(family, evening, comes_in, now):
    comes_in(family.wendy)
    presence.still_here(cast.strangers(now, family.team).circle, now=after(now, 60))
    assert names(evening) == ["Wendy"]


def test_it_is_right_over_two_connections(family, evening, comes_in, now):
    """What one process hears, another shows: nothing is kept in memory."""
    wendy, karim = comes_in(family.wendy), comes_in(family.karim)
    assert elsewhere(lambda: names(evening)) == ["Karim", "Wendy"]
    elsewhere(lambda: beats(family, [karim], now, 15))
    assert names(evening) == ["Karim"]
    assert elsewhere(lambda: names(evening)) == ["Karim"]
    presence.still_here(family.circle, joining.guest_with(wendy.id), now=after(now, 16))
    assert elsewhere(lambda: names(evening)) == ["Karim", "Wendy"]


def elsewhere(act):
    """What this gives on a connection of its own, as in another worker process."""
    given = []

    def run():
        with database.db.connection_context():
            given.append(act())

    other = threading.Thread(target=run)
    other.start()
    other.join()
    return given[0]
