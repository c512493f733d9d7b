"""5.15: asking several times, and keeping the boxes that enough answers agree on."""

import numpy as np

from ...explore.boxes import AGREE, overlap
from ..answers import Wrong
from ..compare import Things
from ..described import counted
from ..exercise import exercise
from .answers_of_many import VOTES

HOW_MANY = "this is how many there are; asked are the boxes themselves."


def as_counted(given, expected, boxes, answers, votes):
    if len(given) == len(expected):
        if all(one in given for one in expected):
            return (
                "the right boxes, in another order: the most often confirmed comes first, and who is confirmed "
                "equally often stays in the order of `boxes`."
            )
        return f"the right number of boxes, but {sum(one not in expected for one in given)} of them too few answers confirm (an overlap of exactly 0.3 is enough)."
    return f"{counted(len(boxes), 'box')}, {counted(len(answers), 'answer')}, votes = {votes}: expected {counted(len(expected), 'box')}, got {len(given)}."


ex = exercise(
    "5.15",
    "Ask several times",
    cases=VOTES,
    compare=Things(as_counted),
    hints=(
        "The lesson asked once more, and any box that agreed was enough. Here an answer is a whole list. How many votes "
        "does a list give to a box, if three boxes of the list lie over it?",
        "any(overlap(box, other) >= 0.3 for other in answer) is the vote of one answer. Count the answers that say yes; "
        "sum(...) counts True as 1.",
        "def count(box): return sum(any(overlap(box, other) >= 0.3 for other in answer) for answer in answers). Then "
        "sorted([box for box in boxes if count(box) >= votes], key=count, reverse=True).",
    ),
    right="the more answers agree, the surer a box, and the more faces are lost: you choose with `votes`.",
)


@ex.read
def a_list(given, boxes, answers, votes):
    if isinstance(given, int | np.integer) and not isinstance(given, bool):
        raise Wrong(HOW_MANY)
    if not isinstance(given, (list, tuple)):
        raise Wrong(f"expected a list of boxes, got {type(given).__name__}.")
    return list(given)


@ex.right
def agreed(boxes, answers, votes):
    def voices(box):
        return sum(any(overlap(box, other) >= 0.3 for other in answer) for answer in answers)

    return sorted([box for box in boxes if voices(box) >= votes], key=voices, reverse=True)


@ex.right
def counted_first(boxes, answers, votes):
    counts = []
    for one in boxes:
        count = 0
        for answer in answers:
            for other in answer:
                if overlap(one, other) >= 0.3:
                    count += 1
                    break
        counts.append(count)
    order = np.argsort(-np.array(counts), kind="stable")
    return tuple(dict(boxes[k]) for k in order if counts[k] >= votes)


ex.right(lambda boxes, answers, votes: [dict(sorted(one.items())) for one in agreed(boxes, answers, votes)])


def voices(one, answers, least=0.3):
    return sum(any(overlap(one, other) >= least for other in answer) for answer in answers)


def sorted_by(key, keep=None):
    """Return an answer that orders and keeps by voices of another kind."""

    def answer(boxes, answers, votes):
        kept = [b for b in boxes if (keep or key)(b, answers) >= votes]
        return sorted(kept, key=lambda b: key(b, answers), reverse=True)

    return answer


def from_level(least):
    return sorted_by(lambda one, answers: voices(one, answers, least))


def in_order(keep):
    return lambda boxes, answers, votes: [b for b in boxes if keep(voices(b, answers), answers, votes)]


def made_of(change):
    """Return an answer that makes something else of the right boxes."""
    return lambda *case: change(agreed(*case), *case)


