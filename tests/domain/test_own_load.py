"""What somebody does beside what they said fits them: counted honestly, and «Toch ja» is theirs alone to say."""

import datetime as dt

import pytest

from netwerkberaad import sample_family
from netwerkberaad.domain import refusals, yes
from netwerkberaad.domain.after import anyway
from netwerkberaad.domain.agreeing import plan, plan_dates, roles
from netwerkberaad.domain.circle import Circle, change_person, people_of
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.week import arranging, carrying_load, roster
from netwerkberaad.domain.week.when import When
from tests import agreed, cast
from tests.domain.test_sample_family import LOAD

MONDAY = dt.date(2026, 10, 12)


@pytest.fixture
def ours(db, now):
    made = cast.family(now)
    plan.plan_to_change(made.circle)
    return made


@pytest.fixture
def comes(ours, now):
    """comes("0", hanneke): she comes on Mondays and said yes; days of two digits are two shifts a week."""

    def make(days, person, **fields):
        return agreed.shift(ours, "Even langskomen", days, "17:30", person, now=now, **fields)

    return make


@pytest.fixture
def own(now):
    return lambda person: anyway.own_load_of(person, now=now)


@pytest.fixture
def carries(now):
    return lambda person, **told: carrying.tell(person, how="own", now=now, **told)


def asked_of(person, shift, part="person"):
    return {"part": part, "shift_id": shift.id, "promise": roster.promise_of(shift)}


def test_load_is_shifts_and_coming_along_and_one_for_each_role(ours, comes, own, now):
    comes("03", ours.tjeerd)
    comes("6", ours.oma_riet, companion=ours.tjeerd)
    comes("4", ours.hanneke, stand_in=ours.tjeerd)
    for role in ("contact_person", "cancel_with"):
        roles.choose(ours.circle, role, ours.tjeerd.id, now=now)
        roles.accept(ours.circle, role, ours.tjeerd.id, now=now)
    roles.choose(ours.circle, "deputy", ours.hanneke.id, now=now)
    roles.accept(ours.circle, "deputy", ours.hanneke.id, now=now)
    assert (own(ours.tjeerd).load, own(ours.tjeerd).times) == (5, 3)
    assert own(ours.oma_riet).load == own(ours.hanneke).load == 1


def test_what_somebody_did_not_say_yes_to_is_not_theirs_to_carry_yet(ours, comes, own, now):
    comes("03", ours.hanneke, said=False)
    roles.choose(ours.circle, "contact_person", ours.hanneke.id, now=now)
    assert own(ours.hanneke).load == 0


def test_the_family_in_the_middle_carries_its_own_life(ours, comes, own):
    comes("0", ours.lotte)
    change_person(ours.karim, household=True)
    assert own(ours.lotte) is None
    assert own(type(ours.karim).get_by_id(ours.karim.id)) is None


@pytest.mark.parametrize(
    ("when", "loads"),
    [
        (When("13"), (2, False)),
        (When("1", "odd"), (1, True)),
        (When("1", "fortnightly", dt.date(2026, 10, 13)), (1, True)),
        (When("1", "once", dt.date(2026, 10, 20)), (1, True)),
        (When("1", "once", dt.date(2026, 9, 29)), (0, False)),
    ],
    ids=["every week", "odd weeks", "fortnightly", "once", "once, gone by"],
)
def test_the_fullest_week_to_come_counts(ours, comes, own, now, when, loads):
    plan_dates.follow_for(ours.circle, 6, MONDAY, now=now)
    shift = comes(when.days, ours.hanneke, said=False)
    fields = {"repeat": when.repeat, "first_day": when.first_day}
    roster.RegularShift.update(fields).where(roster.RegularShift.id == shift.id).execute()
    roster.says_yes(roster.shift_in(ours.circle, shift.id), "person", ours.hanneke, how="spoken", now=now)
    mine = own(ours.hanneke)
    assert (mine.load, mine.varies) == loads


@pytest.mark.parametrize(("most", "over"), [(None, False), (0, True), (1, True), (2, False), (7, False)])
def test_more_than_they_said(ours, comes, own, carries, most, over):
    comes("03", ours.hanneke)
    if most is not None:
        carries(ours.hanneke, max_per_week=most)
    assert own(ours.hanneke).is_over is over


