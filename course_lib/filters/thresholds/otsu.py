"""Otsu's method: the level that sets the means of the two classes farthest apart."""

import numpy as np

from ...base.levels import check_counts
from .occupied import occupied_levels


def between_class_variance(counts, centers):
    """Return how far apart each level would set the two classes: the curve that Otsu's method maximises.

    variance[k] = w0 w1 (m1 - m0)^2,  class 0 holding the levels up to k, class 1 those above

    Parameters
    ----------
    counts : array (n,)
        Pixels per level.
    centers : array (n,)
        The levels, increasing.

    Returns
    -------
    array (n - 1,) of float64
        One value per level but the last; 0 where a class is empty. In units of centers squared.

    Raises
    ------
    ValueError
        If the two arrays are not a histogram as exposure.histogram returns it.

    References
    ----------
    N. Otsu, "A Threshold Selection Method from Gray-Level Histograms", IEEE Trans. SMC 9 (1979).

    Examples
    --------
    >>> between_class_variance([2, 0, 2], [10, 11, 20])
    array([25., 25.])
    """
    counts, centers = check_counts(counts, centers)
    weights = counts / counts.sum(dtype=float)
    values = centers - centers.mean()  # smaller numbers, smaller rounding; the curve does not change
    below = np.cumsum(weights)[:-1]
    above = np.cumsum(weights[::-1])[::-1][1:]
    mass = np.cumsum(weights * values)
    gap = _ratio(mass[-1] - mass[:-1], above) - _ratio(mass[:-1], below)
    return below * above * gap**2


def threshold_otsu(image=None, nbins=256, *, hist=None):
    """Find the level that sets the two classes farthest apart (Otsu's method).

    level = argmax_k w0(k) w1(k) (m1(k) - m0(k))^2

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type.
    nbins : int
        Bins for floats; integers have one per level.
    hist : counts or (counts, levels), optional
        A histogram to use in place of the picture.

    Returns
    -------
    number
        The last level of the background: object = image > level. Of several best levels the lowest; for a
        picture of one value that value.

    Raises
    ------
    ValueError
        For a colour picture (convert it with color.rgb2gray), or if there is neither picture nor histogram.

    Notes
    -----
    Counts are summed as float64 (scikit-image: float32), so levels that tie to seven digits may be told apart.

    References
    ----------
    N. Otsu, "A Threshold Selection Method from Gray-Level Histograms", IEEE Trans. SMC 9 (1979).

    Examples
    --------
    >>> int(threshold_otsu(np.array([[10, 12, 11], [80, 82, 81]])))
    12
    """
    counts, levels = occupied_levels(image, nbins, hist)
    return levels[0] if len(levels) == 1 else levels[np.argmax(between_class_variance(counts, levels))]


def _ratio(mass, weight):
    """Return mass / weight, and 0 where there is no weight."""
    return np.divide(mass, weight, out=np.zeros_like(mass), where=weight > 0)
