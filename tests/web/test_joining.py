"""Joining on one's own phone: a code, a name, nothing ticked beforehand, and one way in for everybody."""

import re

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle
from netwerkberaad.domain.after import consent
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.domain.taking_part.joining import Guest
from tests import cast


@pytest.fixture
def evening(family):
    meeting.Attendance.delete().execute()
    return family.meeting


@pytest.fixture
def code(evening, now):
    return joining.give_code(evening, now=now)


@pytest.fixture
def visitor(browse):
    return browse()


def at_the_table(evening):
    return [person.name for person in meeting.at_the_table(evening)]


def names_on(page):
    return [label.text.strip() for label in page.select(".joining__name")]


def is_ticked(page):
    return [box["value"] for box in page.select("[type=checkbox][checked], [type=radio][checked]") if box["value"]]


def join(visitor, code, status=303, follow=False, **typed):
    page = visitor.get(f"/meedoen/{code}")
    return visitor.submit(page, f"/meedoen/{code}", status, follow=follow, **typed)


def questions(act):
    asked, execute = [], database.db.obj.execute_sql
    database.db.obj.execute_sql = lambda sql, *more, **named: asked.append(sql) or execute(sql, *more, **named)
    try:
        act()
    finally:
        database.db.obj.execute_sql = execute
    return len(asked)


def test_the_typed_code_leads_to_the_question_who_you_are(visitor, code):
    page = visitor.submit(visitor.get("/meedoen"), "/meedoen", code=f" {code[:3].lower()} {code[3:].lower()} ")
    assert visitor.response.request.path == f"/meedoen/{code}"
    assert page.h1.text == "Wie ben je?"


def test_a_code_that_nobody_has_is_asked_again_with_what_was_typed(visitor, code):
    page = visitor.submit(visitor.get("/meedoen"), "/meedoen", 422, code="XXX XXX")
    assert "Deze code werkt niet. Kijk nog eens op het scherm." in page.text
    assert page.select_one("#code")["value"] == "XXX XXX"
    page = visitor.submit(page, "/meedoen", 422, code="")
    assert "Typ de code die op het scherm staat." in page.text


@pytest.mark.parametrize("typed", ["XXXXXX", "%27", "..%2f..", "<script>", "K" * 300, "😀"])
def test_a_wrong_code_in_the_address_asks_for_the_code(visitor, code, typed):
    page = visitor.get(f"/meedoen/{typed}", 404)
    if typed != "..%2f..":
        assert page.select_one("form[action='/meedoen'] #code")


def test_a_dead_code_asks_for_the_code_and_says_nothing_about_the_family(visitor, code, evening, now):
    page = visitor.get(f"/meedoen/{code}")
    meeting.end(meeting.Meeting.get_by_id(evening.id), now=now)
    for answer in (visitor.get(f"/meedoen/{code}", 404), visitor.submit(page, f"/meedoen/{code}", 404, name="Fatima")):
        assert answer.select_one("#code")
        assert "Wendy" not in answer.text
    assert not Guest.select().exists()


def test_nothing_is_ticked_and_only_two_things_are_asked(visitor, code):
    page = visitor.get(f"/meedoen/{code}")
    assert is_ticked(page) == []
    asked = [box["value"] for box in page.select("[name=consents]")]
    assert asked == ["c1", "c5"]
    for sentence in (consent.CONSENTS[each] for each in asked):
        assert sentence in page.text


def test_the_names_of_the_map_are_there_to_tap_and_not_who_was_suggested(visitor, code, family):
    circle.draw_person(family.circle, "Piet", status="suggested")
    assert names_on(visitor.get(f"/meedoen/{code}"))[:-1] == [
        f"{person.initials}{person.name}" for person in family.people
    ]


def test_a_newcomer_is_in_with_a_name_and_comes_back_as_the_same(visitor, code, evening):
    page = join(visitor, code, follow=True, name="fatima", relation="buurvrouw", consents=["c1"])
    assert visitor.response.request.path == "/avond"
    assert "Fatima" in page.text
    assert at_the_table(evening) == ["Fatima"]
    visitor.get("/avond")
    visitor.get(f"/meedoen/{code}", 302)
    assert visitor.response.location == "/avond"
    assert Guest.select().count() == 1


def test_the_pass_holds_for_the_evening_and_is_shown_at_the_table_only(visitor, code):
    join(visitor, code, name="Fatima")
    cookies = visitor.response.headers.getlist("Set-Cookie")
    passes = [each for each in cookies if each.startswith("avond=")]
    assert sorted(re.search(r"Path=([^;]+)", each)[1] for each in passes) == ["/avond", "/meedoen"]
    assert all("Max-Age=57600" in each and "HttpOnly" in each and "SameSite=Lax" in each for each in passes)


