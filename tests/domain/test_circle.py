"""Naming, placing, moving and undoing: the circle's own promises, without a browser."""

import pytest

from netwerkberaad.database import one_go
from netwerkberaad.domain import circle, refusals, undo
from netwerkberaad.domain.discovering import card, naming
from netwerkberaad.domain.drawing import network_map
from netwerkberaad.domain.evening import meeting
from tests import cast


@pytest.fixture
def family(db, now):
    return cast.family(now)


def named(family, now, name, question="2.1"):
    return naming.name_people(family.circle, name, question=question, now=now)


def places(family):
    return {person.id: person.place for person in circle.people_of(family.circle)}


@pytest.mark.parametrize(
    ("question", "field", "value"),
    [
        ("2.1", "support", "E"),
        ("2.1", "ring", 1),
        ("2.2", "ring", 2),
        ("2.3", "group", "B"),
        ("2.4", "cares", True),
        ("2.5", "tie", "lost"),
        ("2.6", "group", "K"),
        ("2.7", "influence", True),
        ("2.8", "trusted_by_child", True),
        ("2.9", "gives_back", True),
        ("2.10", "status", "suggested"),
    ],
)
def test_a_question_knows_something_of_whoever_is_named(family, now, question, field, value):
    (person,) = named(family, now, "Olena", question)
    assert getattr(circle.person_in(family.circle, person.id), field) == value


def test_the_words_go_before_the_question(family, now):
    (person,) = named(family, now, "buurvrouw Ria", "2.6")
    assert (person.name, person.group, person.relation) == ("Ria", "B", "buurvrouw")


def test_a_professional_stands_in_the_outer_ring(family, now):
    (person,) = named(family, now, "huisarts Bos")
    assert (person.ring, person.group, person.part) == (4, "Z", "professional")


def test_several_names_at_once_are_several_people(family, now):
    assert [p.name for p in named(family, now, "Olena, Dennis ,, oma Bea")] == ["Olena", "Dennis", "Oma Bea"]


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", refusals.NoName),
        (" , ,", refusals.NoName),
        ("x" * 61, refusals.NameTooLong),
        (",".join("abcdefghijkl"), refusals.TooManyNames),
    ],
    ids=["nothing", "only commas", "too long", "too many"],
)
def test_a_name_that_is_none_is_refused_and_nobody_is_drawn(family, now, typed, refusal):
    before = len(circle.people_of(family.circle))
    with pytest.raises(refusal), one_go():
        named(family, now, typed)
    assert len(circle.people_of(family.circle)) == before


def test_two_annas_are_two_people(family, now):
    named(family, now, "Anna")
    named(family, now, "Anna", "2.2")
    annas = [person for person in circle.people_of(family.circle) if person.name == "Anna"]
    assert len({person.id for person in annas}) == 2
    assert len({person.place for person in annas}) == 2


def test_a_namesake_is_pointed_out_until_the_table_tells_them_apart(family, now):
    (first,) = named(family, now, "Anna")
    (second,) = named(family, now, "anna", "2.2")
    people = circle.people_of(family.circle)
    assert naming.namesakes(people, "2.2") == [(second, first)]
    assert naming.namesakes(people, "2.1") == []
    card.tell_apart(second)
    assert naming.namesakes(circle.people_of(family.circle), "2.2") == []


def test_everybody_has_a_place_but_the_family_in_the_middle(family):
    stand = {person.name: person.place is not None for person in circle.people_of(family.circle)}
    assert stand.pop("Lotte") is False
    assert stand.pop("Noor") is False
    assert all(stand.values())


def test_nobody_moves_when_others_come_until_forty_stand_on_the_map(family, now):
    for number in range(34):
        before = places(family)
        named(family, now, f"Nieuw {number}", f"2.{number % 9 + 1}")
        after = places(family)
        assert {person: after[person] for person in before} == before
    around = [place for place in places(family).values() if place]
    assert len(around) == network_map.MOST_ON_THE_MAP
    before = places(family)
    (forty_first,) = named(family, now, "De eenenveertigste")
    after = places(family)
    assert after.pop(forty_first.id) is None
    assert after == before


