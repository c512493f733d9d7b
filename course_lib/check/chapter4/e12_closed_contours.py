"""4.12: contours are counted by whether they are closed, and by their length."""

import dataclasses

import numpy as np

from ..answers import Wrong
from ..compare import Numbers
from ..described import counted
from ..exercise import exercise


def ring(length, apart=(0, 0), seed=0):
    """Return a contour with so many points, whose last point lies so far `apart` from the first."""
    points = np.random.default_rng(seed + length).random((length, 2)) * 50
    points[-1] = points[0] + apart
    return points


def contours_and_limits():
    sizes = (9, 9, 20, 20, 20, 33, 47, 47, 60, 60, 60, 60, 75, 90, 90)
    closed = [ring(size, seed=number) for number, size in enumerate(sizes)]
    # ends in another row and column, in the same row, in the same column, with the same sum, and ever nearer
    ways = {
        (5, 3): (9, 33, 50, 60),
        (0, 3): (20, 41, 50, 90),
        (5, 0): (22, 22, 22, 33, 33, 59, 59),
        (3, -3): (20, 47, 58, 60),
    }
    ways |= {
        (0.5, -0.5): (33, 44, 47, 51, 59),
        (0.05, 0.02): (22, 58),
        (1e-4, 1e-4): (21, 40, 40),
        (0, -1e-9): (31, 52, 58, 95),
    }
    still_open = [ring(size, apart, seed) for apart, sizes in ways.items() for seed, size in enumerate(sizes)]
    yield closed + still_open, 20, 60
    yield still_open[:3] + closed[::-1], 33, 90
    yield still_open, 0, 100
    yield [], 5, 9
    yield [ring(12)], 12, 13
    yield closed + still_open, 2, 10
    yield closed, 300, 900  # the lines are this long in pixels; none has this many points


@dataclasses.dataclass(frozen=True)
class Counts(Numbers):
    """Numbers of contours: for a wrong one that no slip explains, it says how many are closed, and how many fit."""

    def complain(self, given, expected, case):
        contours, least, limit = case
        closed = sum(np.array_equal(c[0], c[-1]) for c in contours)
        fit = sum(least <= len(c) < limit for c in contours)
        told = f"of {counted(len(contours), 'contour')}, closed: {closed}; with at least {least} and fewer than {limit} points: {fit}"
        raise Wrong(f"{told}; both: {expected:.0f}. You say {given:g}.")


ex = exercise(
    "4.12",
    "Count the closed ones",
    cases=contours_and_limits,
    compare=Counts(alone=False),
    hints=(
        "When is a contour closed, and where in its array are the two points that tell it?",
        "contour[0] is the first point, contour[-1] the last; np.array_equal tells whether row and column are the same.",
        "sum(np.array_equal(c[0], c[-1]) and least <= len(c) < limit for c in contours) counts the True ones.",
    ),
    right="closed, long enough, and below the limit.",
)


@ex.notice
def list_came_back(given, contours, least, limit):
    if isinstance(given, list | tuple) or np.ndim(given) == 1:
        return "a list (or an array) came back; asked is how many there are: len or sum counts them."


@ex.right
def count_dots(contours, least, limit):
    return sum(np.array_equal(c[0], c[-1]) and least <= len(c) < limit for c in contours)


ex.right(
    lambda contours, least, limit: len([c for c in contours if (c[0] == c[-1]).all() and len(c) in range(least, limit)])
)


def by_ends(same):
    """Return an answer that counts where the first and the last point are the `same`, whatever that means."""
    return lambda contours, least, limit: sum(bool(same(c[0], c[-1])) and least <= len(c) < limit for c in contours)


def by_length(fits):
    """Return an answer that counts closed contours whose length fits."""
    return lambda contours, least, limit: sum(
        np.array_equal(c[0], c[-1]) and fits(len(c), least, limit) for c in contours
    )


ex.slip("the open ones count as well: is the last point the first?", by_ends(lambda first, last: True))

NEAR = "one that ends near its beginning was counted: its last point is not the first, so it is open."
ex.slip(NEAR, by_ends(np.allclose))
for far in (1e-6, 0.1, 1, 5):
    ex.slip(NEAR, by_ends(lambda first, last, far=far: np.allclose(first, last, rtol=0, atol=far)))
    ex.slip(NEAR, by_ends(lambda first, last, far=far: np.hypot(*(first - last)) < far))
ex.slip(NEAR, by_ends(lambda first, last: (first.round() == last.round()).all()))
ex.slip(NEAR, by_ends(lambda first, last: (first.astype(int) == last.astype(int)).all()))
ex.slip(NEAR, by_ends(lambda first, last: (first.round(2) == last.round(2)).all()))

