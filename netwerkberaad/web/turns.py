"""Requests take turns: fifty phones ask for a page at once, and who writes something down must not wait for all."""

import io
import threading
from contextlib import contextmanager

from flask import request

from netwerkberaad import database

LOOKING, SENDING = 1, 2
TURN = "netwerkberaad.turn"


class Turns:
    """In one process one page is made at a time, while two others may write something down; the rest wait.

    Threads of one process share one interpreter: more at once makes none of them sooner, and a transaction in between
    would be held open all that time. A stream takes a turn only until its first line."""

    def __init__(self, app):
        self._app, self._in_line = app, set()
        self._looking, self._sending = threading.Semaphore(LOOKING), threading.Semaphore(SENDING)

    def __call__(self, environ, start_response):
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            environ[TURN] = self._looking
            self._in_line.add(id(environ))
            with self._looking:
                self._in_line.discard(id(environ))
                return self._app(environ, start_response)
        _wait_for_what_is_sent(environ)
        environ[TURN] = self._sending
        with self._sending:
            return self._app(environ, start_response)

    def is_line(self):
        """True while a page waits for its turn."""
        return bool(self._in_line)


@contextmanager
def others_first():
    """Inside, this request lets others go first: for work that takes long and leaves the interpreter alone."""
    turn = request.environ.get(TURN)
    if turn:
        turn.release()
    try:
        yield
    finally:
        if turn:
            turn.acquire()


def _wait_for_what_is_sent(environ, most=1_000_000):
    """A slow phone keeps only itself waiting."""
    if environ.pop("HTTP_TRANSFER_ENCODING", ""):  # how long it is turns out at its end
        body = environ["wsgi.input"].read(most + 1)
        environ.update({"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body)})
        return
    length = environ.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and 0 < int(length) <= most:
        environ["wsgi.input"] = io.BytesIO(environ["wsgi.input"].read(int(length)))


def furnish(app):
    app.wsgi_app = app.extensions["turns"] = Turns(app.wsgi_app)

    @app.teardown_request
    def give_back_the_connection(error):
        if not database.db.in_transaction():
            database.db.close()
