"""The median of the neighbours under a footprint: sort them, take the middle."""

import numpy as np

from ..base.padding import pad


def neighbours(image, footprint, mode="nearest", cval=0.0):
    """Return the neighbours under a footprint's ones as a list of pictures, each shifted to its pixel.

    Parameters
    ----------
    image : (rows, cols) array
    footprint : (height, width) array
        Its middle, at (height // 2, width // 2), lies over the pixel.
    mode, cval : str, float
        What lies beyond the border, by scipy.ndimage's names.
    """
    rows, cols = image.shape
    height, width = footprint.shape
    padded = pad(image, [(height // 2, height), (width // 2, width)], mode, cval)
    return [padded[i : i + rows, j : j + cols] for i, j in np.argwhere(footprint)]


def median(image, footprint, mode="nearest", cval=0.0):
    """Return the middle of each pixel's sorted neighbours (of an even number, the upper middle).

    Parameters
    ----------
    image, footprint, mode, cval
        As in `neighbours`.

    Returns
    -------
    array, same shape and type

    Examples
    --------
    >>> median(np.array([[9, 0, 5]]), np.ones((1, 3)))
    array([[9, 5, 5]])
    """
    values = np.sort(neighbours(image, footprint, mode, cval), axis=0)
    return values[len(values) // 2]
