"""Who answers what on their own phone: everybody for themselves, professionals little, and in private time nothing."""

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import answers, meeting, offers
from netwerkberaad.domain.evening.meeting import Answer, Meeting
from tests.web.phones_inside import phone_inside, we_are_at
from tests.web.test_answering import mine, says

__all__ = ["phone_inside", "says", "we_are_at"]


@pytest.fixture
def ilse(family, now):
    """Somebody who is there for her work."""
    came = circle.draw_person(family.circle, "Ilse", ring=4)
    meeting.attend(family.meeting, came, now=now)
    return came


def private_time(family, now):
    Meeting.update(private_since=now).where(Meeting.id == family.meeting.id).execute()


@pytest.mark.parametrize("code", ["1.1", "2.1", "2.8", "4.1", "5.1", "6.9", "7.1", "iets"])
def test_what_is_said_aloud_has_no_answer_here(phone_inside, family, code):
    phone_inside(family.wendy).post(f"/avond/antwoord/{code}", {"words": "Ja."}, status=404)


@pytest.mark.parametrize("code", ["1.3", "1.6", "2.10", "3.1", "3.7", "4.4", "4.6", "4.7", "4.8"])
def test_a_professional_answers_facts_a_number_and_their_own_help_only(says, phone_inside, family, ilse, now, code):
    visitor = phone_inside(ilse)
    page = visitor.post(f"/avond/antwoord/{code}", {"words": "Ik vind…", "number": "3", "name": "Jan"}, status=403)
    assert "Deze vraag kun jij nu niet beantwoorden." in page.text
    assert not Answer.select().count()


def test_a_professional_adds_what_they_see_a_number_and_help(says, family, ilse, now):
    answers.say(family.circle, "3.1", "Noor lacht.", person=family.karim, now=now)
    assert mine(says(ilse, "3.2", words="Sem was drie dagen niet op school.")) == ["Sem was drie dagen niet op school."]
    assert says(ilse, "3.3", number="5").select_one("#my-number")
    assert mine(says(ilse, "4.3", words="Meegaan naar school")) == ["Meegaan naar school"]


def test_in_private_time_a_professional_says_nothing_also_by_direct_address(says, phone_inside, family, ilse, now):
    page = says(ilse, "4.3", words="Meegaan naar school")
    change, own = page.select_one("#mine a")["href"], page.select_one("#mine button")["value"]
    private_time(family, now)
    visitor = phone_inside(ilse)
    for code in ("3.2", "3.3", "4.3"):
        page = visitor.post(f"/avond/antwoord/{code}", {"words": "Ik wil nog iets zeggen.", "number": "4"}, status=403)
        assert ("Ik wil nog iets zeggen." in page.text) == (code != "3.3")
    visitor.get(change, status=403)
    visitor.post(change, {"words": "Toch niet"}, status=403)
    visitor.post("/avond/gezegd/weg", {"own": own}, status=403)
    assert [offer.what for offer in offers.offers_of(family.circle)] == ["Meegaan naar school"]
    assert not Answer.select().count()
    assert mine(says(family.wendy, "4.3", words="Koken")) == ["Koken"]


def test_after_the_evening_a_phone_answers_nothing_and_shows_what_was_typed(phone_inside, family, now):
    wendy = phone_inside(family.wendy)
    token = wendy.csrf()
    meeting.end(Meeting.get_by_id(family.meeting.id), now=now)
    page = wendy.post("/avond/antwoord/3.1", {"words": "Noor lacht.", "csrf_token": token}, status=401, fresh=False)
    assert "Noor lacht." in page.text
    assert not Answer.select().count()
