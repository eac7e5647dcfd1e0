"""Whom the family names while it talks alone: the desk and the page where one joins tell nobody's name (R2)."""

# ruff: noqa: F811 — fixtures of another file and the arguments that ask for them share their names
import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.questions import QUESTIONS
from netwerkberaad.domain.taking_part import private_time
from tests.web.phones_inside import phone_inside, we_are_at  # noqa: F401
from tests.web.test_private_time import CALM, NAMED, alone, open_ones, planted, wendy  # noqa: F401


def test_of_the_family_the_desk_keeps_only_what_we_share(app, family, marije, alone):
    assert open_ones(app, family, marije, "family.") == {"shared GET"}
    assert open_ones(app, family, marije, "preparation.") == set()
    page = marije.get(f"/kringen/{family.circle.id}/mensen", 403)
    assert page.h1.text == CALM
    assert [a["href"] for a in page.select("main a")] == [f"/kring/{family.circle.id}/besloten"]
    page = marije.get(f"/kringen/{family.circle.id}")
    assert CALM in page.text
    assert "Wendy" not in page.text


def test_what_was_typed_while_preparing_is_not_read_back_when_the_door_shuts(family, marije, alone):
    address = f"/kringen/{family.circle.id}/voorbereiden/{family.lotte.id}/0.1"
    assert "De scheiding" not in marije.post(address, {"topic": "De scheiding"}, 403).text


def test_the_page_where_one_joins_names_nobody_and_a_latecomer_types_their_name(browse, family, planted, we_are_at):
    address = f"/meedoen/{family.meeting.code}"
    latecomer = browse()
    page = latecomer.get(address)
    assert not page.select("[name=chosen]")
    assert NAMED not in page.text
    page = latecomer.submit(page, address, name="Tjeerd")
    assert page.h1.text == "Even wachten."
    assert "Iemand aan tafel tikt je zo aan." in page.text


@pytest.mark.parametrize("guessed", [NAMED, "Niemand Zo"])
def test_a_guessed_name_is_not_told_from_any_other(browse, family, planted, guessed):
    page = browse().post(f"/meedoen/{family.meeting.code}", {"name": guessed})
    assert page.h1.text == "Even wachten."
    assert guessed not in page.text


def test_a_guessed_number_tells_no_name(browse, family, planted):
    named = circle.people_of(family.circle)[-1]
    page = browse().post(f"/meedoen/{family.meeting.code}", {"chosen": str(named.id)})
    assert NAMED not in page.text


def test_afterwards_the_desk_sees_the_names_again(family, marije, planted, now):
    private_time.end(meeting.present_meeting(family.circle), now=now)
    assert NAMED in marije.get(f"/kringen/{family.circle.id}").text


def test_the_desk_does_not_follow_what_the_family_talks_about(family, marije, alone):
    for page in (marije.get("/kringen"), marije.get(f"/kringen/{family.circle.id}")):
        assert "Het gezin praat even samen." in page.text
        assert QUESTIONS["4.1"].sentence not in page.text
