"""Connected regions as neighbours that agree on a number."""

import numpy as np

from ..base.padding import shifts


def label(image, background=0, connectivity=2):
    """Return the number of each pixel's region: equal neighbours belong together.

    Every pixel starts with a different number. Each round it takes the least one among its equal neighbours, until
    nothing changes: then a region has one number, that of its first pixel.

    Parameters
    ----------
    image : (rows, cols) array of integers
    background : int
        The value of pixels that get 0.
    connectivity : {1, 2}
        1: neighbours at the sides; 2: at the corners too.

    Returns
    -------
    labels : (rows, cols) array of integers
        1, 2, … in reading order of the regions' first pixels.

    Examples
    --------
    >>> label(np.array([[5, 0, 5], [0, 5, 0]]), connectivity=1)
    array([[1, 0, 2],
           [0, 3, 0]])
    """
    number, before = np.arange(1, image.size + 1).reshape(image.shape), None
    while not np.array_equal(number, before):
        before = number
        for (dr, dc, value), (_, _, other) in zip(shifts(image, 1), shifts(before, 1), strict=True):
            if abs(dr) + abs(dc) <= connectivity:
                number = np.where(value == image, np.minimum(number, other), number)
    number = np.where(image == background, 0, number)
    first_of_each = np.unique(number[number > 0])
    return np.searchsorted(first_of_each, number, side="right")
