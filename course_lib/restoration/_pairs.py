"""Weighted means over pairs of pixels, for bilateral filtering and non-local means.

The weight of a pair is the same seen from either pixel. So one weight serves both, half of the offsets are
enough, and a whole strip of the picture is weighed at once:

    new(p) = p + Σ_q w(p, q) (q - p) / Σ_q w(p, q)

The pictures here are flat: with a border as wide as the farthest neighbour, the pixel at (r + dr, c + dc) is
always dr * cols + dc places further on, and what runs over the end of a row stays in the border.
"""

import numpy as np

from ..base.threads import in_turn

STRIP = 64_000  # pixels worked on at a time: few calls, and arrays that still fit into a processor's cache
EXTREME = 1e15  # float32 can still square it and sum the squares of a patch


def half_offsets(reach):
    """Return one (dr, dc) of each pair of opposite offsets within `reach`, rows first."""
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
        # out of all proportion to the picture, float32 would end, but there every weight is 0 or 1 anyway
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
        ``weigh(difference, dr, dc, cols) -> weights`` for a flat run of pixels, whose difference
        (channels, pixels) covers `halo` more rows and pixels at both ends.
    halo : int
        How far around a pixel `weigh` looks.
    inside : float32 (rows, cols), optional
        1 where a pixel may be a neighbour, else 0. By default the border counts as well.
    """
    border = reach + halo
    planes = np.pad(planes, ((0, 0), (1, 1), (0, 0)))  # so that a run can go on beyond the last corner
    inside = None if inside is None else np.pad(inside, ((1, 1), (0, 0))).ravel()
    channels, rows, cols = planes.shape
    total = np.zeros((channels, rows * cols), np.float32)
    mass = np.ones(rows * cols, np.float32)  # each pixel's own weight
    height = max(STRIP // cols, 1)
    end = rows - border - 1  # a pixel of the lower border is nobody's upper neighbour
    tops = range(halo + 1, end, height)

    def work(top):
        return strip_sums(planes, range(top, min(top + height, end)), reach, weigh, halo, inside)

    for top, (pull, weight) in zip(tops, in_turn(work, tops), strict=True):
        run = slice(top * cols, top * cols + len(weight))
        total[:, run] += pull[:, : rows * cols - run.start]
        mass[run] += weight[: rows * cols - run.start]
    total /= mass
    return np.moveaxis(total.reshape(planes.shape)[:, border + 1 : end, border : cols - border], 0, -1)


def strip_sums(planes, strip, reach, weigh, halo, inside=None):
    """Return Σ w (q - p) and Σ w over all pairs whose upper pixel lies in the rows `strip`, flat.

    The sums go on below the strip, as far as the lower pixels do.
    """
    channels, _, cols = planes.shape
    flat = planes.reshape(channels, -1)
    first, count = strip.start * cols, len(strip) * cols
    around = halo * (cols + 1)
    total = np.zeros((channels, count + reach * (cols + 1)), np.float32)
    mass = np.zeros(total.shape[1], np.float32)
    for dr, dc in half_offsets(reach):
        step = dr * cols + dc
        run = slice(first - around, first + count + around)
        difference = flat[:, run.start + step : run.stop + step] - flat[:, run]
        weight = weigh(difference, dr, dc, cols)
        if inside is not None:
            weight *= inside[first : first + count]
            weight *= inside[first + step : first + step + count]
        mass[:count] += weight
        mass[step : step + count] += weight
        for plane, change in zip(total, difference[:, around : around + count], strict=True):
            change *= weight
            plane[:count] += change
            plane[step : step + count] -= change
    return total, mass


def squared_length(difference):
    """Return the squared distance of two colours at each pixel, from their difference (channels, …)."""
    total = np.square(difference[0])
    for channel in difference[1:]:
        total += np.square(channel)
    return total
