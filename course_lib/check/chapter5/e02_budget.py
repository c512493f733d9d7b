"""5.2: Canny's high threshold, as low as a budget of edge pixels allows."""

import numpy as np
from scipy import ndimage

from ..exercise import exercise
from ..later import skimage
from .drawings import (
    ALL_EIGHT,
    by_the_library,
    chosen,
    drawings,
    linked,
    one_after_the_other,
    pixels_alone,
    too_many,
    tops_of,
)

ex = exercise(
    "5.2",
    "Canny with a budget",
    cases=drawings,
    hints=(
        "For one given high you know what stays: the lines that hold a pixel of it. When does a lower high change that?",
        "Only the values that occur need be tried as high, from the lowest on: np.unique(strength) sorts them. Link for "
        "each as in the lesson, and count.",
        "lines, _ = ndimage.label(strength >= low, np.ones((3, 3))); for high in np.unique(strength[strength >= low]): "
        "edges = np.isin(lines, lines[strength >= high] ...), with 0 left out; return the first with edges.sum() <= "
        "budget.",
    ),
    right="a threshold that nobody has to guess: the budget says how much of a drawing you can use.",
)


@ex.right
def within_budget(strength, low, budget):
    lines, _ = ndimage.label(strength >= low, np.ones((3, 3)))
    for high in np.unique(strength[strength >= low]):
        kept = np.unique(lines[(strength >= high) & (lines > 0)])
        edges = np.isin(lines, kept)
        if edges.sum() <= budget:
            return edges
    return np.zeros(strength.shape, bool)


@ex.right
def line_by_line(strength, low, budget):
    lines, _ = ndimage.label(strength >= low, ALL_EIGHT)
    sizes, tops = (np.array(some) for some in tops_of(lines, strength))
    kept = [n for n, top in enumerate(tops, 1) if sizes[tops >= top].sum() <= budget]
    return np.isin(lines, kept)


@ex.right
def grown_from_strong_ones(strength, low, budget):
    edges = np.zeros(strength.shape, bool)
    for high in np.unique(strength[strength >= low])[::-1]:
        more = ndimage.binary_propagation(strength >= high, ALL_EIGHT, strength >= low)
        if more.sum() > budget:
            break
        edges = more
    return edges


@ex.right
def reconstructed(strength, low, budget):
    weak = strength >= low
    for high in np.unique(strength[weak]):
        edges = skimage.morphology.reconstruction((weak & (strength >= high)) * 1, weak * 1) > 0
        if np.count_nonzero(edges) <= budget:
            return edges
    return weak & False


@ex.slip("this is the highest threshold that keeps anything: go down as far as the budget lets you.")
def the_strongest_alone(strength, low, budget):
    return chosen()(strength, low, linked(strength, low, strength.max()).sum()) & (budget > 0)


ex.slip(
    "everything is marked: number 0 is the background, and belongs to no line.",
    lambda strength, low, budget: np.ones(strength.shape, bool),
)
ex.slip("every weak line stayed: the budget is not kept.", lambda strength, low, budget: strength >= low)
ex.slip("exactly the budget is still allowed: at most `budget` pixels, <=.", chosen(fits=np.less))
ex.slip("pieces that touch at a corner are one line: label with np.ones((3, 3)).", chosen(joined=None))
ex.slip("a pixel exactly at `low` reaches it.", chosen(weak=np.greater))
ex.slip(
    "one step too far down: these edges are over the budget. Return the last ones that are not.",
    too_many,
)
STRONG_ALONE = "these are strong pixels alone, and the budget counted them alone: their whole lines stay, and count."
ex.slip(STRONG_ALONE, pixels_alone)


ex.slip(
    STRONG_ALONE,
    lambda strength, low, budget: (
        strength >= min((high for high in np.unique(strength) if (strength >= high).sum() <= budget), default=np.inf)
    ),
)


@ex.slip("the strong pixels were counted, and then their lines added: count after linking, the whole lines.")
def counted_before_linking(strength, low, budget):
    return ndimage.binary_propagation(pixels_alone(strength, low, budget), ALL_EIGHT, strength >= low)


SKIPPED = "a line that was too long was left out, and weaker ones taken: no threshold does that. What is stronger comes first."
ex.slip(SKIPPED, one_after_the_other(skip=True))
ex.slip(SKIPPED, one_after_the_other(skip=True, last=True))
for last in (False, True):
    ex.slip(
        "of two lines that are equally strong, one stayed and one went: a threshold keeps both, or neither.",
        one_after_the_other(last=last),
    )
