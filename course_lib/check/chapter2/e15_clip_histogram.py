"""2.15: bins are cut at a limit, and what was cut off is spread over all of them."""

import numpy as np

from ... import data
from ..answers import as_array
from ..compare import Arrays
from ..exercise import exercise


def counts_and_limits():
    yield np.bincount(data.load("chest_phantom")[60:160, 220:300].ravel(), minlength=256), 100
    yield np.array([0, 1, 7, 2, 2, 0]), 4
    yield np.array([3, 3, 3]), 5
    yield np.array([9, 0, 0, 1]), 2


ex = exercise(
    "2.15",
    "Clip a histogram",
    cases=counts_and_limits,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "np.minimum(counts, limit) cuts the bars. How many pixels were cut off in all?",
        "excess = np.maximum(counts - limit, 0).sum(): each of the bins gets an equal share of it.",
        "clipped = np.minimum(counts, limit) + excess / len(counts). The sum has to stay as it was.",
    ),
    right="no tall bar, no steep curve; and not one pixel lost.",
)


@ex.notice
def another_number_of_bins(given, counts, limit):
    shape = as_array(given).shape
    if shape != counts.shape:
        return f"expected {len(counts)} bins, as before, got the shape {shape}."


@ex.right
def clip_counts(counts, limit):
    excess = np.maximum(counts - limit, 0).sum()
    return np.minimum(counts, limit) + excess / len(counts)


def excess_of(counts, limit):
    return np.maximum(counts - limit, 0).sum()


def spread(share):
    """Return an answer that cuts the bins, and gives each of them a share of what was cut off."""
    return lambda counts, limit: np.minimum(counts, limit) + share(excess_of(counts, limit), counts, limit)


ex.right(lambda counts, limit: [min(n, limit) + excess_of(counts, limit) / len(counts) for n in counts])

ex.slip(
    "the excess is lost: what was cut off has to be spread over all bins, so that the sum stays.",
    spread(lambda excess, counts, limit: 0),
)
ex.slip(
    "every bin got the whole excess; each should get an equal share of it.",
    spread(lambda excess, counts, limit: excess),
)

NO_DECIMALS = "the shares lost their decimals, and pixels are lost: was it divided with //, or do they go into an array of integers (a copy of counts is one)?"
ex.slip(NO_DECIMALS, spread(lambda excess, counts, limit: excess // len(counts)))


@ex.slip(NO_DECIMALS)
def into_integers(counts, limit):
    clipped = np.minimum(counts, limit)
    for place in range(len(clipped)):
        clipped[place] += excess_of(counts, limit) / len(counts)
    return clipped


ex.slip(
    "the bins were rounded, so the sum is not quite as it was: keep floats.",
    lambda counts, limit: np.rint(clip_counts(counts, limit)),
)
ex.slip(
    "divided by 256: here are other numbers of bins too, len(counts).",
    spread(lambda excess, counts, limit: excess / 256),
)
ex.slip(
    "the excess was divided by the number of bins that were cut; all of them get a share.",
    spread(lambda excess, counts, limit: excess / max((counts > limit).sum(), 1)),
)
ex.slip(
    "the excess went to the low bins only; asked is an equal share for all of them.",
    spread(lambda excess, counts, limit: np.where(counts < limit, excess / max((counts < limit).sum(), 1), 0)),
)
ex.slip(
    "first cut, then spread: here the cut came last, and pixels are lost.",
    lambda counts, limit: np.minimum(counts + excess_of(counts, limit) / len(counts), limit),
)
ex.slip(
    "all bars were scaled down; only what is above the limit goes.",
    lambda counts, limit: counts * (limit / counts.max()),
)


@ex.slip("whole bars were taken away; only what is above the limit goes.")
def whole_bars(counts, limit):
    tall = counts > limit
    return np.where(tall, 0, counts) + counts[tall].sum() / len(counts)


ex.wrong("bins, as before", lambda counts, limit: counts[counts <= limit])
