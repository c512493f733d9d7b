"""Kinds of mistakes that are known in every exercise: each is told where it was made, and no rule fits by chance."""

import numpy as np
import pytest
from scipy import ndimage

from course_lib import filters
from course_lib.check import EXERCISES, verdict
from course_lib.check.rules import SHAPES, THINGS, VALUES, diagnosis, plain
from course_lib.check.trial import Trial


def diagnosed(id, answer):
    """Return what the general rules say of an answer to an exercise, or ""; the exercise's own slips are not asked."""
    ex = EXERCISES[id]
    trials = [Trial(ex, answer, case) for case in ex.all_cases()]
    failed = [trial for trial in trials if trial.fails]
    assert failed
    return diagnosis(ex, trials, failed)


def reference(id):
    return EXERCISES[id].rights[0]


def result_made(id, change):
    """Return an answer that gives a change of the right one."""
    return lambda *case: change(np.asarray(reference(id)(*case)))


def wrap(kind):
    return lambda a: np.rint(a).astype(np.int64).astype(kind)


def off_by_one(a):
    """Return an array with every other number 1 too small."""
    a = np.array(a)
    flat = a.reshape(-1)
    flat[::2] -= flat[::2] > a.min()
    return a


def nan_at_zero(a):
    return np.where(a == a.min(), np.nan, a.astype(float))


