"""The teacher's guide holds what the lessons hold today, its routes fit their hours, and its commands exist."""

import itertools
import re

import pytest

import course
from tools import classroom, minutes, syllabus
from tools.classroom import guide, handout, key, lesson, pages, routes, slides, telling

LESSONS = [entry["id"] for entry in syllabus.lessons()]
TOPICS = [topic["id"] for entry in syllabus.lessons() for topic in entry["topic"]]
SESSIONS = [
    pytest.param(session, id=f"{route['title']}-{number}")
    for route in routes.routes()
    for number, session in enumerate(route["session"], 1)
]


def test_it_is_up_to_date():
    old = [path.name for path, text in guide.made().items() if path.read_text(encoding="utf-8") != text]
    assert old == [], "python course.py classroom guide"


@pytest.mark.parametrize("session", SESSIONS)
def test_a_session_fits_its_hours_and_has_breaks(session):
    assert 3 <= routes.slack(session) <= 15
    ends = routes.clock(session)[-1]
    hours, mins = map(int, ends[0].split(":"))
    assert hours * 60 + mins + ends[2] == session["minutes"]
    since = 0
    for what, length in routes.steps(session):
        since = 0 if what == "break" else since + length
        assert since <= 75, f"75 minutes without a break before {what}"


@pytest.mark.parametrize("session", SESSIONS)
def test_a_step_names_a_topic_with_its_exercises_or_says_how_long_it_takes(session):
    for first, *rest in session["steps"]:
        if first in TOPICS:
            assert set(rest) <= set(routes.topics()[first][2]), first
        else:
            assert [type(one) for one in rest] == [int], first


def test_routes_go_through_the_course_in_order_and_have_the_hours_they_say():
    hours = []
    for route in routes.routes():
        named = [step[0] for session in route["session"] for step in session["steps"] if step[0] in TOPICS]
        assert named == sorted(set(named), key=TOPICS.index)
        hours.append(sum(session["minutes"] for session in route["session"]) / 60)
    assert hours == [3, 9, 12]


def test_minutes_in_class_are_those_of_the_lesson_and_a_minute_for_each_vote():
    for name in LESSONS:
        read = minutes.of_topics(name)
        for section in lesson.of_source(name):
            if section.topic:
                votes = sum(piece.kind == "answer" for piece in section.pieces)
                long = routes.topics()[section.topic["id"]][1]
                assert read[section.heading] + votes <= long < read[section.heading] + votes + 1


def test_the_course_takes_as_long_as_the_guide_says():
    read = sum(sum(minutes.of_topics(name).values()) for name in LESSONS)
    written = sum(sum(minutes.of_exercises(name).values()) for name in LESSONS)
    said = re.search(r"about (\d+) hours to read and try and (\d+) hours", guide.GUIDE.read_text(encoding="utf-8"))
    assert [round(read / 60), round(written / 60)] == list(map(int, said.groups()))


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_has_what_a_teacher_needs(topic):
    told = telling.topics()[topic]
    assert told["aim"].endswith(".")
    assert not told["skip"].endswith(".")
    assert 1 <= len(told["asked"]) <= 3
    for asked, answer in told["asked"]:
        assert asked.endswith(("?", "it.")), asked
        assert answer.endswith((".", "?"))
        assert len(answer.split()) <= 45, answer
    name = next(name for name in LESSONS if topic in syllabus.topics(name))
    assert len(telling.misconceptions(name, topic)) == 3


def test_no_topic_is_told_that_the_course_does_not_have():
    assert set(telling.topics()) == set(TOPICS)


def test_every_guess_stands_there_with_its_answer():
    for name in LESSONS:
        text = syllabus.SOURCE.joinpath(f"{name}.md").read_text(encoding="utf-8")
        assert guide.page(name).count("*Answer:*") == text.count("<summary>Compare with your guess</summary>")


def test_its_commands_exist():
    text = guide.GUIDE.read_text(encoding="utf-8")
    for verb, word in re.findall(r"python course\.py (\w+) ?(\w*)", text):
        assert verb in course.VERBS
        assert verb != "classroom" or word in classroom.WORDS
    for word in re.findall(r"`… (\w+) OUT", text):
        assert word in classroom.WORDS
    for file in re.findall(r"\]\((guide_\w+\.md)\)", text):
        assert guide.GUIDE.with_name(file).exists()


# --- handouts, keys and slides -------------------------------------------------------------------


@pytest.mark.parametrize("name", LESSONS)
def test_a_handout_has_room_for_each_guess_and_no_answer(name):
    made = handout.chapter(name)
    sections = lesson.sections(lesson.executed(name), name)
    answers = [piece.text for section in sections for piece in section.pieces if piece.kind == "answer"]
    assert made.count('<div class="guess">') == len(answers) > 10
    assert not [answer for answer in answers if pages.rendered(answer).strip() in made]
    assert "Compare with your guess" not in made
    shown = [one for section in sections for one in pages_of_hidden(section)]
    assert shown
    assert not [address for address in shown if address in made]


def pages_of_hidden(section):
    """Yield the pictures between a guess and its answer."""
    asked = False
    for piece in section.pieces:
        asked = piece.kind == "guess" or (asked and piece.kind != "answer")
        if asked and piece.cell:
            yield from (address for address, *_ in pages.pictures(piece.cell))


@pytest.mark.parametrize("name", LESSONS)
def test_a_key_solves_every_exercise(name):
    made = key.chapter(name)
    for asked in lesson.exercises(name).values():
        for id, title, stars in asked:
            part = made.split(f"<h3>{id} ")[1].split("<h3>")[0]
            assert f"{len(stars)} point" in part, title
            assert "<pre><code>" in part
            assert "your code here" not in part


@pytest.mark.parametrize("name", LESSONS)
def test_slides_ask_each_guess_and_answer_it_on_the_next(name):
    kinds = re.findall(r'<section class="(\w+)">', slides.chapter(name))
    guesses = sum(len(section.guesses()) for section in lesson.of_source(name))
    assert kinds.count("guess") == kinds.count("answer") == guesses
    assert all(after == "answer" for kind, after in itertools.pairwise(kinds) if kind == "guess")


def test_a_file_that_says_something_else_stays(tmp_path):
    (tmp_path / "a.html").write_text("mine")
    with pytest.raises(pages.Stop, match="stays as it is"):
        pages.write(tmp_path / "a.html", "theirs")
    assert (tmp_path / "a.html").read_text() == "mine"


@pytest.mark.parametrize("words", [[], ["a", "b"], ["--help"]])
def test_a_folder_has_to_be_named(words):
    with pytest.raises(pages.Stop, match="Name a folder"):
        pages.folder(words, "slides")


def test_a_formula_is_drawn_in_the_page():
    made = pages.rendered(r"The share $w_0 (\mu_0 - \mu_1)^2$, and `a$b$`.")
    assert made.count("<svg") == 1
    assert "<code>a$b$</code>" in made
