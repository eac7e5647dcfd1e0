"""«Stel een week voor»: looked at first, a reason for each name; what is picked comes in the week as a proposal."""

import datetime as dt

import pytest

from netwerkberaad.database import one_go
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.evening import meeting, offering
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.from_now_on import Since
from tests.web.proposal_cast import MONDAY, days_of, proposed, put, standing
from tests.web.test_circle_queries import queries


def test_how_often_it_is_asked_is_said_unless_it_is_every_week(marije, open_week, proposal, now):
    falls = {"days": "3", "starts": "17:30", "repeat": "fortnightly", "first_day": MONDAY + dt.timedelta(days=3)}
    arranging.place(open_week.circle, task=open_week.cooking, **falls, since=Since(MONDAY), now=now)
    said = [what.partition(": ")[2] for what, _ in proposed(marije.get(proposal))]
    assert said == ["Samen koken, half zes", "Samen koken, half zes, om de week", "Samen koken, half zes"]


def test_the_week_leads_to_it_while_something_is_open(marije, open_week, proposal):
    page = marije.get(f"/kring/{open_week.circle.id}/week?vanaf={MONDAY}")
    (link,) = [a for a in page.select("a") if a.text == "Stel een week voor"]
    assert link["href"] == f"{proposal}?vanaf={MONDAY}"


def test_each_name_comes_with_the_offer_or_rule_that_decided(marije, proposal):
    assert proposed(marije.get(proposal)) == [
        ("Wendy: Samen koken, half zes", "Wendy bood aan: Koken op dinsdag."),
        ("Hanneke: Samen koken, half zes", "Zo is het verdeeld: Hanneke doet 1 van de 2 beurten."),
    ]


def test_what_is_picked_comes_in_the_week_as_a_proposal_and_is_taken_back_as_one(marije, open_week, proposal, now):
    marije.submit(marije.get(proposal), "/week/voorstel")
    assert standing(open_week) == [("Hanneke", "4"), ("Wendy", "1")]
    assert {roster.state_of(s, {}) for s in roster.shifts_of(open_week.circle)} == {"proposed"}
    assert all(s.by_program for s in roster.shifts_of(open_week.circle))
    deed = undo.last_deed(open_week.circle, "week")
    assert deed.sentence == "2 namen staan in de week."
    undo.undo(open_week.circle, deed.id, now=now)
    assert standing(open_week) == [("", "14")]


def test_only_what_was_picked_is_placed_the_other_day_stays_open(marije, open_week, proposal):
    page = marije.get(proposal)
    (tuesday, _) = page.select("[name=picked]")
    marije.submit(page, "/week/voorstel", picked=[tuesday["value"]])
    assert standing(open_week) == [("", "4"), ("Wendy", "1")]


def test_without_a_pick_it_asks_to_pick(marije, open_week, proposal):
    page = marije.submit(marije.get(proposal), "/week/voorstel", status=422, picked=None)
    assert "Kies nog welke namen je in de week zet." in page.text
    assert page.select("[name=picked][checked]") == []
    assert standing(open_week) == [("", "14")]


def test_a_week_that_changed_meanwhile_is_proposed_again_and_nothing_is_placed(marije, open_week, proposal, now):
    page = marije.get(proposal)
    (shift,) = roster.shifts_of(open_week.circle)
    arranging.give_to(shift, seen=shift.version, person=open_week.karim, now=now)
    again = marije.submit(page, "/week/voorstel", status=422)
    assert "De week is intussen veranderd." in again.text
    assert standing(open_week) == [("Karim", "14")]
    assert proposed(again) == []


def test_what_people_chose_themselves_is_left_alone(marije, open_week, proposal, now):
    marije.submit(marije.get(proposal), "/week/voorstel")
    wendys = next(s for s in roster.shifts_of(open_week.circle) if s.days == "1")
    arranging.give_to(wendys, seen=wendys.version, person=open_week.karim, now=now)
    assert not next(s for s in roster.shifts_of(open_week.circle) if s.days == "1").by_program
    assert [what for what, _ in proposed(marije.get(proposal))] == ["Hanneke: Samen koken, half zes"]


def test_whatever_else_happens_at_the_table_does_not_stop_the_pick(marije, open_week, proposal, now):
    page = marije.get(proposal)
    meeting.leave(open_week.meeting, open_week.oma_riet, now=now)
    marije.submit(page, "/week/voorstel")
    assert standing(open_week) == [("Hanneke", "4"), ("Wendy", "1")]


def test_what_was_not_picked_stays_so_when_the_week_changed(marije, open_week, proposal, now):
    page = marije.get(proposal)
    (tuesday, friday) = page.select("[name=picked]")
    carrying.tell(open_week.wendy, max_per_week=0, how="own", now=now)
    again = marije.submit(page, "/week/voorstel", status=422, picked=[tuesday["value"]])
    assert "De week is intussen veranderd." in again.text
    assert [box["value"] for box in again.select("[name=picked][checked]")] == []
    assert friday["value"] in [box["value"] for box in again.select("[name=picked]")]


