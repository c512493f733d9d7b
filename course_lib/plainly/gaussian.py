"""The Gaussian filter in two dimensions: a weighted mean of all neighbours."""

import numpy as np

from ..base.padding import shifts


def gaussian(image, sigma, mode="nearest", cval=0.0):
    """Return the mean of each pixel's neighbours, weighted by exp(-distance² / 2 sigma²).

    Parameters
    ----------
    image : (rows, cols) array of floats
    sigma : float
        In pixels; the window reaches 4 sigma.
    mode, cval : str, float
        What lies beyond the border, by scipy.ndimage's names.

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> gaussian(np.array([[0.0, 0.0, 1.0, 0.0, 0.0]]), 0.5).round(3)
    array([[0.   , 0.106, 0.787, 0.106, 0.   ]])
    """
    total, mass = 0.0, 0.0
    for dr, dc, shifted in shifts(image, int(4 * sigma + 0.5), mode, cval):
        weight = np.exp(-(dr**2 + dc**2) / (2 * sigma**2))
        total, mass = total + weight * shifted, mass + weight
    return total / mass
