"""The architecture, as a test: imports run strictly downward, and the algorithms need NumPy and SciPy alone."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "course_lib"
LAYER = {
    "arrays": 0, "_lines": 0, "_numbers": 0, "_threads": 0,
    "color": 1, "exposure": 1, "metrics": 1, "morphology": 1, "util": 1,
    "filters": 2,
    "transform": 3, "measure": 3, "segmentation": 3, "restoration": 3, "feature": 3,
    "plainly": 3,  # definitions
    "_files": 3.5, "data": 4, "show": 4,
    "explore": 5, "steps": 5.5,  # a step-through is an explorer of one algorithm
    "check": 6,
}  # fmt: skip
PART = 0.5  # a module such as _noise.py: a part of the modules of layer 1
PACKAGES = {
    "_files": {"numpy", "PIL"},
    "data": set(),
    "show": {"numpy", "matplotlib"},
    "explore": {"numpy", "matplotlib", "PIL", "ipywidgets", "anywidget", "traitlets", "IPython", "pygments"},
    "steps": {"numpy", "ipywidgets", "IPython"},
    "check": {"numpy", "scipy", "matplotlib", "IPython", "skimage"},  # scikit-image's answers are right too
}
REACH = {
    "_files": set(),
    "data": {"arrays", "_files"},
    "show": {"_ranges", "arrays", "color", "exposure", "util"},
    "plainly": {"arrays", "color"},
}


def layer_of(module):
    return PART if module.startswith("_") and module not in LAYER else LAYER[module]


def packages_for(module):
    if module in PACKAGES:
        return PACKAGES[module]
    return {"numpy"} if layer_of(module) == 0 else {"numpy", "scipy"}


def imports_of(source, parts):
    """Yield (absolute dotted name, names of the enclosing functions) for each import of a module.

    `parts` is the module's own place, such as ("course_lib", "filters", "smoothing").
    """

    def visit(node, inside):
        if isinstance(node, ast.Import):
            yield from ((alias.name, inside) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (".".join(parts[: len(parts) - node.level]) + ".") if node.level else ""
            # `from .. import data` may name modules: each name counts
            yield from ((f"{base}{node.module or ''}".rstrip(".") + f".{alias.name}", inside) for alias in node.names)
        named = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for child in ast.iter_child_nodes(node):
            yield from visit(child, (*inside, node.name) if named else inside)

    yield from visit(ast.parse(source), ())


def complaints(source, path):
    """Return what is wrong with the imports of a module at `path` (relative to course_lib, posix)."""
    parts = ("course_lib", *path.removesuffix(".py").split("/"))
    own = parts[1]
    wrong = []
    for name, inside in imports_of(source, parts):
        top, *rest = name.split(".")
        if top == "course_lib":
            wrong += within(own, rest[0]) if rest else [f"{path} imports course_lib as a whole"]
        elif top not in sys.stdlib_module_names and top not in packages_for(own):
            drawing = own == "filters" and top == "matplotlib" and inside[:1] == ("try_all_threshold",)
            wrong += [] if drawing else [f"{path} imports {top}; its layer may import {sorted(packages_for(own))}"]
    return wrong


def within(own, other):
    """Return what is wrong with an import of course_lib.`other` by course_lib.`own`."""
    if own == other:  # parts of one package
        return []
    if layer_of(other) >= layer_of(own):
        return [f"{own} (layer {layer_of(own)}) imports {other} (layer {layer_of(other)}): imports run downward"]
    if other not in REACH.get(own, LAYER) and not other.startswith("_"):
        return [f"{own} imports {other}; it may import {sorted(REACH[own])}"]
    return []


MODULES = sorted(
    path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.py") if path != LIBRARY / "__init__.py"
)


@pytest.mark.parametrize("path", MODULES)
def test_imports_run_downward(path):
    assert path.split("/")[0].removesuffix(".py").startswith("_") or path.split("/")[0].removesuffix(".py") in LAYER, (
        f"{path} is in no layer: add it to the table at the top of this file"
    )
    assert complaints((LIBRARY / path).read_text(encoding="utf-8"), path) == []


def test_the_package_itself_is_empty():
    assert (LIBRARY / "__init__.py").read_text(encoding="utf-8").strip() == ""


def test_packages_only_hand_names_on():
    for path in LIBRARY.glob("*/__init__.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names_on = isinstance(node, (ast.Import, ast.ImportFrom, ast.Expr)) or (
                isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
            )
            names_on |= isinstance(node, ast.FunctionDef) and node.name == "__dir__"  # which names Tab offers
            assert names_on, f"{path.parent.name}/__init__.py holds code: {ast.unparse(node)[:60]}"


@pytest.mark.parametrize(
    ("path", "source", "why"),
    [
        ("color.py", "from .filters import gaussian", "imports run downward"),
        ("color.py", "from course_lib.exposure import histogram", "imports run downward"),
        ("filters/edges.py", "from .. import transform", "imports run downward"),
        ("arrays.py", "import scipy", "imports scipy"),
        ("filters/edges.py", "import skimage.filters", "imports skimage"),
        ("measure/label.py", "def label():\n    from skimage import measure", "imports skimage"),
        ("filters/edges.py", "from matplotlib import pyplot", "imports matplotlib"),
        ("filters/try_all.py", "def other():\n    import matplotlib", "imports matplotlib"),
        ("data.py", "from .color import rgb2gray", "data imports color"),
        ("show.py", "from .filters import gaussian", "show imports filters"),
        ("explore/pixels.py", "from ..check import check", "imports run downward"),
        ("util.py", "import course_lib", "as a whole"),
    ],
)
def test_wrong_imports_are_found(path, source, why):
    assert len(complaints(source, path)) == 1
    assert why in complaints(source, path)[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("color.py", "from .arrays import pad\nimport math\nimport numpy as np\nfrom scipy import ndimage"),
        ("filters/sharpening.py", "from .smoothing import gaussian\nfrom ..exposure import histogram"),
        ("filters/try_all.py", "def try_all_threshold():\n    from matplotlib import pyplot"),
        ("util.py", "from ._noise import random_noise"),
        ("steps/otsu.py", "from ..explore.panes import Chart\nfrom .. import data"),
    ],
)
def test_right_imports_pass(path, source):
    assert complaints(source, path) == []
