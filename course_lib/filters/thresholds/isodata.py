"""Isodata: the level midway between the means of the two classes."""

import numpy as np

from .occupied import occupied_levels


def threshold_isodata(image=None, nbins=256, return_all=False, *, hist=None):
    """Find the level midway between the means of the two classes that it makes.

    level <= (m0(level) + m1(level)) / 2 < next level

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type.
    nbins : int
        Bins for floats; integers have one per level.
    return_all : bool
        Return every such level, in an array.
    hist : counts or (counts, levels), optional
        A histogram to use in place of the picture.

    Returns
    -------
    number, or array of them if `return_all`
        The lowest such level: object = image > level. For a picture of one value that value.

    Raises
    ------
    ValueError
        For a colour picture (convert it with color.rgb2gray), or if there is neither picture nor histogram.

    Notes
    -----
    There is always such a level: the midpoint starts above the first level and ends below the last one.

    References
    ----------
    T. W. Ridler, S. Calvard, "Picture Thresholding Using an Iterative Selection Method", IEEE Trans. SMC 8 (1978).

    Examples
    --------
    >>> int(threshold_isodata(np.array([[10, 12, 11], [80, 82, 81]])))
    46
    """
    counts, levels = occupied_levels(image, nbins, hist)
    midpoint = class_midpoints(counts, levels)
    found = levels[:-1][(levels[:-1] <= midpoint) & (midpoint < levels[1:])] if len(levels) > 1 else levels
    return found if return_all else found[0]


def class_midpoints(counts, levels):
    """Return, for each level but the last, the midpoint between the means of the classes that it makes."""
    below = np.cumsum(counts)[:-1]
    mass = np.cumsum(counts * levels)
    middle = (mass[:-1] / below + (mass[-1] - mass[:-1]) / (counts.sum() - below)) / 2
    return np.maximum.accumulate(middle)  # it can only rise; rounding must not make it fall
