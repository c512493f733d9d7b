"""5.13: what two boxes share of what they cover together."""

import numpy as np

from ...explore.boxes import overlap
from ..compare import Numbers
from ..exercise import exercise
from .areas import area, hull, lengths, shared_area


def box(r, c, width, height):
    return {"r": r, "c": c, "width": width, "height": height}


PAIRS = [
    (box(2, 3, 10, 6), box(4, 8, 8, 9)),
    (box(0, 0, 12, 20), box(5, 2, 4, 6)),
    (box(3, 3, 5, 4), box(3, 3, 5, 4)),
    (box(0, 0, 4, 6), box(10, 9, 5, 3)),
    (box(0, 8, 4, 6), box(1, 0, 5, 5)),
    (box(0, 0, 4, 6), box(6, 0, 4, 5)),
    (box(7, 1, 9, 3), box(1, 4, 3, 12)),
    (box(0, 0, 4, 6), box(10, 0, 4, 5)),  # the same columns, one above the other
]

ex = exercise(
    "5.13",
    "How much do two boxes share?",
    cases=[*PAIRS, *((b, a) for a, b in PAIRS)],
    compare=Numbers(),
    hints=(
        "Draw two boxes that overlap. Where does the shared part begin, and where does it end, in rows and in columns? And if they lie apart?",
        "It begins at the larger of both starts and ends at the smaller of both ends (r + height), in each direction; a length below 0 means 0.",
        "shared is the product of both lengths. Divide it by the area of both, in which the shared part counts once: A + B - shared.",
    ),
    right="1 for equal boxes, 0 for strangers: the usual measure of how well two boxes agree.",
)


@ex.right
def share(a, b):
    high = min(a["r"] + a["height"], b["r"] + b["height"]) - max(a["r"], b["r"])
    wide = min(a["c"] + a["width"], b["c"] + b["width"]) - max(a["c"], b["c"])
    shared = max(high, 0) * max(wide, 0)
    return shared / (a["width"] * a["height"] + b["width"] * b["height"] - shared)


ex.right(overlap)
ex.right(lambda a, b: np.float32(overlap(a, b)))


@ex.right
def on_paper(a, b):
    paper = np.zeros((2, 80, 80), bool)
    for page, one in zip(paper, (a, b), strict=True):
        page[one["r"] : one["r"] + one["height"], one["c"] : one["c"] + one["width"]] = True
    return (paper[0] & paper[1]).sum() / (paper[0] | paper[1]).sum()


def grown(a, b, by):
    """Return the share with every length counted `by` too long."""
    a, b = ({**one, "width": one["width"] + by, "height": one["height"] + by} for one in (a, b))
    return share(a, b)


def of_lengths(multiply):
    """Return an answer that makes the shared area from the two lengths in its own way."""

    def answer(a, b):
        shared = multiply(*lengths(a, b))
        return shared / (area(a) + area(b) - shared)

    return answer


BEHIND = "one pixel too many: row r + height is the first that no longer belongs to the box, so no + 1 is needed."
ex.slip(BEHIND, lambda a, b: grown(a, b, 1))
ex.slip("one pixel short: a box of width 5 has 5 columns, so no - 1 is needed.", lambda a, b: grown(a, b, -1))


@ex.slip(
    "the shorter side less the distance of the corners: so much is shared only where the boxes are equally large. Take the larger start and the smaller end."
)
def less_the_distance(a, b):
    shared = np.prod([max(min(a[n], b[n]) - abs(a[s] - b[s]), 0) for s, n in (("r", "height"), ("c", "width"))])
    return shared / (area(a) + area(b) - shared)


ex.slip(
    "divided by the rectangle around both: asked is the area that the two cover.",
    lambda a, b: shared_area(a, b) / np.prod(hull(a, b)),
)
ex.slip(
    "this compares the sizes of the boxes; where they lie counts as well.",
    lambda a, b: min(area(a), area(b)) / max(area(a), area(b)),
)
ex.slip(
    "the distance of the middles is another measure: asked is an area divided by an area.",
    lambda a, b: np.hypot(*(a[s] + a[n] / 2 - b[s] - b[n] / 2 for s, n in (("r", "height"), ("c", "width")))),
)
ex.slip(
    "the shared part counts twice in A + B: take it off once.", lambda a, b: shared_area(a, b) / (area(a) + area(b))
)
ex.slip(
    "this is twice the shared part over A + B, another measure (Dice).",
    lambda a, b: 2 * shared_area(a, b) / (area(a) + area(b)),
)
ONE_DIRECTION = (
    "this compares one direction alone, how high or how wide the shared part is: multiply both, for the area."
)
for k, name in ((0, "height"), (1, "width")):
    ex.slip(
        ONE_DIRECTION,
        lambda a, b, k=k, name=name: max(lengths(a, b)[k], 0) / (a[name] + b[name] - max(lengths(a, b)[k], 0)),
    )
for least in (max, min):
    ex.slip(
        "two shares were multiplied, one of the heights and one of the widths; asked is area divided by area.",
        lambda a, b, least=least: np.prod(
            [max(n, 0) / least(a[name], b[name]) for n, name in zip(lengths(a, b), ("height", "width"), strict=True)]
        ),
    )
