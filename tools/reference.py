"""Two pages to look things up: all calls on one page, and the notes' snippets in today's spelling.

Both are made from what is written elsewhere: the table at the end of each chapter, the syllabus, and snippets.toml.
"""

import ast
import html
import importlib
import re
import tomllib

import nbformat

from course_lib import show
from course_lib.check.described import listed

from . import syllabus
from .syllabus import SOURCE

MODULES = (
    *("color", "data", "exposure", "feature", "filters", "measure", "metrics"),
    *("morphology", "restoration", "segmentation", "transform", "util"),
)
TABLE = re.compile(r"\| to do this \| call \|\n\|---\|---\|\n((?:\|.*\|\n)+)")
COPY = "from course_lib.explore.copying import copy_buttons\n\ncopy_buttons()"
CHANGED = re.compile(r"multichannel=True|channel_axis=-1|course_lib")
BEGIN = "[start page](00_start.ipynb) · [calls](calls.ipynb) · [glossary](glossary.ipynb) · [snippets](snippets.ipynb)"


HOW_TO_READ = (
    "A name before a dot is a module: `from course_lib import filters`, then `filters.sobel(image)`. A name alone, "
    "later in a row, lives in the module before it. Names of the last column are this course's own, and those that "
    "begin with `show_` come from `course_lib.show`. All others of `course_lib` are in `skimage` as well: change the "
    "import, and the same line works with scikit-image (`estimate_sigma` and `denoise_wavelet` need a further package "
    "there, PyWavelets). `np` is NumPy, `plt` Matplotlib, `ndimage` comes from SciPy, and what begins with `skimage` "
    "is in scikit-image alone. A `detector` is what `feature.Cascade` returns; `image`, `mask`, `labels` stand for "
    "your own."
)
ABOUT_SNIPPETS = (
    "This course follows notes of 2022; the pieces of code in them, the *snippets*, stand here as they were written, "
    "and as they are written now. What changed is marked in bold: `multichannel=True` became `channel_axis=-1`, the "
    "number of the axis that holds the colours. `course_lib` takes the old word as well, and warns.\n\nThe notes load "
    "their pictures elsewhere, and import names such as `show_image`, `Cascade` or `gaussian` earlier; the lessons "
    "say from where. They do not show `getFaceRectangle`, `mergeBlurryFace` and `get_mask`: the first two are here "
    "`feature.get_face_rectangle` and `feature.merge_blurry_face`, which take other arguments (see the lesson), and "
    'the mask is `data.load("damaged_mask")`. Two snippets run and do not do what they seem to: *Dice* counts no dot '
    "in our picture, and *Privacy* hides one face only. The lessons say why.\n\nRun the next cell (**Shift + Enter**), "
    "and each block gets a button that copies it."
)


def chapters():
    """Return the syllabus' chapters, one entry for each notebook."""
    return syllabus.lessons()


def snippets():
    """Return the notes' snippets: dicts of title, chapter and code."""
    return tomllib.loads((SOURCE / "snippets.toml").read_text(encoding="utf-8"))["snippet"]


def call_rows(chapter):
    """Return the rows of the table of calls at the end of a chapter, as Markdown."""
    tables = TABLE.findall((SOURCE / f"{chapter['id']}.md").read_text(encoding="utf-8"))
    return [row for table in tables for row in table.splitlines()]


def calls_page():
    """Return the notebook that holds every chapter's table of calls."""
    parts = [f"# All calls on one page\n\n{BEGIN}\n\n{HOW_TO_READ}"]
    for chapter in chapters():
        title = f"{syllabus.number(chapter['id'])} · [{chapter['title']}]({chapter['id']}.ipynb)"
        head = f"## {title}\n\n| to do this | call | not in scikit-image |\n|---|---|---|\n"
        parts.append(head + "\n".join(row + remark(row) for row in call_rows(chapter)))
    return page("calls", parts)


def remark(row):
    """Return the last cell of a row: the names in it that are this course's own."""
    own = [f"`{name}`" for module, name, _ in calls_in(row) if is_own(module, name)]
    return f" {', '.join(own)} |" if own else " |"


def is_own(module, name):
    """Tell whether a name is this course's own: of course_lib.show, or of a module and not in scikit-image's."""
    return hasattr(show, name) if not module else module in MODULES and not production(module, name)


def calls_in(row):
    """Return (module, name, keywords) of every call in a row; a name alone belongs to the module before it.

    Examples
    --------
    >>> calls_in("| edges | `filters.sobel(image, mode='reflect')`, `sobel_h` |")
    [('filters', 'sobel', ['mode']), ('filters', 'sobel_h', [])]
    """
    found, module = [], ""
    for code in re.findall(r"`([^`]+)`", row):
        tree = ast.parse(code).body[0].value  # of an expression, or what is assigned
        name, keywords = tree, []
        if isinstance(tree, ast.Call):
            name, keywords = tree.func, [keyword.arg for keyword in tree.keywords]
        if isinstance(name, ast.Attribute):
            module = ast.unparse(name.value)
        if isinstance(name, ast.Attribute | ast.Name):
            found.append((module, name.attr if isinstance(name, ast.Attribute) else name.id, keywords))
    return found


def production(module, name):
    """Return scikit-image's object of this name, or None."""
    return getattr(importlib.import_module(f"skimage.{module}"), name, None)


def today(code):
    """Return a snippet of 2022 as scikit-image 0.26 takes it."""
    return code.replace("multichannel=True", "channel_axis=-1")


def ours(code):
    """Return today's snippet with this course's library."""
    return today(code).replace("from skimage", "from course_lib")


def snippets_page():
    """Return the notebook that shows each snippet as noted, today, and with this course's library."""
    parts = [f"# The notes' snippets, then and now\n\n{BEGIN}\n\n{ABOUT_SNIPPETS}"]
    for chapter in chapters():
        parts.append(f"## [{chapter['title']}]({chapter['id']}.ipynb)")
        parts += [snippet_blocks(snippet) for snippet in snippets() if snippet["chapter"] == chapter["id"]]
    return page("snippets", parts, {1: COPY})


def snippet_blocks(snippet):
    """Return one snippet as blocks of HTML under each other; spellings that are the same share one."""
    old = snippet["code"].strip("\n")
    spelled = {}
    for name, code in (("the notes of 2022", old), ("scikit-image 0.26", today(old)), ("this course", ours(old))):
        spelled.setdefault(code, []).append(name)
    blocks = (f"*{listed(names)}*\n\n<pre><code>{marked(code)}</code></pre>" for code, names in spelled.items())
    return "\n\n".join([f"### {snippet['title'].capitalize()}", *blocks])


def marked(code):
    """Return code as HTML, what changed since the notes in bold.

    >>> marked("gaussian(image, channel_axis=-1)")
    'gaussian(image, <b>channel_axis=-1</b>)'
    """
    return CHANGED.sub(r"<b>\g<0></b>", html.escape(code, quote=False))


def page(stem, parts, code=None):
    """Return a notebook of Markdown cells, and of code at some places, with ids that depend on nothing but these."""
    cells = [nbformat.v4.new_markdown_cell(part) for part in parts]
    for place, source in (code or {}).items():
        cells.insert(place, nbformat.v4.new_code_cell(source))
    for number, cell in enumerate(cells):
        cell.id = f"{stem}-{number:03d}"
    return nbformat.v4.new_notebook(cells=cells)


PAGES = {"calls": calls_page, "snippets": snippets_page}
