"""Which centre is nearest? Asked for all pixels of many small tiles and all centres near them at once."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from course_lib.arrays import THREADS

_GROUP = 64  # tiles at a time: their costs stay in the processor's cache
_PIXELS = 4096  # pixels at a time, where each is looked at alone


class Tiles:
    """A picture cut into square tiles; the last ones are filled up with copies of the border.

    Attributes
    ----------
    shape : (rows, cols)
        Of the picture.
    grid : (tiles down, tiles across)
    rows, cols : (down, size) and (across, size) arrays
        The picture's rows and columns that each row and column of tiles covers.
    pixels : (tiles, channels + 3, size * size) array of float32
        Each pixel's colour, its row and col in the tile, and a one.

    Examples
    --------
    >>> import numpy as np
    >>> tiles = Tiles(np.zeros((5, 9, 3)), 4)
    >>> tiles.grid, tiles.pixels.shape
    ((2, 3), (6, 6, 16))
    """

    def __init__(self, picture, size):
        rows, cols, channels = picture.shape
        self.shape, self.size = (rows, cols), size
        self.grid = down, across = -(-rows // size), -(-cols // size)
        self.rows, self.cols = (np.arange(n * size).reshape(n, size) for n in self.grid)
        padded = np.pad(picture.astype(np.float32), ((0, -rows % size), (0, -cols % size), (0, 0)), mode="edge")
        pixels = np.ones((down, across, channels + 3, size, size), np.float32)
        pixels[:, :, :channels] = padded.reshape(down, size, across, size, channels).transpose(0, 2, 4, 1, 3)
        pixels[:, :, channels : channels + 2] = np.indices((size, size))
        self.pixels = pixels.reshape(down * across, channels + 3, size * size)

    def join(self, values):
        """Put (tiles, pixels) values together to a picture again."""
        (down, across), size = self.grid, self.size
        picture = values.reshape(down, across, size, size).transpose(0, 2, 1, 3).reshape(down * size, across * size)
        return picture[: self.shape[0], : self.shape[1]]


def assign(tiles, centres, reach, labels):
    """Give each pixel the centre with the least cost, of those whose window it lies in.

    cost = distance^2 + |colour - centre's|^2

    Parameters
    ----------
    tiles : Tiles
    centres : (k, 2 + channels) array
        Row, col and colour; colours in units of distance.
    reach : (2,) array of int
        How many rows and columns a window goes beyond its centre.
    labels : (rows, cols) array of integers
        The labels so far, kept by pixels that lie in no window.

    Returns
    -------
    labels : (rows, cols) array of integers
        Positions in `centres`; of equal costs the first.

    Examples
    --------
    >>> import numpy as np
    >>> tiles = Tiles(np.zeros((1, 4, 1)), 4)
    >>> assign(tiles, np.array([[0.0, 0, 0], [0, 3, 0]]), np.array([4, 4]), np.zeros((1, 4), int))
    array([[0, 0, 1, 1]])
    """
    candidates, counts = nearby(tiles, centres, reach)
    corners = tiles.size * np.stack(np.divmod(np.arange(len(counts)), tiles.grid[1]), axis=1)
    result = np.empty((len(counts), tiles.size**2), np.int32)

    def assign_group(group):
        near = candidates[group, : counts[group[-1]]]
        places = centres[near]
        places[..., :2] -= corners[group, None]
        result[group] = assign_tiles(tiles.pixels[group], places, near, reach)

    # tiles with about as many candidates go together
    groups = np.split(np.argsort(counts), range(_GROUP, len(counts), _GROUP))
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(assign_group, groups))
    result = tiles.join(result)
    return np.where(result >= 0, result, labels)


def assign_tiles(pixels, places, near, reach):
    """Return the winner of each pixel of some tiles, among the candidates `near`; -1 outside all windows."""
    low, high = np.floor(places[..., :2] - reach), np.floor(places[..., :2] + reach)
    size = int(pixels.shape[2] ** 0.5)
    covers_tile = ((low <= 0) & (high >= size - 1)).all(axis=-1)
    cost = costs(pixels, places)
    # ~label marks winners that do not cover the whole tile
    marked = np.where(covers_tile, near, ~near)
    label = marked.ravel().take(cheapest(cost) + marked.shape[1] * np.arange(len(marked))[:, None], mode="wrap")
    # A centre that wins against all, and has the pixel in its window, has also won against those that have.
    # So only the marked ones are asked again.
    tile, pixel = np.nonzero(label < 0)
    label[tile, pixel] = ~label[tile, pixel]
    for chunk in range(0, len(tile), _PIXELS):
        t, p = tile[chunk : chunk + _PIXELS], pixel[chunk : chunk + _PIXELS]
        label[t, p] = best_window(cost[t, :, p], near[t], low[t], high[t], *np.divmod(p, size))
    return label


def best_window(cost, near, low, high, row, col):
    """Return for each pixel the candidate with the least cost of those whose window it lies in, or -1.

    Parameters
    ----------
    cost, near : (n, candidates) arrays
    low, high : (n, candidates, 2) arrays
        The windows' first and last row and col.
    row, col : (n,) arrays
    """
    row, col = row[:, None], col[:, None]
    inside = (low[..., 0] <= row) & (row <= high[..., 0]) & (low[..., 1] <= col) & (col <= high[..., 1])
    cost = np.where(inside, cost, np.inf)
    winner = cost.argmin(axis=1)[:, None]
    found = np.isfinite(np.take_along_axis(cost, winner, axis=1))
    return np.where(found, np.take_along_axis(near, winner, axis=1), -1)[:, 0]


def nearby(tiles, centres, reach):
    """Return for each tile the centres whose windows meet it, in their order, and how many these are.

    Rows are filled up with centres that are too far to win.

    Examples
    --------
    >>> import numpy as np
    >>> tiles = Tiles(np.zeros((4, 8, 1)), 4)
    >>> nearby(tiles, np.array([[2.0, 5], [2, 1]]), np.array([3, 3]))
    (array([[0, 1],
           [0, 1]], dtype=int32), array([2, 2]))
    """
    first, last = np.floor(centres[:, :2] - reach), np.floor(centres[:, :2] + reach)
    meets_rows = (first[:, 0] <= tiles.rows[:, -1:]) & (last[:, 0] >= tiles.rows[:, :1])
    meets_cols = (first[:, 1] <= tiles.cols[:, -1:]) & (last[:, 1] >= tiles.cols[:, :1])
    found = []
    for meets_row in meets_rows:
        band = np.flatnonzero(meets_row)
        meets = meets_cols[:, band]
        most = meets.sum(axis=1).max(initial=0)
        found.append((band[np.argsort(~meets, axis=1, kind="stable")[:, :most]], meets.sum(axis=1)))
    width = max(1, *(near.shape[1] for near, _ in found))
    candidates = np.concatenate([np.pad(near, ((0, 0), (0, width - near.shape[1]))) for near, _ in found])
    return candidates.astype(np.int32), np.concatenate([count for _, count in found])


def costs(pixels, places):
    """Return what each pixel of each tile would cost at each candidate, as (tiles, candidates, pixels).

    |p - c|^2 without |p|^2, which cannot change the winner: |c|^2 - 2 p c is one matrix product a tile.

    Parameters
    ----------
    pixels : (tiles, channels + 3, pixels) array
        Colour, row and col in the tile, and a one.
    places : (tiles, candidates, 2 + channels) array
        Row and col from the tile's corner, and colour.

    Examples
    --------
    >>> import numpy as np
    >>> pixels = np.array([[[7.0, 9.0], [0.0, 0.0], [0.0, 1.0], [1.0, 1.0]]])
    >>> costs(pixels, np.array([[[0.0, 1.0, 9.0]]])) + (pixels[:, :3] ** 2).sum(axis=1)
    array([[[5., 0.]]])
    """
    own = (places**2).sum(axis=-1, keepdims=True)
    weights = np.concatenate([-2 * places[..., 2:], -2 * places[..., :2], own], axis=-1)
    return weights.astype(pixels.dtype) @ pixels


def cheapest(cost):
    """Return the number of the candidate with the least cost, the first of equals.

    The same as argmin, but by comparing whole candidates: the last that beats all before it has won.

    Parameters
    ----------
    cost : (tiles, candidates, pixels) array

    Returns
    -------
    number : (tiles, pixels) array of uint8, or of more bits for more candidates

    Examples
    --------
    >>> import numpy as np
    >>> cheapest(np.array([[[5.0, 2.0, 1.0], [3.0, 2.0, 9.0]]]))
    array([[1, 0, 0]], dtype=uint8)
    """
    least = cost[:, 0].copy()
    number = np.zeros(least.shape, np.min_scalar_type(cost.shape[1]))
    for candidate in range(1, cost.shape[1]):
        wins = cost[:, candidate] < least
        np.minimum(least, cost[:, candidate], out=least)
        np.maximum(number, wins * number.dtype.type(candidate), out=number)
    return number
