"""`course.py update`, with real git repositories, and with copies that came without git."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import course
from tools.setup import places, update, work
from tools.setup.stops import Stop

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def notebook(*sources, outputs=(), edition=True):
    """Return a notebook as the build writes it, or as somebody changed it."""
    cells = [["code", source] for source in sources]
    made = [{"cell_type": kind, "source": [source], "outputs": list(outputs)} for kind, source in cells]
    metadata = {"course": {"sources": work.numbered(cells) if edition is True else edition}}
    return json.dumps({"cells": made, "metadata": metadata if edition else {}, "nbformat": 4, "nbformat_minor": 5})


EXERCISE, NEW_EXERCISE = notebook("1.1 stub"), notebook("1.1 stub", "1.2 stub")
FIRST = {
    "course.py": "first",
    ".gitignore": "work/\n.venv.lock\n",
    "notebooks/01_intro.ipynb": notebook("a"),
    "notebooks/02_filters.ipynb": notebook("b"),
    "notebooks/solutions/01_intro.ipynb": notebook("s"),
    "notebooks/exercises/01_intro.ipynb": EXERCISE,
    "course_lib/edges.py": "one\n",
    "course_lib/gone.py": "old\n",
}
SECOND = {
    "course.py": "second",
    "notebooks/01_intro.ipynb": notebook("a", "new"),
    "notebooks/03_new ü.ipynb": notebook("c"),
    "notebooks/solutions/01_intro.ipynb": notebook("s", "new"),
    "notebooks/exercises/01_intro.ipynb": NEW_EXERCISE,
    "course_lib/edges.py": "two\n",
    "course_lib/gone.py": None,
}


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")


def git(folder, *words):
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, encoding="utf-8").stdout


def commit(folder, files, message):
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", message)


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """No settings of this machine's, and the course in a folder of its own."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in [("GLOBAL", os.devnull), ("NOSYSTEM", "1")]:
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    for person in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{person}_NAME", "somebody")
        monkeypatch.setenv(f"GIT_{person}_EMAIL", "somebody@localhost")
    monkeypatch.delenv("COURSE_WORK", raising=False)
    monkeypatch.setattr(places, "ROOT", tmp_path / "mine é")
    return tmp_path


@pytest.fixture
def mine(alone):
    """A learner's copy of a course that has moved on since."""
    origin = alone / "origin"
    origin.mkdir()
    git(origin, "init", "--quiet", "--initial-branch=main")
    commit(origin, FIRST, "first")
    git(alone, "clone", "--quiet", "origin", places.ROOT.name)
    commit(origin, SECOND, "second")
    write(places.ROOT, {"work/01_intro.ipynb": EXERCISE.replace("stub", "answer")})
    return places.ROOT


def content(folder):
    files = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.relative_to(folder).parts]
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def kept(folder):
    return sorted(path.read_text(encoding="utf-8") for path in (folder / "work" / "kept").glob("*"))


def is_second(folder):
    there = content(folder)
    changed = [name for name, text in {**FIRST, **SECOND}.items() if there.get(name) != text]
    return changed == [] and git(folder, "status", "--porcelain") == ""


def test_a_new_edition_arrives_and_the_own_folder_stays(mine, capsys):
    assert course.main(["update"]) == 0
    assert is_second(mine)
    told = capsys.readouterr().out
    assert told.startswith(f"Asking {mine.parent / 'origin'} for what is new (git fetch).\n")
    assert "The course is new: one change." in told
    assert (mine / "work" / "01_intro.ipynb").read_text() == EXERCISE.replace("stub", "answer")
    assert (mine / "work" / "01_intro-new.ipynb").read_text() == NEW_EXERCISE
    assert "01_intro.ipynb has changed since you began" in told
    assert kept(mine) == []
    assert course.main(["update"]) == 0
    assert "Nothing new" in capsys.readouterr().out


def test_exercises_that_were_offered_and_thrown_away_stay_away(mine):
    update.main([])
    (mine / "work" / "01_intro-new.ipynb").unlink()
    assert work.fill() == []
    assert not (mine / "work" / "01_intro-new.ipynb").exists()


def test_the_own_folder_may_lie_elsewhere(mine, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(mine.parent / "elsewhere" / "of mine"))
    assert work.fill() == ["New in of mine, where your own notebooks are: 01_intro.ipynb"]
    assert (mine.parent / "elsewhere" / "of mine" / "01_intro.ipynb").read_text() == EXERCISE


RUN = notebook("a", outputs=[{"output_type": "stream", "name": "stdout", "text": "ran"}])
BY_HAND = notebook("a", "my note", edition=work.numbered([["code", "a"]]))


