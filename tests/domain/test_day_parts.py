"""Parts of the day: which of them a turn touches, and how they are said."""

import pytest

from netwerkberaad.domain.week import day_parts
from netwerkberaad.domain.week.day_parts import in_words, touched


@pytest.mark.parametrize(
    ("day", "starts", "minutes", "pieces"),
    [
        (0, "09:00", 60, {"0o"}),
        (0, "11:00", 60, {"0o"}),
        (0, "11:30", 60, {"0o", "0m"}),
        (1, "12:00", 360, {"1m"}),
        (1, "17:30", 45, {"1m", "1a"}),
        (1, "18:00", 360, {"1a"}),
        (2, "11:59", 362, {"2o", "2m", "2a"}),
        (2, "23:30", 45, {"2a", "3o"}),
        (6, "20:00", 720, {"6a", "0o"}),
        (3, "00:00", 0, {"3o"}),
        (3, "", 60, set()),
    ],
    ids=lambda value: " ".join(sorted(value)) if isinstance(value, set) else str(value),
)
def test_a_turn_touches_every_part_of_the_day_that_it_falls_in(day, starts, minutes, pieces):
    assert touched(day, starts, minutes) == frozenset(pieces)


def test_a_week_has_twenty_one_pieces_in_the_order_of_the_week():
    assert day_parts.PIECES[:4] == ("0o", "0m", "0a", "1o")
    assert len(set(day_parts.PIECES)) == 21
    assert day_parts.BY_DAY["woensdag"] == {"2o": "woensdagochtend", "2m": "woensdagmiddag", "2a": "woensdagavond"}


@pytest.mark.parametrize(
    ("pieces", "words"),
    [
        ("", ""),
        ("0o 2a", "maandagochtend en woensdagavond"),
        ("0o 0m", "maandag overdag"),
        ("0o 0a 1o 1m 1a", "maandagochtend, maandagavond en de hele dinsdag"),
        ("0o 0m 1o 1m 2o 2m 3o 3m 4o 4m", "maandag tot en met vrijdag overdag"),
        ("0a 1a 2a", "maandag tot en met woensdag ’s avonds"),
        ("0o 0a 1o 1a 2o 2a", "maandag tot en met woensdag ’s ochtends en ’s avonds"),
        ("5o 5m 5a 6o 6m 6a", "het hele weekend"),
        ("4a 5a", "vrijdagavond en zaterdagavond"),
        ("0a 1a 2a 3a 4a 5a 6a 1o", "elke avond en dinsdagochtend"),
        ("0o 0m 0a 1a 2a 3a 4a 5a 6a", "elke avond en maandag overdag"),
        (" ".join(f"{day}o {day}m" for day in range(7)), "elke dag overdag"),
        (" ".join(f"{day}o {day}a" for day in range(7)), "elke ochtend en elke avond"),
        (" ".join(day_parts.PIECES), "de hele week"),
    ],
)
def test_pieces_are_said_as_people_say_them(pieces, words):
    assert in_words(pieces.split()) == words
