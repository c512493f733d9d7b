"""Erosion and dilation word for word: the least, or the largest, of the neighbours under the footprint."""

import numpy as np

from .median import neighbours


def erosion(image, footprint, mode="reflect", cval=0.0):
    """Return the least of each pixel's neighbours under a footprint with odd numbers of rows and columns.

    Parameters
    ----------
    image, footprint, mode, cval
        As in `median.neighbours`.

    Returns
    -------
    array, same shape and type

    Examples
    --------
    >>> erosion(np.array([[3, 1, 2, 5]]), np.ones((1, 3)))
    array([[1, 1, 1, 2]])
    """
    return np.min(neighbours(image, footprint, mode, cval), axis=0)


def dilation(image, footprint, mode="reflect", cval=0.0):
    """Return the largest of each pixel's neighbours under such a footprint.

    Parameters
    ----------
    image, footprint, mode, cval
        As in `median.neighbours`.

    Returns
    -------
    array, same shape and type

    Examples
    --------
    >>> dilation(np.array([[3, 1, 2, 5]]), np.ones((1, 3)))
    array([[3, 3, 5, 5]])
    """
    return np.max(neighbours(image, footprint, mode, cval), axis=0)
