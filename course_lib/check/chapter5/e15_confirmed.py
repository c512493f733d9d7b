"""5.15: asking twice, and keeping the boxes that both answers agree on."""

import numpy as np

from ...explore.boxes import AGREE, overlap
from ..answers import Wrong
from ..compare import Things
from ..exercise import exercise
from .e13_two_boxes import box

TWICE = [
    (
        [box(0, 0, 10, 10), box(30, 30, 8, 8), box(60, 2, 12, 12), box(5, 50, 9, 9)],  # the last is there twice
        [box(61, 3, 12, 12), box(1, 1, 10, 10), box(0, 1, 10, 10), box(5, 50, 9, 9)],
    ),
    ([box(0, 0, 10, 10), box(40, 0, 10, 10)], [box(7, 0, 10, 10), box(40, 1, 11, 11)]),
    ([box(0, 0, 10, 10), box(50, 5, 9, 9)], []),
    ([], [box(0, 0, 10, 10)]),
    ([box(5, 5, 20, 20), box(8, 40, 20, 20)], [box(8, 41, 20, 20), box(9, 40, 19, 19)]),
    ([box(0, 0, 13, 1), box(9, 9, 4, 4)], [box(0, 7, 13, 1)]),  # 6 of 20 pixels: exactly 0.3
    ([box(0, 10, 12, 9), box(30, 0, 9, 9)], [box(0, 3, 12, 9), box(0, 17, 12, 9), box(30, 1, 9, 9)]),  # 5 of 19, twice
    ([box(0, 0, 50, 1)], [box(0, 27, 50, 1)]),  # 23 of 77 pixels: a little less than 0.3
    ([box(0, 0, 10, 10), box(0, 4, 10, 10)], [box(0, 2, 10, 10)]),  # one of `others` for two
    ([box(0, 0, 10, 10)], [box(0, 4, 10, 10)]),  # 60 of 140 pixels
]

HOW_MANY = "this is how many there are; asked are the boxes themselves."


def as_counted(given, expected, boxes, others):
    if len(given) == len(expected):
        return "the right number of boxes, but others, or in another order: keep those of the first list."
    return f"{len(boxes)} boxes: expected {len(expected)} confirmed, got {len(given)}."


ex = exercise(
    "5.15",
    "Ask twice",
    cases=TWICE,
    compare=Things(as_counted),
    hints=(
        "Go through `boxes`, and keep a box if some box of `others` lies over it.",
        f"any(overlap(box, other) >= {AGREE} for other in others) says whether one does.",
        "A list with a condition: [box for box in boxes if any(...)].",
    ),
    right="what is found twice is more often a face. The price: what one of the two misses is lost.",
)


@ex.read
def a_list(given, boxes, others):
    if type(given) is int:
        raise Wrong(HOW_MANY)
    if not isinstance(given, (list, tuple)):
        raise Wrong(f"expected a list of boxes, got {type(given).__name__}.")
    return list(given)


@ex.right
def confirmed(boxes, others):
    return [box for box in boxes if any(overlap(box, other) >= 0.3 for other in others)]


ex.right(lambda boxes, others: [dict(sorted(one.items())) for one in confirmed(boxes, others)])


@ex.right
def copies_in_a_tuple(boxes, others):
    return tuple(dict(b) for b in boxes if max((overlap(b, other) for other in others), default=0) >= 0.3)


def from_level(least):
    return lambda boxes, others: [b for b in boxes if any(overlap(b, other) >= least for other in others)]


ex.slip(
    "inverted: these are the boxes that nobody confirms.",
    lambda boxes, others: [b for b in boxes if b not in confirmed(boxes, others)],
)
ex.slip("these are boxes of the second list; keep those of the first.", lambda boxes, others: confirmed(others, boxes))
ex.slip("equal boxes are rare: ask how much they overlap.", lambda boxes, others: [b for b in boxes if b in others])
ex.slip(
    "one box that agrees is enough: any, not all.",
    lambda boxes, others: [b for b in boxes if all(overlap(b, other) >= 0.3 for other in others)],
)
ex.slip(
    "the two lists are in no common order: compare each box with all the others.",
    lambda boxes, others: [b for b, other in zip(boxes, others, strict=False) if overlap(b, other) >= 0.3],
)
ex.slip(f"a touch is not enough: the overlap has to be {AGREE} or more.", from_level(1e-9))
ex.slip(f"an overlap of exactly {AGREE} is enough: {AGREE} or more.", from_level(AGREE + 1e-9))
ex.slip(f"nearly: the overlap has to be {AGREE} or more, not a little less.", from_level(0.28))
ex.slip(f"that is too strict: an overlap of {AGREE} is enough.", from_level(0.5))
ex.slip(
    "a box that two others confirm is still one box.",
    lambda boxes, others: [b for b in boxes for other in others if overlap(b, other) >= 0.3],
)


@ex.slip("one of `others` may confirm two boxes: ask each box on its own.")
def one_each(boxes, others):
    others, kept = list(others), []
    for one in boxes:
        for other in others:
            if overlap(one, other) >= 0.3:
                others.remove(other)
                kept.append(one)
                break
    return kept


ex.slip(
    "two small overlaps do not add up: one of `others` has to reach it alone.",
    lambda boxes, others: [b for b in boxes if sum(overlap(b, other) for other in others) >= 0.3],
)
ex.slip("nothing was left out: which of these boxes does the second list confirm?", lambda boxes, others: boxes)
ex.slip("both lists together are more boxes, not surer ones.", lambda boxes, others: boxes + others)
ex.slip(
    "these are places in the list; asked are the boxes.",
    lambda boxes, others: [place for place, one in enumerate(boxes) if one in confirmed(boxes, others)],
)
ex.slip(
    "this says of each box whether it is confirmed; asked are the boxes that are.",
    lambda boxes, others: [one in confirmed(boxes, others) for one in boxes],
)
ex.slip(
    "these are pairs; asked are the boxes of the first list.",
    lambda boxes, others: [(b, other) for b in boxes for other in others if overlap(b, other) >= 0.3],
)
ex.slip(HOW_MANY, lambda boxes, others: len(confirmed(boxes, others)))

ex.wrong("list of boxes", lambda boxes, others: np.array([1, 2]))
ex.wrong("another order", lambda boxes, others: confirmed(boxes, others)[::-1])
ex.wrong("4 boxes: expected 3 confirmed, got 1", lambda boxes, others: boxes[:1])
ex.wrong("changed the list", lambda boxes, others: boxes.sort(key=lambda b: b["c"]) or confirmed(boxes, others))


@ex.wrong("changed the list")
def removed_in_place(boxes, others):
    for one in boxes:
        if one not in confirmed(boxes, others):
            boxes.remove(one)
    return boxes
