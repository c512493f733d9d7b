"""Adaptive equalisation: the explorer and the step-through."""

import numpy as np

from course_lib import data, exposure, steps


def test_one_tile_is_mapped_by_its_own_running_sum():
    chest = data.load("chest_phantom")
    shown = steps.adaptive_equalization(step=4, row=2, col=1, clip_limit=0.0).panes["result"]
    tile = np.s_[260:390, 130:260]
    bins = np.rint((chest - 84.0) / 76 * 127).astype(int)[tile]
    running = np.cumsum(np.bincount(bins.ravel(), minlength=128)) / bins.size
    np.testing.assert_allclose(shown[tile], running[bins], atol=1e-4)


def test_the_step_through_ends_at_the_librarys_result(last_step):
    tiles = exposure.equalize_adapthist(data.load("chest_phantom"), 130, 0.02, 128)
    np.testing.assert_array_equal(last_step(steps.adaptive_equalization).panes["result"], tiles)


def test_no_chart_is_empty_at_the_first_step():
    panes = steps.adaptive_equalization().panes
    assert panes["histogram of the tile"].curves
    assert panes["its curve"].curves
