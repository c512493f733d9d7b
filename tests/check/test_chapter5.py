"""Chapter 5's exercises: nonsense is wrong, and the pictures of its projects are what they say."""

import numpy as np
import pytest
from planted import exercises

from course_lib.check import verdict
from course_lib.check.chapter5.e08_align import align
from course_lib.check.chapter5.wall import photographs
from course_lib.feature.align import moved_back


@pytest.mark.parametrize("id", exercises(5))
@pytest.mark.parametrize(
    "thing",
    [
        *("text", "a", 3, -1, True, np.nan, 1j, [], {}, [[1], [2, 3]], {"a": 1}, ([], []), object()),
        *(np.zeros(0), np.zeros((2, 2, 2)), np.array(None)),
    ],
)
def test_whatever_comes_back_is_judged(id, thing):
    assert verdict(id, lambda *arguments: thing).state == "wrong"
    assert verdict(id, thing).state == "wrong"


def test_the_second_picture_of_the_wall_is_moved_as_it_says():
    for number in range(3):
        _, second, ((angle, shift), _, wanted, ball) = photographs(number)
        back = moved_back(second, angle, shift)
        covered = moved_back(np.ones(second.shape), angle, shift) > 0.999
        assert np.abs(back - wanted)[covered].mean() < 0.025
        assert covered[ball].all()


def test_how_far_the_difference_fell_is_said_in_one_sentence():
    assert "of what it was, and the wrong matches" in verdict("5.8", align).sentence
