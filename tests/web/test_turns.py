"""Turns: one page at a time in a process, who sends goes beside it, and nobody keeps a turn or a connection."""

import io
import threading

import pytest

from netwerkberaad.database import db
from netwerkberaad.web import turns
from tests.real_server import until

PATIENCE = 10


class App:
    """An app that is busy until told to go on, and remembers how many were busy at once."""

    def __init__(self):
        self.go_on, self.busy, self.most = threading.Event(), [], 0
        self.sent = []

    def __call__(self, environ, start_response):
        self.busy.append(environ["REQUEST_METHOD"])
        self.most = max(self.most, len(self.busy))
        assert self.go_on.wait(PATIENCE)
        self.busy.pop()
        if "wsgi.input" in environ:
            self.sent.append(environ["wsgi.input"].read())
        if environ.get("breaks"):
            raise ZeroDivisionError
        return [b"page"]


@pytest.fixture
def busy_app():
    return App()


def ask(door, method="GET", **environ):
    """Asks in a thread of its own."""
    asking = threading.Thread(target=door, args=({"REQUEST_METHOD": method, **environ}, None))
    asking.start()
    return asking


def test_pages_are_made_one_after_the_other(busy_app):
    door = turns.Turns(busy_app)
    asking = [ask(door) for _ in range(5)]
    until(lambda: busy_app.busy)
    busy_app.go_on.set()
    for each in asking:
        each.join(PATIENCE)
    assert busy_app.most == 1


def test_it_is_known_whether_pages_wait(busy_app):
    door = turns.Turns(busy_app)
    first = ask(door)
    until(lambda: busy_app.busy)
    assert not door.is_line()
    second = ask(door)
    until(door.is_line)
    busy_app.go_on.set()
    for each in (first, second):
        each.join(PATIENCE)
    assert not door.is_line()


def test_who_sends_something_does_not_wait_for_the_pages(busy_app):
    door = turns.Turns(busy_app)
    asking = [ask(door, method) for method in ("GET", "GET", "POST", "POST", "POST")]
    until(lambda: sorted(busy_app.busy) == ["GET", "POST", "POST"])
    busy_app.go_on.set()
    for each in asking:
        each.join(PATIENCE)
    assert busy_app.most == 3


class SlowPhone(io.RawIOBase):
    """Whose words come in only after a while."""

    def __init__(self):
        self.comes, self.asked = threading.Event(), threading.Event()

    def read(self, size=-1):
        self.asked.set()
        assert self.comes.wait(PATIENCE)
        return b"words"


def test_a_slow_phone_keeps_only_itself_waiting(busy_app):
    door, slow = turns.Turns(busy_app), [SlowPhone() for _ in range(3)]
    waiting = [ask(door, "POST", CONTENT_LENGTH="5", **{"wsgi.input": phone}) for phone in slow]
    assert all(phone.asked.wait(PATIENCE) for phone in slow)
    busy_app.go_on.set()
    ask(door, "POST").join(PATIENCE)
    assert busy_app.sent == []
    for phone in slow:
        phone.comes.set()
    for each in waiting:
        each.join(PATIENCE)
    assert busy_app.sent == [b"words"] * 3


def test_a_turn_comes_back_when_something_breaks(busy_app):
    door = turns.Turns(busy_app)
    busy_app.go_on.set()
    for method in ("GET", "POST", "POST"):
        with pytest.raises(ZeroDivisionError):
            door({"REQUEST_METHOD": method, "breaks": True}, None)
    for method in ("GET", "POST", "POST"):
        assert door({"REQUEST_METHOD": method}, None) == [b"page"]


@pytest.mark.parametrize("length", ["", "0", "niets", "-5", "99999999999"])
def test_a_length_that_is_none_or_too_much_is_left_to_the_app(busy_app, length):
    busy_app.go_on.set()
    body = io.BytesIO(b"words")
    turns.Turns(busy_app)({"REQUEST_METHOD": "POST", "CONTENT_LENGTH": length, "wsgi.input": body}, None)
    assert busy_app.sent == [b"words"]


def test_after_a_page_its_connection_is_free_for_the_next(marije, family):
    marije.get(f"/kring/{family.circle.id}/vraag/1.1")
    assert db.is_closed()
