"""Joining with one's own phone: a newcomer is in at once, and a name on the map is asked about."""

import datetime as dt

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.discovering import merging
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import joining
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


def test_a_newcomer_is_in_at_once(evening, now):
    guest = joining.join(evening, name="fatima", relation="buurvrouw", consents=["c1", "c5"], now=now)
    assert (guest.person.name, guest.person.relation, guest.person.group) == ("Fatima", "buurvrouw", "B")
    assert guest.person.status == "named"
    assert at_the_table(evening) == ["Fatima"]
    assert consent.given_by(guest.person) == {"c1", "c5"}


def test_of_what_was_typed_nothing_stays_with_the_phone(evening, now):
    guest = joining.join(evening, name="Fatima", relation="buurvrouw", consents=["c5"], now=now)
    assert (guest.name, guest.relation, guest.consents) == ("", "", "")


def test_a_newcomer_who_does_not_want_to_be_on_the_map_is_at_the_table_and_not_on_it(family, evening, now):
    guest = joining.join(evening, name="Fatima", now=now)
    assert guest.person.status == "guest"
    assert at_the_table(evening) == ["Fatima"]
    assert "Fatima" not in [person.name for person in circle.people_on_the_wall(family.circle)]
    assert "Fatima" not in [person.name for person in joining.names_to_choose(family.meeting)]
    assert "Fatima" in [person.name for person in circle.people_of(family.circle)]


def test_saying_yes_to_the_map_later_puts_them_on_it(family, evening, now):
    guest = joining.join(evening, name="Fatima", now=now)
    consent.choose(guest.person, {"c1"}, how="own", now=now)
    assert "Fatima" in [person.name for person in circle.people_on_the_wall(family.circle)]


def test_who_is_there_for_their_work_stands_with_the_professionals(evening, now):
    guest = joining.join(evening, name="Ilse", relation="juf van Noor", works=True, now=now)
    assert (guest.person.part, guest.person.ring, guest.person.group) == ("professional", 4, "Z")
    assert guest.person.is_professional


@pytest.mark.parametrize("name", ["", "   ", None, "!!!", "123", "\u202e", "<>"], ids=repr)
def test_a_newcomer_needs_a_name(evening, now, name):
    with pytest.raises(refusals.WhatIsYourName):
        joining.join(evening, name=name, now=now)
    assert not Guest.select().exists()


def test_a_name_is_at_most_sixty_characters(evening, now):
    joining.join(evening, name="x" * 60, now=now)
    with pytest.raises(refusals.NameTooLong):
        joining.join(evening, name="y" * 61, now=now)


def test_a_name_is_tidied_like_every_name(evening, now):
    assert joining.join(evening, name=" \u202e anne-marie\n\t ", now=now).person.name == "Anne-Marie"


def test_a_child_may_choose_its_own_name(family, evening, now):
    assert joining.join(evening, chosen=family.noor.id, now=now).chosen == family.noor


@pytest.mark.parametrize("number", ["0", "-1", "999999", "x", "1 OR 1=1", "1" * 40], ids=repr)
def test_only_a_name_of_this_circle_can_be_chosen(evening, now, number):
    with pytest.raises(refusals.NotOnTheList):
        joining.join(evening, chosen=number, now=now)


def test_a_name_of_another_family_cannot_be_chosen(family, evening, now):
    with pytest.raises(refusals.NotOnTheList):
        joining.join(evening, chosen=str(cast.strangers(now, family.team).wendy.id), now=now)


def test_who_was_only_suggested_is_not_to_be_chosen(family, evening, now):
    piet = circle.draw_person(family.circle, "Piet", status="suggested")
    assert piet not in joining.names_to_choose(family.meeting)
    with pytest.raises(refusals.NotOnTheList):
        joining.join(evening, chosen=str(piet.id), now=now)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Riet", ["Oma Riet"]),
        ("riet", ["Oma Riet"]),
        ("oma riet", ["Oma Riet"]),
        ("Riet de Vries", ["Oma Riet"]),
        ("buurvrouw Hanneke", ["Hanneke"]),
        ("Wéndy", ["Wendy"]),
        ("Oma Truus", []),
        ("Oma", []),
        ("Wendela", []),
        ("van de Berg", []),
    ],
)
def test_a_typed_name_that_is_on_the_map_is_asked_about(evening, typed, asked):
    assert [person.name for person in joining.namesakes(evening, typed)] == asked


