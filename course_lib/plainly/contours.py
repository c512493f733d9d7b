"""Marching squares word for word: in each cell of four pixels, join the points where the level is crossed."""

import numpy as np

CORNERS = [(0, 0), (0, 1), (1, 1), (1, 0)]  # of a cell, clockwise from the upper left


def crossing(start, end, image, level):
    """Return the point between two pixels where the level lies, or None where both are on the same side of it."""
    a, b = image[start], image[end]
    if (a > level) == (b > level):
        return None
    share = (level - a) / (b - a)
    return tuple(p + share * (q - p) for p, q in zip(start, end, strict=True))


def contour_segments(image, level):
    """Return the set of all segments at a level, each as a frozenset of its two ends (row, col).

    Where all four sides of a cell are crossed, its two low corners are joined: a segment cuts off each high one.

    Parameters
    ----------
    image : (rows, cols) array of floats
    level : float

    Returns
    -------
    segments : set

    Examples
    --------
    >>> contour_segments(np.array([[0.0, 4.0], [0.0, 4.0]]), 1.0) == {frozenset([(0.0, 0.25), (1.0, 0.25)])}
    True
    """
    segments = set()
    for r, c in np.ndindex(image.shape[0] - 1, image.shape[1] - 1):
        corners = [(r + dr, c + dc) for dr, dc in CORNERS]
        points = [crossing(corners[k - 1], corners[k], image, level) for k in range(4)]  # left, top, right, bottom
        crossed = [point for point in points if point]
        if len(crossed) == 4 and image[corners[0]] <= level:
            crossed = crossed[1:] + crossed[:1]  # the upper right corner is a high one: top with right
        segments |= {frozenset(crossed[k : k + 2]) for k in range(0, len(crossed), 2)}
    return {segment for segment in segments if len(segment) == 2}
