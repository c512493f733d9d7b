"""Chapter 5, exercise 5.15: asking twice, and keeping the boxes that both answers agree on."""

from ..explore.boxes import AGREE, overlap
from .chapter5_boxes import box
from .engine import call, exercise
from .several import judge_together


def agreeing(boxes, others, least=AGREE, rule=any):
    return [b for b in boxes if rule(overlap(b, other) >= least for other in others)]


TWICE = [
    (
        [box(0, 0, 10, 10), box(30, 30, 8, 8), box(60, 2, 12, 12)],
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
]


@exercise(
    "5.15",
    "Ask twice",
    hints=(
        "Go through `boxes`, and keep a box if some box of `others` lies over it.",
        f"any(overlap(box, other) >= {AGREE} for other in others) says whether one does.",
        "A list with a condition: [box for box in boxes if any(...)].",
    ),
    right="what is found twice is more often a face. The price: what one of the two misses is lost.",
)
def judge_twice(answer):
    expected = [agreeing(*case) for case in TWICE]
    sentences = (
        "inverted: these are the boxes that nobody confirms.",
        "these are boxes of the second list; keep those of the first.",
        "equal boxes are rare: ask how much they overlap.",
        "one box that agrees is enough: any, not all.",
        f"a touch is not enough: the overlap has to be {AGREE} or more.",
        f"an overlap of exactly {AGREE} is enough: {AGREE} or more.",
        f"nearly: the overlap has to be {AGREE} or more, not a little less.",
        "a box that two others confirm is still one box.",
        "one of `others` may confirm two boxes: ask each box on its own.",
        "two small overlaps do not add up: one of `others` has to reach it alone.",
        "nothing was left out: which of these boxes does the second list confirm?",
        "both lists together are more boxes, not surer ones.",
        "these are places in the list; asked are the boxes.",
        "this is how many there are; asked are the boxes themselves.",
    )
    given = [call(answer, *case) for case in TWICE]
    given = [list(boxes) if isinstance(boxes, tuple) else boxes for boxes in given]

    def otherwise(case):
        if not isinstance(given[case], list):
            return f"expected a list of boxes, got {type(given[case]).__name__}."
        if len(given[case]) == len(expected[case]):
            return "the right number of boxes, but others, or in another order: keep those of the first list."
        return f"{len(TWICE[case][0])} boxes: expected {len(expected[case])} confirmed, got {len(given[case])}."

    slips = [_lists(*case) for case in TWICE]
    judge_together(given, expected, list(zip(zip(*slips, strict=True), sentences, strict=True)), _equal, otherwise)


def _one_each(boxes, others):
    """Let each of the others confirm one box only."""
    free, kept = list(others), []
    for one in boxes:
        fits = [other for other in free if overlap(one, other) >= AGREE]
        if fits:
            free.remove(fits[0])
            kept.append(one)
    return kept


def _lists(boxes, others):
    """Return what typical slips keep."""
    kept = agreeing(boxes, others)
    return (
        [one for one in boxes if one not in kept],
        agreeing(others, boxes),
        [one for one in boxes if one in others],
        agreeing(boxes, others, rule=all),
        agreeing(boxes, others, 1e-9),
        agreeing(boxes, others, AGREE + 1e-9),
        agreeing(boxes, others, AGREE - 0.02),
        [one for one in boxes for other in others if overlap(one, other) >= AGREE],
        _one_each(boxes, others),
        [one for one in boxes if sum(overlap(one, other) for other in others) >= AGREE],
        boxes,
        boxes + others,
        [place for place, one in enumerate(boxes) if one in kept],
        len(kept),
    )


def _equal(given, wanted):
    """Compare what came back with a list, without trusting its kind."""
    return type(given) is type(wanted) and repr(_sorted_keys(given)) == repr(_sorted_keys(wanted))


def _sorted_keys(kept):
    """Return a list whose dicts have their keys in order: how a box was written down does not matter."""
    if not isinstance(kept, list):
        return kept
    return [sorted(one.items(), key=repr) if isinstance(one, dict) else one for one in kept]
