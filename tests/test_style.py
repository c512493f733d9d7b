"""ruff finds nothing to complain about and nothing to format, in modules and in the notebooks' sources."""

import ast
import subprocess
import sys
from pathlib import Path

import jupytext
import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "notebooks" / "source"


ALGORITHMS = (
    "base color exposure filters feature measure metrics morphology plainly restoration segmentation transform util"
)


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory):
    """The sources as notebooks, because ruff reads those cell by cell."""
    folder = tmp_path_factory.mktemp("sources")
    made = []
    for source in sorted(SOURCES.rglob("*.md")):
        target = folder / source.relative_to(SOURCES).with_suffix(".ipynb")
        target.parent.mkdir(exist_ok=True)
        notebook = jupytext.read(source)
        notebook.metadata["language_info"] = {"name": "python"}
        jupytext.write(notebook, target)
        made.append(target)
    assert made, "there are no sources"
    return made


def ruff(*arguments):
    command = [sys.executable, "-m", "ruff", *map(str, arguments)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("verb", [["check"], ["format", "--check", "--diff"]], ids=lambda verb: verb[0])
def test_modules(verb):
    ruff(*verb, ".")


@pytest.mark.parametrize("verb", [["check"], ["format", "--check", "--diff"]], ids=lambda verb: verb[0])
def test_notebook_sources(verb, notebooks):
    ruff(*verb, "--config", ROOT / "pyproject.toml", *notebooks)


def test_modules_are_short():
    modules = [path for room in ("course_lib", "tools") for path in (ROOT / room).rglob("*.py")]
    lines = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in modules}
    assert {name: count for name, count in lines.items() if count > 250} == {}


def test_algorithms_are_short():
    """What a function does has at most 25 lines, below its parameters and its docstring."""
    lengths = {}
    for path in (path for room in ALGORITHMS.split() for path in (ROOT / "course_lib" / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
                lengths[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = node.end_lineno - body[0].lineno + 1
    assert len(lengths) > 500
    assert {name: count for name, count in lengths.items() if count > 25} == {}
