"""Measuring damage: the explorer."""

import numpy as np
import pytest

from course_lib import explore


@pytest.mark.parametrize(
    ("kind", "strength", "measures"), [("noise", 0.1, (20.46, 0.289)), ("blur", 0.3, (20.55, 0.688))]
)
def test_at_the_same_psnr_blur_has_the_better_ssim(kind, strength, measures, numbers, told):
    text = told(explore.quality(kind=kind, strength=strength))
    assert tuple(numbers(text, r"(?:PSNR|SSIM) ([\d.]+\d)")) == measures


def test_noise_takes_the_structure_of_plain_places(numbers, told):
    kept = explore.quality(kind="noise").panes["where the structure is kept (white)"]
    blurred = explore.quality(kind="blur", strength=0.3).panes["where the structure is kept (white)"]
    assert np.mean(kept[:40, -80:]) < 0.3 < 0.8 < np.mean(blurred[:40, -80:])  # the sky
