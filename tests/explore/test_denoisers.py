"""Choosing a denoiser: the explorer."""

import numpy as np

from course_lib import explore, metrics
from course_lib.util import img_as_float


def test_poisson_noise_has_no_strength_and_a_truth():
    text = explore.denoisers(kind="poisson", strength=0.0).panes["text"]
    assert "no truth" not in text
    assert "dB" in text


def test_the_denoisers_stand_beside_the_clean_picture_with_their_measures_in_a_table():
    explorer = explore.denoisers()
    shown = explorer.panes
    names = [name for name, pane in shown.items() if not isinstance(pane, str)]
    assert names == ["picture", "noisy", "total variation", "bilateral", "wavelet", "non-local means"]
    clean = img_as_float(explorer.image)
    np.testing.assert_array_equal(shown["picture"], clean)
    psnr = metrics.peak_signal_noise_ratio(clean, shown["noisy"], data_range=1)
    assert f"<td>noisy</td><td>{psnr:.2f} dB</td>" in shown["text"]


def test_where_sigma_is_estimated_wavelets_win_in_weak_noise(numbers, told):
    text = told(explore.denoisers(strength=0.02))
    assert numbers(text, r"sigma ([\d.]+\d)") == [0.028]
    assert numbers(text, r"(?:bilateral|wavelet)([\d.]+) dB") == [36.46, 37.58]
    assert "the best is wavelet" in text
