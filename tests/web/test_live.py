"""The live stream: numbers only, each through its own door, and a place for everybody who comes after."""

# ruff: noqa: F811 — a fixture of another file and the argument that asks for it share their name
import gc
import re

import pytest

from netwerkberaad.database import db, one_go
from netwerkberaad.domain import changes, teams
from netwerkberaad.domain.circle import Person
from netwerkberaad.domain.evening import answers, meeting
from netwerkberaad.domain.taking_part import carrying, joining
from netwerkberaad.web.taking_part import live
from tests import test_who_sees_what as doors
from tests.conftest import signed_in
from tests.web.phones_inside import phone_inside  # noqa: F401

LINES = re.compile(r"(retry: 1000\n|event: number\ndata: \d+\n\n|:\n\n)+")


@pytest.fixture
def wendys(phone_inside, family):
    return phone_inside(family.wendy)


@pytest.fixture
def listen(app, monkeypatch):
    """listen(browser, address) opens a stream that goes on. Returns (response, its lines as they come)."""
    monkeypatch.setitem(app.config, "STREAM_SECONDS", 60)
    opened = []

    def open_stream(browser, address="/avond/stroom"):
        response = browser.client.get(address, buffered=False, headers={"Accept-Encoding": "gzip, zstd"})
        opened.append(response)
        return response, (line.decode() for line in response.iter_encoded())

    yield open_stream
    for response in opened:
        response.close()


@pytest.fixture
def places(app, monkeypatch):
    """A process that keeps one stream open at most. places() says how many are free."""
    monkeypatch.setitem(app.extensions, "live_places", live.Places(1))
    return lambda: len(app.extensions["live_places"]._free)


def happens(family, words="buurvrouw"):
    with one_go():
        Person.update(relation=words).where(Person.id == family.wendy.id).execute()
    return changes.number_of(family.circle)


def test_it_begins_with_the_present_number(wendys, listen, family):
    number = happens(family)
    response, lines = listen(wendys)
    assert next(lines) == f"retry: 1000\nevent: number\ndata: {number}\n\n"
    assert response.mimetype == "text/event-stream"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Accel-Buffering"] == "no"
    assert "Content-Encoding" not in response.headers
    assert "Content-Length" not in response.headers


def test_a_change_is_the_next_line(wendys, listen, family):
    _, lines = listen(wendys)
    next(lines)
    for words in ("buurvrouw", "vriendin"):
        number = happens(family, words)
        assert next(lines) == f"event: number\ndata: {number}\n\n"


def test_when_nothing_happens_it_only_breathes(wendys, listen, monkeypatch):
    monkeypatch.setattr(live, "HEARTBEAT", 0)
    _, lines = listen(wendys)
    next(lines)
    assert [next(lines), next(lines)] == [":\n\n", ":\n\n"]


def test_it_ends_by_itself(wendys, app, monkeypatch):
    monkeypatch.setitem(app.config, "STREAM_SECONDS", 0.05)
    monkeypatch.setattr(live, "HEARTBEAT", 0.03)
    assert LINES.fullmatch(wendys.client.get("/avond/stroom").text)


def test_it_holds_no_connection_to_the_database(wendys, listen):
    _, lines = listen(wendys)
    assert db.is_closed()
    next(lines)
    assert db.is_closed()


@pytest.mark.parametrize("door", ["phone", "pen", "desk", "screen"])
def test_each_page_says_where_to_listen_through_its_own_door(door, app, browse, marije, family, now, listen):
    browser, page, root = {
        "phone": lambda: (doors.with_phone(app, browse, family, family.jesse, now), "/avond", "/avond"),
        "pen": lambda: (doors.with_the_pen(app, browse, family, now), "vraag/1.1", "/avond/pen/{id}"),
        "desk": lambda: (marije, "vraag/1.1", "/kring/{id}"),
        "screen": lambda: (doors.with_screen(app, browse, family, now), "vraag/1.1", "/scherm/{id}"),
    }[door]()
    root = root.format(id=family.circle.id)
    page = page if page.startswith("/") else f"{root}/{page}"
    told = browser.get(page).select_one("#live")
    assert (told["data-stream"], told["data-here"]) == (f"{root}/stroom", f"{root}/hier")
    assert int(told["data-number"]) == changes.number_of(family.circle)
    _, lines = listen(browser, told["data-stream"])
    assert f"data: {told['data-number']}\n" in next(lines)
    browser.post(told["data-here"], {}, status=200)
    assert browser.response.text == told["data-number"]


