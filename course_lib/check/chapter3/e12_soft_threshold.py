"""3.12: wavelet details after a soft threshold."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise


def details_and_thresholds():
    for seed, shape, threshold in ((53, (8, 9), 0.4), (54, (6, 11), 1.1)):
        details = np.random.default_rng(seed).normal(0, 1, shape)
        details[0, :4] = [threshold, -threshold, 0, 3]  # at the threshold itself, nothing, and something large
        yield details, threshold
    yield np.random.default_rng(56).normal(0, 3, (1, 20)), 0.7
    yield np.random.default_rng(55).normal(0, 1, (3, 4)), 0.0  # nothing is smaller than 0: all stay as they are


ex = exercise(
    "3.12",
    "Shrink the details",
    cases=details_and_thresholds,
    compare=Arrays(1e-6),
    hints=(
        "What should become of 3, of -3 and of 0.2, if the threshold is 1? What is the same for 3 and -3?",
        "np.abs gives the size, np.sign the sign: work on the size, and put the sign back.",
        "The new size is np.abs(details) - threshold, but never below 0: np.maximum(..., 0). Times the sign.",
    ),
    right="a soft threshold: small details are gone, large ones are shorter, and nothing jumps.",
)


@ex.right
def soft(details, threshold):
    return np.sign(details) * np.maximum(np.abs(details) - threshold, 0)


ex.right(lambda details, threshold: details - np.clip(details, -threshold, threshold))
ex.right(lambda details, threshold: soft(details, threshold).astype(np.float32))
ex.right(lambda d, t: np.where(d > t, d - t, np.where(d < -t, d + t, 0)))


@ex.right
def one_by_one(details, threshold):
    shrunk = np.zeros(details.shape)
    for place, value in np.ndenumerate(details):
        if abs(value) > threshold:
            shrunk[place] = value - threshold if value > 0 else value + threshold
    return shrunk


def slip_where(sentence, large, small=lambda d, t: 0):
    """Add a slip with one formula for details over the threshold in size, and one for the others."""
    for over in (np.greater, np.greater_equal):
        ex.slip(sentence, lambda d, t, over=over: np.where(over(np.abs(d), t), large(d, t), small(d, t)))


slip_where("this is the hard threshold: the large ones have to be shortened.", lambda d, t: d)
slip_where("what is smaller than the threshold has stayed as it was: it becomes 0.", soft, lambda d, t: d)
slip_where("what is smaller than the threshold became the threshold; it becomes 0.", soft, lambda d, t: t)
slip_where(
    "the threshold was subtracted from the large negative details as well, and they have grown: they come nearer to 0 too.",
    lambda d, t: d - t,
)
slip_where(
    "the threshold was added to the large positive details as well, and they have grown: they come nearer to 0 too.",
    lambda d, t: d + t,
)
slip_where(
    "large negative details have stayed as they were: they come nearer to 0 too, by + threshold.",
    lambda d, t: np.where(d > 0, d - t, d),
)
slip_where("the large ones have grown: they come nearer to 0.", lambda d, t: np.sign(d) * (np.abs(d) + t))
slip_where("the large ones became their sign, -1 or 1: times their size less the threshold.", lambda d, t: np.sign(d))
slip_where(
    "the large ones became the threshold itself, with their sign; asked is what they are larger by.",
    lambda d, t: np.sign(d) * t,
)
slip_where("the signs are lost, and the large ones are not shortened.", lambda d, t: np.abs(d))
slip_where("the large ones were shortened by half of the threshold.", lambda d, t: d - np.sign(d) * t / 2)
slip_where("the large ones were shortened by twice the threshold.", lambda d, t: d - np.sign(d) * 2 * t)
SHARE = "the large ones became smaller by a share of them; asked is the threshold itself: each by the same."
slip_where(SHARE, lambda d, t: d * (1 - t))
slip_where(SHARE, lambda d, t: d / 2)
slip_where("this keeps what is small and takes away what is large: the other way.", lambda d, t: 0, lambda d, t: d)

ex.slip("the signs are lost: a negative detail has to stay negative.", lambda d, t: np.maximum(np.abs(d) - t, 0))
ex.slip("negative details all became 0: look at their size.", lambda d, t: np.maximum(d - t, 0))
ex.slip("positive details all became 0: look at their size.", lambda d, t: np.minimum(d + t, 0))
ex.slip("the small ones changed their sign: stop at 0.", lambda d, t: np.sign(d) * (np.abs(d) - t))
ex.slip(
    "the large ones became 0, and the small ones changed their sign: it is np.maximum with 0, not np.minimum.",
    lambda d, t: np.sign(d) * np.minimum(np.abs(d) - t, 0),
)
ex.slip("the threshold was subtracted from every one: negative details have grown.", lambda d, t: d - t)
ex.slip(
    "the threshold was subtracted from each size: small ones are negative now and the signs are lost. "
    "Stop at 0, and put the sign back.",
    lambda d, t: np.abs(d) - t,
)
ex.slip(
    "only the positive ones were shortened, and the negative ones, small or large, have stayed as they were: look at their size.",
    lambda d, t: np.where(d > t, d - t, np.where(d > 0, 0, d)),
)
ex.slip(
    "all that is not above the threshold became longer by it: what lies between -threshold and threshold becomes 0.",
    lambda d, t: np.where(d > t, d - t, d + t),
)
ex.slip(
    "positive details are right; negative ones, small or large, had the threshold added, and the small ones went past 0: stop there.",
    lambda d, t: np.where(d > 0, np.maximum(d - t, 0), d + t),
)
ex.slip("this keeps what is small and cuts what is large: the other way.", lambda d, t: np.clip(d, -t, t))
ex.slip(
    "the small ones have grown to the threshold and the large ones stayed: subtract it from the size first, then stop at 0.",
    lambda d, t: np.sign(d) * np.maximum(np.abs(d), t),
)
ex.slip(
    "all became smaller by a share; asked is the threshold itself, and 0 for the small ones.", lambda d, t: d * (1 - t)
)
ex.slip(
    "the large ones became shorter by threshold² / size, those just over the threshold more than the others; asked is the same for each.",
    lambda d, t: np.sign(d) * np.maximum(np.abs(d) - t**2 / np.maximum(np.abs(d), 1e-12), 0),
)


def small_ones_last(details, threshold, over, below):
    shrunk = np.where(over(np.abs(details), threshold), details - np.sign(details) * threshold, details)
    return np.where(below(np.abs(shrunk), threshold), 0, shrunk)


for over in (np.greater, np.greater_equal):
    for below in (np.less, np.less_equal):
        ex.slip(
            "first shortened, then looked at: what was below twice the threshold became 0. Set the small ones to 0 first.",
            lambda d, t, over=over, below=below: small_ones_last(d, t, over, below),
        )


@ex.slip("the sign was not looked at, and the small ones last: shorten positive and negative ones each towards 0.")
def subtracted_then_zeroed(details, threshold):
    shrunk = np.where(np.abs(details) > threshold, details - threshold, details)
    return np.where(np.abs(shrunk) <= threshold, 0, shrunk)


ex.slip(
    "what is left of the size stops at 0, not at the threshold: np.maximum(..., 0).",
    lambda d, t: np.sign(d) * np.maximum(np.abs(d) - t, t),
)
ex.slip(
    "the other way round: it is the size less the threshold, not the threshold less the size.",
    lambda d, t: np.sign(d) * np.maximum(t - np.abs(d), 0),
)
ex.slip(
    "all that is below the threshold became longer by it: what lies between -threshold and threshold becomes 0.",
    lambda d, t: np.where(d > t, d - t, np.where(d < t, d + t, 0)),
)
ex.slip(
    "it is the size, np.abs(details), that is compared with the threshold, not the square.",
    lambda d, t: np.where(d**2 > t, d - np.sign(d) * t, 0),
)
ex.slip(
    "the small ones have come back by np.abs: what is below 0 after the threshold is taken off becomes 0.",
    lambda d, t: np.sign(d) * np.abs(np.abs(d) - t),
)
ex.slip(
    "the rest was multiplied by the detail; asked is its sign: np.sign(details).",
    lambda d, t: d * np.maximum(np.abs(d) - t, 0),
)
for sign in (np.sign, np.ones_like):
    ex.slip(
        "brackets: first the size, np.abs(details), then the threshold is taken off.",
        lambda d, t, sign=sign: sign(d) * np.abs(d - t),
    )
ex.slip(
    "negative details all became 0, and the large ones are not shortened: look at the size, and subtract.",
    lambda d, t: np.where(d < t, 0, d),
)
ex.slip("this is a mask; asked are the shrunk details.", lambda d, t: np.abs(d) > t)
ex.slip(
    "these are the large ones alone, in one row; asked is an array of the same shape, with 0 for the small ones.",
    lambda d, t: soft(d, t)[np.abs(d) > t],
    by_shape=True,
)
ex.slip("nothing has changed.", lambda d, t: d)
for number in (0.1, 0.2, 0.5, 1):
    ex.slip("the threshold that is given was not used: take threshold, not a number of your own.")(
        lambda details, threshold, number=number: soft(details, number)
    )
