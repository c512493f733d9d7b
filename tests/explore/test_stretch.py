"""Contrast and stretching: the explorer."""

import numpy as np

from course_lib import data, explore, exposure


def test_it_shows_the_librarys_result():
    stretched = exposure.rescale_intensity(data.load("chest_phantom"))
    np.testing.assert_array_equal(explore.stretch().panes["stretched"], stretched)
