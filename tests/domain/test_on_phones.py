"""What each question says on a phone, and who answers it there."""

import re

import pytest

from netwerkberaad.domain import circle, refusals
from netwerkberaad.domain.evening import answers, meeting, offering, on_phones
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.on_phones import ANSWERED, may_answer, said_to, state_for
from netwerkberaad.domain.evening.questions import QUESTIONS
from tests import cast
from tests.told_before import told_once

ALL, NOBODY = set(ANSWERED), set()


@pytest.fixture
def told(db, now):
    return with_ilse(cast.family(now), now)


@told_once
def with_ilse(family, now):
    family.ilse = circle.draw_person(family.circle, "Ilse", ring=4)
    meeting.attend(family.meeting, family.ilse, now=now)
    return family


def changed(evening, **fields):
    Meeting.update(**fields).where(Meeting.id == evening.id).execute()
    return Meeting.get_by_id(evening.id)


def words_in(text):
    return re.findall(r"[\w«»'-]+", text)


@pytest.mark.parametrize("who", ["lotte", "noor", "wendy", "ilse"])
def test_every_question_says_something_short_and_plain_on_every_phone(told, who):
    for code in QUESTIONS:
        said = said_to(getattr(told, who), code, told.meeting, children=[told.noor])
        assert said.sentence, code
        assert said.hint, code
        assert len(words_in(f"{said.sentence} {said.hint}")) <= 25, code
        assert "[" not in said.sentence + said.hint, code
        for sentence in re.split(r"(?<=[.?!])\s", f"{said.sentence} {said.hint}"):
            assert len(words_in(sentence)) <= 15, (code, sentence)


def test_what_is_asked_of_each_is_asked_in_the_words_of_the_screen(told):
    for code, asked in QUESTIONS.items():
        if asked.tag == "T" and code != "1.1":
            assert said_to(told.wendy, code, told.meeting).sentence == asked.sentence
    assert said_to(told.wendy, "1.1", told.meeting).sentence == "Fijn dat je er bent, Wendy."


def test_a_child_s_question_stands_on_the_child_s_own_phone_and_names_the_children_on_the_others(told):
    sem = circle.draw_person(told.circle, "Sem", ring=0, age=6)
    children = on_phones.children_of(told.circle)
    assert [child.name for child in children] == ["Noor", "Sem"]
    for code in ("1.6", "2.8"):
        assert said_to(sem, code, told.meeting).sentence == QUESTIONS[code].sentence
        other = said_to(told.wendy, code, told.meeting, children=children).sentence
        assert other == "Deze vraag is voor Noor en Sem."
        assert said_to(told.wendy, code, told.meeting).sentence == "Deze vraag is voor de kinderen."


def test_parents_are_asked_to_tell_and_the_others_to_listen(told):
    assert said_to(told.lotte, "1.5", told.meeting).hint == "Jullie vertellen. Wij luisteren."
    assert said_to(told.wendy, "1.5", told.meeting).hint == "Het gezin vertelt. Luister maar mee."


@pytest.mark.parametrize(
    ("who", "answers_there"),
    [
        ("wendy", ALL - {"1.6"}),
        ("lotte", ALL - {"1.6"}),
        ("noor", ALL - {"4.6", "4.7"}),
        ("jesse", ALL - {"1.6"}),
        ("ilse", {"3.2", "3.3", "4.3"}),
    ],
)
def test_who_answers_what_on_their_own_phone(told, who, answers_there):
    person = getattr(told, who)
    assert {code for code in QUESTIONS if may_answer(person, code, told.meeting)} == answers_there


def test_a_professional_answers_nothing_while_the_family_talks_alone(told, now):
    alone = changed(told.meeting, private_since=now)
    assert not [code for code in QUESTIONS if may_answer(told.ilse, code, alone)]
    assert may_answer(told.wendy, "4.3", alone)
    assert (state_for(told.ilse, alone), state_for(told.wendy, alone)) == ("alone", "asked")


def test_nobody_answers_before_the_evening_or_after_it(told, now):
    for evening in (changed(told.meeting, begun_at=None), changed(told.meeting, begun_at=now, ended_at=now)):
        assert not [code for code in QUESTIONS if may_answer(told.wendy, code, evening)]


def test_what_a_phone_shows(told, now):
    assert state_for(None, told.meeting) == "waiting"
    assert state_for(told.wendy, changed(told.meeting, begun_at=None)) == "planned"
    assert state_for(told.wendy, changed(told.meeting, begun_at=now, paused_at=now)) == "paused"
    assert state_for(told.ilse, changed(told.meeting, paused_at=None)) == "asked"


def test_private_time_that_began_meanwhile_is_seen_when_the_answer_comes(told, now):
    as_it_was = Meeting.get_by_id(told.meeting.id)
    changed(told.meeting, private_since=now)
    with pytest.raises(refusals.NotYourQuestion), on_phones.answering(told.ilse, "4.3", as_it_was):
        pytest.fail("she may not speak now")


def test_an_answer_that_comes_late_does_not_end_the_pause(told, now):
    paused = changed(told.meeting, paused_at=now)
    with on_phones.answering(told.wendy, "3.1", paused):
        answers.say(told.circle, "3.1", "Noor lacht.", person=told.wendy, now=now)
    assert Meeting.get_by_id(told.meeting.id).state == "paused"
    assert [said.words for said in on_phones.own_answers(told.wendy, "3.1", told.meeting)] == ["Noor lacht."]


def test_my_own_is_mine_alone(told, now):
    mine = answers.say(told.circle, "3.1", "Noor lacht.", person=told.wendy, now=now)
    theirs = answers.say(told.circle, "3.1", "Oma kookt.", person=told.karim, now=now)
    offered = offering.offer(told.circle, "Koken", person=told.karim, now=now)
    gone = answers.say(told.circle, "3.1", "Foutje.", person=told.wendy, now=now)
    answers.take_back(gone, now=now)
    assert on_phones.own_answers(told.wendy, "3.1", told.meeting) == [mine]
    assert on_phones.own_answer(told.wendy, mine.id) == mine
    assert on_phones.own_offers(told.wendy) == []
    for number, find in (
        (theirs.id, on_phones.own_answer),
        (gone.id, on_phones.own_answer),
        (offered.id, on_phones.own_offer),
    ):
        with pytest.raises(refusals.Stranger):
            find(told.wendy, number)


def test_what_waits_is_mine_too_and_what_was_said_another_evening_is_not(told, now):
    worry = answers.say(told.circle, "3.2", "Lotte slaapt slecht.", person=told.wendy, now=now)
    assert worry.state == "parked"
    assert on_phones.own_answers(told.wendy, "3.2", told.meeting) == [worry]
    meeting.end(told.meeting, now=now)
    another = Meeting.create(circle=told.circle, day=now.date(), begun_at=now)
    assert on_phones.own_answers(told.wendy, "3.2", another) == []
