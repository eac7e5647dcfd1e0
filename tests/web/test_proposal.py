"""«Stel een week voor»: looked at first, a reason for each name; what is picked comes in the week as a proposal."""

import datetime as dt

import pytest

from netwerkberaad.database import one_go
from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.circle import change_person
from netwerkberaad.domain.evening import meeting, offering
from netwerkberaad.domain.proposing import smallest_change
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import arranging, roster
from tests import floors_cast
from tests.web.test_circle_queries import queries

MONDAY = dt.date(2026, 10, 12)


@pytest.fixture
def ours(family, now):
    """In step 5: somebody must cook on two days. Wendy offered to cook on Tuesday, Hanneke to call."""
    meeting.stand_at(family.meeting, "4.3")
    offering.offer(family.circle, "Koken op dinsdag", person=family.wendy, now=now)
    offering.offer(family.circle, "Bellen", person=family.hanneke, now=now)
    meeting.stand_at(family.meeting, "5.1")
    family.cooking = roster.need(family.circle, "Samen koken", now=now)
    put(family, family.cooking, "14", "17:30", now)
    return family


def put(family, task, days, starts, now):
    made = arranging.place(family.circle, task=task, days=days, starts=starts, from_day=MONDAY, now=now)
    return roster.shift_in(family.circle, made.id)


@pytest.fixture
def address(ours):
    return f"/kring/{ours.circle.id}/week/voorstel"


def proposed(page):
    """[(what, why)] as the page says it."""
    said = [
        (one.select_one(".proposal__what"), one.select_one(".proposal__why")) for one in page.select(".proposal__one")
    ]
    return [(" ".join(what.text.split()), " ".join(why.text.split())) for what, why in said]


def days_of(page):
    """[(what, weekday)] as the page says it."""
    return [
        (one.text, day.legend.text) for day in page.select(".proposal__day") for one in day.select(".proposal__what")
    ]


def standing(family):
    return sorted((s.person.name if s.person else "", s.days) for s in roster.shifts_of(family.circle))


def test_how_often_it_is_asked_is_said_unless_it_is_every_week(marije, ours, address, now):
    falls = {"days": "3", "starts": "17:30", "repeat": "fortnightly", "first_day": MONDAY + dt.timedelta(days=3)}
    arranging.place(ours.circle, task=ours.cooking, **falls, from_day=MONDAY, now=now)
    said = [what.partition(": ")[2] for what, _ in proposed(marije.get(address))]
    assert said == ["Samen koken, half zes", "Samen koken, half zes, om de week", "Samen koken, half zes"]


def test_the_week_leads_to_it_while_something_is_open(marije, ours, address):
    page = marije.get(f"/kring/{ours.circle.id}/week?vanaf={MONDAY}")
    (link,) = [a for a in page.select("a") if a.text == "Stel een week voor"]
    assert link["href"] == f"{address}?vanaf={MONDAY}"


def test_each_name_comes_with_the_offer_or_rule_that_decided(marije, address):
    assert proposed(marije.get(address)) == [
        ("Wendy: Samen koken, half zes", "Wendy bood aan: Koken op dinsdag."),
        ("Hanneke: Samen koken, half zes", "Zo is het verdeeld: Hanneke doet 1 van de 2 beurten."),
    ]


def test_what_is_picked_comes_in_the_week_as_a_proposal_and_is_taken_back_as_one(marije, ours, address, now):
    marije.submit(marije.get(address), "/week/voorstel")
    assert standing(ours) == [("Hanneke", "4"), ("Wendy", "1")]
    assert {roster.state_of(s, {}) for s in roster.shifts_of(ours.circle)} == {"proposed"}
    assert all(s.by_program for s in roster.shifts_of(ours.circle))
    deed = undo.last_deed(ours.circle, "week")
    assert deed.sentence == "2 namen staan in de week."
    undo.undo(ours.circle, deed.id, now=now)
    assert standing(ours) == [("", "14")]


