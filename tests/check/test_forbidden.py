"""What a task does without: a library's function is noticed under any name, a learner's own is not."""

import importlib

import numpy as np
import pytest
from scipy import ndimage

from course_lib.check import EXERCISES, verdict
from course_lib.check.exercise import exercise
from course_lib.check.forbidden import calls_noted, without


@pytest.fixture
def counting():
    """An exercise to count values without np.histogram and np.bincount."""
    ex = exercise("0.1", "Count", cases=[np.array([0, 1, 1])], hints=("?", "!", "."), right="they are counted.")
    ex.right(lambda numbers: np.bincount(numbers))
    without(ex, "bincount", "histogram")
    yield ex
    del EXERCISES["0.1"]


@pytest.mark.usefixtures("counting")
def test_a_right_answer_that_calls_what_is_forbidden_is_told_so():
    found = verdict("0.1", lambda numbers: np.histogram(numbers, bins=2)[0])
    assert found.state == "wrong"
    assert found.sentence == "the result is right, but bincount and histogram made it: do without, this time."
    assert "right, but bincount made it" in verdict("0.1", np.bincount).sentence


@pytest.mark.usefixtures("counting")
def test_other_answers_are_judged_as_ever():
    def histogram(numbers):
        return np.array([(numbers == level).sum() for level in range(2)])

    found = verdict("0.1", histogram)
    assert (found.state, found.sentence) == ("right", "they are counted.")
    assert "made it" not in verdict("0.1", lambda numbers: np.histogram(numbers, bins=1)[0]).sentence
    assert verdict("0.1", lambda numbers: None).state == "not yet"
    assert "the function itself" in verdict("0.1", 5).sentence


@pytest.mark.parametrize(
    ("name", "call"),
    [
        ("median_filter", lambda: ndimage.median_filter(np.eye(3), 3)),
        ("find_boundaries", lambda: _of_skimage("segmentation").mark_boundaries(np.eye(4), np.eye(4, dtype=int))),
        ("sorted", lambda: sorted([2, 1])),
        ("sort", lambda: np.arange(3).sort()),
    ],
)
def test_calls_are_noted_in_every_library_and_on_the_way(name, call):
    with calls_noted([name, "absent"], set()) as called:
        call()
    assert called == {name}


def _of_skimage(part):
    return importlib.import_module(f"skimage.{part}")


def test_what_is_expected_is_kept_once_however_often_an_answer_is_judged():
    asked = EXERCISES["4.8"]
    for _ in range(3):
        assert verdict("4.8", asked.rights[0]).state == "right"
    kept = [place for place, function in asked.known if function is asked.rights[0]]
    assert sorted(kept) == list(range(len(asked.made)))
