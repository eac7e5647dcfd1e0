"""Being away for a while: all those dates cancelled at once, nothing asked meanwhile, and back with one tap."""

import pytest

from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import cancelling, roster
from tests import floors_cast
from tests.web.test_phone import questions
from tests.web.test_what_if import PAGE, THREE_WEEKS, cards, offered, visit

__all__ = ["offered", "visit"]


def test_whoever_is_sure_cancels_all_those_dates_at_once(phone, family, visit):
    wendy = phone(family.wendy)
    page = wendy.submit(wendy.get(THREE_WEEKS), "/afmelding", reason="Vakantie")
    assert "Fijn dat je het laat weten. We zoeken wie er kan invallen." in page.text
    away = " ".join(page.select_one("[id^=weg-]").text.split())
    assert away.startswith("Je bent weg van maandag 12 oktober tot en met zondag 1 november. Voor 3 beurten zoeken we")
    said = cancelling.Cancellation.select()
    assert [(row.day.day, row.person, row.reason) for row in said] == [
        (day, family.wendy, "Vakantie") for day in (13, 20, 27)
    ]
    assert cards(wendy.get(THREE_WEEKS)) == []
    assert not wendy.get(f"{PAGE}?van=2026-10-12&duur=stop").select("#meld-af")


def test_whoever_is_away_is_asked_nothing_until_they_are_back(phone, family, visit, shift, now):
    """Tjeerd stands in for Wendy, and is away that week."""
    wendy, tjeerd, hanneke = phone(family.wendy), phone(family.tjeerd), phone(family.hanneke)
    tjeerd.submit(tjeerd.get(f"{PAGE}?van=2026-10-12&tot=2026-10-18"), "/afmelding")
    wendy.submit(wendy.get(f"{PAGE}?van=2026-10-13&tot=2026-10-13"), "/afmelding")
    assert tjeerd.get("/mijn").select("[id^=invallen-]") == []
    assert len(hanneke.get("/mijn").select("[id^=invallen-]")) == 1
    page = tjeerd.submit(tjeerd.get("/mijn"), "/weg-geweest/1")
    assert len(page.select("[id^=invallen-]")) == 1
    assert hanneke.get("/mijn").select("[id^=invallen-]") == []


def test_a_stand_in_who_is_away_is_not_counted_on(phone, family, visit):
    wendy, tjeerd = phone(family.wendy), phone(family.tjeerd)
    assert "We vragen dan eerst Tjeerd." in wendy.get("/mijn").text
    tjeerd.submit(tjeerd.get(f"{PAGE}?van=2026-10-09&tot=2026-10-18"), "/afmelding")
    assert "Tjeerd" not in wendy.get("/mijn").select_one(".next-thing").text
    page = wendy.get(f"{PAGE}?van=2026-10-12&tot=2026-10-18")
    assert "Tjeerd zou invallen, maar kan dan ook niet." in page.text
    assert "Tjeerd zou invallen, maar kan ook niet op al deze dagen." in wendy.get(THREE_WEEKS).text
    assert "We vragen dan eerst Tjeerd" not in page.text


def test_coming_back_takes_back_what_nobody_took_over(phone, family, visit, now):
    wendy, tjeerd = phone(family.wendy), phone(family.tjeerd)
    wendy.submit(wendy.get(THREE_WEEKS), "/afmelding")
    tjeerd.submit(tjeerd.get("/mijn"), "/invaller", answer="ja")
    page = wendy.submit(wendy.get("/mijn"), "/weg-geweest/1")
    assert page.select("[id^=weg-]") == []
    (solved,) = page.select("[id^=opgelost-]")
    assert "Tjeerd valt in." in solved.text
    assert cards(wendy.get(THREE_WEEKS))[0][1] == ["dinsdag 20 en 27 oktober, 17.30 uur"]
    other = phone(family.karim)
    token = other.get("/mijn/gegevens").select_one("[name=csrf_token]")["value"]
    other.post("/mijn/weg-geweest/1", {"csrf_token": token, "once": "x"}, status=404, fresh=False)


