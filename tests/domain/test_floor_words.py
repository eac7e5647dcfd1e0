"""The sentence of a floor, and why a day falls short: short, in plain Dutch, of yesterday and of tomorrow."""

import datetime as dt
from types import SimpleNamespace

import pytest

from netwerkberaad.domain.safety import floor_words
from netwerkberaad.domain.safety.checking import Finding, Short

WEDNESDAY, TODAY = dt.date(2026, 10, 14), dt.date(2026, 10, 12)
NAMES = {1: "Tjeerd", 2: "Wendy"}
RIET = SimpleNamespace(name="Oma Riet")


def rule(kind="coverage", **said):
    usual = {"tag": "bezoek", "days": "0123456", "min_per_day": 1, "min_people": 1, "max_share": 100, "person": None}
    return SimpleNamespace(kind=kind, **{**usual, "count_professionals": False, **said})


THEY_KNOW, THAT_ONE_KNOWS = " Zij weten precies wat er speelt.", " Die weet precies wat er speelt."
SOMEBODY_BESIDE = " Er is altijd een volwassene bij."
SENTENCES = [
    ({"min_people": 3}, "Elke dag komt er iemand kijken. Minstens drie mensen, om de beurt." + THEY_KNOW),
    ({"days": "02"}, "Op maandag en woensdag komt er iemand kijken." + THAT_ONE_KNOWS),
    ({"min_per_day": 2, "tag": "thuis"}, "Elke dag helpen er twee mensen in huis." + THEY_KNOW),
    (
        {"max_share": 50, "min_people": 2},
        "Elke dag komt er iemand kijken. Minstens twee mensen, om de beurt."
        + THEY_KNOW
        + " Niemand doet meer dan de helft van de dagen.",
    ),
    (
        {"count_professionals": True},
        "Elke dag komt er iemand kijken. Die weet precies wat er speelt. Een hulpverlener telt ook mee.",
    ),
    (
        {"kind": "companion", "tag": "met_kinderen", "person": RIET},
        "Oma Riet is niet alleen met Noor en Sem." + SOMEBODY_BESIDE,
    ),
    ({"kind": "companion", "tag": ""}, "… is niet alleen." + SOMEBODY_BESIDE),
    (
        {"kind": "never_task", "tag": "met_kinderen", "person": RIET},
        "Iets doen met Noor en Sem is niet voor Oma Riet. Wat Oma Riet wél doet, kiezen we samen.",
    ),
    ({"kind": "min_people"}, "Minstens één mens weet precies wat er speelt."),
    ({"days": "", "tag": ""}, "Op … is er iemand." + THAT_ONE_KNOWS),
]


@pytest.mark.parametrize(("said", "sentence"), SENTENCES)
def test_a_rule_is_one_sentence_the_family_can_read(said, sentence):
    assert floor_words.built(rule(**said), children=["Noor", "Sem"]) == sentence


def test_no_sentence_of_a_rule_is_long():
    for tag in floor_words.TAGS:
        for kind in floor_words.KINDS:
            said = floor_words.built(rule(kind, tag=tag, person=RIET, min_people=3, max_share=34), children=["Noor"])
            assert max(len(one.split()) for one in said.split(". ")) <= 12, said


DAY = "woensdag 14 oktober: "
REASONS = [
    (Short(WEDNESDAY, "nobody"), DAY + "nog niemand", DAY + "niemand"),
    (
        Short(WEDNESDAY, "does_not_know", (1,)),
        DAY + "nog niemand die weet wat er speelt",
        DAY + "niemand die wist wat er speelt",
    ),
    (Short(WEDNESDAY, "not_said_yes", (1,)), DAY + "Tjeerd zei nog geen ja", DAY + "Tjeerd zei geen ja"),
    (
        Short(WEDNESDAY, "not_said_yes", (1, 2)),
        DAY + "Tjeerd en Wendy zeiden nog geen ja",
        DAY + "Tjeerd en Wendy zeiden geen ja",
    ),
    (
        Short(WEDNESDAY, "too_few", (1,)),
        DAY + "naast Tjeerd is er nog één nodig",
        DAY + "naast Tjeerd was er nog één nodig",
    ),
    (Short(WEDNESDAY, "alone", (2,)), DAY + "Wendy heeft nog niemand erbij", DAY + "Wendy had niemand erbij"),
    (
        Short(WEDNESDAY, "not_this", (2,)),
        DAY + "dit is geen taak voor Wendy, kies iemand anders",
        DAY + "dit was geen taak voor Wendy",
    ),
    (Short(None, "no_turns", (1,)), "Alleen Tjeerd komt. Er zijn er minstens drie nodig.", None),
    (Short(None, "no_turns"), "Er komt nog niemand om de beurt. Er zijn er minstens drie nodig.", None),
    (Short(None, "too_much_by_one", (2,)), "Wendy doet meer dan de helft van de dagen. Verdeel het wat meer.", None),
    (
        Short(None, "too_few_know", (1, 2)),
        "Nog niet genoeg mensen weten wat er speelt. Vraag het Tjeerd en Wendy.",
        None,
    ),
    (Short(None, "too_few_know"), "Nog niet genoeg mensen weten wat er speelt. Spreek samen af wie meetelt.", None),
]


@pytest.mark.parametrize(("short", "ahead", "behind"), REASONS, ids=[case[0].why for case in REASONS])
def test_a_gap_is_said_in_words_before_and_after_its_day(short, ahead, behind):
    asked = rule(min_people=3, max_share=50, min_per_day=2)
    for today, sentence in ((TODAY, ahead), (WEDNESDAY + dt.timedelta(days=1), behind or ahead)):
        assert floor_words.why(Finding("x", (short,)), asked, NAMES, today=today) == [sentence]


def test_every_status_has_words_for_who_does_not_see_the_colour():
    of_the_week = Finding("at_risk", (Short(None, "too_few_know"),))
    assert floor_words.status(of_the_week) == "Nog niet genoeg mensen"
    assert list(floor_words.STATUS.values()) == ["Gehaald", "Nog niet alle dagen", "Niet gehaald", "Nog niet bekend"]