def test_seven_or_more_is_no_limit(ours, comes, own, carries):
    comes("0123456", ours.hanneke)
    comes("0123456", ours.hanneke)
    carries(ours.hanneke, max_per_week=7)
    assert (own(ours.hanneke).load, own(ours.hanneke).most, own(ours.hanneke).is_over) == (14, None, False)


@pytest.mark.parametrize(
    ("stamina", "weeks", "too_long"),
    [
        ("week", 1, False),
        ("week", 2, True),
        ("month", 4, False),
        ("month", 5, True),
        ("quarter", 13, False),
        ("quarter", 14, True),
        ("long", 26, False),
        (None, 26, False),
    ],
)
def test_a_plan_may_last_longer_than_somebody_keeps_it_up(ours, comes, own, carries, now, stamina, weeks, too_long):
    plan_dates.follow_for(ours.circle, weeks, MONDAY, now=now)
    if stamina:
        carries(ours.hanneke, stamina=stamina)
    assert own(ours.hanneke).is_too_long is False
    comes("0", ours.hanneke)
    assert own(ours.hanneke).is_too_long is too_long


def test_nobody_said_yet_how_long_it_takes(ours, comes, own, carries):
    carries(ours.hanneke, stamina="week")
    comes("0", ours.hanneke)
    assert not own(ours.hanneke).is_too_long


