"""Two people in one field: the second is told before anything is overwritten, and both texts stand side by side."""

# ruff: noqa: F811 — a fixture of meeting_cast and the argument that asks for it share their name
from types import SimpleNamespace

import pytest

from netwerkberaad.database import change
from netwerkberaad.domain import circle
from netwerkberaad.domain.agreeing import agreements, plan, plan_dates
from netwerkberaad.domain.evening import answers, offering
from netwerkberaad.domain.week import arranging, roster
from netwerkberaad.domain.week.from_now_on import Since
from tests.web.meeting_cast import at  # noqa: F401


def field(page, name):
    """What stands in this field of the page: its text."""
    found = page.select_one(f"main form [name={name}]:not([type=hidden])")
    return found.text.strip() if found.name == "textarea" else found["value"]


def side_by_side(page):
    return [[dd.text for dd in part.select("dd")] for part in page.select(".both__text")]


def story(family, now):
    answers.tell_situation(family.circle, "Lotte slaapt slecht.", now=now)
    return SimpleNamespace(
        path="vraag/1.4",
        name="words",
        first="Lotte is op.",
        second="Lotte is moe.",
        stands=lambda: answers.situation_of(family.circle).words,
    )


def answer(family, now):
    said = answers.say(family.circle, "1.3", "Ze lachen", now=now)
    return SimpleNamespace(
        path=f"antwoorden/{said.id}",
        name="words",
        first="Ze lachen veel",
        second="Ze lachen soms",
        stands=lambda: answers.answer_in(family.circle, said.id).words,
    )


def offer(family, now):
    made = offering.offer(family.circle, "Koken", person=family.wendy, question="4.3", now=now)
    return SimpleNamespace(
        path=f"aanbod/{made.id}",
        name="words",
        first="Soep koken",
        second="Pasta koken",
        stands=lambda: offering.offer_in(family.circle, made.id).what,
    )


def card(family, now):
    return SimpleNamespace(
        path=f"mensen/{family.wendy.id}",
        name="relation",
        first="vriendin van Lotte",
        second="vriendin van school",
        stands=lambda: circle.person_in(family.circle, family.wendy.id).relation,
    )


def promise(family, now):
    made = agreements.agree(
        family.circle, family.karim.id, what="belt", days=["0123456"], starts="18.30", anyway=False, now=now
    )
    made = made or plan.agreements_of(family.circle)[-1]
    return SimpleNamespace(
        path=f"afspraken/beloften/{made.id}",
        name="what",
        first="belt kort",
        second="belt lang",
        stands=lambda: agreements.agreement_in(family.circle, made.id).what,
    )


def look_back(family, now):
    plan_dates.meet_again_within(family.circle, 7, now=now)
    return SimpleNamespace(
        path="afspraken/6.8",
        name="days",
        first="5",
        second="9",
        stands=lambda: str(plan.plan_of(family.circle).retry_within_days),
    )


def task(family, now):
    needed = roster.need(family.circle, "Koken", now=now)
    return SimpleNamespace(
        path=f"taken/{needed.id}",
        name="what",
        first="Soep koken",
        second="Pasta koken",
        stands=lambda: roster.task_in(family.circle, needed.id).what,
    )


def shift(family, now):
    cooking = roster.need(family.circle, "Koken", now=now)
    taken = arranging.take_on(
        family.circle, task=cooking, person=family.wendy, days="2", starts="17:30", since=Since(now.date()), now=now
    )
    return SimpleNamespace(
        path=f"vaste-beurten/{taken.id}",
        name="starts",
        first="18.00",
        second="18.15",
        stands=lambda: roster.shift_in(family.circle, taken.id).starts.replace(":", "."),
    )


TOGETHER = pytest.mark.parametrize("thing", [story, answer, offer, card, promise, look_back, task, shift])


@TOGETHER
def test_the_second_overwrites_nothing_and_sees_both_texts(marije, family, at, now, thing):
    thing = thing(family, now)
    page = marije.get(at(thing.path))
    marije.submit(page, f"/{thing.path}", **{thing.name: thing.first})
    late = marije.submit(page, f"/{thing.path}", 409, **{thing.name: thing.second})
    assert thing.stands() == thing.first
    now_there, typed = side_by_side(late)
    assert (now_there, typed) == ([thing.first], [thing.second])
    headings = [heading.text for heading in late.select(".both .section-title")]
    assert headings == ["Dit staat er nu (net veranderd)", "Dit typte jij"]


@TOGETHER
def test_one_of_both_is_chosen(marije, family, at, now, thing):
    thing = thing(family, now)
    page = marije.get(at(thing.path))
    marije.submit(page, f"/{thing.path}", **{thing.name: thing.first})
    late = marije.submit(page, f"/{thing.path}", 409, **{thing.name: thing.second})
    take, leave = late.select_one(".both button"), late.select_one(".both a")
    assert (take.text, leave.text) == ("Neem wat jij typte", "Houd wat er staat")
    assert field(marije.get(leave["href"]), thing.name) == thing.first
    assert late.select_one(f"form#{take['form']}")["action"].split("?")[0].endswith(f"/{thing.path}")
    marije.submit(late, f"/{thing.path}")
    assert thing.stands() == thing.second


@TOGETHER
def test_first_something_missing_does_not_hide_that_somebody_was_first(marije, family, at, now, thing):
    thing = thing(family, now)
    page = marije.get(at(thing.path))
    marije.submit(page, f"/{thing.path}", **{thing.name: thing.first})
    missing = {"name" if thing.name == "relation" else thing.name: ""}
    refused = marije.submit(page, f"/{thing.path}", 422, **missing)
    typed = {field: thing.second for field in {*missing, thing.name}}
    marije.submit(refused, f"/{thing.path}", 409, **typed)
    assert thing.stands() == thing.first


def test_a_card_shows_in_words_what_differs(marije, family, at):
    page = marije.get(at(f"mensen/{family.wendy.id}"))
    change(family.wendy, ring=3)
    late = marije.submit(page, f"/mensen/{family.wendy.id}", 409, relation="buurvrouw", influence="y")
    labels = [dt.text for dt in late.select_one(".both__text").select("dt")]
    assert labels == ["Wie is dit voor jullie?", "Hoe dichtbij?", "Heeft veel invloed"]
    assert side_by_side(late) == [
        ["(niets)", "Verder weg, wel belangrijk", "nee"],
        ["buurvrouw", "Heel dichtbij", "ja"],
    ]
