"""Single dates on my own phone: two taps when I cannot, one when I stand in, one when it is done."""

import pytest

from netwerkberaad.domain.after import still_going
from netwerkberaad.domain.circle import change_person
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import cancelling, roster
from tests.web.test_phone import questions

CANNOT = "/mijn/beurten/{}/2026-10-10/afmelding"


@pytest.fixture
def saturday(shift, family):
    """Wendy calls on Saturday 10 October at half past eight; Hanneke stands in. It is Thursday evening."""
    return shift("Lotte bellen", "5", "20:30", family.wendy, stand_in=family.hanneke)


@pytest.fixture
def wendy_cannot(phone, family, saturday):
    """Wendy said on her own phone that she cannot."""
    wendy = phone(family.wendy)
    page = wendy.get(f"/mijn/beurten/{saturday.id}/2026-10-10")
    wendy.submit(page, "/afmelding", reason="Ik ben zo moe")
    return wendy


def said(page, place):
    found = page.select_one(place)
    return found and " ".join(found.get_text(" ").split())


def link_to(page, words):
    (link,) = {link["href"] for link in page.select("main a") if link.text.strip() == words}
    return link


def rows(page, prefix):
    return [" ".join(row.get_text(" ").split()) for row in page.select(f"[id^={prefix}-]")]


def test_i_cannot_is_two_taps_and_says_what_happens_next(phone, family, saturday):
    wendy = phone(family.wendy)
    home = wendy.get("/mijn")
    page = wendy.get(link_to(home, "Ik kan niet"))
    assert page.select_one("h1").text == "Lotte bellen"
    assert "We vragen eerst Hanneke. Kan Hanneke niet? Dan vragen we iedereen die kan." in said(page, "main")
    assert said(page, ".field__hint") == "Dat hoeft niet. Alleen Hanneke leest dit."
    page = wendy.submit(page, "/afmelding")
    assert "Fijn dat je het laat weten. We vragen eerst Hanneke." in page.text
    assert rows(page, "afgemeld") == [
        "za 20.30 Lotte bellen zaterdag 10 oktober. We vragen eerst Hanneke. Ik kan toch wel"
    ]
    assert said(page, ".next-thing__when") == "Zaterdag 17 oktober, half negen"


def test_i_can_come_after_all(wendy_cannot):
    page = wendy_cannot.submit(wendy_cannot.get("/mijn"), "/terug")
    assert "Fijn. Je staat er weer." in page.text
    assert said(page, ".next-thing__when") == "Zaterdag, half negen"


def test_who_stands_in_sees_it_first_and_takes_it_with_one_tap(phone, family, wendy_cannot):
    hanneke, karim = phone(family.hanneke), phone(family.karim)
    assert rows(karim.get("/mijn"), "invallen") == []
    page = hanneke.get("/mijn")
    assert rows(page, "invallen") == [
        "za 20.30 Lotte bellen Zaterdag, half negen. Wendy kan niet. Jij valt in, zei je. Lukt het? Ik val in Kan niet"
    ]
    page = hanneke.submit(page, "/invaller", answer="ja")
    assert "Dank je wel. Jij valt in." in page.text
    assert said(page, ".next-thing__what") == "Lotte bellen"
    assert rows(wendy_cannot.get("/mijn"), "afgemeld") == []
    week = karim.get("/mijn/week")
    assert "Hanneke, in plaats van Wendy" in said(week, f"#beurt-{roster.shifts_of(family.circle)[0].id}-2026-10-10")


def test_who_cannot_either_sees_it_no_more_and_everybody_is_asked(phone, family, wendy_cannot):
    hanneke, karim = phone(family.hanneke), phone(family.karim)
    page = hanneke.submit(hanneke.get("/mijn"), "/invaller", answer="nee")
    assert rows(page, "invallen") == []
    assert rows(karim.get("/mijn"), "invallen") == [
        "za 20.30 Lotte bellen Zaterdag, half negen. Wendy kan niet. Ik val in Kan niet"
    ]


def test_of_two_who_tap_together_the_second_is_thanked(phone, family, wendy_cannot, later):
    later(hours=13)
    tjeerd, karim = phone(family.tjeerd), phone(family.karim)
    seen = karim.get("/mijn")
    tjeerd.submit(tjeerd.get("/mijn"), "/invaller", answer="ja")
    page = karim.submit(seen, "/invaller", answer="ja")
    assert "Al opgelost. Dank je wel!" in page.text
    assert cancelling.Cancellation.get().taken_over_by == family.tjeerd


