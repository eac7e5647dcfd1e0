"""Going: home early with a goodbye, away at once without a trace, or back to the names."""

import pytest

from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.domain.taking_part.joining import Guest
from tests.web.phones_inside import phone_inside

__all__ = ["phone_inside"]


@pytest.fixture
def evening(family):
    meeting.Attendance.delete().execute()
    return family.meeting


@pytest.fixture
def code(evening, now):
    return joining.give_code(evening, now=now)


@pytest.fixture
def visitor(browse):
    return browse()


def at_the_table(evening):
    return [person.name for person in meeting.at_the_table(evening)]


def join(visitor, code, status=303, follow=False, **typed):
    page = visitor.get(f"/meedoen/{code}")
    return visitor.submit(page, f"/meedoen/{code}", status, follow=follow, **typed)


def test_snel_weg_stands_on_every_page_and_ends_the_session(visitor, code, evening):
    join(visitor, code, follow=True, name="Fatima")
    other = visitor.__class__(visitor.client.application)
    for page in (visitor.get("/avond"), other.get("/meedoen"), other.get(f"/meedoen/{code}")):
        exit_link = page.select_one("[data-quick-exit]")
        assert exit_link["href"] == "/even-iets-anders"
        assert exit_link["data-leave"] == "/avond/weg"
    assert visitor.client.post("/avond/weg").status_code == 303
    visitor.get("/avond", 401)
    assert at_the_table(evening) == ["Fatima"]


def test_snel_weg_without_script_takes_the_pass_too(visitor, code):
    join(visitor, code, name="Fatima")
    visitor.client.get("/even-iets-anders")
    visitor.get("/avond", 401)


def go(visitor, page):
    """The link at the bottom of the phone's page."""
    return visitor.get(page.select_one(".going a")["href"])


def test_whoever_goes_home_says_goodbye_and_is_not_at_the_table(visitor, code, evening):
    page = go(visitor, join(visitor, code, follow=True, name="Fatima"))
    page = visitor.submit(page, "/avond/naar-huis")
    assert "Fijn dat je er was." in page.text
    assert at_the_table(evening) == []
    visitor.get("/avond", 401)


def test_before_going_home_a_guest_is_asked_how_we_reach_them_and_comes_back_to_going(visitor, code, evening):
    page = go(visitor, join(visitor, code, follow=True, name="Fatima"))
    assert page.h1.text == "Ga je naar huis?"
    assert "Hoe bereiken we je na vanavond?" in page.main.text
    assert page.select_one("form[action='/avond/naar-huis']")
    page = visitor.get(page.select_one("#bereikbaar a")["href"])
    page = visitor.submit(page, "/avond/bereikbaar", 422, phone="06 1234 5678")
    page = visitor.submit(page, "/avond/bereikbaar", phone="06 1234 5678", consents=["c1"])
    assert visitor.response.request.path == "/avond/naar-huis"
    assert not page.select("#bereikbaar")
    assert Guest.get().person.status == "member"
    visitor.submit(page, "/avond/naar-huis")
    assert at_the_table(evening) == []


def test_who_would_rather_not_be_reached_goes_home_all_the_same(visitor, code, evening):
    page = go(visitor, join(visitor, code, follow=True, name="Fatima"))
    page = visitor.get(page.select_one("#bereikbaar a")["href"])
    skip = next(link for link in page.select("a.button") if link.text == "Ik blijf gast")
    assert skip["href"] == "/avond/naar-huis"
    assert visitor.get("/avond").select_one(".going a")


@pytest.mark.parametrize("who", ["member", "professional", "child"])
def test_whom_we_need_not_ask_goes_home_with_one_tap(phone_inside, family, who):
    person = family.noor if who == "child" else family.wendy
    part = {"professional": "professional"}.get(who, "network")
    Person.update(part=part, status="member" if who == "member" else "named").where(Person.id == person.id).execute()
    phone = phone_inside(person)
    page = phone.get("/avond")
    assert not page.select(".going a")
    assert phone.submit(page, "/avond/naar-huis").h1.text == "Tot de volgende keer"


def test_when_the_evening_is_over_a_phone_that_was_in_says_goodbye(browse, visitor, code, evening, family, now):
    waited = browse()
    join(visitor, code, name="Fatima")
    join(waited, code, chosen=str(family.wendy.id))
    meeting.end(evening, now=now)
    visitor.get("/avond", 302)
    page = visitor.get(visitor.response.location)
    assert (page.h1.text, page.select("#live")) == ("Tot de volgende keer", [])
    assert "De avond is klaar." in page.text
    assert not page.select("a[href='/meedoen']")
    visitor.get("/avond/plan", 401)
    waited.get("/avond", 401)


@pytest.mark.parametrize("age", [11, 14])
def test_a_child_of_the_family_is_not_asked_for_a_number(phone_inside, family, age):
    Person.update(age=age).where(Person.id == family.noor.id).execute()
    assert not phone_inside(family.noor).get("/avond/naar-huis").select("#bereikbaar")


def test_nobody_goes_home_for_another(browse, code, evening):
    join(browse(), code, name="Fatima")
    browse().post("/avond/naar-huis", {}, 401)
    browse().client.post("/avond/weg")
    assert at_the_table(evening) == ["Fatima"]
    assert not Guest.select().where(Guest.left_at.is_null(False)).exists()


def test_the_wrong_name_was_tapped_and_another_is_chosen(visitor, code, family, now):
    page = join(visitor, code, follow=True, chosen=str(family.wendy.id))
    page = visitor.submit(page, "/avond/andere-naam")
    assert visitor.response.request.path == f"/meedoen/{code}"
    visitor.submit(page, f"/meedoen/{code}", chosen=str(family.karim.id))
    assert [guest.chosen.name for guest in joining.waiting(family.circle, now=now)] == ["Karim"]
