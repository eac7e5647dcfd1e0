"""What must always hold: who may say it, what it needs, whom it is agreed with, and how the week stands (R3, G6)."""

import datetime as dt

import pytest

from netwerkberaad import sample_family
from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing import plan
from netwerkberaad.domain.circle import Circle, change_person, draw_person
from netwerkberaad.domain.evening import answers, meeting, moving
from netwerkberaad.domain.safety import checking, floors, week_of_floors
from netwerkberaad.domain.week import roster
from tests import cast
from tests.floors_cast import agree, come_by, cook, everybody_knows, never_alone, said, seat_ilse, visits

MONDAY, TODAY = dt.date(2026, 10, 12), dt.date(2026, 10, 8)
VISITS = {"tag": "bezoek", "min_people": 3}


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    seat_ilse(family, now)
    return family


def in_week(family, monday=MONDAY, today=TODAY):
    return week_of_floors.findings(family.circle, monday, today)


@pytest.mark.parametrize(
    ("kind", "rule", "sentence"),
    [
        (
            "coverage",
            VISITS,
            "Elke dag komt er iemand kijken. Minstens drie mensen, om de beurt. Zij weten precies wat er speelt.",
        ),
        (
            "companion",
            {"tag": "met_kinderen", "person": "oma_riet"},
            "Oma Riet is niet alleen met Noor. Er is altijd een volwassene bij.",
        ),
        ("min_people", {"min_people": 2}, "Minstens twee mensen weten precies wat er speelt."),
        (
            "never_task",
            {"tag": "thuis", "person": "karim"},
            "Helpen in huis is niet voor Karim. Wat Karim wél doet, kiezen we samen.",
        ),
    ],
    ids=["coverage", "companion", "min_people", "never_task"],
)
def test_the_sentence_follows_from_the_rule(ours, now, kind, rule, sentence):
    if "person" in rule:
        rule = {**rule, "person": getattr(ours, rule["person"])}
    floor = floors.set_floor(ours.circle, kind, **said(ours), **rule, now=now)
    assert floor.words == sentence
    assert floors.floor_in(ours.circle, floor.id).organisation == "Jeugdbescherming"


def test_the_setter_may_say_it_in_other_words(ours, now):
    floor = floors.set_floor(ours.circle, "coverage", **said(ours, words="Er komt iemand."), **VISITS, now=now)
    assert floor.words == "Er komt iemand."


@pytest.mark.parametrize(
    ("missing", "refusal"),
    [
        ({"set_by": None}, refusals.NoSetter),
        ({"organisation": " "}, refusals.NoOrganisation),
        ({"reason": ""}, refusals.NoReason),
        ({"tag": ""}, refusals.NoFloorTag),
        ({"days": ""}, refusals.NoDayNamed),
        ({"min_people": 0}, refusals.CountOutOfBounds),
        ({"min_per_day": 11}, refusals.CountOutOfBounds),
        ({"max_share": 0}, refusals.NoShare),
        ({"kind": "trust"}, refusals.NoFloorKind),
        ({"first_day": dt.date(2026, 10, 20), "last_day": TODAY}, refusals.LastBeforeFirst),
        ({"kind": "companion", "tag": "bezoek"}, refusals.NobodyMeant),
    ],
    ids=lambda case: next(iter(case)) if isinstance(case, dict) else "",
)
def test_without_a_rule_a_setter_and_a_reason_it_is_not_kept(ours, now, missing, refusal):
    with pytest.raises(refusal):
        floors.set_floor(ours.circle, **{"kind": "coverage", **VISITS, **said(ours), **missing}, now=now)
    assert floors.floors_of(ours.circle) == []


@pytest.mark.parametrize("part", ["professional", "peer_expert", "network"])
def test_only_a_professional_with_that_mark_sets_one(ours, now, part):
    ring, group, mark = (2, "F", True) if part == "network" else (4, "Z", part == "peer_expert")
    other = draw_person(ours.circle, "Bram", ring=ring, group=group, part=part, may_set_floor=mark)
    with pytest.raises(refusals.MayNotSetFloor):
        floors.set_floor(ours.circle, "coverage", **said(ours, set_by=other), **VISITS, now=now)


def test_who_was_agreed_by_both_counts_and_by_one_does_not(ours, now):
    floor = floors.set_floor(ours.circle, "coverage", **said(ours), **VISITS, now=now)
    agree(floor, ours.wendy, now=now)
    floors.say_who_counts(floor, ours.karim.id, by="family", now=now)
    assert floors.counting_in(ours.circle) == {floor.id: {ours.wendy.id}}
    assert floors.ticks_of(floor)[ours.karim.id] == (True, False)


def test_trust_is_for_one_floor_and_can_be_taken_back(ours, now):
    one, other = visits(ours, now), visits(ours, now)
    floors.say_who_counts(one, ours.wendy.id, by="family", counts=False, now=now)
    counting = floors.counting_in(ours.circle)
    assert counting[other.id] - counting[one.id] == {ours.wendy.id}
    assert floors.ticks_of(one)[ours.wendy.id] == (False, True)


