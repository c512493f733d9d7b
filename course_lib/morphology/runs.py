"""Runs: stretches of equal labels in a row, and which of them hang together. What label and slic share.

A picture has far fewer runs than pixels, so regions are put together from runs.
"""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components


def find_runs(image):
    """Return each pixel's run number, and where runs start: a run is a stretch of equal values in a row.

    Parameters
    ----------
    image : (rows, cols) array of integers

    Returns
    -------
    run_of_pixel : (rows, cols) array of intp, NumPy's own type for positions, which looks up fastest
        0, 1, 2, … in reading order.
    starts : (rows, cols) array of bool

    Examples
    --------
    >>> import numpy as np
    >>> find_runs(np.array([[7, 7, 0], [0, 0, 0]]))[0]
    array([[0, 0, 1],
           [2, 2, 2]])
    """
    starts = np.ones(image.shape, bool)
    np.not_equal(image[:, 1:], image[:, :-1], out=starts[:, 1:])
    starts[0, 0] = False  # so that the first run is number 0
    run_of_pixel = np.cumsum(starts, dtype=np.intp).reshape(image.shape)
    starts[0, 0] = True
    return run_of_pixel, starts


def link_runs(image, run_of_pixel, starts, connectivity=2):
    """Return pairs of runs, each of one row and of the next, that have the same value and touch.

    Two runs below each other share a stretch of columns. It begins where the later of them starts, and there the
    pair is named: once. With ``connectivity=2`` corners count as well.

    Parameters
    ----------
    image : (rows, cols) array of integers
    run_of_pixel, starts
        From `find_runs`.
    connectivity : {1, 2}

    Returns
    -------
    pairs : (2, n) array of int32
        The upper run, and the lower one.

    Examples
    --------
    >>> import numpy as np
    >>> picture = np.array([[7, 7, 0], [0, 0, 7]])
    >>> link_runs(picture, *find_runs(picture), connectivity=1).shape
    (2, 0)
    >>> link_runs(picture, *find_runs(picture), connectivity=2)
    array([[0, 1],
           [3, 2]])
    """
    cols = image.shape[1]
    values, runs = image.ravel(), run_of_pixel.ravel()
    here = np.flatnonzero((image[:-1] == image[1:]) & (starts[:-1] | starts[1:]))
    pairs = [(here, here + cols)]
    if connectivity == 2:
        # Two runs that meet at a corner only: one ends where the other starts, so both rows have a start here.
        meeting = starts[:-1] & starts[1:]
        meeting[:, 0] = False
        meeting = meeting.ravel()
        falling = np.flatnonzero(meeting[1:] & (values[: -cols - 1] == values[cols + 1 :]))
        rising = np.flatnonzero(meeting & (values[:-cols] == values[cols - 1 : -1]))
        pairs += [(falling, falling + cols + 1), (rising, rising + cols - 1)]
    above, below = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return np.stack([runs.take(above), runs.take(below)])


def number_groups(pairs, number_of_runs):
    """Return each run's group: 0, 1, … in the order of the groups' first runs.

    Parameters
    ----------
    pairs : (2, n) array of integers
        From `link_runs`: the second of a pair has the higher number.
    number_of_runs : int

    Returns
    -------
    groups : (number_of_runs,) array of int32

    Examples
    --------
    >>> import numpy as np
    >>> number_groups(np.array([[0, 2], [3, 4]]), 5)
    array([0, 1, 2, 0, 2])
    """
    # Each run follows one of those above it that it touches, up to where none is left; each round doubles the step.
    # Most links are done then: the runs below one top are a tree, and only links between trees go to SciPy.
    first = np.arange(number_of_runs)
    first[pairs[1]] = pairs[0]
    while not np.array_equal(first, further := first.take(first)):
        first = further
    is_top = first == np.arange(number_of_runs)
    tree = (np.cumsum(is_top, dtype=np.intp) - 1).take(first)
    ends = tree.take(pairs)
    ends = ends.compress(ends[0] != ends[1], axis=1)
    links = coo_array((np.ones(ends.shape[1], bool), tuple(ends)), shape=(int(is_top.sum()),) * 2)
    # SciPy starts a new group at the lowest tree that has none yet, which is reading order
    return connected_components(links, directed=False)[1].astype(np.intp).take(tree)
