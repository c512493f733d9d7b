"""The numbers in the folded answers of chapter 2 are those that its explorers show."""

import re
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage

from course_lib import data, explore, filters, measure, morphology, steps, util
from course_lib.explore.samples import dice_grey

LESSON = (Path(__file__).resolve().parents[2] / "notebooks" / "source" / "02_filters.md").read_text(encoding="utf-8")
FOLDS = " ".join(re.findall(r"<details>.*?</details>", LESSON, re.DOTALL))
CASES = [
    (steps.convolution, None, {"step": 0}, "36.7", "nearly all 36.7"),
    (steps.convolution, None, {"step": 18}, "46.7", "is 46.7"),
    (steps.convolution, None, {"step": 27}, "50.0", "corners fall to 50"),
    (explore.sharpen, data.moon, {}, "0.3%", "instead of 0.3 %"),
    (explore.sharpen, data.moon, {"amount": 10.0}, "2.0%", "with radius 2, 2.0 %"),
    (explore.edges, data.camera, {"level": 0.2}, "3.1%", "0.2, where 3.1 %"),
    (explore.edges, data.camera, {"operator": "laplace"}, "-1.10 to 1.66", "from -1.10 to 1.66"),
    (explore.noise_filters, data.camera, {"noise": "Gaussian"}, "Gaussian 24.9 dB, median 23.8", "wins, 24.9 to 23.8"),
    (explore.noise_filters, data.camera, {"amount": 0.28}, "Gaussian 18.0 dB, median 17.7", "from 0.28 on"),
    (explore.noise_filters, data.camera, {"amount": 0.27}, "Gaussian 18.1 dB, median 18.1", "from 0.28 on"),
    (explore.stretch, None, {"dark": 10.0}, "94 becomes black", "below 94 becomes black"),
    (explore.stretch, None, {"dark": 10.0}, "9.8%", "9.8 % of the pixels"),
    (explore.equalize, None, {"share": 1.0}, "0.083 before, 0.293 after", "from 0.083 to 0.293"),
    (explore.adaptive_equalize, None, {"clip_limit": 0.0, "tiles": 1}, "0.293 after", "0.293 in both"),
    (explore.rotate, None, {"angle": -45, "whole": True}, "(531, 531, 3)", "531 rows by 531 columns"),
    (explore.enlarge, None, {}, "214 different values became 214", "214 values stay 214"),
    (explore.enlarge, None, {"values": "between the pixels"}, "became 78,148", "tens of thousands"),
    (explore.morphology, "world", {"radius": 1}, "in 72 parts and 44", "Of 72 separate pieces of land 44"),
    (explore.morphology, "world", {"radius": 3}, "in 72 parts and 15", "15 at radius 3"),
    (explore.morphology, "world", {"footprint": "square"}, "footprint: 49", "49 pixels instead of 29"),
]


@pytest.mark.parametrize(("opener", "picture", "controls", "shown", "said"), CASES)
def test_an_answer_says_what_the_explorer_shows(opener, picture, controls, shown, said):
    image = data.load(picture) if isinstance(picture, str) else picture() if picture else None
    text = re.sub(r"<.*?>", "", opener(image, **controls).panes["text"])
    assert shown in text
    assert said in FOLDS


def test_higher_levels_drop_most_of_the_outlines_with_the_grains():
    clean = filters.sobel(dice_grey())
    salted = filters.sobel(util.random_noise(dice_grey(), "s&p", amount=0.05, rng=0))
    assert (clean > 0.4).mean() < 0.3 * (clean > 0.2).mean()
    assert (salted > 0.4).mean() < 0.05 * (salted > 0.2).mean()


def test_the_joints_of_the_wall_are_five_to_seven_pixels_wide():
    joints = util.img_as_float(data.brick()) > 0.45
    ends = np.diff(np.pad(joints, ((0, 0), (1, 1))).astype(int), axis=1)
    widths = np.argwhere(ends == -1)[:, 1] - np.argwhere(ends == 1)[:, 1]
    assert 5 <= np.percentile(widths, 25) <= np.percentile(widths, 75) <= 7


def seas_of(view):
    """Return the world as an explorer draws it: land is True; its picture and its result."""
    return [np.asarray(view.panes[name]) > 0 for name in ("picture", "result")]


@pytest.mark.parametrize(("radius", "cuba", "madagascar"), [(1, False, True), (2, False, True), (3, False, False)])
def test_which_islands_an_erosion_takes(radius, cuba, madagascar):
    land, left = seas_of(explore.morphology(data.load("world"), radius=radius))
    labels = measure.label(land)
    for place, stays in (((68, 101), cuba), ((109, 226), madagascar)):
        assert (left & (labels == labels[place])).any() == stays


@pytest.mark.parametrize(("radius", "ponds"), [(2, 5), (4, 0)])
def test_what_a_dilation_leaves_of_the_mediterranean(radius, ponds):
    view = explore.morphology(data.load("world"), operation="dilation", radius=radius)
    assert measure.label(~seas_of(view)[1][45:60, 176:216]).max() == ponds


def test_an_opening_first_erases_most_of_many_coins_and_two_altogether():
    coins = data.coins()
    local = coins > filters.threshold_local(coins, 91, offset=-10)
    cleaned = morphology.opening(morphology.closing(local, morphology.disk(3)), morphology.disk(6))
    labels, opened = measure.label(cleaned), morphology.opening(local, morphology.disk(6))
    left = ndimage.mean(opened, labels, range(1, 25))
    assert (left == 0).sum() == 2
    assert (left < 0.5).sum() == 14
    assert measure.label(~cleaned).max() == 2  # the table, and the one hole
