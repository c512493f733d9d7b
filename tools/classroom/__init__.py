"""`course.py classroom WORD ...`: what a teacher makes for a class, from the sources that there are anyway."""

import pkgutil

from ..setup.stops import Stop

WORDS = {  # what comes after the verb: the function that takes the words after it, and what it makes
    "nbgrader": ("tools.classroom.nbgrader:main", "DIR: a course directory for nbgrader, with the judge outside"),
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
