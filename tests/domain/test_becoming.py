"""Becoming a member: a name for the map and a way to be reached, or a guest for one evening; both are fine."""

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.taking_part.becoming import become_member, write_down
from tests import cast


@pytest.fixture
def dennis(db, now):
    """A newcomer at the table who has not said that their name may stand on the map."""
    family = cast.family(now)
    return circle.draw_person(family.circle, "Dennis", ring=3, group="K", status="guest")


def becomes(person, now, *, phone="", email="", no_phone=False, consents=("c1",)):
    become_member(person, phone=phone, email=email, no_phone=no_phone, consents=consents, now=now)
    return Person.get_by_id(person.id)


@pytest.mark.parametrize(
    ("way", "notify"),
    [({"phone": "06 1234 5678"}, "normal"), ({"email": "d@example.org"}, "normal"), ({"no_phone": True}, "none")],
    ids=["a number", "a mail address", "no phone"],
)
def test_a_name_for_the_map_and_a_way_to_reach_them_make_a_member(dennis, now, way, notify):
    member = becomes(dennis, now, **way)
    assert (member.status, member.notify) == ("member", notify)
    assert consent.given_by(member) == {"c1"}


@pytest.mark.parametrize(
    ("given", "refused"),
    [
        ({"phone": "06 1234 5678", "consents": ("c2", "c5")}, refusals.NameStaysOffTheMap),
        ({}, refusals.NoWayToReachYou),
        ({"phone": "06 1234 5678", "no_phone": True}, refusals.PhoneOrNoPhone),
        ({"phone": "belmij"}, refusals.NoPhoneNumber),
    ],
    ids=["no c1", "no way", "both", "no number"],
)
def test_without_one_of_the_two_they_stay_a_guest(dennis, now, given, refused):
    with pytest.raises(refused):
        becomes(dennis, now, **given)
    assert Person.get_by_id(dennis.id).status == "guest"


def test_whoever_was_asked_apart_for_discreet_messages_keeps_those(dennis, now):
    Person.update(notify="discreet").where(Person.id == dennis.id).execute()
    assert becomes(Person.get_by_id(dennis.id), now, phone="06 1234 5678").notify == "discreet"


def test_whoever_had_no_phone_and_has_one_now_gets_messages_that_tell_nothing(dennis, now):
    becomes(dennis, now, no_phone=True)
    assert becomes(Person.get_by_id(dennis.id), now, phone="06 1234 5678").notify == "discreet"


def test_a_member_may_take_any_consent_back(dennis, now):
    becomes(dennis, now, phone="06 1234 5678", consents=("c1", "c3"))
    member = becomes(Person.get_by_id(dennis.id), now, phone="06 1234 5678", consents=())
    assert (member.status, consent.given_by(member)) == ("member", set())


def test_whom_the_family_has_not_said_yes_to_yet_keeps_waiting_for_that(dennis, now):
    Person.update(status="suggested").where(Person.id == dennis.id).execute()
    assert becomes(Person.get_by_id(dennis.id), now, no_phone=True).status == "suggested"


def test_a_member_gets_a_place_on_the_map(dennis, now):
    Person.update(x=None, y=None).where(Person.id == dennis.id).execute()
    assert becomes(Person.get_by_id(dennis.id), now, no_phone=True).place is not None


def spoken(person, now, *, phone=None, email=None, consents=("c1",)):
    write_down(person, phone=phone, email=email, consents=consents, now=now)
    return Person.get_by_id(person.id)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"phone": "06 1234 5678"}, "member"),
        ({"email": "d@example.org"}, "member"),
        ({}, "named"),
        ({"phone": "06 1234 5678", "consents": ("c2",)}, "guest"),
    ],
    ids=["a number", "a mail address", "no way yet", "no c1"],
)
def test_what_is_said_aloud_makes_a_member_when_both_are_there(dennis, now, said, status):
    written = spoken(dennis, now, **said)
    assert (written.status, written.notify, written.phone) == (status, "normal", said.get("phone", ""))
    assert {given.how for given in consent.Consent.select()} == {"spoken"}


def test_who_is_reached_on_paper_becomes_a_member_with_c1_alone(dennis, now):
    Person.update(notify="none").where(Person.id == dennis.id).execute()
    assert (spoken(dennis, now).status, Person.get_by_id(dennis.id).notify) == ("member", "none")


def test_a_number_that_was_given_before_counts(dennis, now):
    spoken(dennis, now, phone="06 1234 5678", consents=())
    assert spoken(Person.get_by_id(dennis.id), now).status == "member"


def test_whoever_waits_for_the_family_waits_aloud_too(dennis, now):
    Person.update(status="suggested").where(Person.id == dennis.id).execute()
    assert spoken(Person.get_by_id(dennis.id), now, phone="06 1234 5678").status == "suggested"


def test_who_is_there_for_their_work_becomes_no_member(dennis, now):
    Person.update(part="professional").where(Person.id == dennis.id).execute()
    assert spoken(Person.get_by_id(dennis.id), now, phone="06 1234 5678").status == "named"
