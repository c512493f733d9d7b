"""Checks, hints and progress: nothing that a learner did is lost, and nothing is claimed that was not done."""

import json
import os

import numpy as np
import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

from course_lib.check import EXERCISES, check, hint, progress, store, target, verdict


@pytest.fixture(autouse=True)
def work(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path / "work"))
    return tmp_path / "work"


def test_a_right_answer_is_kept_and_shown(work, capsys):
    check("1.2", np.flipud)
    assert list(json.loads((work / "progress.json").read_text())["done"]) == ["1.2"]
    capsys.readouterr()
    progress(1)
    out = capsys.readouterr().out
    assert "✓ 1.2" in out
    assert "· 1.3" in out
    assert "Chapter 1:  1 of 15 exercises done  ·■·" in out
    assert "Chapter 2" not in out
    assert "Next: 1.1 How large" in out


def test_progress_of_the_course_is_a_line_for_each_chapter_and_what_comes_next(work, capsys):
    check("1.2", np.flipud)
    capsys.readouterr()
    progress()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Chapter 1:  1 of 15")
    assert lines[1].startswith("Chapter 2:  0 of 25")
    assert lines[-1].startswith("Next: 1.1 ")
    for id in EXERCISES:
        store.keep(id)
    progress()
    assert capsys.readouterr().out.endswith("All of them are done.\n")


def test_progress_of_a_chapter_that_is_not_there_is_told():
    with pytest.raises(ValueError, match="no chapter 9 with exercises; there are 1, 2"):
        progress(9)


def test_a_wrong_answer_is_not_kept_and_shows_the_difference(work, capsys):
    check("1.2", np.fliplr)
    assert "mirror" in capsys.readouterr().out
    assert not (work / "progress.json").exists()


def test_what_was_done_stays_done_when_a_later_answer_is_wrong(work):
    check("1.2", np.flipud)
    check("1.2", np.fliplr)
    assert "1.2" in store.load()[0]


def test_a_damaged_file_is_put_aside_and_not_lost(work, capsys):
    work.mkdir()
    for number in (1, 2):
        (work / "progress.json").write_text("{ half a fi")
        progress()
        assert "put aside" in capsys.readouterr().out
        assert (work / f"progress-damaged-{number}.json").read_text() == "{ half a fi"
    check("1.2", np.flipud)
    assert "1.2" in store.load()[0]


@pytest.mark.parametrize("content", ["[]", '{"done": 3}', '{"done": {"1.1": 2}}', "null", ""])
def test_a_file_of_another_form_is_put_aside_too(work, content):
    work.mkdir()
    (work / "progress.json").write_text(content)
    assert store.load()[0] == {}
    assert (work / "progress-damaged-1.json").read_text() == content


def test_writing_fails_whole(work, monkeypatch):
    check("1.2", np.flipud)
    before = (work / "progress.json").read_text()

    def full(*_):
        raise OSError("no space left")

    monkeypatch.setattr(os, "replace", full)
    assert "no space left" in store.keep("1.3")
    assert (work / "progress.json").read_text() == before
    assert [p.name for p in work.iterdir()] == ["progress.json"]


def test_solutions_and_originals_do_not_count_as_done(tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_WORK")
    (tmp_path / "course.py").touch()
    for name in ("solutions", "exercises"):
        here = tmp_path / "notebooks" / name
        here.mkdir(parents=True)
        monkeypatch.chdir(here)
        note = store.keep("1.2")
        assert (note is None) == (name == "solutions")
    assert not (tmp_path / "work").exists()
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    assert store.keep("1.2") is None
    assert (tmp_path / "work" / "progress.json").exists()


def test_hints_come_one_more_at_a_time(capsys):
    for count in (1, 2, 3, 3):
        hint("1.5")
        assert capsys.readouterr().out.count("hint ") == count


def test_every_exercise_has_three_different_hints_and_a_title():
    for exercise in EXERCISES.values():
        assert len(set(exercise.hints)) == 3
        assert exercise.title
        assert exercise.right


def test_a_target_is_shown_where_there_is_one():
    target("1.14")
    with pytest.raises(ValueError, match="no picture to aim at"):
        target("1.1")


@pytest.mark.parametrize("call", [check, lambda id, _: hint(id), verdict])
def test_an_unknown_exercise_is_told(call):
    with pytest.raises(ValueError, match=r"no exercise '1\.99'"):
        call("1.99", None)


def test_exercises_are_listed_by_number_and_not_by_module():
    with pytest.raises(ValueError, match=r"there are 1\.1, 1\.2, .*1\.9, 1\.10, .*2\.1, "):
        hint("Otsu")


def test_a_function_that_prints_or_warns_is_judged_all_the_same(capsys):
    def noisy(image):
        print("debugging")
        np.array([1.0]) / 0
        return image[::-1]

    assert verdict("1.2", noisy).state == "right"
    assert capsys.readouterr().out == ""


def test_a_function_that_returns_nothing_is_asked_for_return():
    assert "return" in verdict("1.2", lambda image: None).sentence


def test_the_verdict_is_text_and_html_without_markup_from_the_answer():
    def crash(image):
        raise RuntimeError("<script>alert(1)</script>")

    bundle = verdict("1.2", crash)._repr_mimebundle_()
    assert "<script>" not in bundle["text/html"]
    assert bundle["text/plain"].startswith("✗ 1.2 wrong")


def test_tab_offers_what_is_for_learners():
    shell = InteractiveShell()
    shell.run_cell("import course_lib.check")
    with provisionalcompleter():
        offered = {found.text.removeprefix(".") for found in shell.Completer.completions("course_lib.check.", 17)}
    assert offered == {"check", "hint", "look", "progress", "target", "verdict"}