def ending_early(a):
    """Return an array whose rows are 0 from the middle on."""
    return np.where(np.arange(len(a)).reshape(-1, *[1] * (a.ndim - 1)) < len(a) // 2, a, 0)


def beginning_late(a):
    return np.where(np.arange(len(a)).reshape(-1, *[1] * (a.ndim - 1)) < len(a) // 2, 0, a)


# words of the rule's sentence, what was done to the right result, and exercises in which it is tried
OF_THE_RESULT = [
    ("nan in it", nan_at_zero, "1.6 2.2 2.7 4.7"),
    ("every place of yours holds the same", lambda a: a * 0 + 7.5, "1.6 2.2 2.7"),
    ("rows and columns are exchanged", lambda a: a.swapaxes(0, 1), "1.2 1.6 2.2 2.7"),
    ("yours has channels, rows, columns", lambda a: np.moveaxis(a, -1, 0), "3.3 4.7 2.5"),
    ("yours has rows, channels, columns", lambda a: a.swapaxes(1, 2), "3.3 2.5"),
    ("the bottom row on top", lambda a: a[::-1], "1.6 2.2 3.7 4.8"),
    ("left and right exchanged", lambda a: a[:, ::-1], "1.6 2.2 3.7"),
    ("turned by 180 degrees", lambda a: a[::-1, ::-1], "1.6 2.2 2.7"),
    ("runs backwards", lambda a: a[::-1], "1.9 2.13 4.1"),
    ("turned by a quarter to the left", lambda a: np.rot90(a), "1.6 2.2 2.7"),
    ("turned by a quarter to the right", lambda a: np.rot90(a, -1), "1.6 2.2 2.7"),
    ("red and blue are exchanged", lambda a: a[..., ::-1], "3.3 4.7 2.5"),
    ("the channels are in another order", lambda a: a[..., [1, 2, 0]], "3.3 4.7 2.5"),
    ("in the green one", lambda a: a[..., [1, 1, 1]], "3.3 4.7 2.5"),
    ("they were sorted", lambda a: np.sort(a, axis=None).reshape(a.shape), "1.6 2.9 2.2"),
    ("each row was sorted", lambda a: np.sort(a, axis=1), "1.6 2.2 2.7"),
    ("shifted by 1 row down", lambda a: np.roll(a, 1, 0), "1.6 2.2 2.7"),
    ("shifted by 1 column to the left", lambda a: np.roll(a, -1, 1), "1.6 2.2 4.8"),
    ("shifted by 1 place to the end", lambda a: np.roll(a, 1), "1.9 5.5 4.1"),
    ("0 is left at the border", lambda a: np.pad(a[1:-1, 1:-1], 1), "1.6 2.2 2.9"),
    ("0 is left at the border", lambda a: np.pad(a[2:-2, 2:-2], 2), "1.6 2.2 2.9"),
    ("True and False are exchanged", np.logical_not, "1.10 2.22 3.2 4.8"),
    ("255 minus", lambda a: 255 - a, "1.6 2.2 3.7"),
    ("1 minus", lambda a: 1 - a, "2.5 2.6 2.11"),
    ("the sign is the wrong one", lambda a: -a, "2.5 3.12 5.3"),
    ("the sign is lost", np.abs, "3.12 5.5"),
    ("these are the squares", np.square, "2.5 2.7 4.6"),
    ("these are the roots", np.sqrt, "2.5 2.7 4.6"),
    ("1 divided by", lambda a: 1 / a, "2.4 3.11 4.6"),
    ("running sums", np.cumsum, "1.9 2.15 4.1"),
    ("a running sum (np.cumsum) was asked for", lambda a: np.diff(a, prepend=0), "2.15 4.1 4.11"),
    ("the numbers are others", lambda a: np.where(a == 1, 2, np.where(a == 2, 1, a)), "4.3 5.1"),
    ("every number is 3 too large", lambda a: a + 3, "1.6 2.2 4.11"),
    ("every number is π too small", lambda a: a - np.pi, "1.6 2.2 4.11"),
    ("1/255 of what it should be: is the range", lambda a: a / 255, "1.6 2.2 2.3"),
    ("255 times what it should be", lambda a: a * 255, "2.5 2.11 3.12"),
    ("twice what it should be", lambda a: a * 2, "1.6 2.7 5.3"),
    ("these are degrees", np.rad2deg, "2.5 2.7 3.11"),
    ("1.3 times what it should be", lambda a: a * 1.3, "1.6 2.2 2.7"),
    ("another one for each input", lambda a: a / a.max(), "1.6 2.2 4.6"),
    ("contrast and brightness differ", lambda a: 0.8 * a + 12, "1.6 2.2 2.7"),
    ("do not fit into uint8", wrap(np.uint8), "1.9 3.12 5.3"),
    ("do not fit into int8", wrap(np.int8), "1.6 2.2 4.6"),
    ("overflowed on the way", lambda a: np.rint(a * 3) % 256 / 3, "1.6 2.2 2.18"),
    ("256 minus", lambda a: np.where(a % 2 >= 1, 256 - a, a), "1.6 2.2 2.9"),
    ("below 0 are cut off", lambda a: np.maximum(a, 0), "3.12 5.5"),
    ("are left in it: clip", lambda a: np.where((a == 1) | (a == 0), 3 * a - 1, a), "2.6 2.12 2.11"),
    ("the numbers were rounded.", np.rint, "1.6 2.2 2.3"),
    ("the numbers were cut to whole ones", np.trunc, "1.6 2.2 2.3"),
    ("rounded to 2 decimals", lambda a: a.round(2), "2.5 2.6 3.11"),
    ("yours have decimals: rounding", lambda a: a + 0.3 * (a > a.min()), "1.2 2.20 3.7"),
    ("1 too small: it looks like decimals", off_by_one, "1.2 3.7 1.7"),
    ("one pixel wider", ndimage.binary_dilation, "3.1 3.2 4.2"),
    ("one pixel narrower", lambda a: ndimage.binary_erosion(a, border_value=1), "3.1 3.2 4.9"),
    ("an axis of length 1 too many", lambda a: a[..., None], "1.6 2.2 2.13"),
    ("one long row", np.ravel, "1.6 2.2 4.8"),
    ("each stands there several times", lambda a: np.stack([a] * 3, -1), "1.10 2.2 2.13"),
    ("only the blue channel came back", lambda a: a[..., 2], "3.3 4.7 2.5"),
    ("1 row at the bottom is missing", lambda a: a[:-1], "1.6 2.2 4.8"),
    ("1 row at the top and 1 row at the bottom are missing", lambda a: a[1:-1], "1.6 2.2 3.14"),
    ("1 number at the end is missing", lambda a: a[:-1], "1.9 4.1 5.12"),
    ("1 number at the beginning is missing", lambda a: a[1:], "1.9 4.1 5.12"),
    ("1 column on the right is too many", lambda a: np.pad(a, ((0, 0), (0, 1)), "edge"), "1.6 2.2 4.8"),
    ("every second row and column", lambda a: a[::2, ::2], "1.6 2.2 2.7"),
    ("holds True and False, and numbers", lambda a: a > a.mean(), "1.6 2.2 5.1"),
    ("the first rows are right, and the others are 0", ending_early, "1.6 2.2 2.7"),
    ("the last rows are right, and the others are 0", beginning_late, "1.6 2.2 2.7"),
    ("but the last row is", lambda a: np.pad(a[:-1], ((0, 1), (0, 0))), "1.6 2.2 1.10"),
    ("but the first row is", lambda a: np.pad(a[1:], ((1, 0), (0, 0))), "1.6 2.2 1.10"),
    ("but the last column is", lambda a: np.pad(a[:, :-1], ((0, 0), (0, 1))), "1.6 2.2 1.10"),
    ("but the first column is", lambda a: np.pad(a[:, 1:], ((0, 0), (1, 0))), "1.6 2.2 1.10"),
    ("but the last row and the last column are", lambda a: np.pad(a[:-1, :-1], (0, 1)), "1.6 2.2 1.10"),
    ("every row of yours is the same", lambda a: np.repeat(a[-1:], len(a), 0), "1.2 1.6 2.2"),
    ("every column of yours is the same", lambda a: np.repeat(a[:, :1], a.shape[1], 1), "1.2 1.6 2.2"),
    ("only channel 0 is right", lambda a: a * [1, 0, 0], "3.3 4.7 2.5"),
    ("only the channels 0 and 2 are right", lambda a: a * [1, 0, 1], "3.3 4.7 2.5"),
    ("positions of what is True", np.argwhere, "1.10 3.2 4.8"),
]


@pytest.mark.parametrize(
    ("words", "change", "id"), [(words, change, id) for words, change, ids in OF_THE_RESULT for id in ids.split()]
)
@pytest.mark.filterwarnings("ignore:divide by zero", "ignore:invalid value")
def test_a_change_of_the_right_result_is_told(words, change, id):
    assert words in diagnosed(id, result_made(id, change))


UPSIDE_DOWN = ("the bottom row on top", lambda a: a[::-1])
TRANSPOSED = ("rows and columns are exchanged", lambda a: a.swapaxes(0, 1))
TWO = [  # words of the first mistake's sentence, and of the second one's, and what that does to the first one's result
    ("1.6", "only blue was divided by 3", *UPSIDE_DOWN),
    ("2.7", "the square root is missing", *UPSIDE_DOWN),
    ("3.12", "this is the hard threshold", *UPSIDE_DOWN),
    ("4.9", "these are edges", *TRANSPOSED),
    ("4.10", "this is the number of high corners", "255 times what it should be", lambda a: a * 255.0),
    ("4.13", "this is the first region", "True and False are exchanged", np.logical_not),
]


@pytest.mark.parametrize(("id", "first", "second", "change"), TWO)
def test_two_mistakes_at_once_are_told_both(id, first, second, change):
    slip = next(slip for slip in EXERCISES[id].slips if first in slip.sentence)
    said = verdict(id, lambda *case: change(np.asarray(slip.answer(*case)))).sentence
    assert said.startswith("two mistakes at once")
    assert first in said
    assert second in said.partition("when that one is mended")[2]


def test_a_changed_argument_and_another_mistake_are_told_both():
    said = verdict("1.10", lambda image, level: image > level + 1).sentence
    assert "`level` is one too large" in said
    assert "True and False are exchanged" in said


def test_one_number_taken_for_rows_and_columns_is_told():
    for id in ("1.6", "2.18", "2.20"):

        def square(image, *more, id=id):
            return reference(id)(np.resize(image, (len(image), len(image), *image.shape[2:])), *more)

        assert "Was one number taken for both?" in verdict(id, square).sentence


def as_argument(place, change):
    """Return what changes one argument of a call."""
    return lambda case: (*case[:place], change(case[place]), *case[place + 1 :])


def exchanged(i, j):
    def changed(case):
        case = list(case)
        case[i], case[j] = case[j], case[i]
        return case

    return changed


# words of the sentence, the exercise, and how the arguments were changed on the way to the right answer
OF_THE_ARGUMENTS = [
    ("`x` and `y` are exchanged", "1.3", exchanged(1, 2)),
    ("`sigma_color` and `sigma_spatial` are exchanged", "3.11", exchanged(1, 2)),
    ("`width` is always 5", "1.3", as_argument(3, lambda width: 5)),
    ("`amount` is always 60", "1.7", as_argument(1, lambda amount: 60)),
    ("`size` is always 7", "1.13", as_argument(1, lambda size: 7)),
    ("`width` is one too large", "1.4", as_argument(1, lambda width: width + 1)),
    ("`level` is one too small", "1.10", as_argument(1, lambda level: level - 1)),
    ("`rounds` is one too large", "4.5", as_argument(2, lambda rounds: rounds + 1)),
    ("`sigma` is squared", "2.5", as_argument(1, lambda sigma: sigma**2)),
    ("`sigma` is replaced by its root", "2.4", as_argument(0, np.sqrt)),
    ("`sigma_color` is squared", "3.11", as_argument(1, lambda sigma: sigma**2)),
    ("`sigma` is replaced by 1 / itself", "2.4", as_argument(0, lambda sigma: 1 / sigma)),
    ("`sigma` is twice as large", "2.5", as_argument(1, lambda sigma: sigma * 2)),
    ("`angle` is taken for radians", "2.17", as_argument(1, np.rad2deg)),
    ("`angle` is taken with the other sign", "2.17", as_argument(1, lambda angle: -angle)),
    ("`amount` is taken with the other sign", "1.7", as_argument(1, lambda amount: -amount)),
    ("`k` is taken with the other sign", "5.3", as_argument(1, lambda k: -k)),
    ("exchanged in `mask`", "2.14", as_argument(1, np.logical_not)),
    ("exchanged in `mask`", "3.3", as_argument(1, np.logical_not)),
    ("exchanged in `mask`", "2.22", as_argument(0, np.logical_not)),
    ("red and blue of `image`", "4.9", as_argument(0, lambda image: image[..., ::-1])),
]


@pytest.mark.parametrize(("words", "id", "change"), OF_THE_ARGUMENTS)
def test_a_change_of_the_arguments_is_told(words, id, change):
    assert words in diagnosed(id, lambda *case: reference(id)(*change(case)))


@pytest.mark.parametrize(
    ("words", "id", "answer"),
    [
        ("`sigma` changes nothing", "2.6", lambda image, sigma, amount: image * 0.5),
        ("`size` changes nothing", "1.13", lambda image, size: image > image.mean()),
        ("does not occur in it", "1.4", lambda image, width: reference("1.4")(image, 2)),
        ("although it occurs in it", "2.6", lambda image, sigma, amount: image * 0.5 + 0 * sigma),
        ("although it occurs in it", "1.4", lambda image, width: reference("1.4")(image, width * 0 + 2)),
    ],
)
def test_a_parameter_without_effect_is_told(words, id, answer):
    assert words in diagnosed(id, answer)


@pytest.mark.parametrize("id", ["2.5", "4.7", "2.12"])
def test_what_came_in_mixed_with_what_was_asked_for_is_told(id):
    def mixed(image, *more):
        return np.asarray(reference(id)(image, *more)) * 0.25 + 0.5 * image

    assert "yours is 0.25 times what was asked for, plus half of what came in" in diagnosed(id, mixed)


def numbers(id, change):
    """Return an answer whose number is changed."""
    return lambda *case: change(float(reference(id)(*case)))


@pytest.mark.parametrize("id", ["3.5", "3.6", "3.9", "3.13"])
@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("the sign is the wrong one", lambda x: -x),
        ("twice what it should be", lambda x: 2 * x),
        ("a hundredth of what it should be", lambda x: x / 100),
        ("these are the squares", lambda x: x**2),
        ("these are the roots", lambda x: x**0.5),
        ("1 divided by", lambda x: 1 / x),
        ("1 minus what it should be", lambda x: 1 - x),
        ("every number is 5 too large", lambda x: x + 5),
        ("1.3 times what it should be", lambda x: 1.3 * x),
        ("the numbers were rounded.", round),
    ],
)
def test_a_number_that_is_changed_in_the_same_way_in_all_calls_is_told(id, words, change):
    told = diagnosed(id, numbers(id, change))
    assert words in told or told == "yours is 0 in every call, whatever comes in."  # what 3.13 asks for is below 0.5