def test_whoever_waits_for_a_place_gets_it_when_somebody_goes(family, now):
    for number in range(34):
        (last,) = named(family, now, f"Nieuw {number}")
    (waiting,) = named(family, now, "Wacht")
    assert waiting.place is None
    card.take_back_slip(family.circle, last, now=now)
    circle.stand_again(family.circle)
    assert circle.person_in(family.circle, waiting.id).place is not None


def test_another_ring_or_sector_finds_a_new_place_for_that_person_only(family, now):
    before = places(family)
    moved = circle.change_person(family.wendy, ring=3)
    after = places(family)
    assert after.pop(moved.id) != before.pop(moved.id)
    assert after == before
    ring, sector = network_map.ring_and_sector_at(*moved.place)
    assert (ring, sector) == (3, "friends")


def test_another_word_about_somebody_moves_nobody(family):
    before = places(family)
    circle.change_person(family.wendy, relation="beste vriendin", tie="strong")
    assert places(family) == before


def test_a_group_in_the_same_sector_keeps_the_place(family):
    changed = circle.change_person(family.karim, group="F")
    assert changed.place == family.karim.place


def test_a_longer_name_that_still_fits_keeps_its_place(family):
    assert circle.change_person(family.wendy, name="Wendie").place == family.wendy.place


def test_put_down_by_hand_says_ring_sector_and_undoes(family, now):
    x, y = 1100, 500
    ring, sector = network_map.ring_and_sector_at(x, y)
    moved = card.put_down(family.circle, family.hanneke, x=str(x), y=str(y), now=now)
    assert (moved.ring, network_map.sector_of(moved.group)) == (ring, sector)
    deed = undo.last_deed(family.circle, "kring")
    assert deed.sentence == f"Hanneke staat nu {circle.where_words(moved)}."
    undo.undo(family.circle, deed.id, now=now)
    back = circle.person_in(family.circle, family.hanneke.id)
    assert (back.ring, back.group, back.place) == (2, "B", family.hanneke.place)


def test_nobody_is_dropped_into_the_family(family, now):
    moved = card.put_down(family.circle, family.wendy, x="680", y="500", now=now)
    assert moved.ring == 1


def test_dropped_in_the_outer_ring_somebody_is_a_professional_and_back_again(family, now):
    moved = card.put_down(family.circle, family.wendy, ring="4", sector="friends", now=now)
    assert (moved.ring, moved.group, moved.part) == (4, "Z", "professional")
    again = card.put_down(family.circle, moved, ring="2", sector="friends", now=now)
    assert (again.ring, again.group, again.part) == (2, "V", "network")


@pytest.mark.parametrize(
    ("where", "refusal"),
    [
        ({"x": "-1", "y": "5"}, refusals.NoSuchRing),
        ({"x": "heel", "y": "ver"}, refusals.NoSuchRing),
        ({"ring": "9", "sector": "friends"}, refusals.NoSuchRing),
        ({"ring": "2", "sector": "vijanden"}, refusals.NoSuchRing),
        ({}, refusals.NoSuchRing),
    ],
    ids=["left of the sheet", "words", "no such ring", "no such sector", "nowhere"],
)
def test_a_place_that_is_none_is_refused(family, now, where, refusal):
    with pytest.raises(refusal):
        card.put_down(family.circle, family.wendy, now=now, **where)


def test_somebody_else_was_first(family, now):
    circle.change_person(family.wendy, relation="vriendin")
    with pytest.raises(refusals.ChangedMeanwhile):
        card.put_down(family.circle, family.wendy, ring="3", sector="friends", seen="1", now=now)


def test_undo_takes_the_last_name_back_and_then_the_one_before(family, now):
    named(family, now, "Olena")
    named(family, now, "Dennis")
    for _ in range(2):
        undo.undo(family.circle, undo.last_deed(family.circle, "kring").id, now=now)
    assert {p.name for p in circle.people_of(family.circle)} == set(cast.FAMILY)


def test_two_deeds_to_one_person_can_both_be_undone(family, now):
    (person,) = named(family, now, "Olena")
    naming.say_of(family.circle, person, question="2.7", now=now)
    undo.undo(family.circle, undo.last_deed(family.circle, "kring").id, now=now)
    assert circle.person_in(family.circle, person.id).influence is False
    undo.undo(family.circle, undo.last_deed(family.circle, "kring").id, now=now)
    with pytest.raises(refusals.Stranger):
        circle.person_in(family.circle, person.id)


