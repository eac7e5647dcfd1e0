"""What somebody can carry and would rather not do: theirs alone, changed as often as they like."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.discovering import merging
from netwerkberaad.domain.evening import meeting
from netwerkberaad.domain.taking_part import carrying
from netwerkberaad.domain.taking_part.joining import Guest
from tests import cast

HALF_PAST = dt.timedelta(minutes=30)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


def words_of(person):
    return [one.what for one in carrying.boundaries_of(person)]


def test_a_boundary_stands_with_whoever_drew_it(ours, now):
    made = carrying.set_boundary(ours.wendy, " Niet autorijden ", how="own", now=now)
    assert (made.what, made.how, made.circle_id) == ("Niet autorijden", "own", ours.circle.id)
    assert words_of(ours.wendy) == ["Niet autorijden"]
    assert words_of(ours.karim) == []


def test_the_same_boundary_twice_is_one(ours, now):
    for how in ("own", "spoken"):
        carrying.set_boundary(ours.wendy, "Niet autorijden", how=how, now=now)
    carrying.set_boundary(ours.karim, "Niet autorijden", how="own", now=now)
    assert (words_of(ours.wendy), words_of(ours.karim)) == (["Niet autorijden"], ["Niet autorijden"])


def test_a_boundary_needs_words(ours, now):
    with pytest.raises(refusals.NoBoundary):
        carrying.set_boundary(ours.wendy, "  ", how="own", now=now)


def test_a_boundary_is_taken_back_by_its_owner_only(ours, now):
    made = carrying.set_boundary(ours.wendy, "Niet autorijden", how="own", now=now)
    for somebody, number in ((ours.karim, made.id), (ours.wendy, made.id + 1)):
        with pytest.raises(refusals.Stranger):
            carrying.take_back_boundary(somebody, number, now=now)
    assert carrying.take_back_boundary(ours.wendy, made.id, now=now).taken_back_at == now
    assert words_of(ours.wendy) == []


def test_nothing_said_is_none_and_what_is_not_told_now_stays(ours, now):
    assert carrying.carrying_of(ours.wendy) is None
    carrying.tell(ours.wendy, max_per_week=0, how="own", now=now)
    told = carrying.tell(ours.wendy, stamina="quarter", how="spoken", now=now + HALF_PAST)
    assert (told.max_per_week, told.stamina, told.how, told.said_at) == (0, "quarter", "spoken", now + HALF_PAST)
    told = carrying.tell(ours.wendy, max_per_week=4, how="own", now=now)
    assert (told.max_per_week, told.stamina) == (4, "quarter")
    assert carrying.Carrying.select().count() == 1


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"max_per_week": -1}, refusals.NotThatOften),
        ({"max_per_week": 22}, refusals.NotThatOften),
        ({"stamina": "forever"}, refusals.NoStamina),
        ({"stamina": ""}, refusals.NoStamina),
        ({"cannot": ["0o", "7o"]}, refusals.NoPartOfTheWeek),
        ({"cannot": ["0x"], "max_per_week": 3}, refusals.NoPartOfTheWeek),
        ({}, refusals.NothingChosen),
    ],
)
def test_what_nobody_can_carry_is_refused(ours, now, told, refusal):
    with pytest.raises(refusal):
        carrying.tell(ours.wendy, how="own", now=now, **told)
    assert carrying.carrying_of(ours.wendy) is None


@pytest.mark.parametrize("most", [0, 21])
def test_none_at_all_and_three_a_day_are_answers(ours, now, most):
    assert carrying.tell(ours.wendy, max_per_week=most, how="own", now=now).max_per_week == most


def test_when_somebody_cannot_is_kept_in_the_order_of_the_week_and_stays_until_told_otherwise(ours, now):
    told = carrying.tell(ours.wendy, cannot=["2a", "0m", "0o", "2a"], how="own", now=now)
    assert (told.cannot, told.max_per_week, told.stamina) == ("0o 0m 2a", None, "")
    told = carrying.tell(ours.wendy, max_per_week=2, how="own", now=now)
    assert (told.cannot, told.max_per_week) == ("0o 0m 2a", 2)
    told = carrying.tell(ours.wendy, cannot={"6a"}, how="spoken", now=now + HALF_PAST)
    assert (told.cannot, told.max_per_week, told.how) == ("6a", 2, "spoken")
    assert carrying.tell(ours.wendy, cannot=(), how="own", now=now).cannot == ""
    assert carrying.carrying_of(ours.karim) is None


def test_whoever_only_says_when_they_cannot_did_not_answer_how_often(ours, now):
    carrying.tell(ours.wendy, cannot=["0o"], how="own", now=now)
    assert carrying.how_many_answered(ours.meeting, "capacity") == 0


def test_people_who_answered_are_counted_and_nothing_more(ours, now):
    for what in ("Niet autorijden", "Niet oppassen"):
        carrying.set_boundary(ours.wendy, what, how="own", now=now)
    made = carrying.set_boundary(ours.karim, "Koken", how="own", now=now)
    carrying.tell(ours.karim, max_per_week=0, how="own", now=now)
    carrying.tell(ours.jesse, stamina="week", how="own", now=now)
    counts = {kind: carrying.how_many_answered(ours.meeting, kind) for kind in ("boundary", "capacity", "stamina")}
    assert counts == {"boundary": 2, "capacity": 1, "stamina": 1}
    carrying.take_back_boundary(ours.karim, made.id, now=now)
    meeting.leave(ours.meeting, ours.jesse, now=now)
    assert carrying.how_many_answered(ours.meeting, "boundary") == 1
    assert carrying.how_many_answered(ours.meeting, "stamina") == 0


def phone(ours, person, now, **fields):
    return Guest.create(meeting=ours.meeting, person=person, joined_at=now, seen_at=now, **fields)


def test_somebody_else_writes_for_whoever_has_no_phone_connected(ours, now):
    phone(ours, ours.wendy, now)
    phone(ours, ours.karim, now, here=False)
    phone(ours, ours.hanneke, now, left_at=now)
    phone(ours, None, now, chosen=ours.tjeerd)
    meeting.leave(ours.meeting, ours.jesse, now=now)
    ilse = circle.draw_person(ours.circle, "Ilse", ring=4, group="Z", part="professional")
    meeting.attend(ours.meeting, ilse, now=now)
    grown_up = [ours.lotte, ours.karim, ours.oma_riet, ours.hanneke, ours.tjeerd]
    assert carrying.without_phone(ours.meeting, "capacity") == grown_up
    assert carrying.without_phone(ours.meeting, "stamina") == grown_up
    assert carrying.without_phone(ours.meeting, "boundary") == [ours.lotte, ours.noor, *grown_up[1:]]
    assert carrying.without_phone(None, "boundary") == []


def test_whoever_was_typed_twice_keeps_what_they_said(ours, now):
    double = circle.draw_person(ours.circle, "Wendy")
    carrying.set_boundary(double, "Niet autorijden", how="own", now=now)
    carrying.tell(double, max_per_week=2, how="own", now=now)
    keep = merging.merge(ours.wendy, double, now=now)
    assert words_of(keep) == ["Niet autorijden"]
    assert carrying.carrying_of(keep).max_per_week == 2
