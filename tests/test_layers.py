"""The architecture, as a test: imports run strictly downward, and the algorithms need NumPy and SciPy alone."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIBRARY = ROOT / "course_lib"
FLOOR = {
    "base": 0,
    "color": 1, "exposure": 1, "metrics": 1, "morphology": 1, "util": 1,
    "filters": 2,
    "transform": 3, "measure": 3, "segmentation": 3, "restoration": 3, "feature": 3,
    "plainly": 3,  # definitions
    "comparing": 0, "figures": 0,
    "data": 4, "show": 4,
    "explore": 5, "steps": 5,
    "check": 6,
    "recall": 7,  # keeps its answers beside the progress
    "start": 0, "__main__": 8,  # the notebooks, where the course is installed as a package
}  # fmt: skip
BESIDE = {("steps", "explore")}  # a step-through is an explorer of one algorithm
PACKAGES = {
    "data": {"numpy", "PIL", "tifffile", "pillow_heif"},
    "figures": {"matplotlib", "PIL", "IPython", "matplotlib_inline"},
    "show": {"numpy", "matplotlib"},
    "explore": {"numpy", "scipy", "matplotlib", "PIL", "ipywidgets", "anywidget", "traitlets", "IPython", "pygments"},
    "steps": {"numpy", "ipywidgets", "IPython"},
    "recall": {"ipywidgets", "IPython"},
    "check": {"numpy", "scipy", "matplotlib", "IPython", "skimage"},  # scikit-image's answers are right too
}
REACH = {
    "data": {"base"},
    "show": {"base", "comparing", "figures"},
    "recall": {"check", "explore"},
    "plainly": {"base", "color", "exposure", "metrics", "morphology", "util"},
}


def packages_for(module):
    if module in PACKAGES:
        return PACKAGES[module]
    return {"numpy"} if FLOOR[module] == 0 else {"numpy", "scipy"}


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
            wrong += within(own, *rest) if rest else [f"{path} imports course_lib as a whole"]
        elif top not in sys.stdlib_module_names and top not in packages_for(own):
            drawing = own == "filters" and top == "matplotlib" and inside[:1] == ("try_all_threshold",)
            wrong += [] if drawing else [f"{path} imports {top}; its floor may import {sorted(packages_for(own))}"]
    return wrong


def within(own, other, *inner):
    """Return what is wrong with an import of course_lib.`other`, or of something inner, by course_lib.`own`."""
    if own == other:  # parts of one package
        return []
    private = [name for name in (other, *inner) if name.startswith("_")]
    if private:
        return [f"{own} imports {private[0]}, which is private to {other}"]
    if FLOOR[other] >= FLOOR[own] and (own, other) not in BESIDE:
        return [f"{own} (floor {FLOOR[own]}) imports {other} (floor {FLOOR[other]}): imports run downward"]
    if other not in REACH.get(own, FLOOR):
        return [f"{own} imports {other}; it may import {sorted(REACH[own])}"]
    return []


MODULES = sorted(
    path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.py") if path != LIBRARY / "__init__.py"
)


@pytest.mark.parametrize("path", MODULES)
def test_imports_run_downward(path):
    room = path.split("/")[0].removesuffix(".py")
    assert room in FLOOR, f"{path} is on no floor: add {room} to the table at the top of this file"
    assert complaints((LIBRARY / path).read_text(encoding="utf-8"), path) == []


def test_the_package_itself_is_empty():
    assert (LIBRARY / "__init__.py").read_text(encoding="utf-8").strip() == ""


def test_packages_only_hand_names_on():
    for path in LIBRARY.glob("*/**/__init__.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            names_on = isinstance(node, (ast.Import, ast.ImportFrom, ast.Expr)) or (
                isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
            )
            names_on |= isinstance(node, ast.FunctionDef) and node.name == "__dir__"  # which names Tab offers
            assert names_on, f"{path.parent.name}/__init__.py holds code: {ast.unparse(node)[:60]}"


@pytest.mark.parametrize(
    ("path", "source", "why"),
    [
        ("color/grey.py", "from ..filters import gaussian", "imports run downward"),
        ("color/grey.py", "from course_lib.exposure import histogram", "imports run downward"),
        ("filters/edges.py", "from .. import transform", "imports run downward"),
        ("base/checks.py", "import scipy", "imports scipy"),
        ("filters/edges.py", "import skimage.filters", "imports skimage"),
        ("measure/label.py", "def label():\n    from skimage import measure", "imports skimage"),
        ("filters/edges.py", "from matplotlib import pyplot", "imports matplotlib"),
        ("filters/thresholds/try_all.py", "def other():\n    import matplotlib", "imports matplotlib"),
        ("data/reading.py", "from ..color import rgb2gray", "data imports color"),
        ("show.py", "from .filters import gaussian", "show imports filters"),
        ("explore/pixels.py", "from ..check import check", "imports run downward"),
        ("util/noise.py", "import course_lib", "as a whole"),
        (
            "explore/pixels.py",
            "from ..restoration._pairs import pairwise_mean",
            "_pairs, which is private to restoration",
        ),
        ("filters/thresholds/otsu.py", "from ...exposure.histograms import _count_levels", "private to exposure"),
        ("explore/pixels.py", "from ..steps import otsu", "imports run downward"),
    ],
)
def test_wrong_imports_are_found(path, source, why):
    assert len(complaints(source, path)) == 1
    assert why in complaints(source, path)[0]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("color/grey.py", "from ..base.padding import pad\nimport math\nimport numpy as np\nfrom scipy import ndimage"),
        ("filters/sharpening.py", "from .smoothing import gaussian\nfrom ..exposure import histogram"),
        ("filters/thresholds/try_all.py", "def try_all_threshold():\n    from matplotlib import pyplot"),
        ("restoration/bilateral.py", "from ._pairs import pairwise_mean"),
        (
            "filters/thresholds/otsu.py",
            "from .occupied import occupied_levels\nfrom ...base import levels",
        ),
        ("steps/otsu.py", "from ..explore.panes import Chart\nfrom .. import data"),
    ],
)
def test_right_imports_pass(path, source):
    assert complaints(source, path) == []
