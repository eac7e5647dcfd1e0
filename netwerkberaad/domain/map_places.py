"""Where somebody comes to stand on the network map: decided once, beside those who stand there already."""
import math
from functools import lru_cache
from typing import NamedTuple

from netwerkberaad.domain import map_sheet as sheet
from netwerkberaad.domain.map_labels import HALO, label_of

MOST_ON_THE_MAP = 40
DOT = 26
# A dot with its marks, and the ring around somebody who is new.
_DOT_BOX = 30
_CELL = 5
_COLUMNS, _ROWS = sheet.WIDTH // _CELL, sheet.HEIGHT // _CELL
# One column more, always taken, so that nothing can stick out on the right and come in again on the left.
_STRIDE = _COLUMNS + 1
_CELLS = _STRIDE * _ROWS
UNDER, RIGHT, LEFT = 0, 1, -1
_SIDES = {0: UNDER, 1: RIGHT, 4: LEFT}
# In cells: how much air is asked for, and on which sides the name may stand; then with less and less.
_AT_HOME = ((7, (UNDER,)), (4, (UNDER,)), (2, (UNDER, RIGHT, LEFT)), (0, (UNDER, RIGHT, LEFT)))
_ANYWHERE = ((1, (UNDER, RIGHT, LEFT)), (0, (UNDER, RIGHT, LEFT)))


class Place(NamedTuple):
    """Where the dot stands, in sheet units.

    Dots stand on multiples of five; one unit more or less on x says that the name stands right or left
    of the dot instead of under it. So two whole numbers on a person's row are all that is kept."""

    x: int
    y: int

    @property
    def side(self):
        return _SIDES.get(self.x % _CELL, UNDER)

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
    if sheet.PROFESSIONALS_RING == ring or sector == sheet.PROFESSIONALS:
        ring, sector = sheet.PROFESSIONALS_RING, sheet.PROFESSIONALS
    free = _free_paper(standing)
    home, everywhere = _spots(ring, sector)
    if near:
        home = sorted(home, key=lambda spot: math.dist(_middle_of(spot), near))
    for spots, tries in ((home, _AT_HOME), (everywhere, _ANYWHERE)):
        for air, sides in tries:
            place = _first_that_fits(name, spots, free, air, sides)
            if place:
                return place
    return None


def still_fits(name, place, standing):
    """Whether this name can stand at this place beside all others: asked when a name changes."""
    place = Place(*place)
    free = _free_paper(standing)
    return all(_within_sheet(box) and not _covered(box) & ~free for box in boxes_of(name, place))


def boxes_of(name, place):
    """The paper somebody takes, as (left, top, right, bottom): the dot with its marks, and the name."""
    place = Place(*place)
    (x, y), shape = place.dot, _shape(name, place.side)
    return [(x + left, y + top, x + right, y + bottom) for left, top, right, bottom in shape]


@lru_cache(maxsize=2048)
def _shape(name, side):
    label = label_of(name)
    if side == UNDER:
        half = _up_to_a_cell(label.width / 2)
        written = (-half, DOT - 1, half, DOT - 1 + _up_to_a_cell(label.height + 1))
    else:
        half, long = _up_to_a_cell(label.height / 2), _up_to_a_cell(label.width)
        start = _DOT_BOX if side == RIGHT else -_DOT_BOX - long
        written = (start, -half, start + long, half)
    return (-_DOT_BOX, -_DOT_BOX, _DOT_BOX, _DOT_BOX), written


