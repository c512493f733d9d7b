"""The set-up: course.py, tools/, the locks, the conda twin and the README, all without installing anything."""

import ast
import fnmatch
import json
import os
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

import course
from benchmarks import run as bench
from benchmarks.run import TABLES
from tools import __main__ as verbs
from tools import contents, server, tests
from tools.setup import environment, installer, places, pythons
from tools.setup import work as own
from tools.setup.stops import Stop

ROOT = Path(__file__).parents[1]
START = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
INSTALLED = PROJECT["project"]["dependencies"] + EXTRAS["lab"] + EXTRAS["authors"]  # by course.py


def committed():
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8")
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [Path(name) for name in listing.stdout.split("\0") if (ROOT / name).is_file()]


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """An empty project folder for course.py, which hands over to nobody: it returns what it would have started."""
    (tmp_path / "requirements").mkdir()
    for name in ("requirements/course.txt", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.delenv("COURSE_NO_UV", raising=False)
    monkeypatch.setattr(places, "ROOT", tmp_path)
    monkeypatch.setattr(places, "LOCK", tmp_path / "requirements" / "course.txt")
    monkeypatch.setattr(places, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(places, "STAMP", tmp_path / ".venv" / "course-stamp")
    monkeypatch.setattr(places, "PYTHON", tmp_path / ".venv" / "python")
    monkeypatch.setattr(course, "hand_over", lambda python, words: (python, words))


@pytest.fixture
def installs(empty, monkeypatch):
    """The commands that course.py would have run. The Python they would have made is an empty file."""
    ran = []

    def run(command, progress=None):
        ran.append(command)
        if "venv" in command:
            places.PYTHON.touch()
        if "-r" in command:
            for name in ("numpy", "jupyterlab"):
                module = places.VENV / "lib" / "python3.12" / "site-packages" / name / "__init__.py"
                module.parent.mkdir(parents=True, exist_ok=True)
                module.touch()

    def probe(python):
        return {"version": (3, 12, 1), "pip": True, "venv": True} if Path(python).exists() else None

    monkeypatch.setattr(installer, "run", run)
    monkeypatch.setattr(pythons, "probe", probe)
    monkeypatch.setattr(pythons, "find_uv", lambda: "uv")
    return ran


# --- course.py on machines that lack something ---------------------------------------------------


def modules(folder):
    """Return the modules in a folder of the project, by their place in it."""
    return [path.relative_to(ROOT).as_posix() for path in sorted(folder.rglob("*.py"))]


BEFORE_ANYTHING_IS_INSTALLED = ["course.py", "tools/__init__.py", *modules(ROOT / "tools" / "setup")]


@pytest.mark.parametrize("path", BEFORE_ANYTHING_IS_INSTALLED)
def test_the_set_up_can_be_read_by_an_old_python(path):
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("path", BEFORE_ANYTHING_IS_INSTALLED)
def test_the_set_up_imports_itself_and_the_standard_library_alone(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in imports if isinstance(node, ast.ImportFrom) and node.level == 0}
    outside = {name.split(".")[0] for name in names if not name.startswith("tools.setup")}
    assert outside <= sys.stdlib_module_names
    assert all(node.level < 2 for node in imports if isinstance(node, ast.ImportFrom))


@pytest.mark.parametrize("path", ["course.py", *modules(ROOT / "tools")])
def test_each_of_its_modules_fits_in_one_sitting_and_each_function_on_one_screen(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    functions = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert len(text.splitlines()) <= 250
    assert [f.name for f in functions if f.end_lineno - f.lineno >= 25] == []


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 12), (3, 15, 0)])
def test_a_python_outside_the_range_is_told_what_to_do(empty, monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(Stop, match=rf"needs Python 3\.11 to 3\.14; this is 3\.{version[1]}\.(.|\n)*uv"):
        course.set_up()
    assert not places.VENV.exists()


def test_an_old_python_lets_uv_bring_a_new_one(installs, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 0))
    monkeypatch.setattr(shutil, "which", lambda name: None)
    course.set_up()
    assert installs[0][:2] == ["uv", "venv"]
    assert ">=3.11,<3.15" in installs[0]


