"""All exercises by number, found by their files: chapter3/e07_salt_and_pepper.py is 3.7."""

import importlib
from pathlib import Path

from .exercise import EXERCISES

__all__ = ["EXERCISES"]

for path in sorted(Path(__file__).parent.glob("chapter[0-9]*/e[0-9]*.py")):
    importlib.import_module(f"{__package__}.{path.parent.name}.{path.stem}")
