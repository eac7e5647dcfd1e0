"""The guided questions: all of them, in order, and what this edition leaves for later."""

import pytest

from netwerkberaad.domain.evening import questions
from netwerkberaad.domain.evening.questions import FLOW, PRIVATE, QUESTIONS

PER_STEP = {1: 6, 2: 11, 3: 7, 4: 9, 5: 7, 6: 9}
LATER = {"5.7"}


def test_every_question_of_the_guide_is_there_in_order():
    expected = [f"{step}.{number}" for step, most in PER_STEP.items() for number in range(1, most + 1)]
    assert list(QUESTIONS) == expected


def test_what_the_week_page_asks_about_what_must_always_hold_waits_for_a_later_edition():
    assert {code for code, question in QUESTIONS.items() if question.later} == LATER
    assert not LATER & set(FLOW)


def test_what_somebody_can_carry_is_asked_in_private_on_the_way():
    assert PRIVATE == ("4.4", "4.6", "4.7")
    assert set(PRIVATE) <= set(FLOW)
    assert {QUESTIONS[code].kind for code in PRIVATE} == {"boundary", "capacity", "stamina"}


def test_every_question_says_something_and_hints_at_something():
    for code in FLOW:
        assert QUESTIONS[code].sentence
        assert QUESTIONS[code].hint
        assert QUESTIONS[code].tag in "STK"


@pytest.mark.parametrize(
    ("code", "following"),
    [("1.1", "1.2"), ("1.6", "2.1"), ("2.10", "2.11"), ("2.11", "3.1"), ("3.5", "3.6"), ("4.3", "4.4"), ("4.7", "4.8")],
)
def test_after_and_before_are_each_other_s_way_back(code, following):
    assert questions.after(code) == following
    assert questions.before(following) == code


def test_the_week_is_one_page_and_then_comes_whom_to_cancel_with():
    assert questions.after("4.9") == "5.1"
    assert {questions.after(f"5.{number}") for number in (1, 2, 4, 5, 6, 7)} == {"5.3"}
    assert questions.before("5.6") == "4.9"
    assert questions.after("5.3") == "6.1"
    assert questions.before("6.1") == "5.3"
    assert questions.before("5.3") == "5.1"


def test_the_first_has_nothing_before_it_and_the_last_nothing_after_it():
    assert questions.before(questions.FIRST) is None
    assert questions.after(questions.LAST) is None


def test_steps_begin_and_end():
    assert [questions.first_of_step(step) for step in range(1, 7)] == ["1.1", "2.1", "3.1", "4.1", "5.1", "6.1"]
    assert [questions.last_of_step(step) for step in range(1, 7)] == ["1.6", "2.11", "3.7", "4.9", "5.3", "6.9"]


def test_a_child_s_question_is_marked_as_such():
    assert [code for code, question in QUESTIONS.items() if question.tag == "K"] == ["1.6", "2.8"]
    assert {question.asks for question in QUESTIONS.values() if question.tag == "K"} == {"child"}


def test_two_breaths_and_a_name():
    assert QUESTIONS["2.3"].then == "Wie zijn dat?"
    assert QUESTIONS["4.5"].for_person("Oma Riet") == "Wat kan Oma Riet wél?"
