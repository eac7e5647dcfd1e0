"""Where somebody comes to stand on the network map: decided once, beside those who stand there already."""

import math
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from netwerkberaad.domain.drawing import map_paper as paper
from netwerkberaad.domain.drawing import map_sheet as sheet
from netwerkberaad.domain.drawing.map_labels import label_of

MOST_ON_THE_MAP = 40
DOT = 24
# A dot with its marks and the ring around whoever is new, and how far from its middle a name beside it begins.
_DOT_BOX, _BESIDE = 30, 30
UNDER, RIGHT, LEFT = 0, 1, -1
_SIDES = {0: UNDER, 1: RIGHT, paper.CELL - 1: LEFT}
# In cells: how much air is asked for, and on which sides the name may stand; each try asks for less.
_CALM = ((7, (UNDER,)), (4, (UNDER,)), (2, (UNDER, RIGHT, LEFT)), (0, (UNDER, RIGHT, LEFT)))
_CLOSE = ((2, (UNDER, RIGHT, LEFT)), (0, (UNDER, RIGHT, LEFT)))
# From this many people on, paper is spent with care.
_A_FULL_TABLE = 20
_LOOKED_AT = 120
# How much further down the list of spots somebody may stand so that no tie runs under a name.
_CROSSING = 40


class Place(NamedTuple):
    """Where the dot stands, in sheet units.

    Dots stand on multiples of five; one unit more or less on x says that the name stands right or left
    of the dot instead of under it. So two whole numbers on a person's row are all that is kept."""

    x: int
    y: int

    @property
    def side(self):
        return _SIDES.get(self.x % paper.CELL, UNDER)

    @property
    def dot(self):
        """The middle of the dot (x, y)."""
        return _nearest(self.x), _nearest(self.y)


class Standing(NamedTuple):
    """Somebody who is on the sheet already. Any object with a name and a place (x, y) will do."""

    name: str
    place: tuple


def find_place(name, ring, sector, standing, *, near=None):
    """A place for a new name in its ring and sector, or as near to it as there is room; nobody else moves.

    `standing` are all others on the sheet, `near` the spot (x, y) where somebody was put down by hand.
    None for the family in the middle, and when the sheet is full or forty people stand on it."""
    standing = list(standing)
    if ring == 0 or len(standing) >= MOST_ON_THE_MAP:
        return None
    if ring == sheet.PROFESSIONALS_RING or sector == sheet.PROFESSIONALS:
        ring, sector = sheet.PROFESSIONALS_RING, sheet.PROFESSIONALS
    free = _free_beside(standing)
    home = _home(ring, sector)
    if near:
        home = sorted(home, key=lambda spot: math.dist(paper.middle_of(spot), near))
    if _paper_enough(name, standing):
        at_home = (_calmest(name, home, free, air, sides, standing) for air, sides in _CALM)
    else:
        at_home = (_thriftiest(name, home, free, air, sides) for air, sides in _CLOSE)
    near_home = (_thriftiest(name, _nearest_home(ring, sector), free, air, sides) for air, sides in _CLOSE)
    return next(filter(None, chain(at_home, near_home)), None)


def _paper_enough(name, standing):
    """Whether somebody may stand at their ease: a name on two lines only while such names are few."""
    if len(label_of(name).lines) == 1:
        return len(standing) < _A_FULL_TABLE
    long_names = sum(len(label_of(other.name).lines) > 1 for other in standing)
    return len(standing) < _A_FULL_TABLE * 0.7 and long_names * 3 <= len(standing)


def still_fits(name, place, standing):
    """Whether this name can stand at this place beside all others: asked when a name changes."""
    free = _free_beside(standing)
    return all(paper.lies_free(box, free) for box in boxes_of(name, place))


def boxes_of(name, place):
    """The paper somebody takes, as (left, top, right, bottom): the dot with its marks, and the name."""
    place = Place(*place)
    (x, y), shape = place.dot, _shape(name, place.side)
    return [(x + left, y + top, x + right, y + bottom) for left, top, right, bottom in shape]


