"""A glossary word is set in italics where it is first used, in the chapter or the warm-up that the glossary names."""

import re
import tomllib
from pathlib import Path

import jupytext
import pytest

SOURCE = Path(__file__).resolve().parents[2] / "notebooks" / "source"
SYLLABUS = tomllib.loads((SOURCE / "syllabus.toml").read_text(encoding="utf-8"))
CHAPTERS, WARMUPS = ([entry["id"] for entry in SYLLABUS[kind]] for kind in ("chapter", "warmup"))
ROW = re.compile(r"^\| \*\*(.+?)\*\* \| .+ \| \[(?:\d|warm-up)\]\((\w+)\.ipynb\) \|$", re.MULTILINE)
NOT_READ = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}|^\|.*$|^\*Read it.*$", re.MULTILINE)  # code, links, tables
GLOSSARY = [
    (term, page)
    for terms, page in ROW.findall((SOURCE / "glossary.md").read_text(encoding="utf-8"))
    for term in terms.split(", ")
]
TERMS = [pytest.param(term, page, id=term) for term, page in GLOSSARY]


def texts(page):
    """Return the text cells of a page after its head, lower case."""
    cells = [cell.source for cell in jupytext.read(SOURCE / f"{page}.md").cells if cell.cell_type == "markdown"]
    return [NOT_READ.sub("", text).lower() for text in cells[1:]]


TEXTS = {page: texts(page) for page in [*WARMUPS, *CHAPTERS]}


def word(term):
    """Return the pattern of a term and of its plural; SLIC has none: slices are something else."""
    return rf"\b{re.escape(term.lower())}" + (r"\b" if term.isupper() else r"(?:s|es)?\b")


def is_marked(term, text):
    """Tell whether a text has a term in italics or in a heading."""
    marked = rf"\*[^*\n]*\b{re.escape(term.lower())}[^*\n]*\*|^#+ .*\b{re.escape(term.lower())}"
    return re.search(marked, text, re.MULTILINE)


@pytest.mark.parametrize(("term", "page"), TERMS)
def test_a_word_is_explained_where_it_is_first_used(term, page):
    read = CHAPTERS if page in CHAPTERS else [page]  # a warm-up may be left out: chapters do not count on it
    used = [(name, text) for name in read for text in TEXTS[name] if re.search(word(term), text)]
    assert used, f"{term!r} stands nowhere"
    first, text = used[0]
    assert first == page, f"the glossary says {page}: {text[:200]}"
    assert is_marked(term, text), text[:300]


@pytest.mark.parametrize("warmup", WARMUPS)
def test_every_word_that_a_warm_up_explains_is_in_the_glossary(warmup):
    explained = {term for text in TEXTS[warmup] for term in re.findall(r"(?<![*\w])\*([^*\n]+)\*(?![*\w])", text)}
    assert len(explained) >= 6
    known = "|".join(word(term) for term, _ in GLOSSARY)
    assert [term for term in sorted(explained) if not re.fullmatch(known, term)] == []
