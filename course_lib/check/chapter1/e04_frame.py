"""1.4: four black strips on a copy."""

import numpy as np

from ..exercise import exercise
from ..pictures import random_colour, random_grey


def pictures_and_widths():
    """Return pictures with a frame, with none, and with one that covers all."""
    colour, grey = random_colour(6, (14, 17)), random_grey(7, (13, 10))
    return (colour, 3), (colour, 0), (grey, 4), (grey, 0), (grey, 1), (random_grey(6, (6, 10)), 3)


ex = exercise(
    "1.4",
    "A black frame",
    cases=pictures_and_widths,
    fresh=True,
    hints=(
        "Which four parts of the picture does the frame cover, and what do they become? Start from a copy.",
        "The last rows are image[-width:]. What does that slice select where width is 0?",
        "image[rows - width:] is safe for width 0, image[-width:] is not, because -0 is 0.",
    ),
    right="a copy with four black strips; the picture that came in is as it was, and width 0 draws nothing.",
)


@ex.right
def frame(image, width):
    rows, cols = image.shape[:2]
    framed = image.copy()
    framed[:width] = 0
    framed[rows - width :] = 0
    framed[:, :width] = 0
    framed[:, cols - width :] = 0
    return framed


@ex.right
def inside_on_black(image, width):
    framed = np.zeros_like(image)
    inside = np.s_[width : image.shape[0] - width, width : image.shape[1] - width]
    framed[inside] = image[inside]
    return framed


@ex.right
def cut_and_padded(image, width):
    rows, cols = image.shape[:2]
    return np.pad(image[width : rows - width, width : cols - width], [(width,) * 2] * 2 + [(0, 0)] * (image.ndim - 2))


def strips(*sides, black=0, width=lambda width: width):
    """Return an answer that paints strips on some sides: t, b, l, r."""

    def answer(image, given):
        (rows, cols), w, framed = image.shape[:2], width(given), image.copy()
        where = {"t": np.s_[:w], "b": np.s_[rows - w :], "l": np.s_[:, :w], "r": np.s_[:, cols - w :]}
        for side in sides:
            framed[where[side]] = black
        return framed

    return answer


@ex.slip("with width 0 everything became black: image[-0:] is image[0:], all of it.")
def to_minus_zero(image, width):
    framed = image.copy()
    framed[:width] = framed[-width:] = 0
    framed[:, :width] = framed[:, -width:] = 0
    return framed


ex.slip(
    "the inside became black and the frame kept the picture: the other way round.",
    lambda image, width: image - frame(image, width),
)


@ex.slip("the frame was cut off. It should stay, in black: same shape as the picture.", by_shape=True)
def cut_off(image, width):
    return image[width : image.shape[0] - width, width : image.shape[1] - width]


@ex.slip("the frame was added round the picture. Paint it over its edge: same shape as the picture.", by_shape=True)
def added(image, width):
    return np.pad(image, [(width, width)] * 2 + [(0, 0)] * (image.ndim - 2))


ex.slip(
    "np.pad with one number pads every axis, the channels too; and the shape of the picture should stay.",
    np.pad,
    by_shape=True,
)
ex.slip("only the top and the left are black. A negative index counts from the end.", strips("t", "l"))
ex.slip("only the bottom and the right are black: the top and the left are missing.", strips("b", "r"))
FOUR = "two of the four strips are missing: top, bottom, left and right."
ex.slip(FOUR, strips("t", "b"))
ex.slip(FOUR, strips("l", "r"))
for name, sides in {"right": "tbl", "left": "tbr", "bottom": "tlr", "top": "blr"}.items():
    ex.slip(f"the strip is missing at the {name}: four are asked for.", strips(*sides))
    ex.slip(f"the only black strip is at the {name}: four are asked for.", strips(name[0]))


def corners(both):
    """Return an answer that paints corners: two slices in one bracket are where the strips cross."""

    def answer(image, width):
        rows, cols = image.shape[:2]
        framed = image.copy()
        for down in (np.s_[:width], np.s_[rows - width :]):
            for across in (np.s_[:width], np.s_[cols - width :]):
                if both or (down.start is None) == (across.start is None):
                    framed[down, across] = 0
        return framed

    return answer


ex.slip("only the corner at the top left is black: a strip is image[:width], or image[:, :width].")(
    lambda image, width: (
        image
        - np.pad(image[:width, :width], [(0, n - min(width, n)) for n in image.shape[:2]] + [(0, 0)] * (image.ndim - 2))
    )
)


