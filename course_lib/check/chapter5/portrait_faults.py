"""What is most wrong with a restored portrait, in a sentence."""

import numpy as np

from ...explore.portrait import MARGIN, SIDE, TURN, upright_frame
from ...morphology import dilation, disk
from .portraits import decibels

CUT = f"cut out rows and columns {MARGIN} to {MARGIN + SIDE}"
PLAIN = "it is one plain colour."
BESIDE = (
    f"it does not lie over the original. The portrait came turned clockwise: rotate(damaged, {TURN}), and {CUT}. "
    "Does the mask lie over the strokes where you fill?"
)
NOISE = "there is noise left."
SMOOTH = "too smooth: hair and cloth went with the noise. Less strength, or another denoiser?"
NEAR = "near. Measure other strengths, another denoiser, a wider mask."


def what_is_wrong(given, mask, original):
    return (
        in_another_place(given, original) or in_the_strokes(given, mask, original) or of_detail(given, mask, original)
    )


def in_another_place(given, original):
    if not np.ptp(given) > 0.05:
        return PLAIN
    if decibels(original, given) < 18:
        return BESIDE
    down, right = off(original, given)
    if (down, right) != (0, 0):
        return f"it lies beside the original (rows: {abs(down)}, columns: {abs(right)}): turn by {TURN}, and {CUT}."
    return None


def off(original, given, most=3):
    """Return the rows and columns by which a portrait lies beside the original, `most` at the most."""
    inner = np.s_[most:-most:2, most:-most:2]  # every second pixel will do
    moves = [(r, c) for r in range(-most, most + 1) for c in range(-most, most + 1)]
    return min(moves, key=lambda move: np.mean((np.roll(given, move, (0, 1)) - original)[inner] ** 2))


def widened(mask):
    return upright_frame(dilation(mask, disk(2)))


def in_the_strokes(given, mask, original):
    inside, outside = (decibels(original[part], given[part]) for part in (upright_frame(mask), ~widened(mask)))
    there = f"({inside:.1f} dB {{}}, {outside:.1f} dB elsewhere)"
    if inside < min(8.5, outside - 6):
        return f"the strokes are still there {there.format('where they were')}."
    if inside < outside - 12:
        told = f"dark where the strokes were {there.format('there')}: the filling goes on from the rim."
        return f"{told} Is the mask wide enough?"
    return None


def of_detail(given, mask, original):
    calm = ~widened(mask).any(axis=1)  # rows without strokes
    contrast = contrast_of(given[calm]) / contrast_of(original[calm])
    return NOISE if contrast > 1.2 else SMOOTH if contrast < 0.75 else NEAR


def contrast_of(picture):
    return float(np.abs(np.diff(picture, axis=1)).mean())
