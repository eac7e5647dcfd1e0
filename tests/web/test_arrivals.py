"""At the door, as the table sees it: one tap lets somebody in, and nobody opens it but who may."""

import pytest

from netwerkberaad import database
from netwerkberaad.domain import circle
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.evening.shared_screen import Screen
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.web import passes
from netwerkberaad.web.doors import GUEST_PASS, SCREEN_PASS
from tests.conftest import signed_in


@pytest.fixture
def at(family):
    return lambda path="vraag/1.1": f"/kring/{family.circle.id}/{path}"


@pytest.fixture
def evening(family):
    meeting.Attendance.delete().execute()
    return family.meeting


@pytest.fixture
def comes(evening, now):
    """comes(chosen=…) or comes(name=…): somebody's phone joins."""
    return lambda **said: joining.join(meeting.Meeting.get_by_id(evening.id), now=now, **said)


@pytest.fixture
def through(app, browse, family, now):
    """through("screen", …) is a browser with that pass and nothing else."""

    def let_in(door, content):
        name, path = {"screen": (SCREEN_PASS, "/scherm"), "phone": (GUEST_PASS, "/avond")}[door]
        browser = browse()
        with app.test_request_context():
            response = passes.hand_out(app.response_class(), name, content, path=path, minutes=60, keep=False)
        value = response.headers["Set-Cookie"].split(";")[0].partition("=")[2]
        browser.client.set_cookie(name, value, path=path)
        return browser

    return let_in


@pytest.fixture
def screen(through, family, now):
    opened = Screen.create(circle=family.circle, opened_by=family.facilitator, opened_at=now)
    return through("screen", opened.id)


def asks(page):
    return [" ".join(line.text.split()) for line in page.select("#at-the-door .at-the-door__asks")]


def at_the_table(evening):
    return [person.name for person in meeting.at_the_table(evening)]


def alone(evening, now, pen=None):
    meeting.Meeting.update(private_since=now, pen=pen).where(meeting.Meeting.id == evening.id).execute()


def questions(act):
    asked, execute = [], database.db.obj.execute_sql
    database.db.obj.execute_sql = lambda sql, *more, **named: asked.append(sql) or execute(sql, *more, **named)
    try:
        act()
    finally:
        database.db.obj.execute_sql = execute
    return len(asked)


@pytest.mark.parametrize("path", ["vraag/1.1", "onze-kring/2.1", "week", "afspraken/6.1", "aanwezig", "kaart"])
def test_on_every_page_at_the_table_somebody_who_chose_a_name_is_asked_about(marije, at, family, comes, path):
    assert asks(marije.get(at(path))) == []
    comes(chosen=family.wendy.id)
    page = marije.get(at(path))
    assert asks(page) == ["Is dit Wendy?"]
    assert page.select_one("#at-the-door").has_attr("data-live")


def test_one_tap_lets_them_in_and_leads_back_to_the_page(marije, at, family, evening, comes):
    guest = comes(chosen=family.wendy.id)
    page = marije.submit(marije.get(at("onze-kring/2.1")), f"/deur/{guest.id}", answer="ja")
    assert marije.response.request.path == at("onze-kring/2.1")
    assert asks(page) == []
    assert at_the_table(evening) == ["Wendy"]
    assert joining.guest_with(guest.id).person == family.wendy


def test_no_is_somebody_else(marije, at, family, evening, comes, through):
    guest = comes(chosen=family.wendy.id)
    phone = through("phone", guest.id)
    assert "Even wachten." in phone.get("/avond").text
    page = marije.submit(marije.get(at()), f"/deur/{guest.id}", answer="nee")
    assert asks(page) == []
    assert at_the_table(evening) == []
    page = phone.get("/avond")
    assert "dit is iemand anders" in page.text
    assert page.select_one("#waiting").has_attr("data-live")
    code = meeting.Meeting.get_by_id(evening.id).code
    assert page.select_one("#waiting a.button")["href"] == f"/meedoen/{code}"


