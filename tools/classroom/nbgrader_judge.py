"""Stands in nbgrader where its own run of a notebook would be: the notebook is judged as `course.py collect` does it.

It needs no nbgrader itself: a preprocessor is one of nbconvert's.
"""

import atexit
import functools
import tempfile
from pathlib import Path, PurePosixPath

from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_output
from traitlets import Bool, Int

from ..collecting import handins, judging, learner, notebook, sandbox, stage
from ..collecting.fitness import Fitness

CHECK = "check-"
MARKS = {"right": "✓", "wrong": "✗", "not written": "…"}


class NoIsolation(Exception):
    """Nothing can be judged on this machine."""


class JudgeOutside(Preprocessor):
    """Writes the verdict on each answer under its check: as an error, which costs the points, unless it is right."""

    enabled = Bool(True).tag(config=True)
    trust = Bool(False, help="Run notebooks without isolation where there is none.").tag(config=True)

    variant = Int(1, help="Whose numbers the exercises have.").tag(config=True)

    def preprocess(self, nb, resources):
        way, fitness = prepared(self.trust)
        name, folder = f"{resources['metadata']['name']}.ipynb", Path(resources["metadata"]["path"] or ".")
        code = [cell for cell in nb.cells if cell.cell_type == "code"]
        handed_in = notebook.Notebook(name, [cell.source for cell in code], variant=self.variant)
        outcome = judging.judged(way, handed_in, beside(folder, name))
        fitness.look() if outcome.whole else fitness.try_out()
        for note in outcome.notes:
            self.log.warning("%s: %s", folder / name, learner.clean(note))
        for cell in code:
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id", "")
            cell.outputs = []
            if grade_id.startswith(CHECK):
                id = grade_id.removeprefix(CHECK).replace("_", ".")
                cell.outputs = [told(id, outcome.found.get(id, judging.Found("not written")))]
        return nb, resources


@functools.cache
def prepared(trust):
    """Return the way in which notebooks are run, and what watches over the course; made once, tried first."""
    folder = tempfile.TemporaryDirectory(prefix="course-")
    stage.build(Path(folder.name))
    way, why = sandbox.best(folder.name, trust)
    if way is None:
        folder.cleanup()
        raise NoIsolation(f"this machine offers no isolation for code that others wrote ({why})")
    fitness = Fitness(way)
    fitness.try_out()
    atexit.register(folder.cleanup)
    return way, fitness


def beside(folder, name):
    """Return the files that were handed in with a notebook: a learner's own pictures."""
    found = [(PurePosixPath(*parts), read, size) for parts, size, read in handins.walk(folder, ())]
    files = [handins.File(*file) for file in found if not isinstance(file[1], str) and file[0].suffix != ".ipynb"]
    return learner.beside(PurePosixPath(name), files)


def told(id, found):
    """Return a verdict as an output of a cell."""
    text = f"{MARKS.get(found.state, '!')} {id} {found.state}: {learner.clean(found.sentence)}"
    if found.state == "right":
        return new_output("stream", name="stdout", text=text + "\n")
    return new_output("error", ename="AssertionError", evalue=text, traceback=[text])
