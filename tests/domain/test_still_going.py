"""«Gaat het nog?»: asked after three take-overs in a fortnight, once, and told to nobody without a yes."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals
from netwerkberaad.domain.after import still_going
from netwerkberaad.domain.week import cancelling, shift
from tests import agreed, cast

DAY = dt.timedelta(days=1)


@pytest.fixture
def ours(db, now):
    family = cast.family(now)
    family.visit = agreed.shift(family, "Even langskomen", "0123456", "17:30", family.hanneke, now=now)
    return family


@pytest.fixture
def takes_over(ours):
    """takes_over(3, at=now): so many dates of Hanneke's, one after the other from that moment's day on."""

    def make(times, *, at, who=None):
        for number in range(times):
            cancelling.Cancellation.create(
                circle=ours.circle, shift=ours.visit, day=at.date() + DAY * number, part="person", promise="",
                person=ours.hanneke, at=at, taken_over_by=who or ours.tjeerd, taken_over_at=at, via="all",
            )  # fmt: skip

    return make


def is_asked(ours, now, who=None):
    told = shift.told_in(ours.circle, now.date() - 14 * DAY, now.date() + 40 * DAY)
    return still_going.is_asked((who or ours.tjeerd).id, told, now=now)


@pytest.mark.parametrize(("times", "asked"), [(2, False), (3, True), (5, True)])
def test_three_times_within_a_fortnight_is_often(ours, takes_over, now, times, asked):
    takes_over(times, at=now)
    assert is_asked(ours, now) == asked
    assert not is_asked(ours, now, ours.karim)


def test_what_is_longer_ago_does_not_count(ours, takes_over, now):
    takes_over(2, at=now - 15 * DAY)
    takes_over(1, at=now)
    assert not is_asked(ours, now)


def test_who_answered_is_asked_again_only_after_three_new_ones(ours, takes_over, now):
    takes_over(3, at=now - DAY)
    still_going.tell(ours.tjeerd, "good", now=now - DAY / 2)
    assert not is_asked(ours, now)
    takes_over(2, at=now)
    assert not is_asked(ours, now)
    takes_over(1, at=now)
    assert is_asked(ours, now)


def shared(ours, now):
    return [(row.person.name, row.answer) for row in still_going.shared_in(ours.circle, now=now)]


def test_only_who_says_so_is_told_about_and_only_for_a_fortnight(ours, now):
    still_going.tell(ours.tjeerd, "too_much", shared=True, now=now)
    still_going.tell(ours.hanneke, "too_much", now=now)
    assert shared(ours, now) == [("Tjeerd", "too_much")]
    assert shared(ours, now + 15 * DAY) == []


@pytest.mark.parametrize(("answer", "shares"), [("good", True), ("too_much", False)])
def test_the_last_answer_takes_the_place_of_the_one_before(ours, now, answer, shares):
    still_going.tell(ours.tjeerd, "bit_much", shared=True, now=now)
    still_going.tell(ours.tjeerd, answer, shared=shares, now=now + DAY)
    assert shared(ours, now + DAY) == []


def test_another_answer_than_these_is_refused(ours, now):
    with pytest.raises(refusals.NothingChosen):
        still_going.tell(ours.tjeerd, "misschien", now=now)
