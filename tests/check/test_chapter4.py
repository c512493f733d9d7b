"""Chapter 4's exercises: nonsense is wrong, pictures differ where answers could agree, and advice fits the mistake."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from course_lib import filters, measure
from course_lib.check import EXERCISES, verdict
from course_lib.check.chapter4 import e15_dice
from course_lib.check.chapter4.dice import throws
from course_lib.check.chapter4.e13_largest_thing import masks


@pytest.mark.parametrize("id", [id for id in EXERCISES if id.startswith("4.")])
@pytest.mark.parametrize(
    "nonsense",
    [
        5,
        "text",
        np.zeros(3),
        lambda: 1,
        lambda *a: "text",
        lambda *a: float("nan"),
        lambda *a: np.zeros((0, 2)),
        lambda *a: [[1], [2, 3]],
        lambda *a: np.full((3, 4), np.nan),
        lambda *a: object(),
        lambda *a: {},
        lambda *a: -1,
        lambda *a: a[0],
        lambda *a: np.array(["a"]),
        lambda *a: [np.zeros(2), np.zeros((2, 2))],
    ],
)
def test_nonsense_is_wrong_and_stops_nothing(id, nonsense):
    assert verdict(id, nonsense).state == "wrong"


def test_the_masks_differ_in_where_their_largest_region_is():
    places = [np.bincount(measure.label(mask).ravel())[1:].argmax() for mask in masks()]
    assert len(set(places)) >= 2
    assert any(place > 0 for place in places)


def test_no_two_throws_have_all_values_in_common_except_those_that_ask_for_the_light_or_the_size():
    values = [tuple(found) for _, _, found in throws()]
    assert len(set(values)) >= 6


FIXED_LEVELS = [{"level": lambda grey, level=level: level} for level in (0.2, 0.4, 0.5, 0.6, 0.64, 0.7, 0.8)]
FIXED_DICE = [{"is_die": lambda area, largest, least=least: area >= least} for least in (50, 300, 1000, 2300, 5000)]
FIXED_DOTS = [{"is_dot": lambda area, die, least=least: area > least} for least in (5, 25, 35, 60, 110, 250)]
SMALL_DICE = [{"is_die": lambda area, largest, share=share: area >= share * largest} for share in (0.01, 0.03, 0.05)]
LARGE_DICE = [{"is_die": lambda area, largest, share=share: area >= share * largest} for share in (0.6, 0.8)]
SMALL_DOTS = [{"is_dot": lambda area, die, share=share: area > share * die} for share in (0.0005, 0.002)]
ORDERS = [{"order": lambda die, at=at: die.bbox[at]} for at in (0, 1, 2, 3)] + [{"order": lambda die: -die.centroid[1]}]


@pytest.mark.parametrize(
    ("settings", "advice"),
    [
        (FIXED_LEVELS, (e15_dice.LIGHT, e15_dice.MISSING)),
        (FIXED_DICE, (e15_dice.SIZE, e15_dice.TWICE, e15_dice.CRUMBS)),
        (FIXED_DOTS, (e15_dice.SIZE, e15_dice.TWICE)),
        (SMALL_DICE, (e15_dice.TWICE, e15_dice.CRUMBS)),
        (LARGE_DICE, (e15_dice.SMALL,)),
        (SMALL_DOTS, (e15_dice.TWICE,)),
        (ORDERS, (e15_dice.ORDER,)),
    ],
)
def test_what_is_said_of_dice_names_the_decision_that_was_wrong(settings, advice):
    for setting in settings:
        found = verdict("4.15", e15_dice.read_dice(**setting))
        assert found.state == "wrong"
        assert any(sentence in found.sentence for sentence in advice), found.sentence


def test_pillows_own_grey_is_ready_for_contours_too():
    def prepare(image):
        grey = np.asarray(Image.fromarray(image).convert("L"))
        return grey > filters.threshold_otsu(grey)

    assert verdict("4.9", prepare).state == "right"


def test_any_shares_between_crumbs_and_dice_and_between_specks_and_dots_are_right():
    for least_die, least_dot in ((0.1, 0.02), (0.3, 0.004), (0.5, 0.01)):
        answer = e15_dice.read_dice(
            is_die=lambda area, largest, share=least_die: area >= share * largest,
            is_dot=lambda area, die, share=least_dot: area > share * die,
        )
        assert verdict("4.15", answer).state == "right"


@pytest.mark.parametrize("ex", [ex for id, ex in EXERCISES.items() if id.startswith("4.")], ids=lambda ex: ex.id)
def test_an_exercise_knows_what_a_learner_would_do(ex):
    text = (Path(__file__).parents[2] / "notebooks/source/exercises/04_segmentation.md").read_text(encoding="utf-8")
    stars = re.search(rf"^## {re.escape(ex.id)} (★+) ", text, re.MULTILINE)[1]
    assert len({slip.sentence for slip in ex.slips}) >= (8 if stars == "★" else 12)
