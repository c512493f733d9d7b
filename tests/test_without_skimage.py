"""Where scikit-image is not installed: the course's own pictures, explorers and checks work, the rest says so."""

import os
import subprocess
import sys

import pytest

BLOCKED = """
import sys
sys.modules["skimage"] = None  # import and find_spec say that it is not there
import matplotlib
matplotlib.use("Agg")
from course_lib import data, explore
from course_lib.check import EXERCISES, verdict
from course_lib.show import compare_calls
"""


def prints(code, tmp_path):
    """Return what a program prints in a Python that lacks scikit-image."""
    variables = dict(os.environ, COURSE_WORK=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", BLOCKED + code], env=variables, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_pictures_explorers_and_checks_work(tmp_path):
    code = """
print(data.load("dice").shape, len(data.names()) > 20)
print(explore.flips().code(), "|", explore.threshold()._note.value)
print(*(verdict(id, EXERCISES[id].rights[0]).state for id in ("1.2", "1.10", "1.3")))
"""
    pictures, explored, checked = prints(code, tmp_path).splitlines()
    assert pictures == "(480, 640, 3) True"
    assert explored.startswith("image[::-1, :] |")
    assert "These are dice: coins comes with scikit-image" in explored
    assert checked == "right right right"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("data.coins()", "coins comes with scikit-image, which is not installed here: install it (pip install"),
        ("import skimage", "import of skimage halted"),
    ],
)
def test_what_needs_it_says_so(tmp_path, code, told):
    assert told in prints(f"try:\n    {code}\nexcept (ValueError, ImportError) as error:\n    print(error)", tmp_path)


@pytest.mark.parametrize("imports", ["", "import skimage.util as skimage; "])
def test_a_comparison_is_one_sentence(tmp_path, imports):
    code = f"""
def theirs():
    {imports}return skimage.invert(1)
compare_calls(lambda: 1, theirs)
"""
    assert prints(code, tmp_path) == (
        "scikit-image is not installed here, so there is nothing to compare with: pip install scikit-image\n"
    )


def test_an_exercise_about_one_of_its_pictures_says_so(tmp_path):
    code = 'print(verdict("1.1", (400, 600, 720000)).sentence)'
    assert "which is not installed here" in prints(code, tmp_path)


def test_other_names_that_are_not_there_stay_errors(tmp_path):
    code = """
try:
    compare_calls(lambda: 1, lambda: misspelt)
except NameError as error:
    print(error)
"""
    assert "misspelt" in prints(code, tmp_path)
