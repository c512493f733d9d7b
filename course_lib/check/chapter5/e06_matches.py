"""5.6: descriptors are paired where each is the other's nearest."""

import numpy as np
from scipy import optimize
from scipy.spatial.distance import cdist

from ... import feature
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise
from ..later import skimage


def descriptors():
    for seed, m, n, p in ((561, 14, 9, 5), (562, 8, 15, 3), (563, 12, 12, 4)):
        rng = np.random.default_rng(seed)
        first = rng.normal(size=(m, p)) * rng.uniform(0.3, 3, (m, 1))
        second = np.concatenate([first[: n // 2] + rng.normal(0, 0.2, (n // 2, p)), rng.normal(size=(n - n // 2, p))])
        yield first, second[rng.permutation(n)]


def as_counted(given, expected, first, second):
    """Say how many pairs are too many, missing, or twice there."""
    extra, missing = set(given) - set(expected), set(expected) - set(given)
    if not extra and not missing:
        return "some pairs came twice."
    if not extra:
        return (
            f"all of these are right; missing: {len(missing)}. Is there a rule more (a ratio, a largest distance), "
            "or does the loop end early?"
        )
    if len(set(given)) == min(len(first), len(second)):
        return NOBODY
    return f"{len(extra)} pairs are not each other's nearest, and {len(missing)} are missing."


ex = exercise(
    "5.6",
    "Each the other's nearest",
    cases=descriptors,
    compare=Things(otherwise=as_counted),
    hints=(
        "cdist(first, second) from scipy.spatial.distance holds all distances, one row for each of the first.",
        "nearest = distances.argmin(axis=1) is the partner of each row, distances.argmin(axis=0) that of each column.",
        "i = np.arange(len(first)); keep those where distances.argmin(axis=0)[nearest] == i; np.stack([i, nearest], axis=1).",
    ),
    right="whoever is not chosen back stays alone.",
)

NOBODY = "nobody stays alone here; who is not chosen back should, even if another one is left over."


@ex.read
def as_pairs(given, first, second):
    """Return the pairs in the order of `first`: any order is right."""
    given = as_array(given)
    if given.ndim == 2 and len(given) == 2 < given.shape[1]:
        raise Wrong("two rows came back; asked are two columns, a pair in each row: np.stack(..., axis=1).")
    if given.ndim != 2 or given.shape[1] != 2:
        raise Wrong(f"expected pairs of positions (k, 2); yours has the shape {given.shape}.")
    return sorted(map(tuple, given.tolist()))


@ex.right
def match(first, second):
    distances = cdist(first, second)
    i, nearest = np.arange(len(first)), distances.argmin(axis=1)
    mutual = distances.argmin(axis=0)[nearest] == i
    return np.stack([i[mutual], nearest[mutual]], axis=1)


ex.right(lambda first, second: feature.match_descriptors(first, second)[::-1])
ex.right(lambda first, second: skimage.feature.match_descriptors(first, second))


def mutual(distances):
    """Return the pairs of each other's nearest, the distances given."""
    nearest, back = distances.argmin(axis=1), distances.argmin(axis=0)
    return [(i, j) for i, j in enumerate(nearest) if back[j] == i]


ex.slip(
    "the two are exchanged: first the position in `first`, then the one in `second`.",
    lambda first, second: match(first, second)[:, ::-1],
)
ex.slip(
    "each of `first` has a partner here; keep a pair only if the partner chooses it back.",
    lambda first, second: list(enumerate(cdist(first, second).argmin(axis=1))),
)
ex.slip(
    "each of `second` has a partner here; keep a pair only if both choose each other.",
    lambda first, second: [(i, j) for j, i in enumerate(cdist(first, second).argmin(axis=0))],
)


@ex.slip("a pair stays if both choose each other; here one of them is enough.")
def chosen_by_one(first, second):
    distances = cdist(first, second)
    pairs = set(enumerate(distances.argmin(axis=1)))
    return list(pairs | {(i, j) for j, i in enumerate(distances.argmin(axis=0))})


ex.slip("these are the farthest: take argmin.", lambda first, second: mutual(-cdist(first, second)))
ex.slip(
    "the largest product means the nearest only where all have length 1; take distances.",
    lambda first, second: mutual(-(first @ second.T)),
)
ex.slip(
    "these distances are sums of sizes; asked is the Euclidean distance.",
    lambda first, second: mutual(cdist(first, second, "cityblock")),
)
ex.slip(
    "every one was paired with the one at the same place.",
    lambda first, second: [(i, i) for i in range(min(len(first), len(second)))],
)
ex.slip(
    "the two lists may differ in length.",
    lambda first, second: [(i, j) for i, j in match(first, second) if i < min(len(first), len(second))],
)


@ex.slip(NOBODY)
def the_nearest_two_first(first, second):
    """Pair the two nearest, then the two nearest of those left over, and so on."""
    distances, pairs = cdist(first, second), []
    for _ in range(min(distances.shape)):
        i, j = np.unravel_index(distances.argmin(), distances.shape)
        pairs.append((i, j))
        distances[i], distances[:, j] = np.inf, np.inf
    return pairs


ex.slip(NOBODY, lambda first, second: np.stack(optimize.linear_sum_assignment(cdist(first, second)), axis=1))

ex.wrong("twice", lambda first, second: np.repeat(match(first, second), 2, axis=0))
ex.wrong("missing: ", lambda first, second: match(first, second)[1:])
ex.wrong("a ratio", lambda first, second: feature.match_descriptors(first, second, max_ratio=0.8))
ex.wrong("pairs of positions", lambda first, second: match(first, second)[:, 0])
ex.wrong("two rows came back", lambda first, second: match(first, second).T)
ex.wrong("expected numbers", lambda first, second: match(first, second).astype(object))
ex.wrong("are missing", lambda first, second: [*match(first, second)[2:], (0, 0), (1, 0)])
