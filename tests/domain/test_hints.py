"""The facilitator's hints: one for every question, short enough to take in while people talk."""

import pytest

from netwerkberaad.domain.evening import hints
from netwerkberaad.domain.evening.questions import FLOW, QUESTIONS


@pytest.mark.parametrize("code", FLOW)
def test_every_question_has_one_or_two_short_hints(code):
    whispered = hints.hints_for(code)
    assert 1 <= len(whispered) <= 2
    assert len(" ".join(whispered).split()) <= 25
    assert all(hint.endswith((".", "?")) for hint in whispered)


def test_no_hint_repeats_what_the_wall_says_already():
    alike = [code for code in FLOW if QUESTIONS[code].hint in hints.hints_for(code)]
    assert alike == ["2.4"]


def test_every_question_of_the_week_has_the_hints_of_its_page():
    assert hints.hints_for("5.6") == hints.hints_for("5.1")


def test_worries_are_told_by_the_family_first_and_by_professionals_last():
    assert "Eerst de ouders, dan de kinderen, dan de kring. Hulpverleners als laatste." in hints.hints_for("3.2")


def test_when_the_network_thinks_the_facilitator_sits_on_their_hands():
    assert hints.hints_for("4.1")[0].startswith("Ga op je handen zitten.")
