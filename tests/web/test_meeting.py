"""Moving through the meeting: what holds back the next step, drafts, pausing, and who is there."""

# ruff: noqa: F811 — a fixture of meeting_cast and the argument that asks for it share their name
import pytest

from netwerkberaad.domain.evening import answers, meeting, moving, offering, questions
from tests.conftest import signed_in
from tests.web.meeting_cast import ask, at, go  # noqa: F401


def here_is(browser, code):
    return browser.response.request.path.endswith(f"/vraag/{code}")


@pytest.fixture
def settled(family, now):
    """Step 1 can be left."""
    answers.rather_not_write(family.circle, now=now)
    answers.say(family.circle, "1.5", "Rust", now=now)


def test_step_1_holds_until_somebody_a_wish_and_the_story_are_there(go, marije, at, family, now):
    for person in family.people:
        meeting.not_there(family.meeting, person, now=now)
    for way in ("next", "skip"):
        page = go("1.6", way)
        assert [link["href"] for link in page.select(".notice a")] == [
            at(f"vraag/{code}") for code in ("1.1", "1.4", "1.5")
        ]
    meeting.attend(family.meeting, family.wendy, now=now)
    answers.rather_not_write(family.circle, now=now)
    page = go("1.6", "next", words="Pannenkoeken")
    assert marije.response.request.path == at("onze-kring/2.1")


def test_what_holds_back_never_holds_back_skipping_back_or_stopping(go, marije):
    go("1.3", "skip")
    assert here_is(marije, "1.4")
    go("1.3", "back")
    assert here_is(marije, "1.2")
    assert go("1.6", "later").h1.text == "Tot de volgende keer"


def test_step_3_holds_on_a_worry_without_a_strength(ask, go, marije, family, now):
    strength = answers.say(family.circle, "3.1", "Ze lachen", now=now)
    ask("3.2", words="Te laat")
    answers.take_back(strength, now=now)
    page = go("3.7", "next")
    assert "nog niets wat goed gaat" in page.select_one(".notice").text
    ask("3.1", words="Ze lachen")
    go("3.7", "next")
    assert here_is(marije, "4.1")


def test_step_4_holds_until_everybody_at_the_table_was_heard(ask, go, marije, at, family):
    for person in family.people:
        if person not in (family.noor, family.wendy):
            ask("4.3", person=str(person.id), rest="ja")
    assert "Wendy zei nog niets." in go("4.9", "next").select_one(".notice").text
    ask("4.3", person=str(family.wendy.id), words="Bellen")
    go("4.9", "next")
    assert marije.response.request.path == at("week")


def test_verder_keeps_what_was_typed_and_sla_over_lets_it_wait(go, marije, at, family):
    go("1.3", "next", words="Ze lachen")
    assert here_is(marije, "1.4")
    assert [answer.words for answer in answers.answers_of(family.circle, "strength")] == ["Ze lachen"]
    go("1.3", "skip", words="Nog een")
    assert len(answers.answers_of(family.circle, "strength")) == 1
    assert marije.get(at("vraag/1.3")).select_one("#words")["value"] == "Nog een"


def test_verder_with_too_much_text_stays_and_keeps_it(marije, at, go):
    page = marije.post(at("verder?from=1.3"), {"words": "x" * 10_000, "go": "next"}, 422)
    assert "Dit is te lang: 10000 tekens" in page.text
    assert page.select_one("#words")["value"] == "x" * 10_000


def test_a_draft_comes_back_on_another_machine_and_goes_once_it_is_said(marije, at, browse, family, ask):
    marije.post(at("getypt"), {"place": "1.3", "words": "Ze lach"}, 204)
    elsewhere = signed_in(browse(), family.facilitator)
    page = elsewhere.get(at("vraag/1.3"))
    assert page.select_one("#words")["value"] == "Ze lach"
    elsewhere.submit(page, "/vraag/1.3", words="Ze lachen")
    assert marije.get(at("vraag/1.3")).select_one("#words").get("value", "") == ""


