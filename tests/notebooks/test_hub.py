"""The course on a hub: homes, updates that keep what a learner wrote, and the settings that all servers have."""

import json
import os
import shutil
import subprocess

import nbformat
import numpy as np
import pytest
from jupyter_server.serverapp import ServerApp
from traitlets.config import Config, PyFileConfigLoader

from tools import server
from tools.classroom.hub import home
from tools.setup import places
from tools.setup.places import ROOT

HUB = ROOT / "tools" / "classroom" / "hub"
CELLS = [f"number = {number}" for number in range(8)]

git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def written(path, sources, edition="1"):
    """Write a notebook as the build does: cells with numbers as ids, one to a line."""
    cells = [nbformat.v4.new_code_cell(source, id=f"c-{n:03}") for n, source in enumerate(sources)]
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata={"course": {"sources": edition}}), path)


def sources(path):
    notebook = nbformat.read(path, 4)
    nbformat.validate(notebook)
    assert len({cell.id for cell in notebook.cells}) == len(notebook.cells)
    return [cell.source for cell in notebook.cells]


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A small checkout in place of this one, and the learner's folder."""
    course, own = tmp_path / "course", tmp_path / "home" / "image-course"
    for name in ("course_lib", "data"):
        (course / name).mkdir(parents=True)
    (course / "README.md").touch()
    for place in ("", "solutions/", "exercises/"):
        written(course / f"notebooks/{place}01.ipynb", CELLS)
    monkeypatch.setattr(places, "ROOT", course)
    monkeypatch.setattr(home, "ROOT", course)
    monkeypatch.setenv("COURSE_WORK", str(own / "work"))
    return course, own


def test_a_home_has_copies_and_links_and_what_is_made_again_is_the_same(course):
    course, own = course
    home.prepare(own)
    found = {str(path.relative_to(own)) for path in own.rglob("*") if ".course" not in path.parts}
    chapters = {"notebooks", "notebooks/01.ipynb", "notebooks/solutions", "notebooks/solutions/01.ipynb"}
    assert found == chapters | {"work", "work/01.ipynb", "course_lib", "data", "README.md"}
    assert (own / "data").resolve() == course / "data"
    before = {path: path.stat().st_mtime_ns for path in own.rglob("*") if path.is_file()}
    assert home.prepare(own) == []
    assert {path: path.stat().st_mtime_ns for path in own.rglob("*") if path.is_file()} == before


def test_links_follow_a_checkout_that_moved_and_a_learners_file_stays(course, monkeypatch):
    course, own = course
    own.mkdir(parents=True)
    (own / "README.md").write_text("mine")
    home.prepare(own)
    moved = course.rename(course.with_name("moved"))
    monkeypatch.setattr(home, "ROOT", moved)
    monkeypatch.setattr(places, "ROOT", moved)
    home.prepare(own)
    assert (own / "data").is_dir()
    assert (own / "README.md").read_text() == "mine"


def test_a_chapter_that_nobody_changed_becomes_the_new_one_and_a_deleted_one_comes_back(course):
    course, own = course
    home.prepare(own)
    (own / "notebooks" / "solutions" / "01.ipynb").unlink()
    written(course / "notebooks" / "01.ipynb", ["new"])
    written(course / "notebooks" / "solutions" / "01.ipynb", ["new"])
    home.prepare(own)
    assert sources(own / "notebooks" / "01.ipynb") == sources(own / "notebooks" / "solutions" / "01.ipynb") == ["new"]


def test_where_both_changed_a_cell_the_learners_stays_and_the_rest_arrives(course):
    course, own = course
    home.prepare(own)
    mine = nbformat.read(own / "notebooks" / "01.ipynb", 4)
    for number, cell in enumerate(mine.cells):
        cell.execution_count = number + 1
        cell.outputs = [nbformat.v4.new_output("stream", text=f"output {number}\n")]
    mine.cells[5].source = "mine = 5"
    mine.cells.insert(7, nbformat.v4.new_code_cell("mine = True"))
    nbformat.write(mine, own / "notebooks" / "01.ipynb")
    theirs = [*CELLS[:1], "inserted = True", *CELLS[1:4], *CELLS[5:]]  # the fourth is gone
    theirs[3], theirs[5] = "theirs = 2", "theirs = 5"
    written(course / "notebooks" / "01.ipynb", theirs, "2")
    assert home.prepare(own) == []
    text = (
        "number = 0, inserted = True, number = 1, theirs = 2, number = 3, number = 4, mine = 5, number = 6, mine = True"
    )
    assert sources(own / "notebooks" / "01.ipynb") == [*text.split(", "), "number = 7"]
    assert "output 7" in (own / "notebooks" / "01.ipynb").read_text()
    assert home.prepare(own) == []


@pytest.mark.parametrize("seed", range(40))
def test_no_cell_of_the_learner_is_lost_whatever_both_did(seed):
    rng = np.random.default_rng(seed)
    old = [{"cell_type": "code", "source": source, "id": f"c-{n}"} for n, source in enumerate(CELLS)]
    mine, new = (edited(old, who, rng) for who in ("mine", "theirs"))
    got = [cell["source"] for cell in home.merged(mine, old, new)]
    own = [cell["source"] for cell in mine if cell["source"] not in CELLS]
    assert [source for source in got if source.startswith("mine")] == own
    assert home.merged(old, old, new) == new
    assert home.merged(mine, old, old) == mine


def edited(cells, who, rng):
    """Return cells of which some are changed, inserted or gone."""
    found = list(cells)
    for number in range(rng.integers(1, 6)):
        place, cell = rng.integers(len(found)), {"cell_type": "code", "source": f"{who} = {number}", "id": who}
        found[place : place + rng.integers(2)] = [cell][: rng.integers(4)]
    return found


