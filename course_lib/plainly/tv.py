"""Chambolle's denoising as flows between pixels, against the gradient, and never stronger than `weight`."""

import numpy as np

STEP = 0.25  # of the projection


def total_variation_steps(image, weight, steps):
    """Return the picture after some steps: what it was, plus what flows in, minus what flows out.

    p <- (p - τ ∇u) / (1 + τ / weight |∇u|),  u = image + inflow - outflow

    Parameters
    ----------
    image : (rows, cols) array of floats
    weight : float
        The strongest flow, in the picture's units.
    steps : int

    Returns
    -------
    array of floats, same shape

    Examples
    --------
    >>> total_variation_steps(np.array([[0.0, 0.1, 0.0, 1.0, 0.9, 1.0]] * 4), 0.1, 30)[2].round(1)
    array([0.1, 0.1, 0.1, 0.9, 0.9, 0.9])
    """
    u, down, right = image, np.zeros_like(image), np.zeros_like(image)
    for _ in range(steps):
        slope_down, slope_right = np.diff(u, axis=0, append=u[-1:]), np.diff(u, axis=1, append=u[:, -1:])
        slower = 1 + STEP / weight * np.hypot(slope_down, slope_right)
        down, right = (down - STEP * slope_down) / slower, (right - STEP * slope_right) / slower
        u = image - np.diff(down, axis=0, prepend=0) - np.diff(right, axis=1, prepend=0)
    return u
