"""Biharmonic inpainting as its equation: the Laplacian of the Laplacian is 0 in the holes."""

import numpy as np

from ..base.padding import pad


def laplacian(u):
    """Return the sum of each pixel's four neighbours minus four times the pixel, in a mirrored picture."""
    p = pad(u, 1, "reflect")
    north, south = p[:-2, 1:-1], p[2:, 1:-1]
    west, east = p[1:-1, :-2], p[1:-1, 2:]
    return north + south + west + east - 4 * u


def inpaint(image, mask):
    """Return the picture with its holes filled, so that Δ(Δu) = 0 in them; within the range of what is known.

    One column of the matrix for each pixel: what it alone adds to Δ(Δu) everywhere. For small pictures.

    Parameters
    ----------
    image : (rows, cols) array of floats
    mask : (rows, cols) array of bool
        True where a pixel is missing.

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> ramp = np.tile(np.arange(6.0), (5, 1))
    >>> inpaint(ramp, np.indices(ramp.shape)[1] // 2 == 1)[2].round(2)
    array([0., 1., 2., 3., 4., 5.])
    """
    units = np.eye(image.size).reshape(-1, *image.shape)
    equations = np.stack([laplacian(laplacian(unit)).ravel() for unit in units], axis=1)
    missing = mask.ravel()
    filled = image.ravel().astype(float)
    known = filled[~missing]
    right = -equations[np.ix_(missing, ~missing)] @ known
    filled[missing] = np.linalg.solve(equations[np.ix_(missing, missing)], right)
    return filled.reshape(image.shape).clip(known.min(), known.max())
