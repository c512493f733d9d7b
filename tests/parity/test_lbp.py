"""LBP codes against scikit-image's, which are asked for one at a time."""

import numpy as np
import skimage

from course_lib import data
from course_lib.feature.lbp import lbp_codes, summed_area_table


def test_equal_codes_at_every_place_and_with_blocks_that_are_no_squares():
    small = data.camera()[::16, ::16].astype(float)
    levels = np.rint((small - small.min()) / np.ptp(small) * 4095)  # what our table counts in
    sums = skimage.transform.integral_image(levels)
    rows, cols = np.divmod(np.arange(20 * 20), 20)
    table = summed_area_table(levels)
    for width, height in ((1, 1), (4, 3), (2, 4)):
        theirs = [skimage.feature.multiblock_lbp(sums, r, c, width, height) for r, c in zip(rows, cols, strict=True)]
        assert lbp_codes(table, rows, cols, width, height).tolist() == theirs
