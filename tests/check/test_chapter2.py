"""Verdicts of chapter 2 that depend on settings: what they say of a level, or of what is left, is true for all of them."""

import numpy as np
import pytest

from course_lib import data, exposure, filters, morphology
from course_lib.check.chapter2 import e25_lungs
from course_lib.check.compare import f1

PREPARED = {
    "as it is": lambda image: image / 255,
    "smoothed": lambda image: filters.gaussian(image, 2),
    "equalised": exposure.equalize_hist,
    "adaptive": lambda image: filters.gaussian(exposure.equalize_adapthist(image, clip_limit=0.02), 2),
    "adaptive, less": exposure.equalize_adapthist,
}
CLEANED = {
    "as they are": lambda mask: mask,
    "closed": lambda mask: morphology.closing(mask, morphology.disk(10)),
    "opened": lambda mask: morphology.opening(mask, morphology.disk(5)),
}


@pytest.mark.parametrize("cleaned", CLEANED)
@pytest.mark.parametrize("prepared", PREPARED)
def test_what_2_25_says_of_a_level_is_true(prepared, cleaned):
    chest, lungs = data.load("chest_phantom"), data.load("chest_lungs")
    image = PREPARED[prepared](chest)
    levels = np.arange(0.2, 0.96, 0.04)
    masks = [CLEANED[cleaned](e25_lungs.without_border(image < level)) for level in levels]
    scores = np.array([f1(mask, lungs) for mask in masks])
    said = {}
    for level, mask, score in zip(levels, masks, scores, strict=True):
        if score < 0.9:
            said.setdefault(e25_lungs.what_is_wrong(mask, lungs, chest).split("% ")[-1], []).append(level)
    best = levels[scores.argmax()]
    too_low = said.pop(e25_lungs.DARKEST, []) + said.pop(e25_lungs.BRIGHTEST, [])
    neither = (e25_lungs.NOTHING, e25_lungs.ROOM)
    too_high = [level for sentence in said if sentence not in neither for level in said[sentence]]
    assert max(too_low, default=0) <= best <= min(too_high, default=1)
    assert too_low


def test_2_25_tells_bright_from_dark():
    chest, lungs = data.load("chest_phantom"), data.load("chest_lungs")
    image = PREPARED["adaptive"](chest)
    never = (e25_lungs.ROOM, e25_lungs.ONE_LUNG)
    for level in np.arange(0.3, 0.9, 0.1):
        said = e25_lungs.what_is_wrong(e25_lungs.without_border(image > level), lungs, chest)
        assert ">" in said or said == e25_lungs.INVERTED, (level, said)
        assert said not in never
