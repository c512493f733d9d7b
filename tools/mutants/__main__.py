"""Mutants: one small fault at a time in a copy of the library, and whether its tests notice.

    uv pip install cosmic-ray
    python -m tools.mutants FOLDER [how many, else 600]

FOLDER gets a copy of what is committed, and `results.txt` with a line for each mutant. Where the run is stopped, the
same call goes on. Only the tests that ran the function before it had a fault are asked, the shortest first: at first in
a process that has collected them all, which is quick; and, where none of these fails, again in a new one that imports
the library with its fault, and for longer. It needs Linux, or another system with os.fork.
"""

import io
import json
import os
import resource
import signal
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

from ..setup.places import ROOT
from .faults import PARTS, function_at, in_file, name_of, put, sample

TESTS = [f"tests/{name}" for name in ("definitions", "parity", "odd_input", "plainly")]
FEW, QUICK, LONG = 3, 5, 25  # seconds of tests for a mutant, at most
PARAMETERS = "tests/parity/test_signatures.py"  # it looks at defaults, and runs nothing
QUIET = ("-q", "-p", "no:cacheprovider")


def main(words):
    """Try mutants and write down what became of them, those in FOLDER's results left out."""
    folder, count = Path(words[0]).resolve(), int(words[1]) if words[1:] else 600
    if not (folder / "copy").exists():
        committed = io.BytesIO(subprocess.check_output(["git", "archive", "HEAD"], cwd=ROOT))
        with tarfile.open(fileobj=committed) as archive:
            archive.extractall(folder / "copy", filter="data")
    os.chdir(folder / "copy")
    sys.path.insert(0, os.getcwd())
    sys.dont_write_bytecode = True
    chosen = sample(count)
    everything = [*TESTS, *(f"course_lib/{part}" for part in PARTS)]
    if {name_of(mutant) for mutant in chosen} - set(results(folder)):
        process = os.fork()
        if not process:
            os._exit(pytest.main([*QUIET, *everything], plugins=[Quick(folder, chosen)]))
        os.waitpid(process, 0)
    reached = json.loads((folder / "reached.json").read_text(encoding="utf-8"))
    states = results(folder)
    for mutant in chosen:
        if states[name_of(mutant)] == "open":
            note(folder, "caught" if long_tries(mutant, reached) else "survived", mutant)
    tell(results(folder))


def note(folder, state, mutant):
    """Add a line to the results: what became of a mutant, and the line in which its fault is."""
    line = Path(mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1].strip()
    with (folder / "results.txt").open("a", encoding="utf-8") as file:
        print(state, name_of(mutant), line, sep="\t", file=file)


def results(folder):
    """Return {mutant: "caught", "survived" or "open"}; a mutant's last line counts."""
    path = folder / "results.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {line.split("\t")[1]: line.split("\t")[0] for line in lines}


def tell(states):
    """Print how many mutants were caught in each part, and in all."""
    for part in (*PARTS, ""):
        some = [state for name, state in states.items() if name.startswith(f"course_lib/{part}")]
        print(f"{part or 'all':15}{len(some):5} mutants, {some.count('caught') / max(len(some), 1):7.1%} caught")


class Quick:
    """A plugin of pytest's: in place of the tests that were collected, it runs some of them for each mutant."""

    def __init__(self, folder, chosen):
        self.folder, self.chosen = folder, chosen

    def pytest_runtestloop(self, session):
        """Try each mutant in a child of this process; one that no test has noticed stays open."""
        session.config.pluginmanager.unregister(name="terminalreporter")  # it would tell of each test
        items = {item.nodeid: item for item in session.items}
        path = self.folder / "reached.json"
        if not path.exists():
            in_child(lambda: reach(items, path), 3600)
        reached, states = json.loads(path.read_text(encoding="utf-8")), results(self.folder)
        for mutant in self.chosen:
            if name_of(mutant) not in states:
                tests = [items[test] for test in tests_of(mutant, reached, QUICK)]
                good = in_child(lambda m=mutant, t=tests: put(m) and run(t), 2 * LONG)
                note(self.folder, "open" if good else "caught", mutant)
        return True


def in_child(function, seconds):
    """Call a function in a child of this process, and say whether it ends in time, without an error or a failure."""
    process = os.fork()
    if process:
        return os.waitpid(process, 0)[1] == 0
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))  # others' work does not count
    resource.setrlimit(resource.RLIMIT_DATA, (4 << 30, 4 << 30))
    signal.alarm(5 * seconds)  # where it waits for ever
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    try:
        function()
    except BaseException:  # whatever it is: the parent has to hear of it
        os._exit(1)
    os._exit(0)


def run(tests, failed=lambda test: os._exit(1)):
    """Run tests that pytest has collected, and call a function when one fails."""
    for test, following in zip(tests, [*tests[1:], None], strict=True):
        watch = Watch(lambda test=test: failed(test))
        test.config.pluginmanager.register(watch)
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
        test.config.pluginmanager.unregister(watch)


class Watch(NamedTuple):
    """A plugin of pytest's: calls a function when a test fails."""

    failed: object

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed()


def reach(items, path):
    """Write down {test: [seconds, [file:line of each function of the library that it runs]]}, of those that pass."""
    reached, here, seen, bad = {}, str(Path("course_lib").resolve()), set(), set()

    def look(frame, *_):
        if frame.f_code.co_filename.startswith(here):
            seen.add(frame.f_code)

    threading.settrace(look)
    for name, item in items.items():
        seen.clear()
        start = time.process_time()
        sys.settrace(look)
        run([item], bad.add)
        sys.settrace(None)
        functions = sorted(f"{os.path.relpath(code.co_filename)}:{code.co_firstlineno}" for code in seen)
        reached[name] = [time.process_time() - start, functions]
    good = {name: found for name, found in reached.items() if items[name] not in bad}
    path.write_text(json.dumps(good), encoding="utf-8")


def long_tries(mutant, reached):
    """Say whether a test fails in a process that imports the library while the fault is in its file."""
    turns = [tests_of(mutant, reached, seconds) for seconds in (FEW, LONG)]
    with in_file(mutant):
        for tests in turns:
            files = sorted({test.split("::")[0] for test in tests})
            if files and not in_child(lambda f=files, t=tests: fresh(f, t), 4 * LONG):
                return True
    return False


def fresh(files, tests):
    """Collect some files, run some of their tests, and end with an error if one fails or cannot be collected."""

    class Some:
        def pytest_collection_modifyitems(self, items):
            known = {item.nodeid: item for item in items}
            items[:] = [known[test] for test in tests if test in known]

    os._exit(pytest.main(["-x", *QUIET, *files], plugins=[Some()]))


def tests_of(mutant, reached, seconds):
    """Return the tests that run the function with the fault, its topic's and short ones first; else all of its file."""
    functions, anywhere = function_at(mutant), f"{mutant.path}:"
    tests = [test for test, (_, seen) in reached.items() if functions & set(seen)]
    tests = tests or [test for test, (_, seen) in reached.items() if any(name.startswith(anywhere) for name in seen)]
    chosen, total = [], 0
    for test in sorted(tests, key=lambda test: (Path(mutant.path).stem not in test, reached[test][0])):
        if total < seconds:
            chosen.append(test)
            total += reached[test][0]
    return chosen + [test for test in reached if test.startswith(PARAMETERS)]


if __name__ == "__main__":
    main(sys.argv[1:])
