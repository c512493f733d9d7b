"""Chapter 5's exercises: nonsense is wrong, and the pictures of its projects are what they say."""

import numpy as np
import pytest

from course_lib import transform
from course_lib.check import EXERCISES, verdict
from course_lib.check.chapter5.e08_align import align
from course_lib.check.chapter5.e13_two_boxes import PAIRS, box
from course_lib.check.chapter5.e14_tally import SCENES
from course_lib.check.chapter5.e17_who import who
from course_lib.check.chapter5.e18_portrait import known_scores
from course_lib.check.chapter5.portraits import portraits
from course_lib.check.chapter5.wall import photographs
from course_lib.explore.boxes import overlap, score_boxes
from course_lib.explore.portrait import upright_frame
from course_lib.feature.align import moved_back


@pytest.mark.parametrize("id", [id for id in EXERCISES if id.startswith("5.")])
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


def test_a_box_is_what_the_detector_gives():
    assert box(1, 2, 3, 4) == {"r": 1, "c": 2, "width": 3, "height": 4}


def test_the_scenes_and_pairs_have_what_learners_forget():
    shares = [overlap(a, b) for a, b in PAIRS]
    assert {0, 1} < set(shares)
    tallies = [tuple(map(len, score_boxes(*scene))) for scene in SCENES]
    assert all(any(tally[k] for tally in tallies) for k in range(3))
    assert any(len(found) > hit + false for (found, _), (hit, _, false) in zip(SCENES, tallies, strict=True))


def test_no_line_up_is_solved_by_looking_for_the_blurred_one():
    for hidden, faces, sigma in EXERCISES["5.17"].all_cases():
        assert np.argmin([np.mean((face - hidden) ** 2) for face in faces]) != who(hidden, faces, sigma)


def test_the_solution_beats_the_first_try_clearly_on_both_pictures():
    for tried, ours in known_scores():
        assert ours[0] > tried[0] + 4
        assert ours[1] > tried[1] + 0.05


def test_the_other_picture_is_damaged_like_the_courses_own():
    (damaged, mask, original), (other, turned, other_original) = portraits()
    assert other.shape == damaged.shape
    assert turned.mean() == mask.mean()
    assert original.shape == other_original.shape == (512, 512, 3)
    upright = upright_frame(transform.rotate(other, 20))
    missing = upright_frame(turned)
    assert upright[missing].mean() < 0.1
    assert np.abs(upright - other_original)[~missing].mean() < 0.06