def test_a_sum_in_place_of_a_mean_is_told_from_another_factor():
    assert "a sum in place of a mean" in diagnosed("3.5", lambda a, b: ((a.astype(float) - b) ** 2).sum())
    assert "n/(n - 1)" in diagnosed("3.5", lambda a, b: ((a.astype(float) - b) ** 2).sum() / (a.size - 1))


def test_an_empty_result_is_told():
    assert (
        "which holds nothing: does a slice end where it begins" in verdict("1.6", lambda image: image[:-1:-1]).sentence
    )


BEYOND = {"constant": "zeros", "wrap": "the other side", "reflect": "the picture mirrored, border pixel not repeated"}


@pytest.mark.parametrize("id", ["2.2", "2.3", "2.9"])
@pytest.mark.parametrize("mode", BEYOND)
def test_another_border_is_told_and_which_one_is_asked(id, mode):
    told = diagnosed(id, lambda image, *more: reference(id)(np.pad(image, 3, mode), *more)[3:-3, 3:-3])
    assert f"beyond the border, yours takes {BEYOND[mode]}" in told
    assert "asked is" in told


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("3.5", lambda a, b: np.mean((a - b) ** 2.0)),
        ("4.2", lambda image, margin: image[..., 1] - np.maximum(image[..., 0], image[..., 2]) >= margin),
        ("1.8", lambda image: image * 0 + 255 - image if image.dtype == np.uint8 else -image),
        ("1.10", lambda image, level: image + 100 <= level + 100),
    ],
)
def test_numbers_that_are_too_narrow_on_the_way_are_told_only_where_it_helps(id, answer):
    told = diagnosed(id, answer)
    assert ("with int64 numbers your function gives what was asked for" in told) == (id != "1.8")


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("2.12", lambda image, low, high: (image * low - image.min() * high) / 255),
        ("2.18", lambda image, n: (image[::n, ::n] + image[1::n, 1::n]) / 2),
        ("3.5", lambda a, b: float(np.abs(a - b).mean())),
        ("2.2", lambda image: np.pad(image[:-1] + image[1:], ((0, 1), (0, 0))) / 2),
    ],
)
def test_numbers_that_are_too_narrow_are_told_where_more_is_wrong(id, answer):
    told = diagnosed(id, answer)
    assert "does not fit into uint8" in told
    assert "it is not all that is wrong" in told


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("2.2", lambda image: np.pad((~image)[1:], ((0, 1), (0, 0))) / 2),
        ("2.18", lambda image, n: filters.gaussian(image, 1)[::n, ::n]),
        ("2.12", lambda image, low, high: np.sin(image) * low + high),
        ("1.8", lambda image: image // 2 if image.dtype == np.uint8 else image),
    ],
)
def test_an_answer_that_looks_at_the_type_is_not_told_of_narrow_numbers(id, answer):
    assert "does not fit into uint8" not in diagnosed(id, answer)


