"""All of the course that a learner's process sees: course_lib without judges, the pictures, the learner's side."""

import ast
import compileall
import re
import shutil
from pathlib import Path

import matplotlib

from ..setup.places import ROOT

INSIDE = Path(__file__).parent / "inside"
FROM_CHECK = re.compile(r"^from course_lib\.check\.([\w.]+) import (.+)$", re.MULTILINE)
HARMLESS = ("store.py", "lock.py", "chapter3_denoising.py", "chapter5_align.py")  # they hold no judge
NOT_COPIED = shutil.ignore_patterns("__pycache__", "check")


def build(folder):
    """Copy what a notebook needs into an empty folder, compiled, so that nothing has to be written there later."""
    shutil.copytree(ROOT / "course_lib", folder / "course_lib", ignore=NOT_COPIED)
    shutil.copytree(ROOT / "data", folder / "data", ignore=NOT_COPIED)
    shutil.copytree(INSIDE, folder / "inside", ignore=shutil.ignore_patterns("__pycache__", "stub.py"))
    fonts = folder / "matplotlib"
    fonts.mkdir()
    for path in Path(matplotlib.get_cachedir()).glob("fontlist-*.json"):
        shutil.copy(path, fonts)
    check = folder / "course_lib" / "check"
    check.mkdir()
    shutil.copy(INSIDE / "stub.py", check / "__init__.py")
    for name in HARMLESS:
        shutil.copy(ROOT / "course_lib" / "check" / name, check)
    for module, names in imported():
        write_part(module, names, check)
    compileall.compile_dir(folder, quiet=2)


def imported():
    """Return (module, names) of what the exercises' notebooks import from the judges' modules."""
    for path in sorted((ROOT / "notebooks" / "source" / "exercises").glob("*.md")):
        for module, names in FROM_CHECK.findall(path.read_text(encoding="utf-8")):
            yield module, [name.strip() for name in names.split(",")]


def write_part(module, names, check):
    """Write a module that holds some functions of a judge's module, and none of its answers."""
    *packages, name = module.split(".")
    place = check
    for package in packages:
        place /= package
        place.mkdir(exist_ok=True)
        (place / "__init__.py").touch()
    source = ROOT.joinpath("course_lib", "check", *packages, f"{name}.py").read_text(encoding="utf-8")
    (place / f"{name}.py").write_text(part(source, names), encoding="utf-8")


def part(source, names):
    """Return of a module's source what the named functions need, and no more.

    >>> print(part("import os, re\\nA = 1\\nB = A + 1\\ndef f(): return B\\ndef g(): return re", ["f"]))
    A = 1
    B = A + 1
    def f():
        return B
    """
    statements = ast.parse(source).body
    wanted, kept, before = set(names), [], -1
    while len(wanted) > before:
        before = len(wanted)
        kept = [statement for statement in statements if defined(statement) & wanted]
        wanted |= {node.id for statement in kept for node in ast.walk(statement) if isinstance(node, ast.Name)}
    return "\n".join(map(ast.unparse, kept))


def defined(statement):
    """Return the names that a statement gives a value to."""
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {alias.asname or alias.name.partition(".")[0] for alias in statement.names}
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        return {statement.name}
    stored = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
    return {node.id for node in stored if isinstance(node.ctx, ast.Store)}
