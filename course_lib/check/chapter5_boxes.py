"""Chapter 5, exercises 5.13 and 5.14: boxes of faces, compared and counted. Each judge is one exercise."""

import numpy as np

from ..explore.boxes import AGREE, overlap, score_boxes
from .engine import Wrong, call, exercise
from .numbers import one_number
from .several import close, judge_together


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
]


@exercise(
    "5.13",
    "How much do two boxes share?",
    hints=(
        "The shared part begins at the larger of both starts and ends at the smaller of both ends, in each direction.",
        "high = min(a['r'] + a['height'], b['r'] + b['height']) - max(a['r'], b['r']); below 0 means 0.",
        "shared = high * wide. Divide by the area of both, in which the shared part counts once: A + B - shared.",
    ),
    right="1 for equal boxes, 0 for strangers: the usual measure of how well two boxes agree.",
)
def judge_overlap(answer):
    pairs = [*PAIRS, *((b, a) for a, b in PAIRS)]
    expected, columns = [overlap(*pair) for pair in pairs], [_slips(*pair) for pair in pairs]
    sentences = (
        "divided by the smaller box: asked is the area of both together.",
        "divided by the larger box: asked is the area of both together.",
        "divided by the first box: asked is the area of both together.",
        "divided by the second box: asked is the area of both together.",
        "the shared part counts twice in A + B: take it off once.",
        "this is twice the shared part over A + B, another measure (Dice).",
        "this is the shared area in pixels; asked is its share of the whole.",
        "width and height are exchanged: rows go with height, columns with width.",
        "boxes that lie apart share nothing: a negative length is 0, before you multiply.",
    )
    mistakes = list(zip(zip(*columns, strict=True), sentences, strict=True))
    given = [one_number(call(answer, *pair)) for pair in pairs]
    judge_together(
        given, expected, mistakes, close,
        lambda case: f"for {pairs[case][0]} and {pairs[case][1]}: expected {expected[case]:.4f}, got {given[case]:.4f}.",
    )  # fmt: skip


def _slips(a, b):
    """Return what typical slips make of two boxes."""
    high = min(a["r"] + a["height"], b["r"] + b["height"]) - max(a["r"], b["r"])
    wide = min(a["c"] + a["width"], b["c"] + b["width"]) - max(a["c"], b["c"])
    area_a, area_b = a["width"] * a["height"], b["width"] * b["height"]
    shared = max(high, 0) * max(wide, 0)
    return (
        shared / min(area_a, area_b),
        shared / max(area_a, area_b),
        shared / area_a,
        shared / area_b,
        shared / (area_a + area_b),
        2 * shared / (area_a + area_b),
        shared,
        overlap(*({**one, "width": one["height"], "height": one["width"]} for one in (a, b))),
        high * wide / (area_a + area_b - high * wide),
    )


SCENES = [  # (found, truth): what a detector may do
    ([box(0, 0, 10, 10), box(40, 40, 12, 12)], [box(1, 1, 10, 10), box(20, 60, 10, 10), box(41, 41, 12, 12)]),
    ([box(0, 0, 10, 10), box(1, 2, 10, 10), box(70, 5, 9, 9)], [box(1, 1, 10, 10)]),
    ([], [box(1, 1, 10, 10), box(30, 1, 10, 10)]),
    ([box(1, 1, 10, 10), box(30, 1, 10, 10)], []),
    ([box(0, 0, 10, 10)], [box(6, 0, 10, 10)]),
    ([box(0, 0, 20, 10), box(50, 0, 9, 9)], [box(0, 0, 10, 10), box(0, 10, 10, 10)]),
    ([box(3, 3, 4, 4), box(60, 60, 8, 8)], [box(0, 0, 12, 12), box(30, 60, 8, 8)]),
    ([box(0, 0, 13, 1), box(9, 9, 4, 4)], [box(0, 7, 13, 1)]),  # 6 of 20 pixels: exactly 0.3
    ([box(0, 0, 50, 1)], [box(0, 27, 50, 1)]),  # 23 of 77 pixels: a little less
    ([], []),
]


@exercise(
    "5.14",
    "Found, missed, false",
    hints=(
        "Two questions, two loops: is there a box for this face? And: is there a face for this box?",
        f"any(overlap(box, face) >= {AGREE} for box in found) says whether a face is found.",
        "Count the faces that are found; the other faces are missed; then count the boxes that fit no face.",
    ),
    right="faces are counted for found and missed, boxes for false. Two boxes on one face are one face.",
)
def judge_tally(answer):
    expected = [tuple(len(some) for some in score_boxes(*scene)) for scene in SCENES]
    sentences = (
        "a box is not a face yet: does it lie over one?",
        "one box may lie over two faces, and then both are found: ask for each face on its own.",
        "two boxes on one face are one face found: count faces, not boxes.",
        "a second box on a face is no false one: it lies over a face.",
        "the order is found, missed, false.",
        "found and missed are exchanged.",
        f"a touch is not enough: the overlap has to be {AGREE} or more.",
        f"an overlap of exactly {AGREE} is enough: {AGREE} or more.",
        f"nearly: the overlap has to be {AGREE} or more, not a little less.",
        "these are all boxes; false are those that fit no face.",
        "these are all faces; missed are those without a box.",
    )
    slips = [_tallies(*scene, *right) for scene, right in zip(SCENES, expected, strict=True)]
    given = [_three_numbers(call(answer, *scene)) for scene in SCENES]

    def otherwise(case):
        found, truth = SCENES[case]
        return f"{len(found)} boxes, {len(truth)} faces: expected {expected[case]}, got {given[case]}."

    mistakes = list(zip(zip(*slips, strict=True), sentences, strict=True))
    judge_together(given, expected, mistakes, lambda a, b: a == b, otherwise)


def _tallies(found, truth, hit, missed, false):
    """Return what typical slips count, the right counts given."""
    boxes = sum(any(overlap(one, face) >= AGREE for face in truth) for one in found)
    first = [[k for k, face in enumerate(truth) if overlap(one, face) >= AGREE][:1] for one in found]
    lone = len({k for places in first for k in places})  # each box finds one face at most
    return (
        (len(found), len(truth) - len(found), 0),
        (lone, len(truth) - lone, false),
        (boxes, len(truth) - boxes, false),
        (hit, missed, len(found) - hit),
        (hit, false, missed),
        (missed, hit, false),
        tuple(len(some) for some in score_boxes(found, truth, 1e-9)),
        tuple(len(some) for some in score_boxes(found, truth, AGREE + 1e-9)),
        tuple(len(some) for some in score_boxes(found, truth, AGREE - 0.02)),
        (hit, missed, len(found)),
        (hit, len(truth), false),
    )


def _three_numbers(given):
    given = given.tolist() if isinstance(given, np.ndarray) else given
    if not isinstance(given, (tuple, list)) or len(given) != 3 or any(np.ndim(number) for number in given):
        raise Wrong("expected three numbers: return found, missed, false.")
    numbers = tuple(float(number) for number in given)
    return tuple(int(number) if number % 1 == 0 else number for number in numbers)
