"""Every public function meets odd pictures: it gives the right answer, or says how to mend them.

The table of functions is put together from the `CASES` of every `cases_*.py` beside this file: a public name
such as "filters.threshold_otsu", and a function that calls it with one odd picture. A file may also name,
in `INFINITE`, the functions whose right answer can be infinite.
"""

import copy
import importlib
import inspect
import pkgutil
import re
import sys
import warnings

import numpy as np
import pytest

import course_lib
from tools.cases import case_modules

OTHER_FLOORS = {
    "base",
    "plainly",
    "data",
    "figures",
    "show",
    "explore",
    "steps",
    "check",
    "comparing",
    "recall",
    "start",
    "__main__",
}
REMEDY = re.compile(
    r"\b(expected|choose|convert|pass|replace|take|takes|use|try|drop|load|must|needs?|pick|leave|write|make|"
    r"set|divide|scale|rescale|clip|give|check|one of|first)\b",
    re.IGNORECASE,
)


def tables():
    """Return the merged CASES and INFINITE of every cases_*.py."""
    cases, infinite = {}, set()
    for module in case_modules(__package__):
        twice = cases.keys() & module.CASES.keys()
        assert not twice, f"{module.__name__} has cases that another file has too: {sorted(twice)}"
        cases |= module.CASES
        infinite |= set(getattr(module, "INFINITE", ()))
    return cases, infinite


CASES, INFINITE = tables()


def ramp(*shape, dtype=float):
    """A picture without two equal rows or columns, from 0 to 1 (integers: to 255, or to what the type holds)."""
    values = np.linspace(0, 1, int(np.prod(shape))) ** 2
    mixed = values[np.random.default_rng(1).permutation(values.size)].reshape(shape)
    if np.dtype(dtype).kind in "ui":
        return np.rint(mixed * min(255, np.iinfo(dtype).max)).astype(dtype)
    return mixed > 0.5 if dtype is bool else mixed.astype(dtype)


def with_value(value, *shape):
    picture = ramp(*shape)
    picture[2, 3] = value
    return picture


NO_PICTURES = {
    "None": None,
    "text": "picture.png",
    "strings": np.array([["a", "b"], ["c", "d"]]),
    "objects": np.array([[1, None], [{}, 2]], dtype=object),
    "complex": ramp(8, 9) + 1j,
    "dates": np.zeros((4, 4), "datetime64[s]"),
    "dictionary": {"image": 1},
}
ODD = {
    **NO_PICTURES,
    "NaN": with_value(np.nan, 8, 9),
    "NaN in colour": with_value(np.nan, 8, 9, 3),
    "all NaN": np.full((8, 9), np.nan),
    "infinite": with_value(np.inf, 8, 9),
    "minus infinite": with_value(-np.inf, 8, 9),
    "empty": np.zeros((0, 0)),
    "no columns": np.zeros((5, 0)),
    "empty colour": np.zeros((0, 4, 3), np.uint8),
    "no channels": np.zeros((5, 4, 0)),
    "empty list": [],
    "number": 7,
    "0-D": np.array(0.5),
    "1-D": ramp(9),
    "1x1": np.array([[0.5]]),
    "1x1 uint8": np.array([[200]], np.uint8),
    "1x1 colour": ramp(1, 1, 3),
    "one row": ramp(1, 9),
    "one column": ramp(9, 1),
    "2x2": ramp(2, 2),
    "4-D": ramp(3, 4, 5, 2),
    "5-D": ramp(2, 2, 2, 2, 3),
    "grey": ramp(8, 9),
    "colour": ramp(8, 9, 3),
    "colour uint8": ramp(8, 9, 3, dtype=np.uint8),
    "colour float32": ramp(8, 9, 3, dtype=np.float32),
    "RGBA": ramp(8, 9, 4, dtype=np.uint8),
    "two channels": ramp(8, 9, 2),
    "channels first": ramp(3, 8, 9),
    "bool": ramp(8, 9, dtype=bool),
    "colour bool": ramp(8, 9, 3, dtype=bool),
    "all False": np.zeros((8, 9), bool),
    "uint8": ramp(8, 9, dtype=np.uint8),
    "int8": ramp(8, 9, dtype=np.int8),
    "int8 whole range": np.arange(-128, 128, dtype=np.int8).reshape(16, 16),
    "uint16": ramp(8, 9, dtype=np.uint16) * np.uint16(17),  # beyond bytes
    "int16": ramp(8, 9, dtype=np.int16) - np.int16(100),
    "int32": ramp(8, 9, dtype=np.int32) * 100,
    "int64": ramp(8, 9, dtype=np.int64),
    "int64 huge": ramp(8, 9, dtype=np.int64) * 2**54,
    "uint64 huge": ramp(8, 9, dtype=np.uint64) * np.uint64(2**56),
    "float16": ramp(8, 9, dtype=np.float16),
    "float32": ramp(8, 9, dtype=np.float32),
    "long double": ramp(8, 9, dtype=np.longdouble),
    "negative": ramp(8, 9) - 0.5,
    "all negative": -ramp(8, 9) - 1,
    "over 1": ramp(8, 9) * 1000,
    "colour over 1": ramp(8, 9, 3) * 255.0,
    "tiny": ramp(8, 9) * 1e-30,
    "constant": np.full((8, 9), 0.4),
    "constant 0": np.zeros((8, 9), np.uint8),
    "constant 255": np.full((8, 9), 255, np.uint8),
    "constant colour": np.full((8, 9, 3), 0.4),
    "list": ramp(8, 9).tolist(),
    "list of whole numbers": ramp(4, 4, dtype=np.uint8).tolist(),
    "ragged list": [[1, 2], [3]],
    "masked array": np.ma.masked_greater(ramp(8, 9), 0.8),
}