@pytest.mark.parametrize(
    ("id", "answer"),
    [
        ("4.5", lambda points, colours, rounds: points[:, 0]),
        ("4.6", lambda lab, place, colour, compactness, step: lab[0]),
        ("5.12", lambda scores, thresholds: scores[:, :2].ravel()),
    ],
)
def test_a_shape_that_came_in_is_no_number_of_ones_own(id, answer):
    assert "whatever comes in" not in diagnosed(id, answer)


@pytest.mark.parametrize(
    ("words", "id", "change"),
    [
        ("the two numbers of each pair", "5.4", lambda points: points[:, ::-1]),
        ("the two numbers of each pair", "5.6", lambda points: points[:, ::-1]),
        ("every number is 1 too large", "5.4", lambda points: points + 1),
        ("every number is 1 too small", "5.6", lambda points: points - 1),
        ("some come twice", "5.4", lambda points: np.repeat(points, 2, axis=0)),
        ("some come twice", "5.6", lambda points: np.concatenate([points, points[:1]])),
    ],
)
def test_lists_of_points_are_told_too(words, id, change):
    assert words in diagnosed(id, lambda *case: change(np.asarray(reference(id)(*case)).reshape(-1, 2)))


def every_rule():
    return [*plain.RULES, *plain.LAST, *SHAPES, *VALUES, *THINGS]


