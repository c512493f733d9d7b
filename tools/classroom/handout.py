"""`course.py classroom handout DIR`: each chapter to write on, without answers and without what a guess is about.

A page for a browser or for paper; where a browser is found that prints without a window, a PDF beside it.
"""

import contextlib
import shutil
import subprocess
from pathlib import Path

from .. import syllabus
from . import lesson, pages

STYLE = Path(__file__).with_name("paper.css")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome")
ROOM = '<div class="room"></div>' * 2
NAMES = '<div class="head"><span>name</span><span>date</span></div>'


def chapter(name):
    """Return one chapter's notebook as a page to write on."""
    first, *rest = lesson.sections(lesson.executed(name), name)
    body = [f"<h1>{pages.inline(first.heading)}</h1>", NAMES, *shown(first)]
    for section in rest:
        body += [f"<h2>{pages.inline(section.heading)}</h2>", *shown(section)]
        if section.topic:
            body.append(exercises(name, section.topic["id"]))
    return pages.page(f"Handout: {first.heading}", "\n".join(filter(None, body)), style())


def shown(section):
    """Yield the pieces of a section as HTML; what cells show between a guess and its answer is left out."""
    asked = False
    for piece in section.pieces:
        asked = piece.kind == "guess" or (asked and piece.kind != "answer")
        if piece.kind == "guess":
            yield f'<div class="guess">{pages.rendered(piece.text)}{ROOM}</div>'
        elif piece.kind == "text":
            yield pages.rendered(piece.text)
        elif piece.kind in ("code", "explorer", "recall"):
            yield f"<pre><code>{pages.html.escape(piece.cell.source)}</code></pre>"
            yield from () if asked or piece.hidden or piece.kind == "recall" else outputs(piece)


def outputs(piece):
    """Yield what a cell has printed and shown."""
    said = pages.printed(piece.cell)
    if said and piece.kind == "code":
        yield f'<pre class="out">{pages.html.escape(said)}</pre>'
    for address, width, _ in pages.pictures(piece.cell):
        yield f'<img alt="" src="{address}" style="width:{min(width, 700)}px">'


def exercises(name, topic):
    """Return the exercises of a topic, with room for notes."""
    listed = "".join(
        f"<tr><td>{id}</td><td>{pages.inline(title)}</td><td>{stars}</td><td style='width:55%'></td></tr>"
        for id, title, stars in lesson.exercises(name)[topic]
    )
    return f"<table><tr><th></th><th>exercise</th><th></th><th>notes</th></tr>{listed}</table>"


def style():
    return STYLE.read_text(encoding="utf-8")


def browser():
    """Return a browser that can print without a window, or None."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def as_pdf(path):
    """Print a page beside it, where there is a browser; return whether it was."""
    found, made = browser(), path.with_suffix(".pdf")
    if not found or made.exists():
        return made.exists()
    flags = ["--headless", "--disable-gpu", "--no-sandbox", "--no-pdf-header-footer"]
    words = [found, *flags, f"--print-to-pdf={made.resolve()}", path.resolve().as_uri()]
    with contextlib.suppress(subprocess.TimeoutExpired, OSError):
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=False)
    return made.exists()


def main(words):
    """Write the handout of every chapter."""
    folder = pages.folder(words, "handout")
    printed = []
    for entry in syllabus.lessons():
        path = folder / f"{entry['id']}.html"
        pages.write(path, chapter(entry["id"]))
        printed.append(as_pdf(path))
    print("A PDF lies beside each." if all(printed) else "For paper, open one in a browser and print it.")
