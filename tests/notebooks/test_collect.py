"""Collecting what a class handed in: every notebook is run anew, and nobody's row is lost for another's mistake."""

import asyncio
import csv
import importlib.util
import json

import nbformat
import pytest


@pytest.fixture(scope="module")
def collect(build):
    spec = importlib.util.spec_from_file_location("collect", build.HERE / "collect.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.CELL_TIMEOUT = 20  # a busy machine needs several seconds for the first import
    return module


def hand_in(path, *cells):
    path.parent.mkdir(parents=True, exist_ok=True)
    first = "import numpy as np\nfrom course_lib.check import check"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in (first, *cells)])
    nbformat.write(notebook, path)


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory, collect):
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder / "first" / "01_intro.ipynb", 'check("1.2", np.flipud)', "1 / 0", 'check("1.1", None)')
    hand_in(folder / "first" / "02_filters.ipynb", 'check("2.21", 3)', 'check("1.2", np.fliplr)')
    hand_in(folder / "second.ipynb", 'check("1.2", np.fliplr)')
    (folder / "second").mkdir()
    hand_in(folder / "third" / "loop.ipynb", 'check("1.2", np.flipud)', "while True: pass")
    (folder / "third" / "progress.json").write_text(json.dumps({"done": {"1.5": "of old"}}))
    hand_in(folder / "fifth" / "crash.ipynb", "import os; os._exit(1)", 'check("1.2", np.flipud)')
    (folder / "fourth").mkdir()
    (folder / "fourth" / "01_intro.ipynb").write_text("no notebook")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    table, notes = asyncio.run(collect.collect(folder))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return table, notes


def test_what_counts_is_what_the_checks_say_when_it_is_run(handed_in):
    table, _ = handed_in
    assert table == {"first": {"1.2"}, "second": set(), "third": {"1.2"}, "fourth": set(), "fifth": set()}


def test_what_did_not_run_to_its_end_is_told(handed_in):
    _, notes = handed_in
    assert len(notes) == 3
    assert any("loop.ipynb" in note and "stopped" in note for note in notes)
    assert any("crash.ipynb" in note and "stopped" in note for note in notes)
    assert any("fourth" in note and "cannot be run" in note for note in notes)


def test_the_table_shows_each_learner_and_each_exercise(collect):
    text = collect.as_text({"first": {"1.2", "2.1"}, "second": {"1.2"}}).splitlines()
    assert text[0].split() == ["Chapter", "1", *map(str, range(1, 16))]
    assert text[1].split() == ["first", "·", "■", *["·"] * 13]
    assert text[3].split() == ["solved", "by", "0", "2", *["0"] * 13]


def test_the_file_for_a_spreadsheet_is_never_written_over_another(collect, tmp_path, capsys):
    file = tmp_path / "table.csv"
    collect.write_csv({"first": {"1.2"}}, file)
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    assert rows[0][:3] == ["learner", "1.1", "1.2"]
    assert (rows[1][:3], rows[1][-1]) == (["first", "0", "1"], "1")
    with pytest.raises(SystemExit):
        collect.main([str(tmp_path), "--csv", str(file)])
    assert "exists" in capsys.readouterr().err


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_a_folder_without_notebooks_is_told(collect, tmp_path, folder, capsys):
    with pytest.raises(SystemExit):
        collect.main([str(tmp_path / folder)])
    assert str(tmp_path) in capsys.readouterr().err
