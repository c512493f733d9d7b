"""Time every operation against scikit-image's: `python course.py bench [part of a name] [--float32|--large] [--write]`.

The operations come from `CASES` in every `cases_*.py` beside this file. Both functions run in turns, so that whatever
else the machine does hits both; the median of the pairs' ratios counts. Memory is the peak that each call allocates
through Python and NumPy. Without a further word, pictures are 512 x 512; `--float32` times those operations that take
floats again with float32, and `--large` all of them with 2048 x 2048. With `--write` the table is written into
RESULTS.md beside this file, and the first sentence about 512 x 512 also into README.md.
"""

import statistics
import time
import tracemalloc
from pathlib import Path

from tools.cases import case_modules

from .case import as_float32, four_times_as_wide

README, RESULTS = Path(__file__).parents[1] / "README.md", Path(__file__).with_name("RESULTS.md")
BEGIN, END = "<!-- benchmarks -->", "<!-- end of benchmarks -->"
TABLES = {  # word: (heading in RESULTS.md, what it is about, how the cases change)
    "": ("# How fast it is", "512 x 512 pictures", None),
    "--float32": ("# Floats of 32 bits", "512 x 512 pictures of float32", as_float32),
    "--large": ("# Large pictures", "2048 x 2048 pictures", four_times_as_wide),
}
PAIRS = 15  # at most; slow operations get as many as fit into SECONDS, but at least LEAST
LEAST = 3
SECONDS = 1.5
PATIENCE = 5  # seconds: what takes longer is timed once
SMALL = 64 * 1024  # bytes: peaks below this say nothing


def cases(part="", change=None):
    """Yield the cases of every cases_*.py whose names contain `part`; with `change`, those whose pictures change."""
    for module in case_modules("benchmarks"):
        for case in module.CASES:
            changed = case if change is None else case.changed(change)
            if part.lower() in case.name.lower() and changed:
                yield changed


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compare(ours, theirs):
    """Return the median times of ours and theirs, and the median of theirs / ours, from interleaved pairs."""
    once = seconds(ours) + seconds(theirs)  # also warms both up
    pairs = max(LEAST, min(PAIRS, int(SECONDS / once))) if once < PATIENCE else 1
    times = [
        (seconds(ours), seconds(theirs)) if turn % 2 else (seconds(theirs), seconds(ours))[::-1]
        for turn in range(pairs)
    ]
    own, other = zip(*times, strict=True)
    return statistics.median(own), statistics.median(other), statistics.median(b / a for a, b in times)


def peak(call):
    """Return how many bytes a call holds at most beyond what was there before."""
    tracemalloc.start()
    try:
        call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def main(words=()):
    """Print the table, the geometric mean of the ratios, and what is slower than scikit-image."""
    table = next((word for word in words if word in TABLES), "")
    part = " ".join(word for word in words if not word.startswith("--"))
    rows = []
    print(f"{'operation':44} {'ours':>9} {'theirs':>9} {'ratio':>7} {'memory':>7}")
    for case in cases(part, TABLES[table][2]):
        own, other, ratio = compare(case.ours, case.theirs)
        memory = max(peak(case.ours), SMALL) / max(peak(case.theirs), SMALL) if own + other < PATIENCE else None
        row = (case.name, own, other, ratio, memory)
        print("{:44} {} ms {} ms {:>6}x {:>7}".format(*cells(row)), flush=True)
        rows.append(row)
    if not rows:
        print(f"no operation has {part!r} in its name")
        return 1
    mean = statistics.geometric_mean(ratio for *_, ratio, _ in rows)
    slower = ", ".join(f"{name} ({ratio:.2f}x)" for name, _, _, ratio, _ in rows if ratio < 1) or "none"
    print(f"\n{len(rows)} operations, geometric mean {mean:.2f}x\nslower than scikit-image: {slower}")
    if "--write" in words:
        write(rows, mean, slower, table)
    return 0


def cells(row):
    """Return a row of the table as text: name, two times in ms, ratio, memory.

    >>> cells(("gamma", 0.001, 0.002, 2.0, None))
    ('gamma', '1.00', '2.00', '2.00', '')
    """
    name, own, other, ratio, memory = row
    return name, f"{1e3 * own:.2f}", f"{1e3 * other:.2f}", f"{ratio:.2f}", "" if memory is None else f"{memory:.2f} x"


def write(rows, mean, slower, table=""):
    """Write a section of RESULTS.md; what the first one begins with goes between README.md's two markers as well."""
    heading, pictures, _ = TABLES[table]
    command = f"python course.py bench {table}".strip()
    summary = (
        f"`{command}` timed {len(rows)} operations on {pictures} in alternating pairs, on "
        f"two shared cores: **on average (geometric mean) {mean:.1f} times as fast as scikit-image's compiled code.** "
        f"Slower than scikit-image in this run: {slower}."
    )
    lines = [
        "| operation | ours, ms | scikit-image, ms | times as fast | peak memory |",
        "|---|---:|---:|---:|---:|",
        *("| {} | {} | {} | {} | {} |".format(*cells(row)) for row in rows),
    ]
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    sections = {part.split("\n")[0]: part for part in text.replace("\n# ", "\n\0# ").split("\0") if part}
    sections[heading] = "\n".join([f"{heading}\n", summary, "", *lines, ""])
    ordered = [sections[first].strip("\n") for first, *_ in TABLES.values() if first in sections]
    RESULTS.write_text("\n\n".join(ordered) + "\n", encoding="utf-8")
    if not table:
        before, rest = README.read_text(encoding="utf-8").split(BEGIN)
        README.write_text(f"{before}{BEGIN}\n{summary}\n{END}{rest.split(END)[1]}", encoding="utf-8")