def test_what_a_page_shows_is_never_older_than_its_number(wendys, family, monkeypatch):
    """Something changes right after the phone was read from the database: the page must not think it knows."""
    read = joining.guest_with

    def read_and_then_it_changes(number):
        phone = read(number)
        happens(family)
        return phone

    monkeypatch.setattr(joining, "guest_with", read_and_then_it_changes)
    page = wendys.get("/avond")
    assert int(page.select_one("#live")["data-number"]) < changes.number_of(family.circle)


def test_a_page_never_says_that_it_is_further_than_it_shows(app, browse, family, now, monkeypatch):
    """The table goes on while a page is being made: it says where it was, so that it goes along at the next number."""
    read = answers.answers_of

    def read_and_then_the_table_goes_on(*args, **kwargs):
        meeting.stand_at(family.meeting, "1.4")
        return read(*args, **kwargs)

    screen = doors.with_screen(app, browse, family, now)
    meeting.stand_at(family.meeting, "1.3")
    monkeypatch.setattr(answers, "answers_of", read_and_then_the_table_goes_on)
    told = screen.get(f"/scherm/{family.circle.id}/vraag/1.3").select_one("#live")
    assert told["data-place"] == f"/scherm/{family.circle.id}/vraag/1.3"
    assert int(told["data-number"]) < changes.number_of(family.circle)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/avond", 401),
        ("/scherm/{id}", 401),
        ("/avond/pen/{id}", 401),
        ("/kring/{id}", 302),
    ],
)
def test_whoever_has_no_pass_hears_nothing(browse, family, address, status):
    nobody, address = browse(), address.format(id=family.circle.id)
    nobody.get(f"{address}/stroom", status)
    nobody.post(f"{address}/hier", {}, 401)


def test_another_family_hears_nothing_of_this_one(app, browse, family, strangers, now):
    for browser, root in [
        (doors.with_phone(app, browse, strangers, strangers.wendy, now), "/avond/pen"),
        (doors.with_the_pen(app, browse, strangers, now), "/avond/pen"),
        (doors.with_screen(app, browse, strangers, now), "/scherm"),
        (signed_in(browse(), strangers.facilitator), "/kring"),
    ]:
        browser.get(f"{root}/{family.circle.id}/stroom", 404)
        browser.post(f"{root}/{family.circle.id}/hier", {}, 404)


def test_without_the_pen_nobody_listens_at_its_door(wendys, family):
    wendys.get(f"/avond/pen/{family.circle.id}/stroom", 403)
    wendys.post(f"/avond/pen/{family.circle.id}/hier", {}, 403)


def test_the_team_admin_hears_nothing(browse, family, now):
    admin = teams.Staff.create(team=family.team, name="Ada", email="ada@example.org", role=teams.ADMIN, invited_at=now)
    assert signed_in(browse(), admin).client.get(f"/kring/{family.circle.id}/stroom").status_code in (403, 404)


def test_a_guest_hears_their_own_table_only(app, browse, family, strangers, now, listen):
    theirs = doors.with_phone(app, browse, strangers, strangers.wendy, now)
    _, lines = listen(theirs)
    for words in ("een", "twee", "drie"):
        happens(family, words)
    assert f"data: {changes.number_of(strangers.circle)}\n" in next(lines)
    assert changes.number_of(strangers.circle) != changes.number_of(family.circle)
    number = happens(strangers)
    assert next(lines) == f"event: number\ndata: {number}\n\n"


def test_after_the_evening_a_phone_hears_nothing(wendys, family, now):
    meeting.end(family.meeting, now=now)
    wendys.get("/avond/stroom", 401)
    wendys.post("/avond/hier", {}, 401)


