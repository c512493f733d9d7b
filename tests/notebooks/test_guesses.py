"""Each guess is answered, folded, in the form that every page shows right."""

import re
from pathlib import Path

import jupytext
import pytest

SOURCE = Path(__file__).resolve().parents[2] / "notebooks" / "source"
SOURCES = [pytest.param(path, id=path.stem) for path in sorted(SOURCE.glob("*.md"))]
GUESS = re.compile(r"\*\*(?:Guess|Predict|Before you)")
ANSWER = "<summary>Compare with your guess</summary>"


def events(cells):
    """Yield "guess", "code", "answer" and "heading" in the order in which a reader meets them."""
    found = re.compile(rf"({GUESS.pattern})|({re.escape(ANSWER)})|(^#+ )", re.MULTILINE)
    for cell in cells:
        if cell.cell_type == "code":
            yield "code", cell.source
            continue
        for hit in found.finditer(cell.source):
            kind = ("guess", "answer", "heading")[[group is not None for group in hit.groups()].index(True)]
            yield kind, cell.source[hit.start() : hit.start() + 120]


@pytest.mark.parametrize("source", SOURCES)
def test_each_guess_is_answered_after_the_cell_that_shows_it(source):
    open_guess, shown, unanswered = None, False, []
    for kind, text in [*events(jupytext.read(source).cells), ("heading", "")]:
        if kind == "code":
            shown = True
        elif kind == "answer":
            assert open_guess, f"nothing was asked before the answer {text!r}"
            assert shown, f"the answer stands before the cell that shows it: {open_guess!r}"
            open_guess = None
        elif open_guess:
            unanswered.append(open_guess)
            open_guess = None
        if kind == "guess":
            open_guess, shown = text, False
    assert not unanswered, "\n".join(unanswered)


@pytest.mark.parametrize("source", SOURCES)
def test_folds_have_the_blank_lines_that_markdown_needs(source):
    lines = source.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if "<summary>" in line:
            assert lines[number - 1] == "<details>", line
            assert lines[number + 1] == "", line
        if line == "</details>":
            assert lines[number - 1] == "", f"line {number}"
        assert not re.match(r"\s+</?(details|summary)", line), line
