"""Non-local means as its formula: pixels count whose surroundings look alike."""

import itertools

import numpy as np

from ..arrays import pad


def weighted_neighbours(image, patch_radius, reach, h, sigma=0.0):
    """Yield the weight and the colour of one neighbour of all pixels after the other, as two pictures with channels.

    w = exp(-max(D - 2 sigma², 0) / h²),  D the mean squared difference of the patches around both pixels
    """
    rows, cols = image.shape[:2]
    side = 2 * patch_radius + 1
    padded = pad(np.atleast_3d(image), reach + patch_radius, "mirror")
    here = padded[reach : reach + rows + side - 1, reach : reach + cols + side - 1]
    for dr, dc in itertools.product(range(2 * reach + 1), repeat=2):
        there = padded[dr : dr + rows + side - 1, dc : dc + cols + side - 1]
        squares = ((there - here) ** 2).mean(axis=-1)
        unlike = np.lib.stride_tricks.sliding_window_view(squares, (side, side)).mean(axis=(2, 3))
        weight = np.exp(-np.maximum(unlike - 2 * sigma**2, 0) / h**2)
        yield weight[..., np.newaxis], there[patch_radius : patch_radius + rows, patch_radius : patch_radius + cols]


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
    total, mass = 0.0, 0.0
    for weight, neighbour in weighted_neighbours(image, patch_radius, reach, h, sigma):
        total, mass = total + weight * neighbour, mass + weight
    return (total / mass).reshape(image.shape)


def weights_around(image, point, patch_radius, reach, h, sigma=0.0):
    """Return the weights of the neighbours of one pixel, an array (2 reach + 1,) * 2 with 1 in the middle.

    Neighbours beyond the picture's border weigh nothing here.

    >>> stripes = np.tile([0.0, 1.0], (3, 2))
    >>> weights_around(stripes, (1, 2), 1, 2, h=0.2)[2].round(2)
    array([1., 0., 1., 0., 0.])
    """
    row, col = point
    margin = reach + patch_radius
    around = pad(np.atleast_3d(image), margin, "mirror")[row : row + 2 * margin + 1, col : col + 2 * margin + 1]
    weights = [w[margin, margin, 0] for w, _ in weighted_neighbours(around, patch_radius, reach, h, sigma)]
    rows, cols = np.arange(-reach, reach + 1) + row, np.arange(-reach, reach + 1) + col
    inside = np.logical_and.outer((rows >= 0) & (rows < image.shape[0]), (cols >= 0) & (cols < image.shape[1]))
    return np.reshape(weights, inside.shape) * inside
