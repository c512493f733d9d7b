"""Smoothing and sharpening against loops straight from their definitions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures

from course_lib import filters, plainly
from course_lib.base.kernels import gaussian_kernel
from course_lib.filters.smoothing import middle_of

FLOATS = st.floats(0, 1, width=32)
MODES = st.sampled_from(["reflect", "mirror", "nearest", "wrap", "constant"])


def pixel(image, r, c, mode, cval):
    """The value at (r, c), which may lie outside of the picture."""
    inside = []
    for k, n in zip((r, c), image.shape, strict=True):
        if mode == "constant" and not 0 <= k < n:
            return cval
        if mode == "nearest":
            k = min(max(k, 0), n - 1)
        while not 0 <= k < n:
            if mode == "wrap":
                k = k + n if k < 0 else k - n
            elif mode == "reflect":  # the border pixel comes twice
                k = -1 - k if k < 0 else 2 * n - 1 - k
            else:  # mirror: it comes once
                k = 0 if n == 1 else (-k if k < 0 else 2 * n - 2 - k)
        inside.append(k)
    return image[tuple(inside)]


def slow_gaussian(image, sigma, mode, cval):
    lines = image
    # one axis after the other: the border of the second pass is that of the first one's result
    for axis, width in enumerate(np.broadcast_to(sigma, 2)):
        radius = int(4 * width + 0.5)
        weights = [np.exp(-(i * i) / (2 * width * width)) if width else 1 for i in range(-radius, radius + 1)]
        out = np.zeros(image.shape)
        for r, c in np.ndindex(*image.shape):
            for i, weight in zip(range(-radius, radius + 1), weights, strict=True):
                place = (r + i, c) if axis == 0 else (r, c + i)
                out[r, c] += weight * pixel(lines, *place, mode, cval) / sum(weights)
        lines = out
    return lines


@settings(max_examples=15)
@given(pictures(float, st.tuples(st.integers(1, 7), st.integers(1, 7)), elements=FLOATS), st.floats(0.2, 2), MODES)
def test_gaussian_is_a_weighted_mean(image, sigma, mode):
    np.testing.assert_allclose(
        filters.gaussian(image, sigma, mode=mode, cval=0.3), slow_gaussian(image, sigma, mode, 0.3), atol=1e-12
    )


@pytest.mark.parametrize("sigma", [(1, 0.3), (0.3, 1), (1.5, 0), (0, 1.5), (2.5, 1), (1, 2.5), (4, 0.5)])
@pytest.mark.parametrize("shape", [(17, 7), (7, 17)])
@pytest.mark.parametrize("mode", ["reflect", "constant"])
def test_two_widths_are_those_of_rows_and_columns(sigma, shape, mode):
    image = np.random.default_rng(0).random(shape)
    expected = slow_gaussian(image, sigma, mode, 0.3)
    np.testing.assert_allclose(filters.gaussian(image, sigma, mode=mode, cval=0.3), expected, atol=1e-12)


@pytest.mark.parametrize("sigma", [0.5, 2, (1, 3), 12])
def test_an_impulse_gives_the_kernel(sigma):
    impulse = np.zeros((101, 99))
    impulse[50, 49] = 1
    down, across = np.broadcast_to(sigma, 2)
    r, c = np.mgrid[-50:51, -49:50]
    bell = np.exp(-(r**2) / (2 * down**2) - c**2 / (2 * across**2))
    bell[(abs(r) > int(4 * down + 0.5)) | (abs(c) > int(4 * across + 0.5))] = 0
    np.testing.assert_allclose(filters.gaussian(impulse, sigma), bell / bell.sum(), atol=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_constants_stay_constant(dtype):
    flat = np.full((40, 70, 2), 0.7, dtype)
    smoothed = filters.gaussian(flat, 6, channel_axis=-1)
    assert smoothed.dtype == dtype
    np.testing.assert_allclose(smoothed, flat, rtol=1e-5 if dtype == np.float32 else 1e-14)
    np.testing.assert_array_equal(filters.median(flat[..., 0]), flat[..., 0])
    np.testing.assert_allclose(filters.unsharp_mask(flat, channel_axis=-1), flat, rtol=1e-5)


def test_sigma_0_and_channels_stay_apart():
    image = np.random.default_rng(0).random((33, 35, 3))
    np.testing.assert_array_equal(filters.gaussian(image, 0, channel_axis=-1), image)
    image[..., 1] = 0
    assert not filters.gaussian(image, 4, channel_axis=-1)[..., 1].any()
    first = filters.gaussian(np.moveaxis(image, -1, 0), 2, channel_axis=0)
    np.testing.assert_array_equal(np.moveaxis(first, 0, -1), filters.gaussian(image, 2, channel_axis=-1))


def test_multichannel_names_its_successor():
    image = np.random.default_rng(0).random((9, 9, 3))
    for function in (filters.gaussian, filters.unsharp_mask):
        with pytest.warns(DeprecationWarning, match="channel_axis=-1"):
            old = function(image, multichannel=True)
        np.testing.assert_array_equal(old, function(image, channel_axis=-1))


@settings(max_examples=25)
@given(
    pictures(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9))),
    pictures(bool, st.tuples(st.integers(1, 6), st.integers(1, 6))).filter(np.any),
    MODES,
)
def test_median_is_the_middle_of_each_window(image, footprint, mode):
    expected = plainly.median(image, footprint, mode, 7)
    np.testing.assert_array_equal(filters.median(image, footprint, mode=mode, cval=7), expected)
    as_floats = filters.median(image / 255, footprint, mode=mode, cval=7 / 255)
    np.testing.assert_array_equal(as_floats, expected / 255)


@given(pictures(np.int16, st.tuples(st.integers(1, 30), st.just(5))))
def test_dropping_extremes_leaves_the_middle(values):
    before = values.copy()
    np.testing.assert_array_equal(middle_of(list(values)), np.sort(values, axis=0)[len(values) // 2])
    np.testing.assert_array_equal(values, before)


def test_median_removes_salt_and_pepper_and_keeps_edges():
    step = np.zeros((20, 20))
    step[:, 10:] = 1
    noisy = step.copy()
    noisy[3::6, 2::7] = 1 - noisy[3::6, 2::7]
    np.testing.assert_array_equal(filters.median(noisy), step)


@settings(max_examples=15)
@given(pictures(float, (6, 5), elements=FLOATS), st.floats(0.3, 2), st.floats(-2, 3))
def test_unsharp_mask_adds_what_the_gaussian_removes(image, radius, amount):
    expected = image + amount * (image - slow_gaussian(image, radius, "reflect", 0))
    sharp = filters.unsharp_mask(image, radius, amount, preserve_range=True)
    np.testing.assert_allclose(sharp, expected, atol=1e-12)
    np.testing.assert_allclose(filters.unsharp_mask(image, radius, amount), np.clip(expected, 0, 1), atol=1e-12)
    signed = filters.unsharp_mask(image - 0.5, radius, amount)
    np.testing.assert_allclose(signed, np.clip(expected - 0.5, -1 if image.min() < 0.5 else 0, 1), atol=1e-12)


@pytest.mark.parametrize("sigma", [-1, np.nan, np.inf, "1", (1, 2, 3), None])
def test_what_is_no_sigma_is_refused(sigma):
    with pytest.raises(ValueError, match="sigma"):
        filters.gaussian(np.eye(4), sigma)


@pytest.mark.parametrize("truncate", [-1, np.nan, np.inf, "4", None])
def test_what_is_no_reach_is_refused(truncate):
    with pytest.raises((ValueError, TypeError), match="how many sigmas the kernel reaches: one finite number, 0"):
        filters.gaussian(np.eye(4), 1, truncate=truncate)


@pytest.mark.parametrize("cval", [300, -1, 0.5])
def test_a_border_value_that_the_type_cannot_hold_is_refused(cval):
    image = np.eye(4, dtype=np.uint8)
    with pytest.raises(ValueError, match="convert the picture to float"):
        filters.median(image, mode="constant", cval=cval)
    filters.median(image, mode="nearest", cval=cval)


def test_unknown_modes_and_empty_footprints_are_refused():
    with pytest.raises(ValueError, match="choose one of reflect, mirror"):
        filters.gaussian(np.eye(4), 1, mode="symmetric")
    with pytest.raises(ValueError, match="at least one"):
        filters.median(np.eye(4), np.zeros((3, 3)))


@pytest.mark.parametrize("amount", [None, "1", np.nan])
def test_what_is_no_amount_is_refused(amount):
    with pytest.raises((ValueError, TypeError), match="amount is a factor: one finite number"):
        filters.unsharp_mask(np.eye(4), amount=amount)


def test_widths_of_thousands_of_pixels_are_possible():
    assert len(gaussian_kernel(10_000)) == 80_001
