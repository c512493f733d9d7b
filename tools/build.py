"""Make the notebooks from their sources: chapters, the learner's exercises, and the solutions.

    python course.py build            all of them
    python course.py build 01_intro   that chapter, its exercises and its solutions

Sources are jupytext Markdown in notebooks/source. In an exercise, what stands between the lines
`### BEGIN SOLUTION` and `### END SOLUTION` is in the solutions alone. In a lesson, {read explore.edges} stands for
where the code lies that is read under that explorer. The same source gives the same notebook, cell ids included.
A notebook that somebody changed by hand, or that is damaged, is kept in work/kept.
"""

import asyncio
import base64
import os
import re
import sys
import tempfile
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

from course_lib import explore, steps
from course_lib.explore import reading

from . import contents, doors, exercise_cells, minutes, reference
from .setup import work
from .setup.places import ROOT

NOTEBOOKS = ROOT / "notebooks"
SOURCE = NOTEBOOKS / "source"
WIDGET = "application/vnd.jupyter.widget-view+json"
STUB = "...  # your code here"
ASKS = re.compile(r"\*\*(Guess|Predict|Before you)")  # a question; the next output is its answer
EXPLORES = re.compile(r"^(explore|steps)\.", re.MULTILINE)
ROOMS = {"explore": explore, "steps": steps}
READ = re.compile(r"\{read (\w+)\.(\w+)\}")  # stands for the place of what is read under an explorer
RANGE = re.compile(r"\{exercises (\d+)\}")  # stands for the numbers of a chapter's exercises
TIME = re.compile(r"\d+(\.\d+)? ms")  # the one thing in a text output that differs from run to run
CELL_TIMEOUT = 120  # seconds; without one, nbclient can wait for ever
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def plan(names=()):
    """Return {path of a notebook: function that makes it, not yet run} for the named sources, or for all."""
    made = {f"{name}.ipynb": make for name, make in reference.PAGES.items()}
    for source in sorted(SOURCE.glob("*.md")):
        made[f"{source.stem}.ipynb"] = lambda source=source: read(source)
    for source in sorted((SOURCE / "exercises").glob("*.md")):
        made[f"exercises/{source.stem}.ipynb"] = lambda source=source: without_solutions(read(source))
        made[f"solutions/{source.stem}.ipynb"] = lambda source=source: with_solutions(read(source))
    place = doors.repository()
    return {
        NOTEBOOKS / path: lambda path=path, make=make: doors.add_doors(make(), f"notebooks/{path}", place)
        for path, make in made.items()
        if not names or path.rsplit("/")[-1].removesuffix(".ipynb") in names
    }


def read(source):
    """Return a source as a notebook, with cell ids that depend on nothing but their place."""
    notebook = exercise_cells.complete(jupytext.read(source))
    asked = False
    for number, cell in enumerate(notebook.cells):
        cell.id = f"{source.stem}-{number:03d}"
        cell.source = filled(cell.source, source.stem) if cell.cell_type == "markdown" else cell.source
        if asked and cell.cell_type == "code" and not EXPLORES.search(cell.source):
            cell.metadata["jupyter"] = {"outputs_hidden": True}  # running the cell shows its answer
        asked = cell.cell_type == "markdown" and ASKS.search(cell.source)
    notebook.metadata = nbformat.from_dict(METADATA)
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def filled(text, chapter=""):
    """Return a text with its places filled: where code is read, which exercises a chapter has, how long it takes.

    >>> filled("{read explore.flips}")
    '`explore/flips.py`, `flips_view` (6 lines)'
    >>> filled("{exercises 2}")
    '2.1 to 2.25'
    """
    text = text.replace("{minutes}", minutes.told(chapter)) if "{minutes}" in text else text
    text = RANGE.sub(lambda found: exercise_cells.range_of(found[1]), text)
    return READ.sub(lambda found: reading.told(getattr(ROOMS[found[1]], found[2]).spec), text)


def without_solutions(notebook):
    """Return the learner's copy: placeholders instead of solutions."""
    notebook.cells = [cell for cell in notebook.cells if "solution" not in cell.metadata.get("tags", [])]
    for cell in notebook.cells:
        # a line that holds a placeholder already, as in `size = ...  # your code here`, stays alone
        cell.source = re.sub(
            rf"({re.escape(STUB)}.*)\n### BEGIN SOLUTION\n(?s:.*?)### END SOLUTION", r"\1", cell.source
        )
        cell.source = re.sub(
            r"^( *)### BEGIN SOLUTION\n.*?^ *### END SOLUTION$",
            rf"\1{STUB}",
            cell.source,
            flags=re.DOTALL | re.MULTILINE,
        )
    return notebook


def with_solutions(notebook):
    """Return the teacher's copy: the markers are gone, what they enclose stays; its links start in its own folder."""
    for cell in notebook.cells:
        cell.source = cell.source.replace("](../notebooks/", "](../")
        if "### BEGIN SOLUTION" in cell.source:
            cell.source = re.sub(rf"^.*{re.escape(STUB)}.*\n", "", cell.source, flags=re.MULTILINE)
            cell.source = re.sub(r"^ *### (BEGIN|END) SOLUTION\n?", "", cell.source, flags=re.MULTILINE).rstrip()
    return notebook


