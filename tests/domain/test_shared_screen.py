"""The shared screen: dark at once on every wall of this circle, and only there."""

import datetime as dt

import pytest

from netwerkberaad.domain import changes
from netwerkberaad.domain.evening import shared_screen
from netwerkberaad.domain.evening.shared_screen import Screen
from tests import cast

EVENING = dt.timedelta(hours=16)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def theirs(ours, now):
    return cast.strangers(now, ours.team)


def dark_ones():
    return [screen.id for screen in Screen.select().where(Screen.dark_at.is_null(False))]


def test_every_open_screen_of_the_circle_goes_dark_and_shows_again(ours, theirs, now):
    first, second = (shared_screen.open_screen(ours.circle, ours.facilitator, now=now) for _ in range(2))
    shared_screen.open_screen(theirs.circle, theirs.facilitator, now=now)
    shared_screen.darken(ours.circle, now=now)
    assert dark_ones() == [first.id, second.id]
    assert shared_screen.is_dark(ours.circle, now=now)
    assert not shared_screen.is_dark(theirs.circle, now=now)
    shared_screen.lighten(ours.circle)
    assert not shared_screen.is_dark(ours.circle, now=now)


def test_it_is_published_so_that_every_screen_asks_again(ours, theirs, now):
    shared_screen.open_screen(ours.circle, ours.facilitator, now=now)
    before, elsewhere = changes.number_of(ours.circle), changes.number_of(theirs.circle)
    shared_screen.darken(ours.circle, now=now)
    dark = changes.number_of(ours.circle)
    shared_screen.lighten(ours.circle)
    assert before < dark < changes.number_of(ours.circle)
    assert changes.number_of(theirs.circle) == elsewhere


def test_darkening_twice_is_once(ours, now):
    shared_screen.open_screen(ours.circle, ours.facilitator, now=now)
    shared_screen.darken(ours.circle, now=now)
    number = changes.number_of(ours.circle)
    shared_screen.darken(ours.circle, now=now + dt.timedelta(seconds=1))
    assert changes.number_of(ours.circle) == number


def test_a_screen_opened_beside_a_dark_one_starts_dark(ours, now):
    shared_screen.open_screen(ours.circle, ours.facilitator, now=now)
    shared_screen.darken(ours.circle, now=now)
    assert shared_screen.open_screen(ours.circle, ours.facilitator, now=now).dark_at == now


def test_without_a_screen_the_facilitators_own_laptop_is_dark_and_nobody_gets_a_pass(ours, now):
    shared_screen.darken(ours.circle, now=now)
    assert shared_screen.is_dark(ours.circle, now=now)
    assert [shared_screen.screen_of(screen.id) for screen in Screen.select()] == [None]
    assert shared_screen.open_now(ours.circle, now=now) == []


def test_closing_the_screens_leaves_nothing_dark(ours, now):
    shared_screen.open_screen(ours.circle, ours.facilitator, now=now)
    shared_screen.darken(ours.circle, now=now)
    assert shared_screen.close_screens(ours.circle, now=now) == 1
    assert not shared_screen.is_dark(ours.circle, now=now)


def test_what_was_left_dark_last_week_says_nothing_tonight(ours, now):
    shared_screen.open_screen(ours.circle, ours.facilitator, now=now - dt.timedelta(days=7))
    Screen.update(dark_at=now - dt.timedelta(days=7)).execute()
    assert not shared_screen.is_dark(ours.circle, now=now)
    assert shared_screen.open_screen(ours.circle, ours.facilitator, now=now).dark_at is None
    assert shared_screen.is_dark(ours.circle, now=now - dt.timedelta(days=7) + EVENING - dt.timedelta(minutes=1))
