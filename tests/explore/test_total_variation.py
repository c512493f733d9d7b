"""Total variation: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import data, explore, restoration, steps
from course_lib.util import random_noise


@pytest.mark.parametrize("weight", [0.05, 0.15, 0.5])
def test_the_energy_of_total_variation_falls_at_every_step(weight, last):
    energy = steps.total_variation(step=last(steps.total_variation), weight=weight).panes["energy"].curves[0].y
    assert len(energy) == last(steps.total_variation) + 1
    assert (np.diff(energy) < 0).all()


def test_the_total_variation_step_through_ends_with_the_librarys_picture(last):
    count = last(steps.total_variation)
    through = steps.total_variation(step=count, weight=0.15)
    noisy = random_noise(through.image, var=0.01, rng=0)
    expected = restoration.denoise_tv_chambolle(noisy, weight=0.15, eps=0, max_num_iter=count + 1)
    assert_allclose(through.panes["picture"], expected, atol=1e-9)


def test_the_best_weight_by_psnr_is_smaller_than_the_best_by_ssim(numbers, told):
    scores = {}
    for weight in np.arange(0.08, 0.32, 0.02).round(2).tolist():
        text = told(explore.total_variation(data.load("dice")[140:340, 150:406], weight=weight)).split("denoised:")[1]
        scores[weight] = numbers(text, r"PSNR ([\d.]+) dB") + numbers(text, r"SSIM ([\d.]+)")
    assert 0.12 <= max(scores, key=lambda weight: scores[weight][0]) <= 0.16
    assert max(scores, key=lambda weight: scores[weight][1]) >= 0.2


def test_the_energy_falls_all_the_while_and_the_psnr_does_not(numbers, told):
    texts = [
        told(steps.total_variation(step=step)) for step in range(steps.total_variation.spec.controls["step"][1] + 1)
    ]
    energies = [numbers(text, r"energy ([\d.]+)\.")[0] for text in texts]
    quality = [numbers(text, r"PSNR ([\d.]+) dB")[0] for text in texts]
    assert (np.diff(energies) < 0).all()
    assert np.argmax(quality) == 3
    assert [quality[3], quality[-1]] == pytest.approx([26.9, 25.8], abs=0.05)


def test_the_energy_is_the_sum_that_its_text_says(numbers, told):
    shown = steps.total_variation(step=5, weight=0.25)
    variation, squares, energy = numbers(told(shown), r"(?:variation|\(2 · 0\.25\)|energy) (\d+)")
    current = shown.panes["picture"]
    noisy = steps.total_variation(step=0, weight=0.25).panes["picture"]
    down = np.diff(current, axis=0, append=current[-1:])
    right = np.diff(current, axis=1, append=current[:, -1:])
    assert variation == pytest.approx(np.sqrt(down**2 + right**2).sum(), abs=0.6)
    assert squares == pytest.approx(((current - noisy) ** 2).sum() / (2 * 0.25), abs=0.6)
    assert energy == pytest.approx(variation + squares, abs=1.1)


@pytest.mark.parametrize(("weight", "measures"), [(0.12, (32.16, 0.892)), (0.2, (31.57, 0.932))])
def test_what_the_best_weights_come_to(weight, measures, numbers, told):
    text = told(explore.total_variation(data.load("dice")[140:340, 150:406], weight=weight)).split("denoised:")[1]
    assert tuple(numbers(text, r"(?:PSNR|SSIM) ([\d.]+\d)")) == measures