def test_an_old_python_takes_a_newer_one_from_the_path(empty, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 0))
    monkeypatch.setattr(shutil, "which", {"python3.13": "no-python", "python3.12": sys.executable}.get)
    assert pythons.find_python() == sys.executable


def test_a_missing_venv_module_is_told_with_the_command_that_brings_it(empty, monkeypatch):
    no_venv = {"version": (3, 12, 1), "pip": False, "venv": False}
    monkeypatch.setattr(pythons, "find_uv", lambda: None)
    monkeypatch.setattr(pythons, "probe", lambda python: no_venv)
    with pytest.raises(Stop, match=r"sudo apt install python3\.12-venv"):
        course.set_up()
    assert not places.VENV.exists()


def test_a_folder_that_may_not_be_written_to_is_told(empty, monkeypatch):
    def refuse(*_):
        raise PermissionError("[Errno 13] Permission denied: '.venv'")

    monkeypatch.setattr(environment, "replaced", refuse)
    with pytest.raises(Stop, match=r"\.venv(.|\n)*written"):
        course.main(["check"])


def test_switching_uv_off(monkeypatch):
    monkeypatch.setenv("COURSE_NO_UV", "1")
    assert pythons.find_uv() is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one"),
        ("WARNING: NewConnectionError\nERROR: No matching distribution found for numpy", "HTTPS_PROXY"),
        ("error: Failed to fetch", "HTTPS_PROXY"),
        ("ERROR: No matching distribution found for numpy", "64-bit Python 3.11"),
        ("ERROR: No matching distribution found for numpy", "online"),  # so pip says of an index that is silent, too
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "PIP_CERT"),
        ("something else", "same command again"),
    ],
)
def test_a_failed_installation_shows_its_end_and_a_remedy(said, told):
    command = [sys.executable, "-c", f"import sys; print({said!r}); sys.exit(1)"]
    with pytest.raises(Stop) as stopped:
        installer.run(command)
    assert said in str(stopped.value)
    assert told in str(stopped.value)


def test_an_unknown_verb_names_the_known_ones(empty):
    with pytest.raises(Stop, match="lab, test, check, build, update, collect, classroom, bench"):
        course.main(["lba"])


def test_help_needs_no_set_up(empty, capsys):
    assert course.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"course.py {verb} " in shown for verb in course.VERBS)
    assert not places.VENV.exists()


def test_the_version_needs_no_set_up(empty, capsys):
    assert course.main(["--version"]) == 0
    assert capsys.readouterr().out == PROJECT["project"]["version"] + "\n"
    assert not places.VENV.exists()


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["--port", "9000", "--help"], ["--here", "--help"]])
@pytest.mark.parametrize("verb", ["lab", "test", "check", "build", "update", "collect", "classroom", "bench"])
def test_help_of_a_verb_needs_no_set_up(empty, capsys, verb, words):
    assert course.main([verb, *words]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(f"python course.py {verb} ")
    assert "{" not in shown
    assert not places.VENV.exists()


@pytest.mark.parametrize("words", [["lab", "--here", "x"], ["--here", "lab", "x"], ["lab", "x", "--here"]])
def test_here_may_stand_anywhere(empty, words):
    assert course.main(words) == (sys.executable, ["lab", "x"])
    assert not places.VENV.exists()


def test_here_tells_what_this_python_lacks(empty, monkeypatch):
    from importlib import metadata

    without = [dist for dist in metadata.distributions() if dist.metadata["Name"] not in ("jupyterlab", "pytest")]
    monkeypatch.setattr(metadata, "distributions", lambda: without)
    with pytest.raises(Stop, match=r"lacks: jupyterlab\.(.|\n)*pip install"):
        course.main(["lab", "--here"])
    with pytest.raises(Stop, match=r"lacks: jupyterlab, pytest\."):
        course.main(["check", "--here"])


def test_here_tells_that_this_python_is_too_old(empty, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 8, 10))
    with pytest.raises(Stop, match=r"3\.11 or newer(.|\n)*3\.8"):
        course.main(["check", "--here"])


