"""What must always hold is checked as the guide says, in every edge case that it names."""

import datetime as dt

import pytest

from netwerkberaad.domain.safety.checking import Floor, Plan, Short, Somebody, Turn, actual, planned

MON = dt.date(2026, 10, 5)
D = dt.timedelta(days=1)
ESRA, HANNEKE, TJEERD, WENDY, RIET, JESSE, LOTTE, ILSE = range(1, 9)
PEOPLE = {
    **{who: Somebody(knows=frozenset({1})) for who in (ESRA, HANNEKE, TJEERD, WENDY, RIET)},
    JESSE: Somebody(adult=False, knows=frozenset({1})),
    LOTTE: Somebody(household=True, knows=frozenset({1})),
    ILSE: Somebody(professional=True, knows=frozenset({1})),
}
F1 = Floor("coverage", tag="bezoek", min_people=3, max_share=50, trusted=frozenset({ESRA, HANNEKE, TJEERD, WENDY}))
F2 = Floor("companion", tag="met_kinderen", person=RIET)
TOLD = ((MON - 4 * D, 1),)
ROSTER = (HANNEKE, ESRA, TJEERD, HANNEKE, WENDY, ESRA, TJEERD)


def plan(*turns, people=PEOPLE, situations=TOLD):
    return Plan(tuple(turns), people, situations, MON, MON + 41 * D)


def week(who=ROSTER, monday=MON, **otherwise):
    """Somebody (None: nobody) comes by each day; otherwise: {"d3": {…}} is said of that day's turn."""
    return [
        Turn(**{"day": monday + D * n, "tag": "bezoek", "person": person, **otherwise.get(f"d{n}", {})})
        for n, person in enumerate(who)
        if person or f"d{n}" in otherwise
    ]


def stands(floor, *turns, today=MON - D, view=planned, monday=MON, **given):
    return view(floor, plan(*turns, **given), monday, today=today).status


def test_the_classic_three_people_in_turns_every_day_is_met():
    assert stands(F1, *week()) == "met"


CASES = [
    ("two people only, however often they come", (HANNEKE, ESRA) * 3 + (HANNEKE,), {}, "not_met"),
    ("three people but one does five of seven", (HANNEKE,) * 5 + (ESRA, TJEERD), {}, "not_met"),
    ("nobody on a day to come", (*ROSTER[:6], None), {}, "at_risk"),
    ("a minor", (*ROSTER[:6], JESSE), {}, "at_risk"),
    ("the household", (*ROSTER[:6], LOTTE), {}, "at_risk"),
    ("a professional", (*ROSTER[:6], ILSE), {}, "at_risk"),
    ("somebody of whom it was not agreed", (*ROSTER[:6], RIET), {}, "at_risk"),
    ("somebody who did not say yes", ROSTER, {"d6": {"state": "proposed"}}, "at_risk"),
    ("a turn that was cancelled", ROSTER, {"d6": {"state": "cancelled"}}, "at_risk"),
    ("a plan B visit", ROSTER, {"d6": {"state": "plan_b"}}, "met"),
    ("a turn taken over", ROSTER, {"d6": {"state": "taken_over", "person": WENDY}}, "met"),
    ("another kind of task", ROSTER, {"d6": {"tag": "koken"}}, "at_risk"),
]


