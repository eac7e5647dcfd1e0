"""Days, times and counts in words, as people say them."""

import datetime as dt

import pytest

from netwerkberaad.web import wording


@pytest.mark.parametrize(
    ("hour", "said"),
    [(0, "Goedenavond"), (5, "Goedemorgen"), (11, "Goedemorgen"), (12, "Goedemiddag"), (18, "Goedenavond")],
)
def test_a_greeting_fits_the_hour_in_amsterdam(hour, said):
    assert wording.greeting(dt.datetime(2026, 10, 8, hour, 30, tzinfo=wording.AMSTERDAM)) == said


@pytest.mark.parametrize(
    ("starts", "said"),
    [("17:30", "half zes"), ("18:00", "zes uur"), ("14:15", "kwart over twee"), ("11:45", "kwart voor twaalf")],
)
def test_a_time_is_said_as_people_say_it(starts, said):
    assert wording.time_words(starts) == said


def test_names_are_said_in_one_breath():
    assert [wording.together(names) for names in ([], ["Lotte"], ["Lotte", "Karim", "Wendy"])] == [
        "",
        "Lotte",
        "Lotte, Karim en Wendy",
    ]


def test_a_moment_is_said_in_the_time_of_amsterdam():
    moment = dt.datetime(2026, 10, 25, 12, 0, tzinfo=dt.UTC)
    assert wording.moment_words(moment) == "zondag 25 oktober, 13.00 uur"
