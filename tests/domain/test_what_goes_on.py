"""A shift that goes on changed is still the same turn: what was told of its dates, and what was said to it, stays."""

import datetime as dt

import pytest

from netwerkberaad.domain import attention, refusals, undo, yes
from netwerkberaad.domain.after import member
from netwerkberaad.domain.agreeing import closing, plan, plan_picture, plan_text
from netwerkberaad.domain.agreeing.plan_changes import what_changed
from netwerkberaad.domain.evening import offering
from netwerkberaad.domain.proposing import gathering, placing
from netwerkberaad.domain.proposing.solving import propose
from netwerkberaad.domain.safety import week_of_floors
from netwerkberaad.domain.week import arranging, away, cancelling, carrying_load, done, needs, roster, shift
from netwerkberaad.domain.week.from_now_on import Since
from netwerkberaad.domain.week.week import Week
from tests import agreed, floors_cast
from tests.domain.test_from_now_on import BEGAN, FROM_NEXT_WEEK, FROM_TODAY, NEXT_WEEK, TODAY, ours, week, who

__all__ = ["ours"]


def october(day):
    return dt.date(2026, 10, day)


def fresh(family, one):
    return roster.shift_in(family.circle, one.id)


def on(family, one, day):
    day = october(day)
    told = shift.told_in(family.circle, day, day)
    return shift.shift_on(fresh(family, one), day, yes.said_in(family.circle), told)


def taken_over(family, one, day, person, by, now):
    row = cancelling.cancel(on(family, one, day), person.id, now=now)
    cancelling.take_over(row, by.id, via="all", now=now)


def nobody_goes_along(family, now):
    """Karim, who goes along with the visit, would rather do something else, from today on."""
    visit = fresh(family, family.visit)
    return arranging.rather_not(visit, "companion", seen=visit.version, since=FROM_TODAY, now=now)


def proposed(family, monday, **at):
    gathered = gathering.gathered(family.circle, monday, today=TODAY, **at)
    return gathered, propose(gathered.question)


def placed(family, monday, since, now, **at):
    gathered, proposal = proposed(family, monday, **at)
    picked = [placing.key_of(gathered, choice) for choice in proposal.choices]
    placing.place(family.circle, gathered, proposal, picked, since=since, now=now)


def a_turn(family, days, starts="10:00", **fields):
    made = roster.RegularShift.create(circle=family.circle, task=family.visit.task, days=days, starts=starts, **fields)
    return fresh(family, made)


def test_whoever_took_a_date_over_does_it_also_when_something_else_changes(ours, now):
    taken_over(ours, ours.visit, 13, ours.wendy, ours.tjeerd, now)
    nobody_goes_along(ours, now)
    assert who(ours, 13, 17) == ["Tjeerd", "Wendy"]


def test_whoever_is_away_does_not_come_because_something_else_changed(ours, now):
    floors_cast.seat_ilse(ours, now), floors_cast.everybody_knows(ours, now)
    roster.Task.update(tag="bezoek").execute()
    floors_cast.visits(ours, now, min_people=1, max_share=100, days="15", first_day=BEGAN)
    away.go(ours.wendy, october(12), october(18), now=now)
    for day in (13, 17):
        cancelling.cancel(on(ours, ours.visit, day), ours.wendy.id, now=now)
    nobody_goes_along(ours, now)
    (found,) = week_of_floors.findings(ours.circle, NEXT_WEEK, TODAY)
    assert found.planned.status == "at_risk"


def test_a_take_over_stays_when_the_program_adds_somebody_who_goes_along(ours, now):
    floors_cast.seat_ilse(ours, now)
    meal = agreed.shift(ours, "Pannenkoeken", "2", "16:00", ours.oma_riet, now=now)
    roster.Task.update(tag="met_kinderen").where(roster.Task.id == meal.task_id).execute()
    floors_cast.never_alone(ours, now)
    taken_over(ours, meal, 14, ours.oma_riet, ours.tjeerd, now)
    offering.offer(ours.circle, "Koken", person=ours.hanneke, now=now)
    placed(ours, NEXT_WEEK, FROM_NEXT_WEEK, now)
    assert who(ours, 14) == ["Tjeerd"]


