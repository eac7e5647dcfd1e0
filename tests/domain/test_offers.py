"""What people want to do, «Nu even niet», and what is needed."""

import pytest

from netwerkberaad.domain import refusals, undo
from netwerkberaad.domain.evening import answers, offering, offers
from netwerkberaad.domain.week import roster
from tests import cast


@pytest.fixture
def ours(db, now):
    return cast.family(now)


def test_nu_even_niet_is_an_answer_and_is_said_once(ours, now):
    for _ in range(2):
        offering.not_now(ours.circle, person=ours.oma_riet, now=now)
    said = offers.offers_of(ours.circle)
    assert [(offer.person, offer.kind) for offer in said] == [(ours.oma_riet, "not_now")]
    assert ours.oma_riet not in offers.silent(ours.people, said)


def test_who_said_nu_even_niet_is_not_named_in_the_undo(ours, now):
    made = offering.not_now(ours.circle, person=ours.oma_riet, now=now)
    assert undo.last_deed(ours.circle, "gesprek").sentence == "Nu even niet. Dat mag."
    offering.take_back(made, now=now)
    assert "Riet" not in undo.last_deed(ours.circle, "gesprek").sentence


def test_an_offer_needs_somebody_and_words(ours, now):
    with pytest.raises(refusals.NobodySaid):
        offering.offer(ours.circle, "Koken", person=None, now=now)
    with pytest.raises(refusals.NoOffer):
        offering.offer(ours.circle, "  ", person=ours.wendy, now=now)


def test_an_offer_can_be_corrected_taken_back_and_put_back(ours, now):
    made = offering.offer(ours.circle, "Bellen", person=ours.wendy, now=now)
    made = offering.correct(made, "Elke dinsdag bellen", seen=1)
    with pytest.raises(refusals.ChangedMeanwhile):
        offering.correct(made, "Appen", seen=1)
    offering.take_back(made, now=now)
    assert offers.offers_of(ours.circle) == []
    undo.undo(ours.circle, undo.last_deed(ours.circle, "gesprek").id, now=now)
    assert [offer.what for offer in offers.offers_of(ours.circle)] == ["Elke dinsdag bellen"]


def test_the_family_itself_children_and_professionals_are_not_waited_for(ours, now):
    ours.tjeerd.part = "professional"
    assert offers.silent([ours.lotte, ours.noor, ours.tjeerd, ours.jesse], []) == [ours.jesse]


def test_an_idea_becomes_one_task_however_often_it_is_pressed(ours, now):
    idea = answers.say(ours.circle, "4.2", "Samen eten", now=now)
    for _ in range(2):
        offering.make_task_of(idea, now=now)
    assert [(task.what, task.question) for task in roster.tasks_of(ours.circle)] == [("Samen eten", "4.2")]


def test_a_step_for_one_point_more_becomes_a_task_of_4_1(ours, now):
    step = answers.say(ours.circle, "3.5", "Eén avond rust", now=now)
    offering.make_task_of(step, now=now)
    assert [(task.what, task.question) for task in roster.tasks_of(ours.circle)] == [("Eén avond rust", "4.1")]


def test_a_task_is_corrected_and_taken_back_while_it_is_not_in_the_week(ours, now):
    task = offering.need_aloud(ours.circle, "Koken", now=now)
    task = offering.correct_task(task, "Koken op zondag", seen=1)
    shift = roster.RegularShift.create(circle=ours.circle, task=task, days="6", starts="17:00")
    with pytest.raises(refusals.TaskInTheWeek):
        offering.take_back_task(task, now=now)
    shift.delete_instance()
    offering.take_back_task(task, now=now)
    assert roster.tasks_of(ours.circle) == []
