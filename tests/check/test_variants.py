"""A right answer with one small thing changed is told the change; and what the rules leave unsaid."""

import inspect
import textwrap

import numpy as np
import pytest

from course_lib.check import EXERCISES, verdict
from course_lib.check.rules.variants import variants
from course_lib.color import rgb2gray
from course_lib.filters import threshold_otsu
from tests.check.test_rules import diagnosed, reference


@pytest.mark.parametrize(
    ("words", "id", "old", "new"),
    [
        (
            "with median in place of mean",
            "4.4",
            "points[labels == k].mean(axis=0)",
            "np.median(points[labels == k], axis=0)",
        ),
        ("with - in place of + somewhere", "5.3", "(rr + cc) ** 2", "(rr - cc) ** 2"),
        ("with [0] in place of [1]", "4.6", "cols - place[1]", "cols - place[0]"),
        ("with 3 in place of 2 beside a **", "4.3", "** 2", "** 3"),
        ("with + in place of - somewhere", "5.13", "- shared)", "+ shared)"),
        ("a loop ends one round too early", "5.3", "range(3)", "range(2)"),
    ],
)
def test_a_right_answer_with_one_small_change_is_told(words, id, old, new):
    source = textwrap.dedent(inspect.getsource(reference(id)))
    assert old in source
    names = dict(reference(id).__globals__)
    exec("def" + source.replace(old, new).partition("def")[2], names)
    assert words in diagnosed(id, names[reference(id).__name__])


def test_a_function_that_may_not_end_or_has_no_source_has_no_variants():
    def counting(n):
        while n > 0:
            n = n - 1
        return n

    assert variants(counting) == variants(len) == variants(lambda n: n - 1) == ()


@pytest.mark.parametrize("id", ["4.14", "5.13", "5.11"])
def test_true_and_false_for_a_number_are_told(id):
    assert (
        "yours is True or False, and a number is asked for"
        in verdict(id, lambda *case: reference(id)(*case) > 0).sentence
    )


def test_another_scale_of_floats_is_no_lost_decimals():
    def brighter(image):
        grey = rgb2gray(image)
        return grey >= threshold_otsu(grey) + 0.05

    assert diagnosed("4.9", brighter) == ""


@pytest.mark.parametrize("id", ["4.8", "4.9", "4.13"])
def test_the_border_is_not_spoken_of_where_none_is_asked_for(id):
    def frame(*case):
        return reference(id)(*case) ^ _rim(case[0])

    assert "beyond the border" not in verdict(id, frame).sentence


def _rim(image):
    return ~np.pad(np.ones(np.subtract(image.shape[:2], 2).clip(0), bool), 1)[: image.shape[0], : image.shape[1]]


def test_a_number_too_large_for_whole_ones_and_unequal_rows_are_told_without_a_warning():
    assert verdict("5.1", lambda strength, low, high: np.full(strength.shape, 1e300)).state == "wrong"
    assert "expected one number, got a list of 2" in verdict("5.11", lambda *case: [[1, 2], [3]]).sentence
    assert "expected one number, got a tuple of 2" in verdict("5.11", lambda *case: ([1, 2], 3)).sentence


@pytest.mark.parametrize("id", ["4.8", "1.9", "2.20"])
def test_an_exercise_is_judged_alike_again_and_again(id):
    for _ in range(4):
        assert all(verdict(id, right).state == "right" for right in EXERCISES[id].rights)


@pytest.mark.parametrize("id", ["2.2", "2.18", "4.8"])
def test_one_shape_whatever_comes_in_is_told(id):
    assert "yours has the shape (3, 4) whatever comes in" in diagnosed(id, lambda *case: np.ones((3, 4)))


@pytest.mark.parametrize("id", ["1.5", "3.3", "4.7"])
def test_channels_that_were_padded_too_are_told(id):
    told = diagnosed(id, lambda *case: np.pad(np.asarray(reference(id)(*case)), 2))
    assert "every axis got longer, that of the channels too" in told


def test_a_parameter_that_does_not_occur_is_told_for_another_shape_too():
    told = diagnosed("2.20", lambda image, n: image.repeat(5, 0).repeat(5, 1))
    assert "`n` changes nothing in what your function gives: it does not occur in it" in told


def test_what_lies_beyond_the_border_is_said_only_where_all_calls_agree_on_it():
    def in_white(image, radius, sigma):
        return EXERCISES["3.14"].rights[0](image, radius, sigma) + np.pad(
            np.zeros(np.subtract(image.shape, 4)), 2, constant_values=0.01
        )

    assert "Asked is the border pixel" not in verdict("3.14", in_white).sentence


def test_a_table_has_no_channels():
    assert "channels" not in verdict("4.5", lambda points, colours, rounds: [[colours]]).sentence


def test_an_empty_list_is_named_where_a_function_stops():
    def right_with_boxes(found, truth):
        return reference("5.14")(found, truth) if found else found[0]

    assert "`found` is empty here" in verdict("5.14", right_with_boxes).sentence
