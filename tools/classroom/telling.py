"""What is told of each topic besides its lesson: from docs/teacher/topics.toml, and from the slips of its exercises."""

import functools
import re
import tomllib

from course_lib.check import EXERCISES
from course_lib.recall.questions import questions

from ..setup.places import ROOT
from . import lesson

TEACHER = ROOT / "docs" / "teacher"


@functools.cache
def topics():
    """Return {topic: its table in topics.toml}."""
    return tomllib.loads((TEACHER / "topics.toml").read_text(encoding="utf-8"))


def misconceptions(name, topic, most=3):
    """Return what learners get wrong in a topic: [(wrong, what sets it right)], as the course answers it.

    The wrong choices of its questions come first, one of each, and then the slips of its exercises.
    """
    asked = [question for question in questions() if question.topic == topic and question.wrong]
    found = [(f"{question.ask} “{question.wrong[0][0]}”", question.wrong[0][1]) for question in asked]
    slips = [(id, slip.sentence) for id, _, _ in lesson.exercises(name)[topic] for slip in EXERCISES[id].slips[:1]]
    told = [(f"Exercise {id}", sentence[0].upper() + sentence[1:]) for id, sentence in slips]
    kept = found[: most - min(len(told), 1)] + told
    return [(spelled(wrong), spelled(right)) for wrong, right in kept[:most]]


def spelled(text):
    """Return a sentence in one line, safe in a table of Markdown.

    >>> spelled("a | b\\n c")
    'a \\\\| b c'
    """
    return re.sub(r"\s+", " ", text).replace("|", r"\|").strip()
