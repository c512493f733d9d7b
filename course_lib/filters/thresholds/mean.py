"""The mean grey value as the level."""

import numpy as np

from ...base.levels import check_pixels


def threshold_mean(image):
    """Take the mean grey value as the level.

    level = sum of all pixels / number of pixels

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type.

    Returns
    -------
    float
        object = image > level. float32 for float32 and float16 pictures, else float64.

    Raises
    ------
    ValueError
        For a colour picture: convert it with color.rgb2gray.

    References
    ----------
    C. A. Glasbey, "An Analysis of Histogram-Based Thresholding Algorithms", CVGIP 55 (1993), 532-537.

    Examples
    --------
    >>> float(threshold_mean(np.array([[0, 0], [0, 2]])))
    0.5
    """
    image = check_pixels(image)
    if image.dtype.kind == "u" and image.size * np.iinfo(image.dtype).max < 2**32:
        return image.sum(dtype=np.uint32) / image.size  # exact, and twice as quick as summing floats
    return image.mean(dtype=np.float32 if image.dtype == np.float16 else None)