def test_every_rule_has_a_sentence_of_its_own():
    sentences = [rule.sentence for rule in every_rule()]
    assert len({*sentences}) >= len(sentences) - 4  # some are of two kinds
    assert all(sentence.endswith((".", "?", "}", ")")) for sentence in sentences)


COMPARED = [ex for ex in EXERCISES.values() if not ex.judges and not ex.value]


@pytest.mark.parametrize("ex", COMPARED, ids=lambda ex: ex.id)
@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_said_of_chance(ex, seed):
    """Results of the right kind and shape that have nothing to do with the right ones get no diagnosis."""
    rng = np.random.default_rng(seed)

    def by_chance(*case):
        right = ex.rights[0](*case)
        if isinstance(right, np.ndarray) and right.dtype != bool:
            return (
                rng.choice(right.ravel(), right.shape)
                if seed
                else rng.integers(0, 250, right.shape).astype(right.dtype)
            )
        if isinstance(right, np.ndarray):
            return rng.random(right.shape) < 0.5
        if isinstance(right, bool | np.bool_):
            return not right
        if isinstance(right, int | np.integer):
            return int(rng.integers(0, 1000))
        return rng.random() if isinstance(right, float | np.floating) else None

    trials = [Trial(ex, by_chance, case) for case in ex.all_cases()]
    failed = [trial for trial in trials if trial.fails]
    if not failed or failed[0].stopped:
        pytest.skip("by chance it is right, or of another kind")
    assert diagnosis(ex, trials, failed) == ""
