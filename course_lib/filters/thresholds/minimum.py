"""The valley between the histogram's two peaks as the level."""

import numpy as np

from .occupied import occupied_levels


class NoValleyError(ValueError, RuntimeError):
    """The histogram has no valley between two peaks. (scikit-image raises RuntimeError: both can be caught.)"""


def threshold_minimum(image=None, nbins=256, max_num_iter=10000, *, hist=None):
    """Smooth the histogram until it has two peaks, and take the lowest point between them.

    h[k] <- (h[k - 1] + h[k] + h[k + 1]) / 3,  until two peaks are left

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type.
    nbins : int
        Bins for floats; integers have one per level.
    max_num_iter : int
        Give up after as many rounds of smoothing.
    hist : counts or (counts, levels), optional
        A histogram to use in place of the picture.

    Returns
    -------
    number
        The level of the valley: object = image > level.

    Raises
    ------
    NoValleyError
        (a ValueError and a RuntimeError) If there never are two peaks. Then take threshold_otsu.
    ValueError
        For a colour picture (convert it with color.rgb2gray), or if there is neither picture nor histogram.

    Notes
    -----
    Smoothed in float64 (scikit-image: float32), which may take a different number of rounds to flatten
    the last ripple and so move the level by a little.

    References
    ----------
    J. M. S. Prewitt, M. L. Mendelsohn, "The Analysis of Cell Images", Ann. N. Y. Acad. Sci. 128 (1966).

    Examples
    --------
    >>> int(threshold_minimum(hist=np.array([1, 6, 9, 4, 1, 0, 1, 5, 8, 5, 1, 1])))
    5
    """
    counts, levels = occupied_levels(image, nbins, hist)
    smooth, tops = counts, peaks(counts)
    for _ in range(max_num_iter):
        smooth = smooth_once(smooth)
        tops = peaks(smooth)
        if len(tops) < 3:
            break
    if len(tops) != 2:
        raise NoValleyError(
            f"expected a histogram that smooths to two peaks, got {len(tops)}; take threshold_otsu, which needs "
            "no valley, or raise max_num_iter where more than two are left"
        )
    left, right = tops
    return levels[left + np.argmin(smooth[left : right + 1])]


def smooth_once(counts):
    """Return the mean of each bin and its two neighbours; at the ends a bin is its own neighbour."""
    padded = np.concatenate([counts[:1], counts, counts[-1:]])
    return ((padded[:-2] + padded[2:]) + counts) / 3


def peaks(counts):
    """Return the indices where a histogram begins to fall; of a flat top the last one.

    The first bin is a peak if the histogram falls from it; the last bin never is.
    """
    steps = np.flatnonzero(counts[1:] != counts[:-1])
    falls = counts[steps + 1] < counts[steps]
    begins = falls.copy()
    begins[1:] &= ~falls[:-1]
    return steps[begins]
