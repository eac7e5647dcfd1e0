"""Signing in: guessing is braked per account and per address, counted in the database."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals, sign_in, teams

PASSWORD = "een lang wachtwoord"


@pytest.fixture
def joke(db, now):
    return teams.begin_team("De Linde", "Joke", "joke@linde.example", PASSWORD, now=now)


@pytest.fixture
def attempt(joke, now):
    def attempt(password, email="joke@linde.example", address="10.0.0.1", after=0):
        moment = now + dt.timedelta(minutes=after)
        return sign_in.sign_in(email, password, address=address, secret="secret", now=moment)

    return attempt


def test_the_right_password_signs_in_whatever_the_case_of_the_address(attempt, joke):
    assert attempt(PASSWORD, email=" Joke@Linde.EXAMPLE ") == joke


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(attempt):
    for email in ("joke@linde.example", "niemand@linde.example"):
        with pytest.raises(refusals.WrongPassword):
            attempt("iets anders", email=email)


def test_after_five_wrong_guesses_even_the_right_password_waits_a_quarter_of_an_hour(attempt, joke):
    for number in range(5):
        with pytest.raises(refusals.WrongPassword):
            attempt("iets anders", address=f"10.0.0.{number}")
    with pytest.raises(refusals.TooManyAttempts):
        attempt(PASSWORD, address="10.0.1.1")
    assert attempt(PASSWORD, after=15) == joke


def test_one_address_may_not_try_everybody(attempt):
    for number in range(30):
        with pytest.raises(refusals.WrongPassword):
            attempt("iets anders", email=f"collega{number}@linde.example")
    with pytest.raises(refusals.TooManyAttempts):
        attempt(PASSWORD)


def test_a_right_password_wipes_the_slate_of_that_account(attempt):
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(refusals.WrongPassword):
                attempt("iets anders")
        attempt(PASSWORD)


def test_nobody_can_read_from_the_table_who_tried(attempt):
    with pytest.raises(refusals.WrongPassword):
        attempt("iets anders")
    (row,) = sign_in.SignInAttempt.select().dicts()
    assert "joke" not in str(row)
    assert "10.0.0" not in str(row)
