"""Labels against their definition: neighbours of equal value agree on a number."""

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from course_lib import plainly
from course_lib.measure import label
from course_lib.morphology.runs import find_runs

pictures = arrays.arrays(np.int64, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.integers(0, 3))


@settings(max_examples=60)
@given(pictures, st.sampled_from([0, 1, -1]), st.sampled_from([1, 2]))
def test_regions_and_their_numbers_are_those_of_the_definition(image, background, connectivity):
    expected = plainly.label(image, background, connectivity)
    labels, count = label(image, background, return_num=True, connectivity=connectivity)
    assert_array_equal(labels, expected)
    assert count == expected.max()


@settings(max_examples=30)
@given(pictures, st.sampled_from([0, 1, -1]), st.sampled_from([1, 2]))
def test_a_mask_is_numbered_like_the_integers_it_stands_for(image, background, connectivity):
    mask = image > 1
    expected = plainly.label(mask.astype(int), background, connectivity)
    assert_array_equal(label(mask, background, connectivity=connectivity), expected)


def test_a_spiral_is_one_region():
    spiral = np.array([[1, 1, 1, 1, 1], [0, 0, 0, 0, 1], [1, 1, 1, 0, 1], [1, 0, 0, 0, 1], [1, 1, 1, 1, 1]])
    assert label(spiral, connectivity=1).max() == 1


def test_numbers_follow_reading_order_in_a_large_picture():
    image = np.random.default_rng(0).integers(0, 3, (200, 300))
    labels = label(image, background=-1)
    first_seen = labels.ravel()[np.sort(np.unique(labels, return_index=True)[1])]
    assert_array_equal(first_seen, np.arange(1, labels.max() + 1))


def test_every_run_is_one_value_of_one_row():
    image = np.array([[1, 1, 2], [2, 2, 2]])
    runs, starts = find_runs(image)
    assert_array_equal(runs, [[0, 0, 1], [2, 2, 2]])
    assert starts.sum() == 3


def test_the_default_is_corners_and_black_background():
    image = np.eye(3, dtype=int)
    assert label(image).max() == 1
    assert label(image, connectivity=1).max() == 3


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    with pytest.raises(TypeError, match="image > level"):
        label(np.zeros((3, 3)))
    with pytest.raises(ValueError, match="edges and corners"):
        label(np.eye(3, dtype=int), connectivity=3)
    with pytest.raises(TypeError, match="background"):
        label(np.eye(3, dtype=int), background="black")
