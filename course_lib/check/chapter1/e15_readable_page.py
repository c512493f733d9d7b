"""1.15: the ink of a page in bad light, scored against where it really is."""

import numpy as np
from scipy import ndimage

from ... import data, filters
from ..answers import Wrong, call
from ..compare import f1, mask_of, rounded_down
from ..exercise import exercise

ex = exercise(
    "1.15",
    "Project: a readable page",
    hints=(
        "Look at what one level does to this page, in explore.threshold(page). Where does it fail, and why?",
        "Use threshold_local. With offset 0 half of the empty paper falls below its own mean: "
        "a positive offset lowers the threshold.",
        "Ink is dark: the page is below its local threshold there. Try block sizes of 7 to 25 and offsets of 8 to 16.",
    ),
    cases=lambda: [data.load("page_dim")],  # what look shows
    right="nine tenths and more of the letters, and clean paper, in bad light.",
)

GOAL = 0.9
EVERYTHING = "everything is marked: which pixels are darker than the paper around them?"
NOTHING = "nothing is marked: which pixels are darker than the paper around them? Is the offset too large for this window, or meant for another range than 0 to 255?"
INVERTED = "inverted: True should mark the ink, which is darker than the paper around it."
BRIGHTER = "the ink is marked less than the paper: ink is darker than the threshold around it, < and not >."
TOO_HIGH = "much of the paper counts as ink, in the light as in the shadow. The threshold is too high everywhere: a positive offset lowers it, a negative one raises it."
SHADOW = "the shadow counts as ink. One level for the whole page cannot follow the light, nor can the mean of a row or of a very large window, unless its offset is large: compare with a window a little larger than a letter."
LIGHT = "the paper in the light counts as ink: is it the page that is compared with its threshold, page < threshold?"
MOVED = "of the ink is missing, and most of what you marked lies right beside it: were the letters moved, or are these their outlines?"
ELSEWHERE = "of the ink is missing, and what you marked lies elsewhere: is the mask made from the page that is given? It may stand upside down."
THICK = "of what you marked is paper, most of it right beside the letters: they are too thick. A larger offset or a smaller window makes them thinner. Or were they widened or filled afterwards?"
GRAIN = "of what you marked is paper, in specks away from the letters: its grain falls below the threshold. Lower it with a larger offset, or take a larger window, whose mean is calmer."
MISSING = "of the ink is missing. The threshold is too low there: take a smaller offset, or a larger window. Or were the letters thinned afterwards?"


@ex.judge
def judge(answer):
    page, ink = data.load("page_dim"), data.load("page_ink")
    first = score_of(answer, page, ink)
    turned = score_of(answer, np.ascontiguousarray(page[::-1, ::-1]), ink[::-1, ::-1])
    return f"Score {rounded_down(first, 3)}, and {rounded_down(turned, 3)} upside down:"


def score_of(answer, page, ink):
    """Return the score of an answer on one page; raise `Wrong` if it is too low."""
    given = mask_of(call(answer, page), ink.shape, "the ink")
    score = f1(given, ink)
    if score < GOAL:
        raise Wrong(what_went_wrong(given, page, ink), input=page, expected=ink, yours=given)
    return score


def what_went_wrong(given, page, ink):
    """Say what is wrong with a mask: by the paper that it marks, and where, and by the ink that it misses."""
    if given.all() or not given.any():
        return EVERYTHING if given.any() else NOTHING
    score = f1(given, ink)
    if f1(~given, ink) > max(score, 0.5):
        return INVERTED
    if given[ink].mean() < given[~ink].mean() / 2:
        return BRIGHTER
    return f"score {rounded_down(score, 2)} of the {GOAL:.2f} asked for: {left_over(given, page, ink)}"


