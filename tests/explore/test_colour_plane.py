"""The pixels of a colour picture as points: the red-green plane, and squares that mark colours in it."""

import numpy as np
from numpy.testing import assert_array_equal

from course_lib.explore.colour_plane import PLANE, colour_plane


def test_the_plane_shows_red_to_the_right_and_green_upwards():
    colours = np.array([[1.0, 0, 0], [0, 1, 0]])
    plane = colour_plane(colours, np.array([0, 1]), colours, colours)
    assert plane.shape == (PLANE, PLANE, 3)
    assert_array_equal(plane[-6, -6], [1, 0, 0])
    assert_array_equal(plane[5, 5], [0, 1, 0])
