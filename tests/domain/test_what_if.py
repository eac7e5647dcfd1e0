"""What if somebody is away: what would open, who could take it, and what would no longer hold."""

import datetime as dt
from dataclasses import replace

import pytest

from netwerkberaad.domain import refusals
from netwerkberaad.domain.agreeing.plan import Plan
from netwerkberaad.domain.proposing import what_if
from netwerkberaad.domain.proposing.question import Helper, Moment, Question
from netwerkberaad.domain.proposing.what_if import Opens, RoleOpens, Standing
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.week.away import Away
from netwerkberaad.domain.week.when import AMSTERDAM, When

MONDAY = dt.date(2026, 10, 5)
LAST = MONDAY + dt.timedelta(days=41)
WENDY, TJEERD, HANNEKE, ESRA, RIET = 1, 2, 3, 4, 5
WEEKS = frozenset(range(6))


def on(*days):
    """Dates by their number, day 0 is the Monday on which the plan begins."""
    return tuple(MONDAY + dt.timedelta(days=day) for day in days)


def question(*moments, helpers=(HANNEKE, ESRA), **fields):
    made = tuple(one if isinstance(one, Helper) else Helper(one) for one in helpers)
    return Question(moments=moments, helpers=made, monday=MONDAY, first=MONDAY, last=LAST, **fields)


def moment(shift=1, day=0, starts=17 * 60 + 30, person=WENDY, able=(HANNEKE, ESRA), **fields):
    fields = {"weeks": WEEKS, "agreed": True, **fields}
    return Moment(shift, shift, "bezoek", day, starts, person=person, able=frozenset(able), **fields)


VISIT = Standing(1, When("0", starts="17:30"), person=WENDY, stand_in=TJEERD)


def test_all_dates_of_a_shift_stand_together_with_the_named_stand_in_first():
    asked = question(moment(able=(WENDY, TJEERD, HANNEKE)), helpers=(WENDY, TJEERD, HANNEKE))
    assert what_if.opens([VISIT], WENDY, *on(0, 20), asked) == [
        Opens(1, "person", on(0, 7, 14), stand_in=TJEERD, could=(HANNEKE,))
    ]


def test_every_other_week_opens_only_in_those_weeks():
    fortnightly = Standing(1, When("0", "fortnightly", MONDAY + dt.timedelta(days=7), "17:30"), person=WENDY)
    asked = question(moment(weeks=frozenset((1, 3, 5))))
    assert what_if.opens([fortnightly], WENDY, *on(0, 27), asked) == [
        Opens(1, "person", on(7, 21), could=(HANNEKE, ESRA))
    ]


def test_whoever_goes_along_is_replaced_by_somebody_who_may_go_along():
    cooking = Standing(1, When("6", starts="16:00"), person=RIET, companion=WENDY, stand_in=TJEERD)
    there = moment(day=6, person=RIET, companion=WENDY, able=(HANNEKE,), beside=frozenset((ESRA, RIET)))
    assert what_if.opens([cooking], WENDY, *on(0, 6), question(there)) == [Opens(1, "companion", on(6), could=(ESRA,))]


def test_what_somebody_stands_in_for_comes_last():
    spare = Standing(2, When("0", starts="10:00"), person=TJEERD, stand_in=WENDY)
    found = what_if.opens([spare, VISIT], WENDY, *on(0, 6), question(moment(), moment(2, person=TJEERD, starts=600)))
    assert [(one.shift, one.part) for one in found] == [(1, "person"), (2, "stand_in")]
    assert found[1].could == (HANNEKE, ESRA)


def test_somebody_without_a_part_leaves_nothing_open():
    assert what_if.opens([VISIT], ESRA, *on(0, 41), question(moment())) == []


