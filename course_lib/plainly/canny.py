"""Canny's thinning word for word: a ridge is at least as strong as its two sides across the edge."""

import numpy as np

from .rotate import between


def thin(down, across):
    """Return the gradient's length on ridges, and 0 elsewhere; the outermost pixels are none.

    From each pixel, go along the gradient to the rim of the 3 x 3 window, both ways. There, between two neighbours, the
    strength is blended from theirs.

    Parameters
    ----------
    down, across : (rows, cols) arrays
        The gradient.

    Returns
    -------
    ridges : (rows, cols) array

    Examples
    --------
    >>> thin(np.zeros((3, 5)), np.array([[0.0, 1.0, 3.0, 1.0, 0.0]] * 3))[1]
    array([0., 0., 3., 0., 0.])
    """
    strength = np.hypot(down, across)
    step = np.maximum(np.abs(down), np.abs(across)).clip(1e-300)
    r, c = np.indices(strength.shape)
    ahead, behind = (between(strength, r + side * down / step, c + side * across / step) for side in (1, -1))
    enough = strength * (1 + 1e-12)  # equal up to rounding is enough
    ridge = (enough >= ahead) & (enough >= behind)
    ridge[[0, -1]] = ridge[:, [0, -1]] = False
    return np.where(ridge, strength, 0)
