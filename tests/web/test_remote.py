"""The facilitator's own phone as the remote: it moves the wall, whispers, and shows nothing that is private."""

from dataclasses import replace

import pytest

from netwerkberaad.domain import circle, teams
from netwerkberaad.domain.evening import answers, hints, meeting, numbers
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.questions import FLOW, QUESTIONS
from netwerkberaad.domain.taking_part import carrying, notes, private_time
from netwerkberaad.domain.taking_part.joining import Guest
from netwerkberaad.domain.taking_part.notes import Note
from tests.conftest import signed_in
from tests.test_who_sees_what import with_screen
from tests.web.test_circle_queries import queries


@pytest.fixture
def remote(family):
    return f"/kring/{family.circle.id}/afstandsbediening"


@pytest.fixture
def question(family):
    """Where the table is now."""
    return lambda: Meeting.get_by_id(family.meeting.id).question


@pytest.fixture
def press(marije, remote):
    """press("next") presses that button on the remote as it is now, and returns the page after it."""

    def on_the_page(go, status=303):
        page = marije.get(remote)
        form = next(form for form in page.select("form") if form["action"] == f"{remote}/verder")
        assert form.select_one(f"button[value={go}]"), go
        sent = {one["name"]: one["value"] for one in form.select("input")}
        return marije.post(f"{remote}/verder", {**sent, "go": go}, status)

    return on_the_page


def alone(family, now):
    private_time.PrivateTime.create(meeting=family.meeting, began_at=now)
    Meeting.update(private_since=now, question="4.1").where(Meeting.id == family.meeting.id).execute()


def test_it_says_where_we_are_what_comes_after_and_what_may_help(marije, remote, family):
    for code in FLOW:
        meeting.stand_at(family.meeting, code)
        page = marije.get(remote)
        shown = page.select_one("#asked").text
        assert shown == (QUESTIONS[code].sentence if code != "4.5" else "Kan iets niet? Wat kan dan wél?")
        assert [hint.text for hint in page.select(".remote__hints p")] == hints.hints_for(code)
        assert "[" not in page.select_one("main").text
    assert "Dit is de laatste vraag." in page.text


def test_on_over_and_back_move_the_table(press, question):
    assert press("next").select_one("#asked").text == QUESTIONS["1.2"].sentence
    press("skip")
    assert question() == "1.3"
    press("back")
    assert question() == "1.2"


def test_there_is_no_way_back_from_the_first_question(marije, remote):
    assert not marije.get(remote).select("button[value=back]")


def test_it_says_what_still_has_to_be_said_before_the_next_step(press, question, family, marije, remote):
    meeting.stand_at(family.meeting, "1.6")
    page = press("next")
    assert question() == "1.6"
    assert "Er staat nog geen wens. Wat wensen jullie?" in page.select_one("[role=alert]").text
    meeting.stand_at(family.meeting, "1.4")
    assert not marije.get(f"{remote}?nog=").select("[role=alert]")


def test_one_tap_brings_the_table_to_where_it_is_mended(press, question, family, marije, remote):
    meeting.stand_at(family.meeting, "1.6")
    page = press("next")
    ways = [form["action"].rpartition("/")[2] for form in page.select("[role=alert] form")]
    assert ways == ["1.4", "1.5"]
    page = marije.submit(page, "/naar/1.5")
    assert question() == "1.5"
    assert page.select_one("#asked").text == QUESTIONS["1.5"].sentence
    assert not page.select("[role=alert]")


@pytest.mark.parametrize(("at", "to"), [("1.6", "1.2"), ("1.3", "1.5"), ("", "1.4")])
def test_to_no_other_question_and_from_nowhere_else(question, family, marije, remote, at, to):
    meeting.stand_at(family.meeting, "1.6")
    page = marije.post(f"{remote}/naar/{to}", {"from": at})
    assert question() == "1.6"
    assert "Het gesprek was al ergens anders." in page.text
    marije.post(f"{remote}/naar/9.9", {"from": "1.6"}, 404)


def test_a_phone_that_shows_an_earlier_question_moves_nobody(marije, remote, question, family):
    meeting.stand_at(family.meeting, "3.1")
    page = marije.post(f"{remote}/verder", {"from": "1.2", "go": "next"})
    assert question() == "3.1"
    assert "Het gesprek was al ergens anders." in page.text
    assert page.select_one("#asked").text == QUESTIONS["3.1"].sentence


@pytest.mark.parametrize("wrong", [{"from": "9.9", "go": "next"}, {"from": "1.1", "go": "weg"}, {}])
def test_a_button_that_is_not_there_does_nothing(marije, remote, question, wrong):
    marije.post(f"{remote}/verder", wrong, 404)
    assert question() == "1.1"


