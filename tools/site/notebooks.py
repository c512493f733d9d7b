"""What is changed in a notebook when it becomes a page of the site."""

import html
import posixpath
import re

from . import places

ANSWER = "hide-output"  # the tag that folds an output on the page, as JupyterLab folds what is marked outputs_hidden
FIGURE = re.compile(r"<Figure size \S+ with \d+ Axes>")  # what Matplotlib says of a figure


def as_page(notebook, path, on_site, repository=None, lab=True):
    """Change a notebook, which lies at `path` in the project, into a page.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
    path : str, such as "notebooks/01_intro.ipynb"
    on_site : container of str, the paths in the project that are pages of the site
    repository : str, optional
    lab : bool, whether the site holds JupyterLite
    """
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = places.placed(cell.source, path, on_site, repository)
        elif cell.cell_type == "code":
            _folded(cell)
            cell.outputs = [output for output in cell.get("outputs", []) if not _is_empty(output)]
            _described(cell)
    first = notebook.cells[0]
    if "/solutions/" in path:
        first.source = first.source.replace("# Exercises for", "# Solutions for", 1)
    first.source = re.sub(
        r"\A(# .*)", lambda title: f"{title[0]}\n\n{ways_to_run(path, repository, lab)}", first.source
    )


def _folded(cell):
    """Fold what is folded in JupyterLab: what a question asks for."""
    if cell.metadata.get("jupyter", {}).get("outputs_hidden"):
        cell.metadata["tags"] = [*cell.metadata.get("tags", []), ANSWER]


def _is_empty(output):
    """Tell of an output that shows nothing on a page: what only hides another one in JupyterLab, or a first line."""
    data = output.get("data", {})
    return output.output_type == "display_data" and (not data or "course-one-of-two" in data.get("text/html", ""))


def _described(cell):
    """Give the pictures of a cell a text for those who do not see them."""
    shown = [output.data for output in cell.outputs if "data" in output]
    drawn = [data.get("text/plain", "") for data in shown if any(kind.startswith("image/") for kind in data)]
    if not drawn:
        return
    texts = [data.get("text/plain", "") for data in shown]
    explorers = ["A still picture of the " + text for text in texts if text.startswith("explorer ")]
    figures = [text for text in drawn if text and text != "a still picture" and not FIGURE.fullmatch(text)]
    told = explorers or figures or ["What this cell draws: " + cell.source.strip().splitlines()[-1]]
    cell.metadata["mystnb"] = {"image": {"alt": " ".join("; ".join(told).split())}}


def ways_to_run(path, repository=None, lab=True):
    """Return the line of HTML that says where the notebook of a page can be run."""
    up = posixpath.relpath(".", posixpath.dirname(path))
    parts = []
    for name, address in places.doors(path, repository).items():
        inside = not address.startswith("https:")
        if inside and not lab:
            continue
        note = f' (<a href="{up}/browser.html">experimental</a>)' if inside else ""
        where = f"{up}/{address}" if inside else address
        parts.append(f'<a href="{html.escape(where)}">{name}</a>{note}')
    if lab:
        file = f"{up}/lite/files/{places.in_the_lab(path)}"
        parts.append(f'<a href="{file}" download>download it</a>')
    return f'<p class="run-here">Run this notebook: {" · ".join(parts)}</p>' if parts else ""