def test_a_yes_above_what_they_said_waits_for_toch_ja(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("0", ours.hanneke)
    more = comes("3", ours.hanneke, said=False)
    with pytest.raises(refusals.MoreThanYouSaid):
        anyway.say_yes(ours.hanneke, **asked_of(ours.hanneke, more), now=now)
    assert own(ours.hanneke).load == 1
    anyway.say_yes_anyway(ours.hanneke, **asked_of(ours.hanneke, more), now=now)
    mine = own(ours.hanneke)
    assert (mine.load, mine.is_over, mine.is_meant) == (2, True, True)


def test_within_what_they_said_yes_is_enough_and_nothing_is_kept(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=2)
    for day in "03":
        anyway.say_yes(ours.hanneke, **asked_of(ours.hanneke, comes(day, ours.hanneke, said=False)), now=now)
    one = comes("4", ours.wendy, said=False)
    anyway.say_yes_anyway(ours.wendy, **asked_of(ours.wendy, one), now=now)
    assert own(ours.hanneke).load == 2
    assert yes.Yes.select().where(yes.Yes.matter == carrying_load.MATTER).count() == 0


def test_standing_in_counts_for_nothing_until_it_is_needed(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=0)
    shift = comes("3", ours.wendy, stand_in=ours.hanneke, said=False)
    anyway.say_yes(ours.hanneke, **asked_of(ours.hanneke, shift, "stand_in"), now=now)
    assert not own(ours.hanneke).is_over


def test_toch_ja_to_one_thing_is_none_to_what_was_too_much_already(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("03", ours.hanneke)
    shift = comes("4", ours.wendy, stand_in=ours.hanneke, said=False)
    anyway.say_yes_anyway(ours.hanneke, **asked_of(ours.hanneke, shift, "stand_in"), now=now)
    assert not own(ours.hanneke).is_meant


def test_a_role_is_more_too(ours, comes, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("0", ours.hanneke)
    roles.choose(ours.circle, "contact_person", ours.hanneke.id, now=now)
    with pytest.raises(refusals.MoreThanYouSaid):
        anyway.say_yes(ours.hanneke, "contact_person", promise="contact_person", now=now)
    anyway.say_yes_anyway(ours.hanneke, "contact_person", promise="contact_person", now=now)
    assert (ours.hanneke.id, "plan/contact_person", "contact_person") in yes.said_in(ours.circle)


def test_toch_ja_covers_this_much_and_not_what_comes_on_top(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("03", ours.hanneke)
    anyway.say_yes_anyway(ours.hanneke, "load", promise=own(ours.hanneke).promise, now=now)
    assert own(ours.hanneke).is_meant
    more = comes("4", ours.hanneke, said=False)
    with pytest.raises(refusals.MoreThanYouSaid):
        anyway.say_yes(ours.hanneke, **asked_of(ours.hanneke, more), now=now)
    comes("5", ours.hanneke)
    assert not own(ours.hanneke).is_meant


def test_whoever_says_anew_what_fits_is_asked_anew(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("034", ours.hanneke)
    anyway.say_yes_anyway(ours.hanneke, "load", promise=own(ours.hanneke).promise, now=now)
    carries(ours.hanneke, max_per_week=2)
    assert not own(ours.hanneke).is_meant
    carries(ours.hanneke, max_per_week=1)
    assert own(ours.hanneke).is_meant


def test_toch_ja_to_something_else_than_they_do_now_is_refused(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("03", ours.hanneke)
    seen = own(ours.hanneke).promise
    comes("4", ours.hanneke)
    with pytest.raises(refusals.ChangedMeanwhile):
        anyway.say_yes_anyway(ours.hanneke, "load", promise=seen, now=now)


@pytest.mark.parametrize("most", [0, 5])
def test_at_the_table_everybody_may_say_yes_aloud(ours, comes, own, carries, now, most):
    """The table does not know what fits whom: what is too much is asked on their own phone, later."""
    carries(ours.hanneke, max_per_week=most)
    shift = comes("3", ours.hanneke, said=False)
    arranging.say_yes_aloud(roster.shift_in(ours.circle, shift.id), "person", seen=1, now=now)
    mine = own(ours.hanneke)
    assert (mine.load, mine.is_over, mine.is_meant) == (1, most == 0, False)


def test_toch_ja_is_not_even_fetched_for_anybody_else(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    comes("03", ours.hanneke)
    before = yes.said_in(ours.circle)
    anyway.say_yes_anyway(ours.hanneke, "load", promise=own(ours.hanneke).promise, now=now)
    assert yes.said_in(ours.circle) == before
    assert yes.said_in_private(ours.hanneke, carrying_load.MATTER) == ["2/1"]
    assert yes.said_in_private(ours.wendy, carrying_load.MATTER) == []


def test_nobody_says_toch_ja_for_somebody_else(ours, comes, own, carries, now):
    carries(ours.hanneke, max_per_week=1)
    more = comes("03", ours.hanneke, said=False)
    with pytest.raises(refusals.NotYoursToSay):
        anyway.say_yes_anyway(ours.wendy, **asked_of(ours.wendy, more), now=now)
    assert own(ours.hanneke).load == 0


def test_who_sees_only_their_own_tasks_is_counted_all_the_same(ours, comes, own):
    comes("03", ours.hanneke)
    comes("6", ours.oma_riet, companion=ours.hanneke)
    change_person(ours.hanneke, visibility="own_tasks_only")
    assert own(type(ours.hanneke).get_by_id(ours.hanneke.id)).load == 3


def test_the_questions_to_the_database_do_not_grow(ours, comes, own, db, monkeypatch):
    asked, run = [], db.obj.execute_sql
    monkeypatch.setattr(db.obj, "execute_sql", lambda sql, *a, **kw: asked.append(sql) or run(sql, *a, **kw))

    def count():
        asked.clear()
        own(ours.hanneke)
        return len(asked)

    comes("0", ours.hanneke)
    one = count()
    for day in "012345":
        comes(day, ours.hanneke)
    assert count() == one


def warnings_of(circle, now):
    for person in people_of(circle):
        mine = anyway.own_load_of(person, now=now)
        if mine and mine.is_over:
            yield f"{person.name} over max {mine.most}{', tapped Toch ja' if mine.is_meant else ''}"
        if mine and mine.is_too_long:
            yield f"{person.name} stamina < plan"


def test_the_sample_family_is_warned_of_what_the_guide_says(app):
    with app.test_request_context():
        sample_family.load(app.config["SETTINGS"], today=dt.date(2026, 10, 21))
    ours = Circle.get(Circle.sample)
    now = dt.datetime(2026, 10, 21, 12, tzinfo=dt.UTC)
    assert sorted(warnings_of(ours, now)) == [
        "Piotr stamina < plan",
        "Tante Esra over max 3, tapped Toch ja",
        "Tante Esra stamina < plan",
    ]
    loads = {person.name: anyway.own_load_of(person, now=now) for person in people_of(ours)}
    assert {name: mine.load for name, mine in loads.items() if mine and mine.load} == LOAD
