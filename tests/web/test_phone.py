"""What a phone may show: its owner's own, what others said yes to, and not a byte more."""

import re
import zlib

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle
from netwerkberaad.domain.after import consent
from tests.web.test_member import next_thing


@pytest.mark.parametrize(
    ("given", "shown"),
    [([], False), (["c2"], False), (["c3"], True)],
    ids=["no yes", "only to the contact person", "to the circle"],
)
def test_consent_decides_whether_there_is_a_number_to_call(phone, family, our_plan, now, given, shown):
    consent.give_details(family.tjeerd, phone="06-3333 4444", email="", consents=given, how="own", now=now)
    page = phone(family.karim).get("/mijn")
    assert page.select(".contact-card__name")[-1].text == "Tjeerd"
    assert bool(page.select("a[href='tel:0633334444']")) == shown
    assert ("3333" in str(page)) == shown


def test_my_own_details_are_mine_to_give_and_to_take_back(phone, family, our_plan):
    wendy = phone(family.wendy)
    page = wendy.get("/mijn/gegevens")
    assert not page.select("[checked]")
    page = wendy.submit(page, "/mijn/gegevens", phone="06 1111 2222", consents=["c3"])
    assert [box["value"] for box in page.select("[checked]")] == ["c3"]
    page = wendy.submit(page, "/mijn/gegevens", consents=None)
    assert consent.given_by(family.wendy) == set()
    assert page.select_one("[name=phone]")["value"] == "06 1111 2222"


def test_a_wrong_number_comes_back_with_what_to_do(phone, family, our_plan):
    wendy = phone(family.wendy)
    page = wendy.submit(wendy.get("/mijn/gegevens"), "/mijn/gegevens", status=422, phone="bel maar", email="w@hier.nl")
    assert "Typ een telefoonnummer met cijfers" in page.select_one(".error-summary").text
    assert page.select_one("[name=email]")["value"] == "w@hier.nl"


def test_who_sees_only_their_own_shifts_gets_no_name_time_or_place_of_anybody_else(phone, family, shift, now):
    shift("Geheime taak", "3", "21:10", family.karim, companion=family.hanneke)
    shift("Boodschappen", "3", "20:30", family.oma_riet, companion=family.wendy, stand_in=family.hanneke)
    consent.give_details(family.wendy, phone="06 1111 2222", email="", consents=["c3"], how="own", now=now)
    riet = circle.change_person(circle.person_in(family.circle, family.oma_riet.id), visibility="own_tasks_only")
    oma = phone(riet)
    page = oma.get("/mijn")
    assert next_thing(page) == ("Vandaag, half negen", "Boodschappen")
    assert page.select("a[href='tel:0611112222']")
    others = [person.name for person in family.people if person != riet]
    for path in ("/mijn", "/mijn/gegevens"):
        oma.get(path)
        served = oma.response.text
        assert not [
            word for word in [*others, "Geheime", "21.10", "21:10", "Buurthuis", "Avond voor"] if word in served
        ]
    for path in ("/mijn/week", "/mijn/plan"):
        closed = oma.get(path, status=403)
        assert "niet voor jou open" in closed.text
        assert not [word for word in [*others, "Geheime"] if word in oma.response.text]


def test_a_professional_reads_the_plan_and_not_the_week(phone, family, shift):
    shift("Koken", "3", "20:30", family.karim)
    ilse = phone(circle.draw_person(family.circle, "Ilse", ring=4))
    assert [place.text.strip() for place in ilse.get("/mijn").select(".bottom-nav a")] == [
        "Ik",
        "Plan",
        "Gegevens",
    ]
    ilse.get("/mijn/plan")
    assert "Koken" not in ilse.get("/mijn").text
    ilse.get("/mijn/week", status=403)


def test_a_child_of_twelve_reads_along_without_numbers(phone, family, shift, now):
    consent.give_details(family.tjeerd, phone="06 3333 4444", email="", consents=["c3"], how="own", now=now)
    shift("Koken", "3", "20:30", family.karim)
    noor = phone(circle.change_person(circle.person_in(family.circle, family.noor.id), age=13))
    assert "Koken" in noor.get("/mijn/week").text
    assert not noor.get("/mijn").select("a[href^='tel:']")
    assert not noor.get("/mijn/gegevens").select("[name=phone]")


def test_the_neighbours_see_nothing_of_this_family(phone, family, strangers, shift):
    shift("Geheime taak", "3", "20:30", family.karim)
    other = phone(strangers.wendy)
    for path in ("/mijn", "/mijn/week", "/mijn/plan", "/mijn/gegevens"):
        other.get(path)
        assert "Geheime taak" not in other.response.text
        assert "Avond voor Noor en Sem" not in other.response.text


def test_every_page_has_a_neutral_title_and_a_way_out(phone, family, shift):
    wendy = phone(family.wendy)
    for path in ("/mijn", "/mijn/week", "/mijn/plan", "/mijn/gegevens"):
        page = wendy.get(path)
        assert not re.search("beraad|kring|Noor|Lotte|Wendy", page.title.text)
        assert page.select_one("a.quick-exit")["href"] == "/even-iets-anders"
        part = wendy.get(path, fragment=True)
        assert part.h1.text == page.h1.text


def questions(visitor, path):
    asked, execute = [], database.db.obj.execute_sql
    database.db.obj.execute_sql = lambda *a, **k: (asked.append(a), execute(*a, **k))[1]
    try:
        visitor.get(path)
    finally:
        database.db.obj.execute_sql = execute
    return len(asked)


@pytest.mark.parametrize("path", ["/mijn", "/mijn/week", "/mijn/plan", "/mijn/gegevens"])
def test_a_page_asks_the_database_as_much_for_one_shift_as_for_thirty(phone, family, shift, path):
    shift("Koken", "3", "20:30", family.wendy, companion=family.karim, stand_in=family.hanneke)
    wendy = phone(family.wendy)
    few = questions(wendy, path)
    for number in range(30):
        shift(
            f"Taak {number}",
            "0123456",
            "18:00",
            family.people[number % 8],
            companion=family.people[(number + 1) % 8],
        )
    assert questions(wendy, path) == few


def test_the_first_view_is_at_most_sixty_kilobytes_with_everything_in(phone, family, shift):
    for number in range(12):
        shift(f"Taak {number}", "0123456", "18:00", family.wendy, said=number % 2)
    wendy = phone(family.wendy)
    page = wendy.get("/mijn")
    wanted = {tag.get("href") or tag["src"] for tag in page.select("link[rel=stylesheet], link[rel=icon], script[src]")}
    wanted |= {use["href"].split("#")[0] for use in page.select("use")}
    sizes = {path: on_the_wire(wendy, path) for path in ["/mijn", *wanted]}
    assert sum(sizes.values()) <= 60_000, sizes


def on_the_wire(visitor, path):
    """Bytes of one answer, headers included, compressed as the least of our encodings does it."""
    with visitor.client.get(path) as response:
        assert response.status_code == 200
        return len(zlib.compress(response.data, 6)) + len(str(response.headers))
