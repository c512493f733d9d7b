"""5.10: where the brightest block of a picture lies, from its table of sums."""

import numpy as np

from ..answers import Wrong, as_array
from ..compare import Things
from ..exercise import exercise
from ..later import skimage
from .tables import combined, image_of, of_size, place_of, sums_of, table_of, tables

ex = exercise(
    "5.10",
    "The brightest block",
    cases=tables,
    compare=Things(
        lambda given, expected, table, height, width: (
            f"of {height} × {width} pixels, the brightest block begins at {expected}; yours begins at {given}."
        )
    ),
    hints=(
        "The lesson takes one block from four numbers. Of which block is the sum the largest: how many blocks are there "
        "to ask, and which one is the last?",
        "A picture of rows × cols pixels has rows - height + 1 places for it in one direction; and the table has a row "
        "and a column more than the picture. Two loops will do; slices of the table do it for all places at once.",
        "sums = table[height:, width:] - table[:-height, width:] - table[height:, :-width] + table[:-height, :-width]; "
        "np.unravel_index(sums.argmax(), sums.shape).",
    ),
    right="four numbers for each block, whatever its size: so a detector can ask at a million places.",
)


@ex.read
def a_place(given, table, height, width):
    """Return a place as two numbers."""
    given = np.array(given) if isinstance(given, (tuple, list)) and all(map(np.isscalar, given)) else as_array(given)
    if given.ndim == 0:
        raise Wrong("expected a place (row, col); yours is one number. np.unravel_index makes a place of argmax's.")
    if given.size != 2 or given.dtype.kind not in "uif":
        raise Wrong(f"expected a place, two numbers (row, col); yours has the shape {given.shape}.")
    return tuple(int(number) if number % 1 == 0 else float(number) for number in given.ravel().tolist())


@ex.right
def brightest_block(table, height, width):
    sums = table[height:, width:] - table[:-height, width:] - table[height:, :-width] + table[:-height, :-width]
    row, col = np.unravel_index(sums.argmax(), sums.shape)
    return row, col


@ex.right
def place_by_place(table, height, width):
    rows, cols = table.shape[0] - 1, table.shape[1] - 1
    best, most = None, -np.inf
    for r in range(rows - height + 1):
        for c in range(cols - width + 1):
            block = table[r + height, c + width] - table[r, c + width] - table[r + height, c] + table[r, c]
            if block > most:
                best, most = [r, c], block
    return best


@ex.right
def by_skimage(table, height, width):
    windows = np.lib.stride_tricks.sliding_window_view(image_of(table), (height, width))
    r, c = np.argwhere(windows.sum(axis=(2, 3)) == windows.sum(axis=(2, 3)).max())[0]
    end = (r + height - 1, c + width - 1)
    assert skimage.transform.integrate(table[1:, 1:], (r, c), end) == windows.sum(axis=(2, 3)).max()
    return np.array([r, c])


ex.slip("row and column are exchanged: (row, col).", lambda *case: brightest_block(*case)[::-1])
ex.slip("this is the darkest block: take the largest sum.", lambda *case: place_of(-sums_of(*case)))
ex.slip(
    "the corner above and left is taken off with both strips: put it back once.", combined(lambda d, b, c, a: d - b - c)
)
ex.slip(
    "the table's numbers are sums already, of all that lies above and left, and so the last ones are the largest: four "
    "of them make a block, and the strips beside it go off.",
    combined(lambda d, b, c, a: d),
)
ex.slip(
    "this is the largest number of the table; asked is where the brightest block begins.",
    lambda table, *size: place_of(table),
)
ex.slip(
    "two sums were divided; a block is what is left when the strips are taken off.",
    combined(lambda d, b, c, a: d / (a + 1e-9)),
)
for combine in (
    lambda d, b, c, a: d - a - c + b,
    lambda d, b, c, a: d - b - a + c,
    lambda d, b, c, a: d - b - c - a,
    lambda d, b, c, a: d + b - c - a,
    lambda d, b, c, a: d - b + c - a,
):
    ex.slip(
        "a sign is another one: the block's end, less the strip above, less the strip at the left, plus what both share.",
        combined(combine),
    )
ex.slip(
    "always the first place: does return stand inside the loop, or is the largest sum never kept?",
    lambda table, height, width: (0, 0),
)
ex.slip(
    "always the last place: is the largest sum never kept?",
    lambda table, height, width: (table.shape[0] - 1 - height, table.shape[1] - 1 - width),
)


@ex.slip(
    "the table ends before row + height here: table[r, c] is the sum before row r, so a block ends at table[r + height, c + width]."
)
def ends_too_early(table, height, width):
    def block(r, c):
        down, across = r + height - 1, c + width - 1
        return table[down, across] - table[r, across] - table[down, c] + table[r, c]

    rows, cols = table.shape[0] - height, table.shape[1] - width
    return max(((r, c) for r in range(rows) for c in range(cols)), key=lambda place: block(*place))


