"""A glossary word is set in italics where it is first used, and that is in the chapter that the glossary names."""

import re
import tomllib
from pathlib import Path

import jupytext
import pytest

SOURCE = Path(__file__).resolve().parents[2] / "notebooks" / "source"
CHAPTERS = [c["id"] for c in tomllib.loads((SOURCE / "syllabus.toml").read_text(encoding="utf-8"))["chapter"]]
ROW = re.compile(r"^\| \*\*(.+?)\*\* \| .+ \| \[\d\]\((\w+)\.ipynb\) \|$", re.MULTILINE)
NOT_READ = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|^\|.*$|^\*Read it.*$", re.MULTILINE)  # code, links, tables
TERMS = [
    pytest.param(term, chapter, id=term)
    for terms, chapter in ROW.findall((SOURCE / "glossary.md").read_text(encoding="utf-8"))
    for term in terms.split(", ")
]


def texts(chapter):
    """Return the text cells of a chapter after its head, lower case."""
    cells = [cell.source for cell in jupytext.read(SOURCE / f"{chapter}.md").cells if cell.cell_type == "markdown"]
    return [NOT_READ.sub("", text).lower() for text in cells[1:]]


TEXTS = {chapter: texts(chapter) for chapter in CHAPTERS}


@pytest.mark.parametrize(("term", "chapter"), TERMS)
def test_a_word_is_explained_where_it_is_first_used(term, chapter):
    plural = "" if term.isupper() else "(?:s|es)?"  # SLIC has none: slices are something else
    word = re.compile(rf"\b{re.escape(term.lower())}{plural}\b")
    used = [(name, text) for name in CHAPTERS for text in TEXTS[name] if word.search(text)]
    assert used, f"{term!r} stands in no chapter"
    first, text = used[0]
    assert first == chapter, f"the glossary says {chapter}: {text[:200]}"
    marked = rf"\*[^*\n]*\b{re.escape(term.lower())}[^*\n]*\*|^#+ .*\b{re.escape(term.lower())}"
    assert re.search(marked, text, re.MULTILINE), text[:300]
