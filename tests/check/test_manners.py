"""Whatever an answer is, does or returns: a verdict, and the next answer is judged as if nothing had been."""

import random
import warnings

import matplotlib.pyplot as plt
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


class Odd:
    """A thing that raises wherever it is looked at."""

    def _raise(self, *_):
        raise ZeroDivisionError("odd")

    __array__ = __eq__ = __getitem__ = __len__ = __iter__ = __repr__ = __str__ = __bool__ = _raise
    __hash__ = None


def things():
    yield from (Odd(), [Odd()], (Odd(), Odd()), {"a": Odd()}, np.array([Odd, 1], object))
    yield from ((n for n in range(3)), map(abs, [1]), {1: 2}.keys(), len, np, type, object(), Ellipsis, iter([1]))
    yield from (plt.figure(), [plt.figure()], np.ma.masked_array([1, 2], [True, False]), memoryview(b"ab"))
    yield np.broadcast_to(0, (2**20, 2**20))


@pytest.mark.parametrize("id", ["1.1", "1.2", "1.9", "1.11", "3.5", "4.12", "5.4", "5.13", "5.14", "5.17"])
def test_odd_things_end_in_a_sentence(id):
    for thing in things():
        for answer in (lambda *_, thing=thing: thing, thing):
            found = verdict(id, answer)
            assert found.state in ("wrong", "not yet")
            assert len(found.sentence) > 20
    plt.close("all")


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        ((n for n in range(3)), "a generator came back"),
        (map(abs, [1]), "a map came back"),
        (len, "a function came back, not its result"),
        (np, "a module came back"),
        (np.broadcast_to(0, (2**20, 2**20)), "far larger than what was asked for"),
    ],
)
def test_odd_things_are_told_by_what_they_are(thing, words):
    assert words in verdict("1.2", lambda image: thing).sentence


def test_a_drawing_is_told_from_an_array():
    figure, axis = plt.subplots()
    assert "a drawing of Matplotlib came back (AxesImage)" in verdict("1.2", axis.imshow).sentence
    plt.close(figure)


@pytest.mark.parametrize("error", [BaseException("odd"), GeneratorExit(), SystemExit("bye"), RecursionError("deep")])
def test_nothing_but_ctrl_c_comes_out_of_a_verdict(error):
    assert verdict("1.2", stopping(error)).state == "wrong"


def test_one_array_that_is_filled_again_in_each_call_is_read_before_the_next():
    buffer = []

    def answer(points):
        buffer[:] = [points[::-1]]
        return buffer

    assert call(answer, [1, 2]) == [[2, 1]]
    first = call(answer, [3, 4])
    call(answer, [5, 6])
    assert first == [[4, 3]]
    store = np.zeros(3)

    def filled(array):
        store[:] = array
        return store

    one = call(filled, np.ones(3))
    call(filled, np.zeros(3))
    np.testing.assert_array_equal(one, np.ones(3))


def test_an_answer_leaves_nothing_behind():
    """Random numbers, and how NumPy prints, warns and divides, are the same for the next one."""

    def meddling(image):
        np.random.seed(1)  # noqa: NPY002
        random.seed(1)
        np.set_printoptions(precision=1)
        np.seterr(all="raise")
        warnings.simplefilter("error")
        return image[::-1]

    before = np.random.get_state()[1].copy(), random.getstate(), np.get_printoptions(), np.geterr(), warnings.filters[:]  # noqa: NPY002
    assert verdict("1.2", meddling).state == "right"
    after = np.random.get_state()[1], random.getstate(), np.get_printoptions(), np.geterr(), warnings.filters[:]  # noqa: NPY002
    np.testing.assert_array_equal(before[0], after[0])
    assert before[1:] == after[1:]


def test_a_result_that_is_a_part_of_what_came_in_spoils_no_later_check():
    kept = []

    def keeping(image, x, y, width, height):
        kept.append(image)
        return image[y : y + height, x : x + width]

    assert verdict("1.3", keeping).state == "right"
    for image in kept:
        image[:] = 0
    assert verdict("1.3", keeping).state == "right"
