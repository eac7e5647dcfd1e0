"""Fixtures for a member's own phone, let in with their link: a week in the plan, and a clock that can be moved."""

import datetime as dt

import pytest

from netwerkberaad.domain.after import links
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.week import roster
from netwerkberaad.domain.week.when import AMSTERDAM
from netwerkberaad.web import seal
from netwerkberaad.web.after.member import HOME, OWN_PHONE
from netwerkberaad.web.doors import MEMBER_PASS
from tests.test_who_sees_what import with_pass

__all__ = ["address", "clock_says", "later", "link", "our_plan", "phone", "shift"]


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
    """shift("Koken", "3", "20:00", family.wendy): a regular shift; everybody on it said yes, unless said=False."""

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
    """phone(family.wendy): that person's own phone, let in with their link as test_opening.py tells it."""

    def let_in(person):
        opened = links.make(person, now=now)
        links.note_opened(opened, now=now)
        own = [opened.id, opened.renewal, True]
        return with_pass(app, browse(), MEMBER_PASS, own, HOME, minutes=OWN_PHONE)

    return let_in


@pytest.fixture
def link(family, now):
    return links.make(family.wendy, now=now)


@pytest.fixture
def address(app):
    """address(link): the path behind which it opens now."""

    def path(link):
        with app.test_request_context():
            return seal.path_of(links.link_with(link.id))

    return path


@pytest.fixture
def clock_says(app):
    """clock_says(2026, 10, 8, 18, 0): so it is in the Netherlands."""

    def move(*moment):
        there = dt.datetime(*moment, tzinfo=AMSTERDAM).astimezone(dt.UTC)
        app.config["CLOCK"] = lambda: there

    return move


@pytest.fixture
def later(app):
    """later(days=8): the clock goes on."""

    def move(**how_long):
        there = app.config["CLOCK"]() + dt.timedelta(**how_long)
        app.config["CLOCK"] = lambda: there

    return move