@lru_cache(maxsize=2048)
def _shape(name, side):
    label = label_of(name)
    if side == UNDER:
        half = paper.up_to_a_cell(label.width / 2)
        written = (-half, DOT - 1, half, DOT - 1 + paper.up_to_a_cell(label.height + 1))
    else:
        # From the dot onwards, gap and all: what is in one piece cannot leave the sheet unnoticed.
        half, end = paper.up_to_a_cell(label.height / 2), paper.up_to_a_cell(_BESIDE + label.width)
        written = (_DOT_BOX, -half, end, half) if side == RIGHT else (-end, -half, -_DOT_BOX, half)
    # Under the dot there is no mark; the ring around whoever is new is at home on its own name.
    return (-_DOT_BOX, -_DOT_BOX, _DOT_BOX, _DOT_BOX - paper.CELL), written


def _free_beside(standing):
    return paper.free_beside(box for other in standing for box in boxes_of(other.name, other.place))


def _calmest(name, spots, free, air, sides, standing):
    """The best spot with this much air around dot and name, a little aside where a tie would cross a name."""
    views = [_seen_from_the_middle(other.name, tuple(other.place)) for other in standing]
    for side in sides:
        found = paper.fitting(spots, paper.room_for(_shape(name, side), free, air))
        places = [_place(spot, side) for spot in islice(found, 0, _LOOKED_AT, 4)]
        if places:
            costs = [rank + _CROSSING * _crossings(name, place, views) for rank, place in enumerate(places)]
            return places[costs.index(min(costs))]
    return None


def _thriftiest(name, spots, free, air, sides):
    """The spot that leaves most room for names still to come: with many or long names every gap counts."""
    to_come, found = paper.room_to_come(free), []
    for side in sides:
        shape = _shape(name, side)
        fitting = paper.fitting(spots, paper.room_for(shape, free, air))
        for rank, spot in enumerate(islice(fitting, _LOOKED_AT)):
            found.append((paper.lost_at(spot, shape, to_come), rank, spot, side))
    if not found:
        return None
    _, _, spot, side = min(found)
    return _place(spot, side)


def _crossings(name, place, views):
    """How many names or dots would lie under a tie, if somebody stood here."""
    far, angle, spans = _seen_from_the_middle(name, place)
    count = 0
    for other_far, other_angle, other_spans in views:
        nearer, turned = (other_spans, angle) if other_far < far else (spans, other_angle)
        count += any((turned - start) % 360 < wide for start, wide in nearer)
    return count


@lru_cache(maxsize=8192)
def _seen_from_the_middle(name, place):
    """How far the dot is, at what angle, and over which angles (start, how wide) dot and name reach."""
    dot, spans = Place(*place).dot, []
    for left, top, right, bottom in boxes_of(name, place):
        middle = sheet.angle((left + right) / 2, (top + bottom) / 2)
        aside = [(sheet.angle(x, y) - middle + 180) % 360 - 180 for x in (left, right) for y in (top, bottom)]
        spans.append((middle + min(aside), max(aside) - min(aside)))
    return sheet.distance(*dot), sheet.angle(*dot), spans


@lru_cache(maxsize=32)
def _home(ring, sector):
    """The spots within a ring and sector, best first: halfway the ring, and near the middle of the sector."""
    return [spot for outside, _, spot in _ranked(ring, sector) if not outside]


@lru_cache(maxsize=32)
def _nearest_home(ring, sector):
    """All spots on the sheet, nearest to a ring and sector first."""
    return [spot for _, _, spot in _ranked(ring, sector)]


def _ranked(ring, sector):
    return sorted((*_off(ring, sector, far, angle), spot) for spot, far, angle in _seen())


def _off(ring, sector, far, angle):
    """How far outside a ring and sector a spot is, and how far from where one would stand at best."""
    start, end = sheet.SECTOR_ANGLES.get(sector, (-90, 270))
    inner, outer = sheet.RING_ENDS[ring - 1], sheet.RING_ENDS[ring]
    along = math.radians(far) * sheet.STRETCH
    off_ring = abs(far - (inner + outer) / 2)
    off_turn = abs((angle - (start + end) / 2 + 180) % 360 - 180)
    # A dot is in its ring when most of it is.
    outside_ring = max(0, off_ring - (outer - inner) / 2 + 16)
    outside_turn = max(0, off_turn - (end - start) / 2)
    return math.hypot(outside_ring * 1.2, outside_turn * along), 2 * off_ring + off_turn * along


@lru_cache(maxsize=1)
def _seen():
    return [(spot, sheet.distance(x, y), sheet.angle(x, y)) for spot, x, y in paper.spots()]


def _place(spot, side):
    x, y = paper.middle_of(spot)
    return Place(x + side, y)


def _nearest(value):
    return (value + paper.CELL // 2) // paper.CELL * paper.CELL
