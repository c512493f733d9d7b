"""One learner: which of their files are notebooks to judge, and what came of all of them together."""

import contextlib
import dataclasses
import functools
import hashlib

import numpy as np

from ..setup.places import ROOT
from . import exercises, notebook
from .judging import STATES, Found

WITH = 200, 40 * 2**20  # files beside a notebook that go with it, and their bytes


@dataclasses.dataclass
class Row:
    """What one learner has done: {exercise: `Found`}, and what the teacher should know."""

    found: dict = dataclasses.field(default_factory=dict)
    notes: list = dataclasses.field(default_factory=list)

    def state(self, id):
        return self.found[id].state if id in self.found else ""

    def count(self, state):
        return sum(one.state == state for one in self.found.values())

    def points(self, ids=exercises.IDS):
        """Return the sum of the stars of what is right."""
        return sum(exercises.points()[id] for id in ids if self.state(id) == "right")

    def solved(self):
        """Return how many exercises are solved, or words where nothing could be judged."""
        judged = any(one.state in ("right", "wrong", "not written") for one in self.found.values())
        return self.count("right") if judged else "not judged"

    def add(self, found):
        """Take what was found in one more notebook: where an exercise is in two, the better one counts."""
        for id, one in found.items():
            if id not in self.found or STATES.index(one.state) < STATES.index(self.found[id].state):
                self.found[id] = one

    def cleaned(self):
        """Return the row without signs that no screen shows as they are: its words are a stranger's."""
        found = {id: Found(one.state, clean(one.sentence)) for id, one in self.found.items()}
        return Row(found, [clean(note) for note in self.notes])

    def as_data(self):
        return {"found": {id: [one.state, one.sentence] for id, one in self.found.items()}, "notes": self.notes}

    @classmethod
    def from_data(cls, data):
        return cls({id: Found(*one) for id, one in data["found"].items()}, data["notes"])


def clean(text):
    """Return a text with a question mark for each sign that a screen takes for a command.

    >>> clean("ü\\x1b[2J")
    'ü?[2J'
    """
    return "".join(sign if sign.isprintable() or sign == "\n" else "?" for sign in text)


def notebooks(handin, variant=None):
    """Return ([notebook, files that lay beside it], notes) of what a learner handed in.

    With `variant`, all are judged by the numbers of that group, whatever they say.
    """
    found, notes, others = [], list(handin.notes), []
    for file in handin.files:
        try:
            made = read(file)
        except notebook.Unreadable as error:
            notes.append(f"{file.path} {error}")
            continue
        if made and made.chapters:
            notes += [f"{file.path} {note}" for note in told(made, variant)]
            found.append((file.path, made))
        else:
            others.append(file)
    own = [pair for pair in found if "solutions" not in pair[0].parts[:-1]]
    if own and len(own) < len(found):
        notes.append("the folder of the course's solutions was handed in too: not judged")
    if not found:
        notes.append("no notebook of exercises was handed in" if handin.files else "nothing was handed in")
    return [(made, beside(path, others)) for path, made in own or found], notes


def told(made, variant):
    """Return what a teacher should know of how a notebook was read, and let it have the numbers of a group."""
    group = f"has the numbers of group {made.variant}" if made.variant > 1 and not variant else ""
    made.variant = variant or made.variant
    return [note for note in (made.note, group) if note]


def read(file):
    """Return the `Notebook` in a file, or None where it is another kind of file."""
    name = file.path.name.lower()
    if not name.endswith((".ipynb", ".py")):
        return None
    try:
        return notebook.read(str(file.path), file.read())
    except notebook.Unreadable:
        if name.endswith(".py"):
            return None
        raise
    except Exception as error:  # a damaged zip, a file that may not be read: the others are judged all the same
        raise notebook.Unreadable(f"cannot be read ({type(error).__name__})") from None


def beside(path, others):
    """Return {name: bytes, as an array} of the files that lie where a notebook lies, or below."""
    files, room = {}, WITH[1]
    for file in others:
        with contextlib.suppress(ValueError):
            name = str(file.path.relative_to(path.parent))
            room -= file.size
            if room >= 0 and len(files) < WITH[0] and not name.startswith(("course_lib/", "inside/")):
                with contextlib.suppress(Exception):  # a damaged zip
                    files[name] = np.frombuffer(file.read(), np.uint8)
    return files


@functools.cache
def solution_notebooks():
    """Return the course's notebooks of solutions."""
    paths = sorted((ROOT / "notebooks" / "solutions").glob("*.ipynb"))
    return [notebook.read(path.name, path.read_bytes()) for path in paths]


def key(handin, course):
    """Return a name for what was handed in, which is another one where a file or the course has changed."""
    found = hashlib.sha256(course.encode())
    for file in handin.files:
        with contextlib.suppress(Exception):  # what cannot be read is named in the notes
            found.update(f"{file.path}\0{hashlib.sha256(file.read()).hexdigest()}\0".encode())
    for note in handin.notes:
        found.update(note.encode())
    return found.hexdigest()
