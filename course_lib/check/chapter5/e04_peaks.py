"""5.4: the peaks of a response, as points."""

import numpy as np
from scipy import ndimage

from ... import feature, morphology
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise
from ..later import skimage


def responses():
    wavy = ndimage.gaussian_filter(np.random.default_rng(541).normal(size=(30, 44)), 1.2)
    yield wavy, 4, 0.1
    yield wavy - 1, 2, -1.1  # all values are negative: what is beyond the border must not win
    rough = np.random.default_rng(542).random((23, 16))
    rough[7, 9], rough[15, 4] = 2.0, 1.5
    yield rough, 4, 1.5  # a peak exactly at the level
    yield rough, 2, 0.5
    yield rough, 2, 5.0  # none


def as_counted(given, expected, *case):
    """Say how many points are too many, missing, or twice there."""
    extra, missing = set(given) - set(expected), set(expected) - set(given)
    if not extra and not missing:
        return "some points came twice."
    return f"{len(extra)} points are no peaks, and {len(missing)} peaks are missing."


ex = exercise(
    "5.4",
    "The highest of their surroundings",
    cases=responses,
    compare=Things(otherwise=as_counted),
    hints=(
        "ndimage.maximum_filter gives each pixel the highest value of a window around it. Which pixels equal it?",
        "A window that reaches `distance` pixels to each side has 2 * distance + 1 rows and columns.",
        "np.argwhere((response == ndimage.maximum_filter(response, 2 * distance + 1)) & (response > level)).",
    ),
    right="higher than all within reach, and above the level; each one a (row, col).",
)


@ex.read
def as_points(given, response, distance, level):
    """Return points in the order of the picture's rows: any order is right."""
    if isinstance(given, tuple) and len(given) == 2 and all(isinstance(part, np.ndarray) for part in given):
        raise Wrong(
            "rows and columns came back apart, as np.nonzero gives them; np.argwhere gives one (row, col) each."
        )
    given = as_array(given)
    if given.dtype == bool and given.shape == response.shape:
        raise Wrong("this is a mask; np.argwhere makes points (row, col) of it.")
    if given.size == 0:
        return []
    if given.ndim != 2 or given.shape[1] != 2:
        raise Wrong(f"expected points as an array (n, 2), each (row, col); yours has the shape {given.shape}.")
    return sorted(map(tuple, given.tolist()))


@ex.right
def peaks(response, distance, level):
    highest = ndimage.maximum_filter(response, size=2 * distance + 1)
    return np.argwhere((response == highest) & (response > level))


ex.right(lambda *case: [tuple(point) for point in peaks(*case)[::-1].tolist()])
ex.right(lambda response, distance, level: feature.peak_local_max(response, distance, level, exclude_border=False))
ex.right(lambda response, distance, level: feature.corner_peaks(response, distance, level, exclude_border=False))


@ex.right
def by_skimage(response, distance, level):
    return skimage.feature.peak_local_max(response, distance, level, exclude_border=False)


def in_window(size, above=np.greater):
    """Return the solution with another window, its side made of the distance, or another comparison."""

    def answer(response, distance, level):
        highest = ndimage.maximum_filter(response, size(distance))
        return np.argwhere((response == highest) & above(response, level))

    return answer


ex.slip("rows and columns are exchanged: a point is (row, col).", lambda *case: peaks(*case)[:, ::-1])
ex.slip(
    "the level is forgotten: peaks that are not above it should go.",
    lambda response, distance, level: peaks(response, distance, -np.inf),
)
ex.slip("a peak exactly at the level is not above it.", in_window(lambda distance: 2 * distance + 1, np.greater_equal))


@ex.slip("beyond the border there is 0, which beats negative values: leave the filter's mode as it is.")
def black_beyond_the_border(response, distance, level):
    highest = ndimage.maximum_filter(response, 2 * distance + 1, mode="constant")
    return np.argwhere((response == highest) & (response > level))


@ex.slip("the window is round here; asked are `distance` rows and `distance` columns: a square.")
def in_a_disk(response, distance, level):
    highest = ndimage.maximum_filter(response, footprint=morphology.disk(distance))
    return np.argwhere((response == highest) & (response > level))


ex.slip(
    "the level may lie below 0, and 0 was taken in its place: threshold_rel=0 does that, leave it out.",
    lambda response, distance, level: peaks(response, distance, max(level, 0)),
)
ex.slip(
    "the level is a value of the response here, not a share of the highest.",
    lambda response, distance, level: peaks(response, distance, level * response.max()),
)
ex.slip(
    "the peaks near the border are missing: they count as well.",
    lambda response, distance, level: feature.peak_local_max(response, distance, threshold_abs=level),
)
ex.slip("the window is too small: it has to reach `distance` to each side.", in_window(lambda distance: distance))
ex.slip("only the nearest neighbours were asked: the window has to reach farther.", in_window(lambda distance: 3))
ex.slip(
    "the window has an even side, so it reaches less far on one side: 2 * distance + 1.",
    in_window(lambda distance: 2 * distance),
)
ex.slip(
    "all pixels above the level; asked are the peaks alone.",
    lambda response, distance, level: np.argwhere(response > level),
)
ex.slip(
    "no peaks came back. No pixel is above the highest of its own window, for it lies in it: ask which ones equal it.",
    lambda response, distance, level: np.argwhere(response > ndimage.maximum_filter(response, 2 * distance + 1)),
)
ex.slip("every point is off by one: rows and columns count from 0.", lambda *case: peaks(*case) + 1)

ex.wrong("twice", lambda *case: np.repeat(peaks(*case), 2, axis=0))
ex.wrong("rows and columns came back apart", lambda *case: tuple(peaks(*case).T))
ex.wrong("this is a mask", lambda response, *how: feature.corner_peaks(response, *how, indices=False))
ex.wrong("missing", lambda *case: peaks(*case)[:1])
ex.wrong("no peaks came back", lambda *case: [])
ex.wrong("(n, 2)", lambda *case: len(peaks(*case)))
ex.wrong("no peaks", lambda *case: np.full((3, 2), np.nan))


@ex.wrong("below 0")
def with_threshold_rel(response, distance, level):
    return feature.corner_peaks(response, distance, threshold_abs=level, threshold_rel=0, exclude_border=False)
