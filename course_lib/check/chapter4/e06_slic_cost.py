"""4.6: what a pixel costs a centre of SLIC, in colour and in place."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise


def centres():
    for seed, place, compactness, step in ((53, (3.5, 8.25), 10, 6), (54, (9, 2), 25, 4), (55, (0.0, 12.0), 0.5, 7.5)):
        rng = np.random.default_rng(seed)
        lab = rng.normal((50, 0, 0), 30, (10, 13, 3))
        yield lab, place, rng.normal((50, 0, 0), 20), compactness, step


ex = exercise(
    "4.6",
    "The distance of SLIC",
    cases=centres,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Two squared distances are needed for every pixel, in colour and in place. Where does a pixel's place come from?",
        "rows, cols = np.indices(lab.shape[:2]); in place it is (rows - place[0])² + (cols - place[1])², in colour a sum over the channels.",
        "Divide the one by step², the other by compactness², and add. No root.",
    ),
    right="a step of the grid counts as much as a colour difference of the compactness.",
)


@ex.right
def slic_cost(lab, place, colour, compactness, step):
    rows, cols = np.indices(lab.shape[:2])
    far = (rows - place[0]) ** 2 + (cols - place[1]) ** 2
    unlike = ((lab - colour) ** 2).sum(axis=-1)
    return unlike / compactness**2 + far / step**2


def squares(difference):
    return (difference**2).sum(axis=-1)


def cost(combine, in_colour=squares, in_place=lambda down, across: down**2 + across**2):
    """Return an answer that combines colour's squared distance, place's squared distance, compactness and step."""

    def answer(lab, place, colour, compactness, step):
        rows, cols = np.indices(lab.shape[:2])
        return combine(in_colour(lab - colour), in_place(rows - place[0], cols - place[1]), compactness, step)

    return answer


def weighed(unlike, far, m, s):
    return unlike / m**2 + far / s**2


ex.right(cost(lambda unlike, far, m, s: (unlike * s**2 + far * m**2) / (m * s) ** 2))
ex.right(lambda lab, place, colour, m, s: slic_cost(np.float32(lab), place, np.float32(colour), m, s))

ex.slip(
    "a root too many: the cost is the sum of the squares.",
    cost(lambda unlike, far, m, s: np.sqrt(weighed(unlike, far, m, s))),
)
ex.slip(
    "two roots too many: the cost is the sum of the squares.",
    cost(lambda unlike, far, m, s: np.sqrt(unlike) / m + np.sqrt(far) / s),
)
ex.slip("the compactness and the step are squared as well.", cost(lambda unlike, far, m, s: unlike / m + far / s))
ex.slip("the compactness is squared as well.", cost(lambda unlike, far, m, s: unlike / m + far / s**2))
ex.slip("the step is squared as well.", cost(lambda unlike, far, m, s: unlike / m**2 + far / s))
ex.slip(
    "the compactness divides the colour, the step divides the place.",
    cost(lambda unlike, far, m, s: unlike / s**2 + far / m**2),
)
ex.slip(
    "colour and place are added without weights. (/ m * m divides by m, and then takes it m times.)",
    cost(lambda unlike, far, m, s: unlike + far),
)
ex.slip("this is the colour's part alone.", cost(lambda unlike, far, m, s: unlike / m**2))
ex.slip("this is the place's part alone.", cost(lambda unlike, far, m, s: far / s**2))
ex.slip(
    "rows and columns are exchanged: a place is (row, col).",
    lambda lab, place, colour, compactness, step: slic_cost(lab, place[::-1], colour, compactness, step),
)
ex.slip("the mean over the channels; asked is the sum.", cost(weighed, lambda difference: squares(difference) / 3))
ex.slip(
    "divide by the compactness and the step; you multiplied.",
    cost(lambda unlike, far, m, s: unlike * m**2 + far * s**2),
)
ex.slip("the colour differences are not squared.", cost(weighed, lambda difference: np.abs(difference).sum(axis=-1)))
ex.slip(
    "square each channel's difference before the sum.", cost(weighed, lambda difference: difference.sum(axis=-1) ** 2)
)

SQUARED = "square rows and columns each before the sum, then add."
ex.slip(SQUARED, cost(weighed, in_place=lambda down, across: (down + across) ** 2))
ex.slip(SQUARED, cost(weighed, in_place=lambda down, across: (abs(down) + abs(across)) ** 2))
ex.slip(
    SQUARED + " The same goes for the channels.",
    cost(weighed, lambda d: d.sum(axis=-1) ** 2, lambda down, across: (down + across) ** 2),
)
ex.slip("only rows are squared, columns are not.", cost(weighed, in_place=lambda down, across: down**2 + across))
ex.slip("only columns are squared, rows are not.", cost(weighed, in_place=lambda down, across: down + across**2))
TWICE = "* 2 doubles; ** 2 squares."
ex.slip(TWICE, cost(lambda unlike, far, m, s: unlike / m * 2 + far / s * 2))
ex.slip(TWICE, cost(lambda unlike, far, m, s: unlike / (m * 2) + far / (s * 2)))
ex.slip(TWICE, cost(weighed, lambda d: (d * 2).sum(axis=-1), lambda down, across: down * 2 + across * 2))
ex.slip(
    "the colour's part is the same for all pixels: sum over the channels only, axis=-1.",
    cost(weighed, lambda difference: (difference**2).sum()),
)
ex.slip(
    "the largest channel alone counts; sum all three.", cost(weighed, lambda difference: (difference**2).max(axis=-1))
)
ex.slip(
    "both parts were divided by one number: each has its own.",
    cost(lambda unlike, far, m, s: (unlike + far) / (m**2 + s**2)),
)
ex.slip(
    "both parts were divided by one number: each has its own.",
    cost(lambda unlike, far, m, s: (unlike + far) / (m * s) ** 2),
)
ex.slip(
    "both parts were divided by one number: each has its own.", cost(lambda unlike, far, m, s: (unlike + far) / (m * s))
)
ex.slip("the distances in place are not squared.", cost(weighed, in_place=lambda down, across: abs(down) + abs(across)))
ex.slip(
    "a root too many, in place: its squared distance is asked for.",
    cost(lambda unlike, far, m, s: weighed(unlike, np.sqrt(far), m, s)),
)
ex.slip(
    "a root too many, in colour: its squared distance is asked for.",
    cost(lambda unlike, far, m, s: weighed(np.sqrt(unlike), far, m, s)),
)
ex.slip(
    "the distances are not squared, in colour and in place.",
    cost(lambda unlike, far, m, s: weighed(np.sqrt(unlike), np.sqrt(far), m, s)),
)
ex.slip(
    "the columns do not count: the place has a row and a column.", cost(weighed, in_place=lambda down, across: down**2)
)
ex.slip(
    "the rows do not count: the place has a row and a column.", cost(weighed, in_place=lambda down, across: across**2)
)
ex.slip(
    "only the lightness counts in colour: all three channels do.",
    cost(weighed, lambda difference: difference[..., 0] ** 2),
)
ex.slip(
    "lightness does not count in colour: all three channels do.",
    cost(weighed, lambda difference: squares(difference[..., 1:])),
)
ex.slip(
    "square each channel's difference before the sum.",
    cost(weighed, lambda difference: np.abs(difference).sum(axis=-1) ** 2),
)
ex.slip(
    "this is another form of the cost, times the compactness squared: divide the colour's part by it instead.",
    cost(lambda unlike, far, m, s: unlike + far / s**2 * m**2),
)
ex.slip(
    "this is another form of the cost, with a root and times the compactness: take the formula of the text.",
    cost(lambda unlike, far, m, s: np.sqrt(unlike + far / s**2 * m**2)),
)
ex.slip("the difference of the two parts; add them.", cost(lambda unlike, far, m, s: unlike / m**2 - far / s**2))
ex.slip(
    "half of the cost: nothing more is to be divided.", cost(lambda unlike, far, m, s: weighed(unlike, far, m, s) / 2)
)
ex.slip(
    "only the compactness counts: the place's part is divided by step².",
    cost(lambda unlike, far, m, s: unlike / m**2 + far),
)
ex.slip(
    "only the step counts: the colour's part is divided by compactness².",
    cost(lambda unlike, far, m, s: unlike + far / s**2),
)
ex.slip(
    "divided by compactness² both times: the place goes with the step.",
    cost(lambda unlike, far, m, s: (unlike + far) / m**2),
)
ex.slip(
    "divided by step² both times: the colour goes with the compactness.",
    cost(lambda unlike, far, m, s: (unlike + far) / s**2),
)
ex.slip(
    "the place was cut to whole numbers; it may lie between pixels.",
    lambda lab, place, colour, m, s: slic_cost(lab, np.array(place, int), colour, m, s),
)
ex.slip(
    "rows and columns count from 0, as np.indices gives them.",
    lambda lab, place, colour, m, s: slic_cost(lab, (place[0] - 1, place[1] - 1), colour, m, s),
)
ex.slip(
    "compactness and step are the numbers that are given, not fixed ones.",
    lambda lab, place, colour, m, s: slic_cost(lab, place, colour, 10, 6),
)

ex.slip(
    "there are still three channels: sum the squared differences over the last axis.",
    lambda lab, place, colour, compactness, step: ((lab - colour) / compactness) ** 2,
    by_shape=True,
)
ex.slip(
    "one number came back; asked is a cost for every pixel.",
    lambda lab, place, colour, compactness, step: slic_cost(lab, place, colour, compactness, step).min(),
    by_shape=True,
)
ex.slip(
    "summed over rows or columns, so that they are gone: sum over the channels, the last axis.",
    lambda lab, place, colour, compactness, step: ((lab - colour) ** 2).sum(axis=0),
    by_shape=True,
)
ex.slip(
    "summed over rows or columns, so that they are gone: sum over the channels, the last axis.",
    lambda lab, place, colour, compactness, step: ((lab - colour) ** 2).sum(axis=1),
    by_shape=True,
)
