"""Footprints: the neighbours that count, as a small array of ones."""

from numbers import Integral, Real

import numpy as np

from ..base.parameters import check_room


def footprint_rectangle(shape, *, dtype=np.uint8):
    """Make a rectangle of ones.

    Parameters
    ----------
    shape : (rows, cols)
        Whole numbers from 1 on; (3, 3) is the square of a pixel and its eight neighbours.
    dtype : dtype
        Of the result.

    Returns
    -------
    (rows, cols) array of ones.

    Raises
    ------
    ValueError
        For a shape that is not made of two positive whole numbers.

    Examples
    --------
    >>> footprint_rectangle((2, 3))
    array([[1, 1, 1],
           [1, 1, 1]], dtype=uint8)
    """
    pair = isinstance(shape, (tuple, list)) or (isinstance(shape, np.ndarray) and shape.ndim == 1)
    if not pair or len(shape) != 2 or not all(isinstance(size, Integral) and size >= 1 for size in shape):
        raise ValueError(f"expected the shape as (rows, cols), whole numbers from 1 on, got {shape!r}")
    check_room("the shape", shape)
    return np.ones(shape, dtype)


def square(width, dtype=np.uint8):
    """Make a square of ones: the older name of footprint_rectangle((width, width)).

    Parameters
    ----------
    width : int
        In pixels, from 1 on.
    dtype : dtype
        Of the result.

    Returns
    -------
    (width, width) array of ones.

    Examples
    --------
    >>> square(2)
    array([[1, 1],
           [1, 1]], dtype=uint8)
    """
    return footprint_rectangle((width, width), dtype=dtype)


def rectangle(nrows, ncols, dtype=np.uint8):
    """Make a rectangle of ones: the older name of footprint_rectangle((nrows, ncols)).

    Parameters
    ----------
    nrows, ncols : int
        In pixels, from 1 on.
    dtype : dtype
        Of the result.

    Returns
    -------
    (nrows, ncols) array of ones.

    Examples
    --------
    >>> rectangle(1, 2)
    array([[1, 1]], dtype=uint8)
    """
    return footprint_rectangle((nrows, ncols), dtype=dtype)


def disk(radius, dtype=np.uint8, *, strict_radius=True):
    """Make a disk: all pixels whose centre is at most `radius` away.

    out[r, c] = 1 where r^2 + c^2 <= radius^2, with r and c counted from the middle

    Parameters
    ----------
    radius : float
        In pixels, 0 or more.
    dtype : dtype
        Of the result.
    strict_radius : bool
        False adds half a pixel to the radius, which gives rounder small disks.

    Returns
    -------
    array of zeros and ones, whose sides are 2 radius + 1 (rounded up)

    Raises
    ------
    ValueError
        For a radius that is negative or not finite.

    Notes
    -----
    A whole radius has a pixel in its middle. With a half the middle lies between four pixels and the sides are even:
    disk(1.5) is a square of four ones in a frame of zeros, and disk(0.5) has no ones at all. Other fractions make most
    disks lopsided, as rows are counted down from -radius: avoid them. All as in scikit-image.

    Examples
    --------
    >>> disk(1)
    array([[0, 1, 0],
           [1, 1, 1],
           [0, 1, 0]], dtype=uint8)
    >>> disk(1.5)[1].tolist(), disk(0.5).any()
    ([0, 1, 1, 0], np.False_)
    """
    offset = _offsets(radius)
    reach = radius if strict_radius else radius + 0.5
    return (offset[:, None] ** 2 + offset**2 <= reach**2).astype(dtype)


def diamond(radius, dtype=np.uint8):
    """Make a diamond: all pixels at most `radius` steps up, down, left or right away.

    out[r, c] = 1 where |r| + |c| <= radius

    Parameters
    ----------
    radius : float
        In steps, 0 or more.
    dtype : dtype
        Of the result.

    Returns
    -------
    array of zeros and ones, whose sides are 2 radius + 1 (rounded up)

    Raises
    ------
    ValueError
        For a radius that is negative or not finite.

    Notes
    -----
    For radii that are not whole, such as 1.5, see `disk`.

    Examples
    --------
    >>> diamond(1)
    array([[0, 1, 0],
           [1, 1, 1],
           [0, 1, 0]], dtype=uint8)
    """
    offset = np.abs(_offsets(radius))
    return (offset[:, None] + offset <= radius).astype(dtype)


def _offsets(radius):
    if not isinstance(radius, Real) or not 0 <= radius < np.inf:
        raise ValueError(f"expected the radius as a number of pixels, 0 or more, got {radius!r}")
    check_room("the radius", (2 * radius + 1,) * 2)
    return np.arange(-radius, radius + 1)
