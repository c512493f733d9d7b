"""4.1: how many pixels each label has."""

import numpy as np

from ... import measure
from ..answers import as_array
from ..exercise import exercise
from .told import Told


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
    return first, gap, first.astype(np.uint8) + np.uint8(1), large, np.array([[0]]), np.full((2, 3), 4)


def one_label(where, given, expected, labels):
    return f"label {where[0]} has {expected[where]} pixels; you say {given[where]:.6g}."


ex = exercise(
    "4.1",
    "How large is each piece?",
    cases=labelled,
    compare=Told(whole=True, say=one_label),
    hints=(
        "You want to count how often each whole number occurs.",
        "np.unique leaves out labels that do not occur. There is a function that counts from 0 without gaps.",
        "np.bincount(labels.ravel()): it takes one row of numbers, so the picture is laid out with ravel.",
    ),
    right="the table has a place for every label, and its sum is the number of pixels.",
)


@ex.notice
def ends_too_early_or_too_late(given, labels):
    if isinstance(given, dict):
        return (
            "a dictionary came back; asked is an array: its first number belongs to label 0, the next to 1, and so on."
        )
    sizes, found = np.bincount(labels.ravel()), as_array(given)
    if found.ndim != 1 or found.dtype.kind not in "uif":
        return None
    if len(found) > len(sizes) and np.array_equal(found[: len(sizes)], sizes) and not found[len(sizes) :].any():
        return LATE
    if 1 < len(found) < len(sizes) - 1 and np.array_equal(found, sizes[: len(found)]):
        return EARLY


LATE = "your array goes on with 0 after the largest label; it should end there. That label differs from picture to picture."
EARLY = "your array ends before the largest label that occurs. That label differs from picture to picture."


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

ex.slip("from the largest label to 0: the first number belongs to label 0.", lambda labels: piece_sizes(labels)[::-1])
ex.slip(
    "these are parts of a hundred; asked are numbers of pixels.", lambda labels: 100 * piece_sizes(labels) / labels.size
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
    BINS + "there is one edge more than bins, so here the last two labels fell into one bin.",
    lambda labels: np.histogram(labels, bins=range(labels.max() + 1))[0],
)
ex.slip(
    BINS + "one bin too few, so the labels do not fall into one each: there is one more than the largest label.",
    lambda labels: np.histogram(labels, bins=max(labels.max(), 1))[0],
)
ex.slip(
    "uint8 ends at 255: larger numbers of pixels wrapped round.", lambda labels: piece_sizes(labels).astype(np.uint8)
)

ex.slip(EARLY, lambda labels: piece_sizes(labels)[:5])
ex.slip(LATE, lambda labels: np.bincount(labels.ravel(), minlength=256))
ex.slip(LATE, lambda labels: np.array([(labels == k).sum() for k in range(labels.max() + 2)]))
ex.slip(
    "each label was counted from its number plus 1: k runs from 0 here, not from 1.",
    lambda labels: np.array([(labels == k).sum() for k in range(1, labels.max() + 2)]),
)
ex.slip(
    "added up from label to label: each label's own number is asked for.", lambda labels: piece_sizes(labels).cumsum()
)
ex.slip(
    "np.where gives rows and columns, two arrays: their number is 2, however many pixels there are. (labels == k).sum() counts.",
    lambda labels: [len(np.where(labels == k)) for k in range(labels.max() + 1)],
)
ex.slip(
    "np.argwhere gives a row and a column for each pixel, so its size is twice their number; len counts them.",
    lambda labels: 2 * piece_sizes(labels),
)
ex.slip(
    "label 0 was left out of the count: it is a piece like the others here.",
    lambda labels: np.bincount(labels[labels > 0], minlength=1),
)
ex.slip(
    "the pixels without the label were counted: ==, not !=.",
    lambda labels: [(labels != k).sum() for k in range(labels.max() + 1)],
)
ex.slip("these are the labels themselves; asked is how often each occurs.", lambda labels: np.unique(labels))
ex.slip(
    "connected pieces were counted: pixels with the same number belong to one label, wherever they lie.",
    lambda labels: np.bincount(measure.label(labels, background=-1).ravel())[1:],
)


ex.slip(
    "label 0 is missing, and so are labels that do not occur: regionprops takes 0 for background, and measures what is there.",
    lambda labels: np.array([region.area for region in measure.regionprops(labels)]),
)


@ex.slip(
    "each label that occurs got 1, however many pixels have it (sizes[labels] += 1 adds once): np.bincount counts them all."
)
def added_at_once(labels):
    sizes = np.zeros(labels.max() + 1, int)
    sizes[labels] += 1
    return sizes


@ex.slip("one number came back; asked is one for each label. Does return stand inside a loop?", by_shape=True)
def returned_in_the_loop(labels):
    for k in range(labels.max() + 1):
        return (labels == k).sum()


ex.slip(
    "`for k in labels` goes through the rows of the picture; the labels are range(labels.max() + 1).",
    lambda labels: np.array([(labels == k).sum() for k in labels]),
    by_shape=True,
)
ex.slip(
    "counted in each column or row, not in the whole picture: leave out the axis of the sum.",
    lambda labels: np.array([(labels == k).sum(axis=0) for k in range(labels.max() + 1)]),
    by_shape=True,
)
ex.slip(
    "each label with all larger ones: == counts one label alone, >= more.",
    lambda labels: piece_sizes(labels)[::-1].cumsum()[::-1],
)


ex.slip(
    "these are the edges of the bins, the second thing that np.histogram returns; the numbers come first, [0].",
    lambda labels: np.histogram(labels, bins=np.arange(labels.max() + 2))[1],
)


@ex.slip("one row of the picture was counted, not all of it: labels.ravel() lays it out.")
def one_row(labels):
    return np.bincount(labels[0], minlength=labels.max() + 1)


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

ex.slip(
    "label and number came for each label: the numbers alone are asked for, their places say the label.",
    lambda labels: np.array(list(enumerate(piece_sizes(labels)))),
    by_shape=True,
)

ex.wrong("two rows came back, labels and numbers", lambda labels: np.unique(labels, return_counts=True))
ex.wrong("a dictionary came back", lambda labels: dict(enumerate(piece_sizes(labels))))

ex.wrong("you say 0", lambda labels: [labels.tolist().count(k) for k in range(labels.max() + 1)])
ex.wrong("not equally long", lambda labels: [[1, 2], [3]])
ex.slip("a label that does not occur has 0 pixels, and you say 1.", lambda labels: np.maximum(piece_sizes(labels), 1))
