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

def told(call):
    try:
        call()
    except (ValueError, ImportError, NameError) as error:
        print(error)

def its_module():
    import skimage

def theirs():
    return skimage.invert(1)

def theirs_imported():
    import skimage.util as skimage
    return skimage.invert(1)
"""
CODES = {
    "pictures": 'print(data.load("dice").shape, len(data.names()) > 20)',
    "explorers": 'print(explore.flips().code(), "|", explore.threshold()._note.value)',
    "checks": 'print(*(verdict(id, EXERCISES[id].rights[0]).state for id in ("1.2", "1.10", "1.3")))',
    "one of its pictures": "told(data.coins)",
    "it": "told(its_module)",
    "a comparison": "compare_calls(lambda: 1, theirs)",
    "a comparison that imports": "compare_calls(lambda: 1, theirs_imported)",
    "an exercise": 'print(verdict("1.1", (400, 600, 720000)).sentence)',
    "a misspelt name": "told(lambda: compare_calls(lambda: 1, lambda: misspelt))",
}
NOTHING = "scikit-image is not installed here, so there is nothing to compare with: pip install scikit-image"


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """What each of the lines prints in one Python that lacks scikit-image."""
    variables = dict(os.environ, COURSE_WORK=str(tmp_path_factory.mktemp("work")))
    program = BLOCKED + "\nprint('\\f')\n".join(CODES.values())
    done = subprocess.run([sys.executable, "-c", program], env=variables, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(zip(CODES, map(str.strip, done.stdout.split("\f")), strict=True))


def test_pictures_explorers_and_checks_work(printed):
    assert printed["pictures"] == "(480, 640, 3) True"
    assert printed["explorers"].startswith("image[::-1, :] |")
    assert "These are dice: coins comes with scikit-image" in printed["explorers"]
    assert printed["checks"] == "right right right"


@pytest.mark.parametrize(
    ("what", "words"),
    {
        "one of its pictures": "coins comes with scikit-image, which is not installed here: install it (pip install",
        "it": "import of skimage halted",
        "an exercise": "which is not installed here",
    }.items(),
)
def test_what_needs_it_says_so(printed, what, words):
    assert words in printed[what]


@pytest.mark.parametrize("what", ["a comparison", "a comparison that imports"])
def test_a_comparison_is_one_sentence(printed, what):
    assert printed[what] == NOTHING


def test_other_names_that_are_not_there_stay_errors(printed):
    assert "misspelt" in printed["a misspelt name"]