def test_it_begins_the_evening_and_goes_on_after_a_pause(marije, remote, family, now):
    Meeting.update(begun_at=None).execute()
    page = marije.submit(marije.get(remote), "/beginnen")
    assert page.select_one("#asked").text == QUESTIONS["1.1"].sentence
    meeting.pause(Meeting.get_by_id(family.meeting.id), now=now)
    page = marije.get(remote)
    assert "Pauze" in page.select_one(".remote__step").text
    assert not page.select("button[name=go]")
    marije.submit(page, "/beginnen")
    assert Meeting.get_by_id(family.meeting.id).state == "going_on"


def test_it_shows_who_is_there_with_or_without_a_phone_and_who_answered(marije, remote, family, now):
    meeting.stand_at(family.meeting, "3.1")
    said = "Er wordt weer samen gegeten"
    answers.say(family.circle, "3.1", said, person=family.wendy, now=now)
    for person, here in ((family.wendy, True), (family.karim, False)):
        Guest.create(meeting=family.meeting, person=person, joined_at=now, confirmed_at=now, here=here, seen_at=now)
    page = marije.get(remote)
    with_phone, without = page.select(".remote__people")
    assert [one.get_text(" ", strip=True) for one in with_phone.select(".remote__name")] == ["Karim even weg", "Wendy"]
    assert len(without.select("li")) == 6
    assert [tick.find_parent("li")["id"] for tick in page.select(".remote__tick")] == [f"at-{family.wendy.id}"]
    assert "Antwoord: 1 van de 8." in page.text
    assert said not in page.text


def test_the_numbers_are_shown_with_one_tap_and_never_stand_here(marije, remote, family, now):
    meeting.stand_at(family.meeting, "3.3")
    for person in (family.lotte, family.karim, family.wendy, family.hanneke):
        numbers.rate(family.circle, 7, person=person, now=now)
    page = marije.get(remote)
    assert len(page.select(".remote__tick")) == 4
    page = marije.submit(page, "/getallen")
    assert marije.response.request.path == remote
    assert not page.select(".remote__tick")
    assert not [form for form in page.select("form") if form["action"].endswith("/getallen")]
    assert "7" not in page.select_one("#at-the-table").text


def test_nothing_private_that_was_answered_stands_here(marije, remote, family, now):
    carrying.set_boundary(family.wendy, "nooit oppassen", how="own", now=now)
    carrying.tell(family.wendy, max_per_week=3, stamina="week", how="own", now=now)
    for code in ("4.4", "4.6", "4.7"):
        meeting.stand_at(family.meeting, code)
        page = marije.get(remote)
        assert not page.select(".remote__tick")
        assert "nooit oppassen" not in page.text
        assert "Wat iemand zegt, ziet alleen die persoon." in page.text


def test_in_private_time_it_waits_and_moves_nobody(marije, remote, family, question, now):
    alone(family, now)
    page = marije.get(remote)
    assert "Het gezin praat nu samen." in page.text
    assert "Wacht tot ze je roepen." in page.text
    assert QUESTIONS["4.1"].sentence not in page.text
    assert not page.select("button[name=go], .remote__people, .remote__hints, .at-the-door__one")
    marije.post(f"{remote}/verder", {"from": "4.1", "go": "next"}, 403)
    marije.post(f"{remote}/beginnen", {}, 403)
    assert question() == "4.1"


def test_in_private_time_notes_and_a_dark_screen_still_work(marije, remote, family, now):
    alone(family, now)
    page = marije.submit(marije.get(remote), "/notities", words="Vraag straks naar de buren")
    assert "Vraag straks naar de buren" in page.text
    page = marije.submit(page, "/scherm-dicht")
    assert "Scherm is dicht" in page.text
    assert "Scherm dicht" in marije.submit(page, "/scherm-open").text


def test_the_pen_and_private_time_lead_back_to_it(marije, remote, family, now):
    Guest.create(meeting=family.meeting, person=family.wendy, joined_at=now, seen_at=now)
    at, links = f"/kring/{family.circle.id}", marije.get(remote).select(".remote__links a")
    for link in links:
        assert marije.get(link["href"]).select_one(f"a.button[href='{remote}']")
    page = marije.submit(marije.get(links[0]["href"]), "/pen", person=str(family.wendy.id))
    assert page.select_one(f"nav a[href='{remote}']").text == "Terug"
    marije.submit(marije.get(links[1]["href"]), "/blijf", follow=False)
    assert marije.response.location == remote
    page = marije.submit(marije.get(links[1]["href"]), f"{at}/besloten", person=str(family.wendy.id))
    assert marije.response.request.path == remote
    assert "Het gezin praat nu samen." in page.text