@pytest.fixture(autouse=True)
def _no_open_figures():
    yield
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close("all")


def numbers_in(result):
    """Yield every array of numbers that a result holds, however deep."""
    if isinstance(result, dict):
        for value in result.values():
            yield from numbers_in(value)
    elif isinstance(result, (list, tuple)) or (isinstance(result, np.ndarray) and result.dtype == object):
        for value in result:
            yield from numbers_in(value)
    elif isinstance(result, (int, float, complex, np.ndarray, np.generic)):
        array = np.asarray(result)
        if array.dtype.kind in "buifc":
            yield array


def outcome(call, image, quiet=True):
    """Return what a call gives: its result, or the error that it is allowed to raise."""
    try:
        with warnings.catch_warnings():
            if quiet:  # what these say has tests of its own
                warnings.filterwarnings("ignore", ".*(is nearly black|one label|labels are lost)", UserWarning)
            return call(image)
    except (ValueError, TypeError) as error:
        return error


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", CASES)
def test_right_answer_or_remedy(name, odd):
    image = copy.deepcopy(ODD[odd])
    result = outcome(CASES[name], image)
    assert_unchanged(image, ODD[odd])
    if isinstance(result, Exception):
        told = str(result)
        assert len(told) >= 40, f"an error should say how to mend it: {told!r}"
        assert REMEDY.search(told), f"an error should say what is expected, or what to do: {told!r}"
        return
    assert odd not in NO_PICTURES, f"{odd} is no picture, and gave {result!r}"
    for array in numbers_in(result):
        finite = np.isfinite(array) if name not in INFINITE else ~np.isnan(array)
        assert finite.all(), f"{odd} gave {array}"


def assert_unchanged(image, original):
    if isinstance(original, np.ndarray):
        assert image.dtype == original.dtype
        assert image.shape == original.shape
        if original.dtype != object:
            np.testing.assert_array_equal(np.asarray(image), np.asarray(original), "the caller's array was changed")
    else:
        assert image == original


PLAIN = {
    "grey": ramp(12, 11),
    "grey uint8": ramp(12, 11, dtype=np.uint8),
    "colour": ramp(12, 11, 3),
    "colour uint8": ramp(12, 11, 3, dtype=np.uint8),
    "mask": ramp(12, 11, dtype=bool),
    "line": ramp(9),
}


def read_only(array):
    copied = array.copy()
    copied.flags.writeable = False
    return copied


VARIANTS = {
    "read-only": read_only,
    "Fortran order": np.asfortranarray,
    "reversed view": lambda array: array[::-1].copy()[::-1],
    "every second pixel of a larger array": lambda array: np.repeat(array, 2, axis=0)[::2],
    "big-endian": lambda array: array.astype(array.dtype.newbyteorder(">")),
    "subclass": lambda array: array.view(type("Picture", (np.ndarray,), {})),
}


@pytest.mark.parametrize("variant", [*VARIANTS, "list"])
@pytest.mark.parametrize("name", CASES)
def test_the_same_answer_however_the_array_lies_in_memory(name, variant):
    for kind, plain in PLAIN.items():
        plain = plain.astype(np.int64) if variant == "list" and plain.dtype == np.uint8 else plain
        changed = plain.tolist() if variant == "list" else VARIANTS[variant](plain)
        assert_same(outcome(CASES[name], plain), outcome(CASES[name], changed), f"{kind}, {variant}")


