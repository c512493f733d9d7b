"""Runs: stretches of equal labels in a row, and which of them hang together. For label, and for slic's connectivity."""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from course_lib.arrays import check_grey


def find_runs(image):
    """Return each pixel's run number, and where runs start: a run is a stretch of equal values in a row.

    Parameters
    ----------
    image : (rows, cols) array of integers

    Returns
    -------
    run_of_pixel : (rows, cols) array of int32
        0, 1, 2, … in reading order.
    starts : (rows, cols) array of bool

    Examples
    --------
    >>> import numpy as np
    >>> find_runs(np.array([[7, 7, 0], [0, 0, 0]]))[0]
    array([[0, 0, 1],
           [2, 2, 2]], dtype=int32)
    """
    starts = np.ones(image.shape, bool)
    np.not_equal(image[:, 1:], image[:, :-1], out=starts[:, 1:])
    run_of_pixel = np.cumsum(starts, dtype=np.int32).reshape(image.shape)
    run_of_pixel -= 1
    return run_of_pixel, starts


def link_runs(image, run_of_pixel, starts, connectivity=2):
    """Return pairs of runs, each of one row and of the next, that have the same value and touch.

    A touch is named once, where one of the two runs starts. With ``connectivity=2`` corners count.

    Returns
    -------
    pairs : (2, n) array of int32

    Examples
    --------
    >>> import numpy as np
    >>> picture = np.array([[7, 7, 0], [0, 0, 7]])
    >>> link_runs(picture, *find_runs(picture), connectivity=1).shape
    (2, 0)
    >>> link_runs(picture, *find_runs(picture), connectivity=2)
    array([[0, 1],
           [3, 2]], dtype=int32)
    """
    upper, lower = slice(None, -1), slice(1, None)
    pairs = []

    def link(touching, above, below):
        pairs.append((above[touching], below[touching]))

    straight = (image[upper] == image[lower]) & (starts[upper] | starts[lower])
    link(straight, run_of_pixel[upper], run_of_pixel[lower])
    if connectivity == 2:
        # Two runs that meet at a corner only: one ends where the other starts, so both columns hold a start.
        corner = starts[upper, 1:] & starts[lower, 1:]
        falling = corner & (image[upper, :-1] == image[lower, 1:])
        link(falling, run_of_pixel[upper, :-1], run_of_pixel[lower, 1:])
        rising = corner & (image[upper, 1:] == image[lower, :-1])
        link(rising, run_of_pixel[upper, 1:], run_of_pixel[lower, :-1])
    return np.concatenate(pairs, axis=1)


def number_groups(pairs, number_of_runs):
    """Return each run's group: 0, 1, … in the order of the groups' first runs.

    Examples
    --------
    >>> import numpy as np
    >>> number_groups(np.array([[0, 2], [3, 4]]), 5)
    array([0, 1, 2, 0, 2], dtype=int32)
    """
    links = coo_array((np.ones(pairs.shape[1], bool), tuple(pairs)), shape=(number_of_runs, number_of_runs))
    # SciPy starts a new group at the lowest run that has none yet, which is reading order
    return connected_components(links, directed=False)[1]


def check_labels(label_image, name="label_image"):
    """Return a checked (rows, cols) array of integers, or of True and False."""
    array = check_grey(label_image, name)
    if array.dtype.kind == "f":
        raise TypeError(
            f"expected {name} with integers or True and False, got {array.dtype}; "
            "make regions first, for example image > level"
        )
    return array
