"""Two windows at one table: what is done in one stands in the other at once, and nothing that was typed gets lost."""

from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from netwerkberaad.database import db
from netwerkberaad.domain.evening import answers, meeting
from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.from_now_on import Since
from netwerkberaad.web.taking_part.live import Places
from tests import cast
from tests.conftest import NOW, Browser, signed_in
from tests.journeys.conftest import ON_THE_LAPTOP, leave

# A connection that goes away and a form that is refused are what these tests are about; the browser notes them.
EXPECTED = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", " 503 ", " 400 ", " 409 ", " 412 ")
AT_ONCE, BY_ASKING = 2_000, 4_000
WATCH_FOR_MARKS = """() => {
    window.marked = [];
    const note = ({ target }) => { if (target.matches('.is-fresh')) window.marked.push(target.id); };
    const watch = new MutationObserver((changes) => changes.forEach(note));
    watch.observe(document.body, { subtree: true, attributeFilter: ['class'] });
}"""
SILENT_STREAM = """window.EventSource = class {
    readyState = 1;
    addEventListener() {}
    close() {}
};"""
FIELD = "#vraag [name=words]"


@pytest.fixture
def table(server, browser):
    """The cast around the table at question 1.3, at the desk and on the shared screen: two windows with own passes."""
    with db.connection_context():
        family = cast.family(NOW, email="frank@example.org")
        meeting.stand_at(family.meeting, "1.3")
    opened, complaints = [], []

    def listen(message):
        if message.type == "error" and not any(words in message.text for words in EXPECTED):
            complaints.append(message.text)

    desks = signed_in(Browser(server.app), family.facilitator)
    desks.post(f"/kring/{family.circle.id}/scherm", follow=False)

    def sit_down(cookies, path, address, device=ON_THE_LAPTOP):
        context = browser.new_context(base_url=server.address, locale="nl-NL", **device)
        context.set_default_timeout(8_000)
        context.on("console", listen)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        opened.append(context)
        own = {"domain": "127.0.0.1", "path": path}
        context.add_cookies([{"name": name, "value": value, **own} for name, value in cookies.items()])
        page = context.new_page()
        page.goto(address)
        return page

    def at_the_table(cookie, path, door):
        cookies = {cookie: desks.client.get_cookie(cookie, path=path).value}
        return sit_down(cookies, path, f"{door}/{family.circle.id}/vraag/1.3")

    desk, screen = at_the_table("session", "/", "/kring"), at_the_table("scherm", "/scherm", "/scherm")
    yield SimpleNamespace(family=family, desk=desk, screen=screen, sit_down=sit_down)
    for context in opened:
        leave(context)
    assert complaints == []


def go_on(table, code):
    """The table goes on, as from the remote."""
    with db.connection_context():
        meeting.stand_at(meeting.present_meeting(table.family.circle), code)


def said(table, kind="strength"):
    with db.connection_context():
        return [answer.words for answer in answers.answers_of(table.family.circle, kind)]


def say(page, words):
    page.fill(FIELD, words)
    page.keyboard.press("Enter")


def comes_to(page, code):
    page.wait_for_url(f"**/vraag/{code}", timeout=AT_ONCE, wait_until="commit")


def test_a_name_from_one_window_flies_into_the_other_and_is_marked_there_only(table):
    go_on(table, "2.1")
    for page in (table.desk, table.screen):
        page.wait_for_url("**/onze-kring/2.1")
    table.screen.get_by_label("Naam").press_sequentially("Fat")
    table.desk.evaluate(WATCH_FOR_MARKS)
    table.desk.get_by_label("Naam").fill("Bilal")
    table.desk.keyboard.press("Enter")
    bilal = '.map__person[aria-label^="Bilal"]'
    expect(table.screen.locator(f"{bilal}.is-fresh")).to_be_visible(timeout=AT_ONCE)
    expect(table.screen.get_by_role("list", name="Genoemd bij deze vraag")).to_contain_text("Bilal")
    expect(table.screen.locator("#telling")).to_contain_text("7 mensen")
    expect(table.screen.get_by_label("Naam")).to_be_focused()
    expect(table.screen.get_by_label("Naam")).to_have_value("Fat")
    expect(table.screen.locator(".is-fresh")).to_have_count(0, timeout=5_000)
    expect(table.desk.locator(bilal)).to_be_visible()
    assert table.desk.evaluate("window.marked") == []


def test_the_screen_goes_along_and_what_was_half_typed_waits(table):
    table.screen.locator(FIELD).press_sequentially("Ze la")
    table.desk.get_by_role("button", name="Verder", exact=True).click()
    comes_to(table.screen, "1.4")
    table.desk.get_by_role("button", name="Terug", exact=True).click()
    comes_to(table.screen, "1.3")
    expect(table.screen.locator(FIELD)).to_have_value("Ze la")
    table.screen.go_back()
    expect(table.screen.get_by_role("heading", level=1)).to_contain_text("wat er speelt")
    go_on(table, "1.5")
    comes_to(table.screen, "1.5")


def test_who_is_typing_something_else_is_asked_to_come_along(table):
    table.screen.goto(table.screen.url.replace("vraag/1.3", f"mensen/{table.family.wendy.id}"))
    table.screen.get_by_label("Naam").fill("Wendy B")
    go_on(table, "1.5")
    come_along = table.screen.get_by_role("link", name="Ga mee")
    expect(come_along).to_be_visible(timeout=AT_ONCE)
    expect(table.screen.get_by_label("Naam")).to_have_value("Wendy B")
    come_along.click()
    table.screen.wait_for_url("**/vraag/1.5")


