"""Docstrings: every public function says what it does, takes and returns, with an example that runs.

The examples themselves run through pytest's --doctest-modules.
"""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import course_lib

SECTIONS = ["Parameters", "Returns", "Raises", "Notes", "References", "Examples"]
ABOVE_FLOOR_4 = {"explore", "steps", "check"}  # what they hand on are widgets, and calls for learners


def modules():
    """Return the name of every module of the library below floor 5."""
    found = pkgutil.walk_packages(course_lib.__path__, "course_lib.")
    return sorted(info.name for info in found if info.name.split(".")[1] not in ABOVE_FLOOR_4)


def handed_on():
    """Return (module, name) of every function in the `__all__` of a module or package."""
    pairs = []
    for path in modules():
        module = importlib.import_module(path)
        pairs += [(path, n) for n in getattr(module, "__all__", ()) if inspect.isfunction(getattr(module, n))]
    return pairs


def sections_of(text):
    """Return the sections of a docstring as a dict: heading -> text."""
    parts = re.split(r"^([A-Z][A-Za-z ]+)\n-{3,}\n", text, flags=re.MULTILINE)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def complaints(function):
    """Return what is missing in a function's docstring."""
    sections = sections_of(inspect.getdoc(function) or "")
    headings = [heading for heading in sections if heading]
    wrong = []
    if not sections[""].strip():
        wrong.append("no first line")
    if headings != [heading for heading in SECTIONS if heading in headings]:
        wrong.append(f"sections {headings} are not in the order {SECTIONS}")
    parameters = [n for n, p in inspect.signature(function).parameters.items() if p.kind is not p.VAR_KEYWORD]
    listed = set(re.findall(r"\*{0,2}(\w+)", " ".join(re.findall(r"^\S.*", sections.get("Parameters", ""), re.M))))
    if set(parameters) - listed:
        wrong.append(f"Parameters lacks {sorted(set(parameters) - listed)}")
    hints = inspect.getsource(inspect.unwrap(function))
    if re.search(r"\n    +(return|yield) \S", hints) and not sections.get("Returns", "").strip():
        wrong.append("no Returns")
    if ">>> " not in sections.get("Examples", ""):
        wrong.append("no example")
    return wrong


@pytest.mark.parametrize(("module", "name"), handed_on(), ids=lambda part: part)
def test_public_functions_explain_themselves(module, name):
    assert complaints(getattr(importlib.import_module(module), name)) == []


@pytest.mark.parametrize("path", modules())
def test_modules_and_stages_say_what_they_do(path):
    module = importlib.import_module(path)
    assert module.__doc__, f"{path} has no docstring"
    own = [value for value in vars(module).values() if getattr(value, "__module__", "") == path]
    silent = [v.__name__ for v in own if callable(v) and not v.__name__.startswith("_") and not v.__doc__]
    assert not silent, f"no docstring: {silent}"


def test_what_is_missing_is_found():
    def bare(image, sigma):
        return image

    def wrong_order(image):
        """Do it.

        Returns
        -------
        array

        Parameters
        ----------
        image : array
        """
        return image

    assert complaints(bare) == ["no first line", "Parameters lacks ['image', 'sigma']", "no Returns", "no example"]
    assert [complaint.split()[0] for complaint in complaints(wrong_order)] == ["sections", "no"]


def test_what_a_text_points_to_is_there():
    library = Path(course_lib.__file__).parent
    for path in library.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        for word in re.findall(r"\(see\s([a-z_.]+)\)", text):
            modules = [folder.joinpath(*word.split(".")).with_suffix(".py") for folder in (path.parent, library)]
            known = any(module.exists() for module in modules) or re.search(
                rf"^(def |from .* import .*){word}\b", text, re.M
            )
            assert known, f"{path.relative_to(library)} says: see {word}"