def test_only_what_was_picked_is_placed_the_other_day_stays_open(marije, ours, address):
    page = marije.get(address)
    (tuesday, _) = page.select("[name=picked]")
    marije.submit(page, "/week/voorstel", picked=[tuesday["value"]])
    assert standing(ours) == [("", "4"), ("Wendy", "1")]


def test_without_a_pick_it_asks_to_pick(marije, ours, address):
    page = marije.submit(marije.get(address), "/week/voorstel", status=422, picked=None)
    assert "Kies nog welke namen je in de week zet." in page.text
    assert page.select("[name=picked][checked]") == []
    assert standing(ours) == [("", "14")]


def test_a_week_that_changed_meanwhile_is_proposed_again_and_nothing_is_placed(marije, ours, address, now):
    page = marije.get(address)
    (shift,) = roster.shifts_of(ours.circle)
    arranging.give_to(shift, seen=shift.version, person=ours.karim, now=now)
    again = marije.submit(page, "/week/voorstel", status=422)
    assert "De week is intussen veranderd." in again.text
    assert standing(ours) == [("Karim", "14")]
    assert proposed(again) == []


def test_what_people_chose_themselves_is_left_alone(marije, ours, address, now):
    marije.submit(marije.get(address), "/week/voorstel")
    wendys = next(s for s in roster.shifts_of(ours.circle) if s.days == "1")
    arranging.give_to(wendys, seen=wendys.version, person=ours.karim, now=now)
    assert not next(s for s in roster.shifts_of(ours.circle) if s.days == "1").by_program
    assert [what for what, _ in proposed(marije.get(address))] == ["Hanneke: Samen koken, half zes"]


def test_whatever_else_happens_at_the_table_does_not_stop_the_pick(marije, ours, address, now):
    page = marije.get(address)
    meeting.leave(ours.meeting, ours.oma_riet, now=now)
    marije.submit(page, "/week/voorstel")
    assert standing(ours) == [("Hanneke", "4"), ("Wendy", "1")]


def test_what_was_not_picked_stays_so_when_the_week_changed(marije, ours, address, now):
    page = marije.get(address)
    (tuesday, friday) = page.select("[name=picked]")
    carrying.tell(ours.wendy, max_per_week=0, how="own", now=now)
    again = marije.submit(page, "/week/voorstel", status=422, picked=[tuesday["value"]])
    assert "De week is intussen veranderd." in again.text
    assert [box["value"] for box in again.select("[name=picked][checked]")] == []
    assert friday["value"] in [box["value"] for box in again.select("[name=picked]")]


def test_whoever_said_yes_keeps_it_whatever_is_taken_back_or_proposed(marije, ours, address, now):
    marije.submit(marije.get(address), "/week/voorstel")
    wendys = next(s for s in roster.shifts_of(ours.circle) if s.days == "1")
    roster.says_yes(wendys, "person", ours.wendy, how="own", now=now)
    with pytest.raises(refusals.ChangedMeanwhile), one_go():
        undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    carrying.tell(ours.wendy, cannot=["1m", "1a"], how="own", now=now)
    assert [what for what, _ in proposed(marije.get(address))] == ["Hanneke: Samen koken, half zes"]


@pytest.mark.parametrize("undone", [False, True])
def test_who_would_rather_do_something_else_is_not_asked_for_it_again(marije, ours, address, now, undone):
    marije.submit(marije.get(address), "/week/voorstel")
    wendys = next(s for s in roster.shifts_of(ours.circle) if s.days == "1")
    arranging.rather_not(wendys, "person", seen=wendys.version, now=now)
    if undone:
        undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
        roster.says_yes(roster.shift_in(ours.circle, wendys.id), "person", ours.wendy, how="own", now=now)
    asked = {("Wendy" if "Wendy" in what else "Hanneke", when) for what, when in days_of(marije.get(address))}
    assert asked == ({("Hanneke", "Vrijdag")} if undone else {("Hanneke", "Dinsdag"), ("Wendy", "Vrijdag")})


