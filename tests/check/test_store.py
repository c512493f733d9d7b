"""Progress: no exercise that is done is ever lost, and nothing that goes wrong with the file ends in a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from course_lib.check import EXERCISES, check, lock, progress, store

KEEP_ALL = """
import sys
from course_lib.check import EXERCISES, store
ids = sorted(EXERCISES)[int(sys.argv[1]) :: 4]
print("ready", flush=True)
sys.stdin.readline()
notes = [note for id in ids if (note := store.keep(id))]
sys.exit("; ".join(notes) or None)
"""


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    place = tmp_path / "work"
    monkeypatch.setenv("COURSE_WORK", str(place))
    place.mkdir()
    return place


def refuse(monkeypatch, owner, name, error):
    def refused(*_, **__):
        raise error

    monkeypatch.setattr(owner, name, refused)


def test_a_file_that_cannot_be_read_for_a_moment_is_not_written_over(work, monkeypatch, capsys):
    for id in ("1.1", "1.2", "1.4"):
        store.keep(id)
    before = (work / "progress.json").read_text()
    with monkeypatch.context() as moment:
        refuse(moment, Path, "read_text", PermissionError("held by a scanner"))
        assert "held by a scanner" in store.keep("1.3")
        progress()
        assert "held by a scanner" in capsys.readouterr().out
    assert (work / "progress.json").read_text() == before
    assert [path.name for path in work.glob("*.json")] == ["progress.json"]


def test_four_notebooks_that_write_at_once_lose_nothing(work):
    command = [sys.executable, "-c", KEEP_ALL]
    several = [
        subprocess.Popen([*command, str(number)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for number in range(4)
    ]
    for process in several:
        assert process.stdout.readline() == "ready\n"
    for process in several:  # all of them are there: now they write at the same time
        process.stdin.write("\n")
        process.stdin.flush()
    for process in several:
        process.communicate(timeout=120)
        assert process.returncode == 0
    assert set(store.load()[0]) == set(EXERCISES)
    assert [path.name for path in work.iterdir()] == ["progress.json"]


def test_the_lock_of_a_notebook_that_was_stopped_is_taken_over(work, monkeypatch):
    monkeypatch.setattr(lock, "STALE", 0.1)
    (work / ".progress.lock").write_text("77 gone")
    assert store.keep("1.2") is None
    assert "1.2" in store.load()[0]
    assert [path.name for path in work.iterdir()] == ["progress.json"]


def test_a_turn_that_does_not_come_is_told_and_loses_nothing(work, monkeypatch):
    store.keep("1.1")
    monkeypatch.setattr(lock, "WAIT", 0.1)
    with lock.alone(work / ".progress.lock"):
        assert "another notebook is writing" in store.keep("1.2")
    assert list(store.load()[0]) == ["1.1"]
    assert store.keep("1.2") is None


def test_who_lost_the_turn_while_the_machine_slept_does_not_write(work, monkeypatch):
    store.keep("1.1")
    real = store._read

    def slept(path):
        (work / ".progress.lock").write_text("another notebook, which has taken over")
        return real(path)

    monkeypatch.setattr(store, "_read", slept)
    assert "slept" in store.keep("1.2")
    assert list(real(work / "progress.json")) == ["1.1"]
    assert (work / ".progress.lock").exists()  # the other's lock stays its own


def test_a_disk_that_is_full_leaves_no_lock(work, monkeypatch):
    def open_full(path, *_, **__):
        Path(path).touch()
        raise OSError("no space left")

    monkeypatch.setattr(lock, "open", open_full, raising=False)
    assert "no space left" in store.keep("1.2")
    assert not list(work.iterdir())


@pytest.mark.parametrize(("owner", "name"), [(lock, "_created"), (Path, "rename")])
def test_a_damaged_file_in_a_folder_that_cannot_be_written_is_told(work, monkeypatch, capsys, owner, name):
    (work / "progress.json").write_text("{ half a fi")
    with monkeypatch.context() as unwritable:
        refuse(unwritable, owner, name, OSError("read-only"))
        assert "read-only" in store.keep("1.2")
        progress()
    assert "is damaged, and could not be put aside (read-only)" in capsys.readouterr().out
    assert (work / "progress.json").read_text() == "{ half a fi"


def test_a_working_folder_that_is_gone_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.delenv("COURSE_WORK")
    refuse(monkeypatch, Path, "cwd", FileNotFoundError(2, "No such file or directory"))
    assert "the folder of this notebook was deleted" in store.keep("1.2")
    progress()
    assert "the folder of this notebook was deleted" in capsys.readouterr().out


def test_json_that_is_nested_too_deep_is_damaged(work):
    (work / "progress.json").write_text('{"done":' + "[" * 200_000)
    assert "was damaged; it was put aside" in store.keep("1.2")
    assert list(store.load()[0]) == ["1.2"]
    assert (work / "progress-damaged-1.json").stat().st_size > 200_000


def test_a_mark_of_utf8_in_front_is_no_damage(work):
    (work / "progress.json").write_text(json.dumps({"done": {"1.1": "long ago"}}), encoding="utf-8-sig")
    assert store.load() == ({"1.1": "long ago"}, None)
    store.keep("1.2")
    assert set(store.load()[0]) == {"1.1", "1.2"}


def test_two_that_find_the_file_damaged_put_aside_one_file(work, monkeypatch):
    """Who comes second finds the new file, which is whole, and leaves it where it is."""
    (work / "progress.json").write_text("{ half a fi")
    real = lock.alone

    def after_the_other(path):
        monkeypatch.setattr(store, "alone", real)
        store.keep("1.1")
        return real(path)

    monkeypatch.setattr(store, "alone", after_the_other)
    assert list(store.load()[0]) == ["1.1"]
    assert not (work / "progress-damaged-2.json").exists()


def test_windows_refusing_for_a_moment_is_waited_for(work, monkeypatch):
    store.keep("1.1")
    monkeypatch.setattr(lock, "WINDOWS", True)
    real, refusals = os.replace, [PermissionError("in use")] * 3

    def replace(*names):
        if refusals:
            raise refusals.pop()
        real(*names)

    monkeypatch.setattr(os, "replace", replace)
    assert store.keep("1.2") is None
    assert not refusals
    assert set(store.load()[0]) == {"1.1", "1.2"}


def test_a_right_answer_is_right_where_nothing_can_be_kept(work, monkeypatch, capsys):
    refuse(monkeypatch, store, "_write", OSError("no space left"))
    check("1.1", (400, 600, 720_000))
    out = capsys.readouterr().out
    assert "✓ 1.1 right" in out
    assert "no space left" in out


@pytest.mark.parametrize("missing", ["fcntl", "msvcrt"])
def test_the_lock_needs_no_module_of_one_system(work, missing):
    """Neither Windows nor the Python of a browser has fcntl."""
    code = (
        f"import sys; sys.modules['{missing}'] = None; from course_lib.check import store; sys.exit(store.keep('1.2'))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert list(store.load()[0]) == ["1.2"]


def test_several_notebooks_that_find_the_file_damaged_lose_nothing(work):
    """All of them write at the same time; the damaged file is put aside once."""
    (work / "progress.json").write_text("{ half a fi")
    command = [sys.executable, "-c", KEEP_ALL]
    several = [
        subprocess.Popen([*command, str(number)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(4)
    ]
    for process in several:
        assert process.stdout.readline() == b"ready\n"
    for process in several:
        process.stdin.write(b"\n")
        process.stdin.flush()
    for process in several:
        process.communicate(timeout=120)
    assert set(store.load()[0]) == set(EXERCISES)
    assert [path.name for path in work.glob("progress-damaged-*.json")] == ["progress-damaged-1.json"]
    assert (work / "progress-damaged-1.json").read_text() == "{ half a fi"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind no root, and not Windows")
def test_a_folder_without_permission_is_told_and_the_file_stays(work):
    store.keep("1.1")
    before = (work / "progress.json").read_text()
    work.chmod(0o500)
    try:
        assert "could not be written" in store.keep("1.2")
        assert list(store.load()[0]) == ["1.1"]
    finally:
        work.chmod(0o700)
    assert (work / "progress.json").read_text() == before
