"""The bilateral filter: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, filters, restoration, steps
from course_lib.util import random_noise


def test_the_bilateral_weights_give_the_librarys_pixel():
    through = steps.bilateral(step=20, sigma_color=0.2, sigma_spatial=2.0)
    values, weights = (through.panes[name].values for name in ("the window's values", "their weights"))
    noisy = random_noise(through.image, var=0.0025, rng=0)
    expected = restoration.denoise_bilateral(noisy, win_size=7, sigma_color=0.2, sigma_spatial=2)
    assert_allclose((values * weights).sum() / weights.sum(), expected[32, 27], atol=1e-5)


@pytest.mark.parametrize(("sigma_color", "decibels"), [(0.02, 20.72), (0.24, 27.51), (1.0, 24.43)])
def test_a_tiny_sigma_color_does_nothing_and_a_huge_one_blurs(sigma_color, decibels, numbers, told):
    text = told(explore.bilateral(data.load("landscape")[150:350, 200:456], sigma_color=sigma_color))
    assert numbers(text, r"PSNR ([\d.]+) dB") == [20.70, decibels]


def test_with_a_huge_sigma_color_it_is_nearly_a_gaussian():
    shown = explore.bilateral(sigma_color=1.0).panes
    blurred = filters.gaussian(shown["noisy"], 2, channel_axis=-1)
    assert np.abs(shown["denoised"] - blurred).mean() < 0.005