def test_not_now_is_an_answer(marije, ours, address, now):
    meeting.stand_at(ours.meeting, "4.3")
    offering.not_now(ours.circle, person=ours.hanneke, now=now)
    assert [what for what, _ in proposed(marije.get(address))] == ["Wendy: Samen koken, half zes"] * 2


def test_whoever_stands_in_does_not_do_it_as_well(marije, ours, address):
    roster.RegularShift.update(stand_in=ours.hanneke).execute()
    assert [what for what, _ in proposed(marije.get(address))] == ["Wendy: Samen koken, half zes"] * 2


def test_somebody_of_seventeen_is_asked_for_what_is_light_and_their_own_idea(marije, ours, address, now):
    meeting.stand_at(ours.meeting, "4.3")
    offering.offer(ours.circle, "Spelletje met Noor", person=ours.jesse, now=now)
    meeting.stand_at(ours.meeting, "5.1")
    put(ours, roster.need(ours.circle, "Spelletje doen", tag="spel", now=now), "5", "14:00", now)
    put(ours, roster.need(ours.circle, "Spelletje in de nacht", minutes=480, now=now), "5", "23:00", now)
    assert ("Jesse: Spelletje doen, twee uur", "Jesse bood aan: Spelletje met Noor.") in proposed(marije.get(address))
    assert not [what for what, _ in proposed(marije.get(address)) if "nacht" in what and "Jesse" in what]


def test_where_no_word_of_a_no_is_understood_only_what_was_offered_is_asked(marije, ours, address, now):
    carrying.set_boundary(ours.hanneke, "Dat weet ik nog zo net", how="own", now=now)
    assert [what for what, _ in proposed(marije.get(address))] == ["Wendy: Samen koken, half zes"] * 2