AGREE = "a point has a row and a column: both have to agree, not "
ex.slip(AGREE + "the row alone.", by_ends(lambda first, last: first[0] == last[0]))
ex.slip(AGREE + "the column alone.", by_ends(lambda first, last: first[1] == last[1]))
ex.slip(AGREE + "one of them.", by_ends(lambda first, last: (first == last).any()))
ex.slip(
    AGREE + "their sum, which the two can share by chance.",
    by_ends(lambda first, last: np.isclose(first.sum(), last.sum())),
)

ex.slip("these are the open ones.", by_ends(lambda first, last: (first != last).all()))
ex.slip(
    "nothing was counted in any list: is a comparison never true? (`is` asks for the same object, == for the same values.)",
    lambda contours, least, limit: 0,
)
ex.slip("these are the open ones.", by_ends(lambda first, last: not np.array_equal(first, last)))
ex.slip(
    "the short ones count as well: at least `least` points.", by_length(lambda length, least, limit: length < limit)
)
ex.slip(
    "the long ones count as well: fewer than `limit` points.", by_length(lambda length, least, limit: length >= least)
)
ex.slip(
    "`limit` itself should not count: fewer than it.", by_length(lambda length, least, limit: least <= length <= limit)
)
ex.slip(
    "`least` itself should count: at least so many.", by_length(lambda length, least, limit: least < length < limit)
)
ex.slip(
    "`least` should count, `limit` should not. (The point that is there twice counts twice.)",
    by_length(lambda length, least, limit: least < length <= limit),
)
ex.slip("all closed ones count; look at their lengths.", by_length(lambda length, least, limit: True))
ex.slip("all contours count; only some of them are asked for.", lambda contours, least, limit: len(contours))

ex.slip(
    "len(contour) is the number of points; size counts rows and columns, two numbers a point.",
    lambda contours, least, limit: sum(np.array_equal(c[0], c[-1]) and least <= c.size < limit for c in contours),
)
ex.slip(
    "each contour has 2 columns, a row and a column; the number of its points is shape[0].",
    lambda contours, least, limit: sum(np.array_equal(c[0], c[-1]) and least <= c.shape[1] < limit for c in contours),
)
ex.slip(
    "the length of the line was measured; asked is the number of its points.",
    lambda contours, least, limit: sum(
        np.array_equal(c[0], c[-1]) and least <= np.hypot(*np.diff(c, axis=0).T).sum() < limit for c in contours
    ),
)
ex.slip(
    "one of the two is enough in yours: it has to be closed and of that length.",
    lambda contours, least, limit: sum(np.array_equal(c[0], c[-1]) or least <= len(c) < limit for c in contours),
)
ex.slip(
    "too long and too short ones were counted: the number of points lies between the two limits.",
    by_length(lambda length, least, limit: length < least or length >= limit),
)
ex.slip(
    "these are points; asked is how many contours there are.",
    lambda contours, least, limit: sum(
        len(c) for c in contours if np.array_equal(c[0], c[-1]) and least <= len(c) < limit
    ),
)
ex.slip(
    "the lengths are counted, each once: contours of the same number of points all count.",
    lambda contours, least, limit: len(
        {len(c) for c in contours if np.array_equal(c[0], c[-1]) and least <= len(c) < limit}
    ),
)
ex.slip("a number that fits one list of contours: count them.", lambda contours, least, limit: 6)


@ex.slip("counting stopped early: does return stand inside the loop?")
def returned_in_the_loop(contours, least, limit):
    for c in contours:
        return int(np.array_equal(c[0], c[-1]) and least <= len(c) < limit)
    return 0


@ex.slip("this tells whether there is one (any, or a return inside the loop?); asked is how many there are.")
def returned_at_the_first(contours, least, limit):
    return min(count_dots(contours, least, limit), 1)


ex.wrong("how many", lambda contours, least, limit: [c for c in contours if np.array_equal(c[0], c[-1])])
ex.wrong("yours is 49 in every call", lambda contours, least, limit: 49)
ex.wrong("You say 7", lambda *case: 7 if len(case[0]) > 40 else count_dots(*case))
for least_of_all, limit_of_all in ((10, 100), (20, 60), (20, 100)):
    ex.slip("the limits that are given were not used: least and limit, not numbers of your own.")(
        lambda contours, least, limit, a=least_of_all, b=limit_of_all: count_dots(contours, a, b)
    )
ex.slip("the length is one off: len(contour) counts the first point both times, as it should.")(
    lambda contours, least, limit: count_dots(contours, least - 1, limit - 1)
)
