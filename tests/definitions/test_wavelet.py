"""Wavelets against Daubechies' published numbers and conditions; denoising against its formulas."""

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.restoration import denoise_wavelet, estimate_sigma
from course_lib.restoration.noise_level import noise_level
from course_lib.restoration.wavelet import bayes_threshold, shrink, universal_threshold
from course_lib.restoration.wavelet_transform import (
    decompose,
    high_pass,
    max_level,
    merge,
    reconstruct,
    split,
    split_picture,
    wavelet_filter,
)

NAMES = ["haar", *(f"db{n}" for n in range(1, 11)), *(f"sym{n}" for n in range(2, 7))]

# Daubechies, "Orthonormal bases of compactly supported wavelets", Comm. Pure Appl. Math. 41 (1988), table 1;
# sym4: "Ten Lectures on Wavelets" (1992), table 6.3, here scaled to the sum √2
PUBLISHED = {
    "db2": [0.482962913145, 0.836516303738, 0.224143868042, -0.129409522551],
    "db3": [0.332670552950, 0.806891509311, 0.459877502118, -0.135011020010, -0.085441273882, 0.035226291882],
    "db4": [
        *(0.230377813309, 0.714846570553, 0.630880767930, -0.027983769417),
        *(-0.187034811719, 0.030841381836, 0.032883011667, -0.010597401785),
    ],
    "sym4": [
        *(0.032223100604, -0.012603967262, -0.099219543577, 0.297857795606),
        *(0.803738751806, 0.497618667633, -0.029635527646, -0.075765714789),
    ],
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_filters_are_the_published_ones(name):
    assert_allclose(wavelet_filter(name), PUBLISHED[name], atol=1e-11)


def test_haar():
    assert_allclose(wavelet_filter("haar"), [0.5**0.5] * 2)
    assert_array_equal(wavelet_filter("db1"), wavelet_filter("haar"))


@pytest.mark.parametrize("name", NAMES)
def test_filters_are_orthonormal_with_vanishing_moments(name):
    low = wavelet_filter(name)
    high, length = high_pass(low), len(low)
    assert_allclose(low.sum(), 2**0.5)
    for shift in range(0, length, 2):
        same = 1.0 if shift == 0 else 0.0
        assert_allclose(low[shift:] @ low[: length - shift], same, atol=1e-10)
        assert_allclose(high[shift:] @ high[: length - shift], same, atol=1e-10)
        assert_allclose(low[shift:] @ high[: length - shift], 0, atol=1e-10)
        assert_allclose(high[shift:] @ low[: length - shift], 0, atol=1e-10)
    places = np.arange(length) / length
    for power in range(length // 2):  # polynomials up to that degree have no details
        assert_allclose(places**power @ high, 0, atol=1e-7)


def slow_split(values, numbers):
    """The sum of the definition, one value at a time, mirrored at both ends."""
    n, length = len(values), len(numbers)

    def mirrored(i):
        i %= 2 * n
        return values[i] if i < n else values[2 * n - 1 - i]

    count = (n + length - 1) // 2
    return [sum(numbers[j] * mirrored(2 * k + 2 - length + j) for j in range(length)) for k in range(count)]


@given(st.integers(0, 10**6), st.integers(1, 20), st.sampled_from(["haar", "db2", "db4", "sym4", "db10"]))
@settings(max_examples=40)
def test_split_is_the_sum_and_merge_undoes_it(seed, size, name):
    values, low = np.random.default_rng(seed).random((size, 3)), wavelet_filter(name)
    bands = split(values, low)
    for band, numbers in zip(bands, (low, high_pass(low)), strict=True):
        for column in range(3):
            assert_allclose(band[:, column], slow_split(values[:, column], numbers), atol=1e-12)
    assert_allclose(merge(*bands, low, size), values, atol=1e-10)


@given(st.integers(0, 10**6), st.integers(1, 33), st.integers(1, 33), st.integers(1, 4), st.sampled_from(NAMES))
@settings(max_examples=60)
def test_perfect_reconstruction(seed, rows, cols, levels, name):
    image, low = np.random.default_rng(seed).random((rows, cols)), wavelet_filter(name)
    before = image.copy()
    smooth, details = decompose(image, low, levels)
    assert len(details) == levels
    assert_allclose(reconstruct(smooth, details, low, image.shape), image, atol=1e-9)
    assert_array_equal(image, before)


def test_energy_is_kept_where_nothing_is_mirrored():
    image = np.zeros((64, 64))
    image[28:36, 28:36] = np.random.default_rng(0).random((8, 8))
    for name in ("haar", "db3", "sym4"):
        smooth, details = decompose(image, wavelet_filter(name), 2)
        energy = (smooth**2).sum() + sum((band**2).sum() for bands in details for band in bands.values())
        assert_allclose(energy, (image**2).sum())


def test_bands_see_their_own_direction():
    rows = np.tile([[0.0], [1.0]], (8, 16))  # changes from row to row
    bands = split_picture(rows, wavelet_filter("haar"))
    assert_allclose(bands["aa"], 1)
    assert_allclose(np.abs(bands["da"]), 1)
    assert_allclose([bands["ad"], bands["dd"]], 0, atol=1e-15)


@pytest.mark.parametrize(
    ("shape", "name", "deepest"), [((64, 64), "haar", 6), ((64, 100), "db2", 4), ((5, 9), "db4", 0)]
)
def test_max_level(shape, name, deepest):
    assert max_level(shape, wavelet_filter(name)) == deepest


def test_soft_and_hard():
    details = np.array([-3.0, -1, -0.5, 0, 0.5, 1, 3])
    assert_array_equal(shrink(details, 1.0), [-2, 0, 0, 0, 0, 0, 2])
    assert_array_equal(shrink(details, 1.0, "hard"), [-3, -1, 0, 0, 0, 1, 3])


def test_thresholds_are_their_formulas():
    details = np.array([3.0, -4.0, 0.0, 5.0])
    assert_allclose(bayes_threshold(details, 2.0), 4 / np.sqrt(50 / 4 - 4))
    assert_allclose(universal_threshold(0.5, 1000), 0.5 * np.sqrt(2 * np.log(1000)))
    assert (shrink(details, bayes_threshold(details, 10.0)) == 0).all()  # all noise


def slow_denoise(image, low, levels, sigma, method, mode):
    """The thresholds and the shrinking one coefficient at a time; the transform has tests of its own."""
    smooth, details = decompose(image, low, levels)
    if sigma is None:
        sizes = sorted(abs(d) for d in details[-1]["dd"].ravel() if d != 0)
        sigma = np.median(sizes) / 0.6744897501960817
    for bands in details:
        for name, band in bands.items():
            t = sigma * np.sqrt(2 * np.log(image.size))
            if method == "BayesShrink":
                t = sigma**2 / np.sqrt(max(sum(d * d for d in band.ravel()) / band.size - sigma**2, 2.2e-16))
            out = np.zeros_like(band)
            for at, d in np.ndenumerate(band):
                if mode == "soft":
                    out[at] = np.sign(d) * max(abs(d) - t, 0)
                elif abs(d) >= t:
                    out[at] = d
            bands[name] = out
    return reconstruct(smooth, details, low, image.shape)


@given(
    st.integers(0, 10**6),
    st.sampled_from(["haar", "db2", "sym4"]),
    st.sampled_from([None, 0.1]),
    st.sampled_from(["BayesShrink", "VisuShrink"]),
    st.sampled_from(["soft", "hard"]),
)
@settings(max_examples=30)
def test_denoising_is_its_formulas(seed, wavelet, sigma, method, mode):
    image = np.random.default_rng(seed).random((21, 26))
    ours = denoise_wavelet(image, sigma, wavelet, mode, 1, method=method)
    assert_allclose(ours, slow_denoise(image, wavelet_filter(wavelet), 1, sigma, method, mode), atol=1e-10)


@pytest.mark.parametrize("wavelet", ["haar", "db4", "sym4"])
@pytest.mark.parametrize("method", ["BayesShrink", "VisuShrink"])
def test_noise_goes_down(wavelet, method):
    rows, cols = np.mgrid[:96, :96] / 96
    clean = 0.5 + 0.4 * np.sin(6 * rows) * np.cos(4 * cols)
    noisy = clean + np.random.default_rng(0).normal(0, 0.1, clean.shape)
    out = denoise_wavelet(noisy, wavelet=wavelet, method=method)
    assert ((out - clean) ** 2).mean() < 0.4 * ((noisy - clean) ** 2).mean()


def test_no_noise_changes_nothing_and_a_constant_stays():
    image = np.random.default_rng(0).random((17, 20))
    assert_allclose(denoise_wavelet(image, sigma=0), image, atol=1e-12)
    assert_allclose(denoise_wavelet(np.full((9, 9), 0.3)), 0.3)


def test_sigma_is_scaled_with_integers_and_may_differ_by_channel():
    image = np.random.default_rng(0).integers(0, 256, (20, 20, 3), dtype=np.uint8)
    ours = denoise_wavelet(image, sigma=[20, 30, 0], channel_axis=-1)
    for c, sigma in enumerate([20, 30, 0]):
        expected = denoise_wavelet(image[..., c] / 255, sigma=sigma / 255)
        assert_allclose(ours[..., c], np.clip(expected, 0, 1), atol=1e-12)
    kept = denoise_wavelet(image[..., 0], sigma=20 / 255, rescale_sigma=False)
    assert_allclose(kept, ours[..., 0], atol=1e-12)


def test_grey_pictures_stay_grey_in_ycbcr():
    grey = np.random.default_rng(0).random((16, 16))
    out = denoise_wavelet(np.dstack([grey] * 3), sigma=0.1, convert2ycbcr=True, channel_axis=-1)
    assert_allclose(np.ptp(out, axis=2), 0, atol=1e-10)
    unchanged = denoise_wavelet(np.dstack([grey] * 3), sigma=0, convert2ycbcr=True, channel_axis=-1)
    assert_allclose(unchanged[..., 1], grey, atol=1e-12)


@pytest.mark.parametrize("sigma", [0.02, 0.2, 30])
def test_sigma_is_found_again(sigma):
    rows, _ = np.mgrid[:128, :128] / 128
    noise = np.random.default_rng(0).normal(0, sigma, (128, 128, 3))
    assert_allclose(estimate_sigma(rows + noise[..., 0]), sigma, rtol=0.05)
    assert_allclose(estimate_sigma(noise, channel_axis=-1), [sigma] * 3, rtol=0.05)
    mean = estimate_sigma(noise, average_sigmas=True, channel_axis=-1)
    assert_allclose(mean, np.mean(estimate_sigma(noise, channel_axis=-1)))


def test_a_flat_picture_has_no_noise():
    assert estimate_sigma(np.full((9, 9), 3)) < 1e-15
    assert noise_level(np.zeros((3, 3))) == 0


@pytest.mark.parametrize(("kind", "result"), [("f2", "f4"), ("f4", "f4"), ("f8", "f8"), ("u1", "f8"), ("?", "f8")])
def test_types(kind, result):
    picture = np.eye(6).astype(kind)
    assert denoise_wavelet(picture).dtype == result
    colour = np.dstack([picture] * 3)
    assert denoise_wavelet(colour, convert2ycbcr=True, channel_axis=-1).dtype == result


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"wavelet": "db0"}, "choose haar, db1"),
        ({"wavelet": None}, "choose haar, db1"),
        ({"method": "Sure"}, "BayesShrink or VisuShrink"),
        ({"mode": "medium"}, "soft or hard"),
        ({"wavelet_levels": 0}, "from 1 to 4"),
        ({"wavelet_levels": 5}, "from 1 to 4"),
        ({"sigma": -1}, "standard deviation"),
        ({"sigma": [1, 2]}, "one sigma"),
        ({"convert2ycbcr": True}, "channel_axis=-1"),
    ],
)
def test_wrong_parameters_say_what_is_right(arguments, says):
    with pytest.raises(ValueError, match=says):
        denoise_wavelet(np.eye(16), **arguments)


@pytest.mark.parametrize("convert2ycbcr", [False, True])
def test_sigma_is_known_for_all_channels_or_for_none(convert2ycbcr):
    with pytest.raises(ValueError, match="every channel, or None"):
        denoise_wavelet(np.ones((8, 8, 3)), [0.1, None, None], convert2ycbcr=convert2ycbcr, channel_axis=-1)


def test_sigma_is_a_number():
    with pytest.raises(TypeError, match="sigma as a number"):
        denoise_wavelet(np.eye(16), "0.1")


@pytest.mark.parametrize("function", [denoise_wavelet, estimate_sigma])
def test_values_too_large_to_square_are_refused(function):
    with pytest.raises(ValueError, match="too large"):
        function(np.eye(8) * 1e200)


def test_the_narrow_side_says_how_often_a_picture_is_halved():
    image = np.random.default_rng(0).random((64, 6))
    assert_allclose(denoise_wavelet(image.T).T, denoise_wavelet(image), atol=1e-12)