def test_dates_that_somebody_took_over_are_theirs_to_think_of(phone, family, visit, now):
    wendy, tjeerd = phone(family.wendy), phone(family.tjeerd)
    wendy.submit(wendy.get(f"{PAGE}?van=2026-10-13&tot=2026-10-13"), "/afmelding")
    tjeerd.submit(tjeerd.get("/mijn"), "/invaller", answer="ja")
    assert cards(tjeerd.get(THREE_WEEKS))[0][1] == ["dinsdag 13 oktober, 17.30 uur"]
    assert cards(wendy.get(THREE_WEEKS))[0][1] == ["dinsdag 20 en 27 oktober, 17.30 uur"]


def test_too_long_a_reason_comes_back(phone, family, visit):
    wendy = phone(family.wendy)
    page = wendy.submit(wendy.get(THREE_WEEKS), "/afmelding", reason="ver " * 60, status=422)
    assert page.select_one("[name=reason]")["value"].startswith("ver ver")
    assert not cancelling.Cancellation.select().exists()


@pytest.fixture
def twice_a_week(shift, family):
    """Wendy comes by on Tuesdays and Saturdays; nobody in particular stands in."""
    return shift("Even langskomen", "15", "17:30", family.wendy)


@pytest.fixture
def wendy_is_away(phone, family, twice_a_week):
    """For three weeks: six of her dates are open."""
    wendy = phone(family.wendy)
    wendy.submit(wendy.get(THREE_WEEKS), "/afmelding", reason="Naar mijn zus")
    return wendy


def said(one):
    return " ".join(one.get_text(" ").split())


def test_the_dates_of_one_absence_are_asked_in_one_card_and_each_is_taken_with_one_tap(phone, family, wendy_is_away):
    karim = phone(family.karim)
    page = karim.get("/mijn")
    (card,) = page.select("[id^=samen-]")
    assert card.h3.text == "Even langskomen: Wendy kan niet"
    assert said(card.p) == "Dinsdag 13, 20 en 27 oktober, zaterdag 17, 24 en 31 oktober, half zes."
    in_sight = [said(one.span) for one in card.ul.select("li")]
    assert in_sight == ["di 13 oktober", "za 17 oktober", "di 20 oktober"]
    assert card.summary.text == "Nog 3 dagen"
    assert [said(one.span) for one in card.select("details li")] == ["za 24 oktober", "di 27 oktober", "za 31 oktober"]
    number = card.select("li")[1]["id"].removeprefix("invallen-")
    page = karim.submit(page, f"/{number}/invaller", answer="ja")
    assert cancelling.Cancellation.get_by_id(int(number)).taken_over_by == family.karim
    (after,) = page.select("[id^=samen-]")
    assert after["id"] == card["id"]
    assert len(after.select("li")) == 5
    assert "za 17 oktober" not in after.text


def test_a_date_that_was_cancelled_by_itself_stands_by_itself(phone, family, wendy_is_away, twice_a_week):
    wendy_is_away.submit(wendy_is_away.get(f"/mijn/beurten/{twice_a_week.id}/2026-11-07"), "/afmelding")
    page = phone(family.karim).get("/mijn")
    (alone,) = page.select(".day[id^=invallen-]")
    assert said(alone).startswith("za 17.30 Even langskomen Zaterdag 7 november, half zes. Wendy kan niet.")
    (card,) = page.select("[id^=samen-]")
    assert len(card.select("li")) == 6


def test_who_said_to_stand_in_reads_that_once_and_toch_ja_where_it_is_more(phone, family, visit, now):
    carrying.tell(family.tjeerd, max_per_week=0, how="own", now=now)
    wendy, tjeerd = phone(family.wendy), phone(family.tjeerd)
    wendy.submit(wendy.get(THREE_WEEKS), "/afmelding")
    (card,) = tjeerd.get("/mijn").select("[id^=samen-]")
    assert said(card.p) == (
        "Dinsdag 13, 20 en 27 oktober, half zes. Jij valt in, zei je. Lukt het? "
        "Staat er «Toch ja»? Dan wordt het meer dan je zei."
    )
    assert [button["value"] for button in card.select("button")] == ["toch", "nee"] * 3
    assert card.button["aria-label"] == "Toch ja: dinsdag 13 oktober"


def test_who_would_go_along_is_asked_once_for_all_those_dates(phone, family, shift):
    shift("Samen koken", "6", "16:00", family.oma_riet, companion=family.wendy)
    wendy = phone(family.wendy)
    wendy.submit(wendy.get(THREE_WEEKS), "/afmelding")
    (card,) = phone(family.karim).get("/mijn").select("[id^=samen-]")
    assert said(card.p) == "Zondag 18 en 25 oktober, 1 november, vier uur. Ga jij mee met Oma Riet?"


