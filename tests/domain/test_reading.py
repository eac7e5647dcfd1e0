"""Everyday words beside a task: what somebody offered, and what they would rather not do."""

import pytest

from netwerkberaad.domain.proposing import reading

NAMES = frozenset({"lotte", "karim", "noor", "sem"})


def task(what, tag=""):
    return reading.about_task(what, tag, names=NAMES)


OFFERED = [
    ("Koken", "Samen eten op zondag", "", True),
    ("Boodschappen", "Boodschappen brengen", "thuis", True),
    ("Meerijden", "Noor meenemen naar voetbal", "met_kinderen", True),
    ("Bellen", "Lotte bellen om te kletsen", "contact", True),
    ("Lotte bellen", "Kinderen van Lotte naar Karim brengen", "met_kinderen", False),
    ("Klusje", "Samen koken", "", False),
    ("Iets met de kinderen doen", "Spelletje met Noor en Sem", "met_kinderen", True),
    ("De hond uitlaten", "Hond uitlaten", "", True),
    ("Van alles", "Samen koken", "", False),
]


@pytest.mark.parametrize(("offer", "what", "tag", "fits"), OFFERED)
def test_what_somebody_offered(offer, what, tag, fits):
    assert reading.offers_this(offer, task(what, tag), 0, names=NAMES) is fits


def test_an_offer_that_names_days_is_for_those_days():
    for day, fits in ((1, True), (3, True), (4, False)):
        assert reading.offers_this("Koken op dinsdag of donderdag", task("Samen koken"), day) is fits


KEPT = [
    ("alleen met de kinderen", "Noor van school halen", "met_kinderen", reading.ONLY_ALONE),
    ("alleen met de kinderen", "Boodschappen brengen", "thuis", ""),
    ("Autorijden", "Noor meenemen naar voetbal", "met_kinderen", reading.ALWAYS),
    ("Ik doe liever geen boodschappen.", "Boodschappen brengen", "", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Even langskomen", "bezoek", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Lotte bellen", "contact", ""),
    ("niets met Karim", "Kinderen naar Karim brengen", "met_kinderen", reading.ALWAYS),
    ("niets met Karim", "Samen koken", "", ""),
    ("geen hond", "Hond uitlaten", "", reading.ALWAYS),
    ("", "Samen koken", "", ""),
]


@pytest.mark.parametrize(("boundary", "what", "tag", "kept"), KEPT)
def test_what_somebody_would_rather_not_do(boundary, what, tag, kept):
    found = reading.keeps_from(boundary, task(what, tag), whole=reading.words_of(what), names=NAMES)
    assert found == kept
