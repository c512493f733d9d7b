"""Boundaries of labels against a look at every pixel's neighbours."""

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from course_lib.segmentation import find_boundaries, mark_boundaries

pictures = arrays.arrays(np.int64, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.integers(0, 2))


def slow_boundaries(labels, connectivity, mode, background):
    rows, cols = labels.shape
    out = np.zeros(labels.shape, bool)
    for r, c in np.ndindex(labels.shape):
        around = [
            (labels[r + i, c + j], abs(i) + abs(j))
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            if 0 <= r + i < rows and 0 <= c + j < cols
        ]
        own = labels[r, c]
        out[r, c] = any(value != own and far <= connectivity for value, far in around)
        if mode == "inner":
            out[r, c] &= own != background
        if mode == "outer" and own != background:
            out[r, c] &= any(value not in (own, background) for value, _ in around)
    return out


@settings(max_examples=80)
@given(pictures, st.sampled_from([1, 2]), st.sampled_from(["thick", "inner", "outer"]), st.sampled_from([0, 1]))
def test_boundaries_are_where_neighbours_differ(labels, connectivity, mode, background):
    ours = find_boundaries(labels, connectivity, mode, background)
    assert_array_equal(ours, slow_boundaries(labels, connectivity, mode, background))


@settings(max_examples=40)
@given(pictures)
def test_lines_between_pixels_part_what_differs(labels):
    lines = find_boundaries(labels, mode="subpixel")
    for r, c in np.ndindex(lines.shape):
        meeting = labels[r // 2 : (r + 1) // 2 + 1, c // 2 : (c + 1) // 2 + 1]
        assert lines[r, c] == (len(np.unique(meeting)) > 1)


def test_marks_are_drawn_on_a_copy():
    image = np.full((5, 6), 0.5, np.float32)
    labels = np.ones((5, 6), int)
    labels[:, 3:] = 2
    marked = mark_boundaries(image, labels, color=(1, 0, 0), outline_color=(0, 0, 1))
    assert marked.dtype == np.float32
    assert_array_equal(marked[0], [[0.5] * 3, [0, 0, 1], [1, 0, 0], [1, 0, 0], [0, 0, 1], [0.5] * 3])
    assert (image == 0.5).all()
    assert mark_boundaries(image, labels, mode="subpixel").shape == (9, 11, 3)


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    labels = np.ones((3, 3), int)
    with pytest.raises(ValueError, match="choose one of"):
        find_boundaries(labels, mode="fat")
    with pytest.raises(ValueError, match="edges and corners"):
        find_boundaries(labels, connectivity=0)
    with pytest.raises(ValueError, match="labels of the picture's shape"):
        mark_boundaries(np.zeros((4, 4)), labels)
    with pytest.raises(ValueError, match="three numbers"):
        mark_boundaries(np.zeros((3, 3)), labels, color="red")
