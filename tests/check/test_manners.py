"""Whatever an answer is, does or returns: a verdict, and the next answer is judged as if nothing had been."""

import numpy as np
import pytest

from course_lib.check import EXERCISES, check, verdict
from course_lib.check.answers import Wrong, call
from course_lib.check.chapter5.e13_two_boxes import PAIRS
from course_lib.check.views import Pictures, comparable
from course_lib.explore.boxes import overlap


def emptied(a, b):
    shared = overlap(a, b)
    a["width"] = a["height"] = b["width"] = 0
    return shared


def test_an_answer_that_changes_its_boxes_is_told_and_spoils_nothing():
    before = repr(PAIRS)
    found = verdict("5.13", emptied)
    assert found.state == "wrong"
    assert "changed the dict" in found.sentence
    assert verdict("5.13", overlap).state == "right"
    assert repr(PAIRS) == before


def test_boxes_in_a_list_are_not_changed_either():
    def cleared(found, truth):
        for box in found:
            box.clear()
        return 0, 0, 0

    assert "changed the list" in verdict("5.14", cleared).sentence


@pytest.mark.parametrize(
    ("argument", "change"),
    [
        ({"a": np.zeros(3)}, lambda given: given["a"].fill(1)),
        ({"a": [1, {"b": 2}]}, lambda given: given["a"][1].update(b=3)),
        ((np.zeros(3), [1]), lambda given: given[1].append(2)),
        ([np.zeros(3)], lambda given: given[0].fill(1)),
        (np.array([np.nan, 1.0]), lambda given: given.fill(1)),
        (np.zeros((2, 3)), lambda given: setattr(given, "shape", (3, 2))),
    ],
)
@pytest.mark.filterwarnings("ignore:Setting the shape")
def test_no_argument_is_handed_out_itself_and_a_change_is_told(argument, change):
    before = repr(argument)
    with pytest.raises(Wrong, match="changed the"):
        call(lambda given: change(given) or 1, argument)
    assert repr(argument) == before
    assert call(lambda given: 1, argument) == 1


class Raising:
    def __init__(self, error):
        self.error = error

    def __array__(self, dtype=None, copy=None):
        raise self.error


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError("cannot be printed")


def stopping(error):
    def answer(*_):
        raise error

    return answer


@pytest.mark.parametrize("id", sorted(EXERCISES))
def test_what_raises_when_it_is_looked_at_is_a_verdict(id):
    assert verdict(id, lambda *_: Raising(Unprintable())).state == "wrong"
    assert verdict(id, Raising(ZeroDivisionError("odd"))).state == "wrong"


@pytest.mark.parametrize("error", [SystemExit(0), Unprintable(), ZeroDivisionError("odd"), KeyError("odd")])
def test_what_a_function_raises_is_a_verdict(error):
    assert "your function stopped" in verdict("1.2", stopping(error)).sentence


def test_ctrl_c_comes_through():
    with pytest.raises(KeyboardInterrupt):
        verdict("1.2", stopping(KeyboardInterrupt()))


def test_a_long_message_is_cut_to_its_first_line():
    sentence = verdict("1.2", stopping(ValueError("first\n" + "more\n" * 99))).sentence
    assert "ValueError: first" in sentence
    assert "more" not in sentence


def test_a_crash_says_what_came_in_and_calls_no_table_a_picture():
    assert "on an array of 256 numbers (int64)" in verdict("2.15", stopping(RuntimeError("no"))).sentence
    only_empty = verdict("5.14", lambda found, truth: (1, 1, 0) if found else found[0]).sentence
    assert "picture" not in only_empty


def test_classes_have_a_colour_each_and_the_same_in_both_pictures():
    asked = np.array([[0, 1], [2, 2]])
    shown = comparable({"expected": asked, "yours": asked.astype(float) + 1, "input": asked})
    assert len(np.unique(shown["expected"].reshape(-1, 3), axis=0)) == 3
    np.testing.assert_array_equal(shown["input"], shown["expected"])
    np.testing.assert_array_equal(shown["yours"][0, 0], shown["expected"][0, 1])
    assert shown["expected"].max() > 0.5
    between = comparable({"expected": asked, "yours": asked + 0.5})["yours"]
    np.testing.assert_array_equal(between, np.full((2, 2, 3), 0.5))


def test_the_places_that_differ_are_marked():
    grey = np.full((4, 5), 100, np.uint8)
    other = grey.copy()
    other[1, 2] = 101
    marked = comparable({"expected": grey, "yours": other, "difference": other - grey})["where they differ"]
    assert (marked != marked[0, 0]).any(axis=-1).sum() == 1
    assert (marked[1, 2] != marked[0, 0]).all()


def test_the_pictures_are_html_that_breaks_in_a_narrow_window_and_has_words_for_each():
    page = Pictures({"expected": np.eye(4), "yours": np.eye(4)[::-1], "<b>": np.eye(3)})._repr_html_()
    assert page.count("data:image/png;base64,") == page.count("alt=") == 3
    assert "flex-wrap:wrap" in page
    assert "color:inherit" in page
    assert "expected: 4 rows and 4 columns" in page
    assert "<b>" not in page
    assert not Pictures({"expected": np.zeros(3)})


def test_pictures_of_another_range_look_as_wrong_as_they_are():
    grey = np.array([[0, 255], [51, 102]], np.uint8)
    shown = comparable({"expected": grey, "yours": grey / 255})
    np.testing.assert_allclose(shown["expected"], grey / 255)
    assert shown["yours"].max() < 0.01


@pytest.mark.parametrize(
    "yours", [np.full((2, 2), np.nan), np.zeros((2, 2), complex), np.zeros((0, 2)), np.array(["a"]), np.zeros(3)]
)
def test_what_is_no_picture_is_left_out(yours):
    assert list(comparable({"input": np.zeros((2, 2)), "yours": yours})) == ["input"]


def test_a_poster_of_nan_is_judged_and_shown(capsys):
    check("1.14", lambda image: np.full((2 * image.shape[0], 2 * image.shape[1], 3), np.nan))
    assert "1.14 wrong" in capsys.readouterr().out
