"""`course.py test` and `course.py check`: every suite runs, and the sum is told."""

import collections
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from .setup import installer, places, pythons
from .setup.places import ROOT

PAGES = sorted("notebooks/" + path.name for path in (ROOT / "notebooks").glob("*.ipynb"))

# Each is one call of pytest. All of them run, whatever the others say.
NBVAL = "tests/notebooks/nbval.ini"
SUITES = [
    (
        "tests and docstrings",
        ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "tests", "course_lib", "tools"],
    ),
    ("notebooks, cell by cell", ["-c", NBVAL, "--rootdir=.", *PAGES, "notebooks/solutions"]),
]


def test(words):
    """Run the tests that pytest's words choose, or all; with --browser those in a browser too."""
    variables = dict(os.environ)
    if "--browser" in words:
        words = [word for word in words if word != "--browser"]
        variables["COURSE_BROWSER"] = "required"  # without a browser its tests fail; otherwise they are skipped
        if Path(sys.prefix) == places.VENV:  # with --here, all is taken as it is
            lock = str(places.BROWSER_LOCK)
            installer.install(pythons.find_uv(), ["--only-binary", ":all:", "--require-hashes", "-r", lock])
    return run_suites([("chosen tests", words)] if words else SUITES, variables)


def check(words):
    """Run the quick tests."""
    quick = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("test_*.py"))
    return run_suites([("quick tests", quick + words)], dict(os.environ))


def run_suites(suites, variables):
    """Run every suite, then print a line for each and the sum; return 1 where anything failed."""
    results = []
    with tempfile.TemporaryDirectory(prefix="course-test-") as folder:
        for number, (name, arguments) in enumerate(suites):
            report = Path(folder, f"{number}.xml")
            command = [sys.executable, "-m", "pytest", f"--junitxml={report}", *arguments]
            as_built = {"COURSE_FIGURES": "files"} if NBVAL in arguments else {}  # figures as the build keeps them
            code = subprocess.call(command, cwd=ROOT, env={**variables, **as_built})
            results.append((name, count(report, code)))
    print()
    if len(results) > 1:
        print("\n".join(f"{name}: {sentence(counts)}" for name, counts in results))
    total = sum((counts for _, counts in results), collections.Counter())
    print(sentence(total))
    return 1 if total["failed"] else 0


def count(report, code):
    """Return how many tests passed, failed and were skipped, from pytest's own report."""
    counts = collections.Counter()
    if report.exists():
        for suite in ElementTree.parse(report).getroot().iter("testsuite"):
            failed, skipped = int(suite.get("failures")) + int(suite.get("errors")), int(suite.get("skipped"))
            counts.update(failed=failed, skipped=skipped, passed=max(0, int(suite.get("tests")) - failed - skipped))
    if code and not counts["failed"]:
        counts["failed"] = 1  # pytest itself could not run, or found no test
    return counts


def sentence(counts):
    """Return the counts in words."""
    skipped = f", {counts['skipped']} skipped" if counts["skipped"] else ""
    return f"{counts['passed']} passed, {counts['failed']} failed{skipped}"
