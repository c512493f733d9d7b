"""What the folded answers of chapter 1 say of the pictures, and nothing prints."""

import numpy as np
import pytest
from scipy import ndimage

from course_lib import color, data, filters, measure

COFFEE, COINS, ASTRONAUT = data.coffee(), data.coins(), data.astronaut()
RULES = ("isodata", "li", "mean", "minimum", "otsu", "triangle", "yen")


def test_the_rim_of_the_cup_is_white_the_saucer_red_and_the_wood_brown():
    rim, saucer, wood = COFFEE[28, 290], COFFEE[230, 120], COFFEE[150:350, 500:]
    assert rim.min() > 200
    assert saucer[0] > 150
    assert saucer[1:].max() < 50
    assert (np.diff(wood.astype(int)) < 0).all()  # red, then green, then blue


def test_the_darkest_pixels_of_the_coffee_are_in_the_corner_and_around_the_saucer():
    rows, cols = np.nonzero(COFFEE.max(axis=-1) < 40)
    corner = (rows < 150) & (cols < 150)
    saucer = (rows > 200) & (cols > 50) & (cols < 500)
    assert (corner | saucer).all()


def test_the_leftmost_bars_hold_the_lower_part_of_the_table():
    rows, _ = np.nonzero(COINS < 16)
    assert np.median(rows) > 0.8 * len(COINS)


def test_a_coin_is_spread_over_about_half_of_the_bars():
    coins = data.coins()
    alone = measure.label(coins > filters.threshold_local(coins, 91, offset=-10))
    whole = [label for label, size in enumerate(np.bincount(alone.ravel())[1:], 1) if size > 500]
    assert len(whole) == 24
    bars = [len(np.unique(coins[ndimage.binary_fill_holes(alone == label)] // 4)) for label in whole]
    assert 0.4 * 64 < np.median(bars) < 0.6 * 64


def test_at_level_180_the_coins_are_hundreds_of_pieces():
    assert 200 < measure.label(COINS > 180).max() < 1000


def test_the_suits_red_lies_from_200_to_235_and_its_greys_at_both_ends():
    suit = ASTRONAUT[(ASTRONAUT[..., 0] > 180) & (ASTRONAUT[..., 2] < 110)]
    red, blue = suit[:, 0], suit[:, 2]
    assert ((red >= 200) & (red <= 235)).mean() > 0.75
    assert np.median(red) / 255 == pytest.approx(0.85, abs=0.03)
    assert np.median(blue) / 255 == pytest.approx(0.25, abs=0.03)


def test_mean_and_yen_lie_above_the_five_others_on_the_camera():
    camera = data.camera()
    others = [
        getattr(filters, f"threshold_{rule}")(camera) for rule in ("isodata", "li", "minimum", "otsu", "triangle")
    ]
    assert max(others) < filters.threshold_mean(camera) < filters.threshold_yen(camera)


def test_red_and_dark_green_make_the_same_grey():
    pair = color.rgb2gray(np.array([[[1.0, 0, 0], [0, 0.2125 / 0.7154, 0]]]))
    assert pair[0, 0] == pytest.approx(pair[0, 1])


def test_how_bright_the_coins_are_and_how_much_contrast_they_have():
    assert np.median(COINS) == 86
    assert (COINS.min(), COINS.max()) == (1, 252)


def test_five_rules_nearly_agree_on_the_coins_and_two_do_not():
    levels = {rule: round(float(getattr(filters, f"threshold_{rule}")(COINS))) for rule in RULES}
    assert levels.pop("triangle") == 80
    assert levels.pop("minimum") == 143
    assert (min(levels.values()), max(levels.values())) == (95, 110)


def test_half_of_the_paper_is_dust_far_from_letters_and_less_near_them():
    page, ink = data.load("page_dim"), data.load("page_ink")
    white = page > filters.threshold_local(page, 35, method="mean")
    near = ndimage.binary_dilation(ink, np.ones((35, 35), bool))
    assert white[~near].mean() == pytest.approx(0.5, abs=0.03)
    assert white[near & ~ink].mean() > 0.8


def test_besides_24_coins_there_are_only_specks():
    parts = measure.label(filters.threshold_local(COINS, 91, offset=-10) < COINS)
    sizes = np.sort(np.bincount(parts.ravel())[1:])[::-1]
    assert sizes[23] > 1000
    assert sizes[24] < 100
