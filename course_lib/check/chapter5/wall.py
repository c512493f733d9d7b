"""The pairs of pictures that a project aligns: a wall, from a camera that was turned, with a ball in front of it."""

import numpy as np

from ... import data
from ...color import rgb2gray
from ...explore.matching import known_motion, turned_and_moved


def photographs(number=0):
    """Return two photographs of one wall, and the truth: motion, light, the first as the second shows it, the ball.

    For the second photograph the camera was turned, the light has changed, and a ball flies in front of the wall.
    """
    name, rows, cols, angle, move, light, place = (
        ("palace", 150, 250, 8, (6, -9), 0.6, (75, 160)),
        ("chateau", 130, 300, -6, (-8, 5), 0.75, (120, 90)),
        ("palace", 330, 300, -9, (4, 7), 0.8, (95, 140)),
    )[number]
    first = np.ascontiguousarray(rgb2gray(data.load(name))[rows : rows + 200, cols : cols + 256])
    r, c = np.mgrid[:200, :256]
    ball = (r - place[0]) ** 2 + (c - place[1]) ** 2 < 8**2
    later = np.where(ball, 0, first)
    second = light * turned_and_moved(later, angle, move)
    return first, second, (known_motion(first.shape, angle, move), light, light * later, ball)
