"""The syllabus: the notebooks of the course in their order, and to which chapter each belongs."""

import tomllib

from .setup.places import ROOT

SOURCE = ROOT / "notebooks" / "source"


def lessons(path=SOURCE / "syllabus.toml"):
    """Return the syllabus' tables, one for each notebook: a chapter has one or two."""
    return tomllib.loads(path.read_text(encoding="utf-8"))["chapter"]


def number(lesson):
    """Return the number of the chapter to which a notebook belongs.

    >>> number("05_features"), number("05_faces")
    (5, 5)
    """
    return int(lesson[:2])


def exercises(lesson):
    """Return the name of the notebook that holds the exercises of a lesson's chapter.

    >>> exercises("05_features")
    '05_faces'
    """
    return next((SOURCE / "exercises").glob(f"{lesson[:2]}_*.md")).stem


def topics(lesson):
    """Return the ids of the topics in a notebook."""
    return [topic["id"] for entry in lessons() if entry["id"] == lesson for topic in entry["topic"]]
