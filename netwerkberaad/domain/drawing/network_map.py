"""The network map as it is drawn: everything a template needs to put the circle on paper, in plain values."""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from netwerkberaad.domain.drawing import map_sheet
from netwerkberaad.domain.drawing.map_labels import FONT_SIZE, baselines, fitted, label_of
from netwerkberaad.domain.drawing.map_places import (
    DOT,
    LEFT,
    MOST_ON_THE_MAP,
    RIGHT,
    Place,
    Standing,
    boxes_of,
    find_place,
    still_fits,
)
from netwerkberaad.domain.drawing.map_sheet import RING_NAMES, SECTOR_NAMES, group_in, ring_and_sector_at, sector_of

__all__ = [
    "MOST_ON_THE_MAP",
    "RING_NAMES",
    "SECTOR_NAMES",
    "Place",
    "Standing",
    "boxes_of",
    "draw",
    "find_place",
    "group_in",
    "ring_and_sector_at",
    "sector_of",
    "still_fits",
]

_LARGE, INITIALS_SIZE = 34, 25
_CENTRE_WIDTH, _CENTRE_HEIGHT = 210, 176
# How round the corners of the middle are: as round as its words allow, and how far these stay from the rim.
_ROUNDINGS, _FROM_THE_RIM = (75, 66, 57, 48), 11


class Written(NamedTuple):
    """A line of text: `length` is what its letters are pressed to, None where they need not be."""

    text: str
    x: int
    y: int
    length: int | None


class Tie(NamedTuple):
    """Lines from the middle to dots, as an SVG path; `kind` is strong, ordinary, weak or lost. Conflict has no line."""

    kind: str
    path: str


@dataclass(frozen=True)
class Dot:
    """Somebody on the map: a dot with initials, and the name under or beside it.

    `sector` is a key of SECTOR_NAMES. `initials_length` is what wide initials are pressed to; `anchor` is
    where the lines of the name are held (start, middle, end); `name` is whole even where the written one
    is shortened. `gives_back`: the family means something to this person."""

    id: object
    name: str
    initials: str
    initials_length: int | None
    hue: int
    x: int
    y: int
    radius: int
    anchor: str
    lines: tuple
    shortened: bool
    ring: int
    sector: str
    tie: str
    influence: bool
    gives_back: bool
    url: str | None
    new: bool
    suggested: bool


class Centre(NamedTuple):
    """The family in the middle, as a soft shape (x, y, width, height, how round) with lines of text.

    `lines` are (Written, font size, part), part being names, children or homes; `sentence` says it all."""

    x: float
    y: float
    width: float
    height: float
    rounding: int
    lines: tuple
    sentence: str


class Totals(NamedTuple):
    """How many of a ring's people are in the list only, for want of paper."""

    ring: int
    ring_name: str
    count: int


@dataclass(frozen=True)
class Sheet:
    """The whole map. Draw in this order: rings, borders, ties, captions, centre, dots, totals."""

    width: int
    height: int
    middle: tuple
    font_size: int
    rings: list
    borders: list
    ties: list
    ring_captions: list
    sector_captions: list
    centre: Centre
    dots: list
    totals: list


def draw(centre, people, *, new=None):
    """The sheet for a circle. Draws people where they stand and moves nobody.

    `centre` has names and children (lists of names) and homes (a sentence, may be empty). `people` have
    id, name, initials, ring, group, hue (1 to 12), place ((x, y) or None), tie, influence, gives_back and
    url; who belongs in the middle (ring 0) is not among the dots. `new` is the id of who was just added."""
    around = [person for person in people if person.ring]
    drawn = [person for person in around if person.place][:MOST_ON_THE_MAP]
    shown = {person.id for person in drawn}
    left_out = [person.ring for person in around if person.id not in shown]
    return Sheet(
        width=map_sheet.WIDTH,
        height=map_sheet.HEIGHT,
        middle=(map_sheet.MIDDLE_X, map_sheet.MIDDLE_Y),
        font_size=FONT_SIZE,
        rings=map_sheet.rings(),
        borders=map_sheet.borders(),
        ties=_ties(drawn),
        ring_captions=map_sheet.ring_captions(),
        sector_captions=map_sheet.sector_captions(),
        centre=_centre(centre),
        dots=[_dot(person, new) for person in drawn],
        totals=[Totals(ring, RING_NAMES[ring], left_out.count(ring)) for ring in sorted(set(left_out))],
    )


def _ties(people):
    """Those of one kind are one drawing."""
    middle, ends = f"M{map_sheet.MIDDLE_X} {map_sheet.MIDDLE_Y}", {}
    for person in people:
        x, y = Place(*person.place).dot
        ends.setdefault(person.tie, []).append(f"{middle}L{x} {y}")
    return [Tie(kind, "".join(lines)) for kind, lines in ends.items()]


