"""3.1: a mask has rows and columns, no channels."""

import numpy as np

from ..answers import as_array
from ..exercise import exercise
from ..pictures import random_colour, random_grey

ex = exercise(
    "3.1",
    "A mask for a box",
    cases=[
        (random_colour(31, (14, 16)), 2, 5, 4, 7),
        (random_grey(32, (15, 13)), 6, 1, 5, 9),
        (random_grey(33, (7, 11)), 0, 0, 3, 6),
        (random_colour(34, (9, 8)), 6, 4, 3, 4),  # in the last corner
    ],
    hints=(
        "How many axes does a mask have, and which numbers of image.shape does it need?",
        "image.shape[:2] is rows and columns, for grey and colour. Begin with False everywhere: np.zeros(..., bool).",
        "Set one slice to True: the rows go from top to top + height, the columns from left to left + width.",
    ),
    right="rows and columns without channels, and True where the pixels are missing.",
)


@ex.right
def box_mask(image, top, left, height, width):
    mask = np.zeros(image.shape[:2], bool)
    mask[top : top + height, left : left + width] = True
    return mask


@ex.right
def by_places(image, top, left, height, width):
    rows, cols = np.indices(image.shape[:2])
    return (rows >= top) & (rows < top + height) & (cols >= left) & (cols < left + width)


@ex.notice
def holds_numbers(given, *case):
    given = as_array(given)
    if given.dtype.kind in "uif" and np.array_equal(given != 0, box_mask(*case)):
        return f"the box is right, but your mask holds {given.dtype} numbers. np.zeros(shape, bool) begins with False everywhere."
    return None


ex.wrong("the box is right, but your mask holds uint8 numbers", lambda *case: box_mask(*case) * np.uint8(255))
ex.wrong("the box is right, but your mask holds float64 numbers", lambda *case: box_mask(*case).astype(float))


def marked(shape, rows, cols):
    """Return a mask of this shape with one slice set."""
    mask = np.zeros(shape, bool)
    mask[rows, cols] = True
    return mask


@ex.slip("this is the picture with a box in it; asked is a mask beside it, with True in the box and False elsewhere.")
def painted(image, top, left, height, width):
    picture = image.copy()
    picture[top : top + height, left : left + width] = 255
    return picture


ex.slip(
    "this is the part of the picture in the box; asked is a mask as large as the picture.",
    lambda image, top, left, height, width: image[top : top + height, left : left + width],
)
ex.slip(
    "this mask is as large as the box; it should be as large as the picture, image.shape[:2].",
    lambda image, top, left, height, width: np.ones((height, width), bool),
    by_shape=True,
)
ex.slip(
    "this mask has channels. A pixel is missing as a whole: use image.shape[:2].",
    lambda image, top, left, height, width: marked(image.shape, slice(top, top + height), slice(left, left + width)),
    by_shape=True,
)
ex.slip(
    "this mask has as many rows as the picture has columns: a shape is (rows, columns), as image.shape[:2] gives it.",
    lambda image, top, left, height, width: box_mask(image.swapaxes(0, 1), top, left, height, width),
    by_shape=True,
)
ex.slip("inverted: True should mark what is missing, False what is known.", lambda *case: ~box_mask(*case))
ex.slip(
    "rows and columns are exchanged: the first axis counts from the top.",
    lambda image, top, left, height, width: box_mask(image, left, top, width, height),
)
ex.slip(
    "the size is right, but the box begins at row left and column top: the first axis counts from the top.",
    lambda image, top, left, height, width: box_mask(image, left, top, height, width),
)
ex.slip(
    "height and width are exchanged: the height is the number of rows.",
    lambda image, top, left, height, width: box_mask(image, top, left, width, height),
)
ex.slip(
    "the box is as wide as it should be high: the columns end at left + width.",
    lambda image, top, left, height, width: box_mask(image, top, left, height, height),
)
ex.slip(
    "the box is as high as it should be wide: the rows end at top + height.",
    lambda image, top, left, height, width: box_mask(image, top, left, width, width),
)
ex.slip(
    "the box is counted from the lower edge: row 0 is the uppermost, and top counts from there.",
    lambda image, top, left, height, width: box_mask(image, top, left, height, width)[::-1],
)