def test_who_watches_over_it_sees_one_card_with_how_many_are_left_and_the_reason_once(
    phone, family, wendy_is_away, shift
):
    """Hanneke takes Wendy's own cancellations; Tjeerd is the contact person and reads no reason."""
    hanneke, tjeerd, karim = phone(family.hanneke), phone(family.tjeerd), phone(family.karim)
    page = hanneke.get("/mijn")
    (card,) = page.select("[id^=afwezig-].day")
    assert card.h3.text == "Wendy is een tijd weg"
    assert said(card.p) == "Voor 6 beurten is er nog niemand. «Naar mijn zus» Is er haast? Bel rond."
    assert said(card.div) == (
        "Even langskomen dinsdag 13, 20 en 27 oktober, zaterdag 17, 24 en 31 oktober, half zes. "
        "We vragen iedereen die kan."
    )
    assert page.text.count("Naar mijn zus") == 1
    assert page.select("[id^=gezocht-]") == []
    assert "Naar mijn zus" not in tjeerd.get("/mijn").text
    page = karim.get("/mijn")
    karim.submit(page, page.select_one("[id^=samen-] form")["action"], answer="ja")
    assert "Voor 5 beurten is er nog niemand." in hanneke.get("/mijn").text


def test_what_is_near_can_lapse_from_that_card_and_what_must_always_be_says_so(
    phone, family, wendy_is_away, shift, clock_says, now
):
    floors_cast.seat_ilse(family, now)
    floors_cast.visits(family, now)
    roster.Task.update(tag="bezoek").execute()
    assert "Dit moet altijd." in phone(family.hanneke).get("/mijn").select_one("[id^=afwezig-]").text
    roster.Task.update(tag="").execute()
    clock_says(2026, 10, 12, 18, 0)
    hanneke = phone(family.hanneke)
    card = hanneke.get("/mijn").select_one("[id^=afwezig-].day")
    assert [said(form) for form in card.select("form")] == ["Laat morgen vervallen"]
    hanneke.submit(hanneke.get("/mijn"), "/vervallen")
    assert "Voor 5 beurten is er nog niemand." in hanneke.get("/mijn").text


def test_what_one_person_took_over_of_an_absence_stands_there_once(phone, family, wendy_is_away):
    karim = phone(family.karim)
    page = karim.get("/mijn")
    for form in page.select("[id^=samen-] form")[:2]:
        karim.submit(page, form["action"], answer="ja")
    page = wendy_is_away.get("/mijn")
    assert [said(row) for row in page.select("[id^=opgelost-]")] == [
        "17.30 Even langskomen dinsdag 13 oktober, zaterdag 17 oktober. Karim valt in."
    ]


def test_what_somebody_said_yes_to_and_still_lies_ahead_is_said_as_it_is(phone, family, wendy_is_away, shift, now):
    """The dates come later: what Karim did in the last two weeks is saying yes."""
    shift("Bellen", "0", "20:00", family.karim)
    carrying.tell(family.karim, max_per_week=3, how="own", now=now)
    karim = phone(family.karim)
    page = karim.get("/mijn")
    for form in page.select("[id^=samen-] form")[:2]:
        page = karim.submit(page, form["action"], answer="ja")
    assert "De laatste twee weken zei je ja tegen 2 beurten van anderen." in said(page.select_one("#wat-jij-doet"))


def test_the_page_asks_as_much_for_one_date_of_an_absence_as_for_many(phone, family, shift, twice_a_week):
    wendy = phone(family.wendy)
    watching, helping = phone(family.hanneke), phone(family.karim)
    wendy.submit(wendy.get(f"{PAGE}?van=2026-10-13&tot=2026-10-13"), "/afmelding")
    few = questions(watching, "/mijn"), questions(helping, "/mijn")
    shift("Samen koken", "0123456", "16:00", family.oma_riet, companion=family.wendy)
    wendy.submit(wendy.get(f"{PAGE}?van=2026-10-14&tot=2026-11-15"), "/afmelding")
    assert len(helping.get("/mijn").select("[id^=invallen-]")) > 30
    assert (questions(watching, "/mijn"), questions(helping, "/mijn")) == few
