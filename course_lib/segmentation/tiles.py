"""Tiles: small squares of a picture, and which centres can win a pixel in each of them.

Here are a tile, and the windows of three centres:

    +-------------------+
    |          +------------------+
    |   a      |  +------+        |      +--------
    |          |  | tile |     b  |      |
    |          |  |      |        |      |   c
    +----------|--|------+        |      |
               +------------------+      +--------

The window of c does not meet the tile: `nearby` leaves it out. Those of a and b do. But where all of the tile's pixels
are more like b than like a, and the window of b holds them all, a cannot win one: `promising` leaves it out as well.
"""

from typing import NamedTuple

import numpy as np


class Windows(NamedTuple):
    """The windows of some centres: the row and col of their first pixel, and of their last one, both (…, 2) arrays."""

    first: np.ndarray
    last: np.ndarray

    def of(self, centres):
        """Return the windows of some of the centres."""
        return Windows(self.first.take(centres, axis=0), self.last.take(centres, axis=0))  # quicker here than […]

    def hold(self, first, last):
        """Return which windows hold all pixels from `first` to `last`.

        >>> Windows(np.array([[0, 0], [0, 3]]), np.array([[5, 5], [5, 8]])).hold(0, 4)
        array([ True, False])
        """
        down, across = np.moveaxis((self.first <= first) & (self.last >= last), -1, 0)
        return down & across


