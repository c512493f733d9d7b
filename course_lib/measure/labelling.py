"""Connected components: which pixels belong together, and how many things there are.

As plainly.label, hundreds of times as fast: it joins not pixels but runs, of which there are few (see
morphology.runs). Stages: cut every row into runs of equal value -> link runs that touch -> number the linked groups.
"""

import operator

import numpy as np
from scipy import ndimage

from ..base.checks import check_labels
from ..base.parameters import check_connectivity
from ..morphology.runs import find_runs, link_runs, number_groups


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
        0 … number of regions; int32 for a bool picture whose background is one of its values, else int64.
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
    Regions end at the picture's border. The numbers are scikit-image's. For pictures with integers the cost grows
    with the number of runs more than with that of pixels. The two values of a bool picture go to
    ``scipy.ndimage.label``, which numbers them in the same order.

    References
    ----------
    Rosenfeld, Pfaltz (1966): Sequential Operations in Digital Picture Processing.

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
    connectivity = 2 if connectivity is None else check_connectivity(connectivity)
    background = _check_background(background)
    if image.dtype == bool:
        labels, count = _label_bool(image, background, connectivity)
    else:
        run_of_pixel, starts = find_runs(image)
        values = image.ravel().take(np.flatnonzero(starts))
        groups = number_groups(link_runs(image, run_of_pixel, starts, connectivity), len(values))
        numbers, count = _without_background(groups, values == background)
        labels = numbers.take(run_of_pixel)
    return (labels, count) if return_num else labels


def _without_background(groups, is_background):
    """Number the groups that are not background 1, 2, …; return each run's number, and how many there are."""
    count = int(groups.max()) + 1
    in_front = np.zeros(count, bool)
    in_front[groups] = ~is_background
    numbers = np.where(in_front, np.cumsum(in_front), 0)
    return numbers.take(groups), int(in_front.sum())


def _label_bool(image, background, connectivity):
    # Where neither value is background (background=-1, say), both values have regions: number them as integers.
    if background not in (0, 1):
        return label(image.astype(np.uint8), background, True, connectivity)
    structure = ndimage.generate_binary_structure(2, connectivity)
    return ndimage.label(image if background == 0 else ~image, structure)


def _check_background(background):
    try:
        return 0 if background is None else operator.index(background)
    except TypeError:
        raise TypeError(f"background is an integer value of the picture, got {background!r}") from None