def test_an_extra_visit_is_proposed_where_the_one_that_stands_does_not_count(marije, ours, address, now):
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now)
    floors_cast.visits(ours, now)
    floors_cast.come_by(ours, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", "karim"))
    said = [what for what, _ in proposed(marije.get(address)) if "Even langskomen" in what]
    assert len(said) == 1
    assert said[0].partition(":")[0] in ("Hanneke", "Wendy", "Tjeerd")


PRIVATE = "Nooit koken, daar word ik naar van"


def test_what_somebody_keeps_to_themselves_decides_in_silence(marije, ours, address, now):
    offering.offer(ours.circle, "Van alles", person=ours.tjeerd, now=now)
    carrying.set_boundary(ours.wendy, PRIVATE, how="own", now=now)
    carrying.tell(ours.hanneke, max_per_week=0, how="own", now=now)
    carrying.tell(ours.tjeerd, cannot=["1m"], how="own", now=now)
    page = marije.get(address)
    assert [what for what, _ in proposed(page)] == ["Tjeerd: Samen koken, half zes"]
    assert "Samen koken, dinsdag half zes" in page.select_one("aside.stage__companion").text
    for words in (PRIVATE, "naar van", "0 keer", "dinsdagmiddag", "kan niet", "wil niet"):
        assert words not in page.text


def test_what_must_always_hold_comes_first_and_says_so(marije, ours, address, now):
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now)
    floors_cast.visits(ours, now)
    floors_cast.come_by(ours, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", None))
    page = marije.get(address)
    said = dict(proposed(page))
    (sunday,) = [what for what in said if "Even langskomen" in what]
    assert sunday.partition(":")[0] in ("Hanneke", "Wendy", "Tjeerd")
    assert said[sunday] == "Elke dag komt er iemand kijken: zo ook op zondag."
    assert "Ja: Elke dag komt er iemand kijken" in " ".join(page.select_one("aside.stage__companion").text.split())
    marije.submit(page, "/week/voorstel")
    (visit,) = [s for s in roster.shifts_of(ours.circle) if s.task.what == "Even langskomen" and s.days == "6"]
    assert visit.person is not None
    assert visit.starts == "17:30"


def test_when_it_cannot_be_met_the_smallest_change_is_named(marije, ours, address, now):
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now)
    floors_cast.visits(ours, now)
    floors_cast.come_by(ours, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", None))
    for name in floors_cast.WHO_COUNTS:
        carrying.tell(getattr(ours, name), cannot=["6m"], how="own", now=now)
    page = marije.get(address)
    aside = " ".join(page.select_one("aside.stage__companion").text.split())
    assert "Met dit erbij kan het wel: Nog één volwassene die op zondag kan." in aside


def test_somebody_who_could_come_but_does_not_count_yet_is_named_and_agreeing_on_them_is_enough(
    marije, ours, address, now
):
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now)
    floor = floors_cast.visits(ours, now)
    floors_cast.come_by(ours, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", None))
    for name in floors_cast.WHO_COUNTS:
        carrying.tell(getattr(ours, name), cannot=["6m"], how="own", now=now)
    offering.offer(ours.circle, "Even langskomen", person=ours.karim, now=now)
    aside = " ".join(marije.get(address).select_one("aside.stage__companion").text.split())
    agree = "Als jullie samen afspreken dat Karim meetelt bij «Elke dag komt er iemand kijken»."
    assert f"Met dit erbij kan het wel: {agree}" in aside
    counting = [*(getattr(ours, name).id for name in floors_cast.WHO_COUNTS), ours.karim.id]
    floors.agree_who_counts(floor, family=counting, setter=counting, now=now)
    page = marije.get(address)
    assert "Ja: Elke dag komt er iemand kijken" in " ".join(page.select_one("aside.stage__companion").text.split())
    assert "Karim" in " ".join(what for what, _ in proposed(page))


NOT_PROVEN = "Er is veel te kiezen. Misschien is minder ook genoeg."


@pytest.mark.parametrize("proven", [True, False])
def test_whether_a_smaller_change_may_exist_is_said(marije, ours, address, now, monkeypatch, proven):
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now)
    floors_cast.visits(ours, now, days="6")
    floors_cast.come_by(ours, now, who=(None,) * 6 + ("karim",))
    change = smallest_change.Change(extra=("6",), is_smallest=proven)
    monkeypatch.setattr(smallest_change, "smallest_change", lambda question: change)
    for person in ours.people:
        carrying.tell(person, max_per_week=0, how="own", now=now)
    aside = marije.get(address).select_one("aside.stage__companion").text
    assert "Nog één volwassene die op zondag kan." in aside
    assert (NOT_PROVEN in aside) is not proven


def test_of_whoever_was_a_slip_of_the_pen_no_turn_counts_and_nothing_is_asked(marije, ours, address, now):
    """Their name still stands in the week, and among whom it was agreed with; the page says so and goes on."""
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now, but=("Tjeerd",))
    floors_cast.visits(ours, now, min_people=1, max_share=100, days="6")
    floors_cast.come_by(ours, now, who=(None,) * 6 + ("tjeerd",))
    floors_cast.never_alone(ours, now)
    floors_cast.cook(ours, now, companion=ours.tjeerd)
    for person in (ours.tjeerd, ours.oma_riet):
        change_person(person, taken_back_at=now)
    for person in ours.people:
        carrying.tell(person, max_per_week=0, how="own", now=now)
    aside = " ".join(marije.get(address).select_one("aside.stage__companion").text.split())
    assert "Met dit erbij kan het wel:" in aside
    assert "weet wat er speelt" not in aside


def test_nothing_open_says_so(marije, family):
    page = marije.get(f"/kring/{family.circle.id}/week/voorstel")
    assert page.h1.text == "In deze week staat niets open"


def test_as_many_questions_to_the_database_for_one_as_for_thirty(marije, ours, address, now):
    def asked():
        return len(queries(lambda: marije.client.get(address)))

    few = asked()
    for number in range(30):
        task = roster.need(ours.circle, f"Taak {number}", now=now)
        put(ours, task, str(number % 7), "10:00", now)
        offering.offer(ours.circle, f"Iets {number}", person=ours.people[number % 8], now=now)
    assert asked() == few
