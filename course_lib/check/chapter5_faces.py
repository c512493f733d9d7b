"""Chapter 5, exercises 5.9 to 5.12: codes, sums, windows, the cascade. Each judge is one exercise."""

import numpy as np

from ..feature.lbp import CLOCKWISE, WEIGHTS
from .legacy import Wrong, as_array, call, compare, exercise
from .numbers import compare_number


def eight_bits(patch, order=CLOCKWISE, weights=WEIGHTS, test=np.greater_equal):
    """Return the LBP code of nine values; `order` are the neighbours, as places in the flat patch."""
    bits = test(patch, patch[1, 1]).ravel()[list(order)]
    return int((bits * np.asarray(weights, int)).sum())


@exercise(
    "5.9",
    "Eight bits for nine pixels",
    hints=(
        "Eight questions: is this neighbour as bright as the middle one, patch[1, 1], or brighter?",
        "Clockwise from the upper left: (0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0).",
        "The first answer weighs 128, the next 64, then 32, 16, 8, 4, 2, 1: add up the weights of the yes.",
    ),
    right="one byte that says which neighbours are as bright as the middle.",
)
def judge_code(answer):
    rng = np.random.default_rng(90)
    patches = [rng.integers(0, 4, (3, 3)) for _ in range(6)]
    patches += [np.array([[10, 200, 30], [90, 100, 110], [250, 0, 99]], np.uint8)]
    patches += [rng.integers(0, 256, (3, 3), dtype=np.uint8) for _ in range(6)]
    patches += [np.full((3, 3), 7), np.array([[0, 0, 9], [0, 5, 5], [0, 0, 0]])]
    for patch in patches:
        middle = patch[1, 1]
        mistakes = [
            (eight_bits(patch, test=np.greater), "a neighbour that is exactly as bright as the middle counts as 1."),
            (eight_bits(patch, test=np.less), "inverted: 1 is for a neighbour as bright as the middle, or brighter."),
            (eight_bits(patch, test=np.less_equal), "inverted: 1 is for a neighbour as bright or brighter."),
            (eight_bits(patch, weights=WEIGHTS[::-1]), "the upper left comes first, and the first bit weighs 128."),
            (eight_bits(patch, [0, 1, 2, 3, 5, 6, 7, 8]), "row by row is another order: walk clockwise around."),
            (eight_bits(patch, [0, 3, 6, 7, 8, 5, 2, 1]), "that walk goes the other way round: first to the right."),
            *((eight_bits(patch, np.roll(CLOCKWISE, -k)), "the walk starts at the upper left.") for k in range(1, 8)),
            (int((patch.ravel()[CLOCKWISE] >= middle).sum()), "this counts the bits; asked is the number they make."),
            (
                eight_bits(patch, test=lambda p, m: p >= p.mean()),
                "compared with the mean of the patch; the middle pixel asks.",
            ),
        ]
        if patch.dtype == np.uint8:
            mistakes.append((255, "uint8 differences wrap round and are never below 0: compare the values themselves."))
        given = call(answer, patch)
        if np.ndim(given) == 1 and np.size(given) == 8:
            raise Wrong("these are the eight bits; asked is the one number that they make.")
        compare_number(given, eight_bits(patch), mistakes)


@exercise(
    "5.10",
    "A sum from four numbers",
    hints=(
        "table[r, c] is the sum of all pixels above row r and left of column c. Which four corners has the block?",
        "The block ends before row + height and before col + width: bottom, right = row + height, col + width.",
        "table[bottom, right] - table[row, right] - table[bottom, col] + table[row, col].",
    ),
    right="four numbers, for a block of any size. That is why large windows cost no more than small ones.",
)
def judge_sum(answer):
    rng = np.random.default_rng(91)
    for row, col, height, width in ((2, 3, 4, 5), (0, 0, 3, 6), (5, 1, 5, 2), (0, 4, 10, 8), (3, 0, 1, 1)):
        image = rng.integers(1, 100, (10, 12))
        table = np.zeros((11, 13), int)
        table[1:, 1:] = image.cumsum(0).cumsum(1)
        bottom, right = row + height, col + width
        four = table[bottom, right], table[row, right], table[bottom, col], table[row, col]
        mistakes = [
            (four[0] - four[1] - four[2], "the corner above and left was taken off twice: put it back once."),
            (four[0] - four[1] - four[2] - four[3], "the corner above and left was taken off twice, and once more."),
            (four[0], "this is the sum of everything above and left of the block's end, not of the block."),
            (four[0] - four[3], "two strips are still in it: the one above the block and the one to its left."),
            (table[row:bottom, col:right].sum(), "this adds up the table; its numbers are sums already."),
            (_block(image, row, col, width, height), "height and width are exchanged."),
            (_block(image, col, row, height, width), "row and col are exchanged."),
            (_block(image, row, col, height - 1, width - 1), "one row and one column short: the table has one more."),
            (_block(image, row + 1, col + 1, height, width), "moved by one: table[row, col] ends before that pixel."),
            (_block(image, row - 1, col - 1, height, width), "moved by one: table[row, col] ends before that pixel."),
            (_block(image, row, col, height - row, width - col), "height and width are lengths, not where it ends."),
            (four[0] / (height * width), "this is no sum."),
        ]
        given = call(answer, table, row, col, height, width)
        if isinstance(given, np.ndarray) and given.size == 1:  # what skimage.transform.integrate returns
            given = given.item()
        compare_number(given, image[row:bottom, col:right].sum(), mistakes)