def test_a_course_that_may_not_be_written_to_is_told(monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied", "work")

    monkeypatch.setattr(own, "copy_exercises", refuse)
    with pytest.raises(Stop, match=r"denied(.|\n)*folder of your own"):
        verbs.main(["lab"])


def test_every_verb_has_its_function_and_its_help():
    assert verbs.VERBS.keys() == course.VERBS.keys() - {"update"}  # which needs nothing installed
    assert all(callable(pkgutil.resolve_name(place)) for place in verbs.VERBS.values())


@pytest.mark.skipif(os.name == "nt", reason="a program on Windows cannot send Ctrl+C to another one")
def test_what_is_waited_for_ends_by_itself_when_ctrl_c_reaches_both():
    patient = "import os, signal, time; os.kill(os.getppid(), signal.SIGINT); time.sleep(0.5); raise SystemExit(7)"
    assert course.wait_for([sys.executable, "-c", patient]) == 7


def test_python_2_stops_at_a_line_that_says_what_to_write():
    text = (ROOT / "course.py").read_text(encoding="ascii")
    lines = [line for line in text.split('"""', 2)[2].splitlines() if line]
    first = next(line for line in lines if not line.startswith(("import ", "from ")))
    assert re.fullmatch(r'PYTHON_3: ".*python3.*"', first)  # an annotation: no syntax before Python 3.6


# --- the stamp -----------------------------------------------------------------------------------


def test_the_second_start_installs_nothing(installs):
    course.set_up()
    assert len(installs) == 3  # the environment, the lock, the project
    course.set_up()
    assert len(installs) == 3


def test_a_changed_lock_is_installed_anew(installs):
    course.set_up()
    places.LOCK.write_text("numpy==1\n")
    course.set_up()
    assert len(installs) == 6


def test_a_changed_pytest_option_or_version_is_no_reason_to_install(installs):
    course.set_up()
    project = places.ROOT / "pyproject.toml"
    text = re.sub("(?m)^version = .*", 'version = "9.9.9"', project.read_text(encoding="utf-8"))
    project.write_text(text + "\n[tool.other]\nx = 1\n", encoding="utf-8")
    course.set_up()
    assert len(installs) == 3


def test_an_interrupted_set_up_is_made_anew(installs, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(installer, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            course.set_up()
    assert not environment.is_ready()
    leftover = places.VENV / "half"
    leftover.touch()
    course.set_up()
    assert not leftover.exists()
    assert environment.is_ready()


def test_a_venv_whose_python_is_gone_is_made_anew(installs):
    course.set_up()
    leftover = places.VENV / "old"
    leftover.touch()
    places.PYTHON.unlink()
    course.set_up()
    assert not leftover.exists()
    assert environment.is_ready()


@pytest.mark.parametrize("name", ["numpy", "jupyterlab"])
def test_a_venv_that_lost_a_package_is_made_anew(installs, name):
    course.set_up()
    next(places.VENV.rglob(name)).rename(places.ROOT / "gone")
    assert not environment.is_ready()
    course.set_up()
    assert environment.is_ready()
    assert len(installs) == 6
    assert not (places.ROOT / ".venv-old").exists()


def test_packages_that_somebody_added_are_no_damage(installs):
    course.set_up()
    (next(places.VENV.rglob("numpy")).with_name("added.py")).touch()
    course.set_up()
    assert len(installs) == 3


# --- a .venv that course.py did not make -----------------------------------------------------------


def test_a_venv_that_somebody_else_made_is_kept(installs):
    places.VENV.mkdir()
    places.PYTHON.touch()
    course.set_up()
    assert ["uv", "venv"] not in [command[:2] for command in installs]
    assert environment.is_ready()


@pytest.mark.parametrize("change", ["new lock", "package lost", "python lost", "interrupted"])
def test_nor_is_it_removed_later(installs, change):
    places.VENV.mkdir()
    places.PYTHON.touch()
    (places.VENV / "thesis.txt").write_text("precious")
    course.set_up()
    if change == "new lock":
        places.LOCK.write_text("numpy==1\n")
    elif change == "package lost":
        next(places.VENV.rglob("numpy")).rename(places.ROOT / "gone")
    elif change == "python lost":
        places.PYTHON.unlink()
    else:
        places.STAMP.write_text("\n".join(["unfinished", *environment.stamp()[1:]]))
    course.set_up()
    assert environment.is_ready()
    assert [path.read_text() for path in places.ROOT.glob(".venv*/thesis.txt")] == ["precious"]


def a_folder(venv):
    venv.mkdir()
    (venv / "thesis.txt").write_text("precious")


def an_old_python(venv):
    a_folder(venv)
    (venv / "python-3.9").touch()


def with_packages(venv):
    package = venv / "lib" / "python3.12" / "site-packages" / "torch" / "__init__.py"
    package.parent.mkdir(parents=True)
    package.write_text("2.0")
    (venv / "python").touch()


def a_file(venv):
    venv.write_text("precious")


def a_link(venv):
    a_folder(venv.with_name("elsewhere"))
    venv.with_name("elsewhere").joinpath("python").touch()
    venv.symlink_to(venv.with_name("elsewhere"))


def a_broken_link(venv):
    venv.symlink_to(venv.with_name("nowhere"))


def content(path):
    """Return what a file, folder or link is, all that it holds included."""
    if path.is_symlink():
        return os.readlink(path), path.exists() and content(path.resolve())
    return {child.name: content(child) for child in path.iterdir()} if path.is_dir() else path.read_text()


OTHERS = [a_folder, an_old_python, with_packages, a_file, a_link, a_broken_link]


@pytest.mark.parametrize("make", OTHERS)
def test_what_is_not_the_courses_is_moved_aside_as_it_is(installs, capsys, make):
    (places.ROOT / ".venv-old").write_text("of last year")
    make(places.VENV)
    before = content(places.VENV)
    course.set_up()
    assert environment.is_ready()
    assert not places.VENV.is_symlink()
    assert content(places.ROOT / ".venv-old-2") == before
    assert (places.ROOT / ".venv-old").read_text() == "of last year"
    assert ".venv-old-2" in capsys.readouterr().out


@pytest.mark.parametrize("make", OTHERS)
def test_it_stays_in_place_where_no_new_one_can_be_made(installs, monkeypatch, make):
    def fails(command, progress=None):
        raise Stop("no room")

    make(places.VENV)
    before = content(places.VENV)
    monkeypatch.setattr(installer, "run", fails)
    with pytest.raises(Stop, match="no room"):
        course.set_up()
    monkeypatch.setattr(pythons, "find_uv", lambda: None)
    monkeypatch.setattr(pythons, "find_python", lambda: None)
    with pytest.raises(Stop, match="needs Python"):
        course.set_up()
    assert content(places.VENV) == before
    assert not (places.ROOT / ".venv-old").exists()


@pytest.mark.parametrize("stops", [Stop("no network"), KeyboardInterrupt(), OSError(28, "disk full")])
@pytest.mark.parametrize("step", ["venv", "-r", "-e"])
def test_the_courses_own_comes_back_where_the_new_one_is_not_finished(installs, monkeypatch, capsys, step, stops):
    course.set_up()
    places.LOCK.write_text("numpy==1\n")
    before = content(places.VENV)
    run = installer.run

    def fails(command, progress=None):
        run(command)
        if step in command:
            raise stops

    with monkeypatch.context() as patch:
        patch.setattr(installer, "run", fails)
        with pytest.raises((Stop, KeyboardInterrupt)):
            course.set_up()
    assert content(places.VENV) == before
    assert "The .venv from before is back" in capsys.readouterr().out
    course.set_up()
    assert environment.is_ready()
    assert not list(places.ROOT.glob(".venv-old*"))


@pytest.mark.parametrize("make", ["ours", "another's"])
def test_what_a_machine_left_that_stopped_meanwhile(installs, monkeypatch, make):
    course.set_up() if make == "ours" else a_folder(places.VENV)
    places.LOCK.write_text("numpy==1\n")
    with monkeypatch.context() as patch:
        patch.setattr(environment, "put_back", lambda aside: None)
        patch.setattr(installer, "install", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            course.set_up()
    assert (places.ROOT / ".venv-old").is_dir()
    course.set_up()
    assert environment.is_ready()
    assert [path.name for path in places.ROOT.glob(".venv-old*")] == ([".venv-old"] if make == "another's" else [])


def test_the_courses_own_stays_until_there_is_a_new_one(installs, monkeypatch):
    course.set_up()
    places.LOCK.write_text("numpy==1\n")
    before = content(places.VENV)
    monkeypatch.setattr(pythons, "find_uv", lambda: None)
    monkeypatch.setattr(pythons, "find_python", lambda: None)
    with pytest.raises(Stop):
        course.set_up()
    assert content(places.VENV) == before


def test_a_venv_that_cannot_be_moved_is_told(installs, monkeypatch):
    def in_use(*_):
        raise PermissionError("in use")

    a_folder(places.VENV)
    monkeypatch.setattr(Path, "rename", in_use)
    with pytest.raises(Stop, match=r"(?s)in use.*Close JupyterLab"):
        course.set_up()


def test_two_set_ups_do_not_work_in_one_folder(empty):
    with environment.alone(), pytest.raises(Stop, match="Another"), environment.alone():
        pass


# --- the learner's files -------------------------------------------------------------------------


@pytest.mark.parametrize("hard_links", [True, False])
def test_exercises_are_copied_where_missing_and_never_over_a_file(tmp_path, monkeypatch, hard_links):
    if not hard_links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError("no links here")))
    originals, work = tmp_path / "originals", tmp_path / "work"
    originals.mkdir()
    for name in ("1.ipynb", "2.ipynb"):
        (originals / name).write_text("new")
    work.mkdir()
    (work / "1.ipynb").write_text("mine")
    assert own.copy_exercises(originals, work) == ["2.ipynb"]
    assert own.copy_exercises(originals, work) == []
    assert {path.name: path.read_text() for path in work.iterdir()} == {"1.ipynb": "mine", "2.ipynb": "new"}


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_file_that_appears_while_copying_is_kept(tmp_path, monkeypatch, hard_links):
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_text("new")
    target.write_text("mine")
    if not hard_links:
        monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(PermissionError("no links here")))
    with pytest.raises(FileExistsError):
        own.put_in_place(part, target)
    assert target.read_text() == "mine"


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot ask a program to end")
def test_lab_answers_at_the_printed_address_and_hides_what_learners_do_not_need(tmp_path):
    folder = tmp_path / "a folder é"
    for name in committed():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name != Path("notebooks", "00_start.ipynb"):
            target.write_bytes((ROOT / name).read_bytes())
    (folder / "notebooks" / "00_start.ipynb").write_text(START)
    (folder / "notebooks" / "exercises").mkdir(exist_ok=True)
    (folder / "notebooks" / "exercises" / "new.ipynb").write_text(START)

    (tmp_path / "tools.py").write_text("raise SystemExit('the tools of another project')")
    command = [sys.executable, folder / "course.py", "lab", "--here", "--no-browser", "--port=0"]
    variables = dict(os.environ, JUPYTER_CONFIG_DIR=str(tmp_path / "config"), JUPYTER_DATA_DIR=str(tmp_path / "data"))
    with subprocess.Popen(command, cwd=tmp_path, env=variables, stdout=subprocess.PIPE, encoding="utf-8") as lab:
        try:
            address = next(line for line in lab.stdout if "http://" in line).strip()
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            assert "/lab/tree/notebooks/00_start.ipynb?token=" in address
            with opener.open(address) as page:
                assert page.status == 200

            def names(path):
                server, token = address.split("/lab/tree/notebooks/00_start.ipynb")
                with opener.open(f"{server}/api/contents/{path}{token}") as listing:
                    return {entry["name"] for entry in json.load(listing)["content"]}

            assert names("") == {"README.md", "course_lib", "data", "notebooks", "work"}
            assert "new.ipynb" in names("work")
            assert names("notebooks").isdisjoint({"source", "exercises"})
        finally:
            lab.terminate()
            lab.stdout.read()
    assert lab.returncode == 0


def seen(path, hidden):
    """Tell whether JupyterLab's file browser shows a file: it leaves out names that begin with a dot by itself."""
    return not any(part.startswith(".") or any(fnmatch.fnmatch(part, name) for name in hidden) for part in path.parts)


def test_learners_see_what_they_work_with_and_nothing_else():
    pages = re.compile(r"README\.md|notebooks/(solutions/)?\w+\.ipynb|course_lib/[\w/]+\.(py|js|css)")
    pictures = re.compile(r"data/(licences/)?[\w-]+\.(jpg|png|txt|toml|xml)")
    odd = []
    for path in committed():
        wanted = pages.fullmatch(path.as_posix()) or pictures.fullmatch(path.as_posix())
        if bool(wanted) != seen(path, server.HIDDEN):
            odd.append(f"{path} is {'hidden' if wanted else 'shown'}")
    assert odd == []


# --- suites --------------------------------------------------------------------------------------


def test_all_suites_run_and_are_summed(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(tests, "ROOT", tmp_path)
    (tmp_path / "test_good.py").write_text("import pytest\ndef test_1(): pass\n@pytest.mark.skip\ndef test_2(): pass\n")
    (tmp_path / "test_bad.py").write_text("def test_3(): assert 0\n")
    suites = [("bad", ["test_bad.py"]), ("none", ["missing.py"]), ("good", ["test_good.py"])]
    assert tests.run_suites(suites, dict(os.environ, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")) == 1
    *_, bad, none, good, total = capfd.readouterr().out.splitlines()
    assert (bad, none) == ("bad: 0 passed, 1 failed", "none: 0 passed, 1 failed")
    assert good == "good: 1 passed, 0 failed, 1 skipped"
    assert total == "1 passed, 2 failed, 1 skipped"


# --- locks, conda, README ------------------------------------------------------------------------


def locked(name):
    """Return {package: (version, number of hashes)} of a lock."""
    entries = re.split(r"(?m)^(?=[a-z0-9])", (ROOT / name).read_text(encoding="utf-8"))[1:]
    packages = [(re.match(r"([\w.-]+)==(\S+)", entry), entry.count("--hash=sha256:")) for entry in entries]
    assert all(match for match, _ in packages)
    return [(match[1], match[2], hashes) for match, hashes in packages]


@pytest.mark.parametrize("name", ["requirements/course.txt", "requirements/browser.txt"])
def test_locks_name_hashes_and_no_host(name):
    assert all(hashes for _, _, hashes in locked(name))
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements/course.txt", INSTALLED + PROJECT["dependency-groups"]["test"]),
        ("requirements/course.txt", PROJECT["build-system"]["requires"]),
        ("requirements/browser.txt", PROJECT["dependency-groups"]["browser"]),
    ],
)
def test_locks_satisfy_the_project(lock, requirements):
    packages = locked(lock)
    for requirement in map(Requirement, requirements):
        versions = [version for name, version, _ in packages if name == requirement.name]
        assert versions, f"{requirement.name} is not in {lock}"
        assert all(version in requirement.specifier for version in versions)


def test_the_browser_lock_agrees_with_the_other():
    versions = {(name, version) for name, version, _ in locked("requirements/course.txt")}
    names = {name for name, _ in versions}
    assert all((name, version) in versions for name, version, _ in locked("requirements/browser.txt") if name in names)


def test_conda_asks_for_what_the_project_asks_for():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *packages, pip = environment["dependencies"]
    python = packages.pop(0).split("=")
    assert python[0] == "python"
    assert python[1] in Requirement("python" + PROJECT["project"]["requires-python"]).specifier
    assert packages.pop(0) == "pip"
    assert packages == sorted(INSTALLED)
    assert pip == {"pip": ["-e ."]}


def test_the_readme_has_the_syllabus_as_its_contents():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    syllabus = ROOT / "notebooks" / "source" / "syllabus.toml"
    assert contents.updated(readme, syllabus) == readme, "run `python course.py build`"


def test_a_readme_without_its_markers_is_told():
    with pytest.raises(SystemExit, match="these two lines"):
        contents.updated("<<<<<<< HEAD\n", ROOT / "notebooks" / "source" / "syllabus.toml")


def test_the_readme_has_the_first_sentence_of_the_benchmarks_results():
    summary = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8").split("\n\n")[1]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"<!-- benchmarks -->\n{summary}\n<!-- end of benchmarks -->" in readme


def test_the_benchmarks_results_are_written_as_they_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "README", tmp_path / "README.md")
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "RESULTS.md")
    bench.README.write_text(f"before\n{bench.BEGIN}\nold\n{bench.END}\nafter\n")
    bench.write([("gamma", 0.001, 0.002, 2.0, 0.5)], 2.0, "none")
    summary = bench.RESULTS.read_text().split("\n\n")[1]
    assert "timed 1 operations" in summary
    assert bench.README.read_text() == f"before\n{bench.BEGIN}\n{summary}\n{bench.END}\nafter\n"
    assert bench.RESULTS.read_text().endswith("| gamma | 1.00 | 2.00 | 2.00 | 0.50 x |\n")


