"""5.6: corners are matched among those that are near enough, as from one frame of a film to the next."""

import numpy as np
from scipy.spatial.distance import cdist

from ... import feature
from ..answers import Wrong, as_array
from ..compare import Things
from ..described import counted
from ..exercise import exercise
from .frames import by, frames, looks_of, mutual

ex = exercise(
    "5.6",
    "Near, and each the other's nearest",
    cases=frames,
    compare=Things(otherwise=lambda given, expected, *case: as_counted(given, expected)),
    hints=(
        "There are two kinds of distance here: how different two corners look, and how far apart they lie. Which of them "
        "chooses, and which only forbids? And which comes first?",
        "cdist(first, second) says how different they look, cdist(here, there) how far apart they lie. Where they lie "
        "too far apart, put np.inf in place of the difference. Then go on as in the lesson.",
        "looks = np.where(cdist(here, there) <= reach, cdist(first, second), np.inf); nearest = looks.argmin(axis=1); "
        "keep i where looks.argmin(axis=0)[nearest] == i, and where looks[i, nearest] is finite.",
    ),
    right="a wall has many windows that look alike; from frame to frame, none of them jumps.",
)


def as_counted(given, expected):
    """Say how many pairs are too many, missing, or twice there."""
    extra, missing = sorted(set(given) - set(expected)), sorted(set(expected) - set(given))
    if not extra and not missing:
        return "some pairs came twice."
    if not extra:
        return (
            f"all of these are right; missing: {len(missing)}, {missing[0]} for one. Is there a rule more (a ratio), "
            "or does the loop end early?"
        )
    there = f"; missing: {len(missing)}" if missing else ""
    return f"not each other's nearest within reach: {counted(len(extra), 'pair')}, {extra[0]} for one{there}."


@ex.read
def as_pairs(given, first, *rest):
    """Return the pairs in the order of `first`: any order is right."""
    if isinstance(given, tuple) and len(given) == 2 and all(np.ndim(part) == 1 for part in given):
        raise Wrong("the positions came back apart; asked is a pair in each row: np.stack(..., axis=1).")
    given = as_array(list(given) if isinstance(given, tuple) else given)
    if given.size == 0:
        return []
    if given.ndim == 2 and len(given) == 2 < given.shape[1]:
        raise Wrong("two rows came back; asked are two columns, a pair in each row: np.stack(..., axis=1).")
    if given.ndim != 2 or given.shape[1] != 2:
        raise Wrong(f"expected pairs of positions (k, 2); yours has the shape {given.shape}.")
    return sorted(map(tuple, given.tolist()))


@ex.right
def match_nearby(first, second, here, there, reach):
    looks = np.where(cdist(here, there) <= reach, cdist(first, second), np.inf)
    i, nearest = np.arange(len(first)), looks.argmin(axis=1)
    mutual = (looks.argmin(axis=0)[nearest] == i) & np.isfinite(looks[i, nearest])
    return np.stack([i[mutual], nearest[mutual]], axis=1)


@ex.right
def corner_by_corner(first, second, here, there, reach):
    def best(k, ours, theirs, places, other_places):
        near = [j for j in range(len(theirs)) if np.hypot(*(places[k] - other_places[j])) <= reach]
        return min(near, key=lambda j: np.linalg.norm(ours[k] - theirs[j]), default=None)

    pairs = [(i, best(i, first, second, here, there)) for i in range(len(first))]
    return [(i, j) for i, j in pairs if j is not None and best(j, second, first, there, here) == i]


@ex.slip(
    "chosen among all, and then thrown out if too far: a corner's best within reach never had a chance. Rule out the far ones before the nearest is chosen."
)
def thrown_out_afterwards(first, second, here, there, reach):
    pairs = mutual(cdist(first, second))
    return [(i, j) for i, j in pairs if np.linalg.norm(here[i] - there[j]) <= reach]


ex.slip(
    "`reach` is not asked: a look-alike on the other side of the picture is no partner.",
    lambda first, second, here, there, reach: mutual(cdist(first, second)),
)
ex.slip("exactly `reach` away is still within reach: <=.", by(allowed=np.less))
ex.slip("these lie beyond the reach: the sign of the comparison is turned round.", by(allowed=np.greater))
ex.slip(
    "the nearest in place were paired; place only forbids, the descriptors choose.",
    lambda first, second, here, there, reach: mutual(
        np.where(cdist(here, there) <= reach, cdist(here, there) + 1e-6 * cdist(first, second), np.inf)
    ),
)
ex.slip(
    "both distances were added: place only forbids, the descriptors choose.",
    lambda first, second, here, there, reach: mutual(looks_of(first, second, here, there, reach) + cdist(here, there)),
)
ex.slip(
    "each of `first` with someone near has a partner here; keep a pair only if the partner chooses it back.",
    lambda *case: [(i, j) for i, j in enumerate(looks_of(*case).argmin(axis=1)) if np.isfinite(looks_of(*case)[i, j])],
)
ex.slip(
    "each of `second` with someone near has a partner here; keep a pair only if both choose each other.",
    lambda *case: [(i, j) for j, i in enumerate(looks_of(*case).argmin(axis=0)) if np.isfinite(looks_of(*case)[i, j])],
)


@ex.slip("where nobody is within reach, all is infinite, and argmin says 0: such a corner stays alone.")
def argmin_of_nothing(*case):
    looks = looks_of(*case)
    nearest = looks.argmin(axis=1)
    return [(i, j) for i, j in enumerate(nearest) if looks.argmin(axis=0)[j] == i]


@ex.slip("where nobody is within reach, all is infinite, and argmin says 0: such a corner stays alone.")
def alone_with_the_first(*case):
    return list(enumerate(looks_of(*case).argmin(axis=1)))


