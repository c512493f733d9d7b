"""The channels of a colour picture, wherever their axis lies."""

import numpy as np

from ..base.bands import fill
from ..base.checks import check_array, check_axis, check_color
from ..base.dtype import float_dtype


def channels_last(image, channel_axis, name="image", finite=True):
    """Return a checked colour picture as (rows, cols, 3)."""
    if channel_axis == -1:
        return check_color(image, name, finite)
    image = check_array(image, name)
    return check_color(np.moveaxis(image, check_axis(channel_axis, image), -1), name)


def planes(image):
    """Return the three channels as separate arrays, which are quicker to compute with than every third number."""
    return [np.ascontiguousarray(image[..., c]) for c in range(3)]


def in_strips(convert, image):
    """Return convert(image), computed a few lines at a time: what is in between stays in the processor's cache."""

    def write(rows, place):
        place[:] = convert(image[rows])

    out = np.empty(image.shape, float_dtype(image.dtype))
    return fill(out, write, 32 * image.shape[1])  # three floats, and one in between
