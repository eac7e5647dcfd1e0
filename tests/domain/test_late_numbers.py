"""Late numbers: the room sees a picture, and no two pictures that follow each other tell what one of us did."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkberaad.domain import undo
from netwerkberaad.domain.evening import meeting, numbers
from netwerkberaad.domain.evening.meeting import Answer, Meeting
from netwerkberaad.domain.evening.numbers import FEWEST, Given
from tests import cast

A, B, C, D, E, NOBODY = 1, 2, 3, 4, 5, None


def answers(*told):
    """(who, what the picture shows, what stands now) as numbers have them."""
    return [Given(number, who, now, shown, now is not None) for number, (who, shown, now) in enumerate(told, 1)]


@pytest.mark.parametrize(
    ("told", "follows"),
    [
        pytest.param([(A, 3, 4)], False, id="one changed"),
        pytest.param([(A, 3, 4), (B, 3, 4), (C, 3, 4), (D, 3, 3)], False, id="three changed"),
        pytest.param([(A, 3, 4), (B, 3, 4), (C, 3, 4), (D, 3, 4)], True, id="four changed"),
        pytest.param([(A, None, 4), (B, None, 4), (C, None, 4)], False, id="the first three"),
        pytest.param([(A, None, 4), (B, None, 4), (C, None, 4), (D, None, 4)], True, id="the first four"),
        pytest.param([(A, 3, 4), (B, None, 4), (C, None, 4), (D, None, 4)], False, id="one dot would go"),
        pytest.param([(A, 3, 4), (B, 3, None), (C, 3, None), (D, 3, None)], False, id="one dot would come"),
        pytest.param([(A, 3, None), (B, 3, None), (C, 3, None), (D, 3, None)], False, id="nothing would be left"),
        pytest.param([*[(n, 3, None) for n in range(4, 8)], (8, 3, 3)], False, id="one would be left"),
        pytest.param([*[(n, 3, None) for n in range(4, 8)], *[(n, 3, 3) for n in range(8, 12)]], True, id="four left"),
        pytest.param([(NOBODY, None, 4)] * 4, True, id="four said aloud"),
        pytest.param([(NOBODY, None, 4)] * 3, False, id="three said aloud"),
        pytest.param([(A, None, 4)] + [(NOBODY, None, 4)] * 3, True, id="the first four, three of them said aloud"),
        pytest.param([(A, None, 4)] + [(NOBODY, 4, 4)] * 9, False, id="one later beside what was said aloud"),
        pytest.param([(A, None, 4)] + [(NOBODY, None, 4)] * 9 + [(B, 3, 3)], False, id="one late among many aloud"),
        pytest.param([(n, None, 4) for n in (A, B, C, D)] + [(NOBODY, None, 4)], True, id="four, and one aloud"),
        pytest.param([(A, 3, 4)] * 4, False, id="one person typed twice"),
    ],
)
def test_what_may_take_the_place_of_the_picture(told, follows):
    assert numbers.may_follow(answers(*told)) is follows


PEOPLE = st.sampled_from([*range(1, 8), *("aloud" + str(number) for number in range(4))])
SAID = st.lists(st.tuples(PEOPLE, st.none() | st.integers(0, 10)), max_size=60)


@given(SAID)
def test_two_pictures_in_a_row_never_differ_by_fewer_than_four_of_us(said):
    """Whatever is given, changed and taken back, in any order; and what was said aloud can be subtracted."""
    stands, picture = {}, {}
    for who, number in said:
        stands[who] = number
        now = [
            Given(place, None if isinstance(who, str) else who, stands.get(who), picture.get(who), True)
            for place, who in enumerate({**stands, **picture})
        ]
        if numbers.may_follow(now):
            follows = {who: number for who, number in stands.items() if number is not None}
            tells_of_nobody(picture, follows)
            picture = follows


def tells_of_nobody(before, after):
    assert len(after) >= FEWEST
    if not before:  # the first one was waited for together
        return
    differ = [who for who in {**before, **after} if before.get(who) != after.get(who)]
    with_a_name = [who for who in differ if isinstance(who, int)]
    assert len(differ) >= FEWEST
    for some in (with_a_name, [n for n in with_a_name if n in before], [n for n in with_a_name if n in after]):
        assert len(some) == 0 or len(some) >= FEWEST
    assert sum(isinstance(who, int) for who in after) not in range(1, FEWEST)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def asked(ours):
    return [person for person in ours.people if person != ours.noor]


@pytest.fixture
def shown(ours, asked, now):
    """Everybody gave a number: 0 to 6 are shown. shown() is what the room sees."""
    for number, person in enumerate(asked):
        numbers.rate(ours.circle, number, person=person, now=now)
    return lambda: numbers.progress(meeting.present_meeting(ours.circle)).dots


def own(ours, person):
    return numbers.on_own_phone(meeting.present_meeting(ours.circle), person)


def test_three_who_change_their_minds_wait_and_the_fourth_brings_them_all(ours, asked, shown, now):
    for person in asked[:3]:
        numbers.rate(ours.circle, 10, person=person, now=now)
        assert shown() == [0, 1, 2, 3, 4, 5, 6]
        assert own(ours, person) == (True, 10, True)
    assert own(ours, asked[3]) == (True, 3, False)
    numbers.rate(ours.circle, 9, person=asked[3], now=now)
    assert shown() == [4, 5, 6, 9, 10, 10, 10]
    assert own(ours, asked[0]) == (True, 10, False)


def test_whoever_thinks_better_of_it_leaves_nothing_waiting(ours, asked, shown, now):
    numbers.rate(ours.circle, 10, person=asked[0], now=now)
    numbers.rate(ours.circle, 0, person=asked[0], now=now)
    assert own(ours, asked[0]) == (True, 0, False)
    for person in asked[1:4]:
        numbers.rate(ours.circle, 10, person=person, now=now)
    assert shown() == [0, 1, 2, 3, 4, 5, 6]


def test_a_number_taken_back_stays_in_the_picture_without_its_name(ours, asked, shown, now):
    numbers.pass_by(ours.circle, person=asked[0], now=now)
    assert shown() == [0, 1, 2, 3, 4, 5, 6]
    assert own(ours, asked[0]) == (True, None, True)


def test_whoever_comes_late_waits_for_three_others(ours, asked, shown, now):
    numbers.rate(ours.circle, 9, person=ours.noor, now=now)
    numbers.rate(ours.circle, 10, how="spoken", now=now)
    assert shown() == [0, 1, 2, 3, 4, 5, 6]


def test_four_said_aloud_at_a_table_without_phones_join(ours, now):
    for number in (3, 4, 5, 6):
        numbers.rate(ours.circle, number, how="spoken", now=now)
    numbers.show(ours.meeting, now=now)
    evening = [numbers.rate(ours.circle, 8, how="spoken", now=now) for _ in range(4)][0].meeting
    assert numbers.progress(evening).dots == [3, 4, 5, 6, 8, 8, 8, 8]


def test_what_waits_at_the_end_stays_out(ours, asked, shown, now):
    numbers.rate(ours.circle, 10, person=asked[0], now=now)
    meeting.end(meeting.present_meeting(ours.circle), now=now)
    assert shown() == [0, 1, 2, 3, 4, 5, 6]


def test_an_evening_with_too_few_shows_none_at_its_end(ours, now):
    for number in (3, 4, 5):
        numbers.rate(ours.circle, number, now=now)
    assert numbers.progress(meeting.end(ours.meeting, now=now)).dots == []


def test_an_evening_looked_up_before_the_wait_was_over_shows_what_is_true_now(ours, asked, now):
    """Fifty phones share what was read for one number: a phone whose page began earlier keeps nothing old for them."""
    before = Meeting.get_by_id(ours.meeting.id)
    for person in asked[:4]:
        numbers.rate(ours.circle, 5, person=person, now=now)
    numbers.show(ours.meeting, now=now)
    assert numbers.progress(before).dots == [5] * 4


@pytest.mark.parametrize("seed", range(6))
def test_a_whole_evening_of_it_never_tells_what_one_of_us_did(ours, now, seed):
    """On phones, aloud, with and without a name, taken back, undone: as it is really kept."""
    chance, seen = random.Random(seed), {}
    for step in range(120):
        numbers_happen(chance, ours, now + dt.timedelta(seconds=step))
        rows = Answer.select().where(Answer.shown_number.is_null(False))
        picture = {row.person_id or f"aloud {row.id}": row.shown_number for row in rows}
        if picture != seen:
            tells_of_nobody(seen, picture)
            seen = picture
    assert seen


def numbers_happen(chance, ours, now):
    person, number = chance.choice(ours.people), chance.randrange(11)
    what = chance.randrange(12)
    if what == 0:
        numbers.show(ours.meeting, now=now)
    elif what == 1:
        numbers.pass_by(ours.circle, person=person, now=now)
    elif what == 2:
        numbers.rate(ours.circle, number, how="spoken", now=now)
    elif what == 3:
        deed = undo.last_deed(ours.circle, "gesprek")
        if deed and Answer.get_by_id(deed.row).version == deed.row_version:
            undo.undo(ours.circle, deed.id, now=now)
    elif what == 4:
        numbers.rate(ours.circle, number, person=person, how="spoken", now=now)
    else:
        numbers.rate(ours.circle, number, person=person, now=now)
