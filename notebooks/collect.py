"""Run the exercise notebooks that learners handed in, and show who has solved what.

    python notebooks/collect.py FOLDER               a table on the screen
    python notebooks/collect.py FOLDER --csv FILE    and as a file for a spreadsheet

FOLDER holds one folder for each learner (or one notebook each); the names are those of the folders. Every notebook
is copied and run from top to bottom, so that what counts is what the checks say now; nothing in FOLDER is changed.
It runs what was handed in with your rights on this machine: collect from people whom you trust, or in a container.
"""

import argparse
import asyncio
import csv
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from traitlets.config import Config

from course_lib.check import EXERCISES

CELL_TIMEOUT = 60  # seconds; an endless loop ends its notebook, not the table
AT_ONCE = 2
IDS = sorted(EXERCISES, key=lambda id: tuple(map(int, id.split("."))))


def handed_in(folder):
    """Return {learner: notebooks}: each folder in `folder` is a learner, and so is each notebook that lies there."""
    found = {}
    for path in sorted(folder.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            first = path.relative_to(folder).parts[0]
            found.setdefault(first.removesuffix(".ipynb"), []).append(path)
    return found


async def solved_in(path, alone):
    """Return the exercises that a notebook solves when it is run anew, and a note where it did not run to its end."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "run")
        if alone:
            place.mkdir()
        else:
            shutil.copytree(path.parent, place)  # a picture of their own lies beside their notebook
        try:
            await run_to_the_end(nbformat.read(path, as_version=4), place, folder)
            note = None
        except (CellTimeoutError, DeadKernelError) as error:
            note = f"stopped: {type(error).__name__}"
        except Exception as error:  # whatever was handed in under this name: the others' rows must not be lost
            note = f"cannot be run: {error}".split("\n")[0]
        progress = Path(folder, "progress.json")
        done = json.loads(progress.read_text(encoding="utf-8"))["done"] if progress.exists() else {}
    return set(done) & set(IDS), note


async def run_to_the_end(notebook, place, work):
    """Run a notebook in the folder `place`, past cells that fail; its progress goes to the folder `work`."""
    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(place)}},
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),
    )
    await client.async_execute(env={**os.environ, "COURSE_WORK": work, "MPLBACKEND": "agg"})


async def collect(folder):
    """Return ({learner: solved exercises}, notes)."""
    learners, places = handed_in(folder), asyncio.Semaphore(AT_ONCE)

    async def run(path):
        async with places:
            return await solved_in(path, alone=path.parent == folder)

    table, notes = {}, []
    for learner, paths in learners.items():
        results = await asyncio.gather(*map(run, paths))
        table[learner] = set().union(*(solved for solved, _ in results))
        notes += [f"{path.relative_to(folder)}: {note}" for path, (_, note) in zip(paths, results, strict=True) if note]
        print(f"{learner}: {len(table[learner])} solved", file=sys.stderr)
    return table, notes


def as_text(table):
    """Return the table: a line for each learner, a mark for each exercise, and how many have solved each."""
    width = max(map(len, [*table, "solved by"]))
    chapters = {}
    for id in IDS:
        chapters.setdefault(id.split(".")[0], []).append(id)
    lines = []
    for chapter, ids in chapters.items():
        lines.append(f"{f'Chapter {chapter}':{width}}  " + " ".join(f"{id.split('.')[1]:>2}" for id in ids))
        for learner, solved in table.items():
            lines.append(f"{learner:{width}}  " + " ".join(" ■" if id in solved else " ·" for id in ids))
        counts = (sum(id in solved for solved in table.values()) for id in ids)
        lines += [f"{'solved by':{width}}  " + " ".join(f"{count:2}" for count in counts), ""]
    return "\n".join(lines)


def write_csv(table, file):
    """Write the table for a spreadsheet: learners down, exercises across, 1 for solved."""
    with open(file, "w", newline="", encoding="utf-8") as handle:
        writer = csv.writer(handle)
        writer.writerow(["learner", *IDS, "solved"])
        for learner, solved in table.items():
            writer.writerow([learner, *(int(id in solved) for id in IDS), len(solved)])


def main(words):
    parser = argparse.ArgumentParser(prog="course.py collect", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds one folder for each learner, or one notebook each")
    parser.add_argument("--csv", type=Path, help="write the table here too; a file that is there stays")
    options = parser.parse_args(words)
    if not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder")
    if options.csv and options.csv.exists():
        parser.error(f"{options.csv} exists; name another file, or move it")
    table, notes = asyncio.run(collect(options.folder))
    if not table:
        parser.error(f"no notebook lies in {options.folder}")
    print(as_text(table))
    print("\n".join(notes))
    if options.csv:
        write_csv(table, options.csv)


if __name__ == "__main__":
    main(sys.argv[1:])
