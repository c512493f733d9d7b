"""The ways into the course that need no checkout at home: the wheel and `start`, Colab, Binder."""

import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
import urllib.parse
import zipfile
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement

from course_lib import __main__ as command
from course_lib import start
from course_lib.data import work
from tools import build, doors

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LINK = re.compile(r"\]\(((?!https?:)[^)#]+\.ipynb)")


# --- the wheel, and a folder of one's own --------------------------------------------------------


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling, which builds the wheel, is not installed")
    building = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(building, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def started(wheel, tmp_path_factory):
    """What a learner has who installed the wheel and ran `start`."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    variables = dict(os.environ, PYTHONPATH=str(folder / "site"))
    calling = [sys.executable, "-m", "course_lib", "start", "my course"]
    done = subprocess.run(calling, cwd=folder, env=variables, capture_output=True, text=True, check=True)
    return folder / "my course", done.stdout


def test_the_wheel_carries_pictures_and_notebooks_and_nothing_of_the_workshop(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        chapter = json.loads(archive.read("course_lib/notebooks/01_intro.ipynb"))
    assert {name.split("/")[0] for name in names} == {"course_lib"}
    assert {"course_lib/pictures/dice.jpg", "course_lib/pictures/SOURCES.toml", "course_lib/explore/names.js"} <= names
    assert "course_lib/notebooks/exercises/01_intro.ipynb" in names
    assert not any(cell.get("outputs") for cell in chapter["cells"])
    assert wheel.stat().st_size < 3_000_000


def test_start_makes_a_folder_whose_links_hold(started):
    folder, told = started
    notebooks = sorted(folder.rglob("*.ipynb"))
    assert {str(path.relative_to(folder)) for path in notebooks} >= {
        str(Path("notebooks", "01_intro.ipynb")),
        str(Path("work", "01_intro.ipynb")),
    }
    dead = [
        f"{path.relative_to(folder)}: {link}"
        for path in notebooks
        for cell in nbformat.read(path, 4).cells
        if cell.cell_type == "markdown"
        for link in LINK.findall(cell.source)
        if not (path.parent / urllib.parse.unquote(link)).is_file()
    ]
    assert dead == []
    assert f"{len(notebooks)} notebooks were copied" in told
    assert 'jupyter lab "my course"' in told


@pytest.mark.parametrize("place", ["work", "notebooks", "."])
def test_progress_goes_to_the_work_of_that_folder(started, monkeypatch, place):
    monkeypatch.delenv("COURSE_WORK", raising=False)
    monkeypatch.chdir(started[0] / place)
    assert work.folder() == started[0] / "work"


def test_start_never_writes_over_a_file(tmp_path, capsys):
    mine = tmp_path / "work" / "01_intro.ipynb"
    mine.parent.mkdir()
    mine.write_text("mine")
    assert command.main(["start", str(tmp_path)]) is None
    first = capsys.readouterr().out
    assert mine.read_text() == "mine"
    assert "\n1 were there already" in first
    assert "\n0 were" not in first
    assert start.start(tmp_path).startswith("0 notebooks were copied")


OTHER_WORDS = [(["begin"], "got 'begin'"), (["start", "a", "b"], "got 'start a b'"), (["start", "-x"], "'start -x'")]


@pytest.mark.parametrize(("words", "told"), OTHER_WORDS)
def test_other_words_are_told_what_is_expected(words, told):
    assert told in command.main(words)


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    assert "May this folder be written to" in command.main(["start", str(tmp_path / "file")])


# --- the pages' doors ----------------------------------------------------------------------------


def with_address(tmp_path, monkeypatch, line):
    (tmp_path / "pyproject.toml").write_text(f"[project]\n[project.urls]\n{line}\n", encoding="utf-8")
    monkeypatch.setattr(doors, "ROOT", tmp_path)


@pytest.mark.parametrize("address", ["https://github.com/a/b", "https://github.com/a/b/", "https://github.com/a/b.git"])
def test_the_repository_stands_in_one_place(tmp_path, monkeypatch, address):
    with_address(tmp_path, monkeypatch, f'Repository = "{address}"')
    assert doors.repository() == "a/b"


@pytest.mark.parametrize("address", ["https://gitlab.com/a/b", "https://github.com/a"])
def test_an_address_without_doors_is_refused(tmp_path, monkeypatch, address):
    with_address(tmp_path, monkeypatch, f'Repository = "{address}"')
    with pytest.raises(SystemExit, match="OWNER/NAME"):
        doors.repository()


def test_without_an_address_a_page_stays_as_it_is(tmp_path, monkeypatch):
    with_address(tmp_path, monkeypatch, "")
    assert doors.repository() == ""
    before = build.read(build.SOURCE / "01_intro.md")
    assert doors.add_doors(build.read(build.SOURCE / "01_intro.md"), "notebooks/01_intro.ipynb", "") == before


def test_a_chapter_has_doors_under_its_title_and_a_cell_that_installs():
    before = build.read(build.SOURCE / "01_intro.md")
    page = doors.add_doors(build.read(build.SOURCE / "01_intro.md"), "notebooks/01_intro.ipynb", "a/b")
    title, _, line, _, rest = page.cells[0].source.split("\n", 4)
    assert title == before.cells[0].source.split("\n")[0]
    assert before.cells[0].source.endswith(rest)
    assert re.findall(r"\[([^]]+)\]", line) == ["Open in Colab", "Open in Binder", "exercises in Colab"]
    assert "/a/b/blob/main/notebooks/exercises/01_intro.ipynb" in line
    first = next(cell for cell in page.cells if cell.cell_type == "code")
    assert first.id == "01_intro-install"
    assert [cell.id for cell in page.cells if cell is not first] == [cell.id for cell in before.cells]
    assert 'psygnal "image-processing-course @ https://github.com/a/b/archive/refs/heads/main.zip"' in first.source
    nbformat.validate(page)


def test_exercises_open_on_binder_as_the_learners_own_copy():
    line = doors.doors("notebooks/exercises/01_intro.ipynb", "a/b")
    assert "urlpath=lab/tree/work/01_intro.ipynb" in line
    assert "blob/main/notebooks/exercises/01_intro.ipynb" in line


def test_a_page_without_code_needs_nothing_installed():
    page = doors.add_doors(build.reference.calls_page(), "notebooks/calls.ipynb", "a/b")
    assert all(cell.cell_type == "markdown" for cell in page.cells)
    assert "colab" not in page.cells[0].source


def test_the_cell_that_installs_does_nothing_where_the_course_is():
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell()
    asked = []
    shell.register_magic_function(asked.append, "line", "pip")
    cell = doors.INSTALL.format(needed="x", archive="y")
    shell.run_cell(cell, silent=True).raise_error()
    assert asked == []
    elsewhere = cell.replace('"course_lib"', '"course_lib_is_not_here"')
    shell.run_cell(elsewhere, silent=True).raise_error()
    assert asked == ['install --quiet --no-deps x "image-processing-course @ y"']


def pins():
    lines = (ROOT / "requirements" / "colab.txt").read_text(encoding="utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def test_colab_s_own_versions_are_allowed():
    requirements = [Requirement(text) for text in PROJECT["dependencies"]]
    installed = {r.name for r in requirements} - set(doors.NEEDED)
    assert installed <= pins().keys()
    assert [r.name for r in requirements if r.name in pins() and pins()[r.name] not in r.specifier] == []


# --- Binder --------------------------------------------------------------------------------------


def test_binder_installs_what_was_tested():
    text = (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8")
    (name,) = re.findall(r"(?m)^-r (.+)$", text)
    assert (ROOT / "binder" / name).resolve() == ROOT / "requirements" / "course.txt"
    python = (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8").strip().split("-")[1]
    assert python in Requirement("python" + PROJECT["requires-python"]).specifier


@pytest.mark.skipif(os.name == "nt", reason="Binder runs on Linux")
def test_binder_starts_the_server_with_the_course_s_settings():
    asking = [sys.executable, "-c", "import os; print(os.environ['JUPYTER_CONFIG_PATH'])"]
    variables = dict(os.environ, JUPYTER_CONFIG_PATH="/before")
    done = subprocess.run(
        ["binder/start", *asking], cwd=ROOT, env=variables, capture_output=True, text=True, check=True
    )
    ours, before = done.stdout.strip().split(":")
    assert before == "/before"
    assert Path(ours, "jupyter_server_config.py").is_file()


@pytest.mark.skipif(os.name == "nt", reason="Binder runs on Linux")
def test_binder_fills_work(tmp_path):
    script = (ROOT / "binder" / "postBuild").read_text(encoding="utf-8")
    (fill,) = [line for line in script.splitlines() if line.startswith("python -c")]
    variables = dict(os.environ, COURSE_WORK=str(tmp_path), PATH=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    subprocess.run(["bash", "-euc", fill], cwd=ROOT, env=variables, capture_output=True, check=True)
    assert len([*tmp_path.glob("*.ipynb")]) == 5