def test_a_name_that_is_missing_is_asked_for_and_what_was_typed_stays(visitor, code):
    page = join(visitor, code, 422, relation="buurvrouw", consents=["c5"], works="y")
    assert "Typ je voornaam, of kies je naam." in page.text
    assert page.select_one("#relation")["value"] == "buurvrouw"
    assert is_ticked(page) == ["y", "c5"]


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"name": "x" * 61}, "Dit is te lang: 61 tekens. Het mogen er 60 zijn."),
        ({"name": "Fatima", "relation": "x" * 81}, "Dit is te lang: 81 tekens. Het mogen er 80 zijn."),
        ({"chosen": "999999"}, "Kies een naam uit de lijst, of typ je eigen naam."),
        ({"chosen": "'; DROP TABLE guest"}, "Kies een naam uit de lijst, of typ je eigen naam."),
        ({"name": "Fatima", "consents": ["c9"]}, "Kies uit de zinnen hieronder."),
        ({"name": "\u202e\u0007"}, "Typ je voornaam, of kies je naam."),
    ],
    ids=["long name", "long relation", "nobody", "hostile", "no such consent", "nothing visible"],
)
def test_what_cannot_be_is_refused_with_a_sentence(visitor, code, typed, says):
    assert says in join(visitor, code, 422, **typed).text
    assert not Guest.select().exists()


def test_a_name_is_shown_as_text_and_never_as_markup(visitor, code, marije, family):
    join(visitor, code, follow=True, name="<script>alert(1)</script>")
    page = marije.get(f"/kring/{family.circle.id}/vraag/1.1")
    assert "<script>alert(1)</script>" in page.select_one("#tegels").get_text().lower()


def test_whoever_chooses_a_name_waits_and_nobody_else_s_page_opens(visitor, code, family, evening):
    page = join(visitor, code, follow=True, chosen=str(family.wendy.id))
    assert "Even wachten." in page.text
    assert at_the_table(evening) == []
    visitor.post("/avond/antwoord/1.3", {"words": "Namens Wendy"}, 403)
    assert not meeting.Answer.select().exists()


def test_a_typed_name_that_is_on_the_map_asks_is_this_you_and_keeps_the_rest(visitor, code, family, evening):
    page = join(visitor, code, 422, name="riet", relation="oma", consents=["c1"], works="y")
    assert page.h1.text == "Ben jij dit?"
    assert [button.span.find_next("span").text for button in page.select("[name=chosen]")] == ["Ja, ik ben Oma Riet"]
    visitor.submit(page, f"/meedoen/{code}", chosen=str(family.oma_riet.id))
    guest = Guest.get()
    assert (guest.chosen, guest.person, guest.consents) == (family.oma_riet, None, "c1")


def test_no_i_am_another_is_another(visitor, code, family, evening):
    page = join(visitor, code, 422, name="Wendy", relation="collega", consents=["c5"])
    visitor.submit(page, f"/meedoen/{code}", apart="ja")
    guest = Guest.get()
    assert guest.person not in family.people
    assert (guest.person.name, guest.person.relation) == ("Wendy", "collega")
    assert consent.given_by(guest.person) == {"c5"}


def test_a_double_tap_is_one_phone_and_either_answer_lets_it_in(app, browse, code, evening):
    visitor = browse()
    page = visitor.get(f"/meedoen/{code}")
    data = {c["name"]: c.get("value", "") for c in page.select("main form input[type=hidden]")} | {"name": "Fatima"}
    first, second = (visitor.client.post(f"/meedoen/{code}", data=data) for _ in range(2))
    assert (first.status_code, second.status_code) == (303, 303)
    assert Guest.select().count() == 1
    # The first answer never came: a browser that only has the second is in all the same.
    late = browse()
    token = late.csrf()
    before = Guest.select().count()
    answer = late.client.post(f"/meedoen/{code}", data=data | {"csrf_token": token})
    assert answer.status_code == 303
    assert Guest.select().count() == before
    assert "Fatima" in late.get("/avond").text


def test_too_many_at_once_are_told_to_wait_and_keep_what_they_typed(visitor, code, evening, now):
    Guest.insert_many(
        [{"meeting": evening, "joined_at": now, "seen_at": now} for _ in range(joining.AT_ONCE)]
    ).execute()
    page = join(visitor, code, 429, name="Fatima")
    assert "Er komen nu heel veel telefoons bij." in page.text
    assert page.select_one("#name")["value"] == "Fatima"


def test_sixty_phones_behind_one_address_come_in(browse, code, evening):
    for number in range(60):
        join(browse(), code, name=f"Gast{number}")
    assert len(at_the_table(evening)) == 60


def test_titles_are_neutral(visitor, code):
    for address in ("/meedoen", f"/meedoen/{code}"):
        assert visitor.get(address).title.text in ("Meedoen", "Agenda")


def test_another_family_s_code_is_another_phone(browse, code, family, now):
    visitor = browse()
    join(visitor, code, name="Fatima")
    theirs = joining.give_code(cast.strangers(now, family.team).meeting, now=now)
    page = visitor.get(f"/meedoen/{theirs}")
    visitor.submit(page, f"/meedoen/{theirs}", name="Fatima")
    assert [guest.meeting.circle.title for guest in Guest.select().where(Guest.left_at.is_null())] == [
        "Het geheim van de buren"
    ]


def test_the_pages_ask_as_much_of_the_database_for_one_name_as_for_forty(visitor, code, family):
    few = questions(lambda: visitor.get(f"/meedoen/{code}"))
    for number in range(32):
        circle.draw_person(family.circle, f"Nieuw{number}")
    assert questions(lambda: visitor.get(f"/meedoen/{code}")) == few


def test_the_first_page_is_small(visitor, code):
    page = visitor.get(f"/meedoen/{code}")
    assert len(page.encode()) < 20_000
