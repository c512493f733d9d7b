"""The pixels of a colour picture as points: the red-green plane, and squares that mark colours in it."""

import numpy as np

from ..base.dtype import as_float

PLANE = 128  # side of the red-green plane


def points_of(image):
    """Return the pixels of a colour picture as (pixels, 3) floats, as k-means takes them."""
    return as_float(image).astype(float).reshape(-1, 3)


def colour_plane(points, labels, colours, squares):
    """Return the red-green plane: red to the right, green upwards, each pixel's place in its group's colour.

    More colours, those that k-means moves, are `squares` with a black and white frame.
    """
    plane = np.full((PLANE, PLANE, 3), 0.93)

    def place(values):
        across, up = np.rint(values[:, :2].clip(0, 1) * (PLANE - 1)).astype(int).T
        return PLANE - 1 - up, across

    plane[place(points)] = colours[labels]
    half = 5
    inside = np.clip(place(squares), half, PLANE - 1 - half)  # whole squares, those of the strongest colours too
    for colour, row, col in zip(squares, *inside, strict=True):
        put_square(plane, row, col, colour, half)
    return plane.clip(0, 1)


def put_square(picture, row, col, colour, half=5):
    """Draw a square with a black and a white frame into a float picture."""
    for reach, shade in ((half, 0.0), (half - 1, 1.0), (half - 3, colour)):
        picture[max(row - reach, 0) : row + reach + 1, max(col - reach, 0) : col + reach + 1] = shade