def assert_same(expected, given, what):
    if isinstance(expected, Exception):
        assert type(given) is type(expected), f"{what}: {given!r} in place of {expected!r}"
        return
    pairs = list(numbers_in(expected)), list(numbers_in(given))
    assert len(pairs[0]) == len(pairs[1]), what
    for wanted, array in zip(*pairs, strict=True):
        assert wanted.dtype.newbyteorder("=") == array.dtype.newbyteorder("="), what
        np.testing.assert_allclose(array.astype(float), wanted.astype(float), 1e-9, 1e-9, err_msg=what)


# Signed integers are mirrored at -1/2, and stretched to their type's range: as documented, and to be seen.
BY_TYPE = {"util.invert", "exposure.rescale_intensity"}


@pytest.mark.parametrize("dtype", [np.int32, np.int64, np.uint64])
@pytest.mark.parametrize("name", CASES)
def test_wide_integers_of_small_numbers_count_as_bytes_or_are_warned_of(name, dtype):
    for shape in ((12, 11), (12, 11, 3)):
        bytes_ = ramp(*shape, dtype=np.uint8)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            result = outcome(CASES[name], bytes_.astype(dtype), quiet=False)
        caught = [warning for warning in caught if "nearly black" in str(warning.message)]
        for warning in caught:
            assert re.search(r"astype|preserve_range|pass r,", str(warning.message)), "the remedy"
            assert "course_lib" not in warning.filename, "the line of the caller is named"
        if not caught and name not in BY_TYPE:
            assert_alike(outcome(CASES[name], bytes_), result)
        if caught and name != "feature.Cascade":  # which makes colours grey, and then only compares pixels
            with pytest.raises(AssertionError):
                assert_alike(outcome(CASES[name], bytes_), result)


def assert_alike(expected, given):
    assert isinstance(expected, Exception) == isinstance(given, Exception), (expected, given)
    for wanted, array in zip(numbers_in(expected), numbers_in(given), strict=True):
        np.testing.assert_allclose(array.astype(float), wanted.astype(float), 1e-9, 1e-9)


@pytest.mark.parametrize("shape", [(12, 11), (12, 11, 3)], ids=["grey", "colour"])
@pytest.mark.parametrize("name", CASES)
def test_a_masked_array_is_refused(name, shape):
    masked = np.ma.masked_greater(ramp(*shape), 0.8)
    assert isinstance(outcome(CASES[name], masked), (ValueError, TypeError))
    assert not isinstance(outcome(CASES[name], np.ma.array(ramp(*shape))), ValueError) or isinstance(
        outcome(CASES[name], ramp(*shape)), ValueError
    ), "no value is masked"


def public_modules():
    """Return the modules of floors 1 to 3, whose functions take pictures."""
    names = {module.name for module in pkgutil.iter_modules(course_lib.__path__)}
    return sorted(names - OTHER_FLOORS)


def public_functions(module):
    """Return the names of the functions that a module hands on: its __all__, or what it defines."""
    if hasattr(module, "__all__"):
        names = module.__all__
    else:
        names = [name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__]
    return [name for name in names if not name.startswith("_") and inspect.isfunction(getattr(module, name))]


@pytest.mark.parametrize("module", public_modules())
def test_every_public_function_has_a_case(module):
    functions = public_functions(importlib.import_module(f"course_lib.{module}"))
    missing = sorted({f"{module}.{name}" for name in functions} - CASES.keys())
    assert not missing, f"no case in any tests/odd_input/cases_*.py for: {', '.join(missing)}"


@pytest.mark.parametrize("name", CASES)
def test_every_case_is_of_a_function_that_exists(name):
    module, *rest = name.split(".")
    if module not in public_modules():
        pytest.skip(f"course_lib.{module} does not exist yet")
    value = importlib.import_module(f"course_lib.{module}")
    for part in rest:
        value = getattr(value, part)
    assert callable(value)


def test_the_matrix_finds_what_is_wrong():
    """The checks above, tried on functions that are wrong."""
    with pytest.raises(AssertionError, match="changed"):
        assert_unchanged(ramp(2, 2) + 1, ramp(2, 2))
    assert not all(np.isfinite(a).all() for a in numbers_in({"a": [(1.0, np.array([np.nan]))]}))
    assert not REMEDY.search("cannot broadcast the shapes (3,) and (4,) together")
    with pytest.raises(AssertionError, match="big"):
        assert_same(ramp(2, 2), ramp(2, 2) + 1, "big-endian")
