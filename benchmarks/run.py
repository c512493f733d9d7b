"""Time every operation against scikit-image's: `python course.py bench [part of a name]`, or `--write` for all.

The operations come from `CASES` in every `cases_*.py` beside this file: (name, ours, theirs), the two without
arguments. Both run in turns, so that whatever else the machine does hits both; the median of the pairs' ratios
counts. Memory is the peak that each call allocates through Python and NumPy. With `--write` the table is written
into RESULTS.md beside this file, and its first sentence into README.md.
"""

import statistics
import time
import tracemalloc
from pathlib import Path

from tools.cases import case_modules

README, RESULTS = Path(__file__).parents[1] / "README.md", Path(__file__).with_name("RESULTS.md")
BEGIN, END = "<!-- benchmarks -->", "<!-- end of benchmarks -->"
PAIRS = 15  # at most; slow operations get as many as fit into SECONDS, but at least LEAST
LEAST = 3
SECONDS = 1.5
SMALL = 64 * 1024  # bytes: peaks below this say nothing


def cases(part=""):
    """Return the (name, ours, theirs) of every cases_*.py whose name contains `part`."""
    return [case for module in case_modules("benchmarks") for case in module.CASES if part.lower() in case[0].lower()]


def seconds(call):
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def compare(ours, theirs):
    """Return the median times of ours and theirs, and the median of theirs / ours, from interleaved pairs."""
    once = seconds(ours) + seconds(theirs)  # also warms both up
    pairs = max(LEAST, min(PAIRS, int(SECONDS / once)))
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


def main(part=""):
    """Print the table, the geometric mean of the ratios, and what is slower than scikit-image."""
    to_files, part = part == "--write", part.removeprefix("--write")
    rows = []
    print(f"{'operation':44} {'ours':>9} {'theirs':>9} {'ratio':>7} {'memory':>7}")
    for name, ours, theirs in cases(part):
        own, other, ratio = compare(ours, theirs)
        memory = max(peak(ours), SMALL) / max(peak(theirs), SMALL)
        print(f"{name:44} {1e3 * own:6.2f} ms {1e3 * other:6.2f} ms {ratio:6.2f}x {memory:6.2f}x", flush=True)
        rows.append((name, own, other, ratio, memory))
    if not rows:
        print(f"no operation has {part!r} in its name")
        return 1
    mean = statistics.geometric_mean(ratio for *_, ratio, _ in rows)
    slower = ", ".join(f"{name} ({ratio:.2f}x)" for name, _, _, ratio, _ in rows if ratio < 1) or "none"
    print(f"\n{len(rows)} operations, geometric mean {mean:.2f}x\nslower than scikit-image: {slower}")
    if to_files:
        write(rows, mean, slower)
    return 0


def write(rows, mean, slower):
    """Write RESULTS.md, and what it begins with between README.md's two benchmark markers."""
    summary = (
        f"`python course.py bench` timed {len(rows)} operations on 512 x 512 pictures in alternating pairs, on "
        f"two shared cores: **on average (geometric mean) {mean:.1f} times as fast as scikit-image's compiled code.** "
        f"Slower than scikit-image in this run: {slower}."
    )
    table = [
        "| operation | ours, ms | scikit-image, ms | times as fast | peak memory |",
        "|---|---:|---:|---:|---:|",
        *(f"| {n} | {1e3 * a:.2f} | {1e3 * b:.2f} | {ratio:.2f} | {memory:.2f} x |" for n, a, b, ratio, memory in rows),
    ]
    RESULTS.write_text("\n".join(["# How fast it is\n", summary, "", *table, ""]), encoding="utf-8")
    before, rest = README.read_text(encoding="utf-8").split(BEGIN)
    README.write_text(f"{before}{BEGIN}\n{summary}\n{END}{rest.split(END)[1]}", encoding="utf-8")
