"""Local thresholds: every pixel gets its own level, from the window around it."""

from scipy import ndimage

from ...base.checks import check_grey
from ...base.dtype import float_dtype
from ...base.parameters import check_border, check_number
from ..smoothing import gaussian
from ..windows import window_mean, window_median
from .windowed import check_window


def threshold_local(image, block_size=3, method="gaussian", offset=0, mode="reflect", param=None, cval=0):
    """Find a level for each pixel: the typical value of the window around it, less an offset.

    level[r, c] = statistic of the block_size x block_size pixels around (r, c) - offset

    Parameters
    ----------
    image : array (rows, cols)
        Any number type; values are kept as they are.
    block_size : odd int, or (rows, cols)
        The window. Take it larger than what you look for: 3, the default, finds little but noise.
    method : {"gaussian", "mean", "median", "generic"}
        How the window is summed up; "generic" calls `param` with its pixels.
    offset : number
        Subtracted from every level. Above 0, an even area (blank paper, say) lies over its level.
    mode, cval : str, number
        Border rule, one of reflect, mirror, nearest, wrap, constant (the value `cval`).
    param : number or function
        For "gaussian" the sigma, (block_size - 1) / 6 if left out; for "generic" the function.

    Returns
    -------
    array (rows, cols)
        The levels: object = image > level. float32 for float32 and float16, else float64.

    Raises
    ------
    ValueError
        For an even block_size, an unknown method or mode, a colour picture (convert it with color.rgb2gray).
    TypeError
        For an offset that is no number, and for "generic" without a function.

    Notes
    -----
    The mean costs the same for every window. The median of a picture with few levels (uint8) costs little
    more for a large window than for a small one; many levels in a large window are slow. Means are
    divided once, so where scikit-image divides per axis they may differ by rounding.

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 10.3, "Variable thresholding".

    Examples
    --------
    >>> import numpy as np
    >>> threshold_local(np.array([[0, 0, 0], [0, 9, 0], [0, 0, 0]]), 3, "mean", offset=1)
    array([[0., 0., 0.],
           [0., 0., 0.],
           [0., 0., 0.]])
    """
    image = check_grey(image)
    offset = check_number("offset", offset)
    return local_statistic(image, block_size, method, mode, param, cval) - offset


def local_statistic(image, block_size, method="gaussian", mode="reflect", param=None, cval=0):
    """Return what is typical of the window around each pixel: the surface before the offset is subtracted."""
    size = check_window(block_size)
    check_border(cval)
    dtype = float_dtype(image.dtype)
    if method == "gaussian":
        sigma = [(n - 1) / 6 for n in size] if param is None else param  # the window is 6 sigma wide
        return gaussian(image.astype(dtype), sigma, mode=mode, cval=cval)
    if method == "generic":
        return _generic(image.astype(dtype), size, param, mode, cval)
    if method not in ("mean", "median"):
        raise ValueError(f'unknown method {method!r}; choose "gaussian", "mean", "median" or "generic"')
    if mode == "constant":
        image = image.astype(dtype)  # `cval` need not be a whole number
    statistic = window_mean if method == "mean" else window_median
    return statistic(image, size, mode, cval).astype(dtype, copy=False)


def _generic(image, size, function, mode, cval):
    if not callable(function):
        raise TypeError(f'method "generic" needs a function of the window\'s pixels as param, got {function!r}')
    return ndimage.generic_filter(image, function, size, mode=mode, cval=cval)
