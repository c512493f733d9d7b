"""Histogram matching: give a picture the grey values of another."""

import numpy as np

from ..base.channels import accepts_channel_axis
from ..base.checks import check_array
from ..base.dtype import float_dtype
from ..base.levels import by_level
from .histograms import occurrences


@accepts_channel_axis
def match_histograms(image, reference, *, channel_axis=None):
    """Change the values of a picture so that their histogram becomes that of another.

    out = the reference's value with the same share of pixels at or below it as image has

    Parameters
    ----------
    image : array (rows, cols), or (rows, cols, channels) with `channel_axis`
        Any number type.
    reference : array
        The picture to match; its size may differ.
    channel_axis : int, optional
        The axis of the channels in `image` (in `reference`: the last one), which are matched one by one.

    Returns
    -------
    array of the shape of `image`
        Grey: float32 for float32 and float16, else float64. With channels: the type of `image` (integers are
        cut, as scikit-image does; float16 becomes float32).

    Raises
    ------
    ValueError
        If one picture has channels and the other has not, or another number of them.

    Notes
    -----
    Between two levels of the reference the value lies on the line that joins them.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.3, "Histogram matching".

    Examples
    --------
    >>> match_histograms(np.array([[0, 1], [2, 3]]), np.array([[10, 20], [30, 90]]))
    array([[10., 20.],
           [30., 90.]])
    """
    image, reference = check_array(image), check_array(reference, "reference")
    if image.ndim != reference.ndim or (channel_axis is not None and image.shape[-1] != reference.shape[-1]):
        raise ValueError(
            f"expected image and reference with the same axes and channels, got {image.shape} and {reference.shape}"
        )
    if channel_axis is None:
        return matched(image, reference, float_dtype(image.dtype))
    result = np.empty(image.shape, float_dtype(image.dtype) if image.dtype.kind == "f" else image.dtype)
    for c in range(image.shape[-1]):
        result[..., c] = matched(image[..., c], reference[..., c], result.dtype)
    return result


def matched(image, reference, dtype):
    """Return `image` with the values of `reference`, by way of the shares of both."""
    if image.dtype == reference.dtype == np.uint8:
        return matched_levels(np.ascontiguousarray(image), reference, dtype)
    order = np.argsort(image, axis=None)
    _, counts = runs(image.ravel()[order])
    wanted, wanted_counts = runs(np.sort(reference, axis=None))
    shares, wanted_shares = np.cumsum(counts) / image.size, np.cumsum(wanted_counts) / reference.size
    new_values = np.interp(shares, wanted_shares, wanted.astype(float))
    result = np.empty(image.shape, dtype)
    result.ravel()[order] = np.repeat(new_values, counts).astype(dtype)
    return result


def matched_levels(image, reference, dtype):
    """Return the same for 8-bit pictures, whose values are counted instead of sorted."""
    counts, wanted_counts = (occurrences(pixels, 0, 255) for pixels in (image, reference))
    wanted = np.flatnonzero(wanted_counts)
    wanted_shares = np.cumsum(wanted_counts[wanted]) / reference.size
    new_levels = np.interp(np.cumsum(counts) / image.size, wanted_shares, wanted).astype(dtype)
    return by_level(new_levels.take, image)


def runs(ordered):
    """Return the values of a sorted array, and how often each occurs."""
    begins = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    return ordered[begins], np.diff(begins, append=len(ordered))
