"""A family's beginning: first names in the centre, and a child that may have two homes."""

import pytest

from netwerkberaad.domain import circle, refusals, teams
from netwerkberaad.domain.before import beginning
from netwerkberaad.domain.before.beginning import Newcomer


@pytest.fixture
def marije(db, now):
    team = teams.Team.create(name="Wijkteam De Linde")
    return teams.Staff.create(team=team, name="Marije", email="m@example.org", role="facilitator", invited_at=now)


def test_a_circle_begins_with_its_centre_in_one_go(marije, now):
    ours = beginning.begin_family(
        marije, "Avond voor Noor", [Newcomer("Lotte"), Newcomer("Noor", True, 9)], lives="two_homes",
        with_one="Lotte", with_two="Karim", now=now,
    )  # fmt: skip
    assert (ours.title, ours.facilitator) == ("Avond voor Noor", marije)
    assert ours.homes == "Noor woont bij Lotte en bij Karim"
    assert [(p.name, p.ring, p.group, p.age, p.lives) for p in circle.people_of(ours)] == [
        ("Lotte", 0, "G", None, ""),
        ("Noor", 0, "G", 9, "two_homes"),
    ]


@pytest.mark.parametrize("name", ["O'Neil", "🌻", "محمد", "<script>alert(1)</script>", "Van Dijk"])
def test_a_name_is_kept_as_it_was_said(marije, now, name):
    ours = beginning.begin_family(marije, name, [Newcomer(name)], now=now)
    assert (ours.title, circle.people_of(ours)[0].name) == (name, name)


@pytest.mark.parametrize(
    ("centre", "lives", "field"),
    [
        pytest.param([], "home", "name_1", id="nobody"),
        pytest.param([Newcomer("Noor", True, None, row=2)], "home", "age_2", id="a child without an age"),
        pytest.param([Newcomer("Noor", True, 31, row=3)], "home", "age_3", id="a child of 31"),
        pytest.param([Newcomer("Lotte")], "two_homes", "lives", id="two homes for no child"),
        pytest.param([Newcomer("Noor", True, 9)], "two_homes", "with_one", id="two homes at nobody's"),
    ],
)
def test_what_is_missing_is_asked_beside_it_and_nothing_begins(marije, now, centre, lives, field):
    with pytest.raises(refusals.Refusal) as refused:
        beginning.begin_family(marije, "Kring", centre, lives=lives, now=now)
    assert refused.value.field == field
    assert circle.Circle.select().count() == 0


def test_of_an_adult_no_age_is_kept(marije, now):
    ours = beginning.begin_family(marije, "Kring", [Newcomer("Lotte", False, 34)], now=now)
    assert circle.people_of(ours)[0].age is None


@pytest.mark.parametrize(
    ("children", "said", "sentence"),
    [
        (["Noor"], ("home", "Lotte", ""), ""),
        (["Noor", "Sem"], ("two_homes", "Lotte", "Karim"), "Noor en Sem wonen bij Lotte en bij Karim"),
        (["Noor"], ("elsewhere", "pleegouders An en Piet", ""), "Noor woont bij pleegouders An en Piet"),
        (["Noor"], ("elsewhere", "", ""), ""),
    ],
)
def test_where_children_live_is_one_sentence(children, said, sentence):
    assert beginning.homes_sentence(children, *said) == sentence


def test_each_child_may_live_somewhere_else(marije, now):
    centre = [Newcomer("Noor", True, 9), Newcomer("Sem", True, 6)]
    ours = beginning.begin_family(marije, "Kring", centre, now=now)
    noor, sem = circle.people_of(ours)
    where = {noor.id: "elsewhere", sem.id: "home"}
    beginning.change_homes(ours, [noor, sem], where, "Noor woont in een groep")
    assert [(p.name, p.lives, p.household) for p in circle.people_of(ours)] == [
        ("Noor", "elsewhere", False),
        ("Sem", "home", True),
    ]


def test_who_is_there_for_their_work_sits_in_the_outermost_ring(marije, now):
    ours = beginning.begin_family(marije, "Kring", [Newcomer("Lotte")], now=now)
    bram = beginning.seat_professional(ours, "Bram", "peer_expert", "")
    assert (bram.ring, bram.group, bram.part, bram.is_professional) == (4, "Z", "peer_expert", True)
