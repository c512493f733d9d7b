"""Notebooks of exercises for another group of learners: where an answer is a value, it is asked with other numbers.

    python course.py classroom exercises DIR --variant 2    DIR/exercises for the group, DIR/solutions for its teacher

Only values can be handed on; a function is tried on many pictures whoever writes it. The exercises that have other
numbers choose them in their files (`chosen` in course_lib/check/exercise.py), and say there which words of the text
change with them.
"""

import argparse
import re
from pathlib import Path

import nbformat

from ..build import read, with_solutions, without_solutions
from ..collecting import exercises
from ..setup.stops import Stop

HEADING = re.compile(r"^## (\d+\.\d+) ", re.MULTILINE)
GROUP = "from course_lib.check import variant\n\nvariant({})  # the numbers of your group: leave this cell as it is"


def main(words):
    """Write the notebooks of a group."""
    parser = argparse.ArgumentParser(prog="course.py classroom exercises", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an empty one")
    asked = with_variant(parser).parse_args(words)
    begin(asked.folder)
    for name, cut in {"exercises": without_solutions, "solutions": with_solutions}.items():
        (asked.folder / name).mkdir()
        for source in sorted(exercises.SOURCES.glob("*.md")):
            notebook = cut(of_variant(read(source), asked.variant))
            nbformat.write(notebook, asked.folder / name / f"{source.stem}.ipynb")
    print(f"The exercises of group {asked.variant} lie in {asked.folder / 'exercises'}: for the learners' folder work.")
    return 0


def with_variant(parser):
    """Let a command line take `--variant`, and return it."""
    parser.add_argument(
        "--variant", type=number, default=1, metavar="N", help="the numbers of group N; 1: the course's"
    )
    return parser


def number(text):
    if not text.isdigit() or not 1 <= int(text) <= 999:
        raise argparse.ArgumentTypeError(f"groups are numbered from 1; got {text}")
    return int(text)


def begin(folder):
    """Make a folder, or stop where it holds something: what a teacher has there stays."""
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise Stop(f"{folder} holds something already, and stays as it is. Name a new folder.")
    folder.mkdir(parents=True, exist_ok=True)


def by_exercise(notebook):
    """Yield (exercise, or None before the first; cell)."""
    id = None
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := HEADING.search(cell.source)):
            id = found[1]
        yield id, cell


def of_variant(notebook, variant):
    """Return a chapter's exercises with a variant's numbers, and a cell that tells the checks which one it is."""
    if variant == 1:
        return notebook
    for id, cell in by_exercise(notebook):
        cell.source = exercises.retold(cell.source, id, variant) if id else cell.source
    first = next(i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    notebook.cells.insert(first + 1, nbformat.v4.new_code_cell(GROUP.format(variant), id="variant"))
    return notebook