def test_each_table_of_the_benchmarks_has_a_section_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(bench, "README", tmp_path / "README.md")
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "RESULTS.md")
    bench.README.write_text(f"{bench.BEGIN}\nold\n{bench.END}\n")
    for table, name in [("--large", "first"), ("", "usual"), ("--float32", "floats"), ("--large", "again")]:
        bench.write([(name, 0.001, 0.002, 2.0, None)], 2.0, "none", table)
    text = bench.RESULTS.read_text()
    assert [line for line in text.splitlines() if line.startswith("# ")] == [heading for heading, *_ in TABLES.values()]
    assert [name for name in ("first", "usual", "floats", "again") if f"| {name} |" in text] == [
        "usual",
        "floats",
        "again",
    ]
    assert "bench --large` timed 1 operations on 2048 x 2048 pictures" in text
    assert "on 512 x 512 pictures in" in bench.README.read_text()


def test_the_benchmarks_have_other_pictures_where_a_table_asks_for_them():
    for word, (_, _, change) in TABLES.items():
        case = next(bench.cases("canny sigma=1", change))
        (picture,) = case.arguments
        assert picture.dtype == ("float32" if word == "--float32" else "float64")
        assert picture.shape == ((2048, 2048) if word == "--large" else (512, 512))
    assert next(bench.cases("match_descriptors", TABLES["--large"][2]), None) is None


def test_the_readme_links_to_what_is_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_no_committed_file_names_a_registry_host_or_a_place_on_this_machine():
    hosts = r"pypi\.org|pythonhosted\.|anaconda\.(org|com)|npmjs\.|registry\."
    places = r"(?<!\.)(?<!lab/tree)/(root|home|Users|tmp|work)/\w|[A-Z]:\\\\?Users"
    wrong = []
    for path in committed():
        text = "" if path.suffix in (".png", ".jpg") else (ROOT / path).read_text(encoding="utf-8", errors="replace")
        wrong += [f"{path}: {match[0]}" for match in re.finditer(f"{hosts}|{places}", text)]
    assert wrong == []
