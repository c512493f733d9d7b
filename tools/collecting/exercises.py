"""What the exercises are, as collecting needs it: their numbers, their points, and the names of their answers."""

import ast
import functools
import json
import re

from course_lib.check import EXERCISES
from course_lib.check.catalogue import of_variant

from ..setup.places import ROOT

SOURCES = ROOT / "notebooks" / "source" / "exercises"
HEADING = re.compile(r"^## (\d+\.\d+) (★+)", re.MULTILINE)
CHECKED = re.compile(r"\bcheck\(\s*[\"'](\d+\.\d+)[\"']\s*,\s*([A-Za-z_]\w*)\s*[,)]")
MENTIONED = re.compile(r"\b(?:check|look|hint|verdict)\(\s*[\"'](\d+\.\d+)[\"']")
VARIANT = re.compile(r"^variant\((\d{1,3})\)", re.MULTILINE)
HEADED = re.compile(r"^#+\s*(\d+\.\d+)\b", re.MULTILINE)
CODE = re.compile(r"^```python[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
IDS = sorted(EXERCISES, key=lambda id: tuple(map(int, id.split("."))))
CHAPTERS = sorted({int(id.split(".")[0]) for id in IDS})


@functools.cache
def texts():
    """Return {chapter: the text of its exercises}."""
    return {int(path.name[:2]): path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("0*.md"))}


@functools.cache
def points():
    """Return {exercise: its stars}."""
    return {id: len(stars) for text in texts().values() for id, stars in HEADING.findall(text)}


@functools.cache
def names(variant=1):
    """Return {exercise: the name of its answer}, as the stubs have it."""
    found = {id: EXERCISES[id].rights[0].__name__ for id in IDS}
    found |= dict(pair for text in texts().values() for pair in CHECKED.findall(text))
    return {id: retold(name, id, variant) for id, name in found.items()}


def retold(text, id, variant):
    """Return the words of an exercise as a variant has them."""
    for words, instead in of_variant(variant)[id].told.items():
        text = text.replace(words, instead)
    return text


@functools.cache
def stubs():
    """Return {exercise: the cell that is handed out, with the function that has to be written}."""
    found = {}
    for path in sorted((ROOT / "notebooks" / "exercises").glob("*.ipynb")):
        cells = ["".join(cell["source"]) for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]]
        for id in of_chapter(int(path.name[:2])):
            begun = [cell.strip() for cell in cells if f"def {names()[id]}(" in cell]
            found |= {id: begun[0]} if begun else {}
    return found


@functools.cache
def imports(chapter):
    """Return the names that the first cell of a chapter's exercises imports."""
    nodes = ast.walk(ast.parse(CODE.search(texts()[chapter])[1]))
    found = (node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom))
    return {alias.asname or alias.name.partition(".")[0] for node in found for alias in node.names}


def of_chapter(chapter):
    return [id for id in IDS if id.startswith(f"{chapter}.")]


def checked(source):
    """Return [exercise, name] of each check that hands over a name.

    >>> checked('check("1.2", upside_down)  # stuck?')
    [['1.2', 'upside_down']]
    """
    return [[id, name] for id, name in CHECKED.findall(source) if id in EXERCISES]


def mentioned(code, text=""):
    """Return the exercises that a notebook's code asks about, and those that are headings of its text."""
    return {id for id in MENTIONED.findall(code) + HEADED.findall(text) if id in EXERCISES}