@pytest.mark.parametrize(
    ("changes", "saved"),
    [
        ({"notebooks/01_intro.ipynb": RUN}, []),
        ({"notebooks/01_intro.ipynb": BY_HAND}, [BY_HAND]),
        ({"notebooks/01_intro.ipynb": "<<<<<<< HEAD"}, ["<<<<<<< HEAD"]),
        ({"notebooks/01_intro.ipynb": None, "course.py": None}, []),
        ({"notebooks/solutions/01_intro.ipynb": "mine", "notebooks/01_intro.ipynb": "mine too"}, ["mine", "mine too"]),
        ({"course_lib/edges.py": "my edges\n", "course_lib/gone.py": "mine\n"}, ["mine\n", "my edges\n"]),
        ({"notebooks/03_new ü.ipynb": "mine before it was yours"}, ["mine before it was yours"]),
        ({"notebooks/01_intro.ipynb": SECOND["notebooks/01_intro.ipynb"]}, []),  # stopped half-way the last time
    ],
)
@pytest.mark.parametrize("staged", [False, True])
def test_what_was_changed_is_kept_and_nothing_stands_in_the_way(mine, capsys, changes, saved, staged):
    write(mine, changes)
    if staged:
        git(mine, "add", "--all")
    assert update.main([]) == 0
    assert is_second(mine)
    assert kept(mine) == saved
    assert capsys.readouterr().out.count("your version is kept as work/kept/") == len(saved)


def test_what_the_new_edition_does_not_touch_stays_as_it_is(mine):
    own = {"notebooks/02_filters.ipynb": "my own", "notebooks/mine.ipynb": "beside", "notes.txt": "notes"}
    write(mine, own)
    git(mine, "add", "notebooks")
    assert update.main([]) == 0
    assert {name: content(mine)[name] for name in own} == own
    assert git(mine, "rev-parse", "HEAD") == git(mine, "rev-parse", "origin/main")
    assert kept(mine) == []


def test_what_was_staged_and_then_changed_is_kept_both_times(mine):
    write(mine, {"course_lib/edges.py": "staged\n"})
    git(mine, "add", "--all")
    write(mine, {"course_lib/edges.py": "after\n"})
    update.main([])
    assert is_second(mine)
    assert kept(mine) == ["after\n", "staged\n"]


def test_a_stash_that_did_not_fit_is_no_obstacle(mine):
    write(mine, {"course_lib/edges.py": "my edges\n"})
    git(mine, "stash")
    commit(mine, {"course_lib/edges.py": "other\n"}, "own")
    assert subprocess.run(["git", "stash", "pop"], cwd=mine, capture_output=True, check=False).returncode
    git(mine, "update-ref", "HEAD", "HEAD~1")
    update.main([])
    assert is_second(mine)
    assert "my edges\n" in kept(mine)
    assert any("<<<<<<<" in text for text in kept(mine))


@pytest.mark.parametrize("where", ["keep", "put_back", "merge", "fill"])
def test_an_update_that_was_interrupted_is_finished_by_the_same_command(mine, monkeypatch, where):
    def interrupted(*words, **_):
        raise KeyboardInterrupt

    original = update.git
    stops_at_merge = lambda *words, **more: interrupted() if words[0] == "merge" else original(*words, **more)  # noqa: E731
    with monkeypatch.context() as patch:
        place, name, stop = {
            "keep": (update, "keep", interrupted),
            "put_back": (update, "put_back", interrupted),
            "merge": (update, "git", stops_at_merge),
            "fill": (work, "fill", interrupted),
        }[where]
        patch.setattr(place, name, stop)
        write(mine, {"notebooks/01_intro.ipynb": BY_HAND, "course_lib/edges.py": "my edges\n"})
        with pytest.raises(KeyboardInterrupt):
            update.main([])
    update.main([])
    assert is_second(mine)
    assert kept(mine) == ["my edges\n", BY_HAND]
    assert (mine / "work" / "01_intro-new.ipynb").exists()


def test_without_a_network_nothing_changes(mine):
    write(mine, {"notebooks/01_intro.ipynb": BY_HAND})
    before = content(mine)
    (mine.parent / "origin").rename(mine.parent / "away")
    with pytest.raises(Stop, match=r"(?s)origin.*Nothing was changed\. Is this machine online"):
        update.main([])
    assert {name: text for name, text in content(mine).items() if name != ".venv.lock"} == before


def test_commits_of_ones_own_are_left_to_git(mine):
    commit(mine, {"course_lib/edges.py": "mine\n"}, "own")
    before = git(mine, "rev-parse", "HEAD")
    with pytest.raises(Stop, match=r"git merge origin/main"):
        update.main([])
    assert git(mine, "rev-parse", "HEAD") == before
    assert subprocess.run(["git", "merge", "origin/main"], cwd=mine, capture_output=True, check=False).returncode
    with pytest.raises(Stop, match=r"git merge --abort"):
        update.main([])


def test_a_branch_that_follows_none_is_told(mine):
    git(mine, "checkout", "--quiet", "--detach")
    with pytest.raises(Stop, match="follows no other"):
        update.main([])


