"""How long the parts of the course take: counted from the text, not from a wish.

A reader takes 180 words a minute (English may not be their own), 8 seconds for a line of code, 25 for a guess,
3 minutes for an explorer or a step-through; an exercise of one star takes 6 minutes, of two 12, of three 20.
Whoever knows the matter needs half, whoever tries things out twice as much.
"""

import re

import jupytext

from . import syllabus
from .syllabus import SOURCE

WORDS, CODE_LINE, GUESS, EXPLORER = 1 / 180, 8 / 60, 25 / 60, 3  # minutes
STARS = {"★": 6, "★★": 12, "★★★": 20}
GUESSES = re.compile(r"\*\*(?:Guess|Predict|Before you)")
EXPLORERS = re.compile(r"^(?:explore|steps)\.", re.MULTILINE)
EXERCISE = re.compile(r"^## \d+\.\d+ (★+) \{(\w+)\}$", re.MULTILINE)


def reading(cells):
    """Return the minutes that cells of a lesson take to read, run and try."""
    text = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    code = [line for cell in cells if cell.cell_type == "code" for line in cell.source.splitlines() if line.strip()]
    tried = len(EXPLORERS.findall("\n".join(code)))
    return len(text.split()) * WORDS + len(code) * CODE_LINE + len(GUESSES.findall(text)) * GUESS + tried * EXPLORER


def of_topics(chapter):
    """Return {heading: minutes to read} for the topics of a chapter, in their order."""
    text = (SOURCE / f"{chapter}.md").read_text(encoding="utf-8")
    _head, *sections = re.split(r"^## ", text, flags=re.MULTILINE)
    return {section.split("\n")[0]: reading(jupytext.reads(section, "md").cells) for section in sections}


def of_exercises(chapter):
    """Return {topic: minutes for its exercises} for the topics of a notebook."""
    found = dict.fromkeys(syllabus.topics(chapter), 0)
    text = (SOURCE / "exercises" / f"{syllabus.exercises(chapter)}.md").read_text(encoding="utf-8")
    for stars, topic in EXERCISE.findall(text):
        if topic in found:
            found[topic] += STARS[stars]
    return found


def both(chapter):
    """Return how long a chapter takes to read and try, and how long its exercises take, as words."""
    cells = jupytext.read(SOURCE / f"{chapter}.md").cells
    return hours(reading(cells)), hours(sum(of_exercises(chapter).values()))


def told(chapter):
    """Return how long a chapter takes, as the first words of its head."""
    return "About {} to read and try, and {} for the exercises.".format(*both(chapter))


def hours(minutes):
    """Return minutes as words, rounded to a quarter of an hour.

    >>> hours(50), hours(61), hours(98), hours(128)
    ('45 minutes', '1 hour', '1 ¾ hours', '2 ¼ hours')
    """
    quarters = max(round(minutes / 15), 1)
    whole, rest = divmod(quarters, 4)
    if not whole:
        return f"{quarters * 15} minutes"
    fraction = ("", " ¼", " ½", " ¾")[rest]
    return f"{whole}{fraction} hour{'s' if quarters > 4 else ''}"
