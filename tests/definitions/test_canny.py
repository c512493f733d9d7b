"""Canny's stages against their definitions, most of them loops over pixels."""

import hypothesis.extra.numpy as arrays
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal
from scipy import ndimage

from course_lib import plainly
from course_lib.feature import canny
from course_lib.feature.canny import gradient, link, smooth, thin

SHAPES = st.tuples(st.integers(1, 10), st.integers(1, 10))
pictures = arrays.arrays(np.int64, SHAPES, elements=st.integers(0, 8)).map(lambda values: values / 8)


def slow_smooth(image, sigma, mask):
    """A mean of the window's pixels that count, weighted by their distance."""
    reach = int(4 * sigma + 0.5)
    out = np.zeros(image.shape)
    for r, c in np.ndindex(image.shape):
        total = weight = 0.0
        for y, x in np.ndindex(image.shape):
            if mask[y, x] and abs(y - r) <= reach and abs(x - c) <= reach:
                w = np.exp(-((y - r) ** 2 + (x - c) ** 2) / (2 * sigma**2))
                total, weight = total + w * image[y, x], weight + w
        out[r, c] = total / weight if weight else 0
    return out


def slow_gradient(image):
    rows, cols = image.shape
    down, across = np.zeros(image.shape), np.zeros(image.shape)
    for r, c in np.ndindex(image.shape):
        for i in (-1, 0, 1):
            for j in (-1, 0, 1):
                value = image[min(max(r + i, 0), rows - 1), min(max(c + j, 0), cols - 1)]
                down[r, c] += value * i * (2 - abs(j))
                across[r, c] += value * j * (2 - abs(i))
    return down, across


def slow_thin(down, across, low, mask):
    """Keep those of the definition's ridges that reach `low`, in windows that lie in the mask."""
    ridges = plainly.thin(down, across)
    return np.where((ridges >= low) & ndimage.binary_erosion(mask, np.ones((3, 3))), ridges, 0)


def slow_link(ridges, high):
    kept = (ridges > 0) & (ridges >= high)
    while True:
        grown = kept.copy()
        for r, c in np.ndindex(kept.shape):
            if ridges[r, c] > 0 and kept[max(r - 1, 0) : r + 2, max(c - 1, 0) : c + 2].any():
                grown[r, c] = True
        if (grown == kept).all():
            return kept
        kept = grown


@settings(max_examples=30)
@given(pictures, st.sampled_from([0.5, 1.0, 2.0]), st.randoms(use_true_random=False))
def test_smoothing_is_a_weighted_mean_of_what_counts(image, sigma, random):
    everything = np.ones(image.shape, bool)
    assert_allclose(smooth(image, sigma), slow_smooth(image, sigma, everything), atol=1e-10)
    mask = np.reshape([random.random() < 0.7 for _ in range(image.size)], image.shape)
    assert_allclose(smooth(image, sigma, mask), slow_smooth(image, sigma, mask), atol=1e-10)


@settings(max_examples=30)
@given(pictures)
def test_the_gradient_is_sobels(image):
    for ours, expected in zip(gradient(image), slow_gradient(image), strict=True):
        assert_allclose(ours, expected, atol=1e-12)


@settings(max_examples=60)
@given(pictures, st.sampled_from([0.0, 0.5]), st.booleans())
def test_a_ridge_is_no_weaker_than_both_sides_along_the_gradient(image, low, masked):
    down, across = slow_gradient(image)
    mask = np.ones(image.shape, bool)
    mask[: len(mask) // 3] = not masked
    assert_allclose(thin(down, across, low, mask if masked else None), slow_thin(down, across, low, mask), atol=1e-12)


@settings(max_examples=60)
@given(pictures, st.sampled_from([0.25, 0.75]))
def test_a_line_is_kept_if_it_is_strong_somewhere(image, high):
    ridges = np.where(image > 0.5, image, 0)
    assert_array_equal(link(ridges, high), slow_link(ridges, high))


@settings(max_examples=20)
@given(pictures, st.sampled_from([1, 2]))
def test_the_whole_is_its_stages(image, sigma):
    mask = np.ones(image.shape, bool)
    down, across = slow_gradient(slow_smooth(image, sigma, mask))
    expected = slow_link(slow_thin(down, across, 0.1, mask), 0.2)
    # pixels whose strength is a threshold's to rounding may go either way
    strength = np.hypot(down, across)
    if min(np.abs(strength - level).min() for level in (0.1, 0.2)) > 1e-9:
        assert_array_equal(canny(image, sigma), expected)


def test_turning_the_picture_turns_the_edges():
    square = np.zeros((40, 40))
    square[10:30, 10:30] = 1
    for sigma in (0.5, 1, 2):
        assert_array_equal(canny(np.rot90(square), sigma), np.rot90(canny(square, sigma)))


def test_a_step_gives_one_straight_line():
    step = np.zeros((20, 21))
    step[:, 10] = 0.5
    step[:, 11:] = 1
    edges = canny(step, 1)
    assert_array_equal(np.unique(np.nonzero(edges)[1]), [10])
    assert edges[1:-1, 10].all()


def test_constant_and_tiny_pictures_have_no_edges():
    for image in (np.full((9, 9), 0.7), np.full((9, 9), 200, np.uint8), np.ones((1, 1)), np.eye(2)):
        assert not canny(image).any()


def test_thresholds_are_in_the_pictures_own_units():
    step = np.zeros((20, 20), np.uint8)
    step[:, 10:] = 200
    assert_array_equal(canny(step, 1, 100, 150), canny(step / 255, 1, 100 / 255, 150 / 255))
    assert canny(step, 1, 100, 150).any()
    assert not canny(step, 1, 100, 1000).any()


def test_what_cannot_be_meant_is_refused_with_the_remedy():
    image = np.eye(9)
    with pytest.raises(ValueError, match="swap them"):
        canny(image, low_threshold=0.5, high_threshold=0.2)
    with pytest.raises(ValueError, match="shares from 0 to 1"):
        canny(image, low_threshold=0.5, high_threshold=20, use_quantiles=True)
    with pytest.raises(ValueError, match="0 or more"):
        canny(image, low_threshold=-1)
    with pytest.raises(ValueError, match="sigma is a width in pixels"):
        canny(image, sigma=(1, 2))
    with pytest.raises(ValueError, match="mask of the image's shape"):
        canny(image, mask=np.ones((3, 3), bool))
