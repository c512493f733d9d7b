"""Which centre is nearest to each pixel? SLIC's first step.

As plainly.nearest_centres, about 30 times as fast: pixels go by tiles (see tiles), many at once. For each tile,

1. `nearby` and `promising` tell which few centres can win a pixel of it: its candidates;
2. `cost_beyond_first` computes what all its pixels cost at all of these, as one matrix product;
3. `cheapest` tells each pixel's winner, as if the windows of all candidates held the whole tile;
4. `best_window` asks again for those pixels whose winner's window ends within the tile.
"""

import numpy as np

from ..base.bands import bands
from ..base.threads import side_by_side
from .tiles import Windows, candidates_per_tile, nearby, promising

_GROUP = 2**15  # pixels of tiles at a time: their costs stay in the processor's cache


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
    >>> from course_lib.segmentation.tiles import Tiles
    >>> tiles = Tiles(np.zeros((1, 4, 1)), 4)
    >>> assign(tiles, np.array([[0.0, 0, 0], [0, 3, 0]]), np.array([4, 4]), np.zeros((1, 4), int))
    array([[0, 0, 1, 1]])
    """
    windows = Windows(np.floor(centres[:, :2] - reach), np.floor(centres[:, :2] + reach))
    pairs = promising(tiles, centres, windows, *nearby(tiles, windows))
    candidates, counts = candidates_per_tile(*pairs, len(tiles.corners))
    result = np.empty((len(counts), tiles.size**2), np.int32)

    def assign_group(group):
        # As many candidates as the group's last tile has; at least one, even where no window meets any of the tiles
        near = candidates[group, : max(1, counts[group[-1]])]
        places = centres.take(near, axis=0) - tiles.middle[group, None]
        corners, (first, last) = tiles.corners[group, None], windows.of(near)
        in_tile = Windows(first - corners, last - corners)
        result[group] = assign_tiles(tiles.pixels[group], places, near, in_tile)

    # Groups are shared by two threads. Tiles with equally many candidates go together, since the rows of a group are
    # filled up to its longest, the last one
    size = -(-_GROUP // tiles.size**2)  # rounded up
    groups = np.split(np.argsort(counts), range(size, len(counts), size))
    side_by_side(assign_group, groups)
    result = tiles.join(result)
    return np.where(result >= 0, result, labels)


def assign_tiles(pixels, places, candidates, windows):
    """Return the winner of each pixel of some tiles, or -1 outside all windows.

    Parameters
    ----------
    pixels, places
        As in `cost_beyond_first`.
    candidates : (tiles, candidates) array
        The numbers of the centres.
    windows : Windows
        Theirs, as counted from the tile's first pixel.
    """
    size = int(pixels.shape[2] ** 0.5)
    cost = cost_beyond_first(pixels, places)
    winner = cheapest(cost)
    # The cheapest of all candidates has won wherever its window holds the pixel. A window that holds the whole tile
    # does; all other candidates are marked (~ makes their numbers negative), and the pixels that they won asked again
    marked = np.where(windows.hold(0, size - 1), candidates, ~candidates)
    label = np.take_along_axis(marked, winner, axis=1)
    tile, pixel = np.nonzero(label < 0)
    for some in bands(len(tile), 64):  # costs of about 16 candidates
        t, p = tile[some], pixel[some]
        points = np.stack(np.divmod(p, size), axis=1)
        label[t, p] = best_window(cost[t, :, p], candidates[t], windows.of(t), points)
    return label


def best_window(cost, candidates, windows, points):
    """Return for each pixel the candidate with the least cost of those whose window it lies in, or -1.

    Parameters
    ----------
    cost, candidates : (n, candidates) arrays
    windows : Windows
        Of each pixel's candidates.
    points : (n, 2) array
        Each pixel's row and col.

    Examples
    --------
    The first candidate, 7, is cheaper; but its window ends at column 3:

    >>> windows = Windows(np.array([[[0, 0], [0, 0]]]), np.array([[[5, 3], [5, 9]]]))
    >>> best_window(np.array([[0.0, 2.0]]), np.array([[7, 8]]), windows, np.array([[1, 4]]))
    array([8])
    """
    cost = np.where(windows.hold(points[:, None], points[:, None]), cost, np.inf)
    winner = cost.argmin(axis=1)[:, None]
    found = np.isfinite(np.take_along_axis(cost, winner, axis=1))
    return np.where(found, np.take_along_axis(candidates, winner, axis=1), -1)[:, 0]


def cost_beyond_first(pixels, places):
    """Return what each pixel costs more at each candidate of its tile than at the first: (tiles, candidates, pixels).

    |p - c|^2 - |p - f|^2 = |c|^2 - |f|^2 - 2 p (c - f)

    That is one matrix product a tile: the rows -2 (c - f), |c|^2 - |f|^2 of all candidates c, times the columns p, 1 of
    all pixels p. What all candidates have in common has dropped out, and the difference that is left is small enough
    for float32.

    Parameters
    ----------
    pixels : (tiles, channels + 3, pixels) array
        Row, col and colour, from the tile's middle, and a one.
    places : (tiles, candidates, 2 + channels) array
        Row, col and colour of the centres, from the tile's middle.

    Examples
    --------
    >>> pixels = np.array([[[0.0, 0.0], [0.0, 1.0], [7.0, 9.0], [1.0, 1.0]]])
    >>> cost_beyond_first(pixels, np.array([[[0.0, 1.0, 9.0], [0.0, 0.0, 7.0]]]))
    array([[[ 0.,  0.],
            [-5.,  5.]]])
    """
    first = places[:, :1]
    beyond = places - first
    # (c - f) (c + f) is |c|^2 - |f|^2, with less rounding
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
