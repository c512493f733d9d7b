"""Corner measures and peaks against loops over pixels."""

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.feature import corner_harris, corner_peaks, corner_shi_tomasi, peak_local_max, structure_tensor
from course_lib.feature.peak import window_maximum

SHAPES = st.tuples(st.integers(1, 8), st.integers(1, 8))
pictures = arrays.arrays(np.int64, SHAPES, elements=st.integers(0, 4))


def slow_tensor(image, sigma):
    """Sum over all pixels: the products of their gradients, weighted by distance; black beyond the border."""
    rows, cols = image.shape
    down, across = np.zeros(image.shape), np.zeros(image.shape)
    for r, c in np.ndindex(image.shape):
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                if 0 <= r + i < rows and 0 <= c + j < cols:
                    down[r, c] += image[r + i, c + j] * i * (2 - abs(j))
                    across[r, c] += image[r + i, c + j] * j * (2 - abs(i))
    reach = int(4 * sigma + 0.5)
    weights = {
        (i, j): np.exp(-(i**2 + j**2) / (2 * sigma**2))
        for i in range(-reach, reach + 1)
        for j in range(-reach, reach + 1)
    }
    whole = sum(weights.values())
    out = np.zeros((*image.shape, 2, 2))
    for r, c in np.ndindex(image.shape):
        for (i, j), weight in weights.items():
            if 0 <= r + i < rows and 0 <= c + j < cols:
                g = np.array([down[r + i, c + j], across[r + i, c + j]])
                out[r, c] += weight / whole * np.outer(g, g)
    return out


@settings(max_examples=25)
@given(pictures, st.sampled_from([0.5, 1.0, 1.5]))
def test_measures_are_those_of_each_pixels_tensor(image, sigma):
    image = image / 4
    tensor = slow_tensor(image, sigma)
    determinant, trace = np.linalg.det(tensor), np.trace(tensor, axis1=2, axis2=3)
    rr, rc, cc = structure_tensor(image, sigma)
    assert_allclose(np.stack([rr, rc, rc, cc], -1).reshape(tensor.shape), tensor, atol=1e-9)
    assert_allclose(corner_harris(image, sigma=sigma, k=0.1), determinant - 0.1 * trace**2, atol=1e-8)
    assert_allclose(corner_harris(image, "eps", sigma=sigma, eps=1e-3), 2 * determinant / (trace + 1e-3), atol=1e-8)
    assert_allclose(corner_shi_tomasi(image, sigma), np.linalg.eigvalsh(tensor)[..., 0], atol=1e-7)


def slow_peaks(image, distance, close, threshold, border):
    """The highest first: a pixel that tops its surroundings, unless an equal one `close` by was taken before."""
    rows, cols = image.shape
    found = []
    tops = window_of(image, distance)
    if (image == tops).all():
        return found
    order = sorted(np.ndindex(image.shape), key=lambda p: (-image[p], p))
    for r, c in order:
        inside = border <= r < rows - border and border <= c < cols - border
        if not inside or image[r, c] <= threshold or image[r, c] < tops[r, c]:
            continue
        if all(max(abs(r - y), abs(c - x)) > close for y, x in found):
            found.append((r, c))
    return found


def window_of(image, d):
    return np.array(
        [
            [image[max(r - d, 0) : r + d + 1, max(c - d, 0) : c + d + 1].max() for c in range(image.shape[1])]
            for r in range(image.shape[0])
        ]
    )


@settings(max_examples=60)
@given(pictures, st.integers(1, 3), st.sampled_from([0, 1]), st.booleans())
def test_peaks_top_their_surroundings(image, distance, threshold, border):
    options = {"min_distance": distance, "threshold_abs": threshold, "exclude_border": border}
    width = distance if border else 0
    expected = slow_peaks(image, distance, distance - 1, threshold, width)
    assert peak_local_max(image, **options).tolist() == [list(p) for p in expected]


@settings(max_examples=60)
@given(pictures, st.integers(1, 3))
def test_corner_peaks_takes_one_of_equal_neighbours(image, distance):
    peaks = [tuple(p) for p in peak_local_max(image, distance, exclude_border=False).tolist()]
    expected = []
    for r, c in peaks:
        if all(max(abs(r - y), abs(c - x)) > distance for y, x in expected):
            expected.append((r, c))
    assert corner_peaks(image, distance, exclude_border=False).tolist() == [list(p) for p in expected]


@settings(max_examples=40)
@given(pictures, st.integers(1, 12))
def test_the_window_maximum_by_doubling_is_that_of_each_window(image, distance):
    assert_array_equal(window_maximum(image, distance), window_of(image, distance))


def test_the_corners_of_a_square_are_its_corners():
    square = np.zeros((20, 20))
    square[5:15, 5:15] = 1
    corners = [[5, 5], [5, 14], [14, 5], [14, 14]]
    assert corner_peaks(corner_harris(square)).tolist() == corners
    assert corner_peaks(corner_harris(square, "eps")).tolist() == corners
    assert corner_peaks(corner_shi_tomasi(square)).tolist() == corners


def test_edges_are_negative_and_flat_parts_zero():
    step = np.zeros((21, 21))
    step[:, 10:] = 1
    response = corner_harris(step)
    assert response[10, 10] < 0
    assert response[10, 3] == 0


def test_order_xy_swaps_the_axes():
    image = np.random.default_rng(0).random((6, 7))
    rr, rc, cc = structure_tensor(image)
    for ours, expected in zip(structure_tensor(image, order="xy"), (cc, rc, rr), strict=True):
        assert_array_equal(ours, expected)


def test_few_peaks_relative_thresholds_and_masks():
    image = np.zeros((9, 9))
    image[2, 2], image[2, 6], image[6, 4] = 1, 3, 2
    assert peak_local_max(image).tolist() == [[2, 6], [6, 4], [2, 2]]
    assert peak_local_max(image, num_peaks=2).tolist() == [[2, 6], [6, 4]]
    assert peak_local_max(image, threshold_rel=0.5).tolist() == [[2, 6], [6, 4]]
    assert peak_local_max(image, exclude_border=(3, 0)).tolist() == []
    assert peak_local_max(image, exclude_border=3).tolist() == []
    mask = corner_peaks(image, indices=False, num_peaks=1)
    assert np.argwhere(mask).tolist() == [[2, 6]]
    assert len(peak_local_max(np.full((5, 5), 2.0))) == 0


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    image = np.eye(5)
    with pytest.raises(ValueError, match="min_distance is a whole number, 1 or more"):
        peak_local_max(image, min_distance=0)
    with pytest.raises(TypeError, match="whole number"):
        corner_peaks(image, min_distance=1.5)
    for function in (corner_peaks, peak_local_max):
        assert_array_equal(function(image, num_peaks=None), function(image))
        assert len(function(image, num_peaks=0)) == 0
        with pytest.raises(ValueError, match="num_peaks is a whole number, 0 or more"):
            function(image, num_peaks=-1)
        with pytest.raises(TypeError, match="num_peaks is a whole number"):
            function(image, num_peaks=1.5)
    with pytest.raises(ValueError, match="exclude_border is"):
        peak_local_max(image, exclude_border=(1, 2, 3))
    with pytest.raises(ValueError, match='"k" or "eps"'):
        corner_harris(image, method="harris")
    with pytest.raises(ValueError, match="above 0"):
        corner_harris(image, method="eps", eps=0)
    with pytest.raises(ValueError, match="0 or more"):
        structure_tensor(image, sigma=-1)
    with pytest.raises(ValueError, match="rows first"):
        structure_tensor(image, order="yx")
