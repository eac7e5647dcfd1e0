"""Numbers from 0 to 10: they wait for each other, are never fewer than four, and never find their name."""

import datetime as dt

import pytest

from netwerkberaad.domain import circle, refusals, undo
from netwerkberaad.domain.evening import meeting, numbers
from netwerkberaad.domain.taking_part import arrivals, joining
from tests import cast

DAY = dt.date(2026, 10, 8)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def asked(ours):
    """Everybody of the cast who is waited for: Noor is nine."""
    return [person for person in ours.people if person != ours.noor]


def progress(ours):
    return numbers.progress(meeting.present_meeting(ours.circle))


def rate(ours, people, given, now):
    for person, number in zip(people, given, strict=True):
        numbers.rate(ours.circle, number, person=person, now=now)


def test_fewer_than_four_are_not_shown_and_four_have_no_order_of_speaking(ours, asked, now):
    rate(ours, asked[:3], [7, 3, 5], now)
    numbers.show(ours.meeting, now=now)
    assert progress(ours).dots == []
    numbers.rate(ours.circle, 4, person=asked[3], now=now)
    assert progress(ours).dots == [3, 4, 5, 7]


@pytest.mark.parametrize("number", [-1, 11, None])
def test_a_number_lies_between_0_and_10(ours, now, number):
    with pytest.raises(refusals.NoNumber):
        numbers.rate(ours.circle, number, now=now)


def test_they_wait_until_the_last_one_answered_or_passed(ours, asked, now):
    rate(ours, asked[:-1], range(len(asked) - 1), now)
    waiting = progress(ours)
    assert (waiting.answered, waiting.asked, waiting.shown, waiting.dots) == (6, 7, False, [])
    assert waiting.by == {person.id for person in asked[:-1]}
    numbers.pass_by(ours.circle, person=asked[-1], now=now)
    done = progress(ours)
    assert (done.answered, done.shown, done.dots) == (7, True, [0, 1, 2, 3, 4, 5])


def test_once_shown_nothing_says_any_more_who_answered(ours, asked, now):
    rate(ours, asked, [4] * len(asked), now)
    assert progress(ours).by == frozenset()


def test_one_tap_ends_the_wait(ours, asked, now):
    rate(ours, asked[:4], [3, 5, 7, 4], now)
    assert (progress(ours).shown, progress(ours).dots) == (False, [])
    numbers.show(ours.meeting, now=now)
    assert (progress(ours).shown, progress(ours).dots) == (True, [3, 4, 5, 7])


def test_showing_twice_is_showing_once(ours, now):
    numbers.show(ours.meeting, now=now)
    numbers.show(ours.meeting, now=now + dt.timedelta(minutes=5))
    assert meeting.present_meeting(ours.circle).numbers_shown_at == now


def test_a_child_may_but_is_not_waited_for_and_the_facilitator_is_not_asked(ours, asked, now):
    marije = circle.draw_person(ours.circle, "Marije", ring=4, group="Z", part="facilitator")
    ilse = circle.draw_person(ours.circle, "Ilse", ring=4, group="Z", part="professional")
    for person in (marije, ilse):
        meeting.attend(ours.meeting, person, now=now)
    assert numbers.asked(ours.meeting) == [*asked, ilse]
    numbers.rate(ours.circle, 9, person=ours.noor, now=now)
    assert (progress(ours).answered, progress(ours).asked) == (0, 8)
    rate(ours, [*asked, ilse], [5] * 8, now)
    assert progress(ours).dots == [5] * 8 + [9]


def test_numbers_without_a_name_count_as_answers(ours, asked, now):
    for number in range(7):
        assert not progress(ours).shown
        numbers.rate(ours.circle, number, now=now)
    assert progress(ours).dots == list(range(7))


def test_whoever_gives_another_number_or_none_has_changed_their_mind(ours, asked, now):
    rate(ours, asked[:5], [3, 4, 5, 6, 7], now)
    numbers.rate(ours.circle, 9, person=asked[0], now=now)
    numbers.pass_by(ours.circle, person=asked[1], now=now)
    assert progress(ours).answered == 5
    numbers.show(ours.meeting, now=now)
    assert progress(ours).dots == [5, 6, 7, 9]


def test_somebody_passes_by_name_only(ours, now):
    with pytest.raises(refusals.NobodySaid):
        numbers.pass_by(ours.circle, person=None, now=now)