def _dot(person, new):
    drawn = (person.id, person.name, person.initials, person.hue, person.place, person.ring, person.group, person.tie)
    marked = (person.influence, person.gives_back, person.id == new, getattr(person, "status", "") == "suggested")
    return _measured(*drawn, *marked, person.url)


@lru_cache(maxsize=4096)
def _measured(id, name, initials, hue, place, ring, group, tie, influence, gives_back, new, suggested, url):
    place, label = Place(*place), label_of(name)
    (x, y), (held_at, top, anchor) = place.dot, _where_the_name_stands(place, label)
    lines = zip(label.lines, baselines(top), strict=False)
    return Dot(
        id=id,
        name=name,
        initials=initials,
        initials_length=fitted(initials, INITIALS_SIZE, DOT * 2 - 10)[1],
        hue=hue,
        x=x,
        y=y,
        radius=DOT,
        anchor=anchor,
        lines=tuple(Written(line.text, held_at, y, line.length) for line, y in lines),
        shortened=label.shown.endswith("…"),
        ring=ring,
        sector=sector_of(group),
        tie=tie,
        influence=influence,
        gives_back=gives_back,
        url=url,
        new=new,
        suggested=suggested,
    )


def _where_the_name_stands(place, label):
    """Where the lines are held, where the first begins, and by which end they are held."""
    x, y = place.dot
    beside = y - math.ceil(label.height / 2) + 1
    if place.side == RIGHT:
        return x + DOT + 9, beside, "start"
    if place.side == LEFT:
        return x - DOT - 9, beside, "end"
    return x, y + DOT + 1, "middle"


def _centre(centre):
    lines = _lines_of_the_centre(centre)
    written, reaches, width, height = [], [], 0, sum(size * 1.25 for _, size, _ in lines)
    y = map_sheet.MIDDLE_Y - height / 2
    for text, size, part in lines:
        natural, length = fitted(text, size, _CENTRE_WIDTH)
        written.append((Written(text, map_sheet.MIDDLE_X, round(y + size * 0.98), length), size, part))
        reaches.append((max(abs(y - map_sheet.MIDDLE_Y), abs(y + size * 1.25 - map_sheet.MIDDLE_Y)), natural / 2))
        width, y = max(width, natural), y + size * 1.25
    wide, high = max(width + 44, 150), min(max(height + 28, 150), 2 * map_sheet.RING_ENDS[0])
    sentence = ", ".join(filter(None, [*centre.names, *centre.children, centre.homes]))
    left, top = map_sheet.MIDDLE_X - wide / 2, map_sheet.MIDDLE_Y - high / 2
    return Centre(left, top, wide, high, _rounding(wide, high, reaches), tuple(written), sentence)


def _rounding(wide, high, reaches):
    """How round the corners can be so that no line comes near them. `reaches`: how far up and aside each line goes."""

    def is_clear(rounding, up, aside):
        in_the_corner = max(0, up - (high / 2 - rounding))
        cut = rounding - math.sqrt(max(0, rounding**2 - in_the_corner**2))
        return aside + _FROM_THE_RIM <= wide / 2 - cut

    fitting = (rounding for rounding in _ROUNDINGS if all(is_clear(rounding, *reach) for reach in reaches))
    return next(fitting, _ROUNDINGS[-1])


def _lines_of_the_centre(centre):
    """Parents large, children beneath, then where these live; smaller and fewer when it would not fit."""
    names, children = list(centre.names), list(centre.children)
    for size in (_LARGE, FONT_SIZE):
        lines = [(text, size, "names") for text in _packed(names, " en ", size)]
        lines += [(text, FONT_SIZE, "children") for text in _packed(children, " · ", FONT_SIZE)]
        for homes in (_homes(centre.homes), []):
            whole = lines + [(text, FONT_SIZE, "homes") for text in homes]
            if sum(size * 1.25 for _, size, _ in whole) <= _CENTRE_HEIGHT:
                return whole
    most = int(_CENTRE_HEIGHT // (FONT_SIZE * 1.25))
    return lines if len(lines) <= most else [*lines[: most - 1], ("…", FONT_SIZE, "children")]


def _homes(sentence):
    """On one line, or on two that are about as long."""
    words = (sentence or "").split()
    halves = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    if not halves or fitted(" ".join(words), FONT_SIZE, math.inf)[0] <= _CENTRE_WIDTH:
        return [" ".join(words)] if words else []
    return min(halves, key=lambda half: max(fitted(line, FONT_SIZE, math.inf)[0] for line in half))


def _packed(words, between, size):
    """As many on a line as fit, in their order."""
    lines = []
    for word in (label_of(word).shown for word in words):
        longer = f"{lines[-1]}{between}{word}" if lines else word
        if lines and fitted(longer, size, math.inf)[0] <= _CENTRE_WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
