"""What the explorers of the four denoisers have in common: noise is added, taken off, and measured."""

import numpy as np
import pytest

from course_lib import explore
from course_lib.explore.denoising import middle
from course_lib.util import img_as_float


@pytest.mark.parametrize("name", ["total_variation", "bilateral", "wavelets", "nl_means", "denoisers"])
def test_without_added_noise_there_is_no_truth_to_measure_by(name):
    none, some = ({"strength": value} if name == "denoisers" else {"noise": value} for value in (0.0, 0.1))
    opened = getattr(explore, name)
    text = opened(**none).panes["text"]
    assert "no truth" in text
    assert "dB" not in text
    assert "SSIM" not in text
    assert "dB" in opened(**some).panes["text"]


CURVES = {"total_variation": "weight", "bilateral": "sigma_color", "wavelets": "sigma", "nl_means": "h"}


@pytest.mark.parametrize("name", ["total_variation", "bilateral", "wavelets", "nl_means"])
def test_the_clean_picture_stands_beside_the_others_and_is_as_large(name):
    explorer = getattr(explore, name)()
    panes = list(explorer.panes.items())[:4]
    np.testing.assert_array_equal(panes[0][1], img_as_float(explorer.image))
    assert {pane.shape for _, pane in panes} == {explorer.image.shape}


@pytest.mark.parametrize(("name", "over"), CURVES.items())
def test_both_measures_are_drawn_over_the_parameter_when_asked_for(name, over, numbers, told):
    explorer = getattr(explore, name)()
    assert len(explorer.panes) == 5  # four pictures and a text: the curves would tell what the lesson asks
    explorer.set(curves=True)
    psnr, ssim = explorer.panes[f"measures over {over}"].curves
    best = numbers(told(explorer), r"([\d.]+) by (?:PSNR|SSIM)")
    assert best == [psnr.x[psnr.y.argmax()], ssim.x[ssim.y.argmax()]]
    texts = [told(getattr(explore, name)(**{over: float(value)})).split("denoised:")[1] for value in psnr.x]
    assert np.argmax([numbers(text, r"PSNR ([\d.]+) dB")[0] for text in texts]) == psnr.y.argmax()
    assert (
        max(numbers(text, r"SSIM ([\d.]+)")[0] for text in texts)
        == numbers(texts[ssim.y.argmax()], r"SSIM ([\d.]+)")[0]
    )
    explorer.set(noise=0.0)
    assert explorer.controls["curves"].disabled
    assert f"measures over {over}" not in explorer.panes


def test_of_a_large_picture_the_middle_is_measured():
    picture = np.random.default_rng(0).random((300, 400, 3))
    np.testing.assert_array_equal(middle(picture), picture[22:278, 72:328])
    assert middle(picture[:100]).shape == (100, 256, 3)