async def execute(notebook, folder):
    """Run a notebook in `folder` and keep what stays the same from run to run."""
    client = NotebookClient(
        notebook,
        timeout=CELL_TIMEOUT,
        kernel_name="python3",
        store_widget_state=False,
        coalesce_streams=True,  # or what a cell prints arrives in more or fewer parts, as it happens
        resources={"metadata": {"path": folder}},
        config=Config({"KernelManager": {"transport_encryption": "auto"}}),  # or each kernel warns that it is not
    )
    with tempfile.TemporaryDirectory() as nothing_done:  # the builder's own progress stays out of the outputs
        await client.async_execute(env={**os.environ, "COURSE_WORK": nothing_done, "COURSE_FIGURES": "files"})
    lasting(notebook)
    return notebook


def lasting(notebook):
    """Keep, of what running a notebook has left in it, what stays the same from run to run."""
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            # a saved widget is dead without its kernel; the still picture beside it is not
            output.get("data", {}).pop(WIDGET, None)
        if cell.metadata.get("jupyter", {}).get("outputs_hidden"):
            # JupyterLab shows the first line of a collapsed output, which is the answer: of an empty one, only dots
            cell.outputs.insert(0, nbformat.v4.new_output("display_data"))
    notebook.metadata = nbformat.from_dict(METADATA)


async def make(paths_and_makers):
    """Return {path: notebook}, executed side by side except for the learner's copies."""
    notebooks = {path: maker() for path, maker in paths_and_makers.items()}
    for path in notebooks:
        path.parent.mkdir(exist_ok=True)  # a notebook runs in the folder where it will lie
    executed = {path: nb for path, nb in notebooks.items() if path.parent.name != "exercises"}
    jobs = (execute(notebook, str(path.parent)) for path, notebook in executed.items())
    results = await asyncio.gather(*jobs, return_exceptions=True)
    failed = {path: error for path, error in zip(executed, results, strict=True) if isinstance(error, BaseException)}
    if failed:
        raise SystemExit(
            "\n\n".join(f"{path.parent.name}/{path.name} stopped:\n{error}" for path, error in failed.items())
        )
    return notebooks


def comparable(notebook):
    """Return what must be the same in two builds: sources and text outputs, times left out."""
    cells = []
    for cell in notebook.cells:
        outputs = []
        for output in cell.get("outputs", []):
            texts = {kind: text for kind, text in output.get("data", {}).items() if kind.startswith("text/")}
            outputs.append(TIME.sub("TIME", str(output.get("text", "")) + str(sorted(texts.items()))))
        ignored = "nbval-ignore-output" in cell.metadata.get("tags", [])
        cells.append((cell.id, cell.cell_type, cell.source, None if ignored else outputs))
    return cells


def pictures(notebook):
    """Return the pictures in the outputs, in order."""
    outputs = (output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
    return [base64.b64decode(data[kind]) for data in outputs for kind in ("image/png", "image/jpeg") if kind in data]


def fingerprint(notebook):
    """Return a number that changes when somebody edits a cell, but not when cells are run again."""
    return work.numbered([[cell.cell_type, cell.source] for cell in notebook.cells])


def write(path, notebook):
    """Write a notebook where it differs from the one that is there; put aside one that was changed by hand."""
    notebook.metadata["course"] = {"sources": fingerprint(notebook)}
    found = state(path, notebook)
    if found == "unchanged":
        return found
    if found in ("changed by hand", "damaged"):
        print(f"{path.name} was {found}; that version is kept as {keep(path)}")
    part = path.with_name(f".{path.name}.part")
    part.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    part.replace(path)  # whole or not at all
    return "written"


def state(path, notebook):
    """Return what has become of the notebook at `path`: missing, unchanged, outdated, changed by hand or damaged."""
    if not path.exists():
        return "missing"
    try:
        old = nbformat.read(path, as_version=4)
        if comparable(old) == comparable(notebook) and pictures(old) == pictures(notebook):
            return "unchanged"
        return "outdated" if old.metadata.get("course", {}).get("sources") == fingerprint(old) else "changed by hand"
    except Exception:  # empty, cut short, git's conflict markers, no notebook at all: nbformat says it in many ways
        return "damaged"


def keep(path):
    """Copy a notebook into work/kept under a name that is free; return where it lies."""
    return work.keep(path.read_bytes(), path.relative_to(NOTEBOOKS) if NOTEBOOKS in path.parents else Path(path.name))


def main(names):
    """Make the named notebooks, or all, and the README's table of contents."""
    notebooks = asyncio.run(make(plan(names)))
    if not notebooks:
        sys.exit(f"no source named {', '.join(names)} in {SOURCE}")
    for path, notebook in notebooks.items():
        print(f"{path.relative_to(NOTEBOOKS)}: {write(path, notebook)}")
    contents.update(ROOT / "README.md", SOURCE / "syllabus.toml")
    from .classroom import guide  # which reads the lessons by this module

    guide.update()
