"""«Stel een week voor» where something must always hold: it comes first, and what would make it possible is named."""

import datetime as dt

import pytest

from netwerkberaad.domain.circle import change_person
from netwerkberaad.domain.evening import offering
from netwerkberaad.domain.proposing import smallest_change
from netwerkberaad.domain.safety import floors
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import roster
from tests import agreed, floors_cast
from tests.web.proposal_cast import proposed, put


def test_an_extra_visit_is_proposed_where_the_one_that_stands_does_not_count(marije, open_week, proposal, now):
    floors_cast.seat_ilse(open_week, now)
    floors_cast.everybody_knows(open_week, now)
    floors_cast.visits(open_week, now)
    floors_cast.come_by(open_week, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", "karim"))
    said = [what for what, _ in proposed(marije.get(proposal)) if "Even langskomen" in what]
    assert len(said) == 1
    assert said[0].partition(":")[0] in ("Hanneke", "Wendy", "Tjeerd")


def test_what_must_always_hold_comes_first_and_says_so(marije, open_week, proposal, now):
    _nobody_comes_on_sunday(open_week, now)
    page = marije.get(proposal)
    said = dict(proposed(page))
    (sunday,) = [what for what in said if "Even langskomen" in what]
    assert sunday.partition(":")[0] in ("Hanneke", "Wendy", "Tjeerd")
    assert said[sunday] == "Elke dag komt er iemand kijken: zo ook op zondag."
    assert "Ja: Elke dag komt er iemand kijken" in " ".join(page.select_one("aside.stage__companion").text.split())
    marije.submit(page, "/week/voorstel")
    (visit,) = [s for s in roster.shifts_of(open_week.circle) if s.task.what == "Even langskomen" and s.days == "6"]
    assert visit.person is not None
    assert visit.starts == "17:30"


def test_when_it_cannot_be_met_the_smallest_change_is_named(marije, open_week, proposal, now):
    _nobody_comes_on_sunday(open_week, now)
    for name in floors_cast.WHO_COUNTS:
        carrying.tell(getattr(open_week, name), cannot=["6m"], how="own", now=now)
    page = marije.get(proposal)
    aside = " ".join(page.select_one("aside.stage__companion").text.split())
    assert "Met dit erbij kan het wel: Nog één volwassene die op zondag kan." in aside


def test_somebody_who_could_come_but_does_not_count_yet_is_named_and_agreeing_on_them_is_enough(
    marije, open_week, proposal, now
):
    floors_cast.seat_ilse(open_week, now)
    floors_cast.everybody_knows(open_week, now)
    floor = floors_cast.visits(open_week, now)
    floors_cast.come_by(open_week, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", None))
    for name in floors_cast.WHO_COUNTS:
        carrying.tell(getattr(open_week, name), cannot=["6m"], how="own", now=now)
    offering.offer(open_week.circle, "Even langskomen", person=open_week.karim, now=now)
    aside = " ".join(marije.get(proposal).select_one("aside.stage__companion").text.split())
    agree = "Als jullie samen afspreken dat Karim meetelt bij «Elke dag komt er iemand kijken»."
    assert f"Met dit erbij kan het wel: {agree}" in aside
    floors_cast.agree(floor, open_week.karim, now=now)
    page = marije.get(proposal)
    assert "Ja: Elke dag komt er iemand kijken" in " ".join(page.select_one("aside.stage__companion").text.split())
    assert "Karim" in " ".join(what for what, _ in proposed(page))


NOT_PROVEN = "Er is veel te kiezen. Misschien is minder ook genoeg."


@pytest.mark.parametrize("proven", [True, False])
def test_whether_a_smaller_change_may_exist_is_said(marije, open_week, proposal, now, monkeypatch, proven):
    floors_cast.seat_ilse(open_week, now)
    floors_cast.everybody_knows(open_week, now)
    floors_cast.visits(open_week, now, days="6")
    floors_cast.come_by(open_week, now, who=(None,) * 6 + ("karim",))
    change = smallest_change.Change(extra=("6",), is_smallest=proven)
    monkeypatch.setattr(smallest_change, "smallest_change", lambda question: change)
    for person in open_week.people:
        carrying.tell(person, max_per_week=0, how="own", now=now)
    aside = marije.get(proposal).select_one("aside.stage__companion").text
    assert "Nog één volwassene die op zondag kan." in aside
    assert (NOT_PROVEN in aside) is not proven


def test_of_whoever_was_a_slip_of_the_pen_no_turn_counts_and_nothing_is_asked(marije, open_week, proposal, now):
    """Their name still stands in the week, and among whom it was agreed with; the page says so and goes on."""
    floors_cast.seat_ilse(open_week, now)
    floors_cast.everybody_knows(open_week, now, but=("Tjeerd",))
    floors_cast.visits(open_week, now, min_people=1, max_share=100, days="6")
    floors_cast.come_by(open_week, now, who=(None,) * 6 + ("tjeerd",))
    floors_cast.never_alone(open_week, now)
    floors_cast.cook(open_week, now, companion=open_week.tjeerd)
    for person in (open_week.tjeerd, open_week.oma_riet):
        change_person(person, taken_back_at=now)
    for person in open_week.people:
        carrying.tell(person, max_per_week=0, how="own", now=now)
    aside = marije.get(proposal).select_one("aside.stage__companion")
    assert "Met dit erbij kan het wel:" in aside.text
    assert "Wie erbij komt, telt dan overal mee en weet wat er speelt." in aside.text
    assert "weet wat er speelt" not in aside.select_one(".proposal__change").text


def test_where_turn_taking_decides_that_is_the_reason(marije, open_week, proposal, now):
    """Wendy comes twice and Hanneke once; Karim offered just this, but only with Tjeerd three people take turns."""
    floors_cast.seat_ilse(open_week, now)
    floors_cast.everybody_knows(open_week, now)
    floors_cast.visits(open_week, now, days="024", max_share=100)
    floors_cast.come_by(open_week, now, who=("wendy", None, "wendy", None, "hanneke", None, None))
    task = next(task for task in roster.tasks_of(open_week.circle) if task.tag == "bezoek")
    put(open_week, task, "0", "19:00", now)
    offering.offer(open_week.circle, "Langskomen", person=open_week.karim, now=now)
    offering.offer(open_week.circle, "Iets lekkers bakken", person=open_week.tjeerd, now=now)
    (why,) = [why for what, why in proposed(marije.get(proposal)) if "zeven uur" in what]
    assert why == "Op maandag, woensdag en vrijdag komt er iemand kijken: zo komen er genoeg mensen om de beurt."


def test_what_is_asked_no_more_is_no_reason_and_not_in_the_list(marije, open_week, proposal, now):
    floors_cast.seat_ilse(open_week, now)
    said = floors_cast.said(open_week, words="Een regel van vroeger.")
    rule = {"person": open_week.oma_riet, "tag": "met_kinderen"}
    dates = {"first_day": dt.date(2026, 9, 1), "last_day": dt.date(2026, 9, 30)}
    floors.set_floor(open_week.circle, "companion", **said, **rule, **dates, now=now)
    floors_cast.never_alone(open_week, now)
    agreed.shift(open_week, "Pannenkoeken", "6", "16:00", open_week.oma_riet, now=now)
    roster.Task.update(tag="met_kinderen").where(roster.Task.what == "Pannenkoeken").execute()
    page = marije.get(proposal)
    (why,) = [why for what, why in proposed(page) if "Pannenkoeken" in what]
    assert why.startswith("Oma Riet is niet alleen met Noor.")
    assert "van vroeger" not in page.text


def test_what_is_met_follows_the_names_that_are_picked(marije, open_week, proposal, now):
    _nobody_comes_on_sunday(open_week, now)
    page = marije.get(proposal)
    (sunday,) = [box["value"] for box in page.select("[name=picked]") if "Elke dag" in box.find_parent("label").text]
    others = [box["value"] for box in page.select("[name=picked]") if box["value"] != sunday]
    met = page.select_one("#halen-we")
    assert "Ja: Elke dag komt er iemand kijken" in " ".join(met.text.split())
    picked = "".join(f"&picked={key}" for key in others)
    page = marije.get(met["hx-get"] + picked, fragment=True)
    assert "Nog niet: Elke dag komt er iemand kijken" in " ".join(page.select_one("#halen-we").text.split())
    assert "Even langskomen, zondag half zes" in page.select_one("#halen-we").text
    assert [box.get("checked") is not None for box in page.select("[name=picked]")].count(False) == 1


def _nobody_comes_on_sunday(family, now):
    """Somebody must come every day; everybody knows what goes on, and on six days one of three comes in turn."""
    floors_cast.seat_ilse(family, now)
    floors_cast.everybody_knows(family, now)
    floors_cast.visits(family, now)
    floors_cast.come_by(family, now, who=("hanneke", "wendy", "tjeerd", "hanneke", "wendy", "tjeerd", None))
