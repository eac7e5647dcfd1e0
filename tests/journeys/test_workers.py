"""The real server with two workers: one of them dies, one number counts, and everybody is seen by both."""

import datetime as dt
import os
import re
import signal
import threading
import time
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from netwerkberaad import create_app, database, settings
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.meeting import Answer
from netwerkberaad.domain.taking_part.joining import Guest
from tests import cast
from tests.journeys.bare_phone import BarePhone, pass_of, worker_behind
from tests.journeys.conftest import ON_A_PHONE, leave
from tests.real_server import serving, stop, until

SOON = 5  # seconds within which phones are back


@pytest.fixture
def table(data_dir):
    """A server with two workers, at the question where everybody gives a number, and phones for who asks."""
    environ = {"NETWERKBERAAD_DATA": str(data_dir), "SECRET_KEY": "only for tests"}
    app, now = create_app(settings.read(environ)), dt.datetime.now(dt.UTC)
    family = cast.family(now)
    meeting.stand_at(family.meeting, "1.3")
    with serving(data_dir, SECRET_KEY=environ["SECRET_KEY"]) as server:

        def phone_of(person):
            seal, guest = pass_of(app, family, person, now)
            phone = BarePhone(server.address, seal)
            phone.guest, phone.seal = guest, seal
            phone.page()
            return phone

        yield SimpleNamespace(server=server, family=family, phone_of=phone_of)
    database.shut()


def say(phone, words, once=None):
    return phone.send("/avond/antwoord/1.3", words=words, once=once or words)[0]


@pytest.fixture
def stream_at_each(table):
    """stream_at_each(phone): {worker: a stream of this phone that the worker has in its hands}, for both workers."""
    opened = []

    def listen(phone):
        held = {}
        while len(held) < 2:
            opened.append(phone.listen())
            held.setdefault(worker_behind(table.server, opened[-1].from_port), opened[-1])
            assert len(opened) < 60, "one worker gets everybody"
        assert set(held) == set(table.server.workers())
        return held

    yield listen
    for stream in opened:
        stream.close()


def test_a_change_is_heard_on_both_workers(table, stream_at_each):
    wendys, karims = table.phone_of(table.family.wendy), table.phone_of(table.family.karim)
    streams = stream_at_each(wendys).values()
    before = {stream.number() for stream in streams}
    assert say(karims, "Noor lacht weer") == 303
    after = {stream.number() for stream in streams}
    assert len(before) == len(after) == 1
    assert max(before) < min(after)


def test_a_worker_that_dies_takes_nothing_along(table, stream_at_each):
    """Karim goes on answering while first one worker is killed and then the other; Wendy goes on listening."""
    karims, wendys = table.phone_of(table.family.karim), table.phone_of(table.family.wendy)
    streams, acknowledged, enough = stream_at_each(wendys), [], threading.Event()

    def keep_answering():
        while not enough.is_set():
            words = f"keer {len(acknowledged)}"
            until(lambda words=words: whether_it_works(lambda: say(karims, words)) == 303)
            acknowledged.append(words)

    answering = threading.Thread(target=keep_answering)
    answering.start()
    for worker, stream in streams.items():
        until(lambda: acknowledged)
        os.kill(worker, signal.SIGKILL)
        killed = time.monotonic()
        with pytest.raises(OSError):
            until(lambda cut_off=stream: cut_off.number() and False)
        again = until(lambda: whether_it_works(wendys.listen))
        assert again.number() < again.number()
        assert time.monotonic() - killed < SOON
        again.close()
        until(lambda dead=worker: dead not in table.server.workers() and len(table.server.workers()) == 2)
    enough.set()
    answering.join()
    assert [answer.words for answer in Answer.select().order_by(Answer.id)] == acknowledged


def whether_it_works(act):
    """What `act()` returns; None when nobody answers just now: a page asks again by itself."""
    try:
        return act()
    except OSError:
        return None


def test_a_page_in_a_browser_comes_back_by_itself(table, browser):
    wendys = table.phone_of(table.family.wendy)
    context = browser.new_context(base_url=table.server.address, **ON_A_PHONE)
    context.add_cookies([{"name": "avond", "value": wendys.seal, "domain": "127.0.0.1", "path": "/avond"}])
    page = context.new_page()
    with page.expect_response("**/stroom"):
        page.goto("/avond")
    for worker in table.server.workers():
        os.kill(worker, signal.SIGKILL)
    meeting.stand_at(table.family.meeting, "1.6")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze vraag is voor Noor.", timeout=SOON * 1000)
    leave(context)


def test_who_is_there_is_the_same_on_both_workers(table):
    """Each phone tells one of the workers that it is there; who fell silent is gone for both."""
    wendys, karims = table.phone_of(table.family.wendy), table.phone_of(table.family.karim)
    for phone in (wendys, karims):
        assert phone.send("/avond/hier")[0] == 200
    everybody = len(table.family.people)
    assert {people_in(wendys.page()) for _ in range(20)} == {everybody}
    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(seconds=9)
    Guest.update(seen_at=long_ago).where(Guest.id == karims.guest.id).execute()
    stream = wendys.listen()
    before = stream.number()
    assert wendys.send("/avond/hier")[0] == 200
    assert stream.number() > before
    stream.close()
    assert {people_in(wendys.page()) for _ in range(20)} == {everybody - 1}
    assert karims.send("/avond/hier")[0] == 200
    assert {people_in(wendys.page()) for _ in range(20)} == {everybody}


def people_in(page):
    """How many people the bar says are there."""
    return int(re.search(r"(\d+) aan tafel", page)[1])


def test_asked_to_stop_it_stops_soon_while_streams_are_open(table, stream_at_each):
    stream_at_each(table.phone_of(table.family.wendy))
    asked = time.monotonic()
    stop(table.server.process)
    assert time.monotonic() - asked < 10
