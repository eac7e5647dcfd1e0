"""Where a week falls short: said in one breath, marked on its days, and drawn where a turn is missing."""

import datetime as dt

import pytest

from netwerkberaad.domain import yes
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.safety import floors, open_shapes, week_of_floors
from netwerkberaad.domain.week import roster
from netwerkberaad.domain.week.week import Week
from tests import agreed, cast

MONDAY, TODAY = dt.date(2026, 10, 12), dt.date(2026, 10, 8)
VISITS = "Elke dag komt er iemand kijken. Om de beurt."


@pytest.fixture
def ours(db, now):
    made = cast.family(now)
    plan.Plan.create(circle=made.circle, start=MONDAY)
    made.ilse = cast.circle.draw_person(made.circle, "Ilse", ring=4, group="Z", part="professional", may_set_floor=True)
    return made


@pytest.fixture
def visits_every_day(ours, now):
    said = {"set_by": ours.ilse, "organisation": "Jeugdbescherming", "reason": "Te vaak alleen", "words": VISITS}
    floor = floors.set_floor(ours.circle, "coverage", **said, tag="bezoek", min_people=1, now=now)
    for person in (ours.hanneke, ours.tjeerd, ours.wendy):
        floors.Trusted.create(floor=floor, person=person, family_at=now, setter_at=now)
    return floor


@pytest.fixture
def comes(ours, now):
    def make(days, person, starts="17:30", **fields):
        made = agreed.shift(ours, "Even langskomen", days, starts, person, now=now, **fields)
        roster.Task.update(tag="bezoek").where(roster.Task.id == made.task_id).execute()
        return made

    return make


@pytest.fixture
def looks(ours):
    """(the answers, the marks, the shapes) of the week of this Monday, seen on that day."""

    def look(today=TODAY):
        said, shifts = yes.said_in(ours.circle), roster.shifts_of(ours.circle)
        week = Week(MONDAY, roster.tasks_of(ours.circle), shifts, ours.people, said, frozenset())
        found = week_of_floors.findings(ours.circle, MONDAY, today)
        return (
            open_shapes.answers(found, today),
            open_shapes.marks(found, today),
            open_shapes.shapes(found, week, today),
        )

    return look


def test_where_nothing_must_always_hold_nothing_is_said(looks, comes, ours):
    comes("0", ours.hanneke)
    assert looks() == ([], {}, [])


def test_a_week_that_holds_says_yes_and_marks_nothing(looks, comes, ours, visits_every_day):
    comes("0123456", ours.hanneke)
    answers, marks, shapes = looks()
    assert (answers, marks, shapes) == ([open_shapes.Answer("Elke dag komt er iemand kijken", True, "ja")], {}, [])


@pytest.mark.parametrize(
    ("days", "today", "words"),
    [
        ("012356", TODAY, "nog niet op vrijdag: nog niemand"),
        ("01235", TODAY, "nog niet op vrijdag en zondag"),
        ("012", TODAY, "nog niet op 4 dagen"),
        ("", TODAY, "nog op geen enkele dag"),
        ("12356", dt.date(2026, 10, 15), "niet op maandag en nog niet op vrijdag"),
        ("123456", dt.date(2026, 10, 15), "niet op maandag: niemand"),
    ],
)
def test_what_falls_short_is_said_in_one_breath(looks, comes, ours, visits_every_day, days, today, words):
    if days:
        comes(days, ours.hanneke)
    (answer,) = looks(today)[0]
    assert (answer.is_met, answer.words) == (False, words)


def test_a_day_that_falls_short_is_marked_with_its_reason(looks, comes, ours, visits_every_day):
    comes("12356", ours.hanneke)
    comes("0", ours.tjeerd, said=False)
    marks = looks(dt.date(2026, 10, 13))[1]
    assert marks == {
        dt.date(2026, 10, 12): open_shapes.Mark(True, ("Elke dag komt er iemand kijken: Tjeerd zei geen ja",)),
        dt.date(2026, 10, 16): open_shapes.Mark(False, ("Elke dag komt er iemand kijken: nog niemand",)),
    }


def test_an_open_shape_stands_at_the_time_at_which_others_come(looks, comes, ours, visits_every_day):
    comes("0123", ours.hanneke)
    comes("5", ours.tjeerd, starts="10:00")
    shapes = looks()[2]
    assert [(shape.day.weekday(), shape.shift.starts, shape.state, shape.shift.id) for shape in shapes] == [
        (4, "17:30", "open", None),
        (6, "17:30", "open", None),
    ]
    assert shapes[0].span[0].isoformat() == "2026-10-16T17:30:00+02:00"


def test_no_shape_where_a_turn_stands_already_or_the_day_has_gone(looks, comes, ours, visits_every_day):
    comes("123", ours.hanneke)
    comes("4", None)
    comes("5", ours.tjeerd, said=False)
    shapes = looks(dt.date(2026, 10, 13))[2]
    assert [shape.day.weekday() for shape in shapes] == [6]


def test_a_second_turn_that_is_missing_is_drawn_too(looks, comes, ours, visits_every_day):
    floors.FloorRequirement.update(min_per_day=2, days="012").execute()
    comes("012", ours.hanneke)
    comes("1", ours.tjeerd, starts="10:00")
    comes("2", None)
    assert [shape.day.weekday() for shape in looks()[2]] == [0]


def test_without_a_usual_time_no_time_is_made_up(looks, ours, visits_every_day):
    answers, marks, shapes = looks()
    assert (len(marks), shapes) == (7, [])


def test_two_floors_of_one_kind_draw_one_shape(looks, comes, ours, visits_every_day, now):
    said = {"set_by": ours.ilse, "organisation": "Jeugdbescherming", "reason": "Te vaak alleen"}
    floors.set_floor(ours.circle, "coverage", **said, tag="bezoek", words="Elke vrijdag ook.", days="4", now=now)
    comes("012356", ours.hanneke)
    answers, marks, shapes = looks()
    assert (len(answers), len(marks[dt.date(2026, 10, 16)].reasons), len(shapes)) == (2, 2, 1)


def test_what_does_not_hold_is_said_first(looks, comes, ours, visits_every_day, now):
    said = {"set_by": ours.ilse, "organisation": "Jeugdbescherming", "reason": "Druk"}
    words = "Oma Riet is niet alleen met Noor. Er is altijd een volwassene bij."
    floors.set_floor(ours.circle, "companion", **said, words=words, tag="met_kinderen", person=ours.oma_riet, now=now)
    assert [(answer.asks, answer.is_met) for answer in looks()[0]] == [
        ("Elke dag komt er iemand kijken", False),
        ("Oma Riet is niet alleen met Noor", True),
    ]
    comes("0123456", ours.hanneke)
    meal = agreed.shift(ours, "Samen koken", "6", "16:00", ours.oma_riet, now=now)
    roster.Task.update(tag="met_kinderen").where(roster.Task.id == meal.task_id).execute()
    assert [(answer.asks, answer.words) for answer in looks()[0]] == [
        ("Oma Riet is niet alleen met Noor", "nog niet op zondag: Oma Riet heeft nog niemand erbij"),
        ("Elke dag komt er iemand kijken", "ja"),
    ]


def test_too_few_people_is_no_matter_of_one_day(looks, comes, ours, visits_every_day):
    floors.FloorRequirement.update(min_people=3).execute()
    comes("0123456", ours.hanneke)
    answers, marks, shapes = looks()
    assert answers[0].words == "alleen Hanneke komt. Er zijn er minstens drie nodig"
    assert (marks, shapes) == ({}, [])
