"""Ways through the course in so many hours: docs/teacher/routes.toml, with the minutes that tools/minutes.py counts.

In a class, each guess takes a minute more than alone: a show of hands, and somebody who says why.
"""

import functools
import math
import tomllib

from .. import minutes, syllabus
from . import lesson
from .telling import TEACHER

VOTE = 1  # minutes


@functools.cache
def topics():
    """Return {topic: (heading, minutes in class, {exercise: (title, stars, minutes)})} of the whole course."""
    found = {}
    for entry in syllabus.lessons():
        read, exercises = minutes.of_topics(entry["id"]), lesson.exercises(entry["id"])
        guesses = {section.heading: len(section.guesses()) for section in lesson.of_source(entry["id"])}
        for topic in entry["topic"]:
            heading = topic["lesson"]
            tasks = {id: (title, stars, minutes.STARS[stars]) for id, title, stars in exercises[topic["id"]]}
            found[topic["id"]] = heading, math.ceil(read[heading] + VOTE * guesses[heading]), tasks
    return found


def routes():
    """Return the routes as they are written down."""
    return tomllib.loads((TEACHER / "routes.toml").read_text(encoding="utf-8"))["route"]


def steps(session):
    """Return [(what, minutes)] of one session; a step is a topic with exercises behind it, or words and minutes."""
    found = []
    for step in session["steps"]:
        first, *rest = step
        if first in topics():
            heading, length, tasks = topics()[first]
            found.append((f"*{heading}*", length))
            found += [(f"exercise {id}, {tasks[id][0]} {tasks[id][1]}", tasks[id][2]) for id in rest]
        else:
            found.append((first, *rest))
    return found


def slack(session):
    """Return the minutes of a session that nothing is planned for."""
    return session["minutes"] - sum(length for _, length in steps(session))


def clock(session):
    """Return [(minute at which it begins, what, minutes)] of one session, with what is left at its end."""
    found, at = [], 0
    for what, length in [*steps(session), ("what was left open, questions", slack(session))]:
        found.append((f"{at // 60}:{at % 60:02d}", what, length))
        at += length
    return found