def test_what_cannot_be_merged_stays_and_the_new_one_lies_beside(course, monkeypatch):
    course, own = course
    home.prepare(own)
    (own / "notebooks" / "01.ipynb").write_text("no notebook, but mine")
    written(course / "notebooks" / "01.ipynb", ["new"])
    assert home.prepare(own) == ["01.ipynb is as you left it; the course's new one lies in 01-new.ipynb."]
    assert (own / "notebooks" / "01.ipynb").read_text() == "no notebook, but mine"
    assert sources(own / "notebooks" / "01-new.ipynb") == ["new"]
    assert home.prepare(own) == []


def test_new_exercises_lie_beside_the_answers(course):
    course, own = course
    home.prepare(own)
    answers = (own / "work" / "01.ipynb").read_bytes()
    written(course / "notebooks" / "exercises" / "01.ipynb", ["new"], "2")
    assert len(home.prepare(own)) == 1
    assert (own / "work" / "01.ipynb").read_bytes() == answers
    assert sources(own / "work" / "01-new.ipynb") == ["new"]


@git
@pytest.mark.skipif(os.name == "nt", reason="nbgitpuller runs on Unix")
def test_git_puts_exercises_into_work_when_nbgitpuller_has_pulled(tmp_path):
    upstream, clone = tmp_path / "upstream", tmp_path / "clone"
    written(upstream / "notebooks" / "exercises" / "01.ipynb", CELLS)
    shutil.copytree(
        ROOT / "tools" / "setup", upstream / "tools" / "setup", ignore=shutil.ignore_patterns("__pycache__")
    )
    (upstream / "tools" / "__init__.py").touch()
    (upstream / ".gitignore").write_text("work/\n__pycache__/\n")
    hooks = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": str(HUB / "hooks")}
    names = {f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    variables = {**os.environ, **hooks, **names}
    variables.pop("COURSE_WORK", None)

    def run(folder, *words):
        subprocess.run(["git", *words], cwd=folder, env=variables, check=True, capture_output=True)

    run(upstream, "init", "-q", "-b", "main")
    run(upstream, "add", "-A")
    run(upstream, "commit", "-qm", "1")
    run(tmp_path, "clone", "-q", str(upstream), str(clone))
    assert sources(clone / "work" / "01.ipynb") == CELLS
    written(upstream / "notebooks" / "exercises" / "02.ipynb", ["new"])
    run(upstream, "add", "-A")
    run(upstream, "commit", "-qm", "2")
    run(clone, "pull", "-q")
    assert sources(clone / "work" / "02.ipynb") == ["new"]


# --- settings ---------------------------------------------------------------------------------------------------------


def test_one_file_has_the_settings_of_all_servers():
    (folder, *_) = server.config_path().split(os.pathsep)
    found = PyFileConfigLoader("jupyter_server_config.py", folder).load_config()
    app = ServerApp(config=found)
    assert app.kernel_websocket_connection_class is server.PromptConnection
    assert app.tornado_settings["websocket_max_message_size"] == server.LARGEST_MESSAGE
    assert "tools" in found.ContentsManager.hide_globs
    overrides = json.loads((ROOT / "tools" / "jupyter" / "labconfig" / "default_setting_overrides.json").read_text())
    tracker = overrides["@jupyterlab/notebook-extension:tracker"]
    assert tracker == {"codeCellConfig": {"lineWrap": True}, "windowingMode": "none"}
    assert overrides["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"


@pytest.mark.parametrize("updates", ["checkout", "nbgitpuller"])
def test_the_hubs_part_of_the_configuration(monkeypatch, updates):
    monkeypatch.setenv("COURSE_PYTHON", "/opt/python")
    monkeypatch.setenv("COURSE_UPDATES", updates)
    found = PyFileConfigLoader("jupyterhub_config.py", str(HUB)).load_config()
    assert found.Spawner.cmd == [str(HUB / "start.sh")]
    assert found.Spawner.environment["COURSE_PYTHON"] == "/opt/python"
    assert any("cull_idle_timeout" in word for word in found.Spawner.args)
    assert ("notebook_dir" in found.Spawner) is (updates == "checkout")
    assert isinstance(found, Config)


@pytest.mark.skipif(os.name == "nt", reason="a script of Unix")
@pytest.mark.parametrize("updates", ["checkout", "nbgitpuller"])
def test_a_server_starts_in_a_home_with_the_courses_settings(tmp_path, updates):
    python = tmp_path / "python"
    told = "$PWD|$PYTHONPATH|$COURSE_WORK|$JUPYTER_CONFIG_PATH|$(ulimit -v)|$*"
    python.write_text(f'#!/bin/sh\necho "{told}"\nmkdir -p "$HOME/image-course"\n')
    python.chmod(0o755)
    variables = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "COURSE_PYTHON": str(python)}
    variables |= {"COURSE_UPDATES": updates, "COURSE_MEMORY": "1234567"}
    said = subprocess.run([HUB / "start.sh", "--port=1"], env=variables, check=True, capture_output=True, text=True)
    folder, path, work, config, memory, words = said.stdout.splitlines()[-1].split("|")
    own = tmp_path / "image-course"
    assert config == str(ROOT / "tools" / "jupyter")
    assert (memory, words) == ("1234567", "-P -m jupyterhub.singleuser --port=1")
    expected = (own, ROOT, own / "work") if updates == "checkout" else (tmp_path, own, "")
    assert (folder, path, work) == tuple(map(str, expected))
