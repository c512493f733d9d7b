"""Run the exercise notebooks that learners handed in, and show who has solved what.

    python course.py collect FOLDER               a table on the screen
    python course.py collect FOLDER --csv FILE    and as a file for a spreadsheet

FOLDER holds one folder for each learner (or one notebook each); the names are those of the folders. Every notebook
is copied and run from top to bottom, so that what counts is what the checks say now; nothing in FOLDER is changed.
It runs what was handed in with your rights on this machine: collect from people whom you trust, or in a container.

Each learner's notebooks meet a fresh copy of course_lib and data. Before the first learner and after each, a notebook
whose answers are known is run: where it fails, collecting stops, and nobody's row says what is the course's fault.
What was judged is kept in work/collected: notebooks that did not change are not run again.

It ends with 0 where all went well, with 1 where there are notes to read, with 2 where it had to stop.
"""

import argparse
import asyncio
import csv
import dataclasses
import hashlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat

from course_lib.check import EXERCISES

from . import rerun
from .setup.places import ROOT

KEPT = ROOT / "work" / "collected"
LIBRARY = "course_lib", "data"
AT_ONCE = 2
IDS = sorted(EXERCISES, key=lambda id: tuple(map(int, id.split("."))))
MARKS = {"right": "■", "wrong": "×", "not yet": "·", "not reached": "?", None: " "}
LEGEND = "■ solved   × wrong   · nothing written yet   ? not reached: its check did not run   blank: no check handed in"
CANARY = ["import numpy as np", "from course_lib.check import check"]
CANARY += ['check("1.2", np.flipud)', 'check("2.21", 3)', 'check("3.1", None)']
ITS_STATES = {"1.2": "right", "2.21": "wrong", "3.1": "not yet"}


class Unfit(Exception):
    """The course itself does not work here: nothing can be said of anybody's notebooks."""


@dataclasses.dataclass
class Row:
    """What one learner has done: {exercise: state}, and what the teacher should know."""

    states: dict
    notes: list

    def count(self, state):
        return sum(found == state for found in self.states.values())

    def solved(self):
        """Return how many exercises are solved, or words where no check ran at all."""
        judged = len(self.states) - self.count("not reached")
        return self.count("right") if judged else "not judged"


def handed_in(folder):
    """Return {learner: notebooks}: each folder in `folder` is a learner, and so is each notebook that lies there."""
    found = {path.name: [] for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")}
    for path in sorted(folder.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            first = path.relative_to(folder).parts[0]
            found.setdefault(first.removesuffix(".ipynb"), []).append(path)
    return found


def files(folder, names):
    """Return {name: sha256} of the files in `folder` that are named, or lie in a folder that is."""
    found = [path for name in names for path in (folder / name, *(folder / name).rglob("*"))]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(found)
        if path.is_file() and "__pycache__" not in path.parts
    }


async def try_out(healthy):
    """Raise `Unfit` where the library's files are not as they were, or a known notebook is not judged as it should."""
    now = files(ROOT, LIBRARY)
    changed = sorted(name for name in healthy.keys() | now.keys() if healthy.get(name) != now.get(name))
    if changed:
        raise Unfit(f"files of the course have changed: {', '.join(changed)}. `git checkout .` brings them back")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "canary.ipynb")
        nbformat.write(nbformat.v4.new_notebook(cells=list(map(nbformat.v4.new_code_cell, CANARY))), path)
        outcome = await rerun.outcome(path, ROOT, alone=True)
    if outcome.states != ITS_STATES:
        told = "; ".join(outcome.notes) or f"expected {ITS_STATES}, got {outcome.states}"
        raise Unfit(f"a notebook whose answers are known is not judged as it should be: {told}")


async def judged(folder, paths, healthy):
    """Run a learner's notebooks, two at once, with a copy of the library; return the row and whether it will stay."""
    places = asyncio.Semaphore(AT_ONCE)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as course:
        for name in LIBRARY:
            shutil.copytree(ROOT / name, Path(course, name))

        async def run(path):
            async with places:
                return await rerun.outcome(path, course, alone=path.parent == folder)

        outcomes = await asyncio.gather(*map(run, paths))
        untouched = files(Path(course), LIBRARY) == healthy
    states = {}
    for outcome in outcomes:
        states = rerun.better(states, outcome.states)
    named = zip(paths, outcomes, strict=True)
    notes = [f"{path.relative_to(folder)}: {note}" for path, outcome in named for note in outcome.notes]
    if not paths:
        notes = ["no notebook was handed in"]
    if not untouched:
        notes.append("these notebooks change the course's own files; they did so in a copy that nobody else meets")
    return Row(states, notes), untouched and all(outcome.whole for outcome in outcomes)