@pytest.mark.parametrize("answer", ["", "misschien", "JA"])
def test_only_yes_and_no_are_answers(marije, at, family, evening, comes, answer):
    guest = comes(chosen=family.wendy.id)
    page = marije.post(at(f"deur/{guest.id}"), {"answer": answer})
    assert "Kies ja of nee." in page.text
    assert asks(page) == ["Is dit Wendy?"]


def test_answering_late_says_that_the_phone_no_longer_waits(marije, at, family, comes, now):
    guest = comes(chosen=family.wendy.id)
    joining.refuse(guest, now=now)
    assert "Deze telefoon wacht niet meer." in marije.post(at(f"deur/{guest.id}"), {"answer": "ja"}).text


def test_the_way_back_leads_nowhere_else(marije, at, family, comes):
    for back in ("https://elders.example/", "//elders.example", "/kringen", ""):
        guest = comes(chosen=family.wendy.id)
        marije.post(at(f"deur/{guest.id}"), {"answer": "nee", "back": back}, follow=False)
        assert marije.response.location == at("aanwezig")


def test_the_shared_screen_lets_in_too(screen, family, evening, comes):
    guest = comes(chosen=family.wendy.id)
    page = screen.get(f"/scherm/{family.circle.id}/vraag/1.1")
    screen.submit(page, f"/deur/{guest.id}", answer="ja")
    assert at_the_table(evening) == ["Wendy"]


def test_a_second_phone_for_a_name_is_told_apart(marije, at, family, comes, now):
    joining.let_in(comes(chosen=family.wendy.id), now=now)
    comes(chosen=family.wendy.id)
    assert asks(marije.get(at())) == ["Wendy doet al mee met een telefoon. Is dit ook Wendy?"]


def test_many_at_the_door_do_not_fill_the_wall(marije, at, family, comes):
    for person in family.people:
        comes(chosen=person.id)
    page = marije.get(at())
    assert len(asks(page)) == 3
    assert page.select_one(".at-the-door__more").text == "En nog 5."


def test_who_asks_at_the_door_costs_no_more_questions_for_eight_than_for_one(marije, at, family, comes):
    marije.get(at())
    comes(chosen=family.wendy.id)
    few = questions(lambda: marije.get(at()))
    for person in family.people:
        comes(chosen=person.id)
    assert questions(lambda: marije.get(at())) == few


def test_in_private_time_only_whoever_holds_the_pen_sees_and_answers(
    marije, screen, through, family, evening, comes, now
):
    pen = through("phone", joining.let_in(comes(chosen=family.tjeerd.id), now=now).id)
    alone(evening, now, pen=family.tjeerd)
    guest = comes(name="Dennis", relation="voetbaltrainer", works=True)
    number, deur = family.circle.id, f"deur/{guest.id}"
    assert "Dennis" not in marije.client.get(f"/kring/{number}/vraag/4.1").text
    assert "Dennis" not in screen.client.get(f"/scherm/{number}/vraag/4.1").text
    marije.post(f"/kring/{number}/{deur}", {"answer": "ja"}, 403)
    screen.post(f"/scherm/{number}/{deur}", {"answer": "ja"}, 403)
    page = pen.get(f"/avond/pen/{number}/vraag/4.1")
    assert asks(page) == ["Dennis (voetbaltrainer) wil erbij, voor het werk."]
    pen.submit(page, f"/{deur}", answer="ja")
    assert "Dennis" in at_the_table(evening)


def test_in_private_time_with_the_pen_on_the_laptop_the_screen_lets_in(screen, marije, family, evening, comes, now):
    alone(evening, now)
    guest = comes(name="Fatima", relation="buurvrouw")
    marije.post(f"/kring/{family.circle.id}/deur/{guest.id}", {"answer": "ja"}, 403)
    page = screen.get(f"/scherm/{family.circle.id}/vraag/4.1")
    assert asks(page) == ["Fatima (buurvrouw) wil erbij."]
    screen.submit(page, f"/deur/{guest.id}", answer="ja")
    assert at_the_table(evening) == ["Fatima"]


