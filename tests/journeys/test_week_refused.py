"""The week at the table says why something cannot be: in the server's own sentence, and what was typed stays."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from netwerkberaad.database import db
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests import cast
from tests.conftest import NOW, Browser, signed_in

# A form that is refused and a connection that goes away are what these tests are about; the browser notes them.
EXPECTED = (" 422 ", " 404 ", " 405 ", " 400 ", "ERR_FAILED")
TOO_LONG = "Samen de hond uitlaten " * 18


@pytest.fixture
def table(server, open_browser):
    """Step 5 at the table, with the week open: Wendy cooks on Monday."""
    with db.connection_context():
        family = cast.family(NOW, email="frank@example.org")
        meeting.stand_at(family.meeting, "5.1")
        cooking = roster.need(family.circle, "Samen koken", now=NOW)
        shift = roster.RegularShift.create(
            circle=family.circle, task=cooking, person=family.wendy, days="0", starts="17:30"
        )
    desk = signed_in(Browser(server.app), family.facilitator)
    context = open_browser(expected=EXPECTED)
    cookie = {"name": "session", "value": desk.client.get_cookie("session").value}
    context.add_cookies([{**cookie, "domain": "127.0.0.1", "path": "/"}])
    page = context.new_page()
    page.goto(f"/kring/{family.circle.id}/week?vanaf=2026-10-12")
    expect(page.locator(".blok")).to_have_count(1)
    return SimpleNamespace(family=family, shift=shift, context=context, page=page)


def add(page, words):
    field = page.get_by_label("Wat is er nog meer nodig?")
    field.fill(words)
    field.press("Enter")
    return field


def put_hanneke_on_the_block(page):
    tile, block = page.locator('.person-tile[data-name="Hanneke"]'), page.locator(".blok")
    tile.scroll_into_view_if_needed()
    tile.hover()
    page.mouse.down()
    block.hover()
    page.mouse.up()


@pytest.mark.parametrize(
    ("words", "why"), [("", "Typ eerst wat er nodig is."), (TOO_LONG, "Dit is te lang: 413 tekens.")]
)
def test_a_task_that_is_refused_says_why_under_its_field_and_what_was_typed_stays(table, words, why):
    page = table.page
    field = add(page, words)
    told = page.locator("[data-week-form] .field__error")
    expect(told).to_contain_text(why)
    expect(field).to_have_value(words)
    expect(field).to_be_focused()
    assert told.get_attribute("id") == field.get_attribute("aria-describedby")
    expect(page.locator("[data-week-refused]")).to_be_hidden()
    add(page, "De hond uitlaten")
    expect(page.get_by_role("link", name="De hond uitlaten")).to_be_visible()
    expect(field).to_have_value("")
    expect(told).to_have_count(0)


def test_what_was_typed_stays_when_somebody_else_adds_something_meanwhile(table):
    field = add(table.page, TOO_LONG)
    expect(table.page.locator("[data-week-form] .field__error")).to_be_visible()
    with db.connection_context():
        roster.need(table.family.circle, "Boodschappen", now=NOW)
    expect(table.page.get_by_role("link", name="Boodschappen")).to_be_visible()
    expect(field).to_have_value(TOO_LONG)


def test_what_never_arrived_says_so_and_what_was_typed_stays(table):
    table.page.route("**/taken?*", lambda route: route.abort())
    field = add(table.page, "De hond uitlaten")
    expect(table.page.locator("[data-week-refused]")).to_contain_text("Kijk of er internet is")
    expect(field).to_have_value("De hond uitlaten")


def test_a_name_on_a_block_that_went_away_meanwhile_says_so(table):
    page = table.page
    page.route("**/persoon?*", lambda route: (went_away(table.shift), route.continue_()))
    put_hanneke_on_the_block(page)
    expect(page.locator("[data-week-refused]")).to_have_text("Iemand anders heeft dit net veranderd. Zo is het nu.")
    expect(page.locator(".blok")).to_have_count(0)


def test_a_closed_page_is_said_by_its_name(table):
    closed = table.page.url.replace("/week?", "/week/beurten?")  # there nothing is sent
    table.page.route("**/persoon?*", lambda route: route.continue_(url=closed))
    put_hanneke_on_the_block(table.page)
    expect(table.page.locator("[data-week-refused]")).to_have_text("Dit kan nu niet")


def went_away(shift):
    with db.connection_context():
        roster.RegularShift.update(taken_back_at=NOW).where(roster.RegularShift.id == shift.id).execute()


def test_a_page_that_stood_open_too_long_says_so_and_then_goes_on(table):
    page = table.page
    page.locator("[data-week-drag] [name=csrf_token]").evaluate("field => { field.value = 'long ago'; }")
    put_hanneke_on_the_block(page)
    expect(page.locator("[data-week-refused]")).to_contain_text("Deze pagina stond te lang open.")
    put_hanneke_on_the_block(page)
    expect(page.locator("[data-week-refused]")).to_be_hidden()
    expect(page.locator(".blok")).to_contain_text("Hanneke")
