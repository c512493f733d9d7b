"""A window that moves over a few pixels: where it is at a step, and what is done by then."""

import numpy as np


def middle(image, side):
    """Return the middle of a picture, at most `side` pixels high and wide."""
    top, left = (max((length - side) // 2, 0) for length in image.shape[:2])
    return image[top : top + side, left : left + side]


def reached_after(image, step):
    """Return the pixel (row, col) that a step looks at, and a mask of the pixels done by then."""
    last = min(step, image.size - 1)
    return divmod(last, image.shape[1]), np.arange(image.size).reshape(image.shape) <= last


def around(row, col, shape, half=1):
    """Return the cells of the window around a pixel that lie in the picture, to outline them."""
    rows = range(max(row - half, 0), min(row + half + 1, shape[0]))
    return tuple((r, c) for r in rows for c in range(max(col - half, 0), min(col + half + 1, shape[1])))
