"""SLIC's first step word for word: each centre asks for the pixels of its window."""

import numpy as np


def nearest_centres(picture, centres, reach, labels):
    """Return the number of each pixel's nearest centre, in place and colour, of those whose window it lies in.

    cost = distance² + |colour - centre's|²

    Parameters
    ----------
    picture : (rows, cols, channels) array
        Colours in units of distance.
    centres : (k, 2 + channels) array
        Each centre's row, col and colour.
    reach : (rows, cols)
        How far a window goes beyond its centre.
    labels : (rows, cols) array of integers
        The numbers so far, kept by pixels that lie in no window.

    Returns
    -------
    labels : (rows, cols) array of integers
        Positions in `centres`; of equal costs the first.

    Examples
    --------
    >>> centres = np.array([[0.0, 0.0, 0.0], [0.0, 3.0, 0.0]])
    >>> nearest_centres(np.zeros((1, 4, 1)), centres, (4, 4), np.zeros((1, 4), int))
    array([[0, 0, 1, 1]])
    """
    rows, cols = np.indices(labels.shape)
    labels, least = labels.copy(), np.full(labels.shape, np.inf)
    for number, (row, col, *colour) in enumerate(centres):
        in_rows = (np.floor(row - reach[0]) <= rows) & (rows <= np.floor(row + reach[0]))
        in_cols = (np.floor(col - reach[1]) <= cols) & (cols <= np.floor(col + reach[1]))
        cost = (rows - row) ** 2 + (cols - col) ** 2 + ((picture - colour) ** 2).sum(axis=-1)
        better = in_rows & in_cols & (cost < least)
        labels[better], least[better] = number, cost[better]
    return labels
