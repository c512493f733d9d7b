"""5.11: at how many places a window fits."""

from ..compare import Numbers
from ..exercise import exercise

ex = exercise(
    "5.11",
    "How many windows?",
    cases=(
        (20, 31, 8, 3),
        (24, 24, 24, 5),
        (60, 96, 24, 1),
        (20, 31, 24, 2),
        (31, 14, 24, 2),
        (10, 12, 24, 1),
        (22, 40, 24, 5),
        (40, 22, 24, 5),
        (23, 30, 8, 5),
    ),
    compare=Numbers(),
    hints=(
        "Along one side first: at which places can a window of 3 pixels begin in a row of 5? And with a step of 2? And in a row of 2?",
        "The last start is length - side; each start is `step` after the one before. So how many are there from 0 to it? Both directions belong together.",
        "(length - side) // step + 1 in one direction, and 0 where the window is larger than the picture: max(…, 0). Multiply both directions.",
    ),
    right="starts in one direction times starts in the other, for one single size.",
)


@ex.notice
def larger_than_the_picture(given, rows, cols, side, step):
    if side > min(rows, cols) and given != 0:
        return "a window that is larger than the picture fits nowhere: the answer is 0 then."
    return None


@ex.right
def count_windows(rows, cols, side, step):
    down = max((rows - side) // step + 1, 0)
    across = max((cols - side) // step + 1, 0)
    return down * across


ex.right(lambda rows, cols, side, step: len(range(0, rows - side + 1, step)) * len(range(0, cols - side + 1, step)))
ex.right(lambda rows, cols, side, step: max(int((rows - side) / step + 1), 0) * max(int((cols - side) / step + 1), 0))


def starts(along):
    """Return an answer that multiplies two numbers of starts, and knows when there are none."""
    return lambda rows, cols, side, step: (
        along(rows, side, step) * along(cols, side, step) if side <= min(rows, cols) else 0
    )


ex.slip(
    "fencepost: from start 0 to start n there are n + 1.",
    starts(lambda length, side, step: length - side),
)
ex.slip("fencepost: the first start counts.", starts(lambda length, side, step: (length - side) // step))
ex.slip(
    "fencepost: the last start, length - side, is one as well, and range stops before it.",
    lambda rows, cols, side, step: len(range(0, rows - side, step)) * len(range(0, cols - side, step)),
)
ex.slip(
    "divide each direction by the step, and round down, before you multiply.",
    lambda rows, cols, side, step: max(rows - side + 1, 0) * max(cols - side + 1, 0) // step**2,
)
ex.slip(
    "these are the starts in one direction: windows also stand side by side.",
    lambda rows, cols, side, step: len(range(0, rows - side + 1, step)),
)
ex.slip(
    "these are the starts in one direction: windows also stand below each other.",
    lambda rows, cols, side, step: len(range(0, cols - side + 1, step)),
)
ex.slip("windows overlap: they are `step` apart, not `side`.", starts(lambda length, side, step: length // side))
ex.slip("the step is missing: not every start is tried.", starts(lambda length, side, step: length - side + 1))
MUST_FIT = "a window must fit: the last ones would stick out of the picture."
ex.slip(MUST_FIT, starts(lambda length, side, step: -(-length // step)))
ex.slip(MUST_FIT, lambda rows, cols, side, step: -(-rows // step) * -(-cols // step))
ex.slip(MUST_FIT, starts(lambda length, side, step: length // step))
ex.slip(MUST_FIT, starts(lambda length, side, step: -(-(length - side) // step) + 1))
ex.slip("a part of a step is no place: divide with //.", starts(lambda length, side, step: (length - side) / step + 1))
ex.slip(
    "starts in both directions belong together: multiply, do not add.",
    lambda rows, cols, side, step: (rows - side) // step + 1 + (cols - side) // step + 1,
)

ex.slip(
    "side and step are exchanged: `step` is how far one place is from the next.",
    lambda rows, cols, side, step: count_windows(rows, cols, step, side),
)
ex.slip(
    "areas do not count places: ask how many starts there are along each side.",
    lambda rows, cols, side, step: rows * cols // side**2,
)
ex.slip(
    "this is how many windows fill the picture side by side, without overlap; they are `step` apart.",
    starts(lambda length, side, step: -(-length // side)),
)
for sentence, answer in (
    ("rows were taken for both directions: cols count the other one.", lambda r, c, *more: count_windows(r, r, *more)),
    ("cols were taken for both directions: rows count the other one.", lambda r, c, *more: count_windows(c, c, *more)),
    ("one side was taken for both directions.", lambda r, c, *more: count_windows(min(r, c), min(r, c), *more)),
):
    ex.slip(sentence, answer)
for sentence, answer in (
    ("every window was counted with its pixels: count the places.", lambda r, c, s, p: count_windows(r, c, s, p) * s),
    ("every window was counted with its pixels: count the places.", lambda r, c, s, p: count_windows(r, c, s, p) * s**2),
    ("channels do not count: a place is a row and a column.", lambda r, c, s, p: 3 * count_windows(r, c, s, p)),
    ("areas were divided: ask how many starts there are along each side.", lambda r, c, s, p: r * c // p**2),
    ("areas were divided: ask how many starts there are along each side.", lambda r, c, s, p: r * c // p),
    ("areas were divided: ask how many starts there are along each side.", lambda r, c, s, p: -(-r * c // p)),
    ("fencepost: from start 0 to start n there are n + 1, in both directions.",
     lambda r, c, s, p: max(r - s, 0) * max(c - s, 0) // p**2),
    ("fencepost: the first start counts, and the step is taken off side by side.",
     lambda r, c, s, p: max(r - s + 1, 0) // p * (max(c - s + 1, 0) // p)),
    ("one start too many: the window has `side` pixels, not one less.",
     lambda r, c, s, p: count_windows(r, c, s - 1, p) if s <= min(r, c) else 0),
):  # fmt: skip
    ex.slip(sentence, answer)
ONCE = "the window moves by `step` in both directions; in yours in one of them alone."
ex.slip(ONCE, lambda r, c, side, step: len(range(0, r - side + 1, step)) * len(range(c - side + 1)))
ex.slip(ONCE, lambda r, c, side, step: len(range(r - side + 1)) * len(range(0, c - side + 1, step)))
for divide in (lambda n, step: n / step, lambda n, step: n // step):
    ex.slip(
        "all places were divided by the step, once: there are fewer in both directions, each by itself.",
        lambda r, c, side, step, divide=divide: divide(max(r - side + 1, 0) * max(c - side + 1, 0), step),
    )
ex.slip(
    "one place too many in both directions: (length - side) // step + 1.",
    starts(lambda length, side, step: (length - side) // step + 2),
)
ex.slip(MUST_FIT, starts(lambda length, side, step: round((length - side) / step) + 1))

ex.wrong(
    "larger than the picture", lambda rows, cols, side, step: ((rows - side) // step + 1) * ((cols - side) // step + 1)
)
ex.wrong(
    "larger than the picture",
    lambda rows, cols, side, step: 0 if side > rows else ((rows - side) // step + 1) * ((cols - side) // step + 1),
)
ex.wrong(
    "larger than the picture",
    lambda rows, cols, side, step: 0 if side > cols else ((rows - side) // step + 1) * ((cols - side) // step + 1),
)
ex.wrong(
    "larger than the picture",
    lambda rows, cols, side, step: max(int((rows - side) / step) + 1, 0) * max(int((cols - side) / step) + 1, 0),
)
ex.wrong(
    "expected 40, got 41. Tried with rows = 20, cols = 31, side = 8 and step = 3",
    lambda *case: count_windows(*case) + 1,
)
ex.slip("// comes before -: put brackets around the difference, (rows - side) // step.")(
    lambda rows, cols, side, step: max(rows - side // step + 1, 0) * max(cols - side // step + 1, 0)
)
