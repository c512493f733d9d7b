"""Weighted means of neighbours, as in plainly.bilateral and plainly.nl_means, but each pair of pixels is weighed once.

A pair weighs the same seen from either of its pixels, so half of the offsets are enough. With reach 2, the pixel p is
the upper one (or the left one) in its pairs with each q, and the lower one in its pairs with each dot:

    . . . . .
    . . . . .        p is pulled by w (q - p)
    . . p q q        q is pulled by w (p - q)
    q q q q q        both get w as mass
    q q q q q

In the end, of all pairs of a pixel:  new(p) = p + Σ_q w(p, q) (q - p) / Σ_q w(p, q)

The weight w is all in which the two filters differ: bilateral looks at the two pixels and their distance, nl_means at
the patches around both, which reach `halo` pixels further.

One offset's pairs are weighed at once, in a picture that is one long line (see base.lines): its rows follow each other.
The offset (1, 1) in rows of 6 leads 7 places further on. What runs over the end of a row stays in the border (+), which
is cut off in the end:

    + + + + + +
    + p . . . +      + + + + + + + p . . . + + . q . . + …
    + . q . . +                    |—— step = 7 —|
    + + + + + +
"""

import numpy as np

from ..base.bands import bands
from ..base.threads import in_turn

EXTREME = 1e15  # float32 can still square it and sum the squares of a patch


def half_offsets(reach):
    """Return one (dr, dc) of each pair of opposite offsets within `reach`, rows first.

    >>> half_offsets(1)
    [(0, 1), (1, -1), (1, 0), (1, 1)]
    """
    window = range(-reach, reach + 1)
    return [(dr, dc) for dr in range(reach + 1) for dc in window if (dr, dc) > (0, 0)]


def pairwise_mean(image, padded, unit, reach, weigh, halo=0, inside=None):
    """Return the weighted mean of each pixel's neighbourhood, as a picture of the same shape and type.

    `padded` is the picture with a border of `reach + halo` pixels; the differences that `weigh` is given are
    measured in steps of `unit`, as float32. The other parameters are those of `mean_pull`.
    """
    lowest = padded.min()
    with np.errstate(over="ignore"):
        span = np.float64(padded.max()) - lowest
        # Beyond these bounds every weight is 0 or 1 anyway, and differences might leave the range of float32
        unit = np.clip(unit / span, 1 / EXTREME, EXTREME)
    if not np.isfinite(span):
        raise ValueError(f"values from {lowest:g} to {padded.max():g} are too far apart; scale the picture first")
    planes = np.moveaxis(np.atleast_3d(padded), -1, 0) - lowest
    planes /= span
    planes /= unit  # one after the other: span * unit could leave the range of float64
    planes = planes.astype(np.float32)
    pull = mean_pull(planes, reach, weigh, halo, inside).reshape(image.shape)
    return (image + span * (pull * np.float32(unit))).astype(image.dtype, copy=False)


def mean_pull(planes, reach, weigh, halo=0, inside=None):
    """Return how far the weighted mean of its neighbours draws each pixel away, as (rows, cols, channels).

    Parameters
    ----------
    planes : float32 (channels, rows, cols)
        The picture with a border of `reach + halo` pixels.
    reach : int
        Largest offset of a neighbour, in pixels, along each axis.
    weigh : callable
        ``weigh(difference, dr, dc, cols) -> weights`` for a stretch of the line, whose difference q - p
        (channels, pixels) covers `halo` more rows and pixels at both ends.
    halo : int
        How far around a pixel `weigh` looks.
    inside : float32 (rows, cols), optional
        1 where a pixel may be a neighbour, else 0. By default the border counts as well.

    Examples
    --------
    With all weights 1, each pixel is drawn to the mean of itself and its neighbours:

    >>> picture = np.array([[[0, 0, 0, 0], [0, 9, 9, 0], [0, 0, 0, 0]]], np.float32)
    >>> mean_pull(picture, 1, lambda difference, dr, dc, cols: np.ones_like(difference[0]))[..., 0]
    array([[-7., -7.]], dtype=float32)
    """
    border = reach + halo
    # One row more above and below: what surrounds a row's first pixel begins at the end of the row before
    planes = np.pad(planes, ((0, 0), (1, 1), (0, 0)))
    inside = None if inside is None else np.pad(inside, ((1, 1), (0, 0))).ravel()
    channels, rows, cols = planes.shape
    pull, mass = np.zeros((channels, rows * cols), np.float32), np.ones(rows * cols, np.float32)  # 1: its own weight
    first, end = halo + 1, rows - border - 1  # a pixel of the lower border is nobody's upper neighbour
    strips = [range(first + some.start, first + some.stop) for some in bands(end - first, 4 * cols)]

    def work(strip):
        return strip_sums(planes, strip, reach, weigh, halo, inside)

    # Two threads sum up strips. A strip's sums reach into the rows below, where the next strip's are added to them;
    # beyond the last row they are cut off
    for strip, (pulls, weights) in zip(strips, in_turn(work, strips), strict=True):
        stretch = slice(strip.start * cols, strip.start * cols + len(weights))
        pull[:, stretch] += pulls[:, : rows * cols - stretch.start]
        mass[stretch] += weights[: rows * cols - stretch.start]
    pull /= mass
    return np.moveaxis(pull.reshape(planes.shape)[:, border + 1 : end, border : cols - border], 0, -1)


def strip_sums(planes, strip, reach, weigh, halo, inside=None):
    """Return Σ w (q - p) and Σ w over all pairs whose upper pixel lies in the rows `strip`, as lines.

    The lines begin with the strip and go on below it, as far as the lower pixels do. Each offset lays the same line
    over itself, `step` places further on; the weights look at `around` more pixels at both ends:

        p :  around | the strip | around
        q :      step —>  around |  its q's  | around
    """
    channels, _, cols = planes.shape
    first, count, around = strip.start * cols, len(strip) * cols, halo * (cols + 1)
    line = planes.reshape(channels, -1)[:, first - around :]
    pull = np.zeros((channels, count + reach * (cols + 1)), np.float32)
    mass = np.zeros(pull.shape[1], np.float32)
    for dr, dc in half_offsets(reach):
        step = dr * cols + dc
        upper, lower = slice(count), slice(step, step + count)
        difference = line[:, step : step + count + 2 * around] - line[:, : count + 2 * around]
        weight = weigh(difference, dr, dc, cols)
        if inside is not None:
            weight *= inside[first:][upper]
            weight *= inside[first:][lower]
        mass[upper] += weight
        mass[lower] += weight
        for channel, change in zip(pull, difference[:, around : around + count], strict=True):
            change *= weight
            channel[upper] += change
            channel[lower] -= change
    return pull, mass


def squared_length(difference):
    """Return the squared distance of two colours at each pixel, from their difference (channels, …)."""
    total = np.square(difference[0])
    for channel in difference[1:]:
        total += np.square(channel)
    return total
