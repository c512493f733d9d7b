"""Erosion and dilation of shapes, as the textbooks define them.

All share their parameters, result and border rule: see `binary_erosion`. Newer code calls `erosion` and the
others, which take binary pictures too.
"""

import numpy as np

from ..base.checks import check_grey
from .extremes import check_footprint, extremes, mirrored

_MODES = ("max", "min", "ignore")


def binary_erosion(image, footprint=None, *, mode="ignore"):
    """Keep the pixels around which the whole footprint fits into the shape.

    out = all places where the footprint, moved there, lies in the shape

    Parameters
    ----------
    image : (rows, cols) array
        Everything that is not zero belongs to the shape.
    footprint : (h, w) array, optional
        The neighbours that count: the cross of a pixel and its four neighbours where left out. Its centre is at
        (h // 2, w // 2).
    mode : str
        What is outside of the picture: max (shape), min (no shape), ignore (does not count).

    Returns
    -------
    (rows, cols) array of bool.

    Raises
    ------
    ValueError
        For a picture or footprint that is not 2-D, a footprint without a one, an unknown mode.

    Notes
    -----
    The same as scikit-image, which calls the binary_ forms deprecated since 0.26 (and warns).

    References
    ----------
    R. C. Gonzalez, R. E. Woods, Digital Image Processing, 4th ed., section 9.2.

    Examples
    --------
    >>> binary_erosion(np.array([[0, 1, 1, 1, 0]]), np.ones((1, 3)))
    array([[False, False,  True, False, False]])
    """
    return _filtered(image, footprint, np.minimum, mode)


def binary_dilation(image, footprint=None, *, mode="ignore"):
    """Put the footprint onto every pixel of the shape.

    out = all places where the mirrored footprint, moved there, meets the shape

    Parameters
    ----------
    image, footprint, mode
        As in `binary_erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of bool.

    Examples
    --------
    >>> binary_dilation(np.array([[0, 0, 1, 0, 0]]), np.ones((1, 3)))
    array([[False,  True,  True,  True, False]])
    """
    return _filtered(image, footprint, np.maximum, mode)


def binary_opening(image, footprint=None, *, mode="ignore"):
    """Keep the parts of the shape that the footprint fits into: erosion, then dilation.

    Parameters
    ----------
    image, footprint, mode
        As in `binary_erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of bool.

    Examples
    --------
    >>> binary_opening(np.array([[1, 0, 1, 1, 1]]), np.ones((1, 3)))
    array([[False, False,  True,  True,  True]])
    """
    return _filtered(_filtered(image, footprint, np.minimum, mode), footprint, np.maximum, mode)


def binary_closing(image, footprint=None, *, mode="ignore"):
    """Fill the gaps that the footprint does not fit into: dilation, then erosion.

    Parameters
    ----------
    image, footprint, mode
        As in `binary_erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of bool.

    Examples
    --------
    >>> binary_closing(np.array([[1, 0, 1, 0, 0]]), np.ones((1, 3)))
    array([[ True,  True,  True, False, False]])
    """
    return _filtered(_filtered(image, footprint, np.maximum, mode), footprint, np.minimum, mode)


def _filtered(image, footprint, pick, mode):
    shape = check_grey(image) != 0
    footprint = check_footprint(footprint)
    if mode not in _MODES:
        raise ValueError(f"unknown border mode {mode!r}; choose one of {', '.join(_MODES)}")
    centre = [size // 2 for size in footprint.shape]
    if pick is np.maximum:  # a pixel spreads to where the footprint points: seen from there, it lies mirrored
        footprint, centre = mirrored(footprint, centre)
    return extremes(shape, footprint, centre, pick, mode)
