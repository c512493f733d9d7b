"""4.1: how many pixels each label has."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise


def random_labels(seed, count, shape=(9, 13)):
    """Return labels in blocks, so that pieces have insides, boundaries, and corners that touch."""
    rng = np.random.default_rng(seed)
    small = rng.integers(0, count, (-(-shape[0] // 2), -(-shape[1] // 3)))
    return small.repeat(2, axis=0).repeat(3, axis=1)[: shape[0], : shape[1]]


def labelled():
    first, gap = random_labels(41, 5), random_labels(42, 7, (11, 8))
    gap[gap == 3] = 5
    gap[0, 0] = 6
    large = random_labels(40, 2, (30, 24))  # more pixels of a label than fit into uint8
    return first, gap, first.astype(np.uint8) + np.uint8(1), large


ex = exercise(
    "4.1",
    "How large is each piece?",
    cases=labelled,
    compare=Arrays(whole=True),
    hints=(
        "You want to count how often each whole number occurs.",
        "np.unique leaves out labels that do not occur. There is a function that counts from 0 without gaps.",
        "np.bincount(labels.ravel()): it takes one row of numbers, so the picture is laid out with ravel.",
    ),
    right="the table has a place for every label, and its sum is the number of pixels.",
)


@ex.right
def piece_sizes(labels):
    return np.bincount(labels.ravel())


@ex.right
def count_in_a_loop(labels):
    sizes = np.zeros(labels.max() + 1)
    for number in labels.ravel():
        sizes[number] += 1
    return sizes


ex.right(lambda labels: [int((labels == k).sum()) for k in range(labels.max() + 1)])

ex.slip("label 0 is missing: it is a piece like the others here.", lambda labels: piece_sizes(labels)[1:])
ex.slip(
    "a label that does not occur has dropped out: it should stand there with 0.",
    lambda labels: np.unique(labels, return_counts=True)[1],
)
ex.slip(
    "the last label is missing: from 0 to the largest there is one more than its number.",
    lambda labels: np.array([(labels == k).sum() for k in range(labels.max())]),
)

SORTED = "sorted by size: leave them in the order of the labels."
ex.slip(SORTED, lambda labels: np.sort(piece_sizes(labels)))
ex.slip(SORTED, lambda labels: np.sort(piece_sizes(labels))[::-1])
ex.slip("these are shares; asked are numbers of pixels.", lambda labels: piece_sizes(labels) / labels.size)
ex.slip(
    "the labels themselves were added up; count the pixels.",
    lambda labels: np.bincount(labels.ravel(), weights=labels.ravel()),
)

BINS = "np.histogram's bins have to be told: "
ex.slip(
    BINS + "unless it is told, it makes ten. Here each label has one of its own.",
    lambda labels: np.histogram(labels)[0],
)
ex.slip(
    BINS + "they begin at the smallest label that occurs, not at 0.",
    lambda labels: np.histogram(labels, bins=labels.max() + 1)[0],
)
ex.slip(
    BINS + "their edges are one more than they are.",
    lambda labels: np.histogram(labels, bins=range(labels.max() + 1))[0],
)
ex.slip(
    "uint8 ends at 255: larger numbers of pixels wrapped round.", lambda labels: piece_sizes(labels).astype(np.uint8)
)

for count in (2, 3, 4, 5, 6, 7, 8, 10, 100, 255, 256):
    ex.slip(
        "how many labels there are differs from picture to picture: look for the largest one that occurs.",
        lambda labels, count=count: np.array([(labels == k).sum() for k in range(count)]),
    )

ex.slip(
    "what came back is as large as the picture: one number for each label is asked for.",
    lambda labels: piece_sizes(labels)[labels],
    by_shape=True,
)
ex.slip(
    "two rows came back, labels and numbers: the numbers alone are asked for.",
    lambda labels: np.array(np.unique(labels, return_counts=True)),
    by_shape=True,
)

ex.wrong("several things", lambda labels: np.unique(labels, return_counts=True))
ex.wrong("shape", lambda labels: labels.max() + 1)
