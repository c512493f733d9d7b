"""Which of several slips is named, and what is said where an answer gives nothing."""

import numpy as np
import pytest

from course_lib.check.answers import NotYet, Wrong
from course_lib.check.exercise import Exercise
from course_lib.check.judging import judge


def doubling(cases, compare=None):
    """Return an exercise that asks for twice a number, and is in no catalogue."""
    ex = Exercise("0.1", "Twice", (), "", cases, compare or Numbers(), value=False, fresh=False, target=None)
    ex.right(lambda number: 2 * number)
    ex.slip("squared", lambda number: number**2)
    ex.slip("two more", lambda number: number + 2)
    ex.slip("half", lambda number: number / 2)
    return ex


def told(ex, answer):
    with pytest.raises(Wrong) as reason:
        judge(ex, answer)
    return str(reason.value)


def test_a_slip_that_gives_the_same_in_every_case_comes_first():
    ex = doubling((-1, 2, 0))  # -1 + 2 is (-1) ** 2, and 2 + 2 is 2 * 2; only 0 tells them apart
    assert told(ex, lambda number: number + 2) == "two more"
    assert told(ex, lambda number: number**2) == "squared"
    assert told(ex, lambda number: abs(number) if number < 0 else 2 * number) == "squared"


def test_a_slip_may_explain_one_case_alone_unless_results_agree_by_chance():
    def half_of_four(number):
        return 2 if number == 4 else -7

    assert told(doubling((4, 6)), half_of_four) == "half"
    assert told(doubling((4, 6), Numbers(alone=False)), half_of_four) == "expected 8, got 2 for 4."


def test_nothing_for_one_case_is_wrong_and_nothing_at_all_is_not_yet():
    ex = doubling((1, 3))
    assert "returned nothing when it was called with (3)" in told(ex, lambda number: 2 if number == 1 else None)
    with pytest.raises(NotYet):
        judge(ex, lambda number: None)


def test_the_case_of_a_number_is_shown_where_it_is_small():


def test_a_text_is_no_number():
    assert told(doubling((1, 3)), str) == "expected one number, got the text '1'."
