"""5.14: faces found, faces missed, and boxes that hold no face."""

import numpy as np

from ...explore.boxes import AGREE, overlap, score_boxes
from ..answers import Wrong
from ..compare import Things
from ..described import counted
from ..exercise import exercise
from .e13_two_boxes import box

SCENES = [  # (found, truth): what a detector may do
    ([box(0, 0, 10, 10), box(40, 40, 12, 12)], [box(1, 1, 10, 10), box(20, 60, 10, 10), box(41, 41, 12, 12)]),
    ([box(0, 0, 10, 10), box(1, 2, 10, 10), box(70, 5, 9, 9)], [box(1, 1, 10, 10)]),
    ([], [box(1, 1, 10, 10), box(30, 1, 10, 10)]),
    ([box(1, 1, 10, 10), box(30, 1, 10, 10)], []),
    ([box(0, 0, 10, 10)], [box(6, 0, 10, 10)]),
    ([box(0, 0, 20, 10), box(50, 0, 9, 9)], [box(0, 0, 10, 10), box(0, 10, 10, 10)]),
    ([box(3, 3, 4, 4), box(60, 60, 8, 8)], [box(0, 0, 12, 12), box(30, 60, 8, 8)]),
    ([box(0, 0, 13, 1), box(9, 9, 4, 4)], [box(0, 7, 13, 1)]),  # 6 of 20 pixels: exactly 0.3
    ([box(0, 0, 2000, 1)], [box(0, 1077, 2000, 1)]),  # 923 of 3077 pixels: a very little less
    ([box(0, 0, 19, 1)], [box(0, 10, 19, 1)]),  # 9 of 29: a little more
    ([box(0, 0, 10, 10), box(0, 5, 10, 10)], [box(0, 2, 10, 10)]),  # two on one, each far enough over it
    ([box(5, 5, 10, 10)] * 2, [box(5, 5, 10, 10), box(5, 5, 10, 10)]),  # equal boxes, equal faces
    ([box(0, 0, 10, 10)], [box(0, 4, 10, 10)]),  # 60 of 140 pixels
    ([], []),
]


def which_are_right(given, expected):
    """Say which of the three numbers are wrong."""
    names = ("found", "missed", "false")
    wrong = [name for name, a, b in zip(names, given, expected, strict=True) if a != b]
    return f"Wrong here: {', '.join(wrong)}."


ex = exercise(
    "5.14",
    "Found, missed, false",
    cases=SCENES,
    compare=Things(
        lambda given, expected, found, truth: (
            f"{counted(len(found), 'box')}, {counted(len(truth), 'face')}: expected {expected}, got {given}. {which_are_right(given, expected)}"
        )
    ),
    hints=(
        "What do you count for found and missed, and what for false: faces, or boxes?",
        "Two questions, two loops: is there a box for this face? And: is there a face for this box? any(…) asks a whole list.",
        "found is sum(any(overlap(box, face) >= 0.3 for box in boxes) for face in faces); the other faces are missed; and false are the boxes for which no face does.",
    ),
    right="faces are counted for found and missed, boxes for false. Two boxes on one face are one face.",
)


@ex.read
def three_numbers(given, found, truth):
    given = given.tolist() if isinstance(given, np.ndarray) else given
    if not isinstance(given, (tuple, list)) or len(given) != 3 or any(np.ndim(number) for number in given):
        raise Wrong("expected three numbers: return found, missed, false.")
    numbers = tuple(float(number) for number in given)
    return tuple(int(number) if number % 1 == 0 else number for number in numbers)


@ex.right
def tally(found, truth):
    hit = sum(any(overlap(box, face) >= 0.3 for box in found) for face in truth)
    false = sum(all(overlap(box, face) < 0.3 for face in truth) for box in found)
    return hit, len(truth) - hit, false


ex.right(lambda found, truth: [len(some) for some in score_boxes(found, truth)])
ex.right(lambda found, truth: np.array(tally(found, truth)))


def from_level(least):
    return lambda found, truth: tuple(len(some) for some in score_boxes(found, truth, least))


def changed(change):
    """Return an answer that makes something else of the three right numbers."""
    return lambda found, truth: change(*tally(found, truth), len(found), len(truth))


ex.slip("a box is not a face yet: does it lie over one?", lambda found, truth: (len(found), len(truth) - len(found), 0))


@ex.slip("one box may lie over two faces, and then both are found: ask for each face on its own.")
def one_face_a_box(found, truth):
    hits, false = set(), 0
    for one in found:
        fits = [k for k, face in enumerate(truth) if overlap(one, face) >= 0.3]
        hits.update(fits[:1])
        false += not fits
    return len(hits), len(truth) - len(hits), false


@ex.slip("two boxes on one face are one face found: count faces, not boxes.")
def boxes_counted(found, truth):
    hit = sum(any(overlap(box, face) >= 0.3 for face in truth) for box in found)
    return hit, len(truth) - hit, len(found) - hit


@ex.slip("pairs were counted: a face with two boxes is one face, and so is a box over two faces one box.")
def pairs_counted(found, truth):
    hit = sum(overlap(box, face) >= 0.3 for box in found for face in truth)
    return hit, len(truth) - hit, len(found) - hit


@ex.slip("pairs were counted: a face with two boxes is one face found; ask for each face whether any box lies over it.")
def pairs_found(found, truth):
    hit = sum(overlap(box, face) >= 0.3 for box in found for face in truth)
    return hit, len(truth) - hit, tally(found, truth)[2]


