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

    The wrong choices of its questions come first, one of each, and then slips of its exercises.
    """
    asked = [question for question in questions() if question.topic == topic and question.wrong]
    ids = [id for id, _, _ in lesson.exercises(name)[topic]]
    chosen = [
        (f"{one.ask} “{wrong}”", why) for rank in range(3) for one in asked for wrong, why in one.wrong[rank : rank + 1]
    ]
    slips = [
        (f"Exercise {id}", slip.sentence)
        for rank in range(3)
        for id in ids
        for slip in EXERCISES[id].slips[rank : rank + 1]
    ]
    told = chosen[:most] if len(asked) >= most else [*chosen[: max(len(asked), most - len(slips))], *slips]
    return [(spelled(wrong), spelled(why[0].upper() + why[1:])) for wrong, why in told[:most]]


def spelled(text):
    """Return a sentence in one line, safe in a table of Markdown.

    >>> spelled("a | b\\n c")
    'a \\\\| b c'
    """
    return re.sub(r"\s+", " ", text).replace("|", r"\|").strip()
