"""The text of a plan: one canonical form, what changed between two texts, and the sheet that is read aloud."""

import copy
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netwerkberaad.database import tidy
from netwerkberaad.domain.agreeing import plan_text
from netwerkberaad.domain.agreeing.plan_changes import what_changed
from netwerkberaad.domain.agreeing.plan_sheet import sheet_of

words = st.text(max_size=20)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "who", "what"]), inner, max_size=3)
    ),
    max_leaves=12,
)


def turned_round(value):
    """The same contents with keys in another order and letters taken apart (NFD)."""
    if isinstance(value, dict):
        return {k: turned_round(v) for k, v in reversed(list(value.items()))}
    if isinstance(value, list):
        return [turned_round(v) for v in value]
    return unicodedata.normalize("NFD", value) if isinstance(value, str) else value


@given(st.dictionaries(st.sampled_from(["shifts", "roles", "wishes"]), values))
def test_the_order_of_keys_and_the_way_letters_are_put_together_make_no_difference(content):
    text = plan_text.canonical(content)
    assert plan_text.canonical(turned_round(content)) == text
    assert plan_text.canonical(plan_text.read(text)) == text
    assert tidy(text) == text
    assert len(plan_text.fingerprint(text)) == 64


def test_a_text_has_no_place_for_a_float():
    with pytest.raises(TypeError):
        plan_text.canonical({"share": 0.35})


def test_one_letter_makes_another_fingerprint():
    assert plan_text.fingerprint('{"a":"Sem"}') != plan_text.fingerprint('{"a":"Sam"}')


CONTENT = {
    "format": 1,
    "circle": 1,
    "so_far": False,
    "still_open": [],
    "wishes": [{"words": "Weer een avond rust.", "person": 1}],
    "shifts": [
        {
            "id": 7,
            "what": "Boodschappen",
            "days": "5",
            "starts": "10:00",
            "minutes": 60,
            "repeat": "weekly",
            "first_day": None,
            "person": 2,
            "stand_in": 3,
            "companion": None,
            "cancel_with": None,
            "promise": "x",
            "ask": ["person"],
        }
    ],
    "agreements": [{"id": 1, "person": 1, "what": "eet mee bij oma", "days": "6", "starts": "17:00"}],
    "roles": {"contact_person": 2, "deputy": 3, "cancel_with": 3, "cancel_deputy": 2},
    "start": "2026-10-12",
    "weeks": 6,
    "end": "2026-11-22",
    "review": {"day": "2026-11-18", "time": "19:30", "place": "Buurthuis"},
    "retry_within_days": 7,
    "log": {"members": True, "facilitator": False, "week": False},
    "plan_b": {"triggers": ["nog niemand"], "steps": [{"person": 3, "action": "komt kijken"}]},
    "people": {"1": "Lotte", "2": "Piotr", "3": "Wendy"},
}


def changed(path, value):
    content = copy.deepcopy(CONTENT)
    place = content
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return content


CHANGES = [
    (("shifts", 0, "person"), None, ["Zaterdag, 10.00: Boodschappen: eerst Piotr, nu nog open."]),
    (("shifts", 0, "starts"), "11:00", ["«Boodschappen»: eerst zaterdag, 10.00, nu zaterdag, 11.00."]),
    (("shifts", 0, "stand_in"), 1, ["Zaterdag, 10.00: Boodschappen: invaller is nu Lotte."]),
    (("shifts", 0, "companion"), 3, ["Zaterdag, 10.00: Boodschappen: erbij is nu Wendy."]),
    (("shifts", 0, "what"), "Markt", ["«Boodschappen» heet nu «Markt»."]),
    (("shifts",), [], ["Weg. Zaterdag, 10.00: Boodschappen."]),
    (("agreements",), [], ["Weg. Lotte eet mee bij oma (zondag, 17.00)."]),
    (("roles", "contact_person"), 3, ["Aanspreekpunt: eerst Piotr, nu Wendy."]),
    (("review", "day"), "2026-11-17", ["We kijken nu terug op dinsdag 17 november, 19.30, Buurthuis."]),
    (("retry_within_days",), 1, ["Loopt het niet? Dan zitten we nu binnen één dag bij elkaar."]),
    (
        ("plan_b", "triggers"),
        ["het woord thee"],
        ["Plan B, nieuw teken: «het woord thee».", "Plan B, dit teken is weg: «nog niemand»."],
    ),
    (("log", "facilitator"), True, ["Wie er meeleest, is veranderd."]),
    (("wishes",), [], ["De wensen zijn anders opgeschreven."]),
    (("people", "2"), "Piotrek", ["Waar Piotr stond, staat nu Piotrek."]),
    (("shifts", 0, "ask"), [], []),
]


@pytest.mark.parametrize(("path", "value", "sentences"), CHANGES, ids=[str(case[0]) for case in CHANGES])
def test_what_changed_is_said_in_sentences(path, value, sentences):
    other = changed(path, value)
    assert what_changed(CONTENT, other) == sentences
    assert plan_text.say_the_same(CONTENT, other) == (not sentences)


def test_more_weeks_are_said_with_their_last_day():
    longer = {**CONTENT, "weeks": 8, "end": "2026-12-06"}
    assert what_changed(CONTENT, longer) == ["Het plan duurt nu acht weken, tot en met zondag 6 december."]


def test_an_own_part_does_not_change_with_the_stand_in_of_a_shift():
    other = changed(("shifts", 0, "stand_in"), None)
    assert plan_text.own_part(CONTENT, 2) == plan_text.own_part(other, 2)
    assert plan_text.own_part(CONTENT, 3) != plan_text.own_part(other, 3)


def test_the_sheet_says_whom_to_ask_until_that_person_signed():
    [(_, [line]), *_] = sheet_of(CONTENT).parts
    assert (line.term, line.words, line.more) == (
        "zaterdag, 10.00",
        "Boodschappen: Piotr (nog vragen)",
        "Invaller: Wendy.",
    )
    [(_, [line]), *_] = sheet_of(CONTENT, signed={2}).parts
    assert line.words == "Boodschappen: Piotr"


def test_a_task_at_one_time_is_one_line_with_everybody_and_their_days():
    [shift] = CONTENT["shifts"]
    both = {
        **CONTENT,
        "shifts": [{**shift, "ask": []}, {**shift, "id": 8, "ask": [], "days": "01", "person": 3, "stand_in": None}],
    }
    [(_, [line]), *_] = sheet_of(both).parts
    assert line.term == "maandag, dinsdag en zaterdag, 10.00"
    assert line.words == "Boodschappen: Piotr (za), Wendy (ma di)"
    assert line.more == "Invaller: Wendy (za)."
