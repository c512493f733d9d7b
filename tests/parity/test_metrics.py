"""Metrics against scikit-image 0.26.

Deviations
- `structural_similarity` of float32 gives a float64 number (theirs is float32 for grey pictures).
- `peak_signal_noise_ratio` of equal pictures is infinite without a warning, and two types do not warn.
"""

import numpy as np
import pytest
import skimage.data
import skimage.metrics

from course_lib import metrics

GREY = skimage.data.camera()[100:161, 200:275]
COLOUR = skimage.data.astronaut()[150:190, 180:233]
DTYPES = [bool, np.uint8, np.int16, np.float16, np.float32, float]


def pictures(dtype):
    for image in (GREY, COLOUR):
        image = image > 100 if dtype is bool else (image if np.dtype(dtype).kind in "ui" else image / 255)
        yield image.astype(dtype), image[::-1].astype(dtype)


@pytest.mark.parametrize("dtype", DTYPES)
def test_errors(dtype):
    for a, b in pictures(dtype):
        for name in ("mean_squared_error", "peak_signal_noise_ratio"):
            ours, theirs = (getattr(library, name)(a, b) for library in (metrics, skimage.metrics))
            assert ours == pytest.approx(
                theirs, rel=1e-3 if dtype is np.float16 else 1e-5 if dtype is np.float32 else 1e-12
            )
            assert ours.dtype == np.float64


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"win_size": 5},
        {"gaussian_weights": True},
        {"gaussian_weights": True, "sigma": 1, "use_sample_covariance": False},
        {"K1": 0.1, "K2": 0.2},
    ],
)
def test_similarity(dtype, options):
    for a, b in pictures(dtype):
        axis = -1 if a.ndim == 3 else None
        known = {} if dtype in (bool, np.uint8) else {"data_range": 1 if np.dtype(dtype).kind == "f" else 65535}
        ours, theirs = (
            library.structural_similarity(a, b, channel_axis=axis, full=True, **known, **options)
            for library in (metrics, skimage.metrics)
        )
        atol = 1e-3 if ours[1].dtype == np.float32 else 1e-11
        assert ours[0] == pytest.approx(theirs[0], abs=atol)
        assert ours[1].dtype == theirs[1].dtype
        np.testing.assert_allclose(ours[1], theirs[1], atol=atol)


def test_equal_pictures_are_infinitely_good():
    assert metrics.peak_signal_noise_ratio(GREY, GREY) == np.inf
    with pytest.warns(RuntimeWarning):
        assert skimage.metrics.peak_signal_noise_ratio(GREY, GREY) == np.inf
