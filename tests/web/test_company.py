"""Oma Riet is not alone with the children: without somebody beside her, her shift is open again (R3)."""

import pytest

from netwerkberaad.domain.week import arranging, roster
from tests import agreed, floors_cast
from tests.web.week_cast import answers


@pytest.fixture
def meal(family, now):
    """Every Saturday Oma Riet cooks with the children, with Karim; a youth-protection worker asks that she is never
    alone with them."""
    floors_cast.seat_ilse(family, now)
    floors_cast.never_alone(family, now)
    made = agreed.shift(family, "Samen koken", "5", "16:00", family.oma_riet, companion=family.karim, now=now)
    roster.Task.update(tag="met_kinderen").execute()
    return roster.shift_in(family.circle, made.id)


def row(page, meal, day):
    return " ".join(page.select_one(f"#blok-{meal.id}-{day}").get_text(" ").split())


def test_with_somebody_beside_her_nothing_is_open(marije, meal, week):
    page = marije.get(week)
    assert row(page, meal, "2026-10-17") == "Samen koken 16.00 – 17.00 uur Oma Riet met Karim heeft ja gezegd"
    assert answers(page)[0].startswith("Niets.")


def test_who_goes_along_would_rather_not_and_it_is_open_again(marije, family, meal, week, now):
    arranging.rather_not(meal, "companion", seen=meal.version, now=now)
    page = marije.get(week)
    said = "Oma Riet, er moet nog iemand bij"
    assert row(page, meal, "2026-10-17") == f"Samen koken 16.00 – 17.00 uur {said} nog open"
    assert answers(page)[0].startswith(f"Zaterdag vier uur: {said}.")
    (block,) = marije.get(f"{week}/beurten?start=2026-10-12&end=2026-10-18").json
    told = block["extendedProps"]
    assert (told["state"], told["who"], told["beside"]) == ("open", ["Oma ", "Riet"], "?")
    assert told["label"] == f"Samen koken, zaterdag 17 oktober, 16.00 uur, {said}, nog open"


def test_whoever_is_asked_to_go_along_must_say_yes_first(marije, family, meal, week, now):
    arranging.rather_not(meal, "companion", seen=meal.version, now=now)
    roster.RegularShift.update(companion=family.wendy).execute()
    page = marije.get(week)
    assert row(page, meal, "2026-10-17") == "Samen koken 16.00 – 17.00 uur Oma Riet met Wendy moet nog ja zeggen"
    assert answers(page)[0].startswith("Niets.")


def test_a_boy_of_seventeen_beside_her_is_not_enough(marije, family, meal, week, now):
    roster.RegularShift.update(companion=family.jesse).execute()
    roster.says_yes(roster.shift_in(family.circle, meal.id), "companion", family.jesse, how="spoken", now=now)
    page = marije.get(week)
    assert "Oma Riet met Jesse, er moet nog iemand bij nog open" in row(page, meal, "2026-10-17")


def test_on_one_date_he_cannot_and_everybody_sees_that_it_waits_for_somebody(
    marije, phone, family, our_plan, meal, week
):
    karim, riet, lotte, tjeerd = (phone(one) for one in (family.karim, family.oma_riet, family.lotte, family.tjeerd))
    assert "Samen met Karim." in here(riet)
    karim.submit(karim.get(f"/mijn/beurten/{meal.id}/2026-10-10"), "/afmelding")
    assert "Karim kan niet mee. We zoeken iemand. Alleen gaat dit niet door." in here(riet)
    assert "Er moet nog iemand bij." in " ".join(lotte.get("/mijn").select_one(".days").text.split())
    day = f"#beurt-{meal.id}-2026-10-10"
    assert "er moet nog iemand bij" in tjeerd.get("/mijn/week").select_one(day).text
    page = marije.get(f"{week}?vanaf=2026-10-05")
    assert "Oma Riet, Karim kan niet mee nog open" in row(page, meal, "2026-10-10")
    assert "Oma Riet met Karim heeft ja gezegd" in row(marije.get(f"{week}?vanaf=2026-10-12"), meal, "2026-10-17")
    tjeerd.submit(tjeerd.get("/mijn"), "/invaller", answer="ja")
    assert "Samen met Tjeerd." in here(riet)
    assert "er moet nog iemand bij" not in tjeerd.get("/mijn/week").select_one(day).text
    assert "Oma Riet met Tjeerd" in row(marije.get(f"{week}?vanaf=2026-10-05"), meal, "2026-10-10")


def here(somebody):
    return " ".join(somebody.get("/mijn").select_one(".next-thing__where").text.split())
