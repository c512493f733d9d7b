"""A global threshold, and its inverse: the explorer."""

import numpy as np

from course_lib import color, data, explore


def test_the_line_of_the_threshold_makes_the_mask_on_the_screen():
    explorer = explore.threshold(level=90, inverted=True)
    names = {"image": data.coins()}
    exec(explorer.code(), names)
    np.testing.assert_array_equal(names["mask"], explorer.panes["mask"])


def test_no_level_keeps_the_whole_fruit_and_drops_the_cloth():
    grey = color.rgb2gray(data.load("grapefruit"))
    pith, flesh, cloth = grey[250, 215], grey[140, 200], grey[60, 560]
    assert flesh < cloth < pith
