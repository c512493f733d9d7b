"""Two thresholds: a sure one to find objects, and a doubtful one to complete them."""

import numbers

import numpy as np
from scipy import ndimage

from ..base.levels import check_pixels


def apply_hysteresis_threshold(image, low, high):
    """Keep the pixels above `low` that are connected with a pixel above `high`.

    out = every connected part of (image > low) in which some pixel is > high

    Parameters
    ----------
    image : array (rows, cols) or (n,)
        Any number type.
    low, high : number, or array of the shape of `image`
        Thresholds for doubtful and for sure pixels. A low above high counts as high.

    Returns
    -------
    array of bool, same shape

    Raises
    ------
    ValueError
        For a colour picture, and for thresholds that are no numbers or of another shape.

    Notes
    -----
    Pixels are connected across their four sides, as in scikit-image; corners do not count.

    References
    ----------
    J. Canny, "A Computational Approach to Edge Detection", IEEE Trans. PAMI 8 (1986), 679-698.

    Examples
    --------
    >>> apply_hysteresis_threshold(np.array([1, 2, 3, 2, 1, 2, 1]), 1.5, 2.5).astype(int)
    array([0, 1, 1, 1, 0, 0, 0])
    """
    image = check_pixels(image)
    low, high = (_checked_level(level, name, image.shape) for level, name in ((low, "low"), (high, "high")))
    parts = np.empty(image.shape, np.intp)  # NumPy's own type for positions, which looks up fastest
    count = ndimage.label(image > np.minimum(low, high), output=parts)
    keep = np.zeros(count + 1, bool)
    keep[parts[image > high]] = True
    return keep.take(parts)


def _checked_level(level, name, shape):
    array = np.asarray(level)
    if array.dtype.kind not in "buif" or array.shape not in ((), shape) or not np.isfinite(array).all():
        raise ValueError(
            f"expected {name} as a finite number or an array of the picture's shape {shape}, got {level!r}"
        )
    return level if isinstance(level, numbers.Real) else array
