"""A notebook from its first cell to its last, and the answers that it holds."""

import shutil
import sys
import warnings
from pathlib import Path

from . import wire
from .limits import to_nowhere
from .serving import about, serve
from .shell import make_shell, run_cell

MISSING = object()


def answer(reading, writing, asked):
    """Run the notebook that comes in the first message, then answer calls of what it holds."""
    prepare(Path(asked["scratch"]), Path(asked["stage"]))
    warnings.simplefilter("ignore")
    shell = make_shell()
    given = import_course()
    wire.send(writing, {"ready": True})
    to_nowhere(2)
    head, files = wire.receive(reading)
    for name, content in zip(head["files"], files, strict=True):
        put(Path(asked["scratch"]), name, content)
    answers = Answers(given)
    errors = []
    for number, cell in enumerate(head["cells"]):
        wire.send(writing, {"cell": number})
        if error := run_cell(shell, cell["source"], head["seconds"]):
            errors.append([number, *error])
        answers.take(shell.user_ns, cell["names"])
        close_figures()
    answers.take(shell.user_ns, head["names"])
    wire.send(writing, {"errors": errors, "answers": answers.listed(), "known": names_known(shell.user_ns)})
    serve(answers.found, reading, writing)


class Answers:
    """What was handed to checks, and what stands under an exercise's name; each thing once."""

    def __init__(self, given):
        self.given, self.ids, self.found = given, [], []

    def take(self, names, wanted):
        """Take what checks were given since the last time, and the values of some names, as [exercise, name]."""
        for id, value in self.given:
            self._add(id, value)
        del self.given[:]
        for id, name in wanted:
            if (value := names.get(name, MISSING)) is not MISSING:
                self._add(id, value)

    def _add(self, id, value):
        known = any(one == id and before is value for one, before in zip(self.ids, self.found, strict=True))
        if type(id) is str and not known:
            self.ids.append(id[:20])
            self.found.append(value)

    def listed(self):
        return [[id, about(value)] for id, value in zip(self.ids, self.found, strict=True)]


def prepare(scratch, stage):
    """Give Matplotlib what it knows of fonts, so that it need not look for them each time."""
    (scratch / ".matplotlib").mkdir(exist_ok=True)
    for path in (stage / "matplotlib").glob("*"):
        shutil.copy(path, scratch / ".matplotlib" / path.name)


def import_course():
    """Import what notebooks import, let its pictures be shown to nobody, and return the list that checks write to."""
    from course_lib import check, show

    for name in dir(show):
        if name.startswith("show_"):
            setattr(show, name, lambda *arguments, **named: None)
    return check._given


def put(scratch, name, content):
    """Write a file that lay beside the notebook."""
    path = scratch / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.tobytes())


def close_figures():
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close("all")


def names_known(names):
    """Return the names that there are at the end: which of the imports are missing is seen by them."""
    return [name for name in names if isinstance(name, str) and not name.startswith("_")][:2000]
