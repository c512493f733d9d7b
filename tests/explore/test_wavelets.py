"""Wavelets: the explorer and the step-through."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from course_lib import explore, restoration, steps
from course_lib.util import img_as_float, random_noise


@pytest.mark.parametrize("wavelet", ["haar", "db2", "sym4"])
@pytest.mark.parametrize("mode", ["soft", "hard"])
def test_the_wavelet_step_through_ends_with_the_librarys_picture(wavelet, mode, last):
    through = steps.wavelet(step=last(steps.wavelet), wavelet=wavelet, mode=mode)
    noisy = random_noise(through.image, var=0.01, rng=0)
    expected = restoration.denoise_wavelet(noisy, wavelet=wavelet, mode=mode, wavelet_levels=3)
    assert_allclose(through.panes["picture"], np.clip(expected, 0, 1), atol=1e-9)


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5, 6])
def test_what_the_wavelet_step_through_puts_together_is_shown_from_black_to_white(step):
    shown = steps.wavelet(step=step).panes["put together now"]
    assert 0 <= shown.min() < 0.05  # below 0, mid-grey would stand for 0
    assert 0.95 < shown.max() <= 1


@pytest.mark.parametrize("wavelet", ["haar", "db2", "db4", "sym4"])
def test_all_wavelets_are_compared_with_the_same_number_of_levels(wavelet):
    explorer = explore.wavelets(wavelet=wavelet)
    clean = img_as_float(explorer.image)
    noisy = random_noise(clean, var=0.01, rng=0)
    expected = restoration.denoise_wavelet(noisy, sigma=0.1, wavelet=wavelet, wavelet_levels=3, channel_axis=-1)
    assert_allclose(explorer.panes["denoised"], np.clip(expected, 0, 1), atol=1e-9)
    assert "wavelet_levels=3" in explorer.code()
    assert explore.wavelets(explorer.image[:40, :60], wavelet=wavelet).code().count("wavelet_levels=2") == 1
