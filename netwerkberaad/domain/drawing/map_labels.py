"""How a name is written on the map: whole up to 24 characters, on one line or two, and the room it takes."""

import math
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from netwerkberaad.domain.drawing import letter_widths

FONT_SIZE = 26
LONGEST_NAME = 24
LINE_HEIGHT = 28
# From the top of a line's box to where its letters stand, and the height of that box.
ASCENT, BOX_HEIGHT = 26, 34
HALO = 6
_CALM_LINE, _WIDEST_LINE = 165, 195


class Line(NamedTuple):
    """`length` is what a browser must press the letters to, None where they find their own width."""

    text: str
    width: int
    length: int | None


class Label(NamedTuple):
    """`shown` is the name as written; width and height in sheet units, halo included."""

    lines: tuple
    width: int
    height: int
    shown: str


@lru_cache(maxsize=2048)
def label_of(name):
    """The label of a name. A long name stands on two lines; what is wider still is pressed together."""
    shown = _shortened(" ".join(name.split()))
    texts = [shown] if _measured(shown) <= _CALM_LINE else _two_lines(shown)
    lines = tuple(_line(text) for text in texts)
    height = BOX_HEIGHT + LINE_HEIGHT * (len(lines) - 1) + HALO // 2
    return Label(lines, max(line.width for line in lines) + HALO, height, shown)


def fitted(text, font_size, widest):
    """The width a line takes and the length to press it to.

    In our own font the length changes nothing to be seen; in any fallback the line takes the same room."""
    natural = math.ceil(letter_widths.width(text) * font_size)
    if natural > widest:
        return widest, widest
    return natural, natural if letter_widths.is_ours(text) else None


def baselines(top):
    """Where the lines of a text stand that begins at `top`, one after the other."""
    return count(top + ASCENT, LINE_HEIGHT)


def _line(text):
    return Line(text, *fitted(text.rstrip(), FONT_SIZE, _WIDEST_LINE))


def _measured(text):
    return letter_widths.width(text.rstrip()) * FONT_SIZE


def _shortened(name):
    characters = letter_widths.characters(name)
    if len(characters) <= LONGEST_NAME:
        return "".join(characters)
    return "".join(characters[: LONGEST_NAME - 1]).rstrip() + "…"


def _two_lines(shown):
    """Breaks after a space or hyphen, as evenly as can be; inside a word only when that word would not fit.

    The space stays at the end of its line, so that the two lines together are still the name."""
    characters = letter_widths.characters(shown)
    halves = [("".join(characters[:at]), "".join(characters[at:])) for at in range(1, len(characters))]
    if not halves:
        return [shown]
    at_a_break = [half for half in halves if half[0][-1] in " -"]
    if at_a_break:
        best = min(at_a_break, key=_widest)
        if _widest(best) <= _WIDEST_LINE * 1.3:
            return list(best)
    elif _measured(shown) <= _WIDEST_LINE * 1.15:
        return [shown]
    return list(min(halves, key=_widest))


def _widest(half):
    return max(map(_measured, half))
