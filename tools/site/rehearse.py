"""Run the notebooks as a browser would: no threads, no processes, no file locks; and say how much memory they took.

    python -m tools.site.rehearse                    every notebook of the site
    python -m tools.site.rehearse notebooks/a.ipynb  this one

It is no browser: numbers of 32 bits and Python's newest version are not rehearsed. `tools.site.try_lite` is the
real thing. Install what Pyodide's lock has first, and the figures mean more.
"""

import contextlib
import importlib.metadata
import io
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import nbformat

from ..setup.places import ROOT

PACKAGES = ("numpy", "scipy", "scikit-image", "matplotlib", "pillow", "ipython", "ipywidgets")
NOTEBOOKS = ("*.ipynb", "solutions/*.ipynb")
MEMORY = 1000  # megabytes that a lesson may take; browsers give a page 2 to 4 GB
RAISES = "raises-exception"  # the tag of a cell whose error is the point


def main(words):
    """Rehearse the named notebooks, or all; return 1 where a cell failed or memory was short."""
    if words[:1] == ["--one"]:
        return one(Path(words[1]))
    print(f"Python {sys.version.split()[0]}, {', '.join(f'{n} {importlib.metadata.version(n)}' for n in PACKAGES)}")
    ours = ROOT / "notebooks"
    paths = words or [str(path) for glob in NOTEBOOKS for path in sorted(ours.glob(glob))]
    codes = [subprocess.call([sys.executable, "-m", "tools.site.rehearse", "--one", path], cwd=ROOT) for path in paths]
    return int(any(codes))


def one(path):
    """Run a notebook's cells in this process, in the folder where it lies."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    os.environ |= {"MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    forbid()
    started, failed = time.time(), []
    with tempfile.TemporaryDirectory() as work, contextlib.chdir(path.parent):
        os.environ["COURSE_WORK"] = work
        for cell in cells:
            with contextlib.redirect_stdout(io.StringIO()) as said:
                result = shell.run_cell(cell.source)
            if not result.success and RAISES not in cell.metadata.get("tags", []):
                failed.append(
                    f"{cell.source[:100]!r}: {result.error_in_exec or result.error_before_exec}\n{said.getvalue()}"
                )
    memory = peak()
    told = f"{path.parent.name}/{path.stem}: {len(cells)} cells, {len(failed)} failed"
    print(f"{told}, {time.time() - started:.0f} s, {memory:.0f} MB", *failed, sep="\n  ", flush=True)
    return int(bool(failed) or memory > MEMORY)


def peak():
    """Return the most memory that this process has had, in megabytes."""
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def forbid():
    """Take away what Python has not in a browser."""

    def no_thread(self):
        raise RuntimeError("can't start new thread")

    def no_process(*arguments, **named):
        raise OSError(138, "Not supported")

    threading.Thread.start = no_thread
    subprocess.Popen = os.fork = no_process
    sys.modules["fcntl"] = sys.modules["msvcrt"] = None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
