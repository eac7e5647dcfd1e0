"""The gates before signing: each open point in one sentence with the page that settles it; nothing needs a database."""

import dataclasses
import datetime as dt

import pytest

from netwerkberaad.domain.agreeing.open_points import open_points, warnings
from netwerkberaad.domain.agreeing.plan_picture import Picture, SeenAgreement, SeenShift, Somebody

LOTTE, TJEERD, WENDY, HANNEKE, PIOTR, NOOR = 1, 2, 3, 4, 5, 6
PEOPLE = {
    LOTTE: Somebody(LOTTE, "Lotte", household=True),
    TJEERD: Somebody(TJEERD, "Tjeerd"),
    WENDY: Somebody(WENDY, "Wendy"),
    HANNEKE: Somebody(HANNEKE, "Hanneke"),
    PIOTR: Somebody(PIOTR, "Piotr"),
    NOOR: Somebody(NOOR, "Noor", is_adult=False, is_child=True, household=True),
}
BOTH = frozenset({"person", "stand_in"})
MONDAY = SeenShift(1, "Even langskomen", "0", "17:30", person=HANNEKE, stand_in=TJEERD, said=BOTH, promise="x")
FRIDAY = SeenShift(2, "Boodschappen", "4", "10:00", person=PIOTR, stand_in=HANNEKE, said=frozenset({"stand_in"}))
READY = Picture(
    today=dt.date(2026, 10, 8),
    people=PEOPLE,
    present=frozenset({LOTTE, TJEERD, WENDY, HANNEKE, NOOR}),
    shifts=(MONDAY, FRIDAY),
    agreements=(SeenAgreement(1, LOTTE, "eet mee bij oma", "6", "17:00"),),
    roles={"contact_person": TJEERD, "deputy": WENDY, "cancel_with": WENDY, "cancel_deputy": HANNEKE},
    accepted=frozenset({"contact_person", "deputy", "cancel_with", "cancel_deputy"}),
    start=dt.date(2026, 10, 12),
    review_day=dt.date(2026, 11, 18),
    review_time="19:30",
    triggers=("24 uur van tevoren is er nog niemand",),
    steps=((HANNEKE, "komt dezelfde dag kijken"),),
)


def but(**fields):
    return dataclasses.replace(READY, **fields)


def shift(**fields):
    return but(shifts=(dataclasses.replace(MONDAY, **fields), FRIDAY))


def roles(accepted=READY.accepted, **chosen):
    return but(roles={**READY.roles, **chosen}, accepted=frozenset(accepted))


OPEN = [
    ("a task nowhere", but(loose_tasks=("Koken",)), "G1", "«Koken» staat nog niet in de week.", "roster.week"),
    (
        "no who",
        shift(person=None),
        "G1",
        "Maandag, 17.30: Even langskomen: nog niemand. Kies wie, of «Laat nog open».",
        "roster.week",
    ),
    ("no day", shift(days=""), "G1", "«Even langskomen» heeft nog geen dag.", "roster.week"),
    ("no time", shift(starts=""), "G1", "«Even langskomen» heeft nog geen tijd.", "roster.week"),
    (
        "nothing",
        but(shifts=(), agreements=()),
        "G1",
        "Er staat nog niets in de week. Eén ding is genoeg om te beginnen.",
        "roster.week",
    ),
    ("nobody to cancel with", roles(cancel_with=None), "G2", "Kies nog bij wie je je afmeldt.", "5.3"),
    (
        "no yes to that",
        roles(READY.accepted - {"cancel_with"}),
        "G2",
        "Wendy heeft nog geen ja gezegd op de afmeldingen.",
        "5.3",
    ),
    (
        "no deputy there",
        roles(cancel_deputy=None),
        "G2",
        "Kies nog wie de afmeldingen overneemt als de eerste niet kan.",
        "5.3",
    ),
    ("no contact person", roles(contact_person=None), "G3", "Kies nog wie het aanspreekpunt is.", "6.1"),
    (
        "contact person silent",
        roles(READY.accepted - {"contact_person"}),
        "G3",
        "Tjeerd heeft nog geen ja gezegd op aanspreekpunt zijn.",
        "6.1",
    ),
    ("no deputy", roles(deputy=None), "G3", "Kies nog wie het aanspreekpunt vervangt.", "6.2"),
    (
        "deputy here and silent",
        roles(READY.accepted - {"deputy"}),
        "G3",
        "Wendy heeft nog geen ja gezegd op vervangen.",
        "6.2",
    ),
    ("no end", but(start=None), "G4", "Spreek nog af hoe lang jullie dit plan volgen.", "6.4"),
    ("no review", but(review_day=None), "G4", "Kies nog een dag en tijd om terug te kijken.", "6.5"),
    (
        "review after the end",
        but(review_day=dt.date(2026, 11, 23)),
        "G4",
        "Het terugkijken valt na het einde van het plan. Kies een eerdere dag.",
        "6.5",
    ),
    (
        "review too early",
        but(review_day=dt.date(2026, 10, 9)),
        "G4",
        "Het terugkijken valt voor het begin van het plan. Kies een latere dag.",
        "6.5",
    ),
    ("no step", but(steps=()), "G5", "Plan B heeft nog geen stap. Wat doen jullie als het even niet lukt?", "6.6"),
    (
        "a step of nobody",
        but(steps=((None, "belt Marije"),)),
        "G5",
        "Plan B: kies nog wie dit doet: «belt Marije».",
        "6.6",
    ),
    ("no trigger", but(triggers=()), "G5", "Spreek nog af hoe je merkt dat plan B nodig is.", "6.7"),
    (
        "here and silent",
        shift(said=frozenset({"stand_in"})),
        "G7",
        "Hanneke heeft nog geen ja gezegd op één beurt.",
        "roster.week",
    ),
    (
        "stand-in silent",
        shift(said=frozenset({"person"})),
        "G7",
        "Tjeerd heeft nog geen ja gezegd op één beurt.",
        "roster.week",
    ),
]


