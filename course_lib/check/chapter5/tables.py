"""Tables of sums with blocks to look for, and the sums of all blocks put together in other ways."""

import numpy as np


def table_of(picture):
    table = np.zeros((picture.shape[0] + 1, picture.shape[1] + 1), picture.dtype)
    table[1:, 1:] = picture.cumsum(axis=0).cumsum(axis=1)
    return table


def tables():
    """Yield tables and blocks: anywhere, in each corner, one row or column, the whole picture, all below 0."""
    rng = np.random.default_rng(91)
    picture = rng.integers(0, 100, (10, 12))
    yield table_of(picture), 4, 3
    yield table_of(picture), 3, 5
    for place in ((0, 0), (0, 9), (8, 0), (8, 9)):
        bright = rng.integers(0, 50, (10, 12))
        bright[place[0] : place[0] + 2, place[1] : place[1] + 3] += 60
        yield table_of(bright), 2, 3
    tall = rng.permutation(17 * 6).reshape(17, 6)  # no two pixels are equal
    yield table_of(tall), 1, 4
    yield table_of(tall), 11, 1
    yield table_of(tall), 1, 1
    yield table_of(tall), 17, 6
    yield table_of(tall - 200), 5, 2


def image_of(table):
    return np.diff(np.diff(table, axis=0), axis=1)


def sums_of(table, height, width, combine=lambda d, b, c, a: d - b - c + a):
    """Return the sums of all blocks; `combine` takes what lies below right, above right, below left, above left."""
    return combine(table[height:, width:], table[:-height, width:], table[height:, :-width], table[:-height, :-width])


def place_of(sums, move=(0, 0)):
    row, col = np.unravel_index(np.argmax(sums), np.shape(sums))
    return row + move[0], col + move[1]


def combined(combine):
    return lambda table, height, width: place_of(sums_of(table, height, width, combine))


def of_size(more):
    """Return an answer whose blocks are larger or smaller than they should be."""

    def answer(table, height, width):
        sums = sums_of(table, max(height + more, 1), max(width + more, 1))
        return place_of(sums) if np.size(sums) else (0, 0)

    return answer
