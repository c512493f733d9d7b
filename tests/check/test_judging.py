"""Which of several slips is named, and what is said where an answer gives nothing."""

import pytest

from course_lib.check import verdict
from course_lib.check.answers import NotYet, Wrong
from course_lib.check.compare import Numbers
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


def test_a_slip_has_to_explain_all_cases_that_failed():
    def half_of_four(number):
        return 2 if number == 4 else -7

    def squared_below_zero(number):
        return number**2 if number < 0 else 2 * number

    assert told(doubling((4, 6)), half_of_four) == "expected 8, got 2. Tried with number = 4."
    assert told(doubling((-3, 4)), squared_below_zero) == "squared"
    assert (
        told(doubling((-3, 4), Numbers(alone=False)), squared_below_zero)
        == "expected -6, got 9. Tried with number = -3."
    )


def test_nothing_for_one_case_is_wrong_and_nothing_at_all_is_not_yet():
    ex = doubling((1, 3))
    assert "returned nothing with number = 3" in told(ex, lambda number: 2 if number == 1 else None)
    with pytest.raises(NotYet):
        judge(ex, lambda number: None)


def test_a_text_is_no_number():
    assert told(doubling((1, 3)), str) == "expected one number, got the text '1'."


def test_a_slip_that_right_results_speak_against_is_not_told():
    def two_more_than_four(number):
        return 6 if number == 4 else 2 * number

    assert told(doubling((4, 6)), two_more_than_four) == "two more"
    assert told(doubling((4, 6, 7)), two_more_than_four) == "expected 8, got 6. Tried with number = 4."


def test_a_whole_picture_tells_of_a_slip_that_was_made_in_some_calls_only():
    def colours_too(image):
        return image[::-1, :, ::-1] if image.ndim == 3 else image[::-1]

    assert "so do the colours" in verdict("1.2", colours_too).sentence
