"""Who answered the question of this moment: a tick beside a name, and no tick that would tell more."""

import pytest

from netwerkberaad.domain.evening import answers, meeting, numbers, offers
from netwerkberaad.domain.evening.meeting import Meeting
from netwerkberaad.domain.evening.questions import PRIVATE, QUESTIONS
from netwerkberaad.domain.taking_part import carrying, who_answered
from tests import cast


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def ticked(ours, now):
    """ticked("3.1") is who has a tick when the table is at that question: names, or None when nobody ever has."""

    def ask(code):
        meeting.stand_at(ours.meeting, code)
        found = who_answered.who_answered(Meeting.get_by_id(ours.meeting.id), today=now.date())
        return found if found is None else {person.name for person in ours.people if person.id in found}

    return ask


def test_whoever_said_something_to_this_very_question(ours, ticked, now):
    answers.say(ours.circle, "1.3", "Noor lacht weer", person=ours.wendy, now=now)
    answers.say(ours.circle, "3.1", "Er is weer eten", person=ours.karim, now=now)
    answers.take_back(answers.say(ours.circle, "3.1", "Iets", person=ours.lotte, now=now), now=now)
    answers.say(ours.circle, "3.1", "Zegt de hele tafel", now=now)
    assert ticked("3.1") == {"Karim"}
    assert ticked("1.3") == {"Wendy"}


def test_a_worry_that_waits_counts_as_said(ours, ticked, now):
    answers.say(ours.circle, "3.2", "Te vroeg", person=ours.wendy, now=now)
    assert ticked("3.2") == {"Wendy"}


def test_a_number_is_ticked_while_numbers_wait_and_no_dot_finds_its_name_after(ours, ticked, now):
    numbers.rate(ours.circle, 6, person=ours.wendy, now=now)
    numbers.pass_by(ours.circle, person=ours.karim, now=now)
    assert ticked("3.3") == {"Wendy", "Karim"}
    numbers.show(ours.meeting, now=now)
    assert ticked("3.3") is None


def test_not_now_is_an_answer_to_what_somebody_can_do(ours, ticked, now):
    offers.Offer.create(circle=ours.circle, person=ours.wendy, kind="not_now", said_at=now)
    assert ticked("4.3") == {"Wendy"}


def test_whoever_knows_what_is_going_on_or_still_asks(ours, ticked, now):
    told = answers.tell_situation(ours.circle, "Lotte is op.", now=now)
    answers.note_who_knows(told, ours.wendy, question="Hoe lang al?", now=now)
    assert ticked("3.7") == {"Wendy"}


def test_nobody_signed_before_the_plan_was_read(ticked):
    assert ticked("6.9") == set()


@pytest.mark.parametrize("code", PRIVATE)
def test_what_is_private_is_never_ticked(ours, ticked, now, code):
    carrying.set_boundary(ours.wendy, "oppassen", how="own", now=now)
    carrying.tell(ours.wendy, max_per_week=1, stamina="week", how="own", now=now)
    assert ticked(code) is None


@pytest.mark.parametrize("code", [code for code, q in QUESTIONS.items() if q.tag == "S"])
def test_what_is_said_together_is_nobodys_tick(ticked, code):
    assert ticked(code) is None
