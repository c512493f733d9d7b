"""look() shows what an answer gives, whatever the exercise, and judges nothing."""

import copy

import matplotlib.pyplot as plt
import numpy as np
import pytest

from course_lib.check import EXERCISES, look


@pytest.fixture(autouse=True)
def shown(monkeypatch):
    """Count the pictures that are drawn, and close them."""
    drawn = []
    monkeypatch.setattr("course_lib.check.looking.show_images", lambda pictures, **_: drawn.append(pictures))
    yield drawn
    plt.close("all")


@pytest.mark.parametrize("ex", EXERCISES.values(), ids=EXERCISES)
def test_every_exercise_can_be_looked_at(ex, shown, capsys):
    answer = ex.rights[0]
    look(ex.id, answer() if ex.value else answer)
    assert shown or "what came back:" in capsys.readouterr().out or ex.value


@pytest.mark.parametrize("ex", EXERCISES.values(), ids=EXERCISES)
def test_before_anything_is_written_look_says_so(ex, shown, capsys):
    look(ex.id, ...)
    assert "nothing is written here yet" in capsys.readouterr().out
    if not ex.value:
        look(ex.id, lambda *arguments: ...)
        assert "what came back: nothing" in capsys.readouterr().out


def test_the_pictures_stand_beside_each_other(shown):
    look("3.7", EXERCISES["3.7"].rights[0])
    assert list(shown[0]) == ["image", "what came back"]


def test_python_says_where_an_answer_stops():
    def broken(image):
        return image + np.zeros(7)

    with pytest.raises(ValueError, match="broadcast"):
        look("3.7", broken)


def test_an_answer_that_changes_what_it_gets_spoils_no_case():
    ex = EXERCISES["3.7"]
    before = copy.deepcopy(ex.all_cases()[0])

    def spoiling(image):
        image[:] = 0
        return image

    look("3.7", spoiling)
    assert np.array_equal(ex.all_cases()[0][0], before[0])
