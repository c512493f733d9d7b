"""Chapter 3's exercises: what their files promise beside right and wrong answers."""

import numpy as np
import pytest

from course_lib import filters
from course_lib.check import EXERCISES, chapter3_denoising, verdict
from course_lib.check.chapter3.e04_gaussian_noise import add_noise
from course_lib.check.chapter3.e06_decibels import psnr
from course_lib.check.chapter3.e10_best_weight import best_weight, pairs_with_weights
from course_lib.check.chapter3.e15_logo_and_noise import bilateral, filled, left_over, logo, photograph, variation
from course_lib.util import random_noise as drawn_elsewhere


@pytest.mark.parametrize("id", [id for id, ex in EXERCISES.items() if id.startswith("3.") and not ex.judges])
def test_what_a_function_is_given_varies_so_that_nothing_can_be_fixed(id):
    cases = EXERCISES[id].all_cases()
    assert len(cases) >= 2
    for given in zip(*cases, strict=True):
        assert len({repr(one.tolist() if isinstance(one, np.ndarray) else one) for one in given}) >= 2


def test_an_answer_that_calls_random_noise_by_another_name_is_noticed():
    found = verdict("3.4", lambda image, sigma, rng: drawn_elsewhere(image, var=sigma**2, rng=rng))
    assert found.state == "wrong"
    assert "random_noise" in found.sentence


def test_noise_may_have_any_name_in_an_answer_of_ones_own():
    def random_noise(image, sigma, rng):
        return add_noise(image, sigma, rng)

    assert verdict("3.4", random_noise).state == "right"


def test_the_best_weight_stands_first_last_and_in_between():
    places = [weights.index(best_weight(clean, noisy, weights)) for clean, noisy, weights in pairs_with_weights()]
    lengths = [len(weights) for _, _, weights in pairs_with_weights()]
    assert 0 in places
    assert any(place == length - 1 for place, length in zip(places, lengths, strict=True))
    assert any(0 < place < length - 1 for place, length in zip(places, lengths, strict=True))


@pytest.mark.parametrize("turned", [False, True])
def test_the_projects_logo_is_the_only_magenta(turned):
    clean, image, mask = photograph(turned)
    np.testing.assert_array_equal(logo(image), mask)
    assert not logo(clean).any()


def test_copies_of_the_exercises_find_the_photograph_where_they_look():
    assert chapter3_denoising.photograph is photograph


def test_the_projects_logo_lies_elsewhere_in_the_second_photograph():
    (_, _, first), (_, _, second) = photograph(), photograph(turned=True)
    assert not (first & second).any()


DENOISERS = {  # with growing strength
    "bilateral": (bilateral, (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6)),
    "total variation": (variation, (0.02, 0.04, 0.06, 0.1, 0.2)),
    "gaussian": (lambda image, sigma: filters.gaussian(image, sigma, channel_axis=-1), (0.5, 0.8, 1.0, 1.5, 2.0)),
}


@pytest.fixture(scope="module")
def tried():
    """What the project says of many settings: (advice, PSNR, PSNR where the logo was) by name, order, width, number."""
    clean, image, mask = photograph()
    found = {}
    for name, (denoise, settings) in DENOISERS.items():
        for number, setting in enumerate(settings):
            calm = denoise(image, setting)
            for wider in (0, 1, 2):
                hole = logo(image, wider)
                for order, result in (
                    ("noise first", filled(calm, hole)),
                    ("logo first", denoise(filled(image, hole), setting)),
                ):
                    given = result.clip(0, 1)
                    scores = psnr(clean, given), psnr(clean[mask], given[mask])
                    found[name, order, wider, number] = left_over(clean, image, mask, given) or "", *scores
    return found


@pytest.mark.parametrize(("words", "step"), [("more strongly", 1), ("less strongly", -1)])
def test_the_projects_advice_on_strength_helps(tried, words, step):
    told = [key for key, (advice, *_) in tried.items() if words in advice]
    assert len(told) > 5
    for *place, number in told:
        assert tried[*place, number + step][1] > tried[*place, number][1], (*place, number)


def test_the_project_says_of_the_right_strength_only_that_it_is(tried):
    told = [key for key, (advice, *_) in tried.items() if "about right" in advice]
    assert told
    for *place, number in told:
        best = max(score for key, (_, score, _) in tried.items() if key[:3] == tuple(place))
        assert tried[*place, number][1] > best - 0.3, (*place, number)


def test_the_projects_advice_to_widen_the_mask_helps(tried):
    told = [key for key, (advice, *_) in tried.items() if "Widen the mask" in advice]
    assert len(told) > 5
    for name, order, wider, number in told:
        assert order == "noise first"
        if wider < 2:
            assert tried[name, order, wider + 1, number][2] > tried[name, order, wider, number][2]


def test_the_project_asks_what_the_filling_started_from_where_that_is_the_matter(tried):
    told = [key for key, (advice, *_) in tried.items() if "start from" in advice]
    assert told
    assert all(order == "logo first" or wider == 2 for _, order, wider, _ in told)


def test_both_orders_can_reach_the_projects_goals(tried):
    assert {order for (_, order, *_), (advice, *_) in tried.items() if not advice} == {"noise first", "logo first"}


def test_the_untreated_photograph_is_far_from_the_projects_goals():
    clean, image, mask = photograph()
    assert psnr(clean, image) < 18
    assert psnr(clean[mask], image[mask]) < 10
