"""Changing between number types."""

import numpy as np

from ..base.checks import check_array
from ..base.dtype import as_float, float_dtype
from ..base.ranges import rounding


def img_as_float(image, force_copy=False):
    """Convert a picture to floats, white to 1.

    out = image / (largest value of its type)

    Parameters
    ----------
    image : array
        Integers of any type, bool, or floats, which keep their values.
    force_copy : bool
        Copy even where the picture already has the right type.

    Returns
    -------
    array of the same shape
        [0, 1] for unsigned integers and bool, [-1, 1] for signed ones. float32 for float32 and float16,
        else float64.

    Raises
    ------
    ValueError
        For an empty picture, NaN and infinite values.

    Notes
    -----
    White is the largest number that the type holds, not the largest of the picture: a picture of 0 to 255 in int64
    becomes nearly black, and a warning says so. `img_as_ubyte` keeps such numbers, so img_as_ubyte(img_as_float(image))
    is black there and img_as_ubyte(image) is not; .astype(np.uint8) first makes both the same.

    float16 becomes float32 (scikit-image keeps it).

    References
    ----------
    A. W. Paeth, "Proper Treatment of Pixels as Integers", Graphics Gems (1990), 249-256.

    Examples
    --------
    >>> img_as_float(np.array([[0, 51, 255]], dtype=np.uint8))
    array([[0. , 0.2, 1. ]])
    """
    result = as_float(check_array(image))
    return result.copy() if force_copy else result


def img_as_ubyte(image, force_copy=False):
    """Convert a picture to 8 bits: 0 is black, 255 is white.

    out = round(255 image) for floats; halves go to the even number

    Parameters
    ----------
    image : array
        Floats in [-1, 1], integers of any type, or bool. What is negative becomes 0.
    force_copy : bool
        Copy even where the picture already has the right type.

    Returns
    -------
    array of uint8, same shape

    Raises
    ------
    ValueError
        For floats outside of [-1, 1] by more than rounding: the message says what to do; for NaN and infinite
        values.

    Notes
    -----
    Wider integers keep their upper eight bits. As in scikit-image, a picture of wider integers that are all
    under 256 keeps its values, but without its warning.

    References
    ----------
    A. W. Paeth, "Proper Treatment of Pixels as Integers", Graphics Gems (1990), 249-256.

    Examples
    --------
    >>> img_as_ubyte(np.array([[0.0, 0.2, 1.0]]))
    array([[  0,  51, 255]], dtype=uint8)
    """
    image = check_array(image)
    if image.dtype.kind == "f":
        return _float_to_ubyte(image)
    if image.dtype == np.uint8:
        return image.copy() if force_copy else image
    if image.dtype.kind == "b":
        return image * np.uint8(255)
    return _upper_bits(image)


def _float_to_ubyte(image):
    least, largest, spare = image.min(), image.max(), rounding(image.dtype)
    if least < -1 - spare or largest > 1 + spare:
        raise ValueError(f"expected floats from -1 to 1, got {least} to {largest}; {_remedy(least, largest)}")
    scaled = np.multiply(image, 255, dtype=float_dtype(image.dtype))
    if least < 0 or largest > 1:
        np.clip(scaled, 0, 255, out=scaled)
    return np.rint(scaled, out=scaled).astype(np.uint8)


def _remedy(least, largest):
    if least >= 0 and 2 < largest <= 255:
        return "a picture of 0 to 255 in floats is divided by 255: image / 255"
    if least >= -2 and largest <= 2:  # such as sharpening leaves
        return "clip what lies outside with np.clip(image, 0, 1)"
    return "stretch it first with exposure.rescale_intensity(image, out_range=(0, 1))"


def _upper_bits(image):
    positive = np.maximum(image, 0)
    if image.dtype == np.int8:  # 7 bits have to be stretched to 8
        return (positive.astype(np.uint16) * 129 // 64).astype(np.uint8)
    if positive.max() < 256:
        return positive.astype(np.uint8)
    bits = 8 * image.dtype.itemsize - (image.dtype.kind == "i")
    return (positive >> (bits - 8)).astype(np.uint8)
