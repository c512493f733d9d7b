"""A global threshold, and its inverse: the explorer."""

import numpy as np

from course_lib import data, explore


def test_the_line_of_the_threshold_makes_the_mask_on_the_screen():
    explorer = explore.threshold(level=90, inverted=True)
    names = {"image": data.coins()}
    exec(explorer.code(), names)
    np.testing.assert_array_equal(names["mask"], explorer.panes["mask"])
