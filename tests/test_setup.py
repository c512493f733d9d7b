"""The set-up: course.py, the locks, the conda twin and the README, all without installing anything."""

import ast
import importlib.util
import json
import os
import re
import subprocess
import sys
import tomllib
import urllib.request
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
START = json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def committed():
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8")
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [Path(name) for name in listing.stdout.split("\0") if (ROOT / name).is_file()]


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def course(tmp_path, monkeypatch):
    """course.py with an empty project folder of its own."""
    module = load(ROOT / "course.py")
    for name in ("requirements.txt", "requirements-browser.txt", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.delenv("COURSE_NO_UV", raising=False)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.txt")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "course-stamp")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "python")
    return module


@pytest.fixture
def installs(course, monkeypatch):
    """The commands that course.py would have run. The Python they would have made is an empty file."""
    ran = []

    def run(command, progress=None):
        ran.append(command)
        if "venv" in command:
            course.PYTHON.touch()

    def probe(python):
        return {"version": (3, 12, 1), "pip": True, "venv": True} if Path(python).exists() else None

    monkeypatch.setattr(course, "run", run)
    monkeypatch.setattr(course, "probe", probe)
    monkeypatch.setattr(course, "find_uv", lambda: "uv")
    return ran


# --- course.py on machines that lack something ---------------------------------------------------


def test_course_py_can_be_read_by_an_old_python():
    ast.parse((ROOT / "course.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_course_py_imports_the_standard_library_alone():
    tree = ast.parse((ROOT / "course.py").read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imports if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module for node in imports if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 12), (3, 15, 0)])
def test_a_python_outside_the_range_is_told_what_to_do(course, monkeypatch, version):
    monkeypatch.setattr(course.sys, "version_info", version)
    monkeypatch.setattr(course.shutil, "which", lambda name: None)
    with pytest.raises(course.Stop, match=rf"needs Python 3\.11 to 3\.14; this is 3\.{version[1]}\.(.|\n)*uv"):
        course.set_up()
    assert not course.VENV.exists()


def test_an_old_python_lets_uv_bring_a_new_one(course, installs, monkeypatch):
    monkeypatch.setattr(course.sys, "version_info", (3, 8, 0))
    monkeypatch.setattr(course.shutil, "which", lambda name: None)
    course.set_up()
    assert installs[0][:2] == ["uv", "venv"]
    assert ">=3.11,<3.15" in installs[0]


def test_an_old_python_takes_a_newer_one_from_the_path(course, monkeypatch):
    monkeypatch.setattr(course.sys, "version_info", (3, 8, 0))
    monkeypatch.setattr(course.shutil, "which", {"python3.13": "no-python", "python3.12": sys.executable}.get)
    assert course.find_python() == sys.executable


def test_a_missing_venv_module_is_told_with_the_command_that_brings_it(course, monkeypatch):
    no_venv = {"version": (3, 12, 1), "pip": False, "venv": False}
    monkeypatch.setattr(course, "find_uv", lambda: None)
    monkeypatch.setattr(course, "probe", lambda python: no_venv)
    with pytest.raises(course.Stop, match=r"sudo apt install python3\.12-venv"):
        course.set_up()
    assert not course.VENV.exists()


def test_a_folder_that_may_not_be_written_to_is_told(course, monkeypatch):
    def refuse(*_):
        raise PermissionError("[Errno 13] Permission denied: '.venv'")

    monkeypatch.setattr(course, "make_venv", refuse)
    with pytest.raises(course.Stop, match=r"\.venv(.|\n)*written"):
        course.main(["check"])


def test_switching_uv_off(course, monkeypatch):
    monkeypatch.setenv("COURSE_NO_UV", "1")
    assert course.find_uv() is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "not the one"),
        ("WARNING: NewConnectionError\nERROR: No matching distribution found for numpy", "HTTPS_PROXY"),
        ("error: Failed to fetch", "HTTPS_PROXY"),
        ("ERROR: No matching distribution found for numpy", "64-bit Python 3.11"),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "PIP_CERT"),
        ("something else", "same command again"),
    ],
)
def test_a_failed_installation_shows_its_end_and_a_remedy(course, said, told):
    command = [sys.executable, "-c", f"import sys; print({said!r}); sys.exit(1)"]
    with pytest.raises(course.Stop) as stopped:
        course.run(command)
    assert said in str(stopped.value)
    assert told in str(stopped.value)


