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
    right="nine tenths and more of the letters, and clean paper, in bad light.",
)

GOAL = 0.9
EVERYTHING = "everything is marked: which pixels are darker than the paper around them?"
NOTHING = "nothing is marked: which pixels are darker than the paper around them?"
INVERTED = "inverted: True should mark the ink, which is darker than the paper around it."
BRIGHTER = "the ink is marked less than the paper: ink is darker than the threshold around it, < and not >."
TOO_HIGH = "much of the paper counts as ink, in the light as in the shadow. The threshold is too high everywhere: a positive offset lowers it, a negative one raises it."
SHADOW = "the shadow counts as ink. One level for the whole page cannot follow it, nor can the mean of a very large window: compare each pixel with a window a little larger than a letter."
GRAIN = "of what you marked is paper. Its grain falls below its own mean: lower the threshold with an offset."
MISSING = "of the ink is missing. Is the threshold too low now, or the window too small?"


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
        raise Wrong(what_went_wrong(given, ink, score), input=page, expected=ink, yours=given)
    return score


def what_went_wrong(given, ink, score):
    if given.all() or not given.any():
        return EVERYTHING if given.any() else NOTHING
    if f1(~given, ink) > max(score, 0.5):
        return INVERTED
    if given[ink].mean() < given[~ink].mean() / 2:
        return BRIGHTER
    told = f"score {rounded_down(score, 2)} of the {GOAL:.2f} asked for:"
    paper = np.where(ink, np.nan, given)
    sides = [np.nanmean(part) for part in np.array_split(paper, 4, axis=1)]  # how much of the paper is marked there
    if max(sides) > 0.5 and min(sides) > max(sides) / 3:
        return f"{told} {TOO_HIGH}"
    if max(sides[0], sides[-1]) > 0.1 and min(sides) < max(sides) / 3:
        return f"{told} {SHADOW}"
    missed, false = (ink & ~given).sum() / ink.sum(), (given & ~ink).sum() / given.sum()
    return f"{told} {false:.0%} {GRAIN}" if false > missed else f"{told} {missed:.0%} {MISSING}"


@ex.right
def find_ink(page):
    return page < filters.threshold_local(page, 15, method="mean", offset=12)


ex.right(lambda page: page < ndimage.uniform_filter(page.astype(np.float32), 15) - 12)


@ex.right
def by_skimage(page):
    import skimage

    return page < skimage.filters.threshold_local(page, 25, offset=14)


def below(block_size, offset, method="gaussian"):
    """Return an answer that takes what lies below a local threshold."""
    return lambda page: page < filters.threshold_local(page, block_size, method=method, offset=offset)


ex.slip(EVERYTHING, lambda page: page < 999)
ex.slip(NOTHING, lambda page: page < 0)
ex.slip(INVERTED, lambda page: ~find_ink(page))
ex.slip(BRIGHTER, lambda page: page > filters.threshold_local(page, 35, offset=-10))
ex.slip(TOO_HIGH, below(35, offset=-10))
ex.slip(TOO_HIGH, below(35, offset=-3))
ex.slip(TOO_HIGH, below(15, offset=-12, method="mean"))
ex.slip(TOO_HIGH, lambda page: page < 200)
ex.slip(SHADOW, lambda page: page < filters.threshold_otsu(page))
ex.slip(SHADOW, lambda page: page < 60)
ex.slip(SHADOW, below(301, offset=10))
ex.slip(GRAIN, below(15, offset=0, method="mean"))
ex.slip(MISSING, below(15, offset=60, method="mean"))

ex.wrong("expected a mask", lambda page: page - 12.0)
ex.wrong("the shape of the picture", lambda page: find_ink(page)[1:])
ex.wrong("score 0.", lambda page: data.load("page_ink"))
