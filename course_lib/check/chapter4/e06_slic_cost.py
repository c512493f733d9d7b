"""4.6: what a pixel costs a centre of SLIC, in colour and in place."""

import numpy as np

from ..exercise import exercise
from .told import Told


def centres():
    for seed, place, compactness, step in ((53, (3.5, 8.25), 10, 6), (54, (9, 2), 25, 4), (55, (0.0, 12.0), 0.5, 7.5)):
        rng = np.random.default_rng(seed)
        lab = rng.normal((50, 0, 0), 30, (10, 13, 3))
        yield lab, place, rng.normal((50, 0, 0), 20), compactness, step


def one_pixel(where, given, expected, lab, place, colour, compactness, step):
    unlike, far = squares(lab[where] - colour), squares(np.subtract(where, place))
    parts = f"{unlike:.5g} / {compactness}² in colour and {far:.5g} / {step}² in place"
    return f"the pixel in row {where[0]}, column {where[1]} costs {parts}, {expected[where]:.5g}; you say {given[where]:.5g}."


ex = exercise(
    "4.6",
    "The distance of SLIC",
    cases=centres,
    compare=Told(tolerance=1e-6, say=one_pixel),
    hints=(
        "Two squared distances are needed for every pixel, in colour and in place. Where does a pixel's place come from?",
        "rows, cols = np.indices(lab.shape[:2]); in place it is (rows - place[0])² + (cols - place[1])², in colour a sum over the channels.",
        "Divide the square in place by step², the one in colour by compactness², and add. No root.",
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

ROOTS = "roots too many: the cost is the sum of the squared distances."
BOTH = "both parts were divided by one number: the colour goes with the compactness, the place with the step."
DOUBLED = "* 2 doubles; ** 2 squares."
FORM = "this is another form of the cost: the compactness divides the colour's part, squared, and there is no root."

# of the squared distances u in colour and p in place, the compactness m and the step s
for sentence, combine in (
    (ROOTS, lambda u, p, m, s: np.sqrt(weighed(u, p, m, s))),
    (ROOTS, lambda u, p, m, s: np.sqrt(u) / m + np.sqrt(p) / s),
    (ROOTS, lambda u, p, m, s: weighed(np.sqrt(u), np.sqrt(p), m, s)),
    (ROOTS, lambda u, p, m, s: u / m**2 + np.sqrt(p) / s),
    (ROOTS, lambda u, p, m, s: np.sqrt(u) / m + p / s**2),
    ("a root too many, in place.", lambda u, p, m, s: weighed(u, np.sqrt(p), m, s)),
    ("a root too many, in colour.", lambda u, p, m, s: weighed(np.sqrt(u), p, m, s)),
    ("the compactness and the step are squared as well.", lambda u, p, m, s: u / m + p / s),
    ("the compactness is squared as well.", lambda u, p, m, s: u / m + p / s**2),
    ("the step is squared as well.", lambda u, p, m, s: u / m**2 + p / s),
    ("the compactness divides the colour, the step divides the place.", lambda u, p, m, s: u / s**2 + p / m**2),
    ("added without weights. (/ m * m divides by m, and then takes it m times.)", lambda u, p, m, s: u + p),
    ("this is the colour's part alone.", lambda u, p, m, s: u / m**2),
    ("this is the place's part alone.", lambda u, p, m, s: p / s**2),
    ("divide by the compactness and the step; you multiplied.", lambda u, p, m, s: u * m**2 + p * s**2),
    ("the place's part is divided by step² as well.", lambda u, p, m, s: u / m**2 + p),
    ("the colour's part is divided by compactness² as well.", lambda u, p, m, s: u + p / s**2),
    (BOTH, lambda u, p, m, s: (u + p) / m**2),
    (BOTH, lambda u, p, m, s: (u + p) / s**2),
    (BOTH, lambda u, p, m, s: (u + p) / (m**2 + s**2)),
    (BOTH, lambda u, p, m, s: (u + p) / (m * s) ** 2),
    (BOTH, lambda u, p, m, s: (u + p) / (m * s)),
    (DOUBLED, lambda u, p, m, s: u / m * 2 + p / s * 2),
    (DOUBLED, lambda u, p, m, s: u / (m * 2) + p / (s * 2)),
    (FORM, lambda u, p, m, s: u + p / s**2 * m**2),
    (FORM, lambda u, p, m, s: u + p / s**2 * m),
    (FORM, lambda u, p, m, s: np.sqrt(u + p / s**2 * m**2)),
    ("the difference of the two parts; add them.", lambda u, p, m, s: u / m**2 - p / s**2),
    ("the product of the two parts; add them.", lambda u, p, m, s: u / m**2 * p / s**2),
    ("a root, and no weights: divide each part, and add them.", lambda u, p, m, s: np.sqrt(u + p)),
    ("the larger of the two parts; add them.", lambda u, p, m, s: np.maximum(u / m**2, p / s**2)),
    ("half of the cost: nothing more is to be divided.", lambda u, p, m, s: weighed(u, p, m, s) / 2),
    ("means over channels, and over row and column; asked are sums.", lambda u, p, m, s: weighed(u / 3, p / 2, m, s)),
    ("the mean over the channels; asked is the sum.", lambda u, p, m, s: weighed(u / 3, p, m, s)),
    ("the distances were squared twice.", lambda u, p, m, s: (u / m) ** 2 + (p / s) ** 2),
    ("2 * s**2 is of a Gaussian: the place's part is divided by step².", lambda u, p, m, s: u / m**2 + p / (2 * s**2)),
    (FORM, lambda u, p, m, s: np.sqrt(u) + m / s * np.sqrt(p)),
    ("the distances were squared twice.", lambda u, p, m, s: u**2 / m**2 + p**2 / s**2),
    ("a bracket too many: the place's part stands below the line.", lambda u, p, m, s: u / (m**2 + p / s**2)),
    ("a bracket too many: both parts were divided by step².", lambda u, p, m, s: (u / m**2 + p) / s**2),
    ("the parts are weighed by compactness and step; divide by their squares.", lambda u, p, m, s: u * m + p * s),
    ("// cuts to whole numbers: divide with /.", lambda u, p, m, s: u // m**2 + p // s**2),
):
    ex.slip(sentence, cost(combine))

EACH = "square each channel's difference before the sum."
for sentence, in_colour in (
    ("the colour differences are not squared.", lambda d: np.abs(d).sum(axis=-1)),
    (EACH, lambda d: d.sum(axis=-1) ** 2),
    (EACH, lambda d: np.abs(d).sum(axis=-1) ** 2),
    ("only the lightness counts in colour: all three channels do.", lambda d: d[..., 0] ** 2),
    ("lightness does not count in colour: all three channels do.", lambda d: squares(d[..., 1:])),
    ("the largest channel alone counts: sum all three.", lambda d: (d**2).max(axis=-1)),
    ("one sum for the whole picture: sum over the channels only, axis=-1.", lambda d: (d**2).sum()),
):
    ex.slip(sentence, cost(weighed, in_colour))

SQUARED = "square rows and columns each before the sum, then add."
for sentence, in_place in (
    (SQUARED, lambda down, across: (down + across) ** 2),
    (SQUARED, lambda down, across: (abs(down) + abs(across)) ** 2),
    ("the distances in place are not squared.", lambda down, across: abs(down) + abs(across)),
    ("only rows are squared, columns are not.", lambda down, across: down**2 + across),
    ("only columns are squared, rows are not.", lambda down, across: down + across**2),
    ("rows and columns were multiplied; add their squares.", lambda down, across: abs(down * across)),
    ("rows and columns were multiplied; add their squares.", lambda down, across: (down * across) ** 2),
    ("the larger of rows and columns alone; add their squares.", lambda d, a: np.maximum(d**2, a**2)),
    ("the columns are taken off; add their squares.", lambda down, across: down**2 - across**2),
    ("the columns do not count: the place has a row and a column.", lambda down, across: down**2),
    ("the rows do not count: the place has a row and a column.", lambda down, across: across**2),
):
    ex.slip(sentence, cost(weighed, in_place=in_place))

TOGETHER = "square each difference before the sum, over the channels and over row and column."
absolute = lambda d: np.abs(d).sum(axis=-1), lambda down, across: abs(down) + abs(across)
ex.slip(TOGETHER, cost(weighed, lambda d: d.sum(axis=-1) ** 2, lambda down, across: (down + across) ** 2))
ex.slip(TOGETHER, cost(lambda u, p, m, s: weighed(u**2, p**2, m, s), *absolute))
ex.slip(TOGETHER, cost(lambda u, p, m, s: u / m + p / s, *absolute))

GIVEN = "compactness and step are the numbers that are given, not fixed ones."
for sentence, answer in (
    (
        "rows and columns are exchanged: a place is (row, col).",
        lambda lab, p, c, m, s: slic_cost(lab, p[::-1], c, m, s),
    ),
    (
        "the place was cut or rounded; it may lie between pixels.",
        lambda lab, p, *more: slic_cost(lab, np.int64(p), *more),
    ),
    (
        "the place was cut or rounded; it may lie between pixels.",
        lambda lab, p, *more: slic_cost(lab, np.rint(p), *more),
    ),
    ("the place is taken away, not added.", lambda lab, p, *more: slic_cost(lab, (-p[0], -p[1]), *more)),
    (
        "the place's row was taken off the columns, too: place[1] is its column.",
        lambda lab, p, *m: slic_cost(lab, (p[0], p[0]), *m),
    ),
    (
        "the place's column was taken off the rows, too: place[0] is its row.",
        lambda lab, p, *m: slic_cost(lab, (p[1], p[1]), *m),
    ),
    (
        "lab holds colours: where a pixel lies is its row and its column, np.indices(lab.shape[:2]).",
        lambda lab, p, c, m, s: squares(lab - c) / m**2 + squares(lab[..., :2] - p) / s**2,
    ),
    ("rows and columns count from 0.", lambda lab, p, *more: slic_cost(lab, np.subtract(p, 1), *more)),
    ("the centre's colour is taken away, not added.", lambda lab, p, c, m, s: slic_cost(lab, p, -c, m, s)),
    (
        "the colour is that of the pixel at the place; take the centre's own, which is given.",
        lambda lab, p, c, m, s: slic_cost(lab, p, lab[int(p[0]), int(p[1])], m, s),
    ),
    (GIVEN, lambda lab, p, c, m, s: slic_cost(lab, p, c, 10, 6)),
    (GIVEN, lambda lab, p, c, m, s: slic_cost(lab, p, c, 10, s)),
    (GIVEN, lambda lab, p, c, m, s: slic_cost(lab, p, c, 20, s)),
):
    ex.slip(sentence, answer)

GONE = "summed over rows or columns, so that they are gone: sum over the channels, the last axis."
for sentence, answer in (
    ("there are still three channels: sum over the last axis.", lambda lab, p, c, m, s: ((lab - c) / m) ** 2),
    ("one number came back; asked is a cost for every pixel.", lambda lab, *more: slic_cost(lab, *more).min()),
    (GONE, lambda lab, p, c, m, s: ((lab - c) ** 2).sum(axis=0)),
    (GONE, lambda lab, p, c, m, s: ((lab - c) ** 2).sum(axis=1)),
):
    ex.slip(sentence, answer, by_shape=True)

ex.wrong("in colour and", cost(lambda u, p, m, s: u / m**2 + p**1.5 / s**2))
ex.slip("multiplied by m²: it divides, so that colour counts less where the compactness is large.")(
    cost(lambda unlike, far, m, s: unlike * m**2 + far / s**2)
)
ex.slip("sizes of the differences were added, not their squares: (…) ** 2 in each channel, and in row and column.")(
    cost(
        lambda unlike, far, m, s: unlike / m**2 + far / s**2,
        lambda difference: abs(difference).sum(axis=-1),
        lambda down, across: abs(down) + abs(across),
    )
)