def test_who_had_one_turn_that_is_over_can_be_let_go_of(ours, now):
    a_turn(ours, "1", person=ours.hanneke, repeat="once", first_day=october(6))
    closing.let_go(ours.circle, ours.hanneke.id, now=now)
    assert ("Hanneke", "proposed") in [(name, state) for _, _, _, name, _, state in week(ours)]


def test_nothing_to_come_stands_in_the_name_of_who_is_let_go_of(ours, now):
    """Not the rest of this week, where something changes from next week; nor what they took over."""
    taken_over(ours, ours.visit, 10, ours.wendy, ours.tjeerd, now)
    arranging.give_to(fresh(ours, ours.visit), seen=1, person=ours.hanneke, since=FROM_NEXT_WEEK, now=now)
    closing.let_go(ours.circle, ours.tjeerd.id, now=now)
    assert who(ours, 6, 10, 13) == ["Wendy", None, "Hanneke"]
    closing.let_go(ours.circle, ours.wendy.id, now=now)
    assert who(ours, 6, 10, 13) == ["Wendy", None, "Hanneke"]


def test_what_is_put_away_is_gone_from_today_also_where_it_changes_next_week(ours, now):
    arranging.give_to(ours.visit, seen=1, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    task = roster.task_in(ours.circle, ours.visit.task_id)
    needs.take_back_task(task, seen=task.version, since=FROM_TODAY, now=now)
    assert who(ours, 6, 10, 13) == ["Wendy", None, None]


def test_what_ends_next_week_is_still_asked_this_week(ours, now):
    turn = a_turn(ours, "5", person=ours.hanneke)
    arranging.give_to(turn, seen=1, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    said, kept = yes.said_in(ours.circle), plan.plan_of(ours.circle)
    asked = member.asked_of(ours.hanneke, roster.shifts_of(ours.circle), kept, said, today=TODAY)
    assert [one.shift.id for one in asked] == [turn.id]


def test_other_weeks_are_other_dates_and_are_asked_again(ours, now):
    swim = a_turn(ours, "1", "15:00", person=ours.hanneke, repeat="fortnightly", first_day=october(6))
    roster.says_yes(swim, "person", ours.hanneke, how="own", now=now)
    said = {"person": ours.hanneke, "days": "1", "starts": "15:00", "ends": "16:00", "repeat": "fortnightly"}
    arranging.rearrange(swim, seen=1, **said, first_day=october(13), since=FROM_TODAY, now=now)
    states = {day.day: state for day, _, begins, _, _, state in week(ours) if begins == "15:00" and day.month == 10}
    assert states == {6: "accepted", 13: "proposed", 27: "proposed"}


def test_no_undo_says_yes_again_for_who_would_rather_not(ours, now):
    promise = roster.promise_of(ours.visit)
    member.rather_not(ours.wendy, "person", shift_id=ours.visit.id, promise=promise, now=now)
    assert undo.last_deed(ours.circle, "week") is None


def test_a_piece_of_what_ends_next_week_ends_then_too(ours, now):
    turn = a_turn(ours, "456")
    arranging.give_to(turn, seen=1, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    for person, day in ((ours.hanneke, "zaterdag"), (ours.tjeerd, "vrijdag"), (ours.karim, "zondag")):
        offering.offer(ours.circle, f"Langskomen op {day}", person=person, now=now)
    before = week(ours, first=NEXT_WEEK)
    placed(ours, BEGAN, FROM_TODAY, now)
    assert week(ours, first=NEXT_WEEK) == before


def test_who_left_or_would_rather_not_is_not_proposed_again(ours, now):
    offering.offer(ours.circle, "Langskomen", person=ours.wendy, now=now)
    visit = arranging.rather_not(ours.visit, "person", seen=ours.visit.version, since=FROM_TODAY, now=now)
    arranging.rather_not(visit, "companion", seen=visit.version, since=Since(october(19), BEGAN), now=now)
    assert ours.wendy.id not in {choice.person for choice in proposed(ours, october(19))[1].choices}


def test_who_was_let_go_of_and_offered_nothing_is_not_proposed(ours, now):
    a_turn(ours, "3")
    closing.let_go(ours.circle, ours.wendy.id, now=now)
    assert ours.wendy.id not in {choice.person for choice in proposed(ours, NEXT_WEEK)[1].choices}


def test_the_desk_sees_what_is_open_in_the_coming_seven_days(ours, now):
    arranging.leave_open(ours.visit, seen=1, since=Since(october(26), BEGAN), now=now)
    assert attention._open_moments([ours.circle], TODAY) == {ours.circle.id: []}
    turn = a_turn(ours, "5")
    arranging.give_to(turn, seen=1, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    assert attention._open_moments([ours.circle], TODAY)[ours.circle.id] == [("5", "10:00")]


def test_whose_part_stays_the_same_does_not_sign_again(ours, now):
    def part_of(person):
        return plan_text.own_part(plan_text.contents_of(plan_picture.picture_of(ours.circle, today=TODAY)), person.id)

    before = part_of(ours.hanneke)
    nobody_goes_along(ours, now)
    assert part_of(ours.hanneke) == before


@pytest.mark.parametrize("undone", [False, True])
def test_under_other_words_it_is_asked_again_and_what_went_by_keeps_its_words(ours, now, undone):
    before, task = week(ours), roster.task_in(ours.circle, ours.visit.task_id)
    said = {"what": "Even kijken", "minutes": 60, "support": "P", "tag": ""}
    needs.reword_task(task, seen=task.version, **said, since=FROM_TODAY, now=now)
    if undone:
        undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
        assert week(ours) == before
        return
    assert week(ours, last=TODAY) == [one for one in before if one[0] <= TODAY]
    assert {(what, state) for day, what, *_, state in week(ours, first=TODAY)} == {("Even kijken", "proposed")}
    assert [one.what for one in roster.tasks_of(ours.circle)] == ["Even kijken"]


def test_what_was_done_since_stays_when_a_change_is_taken_back(ours, now):
    arranging.give_to(ours.visit, seen=1, person=ours.tjeerd, since=FROM_TODAY, now=now)
    (goes_on,) = roster.going_on(roster.shifts_of(ours.circle))
    roster.says_yes(fresh(ours, goes_on), "person", ours.tjeerd, how="own", now=now)
    done.tell(on(ours, goes_on, 10), done.DONE, by=ours.tjeerd.id, now=now + dt.timedelta(days=3))
    before, deed = week(ours, last=october(10)), undo.last_deed(ours.circle, "week")
    undo.undo(ours.circle, deed.id, now=now + dt.timedelta(days=3))
    assert week(ours, last=october(10)) == before


def test_what_began_today_is_not_proposed_any_more(ours, now):
    offering.offer(ours.circle, "Langskomen", person=ours.hanneke, now=now)
    a_turn(ours, "3", "09:00", repeat="once", first_day=TODAY)
    a_turn(ours, "4", "09:00")
    assert len(proposed(ours, BEGAN)[1].choices) == 2
    placed(ours, BEGAN, FROM_TODAY, now, clock="19:00")
    assert [name for day, _, _, name, _, _ in week(ours, TODAY) if day == october(9)] == ["Hanneke"]


def test_what_changes_nothing_leaves_the_undo_of_what_was_done_before(ours, now):
    arranging.give_to(ours.visit, seen=1, person=ours.tjeerd, since=Since(BEGAN), now=now)
    visit = fresh(ours, ours.visit)
    arranging.give_to(visit, seen=visit.version, person=ours.tjeerd, since=Since(BEGAN), now=now)
    assert undo.last_deed(ours.circle, "week")


def test_the_next_text_says_who_it_was_and_who_it_is_now(ours, now):
    def contents():
        return plan_text.contents_of(plan_picture.picture_of(ours.circle, today=TODAY))

    before = contents()
    arranging.give_to(ours.visit, seen=1, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    (said,) = what_changed(before, contents())
    assert said.endswith("eerst Wendy, nu Tjeerd.")


def test_what_ends_this_week_is_asked_in_the_round_of_this_week_only(ours, now):
    turn = a_turn(ours, "5", person=ours.hanneke)
    arranging.give_to(turn, seen=1, person=ours.tjeerd, since=FROM_NEXT_WEEK, now=now)
    for monday, names in ((BEGAN, {"Hanneke", "Tjeerd"}), (NEXT_WEEK, {"Tjeerd"})):
        shifts, said = roster.shifts_of(ours.circle), yes.said_in(ours.circle)
        seen = Week(monday, roster.tasks_of(ours.circle), shifts, ours.people, said, frozenset())
        assert {asked.person.name for asked in seen.waiting} == names


def test_how_long_it_takes_says_nothing_of_who_can_come(ours, now):
    taken_over(ours, ours.visit, 17, ours.wendy, ours.tjeerd, now)
    visit = fresh(ours, ours.visit)
    arranging.resize(visit, seen=visit.version, ends="19.00", since=FROM_NEXT_WEEK, now=now)
    assert who(ours, 13, 17) == ["Wendy", "Tjeerd"]


@pytest.mark.parametrize("said", [{"what": "Even kijken", "tag": ""}, {"what": "Even langskomen", "tag": "bezoek"}])
def test_other_words_and_another_kind_leave_what_went_by(ours, now, said):
    """Also when all that goes on of it began later; another kind is nothing to say yes to again."""
    arranging.leave_open(ours.visit, seen=1, since=FROM_NEXT_WEEK, now=now)
    before, task = week(ours, last=TODAY), roster.task_in(ours.circle, ours.visit.task_id)
    needs.reword_task(task, seen=1, minutes=60, support="P", **said, since=FROM_NEXT_WEEK, now=now)
    assert week(ours, last=TODAY) == before
    assert {(one.task.what, one.task.tag) for one in roster.going_on(roster.shifts_of(ours.circle))} == {
        (said["what"], said["tag"])
    }
    assert roster.shift_in(ours.circle, ours.visit.id).task == task


def test_another_kind_of_task_keeps_the_yes(ours, now):
    task = roster.task_in(ours.circle, ours.visit.task_id)
    needs.reword_task(
        task, seen=1, what=task.what, minutes=60, support="P", tag="bezoek", since=FROM_NEXT_WEEK, now=now
    )
    assert {(what, state) for _, what, _, _, _, state in week(ours)} == {("Even langskomen", "accepted")}
    undo.undo(ours.circle, undo.last_deed(ours.circle, "week").id, now=now)
    assert {one.task.tag for one in roster.shifts_of(ours.circle)} == {""}


def test_what_is_to_come_is_not_put_on_a_day_that_is_over(ours, now):
    visit = {"seen": 1, "starts": "10.00", "since": FROM_TODAY, "now": now}
    with pytest.raises(refusals.DayIsOver):
        arranging.move(ours.visit, from_date=october(10), to_date=october(7), **visit)


def test_one_date_has_one_turn_of_a_line(ours, now):
    """Changed from next week, and then again from today: what comes first is there until it ends."""
    said = {"person": ours.tjeerd, "days": "15", "starts": "17:30", "ends": "18:30"}
    fortnightly = arranging.rearrange(
        ours.visit, seen=1, **said, repeat="fortnightly", first_day=october(13), since=FROM_NEXT_WEEK, now=now
    )
    weekly = fresh(ours, fortnightly)
    arranging.rearrange(weekly, seen=weekly.version, **said, repeat="weekly", since=FROM_TODAY, now=now)
    dates = [day for day, *_ in week(ours)]
    assert len(dates) == len(set(dates))
    assert who(ours, 10, 13, 17) == ["Wendy", "Tjeerd", "Tjeerd"]


def test_what_is_over_asks_nothing_of_anybody_any_more(ours, now):
    arranging.give_to(ours.visit, seen=1, person=ours.tjeerd, since=FROM_TODAY, now=now)
    shifts, kept, said = roster.shifts_of(ours.circle), plan.plan_of(ours.circle), yes.said_in(ours.circle)
    assert carrying_load.own_load(ours.wendy, shifts, kept, said, today=TODAY).load == 0
