"""The plan: roles that people accept themselves, promises with who, what, day and time, dates and plan B."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals, undo, yes
from netwerkberaad.domain.agreeing import agreements, plan, plan_b, plan_dates, roles
from netwerkberaad.domain.agreeing.plan_picture import picture_of
from netwerkberaad.domain.evening import meeting
from tests import cast

TODAY = dt.date(2026, 10, 8)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


def accepted(ours):
    return picture_of(ours.circle, today=TODAY).accepted


def test_a_contact_person_counts_once_they_say_yes_themselves(ours, now):
    roles.choose(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    assert accepted(ours) == frozenset()
    roles.accept(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    assert accepted(ours) == {"contact_person"}


def test_somebody_else_in_the_role_has_not_said_yes(ours, now):
    roles.choose(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    roles.accept(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    roles.choose(ours.circle, "contact_person", ours.wendy.id, now=now)
    assert accepted(ours) == frozenset()


def test_nobody_says_yes_aloud_who_is_not_there(ours, now):
    roles.choose(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    meeting.leave(ours.meeting, ours.tjeerd, now=now)
    with pytest.raises(refusals.NotAtTheTable):
        roles.accept(ours.circle, "contact_person", ours.tjeerd.id, now=now)


def test_a_child_or_a_boy_of_17_is_no_contact_person(ours, now):
    for young in (ours.noor, ours.jesse):
        with pytest.raises(refusals.AdultsOnly):
            roles.choose(ours.circle, "contact_person", young.id, now=now)


def test_nobody_is_their_own_deputy(ours, now):
    roles.choose(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    with pytest.raises(refusals.OwnDeputy):
        roles.choose(ours.circle, "deputy", ours.tjeerd.id, now=now)
    roles.choose(ours.circle, "deputy", ours.wendy.id, now=now)
    kept = roles.choose(ours.circle, "contact_person", ours.wendy.id, now=now)
    assert (kept.contact_person_id, kept.deputy_id) == (ours.wendy.id, None)


def test_choosing_can_be_undone(ours, now):
    roles.choose(ours.circle, "contact_person", ours.tjeerd.id, now=now)
    roles.choose(ours.circle, "contact_person", ours.wendy.id, now=now)
    undo.undo(ours.circle, undo.last_deed(ours.circle, "plan").id, now=now)
    assert plan.plan_of(ours.circle).contact_person_id == ours.tjeerd.id


def test_the_second_who_chooses_at_the_same_moment_is_told(ours, now):
    roles.choose(ours.circle, "contact_person", ours.tjeerd.id, seen=1, now=now)
    with pytest.raises(refusals.ChangedMeanwhile):
        roles.choose(ours.circle, "contact_person", ours.wendy.id, seen=1, now=now)


def test_a_parent_or_a_professional_as_contact_person_gets_a_hint_and_no_block(ours):
    ours.tjeerd.part = "professional"
    second_thought = "Zorgen gaan vaak over thuis. Iemand van buiten kan dan fijn zijn."
    assert roles.hint_for("contact_person", ours.lotte) == second_thought
    assert roles.hint_for("contact_person", ours.tjeerd) == "Wie blijft er als de hulp stopt?"
    assert roles.hint_for("contact_person", ours.wendy) == ""


NOT_YET = [
    ("nobody", {"person_id": None}, refusals.NobodyPromises),
    ("nothing", {"what": " "}, refusals.NothingPromised),
    ("no day", {"days": []}, refusals.NoDayPromised),
    ("no such day", {"days": ["9"]}, refusals.NoDayPromised),
    ("no time", {"starts": ""}, refusals.NoTimeNamed),
    ("no such time", {"starts": "25.00"}, refusals.NoSuchTime),
    ("somebody sometimes", {"what": "Iemand helpt soms met koken"}, refusals.TooVague),
    ("sometimes", {"what": "helpt soms met koken"}, refusals.TooVague),
    ("if it does not work", {"what": "komt als het niet gaat"}, refusals.SoundsLikePlanB),
]


@pytest.mark.parametrize(("missing", "refusal"), [case[1:] for case in NOT_YET], ids=[case[0] for case in NOT_YET])
def test_an_agreement_needs_somebody_a_day_and_a_time(ours, now, missing, refusal):
    whole = {"person_id": ours.oma_riet.id, "what": "belt Lotte één keer per dag", "days": ["0"], "starts": "19.00"}
    with pytest.raises(refusal):
        agreements.agree(ours.circle, **{**whole, **missing}, now=now)
    assert plan.agreements_of(ours.circle) == []


def test_a_child_under_12_promises_nothing(ours, now):
    with pytest.raises(refusals.NoTaskForAChild):
        agreements.agree(ours.circle, ours.noor.id, "dekt de tafel", ["0"], "17.00", now=now)


def test_a_promise_is_kept_with_all_its_days_and_a_tidy_time(ours, now):
    agreements.agree(ours.circle, ours.oma_riet.id, "belt Lotte", ["0123456", "3"], "9", now=now)
    [kept] = plan.agreements_of(ours.circle)
    assert (kept.person.name, kept.days, kept.starts) == ("Oma Riet", "0123456", "09:00")


def test_what_sounds_like_plan_b_may_still_be_a_promise(ours, now):
    agreements.agree(ours.circle, ours.oma_riet.id, "belt als Sem ziek is", ["0"], "9.00", anyway=True, now=now)
    assert len(plan.agreements_of(ours.circle)) == 1


ORDINARY = [
    "belt Lotte één keer per dag",
    "praat niet met Lotte aan de deur; Esra geeft door",
    "zwaait als Sem naar school gaat",
]


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_promise_is_neither_vague_nor_plan_b(what):
    assert (agreements.is_vague(what), agreements.sounds_like_plan_b(what)) == (False, False)


def test_a_promise_can_be_said_otherwise_taken_away_and_brought_back(ours, now):
    made = agreements.agree(ours.circle, ours.oma_riet.id, "belt Lotte", ["0"], "9.00", now=now)
    said = agreements.say_otherwise(ours.circle, made.id, ours.karim.id, "belt Noor", "1", "9.30", seen=1, now=now)
    with pytest.raises(refusals.ChangedMeanwhile):
        agreements.take_away(ours.circle, made.id, seen=1, now=now)
    agreements.take_away(ours.circle, made.id, seen=said.version, now=now)
    assert plan.agreements_of(ours.circle) == []
    undo.undo(ours.circle, undo.last_deed(ours.circle, "plan").id, now=now)
    assert [a.what for a in plan.agreements_of(ours.circle)] == ["belt Noor"]


def test_plan_b_has_signs_and_steps_in_the_order_they_were_said(ours, now):
    plan_b.add_trigger(ours.circle, "Lotte appt het woord thee", now=now)
    plan_b.add_step(ours.circle, ours.hanneke.id, "komt kijken", now=now)
    second = plan_b.add_step(ours.circle, ours.tjeerd.id, "belt Marije", now=now)
    picture = picture_of(ours.circle, today=TODAY)
    assert picture.triggers == ("Lotte appt het woord thee",)
    assert picture.steps == ((ours.hanneke.id, "komt kijken"), (ours.tjeerd.id, "belt Marije"))
    plan_b.take_away_step(ours.circle, second.id, seen=1, now=now)
    assert len(picture_of(ours.circle, today=TODAY).steps) == 1


OUT_OF_REACH = [
    ("no weeks", lambda c, now: plan_dates.follow_for(c, None, TODAY, now=now), refusals.WeeksOutOfReach),
    ("zero", lambda c, now: plan_dates.follow_for(c, 0, TODAY, now=now), refusals.WeeksOutOfReach),
    ("27 weeks", lambda c, now: plan_dates.follow_for(c, 27, TODAY, now=now), refusals.WeeksOutOfReach),
    ("no start", lambda c, now: plan_dates.follow_for(c, 6, None, now=now), refusals.NoStartNamed),
    ("gone by", lambda c, now: look(c, dt.date(2026, 10, 7), now), refusals.ReviewGoneBy),
    ("before", lambda c, now: look(c, dt.date(2026, 10, 9), now), refusals.ReviewBeforeStart),
    ("after", lambda c, now: look(c, dt.date(2026, 11, 23), now), refusals.ReviewAfterEnd),
    ("no such hour", lambda c, now: look(c, dt.date(2026, 10, 28), now, "24.30"), refusals.NoSuchTime),
    ("29 days", lambda c, now: plan_dates.meet_again_within(c, 29, now=now), refusals.RetryOutOfReach),
]


def look(circle, day, now, time="19.30"):
    return plan_dates.look_back_on(circle, day, time, "Buurthuis", today=TODAY, now=now)


@pytest.mark.parametrize(
    ("verb", "refusal"), [case[1:] for case in OUT_OF_REACH], ids=[case[0] for case in OUT_OF_REACH]
)
def test_dates_out_of_reach_are_refused(ours, now, verb, refusal):
    plan_dates.follow_for(ours.circle, 6, dt.date(2026, 10, 12), now=now)
    with pytest.raises(refusal):
        verb(ours.circle, now)


def test_a_review_at_an_hour_that_the_clock_skips_is_refused(ours, now):
    with pytest.raises(refusals.ClockSkipsThis):
        look(ours.circle, dt.date(2027, 3, 28), now, "2.30")


def test_six_weeks_from_monday_end_on_a_sunday(ours, now):
    kept = plan_dates.follow_for(ours.circle, 6, dt.date(2026, 10, 12), now=now)
    assert kept.end == dt.date(2026, 11, 22)


def test_saying_the_same_again_changes_nothing(ours, now):
    first = plan_dates.meet_again_within(ours.circle, 9, now=now)
    assert plan_dates.meet_again_within(ours.circle, 9, seen=first.version, now=now).version == first.version


def test_looking_at_the_plan_keeps_nothing(ours):
    assert plan.plan_of(ours.circle).id is None
    assert plan.Plan.select().count() == 0


def test_a_yes_by_another_way_stands_too(ours, now):
    roles.choose(ours.circle, "deputy", ours.wendy.id, now=now)
    yes.say_yes(ours.circle, ours.wendy, "plan/deputy", "deputy", how="own", now=now)
    assert accepted(ours) == {"deputy"}
