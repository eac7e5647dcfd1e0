"""A real server on a real SQLite file, and browsers that nothing escapes: no error, no complaint, no other host."""

import threading
from contextlib import suppress
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error
from werkzeug.serving import WSGIRequestHandler, make_server

from netwerkberaad import create_app, database, settings
from netwerkberaad.domain import teams
from tests.conftest import NOW

PASSWORD = "vogels in de heg"
ON_THE_LAPTOP = {"viewport": {"width": 1280, "height": 800}}
ON_A_PHONE = {
    "viewport": {"width": 390, "height": 844},
    "user_agent": "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36",
    "device_scale_factor": 3,
    "is_mobile": True,
    "has_touch": True,
}


class _Quiet(WSGIRequestHandler):
    def log(self, *args):
        """Nobody reads along while the evening runs."""


@pytest.fixture
def server(data_dir):
    """The app as people reach it: an address on this machine, a facilitator with a password, and the clock of NOW."""
    listening = make_server("127.0.0.1", 0, None, threaded=True, request_handler=_Quiet)
    address = f"http://127.0.0.1:{listening.server_port}"
    environ = {"NETWERKBERAAD_DATA": str(data_dir), "SECRET_KEY": "only for tests", "BASE_URL": address}
    listening.app = create_app(settings.read(environ), CLOCK=lambda: NOW)
    with database.db.connection_context():
        team = teams.Team.create(name="Wijkteam De Linde")
        marije = teams.invite(team, "Marije", "marije@example.org", teams.FACILITATOR, now=NOW)
        teams.choose_password(marije, PASSWORD)
    serving = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    serving.start()
    yield SimpleNamespace(address=address, email="marije@example.org", password=PASSWORD, app=listening.app)
    listening.shutdown()
    serving.join()
    listening.server_close()


def leave(context):
    """Closes this browser for good, from a blank page: Chromium never answers who closes it while one of its pages is
    just going to another page by itself, as ours do when the table goes on."""
    for page in context.pages:
        while page.url != "about:blank":
            with suppress(Error):  # the page went somewhere by itself at that same moment
                page.goto("about:blank")
    context.close()


@pytest.fixture
def open_browser(browser, server):
    """open_browser(…) opens a browser of its own (a context: own cookies). At the end none may have complained, but
    of what was `expected` (part of its words): a browser notes a lost line and a shut door as errors."""
    opened, complaints = [], []

    def watch(page):
        page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))

    def listen(message, expected):
        if message.type in ("error", "warning") and not any(words in message.text for words in expected):
            complaints.append(f"{message.page.url if message.page else ''}: {message.text}")

    def ask(request):
        if urlsplit(request.url).netloc != urlsplit(server.address).netloc:
            complaints.append(f"asked another host: {request.url}")

    def open_one(expected=(), **kind):
        context = browser.new_context(
            base_url=server.address, locale="nl-NL", timezone_id="Europe/Amsterdam", **{**ON_THE_LAPTOP, **kind}
        )
        context.set_default_timeout(10_000)
        context.on("page", watch)
        context.on("console", lambda message: listen(message, expected))
        context.on("request", ask)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        leave(context)
    assert complaints == []
