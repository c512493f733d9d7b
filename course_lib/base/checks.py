"""Pictures: checked, or refused with what was expected, what came, and how to mend it.

Axes are ``rows, cols`` and, for colour, ``channels`` last. Nothing here changes the caller's array.
"""

import math
import numbers

import numpy as np

from .warn import warn


def check_array(image, name="image", finite=True):
    """Return `image` as an array of numbers in native byte order, all finite unless `finite` is False.

    Raises
    ------
    TypeError
        For what is no array of real numbers (None, text, objects, complex numbers).
    ValueError
        For an empty array, a single number, masked values, and for NaN or infinite ones.
    """
    if np.ma.is_masked(image):
        raise ValueError(
            f"expected {name} without a mask, got {np.ma.count_masked(image)} masked values, which would count all the "
            f"same; fill them with {name}.filled(…), or pass the others alone, as one row: {name}.compressed()[None]"
        )
    try:
        array = np.asarray(image)
    except ValueError:
        raise ValueError(
            f"expected {name} as rows of equal length, got a list of unequal parts; mend the rows first"
        ) from None
    if array.dtype.kind not in "buif":
        raise TypeError(
            f"expected {name} as an array of numbers, got {_kind(image, array)}; "
            "load a picture with data.load, or convert with np.asarray(…, dtype=float)"
        )
    if array.ndim == 0:
        raise ValueError(f"expected {name} as an array of pixels, got the single number {array}")
    if array.size == 0:
        raise ValueError(
            f"expected {name} with at least one pixel, got the empty shape {array.shape}; check the slice that made it"
        )
    if finite:
        check_finite(array, name)
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))


def check_finite(array, name="image"):
    """Raise a ValueError if an array holds NaN or infinite values."""
    if array.dtype.kind == "f" and not _all_finite(array):
        raise ValueError(f"{name} contains NaN or infinite values; replace them first, for example with np.nan_to_num")


def check_grey(image, name="image"):
    """Return `image` as a checked array of shape (rows, cols), or say what to do about it."""
    array = check_array(image, name)
    if array.ndim == 3 and array.shape[-1] in (3, 4):
        alpha = f"drop the alpha channel with {name}[..., :3], then " if array.shape[-1] == 4 else ""
        raise ValueError(
            f"expected a grey {name} (rows, cols), got shape {array.shape}; {alpha}convert it with color.rgb2gray first"
        )
    if array.ndim != 2:
        raise ValueError(
            f"expected a grey {name} (rows, cols), got shape {array.shape}; pick one 2-D picture, or reshape it"
        )
    return array


def check_color(image, name="image", finite=True):
    """Return `image` as a checked array of shape (rows, cols, 3), or say what to do about it."""
    array = check_array(image, name, finite)
    if array.ndim == 3 and array.shape[-1] == 3:
        return array
    if array.ndim == 3 and array.shape[-1] == 4:
        mend = f"drop the alpha channel with {name}[..., :3]"
    elif array.ndim == 2:
        mend = "a grey picture gets three channels with color.gray2rgb"
    else:
        mend = "the last axis holds red, green and blue"
    raise ValueError(f"expected a colour {name} (rows, cols, 3), got shape {array.shape}; {mend}")


def check_image(image, channel_axis=None, name="image"):
    """Return a checked (rows, cols) array, or (rows, cols, channels) where `channel_axis` is -1."""
    if channel_axis is None:
        array = check_array(image, name)
        if array.ndim == 3 and array.shape[-1] in (2, 3, 4):
            raise ValueError(
                f"expected a grey {name} (rows, cols), got shape {array.shape}; "
                "for a colour picture pass channel_axis=-1, or convert it with color.rgb2gray"
            )
        return check_grey(array, name)
    array = check_array(image, name)
    if array.ndim != 3:
        raise ValueError(
            f"expected {name} (rows, cols, channels) for channel_axis={channel_axis}, got shape {array.shape}; "
            "leave channel_axis out for a grey picture"
        )
    return array


def check_labels(label_image, name="label_image"):
    """Return a checked (rows, cols) array of integers, or of True and False."""
    array = check_grey(label_image, name)
    if array.dtype.kind == "f":
        raise TypeError(
            f"expected {name} with integers or True and False, got {array.dtype}; "
            "make regions first, for example image > level"
        )
    return array


def warn_of_one_label(numbers, name, mend):
    """Warn where `numbers`, those of all labels, are a single one: most likely they are a mask written in integers."""
    if len(numbers) == 1:
        warn(f"{name} holds the one label {numbers[0]}, so all its pixels count as one object; if it is a mask, {mend}")


def check_axis(channel_axis, array):
    """Return the number of an axis of an array, or say that there is no such axis."""
    if not isinstance(channel_axis, numbers.Integral) or not -array.ndim <= channel_axis < array.ndim:
        raise ValueError(
            f"channel_axis={channel_axis!r} does not exist in shape {array.shape}; "
            "colour pictures take -1, their last axis, and grey ones None"
        )
    return int(channel_axis)


def _all_finite(array):
    # A sum is finite only if every value is, and costs a third of isfinite (by einsum, which does not care
    # for rounding, and warns of nothing); a sum that overflows proves nothing.
    total = np.einsum("i->", array.ravel(order="K"))
    return math.isfinite(total) or bool(np.isfinite(array).all())


def _kind(image, array):
    if image is None:
        return "None (did a function forget to return its result?)"
    return f"{type(image).__name__} of type {array.dtype}"
