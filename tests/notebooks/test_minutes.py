"""The times that the course names are counted from its text."""

import jupytext
import pytest

from tools import minutes

CHAPTERS = [path.stem for path in sorted(minutes.SOURCE.glob("0[1-9]*.md"))]


def test_a_lesson_takes_as_long_as_its_words_its_code_its_guesses_and_its_explorers():
    words = " ".join(["word"] * 178) + " **Guess** it"
    text = f"{words}\n\n```python\nexplore.flips()\nx = 1\n\n```\n"
    assert minutes.reading(jupytext.reads(text, "md").cells) == pytest.approx(
        181 / 180 - 1 / 180 + 16 / 60 + 25 / 60 + 3
    )


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_takes_as_long_as_its_topics(chapter):
    topics = sum(minutes.of_topics(chapter).values())
    whole = minutes.reading(jupytext.read(minutes.SOURCE / f"{chapter}.md").cells)
    assert topics <= whole <= topics + 5  # the head


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_names_its_time(chapter):
    head = jupytext.read(minutes.SOURCE / f"{chapter}.md").cells[0].source
    assert "**{minutes}**" in head
    read, exercises = minutes.both(chapter)
    assert minutes.told(chapter) == f"About {read} to read and try, and {exercises} for the exercises."


def test_every_exercise_has_its_minutes():
    text = (minutes.SOURCE / "exercises" / "03_restoration.md").read_text(encoding="utf-8")
    stars = [line.count("★") for line in text.splitlines() if line.startswith("## 3.")]
    wanted = sum({1: 6, 2: 12, 3: 20}[number] for number in stars)
    assert sum(minutes.of_exercises("03_restoration").values()) == wanted


def test_two_notebooks_of_a_chapter_share_its_exercises():
    halves = [minutes.of_exercises(lesson) for lesson in ("05_features", "05_faces")]
    assert not set(halves[0]) & set(halves[1])
    text = (minutes.SOURCE / "exercises" / "05_faces.md").read_text(encoding="utf-8")
    wanted = sum(minutes.STARS[stars] for stars, _ in minutes.EXERCISE.findall(text))
    assert sum(sum(half.values()) for half in halves) == wanted


@pytest.mark.parametrize("warmup", ["warmup_numpy", "warmup_algebra"])
def test_a_warm_up_takes_the_quarter_of_an_hour_that_it_names(warmup):
    cells = jupytext.read(minutes.SOURCE / f"{warmup}.md").cells
    assert cells[0].source.split("\n\n")[1].startswith("**A quarter of an hour.**")
    assert minutes.hours(minutes.reading(cells)) == "15 minutes"