ex.slip("two strips are still in: one above the block, one to its left.", combined(lambda d, b, c, a: d - a))
ex.slip("one strip is still in: that to the left of the block.", combined(lambda d, b, c, a: d - b))
ex.slip("one strip is still in: that above the block.", combined(lambda d, b, c, a: d - c))
ex.slip(
    "height and width are exchanged: the first is how many rows.",
    lambda table, height, width: place_of(sums_of(table, width, height)),
)
ex.slip("this is where the block ends; asked is where it begins.",
        lambda table, height, width: place_of(sums_of(table, height, width), (height, width)))  # fmt: skip
ex.slip("this is where the block's last pixel lies; asked is its first.",
        lambda table, height, width: place_of(sums_of(table, height, width), (height - 1, width - 1)))  # fmt: skip
ex.slip(
    "this is the middle of the block; asked is where it begins.",
    lambda table, height, width: place_of(sums_of(table, height, width), (height // 2, width // 2)),
)
ex.slip("one too many in both directions: the first pixel is (0, 0).", lambda *case: place_of(sums_of(*case), (1, 1)))
LAST = "the last places are missing: the last block ends with the picture, so there are rows - height + 1 starts."
ex.slip(LAST, lambda *case: place_of(sums_of(*case)[:-1, :-1]))
ex.slip(LAST, lambda *case: place_of(sums_of(*case)[:-1]))
ex.slip(LAST, lambda *case: place_of(sums_of(*case)[:, :-1]))
ex.slip(
    "the first row and column of blocks are missing: the table begins with zeros, and the picture at table[0, 0].",
    lambda *case: place_of(sums_of(*case)[1:, 1:], (1, 1)),
)
ex.slip(
    "blocks without their last row and column were asked: the block ends before row + height, col + width.",
    lambda table, height, width: place_of(sums_of(table, height - 1, width - 1)),
)
ex.slip("this is the brightest pixel; asked is the brightest block.", lambda table, *size: place_of(image_of(table)))


ex.slip(
    "argmax counts through the sums, whose rows are shorter than the table's: np.unravel_index(..., sums.shape).",
    lambda table, *size: divmod(int(sums_of(table, *size).argmax()), table.shape[1]),
)
ex.slip(
    "argmax counts through the sums, whose rows are shorter than the picture's: np.unravel_index(..., sums.shape).",
    lambda table, *size: divmod(int(sums_of(table, *size).argmax()), table.shape[1] - 1),
)


@ex.slip("the picture was cut into blocks that lie side by side; a block may begin at every pixel.")
def side_by_side(table, height, width):
    r, c = place_of(sums_of(table, height, width)[::height, ::width])
    return r * height, c * width


@ex.slip("the search began with 0 as the largest sum, and here all are below 0: begin with -np.inf, or with the first.")
def from_nought(table, height, width):
    return brightest_block(table, height, width) if sums_of(table, height, width).max() > 0 else (0, 0)


ex.wrong("np.unravel_index", lambda *case: sums_of(*case).argmax())
ex.wrong("two numbers (row, col)", lambda *case: sums_of(*case))
ex.wrong("begins at (4, 7); yours begins at (9, 9)", lambda *case: (9, 9))
ex.wrong("expected a place", lambda *case: sums_of(*case).max())


SIZE = "these blocks are one row and one column too {}: the table has one row more than the picture, so no + 1 or - 1."
ex.slip(SIZE.format("small"), of_size(-1))
ex.slip(SIZE.format("large"), of_size(1))
for number in (2, 3, 4, 5):
    ex.slip("the block's size is a number of your own: take height and width, as they are given.")(
        lambda table, height, width, number=number: (
            place_of(sums_of(table, number, number)) if min(table.shape) > number else (0, 0)
        )
    )


@ex.slip("table was taken for the picture, and summed up once more: it holds sums already.")
def summed_again(table, height, width):
    return place_of(sums_of(table_of(table), height, width))


@ex.slip(
    "the first row and column of the table were cut off: they are the zeros from which blocks at the border begin."
)
def without_zeros(table, height, width):
    sums = sums_of(table[1:, 1:], height, width)
    return place_of(sums) if np.size(sums) else (0, 0)


ex.slip(
    "the brightest rows and the brightest columns were looked for apart: a block needs both at once, four numbers."
)(
    lambda table, height, width: (
        int(np.argmax(table[height:, -1] - table[:-height, -1])),
        int(np.argmax(table[-1, width:] - table[-1, :-width])),
    )
)
