"""Supervised segmentation: the explorer."""

import numpy as np
from numpy.testing import assert_array_equal

from course_lib import data, explore


def test_the_line_of_code_makes_the_mask_on_the_screen():
    marked = explore.supervised(row_a=0.0, col_a=0.0, row_b=0.44, col_b=0.44)
    exec(marked.code(), names := {"image": data.load("grapefruit")[::2, ::2], "np": np})
    assert_array_equal(marked.panes["nearer to a (white)"], names["nearer_to_a"])