def test_whoever_comes_back_by_undo_never_stands_on_somebody_else(family, now):
    (olena,) = named(family, now, "Olena", "2.3")
    card.take_back_slip(family.circle, olena, now=now)
    slip = undo.last_deed(family.circle, "kring")
    (other,) = named(family, now, "Olena", "2.3")
    assert other.place == olena.place
    undo.undo(family.circle, slip.id, now=now)
    back = circle.person_in(family.circle, olena.id)
    assert back.place is not None
    assert back.place != other.place


@pytest.mark.parametrize("question", ["2.1", "2.4", "2.5", "2.7", "2.8", "2.9"])
def test_somebody_who_stands_there_already_is_tapped_and_tapped_again(family, now, question):
    person = family.tjeerd
    assert not naming.is_said_of(person, question)
    person = naming.say_of(family.circle, person, question=question, now=now)
    assert naming.is_said_of(person, question)
    person = naming.unsay_of(family.circle, person, question=question, now=now)
    assert not naming.is_said_of(person, question)
    assert person.place == family.tjeerd.place


def test_a_typing_slip_goes_but_nobody_to_whom_something_hangs(family, now):
    (slip,) = named(family, now, "Hannneke")
    card.take_back_slip(family.circle, slip, now=now)
    assert "Hannneke" not in [person.name for person in circle.people_of(family.circle)]
    with pytest.raises(refusals.SomethingHangsOnThem):
        card.take_back_slip(family.circle, family.hanneke, now=now)


def test_neighbours_are_counted_and_the_last_number_counts(family, now):
    assert naming.neighbour_count(family.circle) is None
    naming.count_neighbours(family.circle, "6", now=now)
    naming.count_neighbours(family.circle, "8", now=now)
    assert naming.neighbour_count(family.circle) == 8
    said = meeting.Answer.get(meeting.Answer.number == 8)
    assert (said.kind, said.question) == ("neighbour_count", "2.3")


@pytest.mark.parametrize("typed", ["", "veel", "-3", "99999", "1.5"])
def test_a_count_that_is_no_number_is_asked_again(family, now, typed):
    with pytest.raises(refusals.NoCount):
        naming.count_neighbours(family.circle, typed, now=now)


def test_the_card_says_everything_at_once_and_can_be_undone(family, now):
    said = {
        "name": "Wendy B",
        "relation": "beste vriendin",
        "ring": "2",
        "group": "K",
        "support": ["E", "P"],
        "tie": "strong",
        "influence": "yes",
        "age": "",
    }
    changed = card.describe(family.circle, family.wendy, seen="1", now=now, **said)
    assert (changed.name, changed.relation, changed.ring, changed.group) == ("Wendy B", "beste vriendin", 2, "K")
    assert (changed.support, changed.tie, changed.influence, changed.age) == ("PE", "strong", True, None)
    undo.undo(family.circle, undo.last_deed(family.circle, "kring").id, now=now)
    back = circle.person_in(family.circle, family.wendy.id)
    assert (back.name, back.ring, back.group, back.support, back.tie) == ("Wendy", 1, "V", "", "ordinary")
    assert back.place == family.wendy.place


def test_the_card_says_where_somebody_really_stands_now(family, now):
    said = {"name": "Wendy", "relation": "", "ring": "2", "support": [], "tie": "ordinary", "influence": ""}
    card.describe(family.circle, family.wendy, seen="1", now=now, group="Z", age="", **said)
    assert undo.last_deed(family.circle, "kring").sentence == "Wendy staat nu bij de hulpverleners."


@pytest.mark.parametrize("age", ["34", "-1", "negen", "18"])
def test_only_a_child_has_an_age(family, now, age):
    said = {"name": "Wendy", "relation": "", "ring": "1", "group": "V", "support": [], "tie": "ordinary"}
    with pytest.raises(refusals.NotAnAge):
        card.describe(family.circle, family.wendy, seen="1", now=now, influence="", age=age, **said)
