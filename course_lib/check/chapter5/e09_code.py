"""5.9: the LBP code of nine pixels."""

import numpy as np

from ...feature.lbp import CLOCKWISE, lbp_codes, summed_area_table
from ..compare import Numbers
from ..exercise import exercise


def patches():
    rng = np.random.default_rng(90)
    yield from (rng.integers(0, 4, (3, 3)) for _ in range(6))
    yield np.array([[10, 200, 30], [90, 100, 110], [250, 0, 99]], np.uint8)
    yield from (rng.integers(0, 256, (3, 3), dtype=np.uint8) for _ in range(6))
    yield np.full((3, 3), 7)
    yield np.array([[0, 0, 9], [0, 5, 5], [0, 0, 0]])


ex = exercise(
    "5.9",
    "Eight bits for nine pixels",
    cases=patches,
    compare=Numbers(),
    hints=(
        "Eight questions: is this neighbour as bright as the middle one, patch[1, 1], or brighter?",
        "Clockwise from the upper left: (0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0).",
        "The first answer weighs 128, the next 64, then 32, 16, 8, 4, 2, 1: add up the weights of the yes.",
    ),
    right="one byte that says which neighbours are as bright as the middle.",
)


@ex.notice
def not_put_together(given, patch):
    if np.ndim(given) == 1 and np.size(given) == 8:
        return "these are the eight bits; asked is the one number that they make."
    return None


@ex.right
def code(patch):
    around = patch[[0, 0, 0, 1, 2, 2, 2, 1], [0, 1, 2, 2, 2, 1, 0, 0]]
    return int(((around >= patch[1, 1]) * [128, 64, 32, 16, 8, 4, 2, 1]).sum())


@ex.right
def bit_by_bit(patch):
    made = 0
    for r, c in ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0)):
        made = 2 * made + (1 if patch[r, c] >= patch[1, 1] else 0)
    return made


ex.right(lambda patch: lbp_codes(summed_area_table(patch), [0], [0], 1, 1)[0])


def bits(test=np.greater_equal, walk=CLOCKWISE, first=128):
    """Return an answer with another test, another walk around the patch (places in the flat patch), other weights."""
    weights = np.array([128, 64, 32, 16, 8, 4, 2, 1])
    weights = weights if first == 128 else weights[::-1]
    return lambda patch: int((test(patch, patch[1, 1]).ravel()[list(walk)] * weights).sum())


ex.slip("a neighbour that is exactly as bright as the middle counts as 1.", bits(np.greater))
ex.slip("inverted: 1 is for a neighbour as bright as the middle, or brighter.", bits(np.less))
ex.slip("inverted: 1 is for a neighbour as bright or brighter.", bits(np.less_equal))
ex.slip("the upper left comes first, and the first bit weighs 128.", bits(first=1))
ex.slip("row by row is another order: walk clockwise around.", bits(walk=[0, 1, 2, 3, 5, 6, 7, 8]))
ex.slip("that walk goes the other way round: first to the right.", lambda patch: code(patch.T))
for k in range(1, 8):
    ex.slip("the walk starts at the upper left.", bits(walk=np.roll(CLOCKWISE, -k)))
ex.slip(
    "this counts the bits; asked is the number they make.",
    lambda patch: int((patch.ravel()[CLOCKWISE] >= patch[1, 1]).sum()),
)
ex.slip(
    "these are the bits, read as a decimal number: int(text, 2) reads them as bits.",
    lambda patch: int(f"{code(patch):b}"),
)
ex.slip(
    "compared with the mean of the patch; the middle pixel asks.", bits(lambda patch, middle: patch >= patch.mean())
)
ex.slip(
    "uint8 differences wrap round and are never below 0: compare the values themselves.",
    bits(lambda patch, middle: patch - middle >= 0),
)

ex.wrong("eight bits", lambda patch: (patch.ravel()[CLOCKWISE] >= patch[1, 1]).astype(int))
ex.wrong("got the text '1", lambda patch: f"{code(patch):b}")
ex.wrong("expected one number, got an array", lambda patch: patch)
ex.wrong("patch = [[", lambda patch: code(patch) // 3)
