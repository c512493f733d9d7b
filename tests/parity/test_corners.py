"""Corner measures and peaks against scikit-image: equal to rounding, and the same points in the same order."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import feature


@pytest.mark.parametrize("dtype", [np.uint8, np.float32, np.float64])
@pytest.mark.parametrize("sigma", [0.5, 1, 3])
def test_equal_measures(dtype, sigma):
    image = skimage.data.camera() if dtype == np.uint8 else (skimage.data.camera() / 255).astype(dtype)
    calls = [
        ("corner_harris", {}),
        ("corner_harris", {"k": 0.2}),
        ("corner_harris", {"method": "eps"}),
        ("corner_shi_tomasi", {}),
        ("structure_tensor", {"mode": "reflect"}),
        ("structure_tensor", {"order": "xy"}),
    ]
    tolerance = 1e-5 if dtype == np.float32 else 1e-13
    for name, options in calls:
        ours = np.asarray(getattr(feature, name)(image, sigma=sigma, **options))
        theirs = np.asarray(getattr(skimage.feature, name)(image, sigma=sigma, **options))
        assert ours.dtype == theirs.dtype
        assert_allclose(ours, theirs, atol=tolerance)


@pytest.mark.parametrize("name", ["peak_local_max", "corner_peaks"])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"min_distance": 5, "threshold_rel": 0.02},
        {"min_distance": 20, "threshold_abs": 0.1},
        {"min_distance": 10, "num_peaks": 30},
        {"min_distance": 3, "exclude_border": False},
        {"min_distance": 2, "exclude_border": 40},
        {"min_distance": 2, "exclude_border": (4, 20)},
    ],
    ids=str,
)
def test_equal_points_in_equal_order(name, options):
    response = skimage.feature.corner_harris(skimage.data.camera())
    ours, theirs = getattr(feature, name)(response, **options), getattr(skimage.feature, name)(response, **options)
    assert_array_equal(ours, theirs)
    assert ours.dtype == theirs.dtype


@pytest.mark.parametrize("name", ["peak_local_max", "corner_peaks"])
def test_equal_points_where_many_are_equally_high(name):
    rng = np.random.default_rng(0)
    for _ in range(100):
        image = rng.integers(0, rng.integers(2, 6), rng.integers(1, 12, 2))
        for distance in (1, 2, 3):
            ours = getattr(feature, name)(image, distance, exclude_border=False)
            theirs = getattr(skimage.feature, name)(image, distance, exclude_border=False)
            assert_array_equal(ours, theirs)
