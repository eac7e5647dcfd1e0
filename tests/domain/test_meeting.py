"""The meeting: planned, begun, paused, ended; who is there; what holds back the next step."""

import datetime as dt

import pytest

from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.evening import answers, blocks, meeting, offering
from netwerkberaad.domain.evening.blocks import what_holds_back
from netwerkberaad.domain.evening.questions import NEVER_WAITING
from tests import cast

DAY = dt.date(2026, 10, 8)


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def before(db, now):
    """A family whose evening still has to be planned."""
    return cast.family(now, evening=False, email="later@example.org")


def test_a_planned_meeting_is_moved_not_doubled(before):
    first = meeting.plan_meeting(before.circle, day=DAY, starts="19:00")
    moved = meeting.plan_meeting(before.circle, kind="first_talk", day=DAY + dt.timedelta(days=7), place=" Buurthuis ")
    assert (moved.id, moved.kind, moved.place) == (first.id, "first_talk", "Buurthuis")


def test_nothing_is_planned_while_one_is_going_on(ours):
    with pytest.raises(refusals.StillGoingOn):
        meeting.plan_meeting(ours.circle, day=DAY)


def test_after_the_end_a_new_one_begins_at_the_first_question(ours, now):
    meeting.stand_at(ours.meeting, "6.9")
    meeting.end(meeting.present_meeting(ours.circle), now=now)
    second = meeting.begin(meeting.plan_meeting(ours.circle, kind="extra", day=DAY), now=now)
    assert (second.question, second.state) == ("1.1", "going_on")
    assert meeting.present_meeting(ours.circle) == second


@pytest.mark.parametrize("missing", [{"kind": "party", "day": DAY}, {"day": None}], ids=["no such kind", "no day"])
def test_a_plan_needs_a_kind_and_a_day(before, missing):
    with pytest.raises((refusals.NoKind, refusals.NoMeetingDay)):
        meeting.plan_meeting(before.circle, **missing)


def test_a_pause_keeps_the_question_and_the_next_word_ends_it(ours, now):
    meeting.stand_at(ours.meeting, "3.2")
    paused = meeting.pause(meeting.present_meeting(ours.circle), now=now)
    assert (paused.state, paused.question) == ("paused", "3.2")
    later = meeting.going_on(ours.circle, now=now + dt.timedelta(days=3))
    assert (later.state, later.question) == ("going_on", "3.2")


def test_nothing_is_said_before_the_beginning_or_after_the_end(before, ours, now):
    for circle in (before.circle, meeting.end(ours.meeting, now=now).circle):
        with pytest.raises(refusals.NotYoursToArrange):
            answers.say(circle, "1.3", "Iets", now=now)


def test_beginning_twice_is_beginning_once(before, now):
    begun = meeting.begin_now(before.circle, today=DAY, now=now)
    again = meeting.begin_now(before.circle, today=DAY, now=now + dt.timedelta(minutes=1))
    assert (again.id, again.begun_at) == (begun.id, now)


def test_who_goes_home_early_is_not_at_the_table_and_can_come_back(ours, now):
    meeting.leave(ours.meeting, ours.wendy, now=now)
    assert ours.wendy not in meeting.at_the_table(ours.meeting)
    assert meeting.attendance_of(ours.meeting)[ours.wendy.id].left_at == now
    meeting.attend(ours.meeting, ours.wendy, how="phone", now=now)
    assert ours.wendy in meeting.at_the_table(ours.meeting)
    assert meeting.attendance_of(ours.meeting)[ours.wendy.id].how == "phone"


def test_a_draft_waits_once_per_place_and_an_empty_one_not_at_all(ours, now):
    for words in ("Han", "Hann", ""):
        meeting.keep_draft(ours.circle, "2.1", words, now=now)
        assert meeting.draft_of(ours.circle, "2.1") == words


