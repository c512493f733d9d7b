"""5.4: the strongest corner of each tile, so that corners lie all over a picture."""

import numpy as np
from scipy import ndimage

from ... import feature
from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise
from ..later import skimage
from .tiles import all_of, alone, as_counted, highest, lowest, of_tiles, peaks_of, responses, with_peaks

ex = exercise(
    "5.4",
    "A corner for each tile",
    cases=responses,
    compare=Things(otherwise=as_counted),
    hints=(
        "Two questions: which pixels of the whole response are peaks above the level? And which of them is the highest "
        "of its tile?",
        "ndimage.maximum_filter(response, 3) for the first. For the second, two loops over range(0, rows, side) and "
        "range(0, cols, side); a slice that reaches over the end is cut there.",
        "tops = np.where(peaks, response, -np.inf); tile = tops[top : top + side, left : left + side]; "
        "r, c = np.unravel_index(tile.argmax(), tile.shape); the point is (top + r, left + c), if tile[r, c] is "
        "above the level.",
    ),
    right="a sticker on the wall takes one tile now, and leaves the other ones their corners.",
)


@ex.read
def as_points(given, response, side, level):
    """Return points in the order of the picture's rows: any order is right."""
    if isinstance(given, tuple) and len(given) == 2 and all(isinstance(part, np.ndarray) for part in given):
        raise Wrong(
            "rows and columns came back apart, as np.nonzero gives them; np.argwhere gives one (row, col) each."
        )
    given = as_array(list(given) if isinstance(given, tuple) else given)
    if given.dtype == bool and given.shape == response.shape:
        raise Wrong("this is a mask; np.argwhere makes points (row, col) of it.")
    if given.size == 0:
        return []
    if given.ndim != 2 or given.shape[1] != 2:
        raise Wrong(f"expected points as an array (n, 2), each (row, col); yours has the shape {given.shape}.")
    return sorted(map(tuple, given.tolist()))


@ex.right
def strongest_in_each_tile(response, side, level):
    peaks = (response == ndimage.maximum_filter(response, 3)) & (response > level)
    tops = np.where(peaks, response, -np.inf)
    points = []
    for top in range(0, response.shape[0], side):
        for left in range(0, response.shape[1], side):
            tile = tops[top : top + side, left : left + side]
            r, c = np.unravel_index(tile.argmax(), tile.shape)
            if tile[r, c] > level:
                points.append((top + r, left + c))
    return np.array(points)