def test_standing_in_for_more_than_i_said_is_asked_as_toch_ja(phone, family, wendy_cannot, now):
    carrying.tell(family.hanneke, max_per_week=0, how="own", now=now)
    hanneke = phone(family.hanneke)
    page = hanneke.get("/mijn")
    assert "Dit wordt meer dan je zei. Toch ja?" in rows(page, "invallen")[0]
    page = hanneke.submit(page, "/invaller", answer="ja", status=422)
    assert "Dit wordt meer dan je zei." in said(page, ".error-summary")
    page = hanneke.submit(page, "/invaller", answer="toch")
    assert "Dank je wel. Jij valt in." in page.text


def test_why_is_read_only_by_whom_i_cancel_with(phone, family, wendy_cannot):
    readers = {name: phone(getattr(family, name)) for name in ("hanneke", "tjeerd", "karim", "lotte", "oma_riet")}
    reads = [name for name, reader in readers.items() if "Ik ben zo moe" in reader.get("/mijn").text]
    assert reads == ["hanneke"]  # Wendy is whom one cancels with; for her that is Hanneke
    assert not any("Ik ben zo moe" in reader.get("/mijn/week").text for reader in readers.values())
    assert rows(readers["tjeerd"].get("/mijn"), "gezocht") == [
        "za 20.30 Lotte bellen zaterdag 10 oktober. Wendy kan niet. We vragen eerst Hanneke."
    ]


def test_whom_i_cancel_with_lets_it_lapse_when_it_is_near(phone, family, wendy_cannot, clock_says):
    clock_says(2026, 10, 9, 20, 29)
    hanneke = phone(family.hanneke)
    page = hanneke.get("/mijn")
    assert not page.select("[id^=gezocht-] form")
    clock_says(2026, 10, 9, 20, 30)
    hanneke.submit(hanneke.get("/mijn"), "/vervallen")
    week = hanneke.get("/mijn/week")
    assert "Gaat niet door" in said(week, "li[id$='-2026-10-10']")


def test_within_three_hours_the_page_says_tell_them_now(phone, family, saturday, clock_says):
    wendy = phone(family.wendy)
    clock_says(2026, 10, 10, 17, 31)
    page = wendy.get(f"/mijn/beurten/{saturday.id}/2026-10-10")
    assert said(page, ".notice") == "Dit is al snel. Zeg het ook even tegen Hanneke."


def test_whom_one_cancels_with_notes_it_for_who_told_her(phone, family, shift):
    meal = shift("Samen koken", "5", "16:00", family.oma_riet)
    wendy = phone(family.wendy)
    week = wendy.get("/mijn/week")
    page = wendy.get(link_to(week, "Samen koken"))
    assert "Zei Oma Riet dat tegen jou? Dan meld jij het hier." in said(page, "main")
    wendy.submit(page, "/afmelding")
    assert [(row.person, row.how) for row in cancelling.Cancellation.select()] == [(family.oma_riet, "spoken")]
    phone(family.karim).get(f"/mijn/beurten/{meal.id}/2026-10-17", status=303)


@pytest.mark.parametrize("day", ["2026-10-11", "gisteren", "2026-09-26", "2027-01-02"])
def test_a_date_that_is_not_there_is_not_there(phone, family, saturday, day):
    phone(family.wendy).get(f"/mijn/beurten/{saturday.id}/{day}", status=404)


def test_who_would_go_along_with_somebody_who_cannot_hears_it(phone, family, shift):
    meal = shift("Samen koken", "5", "16:00", family.karim, companion=family.wendy)
    wendy, karim = phone(family.wendy), phone(family.karim)
    assert "Samen met Wendy." in said(karim.get("/mijn"), ".next-thing__where")
    wendy.submit(wendy.get(f"/mijn/beurten/{meal.id}/2026-10-10"), "/afmelding")
    assert "Wendy kan niet mee. We zoeken iemand." in said(karim.get("/mijn"), ".next-thing__where")
    row = next(row for row in rows(phone(family.tjeerd).get("/mijn"), "invallen"))
    assert "Wendy kan niet. Ga jij mee met Karim?" in row


def test_who_goes_along_and_the_family_hear_what_falls_through(phone, family, shift, clock_says):
    meal = shift("Samen koken", "5", "16:00", family.karim, companion=family.hanneke)
    karim, hanneke, lotte = phone(family.karim), phone(family.hanneke), phone(family.lotte)
    karim.submit(karim.get(f"/mijn/beurten/{meal.id}/2026-10-10"), "/afmelding")
    assert "Karim kan niet. We zoeken iemand." in said(hanneke.get("/mijn"), ".next-thing__where")
    assert "zaterdag 10 oktober. Karim kan niet. We zoeken iemand." in said(lotte.get("/mijn"), ".days")
    clock_says(2026, 10, 9, 20, 0)
    wendy = phone(family.wendy)
    wendy.submit(wendy.get("/mijn"), "/vervallen")
    assert rows(hanneke.get("/mijn"), "opgelost") == ["za 16.00 Samen koken zaterdag 10 oktober. Dit gaat niet door."]
    assert "zaterdag 10 oktober. Dit gaat niet door." in said(lotte.get("/mijn"), ".days")


