"""Contrast: stretching the range of grey values, bending it, and telling whether there is any."""

import numpy as np

from ..base.checks import check_array
from ..base.dtype import float_dtype, warn_of_small_numbers
from ..base.levels import by_level
from ..base.luminance import luminance
from ..base.parameters import check_number
from ..base.ranges import not_negative

_BITS = {"uint10": 10, "uint12": 12, "uint14": 14}  # what cameras deliver, kept in uint16
_TYPES = ("bool", "uint8", "uint16", "uint32", "uint64", "int8", "int16", "int32", "int64", "float32", "float64")


def rescale_intensity(image, in_range="image", out_range="dtype"):
    """Stretch a range of grey values to another; what lies outside is clipped.

    out = (clip(image, low, high) - low) / (high - low) (new_high - new_low) + new_low

    Parameters
    ----------
    image : array
        Any number type.
    in_range, out_range : "image", "dtype", name of a type, or (low, high)
        "image": its own least and largest value; "dtype": the range of its type (floats: [-1, 1]).
        As out_range, a range starts at 0 if the input's does not lie below 0.

    Returns
    -------
    array of the same shape
        Of the type of `image` (float16: float32) or the type that out_range names; for (low, high) floats.
        Integers are cut, not rounded.

    Raises
    ------
    ValueError
        For an unknown range, or one with its ends exchanged.

    Notes
    -----
    A constant picture has nothing to stretch: it is clipped to the new range.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.2, "Contrast stretching".

    Examples
    --------
    >>> rescale_intensity(np.array([[50, 100, 150]], dtype=np.uint8))
    array([[  0, 127, 255]], dtype=uint8)
    >>> rescale_intensity(np.array([[50, 100, 150]], dtype=np.uint8), out_range=(0, 1))
    array([[0. , 0.5, 1. ]])
    """
    image = check_array(image)
    low, high = _range(in_range, image)
    new_low, new_high = _range(out_range, image)
    if low >= 0 and isinstance(out_range, (str, type)) and out_range != "image":
        new_low = 0.0
    dtype = _result_type(out_range, image.dtype)

    def stretch(values):
        clipped = np.clip(values.astype(float_dtype(values.dtype), copy=False), low, high)
        if low == high:
            return np.clip(clipped, new_low, new_high).astype(dtype)
        clipped -= low
        clipped /= high - low
        if (new_low, new_high) != (0, 1):
            clipped *= new_high - new_low
            clipped += new_low
        return _fit(clipped, dtype)

    return by_level(stretch, image)


def _range(spec, image):
    """Return the (low, high) that a range argument means, as floats."""
    if isinstance(spec, str) and spec == "image":
        limits = image.min(), image.max()
    elif isinstance(spec, (tuple, list, np.ndarray)):
        limits = check_array(spec, "range").ravel().tolist()
    else:
        limits = _limits(spec, image.dtype)
    if len(limits) != 2 or limits[0] > limits[1] or float(limits[1]) - float(limits[0]) == np.inf:
        raise ValueError(f"expected a range as (low, high) with low up to high, got {spec!r}")
    return float(limits[0]), float(limits[1])


def _limits(spec, own):
    """Return the range of a type: its name, the type itself, or "dtype" for the picture's own."""
    name = own.name if isinstance(spec, str) and spec == "dtype" else getattr(spec, "__name__", spec)
    name = {"float": "float64", "float16": "float32", "longdouble": "float64"}.get(name, name)
    if name in _BITS:
        return 0, 2 ** _BITS[name] - 1
    if name not in _TYPES and not str(name).startswith("float"):
        raise ValueError(
            f'unknown range {spec!r}; choose "image", "dtype", (low, high) or one of {", ".join((*_TYPES, *_BITS))}'
        )
    dtype = np.dtype(name)
    if dtype.kind in "ui":
        return np.iinfo(dtype).min, np.iinfo(dtype).max
    return (0, 1) if dtype.kind == "b" else (-1, 1)


def _result_type(out_range, own):
    if isinstance(out_range, (tuple, list, np.ndarray)):
        return float_dtype(own)
    if isinstance(out_range, str) and out_range in ("dtype", "image"):
        return float_dtype(own) if own.kind == "f" else own
    return np.dtype(np.uint16 if out_range in _BITS else out_range)


