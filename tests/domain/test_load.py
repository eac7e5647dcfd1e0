"""How the week is divided: the sample family's own numbers, the fair share, and what kind of help is missing."""

import datetime as dt

import pytest

from netwerkberaad.domain.week.load import Carried, Share, is_only_practical, load_week, shares
from netwerkberaad.domain.week.when import When

WEEK = dt.date(2026, 10, 12)
DAYS = {name: str(number) for number, name in enumerate(("ma", "di", "wo", "do", "vr", "za", "zo"))}
SAMPLE = [  # time, {weekday: person}, {weekday: companion}
    (
        "17:30",
        {"ma": "hanneke", "di": "esra", "wo": "tjeerd", "do": "hanneke", "vr": "wendy", "za": "esra", "zo": "tjeerd"},
        {},
    ),
    ("14:15", {"ma": "yusuf"}, {}),
    ("12:30", {"wo": "olena"}, {}),
    ("16:30", {"di": "dennis", "do": "dennis"}, {}),
    ("20:30", {"di": "wendy"}, {}),
    ("10:00", {"za": "piotr"}, {}),
    ("16:00", {"zo": "riet"}, {"zo": "esra"}),
    ("18:30", {"wo": "esra"}, {}),
    ("08:10", {"do": "karim"}, {}),
    ("19:30", {"do": "hanneke"}, {}),
    ("14:00", {"za": "jesse"}, {}),
]


def the_sample_week():
    return [
        Carried(When(DAYS[day], starts=time), person, beside.get(day))
        for time, who, beside in SAMPLE
        for day, person in who.items()
    ]


def test_the_load_of_the_sample_family():
    assert load_week(the_sample_week(), WEEK, contact_person="tjeerd", cancel_with="wendy") == {
        "hanneke": 3,
        "esra": 4,
        "tjeerd": 3,
        "wendy": 3,
        "karim": 1,
        "dennis": 2,
        "yusuf": 1,
        "olena": 1,
        "piotr": 1,
        "riet": 1,
        "jesse": 1,
    }


def test_days_of_one_shift_count_one_by_one_and_grouping_them_changes_nothing():
    together = [Carried(When("03", starts="17:30"), "hanneke")]
    apart = [Carried(When("0", starts="17:30"), "hanneke"), Carried(When("3", starts="17:30"), "hanneke")]
    assert load_week(together, WEEK) == load_week(apart, WEEK) == {"hanneke": 2}


def test_only_what_falls_in_this_week_counts():
    fortnightly = [Carried(When("1", "fortnightly", WEEK + dt.timedelta(days=1), "17:30"), "esra")]
    assert load_week(fortnightly, WEEK) == {"esra": 1}
    assert load_week(fortnightly, WEEK + dt.timedelta(days=7)) == {}


def test_what_the_household_does_itself_is_no_help():
    week = [Carried(When("0", starts="08:00"), "lotte"), Carried(When("1", starts="08:00"), "esra", "lotte")]
    assert load_week(week, WEEK, household={"lotte"}) == {"esra": 1}
    assert shares(week, WEEK, household={"lotte"}) == [Share("esra", 1, 1)]


def test_open_shifts_are_nobodys_share():
    week = [Carried(When("0", starts="17:30"), None), Carried(When("1", starts="17:30"), "esra")]
    assert shares(week, WEEK) == [Share("esra", 1, 1)]


@pytest.mark.parametrize(
    ("shifts", "of", "much"),
    [(7, 20, False), (8, 20, True), (1, 3, False), (2, 5, True), (1, 1, False), (2, 2, False), (3, 3, True)],
)
def test_more_than_35_percent_is_much_when_there_is_something_to_divide(shifts, of, much):
    assert Share("esra", shifts, of).is_much is much


def test_nobody_does_much_in_the_sample_week():
    week = shares(the_sample_week(), WEEK)
    assert (week[0].shifts, week[0].of) == (3, 18)
    assert not any(share.is_much for share in week)


@pytest.mark.parametrize(
    ("supports", "only"), [([], False), (["P"], True), (["P", "PG"], False), (["P", "E"], False), (["P", "P"], True)]
)
def test_a_week_with_only_practical_help_is_missing_something(supports, only):
    assert is_only_practical(supports) is only


def test_a_contact_role_counts_in_a_week_without_shifts_and_two_roles_count_twice():
    assert load_week([], WEEK, contact_person="tjeerd", cancel_with="tjeerd") == {"tjeerd": 2}
    assert load_week([], WEEK, contact_person="lotte", household={"lotte"}) == {}


def test_who_comes_along_carries_it_too_but_it_is_not_their_share():
    week = [Carried(When("6", starts="16:00"), "riet", "esra")]
    assert load_week(week, WEEK) == {"riet": 1, "esra": 1}
    assert shares(week, WEEK) == [Share("riet", 1, 1)]
