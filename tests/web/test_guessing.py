"""Guessing codes: the same sentence at every place where a code is asked for, and what was typed stays."""

import pytest

from netwerkberaad.domain.taking_part import guessing, joining

WAIT = "Er zijn te veel codes geprobeerd. Wacht een paar minuten."


@pytest.fixture
def code(family, now):
    return joining.give_code(family.meeting, now=now)


@pytest.fixture
def visitor(browse, monkeypatch):
    monkeypatch.setattr(guessing, "MOST", 3)
    return browse()


def test_typed_opened_and_sent_codes_count_together(visitor, code):
    start, joins = visitor.get("/meedoen"), visitor.get(f"/meedoen/{code}")
    visitor.submit(start, "/meedoen", 422, code="XXX XXX")
    visitor.get("/meedoen/XXXXXX", 404)
    visitor.post("/meedoen/XXXXXX", {}, 404)
    page = visitor.submit(start, "/meedoen", 429, code=code)
    assert WAIT in page.text
    assert page.select_one("#code")["value"] == code
    assert WAIT in visitor.get(f"/meedoen/{code}", 429).text
    assert WAIT in visitor.submit(joins, f"/meedoen/{code}", 429, name="Fatima").text


def test_a_right_code_is_never_counted(visitor, code):
    for _ in range(5):
        assert visitor.get(f"/meedoen/{code}").h1.text == "Wie ben je?"


def test_nothing_typed_is_no_guess(visitor, code):
    page = visitor.get("/meedoen")
    for _ in range(5):
        visitor.submit(page, "/meedoen", 422, code="")