def _first_that_fits(name, spots, free, air, sides):
    """The best spot with this much air around dot and name. Sides in the order in which they look best."""
    for side in sides:
        room = _room_for(_shape(name, side), free, air).to_bytes((_CELLS + 7) // 8, "little")
        for spot in spots:
            if room[spot >> 3] >> (spot & 7) & 1:
                x, y = _middle_of(spot)
                return Place(x + side, y)
    return None


# The sheet as one long number, a bit for each cell of five by five units: whether a shape fits is then
# known for every spot at once, which is what keeps this fast enough to do while people call out names.

def _room_for(shape, free, air):
    room = -1
    for left, top, right, bottom in shape:
        columns, rows = _cells(left, right), _cells(top, bottom)
        first, last, upper, lower = columns[0] - air, columns[1] + air, rows[0] - air, rows[1] + air
        fits = _eroded(_eroded(free, last - first, 1), lower - upper, _STRIDE)
        shift = upper * _STRIDE + first
        room &= fits >> shift if shift > 0 else fits << -shift
    return room & ((1 << _CELLS) - 1)


def _eroded(free, length, step):
    """Where `length` cells in a row are free, counted from there."""
    done = 1
    while done < length:
        more = min(done, length - done)
        free &= free >> (more * step)
        done += more
    return free


def _free_paper(standing):
    taken = 0
    for other in standing:
        for box in boxes_of(other.name, other.place):
            taken |= _covered(box)
    return _empty_sheet() & ~taken


@lru_cache(maxsize=1)
def _empty_sheet():
    free = _covered((0, 0, sheet.WIDTH, sheet.HEIGHT))
    for box in sheet.kept_free():
        free &= ~_covered(box)
    # The middle is kept for the family, however many they are: an ellipse that is nearly a box.
    for row in range(_ROWS):
        far = abs(row * _CELL + _CELL / 2 - sheet.MIDDLE_Y) / sheet.RING_ENDS[0]
        if far < 1:
            half = sheet.RING_ENDS[0] * sheet.STRETCH * (1 - far**3) ** (1 / 3)
            free &= ~_covered((sheet.MIDDLE_X - half, row * _CELL, sheet.MIDDLE_X + half, (row + 1) * _CELL))
    return free


def _covered(box):
    left, top, right, bottom = box
    first, last = _cells(max(left, 0), min(right, sheet.WIDTH))
    upper, lower = _cells(max(top, 0), min(bottom, sheet.HEIGHT))
    if last <= first or lower <= upper:
        return 0
    return (((1 << (last - first)) - 1) * _every_row(lower - upper)) << (upper * _STRIDE + first)


@lru_cache(maxsize=_ROWS)
def _every_row(rows):
    return sum(1 << (row * _STRIDE) for row in range(rows))


@lru_cache(maxsize=None)
def _spots(ring, sector):
    """All spots, best first: (those within the ring and sector, every spot on the sheet)."""
    inner, outer = sheet.RING_ENDS[ring - 1], sheet.RING_ENDS[ring]
    start, end = sheet.SECTOR_ANGLES.get(sector, (-90, 270))
    ideal, turned, half = (inner + outer) / 2, (start + end) / 2, (end - start) / 2
    ranked = []
    for spot, far, angle, on_ten in _all_spots():
        aside = abs((angle - turned + 180) % 360 - 180)
        off_ring, off_turn = abs(far - ideal), math.radians(aside) * far * 1.2
        outside_ring = max(0, off_ring - (outer - inner) / 2 + 16)
        outside_turn = max(0, off_turn - math.radians(half) * far * 1.2)
        outside = math.hypot(outside_ring * 1.2, outside_turn)
        ranked.append((outside, 2 * off_ring + off_turn, spot, on_ten))
    ranked.sort()
    return [spot for outside, _, spot, on_ten in ranked if not outside and on_ten], [spot for _, _, spot, _ in ranked]


@lru_cache(maxsize=1)
def _all_spots():
    found = []
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            if (row + column) % 2:
                continue
            x, y = column * _CELL, row * _CELL
            found.append((row * _STRIDE + column, sheet.distance(x, y), sheet.angle(x, y), row % 2 == 0))
    return found


def _middle_of(spot):
    row, column = divmod(spot, _STRIDE)
    return column * _CELL, row * _CELL


def _cells(low, high):
    return math.floor(low / _CELL), math.ceil(high / _CELL)


def _up_to_a_cell(length):
    return math.ceil(length / _CELL) * _CELL


def _nearest(value):
    return (value + _CELL // 2) // _CELL * _CELL


def _within_sheet(box):
    return box[0] >= 0 and box[1] >= 0 and box[2] <= sheet.WIDTH and box[3] <= sheet.HEIGHT
