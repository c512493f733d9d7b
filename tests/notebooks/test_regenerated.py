"""The committed notebooks are what the committed sources and the committed code make."""

import asyncio
import io
import re
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from PIL import Image

from tests.notebooks.same_pictures import difference, pictures
from tools import tests
from tools.setup.places import ROOT


@pytest.fixture(scope="module")
def committed(build):
    return {path: nbformat.read(path, as_version=4) for path in build.plan()}


def test_nothing_lies_there_that_no_source_makes(build):
    assert {p for p in build.NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts} == set(build.plan())


def test_sources_are_the_same(build, committed):
    """What their cells give is compared where they are run; see tools/tests.py."""
    for path, make in build.plan().items():
        new, old = ([(c.id, c.cell_type, c.source) for c in notebook.cells] for notebook in (make(), committed[path]))
        assert new == old, f"{path.name} is out of date: python course.py build"


def test_every_notebook_that_is_built_is_run_and_compared(build):
    *_, (_, words) = tests.SUITES
    run = {path for word in words for path in [ROOT / word, *(ROOT / word).glob("*.ipynb")]}
    assert {path for path in build.plan() if path.parent.name != "exercises"} <= run


def test_every_cell_of_a_chapter_was_executed(committed):
    for path, notebook in committed.items():
        counts = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
        if path.parent.name == "exercises":
            assert counts == [None] * len(counts)
        else:
            assert counts == list(range(1, len(counts) + 1)), path.name


def test_no_notebook_is_larger_than_three_megabytes(committed):
    for path in committed:
        assert path.stat().st_size < 3_000_000, path.name


def test_explorers_are_saved_as_pictures_not_as_dead_widgets(build, committed):
    stills = 0
    for notebook in committed.values():
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                assert build.WIDGET not in data
                assert "VBox" not in data.get("text/plain", "")
                stills += data.get("text/plain") == "a still picture" and bool(
                    {"image/png", "image/jpeg"} & data.keys()
                )
    assert stills > 10


def test_a_collapsed_answer_does_not_begin_with_its_text(committed):
    collapsed = [
        cell
        for notebook in committed.values()
        for cell in notebook.cells
        if cell.metadata.get("jupyter", {}).get("outputs_hidden") and cell.outputs
    ]
    assert len(collapsed) > 30
    assert all(cell.outputs[0].get("data") == {} for cell in collapsed)


def test_what_is_collapsed_in_lab_is_folded_on_a_page_as_well(build):
    cells = [cell for make in build.plan().values() for cell in make().cells]
    collapsed = [cell for cell in cells if cell.metadata.get("jupyter", {}).get("outputs_hidden")]
    assert len(collapsed) > 30
    assert collapsed == [cell for cell in cells if "hide-output" in cell.metadata.get("tags", [])]


def test_no_lesson_ends_in_an_error_or_a_warning(committed):
    for path, notebook in committed.items():
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                assert output.output_type != "error", path.name
                assert output.get("name") != "stderr", (path.name, output.get("text"))


def test_every_solution_is_right(committed):
    for path, notebook in committed.items():
        if path.parent.name != "solutions":
            continue
        for cell in notebook.cells:
            verdicts = [o.get("data", {}).get("text/plain", "") for o in cell.get("outputs", [])]
            if cell.cell_type == "code" and cell.source.startswith("check("):
                assert any(text.startswith("✓") for text in verdicts), f"{path.name}: {cell.source}: {verdicts}"


def test_a_picture_that_changes_would_be_noticed(committed):
    """The tolerance is no blank cheque: a picture one step darker, a shifted one, one more are outside it."""
    outputs = [
        output for notebook in committed.values() for cell in notebook.cells for output in cell.get("outputs", [])
    ]
    saved = pictures(outputs)[0]
    picture = np.asarray(Image.open(io.BytesIO(saved)).convert("RGB"))

    def changed(values):
        file = io.BytesIO()
        Image.fromarray(values.astype(np.uint8)).save(file, "png")
        return [file.getvalue()]

    assert difference([saved], changed(picture)) == ""
    assert "grey levels" in difference([saved], changed(np.roll(picture, 2, axis=1)))
    assert "grey levels" in difference([saved], changed(picture * 0.95))
    assert "shape" in difference([saved], changed(picture[1:]))
    assert "2 pictures" in difference([saved, saved], [saved])


def test_the_learners_copies_hold_no_solutions_and_the_solutions_no_stubs(build):
    for path, maker in build.plan().items():
        text = "\n".join(cell.source for cell in maker().cells)
        assert "SOLUTION" not in text
        if path.parent.name == "exercises":
            assert build.STUB in text
        if path.parent.name == "solutions":
            assert build.STUB not in "\n".join(c.source for c in maker().cells if c.cell_type == "code")


