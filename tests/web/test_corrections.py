"""Correcting what was said: other words, undone, parked and taken up, and never somebody else's."""

# ruff: noqa: F811 — a fixture of meeting_cast and the argument that asks for it share their name
import pytest

from netwerkberaad.domain import undo
from netwerkberaad.domain.evening import answers
from tests.web.meeting_cast import ask, at, said_on  # noqa: F401


def here_is(browser, code):
    return browser.response.request.path.endswith(f"/vraag/{code}")


def test_a_worry_said_too_early_comes_back_at_3_2(ask, marije, at, family):
    page = marije.get(at("vraag/1.3"))
    data = {"words": "Oma drinkt", "once": "a"}
    marije.post(at("later-bewaard?from=1.3"), data)
    assert "Oma drinkt" not in marije.get(at("vraag/3.1")).select_one(".thirds").text
    page = marije.get(at("vraag/3.2"))
    page = marije.submit(page, "/opgepakt")
    assert "Noem eerst iets wat goed gaat" in page.text
    ask("3.1", words="Ze lachen")
    page = marije.submit(marije.get(at("vraag/3.2")), "/opgepakt")
    assert "Oma drinkt" in page.select(".thirds section")[1].text


def test_a_worry_at_3_2_before_the_first_strength_waits_on_the_same_page(ask, marije):
    page = ask("3.2", words="Te laat op school")
    assert page.select_one("#bewaard-1 .said__words").text == "Te laat op school"
    marije.submit(page, "/losgelaten")
    assert not marije.get(marije.response.request.path).select("#bewaard-1")


def test_an_answer_is_corrected_and_a_second_correction_sees_both(ask, marije, at, family):
    ask("1.3", words="Ze lachen")
    (said,) = answers.answers_of(family.circle, "strength")
    page = marije.get(at(f"antwoorden/{said.id}"))
    marije.submit(page, f"/antwoorden/{said.id}", words="Ze lachen veel")
    late = marije.submit(page, f"/antwoorden/{said.id}", 409, words="Ze lachen soms")
    assert late.select_one(".words").text == "Ze lachen veel"
    assert late.select_one("textarea").text.strip() == "Ze lachen soms"
    marije.submit(late, f"/antwoorden/{said.id}")
    assert answers.answers_of(family.circle, "strength")[0].words == "Ze lachen soms"


def test_a_second_story_sees_the_first(ask, marije, at):
    page = marije.get(at("vraag/1.4"))
    marije.submit(page, "/vraag/1.4", words="Lotte is op.")
    late = marije.submit(page, "/vraag/1.4", 409, words="Lotte is moe.")
    assert "Lotte is op." in late.select_one(".stage__companion").text
    assert late.select_one("textarea").text.strip() == "Lotte is moe."
    marije.submit(late, "/vraag/1.4")
    assert "Lotte is moe." in marije.get(at("vraag/1.4")).select_one(".stage__companion").text


def test_what_was_just_done_can_be_undone_from_the_page(ask, marije, family):
    page = ask("1.5", words="Weer een avond rust.")
    page = marije.submit(page, "/terugdraaien")
    assert here_is(marije, "1.5")
    assert said_on(page) == []
    assert undo.last_deed(family.circle, "gesprek") is None


def test_undoing_twice_is_told_and_a_deed_of_others_is_out_of_reach(ask, marije, at, family, strangers, now):
    page = ask("1.5", words="Rust")
    marije.submit(page, "/terugdraaien")
    fresh = {"deed": page.select_one("[name=deed]")["value"], "back": at("vraag/1.5")}
    assert "Er is niets om terug te draaien." in marije.post(at("terugdraaien"), fresh).text
    theirs = answers.say(strangers.circle, "1.5", "Hun wens", now=now)
    deed = undo.last_deed(strangers.circle, "gesprek")
    marije.post(at("terugdraaien"), {"deed": str(deed.id), "back": "https://elders.example/"}, follow=False)
    assert marije.response.location == at("bijeenkomst")
    assert [wish.id for wish in answers.answers_of(strangers.circle, "wish")] == [theirs.id]


@pytest.mark.parametrize(
    "back", ["https://elders.example/", "/kring/1/../../collegas", "/kring/1/week\nSet-Cookie: x=1"]
)
def test_taking_back_leads_nowhere_else(marije, at, back):
    marije.post(at("terugdraaien"), {"deed": "1", "back": back}, follow=False)
    assert marije.response.location == at("bijeenkomst")


def test_answers_of_another_family_are_no_pages(marije, at, strangers, now):
    theirs = answers.say(strangers.circle, "1.5", "Hun wens", now=now)
    marije.get(at(f"antwoorden/{theirs.id}"), 404)
    marije.post(at(f"antwoorden/{theirs.id}/weg"), {}, 404)


def test_disagreement_is_kept_beside_the_worry(ask, marije, at, family):
    ask("3.1", words="Ze lachen")
    ask("3.2", words="Te laat op school")
    worry = answers.answers_of(family.circle, "concern")[0]
    page = marije.submit(marije.get(at(f"antwoorden/{worry.id}")), "/anders-gezien")
    assert "Niet iedereen ziet dit zo." in page.text
