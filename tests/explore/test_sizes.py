"""An explorer or a step-through is read in one sitting: no long module, no long function."""

import ast
from pathlib import Path

import pytest

LIBRARY = Path(__file__).parents[2] / "course_lib"
MODULES = sorted(path for folder in ("explore", "steps") for path in (LIBRARY / folder).glob("*.py"))


def lines_of_code(function, lines):
    """Return the number of lines of a function's body, without its docstring and without empty lines."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return sum(bool(line.strip()) for line in lines[body[0].lineno - 1 : function.end_lineno]) if body else 0


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_module_is_longer_than_250_lines_and_no_function_than_25(path):
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    assert len(lines) <= 250
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    assert {f.name: lines_of_code(f, lines) for f in functions if lines_of_code(f, lines) > 25} == {}
