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
    ("Ik wil Noor graag naar voetbal brengen", "Noor meenemen naar voetbal", True),
    ("Ik wil Noor graag naar voetbal brengen", "Sem speelt bij Olena thuis", False),
    ("Ik wil Noor graag naar voetbal brengen", "Kinderen van Lotte naar Karim brengen", False),
    ("Samen met Noor koken", "Samen koken", True),
    ("Samen met Noor koken", "Noor van school halen", False),
    ("Met Noor naar de dierentuin", "Noor van school halen", False),
    ("Noor brengen", "Noor naar Karim brengen", True),
    ("Noor brengen", "Boodschappen brengen", False),
    ("Iets leuks met de kinderen", "Noor van school halen", True),
    ("Op Noor en Sem passen", "Sem speelt bij Olena thuis", True),
    ("Niet koken, wel boodschappen doen", "Boodschappen brengen", True),
    ("Niet koken, wel boodschappen doen", "Samen koken", False),
    ("Geen boodschappen, koken of poetsen", "Samen koken", False),
    ("Boodschappen en geen gekook of koken", "Boodschappen brengen", True),
    ("Boodschappen en geen gekook of koken", "Samen koken", False),
    ("Ik kan niet autorijden. Ik kook graag!", "Samen koken", True),
    ("Alles behalve koken", "Samen koken", False),
    ("Koken, maar niet met de kinderen", "Samen koken", True),
    ("Koken, maar niet met de kinderen", "Koken met Noor", False),
    ("Koken, maar niet te vaak", "Samen koken", True),
    ("Koken, maar liever niet alleen", "Samen koken", True),
    ("Ik wil niet alleen met de kinderen", "Noor van school halen", False),
    ("Alleen voetbal", "Noor meenemen naar voetbal", True),
    ("Koken, zonder de kinderen", "Samen koken", True),
    ("Koken, zonder de kinderen", "Koken met Noor", False),
]


@pytest.mark.parametrize(("offer", "what", "fits"), OFFERED)
def test_what_somebody_offered(offer, what, fits):
    assert reading.offers_this(offer, what, 0, **SAID) is fits


@pytest.mark.parametrize(
    ("offer", "day", "fits"),
    [
        ("Koken op maandagen", 0, True),
        ("Koken op maandagen", 3, False),
        ("Koken, niet in het weekeinde", 6, False),
        ("Koken, maar niet op zondagen", 6, False),
        ("Koken, maar niet op zondagen", 5, True),
        ("Koken, behalve 's zondags", 6, False),
        ("Koken op ma en vr", 4, True),
        ("Koken op ma en vr", 2, False),
        ("Koken, maar geen avonden", 2, False),
    ],
)
def test_days_and_parts_of_the_day_are_read_in_every_form(offer, day, fits):
    assert reading.offers_this(offer, "Samen koken", day, pieces=frozenset((f"{day}a",))) is fits


def test_an_offer_that_names_days_is_for_those_days():
    for day, fits in ((1, True), (3, True), (4, False)):
        assert reading.offers_this("Koken op dinsdag of donderdag", "Samen koken", day) is fits


@pytest.mark.parametrize(
    "offer", ["Koken, maar niet op dinsdag", "Koken, alleen niet op dinsdag", "Niet dinsdag. Koken"]
)
def test_an_offer_that_leaves_out_a_day_is_for_the_others(offer):
    for day, fits in ((1, False), (3, True)):
        assert reading.offers_this(offer, "Samen koken", day) is fits


@pytest.mark.parametrize(("part", "fits"), [("o", True), ("a", False)])
def test_an_offer_can_leave_out_a_part_of_the_day_or_be_for_one_only(part, fits):
    here = {"pieces": {f"1{part}"}}
    assert reading.offers_this("Koken, maar niet ’s avonds", "Samen koken", 1, **here) is fits
    assert reading.offers_this("Koken ’s ochtends", "Samen koken", 1, **here) is fits
    assert reading.leaves_room("Alleen overdag", "Hond uitlaten", 1, **here) is fits


def test_a_night_is_of_the_day_on_which_it_begins():
    night = {"pieces": {"1a", "2o"}}
    assert reading.offers_this("Slapen op dinsdag", "Bij Lotte slapen", 1, **night)
    assert not reading.offers_this("Slapen op woensdag", "Bij Lotte slapen", 1, **night)


ONLY = [
    ("Alleen voetbal", "Noor meenemen naar voetbal", True),
    ("Alleen voetbal", "Lotte bellen om te kletsen", False),
    ("Ik wil alleen maar koken", "Samen koken", True),
    ("Ik wil alleen maar koken", "Boodschappen brengen", False),
    ("Alleen met Noor naar voetbal", "Sem naar voetbal brengen", False),
    ("Alleen met Noor naar voetbal", "Meerijden naar voetbal", True),
    ("Alleen Karim helpen", "Lotte bellen", False),
    ("Alleen Karim helpen", "Karim bellen", True),
    ("Alleen op dinsdag", "Samen koken", True),
    ("Alleen op woensdag", "Samen koken", False),
    ("Alleen door de week", "Samen koken", True),
    ("Alleen in het weekend", "Samen koken", False),
    ("Koken, maar alleen op dinsdag", "Boodschappen brengen", False),
    ("Voetbal", "Lotte bellen om te kletsen", True),
    ("Ik woon alleen, koken doe ik graag", "Lotte bellen om te kletsen", True),
    ("Ik wil niet alleen met de kinderen", "Noor van school halen", True),
    ("Koken, alleen niet op dinsdag", "Lotte bellen om te kletsen", True),
    ("Niet alleen koken maar ook boodschappen", "Lotte bellen om te kletsen", True),
]


@pytest.mark.parametrize(("offer", "what", "room"), ONLY)
def test_whether_alleen_leaves_room_to_ask_for_something_else_on_tuesday(offer, what, room):
    assert reading.leaves_room(offer, what, 1, **SAID) is room


KEPT = [
    ("alleen met de kinderen", "Noor van school halen", "met_kinderen", reading.ONLY_ALONE),
    ("niet alleen met de kinderen", "Noor van school halen", "met_kinderen", reading.ONLY_ALONE),
    ("alleen met de kinderen", "Boodschappen brengen", "thuis", ""),
    ("Autorijden", "Noor meenemen naar voetbal", "met_kinderen", reading.ALWAYS),
    ("Ik doe liever geen boodschappen.", "Boodschappen brengen", "", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Even langskomen", "bezoek", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Lotte bellen", "contact", ""),
    ("bij Lotte binnenkomen", "Oppassen zodat Lotte kan sporten", "met_kinderen", reading.ALWAYS),
    ("bij Lotte binnenkomen", "Noor meenemen naar voetbal", "met_kinderen", ""),
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
