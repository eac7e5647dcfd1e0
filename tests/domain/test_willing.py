"""Whom the program asks for what: nobody for more than they said, and nobody to look after another like themselves."""

import pytest

from netwerkberaad.domain import yes
from netwerkberaad.domain.circle import people_of
from netwerkberaad.domain.evening import offers
from netwerkberaad.domain.proposing.willing import Anybody, Willing
from netwerkberaad.domain.safety import checking
from netwerkberaad.domain.week import roster
from tests import cast

TUESDAY, FRIDAY = 1, 4
FOOTBALL, CALLING, GROCERIES = "Noor naar voetbal brengen", "Lotte bellen om te kletsen", "Boodschappen doen"


@pytest.fixture
def ours(db, now):
    return cast.family(now)


@pytest.fixture
def asked(ours, now):
    """asked("Lotte bellen"): the names of whom the program asks for that on a day, by Willing or Anybody."""

    def names(what, day=TUESDAY, *, of=Willing, rules=(), may="able", **task):
        task = roster.need(ours.circle, what, **task, now=now)
        people = {one.id: one for one in people_of(ours.circle)}
        shifts, said = roster.shifts_of(ours.circle), yes.said_in(ours.circle)
        moment = of(ours.circle, people, shifts, said, rules).moment(task, day, "17:30", shift=None, minutes=60)
        return {people[who].name for who in getattr(moment, may)}

    return names


def offer(family, who, what, now):
    return offers.Offer.create(circle=family.circle, person=getattr(family, who), what=what, said_at=now)


def does(family, who, what, now):
    task = roster.need(family.circle, what, now=now)
    shift = roster.RegularShift.create(
        circle=family.circle, task=task, person=getattr(family, who), days="3", starts="10:00"
    )
    roster.says_yes(shift, "person", getattr(family, who), how="own", now=now)
    return task


def test_whoever_offers_only_football_is_asked_for_football_alone(ours, asked, now):
    offer(ours, "tjeerd", "Alleen voetbal", now)
    offer(ours, "hanneke", "Voetbal", now)
    assert asked(FOOTBALL) == {"Tjeerd", "Hanneke"}
    assert asked(CALLING) == asked(CALLING, may="beside") == {"Hanneke"}
    assert "Tjeerd" not in asked(CALLING, of=Anybody)
    assert "Karim" in asked(CALLING, of=Anybody)


def test_whoever_offers_something_else_as_well_may_be_asked_for_anything(ours, asked, now):
    offer(ours, "tjeerd", "Alleen voetbal", now)
    offer(ours, "tjeerd", "Koken", now)
    assert asked(CALLING) == {"Tjeerd"}


def test_only_football_goes_before_what_others_agreed_that_they_count_for(ours, asked, now):
    counts = checking.Floor("coverage", "bezoek", trusted=frozenset({ours.tjeerd.id}))
    assert asked("Even langskomen", rules=[counts], tag="bezoek") == {"Tjeerd"}
    offer(ours, "tjeerd", "Alleen voetbal", now)
    assert asked("Even langskomen", rules=[counts], tag="bezoek") == set()


def test_whoever_does_something_already_is_asked_for_that_too(ours, asked, now):
    calling = does(ours, "tjeerd", CALLING, now)
    offer(ours, "tjeerd", "Alleen voetbal", now)
    people, said = {one.id: one for one in people_of(ours.circle)}, yes.said_in(ours.circle)
    willing = Willing(ours.circle, people, roster.shifts_of(ours.circle), said, ())
    assert willing.moment(calling, TUESDAY, "17:30", shift=None, minutes=60).able == {ours.tjeerd.id}
    assert asked(GROCERIES) == set()


def test_only_on_tuesday_is_anything_on_tuesday(ours, asked, now):
    offer(ours, "tjeerd", "Alleen op dinsdag", now)
    assert asked(CALLING, TUESDAY) == {"Tjeerd"}
    assert asked(CALLING, FRIDAY) == set()


def test_what_an_offer_says_not_to_do_is_not_asked(ours, asked, now):
    offer(ours, "tjeerd", "Niet koken, wel boodschappen doen", now)
    assert asked("Samen koken") == set()
    assert asked(GROCERIES) == asked(GROCERIES, may="likes") == {"Tjeerd"}


def test_a_day_that_an_offer_leaves_out_is_not_asked(ours, asked, now):
    offer(ours, "tjeerd", "Koken, maar niet op dinsdag", now)
    assert asked("Samen koken", TUESDAY) == set()
    assert asked("Samen koken", FRIDAY, may="likes") == {"Tjeerd"}


def test_what_is_not_understood_in_an_offer_keeps_nobody_from_anything(ours, asked, now):
    offer(ours, "tjeerd", "Maakt mij niet uit", now)
    assert asked(CALLING) == {"Tjeerd"}


@pytest.mark.parametrize("words", ["Ik wil niet alleen met de kinderen", "Iets met de kinderen, maar niet alleen"])
def test_not_alone_with_the_children_is_no_only(ours, asked, now, words):
    offer(ours, "tjeerd", words, now)
    assert asked(CALLING) == {"Tjeerd"}
    assert asked("Noor van school halen", tag="met_kinderen") == set()
    assert asked("Noor van school halen", tag="met_kinderen", may="beside") == {"Tjeerd"}


@pytest.mark.parametrize("of", [Willing, Anybody])
def test_two_who_should_not_be_alone_are_not_asked_to_go_along_with_each_other(ours, asked, now, of):
    for who in ("oma_riet", "tjeerd", "hanneke"):
        offer(ours, who, "Van alles", now)
    never_alone = [checking.Floor("companion", "met_kinderen", person=one.id) for one in (ours.oma_riet, ours.tjeerd)]
    beside = asked("Samen koken", of=of, rules=never_alone, tag="met_kinderen", may="beside")
    assert "Hanneke" in beside
    assert not beside & {"Oma Riet", "Tjeerd"}
    assert {"Oma Riet", "Tjeerd"} <= asked("Boodschappen", of=of, rules=never_alone, may="beside")
