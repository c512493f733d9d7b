"""Chapter 5, exercises 5.1 and 5.2: Canny's two thresholds. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .legacy import as_array, call, compare, exercise

SIDES, ALL_EIGHT = ndimage.generate_binary_structure(2, 1), np.ones((3, 3))


def strengths(seed, shape):
    """Return random strengths in steps of an eighth, so that some lie exactly at a threshold."""
    return np.random.default_rng(seed).integers(0, 9, shape) / 8


@exercise(
    "5.1",
    "Weak, strong or nothing",
    hints=(
        "strength >= low is a mask, and so is strength >= high. A strong pixel is in both.",
        "Masks count as 0 and 1 once they are integers: (strength >= low).astype(int).",
        "(strength >= low).astype(int) + (strength >= high) is 0, 1 or 2.",
    ),
    right="two thresholds make three classes; exactly at a threshold counts as reached.",
)
def judge_grades(answer):
    for seed, shape, low, high in ((511, (13, 17), 0.25, 0.625), (512, (20, 9), 0.5, 0.875)):
        strength = strengths(seed, shape)
        weak, strong = strength >= low, strength >= high
        expected = weak.astype(int) + strong
        given = as_array(call(answer, strength, low, high))
        overwritten = "what reaches high reaches low as well, and became 1: write the strong pixels last."
        of_masks = "this holds only True and False: the sum of two masks is a mask. Make one of them integers first."
        mistakes = [
            (weak, of_masks if given.dtype == bool else overwritten),
            (np.where(strength > low, 1, 0), of_masks if given.dtype == bool else overwritten),
            (strong, "only the strong pixels are marked: where are the weak ones?"),
            ((strength > low).astype(int) + (strength > high), "nearly: exactly at a threshold counts as reached."),
            ((strength > low).astype(int) + strong, "nearly: exactly at the low threshold is weak, not nothing."),
            (weak.astype(int) + (strength > high), "nearly: exactly at the high threshold is strong, not weak."),
            (2 - expected, "the wrong way round: 0 is nothing, 2 is strong."),
            (np.where(weak & ~strong, 2, strong), "weak and strong are exchanged: 1 is weak, 2 is strong."),
            (np.where(strong, 2, 1), "what is below the low threshold is nothing: 0."),
            (np.where(strong, 2, 0), "the weak pixels are missing: 1 where it reaches low and not high."),
            (np.where(strong, 3, weak), "a strong pixel was counted as weak as well: 2 is strong."),
        ]
        compare(given, expected, strength, mistakes, tolerance=1e-9)


@exercise(
    "5.2",
    "Keep what hangs together",
    hints=(
        "ndimage.label numbers the pieces of a mask. Which mask: the one of the weak pixels, or of the strong?",
        "Label strength >= low with np.ones((3, 3)), so that corners join as well. A piece stays if it holds a pixel "
        "that reaches high.",
        "lines[strength >= high] are the numbers of the pieces that stay; np.isin(lines, those) is the mask.",
    ),
    right="one strong pixel keeps its whole line, however long it is.",
)
def judge_linking(answer):
    for strength, low, high in _linkable():
        weak, strong = strength >= low, strength >= high
        expected = _linked(weak, strong)
        mistakes = [
            (strong, "only the strong pixels are left: the weak ones that hang on them should stay."),
            (weak, "every weak pixel stayed: those that hang on no strong one should go."),
            (
                _linked(weak, strong, SIDES),
                "pieces that touch at a corner are one piece: label with np.ones((3, 3)).",
            ),
            (
                _linked(strength > low, strength > high, SIDES),
                "pieces that touch at a corner are one piece, and exactly at a threshold counts as reached. "
                "apply_hysteresis_threshold sees both in another way.",
            ),
            (_linked(strength > low, strength > high), "nearly: exactly at a threshold counts as reached."),
            (_linked(strength > low, strong), "nearly: exactly at the low threshold is weak, and may stay."),
            (_linked(weak, strength > high), "nearly: exactly at the high threshold is strong."),
            (
                weak & ndimage.binary_dilation(strong, ALL_EIGHT),
                "only the nearest neighbours of strong pixels stayed: a line may go on and on.",
            ),
            (ndimage.binary_dilation(strong, ALL_EIGHT), "this marks neighbours that are not even weak."),
            (weak & ~expected, "inverted: these are the lines that should go."),
            (~expected, "inverted: True should mark what stays."),
            (
                ndimage.label(weak, ALL_EIGHT)[0],
                "these are the numbers of the pieces; asked is a mask of those that stay.",
            ),
        ]
        compare(call(answer, strength, low, high), expected, strength, mistakes)


def _linked(weak, strong, joined=ALL_EIGHT):
    lines, _ = ndimage.label(weak, joined)
    return np.isin(lines, np.unique(lines[strong & weak])) & weak


def _linkable():
    """Yield strengths with short lines, and with one long line that is strong at one end alone."""
    yield strengths(521, (15, 19)) * (np.random.default_rng(1).random((15, 19)) < 0.5), 0.375, 0.875
    yield strengths(522, (12, 9)) * (np.random.default_rng(2).random((12, 9)) < 0.5), 0.25, 0.75
    snake = np.zeros((17, 21))
    snake[1:-1:4, 1:-1] = snake[3:-1:4, 1:-1] = 0.5
    snake[2::8, -2] = snake[4::8, 1] = snake[6::8, -2] = snake[8:-1:8, 1] = 0.5
    snake[1, 1] = 1
    snake[-1, 3:9] = 0.25
    yield snake, 0.375, 0.75
    yield snake / 2, 0.375, 0.75  # nothing is strong
