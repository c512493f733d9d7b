"""Outlines: which pixels of a region lie at its border, and how long the line through them is."""

import numpy as np

_EDGES = ((-1, 0), (1, 0), (0, -1), (0, 1))
_CORNERS = ((-1, -1), (-1, 1), (1, -1), (1, 1))

# The length that an outline pixel adds, by its neighbours on the outline: (sharing an edge, a corner).
# Straight on 1, diagonally sqrt(2), one of each half of both; other mixtures (crossings) add nothing.
_STRAIGHT, _DIAGONAL, _MIXED = 1.0, np.sqrt(2), (1 + np.sqrt(2)) / 2
_LENGTH_OF = {
    (2, 0): _STRAIGHT,
    (3, 0): _STRAIGHT,
    (2, 1): _STRAIGHT,
    (3, 1): _STRAIGHT,
    (2, 2): _STRAIGHT,
    (3, 2): _STRAIGHT,
    (0, 2): _DIAGONAL,
    (1, 3): _DIAGONAL,
    (1, 1): _MIXED,
    (1, 2): _MIXED,
}


def perimeters(labels, count):
    """Return the length of the outline of the regions 1 … `count`.

    The outline consists of the pixels with a neighbour across an edge outside the region. The line through
    their centres takes a step of 1 along rows and columns and of sqrt(2) along diagonals; each outline
    pixel adds by the neighbours that it has on the outline.

    Parameters
    ----------
    labels : (rows, cols) array of integers from 0 to `count`
    count : int

    Returns
    -------
    lengths : (count,) array of float64

    References
    ----------
    Benkrid, Crookes, Benkrid (2000): Design and FPGA Implementation of a Perimeter Estimator.

    Examples
    --------
    >>> import numpy as np
    >>> perimeters(np.ones((4, 4), int), 1)
    array([12.])
    """
    framed = np.pad(labels, 1)
    cols = framed.shape[1]
    values = framed.ravel()  # flat, so that a neighbour is a fixed number of places away
    pixels = outline_pixels(framed)
    number = values[pixels]
    on_outline = np.zeros_like(values)
    on_outline[pixels] = number
    edges, corners = (
        # as small integers: True + True is True, and a count is wanted
        sum((on_outline[pixels + dr * cols + dc] == number).view(np.int8) for dr, dc in offsets)
        for offsets in (_EDGES, _CORNERS)
    )
    table = np.zeros((5, 5))
    for neighbours, length in _LENGTH_OF.items():
        table[neighbours] = length
    return np.bincount(number, weights=table[edges, corners], minlength=count + 1)[1:]


def outline_pixels(framed):
    """Return the flat positions of the region pixels that have another value across one of their four edges.

    Parameters
    ----------
    framed : (rows, cols) array of integers
        Labels with a frame of zeros.

    Examples
    --------
    >>> import numpy as np
    >>> len(outline_pixels(np.pad(np.ones((4, 4), int), 1)))
    12
    """
    inside = framed[1:-1, 1:-1]
    differs = np.zeros(framed.shape, bool)
    for dr, dc in _EDGES:
        neighbour = framed[1 + dr : framed.shape[0] - 1 + dr, 1 + dc : framed.shape[1] - 1 + dc]
        differs[1:-1, 1:-1] |= neighbour != inside
    differs &= framed != 0
    return np.flatnonzero(differs)