def test_an_unknown_verb_names_the_known_ones(course):
    with pytest.raises(course.Stop, match="lab, test, check, build, collect, bench"):
        course.main(["lba"])


def test_help_needs_no_set_up(course, capsys):
    assert course.main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"course.py {verb} " in shown for verb in course.VERBS)
    assert not course.VENV.exists()


# --- the stamp -----------------------------------------------------------------------------------


def test_the_second_start_installs_nothing(course, installs):
    course.set_up()
    assert len(installs) == 3  # the environment, the lock, the project
    course.set_up()
    assert len(installs) == 3


def test_a_changed_lock_is_installed_anew(course, installs):
    course.set_up()
    course.LOCK.write_text("numpy==1\n")
    course.set_up()
    assert len(installs) == 6


def test_a_changed_pytest_option_is_no_reason_to_install(course, installs):
    course.set_up()
    project = course.ROOT / "pyproject.toml"
    project.write_text(project.read_text(encoding="utf-8") + "\n[tool.other]\nx = 1\n", encoding="utf-8")
    course.set_up()
    assert len(installs) == 3


def test_an_interrupted_set_up_is_made_anew(course, installs, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(course, "install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            course.set_up()
    assert not course.is_ready()
    leftover = course.VENV / "half"
    leftover.touch()
    course.set_up()
    assert not leftover.exists()
    assert course.is_ready()


def test_a_venv_whose_python_is_gone_is_made_anew(course, installs):
    course.set_up()
    leftover = course.VENV / "old"
    leftover.touch()
    course.PYTHON.unlink()
    course.set_up()
    assert not leftover.exists()
    assert course.is_ready()


def test_a_venv_that_somebody_else_made_is_kept(course, installs):
    course.VENV.mkdir()
    course.PYTHON.touch()
    course.set_up()
    assert ["uv", "venv"] not in [command[:2] for command in installs]
    assert course.is_ready()


def test_two_set_ups_do_not_work_in_one_folder(course):
    with course.alone(), pytest.raises(course.Stop, match="Another"), course.alone():
        pass


# --- the learner's files -------------------------------------------------------------------------


@pytest.mark.parametrize("hard_links", [True, False])
def test_exercises_are_copied_where_missing_and_never_over_a_file(course, tmp_path, monkeypatch, hard_links):
    if not hard_links:
        monkeypatch.setattr(course.os, "link", lambda *_: (_ for _ in ()).throw(PermissionError("no links here")))
    originals, work = tmp_path / "originals", tmp_path / "work"
    originals.mkdir()
    for name in ("1.ipynb", "2.ipynb"):
        (originals / name).write_text("new")
    work.mkdir()
    (work / "1.ipynb").write_text("mine")
    assert course.copy_exercises(originals, work) == ["2.ipynb"]
    assert course.copy_exercises(originals, work) == []
    assert {path.name: path.read_text() for path in work.iterdir()} == {"1.ipynb": "mine", "2.ipynb": "new"}


@pytest.mark.parametrize("hard_links", [True, False])
def test_a_file_that_appears_while_copying_is_kept(course, tmp_path, monkeypatch, hard_links):
    part, target = tmp_path / "part", tmp_path / "target"
    part.write_text("new")
    target.write_text("mine")
    if not hard_links:
        monkeypatch.setattr(course.os, "link", lambda *_: (_ for _ in ()).throw(PermissionError("no links here")))
    with pytest.raises(FileExistsError):
        course.put_in_place(part, target)
    assert target.read_text() == "mine"


def test_lab_settings_keep_what_else_is_set(course, tmp_path):
    path = tmp_path / "settings" / "overrides.json"
    course.write_lab_settings(path)
    path.write_text(json.dumps({"theme": "dark"}))
    course.write_lab_settings(path)
    settings = json.loads(path.read_text())
    assert settings["theme"] == "dark"
    assert settings["@jupyterlab/apputils-extension:notification"]["fetchNews"] == "false"
    assert settings["@jupyterlab/notebook-extension:tracker"]["windowingMode"] == "none"


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

    command = [sys.executable, "course.py", "lab", "--here", "--no-browser", "--port=0"]
    environment = dict(os.environ, JUPYTER_CONFIG_DIR=str(tmp_path / "config"), JUPYTER_DATA_DIR=str(tmp_path / "data"))
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as lab:
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
            assert names("notebooks").isdisjoint({"source", "exercises", "build.py", "contents.py"})
        finally:
            lab.terminate()
            lab.stdout.read()
    assert lab.returncode == 0


# --- suites --------------------------------------------------------------------------------------


def test_all_suites_run_and_are_summed(course, tmp_path, capfd):
    (tmp_path / "test_good.py").write_text("import pytest\ndef test_1(): pass\n@pytest.mark.skip\ndef test_2(): pass\n")
    (tmp_path / "test_bad.py").write_text("def test_3(): assert 0\n")
    suites = [("bad", ["test_bad.py"]), ("none", ["missing.py"]), ("good", ["test_good.py"])]
    assert course.run_suites(sys.executable, suites, dict(os.environ, PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")) == 1
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


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-browser.txt"])
def test_locks_name_hashes_and_no_host(name):
    assert all(hashes for _, _, hashes in locked(name))
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("requirements.txt", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["test"]),
        ("requirements.txt", PROJECT["build-system"]["requires"]),
        ("requirements-browser.txt", PROJECT["dependency-groups"]["browser"]),
    ],
)
def test_locks_satisfy_the_project(lock, requirements):
    packages = locked(lock)
    for requirement in map(Requirement, requirements):
        versions = [version for name, version, _ in packages if name == requirement.name]
        assert versions, f"{requirement.name} is not in {lock}"
        assert all(version in requirement.specifier for version in versions)


def test_the_browser_lock_agrees_with_the_other():
    versions = {(name, version) for name, version, _ in locked("requirements.txt")}
    names = {name for name, _ in versions}
    assert all((name, version) in versions for name, version, _ in locked("requirements-browser.txt") if name in names)


def test_conda_asks_for_what_the_project_asks_for():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
    *packages, pip = environment["dependencies"]
    python = packages.pop(0).split("=")
    assert python[0] == "python"
    assert python[1] in Requirement("python" + PROJECT["project"]["requires-python"]).specifier
    assert packages.pop(0) == "pip"
    assert packages == PROJECT["project"]["dependencies"]
    assert pip == {"pip": ["-e ."]}


def test_the_readme_has_the_syllabus_as_its_contents():
    contents = load(ROOT / "notebooks" / "contents.py")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    syllabus = ROOT / "notebooks" / "source" / "syllabus.toml"
    assert contents.updated(readme, syllabus) == readme, "run `python course.py build`"


def test_the_readme_links_to_what_is_there():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_no_committed_file_names_a_registry_host_or_a_place_on_this_machine():
    hosts = r"pypi\.org|pythonhosted\.|anaconda\.(org|com)|npmjs\.|registry\."
    places = r"(?<!\.)/(root|home|Users|tmp|work)/\w|[A-Z]:\\\\?Users"
    wrong = []
    for path in committed():
        text = "" if path.suffix in (".png", ".jpg") else (ROOT / path).read_text(encoding="utf-8", errors="replace")
        wrong += [f"{path}: {match[0]}" for match in re.finditer(f"{hosts}|{places}", text)]
    assert wrong == []