def test_a_typed_name_lets_nobody_in_as_that_person(family, evening, now):
    with pytest.raises(refusals.IsThisYou):
        joining.join(evening, name="Riet", now=now)
    another = joining.join(evening, name="Riet", apart="ja", now=now)
    assert another.person != family.oma_riet
    assert another.person.told_apart


def test_a_guest_who_comes_back_without_a_pass_is_asked_about_too(evening, now):
    first = joining.join(evening, name="Fatima", now=now).person
    with pytest.raises(refusals.IsThisYou):
        joining.join(evening, name="fatima", now=now)
    back = joining.join(evening, chosen=str(first.id), now=now)
    assert joining.let_in(back, now=now).person == first


def test_the_same_form_sent_twice_is_one_phone(evening, now):
    guest = joining.join(evening, name="Fatima", ticket="once", now=now)
    assert joining.joined_with(evening, "once") == guest
    assert joining.joined_with(evening, "other") is None
    assert joining.joined_with(evening, "") is None
    assert "once" not in str(guest.__data__)


def test_very_many_phones_at_once_are_asked_to_wait_and_later_they_may(evening, now):
    Guest.insert_many(
        [{"meeting": evening, "joined_at": now, "seen_at": now} for _ in range(joining.AT_ONCE)]
    ).execute()
    with pytest.raises(refusals.ManyAtOnce):
        joining.join(evening, name="Fatima", now=now)
    assert joining.join(evening, name="Fatima", now=later(now, minutes=11))


def test_sixty_phones_in_one_hall_all_come_in(evening, now):
    with database.one_go():
        for number in range(60):
            joining.join(evening, name=f"Gast{number}", now=now)
    assert len(at_the_table(evening)) == 60


def test_somebody_else_s_evening_does_not_count(family, evening, now):
    theirs = cast.strangers(now, family.team).meeting
    Guest.insert_many([{"meeting": theirs, "joined_at": now, "seen_at": now} for _ in range(joining.AT_ONCE)]).execute()
    assert joining.join(evening, name="Fatima", now=now)


def test_a_member_with_a_link_comes_in_as_themselves(family, evening, now):
    guest = joining.join_as(family.wendy, evening, now=now)
    assert guest.person == family.wendy
    assert at_the_table(evening) == ["Wendy"]


def test_a_member_joins_only_a_meeting_that_is_going_on(family, evening, now):
    meeting.pause(evening, now=now)
    for no_meeting in (None, fresh(evening)):
        with pytest.raises(refusals.NotYoursToArrange):
            joining.join_as(family.wendy, no_meeting, now=now)


def test_when_two_rows_turn_out_to_be_one_person_the_phone_goes_along(family, evening, now):
    guest = joining.join(evening, name="Riet", apart=True, now=now)
    merging.merge(family.oma_riet, guest.person, now=now)
    assert joining.guest_with(guest.id).person == family.oma_riet


@pytest.mark.parametrize("number", [None, 0, "", 999])
def test_no_number_is_no_guest(evening, number):
    assert joining.guest_with(number) is None


def test_a_guest_is_found_with_one_question_to_the_database(evening, now, monkeypatch):
    guest = joining.join(evening, name="Fatima", now=now)
    asked, execute = [], database.db.obj.execute_sql
    monkeypatch.setattr(
        database.db.obj, "execute_sql", lambda sql, *more, **named: asked.append(sql) or execute(sql, *more, **named)
    )
    found = joining.guest_with(guest.id)
    assert (found.person.name, found.meeting.circle.title, found.meeting.state) == (
        "Fatima",
        "Avond voor Noor en Sem",
        "going_on",
    )
    assert len(asked) == 1
