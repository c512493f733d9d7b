"""Run one notebook that was handed in, in a copy, and tell what the checks said in it."""

import collections
import dataclasses
import json
import os
import re
import shutil
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from traitlets.config import Config

CELL_TIMEOUT = 60  # seconds
STARTS = 12  # so often is a notebook begun at most: once, and again for each cell that ended it
CHECKS = re.compile(r"\bcheck\(\s*['\"](\d+\.\d+)['\"]")
RANKS = ("right", "wrong", "not yet", "not reached")  # where an exercise is checked twice, the better one counts
MISSING = {"ImportError", "ModuleNotFoundError", "NameError"}  # the signs of a lost import cell, or a lost package

# Runs in the kernel before the notebook does: from then on, each verdict is written down.
WATCH = """\
def watch(path):
    import json
    from course_lib.check import engine

    judge = engine.verdict

    def verdict(id, answer):
        state = "not reached"  # should the judge itself stop
        try:
            found = judge(id, answer)
            state = found.state
            return found
        finally:
            with open(path, "a", encoding="utf-8") as file:
                file.write(json.dumps([id, state]) + "\\n")

    engine.verdict = verdict


watch({path!r})
del watch
"""


@dataclasses.dataclass
class Outcome:
    """What came of one notebook: the state of each exercise that it checks, and what a teacher should know."""

    states: dict = dataclasses.field(default_factory=dict)
    notes: list = dataclasses.field(default_factory=list)
    whole: bool = True  # it ran to its end: run again, it would give the same


async def outcome(path, course, alone=False):
    """Run the notebook at `path` beside copies of its neighbours, with the library that lies in `course`."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder, place = Path(name), Path(name, "run")
        try:
            notebook = nbformat.read(path, as_version=4)
            code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
            if alone:
                place.mkdir()
            else:
                shutil.copytree(path.parent, place)  # a picture of their own lies beside their notebook
            stopped = await run(notebook, place, environment(folder, course))
        except Exception as error:  # whatever was handed in under this name: the others' rows must not be lost
            return Outcome(notes=[f"cannot be run: {last_words(folder) or error}".split("\n")[0]], whole=False)
        states = better(dict.fromkeys(CHECKS.findall(code), "not reached"), verdicts(folder))
    return Outcome(states, [*stopped, *errors(notebook, "not reached" in states.values())], not stopped)


def environment(folder, course):
    """Return a kernel's environment: progress and verdicts go into `folder`, IPython's own settings stay out."""
    startup = folder / "ipython" / "profile_default" / "startup" / "watch.py"
    startup.parent.mkdir(parents=True)
    startup.write_text(WATCH.format(path=str(folder / "verdicts")), encoding="utf-8")
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, [str(course), os.environ.get("PYTHONPATH")])),
        "IPYTHONDIR": str(folder / "ipython"),
        "COURSE_WORK": str(folder),
        "MPLBACKEND": "agg",
    }


async def run(notebook, place, environment):
    """Run a notebook past cells that fail, and anew without each cell that ended it; return notes on those."""
    notes = []
    for _ in range(STARTS):
        started = []
        try:
            with Path(environment["COURSE_WORK"], "stderr").open("wb") as words:  # a kernel that is ended complains
                await client(notebook, place, started).async_execute(env=environment, stderr=words)
            return notes
        except (CellTimeoutError, DeadKernelError) as error:
            if not started:
                raise
            why = f"ran longer than {CELL_TIMEOUT} s" if isinstance(error, CellTimeoutError) else "ended Python"
        cell = notebook.cells[started[-1]]
        notes.append(f"cell {started[-1] + 1} ({first_line(cell)}) {why}; the rest was run without it")
        cell.source, cell.outputs = "", []
    return [*notes, f"given up after {STARTS} such cells"]


def client(notebook, place, started):
    """Return what runs a notebook in the folder `place`; the numbers of its cells go into the list `started`."""
    made = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        kernel_name="python3",
        allow_errors=True,
        store_widget_state=False,
        resources={"metadata": {"path": str(place)}},
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )
    made.on_cell_start = lambda cell, cell_index: started.append(cell_index)
    made.log.setLevel("CRITICAL")  # what it has to say stands in the notes
    return made


def last_words(folder):
    """Return the last line that a kernel which did not start has printed."""
    file = folder / "stderr"
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n") if file.exists() else []
    return next((line for line in reversed(lines) if line.strip()), "")


def first_line(cell):
    """Return the first line of a cell, cut to forty characters."""
    line = next(iter(cell.source.strip().splitlines()), "")
    return line if len(line) <= 40 else line[:39] + "…"


def verdicts(folder):
    """Return {exercise: state} as the checks have written it down."""
    file, found = folder / "verdicts", {}
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else []:
        found = better(found, dict([json.loads(line)]))
    return found


def better(one, other):
    """Return, of two tables of states, the better state of each exercise."""
    both = collections.ChainMap(one, other)
    return {id: min((t[id] for t in (one, other) if id in t), key=RANKS.index) for id in both}


def errors(notebook, lost):
    """Return a note on cells that stopped, where names are missing or (`lost`) a check was not reached."""
    found = [
        (number, output)
        for number, cell in enumerate(notebook.cells, 1)
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]
    kinds = collections.Counter(output.ename for _, output in found)
    if not found or not (lost or MISSING & kinds.keys()):
        return []
    number, first = found[0]
    counted = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    said = f"{first.ename}: {first.evalue}".split("\n")[0]
    return [f"cells that stopped: {counted}; the first is cell {number}, {said}"]
