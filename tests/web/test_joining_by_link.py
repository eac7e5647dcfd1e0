"""«Doe mee» on a member's own page: to the table as themselves, without a code."""

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part.joining import Guest


@pytest.fixture
def evening(family):
    meeting.Attendance.delete().execute()
    return family.meeting


def at_the_table(evening):
    return [person.name for person in meeting.at_the_table(evening)]


def test_a_member_s_own_page_says_that_the_meeting_is_going_on(phone, our_plan, family, evening):
    wendy = phone(family.wendy)
    page = wendy.get("/mijn")
    assert "De bijeenkomst is bezig" in page.text
    page = wendy.submit(page, "/mijn/meedoen")
    assert wendy.response.request.path == "/avond"
    assert "Wendy" in page.text
    assert at_the_table(evening) == ["Wendy"]


def test_a_double_tap_on_doe_mee_is_one_phone(phone, our_plan, family, evening):
    wendy = phone(family.wendy)
    page = wendy.get("/mijn")
    for _ in range(2):
        wendy.submit(page, "/mijn/meedoen")
    assert Guest.select().count() == 1


def test_in_private_time_a_member_with_a_link_waits_too(phone, our_plan, family, evening, now):
    meeting.Meeting.update(private_since=now).execute()
    wendy = phone(family.wendy)
    assert "Even wachten." in wendy.submit(wendy.get("/mijn"), "/mijn/meedoen").text
    assert at_the_table(evening) == []


def test_when_no_meeting_is_going_on_there_is_nothing_to_join(phone, our_plan, family, evening, now):
    wendy = phone(family.wendy)
    page = wendy.get("/mijn")
    meeting.end(meeting.Meeting.get_by_id(evening.id), now=now)
    assert "Dit mag alleen als de bijeenkomst bezig is." in wendy.submit(page, "/mijn/meedoen", 422).text
    assert "De bijeenkomst is bezig" not in wendy.get("/mijn").text
    assert not Guest.select().exists()


def test_who_sees_only_their_own_shifts_is_not_asked_to_the_table(phone, our_plan, family, evening):
    circle.change_person(family.wendy, visibility="own_tasks_only")
    wendy = phone(family.wendy)
    assert "De bijeenkomst is bezig" not in wendy.get("/mijn").text
    wendy.post("/mijn/meedoen", {}, 422)
    assert at_the_table(evening) == []
