"""Chapter 4's exercises: nonsense is wrong, and their pictures differ where answers could agree by chance."""

import numpy as np
import pytest

from course_lib import measure
from course_lib.check import EXERCISES, verdict
from course_lib.check.chapter4.dice import throws
from course_lib.check.chapter4.e13_largest_thing import masks


@pytest.mark.parametrize("id", [id for id in EXERCISES if id.startswith("4.")])
@pytest.mark.parametrize(
    "nonsense",
    [
        5,
        "text",
        np.zeros(3),
        lambda: 1,
        lambda *a: "text",
        lambda *a: float("nan"),
        lambda *a: np.zeros((0, 2)),
        lambda *a: [[1], [2, 3]],
        lambda *a: np.full((3, 4), np.nan),
        lambda *a: object(),
        lambda *a: {},
        lambda *a: -1,
        lambda *a: a[0],
        lambda *a: np.array(["a"]),
        lambda *a: [np.zeros(2), np.zeros((2, 2))],
    ],
)
def test_nonsense_is_wrong_and_stops_nothing(id, nonsense):
    assert verdict(id, nonsense).state == "wrong"


def test_the_masks_differ_in_where_their_largest_region_is():
    places = [np.bincount(measure.label(mask).ravel())[1:].argmax() for mask in masks()]
    assert len(set(places)) >= 2
    assert any(place > 0 for place in places)


def test_no_two_throws_have_all_values_in_common_except_those_that_ask_for_the_light_or_the_size():
    values = [tuple(found) for _, _, found in throws()]
    assert len(set(values)) >= 6
