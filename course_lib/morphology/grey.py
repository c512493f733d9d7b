"""Erosion, dilation, and what is made of them, on grey and on binary pictures.

As plainly.erosion and plainly.dilation, 3 times as fast for 9 x 9 pixels, and more for more (see extremes).
All share their parameters, result and border rule: see `erosion`.
"""

import numpy as np

from ..base.checks import check_grey
from .extremes import check_footprint, extremes, mirrored

_MODES = ("reflect", "mirror", "nearest", "wrap", "constant", "max", "min", "ignore")


def erosion(image, footprint=None, *, mode="reflect", cval=0.0):
    """Let bright shapes shrink: take the least value under the footprint.

    out[r, c] = min of image[r + i, c + j] over the footprint's ones (i, j), counted from its centre

    Parameters
    ----------
    image : (rows, cols) array
        Any number type, or bool; values are kept as they are.
    footprint : (h, w) array, optional
        The neighbours that count: the cross of a pixel and its four neighbours where left out. Its centre is at
        ((h - 1) // 2, (w - 1) // 2).
    mode, cval : str, float
        Border rule: reflect, mirror, nearest, wrap, constant (the value `cval`), max, min (the dtype's limits),
        ignore (the border does not count).

    Returns
    -------
    (rows, cols) array of the dtype of `image`.

    Raises
    ------
    ValueError
        For a picture or footprint that is not 2-D, a footprint without a one, an unknown mode.

    Notes
    -----
    The cost grows with the number of different rows in the footprint, and hardly with its size: see
    `course_lib.morphology.extremes`. The same as scikit-image, and float16 is taken too.

    References
    ----------
    J. Serra, Image Analysis and Mathematical Morphology, 1982.

    Examples
    --------
    >>> erosion(np.array([[1, 5, 6, 7, 2]]))
    array([[1, 1, 5, 2, 2]])
    """
    return _filtered(image, footprint, np.minimum, mode, cval)


def dilation(image, footprint=None, *, mode="reflect", cval=0.0):
    """Let bright shapes grow: take the largest value under the footprint.

    out[r, c] = max of image[r + i, c + j] over the footprint's ones (i, j).

    As in scikit-image, the footprint is not mirrored (`binary_dilation` mirrors it, as the textbooks do).

    Parameters
    ----------
    image, footprint, mode, cval
        As in `erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of the dtype of `image`.

    Examples
    --------
    >>> dilation(np.array([[1, 5, 6, 7, 2]]))
    array([[5, 6, 7, 7, 7]])
    """
    return _filtered(image, footprint, np.maximum, mode, cval)


def opening(image, footprint=None, *, mode="reflect", cval=0.0):
    """Remove bright shapes that the footprint does not fit into: erosion, then dilation by the mirrored footprint.

    Parameters
    ----------
    image, footprint, mode, cval
        As in `erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of the dtype of `image`.

    Examples
    --------
    >>> opening(np.array([[1, 9, 1, 1, 8, 8, 8, 1]]))
    array([[1, 1, 1, 1, 8, 8, 8, 1]])
    """
    shrunk = _filtered(image, footprint, np.minimum, mode, cval)
    return _filtered(shrunk, footprint, np.maximum, mode, cval, mirror=True)


def closing(image, footprint=None, *, mode="reflect", cval=0.0):
    """Fill dark shapes that the footprint does not fit into: dilation, then erosion by the mirrored footprint.

    Parameters
    ----------
    image, footprint, mode, cval
        As in `erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of the dtype of `image`.

    Examples
    --------
    >>> closing(np.array([[9, 1, 9, 9, 2, 2, 2, 9]]))
    array([[9, 9, 9, 9, 2, 2, 2, 9]])
    """
    grown = _filtered(image, footprint, np.maximum, mode, cval)
    return _filtered(grown, footprint, np.minimum, mode, cval, mirror=True)


def white_tophat(image, footprint=None, *, mode="reflect", cval=0.0):
    """Keep only the bright shapes that `opening` removes: image - opening(image).

    Parameters
    ----------
    image, footprint, mode, cval
        As in `erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of the dtype of `image`.

    Examples
    --------
    >>> white_tophat(np.array([[1, 9, 1, 1, 8, 8, 8, 1]]))
    array([[0, 8, 0, 0, 0, 0, 0, 0]])
    """
    image = check_grey(image)
    return _difference(image, opening(image, footprint, mode=mode, cval=cval))


def black_tophat(image, footprint=None, *, mode="reflect", cval=0.0):
    """Keep only the dark shapes that `closing` fills, as bright ones: closing(image) - image.

    Parameters
    ----------
    image, footprint, mode, cval
        As in `erosion`, with its errors and its source.

    Returns
    -------
    (rows, cols) array of the dtype of `image`.

    Examples
    --------
    >>> black_tophat(np.array([[9, 1, 9, 9, 2, 2, 2, 9]]))
    array([[0, 8, 0, 0, 0, 0, 0, 0]])
    """
    image = check_grey(image)
    return _difference(closing(image, footprint, mode=mode, cval=cval), image)


def _filtered(image, footprint, pick, mode, cval, mirror=False):
    image = check_grey(image)
    footprint = check_footprint(footprint)
    if mode not in _MODES:
        raise ValueError(f"unknown border mode {mode!r}; choose one of {', '.join(_MODES)}")
    centre = [(size - 1) // 2 for size in footprint.shape]
    if mirror:
        footprint, centre = mirrored(footprint, centre)
    return extremes(image, footprint, centre, pick, mode, cval)


def _difference(a, b):
    return a ^ b if a.dtype == bool else a - b
