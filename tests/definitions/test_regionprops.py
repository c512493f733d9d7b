"""Region properties against loops over each region's pixels."""

import copy

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal

from course_lib.measure import label, regionprops
from course_lib.measure import regions as module

pictures = arrays.arrays(np.int64, st.tuples(st.integers(1, 9), st.integers(1, 9)), elements=st.integers(-1, 3))

STEP = {
    (2, 0): 1,
    (3, 0): 1,
    (2, 1): 1,
    (3, 1): 1,
    (2, 2): 1,
    (3, 2): 1,
    (0, 2): 2**0.5,
    (1, 3): 2**0.5,
    (1, 1): (1 + 2**0.5) / 2,
    (1, 2): (1 + 2**0.5) / 2,
}


def slow_perimeter(pixels):
    """Sum over the outline's pixels of what their neighbours on the outline add."""
    outline = {
        p for p in pixels if any((p[0] + dr, p[1] + dc) not in pixels for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)))
    }
    total = 0.0
    for r, c in outline:
        edges = sum((r + dr, c + dc) in outline for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)))
        corners = sum((r + dr, c + dc) in outline for dr, dc in ((1, 1), (1, -1), (-1, 1), (-1, -1)))
        total += STEP.get((edges, corners), 0)
    return total


@settings(max_examples=60)
@given(pictures, st.sampled_from([1, 1000, 10**7]))
def test_every_property_is_that_of_a_loop_over_the_regions_pixels(image, stretch):
    labels = image * stretch
    regions = regionprops(labels)
    assert [region.label for region in regions] == sorted({v for v in labels.ravel().tolist() if v > 0})
    for region in regions:
        pixels = [(r, c) for r, c in np.ndindex(labels.shape) if labels[r, c] == region.label]
        rows, cols = [p[0] for p in pixels], [p[1] for p in pixels]
        assert region.area == len(pixels)
        assert region.bbox == (min(rows), min(cols), max(rows) + 1, max(cols) + 1)
        assert region.centroid == pytest.approx((sum(rows) / len(pixels), sum(cols) / len(pixels)))
        assert region.perimeter == pytest.approx(slow_perimeter(set(pixels)))
        assert region.extent == pytest.approx(len(pixels) / region.area_bbox)
        assert_array_equal(region.coords, pixels)
        assert region.image.sum() == len(pixels)


def test_dots_are_counted_and_measured():
    r, c = np.mgrid[:40, :90]
    dots = np.zeros((40, 90), bool)
    for centre in (15, 45, 75):
        dots |= (r - 20) ** 2 + (c - centre) ** 2 <= 100
    regions = regionprops(label(dots))
    assert [region.centroid for region in regions] == [(20, 15), (20, 45), (20, 75)]
    for region in regions:
        assert region.perimeter == pytest.approx(2 * np.pi * 10, rel=0.06)
        assert region.equivalent_diameter_area == pytest.approx(20, rel=0.01)


def test_a_region_says_what_it_is_and_takes_names_in_brackets():
    (region,) = regionprops(np.array([[0, 4], [0, 4]]))
    assert region["area"] == region.area == 2
    assert repr(region) == "<region 4: 2 pixels around (0.5, 1.0)>"


def test_only_what_is_asked_for_is_measured(monkeypatch):
    regions = regionprops(np.array([[0, 4], [2, 4]]))

    def not_asked_for(*_):
        raise AssertionError("measured, though nobody asked")

    monkeypatch.setattr(module, "perimeters", not_asked_for)
    monkeypatch.setattr(module, "_centroids", not_asked_for)
    assert [region.area for region in regions] == [1, 2]
    with pytest.raises(AssertionError, match="nobody asked"):
        regions[0].perimeter  # noqa: B018


def test_regions_are_those_of_the_picture_as_it_was():
    labels = np.array([[0, 4], [2, 4]])
    first, second = regionprops(labels)
    labels[:] = 0
    assert (first.bbox, second.bbox) == ((1, 0, 2, 1), (0, 1, 2, 2))
    assert_array_equal(second.coords, [[0, 1], [1, 1]])


def test_background_alone_has_no_regions():
    assert regionprops(np.zeros((3, 3), int)) == []


def test_masks_and_floats_are_refused_with_the_remedy():
    with pytest.raises(TypeError, match="with label"):
        regionprops(np.ones((3, 3), bool))
    with pytest.raises(TypeError, match="image > level"):
        regionprops(np.ones((3, 3)))


def test_a_mask_of_0_and_255_is_told_from_labels():
    mask = np.eye(5, dtype=np.uint8) * np.uint8(255)
    with pytest.warns(UserWarning, match="the one label 255"):
        regionprops(mask)
    assert len(regionprops(mask // 255)) == 1  # 1 may well be meant
    assert len(regionprops(np.arange(256).reshape(16, 16))) == 255


def test_what_a_region_has_not_is_told_with_where_it_is():
    region = regionprops(np.ones((3, 4), int))[0]
    with pytest.raises(
        AttributeError, match=r"no 'eccentricity', only area, area_bbox, .*skimage\.measure\.regionprops"
    ):
        region.eccentricity  # noqa: B018
    assert copy.copy(region).area == 12
