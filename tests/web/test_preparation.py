"""Preparing with each person apart: what is asked, what is kept, and what never shows."""

import pytest

from netwerkberaad.domain import circle
from netwerkberaad.domain.before import preparation


def words(tag):
    return " ".join(tag.text.split())


@pytest.fixture
def room(family):
    return f"/kringen/{family.circle.id}/voorbereiden"


def ask(marije, room, person, code, status=303, **typed):
    path = f"{room}/{person.id}/{code}"
    return marije.submit(marije.get(path), path, status=status, **typed)


def test_one_person_answers_every_question_in_turn(marije, family, room):
    lotte = family.lotte
    page = marije.get(f"{room}/{lotte.id}/0.1")
    page = marije.submit(page, f"{lotte.id}/0.1", go="on")
    assert words(page.h1) == "Is er iemand bij wie jij of je kind bang is?"
    assert preparation.topics_of(lotte) == []
    page = ask(marije, room, lotte, "0.2", afraid="yes", words="Voor haar broer.", joins="apart")
    assert words(page.h1) == "Kan iemand anders jouw berichten lezen?"
    page = ask(marije, room, lotte, "0.3", notify="discreet")
    assert words(page.h1) == "Welke taal praat je het liefst? Wil je een tolk?"
    page = ask(marije, room, lotte, "0.4", language="uk", interpreter="y")
    assert words(page.h1) == "Voorbereiden"
    now_known = circle.person_in(family.circle, lotte.id)
    assert (now_known.notify, now_known.language, now_known.interpreter) == ("discreet", "uk", True)
    assert (preparation.note_of(lotte).words, preparation.note_of(lotte).joins) == ("Voor haar broer.", "apart")


def test_the_overview_says_what_was_asked_and_never_what_was_said(marije, family, room):
    ask(marije, room, family.lotte, "0.1", topic="De schulden")
    ask(marije, room, family.lotte, "0.2", afraid="yes", words="Voor haar broer.")
    page = marije.get(room)
    row = words(page.select_one(".row"))
    assert "Gevraagd: of er iemand is om bang voor te zijn en waar het niet over mag gaan." in row
    assert "Nog vragen: wie berichten kan lezen." in row
    assert "schulden" not in page.text
    assert "broer" not in page.text


def test_inviting_is_held_back_until_everything_was_asked(marije, family, room):
    held = [words(li) for li in marije.get(room).select(".notice li")]
    assert held == [
        "Vraag Lotte alleen: is er iemand bij wie jij of je kind bang is?",
        "Vraag Lotte: kan iemand anders jouw berichten lezen?",
        "Vraag of alle ouders met gezag hiervan weten.",
    ]
    ask(marije, room, family.lotte, "0.2", afraid="no")
    ask(marije, room, family.lotte, "0.3", notify="normal")
    page = marije.submit(marije.get(room), "/ouders-weten-het")
    told = page.select_one(".notice--good:not(.notice--told)")
    assert words(told) == "Jullie kunnen mensen uitnodigen."
    page = marije.submit(page, "/ouders-weten-het-nog-niet")
    assert [words(li) for li in page.select(".notice li")] == ["Vraag of alle ouders met gezag hiervan weten."]


def test_all_is_asked_only_when_no_row_below_still_asks_something(marije, family, room):
    preparation.parents_know(family.circle, now=family.circle.begun_at)
    for person in preparation.centre_of(circle.people_of(family.circle)):
        assert "Alles is gevraagd" not in marije.get(room).text
        ask(marije, room, person, "0.2", afraid="no")
        if not person.is_child:
            ask(marije, room, person, "0.3", notify="normal")
        if not person.is_adult:
            ask(marije, room, person, "0.5", supporter=str(family.wendy.id))
    page = marije.get(room)
    assert words(page.select_one(".notice--good:not(.notice--told)")).startswith("Alles is gevraagd.")
    assert "Nog vragen" not in page.text


