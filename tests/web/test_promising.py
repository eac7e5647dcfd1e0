"""Promising on one's own phone at the table: what I am asked, what I do, and nobody's yes but my own (R1)."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, yes
from netwerkberaad.domain.agreeing import plan, roles
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.week import roster
from tests.agreed import shift
from tests.web.phones_inside import phone_inside, we_are_at
from tests.web.test_plan import queries

__all__ = ["phone_inside", "we_are_at"]


@pytest.fixture
def asked(family, now, we_are_at):
    """Hanneke is asked to come by on Mondays, with Tjeerd as stand-in; Wendy to be the contact person."""
    we_are_at("5.1")
    family.visit = shift(
        family, "Even langskomen", "0", "17:30", family.hanneke, stand_in=family.tjeerd, said=False, now=now
    )
    roles.choose(family.circle, "contact_person", family.wendy.id, now=now)
    return family


def asks(page):
    return [card.get_text(strip=True) for card in page.select("article[id^=vraag-] .next-thing__what")]


def does(page):
    return [what.get_text(strip=True) for what in page.select(".promise__what")]


def form_of(page, card):
    """The fields that the buttons of one card send along."""
    return {field["name"]: field["value"] for field in page.select(f"#{card} input[type=hidden]")}


def test_who_is_asked_says_yes_on_their_own_phone(phone_inside, asked):
    hanneke = phone_inside(asked.hanneke)
    page = hanneke.get("/avond")
    assert asks(page) == ["Even langskomen"]
    assert "Elke maandag, half zes" in page.select_one(".next-thing__when").text
    page = hanneke.submit(page, "/avond/antwoorden", answer="ja")
    assert (asks(page), does(page)) == ([], ["Even langskomen"])
    said = yes.Yes.get()
    assert (said.person, said.how, said.matter) == (asked.hanneke, "own", f"regular_shift/{asked.visit.id}/person")


def test_liever_anders_opens_the_shift_again(phone_inside, asked):
    hanneke = phone_inside(asked.hanneke)
    page = hanneke.submit(hanneke.get("/avond"), "/avond/antwoorden", answer="anders")
    assert (asks(page), does(page)) == ([], [])
    assert "Kijk mee op het scherm." in page.text
    assert roster.shift_in(asked.circle, asked.visit.id).person is None


def test_a_yes_can_be_taken_back_the_same_evening(phone_inside, asked, now):
    roster.says_yes(roster.shift_in(asked.circle, asked.visit.id), "person", asked.hanneke, how="spoken", now=now)
    hanneke = phone_inside(asked.hanneke)
    page = hanneke.get("/avond")
    assert does(page) == ["Even langskomen"]
    hanneke.submit(page, "/avond/antwoorden", answer="anders")
    assert yes.said_in(asked.circle) == {}


def test_a_stand_in_and_a_role_are_asked_in_their_own_words(phone_inside, asked):
    page = phone_inside(asked.tjeerd).get("/avond")
    assert "Wil jij invallen als Hanneke niet kan?" in page.select_one(".next-thing__where").text
    wendy = phone_inside(asked.wendy)
    page = wendy.get("/avond")
    assert asks(page) == ["Wil jij het aanspreekpunt zijn?"]
    page = wendy.submit(page, "/avond/antwoorden", answer="ja")
    assert does(page) == ["Jij bent het aanspreekpunt."]


def test_two_phones_show_each_their_own(phone_inside, asked):
    hanneke, karim = phone_inside(asked.hanneke), phone_inside(asked.karim)
    assert asks(hanneke.get("/avond")) == ["Even langskomen"]
    page = karim.get("/avond")
    assert asks(page) == []
    assert "Even langskomen" not in page.text


@pytest.mark.parametrize("part", ["person", "stand_in", "companion", "contact_person", "nonsense"])
def test_nobody_says_yes_for_somebody_else(phone_inside, asked, part):
    """Karim sends what stood on the phones of Hanneke, Tjeerd and Wendy."""
    shift_id = asked.visit.id if part in roster.PARTS else ""
    promise = roster.promise_of(roster.shift_in(asked.circle, asked.visit.id))
    sent = {"shift": shift_id, "part": part, "promise": promise, "answer": "ja"}
    page = phone_inside(asked.karim).post("/avond/antwoorden", sent, status=422 if shift_id else 409)
    assert page.select_one(".error-summary")
    assert not yes.Yes.select().exists()


def test_a_shift_that_changed_meanwhile_is_asked_anew(phone_inside, asked):
    hanneke = phone_inside(asked.hanneke)
    sent = form_of(hanneke.get("/avond"), f"vraag-{asked.visit.id}-person")
    roster.RegularShift.update(starts="18:30").where(roster.RegularShift.id == asked.visit.id).execute()
    page = hanneke.post("/avond/antwoorden", {**sent, "answer": "ja"}, status=409, fresh=False)
    assert "net veranderd" in page.select_one(".error-summary").text
    assert "half zeven" in page.select_one(".next-thing__when").text
    assert not yes.Yes.select().exists()


def test_the_same_tap_twice_counts_once(phone_inside, asked):
    hanneke = phone_inside(asked.hanneke)
    sent = form_of(hanneke.get("/avond"), f"vraag-{asked.visit.id}-person") | {"answer": "ja"}
    for _ in range(2):
        hanneke.post("/avond/antwoorden", sent, fresh=False)
    assert yes.Yes.select().count() == 1


def test_who_sees_only_their_own_tasks_gets_no_names_of_others(phone_inside, asked):
    circle.change_person(asked.tjeerd, visibility="own_tasks_only")
    page = phone_inside(asked.tjeerd).get("/avond")
    assert asks(page) == ["Even langskomen"]
    assert "Hanneke" not in page.select_one("#voor-jou").text
    phone_inside(asked.tjeerd).get("/avond/plan", status=403)


def test_a_professional_is_asked_only_what_they_are_named_for(phone_inside, asked, now):
    ilse = circle.draw_person(asked.circle, "Ilse", ring=4, group="Z")
    meeting.attend(asked.meeting, ilse, now=now)
    page = phone_inside(ilse).get("/avond")
    assert (asks(page), does(page)) == ([], [])
    shift(asked, "Uitleg geven op school", "2", "10:00", ilse, said=False, now=now)
    assert asks(phone_inside(ilse).get("/avond")) == ["Uitleg geven op school"]
    phone_inside(ilse).get("/avond/bereikbaar", status=403)


def test_what_changes_under_somebody_s_eyes_is_a_live_part_without_fields_to_type_in(phone_inside, asked, we_are_at):
    for code in ("5.1", "6.2"):
        we_are_at(code)
        live = phone_inside(asked.hanneke).get("/avond").select_one("#voor-jou[data-live]")
        assert live.select("form button")
        assert not live.select("textarea, input:not([type=hidden])")


def test_after_the_end_of_the_old_plan_the_next_one_is_asked(phone_inside, asked):
    plan.Plan.update(start=dt.date(2026, 8, 1), weeks=6).where(plan.Plan.circle == asked.circle).execute()
    assert asks(phone_inside(asked.hanneke).get("/avond")) == ["Even langskomen"]


def test_a_phone_that_waits_to_be_let_in_answers_nothing(phone_inside, asked):
    nobody = phone_inside(None)
    nobody.post("/avond/antwoorden", {"part": "contact_person", "answer": "ja"}, status=403)


def test_ten_shifts_ask_the_database_as_often_as_one(phone_inside, asked, now):
    hanneke = phone_inside(asked.hanneke)
    hanneke.get("/avond")
    one = queries(lambda: hanneke.get("/avond"))
    for day in range(7):
        shift(asked, f"Koken {day}", str(day), "18:00", asked.hanneke, said=day % 2, now=now)
    hanneke.get("/avond")
    assert queries(lambda: hanneke.get("/avond")) == one
