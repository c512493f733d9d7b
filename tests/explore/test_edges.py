"""Edges: the explorer."""

import numpy as np

from course_lib import data, explore, filters


def test_it_shows_the_librarys_result():
    vertical = filters.sobel_v(data.camera())
    np.testing.assert_array_equal(explore.edges(direction="vertical edges").panes["result"], vertical)
