"""Runs: stretches of equal labels in a row, and which of them are connected. What label and slic share.

As plainly.label, hundreds of times as fast: a picture has far fewer runs than pixels, so regions are put together
from runs. Two rows, and the numbers of their runs:

    values    7 7 7 0 0 7 7 0        runs    0 0 0 1 1 2 2 3
              0 0 7 7 7 7 0 7                4 4 5 5 5 5 6 7
                  ^     ^                        ^     ^
Run 5 touches 0 and 2, which have its value. The columns that it shares with each begin where the later of the two
starts (^), and there the pair is found: once, however many columns there are. Runs 2 and 7 meet at a corner only: one
ends where the other starts, and so do 3 and 6.
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

    With ``connectivity=2`` runs that meet at a corner touch as well.

    Parameters
    ----------
    image : (rows, cols) array of integers
    run_of_pixel, starts
        From `find_runs`.
    connectivity : {1, 2}

    Returns
    -------
    pairs : (2, n) array of intp
        The upper run, and the lower one.

    Examples
    --------
    >>> picture = np.array([[7, 7, 0], [0, 0, 7]])
    >>> link_runs(picture, *find_runs(picture), connectivity=1).shape
    (2, 0)
    >>> link_runs(picture, *find_runs(picture), connectivity=2)
    array([[0, 1],
           [3, 2]])
    """
    cols = image.shape[1]  # from a pixel to the one below, in reading order
    here = np.flatnonzero((image[:-1] == image[1:]) & (starts[:-1] | starts[1:]))
    pairs = [(here, here + cols)]
    if connectivity == 2:
        # Two runs that meet at a corner only: one ends where the other starts, so both rows have a start here (|)
        #     falling   7|.     rising   .|7
        #               .|7              7|.
        meeting = starts[:-1] & starts[1:]
        meeting[:, 0] = False
        falling, rising = meeting, meeting.copy()
        falling[:, 1:] &= image[:-1, :-1] == image[1:, 1:]
        rising[:, 1:] &= image[:-1, 1:] == image[1:, :-1]
        falling, rising = np.flatnonzero(falling), np.flatnonzero(rising)
        pairs += [(falling - 1, falling + cols), (rising, rising + cols - 1)]
    upper, lower = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return np.stack([run_of_pixel.ravel().take(upper), run_of_pixel.ravel().take(lower)])


def number_groups(pairs, number_of_runs):
    """Return each run's group: 0, 1, … in the order of the groups' first runs.

    Parameters
    ----------
    pairs : (2, n) array of integers
        From `link_runs`: the second of a pair has the higher number.
    number_of_runs : int

    Returns
    -------
    groups : (number_of_runs,) array of intp

    Examples
    --------
    >>> number_groups(np.array([[0, 2], [3, 4]]), 5)
    array([0, 1, 2, 0, 2])
    """
    above = np.arange(number_of_runs)  # where there is none above, a run itself
    above[pairs[1]] = pairs[0]  # of several above, one
    top = topmost(above)
    # All runs that lead up to the same top are a tree. SciPy joins the trees, by the links between them: far fewer
    is_top = top == np.arange(number_of_runs)
    tree = (np.cumsum(is_top, dtype=np.intp) - 1).take(top)
    ends = tree.take(pairs)
    ends = ends.compress(ends[0] != ends[1], axis=1)
    links = coo_array((np.ones(ends.shape[1], bool), tuple(ends)), shape=(int(is_top.sum()),) * 2)
    # SciPy starts a new group at the lowest tree that has none yet, which is reading order
    return connected_components(links, directed=False)[1].astype(np.intp).take(tree)


def topmost(above):
    """Return for each run the last one of the way up, from run to run; where the way ends, a run is above itself.

    Each round doubles the step. Of a chain of four runs, 3 below 2 below 1 below 0:

        0 0 1 2     one step up
        0 0 0 1     two steps
        0 0 0 0     four steps

    >>> topmost(np.array([0, 0, 1, 2]))
    array([0, 0, 0, 0])
    """
    while not np.array_equal(above, further := above.take(above)):
        above = further
    return above
