"""Collecting what a class handed in: every notebook is run anew, and nobody's row is lost for another's mistake."""

import asyncio
import csv
import json
import shutil

import nbformat
import pytest

from tools import collect as collector

FIRST = "import numpy as np\nfrom course_lib.check import check"
RIGHT, WRONG = 'check("1.2", np.flipud)', 'check("1.2", np.fliplr)'


@pytest.fixture(scope="module")
def collect(tmp_path_factory):
    assert collector.rerun.CELL_TIMEOUT == 60
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(collector.rerun, "CELL_TIMEOUT", 20)  # a busy machine needs several seconds for the first import
        patch.setattr(collector, "KEPT", tmp_path_factory.mktemp("kept"))
        yield collector


@pytest.fixture
def fit(collect, monkeypatch):
    """The course is taken to work, without a try."""

    async def tried(healthy):
        pass

    monkeypatch.setattr(collect, "try_out", tried)


def hand_in(path, *cells, first=FIRST):
    path.parent.mkdir(parents=True, exist_ok=True)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in (first, *cells)])
    nbformat.write(notebook, path)


def read(file):
    """Return the rows of a spreadsheet's file as dicts."""
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def collected(collect, folder):
    """Return {learner: row}."""
    table = {}
    asyncio.run(collect.collect(folder, table.__setitem__))
    return table


def test_what_counts_is_what_the_checks_say_when_it_is_run(collect, fit, tmp_path):
    hand_in(tmp_path / "first" / "01_intro.ipynb", RIGHT, "1 / 0", 'check("1.1", None)')
    hand_in(tmp_path / "first" / "02_filters.ipynb", 'check("2.21", 3)', WRONG)
    hand_in(tmp_path / "second.ipynb", WRONG)
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "progress.json").write_text(json.dumps({"done": {"1.5": "of old"}}))
    (tmp_path / "third").mkdir()
    (tmp_path / "third" / "01_intro.ipynb").write_text("no notebook")
    (tmp_path / "fourth").mkdir()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    table = collected(collect, tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert table["first"].states == {"1.2": "right", "1.1": "not yet", "2.21": "wrong"}
    assert table["second"].states == {"1.2": "wrong"}
    assert [table[name].solved() for name in ("first", "second", "third", "fourth")] == [1, 0, *2 * ["not judged"]]
    assert table["first"].notes == table["second"].notes == []
    assert "cannot be run" in table["third"].notes[0]
    assert "no notebook" in table["fourth"].notes[0]


def test_a_lost_import_cell_is_told_and_is_not_nothing_solved(collect, fit, tmp_path):
    hand_in(tmp_path / "lost" / "1.ipynb", RIGHT, 'check("1.1", None)', first="# import numpy as np")
    hand_in(tmp_path / "numpy" / "1.ipynb", "x = np.ones(3)", 'check("1.1", None)', first=FIRST.splitlines()[1])
    table = collected(collect, tmp_path)
    assert table["lost"].states == {"1.1": "not reached", "1.2": "not reached"}
    assert table["lost"].solved() == "not judged"
    assert "2 NameError; the first is cell 2, NameError: name 'check'" in table["lost"].notes[0]
    assert "1 NameError; the first is cell 2, NameError: name 'np'" in table["numpy"].notes[0]


def test_what_never_ends_or_ends_python_costs_one_cell(collect, fit, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(collect.rerun, "CELL_TIMEOUT", 12)
    stubborn = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    hand_in(tmp_path / "loop.ipynb", stubborn, RIGHT)
    hand_in(tmp_path / "crash.ipynb", 'check("1.1", None)', "import os; os._exit(1)", RIGHT)
    table = collected(collect, tmp_path)
    assert table["loop"].states == {"1.2": "right"}
    assert table["crash"].states == {"1.1": "not yet", "1.2": "right"}
    assert [len(row.notes) for row in table.values()] == [1, 1]
    assert "cell 2 (while True:) ran longer than 12 s" in table["loop"].notes[0]
    assert "cell 3 (import os; os._exit(1)) ended Python" in table["crash"].notes[0]
    assert "Traceback" not in capfd.readouterr().err


DAMAGE = """\
import pathlib, shutil
import course_lib
here = pathlib.Path(course_lib.__file__).parent
shutil.rmtree(here.parent / "data")
for path in here.glob("check/chapter1*"):
    path.unlink() if path.is_file() else shutil.rmtree(path)
"""


def test_one_learners_damage_meets_no_other(collect, fit, tmp_path):
    hand_in(tmp_path / "a" / "1.ipynb", DAMAGE, RIGHT, first="")
    hand_in(tmp_path / "b" / "1.ipynb", RIGHT)
    table = collected(collect, tmp_path)
    assert table["a"].solved() == "not judged"
    assert any("change the course's own files" in note for note in table["a"].notes)
    assert table["b"].solved() == 1
    assert table["b"].notes == []


# --- the course itself --------------------------------------------------------------------------------


def test_a_course_that_works_is_fit(collect):
    asyncio.run(collect.try_out(collect.files(collect.ROOT, collect.LIBRARY)))


def test_a_broken_environment_stops_before_anybody_is_judged(collect, tmp_path, monkeypatch, capsys):
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "scipy.py").write_text("raise ImportError('scipy is damaged')")
    monkeypatch.setattr(collect, "ROOT", tmp_path)
    for name in collect.LIBRARY:
        shutil.copytree(collect.rerun.Path(collect.__file__).parents[1] / name, tmp_path / name)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))
    hand_in(tmp_path / "class" / "a.ipynb", RIGHT)
    assert collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "table.csv")]) == 2
    assert "scipy is damaged" in capsys.readouterr().err
    assert not (tmp_path / "table.csv").exists()


