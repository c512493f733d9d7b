"""Mutants: one small fault at a time in a copy of the library, and whether its tests notice.

    uv pip install cosmic-ray
    python -m tools.mutants FOLDER [how many, else 600]

FOLDER gets a copy of what is committed, and `results.txt` with a line for each mutant. Where the run is stopped, the
same call goes on. Only the test files that ran the function before it had a fault are asked, the shortest first. It
needs Linux, or another system with os.fork.
"""

import ast
import io
import json
import os
import random
import re
import subprocess
import sys
import tarfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

import matplotlib.pyplot  # noqa: F401, as the last two: imported once for all mutants
import pytest
import scipy.ndimage  # noqa: F401
import skimage.segmentation  # noqa: F401

from .setup.places import ROOT

PARTS = ("base", "color", "exposure", "feature", "filters", "measure")
PARTS += ("metrics", "morphology", "restoration", "segmentation", "transform", "util")
TESTS = ("definitions", "parity", "odd_input", "plainly")
SECONDS = 60  # of the processor's time for the tests of a mutant, at most
NEAR = re.compile(  # of cosmic-ray's operators, those whose faults are small enough to be made
    "Binary.*(Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_FloorDiv|Pow_Mul|BitAnd_BitOr|BitOr_BitAnd|Shift_.Shift)"
    "|Comparison.*_(Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_Gt|Gt_Lt|Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is)|Unary.*_Delete_"
    "|AddNot|True|False|AndWith|OrWith|Break|Continue|Number|RemoveDecorator|ZeroIteration"
)


class Mutant(NamedTuple):
    """Where a fault is, and which one: of all places in the file where the operator fits, the how manieth."""

    path: str
    line: int
    operator: str
    occurrence: int


def main(words):
    """Try mutants and write down what became of them, those in FOLDER's results left out."""
    folder, count = Path(words[0]).resolve(), int(words[1]) if words[1:] else 600
    copy, results = folder / "copy", folder / "results.txt"
    if not copy.exists():
        committed = io.BytesIO(subprocess.check_output(["git", "archive", "HEAD"], cwd=ROOT))
        with tarfile.open(fileobj=committed) as archive:
            archive.extractall(copy, filter="data")
    os.chdir(copy)
    sys.path.insert(0, str(copy))
    sys.dont_write_bytecode = True
    reached = reach_of_tests(folder / "reached.json")
    if not pass_all(["tests/definitions/test_edges.py", "course_lib/filters/stencils.py"], 60):
        raise SystemExit("tests fail without any fault; see why with pytest in " + str(copy))
    done = set(results.read_text(encoding="utf-8").splitlines()) if results.exists() else set()
    done = {line.split("\t")[1] for line in done}
    for mutant in sample(count):
        name = "{}:{} {} {}".format(*mutant)
        if name not in done:
            line = Path(mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
            with results.open("a", encoding="utf-8") as file:
                print(tried(mutant, reached), name, line, sep="\t", file=file)
    states = [line.split("\t")[0] for line in results.read_text(encoding="utf-8").splitlines()]
    print(f"{len(states)} mutants, {1 - states.count('survived') / len(states):.1%} caught")


def reach_of_tests(path):
    """Return {test file: [seconds, [file:line of each function that it runs]]}, measured once, without any fault."""
    reached = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    for test in sorted(test for part in TESTS for test in Path("tests", part).glob("test_*.py")):
        if str(test) not in reached:
            subprocess.run(
                [sys.executable, "-m", "tools.mutants", "--reach", test, path.with_name("one.json")], check=True
            )
            reached[str(test)] = json.loads(path.with_name("one.json").read_text(encoding="utf-8"))
            path.write_text(json.dumps(reached), encoding="utf-8")
    return reached


def reach(test, path):
    """Run a test file, and write down how long it takes and which functions of the library it runs."""
    seen, here = set(), str(Path("course_lib").resolve())

    def note(frame, *_):
        code = frame.f_code
        if code.co_filename.startswith(here):
            seen.add(f"{os.path.relpath(code.co_filename)}:{code.co_firstlineno}")

    start = time.process_time()
    threading.settrace(note)
    sys.settrace(note)
    stopped = pytest.main(["-q", "-x", "-p", "no:cacheprovider", test])
    sys.settrace(None)
    Path(path).write_text(json.dumps([time.process_time() - start, sorted(seen)]), encoding="utf-8")
    return 0 if stopped == pytest.ExitCode.NO_TESTS_COLLECTED else stopped


def sample(count):
    """Return about `count` mutants, more of a longer module, in a random order that is the same each time."""
    paths = [path for part in PARTS for path in sorted(Path("course_lib", part).rglob("*.py"))]
    found = [list(mutants(path)) for path in paths]
    share, chance = count / sum(map(len, found)), random.Random(0)
    chosen = [one for some in found for one in chance.sample(some, min(len(some), max(2, round(share * len(some)))))]
    return chance.sample(chosen, len(chosen))


def mutants(path):
    """Yield all mutants of a file."""
    from cosmic_ray import ast as trees
    from cosmic_ray import plugins

    nodes = list(trees.ast_nodes(trees.get_ast_from_path(path)))
    for name in filter(NEAR.search, plugins.operator_names()):
        fits = plugins.get_operator(name)().mutation_positions
        for occurrence, (start, _) in enumerate(span for node in nodes for span in fits(node)):
            yield Mutant(str(path), start[0], name, occurrence)


def tried(mutant, reached):
    """Return "caught" or "survived" for one mutant: what the tests say while it is in the copy."""
    from cosmic_ray import mutating, plugins

    tests, seconds = tests_of(mutant, reached)
    part = Path(mutant.path).parts[1]
    only = [] if part == "base" else ["-k", f"not odd_input or {part}."]
    with mutating.use_mutation(Path(mutant.path), plugins.get_operator(mutant.operator)(), mutant.occurrence):
        return "survived" if pass_all([*only, mutant.path, *tests], 30 + 3 * int(seconds)) else "caught"


def pass_all(arguments, seconds):
    """Say whether all tests pass, within so many seconds of the processor's time: others' work does not count."""
    process = os.fork()  # what tests import, the library apart, is there already: half of the time
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) in (0, 5)  # 5: there is no test
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115, to the end
    os._exit(pytest.main(["-x", "-q", "-p", "no:cacheprovider", *arguments]))


def tests_of(mutant, reached):
    """Return the test files that run the function with the fault, its topic's and short ones first, and their time."""
    functions = function_at(mutant)
    tests = {test: seconds for test, (seconds, seen) in reached.items() if functions & set(seen)}
    chosen, total = [], 0
    for test in sorted(tests, key=lambda test: (Path(mutant.path).stem not in test, tests[test])):
        if total < SECONDS:
            chosen.append(test)
            total += tests[test]
    return chosen, total


def function_at(mutant):
    """Return the function in which the fault is, as {file:line}; outside of any, all of the file's."""
    tree = ast.parse(Path(mutant.path).read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    first = {min([f.lineno, *(d.lineno for d in f.decorator_list)]): f.end_lineno for f in functions}
    inside = [line for line, last in first.items() if line <= mutant.line <= last]
    return {f"{mutant.path}:{line}" for line in ([max(inside)] if inside else first)}


if __name__ == "__main__":
    sys.exit(reach(*sys.argv[2:]) if sys.argv[1] == "--reach" else main(sys.argv[1:]))
