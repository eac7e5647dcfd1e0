"""Everyday words beside a task: what somebody offered, and what they would rather not do."""

import pytest

from netwerkberaad.domain.proposing import reading

SAID = {"names": frozenset(("lotte", "karim", "noor", "sem")), "kids": frozenset(("noor", "sem"))}
SUNDAY, TUESDAY_EVENING = frozenset(("6m",)), frozenset(("1a",))
OFFERED = [
    ("Koken", "Samen eten op zondag", True),
    ("Boodschappen", "Boodschappen brengen", True),
    ("Meerijden", "Met de auto naar voetbal", True),
    ("Bellen", "Lotte bellen om te kletsen", True),
    ("Halen en brengen", "Noor van school halen", True),
    ("Iets met de kinderen doen", "Spelletje met Noor en Sem", True),
    ("De hond uitlaten", "Hond uitlaten", True),
    ("Lotte bellen", "Kinderen van Lotte naar Karim brengen", False),
    ("Boodschappen halen", "Noor van school halen", False),
    ("Huiswerk helpen", "Noor van school halen", False),
    ("Spelletje doen", "In bad doen en naar bed brengen", False),
    ("Klusje", "Samen koken", False),
    ("Ik kan niet koken", "Samen koken", False),
    ("Van alles", "Samen koken", False),
]


@pytest.mark.parametrize(("offer", "what", "fits"), OFFERED)
def test_what_somebody_offered(offer, what, fits):
    assert reading.offers_this(offer, what, 0, **SAID) is fits


def test_an_offer_that_names_days_is_for_those_days():
    for day, fits in ((1, True), (3, True), (4, False)):
        assert reading.offers_this("Koken op dinsdag of donderdag", "Samen koken", day) is fits


KEPT = [
    ("alleen met de kinderen", "Noor van school halen", "met_kinderen", reading.ONLY_ALONE),
    ("niet alleen met de kinderen", "Noor van school halen", "met_kinderen", reading.ONLY_ALONE),
    ("alleen met de kinderen", "Boodschappen brengen", "thuis", ""),
    ("Autorijden", "Noor meenemen naar voetbal", "met_kinderen", reading.ALWAYS),
    ("Ik doe liever geen boodschappen.", "Boodschappen brengen", "", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Even langskomen", "bezoek", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Lotte bellen", "contact", ""),
    ("Ik kook niet", "Samen koken", "", reading.ALWAYS),
    ("Ik rij niet", "Noor naar zwemles rijden", "", reading.ALWAYS),
    ("Ik pas niet op", "Op Noor en Sem passen", "", reading.ALWAYS),
    ("geen babysitten", "Op Noor en Sem passen", "", reading.ALWAYS),
    ("bel me niet", "Lotte bellen", "contact", reading.ALWAYS),
    ("schoonmaak", "Huis schoonmaken", "", reading.ALWAYS),
    ("Honden", "Hond uitlaten", "", reading.ALWAYS),
    ("Niet alleen koken maar ook niet poetsen", "Poetsen", "", reading.ALWAYS),
    ("niets met Karim", "Kinderen naar Karim brengen", "met_kinderen", reading.ALWAYS),
    ("niets met Karim", "Samen koken", "", ""),
    ("Dat weet ik nog zo net", "Samen koken", "", None),
]


@pytest.mark.parametrize(("boundary", "what", "tag", "kept"), KEPT)
def test_what_somebody_would_rather_not_do(boundary, what, tag, kept):
    assert reading.keeps_from(boundary, what, tag, **SAID) == kept


TIMES = [
    ("Niet op zondag", SUNDAY, reading.ALWAYS),
    ("Niet op zondag", TUESDAY_EVENING, ""),
    ("Niet ’s avonds", TUESDAY_EVENING, reading.ALWAYS),
    ("Niet ’s avonds", SUNDAY, ""),
    ("niet in het weekend", SUNDAY, reading.ALWAYS),
    ("niet op dinsdagavond en niet op zondag", SUNDAY, reading.ALWAYS),
    ("niet op dinsdagavond en niet op zondag", TUESDAY_EVENING, reading.ALWAYS),
    ("niet op dinsdagavond", SUNDAY, ""),
    ("’s nachts niet", TUESDAY_EVENING, reading.ALWAYS),
]


@pytest.mark.parametrize(("boundary", "pieces", "kept"), TIMES)
def test_when_somebody_would_rather_not(boundary, pieces, kept):
    assert reading.keeps_from(boundary, "Samen koken", "", pieces=pieces, **SAID) == kept
