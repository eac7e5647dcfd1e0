"""What every test stands on: a real SQLite file, a fixed clock, and a browser that checks each page it opens."""

import datetime as dt
import gc
import json
import re
import shutil

import pytest
from argon2 import PasswordHasher

from netwerkberaad import create_app, database, settings
from netwerkberaad.domain import teams
from tests import cast
from tests.page import read
from tests.told_before import fresh_directory

IN_TESTS = {"TESTING": True, "STREAM_SECONDS": 0}  # a stream that says the present number and ends
NOW = dt.datetime(2026, 10, 8, 17, 0, tzinfo=dt.UTC)  # Thursday 8 October 2026, 19.00 in Amsterdam


def pytest_collection_finish():
    """What was imported and collected stays: it need not be looked through for rubbish again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """A database file made by the migrations, once; every test gets its own copy."""
    path = tmp_path_factory.mktemp("empty") / "netwerkberaad.db"
    database.open_database(f"sqlite:///{path}")
    database.bring_up_to_date()
    database.shut()
    return path


@pytest.fixture(scope="session")
def untold(empty_database, tmp_path_factory):
    """Where the databases of the tests stand one by one, and what is in each of them before anything is told."""
    return tmp_path_factory.mktemp("data"), empty_database.read_bytes()


@pytest.fixture(autouse=True, scope="session")
def quick_passwords():
    """Hashing a password is slow on purpose; not a hundred times in a row here."""
    teams._hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest.fixture
def data_dir(untold):
    with fresh_directory(*untold) as path:
        yield path


def _opened(url):
    """A database of one test need not survive a power cut: nobody waits for the disk."""
    opened = database.open_database(url)
    opened.init(opened.database, pragmas=[*opened._pragmas, ("synchronous", "off")])
    return opened


@pytest.fixture
def db(data_dir):
    """The database alone, for domain tests."""
    opened = _opened(f"sqlite:///{data_dir / 'netwerkberaad.db'}")
    yield opened
    database.shut()


@pytest.fixture
def now():
    return NOW


@pytest.fixture(scope="session")
def house(tmp_path_factory):
    """The app, furnished once: two hundred addresses and a hundred templates need not be read for every test."""
    return create_app(settings.read({"NETWERKBERAAD_DATA": str(tmp_path_factory.mktemp("house"))}), **IN_TESTS)


@pytest.fixture
def app(house, data_dir, monkeypatch):
    """The app on this test's own database, at a fixed moment."""
    present = settings.read({"NETWERKBERAAD_DATA": str(data_dir), "SECRET_KEY": "only for tests"})
    at_this_test = {"SETTINGS": present, "SECRET_KEY": present.secret_key, "CLOCK": lambda: NOW}
    for name, value in at_this_test.items():
        monkeypatch.setitem(house.config, name, value)
    _opened(present.database_url)
    yield house
    database.shut()


@pytest.fixture(autouse=True)
def _push_request_context():
    """pytest-flask keeps one request context open, so that everybody seems signed in as the last one: not here."""