def test_whoever_said_yes_keeps_it_whatever_is_taken_back_or_proposed(marije, open_week, proposal, now):
    marije.submit(marije.get(proposal), "/week/voorstel")
    placed = undo.last_deed(open_week.circle, "week")
    wendys = next(s for s in roster.shifts_of(open_week.circle) if s.days == "1")
    roster.says_yes(wendys, "person", open_week.wendy, how="own", now=now)
    assert undo.last_deed(open_week.circle, "week") is None
    with pytest.raises(refusals.SaidYesSince), one_go():
        undo.undo(open_week.circle, placed.id, now=now)
    carrying.tell(open_week.wendy, cannot=["1m", "1a"], how="own", now=now)
    assert [what for what, _ in proposed(marije.get(proposal))] == ["Hanneke: Samen koken, half zes"]


@pytest.mark.parametrize("undone", [False, True])
def test_who_would_rather_do_something_else_is_not_asked_for_it_again(marije, open_week, proposal, now, undone):
    marije.submit(marije.get(proposal), "/week/voorstel")
    wendys = next(s for s in roster.shifts_of(open_week.circle) if s.days == "1")
    arranging.rather_not(wendys, "person", seen=wendys.version, now=now)
    if undone:
        undo.undo(open_week.circle, undo.last_deed(open_week.circle, "week").id, now=now)
        roster.says_yes(roster.shift_in(open_week.circle, wendys.id), "person", open_week.wendy, how="own", now=now)
    asked = {("Wendy" if "Wendy" in what else "Hanneke", when) for what, when in days_of(marije.get(proposal))}
    assert asked == ({("Hanneke", "Vrijdag")} if undone else {("Hanneke", "Dinsdag"), ("Wendy", "Vrijdag")})


def test_not_now_is_an_answer(marije, open_week, proposal, now):
    meeting.stand_at(open_week.meeting, "4.3")
    offering.not_now(open_week.circle, person=open_week.hanneke, now=now)
    assert [what for what, _ in proposed(marije.get(proposal))] == ["Wendy: Samen koken, half zes"] * 2


def test_whoever_stands_in_does_not_do_it_as_well(marije, open_week, proposal):
    roster.RegularShift.update(stand_in=open_week.hanneke).execute()
    assert [what for what, _ in proposed(marije.get(proposal))] == ["Wendy: Samen koken, half zes"] * 2


def test_somebody_of_seventeen_is_asked_for_what_is_light_and_their_own_idea(marije, open_week, proposal, now):
    meeting.stand_at(open_week.meeting, "4.3")
    offering.offer(open_week.circle, "Spelletje met Noor", person=open_week.jesse, now=now)
    meeting.stand_at(open_week.meeting, "5.1")
    put(open_week, roster.need(open_week.circle, "Spelletje doen", tag="spel", now=now), "5", "14:00", now)
    put(open_week, roster.need(open_week.circle, "Spelletje in de nacht", minutes=480, now=now), "5", "23:00", now)
    assert ("Jesse: Spelletje doen, twee uur", "Jesse bood aan: Spelletje met Noor.") in proposed(marije.get(proposal))
    assert not [what for what, _ in proposed(marije.get(proposal)) if "nacht" in what and "Jesse" in what]


def test_where_no_word_of_a_no_is_understood_only_what_was_offered_is_asked(marije, open_week, proposal, now):
    carrying.set_boundary(open_week.hanneke, "Dat weet ik nog zo net", how="own", now=now)
    assert [what for what, _ in proposed(marije.get(proposal))] == ["Wendy: Samen koken, half zes"] * 2


PRIVATE = "Nooit koken, daar word ik naar van"


def test_what_somebody_keeps_to_themselves_decides_in_silence(marije, open_week, proposal, now):
    offering.offer(open_week.circle, "Van alles", person=open_week.tjeerd, now=now)
    carrying.set_boundary(open_week.wendy, PRIVATE, how="own", now=now)
    carrying.tell(open_week.hanneke, max_per_week=0, how="own", now=now)
    carrying.tell(open_week.tjeerd, cannot=["1m"], how="own", now=now)
    page = marije.get(proposal)
    assert [what for what, _ in proposed(page)] == ["Tjeerd: Samen koken, half zes"]
    assert "Samen koken, dinsdag half zes" in page.select_one("aside.stage__companion").text
    for words in (PRIVATE, "naar van", "0 keer", "dinsdagmiddag", "kan niet", "wil niet"):
        assert words not in page.text


def test_nothing_open_says_so(marije, family):
    page = marije.get(f"/kring/{family.circle.id}/week/voorstel")
    assert page.h1.text == "In deze week staat niets open"


def test_as_many_questions_to_the_database_for_one_as_for_thirty(marije, open_week, proposal, now):
    def asked():
        return len(queries(lambda: marije.client.get(proposal)))

    few = asked()
    for number in range(30):
        task = roster.need(open_week.circle, f"Taak {number}", now=now)
        put(open_week, task, str(number % 7), "10:00", now)
        offering.offer(open_week.circle, f"Iets {number}", person=open_week.people[number % 8], now=now)
    assert asked() == few
