"""Connected components: which pixels belong together, and how many things there are.

Stages: cut every row into runs of equal value -> link runs that touch -> number the linked groups.
"""

import operator

import numpy as np
from scipy import ndimage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from course_lib.arrays import check_grey


def label(label_image, background=None, return_num=False, connectivity=None):
    """Number the connected regions of equal value.

    Two pixels are connected if they have the same value and a path of neighbours with that value
    joins them. Regions are numbered 1, 2, … in the order in which their first pixels are read
    (row by row); the background is 0.

    Parameters
    ----------
    label_image : (rows, cols) array of bool or integers
    background : int, optional
        The value that is no region. Default: 0. With a value that does not occur, such as -1, every
        pixel belongs to a region.
    return_num : bool, optional
        Also return the number of regions.
    connectivity : {1, 2}, optional
        1: neighbours share an edge (4 of them). 2, the default: a corner is enough (8).

    Returns
    -------
    labels : (rows, cols) array of integers
        0 … number of regions; int32 for a bool picture, else int64.
    num : int
        Only with ``return_num=True``.

    Raises
    ------
    TypeError
        For floats: compare them with a level first, ``label(image > level)``.
    ValueError
        For what is not (rows, cols), and for any other connectivity.

    Notes
    -----
    The cost grows with the number of runs, not of pixels, for pictures with integers. The two values
    of a bool picture go to ``scipy.ndimage.label``, which numbers them in the same order.

    References
    ----------
    Rosenfeld, Pfaltz (1966): Sequential Operations in Digital Picture Processing, section 4.

    Examples
    --------
    >>> import numpy as np
    >>> picture = np.array([[1, 0, 0], [1, 0, 2], [0, 1, 2]])
    >>> label(picture)
    array([[1, 0, 0],
           [1, 0, 2],
           [0, 1, 2]])
    >>> label(picture, connectivity=1, return_num=True)[1]
    3
    """
    image = check_labels(label_image)
    connectivity = _check_connectivity(connectivity)
    background = _check_background(background)
    if image.dtype == bool:
        labels, count = _label_bool(image, background, connectivity)
    else:
        run_of_pixel, starts = find_runs(image)
        groups = number_groups(link_runs(image, run_of_pixel, starts, connectivity), int(starts.sum()))
        labels, count = _without_background(groups, image[starts] == background, run_of_pixel)
    return (labels, count) if return_num else labels


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


def _without_background(groups, is_background, run_of_pixel):
    """Number the groups that are not background 1, 2, …, and give every pixel its run's number."""
    count = int(groups.max()) + 1
    in_front = np.zeros(count, bool)
    in_front[groups] = ~is_background
    numbers = np.where(in_front, np.cumsum(in_front), 0)
    return numbers[groups][run_of_pixel], int(in_front.sum())


def _label_bool(image, background, connectivity):
    # Where neither value is background (background=-1, say), both values have regions: number them as integers.
    if background not in (0, 1):
        labels, count = label(image.astype(np.uint8), background, True, connectivity)
        return labels, count
    structure = ndimage.generate_binary_structure(2, connectivity)
    return ndimage.label(image if background == 0 else ~image, structure)


def check_labels(label_image, name="label_image"):
    """Return a checked (rows, cols) array of integers, or of True and False."""
    array = check_grey(label_image, name)
    if array.dtype.kind == "f":
        raise TypeError(
            f"expected {name} with integers or True and False, got {array.dtype}; "
            "make regions first, for example image > level"
        )
    return array


def _check_connectivity(connectivity):
    if connectivity not in (None, 1, 2):
        raise ValueError(f"connectivity is 1 (edges) or 2 (edges and corners), got {connectivity!r}")
    return connectivity or 2


def _check_background(background):
    try:
        return 0 if background is None else operator.index(background)
    except TypeError:
        raise TypeError(f"background is an integer value of the picture, got {background!r}") from None
