"""What is most wrong with a restored portrait, in a sentence."""

import numpy as np

from ...explore.portrait import MARGIN, SIDE, upright_frame
from ...morphology import dilation, disk
from .portraits import decibels

CUT = f"cut out rows and columns {MARGIN} to {MARGIN + SIDE}"
PLAIN = "it is one plain colour."
BESIDE = f"it does not lie over the original: rotate(damaged, angle), with the angle that was given, and {CUT}."
FRAME = (
    "The mask came over the picture as it came: is it turned as the picture is that you fill? And is it the mask that "
    "was given?"
)
TURNED = "it is turned a little, compared with the original: rotate(damaged, angle), with the angle that was given."
DARK = (
    "it is dark where the strokes were: the filling goes on from the rim, and there the strokes are still. Is the mask "
    "wide enough, and the picture not smoothed before?"
)
BRIGHT = "it is too bright where the strokes were: what is filled in should go on from around, inpaint_biharmonic does."
NOISE = "there is noise left."
SMOOTH = "too smooth: hair and cloth went with the noise. Less strength, or another denoiser?"
NEAR = "near. Measure other strengths, another denoiser, a wider mask."


def what_is_wrong(given, portrait):
    return (
        in_another_place(given, portrait.original)
        or in_the_strokes(given, portrait.strokes, portrait.original)
        or of_detail(given, portrait.strokes, portrait.original)
    )


def in_another_place(given, original):
    if not np.ptp(given) > 0.05:
        return PLAIN
    down, right = off(original, given)
    if decibels(original[MOST:-MOST, MOST:-MOST], np.roll(given, (down, right), (0, 1))[MOST:-MOST, MOST:-MOST]) < 18:
        return BESIDE
    if (down, right) != (0, 0):
        return f"it lies beside the original (rows: {abs(down)}, columns: {abs(right)}): turn by `angle`, and {CUT}."
    (left, _), (right, _) = (off(original[:, half], given[:, half]) for half in (np.s_[:200], np.s_[-200:]))
    return TURNED if abs(left - right) > 1 else None


MOST = 5  # pixels that a portrait may lie beside the original, for `off` to find them


def off(original, given):
    """Return the rows and columns by which a portrait is shifted against the original, `MOST` at most."""
    still = original.mean(axis=-1)[MOST:-MOST:4, MOST:-MOST:4]  # every fourth pixel will do
    moved = given.mean(axis=-1)
    rows, cols = moved.shape

    def misfit(move):
        r, c = (MOST - way for way in move)
        part = moved[r : rows - 2 * MOST + r : 4, c : cols - 2 * MOST + c : 4]
        return np.mean((part - still) ** 2)

    return min(((r, c) for r in range(-MOST, MOST + 1) for c in range(-MOST, MOST + 1)), key=misfit)


def widened(mask):
    return upright_frame(dilation(mask, disk(2)))


def in_the_strokes(given, strokes, original):
    """Say whether it is dark or bright where the strokes were, compared with the original."""
    where = upright_frame(strokes)
    dark = float((original - given)[where].mean())
    if dark > 0.28:
        return f"the strokes are still there. {FRAME}"
    if dark > 0.1:
        return DARK
    return BRIGHT if dark < -0.1 else None


def of_detail(given, strokes, original):
    calm = ~widened(strokes).any(axis=1)  # rows without strokes
    contrast = contrast_of(given[calm]) / contrast_of(original[calm])
    return NOISE if contrast > 1.2 else SMOOTH if contrast < 0.75 else NEAR


def contrast_of(picture):
    return float(np.abs(np.diff(picture, axis=1)).mean())
