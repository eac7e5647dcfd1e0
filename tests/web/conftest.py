"""A member's own phone, let in with their link, and a week with a clock of its own."""

import datetime as dt

import pytest

from netwerkberaad.domain.after import links
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.week import roster
from netwerkberaad.domain.week.when import AMSTERDAM
from netwerkberaad.web import seal
from tests.web.week_cast import cooking, on_sunday, shifts, week  # noqa: F401 — fixtures


@pytest.fixture
def our_plan(family):
    """The plan began on Monday of this week and lasts six weeks."""
    plan.Plan.create(
        circle=family.circle,
        start=dt.date(2026, 10, 5),
        contact_person=family.tjeerd,
        cancel_with=family.wendy,
        cancel_deputy=family.hanneke,
        review_day=dt.date(2026, 11, 11),
        review_time="19:30",
        review_place="Buurthuis",
    )


@pytest.fixture
def shift(family, our_plan, now):
    """shift("Koken", "3", "20:00", family.wendy): a regular shift, with a yes of everybody on it unless
    said=False."""

    def make(what, days, starts, person=None, said=True, **fields):
        task = roster.need(family.circle, what, now=now)
        made = roster.RegularShift.create(
            circle=family.circle, task=task, person=person, days=days, starts=starts, **fields
        )
        made = roster.shift_in(family.circle, made.id)
        for part in roster.PARTS if said else ():
            if getattr(made, part):
                roster.says_yes(made, part, getattr(made, part), how="spoken", now=now)
        return made

    return make


@pytest.fixture
def phone(app, browse, now):
    """phone(family.wendy): that person's own phone, let in with their link."""

    def let_in(person):
        visitor = browse()
        with app.test_request_context():
            path = seal.path_of(links.link_with(links.make(person, now=now).id))
        page = visitor.submit(visitor.get(path), path)
        visitor.submit(page, "/mijn/telefoon", own="ja")
        return visitor

    return let_in


@pytest.fixture
def at(app):
    """at(2026, 10, 8, 18, 0): the clock in the Netherlands says so."""

    def move(*moment):
        there = dt.datetime(*moment, tzinfo=AMSTERDAM).astimezone(dt.UTC)
        app.config["CLOCK"] = lambda: there

    return move


@pytest.fixture
def link(family, now):
    return links.make(family.wendy, now=now)


@pytest.fixture
def address(app):
    def path(link):
        with app.test_request_context():
            return seal.path_of(links.link_with(link.id))

    return path


@pytest.fixture
def later(app):
    """later(days=8): the clock goes on."""

    def move(**how_long):
        there = app.config["CLOCK"]() + dt.timedelta(**how_long)
        app.config["CLOCK"] = lambda: there

    return move
