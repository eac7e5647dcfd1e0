"""The week on the wall: the whole day in sight where that can be, and a sign where it goes on."""

import re

import pytest
from playwright.sync_api import expect

from netwerkberaad import sample_family, sample_weeks
from netwerkberaad.database import db, one_go
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests.conftest import NOW, Browser, signed_in
from tests.journeys.hands import Dragging

WALL, LAPTOP, OLD_BEAMER, NETBOOK = (1920, 1080), (1280, 800), (1024, 768), (1024, 650)
BLOCKS = "#kalender .blok"
# Of what stands in the calendar: whether all of it, down to its lower edge, lies within the sheet.
OUT_OF_SIGHT = """(all) => {
    const sheet = document.getElementById("kalender").getBoundingClientRect();
    const within = ({ top, bottom }) => top >= sheet.top && bottom <= sheet.bottom + 1;
    return all.filter((one) => !within(one.getBoundingClientRect())).map((one) => one.getAttribute("aria-label"));
}"""
LINES = "[...document.querySelectorAll('#kalender [data-time]')]"
HOURS = """(all) => Object.fromEntries(all.filter((one) => one.textContent.trim())
    .map((one) => [one.textContent.trim(), one.getBoundingClientRect().top]))"""


@pytest.fixture
def week(server, open_browser):
    """week((width, height)) opens the week at the table of the sample family, as it begins again on that Thursday; two
    of its turns have nobody."""
    with db.connection_context(), one_go():
        evening = sample_family.Evening(NOW.date(), "only for tests")
        evening.play()
        sample_weeks.play(evening, sample_family.STORY, today=NOW.date())
        again = meeting.plan_meeting(evening.circle, day=NOW.date(), starts="19:30")
        meeting.begin(again, now=NOW)
        for what in ("Even langskomen en meekijken", "Oppassen zodat Lotte kan sporten"):
            shift = next(one for one in roster.shifts_of(evening.circle) if one.task.what == what)
            roster.RegularShift.update(person=None, stand_in=None).where(roster.RegularShift.id == shift.id).execute()
        facilitator = evening.circle.facilitator
    session = signed_in(Browser(server.app), facilitator).client.get_cookie("session").value

    def show(size):
        width, height = size
        context = open_browser(viewport={"width": width, "height": height})
        context.add_cookies([{"name": "session", "value": session, "domain": "127.0.0.1", "path": "/"}])
        page = context.new_page()
        page.goto(f"/kring/{evening.circle.id}/week")
        page.locator(BLOCKS).first.wait_for()
        return page

    return show


def settled(page):
    """Everything was drawn, and what did not fit at first has found its room."""
    page.wait_for_function(
        "() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 200)))"
    )
    return page


def stands(page, words):
    return page.locator(f'{BLOCKS}[aria-label^="{words}"]')


def hours(page):
    return page.locator("#kalender [data-time]").evaluate_all(HOURS)


@pytest.mark.parametrize("size", [WALL, LAPTOP, OLD_BEAMER], ids=str)
def test_the_whole_sample_week_is_in_sight(week, size):
    page = settled(week(size))
    assert page.locator(BLOCKS).evaluate_all(OUT_OF_SIGHT) == []
    assert page.locator("[data-week-more]:visible").count() == 0
    assert list(hours(page)) == [f"{hour}.00" for hour in range(8, 22, 2)]


def test_larger_letters_are_offered_where_they_can_be_given(week):
    page = week(LAPTOP)
    larger = page.get_by_role("button", name="Groter")
    expect(larger).to_be_hidden()
    page.get_by_role("link", name="Wie kan wat").click()
    expect(larger).to_be_visible()


def test_where_the_day_goes_on_a_sign_says_so_and_leads_there_by_key(week):
    page = settled(week(NETBOOK))
    assert page.locator(".blok--open").evaluate_all(OUT_OF_SIGHT) == []
    earlier, later = (page.locator(f"[data-week-more={which}] > button") for which in ("earlier", "later"))
    expect(earlier).to_be_visible()
    for _ in range(4):
        if earlier.is_visible():
            earlier.press("Enter")
            page.wait_for_timeout(500)
    expect(earlier).to_be_hidden()
    expect(later).to_have_text(re.compile(r"^Later: nog [1-9] open$"))
    expect(later).to_be_focused()


def test_what_is_put_among_quiet_hours_begins_when_the_line_says(week):
    page = settled(week(OLD_BEAMER))
    lines, block = hours(page), page.locator(BLOCKS, has_text="Boodschappen")
    assert lines["12.00"] - lines["10.00"] < 0.6 * (lines["20.00"] - lines["18.00"])
    hand, at = Dragging(page), block.bounding_box()
    friday = at["x"] - at["width"] / 2
    hand.drag(block, friday, at["y"] + at["height"] / 2 + 4)
    expect(stands(page, "Boodschappen brengen, vrijdag 9 oktober, 10.00 uur")).to_be_visible()
    at = settled(page).locator(BLOCKS, has_text="Boodschappen").bounding_box()
    lines = hours(page)
    hand.drag(block, friday, at["y"] + at["height"] / 2 + lines["14.00"] - lines["10.00"] + 6)
    expect(stands(page, "Boodschappen brengen, vrijdag 9 oktober, 14.00 uur")).to_be_visible()


def test_a_task_dropped_on_a_line_of_a_quiet_hour_begins_then(week):
    page = settled(week(OLD_BEAMER))
    page.locator("summary", has_text="Nog een keer").click()
    card = page.locator(".task-card", has_text="Spelletje")
    card.scroll_into_view_if_needed()
    friday = page.locator("#kalender [data-date]").nth(4).bounding_box()
    Dragging(page).drag(card, friday["x"] + friday["width"] / 2, hours(page)["10.00"] + 3)
    expect(stands(page, "Spelletje met Noor en Sem, vrijdag 9 oktober, 10.00 uur, nog niemand")).to_be_visible()


@pytest.mark.parametrize("what", ["name", "task"])
def test_a_hand_near_the_edge_moves_the_week_along(week, what):
    page = settled(week(NETBOOK))
    sheet = page.locator("#kalender").bounding_box()
    if what == "task":
        page.locator("summary", has_text="Nog een keer").click()
    held = page.locator(".person-tile[data-name='Karim']" if what == "name" else ".task-card >> nth=0")
    held.scroll_into_view_if_needed()
    at, mouse = held.bounding_box(), page.mouse
    mouse.move(at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    mouse.down()
    mouse.move(sheet["x"] + 200, sheet["y"] + sheet["height"] / 2, steps=6)
    begun = hours(page)["18.00"]  # the week begins where something is open: in the evening
    mouse.move(sheet["x"] + 200, sheet["y"] + 70, steps=4)
    page.wait_for_function(f"(lowest) => ({HOURS})({LINES})['18.00'] > lowest", arg=begun + 20)
    mouse.move(sheet["x"] + 200, sheet["y"] + sheet["height"] - 12, steps=4)
    page.wait_for_function(f"(highest) => ({HOURS})({LINES})['18.00'] < highest", arg=begun + 10)
    mouse.move(at["x"], at["y"], steps=4)
    mouse.up()
