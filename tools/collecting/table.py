"""The table of a class: on the screen, and as a file for a spreadsheet or for a system that takes marks."""

import csv

from . import exercises

MARKS = {"right": "■", "wrong": "×", "not written": "·", "not reached": "?", "error": "!", "": " "}
LEGEND = (
    "■ right   × wrong   · nothing written   ? not reached: something before it failed   "
    "! could not be judged   blank: not handed in"
)


def as_text(table):
    """Return the table of {learner: row}: a mark for each exercise, and how many have solved each.

    A chapter of which nobody handed in anything has no table.
    """
    width = max(map(len, [*table, "solved by"]))
    lines = []
    for chapter in exercises.CHAPTERS:
        ids = exercises.of_chapter(chapter)
        if not any(row.state(id) for row in table.values() for id in ids):
            continue
        lines.append(f"{f'Chapter {chapter}':{width}}  " + " ".join(f"{id.split('.')[1]:>2}" for id in ids))
        for learner, row in table.items():
            lines.append(f"{learner:{width}}  " + " ".join(f" {MARKS[row.state(id)]}" for id in ids))
        counts = (sum(row.state(id) == "right" for row in table.values()) for id in ids)
        lines += [f"{'solved by':{width}}  " + " ".join(f"{count:2}" for count in counts), ""]
    return "\n".join([*lines, LEGEND])


def heads():
    """Return the heads of the columns: none is read as a number or a date."""
    chapters = (f"Chapter {chapter}" for chapter in exercises.CHAPTERS)
    points = (f"Exercise {id}" for id in exercises.IDS)
    states = (f"State {id}" for id in exercises.IDS)
    return ["Learner", "Number", "Points", "Points possible", "Solved", *chapters, *points, *states, "Notes"]


def line(learner, number, row):
    """Return a learner's line: points by chapter and by exercise, then the states in words.

    An exercise without a notebook has no points; one that is not right has 0.
    """
    stars = exercises.points()
    sums = [row.points(exercises.of_chapter(chapter)) for chapter in exercises.CHAPTERS]
    points = [stars[id] if row.state(id) == "right" else 0 if row.state(id) else "" for id in exercises.IDS]
    states = [row.state(id) for id in exercises.IDS]
    total = [row.points(), sum(stars.values()), row.solved()]
    return [*map(plain, (learner, number)), *total, *sums, *points, *states, plain(" | ".join(row.notes))]


def plain(text):
    """Return a text that no spreadsheet takes for a formula.

    >>> plain("=1+1"), plain("Anna")
    ("'=1+1", 'Anna')
    """
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def add_line(file, learner, number, row):
    """Add a learner's line to a spreadsheet's file, which begins with the mark of UTF-8 and the heads."""
    new = not file.exists()
    with file.open("a", newline="", encoding="utf-8-sig" if new else "utf-8") as handle:
        csv.writer(handle).writerows([*([heads()] if new else []), line(learner, number, row)])