@ex.slip("two pairs of brackets take rows twice: write one pair, mask[rows, columns].")
def brackets_twice(image, top, left, height, width):
    mask = np.zeros(image.shape[:2], bool)
    mask[top : top + height][left : left + width] = True
    return mask


for word, more in (("many", 1), ("few", -1)):
    ex.slip(
        f"one row and one column too {word}: the slice top : top + height has `height` rows, as its stop is not included.",
        lambda image, top, left, height, width, more=more: box_mask(image, top, left, height + more, width + more),
    )
    ex.slip(
        f"one row too {word}: the slice top : top + height has `height` rows, as its stop is not included.",
        lambda image, top, left, height, width, more=more: box_mask(image, top, left, height + more, width),
    )
    ex.slip(
        f"one column too {word}: the slice left : left + width has `width` columns, as its stop is not included.",
        lambda image, top, left, height, width, more=more: box_mask(image, top, left, height, width + more),
    )


ex.slip(
    "the box begins one row and one column too late: rows and columns count from 0, and > leaves out the first.",
    lambda image, top, left, height, width: box_mask(image, top + 1, left + 1, height, width),
)
ex.slip(
    "the first row and the first column of the box are missing: > leaves them out, >= takes them in.",
    lambda image, top, left, height, width: box_mask(image, top + 1, left + 1, height - 1, width - 1),
)
ex.slip(
    "a slice takes start and stop, not start and length: where does the box end?",
    lambda image, top, left, height, width: marked(image.shape[:2], slice(top, height), slice(left, width)),
)
ex.slip(
    "the box is one row too high up and one column too far left: rows and columns count from 0 already.",
    lambda image, top, left, height, width: marked(
        image.shape[:2], slice(top - 1, top + height - 1), slice(left - 1, left + width - 1)
    ),
)
ex.slip(
    "the box goes on to the right border: its columns end at left + width.",
    lambda image, top, left, height, width: marked(image.shape[:2], slice(top, top + height), slice(left, None)),
)
ex.slip(
    "the box begins in the corner of the picture: its rows begin at top, its columns at left.",
    lambda image, top, left, height, width: marked(image.shape[:2], slice(top + height), slice(left + width)),
)
ex.slip(
    "the box begins at row `height` and column `width`: it begins at top and left, and is height and width large.",
    lambda image, top, left, height, width: marked(
        image.shape[:2], slice(height, height + top), slice(width, width + left)
    ),
)
ex.slip(
    "the box lies around (top, left); that pixel is its upper left corner.",
    lambda image, top, left, height, width: box_mask(
        image, max(top - height // 2, 0), max(left - width // 2, 0), height, width
    ),
)
ex.slip(
    "these are whole rows: the second part of the slice says which columns.",
    lambda image, top, left, height, width: box_mask(image, top, 0, height, image.shape[1]),
)
ex.slip(
    "these are whole columns: the first part of the slice says which rows.",
    lambda image, top, left, height, width: box_mask(image, 0, left, image.shape[0], width),
)
ex.slip(
    "this is a cross: a pixel of the box lies in its rows and (&) in its columns.",
    lambda image, top, left, height, width: (
        box_mask(image, top, 0, height, image.shape[1]) | box_mask(image, 0, left, image.shape[0], width)
    ),
)
ex.slip(
    "only the upper left pixel is marked: a slice marks the whole box.",
    lambda image, top, left, height, width: box_mask(image, top, left, 1, 1),
)
ex.slip("nothing is marked: set the slice of the box to True.", lambda image, *box: np.zeros(image.shape[:2], bool))
ex.slip("everything is marked: begin with False everywhere.", lambda image, *box: np.ones(image.shape[:2], bool))


@ex.slip("only the rim of the box is marked; its inside is missing as well.")
def rim(image, top, left, height, width):
    return box_mask(image, top, left, height, width) & ~box_mask(
        image, top + 1, left + 1, max(height - 2, 0), max(width - 2, 0)
    )


ex.slip(
    "the same box in every picture: use top, left, height and width as they come in.",
    lambda image, *box: box_mask(image, 2, 5, 4, 7),
)

ex.wrong("should have the shape", lambda *case: 1)