@pytest.mark.parametrize("who", ["lotte", "noor", "jesse", "ilse"])
def test_minors_the_household_and_professionals_cannot_count(ours, now, who):
    floor = floors.set_floor(ours.circle, "coverage", **said(ours), **VISITS, now=now)
    with pytest.raises(refusals.NotToBeTrusted):
        floors.say_who_counts(floor, getattr(ours, who).id, by="family", now=now)


def test_the_setter_s_words_are_said_only_while_the_setter_is_there(ours, now):
    floor = visits(ours, now)
    meeting.leave(ours.meeting, ours.ilse, now=now)
    for counts in (True, False):
        with pytest.raises(refusals.SetterNotHere):
            floors.say_who_counts(floor, ours.wendy.id, by="setter", counts=counts, now=now)
    with pytest.raises(refusals.SetterNotHere):
        floors.end(floor, "Het gaat goed.", now=now)
    floors.say_who_counts(floor, ours.wendy.id, by="family", counts=False, now=now)  # their own words need nobody
    assert floors.counting_in(ours.circle) == {floor.id: {ours.hanneke.id, ours.tjeerd.id}}


def test_nobody_speaks_for_the_setter_while_the_family_talks_alone(ours, now):
    floor = visits(ours, now)
    meeting.Meeting.update(private_since=now).where(meeting.Meeting.id == ours.meeting.id).execute()
    with pytest.raises(refusals.SetterNotHere):
        floors.end(floor, "Het gaat goed.", now=now)


def test_ending_one_needs_a_reason_and_leaves_it_to_be_read(ours, now):
    floor = visits(ours, now)
    with pytest.raises(refusals.NoReason):
        floors.end(floor, " ", now=now)
    floors.end(floor, "Lotte heeft weer rust.", now=now)
    assert floors.floors_of(ours.circle) == in_week(ours) == []
    assert [ended.why_ended for ended in floors.ended_of(ours.circle)] == ["Lotte heeft weer rust."]
    with pytest.raises(refusals.FloorHasEnded):
        floors.say_who_counts(floors.floor_in(ours.circle, floor.id), ours.karim.id, by="family", now=now)


def test_whoever_comes_second_is_told(ours, now):
    floor = visits(ours, now)
    floors.end(floor, "Het gaat goed.", seen=floor.version, now=now)
    with pytest.raises(refusals.ChangedMeanwhile):
        floors.end(floor, "Het gaat heel goed.", seen=floor.version, now=now)


def test_a_stranger_s_floor_is_not_found(ours, now):
    theirs = cast.strangers(now, ours.team)
    with pytest.raises(refusals.Stranger):
        floors.floor_in(theirs.circle, visits(ours, now).id)


def test_tasks_are_counted_by_a_tick_but_not_taken_from_another_floor(ours, now):
    floor, _ = visits(ours, now), never_alone(ours, now)
    soup = roster.need(ours.circle, "Soep brengen", tag="thuis", now=now)
    meal = cook(ours, now).task
    floors.count_task(floor, soup.id, now=now)
    assert [task.tag for task in roster.tasks_of(ours.circle)] == ["bezoek", "met_kinderen"]
    with pytest.raises(refusals.CountsElsewhere):
        floors.count_task(floor, meal.id, now=now)
    floors.count_task(floor, soup.id, counts=False, now=now)
    assert [task.tag for task in roster.tasks_of(ours.circle)] == ["", "met_kinderen"]


def test_a_week_of_visits_by_three_people_in_turns_meets_it(ours, now):
    visits(ours, now), everybody_knows(ours, now), come_by(ours, now)
    [found] = in_week(ours)
    assert (found.planned.status, found.status, found.why) == (checking.MET, "Gehaald", ())


def day_of(found, weekday):
    return next(said for said in found.why if said.startswith(weekday))


def test_why_a_day_falls_short_is_said_in_words(ours, now):
    visits(ours, now), everybody_knows(ours, now, but=("Wendy",))
    come_by(ours, now, ("hanneke", "wendy", None, "tjeerd", "jesse", "karim", "hanneke"), but=("tjeerd",))
    [found] = in_week(ours)
    assert found.status == "Nog niet alle dagen"
    assert list(found.why) == [
        "dinsdag 13 oktober: nog niemand die weet wat er speelt",
        "woensdag 14 oktober: nog niemand",
        "donderdag 15 oktober: Tjeerd zei nog geen ja",
        "vrijdag 16 oktober: Jesse telt hierbij niet mee",
        "zaterdag 17 oktober: nog niet afgesproken dat Karim meetelt",
    ]


