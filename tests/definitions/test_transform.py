"""Turning and resizing, place by place, and the properties that must hold."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures

from course_lib import filters, transform
from course_lib.transform import averaging
from course_lib.transform.resizing import _sigmas
from course_lib.transform.sampling import MODES, border_index

SIZES = st.tuples(st.integers(1, 7), st.integers(1, 7))
PICTURES = pictures(float, SIZES, elements=st.floats(0, 1, width=32))
NUMPY_TO_SCIPY = {
    "constant": "constant",
    "edge": "nearest",
    "symmetric": "reflect",
    "reflect": "mirror",
    "wrap": "wrap",
}
OPTIONS = {"max_examples": 25}


def pixel(image, r, c, mode, cval):
    """The value at (r, c), which may lie outside of the picture."""
    place = []
    for k, n in zip((r, c), image.shape, strict=True):
        if mode == "constant" and not 0 <= k < n:
            return cval
        while not 0 <= k < n:
            if mode == "edge":
                k = 0 if k < 0 else n - 1
            elif mode == "wrap":
                k = k + n if k < 0 else k - n
            elif mode == "symmetric":
                k = -1 - k if k < 0 else 2 * n - 1 - k
            else:
                k = 0 if n == 1 else (-k if k < 0 else 2 * n - 2 - k)
        place.append(k)
    return image[tuple(place)]


def between(image, r, c, mode, cval):
    """The value at a place between four pixels."""
    i, j = math.floor(r), math.floor(c)
    v, u = r - i, c - j
    north, south = pixel(image, i, j, mode, cval), pixel(image, i + 1, j, mode, cval)
    north_east, south_east = pixel(image, i, j + 1, mode, cval), pixel(image, i + 1, j + 1, mode, cval)
    return (1 - v) * ((1 - u) * north + u * north_east) + v * ((1 - u) * south + u * south_east)


def slow_rotate(image, angle, centre, mode, cval):
    out = np.empty(image.shape)
    x, y = centre
    a = math.radians(angle)
    for r, c in np.ndindex(*image.shape):
        row = y + math.cos(a) * (r - y) + math.sin(a) * (c - x)
        col = x - math.sin(a) * (r - y) + math.cos(a) * (c - x)
        out[r, c] = between(image, row, col, mode, cval)
    return out


def slow_resize(image, shape, mode, cval):
    out = np.empty(shape)
    for r, c in np.ndindex(*shape):
        row = (r + 0.5) * image.shape[0] / shape[0] - 0.5
        col = (c + 0.5) * image.shape[1] / shape[1] - 0.5
        out[r, c] = between(image, row, col, mode, cval)
    return out


@settings(**OPTIONS)
@given(PICTURES, st.floats(-400, 400), st.tuples(st.floats(-9, 9), st.floats(-9, 9)), st.sampled_from(MODES))
def test_rotate_looks_up_where_each_pixel_came_from(image, angle, centre, mode):
    given_centre = transform.rotate(image, angle, center=centre, mode=mode, cval=0.3, clip=False)
    np.testing.assert_allclose(given_centre, slow_rotate(image, angle, centre, mode, 0.3), atol=1e-10)
    middle = ((image.shape[1] - 1) / 2, (image.shape[0] - 1) / 2)
    np.testing.assert_allclose(
        transform.rotate(image, angle, mode=mode, cval=0.3, clip=False),
        slow_rotate(image, angle, middle, mode, 0.3),
        atol=1e-10,
    )


@pytest.mark.parametrize("dtype", [float, np.float32, np.uint8, bool])
@pytest.mark.parametrize("shape", [(5, 5), (4, 7), (6, 6, 3)])
def test_quarter_turns_are_exact(dtype, shape):
    image = (np.random.default_rng(0).random(shape) * (255 if dtype is np.uint8 else 2)).astype(dtype)
    kept = image / 255 if dtype is np.uint8 else image
    for quarters in range(-3, 6):
        turned = transform.rotate(image, 90 * quarters, resize=True)
        np.testing.assert_allclose(turned.astype(float), np.rot90(kept, quarters).astype(float), rtol=1e-15)
    four_times = image
    for _ in range(4):
        four_times = transform.rotate(four_times, 90, resize=True, order=0)
    np.testing.assert_array_equal(four_times, image)


def test_a_positive_angle_turns_counter_clockwise():
    right = np.zeros((9, 9))
    right[4, 7] = 1  # a dot right of the middle goes up
    r, c = np.unravel_index(transform.rotate(right, 40).argmax(), right.shape)
    assert r < 4
    assert c > 4


@pytest.mark.parametrize("mode", MODES)
def test_far_centres_and_many_turns(mode):
    image = np.random.default_rng(0).random((6, 5))
    far = transform.rotate(image, 180, center=(1e5, -1e5), mode=mode, cval=0.4)
    expected = slow_rotate(image, 180, (1e5, -1e5), mode, 0.4) if mode in ("constant", "edge") else None
    if expected is not None:
        np.testing.assert_allclose(far, expected, atol=1e-9)
    slanted = transform.rotate(image, 33, center=(1e5, -1e5), mode=mode, cval=0.4)
    assert slanted.shape == image.shape
    np.testing.assert_allclose(
        transform.rotate(image, 30 + 3600, mode=mode), transform.rotate(image, 30, mode=mode), atol=1e-10
    )


@given(st.integers(1, 12), st.integers(1, 12), st.floats(-180, 180))
def test_resize_true_keeps_the_whole_picture(rows, cols, angle):
    turned = transform.rotate(np.ones((rows, cols)), angle, resize=True)
    a = math.radians(angle)
    height = abs(math.cos(a)) * (rows - 1) + abs(math.sin(a)) * (cols - 1) + 1
    width = abs(math.sin(a)) * (rows - 1) + abs(math.cos(a)) * (cols - 1) + 1
    assert abs(turned.shape[0] - height) <= 0.51
    assert abs(turned.shape[1] - width) <= 0.51


def test_nearest_keeps_values_and_dtype():
    labels = np.arange(30, dtype=np.int32).reshape(5, 6) * 1000
    turned = transform.rotate(labels, 20, order=0, cval=-1)
    assert turned.dtype == np.int32
    assert set(turned.ravel()) <= {*labels.ravel(), -1}
    halved = transform.resize(labels, (2, 3), order=0)
    np.testing.assert_array_equal(halved, labels[[1, 3]][:, [1, 3, 5]])


def test_clip_holds_a_blend_with_cval_within_the_picture():
    bright = np.full((15, 15), 0.5)
    bright[7, 7] = 0.6
    assert transform.rotate(bright, 3, cval=0, clip=False).min() < 0.5
    corners = transform.rotate(bright, 45, cval=0)
    assert corners.min() == 0  # `cval` itself stays
    assert transform.rotate(bright, 3, cval=0).min() == 0.5


@settings(**OPTIONS)
@given(PICTURES, SIZES.map(lambda s: (2 * s[0], 2 * s[1])), st.sampled_from(MODES))
def test_resize_samples_between_pixels(image, shape, mode):
    result = transform.resize(image, shape, mode=mode, cval=0.3, anti_aliasing=False, clip=False)
    np.testing.assert_allclose(result, slow_resize(image, shape, mode, 0.3), atol=1e-12)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("shape", [(7, 5), (3, 60), (41, 40)])
def test_anti_aliasing_is_a_gaussian_before(mode, shape):
    image = np.random.default_rng(0).random((41, 40, 2))
    sigma = [max(0, (old / new - 1) / 2) for old, new in zip(image.shape, shape, strict=False)]
    smooth = filters.gaussian(image, sigma, mode=NUMPY_TO_SCIPY[mode], cval=0.3, channel_axis=-1)
    expected = np.stack([slow_resize(smooth[..., k], shape, mode, 0.3) for k in (0, 1)], -1)
    result = transform.resize(image, shape, mode=mode, cval=0.3, anti_aliasing=True, clip=False)
    np.testing.assert_allclose(result, expected, atol=1e-12)
    explicit = transform.resize(image, shape, mode=mode, cval=0.3, anti_aliasing=True, anti_aliasing_sigma=sigma)
    np.testing.assert_allclose(explicit, expected, atol=1e-12)


def test_anti_aliasing_removes_false_patterns():
    stripes = np.tile([0.0, 1.0], (64, 32))
    coarse = transform.rescale(stripes, 0.35, anti_aliasing=False)
    smooth = transform.rescale(stripes, 0.35)
    assert coarse.std() > 0.2
    assert smooth.std() < 0.03


def test_same_shape_and_constants_stay():
    image = np.random.default_rng(0).random((9, 8, 3)).astype(np.float32)
    np.testing.assert_array_equal(transform.resize(image, (9, 8)), image)
    flat = transform.rescale(np.full((30, 31), 0.7), (0.31, 2.3))
    np.testing.assert_allclose(flat, 0.7, rtol=1e-14)
    assert flat.shape == (9, 71)


def test_rescale_leaves_channels_and_takes_the_old_name():
    image = np.random.default_rng(0).random((8, 6, 3))
    assert transform.rescale(image, 2, channel_axis=-1).shape == (16, 12, 3)
    assert transform.rescale(np.moveaxis(image, -1, 0), 2, channel_axis=0).shape == (3, 16, 12)
    with pytest.warns(DeprecationWarning, match="channel_axis=-1"):
        old = transform.rescale(image, 1 / 4, anti_aliasing=True, multichannel=True)
    np.testing.assert_array_equal(old, transform.rescale(image, 1 / 4, anti_aliasing=True, channel_axis=-1))


@settings(**OPTIONS)
@given(pictures(np.uint8, SIZES), st.integers(1, 4), st.integers(1, 4))
def test_downscale_local_mean_averages_blocks(image, f, g):
    rows, cols = -(-image.shape[0] // f), -(-image.shape[1] // g)
    padded = np.full((rows * f, cols * g), 9.0)
    padded[: image.shape[0], : image.shape[1]] = image
    expected = [[padded[r * f : (r + 1) * f, c * g : (c + 1) * g].mean() for c in range(cols)] for r in range(rows)]
    np.testing.assert_allclose(transform.downscale_local_mean(image, (f, g), cval=9), expected, rtol=1e-14)
    colour = transform.downscale_local_mean(np.dstack([image, image]), (f, g, 1), cval=9)
    np.testing.assert_allclose(colour[..., 1], expected, rtol=1e-14)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda i: transform.rotate(i, np.nan), "degrees"),
        (lambda i: transform.rotate(i, "90"), "degrees"),
        (lambda i: transform.rotate(i, 9, center=(1,)), "two finite numbers"),
        (lambda i: transform.rotate(i, 9, order=3), "order is 0"),
        (lambda i: transform.rotate(i > 0, 9, order=1), "astype"),
        (lambda i: transform.rotate(i, 9, mode="nearest"), "choose one of constant, edge"),
        (lambda i: transform.resize(i, (0, 3)), "whole numbers from 1 on"),
        (lambda i: transform.resize(i, 3), "whole numbers from 1 on"),
        (lambda i: transform.resize(i, (2.5, 3)), "whole numbers from 1 on"),
        (lambda i: transform.resize(np.dstack([i, i]), (2, 3, 3)), "2 channels"),
        (lambda i: transform.resize(i, (2, 2), anti_aliasing_sigma=-1), "0 or more"),
        (lambda i: transform.resize(i > 0, (2, 2), anti_aliasing=True), "anti_aliasing=False"),
        (lambda i: transform.rescale(i, 0), "above 0"),
        (lambda i: transform.rescale(i, (1, 2, 3)), "above 0"),
        (lambda i: transform.rescale(np.dstack([i, i, i]), 2), "channel_axis=-1"),
        (lambda i: transform.downscale_local_mean(i, (2, 0)), "from 1 on"),
        (lambda i: transform.downscale_local_mean(np.dstack([i, i]), 2), "channels are not averaged"),
    ],
)
def test_mistakes_are_explained(call, words):
    with pytest.raises(ValueError, match=words):
        call(np.eye(5))


def test_a_constant_border_has_no_pixel():
    assert border_index(np.arange(-2, 5), 3, "constant").tolist() == [-1, -1, 0, 1, 2, -1, -1]


def test_only_axes_that_shrink_are_smoothed():
    assert _sigmas((4, 8), (8, 4), None) == [0.0, 0.5]


def test_large_pictures_may_grow_to_four_times_as_many_pixels_in_blocks(monkeypatch):
    limits = []
    monkeypatch.setattr(averaging, "check_room", lambda name, shape, most: limits.append(most) or 1 / 0)
    with pytest.raises(ZeroDivisionError):
        transform.downscale_local_mean(np.broadcast_to(np.uint8(0), (2**13, 2**12 + 1)), (1, 2))
    assert limits == [4 * 2**13 * (2**12 + 1)]