@pytest.mark.parametrize(
    ("waits", "seen", "typed", "then"),
    [
        ("", "", "Oma", "Oma"),
        ("Oma", "Oma", "Oma kookt", "Oma kookt"),
        ("Oma", "Oma", "", ""),
        ("Oma kookt", "", "Wendy belt", "Oma kookt / Wendy belt"),
        ("Oma / Wendy", "Oma", "Oma kookt", "Wendy / Oma kookt"),
        ("Oma / Wendy", "Wendy", "", "Oma"),
        ("Oma / Wendy", "Oma / Wendy", "Oma", "Oma"),
        ("Oma", "", "Oma", "Oma"),
        ("Oma", None, "Wendy", "Wendy"),
    ],
)
def test_what_two_windows_left_half_typed_stands_side_by_side(ours, now, waits, seen, typed, then):
    meeting.keep_draft(ours.circle, "2.1", waits, now=now)
    meeting.keep_draft(ours.circle, "2.1", typed, seen=seen, now=now)
    assert meeting.draft_of(ours.circle, "2.1") == then


@pytest.mark.parametrize("place", NEVER_WAITING)
def test_what_is_somebody_s_own_never_waits_half_typed(ours, now, place):
    meeting.keep_draft(ours.circle, place, "7", now=now)
    assert meeting.Draft.select().count() == 0
    meeting.Draft.create(circle=ours.circle, place=place, words="van vroeger", at=now)
    assert meeting.draft_of(ours.circle, place) == ""


SETTLED = {"present": 2, "wishes": 1, "story_settled": True}


@pytest.mark.parametrize(
    ("step", "facts", "mended_at"),
    [
        (1, SETTLED, []),
        (1, {**SETTLED, "present": 0}, ["1.1"]),
        (1, {**SETTLED, "wishes": 0}, ["1.5"]),
        (1, {**SETTLED, "story_settled": False}, ["1.4"]),
        (1, {}, ["1.1", "1.4", "1.5"]),
        (2, {}, []),
        (3, {}, []),
        (3, {"concerns": 1}, ["3.1"]),
        (3, {"concerns": 3, "strengths": 1}, []),
        (4, {}, []),
        (4, {"silent": ["Wendy"]}, ["4.3"]),
        (5, {}, []),
        (6, {}, []),
    ],
)
def test_what_holds_back_the_next_step(step, facts, mended_at):
    assert [block.question for block in what_holds_back(step, **facts)] == mended_at


def test_a_block_is_one_sentence_that_names_who():
    (block,) = what_holds_back(4, silent=["Opa Yusuf", "Wendy", "Tjeerd"])
    assert block.sentence == "Opa Yusuf, Wendy en Tjeerd zeiden nog niets. «Nu even niet» mag ook."


def test_the_family_itself_children_and_whoever_left_hold_nobody_back(ours, now):
    for person in (ours.karim, ours.oma_riet, ours.wendy, ours.hanneke, ours.tjeerd):
        offering.not_now(ours.circle, person=person, now=now)
    (block,) = blocks.before_leaving(ours.circle, 4)
    assert "Jesse" in block.sentence
    assert not any(name in block.sentence for name in ("Noor", "Lotte"))
    meeting.leave(ours.meeting, ours.jesse, now=now)
    assert blocks.before_leaving(ours.circle, 4) == []


def test_a_worry_before_the_first_strength_waits(ours, now):
    early = answers.say(ours.circle, "3.2", "Te laat op school", now=now)
    assert early.state == "parked"
    assert answers.answers_of(ours.circle, "concern") == []
    assert blocks.before_leaving(ours.circle, 3) == []
    with pytest.raises(refusals.StrengthFirst):
        answers.take_up(early, now=now)
    answers.say(ours.circle, "3.1", "Ze lachen veel", now=now)
    answers.take_up(early, now=now)
    assert [answer.words for answer in answers.answers_of(ours.circle, "concern")] == ["Te laat op school"]


