"""Where things lie: the project, its .venv, and the locks that say what goes into it."""

import os
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "course-stamp"  # says what is installed; written last, so that half a set-up never counts
LOCK, BROWSER_LOCK = ROOT / "requirements" / "course.txt", ROOT / "requirements" / "browser.txt"


def sections(*heads):
    """Return the sections of pyproject.toml that begin so."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return [text for text in re.findall(r"(?ms)^\[.*?(?=^\[|\Z)", project) if text.startswith(heads)]


def version():
    """Return the version of the course."""
    return re.search(r'(?m)^version = "(.*)"', "".join(sections("[project]"))).group(1)
