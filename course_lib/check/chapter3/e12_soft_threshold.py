"""3.12: wavelet details after a soft threshold."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise

ex = exercise(
    "3.12",
    "Shrink the details",
    cases=[(np.random.default_rng(seed).normal(0, 1, (8, 9)), threshold) for seed, threshold in ((53, 0.4), (54, 1.1))],
    compare=Arrays(1e-6),
    hints=(
        "What is smaller than the threshold becomes 0. What is larger comes nearer to 0 by the threshold.",
        "np.abs gives the size, np.sign the sign: work on the size, and put the sign back.",
        "np.sign(details) * np.maximum(np.abs(details) - threshold, 0).",
    ),
    right="a soft threshold: small details are gone, large ones are shorter, and nothing jumps.",
)


@ex.right
def soft(details, threshold):
    return np.sign(details) * np.maximum(np.abs(details) - threshold, 0)


ex.right(lambda details, threshold: details - np.clip(details, -threshold, threshold))
ex.right(lambda details, threshold: soft(details, threshold).astype(np.float32))

ex.slip(
    "this is the hard threshold: the large ones have to be shortened.",
    lambda details, threshold: np.where(np.abs(details) >= threshold, details, 0),
)
ex.slip(
    "the signs are lost: a negative detail has to stay negative.",
    lambda details, threshold: np.maximum(np.abs(details) - threshold, 0),
)
ex.slip(
    "negative details all became 0: look at their size.", lambda details, threshold: np.maximum(details - threshold, 0)
)
ex.slip(
    "the small ones changed their sign: stop at 0.",
    lambda details, threshold: np.sign(details) * (np.abs(details) - threshold),
)
ex.slip(
    "what is smaller than the threshold has stayed as it was: it becomes 0.",
    lambda details, threshold: np.where(np.abs(details) > threshold, soft(details, threshold), details),
)
ex.slip(
    "the threshold was subtracted from every one: negative details have grown.",
    lambda details, threshold: details - threshold,
)
ex.slip(
    "the threshold was subtracted from the large negative details as well, and they have grown: they come nearer to 0 too.",
    lambda details, threshold: np.where(np.abs(details) < threshold, 0, details - threshold),
)
ex.slip(
    "this keeps what is small and cuts what is large: the other way.",
    lambda details, threshold: np.clip(details, -threshold, threshold),
)
ex.slip(
    "this keeps what is small and takes away what is large: the other way.",
    lambda details, threshold: np.where(np.abs(details) > threshold, 0, details),
)
ex.slip(
    "the large ones have grown: they come nearer to 0.",
    lambda details, threshold: np.where(
        np.abs(details) < threshold, 0, np.sign(details) * (np.abs(details) + threshold)
    ),
)
ex.slip("this is a mask; asked are the shrunk details.", lambda details, threshold: np.abs(details) > threshold)
