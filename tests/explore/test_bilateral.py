"""The bilateral filter: the explorer and the step-through."""

from numpy.testing import assert_allclose

from course_lib import restoration, steps
from course_lib.util import random_noise


def test_the_bilateral_weights_give_the_librarys_pixel():
    through = steps.bilateral(step=20, sigma_color=0.2, sigma_spatial=2.0)
    values, weights = (through.panes[name].values for name in ("the window's values", "their weights"))
    noisy = random_noise(through.image, var=0.0025, rng=0)
    expected = restoration.denoise_bilateral(noisy, win_size=7, sigma_color=0.2, sigma_spatial=2)
    assert_allclose((values * weights).sum() / weights.sum(), expected[32, 27], atol=1e-5)
