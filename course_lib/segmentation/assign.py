"""Which centre is nearest? Asked for all pixels of many small tiles and all centres near them at once."""

import numpy as np

from ..base.threads import side_by_side
from .tiles import cover, nearby, promising, table

_GROUP = 2**15  # pixels of tiles at a time: their costs stay in the processor's cache
_PIXELS = 4096  # pixels at a time, where each is looked at alone


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
    >>> from course_lib.segmentation.tiles import Tiles
    >>> tiles = Tiles(np.zeros((1, 4, 1)), 4)
    >>> assign(tiles, np.array([[0.0, 0, 0], [0, 3, 0]]), np.array([4, 4]), np.zeros((1, 4), int))
    array([[0, 0, 1, 1]])
    """
    windows = np.floor(centres[:, None, :2] + np.multiply.outer([-1, 1], reach))
    candidates, counts = table(*promising(tiles, centres, windows, *nearby(tiles, windows)), len(tiles.corners))
    result = np.empty((len(counts), tiles.size**2), np.int32)

    def assign_group(group):
        near = candidates[group, : max(1, counts[group[-1]])]  # of a tile that no window meets, any one
        places = centres[near] - tiles.middle[group, None]
        own_windows = windows[near] - tiles.corners[group, None, None]
        result[group] = assign_tiles(tiles.pixels[group], places, near, own_windows)

    # Tiles with about as many candidates go together: the table's rows are filled up to the longest of a group, which
    # is its last one
    size = -(-_GROUP // tiles.size**2)
    groups = np.split(np.argsort(counts), range(size, len(counts), size))
    side_by_side(assign_group, groups)
    result = tiles.join(result)
    return np.where(result >= 0, result, labels)


def assign_tiles(pixels, places, near, windows):
    """Return the winner of each pixel of some tiles, among the candidates `near`; -1 outside all windows."""
    size = int(pixels.shape[2] ** 0.5)
    cost = costs(pixels, places)
    winner = cheapest(cost)
    position = winner + near.shape[1] * np.arange(len(near))[:, None]
    label = near.ravel().take(position, mode="wrap")
    # A centre that wins against all, and has the pixel in its window, has also won against those that have.
    # So only winners whose window does not hold the whole tile are asked again.
    covers = cover(windows, 0, size - 1)
    partly = np.flatnonzero(~covers.all(axis=1))
    tile, pixel = np.nonzero(~covers.ravel().take(position[partly]))
    tile = partly[tile]
    for chunk in range(0, len(tile), _PIXELS):
        t, p = tile[chunk : chunk + _PIXELS], pixel[chunk : chunk + _PIXELS]
        label[t, p] = best_window(cost[t, :, p], near[t], windows[t], np.stack(np.divmod(p, size), axis=1))
    return label


def best_window(cost, near, windows, points):
    """Return for each pixel the candidate with the least cost of those whose window it lies in, or -1.

    Parameters
    ----------
    cost, near : (n, candidates) arrays
    windows : (n, candidates, 2, 2) array
        The windows' first row and col, and last row and col.
    points : (n, 2) array
        Each pixel's row and col.
    """
    cost = np.where(cover(windows, points[:, None], points[:, None]), cost, np.inf)
    winner = cost.argmin(axis=1)[:, None]
    found = np.isfinite(np.take_along_axis(cost, winner, axis=1))
    return np.where(found, np.take_along_axis(near, winner, axis=1), -1)[:, 0]


def costs(pixels, places):
    """Return what each pixel costs more at each candidate of its tile than at the first: (tiles, candidates, pixels).

    |p - c|^2 - |p - f|^2 = |c|^2 - |f|^2 - 2 p (c - f),  one matrix product a tile. What all candidates have in
    common drops out, and the difference that is left is small enough for float32.

    Parameters
    ----------
    pixels : (tiles, channels + 3, pixels) array
        Row, col and colour, and a one.
    places : (tiles, candidates, 2 + channels) array
        Row, col and colour.

    Examples
    --------
    >>> import numpy as np
    >>> pixels = np.array([[[0.0, 0.0], [0.0, 1.0], [7.0, 9.0], [1.0, 1.0]]])
    >>> costs(pixels, np.array([[[0.0, 1.0, 9.0], [0.0, 0.0, 7.0]]]))
    array([[[ 0.,  0.],
            [-5.,  5.]]])
    """
    first = places[:, :1]
    beyond = places - first
    own = np.einsum("tcd,tcd->tc", beyond, places + first)[..., None]
    return np.concatenate([-2 * beyond, own], axis=-1).astype(pixels.dtype) @ pixels


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
