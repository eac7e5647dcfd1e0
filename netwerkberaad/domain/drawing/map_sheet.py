"""The empty sheet of the network map: its rings, its sectors, and the paper that their captions keep free."""

import math
from functools import lru_cache
from typing import NamedTuple

from netwerkberaad.domain.drawing.map_labels import ASCENT, BOX_HEIGHT, FONT_SIZE, LINE_HEIGHT, baselines, fitted

# At 1050 CSS pixels wide a font of 26 units is still 20 pixels high.
WIDTH, HEIGHT = 1360, 1040
MIDDLE_X, MIDDLE_Y = 680, 500
# A ring is this much wider than it is high: names are wide, and so is the sheet.
STRETCH = 1.35

RING_NAMES = {
    0: "In het midden",
    1: "Heel dichtbij",
    2: "Dichtbij",
    3: "Verder weg, wel belangrijk",
    4: "Hulpverleners",
}
# How far from the middle each ring ends, upwards; sideways it is STRETCH times as far.
RING_ENDS = {0: 95, 1: 198, 2: 298, 3: 394, 4: 488}
PROFESSIONALS_RING = 4

FAMILY, FRIENDS, NEIGHBOURS, SCHOOL_AND_WORK = "family", "friends", "neighbours", "school_and_work"
PROFESSIONALS = "professionals"
SECTOR_NAMES = {
    FAMILY: "Familie",
    FRIENDS: "Vrienden",
    NEIGHBOURS: "Buurt",
    SCHOOL_AND_WORK: "School, werk, club, geloof",
    PROFESSIONALS: "Hulpverleners",
}
_SECTOR_OF_GROUP = {
    "G": FAMILY,
    "F": FAMILY,
    "V": FRIENDS,
    "B": NEIGHBOURS,
    "K": SCHOOL_AND_WORK,
    "R": SCHOOL_AND_WORK,
    "Z": PROFESSIONALS,
}
_GROUP_OF_SECTOR = {FAMILY: "F", FRIENDS: "V", NEIGHBOURS: "B", SCHOOL_AND_WORK: "K", PROFESSIONALS: "Z"}
# From and to, in degrees, counter-clockwise from the right. Most families name family most.
SECTOR_ANGLES = {FRIENDS: (15, 90), FAMILY: (90, 205), SCHOOL_AND_WORK: (205, 285), NEIGHBOURS: (285, 375)}
_BORDERS = (15, 90, 205, 285)


class Caption(NamedTuple):
    """`lines` are (text, baseline, length to press it to); `anchor` is start, middle or end, as in SVG."""

    of: object
    x: int
    anchor: str
    lines: tuple


class Ring(NamedTuple):
    number: int
    rx: float
    ry: float


def sector_of(group):
    """The sector in which a letter of the ecogram stands."""
    return _SECTOR_OF_GROUP.get(group, FAMILY)


def group_in(sector, group=""):
    """The letter for somebody in this sector: their own where it fits (R stays R), else the usual one."""
    return group if _SECTOR_OF_GROUP.get(group) == sector else _GROUP_OF_SECTOR[sector]


def distance(x, y):
    """How far from the middle, measured upwards, so that it is the same all along a ring."""
    return math.hypot((x - MIDDLE_X) / STRETCH, y - MIDDLE_Y)


def angle(x, y):
    """Degrees counter-clockwise from the right, between 15 (where the first sector begins) and 375."""
    turned = math.degrees(math.atan2(MIDDLE_Y - y, (x - MIDDLE_X) / STRETCH))
    return (turned - _BORDERS[0]) % 360 + _BORDERS[0]


def point(far, degrees):
    """The spot on the sheet at this distance and angle."""
    turned = math.radians(degrees)
    return MIDDLE_X + far * math.cos(turned) * STRETCH, MIDDLE_Y - far * math.sin(turned)


def ring_and_sector_at(x, y):
    """Where somebody comes to stand who is put down here: (ring, sector).

    The corners outside all rings belong to the sector whose caption stands there, as far away as can be.
    The middle is ring 0; who may come there is for others to say."""
    far, turned = distance(x, y), angle(x, y)
    sector = next(name for name, (start, end) in SECTOR_ANGLES.items() if start <= turned < end)
    ring = next((number for number, end in RING_ENDS.items() if far <= end), 3)
    return (ring, PROFESSIONALS) if ring == PROFESSIONALS_RING else (ring, sector)


@lru_cache(maxsize=1)
def rings():
    """From the outside in, so that each lies on top of the one around it; the middle is drawn by itself."""
    return [Ring(number, round(RING_ENDS[number] * STRETCH), RING_ENDS[number]) for number in (4, 3, 2, 1)]


@lru_cache(maxsize=1)
def borders():
    """The lines between the sectors, as (x1, y1, x2, y2)."""
    ends = ((point(RING_ENDS[0], turned), point(RING_ENDS[3], turned)) for turned in _BORDERS)
    return [tuple(round(value) for value in (*inner, *outer)) for inner, outer in ends]


@lru_cache(maxsize=1)
def ring_captions():
    """Each ring's name, at the top just inside its edge."""
    tops = ((ring.number, MIDDLE_Y - ring.ry + 5) for ring in rings())
    return [_caption(number, MIDDLE_X, "middle", top, [RING_NAMES[number]]) for number, top in tops]


@lru_cache(maxsize=1)
def sector_captions():
    """Each sector's name in its own corner, outside the rings. Professionals have a ring and no corner."""
    low, two = HEIGHT - 50 - BOX_HEIGHT, ["School, werk,", "club, geloof"]
    return [
        _caption(FAMILY, 20, "start", 15, [SECTOR_NAMES[FAMILY]]),
        _caption(FRIENDS, WIDTH - 20, "end", 15, [SECTOR_NAMES[FRIENDS]]),
        _caption(NEIGHBOURS, WIDTH - 20, "end", low, [SECTOR_NAMES[NEIGHBOURS]]),
        _caption(SCHOOL_AND_WORK, 20, "start", low - LINE_HEIGHT, two),
    ]


def kept_free():
    """Boxes (left, top, right, bottom) that nobody may touch: the captions, and the line for the totals."""
    boxes = [(0, HEIGHT - 40, WIDTH, HEIGHT)]
    for caption in ring_captions() + sector_captions():
        widest = max(length for _, _, length in caption.lines)
        left = caption.x - {"start": 0, "middle": widest / 2, "end": widest}[caption.anchor]
        top = caption.lines[0][1] - ASCENT
        boxes.append((left, top, left + widest, caption.lines[-1][1] - ASCENT + BOX_HEIGHT))
    return boxes


def _caption(of, x, anchor, top, texts):
    lines = zip(texts, baselines(top), strict=False)
    return Caption(of, x, anchor, tuple((text, y, fitted(text, FONT_SIZE, WIDTH)[0]) for text, y in lines))
