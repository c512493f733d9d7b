"""`course.py classroom WORD ...`: what a teacher makes for a class, from the sources that there are anyway."""

import pkgutil

from ..setup.stops import Stop

WORDS = {  # what comes after the verb: the function that takes the words after it, and what it makes
    "exercises": ("tools.classroom.variants:main", "DIR --variant N: exercises with other numbers, for group N"),
    "nbgrader": ("tools.classroom.nbgrader:main", "DIR: a course directory for nbgrader, with the judge outside"),
    "guide": (
        "tools.classroom.guide:main",
        "DIR: the teacher's guide, with each topic's minutes, guesses and questions",
    ),
    "slides": ("tools.classroom.slides:main", "DIR: slides of each chapter, which need no network"),
    "handout": ("tools.classroom.handout:main", "DIR: each chapter to write on, without answers"),
    "key": ("tools.classroom.key:main", "DIR: the solutions, with points"),
    "exam": (
        "tools.classroom.exam:main",
        "DIR: twelve questions and six exercises, on paper and as a notebook; and the key",
    ),
}


def main(words):
    """Call the function of the word that comes first, with the rest; without one, list them."""
    if not words:
        print("\n".join(f"python course.py classroom {word} {made}" for word, (_, made) in WORDS.items()))
        return 0
    word, *rest = words
    if word not in WORDS:
        raise Stop(f"There is no `classroom {word}`; choose one of: {', '.join(WORDS)}.")
    return pkgutil.resolve_name(WORDS[word][0])(rest)