def test_without_git_the_other_way_is_told(mine, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "which", lambda name: None)
        with pytest.raises(Stop, match="git is not found"):
            update.main([])
    shutil.rmtree(mine / ".git")
    git(mine.parent, "init", "--quiet")  # a repository further up is another project's
    with pytest.raises(Stop, match=r"(?s)did not come by git.*update --from .*mine é"):
        update.main([])


def test_a_password_in_the_address_is_not_shown(mine, capsys):
    git(mine, "remote", "set-url", "origin", "nowhere://me:secret@example.invalid/course")
    with pytest.raises(Stop):
        update.main([])
    assert capsys.readouterr().out == "Asking nowhere://example.invalid/course for what is new (git fetch).\n"


@pytest.mark.parametrize("words", [["now"], ["--from"], ["--from", "a", "b"]])
def test_other_words_are_told(mine, words):
    with pytest.raises(Stop, match="takes nothing or --from FOLDER"):
        update.main(words)


# --- a new copy, and an older one beside it -------------------------------------------------------


@pytest.fixture
def old(alone):
    """A learner's older copy, from a ZIP, used for some weeks; the new copy is as it was unpacked."""
    write(alone / "old", FIRST)
    write(places.ROOT, {name: text for name, text in {**FIRST, **SECOND}.items() if text is not None})
    write(
        alone / "old",
        {
            "work/01_intro.ipynb": EXERCISE.replace("stub", "answer"),
            "work/pictures/cat.txt": "a picture",
            "work/progress.json": json.dumps({"done": {"1.1": "before"}}),
            "work/.progress.lock": "1",
            "work/.ipynb_checkpoints/01_intro-checkpoint.ipynb": "x",
            "notebooks/01_intro.ipynb": RUN,
            "notebooks/02_filters.ipynb": notebook("b", "mine", edition=work.numbered([["code", "b"]])),
            "notebooks/mine.ipynb": notebook("my own", edition=False),
        },
    )
    return alone / "old"


def test_own_files_come_over_from_an_older_copy(old, capsys):
    before = content(old)
    for _ in range(2):  # the second time finds all in place
        assert course.main(["update", "--from", str(old)]) == 0
    new = content(places.ROOT)
    assert content(old) == before
    for name in ("work/01_intro.ipynb", "work/pictures/cat.txt"):
        assert new[name] == before[name]
    assert json.loads(new["work/progress.json"])["done"] == {"1.1": "before"}
    assert kept(places.ROOT) == sorted([before["notebooks/02_filters.ipynb"], before["notebooks/mine.ipynb"]])
    assert {name for name in new if name.startswith("work/") and "/kept/" not in name} == {
        *("work/01_intro.ipynb", "work/01_intro-new.ipynb", "work/progress.json"),
        *("work/pictures/cat.txt", "work/.offered"),
    }
    assert new["work/01_intro-new.ipynb"] == NEW_EXERCISE
    assert new["notebooks/01_intro.ipynb"] == SECOND["notebooks/01_intro.ipynb"]
    told = capsys.readouterr().out
    assert "3 files of yours came over" in told
    assert "02_filters.ipynb is not as the course made it: kept as work/kept/02_filters-" in told


def test_what_was_begun_in_the_new_copy_is_kept_too(old):
    begun = {"work/01_intro.ipynb": NEW_EXERCISE.replace("stub", "begun"), "work/pictures/cat.txt": "another picture"}
    done = {"work/progress.json": json.dumps({"done": {"1.1": "now", "1.2": "now"}})}
    write(places.ROOT, {**begun, **done})
    update.main(["--from", str(old)])
    new = content(places.ROOT)
    assert {name: new[name] for name in begun} == begun
    assert new["work/01_intro-old.ipynb"] == EXERCISE.replace("stub", "answer")
    assert new["work/pictures/cat-old.txt"] == "a picture"
    assert json.loads(new["work/progress.json"])["done"] == {"1.1": "before", "1.2": "now"}


def test_exercises_that_nobody_wrote_into_make_room(old):
    work.fill()
    update.main(["--from", str(old)])
    assert (places.ROOT / "work" / "01_intro.ipynb").read_text() == EXERCISE.replace("stub", "answer")
    assert (places.ROOT / "work" / "01_intro-new.ipynb").read_text() == NEW_EXERCISE


def test_a_folder_that_is_no_course_is_told(old, tmp_path):
    with pytest.raises(Stop, match=r"no folder of this course"):
        update.main(["--from", str(tmp_path)])
    with pytest.raises(Stop, match=r"this folder itself"):
        update.main(["--from", str(places.ROOT)])


def test_a_disk_that_is_full_is_told(old, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(Stop, match=r"(?s)No space left.*Nothing is lost"):
        update.main(["--from", str(old)])
