"""What every algorithm needs before it can start: a checked array, as floats, with a border.

Axes are ``rows, cols`` and, for colour, ``channels`` last. Nothing here changes the caller's array.
"""

import functools
import inspect
import itertools
import numbers
import warnings

import numpy as np

# scipy.ndimage's border names (which the public functions take) -> numpy.pad's
_PAD_MODES = {
    "reflect": "symmetric",  # d c b a | a b c d | d c b a
    "mirror": "reflect",  # d c b | a b c d | c b a
    "nearest": "edge",  # a a a a | a b c d | d d d d
    "wrap": "wrap",  # a b c d | a b c d | a b c d
    "constant": "constant",  # k k k k | a b c d | k k k k
}


def check_array(image, name="image", finite=True):
    """Return `image` as an array of numbers in native byte order, all finite unless `finite` is False.

    Raises
    ------
    TypeError
        For what is no array of real numbers (None, text, objects, complex numbers).
    ValueError
        For an empty array, a single number, and for NaN or infinite values.
    """
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


def check_axis(channel_axis, array):
    """Return the number of an axis of an array, or say that there is no such axis."""
    if not isinstance(channel_axis, numbers.Integral) or not -array.ndim <= channel_axis < array.ndim:
        raise ValueError(
            f"channel_axis={channel_axis!r} does not exist in shape {array.shape}; "
            "colour pictures take -1, their last axis, and grey ones None"
        )
    return int(channel_axis)


def float_dtype(dtype):
    """float32 for float32 and float16, float64 for everything else: the result type of every filter."""
    return np.float32 if dtype in (np.float32, np.float16) else np.float64


def as_float(image):
    """Return a checked array as floats: integers from their type's full range to [0, 1] or [-1, 1].

    Unsigned integers are multiplied by 1 / the type's maximum; signed ones too, and the one value below
    -1 becomes -1. Floats keep their values. The result is float32 for float32 and float16, else float64.
    """
    if image.dtype.kind in "bf":
        return image.astype(float_dtype(image.dtype), copy=False)
    scaled = image * (1 / np.float64(np.iinfo(image.dtype).max))  # quicker than to divide each pixel
    return scaled if image.dtype.kind == "u" else np.maximum(scaled, -1.0, out=scaled)


def pad(image, widths, mode="reflect", cval=0.0):
    """Return `image` with a border of `widths` pixels per axis, by scipy.ndimage's border names.

    `widths` is one number for both image axes, or (before, after) pairs per axis. Channels are not padded.
    """
    check_mode(mode)
    if np.ndim(widths) == 0:
        widths = [(widths, widths)] * 2
    widths = list(widths) + [(0, 0)] * (image.ndim - len(widths))
    if mode == "constant":
        _check_border_value(cval, image.dtype)
    extra = {"constant_values": cval} if mode == "constant" else {}
    return np.pad(image, widths, mode=_PAD_MODES[mode], **extra)


def check_mode(mode):
    """Raise a ValueError for what is no border rule."""
    if mode not in _PAD_MODES:
        raise ValueError(f"unknown border mode {mode!r}; choose one of {', '.join(_PAD_MODES)}")


def shifts(image, radius, mode="reflect", cval=0.0):
    """Yield (dr, dc, shifted) for every offset within `radius`: shifted[r, c] is image[r + dr, c + dc].

    The shifted pictures are views of one padded copy: the way to visit every pixel's neighbours
    without a loop over pixels.
    """
    rows, cols = image.shape[:2]
    padded = pad(image, radius, mode, cval)
    for dr, dc in itertools.product(range(-radius, radius + 1), repeat=2):
        yield dr, dc, padded[radius + dr : radius + dr + rows, radius + dc : radius + dc + cols]


def gaussian_kernel(sigma, truncate=4.0):
    """Return the 1-D kernel exp(-i^2 / (2 sigma^2)), cut at truncate * sigma, that sums to one.

    >>> gaussian_kernel(0.5).round(3)
    array([0.   , 0.106, 0.787, 0.106, 0.   ])
    """
    radius = int(truncate * sigma + 0.5)
    offset = np.arange(-radius, radius + 1)
    kernel = np.exp(-0.5 * (offset / sigma) ** 2) if sigma > 0 else (offset == 0).astype(float)
    return kernel / kernel.sum()


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


def _check_border_value(cval, dtype):
    if dtype.kind not in "iu":
        return
    limits = np.iinfo(dtype)
    if not (limits.min <= cval <= limits.max and cval == int(cval)):
        raise ValueError(
            f"{dtype} holds whole numbers from {limits.min} to {limits.max}, not cval={cval!r}; "
            "convert the picture to float first, with image.astype(float)"
        )


def _all_finite(array):
    # A sum is finite only if every value is, and costs a third of isfinite (by einsum, which does not care
    # for rounding); a sum that overflows proves nothing.
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.einsum("i->", array.ravel(order="K"))
        return bool(np.isfinite(total) or np.isfinite(array).all())


def _kind(image, array):
    if image is None:
        return "None (did a function forget to return its result?)"
    return f"{type(image).__name__} of type {array.dtype}"
