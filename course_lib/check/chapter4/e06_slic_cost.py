"""4.6: what a pixel costs a centre of SLIC, in colour and in place."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise


def centres():
    for seed, place, compactness, step in ((53, (3.5, 8.25), 10, 6), (54, (9, 2), 25, 4)):
        rng = np.random.default_rng(seed)
        lab = rng.normal((50, 0, 0), 30, (10, 13, 3))
        yield lab, place, rng.normal((50, 0, 0), 20), compactness, step


ex = exercise(
    "4.6",
    "The distance of SLIC",
    cases=centres,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "np.indices(lab.shape[:2]) gives every pixel's row and every pixel's column.",
        "Two squared distances: in place, (rows - place[0])² + (cols - place[1])²; in colour, summed over the channels.",
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


def cost(combine, in_colour=squares):
    """Return an answer that combines colour's squared distance, place's squared distance, compactness and step."""

    def answer(lab, place, colour, compactness, step):
        rows, cols = np.indices(lab.shape[:2])
        far = (rows - place[0]) ** 2 + (cols - place[1]) ** 2
        return combine(in_colour(lab - colour), far, compactness, step)

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
ex.slip("colour and place are added without weights.", cost(lambda unlike, far, m, s: unlike + far))
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