def test_damage_to_the_course_stops_and_nobody_is_judged_with_it(collect, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(collect, "ROOT", tmp_path)
    for name in collect.LIBRARY:
        (tmp_path / name).mkdir()
    victim = tmp_path / "data" / "dice.jpg"
    victim.touch()

    async def judged(folder, paths, healthy):
        if paths[0].stem == "b":
            victim.unlink()
        return collect.Row({"1.2": "right"}, []), False

    async def outcome(*_, **__):
        return collect.rerun.Outcome(collect.ITS_STATES)

    monkeypatch.setattr(collect, "judged", judged)
    monkeypatch.setattr(collect.rerun, "outcome", outcome)
    for name in "abc":
        hand_in(tmp_path / "class" / f"{name}.ipynb", RIGHT)
    assert collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "table.csv")]) == 2
    rows = read(tmp_path / "table.csv")
    assert [(row["learner"], row["solved"]) for row in rows] == [("a", "1"), ("b", "not judged")]
    assert "data/dice.jpg" in rows[1]["notes"]
    assert "Stopped after 2 of 3 learners" in capsys.readouterr().err


# --- the table ------------------------------------------------------------------------------------------


def test_a_run_that_is_stopped_keeps_what_it_has_and_is_taken_up(collect, fit, tmp_path, monkeypatch):
    ran = []

    async def judged(folder, paths, healthy):
        ran.append(paths[0].stem)
        if ran == ["a", "b"]:
            raise KeyboardInterrupt
        return collect.Row({"1.2": "right"}, []), True

    monkeypatch.setattr(collect, "judged", judged)
    for name in "abc":
        hand_in(tmp_path / "class" / f"{name}.ipynb", RIGHT, f"# {tmp_path}")
    with pytest.raises(KeyboardInterrupt):
        collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "1.csv")])
    assert [row["learner"] for row in read(tmp_path / "1.csv")] == ["a"]
    assert collect.main([str(tmp_path / "class"), "--csv", str(tmp_path / "2.csv")]) == 0
    assert [row["learner"] for row in read(tmp_path / "2.csv")] == ["a", "b", "c"]
    hand_in(tmp_path / "class" / "a.ipynb", WRONG, f"# {tmp_path}")
    assert collect.main([str(tmp_path / "class")]) == 0
    assert ran == ["a", "b", "b", "c", "a"]


def test_the_table_shows_each_learner_and_each_exercise(collect):
    first = collect.Row({"1.1": "wrong", "1.2": "right", "1.3": "not yet", "1.4": "not reached", "2.1": "right"}, [])
    text = collect.as_text({"first": first, "second": collect.Row({"1.2": "right"}, [])}).splitlines()
    assert text[0].split() == ["Chapter", "1", *map(str, range(1, 16))]
    assert text[1].split() == ["first", "×", "■", "·", "?"]
    assert text[3].split() == ["solved", "by", "0", "2", *["0"] * 13]
    assert all(mark in text[-1] for mark in "■×·?")


def test_the_file_for_a_spreadsheet_tells_states_and_is_never_written_over_another(collect, tmp_path, capsys):
    file = tmp_path / "table.csv"
    collect.add_line(file, "first", collect.Row({"1.1": "wrong", "1.2": "right", "1.3": "not reached"}, ["a", "b"]))
    collect.add_line(file, "second", collect.Row({"1.1": "not reached"}, []))
    rows = read(file)
    assert [rows[0][id] for id in ("1.1", "1.2", "1.3", "1.4")] == ["wrong", "1", "not reached", ""]
    assert (rows[0]["solved"], rows[0]["notes"]) == ("1", "a | b")
    assert rows[1]["solved"] == "not judged"
    with pytest.raises(SystemExit):
        collect.main([str(tmp_path), "--csv", str(file)])
    assert "exists" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_a_folder_without_notebooks_is_told(collect, tmp_path, folder, capsys):
    with pytest.raises(SystemExit):
        collect.main([str(tmp_path / folder)])
    assert str(tmp_path) in capsys.readouterr().err
