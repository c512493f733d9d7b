"""Kernels: the numbers that a neighbourhood is multiplied with."""

import numpy as np

from .parameters import check_room

_FARTHEST = 2**16  # pixels: more than pictures have


def gaussian_kernel(sigma, truncate=4.0):
    """Return the 1-D kernel exp(-i^2 / (2 sigma^2)), cut at truncate * sigma, that sums to one.

    >>> gaussian_kernel(0.5).round(3)
    array([0.   , 0.106, 0.787, 0.106, 0.   ])
    """
    radius = int(truncate * sigma + 0.5)
    check_room(f"sigma ({sigma:g}, cut at {truncate:g} sigma)", (radius,), _FARTHEST)
    offset = np.arange(-radius, radius + 1)
    kernel = np.exp(-0.5 * (offset / sigma) ** 2) if sigma > 0 else (offset == 0).astype(float)
    return kernel / kernel.sum()