def _block(image, row, col, height, width):
    return image[max(row, 0) : max(row + height, 0), max(col, 0) : max(col + width, 0)].sum()


@exercise(
    "5.11",
    "How many windows?",
    hints=(
        "Along one side first: where can a window of 3 pixels begin in a row of 5? At 0, 1 and 2.",
        "The last start is length - side; with a step there are (length - side) // step + 1 of them.",
        "Multiply both directions. A window larger than the picture fits nowhere: 0.",
    ),
    right="starts in one direction times starts in the other, for one single size.",
)
def judge_windows(answer):
    cases = (
        (20, 31, 8, 3),
        (24, 24, 24, 5),
        (60, 96, 24, 1),
        (20, 31, 24, 2),
        (31, 14, 24, 2),
        (10, 12, 24, 1),
        (22, 40, 24, 5),
        (40, 22, 24, 5),
    )
    for rows, cols, side, step in cases:
        down, across = (len(range(0, n - side + 1, step)) for n in (rows, cols))
        fits = rows >= side and cols >= side
        mistakes = [
            ((rows - side) * (cols - side) if fits else -1, "fencepost: from start 0 to start n there are n + 1."),
            (((rows - side) // step) * ((cols - side) // step) if fits else -1, "fencepost: the first start counts."),
            (down, "these are the starts in one direction: windows also stand side by side."),
            (across, "these are the starts in one direction: windows also stand below each other."),
            ((rows // side) * (cols // side), "windows overlap: they are `step` apart, not `side`."),
            ((rows - side + 1) * (cols - side + 1), "the step is missing: not every start is tried."),
            (-(-rows // step) * -(-cols // step), "a window must fit: the last ones would stick out of the picture."),
            ((rows // step) * (cols // step), "a window must fit: the last ones would stick out of the picture."),
        ]
        if not fits:
            mistakes = []
        given = call(answer, rows, cols, side, step)
        if not fits and np.ndim(given) == 0 and float(given) != 0:
            raise Wrong("a window that is larger than the picture fits nowhere: the answer is 0 then.")
        compare_number(given, down * across, mistakes)


@exercise(
    "5.12",
    "Who is left after each stage?",
    hints=(
        "passed = scores >= thresholds[:, None] says which windows pass which stage, each stage alone.",
        "A window that went out at stage 1 is not asked again. So it must have passed all stages up to this one.",
        "np.logical_and.accumulate(passed, axis=0) does that; then count along the windows: .sum(axis=1).",
    ),
    right="out is out: the numbers can only fall.",
)
def judge_left(answer):
    rng = np.random.default_rng(92)
    for stages, windows in ((3, 12), (5, 40), (4, 4), (6, 1)):
        scores = rng.integers(-3, 4, (stages, windows)) / 2
        thresholds = rng.integers(-2, 1, stages) / 2
        if stages == windows:  # who forgets the axis is not told by an error here
            thresholds = np.array([-1.0, 0.5, -0.5, 0.0])
        passed = scores >= thresholds[:, None]
        expected = _accumulated(passed)
        mistakes = [
            (passed.sum(axis=1), "each stage was counted alone: who went out at stage 1 is not asked at stage 2."),
            (_accumulated(scores > thresholds[:, None]), "a score exactly at the threshold passes."),
            (windows - expected, "these are the windows that are out; asked are those left."),
            (np.r_[windows, expected[:-1]], "these are those asked at each stage; asked are those left after it."),
            (expected / windows, "these are shares; asked are numbers of windows."),
            (-np.diff(np.r_[windows, expected]), "these went out at each stage; asked are those left."),
            (_accumulated(~passed), "inverted: a window stays if its score is at the threshold or above."),
            (
                (np.cumsum(scores, 0) >= np.cumsum(thresholds)[:, None]).sum(axis=1),
                "scores were added up over the stages: each stage asks anew.",
            ),
            (np.full(stages, expected[-1]), "these are left at the end; asked is the number after each stage."),
        ]
        if stages == windows:
            mistakes.append(
                (_accumulated(scores >= thresholds), "each row of scores needs its own threshold: [:, None].")
            )
        given = as_array(call(answer, scores, thresholds))
        if given.ndim == 2:
            raise Wrong(f"one number for each stage was asked for; yours has the shape {given.shape}.")
        compare(given, expected, scores, mistakes, tolerance=1e-9)


def _accumulated(passed):
    return np.logical_and.accumulate(passed, axis=0).sum(axis=1)