ex.slip(
    "boxes were counted, not answers: three boxes of one answer over one face are one voice.",
    sorted_by(lambda one, answers: sum(overlap(one, other) >= 0.3 for answer in answers for other in answer)),
)
ex.slip(
    "the right boxes, in the order of `boxes`: the most often confirmed comes first.",
    in_order(lambda count, answers, votes: count >= votes),
)
ex.slip(
    "the least often confirmed comes first: turn the order round.",
    lambda boxes, answers, votes: sorted(
        [b for b in boxes if voices(b, answers) >= votes], key=lambda b: voices(b, answers)
    ),
)
ex.slip(
    "equals came in reverse: [::-1] turns them round as well. sorted(..., reverse=True) leaves them as they are.",
    lambda boxes, answers, votes: sorted(
        agreed(boxes, answers, votes), key=lambda b: (voices(b, answers), boxes.index(b))
    )[::-1],
)
ex.slip("exactly `votes` is enough: >=.", lambda boxes, answers, votes: agreed(boxes, answers, votes + 1))
ex.slip(
    "one answer that agrees is enough here: ask for `votes` of them.",
    lambda boxes, answers, votes: agreed(boxes, answers, 1),
)
ex.slip(
    "all answers had to agree here: ask for `votes` of them.",
    lambda boxes, answers, votes: agreed(boxes, answers, len(answers)),
)
ex.slip(
    "these have exactly `votes` voices; more are welcome: >=.", in_order(lambda count, answers, votes: count == votes)
)
ex.slip(
    "every box of an answer had to agree: one that does is enough, any.",
    sorted_by(lambda b, answers: sum(all(overlap(b, other) >= 0.3 for other in answer) for answer in answers)),
)
ex.slip(
    "equal boxes are rare: ask how much they overlap.",
    sorted_by(lambda one, answers: sum(one in answer for answer in answers)),
)
ex.slip(f"a touch is not enough: the overlap has to be {AGREE} or more.", from_level(1e-9))
ex.slip(f"an overlap of exactly {AGREE} is enough: {AGREE} or more.", from_level(AGREE + 1e-9))
ex.slip(f"that is too strict: an overlap of {AGREE} is enough.", from_level(0.5))
for least in (0.2, 0.25, 0.28, 0.29):
    ex.slip(f"nearly: the overlap has to be {AGREE} or more, not a little less.", from_level(least))
ex.slip(
    "small overlaps do not add up: one box of an answer has to reach it alone.",
    sorted_by(lambda b, answers: sum(sum(overlap(b, other) for other in answer) >= 0.3 for answer in answers)),
)


@ex.slip("a box of an answer may confirm two boxes: ask for each on its own.")
def one_each(boxes, answers, votes):
    answers, counts = [list(answer) for answer in answers], []
    for one in boxes:
        fits = [next((other for other in answer if overlap(one, other) >= 0.3), None) for answer in answers]
        counts.append(sum(other is not None for other in fits))
        for answer, other in zip(answers, fits, strict=True):
            answer.remove(other) if other else None
    order = sorted(range(len(boxes)), key=lambda k: -counts[k])
    return [boxes[k] for k in order if counts[k] >= votes]


@ex.slip(
    "removing from a list while a loop goes through it leaves out the next one: make a new list of those that stay."
)
def removed_while_looping(boxes, answers, votes):
    kept = list(boxes)
    for one in kept:
        if voices(one, answers) < votes:
            kept.remove(one)
    return sorted(kept, key=lambda b: -voices(b, answers))


