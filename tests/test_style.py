"""ruff finds nothing to complain about and nothing to format, in modules and in the notebooks' sources."""

import subprocess
import sys
from pathlib import Path

import jupytext
import pytest

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "notebooks" / "source"


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory):
    """The sources as notebooks, because ruff reads those cell by cell."""
    folder = tmp_path_factory.mktemp("sources")
    made = []
    for source in sorted(SOURCES.rglob("*.md")):
        target = folder / source.relative_to(SOURCES).with_suffix(".ipynb")
        target.parent.mkdir(exist_ok=True)
        notebook = jupytext.read(source)
        notebook.metadata["language_info"] = {"name": "python"}
        jupytext.write(notebook, target)
        made.append(target)
    assert made, "there are no sources"
    return made


def ruff(*arguments):
    command = [sys.executable, "-m", "ruff", *map(str, arguments)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("verb", [["check"], ["format", "--check", "--diff"]], ids=lambda verb: verb[0])
def test_modules(verb):
    ruff(*verb, ".")


@pytest.mark.parametrize("verb", [["check"], ["format", "--check", "--diff"]], ids=lambda verb: verb[0])
def test_notebook_sources(verb, notebooks):
    ruff(*verb, "--config", ROOT / "pyproject.toml", *notebooks)
