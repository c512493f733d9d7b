"""Mean squared error, and what it says in decibels."""

import numpy as np

from ..base.bands import bands
from ..base.checks import check_array
from ..base.dtype import float_dtype, warn_of_small_numbers
from ..base.parameters import check_number
from ..base.ranges import rounding


def mean_squared_error(image0, image1):
    """Measure the mean of the squared differences.

    mse = mean of (image0 - image1)^2

    Parameters
    ----------
    image0, image1 : arrays of one shape
        Any number type; values are taken as they are, so integers and floats of another range do not compare.

    Returns
    -------
    float64, 0 for equal pictures; in squared units of the values.

    Raises
    ------
    ValueError
        For pictures of different shapes, NaN or infinite values, and differences too large to square.

    Notes
    -----
    All values count alike, wherever they are; colour channels too. The same to rounding as scikit-image.

    References
    ----------
    Z. Wang, A. C. Bovik, "Mean Squared Error: Love It or Leave It?", IEEE Signal Processing Magazine 26 (2009).

    Examples
    --------
    >>> float(mean_squared_error(np.array([0.0, 1.0]), np.array([0.0, 0.5])))
    0.125
    """
    image0, image1 = _pair(image0, image1)
    dtype = np.result_type(float_dtype(image0.dtype), float_dtype(image1.dtype))
    flat0, flat1 = image0.reshape(-1), image1.reshape(-1)
    total = 0.0
    with np.errstate(over="ignore", invalid="ignore"):
        for some in bands(flat0.size, 32):  # 8192 values: from 10,000 on, BLAS would wake threads for their product
            total += _squared_distance(flat0[some], flat1[some], dtype)
    if not np.isfinite(total):  # one look at the sum is quicker than a look at every pixel beforehand
        check_array(image0, "image0"), check_array(image1, "image1")
        raise ValueError("the squared differences are too large for a number; scale the pictures down")
    return np.float64(total / flat0.size)


def _squared_distance(a, b, dtype):
    difference = np.subtract(a, b, dtype=dtype)
    return float(difference.dot(difference))


def peak_signal_noise_ratio(image_true, image_test, *, data_range=None):
    """Measure in decibels how far the noise lies below the largest possible value.

    psnr = 10 log10(data_range^2 / mse)

    Parameters
    ----------
    image_true, image_test : arrays of one shape
        The undisturbed picture, and the one that is judged.
    data_range : float, optional
        The distance from the least to the largest possible value. Where left out: of integers, their type's (from 0
        on where nothing is negative); of floats 1, or 2 with negative values.

    Returns
    -------
    float64; infinite for equal pictures, which have no noise. 20 is poor, above 40 hardly a difference is seen.

    Raises
    ------
    ValueError
        For pictures of different shapes, floats outside of [-1, 1] without a data_range, a data_range not above 0.
    TypeError
        For a data_range that is no number.

    Notes
    -----
    Ten decibels more are a tenth of the mean squared error, six about half of the typical difference. The same to
    rounding as scikit-image.

    References
    ----------
    Q. Huynh-Thu, M. Ghanbari, "Scope of Validity of PSNR in Image/Video Quality Assessment", Electronics Letters 44
    (2008).

    Examples
    --------
    >>> float(peak_signal_noise_ratio(np.array([0.0, 1.0]), np.array([0.1, 0.9])).round(3))
    20.0
    """
    error = mean_squared_error(image_true, image_test)
    if data_range is None:
        data_range = _usual_range(np.asarray(image_true))
    check_range(data_range)
    # the logarithm first: the square of a large range may be too large for a number
    return np.float64(20 * np.log10(float(data_range)) - 10 * np.log10(error)) if error > 0 else np.float64(np.inf)


def type_range(image):
    """Return the distance from the least to the largest value of an integer type; floats have none."""
    if image.dtype.kind == "f":
        raise ValueError("floats have no range of their own: pass data_range, 1 for pictures from 0 to 1")
    if image.dtype.kind == "b":
        return 1
    warn_of_small_numbers(image, "pass data_range, the largest possible difference: 255 for 8 bits")
    return float(np.iinfo(image.dtype).max) - float(np.iinfo(image.dtype).min)


def check_range(data_range):
    """Refuse what is no distance between two values."""
    if np.ndim(data_range) or not 0 < check_number("data_range", data_range, finite=False) < np.inf:
        raise ValueError(f"data_range is the largest possible difference of two values, above 0, got {data_range!r}")


def _pair(image0, image1):
    image0, image1 = check_array(image0, "image0", False), check_array(image1, "image1", False)
    if image0.shape != image1.shape:
        raise ValueError(f"the pictures have the shapes {image0.shape} and {image1.shape}; give them the same")
    return image0, image1


def _usual_range(image):
    low, high = image.min(), image.max()
    if image.dtype.kind == "f":
        spare = rounding(image.dtype)
        if low < -1 - spare or high > 1 + spare:
            raise ValueError(
                f"image_true reaches from {low} to {high}; pass data_range, the largest possible difference"
            )
        return 1 if low >= -spare else 2
    if image.dtype.kind == "b":
        return 1
    whole = type_range(image)
    return np.iinfo(image.dtype).max if low >= 0 else whole
