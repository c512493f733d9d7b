"""The corner between the histogram's peak and its tail as the level."""

import numpy as np

from .occupied import occupied_levels


def threshold_triangle(image, nbins=256):
    """Find the corner between the histogram's peak and the end of its longer tail.

    level = the one farthest below the line from the tail's end (height 0) to the top of the peak

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type.
    nbins : int
        Bins for floats; integers have one per level.

    Returns
    -------
    number
        object = image > level. For a picture of one value that value.

    Raises
    ------
    ValueError
        For a colour picture: convert it with color.rgb2gray.

    References
    ----------
    G. W. Zack, W. E. Rogers, S. A. Latt, "Automatic Measurement of Sister Chromatid Exchange Frequency",
    J. Histochem. Cytochem. 25 (1977), 741-753.

    Examples
    --------
    >>> int(threshold_triangle(np.array([[1, 1, 1, 1, 1, 2, 2, 3, 9]])))
    4
    """
    counts, levels = occupied_levels(image, nbins)
    peak, end = np.argmax(counts), len(counts) - 1
    if peak < end - peak:  # the longer tail lies right of the peak: look at the histogram mirrored
        counts, levels, peak = counts[::-1], levels[::-1], end - peak
    return levels[np.argmax(below_line(counts[: peak + 1]))]


def below_line(counts):
    """Return how far each bin lies below the line from the first bin (height 0) to the top of the last one."""
    width = len(counts) - 1
    if width == 0:
        return np.zeros(1)
    return (counts[-1] * np.arange(width) - width * counts[:-1]) / np.hypot(counts[-1], width)
