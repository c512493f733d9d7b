"""canny against scikit-image: the same edges, pixel by pixel."""

import numpy as np
import pytest
import skimage
from numpy.testing import assert_array_equal

from course_lib.feature import canny

OPTIONS = [
    {},
    {"sigma": 0},
    {"sigma": 1.8},
    {"sigma": 3},
    {"low_threshold": 0.05, "high_threshold": 0.3},
    {"low_threshold": 0.8, "high_threshold": 0.95, "use_quantiles": True},
    {"mode": "reflect"},
    {"mode": "nearest", "sigma": 2},
    {"mask": np.hypot(*np.mgrid[-256:256, -256:256]) < 200},
]


@pytest.mark.parametrize("options", OPTIONS, ids=lambda options: ",".join(options) or "defaults")
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_equal_edges(options, dtype):
    image = (skimage.data.camera() / 255).astype(dtype)
    different = (canny(image, **options) != skimage.feature.canny(image, **options)).sum()
    # in float32 both round, each in its own order: a handful of 262144 pixels
    assert different <= (0 if dtype == np.float64 else 20)


@pytest.mark.parametrize("levels", [{}, {"low_threshold": 20, "high_threshold": 50}])
def test_equal_edges_of_bytes(levels):
    coins = skimage.data.coins()
    assert_array_equal(canny(coins, **levels), skimage.feature.canny(coins, **levels))


def test_deviation_equal_strengths_stay_equal():
    # Two neighbouring pixels on an edge are exactly as strong as each other. Rounding decides in scikit-image which
    # are kept, so its edges lose pixels here and there; we allow for the rounding and keep the straight line.
    square = np.zeros((40, 40))
    square[10:30, 10:30] = 1
    ours, theirs = canny(square, 0.5), skimage.feature.canny(square, 0.5)
    assert (ours != theirs).sum() == 28
    assert not (theirs & ~ours).any()


@pytest.mark.filterwarnings("ignore:.* is nearly black")
def test_deviation_long_integers_are_scaled_like_all_others():
    with pytest.raises(ValueError, match="64-bit"):
        skimage.feature.canny(np.eye(9, dtype=np.int64))
    assert not canny(np.eye(9, dtype=np.int64)).any()
