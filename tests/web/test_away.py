"""Being away for a while: all those dates cancelled at once, nothing asked meanwhile, and back with one tap."""

from netwerkberaad.domain.week import cancelling
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
    assert "Tjeerd valt in." not in page.text


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
