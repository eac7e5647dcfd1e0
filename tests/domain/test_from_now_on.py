"""What has gone by of a plan that runs stays as it was, whatever the table changes: it counts from a day on."""

import contextlib
import datetime as dt
import random

import pytest

from netwerkberaad.domain import refusals, undo, yes
from netwerkberaad.domain.after import member
from netwerkberaad.domain.agreeing import closing, plan
from netwerkberaad.domain.evening import offering
from netwerkberaad.domain.proposing import gathering, placing
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.domain.week import arranging, done, from_now_on, needs, roster, shift, when
from netwerkberaad.domain.week.from_now_on import Since
from tests import agreed, cast, floors_cast

BEGAN, TODAY, NEXT_WEEK = dt.date(2026, 10, 5), dt.date(2026, 10, 8), dt.date(2026, 10, 12)
LAST = BEGAN + when.A_DAY * 41
FROM_TODAY, FROM_NEXT_WEEK = Since(TODAY, BEGAN), Since(NEXT_WEEK, BEGAN)


@pytest.fixture
def ours(db, now):
    """The plan began on Monday 5 October; it is Thursday evening. On Tuesday and Saturday Wendy comes by."""
    family = cast.family(now)
    plan.Plan.create(circle=family.circle, start=BEGAN)
    made = agreed.shift(
        family, "Even langskomen", "15", "17:30", family.wendy, stand_in=family.hanneke, companion=family.karim, now=now
    )
    family.visit = roster.shift_in(family.circle, made.id)
    return family


def week(family, first=BEGAN, last=LAST):
    """[(date, what, when it begins, who, with whom, state)] as everybody sees it."""
    told = shift.told_in(family.circle, first, last)
    dates = shift.on_dates(roster.shifts_of(family.circle), yes.said_in(family.circle), told, first, last)
    names = {person.id: person.name for person in family.people}
    return [
        (
            one.day,
            one.regular.task.what,
            f"{one.begins:%H:%M}",
            names.get(one.person),
            names.get(one.companion),
            one.state,
        )
        for one in dates
    ]


def who(family, *days):
    """Who comes on these days of October."""
    found = {day.day: name for day, _, _, name, _, _ in week(family) if day.month == 10}
    return [found.get(day) for day in days]


