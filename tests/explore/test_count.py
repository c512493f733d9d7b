"""Counting by contours: the explorer."""

import re

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, filters, measure
from course_lib.explore.count import DOTS
from course_lib.explore.overlay import GREEN
from course_lib.explore.samples import dice_grey


def test_the_dots_are_where_the_table_says():
    grey = dice_grey()
    regions = measure.regionprops(measure.label(grey <= filters.threshold_otsu(grey)))
    found = sorted(tuple(np.rint(r.centroid).astype(int).tolist()) for r in regions if r.area < 1000)
    assert_allclose(found, sorted(dot for die in DOTS for dot in die), atol=1)
    assert [len(die) for die in DOTS] == [6, 5, 3]


def counted(explorer):
    return re.findall(r"(\d+)</b> \((\d+) wrong, (\d+) missed\)", explorer.panes["text"])


@pytest.mark.parametrize(
    ("parameters", "by_contours", "by_regions"),
    [
        ({}, ("0", "0", "14"), ("0", "0", "14")),
        ({"max_points": 100, "max_area": 1000}, ("14", "0", "0"), ("14", "0", "0")),
        ({"max_points": 100, "max_area": 1000, "blur": 4.5}, ("14", "0", "0"), ("14", "0", "0")),
        ({"max_points": 100, "max_area": 1000, "blur": 5.0}, ("9", "0", "5"), ("10", "1", "5")),
        ({"max_points": 100, "max_area": 1000, "blur": 5.5}, ("8", "0", "6"), ("8", "0", "6")),
        (
            {"max_points": 100, "max_area": 1000, "level": 0.4, "min_points": 30, "min_area": 100},
            None,
            ("14", "0", "0"),
        ),
    ],
)
def test_counting_marks_what_is_wrong_and_what_is_missed(parameters, by_contours, by_regions):
    explorer = explore.count(**parameters)
    contours, regions = counted(explorer)
    assert by_contours in (None, contours)
    assert regions == by_regions
    greens = (explorer.panes["by regions"] == GREEN).all(axis=-1).any()
    assert greens == (by_regions[0] != "0")


def test_specks_of_the_cloth_are_counted_wrongly_by_contours():
    count, wrong, missed = counted(explore.count(level=0.4, max_points=100))[0]
    assert int(count) - int(wrong) == 14 - int(missed)
    assert int(wrong) > 50


def test_of_an_own_picture_nobody_knows_the_number():
    explorer = explore.count(data.coins(), max_points=200, max_area=1000)
    assert "wrong" not in explorer.panes["text"]
    assert "nobody has told" in explorer.panes["text"]


@pytest.mark.parametrize("level", [0.62, 0.638, 0.64, 0.66])
def test_at_sigma_6_two_rows_of_three_dots_are_one_at_any_level_near_otsus(level, told):
    text = told(explore.count(level=level, blur=6.0, max_area=800))  # of a dot and more, less than three
    assert "by regions: 8 (0 wrong, 6 missed)" in text
