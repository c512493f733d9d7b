"""A chapter in pieces: what slides, handout and guide are made from.

The pieces of a chapter are those of its notebook in `notebooks`, as the build left it: headings, paragraphs, guesses
with their folded answers, and cells with their outputs.
"""

import dataclasses
import functools
import re

import nbformat

from .. import build, exercise_cells, minutes, syllabus
from ..setup.places import ROOT

ANSWER = re.compile(r"<details>\n<summary>Compare with your guess</summary>\n\n(.*?)\n\n</details>", re.DOTALL)
OTHER = re.compile(r"<details>.*?</details>", re.DOTALL)
GUESS = re.compile(r"\*\*(?:Guess|Predict|Before you)")
EXPLORES = re.compile(r"^(?:explore|steps)\.(\w+)\(", re.MULTILINE)
RECALLS = re.compile(r"^(?:recall|placement)\(", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Piece:
    """One piece: "text", "guess" or "answer" with Markdown, "code", "explorer" or "recall" with a cell."""

    kind: str
    text: str = ""
    cell: dict = None
    hidden: bool = False  # whether the output answers a guess


@dataclasses.dataclass
class Section:
    """What stands under one heading of a lesson; `topic` is the syllabus' table, or None."""

    heading: str
    topic: dict | None
    pieces: list

    def guesses(self):
        """Return [(question, answer)] in Markdown; what a guess needs to be understood stands before it."""
        found, asked = [], None
        for piece in self.pieces:
            if piece.kind == "guess":
                asked = piece.text
            elif piece.kind == "answer" and asked:
                found.append((asked, piece.text))
                asked = None
        return found


def executed(lesson):
    """Return a chapter's notebook with its outputs."""
    return nbformat.read(ROOT / "notebooks" / f"{lesson}.ipynb", as_version=4)


@functools.cache
def of_source(lesson):
    """Return the sections of a chapter as its source has it now, without outputs."""
    return sections(build.read(syllabus.SOURCE / f"{lesson}.md"), lesson)


def sections(notebook, lesson):
    """Return the sections of a chapter; the first one has the chapter's title for its heading."""
    topics = {
        topic["lesson"]: topic for entry in syllabus.lessons() if entry["id"] == lesson for topic in entry["topic"]
    }
    found = []
    for piece in pieces(notebook):
        if piece.kind == "heading":
            found.append(Section(piece.text, topics.get(piece.text), []))
        else:
            found[-1].pieces.append(piece)
    return found


def pieces(notebook):
    """Yield the pieces of a notebook; headings are pieces too."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield from of_text(cell.source)
        elif cell.cell_type == "code":
            kind = "explorer" if EXPLORES.search(cell.source) else "recall" if RECALLS.search(cell.source) else "code"
            yield Piece(kind, cell=cell, hidden=cell.metadata.get("jupyter", {}).get("outputs_hidden", False))


def of_text(text):
    """Yield the pieces of one cell of text.

    >>> [piece.kind for piece in of_text("## A\\n\\nText.\\n\\n**Guess** it.")]
    ['heading', 'text', 'guess']
    """
    for part in re.split(rf"({ANSWER.pattern.replace('(.*?)', '.*?')})", text, flags=re.DOTALL):
        answer = ANSWER.fullmatch(part)
        if answer:
            yield Piece("answer", answer[1].strip())
            continue
        for paragraph in re.split(r"\n{2,}", OTHER.sub("", part).strip()):
            if paragraph.startswith(("# ", "## ")):
                yield Piece("heading", paragraph.lstrip("# "))
            elif paragraph:
                yield Piece("guess" if GUESS.search(paragraph) else "text", paragraph)


@functools.cache
def exercises(lesson):
    """Return {topic: [(number, title, stars)]} for the topics of a chapter's notebook."""
    found = {topic: [] for topic in syllabus.topics(lesson)}
    text = (syllabus.SOURCE / "exercises" / f"{syllabus.exercises(lesson)}.md").read_text(encoding="utf-8")
    for id, stars, topic in exercise_cells.HEADING.findall(text):
        if topic in found:
            found[topic].append((id, exercise_cells.EXERCISES[id].title, stars))
    return found


def exercise_minutes(stars):
    return minutes.STARS[stars]