def test_without_a_stream_the_page_asks(table, monkeypatch):
    monkeypatch.setattr(Places, "take", lambda places: False)
    with table.screen.expect_response(lambda answer: answer.url.endswith("/stroom") and answer.status == 503):
        table.screen.reload()
    say(table.desk, "Ze lachen samen")
    expect(table.screen.locator(".said__words")).to_have_text("Ze lachen samen", timeout=BY_ASKING)


def test_with_a_stream_that_says_nothing_the_page_asks(table):
    table.screen.add_init_script(SILENT_STREAM)
    table.screen.reload()
    for _ in range(2):
        table.screen.wait_for_event("response", lambda answer: answer.url.endswith("/hier"), timeout=BY_ASKING)


def test_without_internet_answers_wait_and_are_sent_once_in_order(table):
    waiting = table.screen.locator("[data-sending]")
    table.screen.context.set_offline(True)
    say(table.screen, "Ze lachen samen")
    expect(waiting).to_contain_text("Geen internet. Je antwoord staat klaar. We sturen het zo.")
    expect(waiting).to_contain_text("Ze lachen samen")
    say(table.screen, "Karim belt elke dag")
    expect(waiting.locator("li")).to_have_text(["Ze lachen samen", "Karim belt elke dag"])
    table.screen.get_by_role("button", name="Verder", exact=True).click()
    expect(waiting).to_be_visible()
    assert said(table) == []
    table.screen.context.set_offline(False)
    expect(waiting).to_be_hidden()
    expect(table.screen.locator(".said__words")).to_have_text(["Karim belt elke dag", "Ze lachen samen"])
    assert said(table) == ["Ze lachen samen", "Karim belt elke dag"]
    assert table.screen.url.endswith("/vraag/1.3")


def test_an_answer_that_got_lost_on_the_way_back_counts_once(table):
    lost = []

    def accept_and_drop(route):
        if route.request.method != "POST":
            return route.continue_()
        lost.append(route.fetch(max_redirects=0).status)
        return route.abort()

    table.screen.route("**/vraag/1.3", accept_and_drop)
    say(table.screen, "Ze lachen samen")
    expect(table.screen.locator("[data-sending]")).to_be_visible()
    assert (said(table), lost) == (["Ze lachen samen"], [303])
    table.screen.unroute("**/vraag/1.3")
    table.screen.reload()
    table.screen.wait_for_function("() => !sessionStorage.getItem('sending')")
    expect(table.screen.locator(".said__words")).to_have_text("Ze lachen samen")
    assert said(table) == ["Ze lachen samen"]


def test_the_second_in_one_field_is_told_before_and_sees_both_texts(table):
    go_on(table, "1.4")
    for page in (table.desk, table.screen):
        page.wait_for_url("**/vraag/1.4")
    table.screen.locator(FIELD).press_sequentially("Lotte is moe.")
    table.desk.fill(FIELD, "Lotte is op.")
    table.desk.get_by_role("button", name="Zo schrijven we het op").click()
    expect(table.screen.get_by_text("Iemand anders veranderde dit net.")).to_be_visible(timeout=AT_ONCE)
    table.screen.get_by_role("button", name="Zo schrijven we het op").click()
    expect(table.screen.locator(".both dd")).to_have_text(["Lotte is op.", "Lotte is moe."])
    table.screen.get_by_role("button", name="Neem wat jij typte").click()
    expect(table.screen.locator("#verhaal")).to_have_text("Lotte is moe.")
    expect(table.desk.locator(FIELD)).to_have_value("Lotte is moe.", timeout=AT_ONCE)


def test_what_two_left_half_typed_in_one_field_stands_there_side_by_side(table):
    table.screen.locator(FIELD).press_sequentially("Ze lachen")
    table.desk.locator(FIELD).press_sequentially("Ze eten")
    for code in ("1.4", "1.3"):
        go_on(table, code)
        for page in (table.screen, table.desk):
            comes_to(page, code)
    values = {page.locator(FIELD).input_value() for page in (table.screen, table.desk)}
    assert values <= {"Ze lachen / Ze eten", "Ze eten / Ze lachen"}


def test_the_week_is_drawn_again_where_it_stands(table, now):
    go_on(table, "5.1")
    for page in (table.desk, table.screen):
        page.wait_for_url("**/week")
    expect(table.screen.locator("#kalender [data-date]").first).to_be_visible()
    table.screen.evaluate("document.querySelector('#kalender [data-date]').isTheSame = true")
    table.screen.get_by_label("Wat is er nog meer nodig?").press_sequentially("Vuil")
    with db.connection_context():
        cooking = roster.need(table.family.circle, "Koken", now=now)
        when = {"days": "2", "starts": "17:30", "since": Since(now.date())}
        arranging.take_on(table.family.circle, task=cooking, person=table.family.wendy, **when, now=now)
    block = table.screen.locator("#kalender [data-shift]", has_text="Koken")
    expect(block).to_be_visible(timeout=AT_ONCE)
    expect(table.screen.locator("#week-antwoorden")).to_contain_text("Wendy")
    expect(table.screen.get_by_label("Wat is er nog meer nodig?")).to_have_value("Vuil")
    assert table.screen.evaluate("document.querySelector('#kalender [data-date]').isTheSame")
