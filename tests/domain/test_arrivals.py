"""At the door: one tap at the table lets a phone in, and nobody becomes somebody else by choosing a name."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.refusals import Stranger
from netwerkberaad.domain.taking_part import arrivals, joining, presence
from netwerkberaad.domain.taking_part.joining import Guest
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


def test_whoever_chooses_a_name_waits_until_somebody_at_the_table_taps(family, evening, now):
    guest = joining.join(evening, chosen=str(family.wendy.id), consents=["c5"], now=now)
    assert guest.person is None
    assert at_the_table(evening) == []
    assert joining.guest_with(guest.id).person is None
    assert consent.given_by(family.wendy) == set()
    joining.let_in(guest, now=now)
    assert joining.guest_with(guest.id).person == family.wendy
    assert at_the_table(evening) == ["Wendy"]
    assert consent.given_by(family.wendy) == {"c5"}


def test_a_tap_takes_back_no_consent_that_stood(family, evening, now):
    consent.choose(family.wendy, {"c2", "c4"}, how="own", now=now)
    joining.let_in(joining.join(evening, chosen=family.wendy.id, consents=["c5"], now=now), now=now)
    assert consent.given_by(family.wendy) == {"c2", "c4", "c5"}


def test_whoever_calls_in_still_calls_in_with_a_phone_that_answers(family, evening, now):
    meeting.attend(evening, family.wendy, how="phone", now=now)
    joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    assert meeting.attendance_of(evening)[family.wendy.id].how == "phone"


def test_tapping_twice_is_tapping_once(evening, now):
    evening.private_since = now
    evening.save()
    guest = joining.join(evening, name="Fatima", now=now)
    assert joining.let_in(guest, now=now).person == joining.let_in(guest, now=now).person
    assert Person.select().where(Person.name == "Fatima").count() == 1


def test_in_private_time_everybody_waits(family, evening, now):
    evening.private_since = now
    evening.save()
    guests = [
        joining.join(evening, name="Dennis", relation="voetbaltrainer", works=True, now=now),
        joining.join(evening, chosen=str(family.wendy.id), now=now),
        joining.join_as(family.tjeerd, evening, now=now),
    ]
    assert [guest.person for guest in guests] == [None] * 3
    waiting = joining.waiting(family.circle, now=now)
    assert [(guest.name, guest.chosen and guest.chosen.name) for guest in waiting] == [
        ("Dennis", None),
        ("", "Wendy"),
        ("", "Tjeerd"),
    ]
    assert joining.let_in(waiting[0], now=now).person.is_professional


def test_whoever_was_recognised_by_the_name_they_typed_stays_on_the_map_when_their_phone_goes(family, evening, now):
    evening.private_since = now
    evening.save()
    guest = joining.join(evening, name="Riet", now=now)
    assert arrivals.could_be(guest) == [family.oma_riet]
    inside = arrivals.let_in_as(guest, family.oma_riet, now=now)
    assert (inside.person, inside.name) == (family.oma_riet, "")
    assert arrivals.let_in_as(guest, family.oma_riet, now=now) == inside
    arrivals.put_out(inside, now=now)
    assert at_the_table(evening) == ["Oma Riet"]


@pytest.mark.parametrize(
    ("private", "pen", "opens"),
    [
        (False, False, {"facilitator", "screen", "pen"}),
        (False, True, {"facilitator", "screen", "pen"}),
        (True, True, {"pen"}),
        (True, False, {"screen"}),
    ],
)
def test_in_private_time_only_whoever_holds_the_pen_lets_people_in(family, evening, now, private, pen, opens):
    evening.private_since, evening.pen = private and now or None, pen and family.wendy or None
    assert {who for who in ("facilitator", "screen", "pen") if arrivals.opens_the_door(who, evening)} == opens


def test_somebody_else_s_name_is_refused_and_the_phone_may_ask_again(family, evening, now):
    guest = joining.join(evening, chosen=family.wendy.id, consents=["c1"], now=now)
    joining.refuse(guest, now=now)
    assert joining.waiting(family.circle, now=now) == []
    kept = joining.guest_with(guest.id)
    assert (kept.person, kept.chosen, kept.consents) == (None, None, "")
    with pytest.raises(refusals.NobodyAtTheDoor):
        joining.let_in(guest, now=now)
    assert joining.join(evening, name="Kees", now=now).person.name == "Kees"


def test_whoever_is_in_is_not_refused_any_more(family, evening, now):
    guest = joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    joining.refuse(guest, now=now)
    assert joining.guest_with(guest.id).person == family.wendy


def test_a_second_phone_for_a_name_says_that_the_first_is_in(family, evening, now):
    joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    joining.join(evening, chosen=family.wendy.id, now=now)
    joining.join(evening, chosen=family.karim.id, now=now)
    assert [guest.phones_in for guest in joining.waiting(family.circle, now=now)] == [1, 0]


def test_who_waits_shows_the_room_nothing_but_what_it_may_see(family, evening, now):
    Person.update(phone="0612345678").where(Person.id == family.wendy.id).execute()
    joining.join(evening, chosen=family.wendy.id, now=now)
    assert "phone" not in joining.waiting(family.circle, now=now)[0].chosen.__data__


def test_a_phone_that_stops_leaves_its_owner_at_the_table(family, evening, now):
    guest = joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    joining.leave(guest, now=now)
    assert joining.guest_with(guest.id) is None
    assert at_the_table(evening) == ["Wendy"]


def test_whoever_goes_home_is_no_longer_at_the_table(family, evening, now):
    guest = joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    joining.go_home(guest, now=now)
    assert joining.guest_with(guest.id) is None
    assert at_the_table(evening) == []
    assert meeting.attendance_of(evening)[family.wendy.id].left_at == now


def test_a_stranger_who_came_in_goes_out_with_the_name(family, evening, now):
    guest = joining.join(evening, name="Kees", consents=["c1"], now=now)
    arrivals.put_out(guest, now=now)
    assert joining.guest_with(guest.id) is None
    assert at_the_table(evening) == []
    assert "Kees" not in [person.name for person in circle.people_of(family.circle)]


def test_what_a_newcomer_said_is_not_thrown_away_with_them(family, evening, now):
    guest = joining.join(evening, name="Kees", consents=["c1"], now=now)
    meeting.Answer.create(
        circle=family.circle, meeting=evening, question="1.3", kind="strength", person=guest.person, said_at=now
    )
    arrivals.put_out(guest, now=now)
    assert "Kees" in [person.name for person in circle.people_of(family.circle)]


def test_putting_out_a_phone_puts_nobody_out_who_was_on_the_map(family, evening, now):
    guest = joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    other = joining.let_in(joining.join(evening, chosen=family.wendy.id, now=now), now=now)
    arrivals.put_out(guest, now=now)
    assert [joining.guest_with(each.id) for each in (guest, other)] == [None, None]
    assert at_the_table(evening) == ["Wendy"]


def test_a_phone_of_another_circle_is_a_stranger(family, evening, now):
    guest = joining.join(evening, name="Kees", now=now)
    other = cast.strangers(now, family.team).circle
    with pytest.raises(Stranger):
        arrivals.guest_in(other, guest.id)
    assert joining.waiting(other, now=now) == []


def test_after_the_evening_no_phone_is_a_guest_and_nothing_typed_stays(evening, now):
    evening.private_since = now
    evening.save()
    guest = joining.join(evening, name="Kees", relation="collega", now=now)
    meeting.end(fresh(evening), now=now)
    assert joining.guest_with(guest.id) is None
    with pytest.raises(refusals.Refusal):
        joining.let_in(guest, now=now)
    assert (Guest.get_by_id(guest.id).name, Guest.get_by_id(guest.id).relation) == ("", "")


def test_a_locked_phone_still_waits_and_one_that_never_came_back_does_not(family, evening, now):
    guest = joining.join(evening, chosen=family.wendy.id, now=now)
    presence.still_here(family.circle, now=later(now, minutes=1))
    assert joining.waiting(family.circle, now=later(now, minutes=4)) == [guest]
    assert joining.waiting(family.circle, now=later(now, minutes=6)) == []
    presence.still_here(family.circle, joining.guest_with(guest.id), now=later(now, minutes=7))
    assert joining.waiting(family.circle, now=later(now, minutes=8)) == [guest]
