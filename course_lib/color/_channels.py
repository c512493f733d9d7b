"""The channels of a colour picture, wherever their axis lies."""

import numpy as np

from ..arrays import check_array, check_color


def channels_last(image, channel_axis, name="image"):
    """Return a checked colour picture as (rows, cols, 3)."""
    image = check_array(image, name)
    if not isinstance(channel_axis, (int, np.integer)) or not -image.ndim <= channel_axis < image.ndim:
        raise ValueError(
            f"channel_axis={channel_axis!r} does not exist in shape {image.shape}; colour pictures take -1"
        )
    return check_color(np.moveaxis(image, channel_axis, -1), name)


def planes(image):
    """Return the three channels as arrays of their own, which are quicker to compute with than every third number."""
    return [np.ascontiguousarray(image[..., c]) for c in range(3)]


def from_planes(channels, channel_axis=-1):
    """Return three planes as one picture, with the channels where `channel_axis` says."""
    return np.moveaxis(np.stack(channels, axis=-1), -1, channel_axis)
