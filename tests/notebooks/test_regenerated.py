"""The committed notebooks are what the committed sources and the committed code make."""

import asyncio
import io
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from PIL import Image

TOLERANCE = 3.0  # mean difference of grey levels: other versions of Matplotlib or NumPy may move an edge by a pixel


@pytest.fixture(scope="module")
def fresh(build):
    return asyncio.run(build.make(build.plan()))


@pytest.fixture(scope="module")
def committed(fresh):
    return {path: nbformat.read(path, as_version=4) for path in fresh}


def test_nothing_lies_there_that_no_source_makes(build):
    assert {p for p in build.NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in p.parts} == set(build.plan())


def test_sources_and_text_outputs_are_the_same(build, fresh, committed):
    for path, notebook in fresh.items():
        for new, old in zip(build.comparable(notebook), build.comparable(committed[path]), strict=True):
            assert new == old, f"{path.name} is out of date: python course.py build"


def test_pictures_are_the_same_to_the_eye(build, fresh, committed):
    for path, notebook in fresh.items():
        new, old = build.pictures(notebook), build.pictures(committed[path])
        assert len(new) == len(old)
        for number, (a, b) in enumerate(zip(new, old, strict=True)):
            a, b = (np.asarray(Image.open(io.BytesIO(content)).convert("RGB"), float) for content in (a, b))
            assert a.shape == b.shape, f"picture {number} of {path.name}"
            assert np.abs(a - b).mean() < TOLERANCE, f"picture {number} of {path.name}"


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


def test_no_lesson_ends_in_an_error_or_a_warning(fresh):
    for path, notebook in fresh.items():
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


def test_a_picture_that_changes_would_be_noticed(build, fresh):
    """The tolerance is no blank cheque: a picture one step darker, or a shifted one, is outside it."""
    first = next(picture for notebook in fresh.values() for picture in build.pictures(notebook))
    picture = Image.open(io.BytesIO(first)).convert("RGB")
    values = np.asarray(picture, float)
    assert np.abs(values - np.roll(values, 2, axis=1)).mean() > TOLERANCE
    assert np.abs(values - values * 0.95).mean() > TOLERANCE


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
    for maker in copies.values():
        notebook = asyncio.run(build.execute(maker(), str(tmp_path)))  # raises where a cell stops
        told = [str(o.get("data", {}).get("text/plain", "")) for c in notebook.cells for o in c.get("outputs", [])]
        checks = sum("check(" in cell.source and cell.cell_type == "code" for cell in notebook.cells)
        assert not any(" right: " in text for text in told)
        # in an exercise that asks to mend given code, the code as given is wrong
        assert sum("not yet" in text or " wrong: " in text for text in told) == checks
        assert sum("not yet" in text for text in told) >= 0.9 * checks


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
