"""Non-local means as its formula: pixels with similar surroundings count."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from ..base.padding import pad


def weights_around(image, point, patch_radius, reach, h, sigma=0.0):
    """Return the weight of each pixel within reach of a point, an array (2 reach + 1,) * 2 with 1 in the middle.

    w = exp(-max(D - 2 sigma², 0) / h²),  D the mean squared difference of the patches around both

    >>> stripes = np.tile([0.0, 1.0], (3, 2))
    >>> weights_around(stripes, (1, 2), 1, 2, h=0.2)[2].round(2)
    array([1., 0., 1., 0., 1.])
    """
    row, col = point
    side, span = 2 * patch_radius + 1, 2 * (reach + patch_radius) + 1
    padded = pad(np.atleast_3d(image), reach + patch_radius, "mirror")
    patches = sliding_window_view(padded[row : row + span, col : col + span], (side, side), axis=(0, 1))
    unlike = ((patches - patches[reach, reach]) ** 2).mean(axis=(2, 3, 4))
    return np.exp(-np.maximum(unlike - 2 * sigma**2, 0) / h**2)


def nl_means(image, patch_radius, reach, h, sigma=0.0):
    """Return the mean of the pixels within reach, weighted by how alike the patches around them are.

    new(p) = Σ_q w q / Σ_q w

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
    padded = pad(np.atleast_3d(image), reach, "mirror")
    new = np.empty(np.atleast_3d(image).shape)
    for row, col in np.ndindex(image.shape[:2]):
        weights = weights_around(image, (row, col), patch_radius, reach, h, sigma)[..., np.newaxis]
        neighbours = padded[row : row + 2 * reach + 1, col : col + 2 * reach + 1]
        new[row, col] = (weights * neighbours).sum(axis=(0, 1)) / weights.sum()
    return new.reshape(image.shape)
