"""Time every operation against scikit-image's: `python benchmarks/run.py [part of a name]`.

The operations come from `CASES` in every `cases_*.py` beside this file: (name, ours, theirs), the two without
arguments. Both run in turns, so that whatever else the machine does hits both; the median of the pairs' ratios
counts. Memory is the peak that each call allocates through Python and NumPy.
"""

import importlib.util
import statistics
import sys
import time
import tracemalloc
from pathlib import Path

PAIRS = 15  # at most; slow operations get as many as fit into SECONDS, but at least LEAST
LEAST = 3
SECONDS = 1.5
SMALL = 64 * 1024  # bytes: peaks below this say nothing


def cases(part=""):
    """Return the (name, ours, theirs) of every cases_*.py whose name contains `part`."""
    found = []
    for path in sorted(Path(__file__).parent.glob("cases_*.py")):
        spec = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found += module.CASES
    return [case for case in found if part.lower() in case[0].lower()]


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
    rows = []
    print(f"{'operation':44} {'ours':>9} {'theirs':>9} {'ratio':>7} {'memory':>7}")
    for name, ours, theirs in cases(part):
        own, other, ratio = compare(ours, theirs)
        memory = max(peak(ours), SMALL) / max(peak(theirs), SMALL)
        print(f"{name:44} {1e3 * own:6.2f} ms {1e3 * other:6.2f} ms {ratio:6.2f}x {memory:6.2f}x", flush=True)
        rows.append((name, ratio))
    if not rows:
        print(f"no operation has {part!r} in its name")
        return 1
    print(f"\n{len(rows)} operations, geometric mean {statistics.geometric_mean(r for _, r in rows):.2f}x")
    slower = [f"{name} ({ratio:.2f}x)" for name, ratio in rows if ratio < 1]
    print("slower than scikit-image: " + (", ".join(slower) or "none"))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    sys.exit(main(*sys.argv[1:2]))
