"""The roster: what a yes covers, in which state a shift is, and who may see it."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, yes
from netwerkberaad.domain.refusals import NothingNeeded, Stranger
from netwerkberaad.domain.week import roster
from netwerkberaad.domain.week.roster import RegularShift
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


def a_shift(family, now, what="Koken", **fields):
    task = roster.need(family.circle, what, now=now)
    made = RegularShift.create(circle=family.circle, task=task, **{"days": "6", "starts": "16:00", **fields})
    return roster.shift_in(family.circle, made.id)


@pytest.mark.parametrize("words", ["", "   ", None, "\u202e\n"])
def test_nothing_is_no_task(family, now, words):
    with pytest.raises(NothingNeeded):
        roster.need(family.circle, words, now=now)


def test_a_task_remembers_its_question(family, now):
    task = roster.need(family.circle, "  Zomaar bellen ", question="4.2", now=now)
    assert (task.what, task.question, task.support) == ("Zomaar bellen", "4.2", "P")
    assert roster.tasks_of(family.circle) == [task]


def test_a_shift_is_open_then_proposed_then_accepted(family, now):
    shift = a_shift(family, now)
    assert roster.state_of(shift, {}) == "open"
    shift.person = family.oma_riet
    assert roster.state_of(shift, {}) == "proposed"
    roster.says_yes(shift, "person", family.oma_riet, how="spoken", now=now)
    assert roster.state_of(shift, yes.said_in(family.circle)) == "accepted"
    assert roster.answer_of(shift, "person", yes.said_in(family.circle)) == "spoken"


@pytest.mark.parametrize(
    "change",
    [
        {"days": "5"},
        {"starts": "16:30"},
        {"minutes": 90},
        {"repeat": "odd"},
        {"first_day": dt.date(2026, 10, 18)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_yes_covers_exactly_this_promise_and_comes_back_with_it(family, now, change):
    shift = a_shift(family, now, person=family.oma_riet)
    roster.says_yes(shift, "person", family.oma_riet, how="own", now=now)
    said, before = yes.said_in(family.circle), {name: getattr(shift, name) for name in change}
    for name, value in change.items():
        setattr(shift, name, value)
    assert roster.state_of(shift, said) == "proposed"
    for name, value in before.items():
        setattr(shift, name, value)
    assert roster.state_of(shift, said) == "accepted"


def test_another_task_asks_again_but_another_capital_does_not(family, now):
    shift = a_shift(family, now, person=family.oma_riet)
    promise = roster.promise_of(shift)
    shift.task.what = "koken "
    assert roster.promise_of(shift) == promise
    shift.task.what = "Koken voor de hele straat"
    assert roster.promise_of(shift) != promise


def test_the_yes_of_one_part_or_person_is_not_that_of_another(family, now):
    shift = a_shift(family, now, person=family.oma_riet, companion=family.wendy)
    roster.says_yes(shift, "companion", family.wendy, how="own", now=now)
    said = yes.said_in(family.circle)
    assert roster.answer_of(shift, "companion", said) == "own"
    assert roster.state_of(shift, said) == "proposed"
    shift.person = family.wendy
    assert roster.state_of(shift, said) == "proposed"


def test_shifts_come_in_the_order_of_the_week_in_one_query(family, now, db):
    late = a_shift(family, now, days="0", starts="20:00", person=family.wendy, stand_in=family.tjeerd)
    early = a_shift(family, now, days="0", starts="08:00", companion=family.hanneke)
    assert roster.shifts_of(family.circle) == [early, late]
    again = roster.shifts_of(family.circle)
    db.close()  # whatever is read after this would need the database again
    assert (again[1].task.what, again[1].person.name, again[1].stand_in.name) == ("Koken", "Wendy", "Tjeerd")
    assert (again[0].person, again[0].companion.name) == (None, "Hanneke")
    assert db.is_closed()


def test_a_shift_leaves_the_week_with_its_task(family, now):
    shift = a_shift(family, now)
    roster.Task.update(taken_back_at=now).where(roster.Task.id == shift.task_id).execute()
    assert roster.shifts_of(family.circle) == []
    with pytest.raises(Stranger):
        roster.shift_in(family.circle, shift.id)


def test_another_familys_task_and_shift_do_not_exist_here(family, now):
    others = cast.strangers(now, family.team)
    shift = a_shift(others, now)
    for ask in (roster.shift_in, roster.task_in):
        with pytest.raises(Stranger):
            ask(family.circle, shift.id)
    assert roster.shifts_of(family.circle) == roster.tasks_of(family.circle) == []


def test_who_only_sees_their_own_tasks_gets_nobody_elses_times_or_names(family, now):
    karim = circle.change_person(family.karim, visibility="own_tasks_only")
    a_shift(family, now, "Oppassen", person=family.wendy, stand_in=family.tjeerd)
    own = a_shift(family, now, "Naar school", person=karim, stand_in=family.hanneke, companion=family.wendy)
    beside = a_shift(family, now, "Naar voetbal", person=family.jesse, companion=karim)
    seen = roster.seen_by(karim)
    assert {shift.id for shift in seen} == {own.id, beside.id}
    named = {getattr(shift, part) for shift in seen for part in roster.PARTS}
    assert named == {karim, None}
    assert len(roster.seen_by(family.wendy)) == 3
