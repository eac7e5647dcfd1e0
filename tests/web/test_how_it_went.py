"""«Gedaan» or «Niet doorgegaan»: from the moment it begins, by whoever did it, and back where it was said."""

import pytest

from netwerkberaad.domain.circle import change_person
from netwerkberaad.domain.week import done
from tests.web.test_shifts import rows, said, saturday

__all__ = ["saturday"]


def test_from_the_moment_it_begins_i_say_done(phone, family, saturday, clock_says):
    wendy = phone(family.wendy)
    clock_says(2026, 10, 10, 20, 29)
    assert not wendy.get("/mijn").select("form[action$='/hoe-het-ging']")
    clock_says(2026, 10, 10, 20, 30)
    page = wendy.submit(wendy.get("/mijn"), "/hoe-het-ging", went="done")
    assert "Dank je wel. Het staat erbij." in page.text
    assert done.Done.get().told_by == family.wendy
    assert said(page, ".next-thing__when") == "Zaterdag 17 oktober, half negen"


@pytest.mark.parametrize(("went", "tag"), [("done", "gedaan"), ("missed", "niet doorgegaan")])
def test_afterwards_the_page_asks_and_the_week_shows_it(phone, family, saturday, clock_says, went, tag):
    wendy = phone(family.wendy)
    clock_says(2026, 10, 11, 9, 0)
    page = wendy.get("/mijn")
    assert rows(page, "ging") == ["za 20.30 Lotte bellen zaterdag 10 oktober Gedaan Nee"]
    page = wendy.submit(page, "/hoe-het-ging", went=went)
    assert rows(page, "ging") == []
    week = phone(family.karim).get("/mijn/week")
    assert said(week, "li[id$='-2026-10-10'] .tag") == tag


def test_the_contact_person_takes_a_no_back(phone, family, saturday, clock_says):
    tjeerd = phone(family.tjeerd)
    clock_says(2026, 10, 11, 22, 0)
    tjeerd.submit(tjeerd.get("/mijn/week"), "/hoe-het-ging", went="missed")
    tjeerd.submit(tjeerd.get("/mijn/week"), "/hoe-het-ging", went="done")
    assert [row.went for row in done.Done.select()] == ["done"]
    assert not tjeerd.get("/mijn/week").select("form[action*='/hoe-het-ging']")


def test_whoever_says_how_it_went_in_an_older_week_comes_back_to_that_date(phone, family, saturday, clock_says):
    tjeerd = phone(family.tjeerd)
    clock_says(2026, 10, 20, 12, 0)
    page = tjeerd.submit(tjeerd.get("/mijn/week?van=2026-10-05"), "/2026-10-10/hoe-het-ging", went="missed")
    assert tjeerd.response.request.full_path == "/mijn/week?van=2026-10-10"
    assert said(page, ".notice--told") == "Goed dat je het zegt."
    assert said(page, "#dag-2026-10-10") == "Zaterdag 10 oktober"
    assert said(page, "li[id$='-2026-10-10'] .tag") == "niet doorgegaan"


def test_a_day_gone_by_of_this_week_is_open_to_whoever_comes_back_to_it(phone, family, saturday, clock_says):
    wendy = phone(family.wendy)
    clock_says(2026, 10, 11, 9, 0)
    page = wendy.get("/mijn/week")
    assert not page.select_one("#eerder").has_attr("open")
    page = wendy.submit(page, "/2026-10-10/hoe-het-ging", follow=False, went="done")
    assert wendy.response.location == "/mijn/week?van=2026-10-10#dag-2026-10-10"
    page = wendy.get(wendy.response.location)
    assert page.select_one("#eerder").has_attr("open")
    assert said(page, ".notice--told") == "Dank je wel. Het staat erbij."


def test_whoever_sees_only_their_own_comes_back_to_the_first_page(phone, family, saturday, clock_says):
    change_person(family.wendy, visibility="own_tasks_only")
    wendy = phone(family.wendy)
    clock_says(2026, 10, 11, 9, 0)
    action = wendy.get("/mijn").select_one("form[action$='/hoe-het-ging']")["action"]
    token = wendy.get("/mijn/gegevens").select_one("[name=csrf_token]")["value"]
    wendy.post(f"{action}?op=week", {"csrf_token": token, "once": "x", "went": "done"}, follow=False, fresh=False)
    assert wendy.response.location == "/mijn"
