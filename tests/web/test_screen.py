"""The shared screen: one circle, nothing private, no way to the desk, and closed at once."""

import datetime as dt
from dataclasses import replace

import pytest

from netwerkberaad.domain.before import preparation
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.web.evening.asking import ASKINGS
from tests.conftest import signed_in

SECRET = "Ik ben bang voor oom Kees"


@pytest.fixture
def at(family):
    return lambda path="bijeenkomst": f"/scherm/{family.circle.id}/{path}"


@pytest.fixture
def screen(marije, browse, family, at):
    """The browser window that the desk opened, with the screen's pass and without Marije's session."""
    marije.post(f"/kring/{family.circle.id}/scherm", follow=False)
    assert marije.response.location == at()
    window = browse()
    window.client.set_cookie("scherm", marije.client.get_cookie("scherm", path="/scherm").value, path="/scherm")
    return window


def test_the_desk_opens_it_in_one_press_and_it_stands_where_we_are(screen, at):
    screen.get(at(), 302)
    assert screen.response.location == at("vraag/1.1")
    assert screen.get(at("vraag/1.1")).select_one(".bar--screen")


def test_its_pass_is_its_own_and_goes_nowhere_else(marije, screen):
    assert marije.client.get_cookie("scherm", path="/scherm").path == "/scherm"
    assert marije.client.get_cookie("scherm", path="/scherm").http_only


def test_it_can_write_down_what_the_room_says(screen, at):
    page = screen.submit(screen.get(at("vraag/1.5")), "/vraag/1.5", words="Weer een avond rust.")
    assert "Weer een avond rust." in page.text


@pytest.mark.parametrize(
    "path",
    ["/", "/kringen", "/kringen/nieuw", "/collegas", "/account", "/kring/{id}/vraag/1.1", "/kringen/{id}", "/mijn"],
)
def test_the_desk_and_the_member_s_pages_are_not_behind_it(screen, family, path):
    response = screen.client.get(path.format(id=family.circle.id), follow_redirects=True)
    assert not response.request.path.startswith("/kring")
    assert "Avond voor Noor en Sem" not in response.text


def test_another_family_is_not_behind_it(screen, strangers):
    for path in ("bijeenkomst", "vraag/1.1", "onze-kring/2.1", "week", "aanwezig"):
        screen.get(f"/scherm/{strangers.circle.id}/{path}", 404)
    screen.post(f"/scherm/{strangers.circle.id}/vraag/1.5", {"words": "x"}, 404)


@pytest.mark.parametrize("path", ["scherm", "scherm/sluiten"])
def test_it_opens_and_closes_no_screens_itself(screen, at, path):
    screen.post(at(path), {}, 403)


def test_nothing_private_stands_on_any_of_its_pages(screen, at, family, now):
    family.wendy.phone = "0612345678"
    family.wendy.save()
    preparation.tell_fear(family.wendy, "yes", SECRET, now=now)
    preparation.set_off_limits(family.lotte, "Het geheim van Lotte", False, now=now)
    paths = ["bijeenkomst", "aanwezig", "meedoen", "dicht", "week", "onze-kring/2.1", "afspraken/6.1"]
    for path in [*paths, *(f"vraag/{code}" for code in ASKINGS)]:
        text = screen.client.get(at(path), follow_redirects=True).text
        assert SECRET not in text
        assert "Het geheim van Lotte" not in text
        assert "0612345678" not in text


def test_no_link_on_it_leads_to_the_desk(screen, at, family):
    for path in (
        "vraag/1.1",
        "vraag/3.2",
        "vraag/4.3",
        "aanwezig",
        "meedoen",
        "dicht",
        "onze-kring/2.1",
        "afspraken/6.1",
    ):
        page = screen.get(at(path))
        for tag in page.select("[href], [action], [hx-get], [hx-post]"):
            for name in ("href", "action", "hx-get", "hx-post"):
                address = tag.get(name, "")
                assert address.split("?")[0].startswith(("/scherm/", "/static/", "#")) or not address, address


def test_through_the_desk_the_same_page_has_a_quiet_way_back(marije, family):
    page = marije.get(f"/kring/{family.circle.id}/vraag/1.1")
    assert page.select_one("a.bar__home")["href"] == f"/kringen/{family.circle.id}"


def test_closing_it_on_the_desk_ends_it_at_once_and_keeps_what_was_being_typed(marije, screen, at, family):
    page = screen.get(at("vraag/1.5"))
    marije.post(f"/kring/{family.circle.id}/scherm/sluiten", follow=False)
    screen.get(at("vraag/1.5"), 401)
    assert "Weer rust" in screen.submit(page, "/vraag/1.5", 401, words="Weer rust").text


def test_a_pass_ends_by_itself_and_cannot_be_forged(app, screen, at, browse):
    forged = browse()
    forged.client.set_cookie("scherm", "WzEsIDk5OTk5OTk5OTld.x", path="/scherm")
    forged.get(at(), 401)
    later = app.config["CLOCK"]() + dt.timedelta(hours=17)
    app.config["CLOCK"] = lambda: later
    screen.get(at("vraag/1.1"), 401)


def test_only_the_facilitator_beside_this_family_opens_a_screen(browse, strangers, family):
    other = signed_in(browse(), strangers.facilitator)
    other.post(f"/kring/{family.circle.id}/scherm", {}, 404)
    browse().post(f"/kring/{family.circle.id}/scherm", {}, 401)
    assert Screen.select().count() == 0


def test_scherm_dicht_says_nothing_and_leads_back(screen, at):
    page = screen.get(at("vraag/3.2"))
    blank = screen.get(page.select_one("[data-blank]")["href"])
    assert "Noor" not in blank.text
    assert blank.select_one("a.button")["href"] == at("vraag/3.2")


@pytest.mark.parametrize(
    "elsewhere", ["https://elders.example/", "//elders.example", "/kringen", "/scherm/999/bijeenkomst", ""]
)
def test_scherm_dicht_leads_back_to_this_table_only(screen, at, elsewhere):
    page = screen.get(at("dicht") + f"?terug={elsewhere}")
    assert page.select_one("a.button")["href"] == at()


def test_on_loopback_the_qr_page_says_why_no_phone_can_open_it(screen, at):
    page = screen.get(at("meedoen"))
    assert "Een telefoon kan dit adres niet openen" in page.text
    assert "HOST=0.0.0.0" in page.text
    assert "BASE_URL=" in page.text
    assert page.select_one(".qr--smaller svg")


def test_on_a_real_address_the_qr_page_shows_it(app, screen, at):
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], base_url="http://192.168.1.20:5000")
    page = screen.get(at("meedoen"))
    assert page.select_one(".qr:not(.qr--smaller) svg")
    assert "Een telefoon kan dit adres niet openen" not in page.text


def test_a_refused_page_on_the_screen_leads_back_to_the_table(screen, at):
    page = screen.get(at("antwoorden/999"), 404)
    assert [link["href"] for link in page.select("a.button")] == [at()]
