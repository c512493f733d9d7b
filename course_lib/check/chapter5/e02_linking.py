"""5.2: weak pixels stay where they hang together with a strong one."""

import numpy as np
from scipy import ndimage

from ...feature.canny import link as link_ridges
from ..exercise import exercise
from ..later import skimage
from .e01_grades import strengths

ALL_EIGHT = np.ones((3, 3))


def lines():
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


ex = exercise(
    "5.2",
    "Keep what hangs together",
    cases=lines,
    hints=(
        "ndimage.label numbers the pieces of a mask. Which mask: the one of the weak pixels, or of the strong?",
        "Label strength >= low with np.ones((3, 3)), so that corners join as well. A piece stays if it holds a pixel "
        "that reaches high.",
        "lines[strength >= high] are the numbers of the pieces that stay; np.isin(lines, those) is the mask.",
    ),
    right="one strong pixel keeps its whole line, however long it is.",
)


@ex.right
def link(strength, low, high):
    lines, _ = ndimage.label(strength >= low, np.ones((3, 3)))
    strong = np.unique(lines[strength >= high])
    return np.isin(lines, strong[strong > 0])


ex.right(lambda strength, low, high: link_ridges(np.where(strength >= low, strength, 0), high))
ex.right(lambda strength, low, high: ndimage.binary_propagation(strength >= high, ALL_EIGHT, strength >= low))


@ex.right
def reconstructed(strength, low, high):
    return skimage.morphology.reconstruction((strength >= high) * 1, (strength >= low) * 1) > 0


def linked(joined=ALL_EIGHT, weak=np.greater_equal, strong=np.greater_equal):
    """Return the solution with another idea of what touches, or of what reaches a threshold."""

    def answer(strength, low, high):
        lines, _ = ndimage.label(weak(strength, low), joined)
        kept = np.unique(lines[strong(strength, high)])
        return np.isin(lines, kept[kept > 0])

    return answer


def grown(steps):
    """Return an answer that goes from the strong pixels to weak neighbours so many times."""
    return lambda strength, low, high: ndimage.binary_dilation(strength >= high, ALL_EIGHT, steps, strength >= low)


ex.slip(
    "only the strong pixels are left: the weak ones that hang on them should stay.",
    lambda strength, low, high: strength >= high,
)
ex.slip(
    "every weak pixel stayed: those that hang on no strong one should go.", lambda strength, low, high: strength >= low
)
ex.slip("pieces that touch at a corner are one piece: label with np.ones((3, 3)).", linked(joined=None))
ex.slip(
    "pieces that touch at a corner are one piece, and exactly at a threshold counts as reached. "
    "apply_hysteresis_threshold sees both in another way.",
    lambda strength, low, high: skimage.filters.apply_hysteresis_threshold(strength, low, high),
)
ex.slip("nearly: exactly at a threshold counts as reached.", linked(weak=np.greater, strong=np.greater))
ex.slip("nearly: exactly at the low threshold is weak, and may stay.", linked(weak=np.greater))
ex.slip("nearly: exactly at the high threshold is strong.", linked(strong=np.greater))
ex.slip("only the nearest neighbours of strong pixels stayed: a line may go on and on.", grown(1))
for steps in (2, 3, 4, 5, 8, 10, 20, 50, 100):
    ex.slip(f"this stops after {steps} steps, and a line may be longer: go on until nothing changes.", grown(steps))
    ex.slip(
        "from the strong pixels you went over ones that are not even weak: stay within the weak ones all the way.",
        lambda strength, low, high, steps=steps: (
            (strength >= low) & ndimage.binary_dilation(strength >= high, ALL_EIGHT, steps)
        ),
    )
ex.slip(
    "this marks neighbours that are not even weak.",
    lambda strength, low, high: ndimage.binary_dilation(strength >= high, ALL_EIGHT),
)
ex.slip(
    "inverted: these are the lines that should go.",
    lambda strength, low, high: (strength >= low) & ~link(strength, low, high),
)
ex.slip("inverted: True should mark what stays.", lambda strength, low, high: ~link(strength, low, high))
ex.slip(
    "these are the numbers of the pieces; asked is a mask of those that stay.",
    lambda strength, low, high: ndimage.label(strength >= low, ALL_EIGHT)[0],
)
ex.slip(
    "piece 0 is what is not even weak: where nothing is strong, nothing stays. Leave number 0 out.",
    lambda strength, low, high: (
        ndimage.label(strength >= low, ALL_EIGHT)[0]
        == np.max(ndimage.label(strength >= low, ALL_EIGHT)[0][strength >= high], initial=0)
    ),
)

ex.wrong("True and False", lambda strength, low, high: link(strength, low, high).astype(int))
ex.wrong("shape", lambda strength, low, high: link(strength, low, high)[1:])