@ex.slip("`back` chose among all, near or far: both directions need the same table.")
def back_from_afar(first, second, here, there, reach):
    looks = looks_of(first, second, here, there, reach)
    back = cdist(first, second).argmin(axis=0)
    return [(i, j) for i, j in enumerate(looks.argmin(axis=1)) if back[j] == i and np.isfinite(looks[i, j])]


@ex.slip("`first` chose among all, near or far: both directions need the same table.")
def away_to_afar(first, second, here, there, reach):
    looks = looks_of(first, second, here, there, reach)
    nearest = cdist(first, second).argmin(axis=1)
    return [(i, j) for i, j in enumerate(nearest) if looks.argmin(axis=0)[j] == i and np.isfinite(looks[i, j])]


ex.slip(
    "0 was put where two are too far apart, and 0 is the very nearest: put np.inf.",
    lambda first, second, here, there, reach: mutual(np.where(cdist(here, there) <= reach, cdist(first, second), 0)),
)
ex.slip(
    "reach is a distance in a straight line, and this asks rows and columns apart: a square.",
    by(place="chebyshev"),
)
ex.slip("reach is a distance in a straight line; here rows and columns are added.", by(place="cityblock"))
ex.slip("the squared distance was compared with reach.", by(place="sqeuclidean"))
for axis, words in ((0, "rows"), (1, "columns")):
    ex.slip(
        f"reach is a distance in a straight line; here only the {words} are compared.",
        lambda first, second, here, there, reach, axis=axis: mutual(
            np.where(cdist(here[:, axis : axis + 1], there[:, axis : axis + 1]) <= reach, cdist(first, second), np.inf)
        ),
    )
ex.slip(
    "the squares of the way were compared with reach, or the way with its square: both sides alike.",
    lambda first, second, here, there, reach: match_nearby(first, second, here, there, reach**2),
)


ex.slip(
    "rows and columns of one picture are exchanged before their distance is taken.",
    lambda first, second, here, there, reach: match_nearby(first, second, here[:, ::-1], there, reach),
)
ex.slip(
    "corner k was paired with corner k: the lists are in no common order, ask the descriptors.",
    lambda first, second, here, there, reach: [
        (k, k) for k in range(min(len(first), len(second))) if np.linalg.norm(here[k] - there[k]) <= reach
    ],
)
ex.slip(
    "both distances were multiplied: place only forbids, the descriptors choose.",
    lambda *case: mutual(looks_of(*case) * cdist(case[2], case[3])),
)
ex.slip(
    "reach was halved: it is how far a corner may move, in any direction.", lambda *c: match_nearby(*c[:4], c[4] / 2)
)


@ex.slip("first come, first served: who was taken is out for the others. Each other's nearest needs no such list.")
def first_come(*case):
    looks, pairs = looks_of(*case), []
    for i in range(len(looks)):
        if np.isfinite(looks[i]).any():
            pairs.append((i, looks[i].argmin()))
            looks[:, pairs[-1][1]] = np.inf
    return pairs


for least in (0.6, 0.7, 0.75, 0.8, 0.9):

    @ex.slip("a ratio was asked as well: each other's nearest is enough here.")
    def with_a_ratio(*case, least=least):
        looks, kept = looks_of(*case), []
        for i, j in match_nearby(*case):
            best, *others = np.sort(looks[i])
            kept += [(i, j)] if best < least * min(others, default=np.inf) else []
        return kept


ex.slip("how they look: sums of sizes; asked is the Euclidean distance.", by(look="cityblock"))
ex.slip(
    "how they look: the angle alone; asked is the Euclidean distance.",
    by(look="cosine"),
)
ex.slip(
    "the largest product means the nearest only where all have length 1; take distances.",
    lambda first, second, here, there, reach: mutual(
        np.where(cdist(here, there) <= reach, -(first @ second.T), np.inf)
    ),
)
ex.slip(
    "these look least alike: take argmin.",
    lambda *case: mutual(np.where(np.isfinite(looks_of(*case)), -looks_of(*case), np.inf)),
)
ex.slip(
    "the two are exchanged: first the position in `first`, then the one in `second`.",
    lambda *case: match_nearby(*case)[:, ::-1],
)
ex.slip(
    "these are the places of the corners; asked are their positions in the two lists.",
    lambda first, second, here, there, reach: [here[i] for i, _ in match_nearby(first, second, here, there, reach)],
)
ex.slip(
    "all pairs within reach; keep of them those that are each other's nearest by their looks.",
    lambda first, second, here, there, reach: np.argwhere(cdist(here, there) <= reach),
)


@ex.slip("nobody stays alone here; who is not chosen back should, even if another one is left over.")
def the_nearest_two_first(*case):
    """Pair the two nearest, then the two nearest of those left over, and so on."""
    looks, pairs = looks_of(*case), []
    while np.isfinite(looks).any():
        i, j = np.unravel_index(looks.argmin(), looks.shape)
        pairs.append((i, j))
        looks[i], looks[:, j] = np.inf, np.inf
    return pairs


ex.wrong("twice", lambda *case: np.repeat(match_nearby(*case), 2, axis=0))
ex.wrong("missing: ", lambda *case: match_nearby(*case)[1:])
ex.wrong("is not asked", lambda first, second, *places: feature.match_descriptors(first, second))
ex.wrong("pairs of positions", lambda *case: match_nearby(*case)[:, 0])
ex.wrong("two rows came back", lambda *case: match_nearby(*case).T)
ex.wrong("came back apart", lambda *case: tuple(match_nearby(*case).T))
ex.wrong("; missing: ", lambda *case: [*match_nearby(*case)[2:], (0, 0), (1, 0)])
