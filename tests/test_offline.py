"""Thirty machines without a network: the wheelhouse, and the set-up that takes all from it."""

import hashlib
import itertools
import subprocess
import sys
import zipfile

import pytest

import course
from tools import wheelhouse
from tools.setup import installer, offline, places, pythons
from tools.setup.stops import Stop

LOCK = places.LOCK.read_text(encoding="utf-8")
NAME = "tiny_course_part-1.0-py3-none-any.whl"
MINE = [offline.system(), "{}.{}".format(*sys.version_info)]


def make_wheel(path, there=True):
    """Write a made-up package."""
    with zipfile.ZipFile(path, "w") as archive:
        info = "tiny_course_part-1.0.dist-info"
        archive.writestr("tiny_course_part.py", f"there = {there}\n")
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: tiny-course-part\nVersion: 1.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project of one made-up package, and a wheelhouse that holds it: no other package is anywhere."""
    root, wheels = tmp_path / "project", tmp_path / "wheel house"
    (root / "requirements").mkdir(parents=True)
    (root / "pyproject.toml").write_text('[project]\nname = "made-up"\n')
    wheels.mkdir()
    make_wheel(wheels / NAME)
    content = (wheels / NAME).read_bytes()
    lock = root / "requirements" / "course.txt"
    lock.write_text(f"tiny-course-part==1.0 \\\n    --hash=sha256:{hashlib.sha256(content).hexdigest()}\n")
    monkeypatch.setenv("UV_OFFLINE", "1")
    monkeypatch.delenv("COURSE_WHEELHOUSE", raising=False)
    for name, place in {"ROOT": root, "LOCK": lock, "VENV": root / ".venv", "STAMP": root / ".venv" / "s"}.items():
        monkeypatch.setattr(places, name, place)
    monkeypatch.setattr(places, "PYTHON", root / ".venv" / places.PYTHON.relative_to(course.places.PYTHON.parents[1]))
    monkeypatch.setattr(course, "hand_over", lambda python, words: (python, words))
    offline.write(wheels, {"lock": offline.lock_hash(), "for": [MINE], "files": {NAME: len(content)}})
    return wheels


@pytest.fixture
def without_the_course_itself(monkeypatch):
    """Leave out the editable install, which needs the real project."""
    install = installer.install
    monkeypatch.setattr(installer, "install", lambda uv, words: None if "-e" in words else install(uv, words))


def test_the_set_up_takes_all_from_the_wheelhouse(project, without_the_course_itself):
    python, words = course.main(["lab", "--offline", str(project), "--no-browser"])
    assert words == ["lab", "--no-browser"]
    subprocess.run([python, "-c", "import tiny_course_part"], check=True)
    project.rename(project.with_name("gone"))
    assert course.main(["lab"]) == (python, ["lab"])  # the second start needs none


def test_a_file_that_was_changed_is_not_installed(project, without_the_course_itself):
    make_wheel(project / NAME, there=1234)  # as long as before
    with pytest.raises(Stop, match="not the one that this course was tested with"):
        course.main(["lab", "--offline", str(project)])


def test_the_environment_variable_names_it_too(project, monkeypatch):
    monkeypatch.setenv("COURSE_WHEELHOUSE", str(project))
    assert offline.taken_out(["lab", "--port", "9"]) == (["lab", "--port", "9"], project)
    assert offline.taken_out([f"--offline={project.parent}", "lab"]) == (["lab"], project.parent)


@pytest.mark.parametrize("words", [["lab", "--offline"], ["lab", "--offline="], ["lab", "--offline", "--no-browser"]])
def test_offline_needs_a_folder(words):
    with pytest.raises(Stop, match="--offline needs the folder"):
        offline.taken_out(words)


def test_a_folder_that_does_not_do_is_told_before_anything_is_made(project):
    def told(folder=project):
        with pytest.raises(Stop) as stop:
            course.main(["lab", "--offline", str(folder)])
        assert not places.VENV.exists()
        return str(stop.value)

    assert "is no wheelhouse" in told(project.parent)
    assert "is no wheelhouse" in told(project / "nowhere")
    (project / NAME).write_bytes(b"half")
    assert f"missing, or cut short: {NAME}" in told()
    places.LOCK.write_text("other==2.0\n")
    assert "another version of the course" in told()


def test_another_python_is_told_which_ones_do(project):
    held = offline.record(project)
    offline.write(project, {**held, "for": [["windows", "3.13"], ["mac-arm", "3.13"]]})
    with pytest.raises(Stop) as stop:
        course.main(["lab", "--offline", str(project)])
    assert "has files for: windows, Python 3.13; mac-arm, Python 3.13." in str(stop.value)
    assert "--systems {} --pythons {}".format(*MINE) in str(stop.value)


# --- what is fetched ------------------------------------------------------------------------------


@pytest.mark.parametrize("system", wheelhouse.SYSTEMS)
@pytest.mark.parametrize("version", wheelhouse.VERSIONS)
def test_each_system_and_python_has_one_version_of_each_package(system, version):
    needs = wheelhouse.wanted(LOCK, system, f"{version}.4").splitlines()
    names = [line.split("==")[0] for line in needs]
    assert len(names) == len(set(names)) > 100
    assert all(line.count("--hash=sha256:") >= 1 for line in needs)
    assert {"numpy", "jupyterlab", "hatchling"} <= set(names)
    assert ("pywinpty" in names) == ("colorama" in names) == (system == "windows")
    assert ("appnope" in names) == system.startswith("mac")


def test_every_entry_of_the_lock_is_read():
    everywhere = itertools.product(wheelhouse.SYSTEMS, wheelhouse.VERSIONS, ("0", "99"))
    read = "\n".join(wheelhouse.wanted(LOCK, system, f"{version}.{micro}") for system, version, micro in everywhere)
    pins = [line.split()[0] for line in LOCK.splitlines() if "==" in line and not line.startswith((" ", "#"))]
    assert set(pins) == {line.split()[0] for line in read.splitlines()}
    assert set(LOCK.split("--hash=")[1:][0].split()[:1]) <= set(read.replace("--hash=", "").split())


def test_a_wheelhouse_grows_and_keeps_what_it_has(tmp_path, monkeypatch, capsys):
    def fetch(command, folder, system, version):
        (folder / f"{system}-{version}.whl").write_bytes(b"wheel")
        return {f"{system}-{version}.whl"}

    monkeypatch.setattr(wheelhouse, "fetch", fetch)
    folder = tmp_path / "wheels"
    wheelhouse.main([str(folder), "--systems", "windows", "linux", "--pythons", "3.12"])
    wheelhouse.main([str(folder), "--systems", "windows", "--pythons", "3.13"])
    held = offline.record(folder)
    assert held["for"] == [["linux", "3.12"], ["windows", "3.12"], ["windows", "3.13"]]
    assert set(held["files"].values()) == {5}
    assert "3 files" in capsys.readouterr().out
    monkeypatch.setattr(offline, "lock_hash", lambda: "another")
    with pytest.raises(Stop, match="for another version of the course"):
        wheelhouse.main([str(folder)])
    with pytest.raises(Stop, match="holds other things"):
        wheelhouse.main([str(tmp_path)])


def test_what_cannot_be_fetched_is_told(tmp_path):
    fails = [sys.executable, "-c", "import sys; print('ERROR: No matching distribution found'); sys.exit(1)"]
    with pytest.raises(Stop, match=r"Not all could be fetched for linux, Python 3\.12"):
        wheelhouse.fetch(fails, tmp_path, "linux", "3.12")


def test_without_pip_and_without_venv_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(wheelhouse.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(pythons, "find_uv", lambda: None)
    monkeypatch.setattr(wheelhouse.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 1))
    with pytest.raises(Stop, match="needs pip"), wheelhouse.pip():
        pass