@pytest.mark.parametrize(
    ("picture", "gate", "sentence", "page"), [case[1:] for case in OPEN], ids=[case[0] for case in OPEN]
)
def test_an_open_point_is_one_sentence_with_the_page_that_settles_it(picture, gate, sentence, page):
    [point] = open_points(picture)
    assert (point.gate, point.sentence, point.args.get("code", point.room)) == (gate, sentence, page)


NOT_OPEN = [
    ("all agreed", READY),
    ("marked still open", shift(person=None, still_open=True)),
    ("the last day is in time", but(review_day=dt.date(2026, 11, 22))),
    ("once needs no weekday", shift(days="", repeat="once", first_day=dt.date(2026, 10, 13))),
    (
        "an absent deputy is asked later",
        but(present=frozenset({TJEERD, HANNEKE}), accepted=READY.accepted - {"deputy"}),
    ),
    ("an absent person's shift is asked later", but(present=frozenset())),
]


@pytest.mark.parametrize("picture", [case[1] for case in NOT_OPEN], ids=[case[0] for case in NOT_OPEN])
def test_absent_people_and_marked_shifts_hold_nothing_up(picture):
    assert open_points(picture) == []


def test_somebody_with_two_silent_shifts_is_named_once():
    silent = dataclasses.replace(MONDAY, said=frozenset())
    [one, other] = open_points(but(shifts=(silent, dataclasses.replace(silent, id=3, stand_in=None))))
    assert one.sentence == "Hanneke heeft nog geen ja gezegd op 2 beurten."
    assert other.sentence == "Tjeerd heeft nog geen ja gezegd op één beurt."


LOOK = [
    (
        "two contact roles",
        roles(cancel_with=TJEERD),
        "Tjeerd is aanspreekpunt én krijgt de afmeldingen. Dat is veel voor één mens.",
    ),
    ("no stand-in", shift(stand_in=None), "Maandag, 17.30: Even langskomen: nog geen invaller."),
    (
        "far review",
        but(start=dt.date(2026, 12, 1), review_day=dt.date(2026, 12, 5)),
        "Jullie kijken pas over meer dan acht weken terug. Eerder mag ook.",
    ),
    (
        "nothing to do",
        but(present=READY.present | {7}, people={**PEOPLE, 7: Somebody(7, "Olena")}),
        "Olena heeft nog niets. Past er iets kleins?",
    ),
    (
        "one does most",
        but(shifts=(dataclasses.replace(MONDAY, days="01234"), FRIDAY)),
        "Hanneke doet 5 van de 6 beurten. Verdeel het wat meer.",
    ),
]


@pytest.mark.parametrize(("picture", "sentence"), [case[1:] for case in LOOK], ids=[case[0] for case in LOOK])
def test_what_deserves_a_second_look_holds_nothing_up(picture, sentence):
    assert warnings(picture) == [sentence]
    assert open_points(picture) == []


def test_a_ready_plan_gives_no_warnings():
    assert warnings(READY) == []


def test_whoever_said_nu_even_niet_is_not_asked_for_something_small():
    olena = {"present": READY.present | {7}, "people": {**PEOPLE, 7: Somebody(7, "Olena")}}
    assert [sentence for sentence in warnings(but(**olena, resting=frozenset({7}))) if "Olena" in sentence] == []