for sentence, mistaken in (
    ("the first `votes` boxes came back: votes says how many answers have to agree.", made_of(lambda kept, b, a, votes: kept[:votes])),
    ("all boxes in order, and none left out: keep those with `votes` voices.", lambda b, a, votes: agreed(b, a, 0)),
    ("the boxes of the answers came back; asked are those of `boxes`.",
     lambda boxes, answers, votes: [o for answer in answers for o in answer if voices(o, answers) >= votes]),
    ("a box has no voice for itself: only the answers count.", lambda b, a, votes: agreed(b, a, votes - 1)),
    ("the largest came first: the most often confirmed comes first.",
     made_of(lambda kept, *rest: sorted(kept, key=lambda b: -b["width"] * b["height"]))),
    ("in the order of their places: the most often confirmed comes first.",
     made_of(lambda kept, *rest: sorted(kept, key=lambda b: (b["r"], b["c"])))),
    ("the first answer alone was asked.", lambda b, answers, votes: agreed(b, answers[:1], min(votes, 1))),
    ("the last answer alone was asked.", lambda b, answers, votes: agreed(b, answers[-1:], min(votes, 1))),
    ("the boxes are right, and the last comes first: the most often confirmed is the first.", made_of(lambda kept, *rest: kept[::-1])),
    ("the number of answers was counted, whatever they say: ask which of them have a box over it.",
     lambda b, answers, votes: b if sum(bool(answer) for answer in answers) >= votes else []),
    ("the boxes of one answer were counted: ask how many answers have a box over it.",
     lambda boxes, answers, votes: [b for b in boxes if max((sum(overlap(b, o) >= 0.3 for o in a) for a in answers), default=0) >= votes]),
    ("a box has the voices of all boxes here: compare with the answers.", lambda b, a, votes: agreed(b, [[one] for one in b], votes)),
    ("the sure ones are missing: more voices than `votes` are welcome.",
     lambda boxes, answers, votes: [b for b in agreed(boxes, answers, votes) if voices(b, answers) < len(answers)]),
    ("overlaps were added up: count the answers that reach 0.3.",
     lambda boxes, answers, votes: [b for b in boxes if sum(overlap(b, o) for a in answers for o in a) >= votes]),
    ("each box came once for each answer; asked is once.",
     lambda boxes, answers, votes: [b for a in answers for b in boxes if any(overlap(b, o) >= 0.3 for o in a)]),
    ("half of the answers had to agree here: ask for `votes` of them.", lambda b, answers, votes: agreed(b, answers, len(answers) / 2)),
    ("only the most often confirmed box came back; all with `votes` voices are asked for.", made_of(lambda kept, *rest: kept[:1])),
    ("`votes` is no overlap: it says how many answers agree, and the overlap is 0.3 or more.",
     lambda boxes, answers, votes: [b for b in boxes if any(overlap(b, o) >= votes for a in answers for o in a)]),
):  # fmt: skip
    ex.slip(sentence, mistaken)
ex.slip("nothing was left out: how many answers confirm each?", lambda boxes, answers, votes: boxes)
ex.slip(
    "these are places in the list; asked are the boxes.",
    made_of(lambda kept, boxes, *rest: [boxes.index(one) for one in kept]),
)
ex.slip(
    "these are the voices of each box; asked are the boxes.",
    lambda boxes, answers, votes: [voices(b, answers) for b in boxes],
)
ex.slip(
    "this says of each box whether it stays; asked are the boxes that do.",
    lambda boxes, answers, votes: [voices(b, answers) >= votes for b in boxes],
)
ex.slip(
    "the voices came along; asked are the boxes alone.",
    made_of(lambda kept, boxes, answers, votes: [(one, voices(one, answers)) for one in kept]),
)
ex.slip(
    "the voices came along; asked are the boxes alone.",
    made_of(lambda kept, boxes, answers, votes: [(voices(one, answers), one) for one in kept]),
)
ex.slip(
    "inverted: these are the boxes with too few voices.",
    in_order(lambda count, answers, votes: count < votes),
)
ex.slip(HOW_MANY, made_of(lambda kept, *case: len(kept)))

ex.wrong("not a little less", from_level(0.299))
ex.wrong("list of boxes", lambda *case: np.array([1, 2]))
ex.wrong("another order", made_of(lambda kept, *case: kept[1:] + kept[:1]))
ex.wrong("4 boxes, 4 answers, votes = 2: expected 3 boxes, got 1", made_of(lambda kept, *case: kept[-1:]))
ex.wrong("changed the list", lambda boxes, *rest: boxes.sort(key=lambda b: b["c"]) or agreed(boxes, *rest))


ex.slip("only the first answer was asked: go through all of them, and count.")(
    sorted_by(lambda one, answers: voices(one, answers[:1]))
)
ex.slip("votes is how many answers have to confirm, and no share of them: compare the count with it as it is.")(
    in_order(lambda count, answers, votes: count >= votes * len(answers))
)
