"""Non-local means: the explorer and the step-through."""

import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, metrics, steps
from course_lib.util import img_as_float, random_noise


def test_non_local_means_shows_the_pixel_itself_first():
    through = steps.nl_means(step=0)
    noisy = random_noise(through.image, var=0.01, rng=0)
    assert_allclose(through.panes["the patches, best first"][:5, :5], noisy[29:34, 29:34])
    assert through.panes["weight of each neighbour"][10, 10] == 1


def test_the_figures_on_the_screen_are_the_measures_of_what_is_shown():
    shown = explore.nl_means(noise=0.1).panes
    clean = img_as_float(data.load("grapefruit")[100:300, 130:386])
    psnr = metrics.peak_signal_noise_ratio(clean, shown["denoised"], data_range=1)
    ssim = metrics.structural_similarity(clean, shown["denoised"], data_range=1, channel_axis=-1)
    assert f"PSNR {psnr:.2f} dB, SSIM {ssim:.3f}" in shown["text"]


@pytest.mark.parametrize(
    ("changed", "decibels"), [({"h": 0.3}, 26.83), ({"h": 0.06}, 31.71), ({"patch_distance": 11}, 31.08), ({}, 31.48)]
)
def test_neither_a_large_h_nor_a_wide_search_makes_it_better(changed, decibels, numbers, told):
    text = told(explore.nl_means(data.load("grapefruit")[100:300, 130:386], **changed))
    assert numbers(text.split("denoised:")[1], r"PSNR ([\d.]+) dB") == [decibels]
