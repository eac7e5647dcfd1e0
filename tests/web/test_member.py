"""A member's own phone: what they do next, what they may see, and not a byte more."""

import pytest

from netwerkberaad import database
from netwerkberaad.domain.week import roster
from tests.page import read


def next_thing(page):
    card = page.select_one("article.next-thing:not(.card--now)")
    return card and (card.select_one(".next-thing__when").text, card.select_one(".next-thing__what").text)


def number_of_shifts(page):
    return len(page.select(".day"))


def test_the_next_thing_i_do_comes_first(phone, family, shift):
    shift("Even langskomen", "6", "17:30", family.wendy)
    shift("Lotte bellen", "3", "20:30", family.wendy, companion=family.karim)
    page = phone(family.wendy).get("/mijn")
    assert next_thing(page) == ("Vandaag, half negen", "Lotte bellen")
    assert "Samen met Karim." in page.select_one(".next-thing__where").text
    assert [day.select_one(".day__what").text for day in page.select(".day")] == [
        "Even langskomen",
        "Lotte bellen",
        "Even langskomen",
    ]
    assert [day.select_one(".day__note").text for day in page.select(".day")] == [
        "zondag 11 oktober",
        "donderdag 15 oktober",
        "zondag 18 oktober",
    ]


@pytest.mark.parametrize(
    ("moment", "says"),
    [
        ((2026, 10, 8, 17, 29), "Vandaag, half zes"),
        ((2026, 10, 8, 17, 31), "Nu, tot half zeven"),
        ((2026, 10, 8, 18, 31), "Donderdag 15 oktober, half zes"),
        ((2026, 10, 7, 23, 59), "Morgen, half zes"),
        ((2026, 10, 8, 0, 1), "Vandaag, half zes"),
        ((2026, 10, 10, 12, 0), "Donderdag, half zes"),
        ((2026, 10, 22, 18, 31), "Donderdag 29 oktober, half zes"),
    ],
    ids=[
        "before",
        "going on",
        "over",
        "a minute before midnight",
        "a minute after",
        "this week",
        "over the clock change",
    ],
)
def test_when_is_said_in_words_by_the_clock_in_the_netherlands(phone, family, shift, clock_says, moment, says):
    shift("Even langskomen", "3", "17:30", family.wendy)
    wendy = phone(family.wendy)
    clock_says(*moment)
    assert next_thing(wendy.get("/mijn"))[0] == says


@pytest.mark.parametrize(
    ("moment", "says"),
    [((2026, 10, 4, 12, 0), "Morgen, half zes"), ((2026, 11, 16, 12, 0), None)],
    ids=["before the plan only what comes", "after the plan nothing"],
)
def test_outside_the_plan_there_are_no_shifts(phone, family, shift, clock_says, moment, says):
    shift("Even langskomen", "0123456", "17:30", family.wendy)
    wendy = phone(family.wendy)
    clock_says(*moment)
    page = wendy.get("/mijn")
    shown = next_thing(page)
    assert (shown and shown[0]) == says
    assert ("Dit plan is voorbij" in page.text) == (says is None)


def test_without_anything_to_do_the_page_is_kind(phone, family, our_plan):
    assert "Fijn dat je meedoet" in phone(family.wendy).get("/mijn").text


def test_whoever_is_not_asked_yet_sees_a_question_not_a_task(phone, family, shift):
    shift("Even langskomen", "3", "20:30", family.wendy, said=False)
    wendy = phone(family.wendy)
    page = wendy.get("/mijn")
    assert next_thing(page) is None
    page = wendy.submit(page, "/mijn/antwoorden", answer="ja")
    assert next_thing(page) == ("Vandaag, half negen", "Even langskomen")


def test_rather_not_makes_the_shift_open_again(phone, family, shift):
    asked = shift("Even langskomen", "3", "20:30", family.karim, said=False)
    karim = phone(family.karim)
    page = karim.submit(karim.get("/mijn"), "/mijn/antwoorden", answer="anders")
    assert roster.shift_in(family.circle, asked.id).person is None
    assert not page.select(".card--now")


