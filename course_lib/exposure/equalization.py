"""Equalisation: the share of pixels at or below each grey value, and the picture that spreads them evenly."""

import numpy as np

from ..base.bands import bands
from ..base.checks import check_array
from ..base.dtype import float_dtype
from ..base.levels import by_level
from .histograms import histogram


def cumulative_distribution(image, nbins=256):
    """Return which share of the pixels lies at or below each value.

    cdf[k] = (counts[0] + … + counts[k]) / number of pixels

    Parameters
    ----------
    image : array
        Integers get one bin per level, floats `nbins` of equal width.
    nbins : int
        Number of bins for floats.

    Returns
    -------
    cdf : array (bins,)
        Rising to 1. float32 for float32 and float16 pictures, else float64.
    bin_centers : array (bins,)

    Raises
    ------
    ValueError
        As for `histogram`.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.3, "Histogram equalization".

    Examples
    --------
    >>> cumulative_distribution(np.array([[1, 1, 4], [2, 1, 4]]))[0].round(2)
    array([0.5 , 0.67, 0.67, 1.  ])
    """
    image = check_array(image)
    counts, centers = histogram(image, nbins)
    total = np.cumsum(counts)
    return (total / total[-1]).astype(float_dtype(image.dtype), copy=False), centers


def equalize_hist(image, nbins=256, mask=None):
    """Spread the grey values evenly: every pixel gets the share of pixels that are not brighter.

    out = cdf(image), between two bins on the line that joins them

    Parameters
    ----------
    image : array
        Any number type; a colour picture is treated as one set of values.
    nbins : int
        Number of bins for floats; integers have one per level.
    mask : array of bool, optional
        Count only these pixels; all are changed.

    Returns
    -------
    array of the same shape
        In [0, 1]. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        If the mask has another shape, or marks no pixel.

    Notes
    -----
    Values below the first bin of the masked pixels become its share, values above the last one 1.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.3.

    Examples
    --------
    >>> equalize_hist(np.array([[1, 1, 4], [2, 1, 4]])).round(2)
    array([[0.5 , 0.5 , 1.  ],
           [0.67, 0.5 , 1.  ]])
    """
    image = check_array(image)
    cdf, centers = cumulative_distribution(image if mask is None else _masked(image, mask), nbins)
    dtype = float_dtype(image.dtype)
    return by_level(lambda values: on_curve(values, centers, cdf).astype(dtype, copy=False), image)


def on_curve(values, centers, heights):
    """Return the heights at some values, on the lines between evenly spaced centers; flat beyond the ends."""
    if len(centers) == 1:
        return np.full(values.shape, heights[0])
    first, last, steps = float(centers[0]), float(centers[-1]), np.diff(heights, append=heights[-1])
    pixels, out = values.reshape(-1), np.empty(values.size)
    for block in bands(values.size, 16):  # a place and a bin each
        place = np.subtract(pixels[block], first, dtype=float)
        place *= (len(centers) - 1) / (last - first)  # counted in bins
        np.clip(place, 0, len(centers) - 1, out=place)
        below = place.astype(np.int32).astype(np.intp)  # twice as quick as in one go
        place -= below
        place *= steps.take(below)
        np.add(heights.take(below), place, out=out[block])
    return out.reshape(values.shape)


def _masked(image, mask):
    mask = check_array(mask, "mask") != 0
    if mask.shape != image.shape or not mask.any():
        raise ValueError(
            f"expected a mask of the picture's shape {image.shape} that marks at least one pixel, "
            f"got shape {mask.shape} with {np.count_nonzero(mask)} marked"
        )
    return image[mask]
