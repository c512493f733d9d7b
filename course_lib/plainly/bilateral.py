"""The bilateral filter as its formula: neighbours that are near and alike count, the others hardly."""

import numpy as np

from ..base.padding import shifts


def bilateral(image, radius, sigma_color, sigma_spatial=1.0, mode="nearest", cval=0.0):
    """Return the mean of each pixel's neighbours, weighted by how near they are and how alike.

    new(p) = Σ_q w q / Σ_q w,  w = exp(-|q - p|² / 2 sigma_color²) · exp(-d(p, q)² / 2 sigma_spatial²)

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
    colours = np.atleast_3d(image)
    total, mass = 0.0, 0.0
    for dr, dc, shifted in shifts(colours, radius, mode, cval):
        unlike = ((shifted - colours) ** 2).sum(axis=-1, keepdims=True) / sigma_color**2
        far = (dr**2 + dc**2) / sigma_spatial**2
        weight = np.exp(-(unlike + far) / 2)
        total, mass = total + weight * shifted, mass + weight
    return (total / mass).reshape(image.shape)
