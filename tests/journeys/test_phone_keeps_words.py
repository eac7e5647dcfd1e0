"""On a phone at the table: what was typed there stays its owner's and is not lost, whatever becomes of the session."""

# ruff: noqa: F811 — the table of another file and the arguments that ask for it share their name
import pytest
from playwright.sync_api import expect

from netwerkberaad.database import db
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS
from tests.conftest import NOW
from tests.journeys.conftest import ON_A_PHONE
from tests.journeys.test_live_pages import said, table  # noqa: F401

NO_HEARTBEAT = """() => {
    const { fetch } = window;
    window.fetch = (to, how) => (String(to).endsWith('/hier') ? Promise.reject(new Error('lost')) : fetch(to, how));
}"""
TOKEN = "document.body.getAttribute('hx-headers:inherited')"


@pytest.fixture
def phone_pass(table, server):
    """phone_pass(family.wendy): the cookies of a phone that comes in as hers."""

    def come_in(person):
        with db.connection_context():
            guest = joining.join_as(person, table.family.meeting, now=NOW)
        with server.app.app_context():
            return {GUEST_PASS: passes._seal(GUEST_PASS).dumps([guest.id, int(NOW.timestamp()) + 3600])}

    return come_in


@pytest.fixture
def wendys_phone(table, phone_pass):
    """Wendy's phone, where «Ze lachen samen» waits: nothing comes through."""
    phone = table.sit_down(phone_pass(table.family.wendy), "/avond", "/avond", ON_A_PHONE)
    phone.route("**/avond/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    phone.locator("form[data-sure] [name=words]").fill("Ze lachen samen")
    phone.locator("form[data-sure] [type=submit]").first.tap()
    expect(phone.locator("[data-sending]")).to_contain_text("Ze lachen samen")
    return phone


def nothing_waits(phone):
    phone.wait_for_function("() => !sessionStorage.getItem('sending')")


def test_a_phone_keeps_what_waits_over_a_reload_and_quick_exit_leaves_nothing(wendys_phone):
    wendys_phone.reload()
    expect(wendys_phone.locator("[data-sending]")).to_contain_text("Ze lachen samen")
    wendys_phone.get_by_role("link", name="Snel weg").tap()
    wendys_phone.wait_for_url(lambda address: "/avond" not in address)
    assert wendys_phone.evaluate("sessionStorage.getItem('sending')") is None


def test_what_waits_is_sent_also_when_the_session_began_anew(table, wendys_phone):
    wendys_phone.evaluate(NO_HEARTBEAT)  # or it would have the page asked anew before
    wendys_phone.context.clear_cookies(name="session")
    wendys_phone.unroute("**/avond/**")
    nothing_waits(wendys_phone)
    expect(wendys_phone.locator("#main")).to_contain_text("Ze lachen samen")
    assert said(table) == ["Ze lachen samen"]


def test_what_is_being_typed_stays_when_the_session_began_anew(table, phone_pass):
    phone = table.sit_down(phone_pass(table.family.wendy), "/avond", "/avond", ON_A_PHONE)
    field = phone.locator("form[data-sure] [name=words]")
    field.press_sequentially("Ze lachen sa")
    phone.context.clear_cookies(name="session")
    before = phone.evaluate(TOKEN)
    phone.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_function(f"before => before !== {TOKEN}", arg=before)
    with phone.expect_response("**/hier") as here:
        phone.evaluate("dispatchEvent(new Event('online'))")
    assert here.value.status == 200
    expect(field).to_have_value("Ze lachen sa")
    field.press_sequentially("men")
    phone.locator("form[data-sure] [type=submit]").first.tap()
    expect(phone.locator("#main")).to_contain_text("Ze lachen samen")
    assert said(table) == ["Ze lachen samen"]


@pytest.mark.parametrize("reloaded", [True, False], ids=["reloaded", "still open"])
def test_what_waits_is_never_sent_as_the_words_of_the_next_with_this_phone(table, phone_pass, wendys_phone, reloaded):
    own = {"domain": "127.0.0.1", "path": "/avond"}
    cookies = phone_pass(table.family.karim).items()
    wendys_phone.context.add_cookies([{"name": name, "value": value, **own} for name, value in cookies])
    if reloaded:
        wendys_phone.reload()
        expect(wendys_phone.locator("[data-sending]")).to_be_hidden()
    wendys_phone.unroute("**/avond/**")
    nothing_waits(wendys_phone)
    expect(wendys_phone.locator(".bar--phone")).to_contain_text("Karim")
    assert said(table) == []
