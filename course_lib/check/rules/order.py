"""The right numbers in the wrong places: axes exchanged (transposed), turned over, turned, shifted, sorted."""

import itertools

import numpy as np

from .rule import agrees, poor, rule, varied

RULES = []


@rule("this is {} as it came in: nothing was done to it.", RULES)
def unchanged(given, expected, case):
    for argument in case:
        if isinstance(argument, np.ndarray) and argument.ndim and agrees(given, argument):
            return "the mask" if argument.dtype == bool else "the picture" if _is_picture(argument) else "the array"
    return None


def _is_picture(array):
    return array.ndim > 1 and min(array.shape[:2]) > 3 and (array.dtype == np.uint8 or array.dtype.kind == "f")


@rule(
    "rows and columns are exchanged: this is what was asked for, mirrored at its diagonal. The row comes first.", RULES
)
def transposed(given, expected, case):
    return expected.ndim > 1 and agrees(given, expected.swapaxes(0, 1))


@rule("its axes are in another order: {}.", RULES)
def permuted(given, expected, case):
    """Find other orders of three axes than rows and columns exchanged."""
    others = [order for order in itertools.permutations(range(3)) if order[2] != 2]
    if expected.ndim != 3 or given.ndim != 3:
        return None
    names = ("rows", "columns", "channels") if expected.shape[2] == 3 else ("axis 0", "axis 1", "axis 2")
    return [
        f"yours has {', '.join(names[k] for k in order)}, asked are {', '.join(names)}"
        for order in others
        if agrees(given, expected.transpose(order))
    ]


@rule("this is what was asked for, with {}.", RULES)
def turned_over(given, expected, case):
    if expected.ndim == 1:
        return agrees(given, expected[::-1]) and "the last number first: it runs backwards"
    if expected.ndim == 2 and expected.shape[1] == 2:
        return agrees(given, expected[:, ::-1]) and "its two columns exchanged: (row, col), the row comes first"
    ways = {
        "the bottom row on top: axis 0 runs backwards": (0,),
        "left and right exchanged: axis 1 runs backwards": (1,),
        "both axes running backwards: it is turned by 180 degrees": (0, 1),
    }
    return [words for words, axes in ways.items() if expected.ndim > 1 and agrees(given, np.flip(expected, axes))]


@rule("this is what was asked for, turned by a quarter to the {}.", RULES)
def quarter_turn(given, expected, case):
    if expected.ndim < 2:
        return None
    return [words for words, k in (("left", 1), ("right", -1)) if agrees(given, np.rot90(expected, k))]


@rule("the channels are in another order: {}.", RULES)
def channels(given, expected, case):
    if expected.ndim != 3 or expected.shape[2] != 3 or given.shape != expected.shape:
        return None
    orders = [order for order in itertools.permutations(range(3)) if order != (0, 1, 2)]
    fits = [order for order in orders if agrees(given, expected[..., order])]
    if (2, 1, 0) in fits:
        return "red and blue are exchanged (BGR, as OpenCV has it)"
    return fits and f"yours has {', '.join(('red', 'green', 'blue')[c] for c in fits[0])}"


@rule("the same three times: all channels of yours hold what was asked for in the {} one.", RULES)
def one_channel(given, expected, case):
    if expected.ndim != 3 or expected.shape[2] != 3 or given.shape != expected.shape:
        return None
    return [
        name
        for c, name in enumerate(("red", "green", "blue"))
        if agrees(given, np.repeat(expected[..., c : c + 1], 3, 2))
    ]


@rule("the numbers are right, and {}: their order should have stayed.", RULES)
def ordered(given, expected, case):
    if given.shape != expected.shape:
        return None
    if agrees(given.ravel(), np.sort(expected, axis=None)):
        return "they were sorted"
    ways = {"each column was sorted by itself": 0, "each row was sorted by itself": 1}
    return [
        words for words, axis in ways.items() if axis < expected.ndim > 1 and agrees(given, np.sort(expected, axis))
    ]


@rule("this is what was asked for, shifted {}.", RULES)
def shifted(given, expected, case):
    """Compare what is left of both where one is moved; beyond the border anything may stand."""
    if given.shape != expected.shape or given.ndim == 0:
        return None
    if given.ndim == 1:
        steps = [(by,) for by in (1, -1, 2, -2)]
    else:
        near = (0, 1, -1, 2, -2)
        steps = sorted(itertools.product(near, near), key=lambda step: abs(step[0]) + abs(step[1]))[1:]
    return [_moved(step) for step in steps if _fits(given, expected, step)]


def _fits(given, expected, step):
    to = tuple(slice(max(by, 0), n + min(by, 0)) for by, n in zip(step, given.shape, strict=False))
    back = tuple(slice(max(-by, 0), n + min(-by, 0)) for by, n in zip(step, given.shape, strict=False))
    moved, stood = given[to], expected[back]
    if not moved.size or not agrees(moved, stood):
        return False
    return not varied(expected) or (not poor(stood, expected) and int((moved != expected[to]).sum()) >= 3)


def _moved(step):
    """Return a shift in words.

    >>> _moved((1, -2)), _moved((1,))
    ('by 1 row down and by 2 columns to the left', 'by 1 place to the end')
    """
    if len(step) == 1:
        return f"by {abs(step[0])} place{'s' * (abs(step[0]) > 1)} to the {'end' if step[0] > 0 else 'beginning'}"
    words = (("row", "down", "up"), ("column", "to the right", "to the left"))
    parts = [
        f"by {abs(by)} {word}{'s' * (abs(by) > 1)} {more if by > 0 else less}"
        for by, (word, more, less) in zip(step, words, strict=True)
        if by
    ]
    return " and ".join(parts)


@rule("inside all is right, but {}: the pixels at the border are asked for as well.", RULES)
def border_left_out(given, expected, case):
    """Find a frame, one to four pixels wide, that holds 0 or what came in."""
    if given.shape != expected.shape or given.ndim < 2 or min(given.shape[:2]) < 3:
        return None
    for width in range(1, min(5, (min(given.shape[:2]) + 1) // 2)):
        inside = (slice(width, -width),) * 2
        if agrees(given[inside], expected[inside]):
            frame = np.ones(given.shape[:2], bool)
            frame[inside] = False
            same = [
                a
                for a in case
                if isinstance(a, np.ndarray) and a.shape == given.shape and agrees(given[frame], a[frame])
            ]
            zero = not given[frame].any()
            return ["0 is left at the border"] * zero + ["the border is left as it came in"] * bool(same)
    return None