def test_taking_the_only_strength_back_holds_step_3(ours, now):
    strength = answers.say(ours.circle, "3.1", "Ze lachen veel", now=now)
    answers.say(ours.circle, "3.2", "Te laat op school", now=now)
    answers.take_back(strength, now=now)
    assert [block.question for block in blocks.before_leaving(ours.circle, 3)] == ["3.1"]


def test_a_worry_can_be_let_go_and_undone_and_its_words_are_not_repeated(ours, now):
    parked = answers.park(ours.circle, "1.3", "Oma drinkt", now=now)
    early = answers.say(ours.circle, "3.2", "Opa ook", now=now)
    answers.let_go(early, now=now)
    answers.let_go(parked, now=now)
    sentences = [deed.sentence for deed in undo.Deed.select().order_by(undo.Deed.id)]
    assert sentences == ["Bewaard voor later.", "Bewaard voor later.", *["Deze zorg laten we los."] * 2]
    assert answers.answers_of(ours.circle, "concern", state="parked") == []
    undo.undo(ours.circle, undo.last_deed(ours.circle, "gesprek").id, now=now)
    assert [answer.words for answer in answers.answers_of(ours.circle, "concern", state="parked")] == ["Oma drinkt"]


def test_every_change_of_the_story_is_a_new_version_that_nobody_approved_yet(ours, now):
    answers.tell_situation(ours.circle, "Lotte is op.", seen=0, now=now)
    answers.approve_situation(ours.circle, seen=1, now=now)
    assert answers.is_settled(answers.situation_of(ours.circle))
    answers.note_who_knows(answers.situation_of(ours.circle), ours.wendy, now=now)
    answers.tell_situation(ours.circle, "Lotte is moe.", seen=1, now=now)
    newest = answers.situation_of(ours.circle)
    assert (newest.number, newest.words, newest.approved_at) == (2, "Lotte is moe.", None)
    assert answers.who_knows(newest) == {}


def test_the_same_words_are_the_same_version(ours, now):
    answers.tell_situation(ours.circle, "Lotte is op.", now=now)
    answers.approve_situation(ours.circle, seen=1, now=now)
    assert answers.tell_situation(ours.circle, "Lotte is op. ", now=now).number == 1


def test_nobody_approves_a_version_they_did_not_read(ours, now):
    answers.tell_situation(ours.circle, "Lotte is op.", seen=0, now=now)
    answers.tell_situation(ours.circle, "Lotte is moe.", seen=1, now=now)
    for stale in (
        lambda: answers.approve_situation(ours.circle, seen=1, now=now),
        lambda: answers.tell_situation(ours.circle, "Iets anders", seen=1, now=now),
    ):
        with pytest.raises(refusals.ChangedMeanwhile):
            stale()


def test_a_story_that_is_rather_not_written_settles_it_and_shows_no_words(ours, now):
    answers.tell_situation(ours.circle, "Lotte is op.", now=now)
    answers.rather_not_write(ours.circle, seen=1, now=now)
    newest = answers.situation_of(ours.circle)
    assert (newest.words, newest.not_written, answers.is_settled(newest)) == ("", True, True)


def test_a_correction_that_came_second_is_told(ours, now):
    said = answers.say(ours.circle, "1.3", "Ze lachen", now=now)
    answers.correct(said, "Ze lachen veel", seen=1)
    with pytest.raises(refusals.ChangedMeanwhile):
        answers.correct(said, "Ze lachen soms", seen=1)


def test_what_is_said_stays_with_its_evening_and_a_wish_with_the_circle(ours, now):
    answers.say(ours.circle, "1.3", "Ze lachen", now=now)
    answers.say(ours.circle, "1.5", "Een avond rust", now=now)
    meeting.end(meeting.present_meeting(ours.circle), now=now)
    meeting.begin(meeting.plan_meeting(ours.circle, kind="review", day=DAY), now=now)
    assert answers.answers_of(ours.circle, "strength") == []
    assert [wish.words for wish in answers.answers_of(ours.circle, "wish")] == ["Een avond rust"]
