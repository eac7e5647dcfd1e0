"""A phone that asks again and shows this question already gets only what follows the table, from the same templates."""

import pytest

from netwerkberaad.domain.evening import meeting, numbers
from netwerkberaad.domain.evening.on_phones import ANSWERED
from netwerkberaad.domain.evening.questions import QUESTIONS
from tests.web.phones_inside import phone_inside, we_are_at

__all__ = ["phone_inside", "we_are_at"]
TALKED_ABOUT = [code for code in QUESTIONS if QUESTIONS[code].step < 5]


def parts_of(page):
    """{id: its HTML} of what follows the table, but for what is new in every form."""
    for hidden in page.select("input[type=hidden][name=csrf_token], input[type=hidden][name=once]"):
        hidden.decompose()
    return {part["id"]: str(part) for part in page.select("[data-live][id]")}


def asks_again(phone, place):
    answer = phone.client.get("/avond", headers={"Live-Place": place})
    phone.response = answer
    return phone._page(200)


@pytest.mark.parametrize("code", TALKED_ABOUT)
def test_the_parts_are_those_of_the_page(phone_inside, family, we_are_at, code, now):
    wendy = phone_inside(family.wendy)
    we_are_at(code)
    if code == "3.3":
        for number, person in enumerate((family.wendy, family.karim, family.lotte, family.noor)):
            numbers.rate(family.circle, number, person=person, now=now)
    page = wendy.get("/avond")
    parts = asks_again(wendy, page.select_one("#live")["data-place"])
    assert parts_of(parts) == parts_of(page)
    assert dict(parts.select_one("#live").attrs) == dict(page.select_one("#live").attrs)
    assert parts.h1 is None
    assert ("mine" in parts_of(parts)) == (code in ANSWERED and QUESTIONS[code].tag != "K")


def test_somewhere_else_the_page_comes_whole(phone_inside, family, we_are_at):
    wendy = phone_inside(family.wendy)
    we_are_at("1.3")
    place = wendy.get("/avond").select_one("#live")["data-place"]
    we_are_at("3.1")
    page = asks_again(wendy, place)
    assert page.h1.get_text(strip=True) == "Wat gaat er goed?"
    assert page.select_one("form[data-sure]")


def test_in_a_pause_the_page_comes_whole(phone_inside, family, we_are_at, now):
    wendy = phone_inside(family.wendy)
    we_are_at("1.3")
    place = wendy.get("/avond").select_one("#live")["data-place"]
    meeting.pause(family.meeting, now=now)
    assert asks_again(wendy, place).h1.get_text(strip=True) == "Even pauze."


@pytest.mark.parametrize("code", ["5.1", "6.1", "6.9"])
def test_what_is_promised_stands_in_forms_and_comes_whole(phone_inside, family, we_are_at, code):
    wendy = phone_inside(family.wendy)
    we_are_at(code)
    place = wendy.get("/avond").select_one("#live")["data-place"]
    assert asks_again(wendy, place).h1 is not None


def test_a_part_that_was_only_looked_at_opens_no_session(phone_inside, family, we_are_at):
    wendy = phone_inside(family.wendy)
    we_are_at("3.3")
    place = wendy.get("/avond").select_one("#live")["data-place"]
    asks_again(wendy, place)
    assert "Set-Cookie" not in wendy.response.headers