def test_in_private_time_the_table_says_who_it_is_that_typed_a_name(screen, family, evening, comes, now):
    alone(evening, now)
    guest = comes(name="Riet")
    page = screen.get(f"/scherm/{family.circle.id}/vraag/4.1")
    ways = [" ".join(button.text.split()) for button in page.select("#at-the-door button")]
    assert ways == ["Ja, dat is Oma Riet", "Ja, een ander, Riet", "Nee, Riet"]
    screen.submit(page, f"/deur/{guest.id}", answer=str(family.oma_riet.id))
    assert joining.guest_with(guest.id).person == family.oma_riet
    assert at_the_table(evening) == ["Oma Riet"]


def test_a_typed_name_lets_in_nobody_who_has_another(marije, at, family, evening, comes, now):
    alone(evening, now)
    guest = comes(name="Riet")
    alone(evening, None)
    page = marije.post(at(f"deur/{guest.id}"), {"answer": str(family.wendy.id)})
    assert "Kies een naam uit de lijst" in page.text
    assert at_the_table(evening) == []


def test_a_stranger_opens_no_door(browse, strangers, family, evening, comes):
    guest = comes(chosen=family.wendy.id)
    other = signed_in(browse(), strangers.facilitator)
    other.post(f"/kring/{family.circle.id}/deur/{guest.id}", {"answer": "ja"}, 404)
    other.post(f"/kring/{strangers.circle.id}/deur/{guest.id}", {"answer": "ja"}, 404)
    browse().post(f"/kring/{family.circle.id}/deur/{guest.id}", {"answer": "ja"}, 401)
    assert at_the_table(evening) == []


def test_a_guest_lets_in_nobody_and_not_themselves(through, family, evening, comes):
    guest = comes(chosen=family.wendy.id)
    phone = through("phone", guest.id)
    phone.post(f"/avond/pen/{family.circle.id}/deur/{guest.id}", {"answer": "ja"}, 403)
    assert at_the_table(evening) == []


@pytest.mark.parametrize("number", [0, 999999, 10**30])
def test_no_such_phone_is_not_there(marije, at, evening, number):
    marije.post(at(f"deur/{number}"), {"answer": "ja"}, 404)


def test_a_phone_that_does_not_belong_here_goes_out(marije, at, family, evening, comes, through):
    guest = comes(name="Kees")
    phone = through("phone", guest.id)
    page = marije.get(at("aanwezig"))
    assert "Hoort er niet bij" in page.select_one(f"#inside-{guest.id}").text
    page = marije.submit(page, f"/deur/{guest.id}/uit")
    assert not page.select(f"#inside-{guest.id}")
    assert at_the_table(evening) == []
    assert "Kees" not in [person.name for person in circle.people_of(family.circle)]
    phone.get("/avond", 401)


def test_the_phone_of_somebody_on_the_map_goes_out_and_they_stay(marije, at, family, evening, comes, now):
    guest = joining.let_in(comes(chosen=family.wendy.id), now=now)
    page = marije.get(at("aanwezig"))
    assert "Telefoon eruit" in page.select_one(f"#inside-{guest.id}").text
    marije.submit(page, f"/deur/{guest.id}/uit")
    assert at_the_table(evening) == ["Wendy"]


def test_a_newcomer_without_the_map_is_in_the_pickers_and_not_on_the_map(marije, at, comes):
    comes(name="Fatima", relation="buurvrouw")
    assert "Fatima" in marije.get(at("vraag/1.3")).select_one(".who").text
    assert "Fatima" in marije.get(at("aanwezig")).text
    for path in ("kaart", "onze-kring/2.1", "onze-kring/2.7"):
        assert "Fatima" not in marije.get(at(path)).select_one("main").text
