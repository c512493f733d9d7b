"""denoise_wavelet and estimate_sigma against scikit-image, which needs PyWavelets for them (we do not)."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from skimage import data
from skimage.restoration import denoise_wavelet as theirs
from skimage.restoration import estimate_sigma as their_sigma
from skimage.util import random_noise

from course_lib.restoration import denoise_wavelet, estimate_sigma
from course_lib.restoration.wavelet_transform import wavelet_filter

pywt = pytest.importorskip("pywt", reason="scikit-image's wavelet functions need PyWavelets")

GREY = random_noise(data.camera()[::4, ::4], rng=0)[:101, :120]
COLOUR = random_noise(data.astronaut()[::4, ::4], rng=0)


@pytest.mark.parametrize("name", ["haar", *(f"db{n}" for n in range(1, 11)), *(f"sym{n}" for n in range(2, 7))])
def test_filters(name):
    assert_allclose(wavelet_filter(name), pywt.Wavelet(name).rec_lo, atol=1e-10)


@pytest.mark.parametrize("method", ["BayesShrink", "VisuShrink"])
@pytest.mark.parametrize("mode", ["soft", "hard"])
@pytest.mark.parametrize("wavelet", ["haar", "db2", "db4", "sym4"])
@pytest.mark.parametrize("sigma", [None, 0.1])
def test_grey(sigma, wavelet, mode, method):
    ours = denoise_wavelet(GREY, sigma, wavelet, mode, method=method)
    assert_allclose(ours, theirs(GREY, sigma, wavelet, mode, method=method), rtol=0, atol=1e-10)


@pytest.mark.parametrize("ycbcr", [False, True])
@pytest.mark.parametrize("sigma", [None, 0.1, [0.1, 0.2, 0.05]])
@pytest.mark.parametrize("rescale", [True, False])
def test_colour(sigma, ycbcr, rescale):
    options = {"convert2ycbcr": ycbcr, "rescale_sigma": rescale, "channel_axis": -1}
    assert_allclose(denoise_wavelet(COLOUR, sigma, **options), theirs(COLOUR, sigma, **options), rtol=0, atol=1e-10)


@pytest.mark.parametrize(
    "options", [{}, {"sigma": 20.0}, {"sigma": 0.1, "rescale_sigma": False}, {"wavelet_levels": 3}]
)
def test_integers(options):
    picture = data.camera()[::4, ::4]
    assert_allclose(denoise_wavelet(picture, **options), theirs(picture, **options), rtol=0, atol=1e-10)


def test_sigma():
    assert_allclose(estimate_sigma(GREY), their_sigma(GREY))
    assert_allclose(estimate_sigma(COLOUR, channel_axis=-1), their_sigma(COLOUR, channel_axis=-1))
    ours = estimate_sigma(COLOUR, average_sigmas=True, channel_axis=-1)
    assert_allclose(ours, their_sigma(COLOUR, average_sigmas=True, channel_axis=-1))
    assert_allclose(estimate_sigma(data.camera()), their_sigma(data.camera()))


def test_float32():
    picture = GREY.astype(np.float32)
    assert denoise_wavelet(picture).dtype == theirs(picture).dtype
    assert_allclose(denoise_wavelet(picture), theirs(picture), rtol=0, atol=2e-6)
