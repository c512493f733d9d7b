"""The pictures of dice that a project is tried on: thrown in other ways, with things that are neither die nor dot."""

import functools

import numpy as np

from ... import data
from ...transform import rescale
from ...util import img_as_ubyte

DARK = (30, 30, 30)


@functools.cache
def throws():
    """Return pictures of dice with their values from left to right, and a word on each."""
    dice = data.load("dice")
    near = dice[60:420, 60:580]  # less of the cloth, which takes time
    crumbs = with_crumbs(near, 14)
    specks = with_squares(with_crumbs(near, 24), ((129, 114), (100, 420), (270, 260)), 5, DARK)
    two = small_below_large(dice)
    return (
        ("as it is", dice, [6, 3, 5]),
        ("mirrored", near[:, ::-1], [5, 3, 6]),
        ("turned by 90 degrees", np.rot90(near), [5, 6, 3]),
        ("turned the other way", np.rot90(near, -1), [3, 6, 5]),
        ("with one die", dice[:, :270], [6]),
        ("with six dice", np.hstack([near, near[:, ::-1]]), [6, 3, 5, 5, 3, 6]),
        ("in half the light", (near * 0.5).astype(np.uint8), [6, 3, 5]),
        ("at half the size", scaled(near, 1 / 2), [6, 3, 5]),
        ("with crumbs on the cloth", crumbs, [6, 3, 5]),
        ("with a small die below a large one", two, [5, 6]),
        ("with a small die below a large one, mirrored", two[:, ::-1], [6, 5]),
        ("at a third of the size", scaled(near, 1 / 3), [6, 3, 5]),
        ("at twice the size, with crumbs on the cloth and specks on the dice", scaled(specks, 2), [6, 3, 5]),
    )


def small_below_large(dice):
    """Return two dice: the small one's middle lies to the left of the large one's, its left edge to the right.

    In the mirrored picture the same is so with the right edges.
    """
    two = np.concatenate([dice[110:260, 100:250], dice[:120, :150]])
    two[150:262, 11:123] = scaled(dice[105:254, 385:534], 0.75)
    return two


def scaled(image, scale):
    return img_as_ubyte(rescale(image, scale, anti_aliasing=scale < 1, channel_axis=-1))


def with_crumbs(image, side):
    """Return a copy of the dice with five bright crumbs on the cloth, each with a dark middle."""
    middles = (30, 40), (20, 260), (330, 60), (340, 490), (250, 500)
    return with_squares(with_squares(image, middles, side, (230, 225, 210)), middles, 6, DARK)


def with_squares(image, middles, side, colour):
    """Return a copy of a picture with squares of one colour on it."""
    copy = image.copy()
    for row, col in middles:
        copy[row - side // 2 : row - side // 2 + side, col - side // 2 : col - side // 2 + side] = colour
    return copy
