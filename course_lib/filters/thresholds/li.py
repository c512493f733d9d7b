"""Li's method: the level with the least cross-entropy."""

import numbers

import numpy as np

from ...base.levels import check_pixels
from ...base.parameters import check_positive
from .occupied import occupied_levels


def threshold_li(image, *, tolerance=None, initial_guess=None, iter_callback=None):
    """Find the level that loses least information when each class is replaced by its mean.

    level <- (m1 - m0) / (log m1 - log m0),  m0 and m1 the means up to and above the level, until it rests

    Parameters
    ----------
    image : array (rows, cols), or (n,) for the pixels that a mask has picked
        Any number type. The darkest pixel is counted as 0, because of the logarithm.
    tolerance : float, optional
        Stop when a step is no longer than this. Half of the least difference between two grey values
        (integers: 0.5) if left out: then no pixel changes its class any more.
    initial_guess : float or function, optional
        Where to start: a grey value, or a function of the pixels (less the darkest). The mean if left out.
    iter_callback : function, optional
        Called with the level at the start and after each step.

    Returns
    -------
    float
        object = image > level. For a picture of one value that value.

    Raises
    ------
    ValueError
        For a colour picture (convert it with color.rgb2gray), a guess that leaves a class empty, or a
        negative tolerance.
    TypeError
        For a tolerance that is no number, and a guess that is neither number nor function.

    Notes
    -----
    The values are sorted once, or counted where they are few; each step then reads two sums.

    References
    ----------
    C. H. Li, P. K. S. Tam, "An Iterative Algorithm for Minimum Cross Entropy Thresholding", Pattern Recognition
    Letters 19 (1998), 771-776.

    Examples
    --------
    >>> round(float(threshold_li(np.array([[0, 1, 2], [80, 82, 81]]))), 2)
    18.2
    """
    image = check_pixels(image)
    darkest = image.min()
    if darkest == image.max():
        return darkest
    values, counts = _above_darkest(image)
    tolerance = _checked_tolerance(tolerance, values, image.dtype)
    number, mass = np.cumsum(counts), np.cumsum(counts * values)
    level = _first_level(initial_guess, image, float(darkest), mass[-1] / number[-1], values[-1])
    previous = -np.inf
    while True:
        if iter_callback is not None:
            iter_callback(level + float(darkest))
        if abs(level - previous) <= tolerance:
            return np.float64(level + float(darkest))
        previous, level = level, next_level(level, values, number, mass)


def next_level(level, values, number, mass):
    """Return Li's next level, from the running sums of the pixels and of their sorted values."""
    last = np.searchsorted(values, level, side="right") - 1
    background = mass[last] / number[last]
    if background == 0:  # only the darkest value is left in it
        return level
    object_ = (mass[-1] - mass[last]) / (number[-1] - number[last])
    return (object_ - background) / (np.log(object_) - np.log(background))


def _above_darkest(image):
    """Return the sorted grey values less the least one, and how often each occurs."""
    if image.dtype.kind in "bui" and image.dtype.itemsize <= 2:
        counts, levels = occupied_levels(image, None)
        return (levels - levels[0])[counts > 0], counts[counts > 0]
    few = _few_values(image.ravel()) if image.dtype.kind == "f" else None
    values, counts = np.unique(image, return_counts=True) if few is None else few
    return values.astype(float) - float(values[0]), counts


def _few_values(pixels):
    """Return what np.unique does, or None where two values fall into the same of 4096 bins.

    Floats that once were 8-bit lie far apart: with a bin for each of them, nothing needs to be sorted.
    """
    low = float(pixels.min())
    with np.errstate(over="ignore"):
        scale = 4095 / np.subtract(pixels.max(), low, dtype=float)
        if not 0 < scale < np.inf:
            return None
    bins = (np.subtract(pixels, low, dtype=float) * scale).astype(np.intp)
    value_of = np.empty(4096, pixels.dtype)
    value_of[bins] = pixels
    if (value_of.take(bins) != pixels).any():
        return None
    counts = np.bincount(bins, minlength=4096)
    return value_of[counts > 0], counts[counts > 0]


def _checked_tolerance(tolerance, values, dtype):
    if not tolerance:  # None, and 0 as in scikit-image
        return 0.5 if dtype.kind in "bui" else np.diff(values).min() / 2
    return check_positive("tolerance", tolerance, meaning="the step that ends the search, in grey levels")


def _first_level(guess, image, darkest, mean, range_):
    if guess is None:
        return mean
    if callable(guess):
        # as int64 (or float64) the difference cannot leave the type's range, as it could in int8
        wide = image.astype(float if image.dtype.kind == "f" else np.int64)
        level = float(guess(wide - wide.min()))
    elif isinstance(guess, numbers.Real):
        level = float(guess) - darkest
    else:
        raise TypeError(f"expected initial_guess as a grey value or a function of the pixels, got {guess!r}")
    if not 0 < level < range_:
        raise ValueError(
            f"initial_guess {level + darkest:g} leaves one class empty; "
            f"choose a value between {darkest:g} and {darkest + range_:g}"
        )
    return level
