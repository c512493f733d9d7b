"""The right numbers in another shape: an axis too many, a border cut off, a row too many."""

import numpy as np

from ..described import counted, listed
from .rule import agrees, poor, rule

RULES = []
FARTHEST = 24  # rows or columns that may be missing or too many


@rule("the numbers are right, with an axis of length 1 too many: {}.", RULES, everywhere=False)
def axis_too_many(given, expected, case):
    if given.ndim <= expected.ndim or not agrees(given.reshape(-1), expected.reshape(-1)):
        return None
    squeezed = tuple(n for n in given.shape if n != 1) == tuple(n for n in expected.shape if n != 1)
    return squeezed and "take [..., 0] of it, or leave out keepdims and the brackets around it"


@rule("the numbers are right, but they stand in {}.", RULES, everywhere=False)
def in_another_shape(given, expected, case):
    if given.size != expected.size or not agrees(given.reshape(-1), expected.reshape(-1)):
        return None
    if given.ndim == 1:
        return "one long row: .reshape(…) gives them rows and columns, and .ravel() should not come last"
    return "another shape: .reshape(…) sorts them into the one asked for"


@rule("the numbers are right, but each stands there several times, along {}: asked is one.", RULES, everywhere=False)
def repeated(given, expected, case):
    if given.ndim != expected.ndim + 1:
        return None
    ways = {"a last axis (three equal channels)": -1, "a first axis": 0}
    return [
        words
        for words, axis in ways.items()
        if agrees(
            given,
            np.broadcast_to(np.expand_dims(expected, axis), given.shape) if _fits(given, expected, axis) else expected,
        )
    ]


def _fits(given, expected, axis):
    return tuple(np.delete(given.shape, axis % given.ndim)) == expected.shape


@rule("only the {} channel came back; asked are all three.", RULES, everywhere=False)
def one_channel_only(given, expected, case):
    if expected.ndim != 3 or given.ndim != 2 or expected.shape[2] != 3:
        return None
    return [name for c, name in enumerate(("red", "green", "blue")) if agrees(given, expected[..., c])]


@rule("the numbers are right, but {} missing.", RULES, everywhere=False)
def cropped(given, expected, case):
    return _lost(given, expected, "is", "are")


@rule("the numbers are right, but {} too many.", RULES, everywhere=False)
def padded(given, expected, case):
    return _lost(expected, given, "is", "are")


def in_colour(given, expected, case):
    return expected.ndim == 3


@rule(
    "every axis got longer, that of the channels too: does np.pad have one number for all of them?",
    RULES,
    everywhere=False,
    seen=in_colour,
)
def padded_channels(given, expected, case):
    more = {g - e for g, e in zip(given.shape, expected.shape, strict=False)}
    return given.ndim == expected.ndim and len(more) == 1 and min(more) > 0 and min(more) % 2 == 0


def _lost(part, whole, one, several):
    """Return in words what a part lacks of the whole, where it is a part of it."""
    if part.ndim != whole.ndim or not part.size or part.ndim == 0 or part.shape[2:] != whole.shape[2:]:
        return None
    lost = [w - p for p, w in zip(part.shape[:2], whole.shape[:2], strict=True)]
    if min(lost) < 0 or max(lost) > FARTHEST or not any(lost) or poor(part, whole):
        return None
    return [
        _sides(start, lost, one, several)
        for start in np.ndindex(*(n + 1 for n in lost))
        if agrees(part, whole[_slices(start, part)])
    ]


def _slices(start, part):
    return tuple(slice(s, s + n) for s, n in zip(start, part.shape, strict=False))


def _sides(start, lost, one, several):
    """Return what is missing on which sides, in words."""
    if len(lost) == 1:
        words = (("number at the beginning", "number at the end"),)
    else:
        words = (("row at the top", "row at the bottom"), ("column on the left", "column on the right"))
    parts = []
    for before, all_of_them, (first, last) in zip(start, lost, words, strict=True):
        for number, name in ((before, first), (all_of_them - before, last)):
            word, _, rest = name.partition(" ")
            parts += [(number, f"{counted(number, word)} {rest}")] if number else []
    verb = one if len(parts) == 1 and parts[0][0] == 1 else several
    return f"{listed([text for _, text in parts])} {verb}"


@rule("only every {} row and column came back; asked are all of them.", RULES, everywhere=False)
def thinned(given, expected, case):
    if expected.ndim < 2 or given.ndim != expected.ndim or poor(given, expected):
        return None
    return [
        word for step, word in ((2, "second"), (3, "third"), (4, "fourth")) if agrees(given, expected[::step, ::step])
    ]


@rule("these are the positions of what is True; asked is the mask itself.", RULES, everywhere=False)
def positions(given, expected, case):
    return expected.dtype == bool and agrees(given, np.argwhere(expected))


def unlike(given, expected):
    """Return the sentence for a shape that is not the expected one, where the numbers tell nothing."""
    if not given:
        return f"the result should have the shape {expected}; one number came back."
    return f"the result should have the shape {expected}, yours has {given}{_what_is_off(given, expected)}."


def _what_is_off(given, expected):
    if 0 in given and 0 not in expected:
        return ", which holds nothing: does a slice end where it begins, or before? (With the step -1, [::-1] has all.)"
    if len(given) == len(expected) > 0:
        if len(given) > 1 and given[:2] == expected[1::-1] and given[2:] == expected[2:]:
            return ": rows and columns are exchanged"
        if len(given) > 1 and given[2:] != expected[2:]:
            return ": the number of channels is another"
        if len(given) > 1 and given[0] == given[1] in expected[:2] and expected[0] != expected[1]:
            return ": as many rows as columns. Was one number taken for both? shape[0] counts the rows, shape[1] the columns"
        names = ("row", "column") if len(given) > 1 else ("number",)
        off = [(g - e, name) for g, e, name in zip(given, expected, names, strict=False) if g != e]
        return f": {listed([f'{counted(abs(by), name)} too {_much(by)}' for by, name in off])}"
    if given == (*expected, 3) and len(expected) == 2:
        return ": three channels came back, and one number for each place was asked for"
    if expected == (*given, 3) and len(given) == 2:
        return ": the three channels are missing"
    return f": that is {counted(abs(len(given) - len(expected)), 'axis').replace('axiss', 'axes')} too {_much(len(given) - len(expected))}"


def _much(by):
    return "many" if by > 0 else "few"