def test_a_solution_is_cut_out_whole(build):
    inner = "    ### BEGIN SOLUTION\n    secret\n    ### END SOLUTION"
    cell = f"x = 1\n### BEGIN SOLUTION\nsecret = 2\n### END SOLUTION\ndef f():\n{inner}"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    assert build.without_solutions(notebook).cells[0].source == f"x = 1\n{build.STUB}\ndef f():\n    {build.STUB}"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    assert build.with_solutions(notebook).cells[0].source == "x = 1\nsecret = 2\ndef f():\n    secret"


def test_the_same_source_gives_the_same_notebook(build):
    for maker in build.plan().values():
        assert nbformat.writes(maker()) == nbformat.writes(maker())


def test_the_learners_copies_run_to_the_end_unsolved(build, tmp_path):
    copies = {path: maker for path, maker in build.plan().items() if path.parent.name == "exercises"}
    wrong_from_the_start = []
    for maker in copies.values():
        notebook = asyncio.run(build.execute(maker(), str(tmp_path)))  # raises where a cell stops
        told = [str(o.get("data", {}).get("text/plain", "")) for c in notebook.cells for o in c.get("outputs", [])]
        checks = sum("check(" in cell.source and cell.cell_type == "code" for cell in notebook.cells)
        assert not any(" right: " in text for text in told)
        # in an exercise that asks to mend given code, the code as given is wrong
        assert sum("not yet" in text or " wrong: " in text for text in told) == checks
        assert sum("not yet" in text for text in told) >= 0.9 * checks
        wrong_from_the_start += re.findall(r"(\d+\.\d+) wrong: ", "\n".join(told))
    assert wrong_from_the_start == ["1.12", "2.8", "2.17", "3.14", "4.14"]


def test_a_notebook_changed_by_hand_is_put_aside(build, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "work"))
    monkeypatch.setattr(build, "NOTEBOOKS", tmp_path)
    path = tmp_path / "01_intro.ipynb"
    notebook = build.read(build.SOURCE / "00_start.md")
    assert build.write(path, notebook) == "written"
    assert build.write(path, notebook) == "unchanged"
    edited = nbformat.read(path, as_version=4)
    edited.cells[0].source += "\nmy own note"
    nbformat.write(edited, path)
    assert build.write(path, notebook) == "written"
    kept = list((tmp_path / "work" / "kept").iterdir())
    assert len(kept) == 1
    assert "my own note" in kept[0].read_text(encoding="utf-8")
    assert "kept" in capsys.readouterr().out


@pytest.fixture
def conflict(build):
    """A notebook as a failed merge leaves it."""
    lines = nbformat.writes(build.read(build.SOURCE / "00_start.md")).splitlines()
    return "\n".join([*lines[:9], "<<<<<<< HEAD", *lines[9:12], "=======", *lines[9:], ">>>>>>> theirs"])


@pytest.mark.parametrize("damage", ["empty", "cut short", "conflict", "no notebook", "no cells", "a list", "no text"])
def test_a_damaged_notebook_is_kept_and_made_anew(build, tmp_path, monkeypatch, capsys, damage, conflict):
    contents = {
        "empty": b"",
        "cut short": nbformat.writes(build.read(build.SOURCE / "00_start.md"))[:900].encode(),
        "conflict": conflict.encode(),
        "no notebook": b"my own notes",
        "no cells": b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}',
        "a list": b"[]",
        "no text": bytes(range(256)),
    }
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "work"))
    monkeypatch.setattr(build, "NOTEBOOKS", tmp_path)
    (tmp_path / "solutions").mkdir()
    notebook = build.read(build.SOURCE / "00_start.md")
    paths = [tmp_path / "00_start.ipynb", tmp_path / "solutions" / "00_start.ipynb"]
    for path in 2 * paths:  # the same damage is kept once
        path.write_bytes(contents[damage])
        assert build.write(path, notebook) == "written"
        assert build.write(path, notebook) == "unchanged"
    kept = sorted((tmp_path / "work" / "kept").iterdir())
    assert [path.name.split("-2")[0] for path in kept] == ["00_start", "solutions-00_start"]
    assert [path.read_bytes() for path in kept] == 2 * [contents[damage]]
    assert capsys.readouterr().out.count("00_start.ipynb was damaged; that version is kept") == 4
    assert not list(tmp_path.rglob("*.part"))


def test_a_name_that_is_no_source_is_told(build):
    command = [sys.executable, "-m", "tools", "build", "99_none"]
    done = subprocess.run(command, cwd=build.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "99_none" in done.stderr
