"""Verdicts of chapter 2 that depend on settings: what they say of a level, or of what is left, is always true."""

import numpy as np
import pytest
from scipy import ndimage

from course_lib import data, exposure, filters, measure, morphology
from course_lib.check import EXERCISES
from course_lib.check.chapter2 import e10_grains, e23_specks_and_holes, e24_count_coins, e25_lungs
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
    low = (e25_lungs.DARKEST, e25_lungs.BRIGHTEST, e25_lungs.TOO_LOW)
    too_low = [level for sentence in low for level in said.pop(sentence, [])]
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


STEPS = {"o": morphology.opening, "c": morphology.closing, "e": morphology.erosion, "d": morphology.dilation}
WAYS = [f"{kind}{radius}" for kind in "oced" for radius in (1, 2, 3, 5, 9)]
WAYS += [f"{a}{i} {b}{j}" for a, b in ("oc", "co", "ed", "de") for i in (1, 2, 3, 9) for j in (1, 2, 3, 9)]


def cleaned_by(way, mask):
    """Return a mask after openings (o), closings (c), erosions (e) and dilations (d), each with its radius."""
    for kind, radius in way.split():
        mask = STEPS[kind](mask, morphology.disk(int(radius)))
    return mask


@pytest.mark.parametrize("way", WAYS)
def test_what_2_23_says_is_true(way):
    mask, true = e23_specks_and_holes.specked(71)
    given = cleaned_by(way, mask)
    left = e23_specks_and_holes.specks_and_holes(given, true)
    few = max(left) <= e23_specks_and_holes.FEW
    if few and not e23_specks_and_holes.moved(given, true):
        assert len(way.split()) == 2
        return
    said = e23_specks_and_holes.what_is_wrong(given, true, left, mask)
    grown = given.sum() > true.sum()
    assert grown or "has grown" not in said
    assert not grown or "has shrunk" not in said
    assert left[0] > e23_specks_and_holes.FEW or "fits into a speck" not in said
    assert left[1] > e23_specks_and_holes.FEW or "fits into a hole" not in said


FILTERS = {
    "mean": lambda noisy, size: ndimage.uniform_filter(noisy, size),
    "gauss": lambda noisy, size: filters.gaussian(noisy, size / 3),
    "median": lambda noisy, size: ndimage.median_filter(noisy, size),
    "darkest": lambda noisy, size: ndimage.minimum_filter(noisy, size),
    "brightest": lambda noisy, size: ndimage.maximum_filter(noisy, size),
    "opening": lambda noisy, size: ndimage.grey_opening(noisy, size),
    "closing": lambda noisy, size: ndimage.grey_closing(noisy, size),
}
SAYS = {
    "mean": {e10_grains.SPOTS},
    "gauss": {e10_grains.SPOTS},
    "median": {e10_grains.TOO_SMALL, e10_grains.TOO_LARGE},
    "darkest": {e10_grains.DARK},
    "opening": {e10_grains.DARK},
    "brightest": {e10_grains.BRIGHT},
    "closing": {e10_grains.BRIGHT},
}


@pytest.mark.parametrize("name", e10_grains.PICTURES)
@pytest.mark.parametrize("kind", FILTERS)
def test_what_2_10_says_of_a_filter_is_true(kind, name):
    clean, noisy, goal = e10_grains.case(name)
    too_large = False
    for size in (3, 5, 7, 11):
        given = FILTERS[kind](noisy, size)
        if e10_grains.decibels(clean, given) >= goal:
            continue
        said = e10_grains.what_is_wrong(given, clean, noisy)
        assert said in SAYS[kind] or (said == e10_grains.ONE_VALUE and np.ptp(given) == 0)
        assert not (too_large and said == e10_grains.TOO_SMALL)
        too_large |= said == e10_grains.TOO_LARGE


@pytest.mark.parametrize("close", [0, 1, 3, 8, 14])
@pytest.mark.parametrize("open", [0, 2, 6, 10, 25])
def test_what_2_24_says_of_a_mask_is_true(close, open):
    coins = data.coins()
    given = measure.label(e24_count_coins.coins_above(coins, close, open)).max()
    if given == 24:
        return
    said = e24_count_coins.what_is_wrong(given, 24, coins)
    if given > 24:
        ending = e24_count_coins.MOST_ARE_SPECKS if given > 72 else e24_count_coins.TOO_MANY
    else:
        few = e24_count_coins.JOINED if given < 8 else e24_count_coins.TOO_FEW
        ending = few if given else e24_count_coins.NONE
    assert said.endswith(ending)


@pytest.mark.parametrize("id", [id for id in EXERCISES if id.startswith("2.")])
def test_an_exercise_knows_the_mistakes_that_learners_make(id):
    ex = EXERCISES[id]
    sentences = {slip.sentence for slip in ex.slips} | {words for _, words in ex.planted}
    assert len(ex.slips) + len(ex.planted) >= 12
    assert len(sentences) >= 8
