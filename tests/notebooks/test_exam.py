"""The exam: its numbers are computed, its exercises judged by the same engine, and the course knows nothing of it."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import numpy as np
import pytest
from scipy import ndimage

from course_lib.check import EXERCISES, verdict
from tools import syllabus
from tools.classroom import exam

ROOT = Path(__file__).parents[2]


def each(of):
    exercises = exam.exercises().values()
    return [pytest.param(ex, one, id=f"{ex.id}-{n}") for ex in exercises for n, one in enumerate(of(ex), 1)]


@pytest.fixture
def loaded():
    with exam.loaded():
        yield


@pytest.mark.parametrize(("ex", "answer"), each(lambda ex: ex.rights))
def test_a_right_answer_is_right(loaded, ex, answer):
    found = verdict(ex.id, answer)
    assert found.state == "right", found.sentence


@pytest.mark.parametrize(("ex", "slip"), each(lambda ex: ex.slips))
def test_a_slip_gets_its_own_sentence(loaded, ex, slip):
    found = verdict(ex.id, slip.answer)
    assert found.state == "wrong"
    assert slip.sentence in found.sentence


def test_the_exam_is_not_among_the_courses_exercises(loaded):
    assert {id for id in EXERCISES if id.startswith("9.")} == set(exam.exercises())
    titles = [ex.title for ex in EXERCISES.values()]
    assert len(titles) == len(set(titles))


def test_it_is_gone_afterwards():
    assert len(exam.exercises()) == 6
    assert not [id for id in EXERCISES if id.startswith("9.")]


def test_there_are_twelve_questions_from_all_chapters():
    chapters = {topic["id"]: entry["id"][:2] for entry in syllabus.lessons() for topic in entry["topic"]}
    assert len(exam.questions()) == 12
    assert len({chapters[question.topic] for question in exam.questions()}) == 5
    places = [one.choices().index(one.right[0]) for one in exam.questions() if one.right]
    assert len(set(places)) > 2, "the right choice stands nearly always in the same place"


@pytest.mark.parametrize("question", exam.questions(), ids=lambda question: question.id)
def test_a_question_has_four_choices_or_a_number_that_is_computed(question):
    if question.number is None:
        assert len(set(question.choices())) == 4
        assert all(why for _, why in question.wrong)
    else:
        assert eval(question.code, {"np": np, "ndimage": ndimage}) == pytest.approx(question.number)


def test_the_paper_and_the_notebook_tell_no_answer():
    for text in (exam.paper(), nbformat.writes(exam.notebook())):
        assert not [one for one in exam.questions() if one.because and one.because in text]
        assert not [slip for ex in exam.exercises().values() for slip in ex.slips if slip.sentence in text]
        assert "SOLUTION" not in text
    assert nbformat.writes(exam.notebook()).count("your code here") == 6 + 1
    assert exam.total() == 36
    for text in (exam.paper(), exam.key()):
        assert all(f"{id} " in text for id in exam.exercises())


def test_it_lies_outside_of_what_learners_get():
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert 'only-include = ["course_lib", "data"]' in pyproject
    named = [path for path in (ROOT / "notebooks").rglob("*.ipynb") if "docs/teacher" in path.read_text("utf-8")]
    assert named == []


def test_notebooks_are_judged_as_collect_does(tmp_path):
    solved, empty = exam.notebook(solved=True), exam.notebook()
    solved.cells[-1].source = "def where(image, patch):\n    return (0, 0)"
    for name, made in {"ann": solved, "bob": empty}.items():
        (tmp_path / "in" / name).mkdir(parents=True)
        nbformat.write(made, tmp_path / "in" / name / "exam.ipynb")
    words = ["classroom", "exam", "--mark", str(tmp_path / "in"), "--csv", str(tmp_path / "marks.csv"), "--trust"]
    found = subprocess.run(
        [sys.executable, "-m", "tools", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.returncode in (0, 1), found.stderr
    assert re.search(r"ann: 9 points, 5 right, 1 wrong", found.stderr), found.stderr
    assert re.search(r"bob: 0 points, 0 right, 0 wrong", found.stderr), found.stderr
    assert "9.6" in (tmp_path / "marks.csv").read_text("utf-8-sig")
