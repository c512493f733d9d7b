"""Erosion and dilation: the explorer and the step-through."""

import numpy as np
import pytest

from course_lib import data, explore, morphology, steps


@pytest.mark.parametrize("operation", ["erosion", "dilation"])
def test_the_erosion_ends_at_the_librarys_result(operation, last_step):
    through = last_step(steps.erosion, operation=operation, footprint="disk", radius=2)
    expected = getattr(morphology, operation)(through.image > 127, morphology.disk(2))
    np.testing.assert_array_equal(through.panes["result so far"].values, expected)


def test_the_explorer_shows_the_librarys_result():
    closed = morphology.closing(data.coins(), morphology.disk(5))
    np.testing.assert_array_equal(explore.morphology(operation="closing", radius=5).panes["result"], closed)


def test_a_mask_is_told_with_its_parts():
    assert "in 72 parts and 15" in explore.morphology(data.load("world"), radius=3).panes["text"]
