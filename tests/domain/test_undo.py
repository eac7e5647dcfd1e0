"""A visible undo: what was just done can be taken back, unless somebody changed it since or the table moved on."""

import pytest

from netwerkberaad.domain import circle, refusals, undo
from tests import cast


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def moved(ours, now):
    """Wendy was put further away; the deed that says so."""
    wendy = circle.change_person(ours.wendy, ring=3)
    return undo.remember(ours.circle, "kring", wendy, "Wendy staat verder weg.", before={"ring": 1}, now=now)


def ring_of(person):
    return circle.Person.get_by_id(person.id).ring


def test_what_was_done_is_taken_back_once(ours, moved, now):
    assert undo.last_deed(ours.circle, "kring") == moved
    undo.undo(ours.circle, moved.id, now=now)
    assert ring_of(ours.wendy) == 1
    assert undo.last_deed(ours.circle, "kring") is None
    with pytest.raises(refusals.NothingToUndo):
        undo.undo(ours.circle, moved.id, now=now)


def test_what_somebody_changed_since_is_not_overwritten(ours, moved, now):
    circle.change_person(circle.Person.get_by_id(ours.wendy.id), ring=2)
    with pytest.raises(refusals.ChangedSince):
        undo.undo(ours.circle, moved.id, now=now)
    assert ring_of(ours.wendy) == 2


def test_what_was_changed_since_is_not_offered_to_be_undone(ours, moved, then_to, now):
    circle.change_person(circle.Person.get_by_id(ours.wendy.id), relation="vriendin")
    assert undo.last_deed(ours.circle, "kring") is None
    again = then_to(2)
    assert undo.last_deed(ours.circle, "kring") == again
    undo.undo(ours.circle, again.id, now=now)
    assert undo.last_deed(ours.circle, "kring") is None


@pytest.fixture
def together(ours, now):
    """Wendy moved twice and Hanneke once, in one go."""
    made = []
    for who, ring in (("wendy", 3), ("hanneke", 3), ("wendy", 2)):
        before = circle.Person.get_by_id(getattr(ours, who).id)
        after = circle.change_person(before, ring=ring)
        was = {"before": {"ring": before.ring}, "together": "in one go"}
        made.append(undo.remember(ours.circle, "kring", after, f"{who} staat ergens anders.", **was, now=now))
    return made


def test_what_was_done_in_one_go_is_taken_back_in_one_go(ours, together, now):
    rings = ours.wendy.ring, ours.hanneke.ring
    undo.undo(ours.circle, undo.last_deed(ours.circle, "kring").id, now=now)
    assert (ring_of(ours.wendy), ring_of(ours.hanneke)) == rings
    assert undo.last_deed(ours.circle, "kring") is None


@pytest.mark.parametrize("who", ["wendy", "hanneke"])
def test_of_what_was_done_in_one_go_nothing_is_taken_back_when_one_of_it_was_changed_since(ours, together, now, who):
    circle.change_person(circle.Person.get_by_id(getattr(ours, who).id), relation="vriendin")
    assert undo.last_deed(ours.circle, "kring") is None
    for deed in together:
        with pytest.raises(refusals.ChangedSince):
            undo.undo(ours.circle, deed.id, now=now)
    assert (ring_of(ours.wendy), ring_of(ours.hanneke)) == (2, 3)


def test_what_was_made_is_taken_back_at_that_moment(ours, now):
    olena = circle.draw_person(ours.circle, "Olena", ring=3, group="K")
    deed = undo.remember(ours.circle, "kring", olena, "Olena staat erbij.", before={"taken_back_at": undo.NOW}, now=now)
    undo.undo(ours.circle, deed.id, now=now)
    assert circle.Person.get_by_id(olena.id).taken_back_at == now


@pytest.fixture
def then_to(ours, now):
    """then_to(2): Wendy is put in that ring, and the deed says so."""

    def move(ring):
        before = circle.Person.get_by_id(ours.wendy.id)
        wendy = circle.change_person(before, ring=ring)
        return undo.remember(ours.circle, "kring", wendy, "Wendy.", before={"ring": before.ring}, now=now)

    return move


def test_deeds_on_one_person_are_taken_back_one_after_the_other(ours, moved, then_to, now):
    for ring in (2, 1, 3):
        then_to(ring)
    for ring in (1, 2, 3):
        undo.undo(ours.circle, undo.last_deed(ours.circle, "kring").id, now=now)
        assert ring_of(ours.wendy) == ring
    then_to(2)
    for ring in (3, 1):
        undo.undo(ours.circle, undo.last_deed(ours.circle, "kring").id, now=now)
        assert ring_of(ours.wendy) == ring


def test_what_somebody_changed_between_two_deeds_is_not_overwritten(ours, moved, then_to, now):
    circle.change_person(circle.Person.get_by_id(ours.wendy.id), relation="vriendin")
    undo.undo(ours.circle, then_to(2).id, now=now)
    assert ring_of(ours.wendy) == 3
    with pytest.raises(refusals.ChangedMeanwhile):
        undo.undo(ours.circle, moved.id, now=now)
    assert ring_of(ours.wendy) == 3


def test_at_the_next_question_nothing_hangs_on_from_the_last(ours, moved, now):
    undo.move_on(ours.circle, now=now)
    assert undo.last_deed(ours.circle, "kring") is None
    assert ring_of(ours.wendy) == 3


def test_another_family_undoes_nothing_here(ours, moved, now):
    theirs = cast.strangers(now, ours.team)
    with pytest.raises(refusals.NothingToUndo):
        undo.undo(theirs.circle, moved.id, now=now)
