"""Connectivity: small scattered pieces of a label are given to a neighbouring piece."""

import numpy as np

from ..morphology.runs import find_runs, link_runs, number_groups


def connect(labels, min_size):
    """Number the connected pieces of all labels, and give small ones to a neighbour.

    A small piece joins the piece above its first pixel in reading order (in the first row: left of it). The very
    first piece has neither, and stays however small it is.

    Parameters
    ----------
    labels : (rows, cols) array of integers
    min_size : int
        Pieces with fewer pixels are small.

    Returns
    -------
    labels : (rows, cols) array of int64
        0, 1, … in reading order, each one connected piece (neighbours share an edge).

    Examples
    --------
    >>> import numpy as np
    >>> connect(np.array([[5, 5, 5, 2], [5, 2, 5, 2], [5, 5, 5, 2]]), min_size=2)
    array([[0, 0, 0, 1],
           [0, 0, 0, 1],
           [0, 0, 0, 1]])
    """
    run_of_pixel, starts = find_runs(labels)
    links = link_runs(labels, run_of_pixel, starts, connectivity=1)
    pieces = number_groups(links, int(starts.sum()))[run_of_pixel]
    sizes = np.bincount(pieces.ravel())
    joins = neighbour_before(pieces)
    joins[sizes >= min_size] = np.flatnonzero(sizes >= min_size)  # a large piece joins itself
    # A neighbour can be small too: follow it to the piece that it joins, until all have arrived. This ends, because a
    # neighbour starts earlier and so has the lower number
    while not np.array_equal(joins, joins[joins]):
        joins = joins[joins]
    _, numbers = np.unique(joins, return_inverse=True)
    return numbers[pieces]


def neighbour_before(pieces):
    """Return for each piece the one above or left of its first pixel; for the very first piece itself.

    Examples
    --------
    >>> import numpy as np
    >>> neighbour_before(np.array([[0, 0, 1], [2, 0, 1]]))
    array([0, 0, 0])
    """
    cols = pieces.shape[1]
    flat = pieces.ravel()
    first = np.empty(flat.max() + 1, np.intp)
    first[flat[::-1]] = np.arange(len(flat))[::-1]  # from the end: the last to be written is a piece's first pixel
    return flat[np.where(first >= cols, first - cols, np.maximum(first - 1, 0))]
