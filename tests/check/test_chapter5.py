"""Chapter 5's exercises: nonsense is wrong, and the pictures of its projects are what they say."""

import numpy as np
import pytest
from scipy import ndimage

from course_lib import feature, filters, morphology, restoration, transform
from course_lib.check import EXERCISES, verdict
from course_lib.check.chapter5 import red_team
from course_lib.check.chapter5.e07_nearer import nearer
from course_lib.check.chapter5.e08_align import align
from course_lib.check.chapter5.e13_two_boxes import PAIRS, box
from course_lib.check.chapter5.e14_tally import SCENES
from course_lib.check.chapter5.e17_who import who
from course_lib.check.chapter5.e18_portrait import GOAL_OTHER, OURS, TRIED, restore
from course_lib.check.chapter5.portrait_faults import what_is_wrong
from course_lib.check.chapter5.portraits import as_first_tried, portraits, score
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


def test_the_scores_that_are_told_are_those_of_the_first_try_and_of_the_solution():
    for portrait, tried, ours in zip(
        portraits(), (TRIED, (GOAL_OTHER - 2, 0.822)), (OURS, (32.53, 0.889)), strict=True
    ):
        assert score(portrait.original, as_first_tried(portrait)) == pytest.approx(tried, abs=0.03)
        found = score(portrait.original, restore(portrait.damaged, portrait.mask, portrait.angle))
        assert found == pytest.approx(ours, abs=0.03)


def test_the_other_picture_is_damaged_like_the_courses_own():
    own, other = portraits()
    assert other.damaged.shape == own.damaged.shape
    assert other.angle * own.angle < 0
    assert other.strokes.mean() == own.strokes.mean()
    for portrait in (own, other):
        assert portrait.original.shape == (512, 512, 3)
        upright = upright_frame(transform.rotate(portrait.damaged, portrait.angle))
        missing = upright_frame(portrait.strokes)
        assert upright[missing].mean() < 0.1
        assert np.abs(upright - portrait.original)[~missing].mean() < 0.07
        back = transform.rotate(portrait.mask.astype(float), portrait.angle) > 0.5
        assert (upright_frame(back) != missing).mean() < 0.01


@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize(("soft", "grain"), [(0, 0), (0, 0.06), (2, 0)])
def test_a_portrait_that_lies_beside_is_called_so_however_soft_or_noisy_it_is(number, soft, grain):
    portrait = portraits()[number]
    rng = np.random.default_rng(5)
    picture = filters.gaussian(portrait.original, soft, channel_axis=-1) if soft else portrait.original
    picture = picture + rng.normal(0, grain, picture.shape) if grain else picture
    for move in ((1, 0), (-1, 0), (0, 1), (0, -2), (3, 2), (5, -5)):
        said = what_is_wrong(np.roll(picture, move, (0, 1)), portrait)
        assert f"(rows: {abs(move[0])}, columns: {abs(move[1])})" in said
    said = what_is_wrong(picture, portrait)
    assert ("noise" if grain else "too smooth" if soft else "near") in said


@pytest.mark.parametrize("wider", [0, 1, 3])
@pytest.mark.parametrize("weight", [0.02, 0.1])
def test_strokes_are_called_dark_where_the_mask_was_too_narrow_and_nowhere_else(wider, weight):
    for portrait in portraits():
        upright = upright_frame(transform.rotate(portrait.damaged, portrait.angle))
        mask = morphology.dilation(upright_frame(portrait.strokes), morphology.disk(wider))
        filled = restoration.inpaint_biharmonic(upright, mask, channel_axis=-1)
        calm = restoration.denoise_tv_chambolle(filled, weight=weight, channel_axis=-1)
        assert ("dark where the strokes were" in what_is_wrong(calm, portrait)) == (wider == 0)


def test_a_blur_or_blocks_are_named_where_chance_is_not():
    for name in ("group", "friends"):
        image, boxes = red_team.people(name)
        for seed in range(5):

            def by_chance(image, boxes, seed=seed):
                hidden = image.copy()
                rng = np.random.default_rng([seed, image[0, 0, 0]])
                for one in boxes:
                    part = hidden[one["r"] :, one["c"] :][: one["height"], : one["width"]]
                    part[:] = rng.integers(0, 256, part.shape)
                return hidden

            hidden = by_chance(image, boxes)
            assert red_team.named(hidden, boxes, name) <= red_team.NAMED
            assert red_team.named_alike(by_chance, hidden, boxes, name) <= red_team.NAMED
        for blocks in (1, 2, 4):

            def in_blocks(image, boxes, blocks=blocks):
                return feature.pixelate_faces(image, boxes, blocks)

            assert red_team.named_alike(in_blocks, in_blocks(image, boxes), boxes, name) > red_team.NAMED + 1


def test_learners_can_try_the_attacks(capsys):
    image, _ = red_team.people()
    assert np.array_equal(red_team.attack(lambda image, boxes: image), image)
    assert (
        "found by the detector 7, named by sharp pictures 7, named by pictures hidden alike 7"
        in capsys.readouterr().out
    )


def test_the_vote_over_films_is_clear():
    for here, there, tolerance in EXERCISES["5.7"].all_cases():
        scale, shift = nearer(here, there, tolerance)
        miss = np.linalg.norm(scale * here + shift - there, axis=1)
        agree = miss < tolerance
        assert 0.4 < agree.mean() < 0.61
        assert miss[agree].max() < tolerance / 2
        assert miss[~agree].min() > 1.5 * tolerance


def test_no_two_blocks_of_a_table_are_equally_bright():
    for table, height, width in EXERCISES["5.10"].all_cases():
        image = np.diff(np.diff(table, axis=0), axis=1)
        sums = np.lib.stride_tricks.sliding_window_view(image, (height, width)).sum(axis=(2, 3)).ravel()
        assert (sums == sums.max()).sum() == 1


def test_no_two_quarters_of_a_patch_are_equally_bright():
    for (patch,) in EXERCISES["5.5"].all_cases():
        half = len(patch) // 2
        sums = [np.rot90(patch, k)[:half, :half].sum() for k in range(4)]
        assert not np.ptp(patch) or np.diff(sorted(sums)).min() > 1e-5


@pytest.mark.parametrize("mode", ["nearest", "reflect", "mirror", "wrap"])
def test_another_border_does_not_change_who_it_is(mode):
    for hidden, faces, sigma in EXERCISES["5.17"].all_cases():
        blurred = [ndimage.gaussian_filter(face, sigma, mode=mode) for face in faces]
        assert np.argmin([np.mean((face - hidden) ** 2) for face in blurred]) == who(hidden, faces, sigma)
