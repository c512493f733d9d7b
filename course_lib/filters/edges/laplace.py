"""The Laplacian: how much a pixel stands out from its four neighbours."""

import numpy as np

from ..stencils import in_bands


def laplace(image, ksize=3, mask=None):
    """Measure how much a pixel stands out from its four neighbours.

    out[r, c] = 4 image[r, c] - (north + south + west + east)

    Parameters
    ----------
    image, mask : (rows, cols) arrays
        As in `course_lib.filters.sobel`.
    ksize : int
        From 3 on. Every size means the same 3x3 neighbourhood, as in scikit-image.

    Returns
    -------
    (rows, cols) array, float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For a ksize below 3.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.6 (with the sign turned).

    Examples
    --------
    >>> laplace(np.eye(1, 5, 2))
    array([[ 0., -1.,  2., -1.,  0.]])
    """
    if isinstance(ksize, bool) or not isinstance(ksize, (int, np.integer)) or ksize < 3:
        raise ValueError(f"ksize is a size in pixels from 3 on, got {ksize!r}; leave it out for the usual 3")

    def standing_out(p):
        north, here, south = p[:-2], p[1:-1], p[2:]
        west, east = here[:, :-2], here[:, 2:]
        vertical = 4 * here
        vertical -= north
        vertical -= south
        out = vertical[:, 1:-1] - west
        out -= east
        return out

    return in_bands(standing_out, image, mask)
