"""The empty sheet of the network map: its rings, its sectors, and the paper that their captions keep free."""
import math
from typing import NamedTuple

from netwerkberaad.domain.map_labels import ASCENT, BOX_HEIGHT, LINE_HEIGHT, fitted

# At 1050 CSS pixels wide a font of 26 units is still 20 pixels high.
WIDTH, HEIGHT = 1360, 1000
MIDDLE_X, MIDDLE_Y = 680, 480
# A ring is this much wider than it is high: names are wide, and so is the sheet.
STRETCH = 1.39

RING_NAMES = {
    0: "In het midden",
    1: "Heel dichtbij",
    2: "Dichtbij",
    3: "Verder weg, wel belangrijk",
    4: "Hulpverleners",
}
# How far from the middle each ring ends, upwards; sideways it is STRETCH times as far.
RING_ENDS = {0: 95, 1: 192, 2: 288, 3: 382, 4: 468}
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
    "G": FAMILY, "F": FAMILY, "V": FRIENDS, "B": NEIGHBOURS, "K": SCHOOL_AND_WORK, "R": SCHOOL_AND_WORK, "Z": PROFESSIONALS,
}
_GROUP_OF_SECTOR = {FAMILY: "F", FRIENDS: "V", NEIGHBOURS: "B", SCHOOL_AND_WORK: "K", PROFESSIONALS: "Z"}
# From and to, in degrees, counter-clockwise from the right. Most families name family most.
SECTOR_ANGLES = {FRIENDS: (15, 90), FAMILY: (90, 205), SCHOOL_AND_WORK: (205, 285), NEIGHBOURS: (285, 375)}
_BORDERS = (15, 90, 205, 285)


class Caption(NamedTuple):
    """`lines` are (text, baseline, width to press it into or None); `anchor` is start, middle or end, as in SVG."""

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
    """The letter for somebody who now stands in this sector: their own where it fits (R stays R), else the usual one."""
    return group if _SECTOR_OF_GROUP.get(group) == sector else _GROUP_OF_SECTOR[sector]


def distance(x, y):
    """How far from the middle, measured upwards, so that it is the same all along a ring."""
    return math.hypot((x - MIDDLE_X) / STRETCH, y - MIDDLE_Y)


def angle(x, y):
    """Degrees counter-clockwise from the right, between 15 (where the first sector begins) and 375."""
    return (math.degrees(math.atan2(MIDDLE_Y - y, (x - MIDDLE_X) / STRETCH)) - _BORDERS[0]) % 360 + _BORDERS[0]


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


def rings():
    """From the outside in, so that each lies on top of the one around it; the middle is drawn by itself."""
    return [Ring(number, round(end * STRETCH), end) for number, end in sorted(RING_ENDS.items(), reverse=True) if number]


def borders():
    """The lines between the sectors, as (x1, y1, x2, y2)."""
    ends = ((point(RING_ENDS[0], turned), point(RING_ENDS[3], turned)) for turned in _BORDERS)
    return [tuple(round(value) for value in (*inner, *outer)) for inner, outer in ends]


def ring_captions():
    """Each ring's name, at the top just inside its edge."""
    return [_caption(ring.number, MIDDLE_X, "middle", MIDDLE_Y - ring.ry + 5, [RING_NAMES[ring.number]]) for ring in rings()]


def sector_captions():
    """Each sector's name in its own corner, outside the rings. Professionals have a ring and no corner."""
    low = HEIGHT - 50
    return [
        _caption(FAMILY, 20, "start", 15, [SECTOR_NAMES[FAMILY]]),
        _caption(FRIENDS, WIDTH - 20, "end", 15, [SECTOR_NAMES[FRIENDS]]),
        _caption(NEIGHBOURS, WIDTH - 20, "end", low - BOX_HEIGHT, [SECTOR_NAMES[NEIGHBOURS]]),
        _caption(SCHOOL_AND_WORK, 20, "start", low - BOX_HEIGHT - LINE_HEIGHT, ["School, werk,", "club, geloof"]),
    ]


def kept_free():
    """Boxes (left, top, right, bottom) that no person and no name may touch: captions, and the line for the totals."""
    boxes = [(0, HEIGHT - 40, WIDTH, HEIGHT)]
    for caption in ring_captions() + sector_captions():
        widest = max(fitted(text, 26, WIDTH)[0] for text, _ in caption.lines)
        left = caption.x - {"start": 0, "middle": widest / 2, "end": widest}[caption.anchor]
        top = caption.lines[0][1] - ASCENT
        boxes.append((left, top, left + widest, caption.lines[-1][1] - ASCENT + BOX_HEIGHT))
    return boxes


def _caption(of, x, anchor, top, texts):
    return Caption(of, x, anchor, tuple((text, top + ASCENT + LINE_HEIGHT * row) for row, text in enumerate(texts)))
