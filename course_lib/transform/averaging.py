"""Averaging down: each pixel of the result is the mean of a block."""

import numpy as np

from ..base.dtype import float_dtype
from ..base.parameters import check_border, check_room
from ..base.ranges import clip_to
from .sampling import check_any


def downscale_local_mean(image, factors, cval=0):
    """Make a picture smaller by whole factors: each pixel is the mean of a block.

    out[r, c] = mean of image[r f : (r + 1) f, c g : (c + 1) g]

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, channels) array
        Any number type; values are kept, not scaled.
    factors : int or (f, g), for colour (f, g, 1)
        The size of a block in rows and columns, whole numbers from 1 on. One number stands for both.
    cval : float
        What incomplete blocks at the lower and right end are filled with.

    Returns
    -------
    array of ceil(rows / f), ceil(cols / g) pixels (and the channels)
        float32 for float32 and float16, else float64; within the range of the picture, and of `cval` where blocks
        are incomplete.

    Raises
    ------
    ValueError
        For factors that are not whole numbers from 1 on, or too few or many of them.

    Notes
    -----
    Every pixel counts once, so nothing is left out as in image[::f, ::g], which aliases. A last row or column of
    incomplete blocks is darker, as black is averaged in (`cval`): cut the picture to whole blocks first where
    that matters. At most two additions a pixel, whatever the factors. The same to rounding as scikit-image.

    References
    ----------
    R. Szeliski (2010): Computer Vision: Algorithms and Applications, section 3.5.2 (decimation).

    Examples
    --------
    >>> downscale_local_mean(np.array([[1, 3, 5], [1, 3, 5]]), (2, 2))
    array([[2. , 2.5]])
    """
    image = check_any(image)
    check_border(cval)
    f, g = _check_factors(factors, image)
    dtype = float_dtype(image.dtype)
    spare = -image.shape[0] % f, -image.shape[1] % g
    if any(spare):
        widths = [(0, spare[0]), (0, spare[1])] + [(0, 0)] * (image.ndim - 2)
        padded = [size + more for size, more in zip(image.shape, spare, strict=False)]
        check_room("the block that the factors make", padded, max(4 * image.size, 2**26))
        image = np.pad(image.astype(dtype, copy=False), widths, constant_values=cval)
    lines = _sum_of([image[i::f] for i in range(f)], dtype)
    means = _sum_of([lines[:, j::g] for j in range(g)], dtype)
    means /= f * g
    return clip_to(means, image)


def _sum_of(pictures, dtype):
    total = pictures[0].astype(dtype)
    for picture in pictures[1:]:
        total += picture
    return total


def _check_factors(factors, image):
    sizes = np.asarray(factors)
    if sizes.ndim == 0 and image.ndim == 2:
        sizes = np.repeat(sizes, 2)
    if sizes.dtype.kind not in "ui" or sizes.shape != (image.ndim,) or (sizes < 1).any() or (sizes[2:] != 1).any():
        expected = "f or (f, g)" if image.ndim == 2 else "(f, g, 1), as channels are not averaged"
        raise ValueError(f"expected the factors as {expected}, whole numbers from 1 on, got {factors!r}")
    return sizes[:2].tolist()