def test_a_question_that_changed_in_the_meantime_is_asked_again(phone, family, shift):
    asked = shift("Even langskomen", "3", "20:30", family.karim, said=False)
    karim = phone(family.karim)
    page = karim.get("/mijn")
    database.change(asked, starts="21:00")
    page = karim.submit(page, "/mijn/antwoorden", answer="ja", status=409)
    assert "21.00" in page.select_one(".card--now").text


def test_nobody_answers_for_somebody_else(phone, family, shift):
    asked = shift("Even langskomen", "3", "20:30", family.karim, said=False)
    wendy = phone(family.wendy)
    said = {
        "shift": asked.id,
        "part": "person",
        "promise": roster.promise_of(asked),
        "answer": "ja",
        "once": "x",
    }
    wendy.client.get("/mijn")
    token = read(wendy.client.get("/mijn/gegevens").data).select_one("[name=csrf_token]")
    wendy.post("/mijn/antwoorden", {**said, "csrf_token": token["value"]}, status=422)
    assert roster.state_of(asked, {}) == "proposed"


def test_a_role_is_accepted_by_the_one_who_is_asked(phone, family, our_plan):
    tjeerd = phone(family.tjeerd)
    page = tjeerd.get("/mijn")
    assert "Wil jij het aanspreekpunt zijn?" in page.text
    page = tjeerd.submit(page, "/mijn/antwoorden", answer="ja")
    assert "Wil jij het aanspreekpunt zijn?" not in page.text


def test_the_week_of_all_of_us_marks_my_own(phone, family, shift):
    shift("Even langskomen", "3", "17:30", family.wendy)
    shift("Koken", "3", "18:30", family.karim, said=False)
    shift("Boodschappen", "5", "10:00")
    page = phone(family.wendy).get("/mijn/week")
    rows = {day.select_one(".day__what").text: day for day in page.select(".day")}
    assert "day--mine" in rows["Even langskomen"]["class"]
    assert rows["Koken"].select_one(".day__note").text.split() == ["Karim", "nog", "vragen"]
    assert rows["Boodschappen"].select_one(".day__note").text == "Nog niemand"


def test_the_week_can_be_turned_but_not_out_of_the_plan(phone, family, shift):
    shift("Even langskomen", "3", "17:30", family.wendy)
    wendy = phone(family.wendy)
    first = wendy.get("/mijn/week?van=2020-01-01")
    assert not [link for link in first.select("nav.cluster a") if "ervoor" in link.text]
    last = wendy.get("/mijn/week?van=2030-01-01")
    assert not [link for link in last.select("nav.cluster a") if "erna" in link.text]
    assert number_of_shifts(last) == 1
    wendy.get("/mijn/week?van=gisteren")


def test_whoever_is_told_and_steps_in_is_named_once(phone, family, shift):
    shift("Even langskomen", "3", "20:30", family.tjeerd, stand_in=family.wendy)
    where = " ".join(phone(family.tjeerd).get("/mijn").select_one(".next-thing__where").text.split())
    assert where == "Kun je niet? Meld het hier of bij Wendy, die valt in."


def test_a_parent_sees_who_comes_next_and_other_members_do_not(phone, family, shift):
    shift("Past op", "0", "15:00", family.hanneke)
    shift("Koken", "1", "17:00", family.karim, said=False)
    page = phone(family.lotte).get("/mijn")
    assert page.h1.text == "Wie er komt"
    assert [" ".join(day.stripped_strings) for day in page.select(".day")] == [
        "ma 15.00 Hanneke: Past op maandag 12 oktober"
    ]
    assert "Wie er komt" not in phone(family.jesse).get("/mijn").text


def test_the_week_starts_today_and_keeps_earlier_days_folded(phone, family, shift):
    shift("Koken", "036", "17:00", family.wendy)
    page = phone(family.karim).get("/mijn/week")
    assert page.select_one("main h2").text == "Vandaag, donderdag 8 oktober"
    assert [heading.text for heading in page.select("main details h2")] == ["Maandag 5 oktober"]