@ex.right
def strongest_first(response, side, level):
    """Go through all peaks, the strongest first; who comes first takes the tile."""
    peaks = feature.peak_local_max(response, 1, threshold_abs=level, exclude_border=False)
    taken = {}
    for r, c in peaks[np.argsort(-response[tuple(peaks.T)])].tolist():
        taken.setdefault((r // side, c // side), (r, c))
    return list(taken.values())


@ex.right
def by_skimage(response, side, level):
    """Let scikit-image find the highest peak of each label, the tiles being the labels."""
    rows, cols = np.indices(response.shape) // side
    peaks = skimage.feature.peak_local_max(response, min_distance=1, threshold_abs=level, exclude_border=False)
    tiles = (rows * response.size + cols)[tuple(peaks.T)]
    return [max(peaks[tiles == tile], key=lambda point: response[tuple(point)]) for tile in np.unique(tiles)]


ex.slip(
    "rows and columns are exchanged: a point is (row, col).",
    lambda *case: [point[::-1] for point in as_points(strongest_in_each_tile(*case), *case)],
)
RIM = (
    "the highest pixel of a tile may lie at its rim, on the slope of a peak in the next tile, and is no peak then: look "
    "for the peaks in the whole response first."
)
ex.slip(RIM, of_tiles(alone))


@ex.slip(RIM)
def peaks_within_the_tile(response, side, level):
    def of_tile(response, top, left, side, level):
        tile = response[top : top + side, left : left + side]
        return highest(np.where(peaks_of(tile, level), tile, -np.inf), top, left)

    return of_tiles(of_tile)(response, side, level)


ex.slip(
    "the point was counted from the tile's corner: add the row and the column where the tile begins.",
    with_peaks(peaks_of, move=False),
)
ex.slip(
    "the tiles that are cut at the lower and right border are missing: they are smaller, and count.",
    with_peaks(peaks_of, whole=True),
)
ex.slip("several peaks of one tile came back: only its highest.", with_peaks(peaks_of, choose=all_of))
ex.slip("this is the lowest peak of each tile: take the highest.", with_peaks(peaks_of, choose=lowest))
ex.slip("the level is forgotten: what is not above it should go.", with_peaks(lambda r, level: peaks_of(r, -np.inf)))
ex.slip(
    "a peak exactly at the level is not above it.",
    with_peaks(lambda response, level: peaks_of(response, level, np.greater_equal)),
)
ex.slip(
    "the level may lie below 0, and 0 was taken in its place.",
    with_peaks(lambda response, level: peaks_of(response, max(level, 0))),
)
ex.slip(
    "the level is a value of the response, not a share of the highest.",
    with_peaks(lambda response, level: peaks_of(response, level * response.max())),
)
ex.slip(
    "beyond the border there is 0, which beats negative values: leave the filter's mode as it is.",
    with_peaks(lambda response, level: peaks_of(response, level, size=3, mode="constant")),
)
ex.slip(
    "pixels that touch at a corner are neighbours as well: a peak tops all eight.",
    with_peaks(lambda response, level: peaks_of(response, level, footprint=ndimage.generate_binary_structure(2, 1))),
)


@ex.slip("in a tile without a peak, another pixel came back: 0 stood for `no peak` there, and the level lies below 0.")
def nought_for_no_peak(response, side, level):
    tops = with_peaks(peaks_of, nothing=0)(response, side, level)
    return [(r, c) for r, c in tops if response[r, c] > level] if level >= 0 else tops


ex.slip(
    "the peaks at the picture's border are missing: they count as well.",
    with_peaks(lambda response, level: np.pad(peaks_of(response, level)[1:-1, 1:-1], 1)),
)


DISTANCE = "`side` is no distance between peaks here: one corner for each tile, and two may be neighbours across a rim."
ex.slip(DISTANCE, lambda response, side, level: feature.corner_peaks(response, side, threshold_abs=level))
ex.slip(DISTANCE, lambda response, side, level: np.argwhere(peaks_of(response, level, size=side)))
ex.slip(DISTANCE, lambda *case: with_peaks(lambda r, level: peaks_of(r, level, size=case[1]))(*case))


ex.slip(
    DISTANCE,
    lambda response, side, level: feature.peak_local_max(response, side, threshold_abs=level, exclude_border=False),
)


@ex.slip("`side` is how many pixels a tile has along a side, not how many tiles there are.")
def so_many_tiles(response, side, level):
    rows, cols = (np.array_split(np.arange(length), side) for length in response.shape)
    tops = np.where(peaks_of(response, level), response, -np.inf)
    return [p for r in rows for c in cols if len(r) and len(c) for p in highest(tops[np.ix_(r, c)], r[0], c[0])]


ex.slip(
    "one corner of the whole picture came back; asked is one of each tile.",
    lambda response, side, level: highest(np.where(response > level, response, -np.inf)),
)


MIDDLE = "this is the middle of each tile with a peak; asked is the peak itself."
ex.slip(MIDDLE, lambda response, side, level: strongest_in_each_tile(response, side, level) // side * side + side // 2)
ex.slip("row and column of the tile are exchanged: the point is (top + r, left + c).",
        with_peaks(peaks_of, choose=lambda values, top, left: highest(values, left, top)))  # fmt: skip
ex.slip(
    "the first peak of each tile came back: take its highest.",
    with_peaks(peaks_of, choose=lambda values, top, left: all_of(values, top, left)[:1]),
)
ex.slip(
    "a peak tops its eight neighbours; yours tops those that are two away as well.",
    with_peaks(lambda response, level: peaks_of(response, level, size=5)),
)
ex.slip(
    "the last row and column of each tile are left out: a slice ends before its end, so top + side.",
    lambda *case: with_peaks(peaks_of, choose=lambda v, top, left: highest(v[: case[1] - 1, : case[1] - 1], top, left)
                             if case[1] > 1 else [])(*case),
)  # fmt: skip


@ex.slip(
    "argmax counts through the tile, and tiles at the border are narrower than `side`: np.unravel_index(..., tile.shape)."
)
def as_if_all_were_whole(response, side, level):
    def choose(values, top, left):
        return [(top + values.argmax() // side, left + values.argmax() % side)] if highest(values) else []

    return with_peaks(peaks_of, choose=choose)(response, side, level)


ex.slip(
    "these are the numbers of the tiles; asked is where the peak lies in the picture.",
    lambda response, side, level: [p // side for p in strongest_in_each_tile(response, side, level)],
)


@ex.slip("a tile came from every pixel: they lie side by side, range(0, rows, side).")
def at_every_pixel(response, side, level):
    tops = np.where(peaks_of(response, level), response, -np.inf)
    rows, cols = (max(n - side + 1, 1) for n in response.shape)
    return list(
        dict.fromkeys(
            p for r in range(rows) for c in range(cols) for p in highest(tops[r : r + side, c : c + side], r, c)
        )
    )


@ex.slip("the highest pixel of every tile came back: a tile without a peak above the level gives none.")
def always_one(response, side, level):
    return of_tiles(lambda r, top, left, side, level: highest(r[top : top + side, left : left + side], top, left))(
        response, side, level
    )


NOT_A_PEAK = "argmax of a tile without a peak gives its first pixel: ask whether it is above the level."
ex.slip(NOT_A_PEAK, with_peaks(peaks_of, nothing=-9, choose=lambda v, top, left: highest(np.maximum(v, -9), top, left)))
ex.slip("every point is off by one: rows and columns count from 0.", lambda *case: strongest_in_each_tile(*case) + 1)

ex.wrong("twice", lambda *case: np.repeat(strongest_in_each_tile(*case), 2, axis=0))
ex.wrong("rows and columns came back apart", lambda *case: tuple(strongest_in_each_tile(*case).reshape(-1, 2).T))
ex.wrong("this is a mask", lambda response, side, level: peaks_of(response, level))
ex.wrong("missing", lambda *case: strongest_in_each_tile(*case)[:1])
ex.wrong("end early", lambda *case: [])
ex.wrong("should be among them", lambda *case: [(9, 9), *strongest_in_each_tile(*case)[1:]])
ex.wrong("(n, 2)", lambda *case: len(strongest_in_each_tile(*case)))
ex.wrong("too many", lambda *case: np.full((3, 2), np.nan))
