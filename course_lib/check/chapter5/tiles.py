"""Responses that are cut into tiles, and answers that look for peaks in other ways."""

import numpy as np
from scipy import ndimage


def responses():
    wavy = ndimage.gaussian_filter(np.random.default_rng(541).normal(size=(30, 44)), 1.2)
    yield wavy, 10, 0.1  # the last tile of each row is smaller
    yield wavy - 1, 7, -1.1  # all values are negative
    yield wavy, 50, 0.05  # one tile
    rough = np.random.default_rng(542).random((23, 16))
    rough[7, 9], rough[15, 4], rough[22, 15] = 2.0, 1.5, 1.75
    yield rough, 8, 1.5  # a peak exactly at the level
    yield rough, 5, 0.9
    yield rough, 3, 5.0  # none
    yield rough, 1, 0.5  # tiles of one pixel
    hill = np.add.outer(np.arange(12.0), np.arange(9.0) / 16)  # its only peak is the last pixel
    yield hill, 4, 0.0


def as_counted(given, expected, *case):
    """Say how many points are too many, missing, or twice there."""
    extra, missing = sorted(set(given) - set(expected)), sorted(set(expected) - set(given))
    if not extra and not missing:
        return "some points came twice."
    if not extra:
        return f"all of these are right; missing: {len(missing)}, {missing[0]} for one{why_missing(missing, *case)}"
    if not missing and len(extra) == 1 and extra[0] in ((0, 0), (-1, -1)):
        return f"the points are right, except for {extra[0]}: a tile without a peak gives no point at all."
    if not missing:
        return f"all that are asked for are there; too many: {len(extra)}, {extra[0]} for one. Is each a peak, above the level, and the highest of its tile?"
    told = "".join(
        f" {some[0]} should {there}be among them." for some, there in ((extra, "not "), (missing, "")) if some
    )
    return f"points too many: {len(extra)}; missing: {len(missing)}.{told}"


def why_missing(missing, response, side, level):
    """Say what the points that are missing have in common."""
    rows, cols = response.shape
    if all(r in (0, rows - 1) or c in (0, cols - 1) for r, c in missing):
        return ". All of them lie at the picture's border: there fewer neighbours are enough."
    if all(r >= rows // side * side or c >= cols // side * side for r, c in missing):
        return ". All of them lie in tiles that the picture's end cuts: these are smaller, and count."
    tiles = (response[r // side * side :, c // side * side :][:side, :side] for r, c in missing)
    if all(tile.max() > response[point] for tile, point in zip(tiles, missing, strict=True)):
        return ". There the highest pixel of the tile is no peak, but a lower one is: take the highest of the peaks."
    return ": does a loop end early, or return stand inside it?"


def of_tiles(of_tile, whole=False):
    """Return an answer that asks for the points of each tile, without its place; `whole` leaves cut tiles out."""

    def answer(response, side, level):
        rows, cols = response.shape
        tops = range(0, rows - side + 1 if whole else rows, side)
        lefts = range(0, cols - side + 1 if whole else cols, side)
        return [point for top in tops for left in lefts for point in of_tile(response, top, left, side, level)]

    return answer


def peaks_of(response, level, above=np.greater, **window):
    how = window or {"size": 3}
    return (response == ndimage.maximum_filter(response, **how)) & above(response, level)


def highest(values, top=0, left=0):
    """Return the highest point of a tile in a list, if it is above -inf."""
    r, c = np.unravel_index(values.argmax(), values.shape)
    return [(top + r, left + c)] if values[r, c] > -np.inf else []


def with_peaks(find, nothing=-np.inf, choose=highest, whole=False, move=True):
    """Return an answer that finds peaks in its own way, and then the highest of each tile."""

    def of_tile(response, top, left, side, level):
        tops = np.where(find(response, level), response, nothing)
        return choose(tops[top : top + side, left : left + side], *((top, left) if move else (0, 0)))

    return of_tiles(of_tile, whole)


def alone(response, top, left, side, level):
    """Return the highest pixel of a tile, peak or not."""
    tile = response[top : top + side, left : left + side]
    return highest(np.where(tile > level, tile, -np.inf), top, left)


def all_of(values, top, left):
    return [(top + r, left + c) for r, c in np.argwhere(values > -np.inf)]


def lowest(values, top, left):
    return highest(np.where(values > -np.inf, -values, -np.inf), top, left)
