"""The doors to the notebooks on Colab and Binder, made from the repository's address in pyproject.toml.

Where no address stands there, a notebook has no doors, and no cell that installs.
"""

import tomllib
from urllib.parse import urlsplit

import nbformat

from .setup.places import ROOT

BRANCH = "main"
NEEDED = ("anywidget", "psygnal")  # what Colab may lack; all else that a lesson needs it has, in its own versions
INSTALL = """\
#@title On Colab, run this cell first: it installs the course. Elsewhere it does nothing.
import importlib.util

if importlib.util.find_spec("course_lib") is None:
    %pip install --quiet --no-deps {needed} "image-processing-course @ {archive}"\
"""


def repository():
    """Return owner and name of the repository at GitHub, as in ``owner/name``, or "" where none is written down."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    address = urlsplit(project.get("urls", {}).get("Repository", ""))
    place = address.path.strip("/").removesuffix(".git")
    if address.netloc and (address.netloc != "github.com" or place.count("/") != 1):
        raise SystemExit(
            f'expected [project.urls] Repository = "https://github.com/OWNER/NAME" in pyproject.toml, got '
            f"{address.geturl()!r}: Colab and Binder's links are made from that"
        )
    return place


def colab(place, path):
    """Return where Colab opens a notebook.

    >>> colab("a/b", "notebooks/01_intro.ipynb")
    'https://colab.research.google.com/github/a/b/blob/main/notebooks/01_intro.ipynb'
    """
    return f"https://colab.research.google.com/github/{place}/blob/{BRANCH}/{path}"


def binder(place, path):
    """Return where Binder opens a notebook in JupyterLab.

    >>> binder("a/b", "work/01_intro.ipynb")
    'https://mybinder.org/v2/gh/a/b/main?urlpath=lab/tree/work/01_intro.ipynb'
    """
    return f"https://mybinder.org/v2/gh/{place}/{BRANCH}?urlpath=lab/tree/{path}"


def archive(place):
    """Return where pip finds the course as it is now."""
    return f"https://github.com/{place}/archive/refs/heads/{BRANCH}.zip"


def add_doors(notebook, path, place):
    """Write the doors under a notebook's title, and put the cell that installs before its first cell of code.

    Parameters
    ----------
    notebook : NotebookNode
    path : str
        Where it lies in the repository, as in ``notebooks/exercises/01_intro.ipynb``.
    place : str
        What `repository` says.
    """
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    if not place:
        return notebook
    title, line, rest = notebook.cells[0].source.partition("\n")
    notebook.cells[0].source = f"{title}\n\n{doors(path, place, runs=bool(code))}\n{line}{rest}"
    if any("course_lib" in cell.source for cell in code):
        stem = path.rsplit("/")[-1].removesuffix(".ipynb")
        cell = nbformat.v4.new_code_cell(
            INSTALL.format(needed=" ".join(NEEDED), archive=archive(place)),
            id=f"{stem}-install",
            metadata={"jupyter": {"source_hidden": True}, "cellView": "form", "tags": ["install"]},
        )
        notebook.cells.insert(notebook.cells.index(code[0]), cell)
    return notebook


def doors(path, place, runs=True):
    """Return a notebook's doors as one line of Markdown; those of a chapter lead to its exercises as well.

    >>> doors("notebooks/calls.ipynb", "a/b", runs=False)
    '[Open in Binder](https://mybinder.org/v2/gh/a/b/main?urlpath=lab/tree/notebooks/calls.ipynb)'
    """
    own = path.replace("notebooks/exercises/", "work/")  # the learner's copy, which postBuild makes
    line = [f"[Open in Binder]({binder(place, own)})"]
    if runs:
        line.insert(0, f"[Open in Colab]({colab(place, path)})")
    if path.count("/") == 1:
        chapter = path.removeprefix("notebooks/")[:3]  # 05_features and 05_faces have their exercises together
        for found in (ROOT / "notebooks" / "exercises").glob(f"{chapter}*.ipynb"):
            line.append(f"[exercises in Colab]({colab(place, found.relative_to(ROOT).as_posix())})")
    return " · ".join(line)
