"""Small objects and holes, found by labelling what touches and counting its pixels."""

import numpy as np
from scipy import ndimage

from ..base.checks import check_grey, warn_of_one_label
from ..base.parameters import check_connectivity, check_number
from ..base.warn import warn


def remove_small_objects(ar, min_size=None, connectivity=1, *, max_size=64):
    """Remove objects of at most `max_size` pixels.

    Parameters
    ----------
    ar : (rows, cols) array of bool or integers
        A mask, whose touching pixels are an object, or labels: an object's number at its pixels, 0 elsewhere.
    min_size : int, optional
        The older way to say it: objects with fewer pixels are removed, so it is max_size + 1.
    connectivity : 1 or 2
        Pixels of a mask touch along their edges (1), or at their corners too (2).
    max_size : int
        Number of pixels of the largest object that is removed.

    Returns
    -------
    (rows, cols) array of the dtype of `ar`.

    Raises
    ------
    TypeError
        For a picture of floats (compare it with a threshold first), and for a size that is no number.
    ValueError
        For negative labels, another connectivity, both sizes at once, a picture that is not 2-D.

    Notes
    -----
    All objects are counted in one pass, by label. Labels need not be connected: all pixels of a number are one object.
    So a mask in integers, 0 and 255 say, is one object; a warning says so wherever there is one label only.

    Examples
    --------
    >>> remove_small_objects(np.array([[True, False, True, True]]), max_size=1)
    array([[False, False,  True,  True]])
    """
    image = _check_labels(ar)
    limit = _largest_removed("min_size", min_size, max_size)
    if image.dtype == bool:
        return _large_objects(image, connectivity, limit)
    if image.min() < 0:
        raise ValueError("labels are 0 (no object) or above, got negative ones; pass the mask itself")
    numbers, label, count = np.unique(image, return_inverse=True, return_counts=True)
    warn_of_one_label(numbers[numbers > 0], "ar", "pass ar > 0, whose objects are what touches")
    return np.where(count[label] > limit, image, 0).astype(image.dtype)


def remove_small_holes(ar, area_threshold=None, connectivity=1, *, max_size=64):
    """Fill holes of at most `max_size` pixels.

    Parameters
    ----------
    ar : (rows, cols) array of bool or integers
        A mask; of integers, all that is not zero belongs to it. A hole is what touches without being in it.
    area_threshold : int, optional
        The older way to say it: holes with fewer pixels are filled, so it is max_size + 1.
    connectivity : 1 or 2
        Pixels of a hole touch along their edges (1), or at their corners too (2).
    max_size : int
        Number of pixels of the largest hole that is filled.

    Returns
    -------
    (rows, cols) array of bool.

    Raises
    ------
    TypeError
        For a picture of floats (compare it with a threshold first), and for a size that is no number.
    ValueError
        For another connectivity, both sizes at once, a picture that is not 2-D.

    Notes
    -----
    Integers give a warning, as their labels are lost.

    The dark surroundings are a hole like any other: where they have at most `max_size` pixels they are filled as well.

    Examples
    --------
    >>> remove_small_holes(np.array([[True, False, True, False, False]]), max_size=1)
    array([[ True,  True,  True, False, False]])
    """
    background = _check_labels(ar) == 0
    if np.asarray(ar).dtype != bool:
        warn(
            "the result is True and False: labels are lost; pass a mask, ar > 0, and number it with measure.label then"
        )
    return ~_large_objects(background, connectivity, _largest_removed("area_threshold", area_threshold, max_size))


def _large_objects(mask, connectivity, limit):
    label = np.empty(mask.shape, np.intp)
    ndimage.label(mask, ndimage.generate_binary_structure(2, check_connectivity(connectivity)), output=label)
    large = np.bincount(label.ravel()) > limit
    large[0] = False  # the background
    return large.take(label)


def _check_labels(ar):
    image = check_grey(ar)
    if image.dtype.kind == "f":
        raise TypeError(f"expected a mask of bool or labels, got {image.dtype}; make a mask with image > threshold")
    return image


def _largest_removed(older_name, older, max_size):
    name, size = ("max_size", max_size) if older is None else (older_name, older)
    size = check_number(name, size, finite=False, meaning="a number of pixels")
    if older is None:
        return size
    if max_size != 64:
        raise ValueError(f"{older_name} is the older name of max_size + 1; give only one of them")
    return size - 1
