"""Supervised segmentation: the explorer."""

import numpy as np
from numpy.testing import assert_array_equal

from course_lib import data, explore


def test_the_line_of_code_makes_the_mask_on_the_screen():
    marked = explore.supervised(row_a=0.0, col_a=0.0, row_b=0.44, col_b=0.44)
    exec(marked.code(), names := {"image": data.load("grapefruit")[::2, ::2], "np": np})
    assert_array_equal(marked.panes["nearer to a (white)"], names["nearer_to_a"])


def test_a_mark_between_flesh_and_pith_nearly_finds_the_whole_fruit():
    rows, cols = np.mgrid[:480:2, :640:2]
    fruit = ((rows - 249) / 192) ** 2 + ((cols - 218) / 196) ** 2 < 1
    fruit |= ((rows - 221) / 130) ** 2 + ((cols - 499) / 132) ** 2 < 1
    found = explore.supervised(row_a=0.25, col_a=0.25, row_b=1.0, col_b=0.9).panes["nearer to a (white)"]
    assert 0.9 < (found & fruit).sum() / (found | fruit).sum() < 0.95