@ex.slip(
    "the last row and column are not black: a slice ends before its stop, so leave the stop empty, [rows - width:]."
)
def before_the_last(image, width):
    rows, cols = image.shape[:2]
    framed = strips("t", "l")(image, width)
    framed[rows - width : -1] = 0
    framed[:, cols - width : -1] = 0
    return framed


CORNERS = "only corners are black: image[:width, :width] is where two strips cross. A strip is image[:width], or image[:, :width]."
ex.slip(CORNERS, corners(both=True))
ex.slip(CORNERS, corners(both=False))

for number in (1, 2, 3, 4):
    ex.slip(
        "the frame is equally wide whatever width is: use width, not a number of your own.",
        strips(*"tblr", width=lambda width, number=number: number),
    )
    ex.slip(
        "the frame is equally wide whatever width is, and only 0 is looked at: use width, not a number of your own.",
        strips(*"tblr", width=lambda width, number=number: number if width else 0),
    )
ex.slip("the frame is white: black is 0.", strips(*"tblr", black=255))
ex.slip("the frame holds 1, which is nearly black: black is 0.", strips(*"tblr", black=1))
ex.slip("the frame is the darkest value of this picture: black is 0.", lambda i, w: np.maximum(frame(i, w), i.min()))
ex.slip("the frame is darker than it was, not black: set it to 0.", lambda i, w: frame(i, w) // 2 + i // 2)
ex.slip("the frame shows pixels of the inside again (np.pad's edge or reflect): black is 0.")(
    lambda image, width: np.pad(cut_off(image, width), [(width, width)] * 2 + [(0, 0)] * (image.ndim - 2), mode="edge")
)
ex.slip("the frame is one pixel too wide.", strips(*"tblr", width=lambda width: width + 1))
ex.slip("the frame is one pixel too narrow.", strips(*"tblr", width=lambda width: max(width - 1, 0)))
ex.slip("the frame is twice as wide: width is meant for each side.", strips(*"tblr", width=lambda width: 2 * width))
ex.slip("the frame is half as wide: width is meant for each side.", strips(*"tblr", width=lambda width: width // 2))


def far_sides(shift):
    """Return an answer whose strips at the bottom and the right are too wide or too narrow."""

    def answer(image, width):
        rows, cols = image.shape[:2]
        framed = strips("t", "l")(image, width)
        framed[max(rows - width - shift, 0) :] = 0
        framed[:, max(cols - width - shift, 0) :] = 0
        return framed

    return answer


ex.slip("bottom and right are one pixel too wide: the last width rows begin at rows - width.", far_sides(1))
ex.slip("bottom and right are one pixel too narrow: the last width rows begin at rows - width.", far_sides(-1))


@ex.slip("rows and columns are exchanged at the bottom or the right: shape is (rows, cols).")
def exchanged(image, width):
    rows, cols = image.shape[:2]
    framed = strips("t", "l")(image, width)
    framed[cols - width :] = 0
    framed[:, rows - width :] = 0
    return framed


@ex.slip("the picture was moved: what lies inside the frame stays where it was.")
def moved(image, width):
    rows, cols = image.shape[:2]
    framed = np.zeros_like(image)
    framed[width : rows - width, width : cols - width] = image[: max(rows - 2 * width, 0), : max(cols - 2 * width, 0)]
    return framed


@ex.slip("one channel became 0 in the frame, the others did not: black is 0 in all three.")
def one_channel(image, width):
    if image.ndim == 2:
        return frame(image, width)
    return np.concatenate([frame(image[..., :1], width), image[..., 1:]], axis=-1)


@ex.slip("a line was drawn, one pixel wide: image[width] is one row, image[:width] are all rows before it.")
def line(image, width):
    framed = image.copy()
    framed[width] = framed[-width - 1] = 0
    framed[:, width] = framed[:, -width - 1] = 0
    return framed


ex.slip("all of it is black: the inside should stay.", lambda image, width: np.zeros_like(image))
ex.slip("this is the picture as it was. No strip was painted yet.", lambda image, width: image.copy())

ex.wrong("asked is a copy", lambda image, width: image if width == 0 else frame(image, width))


@ex.wrong("changed the picture")
def in_place(image, width):
    image[:width] = 0
    return image


@ex.slip("top and left are one pixel too wide: the first width rows end before row number width, so < and not <=.")
def near_sides_too_wide(image, width):
    framed = frame(image, width)
    framed[: width + 1] = 0
    framed[:, : width + 1] = 0
    return framed


ex.slip("two things: the frame is white, black is 0; and two of its four sides are missing.", strips(*"lr", black=255))
ex.slip("two things: the frame is white, black is 0; and two of its four sides are missing.", strips(*"tb", black=255))