@ex.slip("a face is missed if no box lies over it: in yours each box that does not lie over it counts.")
def missed_by_each_box(found, truth):
    pairs = [overlap(box, face) >= 0.3 for box in found for face in truth]
    return sum(pairs), len(pairs) - sum(pairs), tally(found, truth)[2]


@ex.slip(
    "box and face were compared in the order of the lists, the first with the first: any box may lie over any face."
)
def side_by_side(found, truth):
    hit = sum(overlap(box, face) >= 0.3 for box, face in zip(found, truth, strict=False))
    return hit, len(truth) - hit, len(found) - hit


@ex.slip(
    "each box was used up by the face that came first: a second box on a face is not false, and one box may find two."
)
def used_up(found, truth):
    left, hit = list(range(len(found))), 0
    for face in truth:
        over = [k for k in left if overlap(found[k], face) >= 0.3][:1]
        hit += len(over)
        left = [k for k in left if k not in over]
    return hit, len(truth) - hit, len(left)


EQUAL = "box and face are hardly ever equal: ask how much they overlap."
ex.slip(EQUAL, lambda found, truth: tuple(len(some) for some in score_boxes(found, truth, 1)))
ex.slip(
    "these are shares; asked are numbers.",
    lambda found, truth: tuple(n / max(len(truth), 1) for n in tally(found, truth)),
)
for sentence, change in (
    ("missed counts faces, false counts boxes: here each took the other's list.",
     lambda hit, missed, false, boxes, faces: (hit, boxes - hit, faces - hit)),
    ("missed and false are all faces and all boxes here: only those without a partner count.",
     lambda hit, missed, false, boxes, faces: (hit, faces, boxes)),
    ("lengths of two lists were compared: where the boxes lie was not asked.",
     lambda hit, missed, false, boxes, faces: (min(boxes, faces), max(faces - boxes, 0), max(boxes - faces, 0))),
    ("missed counts faces: here it was taken from the boxes.", lambda hit, missed, false, boxes, faces: (hit, boxes - hit, false)),
    ("a false box is no face found.", lambda hit, missed, false, boxes, faces: (hit + false, missed, false)),
    ("what is missed was taken from the boxes: count the faces that are not found.",
     lambda hit, missed, false, boxes, faces: (hit, false - hit, false)),
):  # fmt: skip
    ex.slip(sentence, changed(change))
ex.slip(
    "boxes over a face were counted; asked is how many faces have a box.",
    lambda found, truth: (len(found) - tally(found, truth)[2], *tally(found, truth)[1:]),
)
ex.slip("every overlap counted, even none: it has to be 0.3 or more.", from_level(0))
NOTHING = "the other numbers are always 0: count the faces without a box, and the boxes without a face."
ex.slip(NOTHING, changed(lambda hit, missed, false, boxes, faces: (hit, 0, 0)))
ex.slip(NOTHING, changed(lambda hit, missed, false, boxes, faces: (hit, missed, 0)))
ex.slip(NOTHING, changed(lambda hit, missed, false, boxes, faces: (hit, 0, false)))
ex.slip(
    "missed and false are the differences of two lengths here: ask for each face, and for each box.",
    changed(lambda hit, missed, false, boxes, faces: (hit, faces - hit, boxes - faces)),
)
ex.slip(
    "missed and false are the differences of two lengths here: ask for each face, and for each box.",
    changed(lambda hit, missed, false, boxes, faces: (hit, faces - boxes, boxes - faces)),
)
ex.slip(
    "a second box on a face is no false one: it lies over a face.",
    changed(lambda hit, missed, false, boxes, faces: (hit, missed, boxes - hit)),
)
ex.slip("the order is found, missed, false.", changed(lambda hit, missed, false, boxes, faces: (hit, false, missed)))
ex.slip("found and missed are exchanged.", changed(lambda hit, missed, false, boxes, faces: (missed, hit, false)))
ex.slip(f"a touch is not enough: the overlap has to be {AGREE} or more.", from_level(1e-9))
ex.slip(f"an overlap of exactly {AGREE} is enough: {AGREE} or more.", from_level(AGREE + 1e-9))
for least in (0.2, 0.25, 0.28, 0.29):
    ex.slip(f"nearly: the overlap has to be {AGREE} or more, not a little less.", from_level(least))
ex.slip(f"that is too strict: an overlap of {AGREE} is enough.", from_level(0.5))
ex.slip(
    "these are all boxes; false are those that fit no face.",
    changed(lambda hit, missed, false, boxes, faces: (hit, missed, boxes)),
)
ex.slip(
    "these are all faces; missed are those without a box.",
    changed(lambda hit, missed, false, boxes, faces: (hit, faces, false)),
)

ex.wrong("not a little less", from_level(0.29))
ex.wrong("three numbers", changed(lambda hit, *others: hit))
ex.wrong("three numbers", lambda found, truth: score_boxes(found, truth))
ex.wrong("2 boxes, 3 faces: expected (2, 1, 0), got (0, 0, 0)", lambda found, truth: (0, 0, 0))
ex.wrong("expected", lambda found, truth: (float("nan"),) * 3)
ex.wrong("changed the list", lambda found, truth: (tally(found, truth), found.clear())[0])
ex.slip("boxes and faces are exchanged: faces are counted for found and missed, boxes for false.")(
    lambda found, truth: tally(truth, found)
)


@ex.slip("any, not all: one box over a face is enough for it, and one face under a box is enough for that.")
def all_of_them(found, truth):
    hit = sum(all(overlap(box, face) >= 0.3 for box in found) for face in truth)
    return hit, len(truth) - hit, sum(not all(overlap(box, face) >= 0.3 for face in truth) for box in found)
