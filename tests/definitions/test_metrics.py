"""Metrics against loops straight from their definitions."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays as pictures

from course_lib import metrics

PAIRS = st.tuples(st.integers(7, 10), st.integers(7, 10)).flatmap(
    lambda shape: st.tuples(*[pictures(float, shape, elements=st.floats(0, 1, width=32))] * 2)
)


def slow_similarity(a, b, weights, bias, k1=0.01, k2=0.03, data_range=1.0):
    """S for every pixel with the whole window in the picture."""
    side = len(weights)
    window = np.outer(weights, weights)
    out = np.empty((a.shape[0] - side + 1, a.shape[1] - side + 1))
    c1, c2 = (k1 * data_range) ** 2, (k2 * data_range) ** 2
    for r, c in np.ndindex(*out.shape):
        x, y = a[r : r + side, c : c + side], b[r : r + side, c : c + side]
        mean_x, mean_y = (window * x).sum(), (window * y).sum()
        var_x, var_y = (bias * (window * (z - m) ** 2).sum() for z, m in ((x, mean_x), (y, mean_y)))
        both = bias * (window * (x - mean_x) * (y - mean_y)).sum()
        luminance = (2 * mean_x * mean_y + c1) / (mean_x**2 + mean_y**2 + c1)
        out[r, c] = luminance * (2 * both + c2) / (var_x + var_y + c2)
    return out


@settings(max_examples=20)
@given(PAIRS)
def test_errors_are_sums_over_pixels(pair):
    a, b = pair
    error = sum((x - y) ** 2 for x, y in zip(a.flat, b.flat, strict=True)) / a.size
    assert metrics.mean_squared_error(a, b) == pytest.approx(error, rel=1e-12, abs=1e-15)
    if error > 0:
        expected = 10 * math.log10(4 / error)
        assert metrics.peak_signal_noise_ratio(a, b, data_range=2) == pytest.approx(expected, rel=1e-10)


@settings(max_examples=20)
@given(PAIRS)
def test_similarity_is_the_mean_over_windows(pair):
    a, b = pair
    expected = slow_similarity(a, b, np.full(7, 1 / 7), 49 / 48)
    value, surface = metrics.structural_similarity(a, b, data_range=1, full=True)
    assert value == pytest.approx(expected.mean(), abs=1e-10)
    np.testing.assert_allclose(surface[3 : len(a) - 3, 3 : a.shape[1] - 3], expected, atol=1e-10)
    assert metrics.structural_similarity(a, b, data_range=1) == pytest.approx(value, abs=1e-12)


def test_gaussian_windows_end_at_three_and_a_half_sigma():
    a, b = np.random.default_rng(0).random((2, 13, 15))
    weights = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2))
    expected = slow_similarity(a, b, weights / weights.sum(), 1, data_range=2).mean()
    options = {"gaussian_weights": True, "use_sample_covariance": False}
    assert metrics.structural_similarity(a, b, data_range=2, **options) == pytest.approx(expected, abs=1e-12)


def test_pictures_of_many_bands_have_no_seam():
    a, b = np.random.default_rng(0).random((2, 130, 40))
    surface = metrics.structural_similarity(a, b, data_range=1, full=True)[1]
    lower = metrics.structural_similarity(a[50:], b[50:], data_range=1, full=True)[1]
    np.testing.assert_allclose(surface[60:], lower[10:], atol=1e-12)


def test_equal_pictures():
    image = np.random.default_rng(0).random((20, 30))
    assert metrics.mean_squared_error(image, image) == 0
    assert metrics.peak_signal_noise_ratio(image, image) == math.inf
    assert metrics.structural_similarity(image, image, data_range=1) == pytest.approx(1, abs=1e-12)


def test_more_noise_is_worse():
    rng = np.random.default_rng(0)
    image = np.add.outer(np.arange(40.0), np.arange(50.0)) / 90
    noise = rng.normal(size=image.shape)
    worse = [np.clip(image + s * noise, 0, 1) for s in (0.01, 0.05, 0.2)]
    ratios = [metrics.peak_signal_noise_ratio(image, other) for other in worse]
    alike = [metrics.structural_similarity(image, other, data_range=1) for other in worse]
    assert ratios == sorted(ratios, reverse=True)
    assert alike == sorted(alike, reverse=True)


def test_channels_are_averaged():
    a, b = np.random.default_rng(0).random((2, 9, 11, 3))
    each = [metrics.structural_similarity(a[..., k], b[..., k], data_range=1) for k in range(3)]
    assert metrics.structural_similarity(a, b, data_range=1, channel_axis=-1) == pytest.approx(np.mean(each))
    first = [np.moveaxis(z, -1, 0) for z in (a, b)]
    value, surface = metrics.structural_similarity(*first, data_range=1, channel_axis=0, full=True)
    assert value == pytest.approx(np.mean(each))
    assert surface.shape == (3, 9, 11)
    with pytest.warns(DeprecationWarning, match="channel_axis=-1"):
        assert metrics.structural_similarity(a, b, data_range=1, multichannel=True) == pytest.approx(np.mean(each))


def test_the_range_of_a_type():
    a = np.random.default_rng(0).integers(0, 200, (9, 9), np.uint8)
    b = a + np.uint8(5)
    assert metrics.peak_signal_noise_ratio(a, b) == pytest.approx(10 * math.log10(255**2 / 25))
    assert metrics.peak_signal_noise_ratio(a.astype(np.int16) - 9, b.astype(np.int16) - 9) == pytest.approx(
        10 * math.log10(65535**2 / 25)
    )
    assert metrics.peak_signal_noise_ratio(a / 255 - 0.5, b / 255 - 0.5) == pytest.approx(
        10 * math.log10(4 / (5 / 255) ** 2)
    )
    assert metrics.structural_similarity(a, b) == pytest.approx(
        metrics.structural_similarity(a / 255, b / 255, data_range=1), abs=1e-12
    )


def gaussian_similarity(a, sigma):
    return metrics.structural_similarity(a, a, data_range=1, gaussian_weights=True, sigma=sigma)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda a: metrics.mean_squared_error(a, a[1:]), "give them the same"),
        (lambda a: metrics.mean_squared_error(a, np.full_like(a, np.nan)), "nan_to_num"),
        (lambda a: metrics.mean_squared_error(np.full_like(a, np.nan), a), "nan_to_num"),
        (lambda a: metrics.mean_squared_error(a, a + 1e200), "too large"),
        (lambda a: metrics.peak_signal_noise_ratio(a + 1, a), "pass data_range"),
        (lambda a: metrics.peak_signal_noise_ratio(a, a, data_range=0), "above 0"),
        (lambda a: metrics.structural_similarity(a, a), "pass data_range"),
        (lambda a: metrics.structural_similarity(a, a, data_range=1, win_size=4), "odd"),
        (lambda a: metrics.structural_similarity(a, a, data_range=1, win_size=11), "does not fit"),
        (lambda a: metrics.structural_similarity(a, a[1:], data_range=1), "give them the same"),
        (lambda a: metrics.structural_similarity(a, a, data_range=1, channel_axis=-1), "for channel_axis=-1"),
        (lambda a: metrics.structural_similarity(a, a, data_range=1, K1=-1), "K1 is one finite number, 0 or more"),
        (lambda a: gaussian_similarity(a, sigma=-1), "sigma is one finite number, 0 or more"),
        (lambda a: gaussian_similarity(a, sigma=0.1), "take 0.15 or more"),
        (lambda a: metrics.structural_similarity(np.dstack([a] * 3), np.dstack([a] * 3), data_range=1), "channel_axis"),
    ],
)
def test_mistakes_are_explained(call, words):
    with pytest.raises(ValueError, match=words):
        call(np.eye(9))
