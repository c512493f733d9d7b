"""The histogram that a threshold reads: the levels that occur, and how often."""

import numpy as np

from ...base.checks import check_array
from ...base.levels import check_counts, check_pixels
from ...exposure.histograms import histogram


def occupied_levels(image, nbins, hist=None):
    """Return counts (as floats) and levels of a picture, or of the histogram given in its place.

    Empty bins at both ends are cut off, so that every level but the last splits the pixels into two classes.
    A picture of one value has one level: that value.
    """
    if hist is not None:
        counts, levels = _checked_histogram(hist)
    elif image is None:
        raise ValueError("expected a picture or its histogram: pass image=…, or hist=(counts, levels)")
    else:
        image = check_pixels(image)
        if image.dtype.kind == "f" and image.min() == image.max():
            return np.array([float(image.size)]), image.ravel()[:1]
        counts, levels = histogram(image, nbins)
    first, last = np.flatnonzero(counts)[[0, -1]]
    return counts[first : last + 1].astype(float), levels[first : last + 1]


def _checked_histogram(hist):
    counts, levels = hist if isinstance(hist, (tuple, list)) and len(hist) == 2 else (hist, None)
    counts = check_array(counts, "hist")
    levels = np.arange(counts.size) if levels is None else check_array(levels, "hist")
    return check_counts(counts, levels)
