"""The run over mutants of right answers: what is wrong is refused, and a hole in the cases is seen."""

import sys

import numpy as np
import pytest

from course_lib.check import EXERCISES

answers = pytest.importorskip("tools.mutants.answers", exc_type=ImportError)  # Windows has no os.fork
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="it limits the time and memory of a process"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
DARK = EXERCISES["1.10"]
SAME = {"lambda image, level: [[value <= level for value in row] for row in image]"}  # a list is taken as well


def accepted(exercise):
    """Return the mutants of an exercise that are accepted, and how often each kind of verdict came."""
    pairs = answers.tried(exercise, 1000, seconds=5)
    kinds = [one.kind for _, one in pairs]
    return {mutant.change for mutant, one in pairs if one.kind == "accepted"}, kinds


def test_no_wrong_answer_is_accepted():
    found, kinds = accepted(DARK)
    assert found == SAME
    assert min(map(kinds.count, ("slip", "rule", "own", "error"))) > 0


def test_a_hole_in_the_cases_is_seen(monkeypatch):
    monkeypatch.setattr(DARK, "made", [(np.array([[1, 9, 200], [9, 1, 7]], np.uint8), 100)])  # the level does not occur
    monkeypatch.setattr(DARK, "known", {})
    assert "return image < level" in accepted(DARK)[0]


def test_a_check_that_does_not_end_is_stopped():
    def endless():
        while True:
            pass

    assert answers.in_child(endless, seconds=1).kind == "endless"