ex.slip("pieces that touch at a corner are one line: label with np.ones((3, 3)).")(
    one_after_the_other(last=True, joined=None)
)
ex.slip("the budget counts pixels, not lines.", one_after_the_other(cost=lambda size: 1))
ex.slip(
    "the longest lines came first; a threshold asks for the strongest pixel of each.",
    one_after_the_other(measure=len),
)
ex.slip("the weakest lines came first: argsort goes upwards.", one_after_the_other(order=1))
ex.slip("lines were compared by their mean; one strong pixel is enough.", one_after_the_other(measure=np.mean))
ex.slip("lines were compared by their sum; one strong pixel is enough.", one_after_the_other(measure=np.sum))
ex.slip("lines were compared by their weakest pixel; one strong pixel is enough.", one_after_the_other(measure=np.min))
ex.slip(
    "inverted: these are the weak lines that should go.",
    lambda strength, low, budget: (strength >= low) & ~within_budget(strength, low, budget),
)
ex.slip("inverted: True should mark what stays.", lambda strength, low, budget: ~within_budget(strength, low, budget))
ex.slip(
    "nothing stayed: is a pixel of the background, number 0, among the lines that you count?",
    lambda strength, low, budget: np.zeros(strength.shape, bool),
)


@ex.slip("these are the numbers of the lines; asked is a mask of those that stay.")
def numbers(strength, low, budget):
    return ndimage.label(strength >= low, ALL_EIGHT)[0] * within_budget(strength, low, budget)


ex.slip(
    "a line that reaches high exactly, with one pixel, stays: >=.",
    chosen(strong=np.greater),
)

ex.slip(
    "the strongest pixels were taken one by one until the budget was spent; a threshold keeps whole lines.",
    lambda strength, low, budget: (
        (strength >= low) & (strength.size - 1 - strength.ravel().argsort().argsort().reshape(strength.shape) < budget)
    ),
)


ex.slip("the strongest pixels stayed, as many as the budget has; a threshold keeps whole lines.")(
    lambda strength, low, budget: (
        (strength >= low) & (strength >= np.sort(strength, axis=None)[::-1][: max(budget, 1)].min()) & (budget > 0)
    )
)
ABOVE = "apply_hysteresis_threshold takes what lies above a threshold, and pieces that touch at a side; here exactly at it is enough, and so is a corner."


ex.slip(ABOVE, by_the_library(lambda edges, strong: edges))
ex.slip(ABOVE, by_the_library(lambda edges, strong: strong))


@ex.slip("if the strongest line is over the budget, nothing stays: yours keeps it all the same.")
def strongest_all_the_same(strength, low, budget):
    edges = within_budget(strength, low, budget)
    return edges if edges.any() else linked(strength, low, strength.max())


@ex.slip("each line that fits into the budget by itself stayed: all that stay have to fit together.")
def each_by_itself(strength, low, budget):
    lines, _ = ndimage.label(strength >= low, ALL_EIGHT)
    sizes = np.bincount(lines.ravel())
    return (sizes <= budget)[lines] & (lines > 0)


ex.slip(
    "these are the strengths of what stays; asked is a mask.",
    lambda strength, low, budget: strength * within_budget(strength, low, budget),
)
NUMBER = "one number came back, the threshold? Asked is the mask of the pixels that stay with it."
ex.slip(NUMBER, lambda strength, low, budget: low, by_shape=True)
ex.slip(
    "the lines stay whole: those pixels of them that only reach `low` are missing.",
    lambda strength, low, budget: (lambda edges: edges & (strength >= strength[edges].max(initial=0) / 2))(
        within_budget(strength, low, budget)
    ),
)
ex.slip(
    "the threshold of the pixel with the number `budget` is not enough: its whole line comes along, and counts.",
    lambda strength, low, budget: linked(strength, low, np.sort(strength.ravel())[::-1][: max(budget, 1)].min()),
)
STEPS = "only some thresholds were tried, in equal steps: try the values that occur, np.unique(strength)."
for step in (0.01, 0.05, 0.1, 0.5, 1):

    @ex.slip(STEPS)
    def in_steps(strength, low, budget, step=step):
        for high in np.arange(low, strength.max() + step, step):
            if (edges := linked(strength, low, high)).sum() <= budget:
                return edges
        return np.zeros(strength.shape, bool)


ex.wrong("True and False", lambda strength, low, budget: within_budget(strength, low, budget).astype(int))
ex.wrong("shape", lambda strength, low, budget: within_budget(strength, low, budget)[1:])
ex.wrong("returned nothing", lambda *case: within_budget(*case) if within_budget(*case).any() else None)
