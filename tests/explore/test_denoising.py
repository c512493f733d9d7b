"""What the explorers of the four denoisers have in common: noise is added, taken off, and measured."""

import pytest

from course_lib import explore


@pytest.mark.parametrize("name", ["total_variation", "bilateral", "wavelets", "nl_means", "denoisers"])
def test_without_added_noise_there_is_no_truth_to_measure_by(name):
    none, some = ({"strength": value} if name == "denoisers" else {"noise": value} for value in (0.0, 0.1))
    opened = getattr(explore, name)
    text = opened(**none).panes["text"]
    assert "no truth" in text
    assert "dB" not in text
    assert "SSIM" not in text
    assert "dB" in opened(**some).panes["text"]