@pytest.mark.parametrize(
    ("others", "helpers", "could", "some"),
    [
        ((), (HANNEKE,), (HANNEKE,), ()),
        ((), (ESRA,), (), ()),
        ((moment(9, person=HANNEKE, starts=18 * 60),), (HANNEKE,), (), ()),
        ((moment(9, person=RIET, companion=HANNEKE, starts=17 * 60),), (HANNEKE,), (), ()),
        ((moment(9, person=HANNEKE, starts=18 * 60, weeks=frozenset((1,))),), (HANNEKE,), (), (HANNEKE,)),
        ((moment(9, person=HANNEKE, starts=18 * 60 + 30),), (HANNEKE,), (HANNEKE,), ()),
        ((moment(9, person=HANNEKE, day=3),), (Helper(HANNEKE, 1, roles=1),), (HANNEKE,), ()),
    ],
    ids=[
        "free",
        "not willing",
        "elsewhere at that time",
        "goes along elsewhere",
        "elsewhere in one week",
        "free right after",
        "more than fits them is theirs to weigh",
    ],
)
def test_nobody_who_cannot_is_named(others, helpers, could, some):
    asked = question(moment(able=(HANNEKE,)), *others, helpers=helpers)
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 20), asked)
    assert (found.could, found.some) == (could, some)


def test_nobody_can_tell_how_often_a_week_fits_somebody():
    """Whoever is named for one day and for the other is named for both."""
    asked = question(moment(), moment(day=3), helpers=(Helper(HANNEKE, 1), Helper(ESRA, 2)))
    for days in ("0", "3", "03"):
        (found,) = what_if.opens([Standing(1, When(days, starts="17:30"), person=WENDY)], WENDY, *on(0, 6), asked)
        assert (found.could, found.some) == ((HANNEKE, ESRA), ())


def test_who_is_away_or_took_something_over_then_is_not_named_and_a_stand_in_who_is_away_is_not_counted_on():
    def at(day, clock):
        return dt.datetime.combine(day, dt.time.fromisoformat(clock), AMSTERDAM)

    monday, next_monday = on(0, 7)
    away = Away(person=TJEERD, first=monday, last=monday)
    took = (HANNEKE, at(next_monday, "18:00"), at(next_monday, "19:00"))
    meanwhile = what_if.Meanwhile((away,), (took,))
    asked = question(moment(), people={})
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 13), asked, meanwhile)
    assert (found.stand_in, found.not_there) == (TJEERD, (monday,))
    assert (found.could, found.some) == ((ESRA,), (HANNEKE,))
    gone = what_if.Meanwhile((Away(person=ESRA, first=monday, last=next_monday),))
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 13), asked, gone)
    assert (found.could, found.some, found.not_there) == ((HANNEKE,), (), ())


def test_whoever_should_not_be_alone_is_named_only_where_somebody_goes_along():
    alone = moment(able=(RIET,), not_alone=frozenset((RIET,)))
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 6), question(alone, helpers=(RIET,)))
    assert found.could == ()
    beside = replace(alone, companion=ESRA)
    (found,) = what_if.opens([replace(VISIT, companion=ESRA)], WENDY, *on(0, 6), question(beside, helpers=(RIET,)))
    assert found.could == (RIET,)


def test_instead_of_somebody_whose_turn_counts_comes_only_somebody_whose_turn_counts():
    floor = checking.Floor("coverage", tag="bezoek", trusted=frozenset((WENDY, ESRA)))
    people = {who: checking.Somebody() for who in (WENDY, HANNEKE, ESRA)}
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 6), question(moment(), floors=(floor,), people=people))
    assert found.could == (ESRA,)
    others = replace(floor, trusted=frozenset((ESRA,)))
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 6), question(moment(), floors=(others,), people=people))
    assert found.could == (HANNEKE, ESRA)
    later = replace(floor, first=on(7)[0])
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 6), question(moment(), floors=(later,), people=people))
    assert found.could == (HANNEKE, ESRA)


def test_whoever_offered_just_this_comes_first():
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 6), question(moment(likes=frozenset((ESRA,)))))
    assert found.could == (ESRA, HANNEKE)


def test_without_a_question_there_are_dates_and_no_names():
    (found,) = what_if.opens([VISIT], WENDY, *on(0, 6))
    assert (found.dates, found.could, found.some) == (on(0), (), ())