@pytest.mark.parametrize("terug", ["https://elders.example", "//elders.example", "/kring/999/kaart", "/"])
def test_they_lead_nowhere_else(marije, family, terug):
    for path in ("pen", "besloten"):
        page = marije.get(f"/kring/{family.circle.id}/{path}?terug={terug}")
        assert page.select(f"nav a[href='/kring/{family.circle.id}/vraag/1.1']")
        assert "elders" not in page.text + "".join(form["action"] for form in page.select("form"))


def test_a_note_is_kept_for_whoever_wrote_it_and_nobody_else(app, marije, remote, family, browse, now):
    page = marije.submit(marije.get(remote), "/notities", words="Oma even apart spreken")
    assert [note.text for note in page.select(".remote__note")] == ["Oma even apart spreken"]
    colleague = teams.invite(family.team, "Anouk", "anouk@example.org", teams.FACILITATOR, now=now)
    notes.add(family.meeting, colleague, "Van Anouk", now=now)
    assert "Van Anouk" not in marije.get(remote).text
    signed_in(browse(), colleague).get(remote, 404)
    wall = with_screen(app, browse, family, now)
    for path in ("bijeenkomst", "vraag/1.1", "aanwezig", "besloten"):
        for who, door in ((wall, "scherm"), (marije, "kring")):
            page = who.client.get(f"/{door}/{family.circle.id}/{path}", follow_redirects=True)
            assert "Oma even apart" not in page.text


def test_a_note_can_go_and_an_empty_one_is_asked_for(marije, remote):
    page = marije.submit(marije.get(remote), "/notities", words="Oma even apart spreken")
    assert not marije.submit(page, "/weg").select(".remote__note")
    assert "Typ eerst iets." in marije.submit(marije.get(remote), "/notities", 422, words="").text
    assert "Dit is te lang" in marije.submit(marije.get(remote), "/notities", 422, words="x" * 1001).text


def test_after_the_evening_nothing_of_it_is_left_here(marije, remote, family, now):
    marije.submit(marije.get(remote), "/notities", words="Oma even apart spreken")
    meeting.end(family.meeting, now=now)
    page = marije.get(remote)
    assert Note.select().count() == 0
    assert "De avond is klaar." in page.text
    assert "Wendy" not in page.text
    assert not page.select("main form")
    marije.post(f"{remote}/verder", {"from": "1.1", "go": "next"}, 403)


def test_it_follows_the_table_and_stays_where_it_is(marije, remote, family):
    places = set()
    for code in ("1.1", "3.2"):
        meeting.stand_at(family.meeting, code)
        told = marije.get(remote).select_one("#live")
        places |= {told["data-place"], told["data-home"]}
    assert places == {remote}


def test_what_somebody_types_is_outside_every_part_that_is_swapped(marije, remote):
    assert not marije.get(remote).select("[data-live] textarea, [data-live] input:not([type=hidden])")


def test_opened_on_a_phone_it_asks_to_sign_in_and_comes_back_here(browse, family, remote):
    teams.choose_password(family.facilitator, "vogels in de heg")
    phone = browse()
    page = phone.get(phone.client.get(remote).location)
    phone.submit(page, "/inloggen", email="marije@example.org", password="vogels in de heg")
    assert phone.response.request.path == remote


def test_only_the_facilitator_beside_this_family_has_it(app, browse, family, strangers, remote, now):
    signed_in(browse(), strangers.facilitator).get(remote, 404)
    wall = with_screen(app, browse, family, now)
    wall.get(remote.replace("/kring/", "/scherm/"), 404)
    assert wall.client.get(remote).status_code == 302


def test_the_family_s_page_hands_it_over_with_a_code_to_scan(app, marije, family, remote, monkeypatch):
    card = marije.get(f"/kringen/{family.circle.id}").select_one(".remote-card")
    assert card.select_one("a")["href"] == remote
    assert not card.select(".qr")
    reachable = replace(app.config["SETTINGS"], base_url="https://kring.example.org")
    monkeypatch.setitem(app.config, "SETTINGS", reachable)
    assert marije.get(f"/kringen/{family.circle.id}").select_one(".remote-card .qr svg")


def test_it_asks_the_database_as_often_for_thirty_as_for_three(marije, remote, family, now):
    marije.get(remote)
    meeting.stand_at(family.meeting, "3.1")  # after a change everything is read again
    few = len(queries(lambda: marije.get(remote)))
    for number in range(30):
        person = circle.draw_person(family.circle, f"Buur {number}", ring=2, group="B")
        meeting.attend(family.meeting, person, now=now)
        Guest.create(meeting=family.meeting, person=person, joined_at=now, confirmed_at=now, seen_at=now)
    assert len(queries(lambda: marije.get(remote))) == few