@pytest.mark.parametrize(("who", "said", "status"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_counts_as_coverage(who, said, status):
    assert stands(F1, *week(who, **said)) == status


def test_even_when_agreed_a_minor_or_household_member_never_counts_and_a_professional_only_when_said_so():
    everybody = Floor("coverage", tag="bezoek", trusted=frozenset(PEOPLE))
    for who, status in ((JESSE, "at_risk"), (LOTTE, "at_risk"), (ILSE, "at_risk"), (RIET, "met")):
        assert stands(everybody, *week((who,) * 7)) == status
    with_them = Floor("coverage", tag="bezoek", trusted=frozenset(PEOPLE), count_professionals=True)
    assert stands(with_them, *week((ILSE,) * 7)) == "met"


def test_the_same_person_twice_a_day_counts_once():
    two = Floor("coverage", tag="bezoek", min_per_day=2, trusted=frozenset({ESRA, HANNEKE}))
    assert stands(two, *week((ESRA,) * 7), *week((ESRA,) * 7)) == "at_risk"
    assert stands(two, *week((ESRA,) * 7), *week((HANNEKE,) * 7)) == "met"


def test_a_gap_that_has_gone_by_is_not_met_and_one_to_come_is_a_risk():
    turns = week((None, *ROSTER[1:]))
    assert stands(F1, *turns, today=MON) == "at_risk"
    assert stands(F1, *turns, today=MON + D) == "not_met"


def test_days_outside_the_plan_or_the_floor_s_own_dates_are_not_asked():
    late = Floor("coverage", tag="bezoek", first=MON + 5 * D, trusted=F1.trusted)
    assert stands(late, *week((None,) * 5 + (ESRA, TJEERD))) == "met"
    assert stands(F1, monday=MON - 7 * D) == "met"
    assert stands(Floor("coverage", tag="bezoek", last=MON - D, trusted=F1.trusted)) == "met"


def test_a_short_week_asks_no_more_people_than_it_has_days():
    weekend = Floor("coverage", tag="bezoek", days="56", min_people=3, max_share=50, trusted=F1.trusted)
    assert stands(weekend, *week((None,) * 5 + (ESRA, TJEERD))) == "met"
    assert stands(weekend, *week((None,) * 5 + (ESRA, ESRA))) == "not_met"


def test_a_new_situation_is_a_risk_for_the_coming_days_and_leaves_past_days_as_they_were():
    told = (*TOLD, (MON + 3 * D, 2))
    found = planned(F1, plan(*week(), situations=told), MON, today=MON + 3 * D)
    assert found.status == "at_risk"
    assert [(gap.day, gap.why) for gap in found.short] == [(MON + D * n, "does_not_know") for n in range(3, 7)]
    knows = {who: Somebody(knows=frozenset({1, 2})) for who in PEOPLE}
    assert stands(F1, *week(), situations=told, people=knows, today=MON + 3 * D) == "met"


REASONS = [
    ("nobody", [], Short(MON, "nobody")),
    ("a minor", [Turn(MON, "bezoek", JESSE)], Short(MON, "cannot_count", (JESSE,))),
    (
        "not agreed before a minor",
        [Turn(MON, "bezoek", JESSE), Turn(MON, "bezoek", RIET)],
        Short(MON, "not_agreed", (RIET,)),
    ),
    ("no yes", [Turn(MON, "bezoek", ESRA, "proposed"), Turn(MON, "bezoek", RIET)], Short(MON, "not_said_yes", (ESRA,))),
    ("an open turn", [Turn(MON, "bezoek", None, "proposed")], Short(MON, "nobody")),
]


@pytest.mark.parametrize(("turns", "short"), [case[1:] for case in REASONS], ids=[case[0] for case in REASONS])
def test_the_nearest_reason_is_given(turns, short):
    monday_only = Floor("coverage", tag="bezoek", days="0", trusted=F1.trusted)
    assert planned(monday_only, plan(*turns), MON, today=MON).short == (short,)


def sample(monday):
    """The sample's first two weeks as they went: who came, and that nobody confirmed the visit of d11."""
    if monday == MON:
        return week(
            (HANNEKE, ESRA, TJEERD, TJEERD, WENDY, WENDY, TJEERD), **{f"d{n}": {"state": "done"} for n in range(7)}
        )
    said = {f"d{n}": {"state": "done"} for n in range(7)} | {"d4": {"state": "accepted"}}
    return week((HANNEKE, HANNEKE, TJEERD, HANNEKE, WENDY, ESRA, TJEERD), monday, **said)


def test_the_sample_as_it_went_is_met_in_week_one_and_unknown_in_week_two():
    today = MON + 16 * D
    assert stands(F1, *sample(MON), view=actual, today=today) == "met"
    second = MON + 7 * D
    found = actual(F1, plan(*sample(second)), second, today=today)
    assert (found.status, found.short) == ("unknown", (Short(MON + 11 * D, "not_confirmed", (WENDY,)),))


def test_the_sample_s_grandmother_is_not_alone_after_somebody_took_her_companion_s_place():
    meal = Turn(MON + 6 * D, "met_kinderen", RIET, companion=ESRA)
    assert stands(F2, meal) == "met"
    assert stands(F2, Turn(MON + 6 * D, "met_kinderen", RIET)) == "at_risk"
    assert stands(F2, Turn(MON + 6 * D, "met_kinderen", RIET, "done", WENDY), view=actual, today=MON + 9 * D) == "met"


COMPANIONS = [
    ("herself", RIET, "at_risk"),
    ("a minor", JESSE, "at_risk"),
    ("somebody who is not there any more", 99, "at_risk"),
    ("an adult", WENDY, "met"),
]


@pytest.mark.parametrize(("beside", "status"), [case[1:] for case in COMPANIONS], ids=[case[0] for case in COMPANIONS])
def test_a_companion_is_another_adult(beside, status):
    assert stands(F2, Turn(MON, "met_kinderen", RIET, companion=beside)) == status


def test_as_it_went_a_turn_alone_counts_when_it_was_done_is_unknown_in_silence_and_nothing_when_never_agreed():
    alone = {state: Turn(MON, "met_kinderen", RIET, state) for state in ("done", "accepted", "proposed")}
    seen = {state: stands(F2, turn, view=actual, today=MON + D) for state, turn in alone.items()}
    assert seen == {"done": "not_met", "accepted": "unknown", "proposed": "met"}
    assert stands(F2, alone["proposed"], today=MON) == "at_risk"  # it should not even be proposed


def test_a_task_that_is_not_for_somebody():
    never = Floor("never_task", tag="thuis", person=RIET)
    assert stands(never, Turn(MON, "thuis", WENDY), Turn(MON, "bezoek", RIET)) == "met"
    assert stands(never, Turn(MON, "thuis", RIET, companion=WENDY)) == "at_risk"
    assert stands(never, Turn(MON, "thuis", RIET), today=MON + D) == "not_met"


def test_enough_trusted_people_know_what_is_going_on():
    two = Floor("min_people", min_people=2, trusted=frozenset({ESRA, WENDY, JESSE, LOTTE}))
    assert stands(two, today=MON) == "met"
    assert stands(two, situations=(), today=MON + D) == "not_met"  # of what nobody told, nobody knows
    assert stands(Floor("min_people", min_people=3, trusted=two.trusted), today=MON + D) == "not_met"


def test_a_new_text_is_a_risk_for_who_must_know_it_until_a_day_has_gone_by():
    one, told = Floor("min_people", trusted=frozenset({ESRA})), (*TOLD, (MON + 2 * D, 2))
    seen = [stands(one, situations=told, today=MON + n * D) for n in range(-1, 5)]
    assert seen == ["met", "met", "met", "at_risk", "not_met", "not_met"]
    assert stands(one, situations=told, monday=MON + 7 * D, today=MON + 5 * D) == "at_risk"
