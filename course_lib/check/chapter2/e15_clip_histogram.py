"""2.15: bins are cut at a limit, and what was cut off is spread over all of them."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise
from .clipped import counts_and_limits, excess_of, one_after_the_other, spread

ex = exercise(
    "2.15",
    "Clip a histogram",
    cases=counts_and_limits,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "No pixel may get lost: what is the sum of all bins before, and what after the cut? Where does the rest go?",
        "np.minimum(counts, limit) cuts the bars. excess = np.maximum(counts - limit, 0).sum() says how many pixels were cut off in all.",
        "Each bin gets an equal share of them: np.minimum(counts, limit) + excess / len(counts).",
    ),
    right="no tall bar, no steep curve; and not one pixel lost.",
)


@ex.read
def in_a_line(given, counts, limit):
    """Return the bins, where they came as a tuple as a list of numbers."""
    numbers = isinstance(given, tuple) and all(np.ndim(number) == 0 for number in given)
    return list(given) if numbers else given


@ex.notice
def another_number_of_bins(given, counts, limit):
    if isinstance(given, tuple) or np.shape(given) == counts.shape:
        return None
    return f"expected {len(counts)} bins, as before, got the shape {np.shape(given)}."


@ex.right
def clip_counts(counts, limit):
    excess = np.maximum(counts - limit, 0).sum()
    return np.minimum(counts, limit) + excess / len(counts)


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
    spread(lambda excess, counts, limit: excess / (counts > limit).sum()),
)
ex.slip(
    "the excess went to the low bins only; asked is an equal share for all of them.",
    spread(lambda excess, counts, limit: np.where(counts < limit, excess / (counts < limit).sum(), 0)),
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

ex.slip(
    "the bins above the limit were counted, not what is above it in them: np.maximum(counts - limit, 0).sum().",
    spread(lambda excess, counts, limit: (counts > limit).sum() / len(counts)),
)
LIFTED = "np.maximum lifts the low bins to the limit; np.minimum cuts the high ones."
ex.slip(LIFTED, lambda counts, limit: np.maximum(counts, limit) + excess_of(counts, limit) / len(counts))
ex.slip(LIFTED, lambda counts, limit: np.maximum(counts, limit))
ex.slip(
    "the share was subtracted; every bin gets it in addition.",
    spread(lambda excess, counts, limit: -excess / len(counts)),
)
ex.slip(
    "every bin got the share, but the tall ones were not cut.",
    lambda counts, limit: counts + excess_of(counts, limit) / len(counts),
)
ex.slip(
    "these are shares of all pixels; the bins hold numbers of pixels.",
    lambda counts, limit: clip_counts(counts, limit) / counts.sum(),
)
ex.slip(
    "divided by one bin too few: there are len(counts) of them.",
    spread(lambda excess, counts, limit: excess / (len(counts) - 1)),
)
ex.slip(
    "the excess was divided by the number of bins that hold something; all of them get a share, the empty ones too.",
    spread(lambda excess, counts, limit: excess / (counts > 0).sum()),
)
EMPTY = "the empty bins got nothing; asked is an equal share for all of them."
ex.slip(EMPTY, spread(lambda excess, counts, limit: np.where(counts > 0, excess / len(counts), 0)))
ex.slip(
    EMPTY,
    spread(lambda excess, counts, limit: np.where(counts > 0, excess / (counts > 0).sum(), 0)),
)
ex.slip(
    "the bins that were cut got nothing; asked is an equal share for all of them.",
    spread(lambda excess, counts, limit: np.where(counts > limit, 0, excess / len(counts))),
)
ex.slip("the bins are as they were: what is above the limit goes.", lambda counts, limit: counts)


def again(counts, limit, times, least=0):
    for _ in range(times):
        excess, counts = excess_of(counts, limit), clip_counts(counts, limit)
        if excess < least:
            break
    return counts


for times, least in ((2, 0), (3, 0), (4, 0), (5, 0), (10, 0), (20, 0), (50, 0), (100, 0), (10, 1), (100, 1)):
    often = "twice" if times == 2 else "again and again"
    ex.slip(f"cut and spread {often}: once is asked, and some bins may be a little above the limit afterwards.")(
        lambda counts, limit, times=times, least=least: again(counts, limit, times, least)
    )
ex.slip(
    "the excess is what is above the limit in each bin, added up; not all pixels less the limit.",
    spread(lambda excess, counts, limit: (counts.sum() - limit) / len(counts)),
)
ex.slip(
    "only the tallest bin's excess was spread; what all bins have above the limit is.",
    spread(lambda excess, counts, limit: np.maximum(counts - limit, 0).max() / len(counts)),
)
ex.slip(
    "each bin got a share of its own excess; add the excess of all bins up first: .sum().",
    spread(lambda excess, counts, limit: np.maximum(counts - limit, 0) / len(counts)),
)
ex.slip(
    "the excess went to each bin in proportion to what it holds; asked is an equal share.",
    lambda counts, limit: np.minimum(counts, limit) * (counts.sum() / np.minimum(counts, limit).sum()),
)
ex.slip(
    "the bins themselves were divided too: mind the brackets, only the excess is.",
    lambda counts, limit: (np.minimum(counts, limit) + excess_of(counts, limit)) / len(counts),
)
ex.slip(
    "this is what was cut off; asked is what is left, and a share of that.",
    lambda counts, limit: np.maximum(counts - limit, 0),
)
ex.slip(
    "the tall bins lost the limit; they should keep it.",
    lambda counts, limit: np.where(counts > limit, counts - limit, counts),
)
ex.slip(
    "every bin is equal now: all pixels were spread, not only those above the limit.",
    lambda counts, limit: np.full(len(counts), counts.sum() / len(counts)),
)
for by, what in ((lambda counts, limit: limit, "the limit"), (lambda counts, limit: counts.sum(), "all pixels")):
    ex.slip(
        f"the excess was divided by {what}; divide it by the number of bins.",
        spread(lambda excess, counts, limit, by=by: excess / by(counts, limit)),
    )
ex.slip(
    "the number of tall bins was added; add an equal share of what is above the limit in them.",
    spread(lambda excess, counts, limit: (counts > limit).sum()),
)
BELOW_TOO = (
    "the bins below the limit were counted as well: only what is above it is cut off, np.maximum(counts - limit, 0)."
)
ex.slip(BELOW_TOO, spread(lambda excess, counts, limit: np.abs(counts - limit).sum() / len(counts)))
ex.slip(BELOW_TOO, spread(lambda excess, counts, limit: (counts - limit).sum() / len(counts)))
ex.slip(
    "nothing was cut: these are the old bins, each divided by how many there are.",
    lambda counts, limit: counts / len(counts),
)
ex.slip(
    "the excess is counts - limit, where that is above 0; here it is the other way round.",
    spread(lambda excess, counts, limit: np.maximum(limit - counts, 0).sum() / len(counts)),
)
ex.slip(
    "whole bars were taken away, and are lost; only what is above the limit goes, and is spread.",
    lambda counts, limit: np.where(counts > limit, 0, counts),
)
ex.slip(
    "the cut bins were divided; only what was cut off is, and it is missing here.",
    lambda counts, limit: np.minimum(counts, limit) / len(counts),
)
ex.slip("whole bins were shared out; only what lies above the limit was cut off: counts - limit.")(
    lambda counts, limit: np.minimum(counts, limit) + counts[counts > limit].sum() / len(counts)
)


ex.slip("what a bin lost was shared out before the next bins were cut: cut all of them first, then share out once.")(
    one_after_the_other(last_only=False)
)
ex.slip("only what the last tall bin lost was shared out: add up what all of them lose, +=.")(
    one_after_the_other(last_only=True)
)


@ex.slip("the last bin was not cut: range(n) ends with n - 1 by itself.")
def last_left(counts, limit):
    cut = np.r_[np.minimum(counts[:-1], limit), counts[-1:]]
    return cut + (counts - cut).sum() / len(counts)


ex.slip("the limit was multiplied by the number of pixels: here it is a count already.")(
    lambda counts, limit: np.minimum(counts, limit * counts.sum()) + 0.0
)
