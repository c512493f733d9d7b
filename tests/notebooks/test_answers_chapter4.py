"""Numbers that chapter 4 says and none of its cells prints: those of its explorers are in test_told.py."""

import numpy as np
import pytest

from course_lib import color, data, explore, filters, measure, segmentation, util

ROWS, COLS = np.mgrid[:240, :320] * 2
TRUTH = (((ROWS - 249) / 192) ** 2 + ((COLS - 218) / 196) ** 2 < 1) | (
    ((ROWS - 221) / 130) ** 2 + ((COLS - 499) / 132) ** 2 < 1
)
GREY = color.rgb2gray(data.load("dice"))


@pytest.mark.parametrize(("controls", "least", "most"), [({}, 0.5, 0.7), ({"row_b": 0.9, "col_b": 0.45}, 0.97, 0.99)])
def test_a_mark_in_the_dark_shadow_nearly_parts_the_fruit_from_the_rest(controls, least, most):
    white = explore.supervised(**controls).panes["nearer to a (white)"] > 0
    assert least < (white & TRUTH).sum() / (white | TRUTH).sum() < most


@pytest.mark.parametrize(("mode", "pixels"), [("inner", 709), ("outer", 689), ("thick", 1398)])
def test_inside_and_outside_are_halves_of_a_boundary(mode, pixels):
    assert f"<b>{pixels}</b> pixels" in explore.boundaries(mode=mode).panes["text"]


def test_the_ring_around_a_dot_has_a_longer_line_outside_and_a_shorter_one_inside():
    lengths = [len(contour) for contour in measure.find_contours(filters.sobel(GREY) > 0.1, 0.5)]
    assert sum(63 <= length <= 65 for length in lengths) == sum(89 <= length <= 93 for length in lengths) == 14


def test_rows_of_dots_that_melt_have_an_outline_three_times_as_long():
    binary = filters.gaussian(GREY, 5.5) > filters.threshold_otsu(GREY)
    lengths = sorted(len(contour) for contour in measure.find_contours(binary, 0.5))
    assert [length for length in lengths if length < 450][-2:] == [243, 251]
    assert lengths[:8][-1] < 90


def test_four_groups_of_the_fruit_lie_in_two_dozen_places_that_one_sees():
    groups, _ = segmentation.kmeans(util.img_as_float(data.load("grapefruit"))[::2, ::2], 4)
    assert (np.bincount(measure.label(groups, background=-1).ravel())[1:] > 200).sum() == 25