def test_somebody_else_does_it_from_next_week_on(ours, now):
    arranging.give_to(ours.visit, seen=ours.visit.version, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    assert who(ours, 6, 10, 13, 17) == ["Wendy", "Wendy", "Tjeerd", "Tjeerd"]
    goes_on = roster.going_on(roster.shifts_of(ours.circle))
    assert [(one.person, one.stand_in, one.first_day) for one in goes_on] == [
        (ours.tjeerd, ours.hanneke, NEXT_WEEK + when.A_DAY)
    ]
    said = yes.said_in(ours.circle)
    parts = {part: roster.answer_of(goes_on[0], part, said) for part in roster.PARTS}
    assert parts == {"person": None, "stand_in": "spoken", "companion": "spoken"}


def test_one_undo_takes_all_of_it_back(ours, now):
    before = week(ours)
    arranging.give_to(ours.visit, seen=ours.visit.version, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    assert week(ours) == before
    assert undo.last_deed(ours.circle, "week") is None


def test_before_the_plan_begins_a_change_counts_for_all_of_it(ours, now):
    arranging.give_to(ours.visit, seen=ours.visit.version, person=ours.tjeerd, since=Since(NEXT_WEEK), now=now)
    assert who(ours, 6, 10, 13) == ["Tjeerd"] * 3


def test_what_was_done_stays_done_when_it_leaves_the_week(ours, now):
    tuesday = shift.shift_on(ours.visit, BEGAN + when.A_DAY, yes.said_in(ours.circle), shift.NOTHING)
    done.tell(tuesday, done.DONE, by=ours.wendy.id, now=now)
    arranging.take_back(ours.visit, seen=ours.visit.version, since=FROM_TODAY, now=now)
    assert [(day.day, name, state) for day, _, _, name, _, state in week(ours)] == [(6, "Wendy", "done")]
    assert roster.going_on(roster.shifts_of(ours.circle)) == []


def test_a_task_that_is_put_away_leaves_what_went_by(ours, now):
    needs.take_back_task(ours.visit.task, seen=ours.visit.task.version, since=FROM_TODAY, now=now)
    assert who(ours, 6, 10) == ["Wendy", None]
    assert roster.tasks_of(ours.circle) == []
    undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    assert who(ours, 6, 10) == ["Wendy", "Wendy"]
    assert len(roster.tasks_of(ours.circle)) == 1


def test_who_would_stand_in_says_nothing_of_what_went_by(ours, now):
    arranging.name_stand_in(ours.visit, seen=ours.visit.version, person=ours.tjeerd, now=now)
    assert [one.id for one in roster.shifts_of(ours.circle)] == [ours.visit.id]


def test_liever_anders_on_the_own_phone_counts_from_today(ours, now):
    promise = roster.promise_of(ours.visit)
    member.rather_not(ours.wendy, "person", shift_id=ours.visit.id, promise=promise, now=now)
    assert who(ours, 6, 10, 13) == ["Wendy", None, None]


def test_who_is_let_go_of_did_what_they_did(ours, now):
    closing.let_go(ours.circle, ours.wendy.id, now=now)
    assert who(ours, 6, 10, 13) == ["Wendy", None, None]
    assert [one.still_open for one in roster.going_on(roster.shifts_of(ours.circle))] == [True]


def test_a_date_of_today_that_began_is_gone_by_too(ours, now):
    late = agreed.shift(ours, "Koken", "3", "18:00", ours.hanneke, now=now)  # an hour ago
    later = agreed.shift(ours, "Bellen", "3", "20:30", ours.hanneke, now=now)
    for one in (late, later):
        arranging.give_to(roster.shift_in(ours.circle, one.id), seen=1, person=ours.tjeerd, since=FROM_TODAY, now=now)
    today = {what: name for day, what, _, name, _, _ in week(ours) if day == TODAY}
    assert today == {"Koken": "Hanneke", "Bellen": "Tjeerd"}


def test_what_is_over_cannot_be_changed(ours, now):
    arranging.give_to(ours.visit, seen=ours.visit.version, person=ours.tjeerd, since=FROM_TODAY, now=now)
    over = roster.shift_in(ours.circle, ours.visit.id)
    with pytest.raises(refusals.NothingToCome):
        arranging.give_to(over, seen=over.version, person=ours.karim, since=FROM_NEXT_WEEK, now=now)


def test_first_from_next_week_and_then_from_today(ours, now):
    arranging.give_to(ours.visit, seen=ours.visit.version, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    old = roster.shift_in(ours.circle, ours.visit.id)
    arranging.give_to(old, seen=old.version, person=ours.hanneke, since=FROM_TODAY, now=now)
    assert who(ours, 6, 10, 13, 17) == ["Wendy", "Hanneke", "Tjeerd", "Tjeerd"]


def test_every_other_week_keeps_its_weeks(ours, now):
    falls = {"repeat": "fortnightly", "first_day": BEGAN + when.A_DAY}
    made = agreed.shift(ours, "Zwemmen", "1", "15:00", ours.hanneke, now=now)
    roster.RegularShift.update(**falls).where(roster.RegularShift.id == made.id).execute()
    swim = roster.shift_in(ours.circle, made.id)
    arranging.give_to(swim, seen=swim.version, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    assert [(day.day, name) for day, what, _, name, _, _ in week(ours) if what == "Zwemmen" and day.month == 10] == [
        (6, "Hanneke"),
        (20, "Tjeerd"),
    ]


def test_a_proposal_that_divides_a_shift_leaves_what_went_by(ours, now):
    """Wendy came on Tuesday and said so; from next week on the table leaves it open, and the program divides it."""
    floors_cast.seat_ilse(ours, now)
    floors_cast.everybody_knows(ours, now)
    floor = floors_cast.visits(ours, now, min_people=1, max_share=100, days="1", first_day=BEGAN)
    roster.Task.update(tag="bezoek").execute()
    tuesday = shift.shift_on(ours.visit, BEGAN + when.A_DAY, yes.said_in(ours.circle), shift.NOTHING)
    done.tell(tuesday, done.DONE, by=ours.wendy.id, now=now)
    before, stood = week(ours, last=TODAY), went(ours, floor)
    assert stood == ("met", "met")
    visit = roster.shift_in(ours.circle, ours.visit.id)
    arranging.leave_open(visit, seen=visit.version, since=FROM_NEXT_WEEK, now=now)
    for who, what in ((ours.tjeerd, "Langskomen op dinsdag"), (ours.hanneke, "Langskomen op zaterdag")):
        offering.offer(ours.circle, what, person=who, now=now)
    gathered = gathering.gathered(ours.circle, NEXT_WEEK, today=TODAY)
    proposal = propose(gathered.question)
    picked = [placing.key_of(gathered, choice) for choice in proposal.choices]
    assert len(picked) == 2
    placing.place(ours.circle, gathered, proposal, picked, since=FROM_NEXT_WEEK, now=now)
    assert week(ours, last=TODAY) == before
    assert went(ours, floor) == stood
    undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    assert who_comes_next(ours) == [None, None]


def went(family, floor):
    """How last week's floor stands, as planned and as it went, seen from the Monday after."""
    (found,) = week_of_floors.findings(family.circle, BEGAN, NEXT_WEEK)
    return found.planned.status, found.actual.status


def who_comes_next(family):
    return [name for day, _, _, name, _, _ in week(family) if NEXT_WEEK <= day < NEXT_WEEK + 7 * when.A_DAY]


def change_something(dice, family, since, now):
    """One deed at the table, as the buttons and the dragging do it."""
    one = dice.choice(roster.going_on(roster.shifts_of(family.circle)) or [family.spare])
    same = {"seen": one.version, "since": since, "now": now}
    new_day, monday = dice.choice([day for day in "0123456" if day not in one.days]), when.monday(since.day)
    from_date, to_date = (monday + when.A_DAY * int(day) for day in (dice.choice(one.days), new_day))
    whoever = dice.choice(family.helping)
    deeds = [
        lambda: arranging.give_to(one, person=whoever, **same),
        lambda: arranging.leave_open(one, **same),
        lambda: arranging.resize(one, ends="20.15", **same),
        lambda: arranging.take_back(one, **same),
        lambda: arranging.move(one, from_date=from_date, to_date=to_date, starts="10.00", **same),
        lambda: arranging.rather_not(one, "person", **same),
        lambda: arranging.take_on(
            family.circle, task=one.task, person=whoever, days=new_day, starts="9.00", since=since, now=now
        ),
    ]
    with contextlib.suppress(
        refusals.NothingToCome, refusals.NobodyToAsk, refusals.ChangedMeanwhile, refusals.DayIsOver
    ):
        dice.choice(deeds)()


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_changed_no_day_before_it_counts_changes(ours, now, seed):
    dice = random.Random(seed)
    ours.helping = [ours.wendy, ours.hanneke, ours.tjeerd, ours.karim]
    for number in range(3):
        days = "".join(sorted(dice.sample("0123456", dice.randint(1, 3))))
        agreed.shift(ours, f"Taak {number}", days, "17:00", dice.choice(ours.helping), now=now)
    ours.spare = ours.visit
    for _ in range(6):
        since = from_now_on.since(BEGAN, TODAY + when.A_DAY * dice.randint(0, 9), BEGAN + 7 * when.A_DAY)
        before = week(ours, last=since.day - when.A_DAY)
        change_something(dice, ours, since, now)
        assert week(ours, last=since.day - when.A_DAY) == before
