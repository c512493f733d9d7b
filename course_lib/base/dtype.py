"""Number types: the floats that every filter computes with, and how integers become floats."""

import numpy as np

from .warn import warn


def float_dtype(dtype):
    """float32 for float32 and float16, float64 for everything else: the result type of every filter."""
    return np.float32 if dtype in (np.float32, np.float16) else np.float64


def as_float(image, remedy=None):
    """Return a checked array as floats: integers from their type's full range to [0, 1] or [-1, 1].

    Unsigned integers are multiplied by 1 / the type's maximum; signed ones too, and the one value below
    -1 becomes -1. Floats keep their values. The result is float32 for float32 and float16, else float64.

    Wide integers that are all small are what `warn_of_small_numbers` warns of, with this remedy.
    """
    warn_of_small_numbers(image, remedy)
    return scaled(image)


def scaled(image):
    """Return what `as_float` returns, without its warning: for a few rows of a picture, and where only ratios count."""
    if image.dtype.kind in "bf":
        return image.astype(float_dtype(image.dtype), copy=False)
    shares = image * (1 / np.float64(np.iinfo(image.dtype).max))  # quicker than to divide each pixel
    return shares if image.dtype.kind == "u" else np.maximum(shares, -1.0, out=shares)


def warn_of_small_numbers(image, remedy=None):
    """Warn where white is the largest number of 32 or 64 bits, and all that the picture holds is below 2^16.

    Examples
    --------
    >>> import warnings
    >>> with warnings.catch_warnings(record=True, action="always") as caught:
    ...     warn_of_small_numbers(np.array([[0, 100]]))
    >>> str(caught[0].message)[:72]
    'a picture of int64 holds 0 to 100 and is nearly black, for white is 2^63'
    """
    if image.dtype.kind not in "iu" or image.dtype.itemsize < 4:
        return
    least, largest = int(image.min()), int(image.max())
    if (least, largest) == (0, 0) or max(-least, largest) >= 2**16:
        return
    bits = 8 * image.dtype.itemsize - (image.dtype.kind == "i")
    warn(
        f"a picture of {image.dtype} holds {least} to {largest} and is nearly black, for white is 2^{bits} there; "
        + (remedy or _smaller_type(least, largest))
    )


def _smaller_type(least, largest):
    if least < 0:
        return "convert it to floats first: image / 255 if white is 255"
    if largest == 1:
        return "convert a mask with .astype(bool) first"
    return f"convert it with .astype(np.uint{8 if largest < 256 else 16}) first"
