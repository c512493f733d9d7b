"""Otsu's method for several classes, solved class by class from the brightest down."""

import numpy as np

from ...base.parameters import check_count
from .occupied import occupied_levels

_MOST_LEVELS = 4096  # the table of all intervals grows with the square


def threshold_multiotsu(image=None, classes=3, nbins=256, *, hist=None):
    """Find the levels that set several classes farthest apart.

    levels = argmax  sum over the classes of w m^2,  w the share and m the mean of a class

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type.
    classes : int
        2 or more; 2 is threshold_otsu.
    nbins : int
        Bins for floats; integers have one per level.
    hist : counts or (counts, levels), optional
        A histogram to use in place of the picture.

    Returns
    -------
    array (classes - 1,)
        The last level of each class but the brightest: regions = np.digitize(image, levels).

    Raises
    ------
    ValueError
        If the picture has fewer different values than classes, or more than 4096 (convert it to float), and for
        a colour picture.
    TypeError
        For classes that are no whole number.

    Notes
    -----
    Of several best solutions the one with the lowest levels. Each class is added to all best solutions for the
    levels above, so the cost grows with classes times levels squared; trying all combinations, as
    scikit-image does, with levels to the power of classes - 1.

    References
    ----------
    P.-S. Liao, T.-S. Chen, P.-C. Chung, "A Fast Algorithm for Multilevel Thresholding", J. Information Science
    and Engineering 17 (2001), 713-727.

    Examples
    --------
    >>> threshold_multiotsu(np.array([[10, 12, 11], [80, 82, 81], [200, 201, 202]]))
    array([12, 82])
    """
    counts, levels = occupied_levels(image, nbins, hist)
    counts, levels = counts[counts > 0], levels[counts > 0]
    classes = check_count("classes", classes, 2)
    if not classes <= len(levels) <= _MOST_LEVELS:
        raise ValueError(
            f"expected from {classes} (one for each class) to {_MOST_LEVELS} different grey values, got {len(levels)}; "
            "ask for fewer classes, or convert the picture to float and set nbins"
        )
    return levels[best_partition(separation(counts, levels), classes)]


def separation(counts, levels):
    """Return w m^2 of the class that holds the levels i to j, for all i <= j, as a table [i, j]."""
    share = counts / counts.sum()
    weight = np.concatenate([[0], np.cumsum(share)])
    mass = np.concatenate([[0], np.cumsum(share * (levels - np.average(levels, weights=counts)))])
    weights, masses = (total[np.newaxis, 1:] - total[:-1, np.newaxis] for total in (weight, mass))
    masses *= masses
    # a class that ends before it begins has no weight
    return np.divide(masses, weights, out=np.full(masses.shape, -np.inf), where=weights > 0)


def best_partition(table, classes):
    """Return the last index of each class but the last, for the largest sum of the table over the classes."""
    best = table[:, -1]  # one class from level i to the end
    choices = []
    for earlier in range(classes - 2, -1, -1):
        # the first class ends at j, and the best solution for the rest begins at j + 1
        begins = table if earlier else table[:1]  # the darkest class of all begins at the first level
        totals = begins + np.append(best[1:], -np.inf)
        choices.append(totals.argmax(axis=1))
        best = totals.max(axis=1)
    ends, start = [], 0
    for choice in reversed(choices):
        ends.append(choice[start])
        start = ends[-1] + 1
    return np.array(ends)
