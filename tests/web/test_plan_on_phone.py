"""The plan on a phone: whoever was not there signs by link, and every version stays readable."""

import datetime as dt

import pytest

from netwerkberaad import database
from netwerkberaad.domain.agreeing import signing
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week.when import AMSTERDAM
from tests import agreed


@pytest.fixture
def read(family, now):
    """Everything is agreed and read back; Hanneke carries a shift but was not at the table."""
    agreed.agree_on_everything(family, now)
    meeting.Attendance.delete().where(meeting.Attendance.person == family.hanneke).execute()
    return agreed.read(family, now)


def test_who_was_not_there_signs_by_link(phone, family, read):
    hanneke = phone(family.hanneke)
    assert "Doe je mee?" in hanneke.get("/mijn").text
    page = hanneke.get("/mijn/plan")
    page = hanneke.submit(page, "/mijn/plan/handtekening", choice="yes", name="Hanneke")
    given = signing.Signature.get()
    assert (given.person, given.choice, given.how, given.via) == (family.hanneke, "yes", "typed", "link")
    assert not page.select("form[action$=handtekening]")
    assert "Doe je mee?" not in hanneke.get("/mijn").text


def test_a_yes_with_words_and_a_drawn_name(phone, family, read):
    hanneke = phone(family.hanneke)
    hanneke.submit(
        hanneke.get("/mijn/plan"),
        "/mijn/plan/handtekening",
        choice="yes_but",
        remark="Niet in de vakantie",
        strokes="[[[1,2],[3,4]]]",
    )
    assert (signing.Signature.get().remark, signing.Signature.get().how) == ("Niet in de vakantie", "drawn")


@pytest.mark.parametrize(
    ("typed", "asks"),
    [({"name": "Hanneke"}, "choice"), ({"choice": "yes"}, "name"), ({"choice": "yes_but", "name": "H"}, "remark")],
    ids=["no choice", "no signature", "no words"],
)
def test_what_is_missing_is_asked_and_nothing_is_lost(phone, family, read, typed, asks):
    hanneke = phone(family.hanneke)
    page = hanneke.submit(hanneke.get("/mijn/plan"), "/mijn/plan/handtekening", status=422, **typed)
    assert page.select_one(".error-summary")
    assert page.select_one("[name=name]")["value"] == typed.get("name", "")
    assert not signing.Signature.select().exists()


def test_nobody_signs_a_text_that_was_read_again_in_the_meantime(phone, family, read, now):
    hanneke = phone(family.hanneke)
    page = hanneke.get("/mijn/plan")
    agreed.shift(family, "Boodschappen brengen", "5", "10:00", family.wendy, now=now)
    agreed.read(family, now)
    page = hanneke.submit(page, "/mijn/plan/handtekening", status=409, choice="yes", name="Hanneke")
    assert "opnieuw voorgelezen" in page.select_one(".error-summary").text
    assert "Boodschappen brengen" in page.select_one(".sheet").text
    hanneke.submit(page, "/mijn/plan/handtekening", choice="yes", name="Hanneke")
    assert signing.Signature.get().plan_version.number == 2


def test_every_version_stays_readable_with_its_fingerprint(phone, family, read, now):
    agreed.shift(family, "Boodschappen brengen", "5", "10:00", family.wendy, now=now)
    newest = agreed.read(family, now)
    karim = phone(family.karim)
    page = karim.get("/mijn/plan?versie=1")
    assert page.select_one(".sheet__print").text == read.fingerprint
    assert "Boodschappen" not in page.select_one(".sheet").text
    assert not page.select("form[action$=handtekening]")
    assert karim.get("/mijn/plan").select_one(".sheet__print").text == newest.fingerprint
    karim.get("/mijn/plan?versie=geheim")


def test_a_text_that_was_changed_from_outside_is_not_shown(phone, family, read):
    database.db.execute_sql("INSERT INTO maintenance (reason) VALUES ('a test')")
    database.db.execute_sql("UPDATE plan_version SET text = replace(text, 'Even langskomen', 'Nooit langskomen')")
    hanneke = phone(family.hanneke)
    page = hanneke.get("/mijn/plan")
    assert "Deze tekst is veranderd" in page.text
    assert "Nooit langskomen" not in page.text
    assert not page.select("form[action$=handtekening]")


def test_the_next_thing_comes_from_the_plan_that_was_signed(phone, family, read, app):
    app.config["CLOCK"] = lambda: dt.datetime(2026, 10, 12, 9, 0, tzinfo=AMSTERDAM).astimezone(dt.UTC)
    page = phone(family.hanneke).get("/mijn")
    assert page.select_one(".next-thing__when").text == "Vandaag, half zes"
    assert ". We vragen dan eerst Tjeerd." in " ".join(page.text.split())
