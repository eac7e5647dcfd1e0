"""Accounts: the first admin, signing in and out, inviting, and a session that ends while somebody types."""

import datetime as dt

import pytest

from netwerkberaad.database import db
from netwerkberaad.domain import teams
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.taking_part.joining import Guest

PASSWORD = "een lang wachtwoord"


@pytest.fixture
def joke(app, now):
    db.connect(reuse_if_open=True)
    return teams.begin_team("De Linde", "Joke", "joke@linde.example", PASSWORD, now=now)


def sign_in(visitor, email="joke@linde.example", password=PASSWORD, status=303, follow=False):
    return visitor.submit(visitor.get("/inloggen"), "/inloggen", status, follow, email=email, password=password)


def test_the_first_start_says_where_the_setup_link_is(browse):
    assert "eerste beheerder" in browse().get("/inloggen").text


def test_the_console_s_link_makes_the_first_admin_and_then_closes(app, browse):
    visitor, path = browse(), f"/eerste-beheerder/{teams.first_admin_token(app.secret_key)}"
    visitor.submit(
        visitor.get(path),
        path,
        follow=False,
        team_name="De Linde",
        name="Joke",
        email="joke@linde.example",
        password=PASSWORD,
    )
    assert visitor.get("/collegas").h1.text == "Collega's"
    browse().get(path, 404)


def test_a_guessed_setup_link_is_no_page(browse):
    browse().get("/eerste-beheerder/1", 404)


def test_somebody_signs_in_and_out(browse, joke):
    visitor = browse()
    sign_in(visitor)
    page = visitor.get("/account")
    assert page.h1.text == "Joke"
    visitor.post("/uitloggen")
    visitor.get("/account", 302)


def test_when_the_staff_comes_by_the_guests_of_an_earlier_evening_are_forgotten(browse, joke, family, now):
    Guest.create(meeting=family.meeting, person=family.wendy, joined_at=now, seen_at=now)
    sign_in(browse())
    assert Guest.select().exists()
    Meeting.update(ended_at=now - dt.timedelta(days=1)).where(Meeting.id == family.meeting.id).execute()
    sign_in(browse())
    assert not Guest.select().exists()


def test_a_wrong_password_keeps_the_address_that_was_typed(browse, joke):
    page = sign_in(browse(), password="iets anders", status=422)
    assert "klopt niet" in page.text
    assert page.select_one("[name=email]")["value"] == "joke@linde.example"


def test_guessing_is_braked_whoever_guesses(browse, joke):
    for _ in range(5):
        sign_in(browse(), password="iets anders", status=422)
    assert "Wacht een kwartier" in sign_in(browse(), status=429).text


def test_changing_the_password_ends_every_other_session(browse, joke):
    here, elsewhere = browse(), browse()
    sign_in(here)
    sign_in(elsewhere)
    here.submit(here.get("/account"), "/account", old=PASSWORD, password="een nieuw wachtwoord")
    here.get("/account")
    elsewhere.get("/account", 302)


def test_an_invited_facilitator_chooses_a_password_and_comes_in(browse, joke):
    admin, colleague = browse(), browse()
    sign_in(admin)
    page = admin.submit(admin.get("/collegas"), "/collegas", name="Marije", email="marije@linde.example")
    path = "/" + page.select_one("#link")["value"].split("/", 3)[3]
    colleague.submit(colleague.get(path), path, follow=False, password="fiets boom lamp")
    assert colleague.get("/account").h1.text == "Marije"
    colleague.get("/collegas", 403)
    browse().get(path, 404)


def test_a_colleague_who_left_is_out_at_once(browse, joke, now):
    marije = teams.invite(joke.team, "Marije", "marije@linde.example", teams.FACILITATOR, now=now)
    teams.choose_password(marije, PASSWORD)
    admin, colleague = browse(), browse()
    sign_in(admin)
    sign_in(colleague, email="marije@linde.example")
    admin.post(f"/collegas/{marije.id}/vertrek")
    colleague.get("/account", 302)


def test_what_was_typed_survives_a_lost_session(browse, joke):
    visitor = browse()
    sign_in(visitor)
    page = visitor.get("/collegas")
    visitor.post("/uitloggen", follow=False)
    lost = visitor.submit(
        page, "/collegas", 401, name="Oma's O'Neil", email="o@linde.example", csrf_token=visitor.csrf()
    )
    assert "Oma's O'Neil" in lost.text
    again = visitor.submit(lost, "/inloggen", 200, email="joke@linde.example", password=PASSWORD)
    assert "O'Neil" in visitor.submit(again, "/collegas").text
    assert teams.Staff.select().where(teams.Staff.email == "o@linde.example").count() == 1


@pytest.mark.parametrize(
    "elsewhere", ["//elders.example", "https://elders.example", "/\\elders.example", "/%09/elders.example"]
)
def test_signing_in_never_leads_to_another_site(browse, joke, elsewhere):
    visitor = browse()
    page = visitor.get(f"/inloggen?verder={elsewhere}")
    visitor.submit(page, "/inloggen", follow=False, email="joke@linde.example", password=PASSWORD)
    assert "elders" not in visitor.response.location


@pytest.mark.parametrize("kept", ["geen JSON", "[1, 2]", "null", "[" * 5000])
def test_what_was_kept_and_cannot_be_read_is_let_go(browse, joke, kept):
    visitor = browse()
    page = visitor.get("/inloggen?verder=/account")
    visitor.submit(page, "/inloggen", email="joke@linde.example", password=PASSWORD, bewaard=kept)
    assert visitor.response.status_code == 200
