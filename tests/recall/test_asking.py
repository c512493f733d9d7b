"""Questions come back when they are due, and every answer is told and kept."""

import datetime
import json

import pytest

from course_lib.recall import asking, placement, recall
from course_lib.recall.boxes import chosen, is_due, moved
from course_lib.recall.questions import Question
from course_lib.recall.sheet import Sheet, page

DAY = datetime.date(2026, 3, 1)
CHOICE = Question(
    "a.1",
    1,
    "a",
    "What is `a`?",
    right=("this", "Yes."),
    wrong=(("x", "No x."), ("y", "No y."), ("z", "No z.")),
    placement=True,
)
NUMBER = Question(
    "b.1",
    2,
    "b",
    "How many?",
    number=4,
    code="4",
    because="Two and two.",
    near=((5, "One too many."),),
    otherwise="Count.",
    placement=True,
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_WORK", str(tmp_path))
    monkeypatch.setattr(asking, "questions", lambda: (CHOICE, NUMBER))
    monkeypatch.setattr(asking, "_today", lambda: DAY)
    return tmp_path


def kept(folder):
    path = folder / "recall.json"
    return json.loads(path.read_text(encoding="utf-8"))["done"] if path.exists() else {}


def press(sheet, text):
    next(part for part in shown(sheet) if getattr(part, "description", "") == text).click()


def shown(sheet):
    return [part for part in sheet.children if part.layout.display != "none"]


def onwards(sheet):
    press(sheet, "Next question")


def test_an_answer_is_told_and_kept(own_folder):
    sheet = recall("a")
    press(sheet, "this")
    assert "✓ right" in sheet._told.value
    assert "Yes." in sheet._told.value
    assert kept(own_folder) == {"a.1": "1 2026-03-04"}


def test_a_wrong_answer_says_what_it_overlooks_and_comes_back_tomorrow(own_folder):
    sheet = recall("a")
    press(sheet, "y")
    assert "No y." in sheet._told.value
    assert "The answer is this" in sheet._told.value
    assert kept(own_folder) == {"a.1": "0 2026-03-02"}


@pytest.mark.parametrize(("typed", "told"), [("4", "Two and two."), ("5,0", "One too many."), ("17", "Count.")])
def test_a_number_is_typed(typed, told):
    sheet = recall("b")
    sheet._field.value = typed
    assert told in sheet._told.value


def test_what_is_no_number_is_asked_again(own_folder):
    sheet = recall("b")
    sheet._field.value = "four"
    assert "Type a number" in sheet._told.value
    assert kept(own_folder) == {}


def test_an_answer_counts_once():
    sheet = recall("b")
    sheet._field.value = "4"
    sheet._button.click()
    assert len(sheet.results) == 1


def test_the_focus_goes_to_what_comes_next_before_what_had_it_is_hidden(monkeypatch):
    seen = []

    def focus(part):
        assert part.layout.display != "none"
        seen.append((part, shown(sheet)))

    monkeypatch.setattr("course_lib.recall.sheet.focus", focus)  # ipywidgets 7 has no widget.focus()
    sheet = placement()
    parts = sheet.children
    press(sheet, "this")
    onwards(sheet)
    sheet._field.value = "9"
    assert sheet.children == parts  # what the browser has to make first cannot take the focus yet
    assert [part for part, _ in seen] == [sheet._next, sheet._field, sheet._last]
    for before, (_, here) in zip((sheet._choices[0], sheet._next, sheet._field), seen, strict=True):
        assert before in here
    assert shown(sheet) == [sheet._text, sheet._said, sheet._told, sheet._last]


def test_recall_asks_what_is_due_and_nothing_else(own_folder, capsys):
    assert recall() is None
    assert "Nothing is due yet" in capsys.readouterr().out
    press(recall("a"), "this")
    assert recall() is None
    assert "2026-03-04" in capsys.readouterr().out


def test_a_question_comes_back_on_its_day(monkeypatch):
    press(recall("a"), "this")
    monkeypatch.setattr(asking, "_today", lambda: DAY + datetime.timedelta(days=3))
    assert recall().questions == [CHOICE]


def test_a_chapter_begins_with_those_before():
    assert recall(before=2).questions == [CHOICE]
    assert recall(before=3).questions == [CHOICE, NUMBER]
    with pytest.raises(ValueError, match="no chapter before 1"):
        recall(before=1)


def test_a_topic_that_is_not_there_is_named():
    with pytest.raises(ValueError, match="no questions on 'aa'; did you mean 'a'"):
        recall("aa")


def test_placement_says_where_to_begin():
    sheet = placement()
    press(sheet, "this")
    onwards(sheet)
    sheet._field.value = "9"
    assert "1 of 2. Begin with chapter 2." in shown(sheet)[-1].children[0].value


def test_a_page_without_a_kernel_has_the_questions_and_folds_the_answers():
    text = Sheet([CHOICE, NUMBER], lambda *_: None)._repr_mimebundle_()["text/html"]
    assert text == page([CHOICE, NUMBER])
    before = text.split("<details>")[0]
    assert all(choice in before for choice in ("this", "x", "y", "z"))
    assert "Yes." not in before


def test_boxes_open_after_one_three_seven_and_twentyone_days():
    days, text, day = [], None, DAY
    for _ in range(5):
        text = moved(text, True, day)
        due = datetime.date.fromisoformat(text.split()[1])
        days.append((due - day).days)
        assert is_due(text, due)
        assert not is_due(text, due - datetime.timedelta(days=1))
        day = due
    assert days == [3, 7, 21, 21, 21]
    assert moved(text, False, day).split()[0] == "0"


def test_new_questions_are_spread_over_the_topics():
    many = [Question(f"t.{n}", 1, "t", str(n)) for n in range(20)]
    assert [q.ask for q in chosen(many, {}, DAY, 5)] == ["0", "4", "8", "12", "16"]
    old = {"t.19": "0 2026-02-27", "t.18": "0 2026-02-20"}
    assert [q.ask for q in chosen(many, old, DAY, 3)] == ["18", "19", "0"]


def test_an_answer_that_cannot_be_kept_is_told_without_praise(own_folder, monkeypatch):
    (own_folder / "not a folder").write_text("")
    monkeypatch.setenv("COURSE_WORK", str(own_folder / "not a folder"))
    sheet = recall("a")
    press(sheet, "y")
    assert "This answer could not be kept" in sheet._told.value
    assert "your answer is right" not in sheet._told.value
