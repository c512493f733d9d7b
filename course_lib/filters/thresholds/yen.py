"""Yen's method: the level with the largest correlation within the classes."""

import numpy as np

from .occupied import occupied_levels


def threshold_yen(image=None, nbins=256, *, hist=None):
    """Find the level with the largest correlation within the classes (Yen's method).

    level = argmax_k  2 log(P(k) (1 - P(k))) - log(sum_{i<=k} p_i^2 · sum_{i>k} p_i^2),  P(k) = sum_{i<=k} p_i

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
        object = image > level. For a picture of one value that value.

    Raises
    ------
    ValueError
        For a colour picture (convert it with color.rgb2gray), or if there is neither picture nor histogram.

    Notes
    -----
    Summed as float64 (scikit-image: float32), so levels that tie to seven digits may be told apart.

    References
    ----------
    J.-C. Yen, F.-J. Chang, S. Chang, "A New Criterion for Automatic Multilevel Thresholding", IEEE Trans. Image
    Processing 4 (1995), 370-378.

    Examples
    --------
    >>> int(threshold_yen(np.array([[10, 12, 11], [80, 82, 81]])))
    12
    """
    counts, levels = occupied_levels(image, nbins, hist)
    return levels[0] if len(levels) == 1 else levels[np.argmax(correlation(counts))]


def correlation(counts):
    """Return Yen's criterion for each level but the last."""
    share = counts / counts.sum()
    below = np.cumsum(share)[:-1]
    above = np.cumsum(share[::-1])[::-1][1:]
    squares_below = np.cumsum(share**2)[:-1]
    squares_above = np.cumsum(share[::-1] ** 2)[::-1][1:]
    return 2 * np.log(below * above) - np.log(squares_below * squares_above)
