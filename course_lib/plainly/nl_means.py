"""Non-local means as its formula: pixels count whose surroundings look alike."""

import itertools

import numpy as np

from ..base.padding import pad


def nl_means(image, patch_radius, reach, h, sigma=0.0):
    """Return the mean of the pixels within reach, weighted by how alike the patches around them are.

    new(p) = Σ_q w q / Σ_q w,  w = exp(-max(D - 2 sigma², 0) / h²),  D the mean squared difference of both patches

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array of floats
        Beyond its border it is mirrored.
    patch_radius : int
        A patch has 2 patch_radius + 1 rows and columns.
    reach : int
        How many rows and columns away a pixel may be.
    h, sigma : float
        How different patches may be, and the noise that makes equal ones differ, in the picture's units.

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> stripes = np.tile([0.0, 1.0], (6, 3))
    >>> stripes[3, 3] = 0.8
    >>> nl_means(stripes, 1, 2, h=0.2)[3].round(2)
    array([0.  , 0.99, 0.  , 0.99, 0.  , 0.98])
    """
    rows, cols = image.shape[:2]
    side = 2 * patch_radius + 1
    padded = pad(np.atleast_3d(image), reach + patch_radius, "mirror")
    here = padded[reach : reach + rows + side - 1, reach : reach + cols + side - 1]
    total, mass = 0.0, 0.0
    for dr, dc in itertools.product(range(2 * reach + 1), repeat=2):
        there = padded[dr : dr + rows + side - 1, dc : dc + cols + side - 1]
        squares = ((there - here) ** 2).mean(axis=-1)
        unlike = np.lib.stride_tricks.sliding_window_view(squares, (side, side)).mean(axis=(2, 3))
        weight = np.exp(-np.maximum(unlike - 2 * sigma**2, 0) / h**2)[..., np.newaxis]
        middle = there[patch_radius : patch_radius + rows, patch_radius : patch_radius + cols]
        total, mass = total + weight * middle, mass + weight
    return (total / mass).reshape(image.shape)
