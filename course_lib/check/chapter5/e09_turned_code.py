"""5.9: an LBP code that does not mind how a patch is turned."""

import numpy as np

from ...feature.lbp import CLOCKWISE, lbp_codes, summed_area_table
from ..compare import Numbers
from ..exercise import exercise
from ..later import skimage


def with_bits(bits):
    """Return a patch with these bits, clockwise from the upper left."""
    patch = np.full(9, 5)
    patch[list(CLOCKWISE)] = [9 * int(bit) for bit in bits]
    return patch.reshape(3, 3)


def patches():
    rng = np.random.default_rng(90)
    yield np.array([[10, 200, 30], [90, 100, 110], [250, 0, 99]], np.uint8)
    yield from (rng.integers(0, 4, (3, 3)) for _ in range(6))
    for k in range(8):  # so that each start is the least once
        yield with_bits("000010110000101"[k : k + 8])
    for bits in ("00001101", "01000011", "11000010"):  # some are mirror images of others
        yield with_bits(bits)
    yield from (rng.integers(0, 256, (3, 3), dtype=np.uint8) for _ in range(6))
    yield np.full((3, 3), 7)
    yield np.array([[0, 0, 0], [0, 5, 0], [0, 0, 0]], np.uint8)
    yield np.array([[0, 0, 9], [0, 5, 5], [0, 0, 0]])


ex = exercise(
    "5.9",
    "A code for every turn",
    cases=patches,
    compare=Numbers(),
    hints=(
        "Turn a patch by an eighth: what happens to its eight bits in their circle? And what stays the same?",
        "Eight starts give eight codes. Take the bits once, clockwise, and let the circle begin at each of them: "
        "np.roll(bits, k) for k from 0 to 7.",
        "weights = np.array([128, 64, 32, 16, 8, 4, 2, 1]); "
        "min(int((np.roll(bits, k) * weights).sum()) for k in range(8)).",
    ),
    right="of 256 codes, 36 are left: what a patch looks like, and not which way up it is.",
)


@ex.notice
def not_put_together(given, patch):
    if np.ndim(given) == 1 and np.size(given) == 8:
        if set(np.ravel(given).tolist()) <= {0, 1}:
            return "these are eight bits; asked is the one number that they make."
        return "these are eight numbers, one for each start; asked is the least of them."
    return None


@ex.right
def turned_code(patch):
    around = patch[[0, 0, 0, 1, 2, 2, 2, 1], [0, 1, 2, 2, 2, 1, 0, 0]]
    bits = (around >= patch[1, 1]).astype(int)
    weights = np.array([128, 64, 32, 16, 8, 4, 2, 1])
    return min(int((np.roll(bits, k) * weights).sum()) for k in range(8))


@ex.right
def with_text(patch):
    walk = ((0, 0), (0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0))
    bits = "".join("1" if patch[place] >= patch[1, 1] else "0" for place in walk)
    return int(min(bits[k:] + bits[:k] for k in range(8)), 2)


@ex.right
def with_shifts(patch):
    code = lbp_codes(summed_area_table(patch), [0], [0], 1, 1)[0]
    return min((int(code) >> k | int(code) << 8 - k) & 255 for k in range(8))


def bits_of(patch, test=np.greater_equal, walk=CLOCKWISE):
    return [int(bit) for bit in test(patch, patch[1, 1]).ravel()[list(walk)]]


def number(bits):
    return int("".join(map(str, bits)), 2)


def starts(bits):
    return [bits[k:] + bits[:k] for k in range(8)]


def code(choose=min, **how):
    """Return an answer with another test, another walk around the patch (places in the flat patch), another choice."""
    return lambda patch: choose(number(bits) for bits in starts(bits_of(patch, **how)))


def of_bits(make):
    return lambda patch: make(bits_of(patch))


ex.slip(
    "this is the code of one start, the upper left; let the circle start at each of the eight neighbours.",
    of_bits(number),
)
for k in range(1, 8):
    ex.slip(
        "this is the code of one start alone; let the circle start at each of the eight neighbours.",
        of_bits(lambda bits, k=k: number(starts(bits)[k])),
    )