def left_over(given, page, ink):
    """Say what is left over: paper in the light and in the shadow, beside the letters and away from them, or ink."""
    light = ndimage.gaussian_filter(page.astype(float), 20)
    dark, bright = np.percentile(light[~ink], (33, 67))
    in_shadow, in_light = given[~ink & (light < dark)].mean(), given[~ink & (light > bright)].mean()
    if in_shadow > 0.1 and in_light < in_shadow / 4:
        return SHADOW
    if in_light > max(2 * in_shadow, 0.1):
        return LIGHT
    if in_shadow > 0.5:
        return TOO_HIGH
    paper, missing = given & ~ink, (ink & ~given).sum() / ink.sum()
    false = paper.sum() / given.sum()
    beside = paper[ndimage.binary_dilation(ink, np.ones((5, 5)))].sum() > 0.6 * paper.sum()
    if min(missing, false) > (0.3 if beside else 0.6):
        return f"{missing:.0%} {MOVED if beside else ELSEWHERE}"
    if missing > false:
        return f"{missing:.0%} {MISSING}"
    return f"{false:.0%} {THICK if beside else GRAIN}"


@ex.right
def find_ink(page):
    return page < filters.threshold_local(page, 15, method="mean", offset=12)


ex.right(lambda page: page < ndimage.uniform_filter(page.astype(np.float32), 15) - 12)


ex.right(lambda page: page / ndimage.gaussian_filter(page.astype(float), 10) < 0.88)


@ex.right
def by_skimage(page):
    import skimage

    return page < skimage.filters.threshold_local(page, 25, offset=14)


def below(block_size, offset, method="gaussian"):
    """Return an answer that takes what lies below a local threshold."""
    return lambda page: page < filters.threshold_local(page, block_size, method=method, offset=offset)


ex.slip(EVERYTHING, lambda page: page < 999)
ex.slip(NOTHING, lambda page: page < 0)
ex.slip(NOTHING, lambda page: page / 255 < filters.threshold_local(page / 255, 15, offset=12))
ex.slip(NOTHING, below(3, offset=10))
ex.slip(INVERTED, lambda page: ~find_ink(page))
ex.slip(INVERTED, lambda page: page > filters.threshold_local(page, 35, offset=10))
ex.slip(BRIGHTER, lambda page: page > filters.threshold_local(page, 35, offset=-10))
ex.slip(BRIGHTER, lambda page: page > filters.threshold_otsu(page))
ex.slip(TOO_HIGH, below(35, offset=-10))
ex.slip(TOO_HIGH, below(35, offset=-3))
ex.slip(TOO_HIGH, below(15, offset=-12, method="mean"))
ex.slip(TOO_HIGH, lambda page: page < 200)
ex.slip(SHADOW, lambda page: page < filters.threshold_otsu(page))
ex.slip(SHADOW, lambda page: page < page.mean())
ex.slip(SHADOW, lambda page: page < 60)
ex.slip(SHADOW, lambda page: page < page.mean(axis=1, keepdims=True) - 10)
ex.slip(SHADOW, below(301, offset=10))
ex.slip(GRAIN, below(15, offset=0, method="mean"))
ex.slip(GRAIN, below(5, offset=4))
ex.slip(LIGHT, lambda page: filters.threshold_local(page, 25, offset=10) > 128)
ex.slip(GRAIN, lambda page: page < ndimage.median_filter(page, 5))
ex.slip(THICK, below(51, offset=8))
ex.slip(THICK, lambda page: ndimage.binary_dilation(find_ink(page)))
ex.slip(MISSING, below(15, offset=60, method="mean"))
ex.slip(MISSING, below(5, offset=12))
ex.slip(MISSING, lambda page: ndimage.binary_erosion(find_ink(page)))
ex.slip(MOVED, lambda page: np.roll(find_ink(page), 3, axis=1))
ex.slip(MOVED, lambda page: filters.sobel(page) > 0.1)
ex.slip(ELSEWHERE, lambda page: data.load("page_ink"))  # right until the page is turned

ex.wrong("expected a mask", lambda page: page - 12.0)
ex.wrong("the shape of the picture", lambda page: find_ink(page)[1:])
