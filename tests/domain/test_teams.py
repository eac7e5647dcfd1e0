"""The team: who may set up an account, and what ends when a password changes."""

import pytest

from netwerkberaad.domain import refusals, teams


@pytest.fixture
def admin(db, now):
    return teams.begin_team("De Linde", "Joke", "Joke@Linde.example", "een lang wachtwoord", now=now)


def test_the_first_admin_sets_up_the_team_once(admin, now):
    assert (admin.role, admin.email, admin.team.name) == ("team_admin", "joke@linde.example", "De Linde")
    with pytest.raises(refusals.TeamExists):
        teams.begin_team("Nog een", "Piet", "piet@linde.example", "een lang wachtwoord", now=now)


def test_an_invited_colleague_has_no_password_until_they_choose_one(admin, now):
    marije = teams.invite(admin.team, "Marije", "marije@linde.example", teams.FACILITATOR, now=now)
    assert not teams.knows_password(marije, "")
    teams.choose_password(marije, "fiets boom lamp")
    assert teams.knows_password(marije, "fiets boom lamp")
    assert not teams.knows_password(marije, "fiets boom lam")


@pytest.mark.parametrize("email", ["", "geen adres", "a@b", "twee adressen@x.nl"])
def test_an_invitation_needs_an_address(admin, now, email):
    with pytest.raises(refusals.NoEmail):
        teams.invite(admin.team, "Marije", email, teams.FACILITATOR, now=now)


def test_one_address_is_one_account(admin, now):
    with pytest.raises(refusals.EmailTaken):
        teams.invite(admin.team, "Joke", " JOKE@linde.example ", teams.FACILITATOR, now=now)


@pytest.mark.parametrize(
    ("password", "refusal"), [("kort", refusals.PasswordTooShort), ("x" * 201, refusals.PasswordTooLong)]
)
def test_a_password_is_neither_short_nor_endless(admin, password, refusal):
    with pytest.raises(refusal):
        teams.choose_password(admin, password)


def test_a_setup_link_works_once(admin, now):
    marije = teams.invite(admin.team, "Marije", "marije@linde.example", teams.FACILITATOR, now=now)
    token = teams.setup_token(marije, "secret")
    assert teams.staff_of_setup_token(token, "secret") == marije
    teams.choose_password(marije, "fiets boom lamp")
    assert teams.staff_of_setup_token(token, "secret") is None


def test_a_setup_link_of_somebody_else_s_making_opens_nothing(admin):
    token = teams.setup_token(admin, "another secret")
    assert teams.staff_of_setup_token(token, "secret") is None
    assert teams.staff_of_setup_token("é/../", "secret") is None


def test_a_password_is_changed_by_who_knows_the_old_one(admin):
    with pytest.raises(refusals.WrongOldPassword):
        teams.change_password(admin, "iets anders", "een nieuw wachtwoord")
    assert teams.change_password(admin, "een lang wachtwoord", "een nieuw wachtwoord").access_number == 2


def test_an_admin_cannot_leave_the_team_without_one(admin, now):
    with pytest.raises(refusals.NotYourself):
        teams.leave(admin, by=admin, now=now)
