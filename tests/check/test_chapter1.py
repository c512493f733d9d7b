"""Chapter 1's exercises: what Pillow makes of a picture, and whether advice on a threshold helps."""

import numpy as np
import pytest
from PIL import Image, ImageOps

from course_lib import data, filters
from course_lib.check import EXERCISES, verdict
from course_lib.check.chapter1 import e15_readable_page as readable
from course_lib.check.compare import f1

HARDER = "1.4", "1.7", "1.8", "1.9", "1.11", "1.12", "1.13", "1.14", "1.15"  # two stars or three


@pytest.mark.parametrize("ex", [ex for ex in EXERCISES.values() if ex.id.startswith("1.")], ids=lambda ex: ex.id)
def test_an_exercise_knows_what_learners_write(ex):
    mistakes = {slip.sentence for slip in ex.slips} | {words for _, words in ex.planted}
    assert len(mistakes) >= (12 if ex.id in HARDER else 8)


def flipped(image):
    return ImageOps.flip(Image.fromarray(image))


@pytest.mark.parametrize("id", ["1.2", "1.5"])
def test_a_picture_of_pillow_is_no_array_yet(id):
    found = verdict(id, flipped)
    assert found.state == "wrong"
    assert "no array but Image: np.asarray" in found.sentence


def test_an_array_made_with_pillow_is_right():
    assert verdict("1.2", lambda image: np.asarray(flipped(image))).state == "right"


def test_the_grey_of_pillow_is_told_to_be_weighted():
    found = verdict("1.6", lambda image: np.asarray(Image.fromarray(image).convert("L")))
    assert "weighted grey, in which green counts most" in found.sentence


BLOCKS = (3, 5, 7, 11, 15, 25, 51, 101, 151, 301)
OFFSETS = (-20, -5, 0, 2, 4, 6, 8, 12, 16, 20, 30, 40, 60)
MOVES = {  # what a sentence advises, as (steps to a larger window, steps to a larger offset)
    readable.NOTHING: ((1, 0), (0, -1)),
    readable.TOO_HIGH: ((0, 1),),
    readable.SHADOW: ((-1, 0), (0, 1)),
    readable.THICK: ((-1, 0), (0, 1)),
    readable.GRAIN: ((1, 0), (0, 1)),
    readable.MISSING: ((1, 0), (0, -1)),
}


@pytest.mark.parametrize("method", ["gaussian", "mean"])
def test_what_1_15_advises_raises_the_score(method):
    page, ink = data.load("page_dim"), data.load("page_ink")
    levels = [filters.threshold_local(page, block, method=method) for block in BLOCKS]
    masks = [[page < level - offset for offset in OFFSETS] for level in levels]
    scores = np.pad([[f1(mask, ink) for mask in row] for row in masks], 1)
    told = set()
    for b, o in np.ndindex(len(BLOCKS), len(OFFSETS)):
        if scores[b + 1, o + 1] >= readable.GOAL or masks[b][o].all():
            continue
        sentence = readable.what_went_wrong(masks[b][o], page, ink)
        advice = next(advice for advice in MOVES if advice in sentence)
        told.add(advice)
        better = max(scores[b + 1 + wider, o + 1 + more] for wider, more in MOVES[advice])
        assert better > scores[b + 1, o + 1] or not scores[b + 1, o + 1], (BLOCKS[b], OFFSETS[o], sentence)
    assert told == set(MOVES)