def _fit(values, dtype):
    """Return floats as another type: whole numbers are cut, and kept within the type's range."""
    if np.dtype(dtype).kind in "ui" and np.dtype(dtype).itemsize == 8:  # as a float, its largest value is one too high
        values = np.minimum(values, np.nextafter(float(np.iinfo(dtype).max), 0))
    return values.astype(dtype, copy=False)


def adjust_gamma(image, gamma=1, gain=1):
    """Brighten or darken the middle tones and keep black and white.

    out = gain white (image / white)^gamma,  white = 1 for floats, else the type's largest value

    Parameters
    ----------
    image : array
        Values of 0 or more.
    gamma : number
        Below 1 brightens, above 1 darkens.
    gain : number
        Factor on the result.

    Returns
    -------
    array of the same shape and type (float16 becomes float32)
        Integers are clipped to their range; uint8 is rounded, other integers are cut.

    Raises
    ------
    ValueError
        For negative values, gamma or gain, or values so large that the result is not finite.
    TypeError
        For a gamma or gain that is no number.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 3.2, "Power-law transformations".

    Examples
    --------
    >>> adjust_gamma(np.array([[0, 64, 255]], dtype=np.uint8), 0.5)
    array([[  0, 128, 255]], dtype=uint8)
    """
    image = check_array(image)
    gamma, gain = check_number("gamma", gamma, 0), check_number("gain", gain, 0)
    image = not_negative(image, "values", "shift the picture with exposure.rescale_intensity first")
    warn_of_small_numbers(image)
    white = 1.0 if image.dtype.kind in "bf" else float(np.iinfo(image.dtype).max)

    def bend(values):
        with np.errstate(over="ignore", invalid="ignore"):
            share = values if values.dtype.kind == "f" else values / white
            bent = share.astype(float_dtype(values.dtype), copy=False) ** gamma
            if white * gain != 1:
                bent *= white * gain
        if not np.isfinite(bent.max()):
            raise ValueError("the result is too large; divide the picture by its largest value first")
        if image.dtype.kind == "f":
            return bent
        return _fit(np.minimum(np.rint(bent) if image.dtype == np.uint8 else bent, white), image.dtype)

    return by_level(bend, image)


def is_low_contrast(image, fraction_threshold=0.05, lower_percentile=1, upper_percentile=99, method="linear"):
    """Tell whether a picture uses only a small part of its range.

    (percentile(99) - percentile(1)) / (range of the type) < 0.05

    Parameters
    ----------
    image : array
        Grey, or colour with three channels in the last axis, which is looked at in grey.
    fraction_threshold : number
        The part of the range that counts as little.
    lower_percentile, upper_percentile : number
        Leave out the few darkest and brightest pixels, from 0 to 100.
    method : str
        "linear" is the only one, as in scikit-image.

    Returns
    -------
    bool
        For bool pictures: whether all pixels are equal.

    Raises
    ------
    ValueError
        For percentiles outside of 0 to 100, another method, or a picture with an alpha channel.
    TypeError
        For percentiles or a fraction_threshold that are no numbers.

    Notes
    -----
    Floats have the range [-1, 1], so a float picture from 0 to 0.1 is exactly at the limit.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., chapter 3.

    Examples
    --------
    >>> is_low_contrast(np.linspace(0, 0.04, 64).reshape(8, 8))
    True
    """
    image = check_array(image)
    lower_percentile = check_number("lower_percentile", lower_percentile)
    upper_percentile = check_number("upper_percentile", upper_percentile)
    fraction_threshold = check_number("fraction_threshold", fraction_threshold)
    if method != "linear" or not 0 <= lower_percentile <= upper_percentile <= 100:
        raise ValueError(
            f'expected method "linear" and percentiles in order from 0 to 100, got {method!r}, '
            f"{lower_percentile!r} and {upper_percentile!r}"
        )
    if image.dtype.kind == "b":
        return bool(image.all() or not image.any())
    if image.ndim == 3 and image.shape[-1] == 4:
        raise ValueError(
            f"expected a grey or colour image, got shape {image.shape}; drop the alpha channel with image[..., :3]"
        )
    if image.ndim == 3 and image.shape[-1] == 3:
        image = luminance(image)
    warn_of_small_numbers(image)
    low, high = _limits("dtype", image.dtype)
    dark, bright = np.percentile(image, [lower_percentile, upper_percentile])
    return bool((bright - dark) / (float(high) - float(low)) < fraction_threshold)
