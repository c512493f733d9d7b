"""Turning a picture: where does each pixel come from, and what lies between the pixels there?"""

import numpy as np


def between(image, rows, cols, cval=0.0):
    """Return the values at places between pixels: gather the four around, blend twice.

    Parameters
    ----------
    image : (rows, cols) array of floats
    rows, cols : arrays of floats
        The places.
    cval : float
        What lies beyond the border.

    Returns
    -------
    values : array of floats, one for each place

    Examples
    --------
    >>> between(np.array([[0.0, 4.0], [8.0, 12.0]]), np.array([0.5]), np.array([0.25]))
    array([5.])
    """
    padded = np.pad(image, 1, constant_values=cval)
    rows, cols = (np.clip(x + 1, 0, n + 1) for x, n in zip((rows, cols), image.shape, strict=True))
    i, j = (np.minimum(np.floor(x).astype(int), n) for x, n in zip((rows, cols), image.shape, strict=True))
    v, u = rows - i, cols - j
    top = (1 - u) * padded[i, j] + u * padded[i, j + 1]
    bottom = (1 - u) * padded[i + 1, j] + u * padded[i + 1, j + 1]
    return (1 - v) * top + v * bottom


def rotate(image, angle, cval=0.0):
    """Return the picture turned counter-clockwise about its middle.

    Parameters
    ----------
    image : (rows, cols) array of floats
    angle : float
        In degrees.
    cval : float
        What lies beyond the border.

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> rotate(np.array([[1.0, 2.0], [3.0, 4.0]]), 90)
    array([[2., 4.],
           [1., 3.]])
    """
    y, x = (np.array(image.shape) - 1) / 2
    r, c = np.indices(image.shape)
    cos, sin = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
    rows = y + cos * (r - y) + sin * (c - x)
    cols = x - sin * (r - y) + cos * (c - x)
    return between(image, rows.round(9), cols.round(9), cval)
