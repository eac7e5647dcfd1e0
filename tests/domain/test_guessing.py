"""Guessing a code is braked per address; a hall full of people who mistype, and whoever types it right, never is."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals
from netwerkberaad.domain.taking_part import guessing, joining
from netwerkberaad.domain.taking_part.guessing import WrongCode
from tests import cast


@pytest.fixture
def evening(db, now):
    return cast.family(now).meeting


@pytest.fixture
def code(evening, now):
    return joining.give_code(evening, now=now)


@pytest.fixture
def asks(now):
    """asks("KPR4TW"): the meeting that somebody at this address gets to see with that code."""

    def ask(typed, address="10.0.0.1", **after):
        moment = now + dt.timedelta(**after)
        return guessing.meeting_with(typed, address=address, secret="secret", now=moment)

    return ask


@pytest.fixture
def wrong(now):
    """wrong(300): so many codes that nobody has were asked for from one address."""

    def make(many, address="10.0.0.1"):
        mark = guessing.keyed("secret", address)
        WrongCode.insert_many([{"address": mark, "at": now} for _ in range(many)]).execute()

    return make


def test_sixty_people_in_one_hall_each_mistype_four_times_and_come_in(evening, code, asks):
    for _ in range(60):
        for typed in ("", "KP", "XXXXXX", "XXX XXX"):
            assert asks(typed) is None
        assert asks(f" {code[:3].lower()} {code[3:].lower()}") == evening


def test_after_three_hundred_wrong_codes_even_the_right_one_waits_ten_minutes(evening, code, asks, wrong):
    wrong(299)
    assert asks("XXXXXX") is None
    for typed in ("XXXXXX", code):
        with pytest.raises(refusals.TooManyCodes):
            asks(typed, minutes=9)
    assert asks(code, minutes=10) == evening


def test_whoever_asks_from_elsewhere_does_not_wait(evening, code, asks, wrong):
    wrong(300)
    assert asks(code, address="10.0.0.2") == evening


def test_a_right_code_is_not_counted(code, asks):
    asks(code)
    assert not WrongCode.select().exists()


def test_nobody_can_read_from_where_it_was_and_old_marks_are_forgotten(code, asks):
    asks("XXXXXX")
    assert "10.0.0.1" not in WrongCode.get().address
    asks("XXXXXX", minutes=10)
    assert WrongCode.select().count() == 1
