"""The bilateral filter as its formula: neighbours that are near and alike count, others hardly."""

import numpy as np

from ..base.padding import shifts


def weighted_neighbours(image, radius, sigma_color, sigma_spatial=1.0, mode="nearest", cval=0.0):
    """Yield, one neighbour after the other, its weights and its colours for all pixels: two pictures with channels.

    w = exp(-|q - p|² / 2 sigma_color²) · exp(-d(p, q)² / 2 sigma_spatial²)
    """
    colours = np.atleast_3d(image)
    for dr, dc, shifted in shifts(colours, radius, mode, cval):
        unlike = ((shifted - colours) ** 2).sum(axis=-1, keepdims=True) / sigma_color**2
        far = (dr**2 + dc**2) / sigma_spatial**2
        yield np.exp(-(unlike + far) / 2), shifted


def bilateral(image, radius, sigma_color, sigma_spatial=1.0, mode="nearest", cval=0.0):
    """Return the mean of each pixel's neighbours, weighted by how near they are and how alike.

    new(p) = Σ_q w q / Σ_q w

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array of floats
    radius : int
        How many rows and columns the window reaches, in pixels.
    sigma_color, sigma_spatial : float
        How different, in the picture's units, and how far, in pixels, a neighbour may be.
    mode, cval : str, float
        What lies beyond the border, by scipy.ndimage's names.

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> bilateral(np.array([[0.0, 0.1, 0.0, 1.0, 0.9, 1.0]] * 5), 3, 0.2)[2].round(2)
    array([0.02, 0.05, 0.03, 0.97, 0.95, 0.98])
    """
    total, mass = 0.0, 0.0
    for weight, neighbour in weighted_neighbours(image, radius, sigma_color, sigma_spatial, mode, cval):
        total, mass = total + weight * neighbour, mass + weight
    return (total / mass).reshape(image.shape)


def window_weights(image, point, win_size=7, sigma_color=0.1, sigma_spatial=1.0):
    """Return the weights of the neighbours of one pixel, an array (win_size, win_size) with 1 in the middle.

    Neighbours beyond the picture's border weigh nothing here.

    >>> window_weights(np.array([[0.5, 0.5, 0.9]]), (0, 1), 3).round(2)
    array([[0.  , 0.  , 0.  ],
           [0.61, 1.  , 0.  ],
           [0.  , 0.  , 0.  ]])
    """
    bordered = np.pad(image.astype(float), [(1, 1), (1, 1), (0, 0)][: image.ndim], constant_values=np.nan)
    neighbours = weighted_neighbours(bordered, win_size // 2, sigma_color, sigma_spatial)
    row, col = point
    weights = [weight[row + 1, col + 1, 0] for weight, _ in neighbours]
    return np.nan_to_num(np.reshape(weights, (win_size, win_size)))
