"""Where the channels of a colour picture lie: functions see them last, whichever axis the caller names."""

import functools
import inspect
import warnings

import numpy as np

from .checks import check_array, check_axis


def accepts_channel_axis(function):
    """Let `function` take any `channel_axis`, and the old `multichannel`, while it sees only None or -1."""

    usual = inspect.signature(function).parameters["channel_axis"].default
    grey = "leave it out for a grey picture" if usual is None else "write channel_axis=None for a grey picture"

    @functools.wraps(function)
    def wrapper(image, *args, channel_axis=usual, multichannel=None, **kwargs):
        if multichannel is not None:
            warnings.warn(
                f"{function.__name__}: `multichannel` is the old name; "
                + ("write channel_axis=-1" if multichannel else grey),
                DeprecationWarning,
                stacklevel=2,
            )
            channel_axis = -1 if multichannel else None
        if channel_axis is None or channel_axis == -1:
            return function(image, *args, channel_axis=channel_axis, **kwargs)
        array = check_array(image)
        axis = check_axis(channel_axis, array)
        result = function(np.moveaxis(array, axis, -1), *args, channel_axis=-1, **kwargs)
        # a result with fewer axes (labels, say) has no channels to move back
        return np.moveaxis(result, -1, axis) if np.ndim(result) == array.ndim else result

    return wrapper