class Tiles:
    """A picture cut into square tiles; the last ones are filled up with copies of the border.

    Attributes
    ----------
    shape : (rows, cols)
        Of the picture.
    grid : (tiles down, tiles across)
    corners : (tiles, 2) array
        The row and col of each tile's first pixel.
    middle, half : (tiles, 2 + channels) arrays
        The box in which a tile's pixels lie: the middle of their row, col and colour, and how far they go from it.
    pixels : (tiles, channels + 3, size * size) array of float32
        Each pixel's row, col and colour, from the tile's middle, and a one. From there all numbers are small, and
        float32 is exact enough.

    Examples
    --------
    >>> tiles = Tiles(np.zeros((5, 9, 3)), 4)
    >>> tiles.grid, tiles.pixels.shape
    ((2, 3), (6, 6, 16))
    >>> tiles.middle[1], tiles.half[1]
    (array([1.5, 5.5, 0. , 0. , 0. ]), array([1.5, 1.5, 0. , 0. , 0. ]))
    """

    def __init__(self, picture, size):
        rows, cols, channels = picture.shape
        self.shape, self.size = (rows, cols), size
        self.grid = down, across = -(-rows // size), -(-cols // size)
        self.corners = size * np.stack(np.divmod(np.arange(down * across), across), axis=1)
        padded = np.pad(picture, ((0, -rows % size), (0, -cols % size), (0, 0)), mode="edge")
        colours = padded.reshape(down, size, across, size, channels).transpose(0, 2, 4, 1, 3)
        colours = colours.reshape(down * across, channels, size * size)
        lowest, highest = colours.min(axis=-1), colours.max(axis=-1)
        to_middle = np.full((down * across, 2), (size - 1) / 2)
        self.middle = np.hstack([self.corners + to_middle, (lowest + highest) / 2])
        self.half = np.hstack([to_middle, (highest - lowest) / 2])
        self.pixels = np.ones((down * across, channels + 3, size * size), np.float32)
        self.pixels[:, :2] = np.indices((size, size)).reshape(2, -1) - (size - 1) / 2
        np.subtract(colours, self.middle[:, 2:, None], out=self.pixels[:, 2:-1], casting="same_kind")

    def join(self, values):
        """Put (tiles, pixels) values back together into a picture."""
        (down, across), size = self.grid, self.size
        picture = values.reshape(down, across, size, size).transpose(0, 2, 1, 3).reshape(down * size, across * size)
        return picture[: self.shape[0], : self.shape[1]]


def nearby(tiles, windows):
    """Return the pairs of a tile and a centre whose window meets it, sorted by tile and then by centre.

    Parameters
    ----------
    tiles : Tiles
    windows : Windows

    Returns
    -------
    tile, centre : (n,) arrays of integers

    Examples
    --------
    >>> tiles = Tiles(np.zeros((4, 8, 1)), 4)
    >>> nearby(tiles, Windows(np.array([[0, 2], [0, -2]]), np.array([[5, 8], [5, 3]])))
    (array([0, 0, 1]), array([0, 1, 0]))
    """
    # Each window meets a block of rows x cols tiles; here are the tiles of all blocks, one block after the other
    first, last = (np.clip(corner // tiles.size, 0, np.array(tiles.grid) - 1).astype(int) for corner in windows)
    rows, cols = (last - first + 1).T
    centre = np.repeat(np.arange(len(rows)), rows * cols)
    start_of_block = np.cumsum(rows * cols) - rows * cols
    place_in_block = np.arange(len(centre)) - start_of_block[centre]
    row, col = np.divmod(place_in_block, cols[centre])
    tile = (first[centre, 0] + row) * tiles.grid[1] + first[centre, 1] + col
    # NumPy sorts numbers of 16 bits by their digits, several times as fast as longer ones
    order = np.argsort(tile.astype(np.min_scalar_type(tiles.grid[0] * tiles.grid[1])), kind="stable")
    return tile[order], centre[order]


def promising(tiles, centres, windows, tile, centre):
    """Return those pairs of a tile and a centre that can win a pixel in the tile.

    Take w, the nearest centre to the tile's middle m. At m + q, another centre c costs more than w by

        |c - m|^2 - |w - m|^2 - 2 q (c - w)

    The corner q of the tile's box that lies farthest towards c makes this least. Where it is above 0 even there, c
    cannot win, and need not be asked pixel by pixel.

            +-----------+
            |         q |
        w   |     m     |              c
            |           |
            +-----------+

    Parameters
    ----------
    tiles, centres, windows
        As in `assign`.
    tile, centre
        From `nearby`.

    Examples
    --------
    >>> tiles, centres = Tiles(np.zeros((4, 8, 1)), 4), np.array([[2.0, 6, 0], [2, 1, 0]])
    >>> windows = Windows(np.full((2, 2), -9), np.full((2, 2), 9))
    >>> promising(tiles, centres, windows, *nearby(tiles, windows))
    (array([0, 1]), array([1, 0]))
    """
    from_middle = centres.take(centre, axis=0) - tiles.middle.take(tile, axis=0)
    cost = np.einsum("nd,nd->n", from_middle, from_middle)
    least = np.full(len(tiles.corners), np.inf)
    np.minimum.at(least, tile, cost)
    favourite = np.zeros(len(least), int)  # each tile's w, as a position among the pairs
    cheapest_pairs = np.flatnonzero(cost == least[tile])
    favourite[tile[cheapest_pairs]] = cheapest_pairs
    # w beats others only where its window holds the whole tile
    holds_tile = windows.of(centre[favourite]).hold(tiles.corners, tiles.corners + tiles.size - 1)
    limit = np.where(holds_tile, least, np.inf)
    apart = np.abs(from_middle - from_middle.take(favourite[tile], axis=0))
    gain = 2 * np.einsum("nd,nd->n", tiles.half.take(tile, axis=0), apart)
    # the first of equal costs wins, so what lies within rounding of a draw stays
    can_win = cost * (1 - 1e-9) - gain <= limit[tile]
    return tile[can_win], centre[can_win]


def candidates_per_tile(tile, centre, number_of_tiles):
    """Return the centres of each tile as a row, filled up with its first one, and how many these are.

    Examples
    --------
    >>> candidates_per_tile(np.array([0, 0, 2]), np.array([4, 5, 6]), 3)
    (array([[4, 5],
           [0, 0],
           [6, 6]], dtype=int32), array([2, 0, 1]))
    """
    counts = np.bincount(tile, minlength=number_of_tiles)
    candidates = np.zeros((number_of_tiles, max(1, counts.max())), np.int32)
    starts = counts.cumsum() - counts
    candidates[counts > 0] = centre[starts[counts > 0], None]
    candidates[tile, np.arange(len(tile)) - starts[tile]] = centre
    return candidates, counts
