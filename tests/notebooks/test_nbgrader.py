"""The course directory for nbgrader: points and locks, one placeholder each, and no way round the judge outside."""

import csv
import re
import subprocess
import sys

import nbformat
import pytest

from course_lib.check import EXERCISES
from course_lib.check.engine import require
from tools.classroom import nbgrader, nbgrader_judge
from tools.collecting import exercises
from tools.setup.places import ROOT
from tools.setup.stops import Stop

REGION = re.compile(r"^ *### BEGIN (SOLUTION|HIDDEN TESTS)\n(?s:.*?)^ *### END \1\n?", re.MULTILINE)
CHEATS = {
    "verdict": "from course_lib import check as c\nfrom course_lib.check import engine\n"
    "c.verdict = engine.verdict = lambda id, answer: engine.Verdict(id, 'right', '')",
    "require": "import course_lib.check\ncourse_lib.check.require = lambda id, answer: None",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nbgrader") / "course"
    nbgrader.main([str(folder)])
    return folder


def notebooks(course):
    return [nbformat.read(path, 4) for path in sorted(course.glob("source/chapter*/*.ipynb"))]


def about(cell):
    return cell.metadata.get("nbgrader", {})


def graded(course):
    return [cell for notebook in notebooks(course) for cell in notebook.cells if about(cell)]


def test_each_exercise_has_an_answer_and_a_locked_check_with_its_points(course):
    answers = [about(cell) for cell in graded(course) if about(cell)["solution"]]
    checks = [about(cell) for cell in graded(course) if about(cell)["grade"]]
    ids = [id.replace(".", "_") for id in exercises.IDS]
    assert [cell["grade_id"] for cell in answers] == [f"solution-{id}" for id in ids]
    assert [cell["grade_id"] for cell in checks] == [f"check-{id}" for id in ids]
    assert [cell["points"] for cell in checks] == [exercises.points()[id] for id in exercises.IDS]
    assert all(cell["locked"] for cell in checks)


def test_learners_get_one_placeholder_and_nothing_hidden(course):
    for notebook in notebooks(course):
        nbformat.validate(notebook)
        for cell in notebook.cells:
            left = REGION.sub("", cell.source)
            assert "HIDDEN" not in left
            assert "SOLUTION" not in left
            assert "require" not in left
            assert "](../" not in left
            if about(cell).get("solution"):
                assert left.count("# your code here") == 1


def test_what_is_there_stays(course, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("mine")
    with pytest.raises(Stop, match="stays as it is"):
        nbgrader.main([str(tmp_path / "mine")])
    assert [path.name for path in tmp_path.rglob("*.*")] == ["a.txt"]


def test_another_group_gets_other_numbers(tmp_path):
    notebook = nbgrader.graded(nbgrader.read(exercises.SOURCES / "01_intro.md"), 2)
    text = nbformat.writes(notebook)
    assert 'require(\\"1.1\\", size_of_rocket)' in text
    assert "coffee" not in text


def test_require_raises_what_the_check_says():
    require("1.2", EXERCISES["1.2"].rights[0])
    with pytest.raises(AssertionError, match=r"✗ 1\.2 wrong: .+"):
        require("1.2", lambda image: image)
    with pytest.raises(AssertionError, match="nothing is written here yet"):
        require("1.1", ...)


# --- the judge in place of nbgrader's run -----------------------------------------------------------------------------


def handed_in(course, solved, *first):
    """Return the first four exercises as nbgrader hands them on to be run, some of them solved."""
    notebook = notebooks(course)[0]
    end = next(i for i, cell in enumerate(notebook.cells) if about(cell).get("grade_id") == "check-1_4")
    del notebook.cells[end + 1 :]
    for cell in notebook.cells:
        if about(cell).get("solution") and about(cell)["grade_id"] not in solved:
            cell.source = REGION.sub("", cell.source)
    notebook.cells[1:1] = [nbformat.v4.new_code_cell(source) for source in first]
    return notebook


def points(notebook):
    """Return the sum as nbgrader makes it: a check without an error has its points."""
    checks = [cell for cell in notebook.cells if about(cell).get("grade")]
    assert all(cell.outputs for cell in checks)
    return sum(about(cell)["points"] for cell in checks if cell.outputs[0].output_type != "error")


ALL = {"solution-1_1", "solution-1_2", "solution-1_3", "solution-1_4"}


@pytest.mark.parametrize(
    ("solved", "first", "expected"),
    [
        (ALL, [], 5),
        ({"solution-1_2"}, [], 1),
        (set(), [*CHEATS.values()], 0),
    ],
)
def test_everybody_gets_the_points_of_their_answers(course, tmp_path, solved, first, expected):
    judge = nbgrader_judge.JudgeOutside(trust=True)
    resources = {"metadata": {"name": "01_intro", "path": str(tmp_path)}}
    notebook, _ = judge(handed_in(course, solved, *first), resources)
    assert points(notebook) == expected
    told = {about(cell).get("grade_id"): cell.outputs[0] for cell in notebook.cells if about(cell).get("grade")}
    if not solved:
        assert "… 1.2 not written" in told["check-1_2"].evalue
    assert list(tmp_path.iterdir()) == []


def test_without_isolation_nothing_is_graded(monkeypatch):
    monkeypatch.setattr(nbgrader_judge.sandbox, "ways", lambda stage: [])
    with pytest.raises(nbgrader_judge.NoIsolation, match="offers no isolation"):
        nbgrader_judge.prepared.__wrapped__(False)


def test_nbgrader_takes_the_course_and_its_table_is_right(tmp_path):
    """The whole of it, where nbgrader is installed; it is no part of the course's environment."""
    pytest.importorskip("nbgrader", reason="nbgrader is not installed")
    nbgrader.main([str(tmp_path / "course")])
    for empty in ("chapter1", "chapter2", "chapter4", "chapter5"):
        (path,) = (tmp_path / "course" / "source" / empty).iterdir()
        path.unlink()

    def run(*words):
        command = [sys.executable, "-m", "nbgrader", *words]
        subprocess.run(command, cwd=tmp_path / "course", check=True, capture_output=True)

    run("generate_assignment", "chapter3")
    (released,) = (tmp_path / "course" / "release" / "chapter3").glob("*.ipynb")
    for name, kept in {"empty": released, "solved": ROOT / "notebooks" / "solutions" / released.name}.items():
        place = tmp_path / "course" / "submitted" / name / "chapter3"
        place.mkdir(parents=True)
        notebook, answers = nbformat.read(released, 4), nbformat.read(kept, 4)
        sources = {cell.id: cell.source for cell in answers.cells}
        for cell in notebook.cells:
            cell.source = sources[cell.id] if about(cell).get("solution") else cell.source
        nbformat.write(notebook, place / released.name)
    run("autograde", "chapter3")
    run("export")
    with (tmp_path / "course" / "grades.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {"empty": 0, "solved": sum(exercises.points()[id] for id in exercises.of_chapter(3))}