def test_from_a_page_of_before_nothing_is_cancelled_twice(phone, family, saturday):
    wendy = phone(family.wendy)
    page = wendy.get(f"/mijn/beurten/{saturday.id}/2026-10-10")
    wendy.submit(page, "/afmelding")
    page = wendy.submit(page, "/afmelding", reason="Toch maar", status=422)
    assert said(page, ".error-summary li") == "Deze beurt is intussen anders. Kijk hieronder wat je wel doet."
    assert cancelling.Cancellation.select().count() == 1


def test_a_neighbour_cannot_reach_our_dates(phone, family, strangers, wendy_cannot, saturday):
    other = phone(strangers.wendy)
    token = other.get("/mijn/gegevens").select_one("[name=csrf_token]")["value"]
    number = cancelling.Cancellation.get().id
    for path in (
        CANNOT.format(saturday.id),
        f"/mijn/afmeldingen/{number}/terug",
        f"/mijn/afmeldingen/{number}/invaller",
    ):
        sent = {"csrf_token": token, "once": path, "answer": "ja", "went": "done", "reason": ""}
        other.post(path, sent, status=404, fresh=False)


def test_too_long_a_reason_comes_back_as_it_was_typed(phone, family, saturday):
    wendy = phone(family.wendy)
    page = wendy.submit(
        wendy.get(f"/mijn/beurten/{saturday.id}/2026-10-10"), "/afmelding", reason="moe " * 60, status=422
    )
    assert page.select_one("[name=reason]")["value"].startswith("moe moe")
    assert "Dit is te lang" in said(page, ".error-summary")


def test_still_going_is_asked_of_me_and_told_only_with_my_tick(phone, family, saturday, now):
    for week in range(3):
        day = saturday.first_day or now.date()
        cancelling.Cancellation.create(
            circle=family.circle, shift=saturday, day=day.replace(day=10 + 7 * week), part="person", promise="",
            person=family.wendy, at=now, taken_over_by=family.hanneke, taken_over_at=now, via="all",
        )  # fmt: skip
    hanneke, tjeerd = phone(family.hanneke), phone(family.tjeerd)
    page = hanneke.get("/mijn")
    assert "De laatste twee weken zei je ja tegen 3 beurten van anderen. Dank je wel." in said(page, "#gaat-het-nog")
    assert not page.select_one("#mag-weten").has_attr("checked")
    page = hanneke.submit(page, "/gaat-het-nog", answer="too_much", shared="y")
    assert not page.select("#gaat-het-nog")
    assert "Hanneke zegt: het is te veel." in tjeerd.get("/mijn").text
    assert "Hanneke zegt" not in phone(family.wendy).get("/mijn").text
    still_going.tell(family.hanneke, "too_much", now=now)
    assert "Hanneke zegt" not in tjeerd.get("/mijn").text


def test_who_sees_only_their_own_reads_nobody_s_name(phone, family, saturday, later):
    change_person(family.wendy, visibility="own_tasks_only")
    wendy = phone(family.wendy)
    page = wendy.get(f"/mijn/beurten/{saturday.id}/2026-10-10")
    assert not [
        name for name in ("Hanneke", "Tjeerd", "Lotte ") if name in said(page, "main").replace("Lotte bellen", "")
    ]
    page = wendy.submit(page, "/afmelding")
    assert rows(page, "afgemeld") == ["za 20.30 Lotte bellen zaterdag 10 oktober. We zoeken iemand. Ik kan toch wel"]
    assert "Hanneke" not in page.text


def test_the_questions_to_the_database_do_not_grow(phone, family, wendy_cannot, shift, clock_says):
    clock_says(2026, 10, 9, 12, 0)
    karim = phone(family.karim)
    assert len(rows(karim.get("/mijn"), "invallen")) == 1
    few = questions(karim, "/mijn")
    for hour in range(8, 20):
        made = shift(f"Bellen {hour}", "5", f"{hour:02}:00", family.wendy, stand_in=family.hanneke)
        page = wendy_cannot.get(f"/mijn/beurten/{made.id}/2026-10-10")
        wendy_cannot.submit(page, "/afmelding")
    clock_says(2026, 10, 10, 7, 0)
    assert len(rows(karim.get("/mijn"), "invallen")) == 13
    assert questions(karim, "/mijn") == few


def test_a_proposal_is_for_every_week_and_says_who_cannot_once(marije, family, wendy_cannot):
    page = marije.get(f"/kring/{family.circle.id}/week/voorstel?vanaf=2026-10-05")
    assert said(page, "#alleen-deze-week li") == "Lotte bellen, zaterdag half negen: Wendy kan niet"
    assert "Dit voorstel gaat over elke week." in said(page, "#alleen-deze-week")