ex.slip(
    "this is the code of one start, read from its other end; let the circle start at each of the eight neighbours.",
    of_bits(lambda bits: number(bits[::-1])),
)
ex.slip(
    "this is how many different codes there are; asked is the least of them.",
    of_bits(lambda bits: len({number(some) for some in starts(bits)})),
)
ex.slip(
    "this counts how often the bits change around the circle; asked is the least number that they make.",
    of_bits(lambda bits: sum(a != b for a, b in zip(bits, bits[1:] + bits[:1], strict=True))),
)
ex.slip(
    "a ninth bit: the middle pixel, compared with itself, is none of the circle.",
    of_bits(lambda bits: min(number([*bits[k:], 1, *bits[:k]]) for k in range(9))),
)
ex.slip("this is the darkest pixel of the patch; asked is a code made of bits.", lambda patch: int(patch.min()))
ex.slip("the first four starts were tried, and there are eight.", of_bits(lambda b: min(map(number, starts(b)[:4]))))
ex.slip(
    "four of the eight bits were read: all belong to the code.",
    of_bits(lambda b: min(number(s[:4]) for s in starts(b))),
)
ex.slip(
    "the median of the eight codes is another one; asked is the least.",
    code(choose=lambda codes: int(np.median(list(codes)))),
)
ex.slip(
    "the middle number of the eight, or the second: asked is the least.",
    code(choose=lambda codes: sorted(codes)[1]),
)
ex.slip("this is the largest of the eight codes: take the least.", code(choose=max))
ex.slip("these are the eight codes added up; asked is the least of them.", code(choose=sum))
ex.slip("the mean of the eight codes is no code; asked is the least.", code(choose=lambda codes: np.mean(list(codes))))
QUARTERS = "only the four quarter turns were tried: the circle may start at the sides as well as at the corners."
ex.slip(
    QUARTERS,
    of_bits(lambda bits: min(map(number, starts(bits)[::2]))),
)
ex.slip(
    "seven starts were tried, and there are eight: range(8).", of_bits(lambda bits: min(map(number, starts(bits)[:7])))
)
ex.slip(
    "the start where it began is one of the eight: it is missing.",
    of_bits(lambda bits: min(map(number, starts(bits)[1:]))),
)
ex.slip("the circle is read the other way round: clockwise, and the first bit weighs 128.", code(walk=CLOCKWISE[::-1]))
ex.slip(
    "both ways round were tried, so a patch and its mirror image are one here: clockwise alone.",
    of_bits(lambda bits: min(map(number, starts(bits) + starts(bits[::-1])))),
)
ex.slip(
    "bits were lost, or zeros came in for them: what leaves at one end comes in at the other, bits[k:] + bits[:k].",
    of_bits(lambda bits: min(number(bits) >> k for k in range(8))),
)
ex.slip(
    "bits were lost, or zeros came in for them: what leaves at one end comes in at the other, bits[k:] + bits[:k].",
    of_bits(lambda bits: min(number(bits) << k & 255 for k in range(8))),
)
ex.slip(
    "the bits were sorted: that only counts them. Turn the circle, and leave the neighbours beside each other.",
    of_bits(lambda bits: number(sorted(bits))),
)
ex.slip("this counts the bits; asked is the least number that they make.", of_bits(sum))
ex.slip(
    "the circle starts at the first 1; the least number starts where the most zeros follow each other.",
    of_bits(lambda bits: number(starts(bits)[bits.index(1) if 1 in bits else 0])),
)


@ex.slip("local_binary_pattern looks between the pixels at the corners, and goes round in another way: do it by hand.")
def by_skimage(patch):
    return int(skimage.feature.local_binary_pattern(patch, 8, 1, "ror")[1, 1])


ex.slip("a neighbour that is exactly as bright as the middle counts as 1.", code(test=np.greater))
ex.slip(
    "a neighbour that is exactly as bright as the middle counts as 1; and the circle is read the other way round: clockwise, and the first bit weighs 128.",
    code(test=np.greater, walk=CLOCKWISE[::-1]),
)
ex.slip("inverted: 1 is for a neighbour as bright as the middle, or brighter.", code(test=np.less))
ex.slip("inverted: 1 is for a neighbour as bright or brighter.", code(test=np.less_equal))
ex.slip("row by row is no circle: walk clockwise around.", code(walk=[0, 1, 2, 3, 5, 6, 7, 8]))
ex.slip(
    "row by row is no circle: walk clockwise around. And a neighbour that is exactly as bright as the middle counts as 1.",
    code(test=np.greater, walk=[0, 1, 2, 3, 5, 6, 7, 8]),
)
ex.slip(QUARTERS, lambda patch: min(number(bits_of(np.rot90(patch, k))) for k in range(4)))
ex.slip(
    "these are bits, read as a decimal number: int(text, 2) reads them as bits.",
    lambda patch: int(f"{turned_code(patch):b}"),
)
ex.slip(
    "compared with the mean of the patch; the middle pixel asks.",
    code(test=lambda patch, middle: patch >= patch.mean()),
)
ex.slip(
    "uint8 differences wrap round and are never below 0: compare the values themselves.",
    code(test=lambda patch, middle: patch - middle >= 0),
)
ex.slip(
    "this says by how many places to turn; asked is the code that it gives.",
    of_bits(lambda bits: int(np.argmin(list(map(number, starts(bits)))))),
)

ex.wrong("eight bits", of_bits(list))
ex.wrong("one for each start", of_bits(lambda bits: [number(some) for some in starts(bits)]))
ex.wrong("got the text '", lambda patch: f"{turned_code(patch):b}")
ex.wrong("expected one number, got an array", lambda patch: patch)
ex.wrong("Tried with patch = [[", lambda patch: turned_code(patch) // 3)