DIVIDED = "divided by the {}: asked is the area of both together."
for sentence, of_areas in (
    (DIVIDED.format("smaller box"), lambda s, a, b: s / min(a, b)),
    (DIVIDED.format("larger box"), lambda s, a, b: s / max(a, b)),
    (DIVIDED.format("first box"), lambda s, a, b: s / a),
    (DIVIDED.format("second box"), lambda s, a, b: s / b),
    (
        "divided by the root of the two areas' product: asked is the area of both together.",
        lambda s, a, b: s / np.sqrt(a * b),
    ),
    ("divided by the product of the areas: asked is the area of both together.", lambda s, a, b: s / (a * b)),
    (
        "the shared part is missing below the line: it is covered, too, so it counts once.",
        lambda s, a, b: s / max(a + b - 2 * s, 1),
    ),
    ("this only tells whether they touch; asked is how much they share.", lambda s, a, b: float(s > 0)),
    (
        "the mean of two shares, one of each box: asked is the share of what both cover together.",
        lambda s, a, b: (s / a + s / b) / 2,
    ),
    (
        "the product of two shares, one of each box: asked is the share of what both cover together.",
        lambda s, a, b: s / a * s / b,
    ),
    ("the first box stands above the line; asked is what both share.", lambda s, a, b: a / (a + b - s)),
):
    ex.slip(sentence, lambda a, b, of_areas=of_areas: of_areas(shared_area(a, b), area(a), area(b)))
ex.slip(
    "the larger of both starts belongs to it; the smaller one makes the box around both.",
    lambda a, b: (
        np.prod([max(min(a[s] + a[n], b[s] + b[n]) - min(a[s], b[s]), 0) for s, n in (("r", "height"), ("c", "width"))])
        / (area(a) + area(b))
    ),
)
ex.slip(
    "lengths were added; an area is height times width.",
    lambda a, b: (lambda n: n / (a["height"] + a["width"] + b["height"] + b["width"] - n))(
        sum(max(n, 0) for n in lengths(a, b))
    ),
)
ex.slip(
    "brackets are missing: all that the two cover stands below the line, / (A + B - shared).",
    lambda a, b: shared_area(a, b) / area(a) + area(b) - shared_area(a, b),
)
ex.slip(
    "brackets are missing: all that the two cover stands below the line, / (A + B - shared).",
    lambda a, b: shared_area(a, b) / (area(a) + area(b)) - shared_area(a, b),
)
ex.slip(
    "the shared part is in both areas, so it counts twice in A + B: take it off, do not add it.",
    lambda a, b: shared_area(a, b) / (area(a) + area(b) + shared_area(a, b)),
)
ex.slip("this is how different they are, 1 less the share; asked is the share.", lambda a, b: 1 - share(a, b))


def one_sided(first, second):
    """Return the share as if one box always began above and left of the other."""
    high, wide = first["r"] + first["height"] - second["r"], first["c"] + first["width"] - second["c"]
    shared = max(high, 0) * max(wide, 0)
    return shared / (area(first) + area(second) - shared)


ORDER = "as if one box always lay above and left of the other: the larger of both starts, the smaller of both ends."
ex.slip(ORDER, one_sided)
ex.slip(ORDER, lambda a, b: one_sided(b, a))
ex.slip(
    "width and height were taken for the places where a box ends: it ends at r + height, c + width.",
    lambda a, b: (lambda shared: shared / (area(a) + area(b) - shared))(
        max(min(a["height"], b["height"]) - max(a["r"], b["r"]), 0)
        * max(min(a["width"], b["width"]) - max(a["c"], b["c"]), 0)
    ),
)
ex.slip("this is the shared area in pixels; asked is its share of the whole.", shared_area)
DECIMALS = "the decimals are lost: divide with /, and round nothing."
ex.slip(DECIMALS, lambda a, b: int(share(a, b)))
for digits in range(4):
    ex.slip(DECIMALS, lambda a, b, digits=digits: round(share(a, b), digits))
ex.slip("this is in per cent, and whole; asked is a share from 0 to 1.", lambda a, b: int(100 * share(a, b)))
ex.slip("this is in per cent; asked is a share from 0 to 1.", lambda a, b: 100 * share(a, b))
ex.slip(
    "width and height are exchanged: rows go with height, columns with width.",
    lambda a, b: share(*({**one, "width": one["height"], "height": one["width"]} for one in (a, b))),
)
APART = "boxes that lie apart share nothing: a negative length is 0, before you multiply."
ex.slip(APART, of_lengths(lambda high, wide: high * wide))
ex.slip(APART, of_lengths(lambda high, wide: high * max(wide, 0)))
ex.slip(APART, of_lengths(lambda high, wide: max(high, 0) * wide))
ex.slip(APART, of_lengths(lambda high, wide: abs(high * wide)))
ex.slip(APART, of_lengths(lambda high, wide: abs(high) * max(wide, 0)))
ex.slip(APART, of_lengths(lambda high, wide: max(high, 0) * abs(wide)))
ex.slip(APART, of_lengths(lambda high, wide: max(high * wide, 0)))

ex.wrong("expected 0, got -0.0", of_lengths(lambda high, wide: max(high, -1) * max(wide, 0)))
ex.wrong("expected 0, got 0.1", of_lengths(lambda high, wide: max(high, 1) * max(wide, 0)))
ex.wrong("got the text", lambda a, b: str(share(a, b)))
ex.wrong("finite", lambda a, b: float("nan"))


@ex.wrong("changed the dict")
def emptying(a, b):
    shared = share(a, b)
    a["width"] = b["width"] = 0
    return shared


@ex.slip("the shared rows and columns are counted one too many: from r on, the height is all there is, so no + 1.")
def one_too_many(a, b):
    high = min(a["r"] + a["height"], b["r"] + b["height"]) - max(a["r"], b["r"]) + 1
    wide = min(a["c"] + a["width"], b["c"] + b["width"]) - max(a["c"], b["c"]) + 1
    shared = max(high, 0) * max(wide, 0)
    return shared / (a["width"] * a["height"] + b["width"] * b["height"] - shared)