def test_a_draft_for_no_question_is_refused(marije, at):
    marije.post(at("getypt"), {"place": "elders", "words": "x"}, 404)


def test_a_pause_brings_everybody_back_to_the_same_question_days_later(go, marije, at, browse, family):
    go("3.3", "later")
    page = marije.get(at("bijeenkomst"))
    assert page.h1.text == "Welkom terug"
    assert "We gaan verder waar we waren" in page.text
    assert marije.get(at("vraag/1.1"), 303)
    elsewhere = signed_in(browse(), family.facilitator)
    elsewhere.submit(elsewhere.get(at("bijeenkomst")), "/bijeenkomst")
    assert here_is(elsewhere, "3.3")


def test_the_meeting_begins_with_one_button_and_ends_with_one(marije, at, family):
    family.meeting.delete_instance(recursive=True)
    page = marije.get(at("bijeenkomst"))
    marije.submit(page, "/bijeenkomst")
    assert here_is(marije, "1.1")
    page = marije.post(at("verder?from=1.1"), {"go": "later"})
    assert marije.submit(page, "/bijeenkomst/einde").h1.text == "De bijeenkomst is klaar"
    marije.get(at("vraag/1.1"), 403)


@pytest.mark.parametrize(("code", "way"), [("8.1", "next"), ("1.1", "up"), ("", ""), ("5.7", "next")])
def test_nobody_moves_to_a_place_that_is_not_there(marije, at, code, way):
    marije.post(at(f"verder?from={code}"), {"go": way}, 404)


def test_the_rail_knows_where_we_are(go, marije, at, settled):
    page = go("1.6", "next")
    assert [step["class"][1].split("--")[1] for step in page.select(".rail__step")] == [
        "done",
        "current",
        *["todo"] * 4,
    ]
    links = [link["href"] for link in page.select(".rail a")]
    assert links == [at("vraag/1.1"), at("onze-kring/2.1")]


def test_somebody_calls_in_goes_home_and_is_marked_by_mistake(marije, at, family):
    page = marije.get(at("aanwezig"))
    wendy = str(family.wendy.id)
    page = marije.submit(page, "/aanwezig", phone=wendy)
    assert meeting.attendance_of(family.meeting)[family.wendy.id].how == "phone"
    page = marije.submit(page, "/aanwezig", left=wendy)
    assert "ging al naar huis" in page.select_one(f"#tegel-{wendy}").text
    assert family.wendy not in meeting.at_the_table(family.meeting)
    page = marije.submit(marije.submit(page, "/aanwezig", room=wendy), "/aanwezig", nobody=wendy)
    assert family.wendy.id not in meeting.attendance_of(family.meeting)


def test_a_stranger_is_never_at_this_table(marije, at, strangers):
    marije.post(at("aanwezig"), {"room": str(strangers.wendy.id)}, 404)
    page = marije.post(at("vraag/1.3"), {"words": "Iets", "person": str(strangers.wendy.id)}, 422)
    assert "hoort niet bij deze kring" in page.text


def test_verder_leads_from_the_first_question_to_the_last(marije, at, settled, family, now):
    """Whatever room asks it, every page has the same bar, and no step is missed."""
    for person in family.people:
        offering.not_now(family.circle, person=person, now=now)
    page = marije.get(at("vraag/1.1"))
    for code in [code for code in questions.FLOW[:-1] if code != "3.6"]:
        button = page.select_one("button[name=go][value=next]")
        assert button["formaction"] == at(f"verder?from={code}")
        form = page.select_one(f"form#{button['form']}")
        typed = {control["name"]: control.get("value", "") for control in form.select("input[type=hidden]")}
        marije.post(button["formaction"], {**typed, "go": "next"}, follow=False)
        assert meeting.present_meeting(family.circle).question == moving.beside(family.circle, code, +1)
        page = marije.get(marije.response.location)
