"""The code on the wall: in a corner of every page, large where people join, and gone when the evening is."""

from dataclasses import replace

import pytest

from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import joining
from netwerkberaad.domain.taking_part.joining import Guest


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


def test_the_code_stands_in_a_corner_of_every_page_and_the_qr_holds_the_whole_address(
    app, marije, at, evening, monkeypatch
):
    real = replace(app.config["SETTINGS"], base_url="http://192.168.1.20:5000")
    monkeypatch.setitem(app.config, "SETTINGS", real)
    for path in ("vraag/1.3", "onze-kring/2.1", "week", "meedoen"):
        page = marije.get(at(path))
        code = joining.said_code(meeting.Meeting.get_by_id(evening.id).code)
        assert page.select_one(".bar__code").text == code
    assert page.select_one(".join__code").text == code
    assert page.select_one(".join__address").text == "192.168.1.20:5000/meedoen"
    assert page.select_one("#join-qr svg")


def test_the_first_question_shows_the_code_and_names_as_people_join(marije, at, evening, comes):
    page = marije.get(at("vraag/1.1"))
    assert page.select_one("#welcome-code svg")
    assert page.select_one(".to-join__code").text == joining.said_code(meeting.Meeting.get_by_id(evening.id).code)
    assert page.select_one("#tegels").has_attr("data-live")
    guest = comes(name="Fatima")
    tile = marije.get(at("vraag/1.1")).select_one(f"#tegel-{guest.person_id}")
    assert "there__tile--in" in tile["class"]


def test_names_come_on_the_join_page_as_people_join(app, marije, at, evening, comes, monkeypatch):
    real = replace(app.config["SETTINGS"], base_url="http://192.168.1.20:5000")
    monkeypatch.setitem(app.config, "SETTINGS", real)
    guest = comes(name="Fatima")
    page = marije.get(at("meedoen"))
    assert page.select_one("#joined").has_attr("data-live")
    assert "Fatima" in page.select_one(f"#joined-{guest.person_id}").text


def test_looking_at_the_code_again_makes_no_other(marije, at, evening):
    for _ in range(3):
        marije.get(at("meedoen"))
    first = meeting.Meeting.get_by_id(evening.id).code
    marije.get(at("vraag/1.1"))
    assert meeting.Meeting.get_by_id(evening.id).code == first


def test_a_new_code_takes_the_place_of_one_that_leaked(marije, browse, at, evening):
    page = marije.get(at("meedoen"))
    old = meeting.Meeting.get_by_id(evening.id).code
    page = marije.submit(page, "/meedoen/nieuwe-code")
    new = meeting.Meeting.get_by_id(evening.id).code
    assert new != old
    assert page.select_one(".join__code").text == joining.said_code(new)
    assert "De oude werkt niet meer." in page.text
    browse().get(f"/meedoen/{old}", 404)
    browse().get(f"/meedoen/{new}")


def test_after_the_evening_no_page_shows_a_code(marije, at, evening, now):
    marije.get(at())
    old = joining.said_code(meeting.Meeting.get_by_id(evening.id).code)
    meeting.end(meeting.Meeting.get_by_id(evening.id), now=now)
    text = marije.get(at("bijeenkomst")).text
    assert old not in text
    assert not marije.get(at("bijeenkomst")).select(".bar__code")


def test_avatars_are_those_who_are_in_and_say_who_has_a_phone(marije, at, family, evening, comes, now):
    meeting.attend(evening, family.karim, now=now)
    joining.let_in(comes(chosen=family.wendy.id), now=now)
    present = marije.get(at()).select_one("#present")
    assert [one["aria-label"] for one in present.select(".avatar")] == ["Karim", "Wendy, met telefoon"]
    Guest.update(here=False).execute()
    present = marije.get(at()).select_one("#present")
    assert [one["aria-label"] for one in present.select(".avatar")] == ["Karim"]


@pytest.mark.parametrize(("base_url", "warned"), [("http://127.0.0.1:5000", True), ("http://192.168.1.20:5000", False)])
def test_beside_the_first_question_it_says_when_no_phone_can_open_the_address(
    app, marije, at, evening, monkeypatch, base_url, warned
):
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], base_url=base_url))
    for path, where in (("vraag/1.1", "#welcome-code"), ("meedoen", "main")):
        assert ("Een telefoon kan dit adres niet openen." in marije.get(at(path)).select_one(where).text) == warned
    link = marije.get(at("vraag/1.1")).select_one(".to-join__only-here a")
    assert bool(link and link["href"] == at("meedoen")) == warned
