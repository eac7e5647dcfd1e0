"""Which paper of the map is still free, as one long number: a bit for each cell of five by five units.

Whether a shape fits is so known for every spot of the sheet at once, which keeps it fast enough to do
while people call out names. A box is (left, top, right, bottom); a shape is boxes around its own middle;
a spot is the number of the cell on which that middle stands."""

import math
from functools import lru_cache
from itertools import compress, product

from netwerkberaad.domain.drawing import map_sheet as sheet

CELL = 5
_COLUMNS, _ROWS = sheet.WIDTH // CELL, sheet.HEIGHT // CELL
# One column more, always taken, so that nothing can stick out on the right and come in again on the left.
_STRIDE = _COLUMNS + 1
_CELLS = _STRIDE * _ROWS
_AS_BITS = bytes.maketrans(b"01", b"\0\1")
# What a name still to come may need: a dot with a long name beside it.
_TO_COME = ((0, 0, 240, 65),)


def free_beside(boxes):
    """The paper that is left beside these boxes, the captions and the middle."""
    taken = 0
    for box in boxes:
        taken |= _covered(box)
    return _empty_sheet() & ~taken


def lies_free(box, free):
    """Whether a box stays on the sheet and touches nothing."""
    within = box[0] >= 0 and box[1] >= 0 and box[2] <= sheet.WIDTH and box[3] <= sheet.HEIGHT
    return within and not _covered(box) & ~free


def room_for(shape, free, air):
    """A bit for each spot where the shape fits with so many cells of air around each of its boxes."""
    room = -1
    for first, upper, last, lower in map(_cells_of, shape):
        fits = _eroded(_eroded(free, last - first + 2 * air, 1), lower - upper + 2 * air, _STRIDE)
        shift = (upper - air) * _STRIDE + first - air
        room &= fits >> shift if shift > 0 else fits << -shift
    return room & ((1 << _CELLS) - 1)


def fitting(spots, room):
    """Those of the spots for which there is room, in their order."""
    if not room:
        return iter(())
    bits = f"{room:0{_CELLS}b}".encode().translate(_AS_BITS)[::-1]
    return compress(spots, map(bits.__getitem__, spots))


def room_to_come(free):
    """A bit for each spot where a name still to come could stand."""
    return room_for(_TO_COME, free, 0)


def lost_at(spot, shape, to_come):
    """How many of the spots for names to come are lost when the shape stands on this spot."""
    mask, before = _out_of_reach(shape)
    around = to_come >> (spot - before) if spot >= before else to_come << (before - spot)
    return (around & mask).bit_count()


def spots():
    """Every second spot across and down, as (spot, x, y)."""
    places = product(range(0, _COLUMNS, 2), range(0, _ROWS, 2))
    return [(row * _STRIDE + column, column * CELL, row * CELL) for column, row in places]


def middle_of(spot):
    row, column = divmod(spot, _STRIDE)
    return column * CELL, row * CELL


def up_to_a_cell(length):
    return math.ceil(length / CELL) * CELL


def _eroded(free, length, step):
    """Where `length` cells in a row are free, counted from there."""
    done = 1
    while done < length:
        more = min(done, length - done)
        free &= free >> (more * step)
        done += more
    return free


@lru_cache(maxsize=2048)
def _out_of_reach(shape):
    """Where a name to come would touch the shape: (mask, how far before the spot the mask begins)."""
    ((_, _, wide, high),) = map(_cells_of, _TO_COME)
    cells = map(_cells_of, shape)
    reach = [(first - wide + 1, upper - high + 1, last, lower) for first, upper, last, lower in cells]
    left, top = min(box[0] for box in reach), min(box[1] for box in reach)
    mask = 0
    for first, upper, last, lower in reach:
        mask |= _block(last - first, lower - upper) << ((upper - top) * _STRIDE + first - left)
    return mask, -(top * _STRIDE + left)


@lru_cache(maxsize=1)
def _empty_sheet():
    free = _covered((0, 0, sheet.WIDTH, sheet.HEIGHT))
    for box in sheet.kept_free():
        free &= ~_covered(box)
    # The middle is kept for the family, however many they are: an ellipse that is nearly a box.
    for row in range(_ROWS):
        far = abs(row * CELL + CELL / 2 - sheet.MIDDLE_Y) / sheet.RING_ENDS[0]
        if far < 1:
            half = sheet.RING_ENDS[0] * sheet.STRETCH * (1 - far**6) ** (1 / 6)
            free &= ~_covered((sheet.MIDDLE_X - half, row * CELL, sheet.MIDDLE_X + half, (row + 1) * CELL))
    return free


def _covered(box):
    left, top, right, bottom = box
    on_sheet = max(left, 0), max(top, 0), min(right, sheet.WIDTH), min(bottom, sheet.HEIGHT)
    first, upper, last, lower = _cells_of(on_sheet)
    if last <= first or lower <= upper:
        return 0
    return _block(last - first, lower - upper) << (upper * _STRIDE + first)


def _block(columns, rows):
    return ((1 << columns) - 1) * _first_cell_of(rows)


@lru_cache(maxsize=2 * _ROWS)
def _first_cell_of(rows):
    return sum(1 << (row * _STRIDE) for row in range(rows))


def _cells_of(box):
    left, top, right, bottom = box
    return math.floor(left / CELL), math.floor(top / CELL), math.ceil(right / CELL), math.ceil(bottom / CELL)