def test_a_contact_role_goes_to_its_deputy():
    held = {"contact_person": WENDY, "deputy": TJEERD, "cancel_with": WENDY, "cancel_deputy": None}
    assert what_if.roles_open(held, WENDY) == (RoleOpens("contact_person", TJEERD), RoleOpens("cancel_with"))
    assert what_if.roles_open(held, TJEERD) == (RoleOpens("deputy"),)
    assert what_if.roles_open(held, RIET) == ()


DAILY = checking.Floor("coverage", tag="bezoek", trusted=frozenset((WENDY, TJEERD)))
BESIDE = checking.Floor("companion", tag="koken", person=RIET)
KNOWING = checking.Floor("min_people", min_people=2, trusted=frozenset((WENDY, TJEERD)))


def the_weeks(*turns):
    people = {who: checking.Somebody(knows=frozenset((1,))) for who in (WENDY, TJEERD, RIET)}
    return checking.Plan(turns, people, ((MONDAY, 1),), MONDAY, LAST)


def everybody_comes():
    """Two weeks: Wendy on Monday and Thursday, Tjeerd on the other days; Riet cooks on Sunday with Wendy beside her."""
    visits = [checking.Turn(day, "bezoek", WENDY if day.weekday() in (0, 3) else TJEERD) for day in on(*range(14))]
    return the_weeks(*visits, *(checking.Turn(day, "koken", RIET, companion=WENDY) for day in on(6, 13)))


def short(rules, first, last, plan=None, **more):
    found = what_if.falls_short(rules, plan or everybody_comes(), WENDY, *on(first, last), today=MONDAY, **more)
    return [(number, [(gap.day, gap.why) for gap in gaps]) for number, gaps in found]


def test_two_floors_each_tell_their_own_days():
    assert short([DAILY, BESIDE], 0, 7) == [
        (0, [(day, "nobody") for day in on(0, 3, 7)]),
        (1, [(*on(6), "alone")]),
    ]


def test_days_outside_the_time_away_and_days_that_fall_short_already_are_not_told():
    lacking = everybody_comes()
    lacking = replace(lacking, turns=tuple(turn for turn in lacking.turns if turn.day != MONDAY))
    assert short([DAILY], 0, 5, lacking) == [(0, [(*on(3), "nobody")])]
    assert short([DAILY], 1, 2) == []


def test_taking_turns_is_told_once_for_all_weeks():
    rule = replace(DAILY, days="1", min_people=1)
    both = the_weeks(*(checking.Turn(day, "bezoek", who) for day in on(1, 8) for who in (WENDY, TJEERD)))
    assert short([rule], 0, 13, both) == []
    turns = replace(DAILY, days="12", min_people=2)
    both = the_weeks(
        *(checking.Turn(day, "bezoek", TJEERD) for day in on(1, 2, 8, 9)),
        *(checking.Turn(day, "bezoek", WENDY) for day in on(2, 9)),
    )
    assert short([turns], 0, 13, both) == [(0, [(None, "no_turns")])]


def test_only_whoever_stops_is_missed_as_somebody_who_knows():
    assert short([KNOWING], 0, 13) == []
    assert short([KNOWING], 0, 13, stops=True) == [(0, [(None, "too_few_know")])]


PLAN = Plan(start=MONDAY, weeks=6)


@pytest.mark.parametrize(
    ("days", "is_looked_at"),
    [((1, 7), (3, 7)), ((4, 90), (4, 41)), ((3, 3), (3, 3)), ((-5, 41), (3, 41))],
    ids=["from today on", "to the end of the plan", "one day", "within the plan"],
)
def test_what_is_looked_at_lies_within_the_plan_from_today_on(days, is_looked_at):
    assert what_if.period(PLAN, *on(*days), today=on(3)[0]) == on(*is_looked_at)


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        (None, 5, refusals.NoFirstDay),
        (5, None, refusals.NoLastDay),
        (6, 5, refusals.BackBeforeGone),
        (0, 2, refusals.DaysGoneBy),
        (42, 50, refusals.OutsideThePlan),
    ],
)
def test_what_is_no_time_away_is_refused(first, last, refusal):
    dates = [None if day is None else on(day)[0] for day in (first, last)]
    with pytest.raises(refusal):
        what_if.period(PLAN, *dates, today=on(3)[0])