def test_a_new_version_of_the_story_is_known_by_nobody_until_they_say_so(ours, now):
    visits(ours, now), everybody_knows(ours, now), come_by(ours, now)
    answers.tell_situation(ours.circle, "Lotte is ziek.", now=now + dt.timedelta(days=6))  # Wednesday of that week
    [found] = in_week(ours, today=dt.date(2026, 10, 14))
    assert found.planned.status == checking.AT_RISK
    assert [gap.day.day for gap in found.planned.short] == [14, 15, 16, 17, 18]


def test_a_visit_on_a_past_day_that_nobody_confirmed_is_unknown_as_it_went(ours, now):
    visits(ours, now), everybody_knows(ours, now), come_by(ours, now)
    [found] = in_week(ours, today=dt.date(2026, 10, 13))
    assert (found.status, found.went) == ("Gehaald", "Nog niet bekend")
    assert found.why_not == ("maandag 12 oktober: we weten nog niet of het gelukt is. Vraag het Hanneke",)


@pytest.mark.parametrize(
    ("companion", "yes", "why"),
    [
        (None, True, ("zondag 18 oktober: Oma Riet heeft nog niemand erbij",)),
        ("wendy", False, ("zondag 18 oktober: Oma Riet heeft nog niemand erbij",)),
        ("jesse", True, ("zondag 18 oktober: Oma Riet heeft nog niemand erbij",)),
        ("wendy", True, ()),
    ],
    ids=["nobody", "no yes yet", "a minor", "an adult who said yes"],
)
def test_a_companion_counts_with_their_own_yes_and_grown_up(ours, now, companion, yes, why):
    never_alone(ours, now), cook(ours, now, companion and getattr(ours, companion), yes)
    assert [found.why for found in in_week(ours)] == [why]


def test_a_household_member_and_an_unnamed_time_never_cover(ours, now):
    visits(ours, now, min_people=1), everybody_knows(ours, now), come_by(ours, now)
    change_person(ours.wendy, household=True)
    roster.RegularShift.update(starts="").where(roster.RegularShift.person == ours.tjeerd).execute()
    [found] = in_week(ours)
    assert {gap.day.weekday() for gap in found.planned.short} == {1, 2, 4, 5}


def test_as_many_questions_for_thirty_shifts_as_for_one(ours, now, db):
    visits(ours, now), never_alone(ours, now), everybody_knows(ours, now), come_by(ours, now, ("hanneke",))

    def asked():
        seen, ask = [], db.obj.execute_sql
        db.obj.execute_sql = lambda sql, *args, **kwargs: seen.append(sql) or ask(sql, *args, **kwargs)
        try:
            in_week(ours)
        finally:
            del db.obj.execute_sql
        return len(seen)

    few = asked()
    for _ in range(5):
        come_by(ours, now)
        visits(ours, now)
    assert asked() == few <= 11


def test_question_3_6_is_passed_over_where_nobody_may_answer_it(ours, now):
    assert moving.beside(ours.circle, "3.5", +1) == "3.6"
    assert moving.beside(ours.circle, "3.7", -1) == "3.6"
    change_person(ours.ilse, may_set_floor=False)
    assert moving.beside(ours.circle, "3.5", +1) == "3.7"
    assert moving.beside(ours.circle, "3.7", -1) == "3.5"
    assert moving.move(ours.circle, ours.meeting, "3.5", "next", now=now).question == "3.7"


def test_what_was_set_is_still_asked_when_its_setter_may_no_longer(ours, now):
    visits(ours, now)
    change_person(ours.ilse, may_set_floor=False)
    assert moving.beside(ours.circle, "3.5", +1) == "3.6"


def test_the_sample_s_floors_are_met_as_planned(app):
    with app.test_request_context():
        sample_family.load(app.config["SETTINGS"], today=dt.date(2026, 10, 21))
    ours = Circle.get(Circle.sample)
    for monday in (dt.date(2026, 10, 5), MONDAY):
        found = week_of_floors.findings(ours, monday, dt.date(2026, 10, 21))
        assert [stands.planned.status for stands in found] == [checking.MET, checking.MET]


def test_what_is_asked_today_says_nothing_of_the_weeks_before(ours, now):
    plan.Plan.create(circle=ours.circle, start=MONDAY - dt.timedelta(days=14))
    visits(ours, now)
    come_by(ours, now)
    [(present, before, after)] = week_of_floors.around_now(ours.circle, plan.plan_of(ours.circle), TODAY)
    assert (present.has_begun, before, after.rule.first) == (False, None, TODAY)


def test_how_it_went_so_far_leaves_out_the_days_to_come():
    gone, to_come = (checking.Short(TODAY + dt.timedelta(days=n), "nobody") for n in (-1, 1))
    both, ahead = checking.Finding("not_met", (gone, to_come)), checking.Finding("at_risk", (to_come,))
    assert week_of_floors.so_far(both, TODAY) == checking.Finding("not_met", (gone,))
    assert week_of_floors.so_far(ahead, TODAY) == checking.Finding("met")
