"""Parts of the day: morning, afternoon and evening of each weekday, which of them a turn touches, and how we say them.

A piece is a weekday digit and a part of the day: "0o" is Monday morning, before 12.00; "2a" Wednesday evening, from
18.00 to midnight. In between lies the afternoon."""

from itertools import groupby

from netwerkberaad.domain.saying import together
from netwerkberaad.domain.week.when import DAYS

PARTS = {"o": "ochtend", "m": "middag", "a": "avond"}
BY_DAY = {day: {f"{digit}{part}": f"{day}{PARTS[part]}" for part in PARTS} for digit, day in enumerate(DAYS)}
PIECES = tuple(piece for pieces in BY_DAY.values() for piece in pieces)
_A_ROW_OF_DAYS = {"oma": "de hele dag", "om": "overdag", "o": "’s ochtends", "m": "’s middags", "a": "’s avonds"}


def touched(days_digit, starts, minutes):
    """The pieces that a turn touches: it starts on this weekday (Monday = 0) at this local time ("11:30") and takes so
    many minutes. Past midnight it touches the next day's morning; without a time it touches nothing."""
    if not starts:
        return frozenset()
    begins = int(starts[:2]) * 60 + int(starts[3:])
    last = begins + max(minutes, 1) - 1
    hours = (days_digit * 24 + hour for hour in range(begins // 60, last // 60 + 1))
    return frozenset(f"{hour // 24 % 7}{_part_of(hour % 24)}" for hour in hours)


def in_words(pieces):
    """These pieces as people say them: «maandagochtend en woensdagavond», «elke avond en de hele dinsdag»."""
    every = "".join(part for part in PARTS if all(f"{day}{part}" in pieces for day in range(7)))
    if every == "oma":
        return "de hele week"
    rest = ["".join(p for p in PARTS if p not in every and f"{day}{p}" in pieces) for day in range(7)]
    said = ["elke dag overdag"] if every == "om" else [f"elke {PARTS[part]}" for part in every]
    for parts, days in groupby(range(7), rest.__getitem__):
        if parts:
            said.extend(_said_of(list(days), parts))
    return together(said)


def _part_of(hour):
    return "o" if hour < 12 else "m" if hour < 18 else "a"


def _said_of(days, parts):
    """What is said of days after each other that have the same parts."""
    if len(days) > 2:
        words = _A_ROW_OF_DAYS.get(parts) or together(_A_ROW_OF_DAYS[part] for part in parts)
        return [f"{DAYS[days[0]]} tot en met {DAYS[days[-1]]} {words}"]
    if days == [5, 6] and parts == "oma":
        return ["het hele weekend"]
    return [said for day in days for said in _said_of_one(DAYS[day], parts)]


def _said_of_one(day, parts):
    whole = {"oma": f"de hele {day}", "om": f"{day} overdag"}
    return [whole[parts]] if parts in whole else [f"{day}{PARTS[part]}" for part in parts]
