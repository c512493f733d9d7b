"""`course.py classroom nbgrader DIR`: a course directory that nbgrader takes as it is.

    python course.py classroom nbgrader DIR              source/chapter1 to chapter5, and nbgrader_config.py
    python course.py classroom nbgrader DIR --variant 2  with the numbers of another group

Each exercise is a cell for the answer and a locked check, worth as many points as the exercise has stars. The check
ends in a hidden line that raises what the verdict says. In place of nbgrader's own run stands the judge that `collect`
has (see nbgrader_judge.py), so that a notebook which meddles with the check gains nothing.
"""

import argparse
import re
from pathlib import Path

import nbformat

from ..build import STUB, read
from ..collecting import exercises
from ..setup.places import ROOT
from . import variants

BEGIN = re.compile(r"^( *)### BEGIN SOLUTION$", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\(\.\./notebooks/[^)]*\)")  # where the lessons lie, nbgrader does not know
HIDDEN = """

### BEGIN HIDDEN TESTS
from course_lib.check import require
require("{id}", {name})
### END HIDDEN TESTS"""
TEXTS = Path(__file__).parent / "nbgrader_texts"


def main(words):
    """Write the course directory."""
    parser = argparse.ArgumentParser(prog="course.py classroom nbgrader", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new folder, or an empty one")
    asked = variants.with_variant(parser).parse_args(words)
    folder = asked.folder.absolute()
    variants.begin(folder)
    for source in sorted(exercises.SOURCES.glob("*.md")):
        place = folder / "source" / f"chapter{int(source.name[:2])}"
        place.mkdir(parents=True)
        nbformat.write(graded(read(source), asked.variant), place / f"{source.stem}.ipynb")
    for text in TEXTS.iterdir():
        filled = (
            text.read_text(encoding="utf-8")
            .replace("{course}", ROOT.as_posix())
            .replace("{variant}", str(asked.variant))
        )
        (folder / text.name).write_text(filled, encoding="utf-8")
    print(f"A course for nbgrader lies in {folder}. README.md there tells how it goes on.")
    return 0


def graded(notebook, variant=1):
    """Return a chapter's exercises as nbgrader wants them."""
    for id, cell in variants.by_exercise(variants.of_variant(notebook, variant)):
        if cell.cell_type == "markdown":
            cell.source = LINK.sub(r"\1", cell.source)
        elif BEGIN.search(cell.source):
            cell.source = with_placeholder(cell.source)
            cell.metadata["nbgrader"] = about(f"solution-{id}", solution=True)
        elif found := exercises.checked(cell.source):
            ((id, name),) = found
            cell.source += HIDDEN.format(id=id, name=name)
            cell.metadata["nbgrader"] = about(f"check-{id}", grade=True, points=exercises.points()[id])
    return notebook


def about(grade_id, *, solution=False, grade=False, points=None):
    """Return what nbgrader keeps in a cell; its ids take no dot."""
    found = {"schema_version": 3, "grade_id": grade_id.replace(".", "_"), "cell_type": "code", "task": False}
    found |= {"solution": solution, "grade": grade, "locked": grade}
    return found | ({"points": points} if grade else {})


def with_placeholder(source):
    """Return a cell with one placeholder, before the solution: nbgrader's own would be a second one in some cells.

    >>> print(with_placeholder("def f():\\n    ### BEGIN SOLUTION\\n    return 1\\n    ### END SOLUTION"))
    def f():
        ...  # your code here
        ### BEGIN SOLUTION
        return 1
        ### END SOLUTION
    """
    return source if STUB in source else BEGIN.sub(rf"\1{STUB}\n\g<0>", source, count=1)
