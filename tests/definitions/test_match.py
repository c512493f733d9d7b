"""Descriptors and matches against loops over points and pairs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy.spatial.distance import cdist

from course_lib.feature import corner_harris, corner_peaks, match_descriptors, patch_descriptors
from course_lib.feature.match import all_distances


def slow_descriptor(image, row, col, size):
    rows, cols = image.shape
    half = size // 2
    patch = []
    for r in range(row - half, row + half + 1):
        for c in range(col - half, col + half + 1):
            y, x = r % (2 * rows), c % (2 * cols)  # mirrored: 0 1 2 | 2 1 0 | 0 1 2
            patch.append(image[min(y, 2 * rows - 1 - y), min(x, 2 * cols - 1 - x)])
    patch = np.array(patch) - sum(patch) / len(patch)
    length = sum(patch**2) ** 0.5
    return patch / length if length > 1e-9 else patch * 0


@settings(max_examples=30)
@given(st.integers(0, 10**6), st.sampled_from([1, 3, 5, 9]))
def test_a_descriptor_is_its_patch_without_brightness_and_contrast(seed, size):
    rng = np.random.default_rng(seed)
    image = rng.random(rng.integers(1, 9, 2))
    points = rng.integers(0, image.shape, (4, 2))
    ours = patch_descriptors(image, points, size)
    expected = [slow_descriptor(image, row, col, size) for row, col in points]
    assert_allclose(ours, expected, atol=1e-9)
    brighter = patch_descriptors(image * 3 + 7, points, size)
    assert_allclose(brighter, ours, atol=1e-9)


def slow_matches(first, second, cross_check, max_distance, max_ratio):
    def distance(a, b):
        return sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5

    matches = []
    for i, a in enumerate(first):
        sorted_by_distance = sorted(range(len(second)), key=lambda j: (distance(a, second[j]), j))
        j = sorted_by_distance[0]
        back = min(range(len(first)), key=lambda k: (distance(first[k], second[j]), k))
        near = distance(a, second[j])
        second_nearest = distance(a, second[sorted_by_distance[1]]) if len(second) > 1 else np.inf
        sure = near < max_ratio * second_nearest or max_ratio == 1
        if (not cross_check or back == i) and near < max_distance and sure:
            matches.append([i, j])
    return matches


@settings(max_examples=50)
@given(st.integers(0, 10**6), st.booleans(), st.sampled_from([np.inf, 0.5]), st.sampled_from([1.0, 0.7]))
def test_matches_are_the_nearest_pairs(seed, cross_check, max_distance, max_ratio):
    rng = np.random.default_rng(seed)
    first, second = rng.random((rng.integers(1, 7), 3)), rng.random((rng.integers(1, 7), 3))
    ours = match_descriptors(first, second, None, max_distance, cross_check, max_ratio)
    assert ours.tolist() == slow_matches(first, second, cross_check, max_distance, max_ratio)


def test_bits_are_compared_by_the_share_that_differs():
    first = np.array([[True, True, False, False]])
    second = np.array([[False, False, True, True], [True, True, True, False]])
    assert match_descriptors(first, second).tolist() == [[0, 1]]
    assert len(match_descriptors(first, second, max_distance=0.25)) == 0


def test_corners_find_themselves_in_a_shifted_darker_picture():
    rng = np.random.default_rng(3)
    scene = np.kron(rng.random((16, 16)), np.ones((8, 8)))
    one, other = scene[:100, :100], 0.5 * scene[5:105, 9:109] + 0.1
    points, others = (corner_peaks(corner_harris(p), min_distance=5, threshold_rel=0.02) for p in (one, other))
    matches = match_descriptors(patch_descriptors(one, points), patch_descriptors(other, others), max_ratio=0.8)
    shift = points[matches[:, 0]] - others[matches[:, 1]]
    assert len(matches) > 50
    assert (shift == (5, 9)).all(axis=1).mean() > 0.9


def test_no_points_give_no_descriptors_and_a_constant_patch_zeros():
    image = np.full((9, 9), 0.1)
    none, one = patch_descriptors(image, np.empty((0, 2), int)), patch_descriptors(image, [[4, 4]])
    assert none.shape == (0, 81)
    for pair in ((none, one), (one, none), (none, none)):
        assert match_descriptors(*pair).shape == (0, 2)
    assert not patch_descriptors(image, [[4, 4]]).any()


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    image = np.eye(9)
    with pytest.raises(ValueError, match="odd number"):
        patch_descriptors(image, [[4, 4]], patch_size=4)
    with pytest.raises(TypeError, match="odd whole number of pixels"):
        patch_descriptors(image, [[4, 4]], patch_size=9.0)
    with pytest.raises(ValueError, match="in this order"):
        patch_descriptors(image, [[4, 9]])
    with pytest.raises(ValueError, match=r"\(row, col\)"):
        patch_descriptors(image, [[4.5, 4]])
    with pytest.raises(ValueError, match="the same way"):
        match_descriptors(np.ones((2, 3)), np.ones((2, 4)))
    with pytest.raises(ValueError, match="one row for each point"):
        match_descriptors(np.ones(3), np.ones((2, 3)))
    with pytest.raises(ValueError, match="choose one of"):
        match_descriptors(np.ones((2, 3)), np.ones((2, 3)), metric="nearest")


@pytest.mark.parametrize("metric", ["euclidean", "cityblock", "hamming"])
@pytest.mark.parametrize("sizes", [(1, 70000), (301, 300), (70000, 1)])
def test_distances_by_threads_are_the_same_numbers(metric, sizes):
    rng = np.random.default_rng(0)
    first, second = (rng.integers(0, 3, (size, 4)).astype(float) for size in sizes)
    np.testing.assert_array_equal(all_distances(first, second, metric), cdist(first, second, metric))
