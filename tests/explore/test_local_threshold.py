"""Local thresholds: the explorer and the step-through."""

import numpy as np
import skimage

from course_lib import data, explore, filters, steps


def test_the_line_of_the_local_threshold_makes_the_mask_on_the_screen():
    explorer = explore.local_threshold(block_size=21, method="gaussian", offset=7)
    names = {"image": data.load("page_dim"), "filters": skimage.filters}
    exec(explorer.code(), names)
    assert (names["mask"] != explorer.panes["mask"]).mean() < 1e-3


def test_the_local_step_through_ends_with_the_whole_mask():
    last = steps.local_threshold.spec.controls["step"][1]
    through = steps.local_threshold(step=last)
    image = through.image
    expected = image > filters.threshold_local(image, 7, method="mean", offset=8)
    np.testing.assert_array_equal(through.panes["mask so far"] == 255, expected)