def test_verder_keeps_the_topic_that_was_typed(marije, family, room):
    page = ask(marije, room, family.lotte, "0.1", topic="De schulden", go="on")
    assert words(page.h1) == "Is er iemand bij wie jij of je kind bang is?"
    assert [topic.topic for topic in preparation.topics_of(family.lotte)] == ["De schulden"]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Kies eerst een antwoord. Of sla deze vraag over."),
        ({"words": "Voor haar broer."}, "Kies eerst een antwoord. Of sla deze vraag over."),
        ({"afraid": "yes"}, "Schrijf een paar woorden op. Jij en wie het vertelde lezen dit, verder niemand."),
        (
            {"afraid": "no", "words": "Voor haar broer."},
            "Je koos nee, maar hieronder staan woorden. Kies ja, of haal de woorden weg.",
        ),
        ({"afraid": "yes", "words": "x" * 10_000}, "Dit is te lang: 10000 tekens. Het mogen er 1000 zijn."),
    ],
)
def test_an_unclear_answer_is_asked_again_with_what_was_typed(marije, family, room, typed, sentence):
    page = ask(marije, room, family.lotte, "0.2", status=422, **typed)
    assert words(page.select_one(".error-summary li")) == sentence
    assert page.select_one("#words").text.strip() == typed.get("words", "")
    assert preparation.note_of(family.lotte) is None


def test_a_contact_ban_leaves_somebody_only_their_own_shifts(marije, family, room):
    ask(marije, room, family.lotte, "0.2", afraid="yes", words="Contactverbod.", apart_from=str(family.karim.id))
    assert circle.person_in(family.circle, family.karim.id).visibility == "own_tasks_only"


def test_a_topic_is_written_down_shown_hidden_and_taken_away(marije, family, room):
    page = ask(marije, room, family.lotte, "0.1", topic="<b>De schulden</b>")
    assert words(page.select_one(".rows .row__title")) == "<b>De schulden</b>"
    page = marije.submit(page, "/lezen")
    assert [topic.topic for topic in preparation.shown_topics(family.circle)] == ["<b>De schulden</b>"]
    page = marije.submit(page, "/niet-lezen")
    assert preparation.shown_topics(family.circle) == []
    page = marije.submit(page, "/weg")
    assert not page.select(".rows .row__title")


def test_a_child_is_asked_with_its_own_words_and_chooses_who_sits_beside(marije, family, room):
    page = marije.get(f"{room}/{family.noor.id}/0.2")
    assert words(page.h1) == "Is er iemand bij wie jij bang bent?"
    ask(marije, room, family.noor, "0.5", supporter=str(family.wendy.id))
    assert circle.person_in(family.circle, family.noor.id).supporter == family.wendy
    assert not marije.get(f"{room}/{family.noor.id}/0.5").select_one(f'option[value="{family.jesse.id}"]')


def test_where_a_child_lives_is_said_in_one_sentence(marije, family, room):
    noor = f"lives_{family.noor.id}"
    page = marije.submit(marije.get(f"{room}/wonen"), "/wonen", status=422, **{noor: "two_homes"})
    assert words(page.select_one(".error-summary li")).startswith("Zeg in één zin waar.")
    page = marije.submit(page, "/wonen", homes="Noor woont bij Lotte en bij Karim")
    assert "Noor woont bij Lotte en bij Karim." in words(page.main)
    assert circle.person_in(family.circle, family.noor.id).lives == "two_homes"


@pytest.mark.parametrize(("code", "typed"), [("0.2", {"afraid": "no"}), ("0.3", {"notify": "none"}), ("0.4", {})])
def test_whoever_was_second_is_told_so(marije, family, room, code, typed):
    path = f"{room}/{family.lotte.id}/{code}"
    page = marije.get(path)
    circle.change_person(family.lotte, relation="moeder")
    page = marije.submit(page, path, status=409, **typed)
    assert words(page.select_one(".error-summary li")).startswith("Iemand anders heeft dit net veranderd.")
    marije.submit(page, path)


@pytest.mark.parametrize(
    ("name", "code"), [("lotte", "0.1"), ("lotte", "0.2"), ("lotte", "0.3"), ("lotte", "0.4"), ("noor", "0.5")]
)
def test_every_page_of_the_preparation_can_be_left_at_once(marije, family, room, name, code):
    page = marije.get(f"{room}/{getattr(family, name).id}/{code}")
    assert page.select_one("[data-quick-exit]")["href"] == "/even-iets-anders"
    assert words(page.title) == "Voorbereiden"


def test_only_who_stands_in_the_centre_is_asked(marije, family, room):
    marije.get(f"{room}/{family.wendy.id}/0.2", status=404)


@pytest.mark.parametrize(("name", "code"), [("lotte", "0.5"), ("noor", "0.3")])
def test_a_question_that_is_not_for_somebody_is_not_there(marije, family, room, name, code):
    marije.get(f"{room}/{getattr(family, name).id}/{code}", status=404)


def test_nobody_of_another_family_is_asked_here(marije, strangers, room):
    marije.get(f"{room}/{strangers.lotte.id}/0.2", status=404)
