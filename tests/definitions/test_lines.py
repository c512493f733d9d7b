"""Pictures as lines: views stay inside, and all seams between bands are crossed."""

import ast
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from course_lib.base.lines import as_picture, fold, run_sum

LIBRARY = Path(__file__).parents[2] / "course_lib"


@pytest.mark.parametrize(
    ("length", "step", "shape"), [(3, 4, (2, 3)), (7, 5, (2, 3)), (11, 6, (2, 3, 2)), (5, 2, (1, 6))]
)
def test_a_picture_beyond_the_end_of_its_line_is_refused(length, step, shape):
    with pytest.raises(ValueError, match="buffer"):
        as_picture(np.arange(float(length)), step, shape)


def test_a_picture_up_to_the_end_of_its_line_is_a_view():
    line = np.arange(12.0)
    picture = as_picture(line[1:], 6, (2, 5))
    np.testing.assert_array_equal(picture, [[1, 2, 3, 4, 5], [7, 8, 9, 10, 11]])
    assert np.shares_memory(picture, line)


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 21), st.integers(1, 7))
def test_sums_of_runs(seed, count, step):
    values = np.random.default_rng(seed).random((count - 1) * step + 30)
    slow = [sum(values[i + k * step] for k in range(count)) for i in range(30)]
    before = values.copy()
    assert_allclose(run_sum(values, step, count), slow)
    assert_array_equal(values, before)


@pytest.mark.parametrize("kernel", [[0.1, 0.2, 0.4, 0.2, 0.1], [0.5, 0.5, 0.5], [2.0]])
@pytest.mark.parametrize("step", [1, 3])
def test_a_fold_is_a_convolution(kernel, step):
    values = np.random.default_rng(0).random(40)
    apart = np.zeros(step * (len(kernel) - 1) + 1)
    apart[::step] = kernel
    assert_allclose(fold(values, step, np.array(kernel)), np.convolve(values, apart, "valid"))


def test_every_constant_that_cuts_pictures_into_bands_shrinks_in_these_tests(bands):
    constant = re.compile(r"^(_?[A-Z_]+) = .*#.*\b(at a time|at once)\b", re.MULTILINE)
    found = {
        (".".join(path.relative_to(LIBRARY).with_suffix("").parts), name)
        for path in LIBRARY.rglob("*.py")
        for name, _ in constant.findall(path.read_text(encoding="utf-8"))
    }
    listed = {(module, name) for module, names in bands.items() for name in names}
    assert found
    assert found - listed == set()


def cuts_by_hand(path):
    """Say whether a loop of a module goes over a range in steps that are no constant."""
    loops = (node.iter for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.For))
    ranges = (loop for loop in loops if isinstance(loop, ast.Call) and ast.unparse(loop.func) == "range")
    steps = (loop.args[2] for loop in ranges if len(loop.args) == 3)
    return any(isinstance(step, (ast.Name, ast.Attribute, ast.BinOp, ast.Call)) for step in steps)


def test_bands_are_cut_by_their_helper():
    parts = [path for path in LIBRARY.iterdir() if path.is_dir() and path.name not in {"check", "explore", "steps"}]
    files = sorted(path for part in parts for path in part.rglob("*.py") if cuts_by_hand(path))
    names = [path.relative_to(LIBRARY).as_posix() for path in files]
    # one cuts blocks as large as its matrices, the other one levels
    assert names == ["base/bands.py", "filters/separable.py", "filters/windows.py"]
