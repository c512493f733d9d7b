"""Whose file is which, who is on the roster, and what is read of a notebook: names of all kinds, damaged files."""

import io
import zipfile

import nbformat
import pytest

from tools.collecting import alike, feedback, handins, learner, notebook, roster, table
from tools.collecting.judging import Found

CELL = 'def upside_down(image):\n    return image[::-1]\n\ncheck("1.2", upside_down)'


def written(*cells):
    return nbformat.writes(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells]))


def zipped(files):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def whose(folder):
    return {one.learner: sorted(str(file.path) for file in one.files) for one in handins.handed_in(folder)}


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/1.ipynb", "b.ipynb"], {"a": ["1.ipynb"], "b": ["b.ipynb"]}),
        (["A B_1_assignsubmission_file_/w/1.ipynb"], {"A B": ["w/1.ipynb"]}),
        (["A B_1_assignsubmission_file_1.ipynb", "A B_1_assignsubmission_file_2.py"], {"A B": ["1.ipynb", "2.py"]}),
        (["A B_2_assignsubmission_onlinetext_/onlinetext.html"], {"A B": ["onlinetext.html"]}),
        (["ab_12_34_1.ipynb", "ab_LATE_12_35_2-1.ipynb"], {"ab": ["1.ipynb", "2-1.ipynb"]}),
        (["a/.ipynb_checkpoints/1.ipynb", "a/__MACOSX/1.ipynb", "a/._1.ipynb", "a/1.ipynb"], {"a": ["1.ipynb"]}),
        (["same_1_assignsubmission_file_/1.ipynb", "same_2_assignsubmission_file_/1.ipynb"], {"same": ["1.ipynb"]}),
    ],
)
def test_files_are_given_to_those_who_handed_them_in(tmp_path, paths, expected):
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
    assert whose(tmp_path) == expected


def test_two_of_one_name_are_two(tmp_path):
    for number in "12":
        (tmp_path / f"same_{number}_assignsubmission_file_").mkdir()
    assert [one.number for one in handins.handed_in(tmp_path)] == ["1", "2"]


def test_zips_are_looked_into_and_nothing_is_unpacked(tmp_path):
    inner = zipped({"work/1.ipynb": "x", "../../evil.ipynb": "x", "/abs.ipynb": "x"})
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "anna.zip").write_bytes(inner)
    (tmp_path / "class" / "bad.zip").write_text("no zip")
    (tmp_path / "class" / "ben").mkdir()
    (tmp_path / "class" / "ben" / "all.zip").write_bytes(zipped({"in.zip": inner}))
    found = whose(tmp_path / "class")
    assert found["anna"] == ["abs.ipynb", "evil.ipynb", "work/1.ipynb"]
    assert found["ben"] == [f"all.zip/in.zip/{name}" for name in found["anna"]]
    assert found["bad"] == []
    (tmp_path / "moodle.zip").write_bytes(zipped({"A_1_assignsubmission_file_/1.ipynb": "x", "B/2.ipynb": "y"}))
    assert whose(tmp_path / "moodle.zip") == {"A": ["1.ipynb"], "B": ["2.ipynb"]}
    assert {path.name for path in tmp_path.iterdir()} == {"class", "moodle.zip"}


@pytest.mark.parametrize(
    ("name", "content", "chapters"),
    [
        ("a.ipynb", written(CELL).encode(), [1]),
        ("a.ipynb", b"\xef\xbb\xbf" + written(CELL).encode(), [1]),
        ("a.ipynb", written(CELL).encode("utf-16"), [1]),
        ("a.ipynb", written(CELL + "  # für").replace("\\u00fc", "ü").encode("cp1252"), [1]),
        ("a.py", b"# %% [markdown]\n# ## 2.2\n\n# %%\nx = 1\n", [2]),
        ("a.py", b"import numpy\n\n\ndef helper():\n    pass\n", []),
        ("03_restoration.ipynb", written("def smooth(image): pass").encode(), [3]),
        ("01_intro.ipynb", written("a_picture = 1").encode(), []),
    ],
)
def test_notebooks_are_read_however_they_are_written(name, content, chapters):
    assert notebook.read(name, content).chapters == chapters


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"cells": 3}', b"\x00" * 99, b"[" * 100_000, b"<html>"])
def test_what_is_no_notebook_is_named(tmp_path, content):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.ipynb").write_bytes(content)
    (tmp_path / "a" / "2.ipynb").write_text(written(CELL))
    (handin,) = handins.handed_in(tmp_path)
    found, notes = learner.notebooks(handin)
    assert [one.name for one, _ in found] == ["2.ipynb"]
    assert len(notes) == 1
    assert notes[0].startswith("1.ipynb ")


@pytest.mark.parametrize(
    "text",
    [
        "Müller, Anna\nZorn, Zoe\n",
        "Name\nAnna Müller\nZoe Zorn\n",
        "First name,Surname,ID\nAnna,Müller,5\nZoe,Zorn,6\n",
    ],
)
def test_a_roster_is_read_and_its_names_are_found(tmp_path, text):
    (tmp_path / "roster.csv").write_text(text, encoding="utf-8")
    handed = [handins.HandIn("muelleranna", "77"), handins.HandIn("stranger")]
    lines = roster.placed(roster.read(tmp_path / "roster.csv"), handed)
    assert [(handin.learner if handin else None) for _, _, handin, _ in lines] == ["muelleranna", None, "stranger"]
    assert lines[2][3] == "is not on the roster"


def test_answers_with_other_names_are_alike_and_short_or_other_ones_are_not():
    long = "def otsu(image):\n    best, at = -1, 0\n    for level in range(255):\n        low = image[image <= level]\n"
    long += "        if low.size > best:\n            best, at = low.size, level\n    return at"
    renamed = long.replace("best", "top").replace("level", "n").replace("low", "part")
    other = long.replace("low.size > best", "np.ptp(low) * 3 < best - 1").replace(
        "range(255)", "np.unique(image)[::-1]"
    )
    books = [notebook.Notebook("a", [cell, CELL], chapters=[1]) for cell in (long, renamed, other)]
    one, two, three = (alike.shapes([book]) for book in books)
    assert alike.alike(one, two) == ["1.11"]
    assert alike.alike(one, three) == []


def test_pages_and_tables_show_words_of_strangers_as_words(tmp_path):
    row = learner.Row({"1.2": Found("right", "<b>&"), "1.10": Found("wrong", "x")}, ["=cmd", "\x1b[2J"]).cleaned()
    page = feedback.write(tmp_path / "pages", "<i>/..", row).read_text(encoding="utf-8")
    assert "<b>&" not in page
    assert "<i>" not in page
    assert "&lt;b&gt;&amp;" in page
    assert "\x1b" not in page
    made = dict(zip(table.heads(), table.line("=a", "", row), strict=True))
    assert made["Learner"] == "'=a"
    assert made["Notes"].startswith("'=cmd")
    assert (made["Exercise 1.2"], made["State 1.2"], made["Exercise 1.10"], made["State 1.10"]) == (
        1,
        "right",
        0,
        "wrong",
    )
    assert (made["Exercise 1.1"], made["Points"], made["Chapter 1"], made["Solved"]) == ("", 1, 1, 1)
    text = table.as_text({"first": row, "second": learner.Row()}).splitlines()
    assert not any("Chapter 2" in line for line in text)  # nobody handed in anything of it
    assert text[1].split() == ["first", "■", "×"]
    assert text[3].split() == ["solved", "by", "0", "1", *["0"] * 13]