def test_the_last_page_of_the_evening_follows_nothing_any_more(app, browse, family, now, marije):
    screen = doors.with_screen(app, browse, family, now)
    for browser, root in ((screen, "scherm"), (marije, "kring")):
        assert browser.get(f"/{root}/{family.circle.id}/vraag/1.1").select("#live")
    meeting.end(family.meeting, now=now)
    for browser, root in ((screen, "scherm"), (marije, "kring")):
        assert not browser.get(f"/{root}/{family.circle.id}/bijeenkomst").select("#live")


def test_saying_that_one_is_there_needs_a_page_of_ours(wendys):
    wendys.post("/avond/hier", {}, 400, fresh=False)


def test_a_phone_that_says_it_is_there_sends_nobody_for_a_new_page(wendys, family):
    before = changes.number_of(family.circle)
    wendys.post("/avond/hier", {}, 200)
    assert wendys.response.text == str(before)
    assert changes.number_of(family.circle) == before


def test_when_all_places_are_taken_a_browser_asks_instead(wendys, phone_inside, family, listen, places):
    _, lines = listen(wendys)
    next(lines)
    jesses = phone_inside(family.jesse)
    response, _ = listen(jesses)
    assert (response.status_code, response.headers["Retry-After"]) == (503, "10")
    assert jesses.get("/avond").select_one("#live")
    number = happens(family)
    jesses.post("/avond/hier", {}, 200)
    assert jesses.response.text == str(number)


def test_a_place_comes_back_when_the_browser_has_gone(wendys, listen, places):
    response, lines = listen(wendys)
    next(lines)
    assert places() == 0
    response.close()
    assert places() == 1
    response.close()
    assert places() == 1
    assert listen(wendys)[0].status_code == 200


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_place_comes_back_when_nobody_ever_read_the_answer(method, wendys, places):
    getattr(wendys.client, method)("/avond/stroom").close()
    assert places() == 1


def test_a_place_comes_back_when_the_answer_was_never_sent(app, wendys, places, monkeypatch):
    def stumble(response):
        raise ZeroDivisionError

    monkeypatch.setitem(app.after_request_funcs, "phone", [stumble])
    with pytest.raises(ZeroDivisionError):
        wendys.client.get("/avond/stroom")
    gc.collect()
    assert places() == 1


def test_a_place_comes_back_when_a_stream_breaks(wendys, listen, places, monkeypatch):
    response, lines = listen(wendys)
    next(lines)
    monkeypatch.setattr(live, "HEARTBEAT", None)
    monkeypatch.setattr(live.time, "monotonic", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(lines)
    response.close()
    assert places() == 1


@pytest.mark.parametrize(("is_line", "breaths"), [(False, 1), (True, 2)])
def test_while_pages_wait_in_line_a_stream_rests_once_more(family, now, monkeypatch, is_line, breaths):
    monkeypatch.setattr(live.time, "sleep", (slept := []).append)
    lines = live._numbers(family.circle.id, changes.number_of(family.circle), 60, lambda: is_line)
    next(lines)
    for words in ("Koffie", "Thee"):
        answers.say(family.circle, "1.3", words, person=family.wendy, now=now)
        next(lines)
    lines.close()
    assert slept == [live.BREATH] * breaths


def test_whatever_is_said_the_stream_carries_numbers_only(
    app, browse, wendys, family, now, marije, listen, monkeypatch
):
    monkeypatch.setattr(live, "BREATH", 0)
    everybody = {
        "/avond": wendys,
        f"/scherm/{family.circle.id}": doors.with_screen(app, browse, family, now),
        f"/kring/{family.circle.id}": marije,
    }
    streams = {root: listen(browser, f"{root}/stroom")[1] for root, browser in everybody.items()}
    heard = {root: next(lines) for root, lines in streams.items()}
    for words in (*doors.PRIVATE["carrying"], *doors.PRIVATE["safety_note"]):
        with one_go():
            carrying.set_boundary(family.wendy, words, how="own", now=now)
            answers.say(family.circle, "1.3", words, person=family.wendy, now=now)
        for root, lines in streams.items():
            heard[root] += next(lines)
    for root, browser in everybody.items():
        assert LINES.fullmatch(heard[root]), root
        browser.post(f"{root}/hier", {}, 200)
        assert re.fullmatch(r"\d+", browser.response.text)