def test_whoever_comes_late_does_not_hide_them_again(ours, asked, now):
    meeting.not_there(ours.meeting, ours.jesse, now=now)
    rate(ours, [person for person in asked if person != ours.jesse], [5] * 6, now)
    meeting.attend(ours.meeting, ours.jesse, now=now)
    late = progress(ours)
    assert (late.answered, late.asked, late.shown) == (6, 7, True)


def test_when_the_last_one_who_waited_goes_home_they_are_shown_and_stay_so(ours, asked, now):
    rate(ours, asked[:-1], [5] * 6, now)
    meeting.leave(ours.meeting, asked[-1], now=now)
    assert progress(ours).shown
    meeting.attend(ours.meeting, asked[-1], now=now)
    assert progress(ours).shown


def test_whoever_turns_out_not_to_be_there_is_not_waited_for(ours, asked, now):
    rate(ours, asked[:-1], [5] * 6, now)
    meeting.not_there(ours.meeting, asked[-1], now=now)
    assert progress(ours).shown


def test_a_phone_that_is_put_out_is_not_waited_for(ours, asked, now):
    stranger = joining.join(ours.meeting, name="Kees", now=now)
    rate(ours, asked, [5] * 7, now)
    assert not progress(ours).shown
    arrivals.put_out(stranger, now=now)
    assert progress(ours).shown


def test_an_evening_that_ended_shows_its_numbers(ours, now):
    for number in (3, 4, 5, 6):
        numbers.rate(ours.circle, number, now=now)
    assert progress(ours).dots == []
    assert numbers.progress(meeting.end(ours.meeting, now=now)).dots == [3, 4, 5, 6]


def test_the_next_evening_asks_again(ours, asked, now):
    rate(ours, asked, [5] * 7, now)
    meeting.end(meeting.present_meeting(ours.circle), now=now)
    meeting.begin(meeting.plan_meeting(ours.circle, kind="review", day=DAY), now=now)
    assert (progress(ours).shown, progress(ours).dots, progress(ours).by) == (False, [], frozenset())


def test_what_somebody_answered_themselves_is_theirs_to_read(ours, now):
    assert numbers.own(ours.meeting, ours.wendy) is None
    numbers.rate(ours.circle, 6, person=ours.wendy, now=now)
    assert numbers.own(ours.meeting, ours.wendy).number == 6
    numbers.pass_by(ours.circle, person=ours.wendy, now=now)
    assert numbers.own(ours.meeting, ours.wendy).number is None
    assert numbers.own(ours.meeting, ours.karim) is None


def test_what_was_typed_at_the_table_can_be_undone_without_telling_whose_it_was(ours, now):
    numbers.rate(ours.circle, 3, person=ours.wendy, how="spoken", now=now)
    numbers.pass_by(ours.circle, person=ours.wendy, how="spoken", now=now)
    numbers.rate(ours.circle, 5, person=ours.karim, how="spoken", now=now)
    numbers.rate(ours.circle, 6, person=ours.karim, how="spoken", now=now)
    said = [deed.sentence for deed in undo.Deed.select().order_by(undo.Deed.id)]
    assert said == [numbers.GIVEN, numbers.PASSED, numbers.GIVEN, numbers.CHANGED]
    assert not [sentence for sentence in said if "Wendy" in sentence or "Karim" in sentence]
    standing = []
    for person in (ours.karim, ours.karim, ours.wendy, ours.wendy):
        undo.undo(ours.circle, undo.last_deed(ours.circle, "gesprek").id, now=now)
        own = numbers.own(ours.meeting, person)
        standing.append(own and own.number)
    assert standing == [5, None, 3, None]
    assert progress(ours).by == frozenset()


def test_what_somebody_gave_on_their_own_phone_is_not_the_table_s_to_undo(ours, now):
    numbers.rate(ours.circle, 3, person=ours.wendy, now=now)
    assert undo.last_deed(ours.circle, "gesprek") is None


def test_undoing_after_they_were_shown_keeps_them_shown_and_nameless(ours, asked, now):
    """Whose number was undone, everybody at the table heard: no dot may go with it."""
    for person, number in zip(asked, range(7), strict=True):
        numbers.rate(ours.circle, number, person=person, how="spoken", now=now)
    undo.undo(ours.circle, undo.last_deed(ours.circle, "gesprek").id, now=now)
    assert numbers.own(ours.meeting, asked[-1]) is None
    assert (progress(ours).dots, progress(ours).by) == (list(range(7)), frozenset())


def test_before_any_evening_nothing_was_asked():
    assert numbers.progress(None) == numbers.Progress(0, 0, False, [])
