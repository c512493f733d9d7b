"""denoise_bilateral against its formula, course_lib.plainly.bilateral."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import plainly
from course_lib.plainly.bilateral import window_weights
from course_lib.restoration import denoise_bilateral

# numpy.pad's names, and scipy.ndimage's for them
BORDERS = {"constant": "constant", "edge": "nearest", "symmetric": "reflect", "reflect": "mirror", "wrap": "wrap"}
MODES = list(BORDERS)


@given(
    st.integers(0, 10**6),
    st.sampled_from([(5, 7), (1, 6), (6, 1), (4, 4, 3), (3, 5, 2), (8, 3, 1)]),
    st.sampled_from([1, 3, 5, 9]),
    st.sampled_from([0.05, 0.3, 5]),
    st.sampled_from([0.5, 1, 4]),
    st.sampled_from(MODES),
)
@settings(max_examples=40)
def test_it_is_the_formula(seed, shape, win_size, sigma_color, sigma_spatial, mode):
    image = np.random.default_rng(seed).random(shape) - 0.3
    axis = -1 if image.ndim == 3 else None
    ours = denoise_bilateral(image, win_size, sigma_color, sigma_spatial, mode=mode, cval=0.7, channel_axis=axis)
    slow = plainly.bilateral(image, win_size // 2, sigma_color, sigma_spatial, BORDERS[mode], 0.7)
    assert_allclose(ours, slow, rtol=0, atol=2e-6)


@pytest.mark.parametrize("win_size", [3, 7, 13])
def test_an_impulse_stays_where_it_is_and_becomes_the_gaussian(win_size):
    image = np.zeros((31, 31))
    image[15, 15] = 1
    out = denoise_bilateral(image, win_size, sigma_color=1e4, sigma_spatial=2)
    rows, cols = np.mgrid[:31, :31] - 15
    kernel = np.exp(-(rows**2 + cols**2) / 8) * (np.maximum(abs(rows), abs(cols)) <= win_size // 2)
    assert_allclose(out, kernel / kernel.sum(), atol=1e-6)
    assert_allclose([(out * rows).sum(), (out * cols).sum()], 0, atol=1e-5)


def test_edges_that_are_high_stay_and_low_ones_go():
    image = np.zeros((20, 20))
    image[:, 10:] = 1
    image[5:15, :10] += 0.02 * np.indices((10, 10)).sum(axis=0) % 0.04
    out = denoise_bilateral(image, 7, sigma_color=0.1, sigma_spatial=3, mode="edge")
    assert abs(np.diff(out[10])[9] - np.diff(image[10])[9]) < 0.02
    assert out[7:13, 2:8].std() < 0.2 * image[7:13, 2:8].std()


@pytest.mark.parametrize("value", [0, 0.5, -3, 1e9])
@pytest.mark.parametrize("mode", MODES)
def test_a_constant_picture_stays(value, mode):
    assert_array_equal(denoise_bilateral(np.full((6, 5), value, float), mode=mode, sigma_color=0.1), value)


def test_the_default_sigma_is_the_standard_deviation():
    image = np.random.default_rng(0).random((9, 9, 3))
    ours = denoise_bilateral(image, channel_axis=-1)
    assert_array_equal(ours, denoise_bilateral(image, sigma_color=image.std(), channel_axis=-1))
    assert_array_equal(ours, denoise_bilateral(image, win_size=7, channel_axis=-1))


def test_turning_the_picture_turns_the_result_and_shifting_it_shifts_the_result():
    image = np.random.default_rng(0).random((12, 15))
    out = denoise_bilateral(image, 5, 0.2, mode="edge")
    assert_allclose(denoise_bilateral(np.rot90(image), 5, 0.2, mode="edge"), np.rot90(out), atol=1e-6)
    assert_allclose(denoise_bilateral(image + 1e6, 5, 0.2, mode="edge"), out + 1e6, atol=1e-6)


@pytest.mark.parametrize("scale", [1e-300, 1e-30, 1e30, 1e300])
def test_any_unit_of_brightness(scale):
    image = np.random.default_rng(0).random((8, 8))
    out = denoise_bilateral(image, 5, 0.2, mode="edge")
    assert_allclose(denoise_bilateral(image * scale, 5, 0.2 * scale, mode="edge"), out * scale, rtol=1e-5)


@pytest.mark.parametrize("sigma_color", [1e-200, 1e-20, 1e20, 1e200])
def test_extreme_sigmas_give_the_picture_or_the_plain_gaussian(sigma_color):
    image = np.random.default_rng(0).random((8, 8))
    out = denoise_bilateral(image, 5, sigma_color, mode="edge")
    expected = image if sigma_color < 1 else plainly.bilateral(image, 2, 1e9)
    assert_allclose(out, expected, atol=1e-5)


def test_the_weights_around_a_pixel_are_those_of_the_filter():
    image = np.random.default_rng(0).random((9, 9, 3))
    weights = window_weights(image, (4, 5), win_size=5, sigma_color=0.3, sigma_spatial=1.5)
    patch = image[2:7, 3:8]
    mean = (weights[..., None] * patch).sum(axis=(0, 1)) / weights.sum()
    assert_allclose(mean, denoise_bilateral(image, 5, 0.3, 1.5, channel_axis=-1)[4, 5], atol=1e-6)
    assert weights[2, 2] == 1
    corner = window_weights(image[..., 0], (0, 0), win_size=3)
    assert_array_equal(corner[0], 0)
    assert_array_equal(corner[:, 0], 0)


@pytest.mark.parametrize(
    ("given_type", "result"), [("f2", "f4"), ("f4", "f4"), ("f8", "f8"), ("u1", "f8"), ("?", "f8")]
)
@pytest.mark.parametrize("constant", [False, True])
def test_types(given_type, result, constant):
    image = (np.ones((6, 6)) if constant else np.eye(6)).astype(given_type)
    assert denoise_bilateral(image).dtype == result


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"win_size": 0}, "odd whole number of pixels"),
        ({"sigma_spatial": 0}, "distance in pixels"),
        ({"sigma_spatial": np.nan}, "distance in pixels"),
        ({"sigma_color": -1}, "distance of colours"),
        ({"mode": "mirror"}, "choose one of constant, edge"),
    ],
)
def test_wrong_parameters_say_what_is_right(arguments, says):
    with pytest.raises(ValueError, match=says):
        denoise_bilateral(np.eye(5), **arguments)


def test_values_too_far_apart_are_refused():
    with pytest.raises(ValueError, match="too far apart"):
        denoise_bilateral(np.array([[1.7e308, -1.7e308]] * 2), sigma_color=1)


@pytest.mark.parametrize(
    ("name", "value"),
    [("sigma_spatial", None), ("sigma_spatial", "1"), ("sigma_color", "1"), ("win_size", 2.5)],
)
def test_what_is_no_number_is_refused(name, value):
    with pytest.raises((ValueError, TypeError), match=f"{name} .*, got"):
        denoise_bilateral(np.eye(4), **{name: value})


def test_an_even_window_is_as_wide_as_the_odd_one_before():
    image = np.random.default_rng(0).random((6, 7))
    assert_array_equal(denoise_bilateral(image, 4), denoise_bilateral(image, 3))
    assert_array_equal(denoise_bilateral(image, sigma_spatial=0.2), denoise_bilateral(image, 5, sigma_spatial=0.2))
