"""`course.py classroom exam DIR`: twelve questions and six exercises that are in no chapter.

    python course.py classroom exam DIR                 exam.html (for paper), exam.ipynb (the exercises), key.html
    python course.py classroom exam --mark FOLDER ...   judge the notebooks handed in, as `course.py collect` does

Questions and exercises lie in docs/teacher/exam: not in the package that is installed, not in `work`, and in no page of
the course. But whoever has the whole project can read them there: docs/guide.md says what that means for a mark.
"""

import contextlib
import functools
import importlib.util
import re
import tomllib

import jupytext
import nbformat

from course_lib.check import EXERCISES
from course_lib.recall.questions import Question

from .. import build, exercise_cells
from . import handout, pages
from .telling import TEACHER

FOLDER = TEACHER / "exam"
POINTS = 2  # for a question
HEADED = re.compile(r"^## (9\.\d) (★+) (.*)\n\n((?s:.*))", re.MULTILINE)


@functools.cache
def questions():
    """Return the questions."""
    entries = tomllib.loads((FOLDER / "questions.toml").read_text(encoding="utf-8"))["question"]
    return [
        Question(f"exam.{number}", 0, **{**entry, "wrong": tuple(map(tuple, entry.get("wrong", ())))})
        for number, entry in enumerate(entries, 1)
    ]


@functools.cache
def exercises():
    """Return {number: exercise}; they are not among the course's own, where `loaded` does not put them."""
    before = set(EXERCISES)
    for path in sorted(FOLDER.glob("e[0-9]*.py")):
        spec = importlib.util.spec_from_file_location(f"course_exam_{path.stem}", path)
        spec.loader.exec_module(importlib.util.module_from_spec(spec))
    return {id: EXERCISES.pop(id) for id in sorted(set(EXERCISES) - before)}


@contextlib.contextmanager
def loaded():
    """Put the exam's exercises among the course's while this lasts."""
    EXERCISES.update(exercises())
    try:
        yield
    finally:
        for id in exercises():
            del EXERCISES[id]


def tasks():
    """Return {number: (stars, title, task)} of the exercises, as their text has them."""
    text = (FOLDER / "exercises.txt").read_text(encoding="utf-8")
    parts = re.split(r"(?=^## )", text, flags=re.MULTILINE)[1:]
    found = [HEADED.match(re.sub(r"```python\n.*?```", "", part, flags=re.DOTALL).strip()).groups() for part in parts]
    return {id: (stars, title, task) for id, stars, title, task in found}


def notebook(solved=False):
    """Return the exercises as a notebook: with places to fill in, or solved. Checks are not in it."""
    made = jupytext.reads((FOLDER / "exercises.txt").read_text(encoding="utf-8"), "md")
    cells = []
    for number, cell in enumerate(made.cells):
        asked = exercise_cells.ANSWER.fullmatch(cell.source)
        cell = (
            nbformat.v4.new_code_cell(exercise_cells.with_markers(exercises()[asked[1]].rights[0])) if asked else cell
        )
        cell.id = f"exam-{number:02d}"
        cells.append(cell)
    made.cells, made.metadata = cells, nbformat.from_dict(build.METADATA)
    made.nbformat, made.nbformat_minor = 4, 5
    return build.with_solutions(made) if solved else build.without_solutions(made)


def total():
    return POINTS * len(questions()) + sum(len(stars) for stars, _, _ in tasks().values())


def paper():
    """Return the exam as a page for paper."""
    asked = "\n".join(question(number, one) for number, one in enumerate(questions(), 1))
    written = "\n".join(
        f"<h3>{id} {title} {points(len(stars))}</h3>{pages.rendered(task)}"
        f"<pre><code>{pages.html.escape(code.splitlines()[0])}</code></pre>{handout.ROOM * 5}"
        for (id, (stars, title, task)), code in zip(tasks().items(), code_cells(), strict=True)
    )
    head = f"<h1>Exam: image processing</h1>{handout.NAMES}<p>{len(questions())} questions, {POINTS} points each; "
    head += (
        f"{len(tasks())} exercises, in <code>exam.ipynb</code> or on paper; {total()} points in all. 90 minutes.</p>"
    )
    body = f'{head}\n<h2>Questions</h2>\n{asked}\n<h2 class="page">Exercises</h2>\n{written}'
    return pages.page("Exam: image processing", body, handout.style())


def points(count):
    return f'<span class="points">{count} point{"s" * (count > 1)}</span>'


def question(number, one):
    """Return a question with its choices, or with a line for a number."""
    ask = f"<p><b>{number}.</b> {pages.inline(one.ask)}</p>"
    if one.number is not None:
        return f'<div class="guess">{ask}<div class="room" style="width:40%"></div></div>'
    listed = "".join(
        f"<p>☐ {letter}  {pages.inline(text)}</p>" for letter, text in zip("ABCD", one.choices(), strict=True)
    )
    return f'<div class="guess">{ask}{listed}</div>'


def key():
    """Return what is right, and why; for the exercises a solution and the sentences for what is not."""
    rows = "".join(f"<tr><td>{number}</td><td>{right(one)}</td></tr>" for number, one in enumerate(questions(), 1))
    solutions = dict(zip(exercises(), code_cells(), strict=True))
    body = [f"<h1>Key to the exam</h1><p>{total()} points. Not for learners.</p><table>{rows}</table>"]
    for id, (stars, title, _) in tasks().items():
        watch = "".join(f"<li>{pages.inline(slip.sentence)}</li>" for slip in exercises()[id].slips)
        code = pages.html.escape(solutions[id])
        body.append(f"<h3>{id} {title} {points(len(stars))}</h3><pre><code>{code}</code></pre><ul>{watch}</ul>")
    return pages.page("Key to the exam", "\n".join(body), handout.style())


def right(one):
    """Return the right choice with its letter and the reason, or the number."""
    if one.number is not None:
        return f"<b>{one.answer}</b> {pages.inline(one.because)}"
    letter = "ABCD"[one.choices().index(one.right[0])]
    return f"<b>{letter}</b> {pages.inline(one.right[0])}. {pages.inline(one.right[1])}"


def code_cells():
    """Return the code of the solutions, in order."""
    return [cell.source for cell in notebook(solved=True).cells if cell.cell_type == "code"][1:]


def mark(words):
    """Judge what was handed in, with the words of `course.py collect`; the tables hold the exam alone."""
    with loaded():
        from ..collecting import exercises as known

        every = list(known.IDS)
        known.texts()[9] = (FOLDER / "exercises.txt").read_text(encoding="utf-8")
        named = known.names()  # of all: a known notebook of other chapters is judged too, before any learner's
        known.names = lambda variant=1: named
        known.of_chapter = lambda chapter: [id for id in every if id.startswith(f"{chapter}.")]
        known.CHAPTERS[:], known.IDS[:] = [9], list(exercises())
        known.points = lambda: {id: len(stars) for id, (stars, _, _) in tasks().items()}
        from .. import collect
        from ..collecting import whole

        whole.KEPT = whole.KEPT / "exam"  # of the same files, the course's results are others
        return collect.main(words)


def main(words):
    """Write the exam and its key, or judge it."""
    if words[:1] == ["--mark"]:
        return mark(words[1:])
    folder = pages.folder(words, "exam")
    pages.write(folder / "exam.html", paper())
    pages.write(folder / "key.html", key())
    pages.write(folder / "exam.ipynb", nbformat.writes(notebook()) + "\n")
    handout.as_pdf(folder / "exam.html")
    print("key.html is for you. Give out the others; judge with: python course.py classroom exam --mark FOLDER")
    return 0