class Browser:
    """A visitor with their own cookies. Every page it opens is checked for what all our pages promise."""

    def __init__(self, app):
        self.client = app.test_client()
        self.response = None

    def get(self, path, status=200, fragment=False):
        headers = {"HX-Request": "true", "HX-Request-Type": "partial"} if fragment else {}
        self.response = self.client.get(path, headers=headers)
        return self._page(status, fragment)

    def post(self, path, data=None, status=303, follow=True, fresh=True):
        """Posts like a form of ours, with the CSRF token of this session. Follows the 303 and returns that page."""
        data = dict(data or {})
        if fresh:
            data.setdefault("csrf_token", self.csrf())
        self.response = self.client.post(path, data=data)
        assert self.response.status_code == status, (
            self.response.status_code,
            path,
            self.response.text[:3000],
        )
        if follow and status == 303:
            return self.get(self.response.location)
        return self._page(status) if self.response.data else None

    def submit(self, page, action, status=303, follow=True, **typed):
        """Fills in and sends the form of this page whose action ends with `action`, as a browser would."""
        form = next((f for f in page.select("form") if f.get("action", "").split("?")[0].endswith(action)), None)
        assert form is not None, (action, [f.get("action") for f in page.select("form")])
        data = _filled_in(form)
        unknown = set(typed) - {control.get("name") for control in page.select("[name]")}
        assert not unknown, f"this form does not ask for {unknown}"
        data.update(typed)
        self.response = self.client.post(form["action"], data={k: v for k, v in data.items() if v is not None})
        assert self.response.status_code == status, (
            self.response.status_code,
            action,
            self.response.text[:3000],
        )
        if follow and status == 303:
            return self.get(self.response.location)
        return self._page(status)

    def csrf(self):
        """The CSRF token of this visitor's session, as every full page carries it."""
        (headers,) = re.findall(r"<body[^>]* hx-headers:inherited='([^']+)'", self.client.get("/nergens").text)
        return json.loads(headers)["X-CSRFToken"]

    def _page(self, status, fragment=False):
        assert self.response.status_code == status, (self.response.status_code, self.response.text[:3000])
        if self.response.mimetype != "text/html":
            return self.response
        page = read(self.response.data)
        check_page(page, fragment)
        return page


def _filled_in(form):
    data = {}
    for control in form.select("input, textarea, select"):
        name, kind = control.get("name"), control.get("type", "")
        if (
            not name
            or kind in ("submit", "button")
            or (kind in ("radio", "checkbox") and not control.has_attr("checked"))
        ):
            continue
        if control.name == "select":
            chosen = control.select_one("option[selected]") or control.select_one("option")
            data[name] = chosen.get("value", chosen.text) if chosen else ""
        elif control.name == "textarea":
            data[name] = control.text
        elif kind == "checkbox":
            data.setdefault(name, [])
            data[name] = [*data[name], control.get("value", "y")]
        else:
            data[name] = control.get("value", "")
    return data


def check_page(page, fragment=False):
    """What every page promises: a title, no id twice, labelled fields, forms with action and CSRF, no inline script."""
    assert page.title, "a page needs a title"
    assert page.title.text.strip(), "a page needs a title that says something"
    tags = page.every_tag()
    ids = [tag["id"] for tag in tags if tag.has_attr("id")]
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    labels = {tag.get("for") for tag in tags if tag.name == "label"}
    for tag in tags:
        for name in tag.attrs:
            assert not name.startswith("on"), f"{name}= on {tag.name}"
            assert name != "style", f"style= on {tag.name}"
        if tag.name == "script":
            assert tag.get("src"), "an inline script"
        elif tag.name == "form":
            assert tag.get("action"), f"no action: {str(tag)[:200]}"
            if tag.get("method", "get").lower() == "post":
                assert tag.select_one("[name=csrf_token]"), f"no CSRF token: {str(tag)[:200]}"
        elif tag.name in ("textarea", "select") or (
            tag.name == "input" and tag.get("type") not in ("hidden", "submit")
        ):
            labelled = tag.get("aria-label") or tag.get("aria-labelledby") or tag.get("id") in labels
            assert labelled or tag.find_parent("label"), f"no label: {tag}"


@pytest.fixture
def browse(app):
    """browse() opens a new browser of somebody who is nobody yet."""
    return lambda: Browser(app)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    debians = {"executable_path": shutil.which("chromium")} if shutil.which("chromium") else {}
    args = [*quiet.split(), "--disable-component-update", "--disable-sync"]
    return {**browser_type_launch_args, **debians, "args": args}


@pytest.fixture
def family(app, now):
    """The cast of tests/cast.py in the database of this test's app."""
    return cast.family(now)


@pytest.fixture
def strangers(family, now):
    return cast.strangers(now, family.team)


@pytest.fixture
def marije(browse, family):
    """The facilitator's browser, signed in."""
    return signed_in(browse(), family.facilitator)


def signed_in(browser, staff):
    """This browser with a session of that staff member, without going through the sign-in form."""
    with browser.client.session_transaction() as session:
        session["_user_id"] = f"{staff.id}.{staff.access_number}"
        session["_fresh"] = True
    return browser
