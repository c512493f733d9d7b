"""Tests with other versions than the locked ones, in an environment that is thrown away; needs uv and the network.

    python -m tools.versions oldest    the lowest versions that pyproject.toml allows, of what it names
    python -m tools.versions newest    the newest of everything
    python -m tools.versions colab     Colab's own versions (requirements/colab.txt), the wheel without what it needs,
                                       and all chapters as `python -m course_lib start` copies them

Further words go to pytest; without any, all that hangs on versions is run. `--python 3.13` takes another Python.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = ["tests/check", "tests/explore", "tests/definitions", "tests/recall", "course_lib"]
NBVAL = ["-c", "tests/notebooks/nbval.ini", "--rootdir=."]
NEEDED = ["--editable", ".[lab,authors]", "--group", "test"]
RESOLUTIONS = {"oldest": "lowest-direct", "newest": "highest"}
CELL_TIMEOUT = 180  # seconds


def main(words):
    """Make the environment that the first word names, run the tests there, and return 1 where some failed."""
    kind, *words = words or [""]
    if kind not in ("colab", *RESOLUTIONS):
        print(__doc__, end="")
        return 2
    version = "3.12" if kind == "colab" else "3.11"
    if "--python" in words:
        at = words.index("--python")
        version, words = words[at + 1], words[:at] + words[at + 2 :]
    with tempfile.TemporaryDirectory(prefix=f"course-{kind}-") as folder:
        python = Path(folder, "venv", "Scripts" if os.name == "nt" else "bin", "python")
        run("uv", "venv", "--quiet", "--python", version, Path(folder, "venv"))
        if kind == "colab":
            return on_colab(python, Path(folder))
        run("uv", "pip", "install", "--quiet", "--python", python, "--resolution", RESOLUTIONS[kind], *NEEDED)
        return in_course(python, words)


def in_course(python, words):
    """Run pytest in the course's folder: the words, or what hangs on versions, and the chapters cell by cell."""
    quick = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("test_*.py"))
    chapters = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "notebooks").glob("0*.ipynb"))
    suites = [words] if words else [TESTS + quick, NBVAL + chapters]
    variables = dict(os.environ, PYTHONPATH=str(ROOT))
    return max(
        subprocess.call([python, "-P", "-m", "tools", "test", *suite], cwd=ROOT, env=variables) for suite in suites
    )


def on_colab(python, folder):
    """Install the wheel beside Colab's packages as a notebook's first cell does, and run all chapters."""
    from .doors import NEEDED as LACKING

    install = ["uv", "pip", "install", "--quiet", "--python", python]
    run(*install, "-r", ROOT / "requirements" / "colab.txt", "nbclient")
    run("uv", "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    run(*install, "--no-deps", wheel, *LACKING)
    run("uv", "pip", "list", "--python", python)
    variables = {
        name: value for name, value in os.environ.items() if name != "PYTHONPATH"
    }  # the wheel, not this folder
    subprocess.run([python, "-m", "course_lib", "start", folder / "course"], env=variables, check=True)
    chapters = sorted((folder / "course" / "notebooks").glob("[0-9w]*.ipynb"))
    return subprocess.call([python, "-P", __file__, *chapters], cwd=folder, env=variables)


def run(*command):
    """Run a program in the course's folder; stop where it fails."""
    if subprocess.call(command, cwd=ROOT):
        sys.exit(f"This failed: {' '.join(map(str, command))}")


def run_chapters(paths):
    """Run notebooks with the packages of this Python; print how many cells fail, and return 1 where some do."""
    import nbformat
    from nbclient import NotebookClient

    all_failed = all_cells = 0
    for path in map(Path, paths):
        started, notebook = time.perf_counter(), nbformat.read(path, 4)
        place = {"metadata": {"path": str(path.parent)}}
        NotebookClient(
            notebook, timeout=CELL_TIMEOUT, allow_errors=True, kernel_name="python3", resources=place
        ).execute()
        cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
        failed = [output for cell in cells for output in cell.outputs if output.output_type == "error"]
        spent = time.perf_counter() - started
        print(f"{path.name}: {len(failed)} of {len(cells)} cells fail, {spent:.0f} s", flush=True)
        print("".join(f"    {output.ename}: {output.evalue[:150]}\n" for output in failed), end="")
        all_failed, all_cells = all_failed + len(failed), all_cells + len(cells)
    print(f"{all_failed} of {all_cells} cells fail")
    return 1 if all_failed else 0


if __name__ == "__main__":
    inside = any(word.endswith(".ipynb") for word in sys.argv[1:])
    sys.exit((run_chapters if inside else main)(sys.argv[1:]))
