"""Tiles: small squares of a picture, and which centres can win a pixel in each of them."""

import numpy as np


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
    >>> import numpy as np
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
        """Put (tiles, pixels) values together to a picture again."""
        (down, across), size = self.grid, self.size
        picture = values.reshape(down, across, size, size).transpose(0, 2, 1, 3).reshape(down * size, across * size)
        return picture[: self.shape[0], : self.shape[1]]


def nearby(tiles, windows):
    """Return the pairs of a tile and a centre whose window meets it, sorted by tile and then by centre.

    Parameters
    ----------
    tiles : Tiles
    windows : (k, 2, 2) array
        First row and col, and last row and col.

    Returns
    -------
    tile, centre : (n,) arrays of integers

    Examples
    --------
    >>> import numpy as np
    >>> tiles = Tiles(np.zeros((4, 8, 1)), 4)
    >>> nearby(tiles, np.array([[[0, 2], [5, 8]], [[0, -2], [5, 3]]]))
    (array([0, 0, 1]), array([0, 1, 0]))
    """
    # the block of tiles that each window meets, its rows and columns one after the other
    first, last = np.clip(windows // tiles.size, 0, np.array(tiles.grid) - 1).astype(int).transpose(1, 0, 2)
    size = last - first + 1
    number = size.prod(axis=1)
    centre = np.repeat(np.arange(len(windows)), number)
    place = np.arange(number.sum()) - np.repeat(number.cumsum() - number, number)
    row, col = first[centre].T + np.divmod(place, size[centre, 1])
    tile = row * tiles.grid[1] + col
    # NumPy sorts numbers of 16 bits by their digits, several times as fast as longer ones
    order = np.argsort(tile.astype(np.min_scalar_type(tiles.grid[0] * tiles.grid[1])), kind="stable")
    return tile[order], centre[order]


def promising(tiles, centres, windows, tile, centre):
    """Return those pairs of a tile and a centre that can win a pixel in the tile.

    Take w, the nearest centre to the tile's middle m. At m + q, another centre c costs more than w by
    |c - m|^2 - |w - m|^2 - 2 q (c - w). Where even the best corner q of the tile's box leaves that above 0,
    c cannot win, and need not be asked pixel by pixel.

    Parameters
    ----------
    tiles, centres
        As in `assign`.
    windows : (k, 2, 2) array
        First row and col, and last row and col.
    tile, centre
        From `nearby`.

    Examples
    --------
    >>> import numpy as np
    >>> tiles, centres = Tiles(np.zeros((4, 8, 1)), 4), np.array([[2.0, 6, 0], [2, 1, 0]])
    >>> windows = np.array([[[-9, -9], [9, 9]]] * 2)
    >>> promising(tiles, centres, windows, *nearby(tiles, windows))
    (array([0, 1]), array([1, 0]))
    """
    away = centres.take(centre, axis=0) - tiles.middle.take(tile, axis=0)  # take is quicker here than […]
    cost = np.einsum("nd,nd->n", away, away)
    limit = np.full(len(tiles.corners), np.inf)
    np.minimum.at(limit, tile, cost)
    nearest = np.zeros(len(limit), int)  # which pair has it
    least = np.flatnonzero(cost == limit[tile])
    nearest[tile[least]] = least
    # a rival has to be there for the whole tile
    limit[~cover(windows[centre[nearest]], tiles.corners, tiles.corners + tiles.size - 1)] = np.inf
    ahead = np.abs(away - away.take(nearest[tile], axis=0))
    gain = np.einsum("nd,nd->n", tiles.half.take(tile, axis=0), ahead)
    # the first of equal costs wins, so what lies within rounding of a draw stays
    can_win = cost * (1 - 1e-9) - 2 * gain <= limit[tile]
    return tile[can_win], centre[can_win]


def table(tile, centre, number_of_tiles):
    """Return the centres of each tile as a row, filled up with its first one, and how many these are.

    Examples
    --------
    >>> import numpy as np
    >>> table(np.array([0, 0, 2]), np.array([4, 5, 6]), 3)
    (array([[4, 5],
           [0, 0],
           [6, 6]], dtype=int32), array([2, 0, 1]))
    """
    counts = np.bincount(tile, minlength=number_of_tiles)
    rows = np.zeros((number_of_tiles, max(1, counts.max())), np.int32)
    starts = counts.cumsum() - counts
    rows[counts > 0] = centre[starts[counts > 0], None]
    rows[tile, np.arange(len(tile)) - starts[tile]] = centre
    return rows, counts


def cover(windows, first, last):
    """Return which windows (…, 2, 2) hold all rows and cols from `first` to `last`."""
    return ((windows[..., 0, :] <= first) & (windows[..., 1, :] >= last)).all(axis=-1)