async def collect(folder, keep):
    """Judge one learner after the other, and hand (learner, row) to `keep` at once; raise `Unfit` where that ends."""
    healthy = files(ROOT, LIBRARY)
    await try_out(healthy)
    judge = files(Path(__file__).parent, ["collect.py", "rerun.py"])
    for learner, paths in handed_in(folder).items():
        theirs = files(folder, {path.relative_to(folder).parts[0] for path in paths})
        key = hashlib.sha256(json.dumps([healthy, judge, theirs], sort_keys=True).encode()).hexdigest()
        kept = KEPT / f"{key}.json"
        if kept.exists():
            keep(learner, Row(**json.loads(kept.read_text(encoding="utf-8"))))
            continue
        row, stays = await judged(folder, paths, healthy)
        try:
            await try_out(healthy)
        except Unfit as error:
            keep(learner, Row({}, [f"when these notebooks had run, {error}"]))
            raise
        if stays:
            KEPT.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(dataclasses.asdict(row)), encoding="utf-8")
        keep(learner, row)


def as_text(table):
    """Return the table: a line for each learner, a mark for each exercise, and how many have solved each."""
    width = max(map(len, [*table, "solved by"]))
    chapters = {}
    for id in IDS:
        chapters.setdefault(id.split(".")[0], []).append(id)
    lines = []
    for chapter, ids in chapters.items():
        lines.append(f"{f'Chapter {chapter}':{width}}  " + " ".join(f"{id.split('.')[1]:>2}" for id in ids))
        for learner, row in table.items():
            lines.append(f"{learner:{width}}  " + " ".join(f" {MARKS[row.states.get(id)]}" for id in ids))
        counts = (sum(row.states.get(id) == "right" for row in table.values()) for id in ids)
        lines += [f"{'solved by':{width}}  " + " ".join(f"{count:2}" for count in counts), ""]
    return "\n".join([*lines, LEGEND])


def csv_line(learner, row):
    """Return a learner's line for a spreadsheet: 1 for solved, words for what is not."""
    cells = (1 if row.states.get(id) == "right" else row.states.get(id, "") for id in IDS)
    return [learner, *cells, row.solved(), " | ".join(row.notes)]


def options(words):
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="course.py collect", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds one folder for each learner, or one notebook each")
    parser.add_argument("--csv", type=Path, help="write the table here too; a file that is there stays")
    found = parser.parse_args(words)
    if not found.folder.is_dir():
        parser.error(f"{found.folder} is no folder")
    if found.csv and found.csv.exists():
        parser.error(f"{found.csv} exists; name another file, or move it")
    if not any(handed_in(found.folder).values()):
        parser.error(f"no notebook lies in {found.folder}")
    return found


def add_line(file, learner, row):
    """Add a learner's line to a spreadsheet's file, which begins with the heads."""
    with file.open("a", newline="", encoding="utf-8") as handle:
        heads = [] if handle.tell() else [["learner", *IDS, "solved", "notes"]]
        csv.writer(handle).writerows([*heads, csv_line(learner, row)])


def main(words):
    asked, table, stopped = options(words), {}, None

    def keep(learner, row):
        table[learner] = row
        print(f"{learner}: solved {row.solved()}, wrong {row.count('wrong')}, notes {len(row.notes)}", file=sys.stderr)
        if asked.csv:
            add_line(asked.csv, learner, row)

    try:
        asyncio.run(collect(asked.folder, keep))
    except Unfit as error:
        stopped = f"Stopped after {len(table)} of {len(handed_in(asked.folder))} learners: {error}."
    if table:
        print(as_text(table))
    notes = [f"{learner}: {note}" for learner, row in table.items() for note in row.notes]
    print("\n".join(notes))
    if stopped:
        print(stopped, file=sys.stderr)
    return 2 if stopped else 1 if notes else 0
