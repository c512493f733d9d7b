"""`course.py classroom slides DIR`: a page of slides for each chapter, from the chapter's notebook.

A slide for each heading, with its exercises; each guess, and behind it, with the next key, what answers it; a still
picture of each explorer; the key points. A page needs nothing but a browser: the keys are named in slides.js.
"""

import re
from pathlib import Path

from .. import syllabus
from . import lesson, pages, telling

HERE = Path(__file__).parent
COLUMNS, LINES = 62, 7  # code that can be read from the last row
WIDE = 1.9  # a picture that is wider has its words below it
LINE = 78  # letters in a line of a slide's text, about
ROOM = 7  # lines of words and code above a picture
LISTED = 11  # lines of a list on one slide


def chapter(name):
    """Return the slides of one chapter's notebook as a page."""
    first, *rest = lesson.sections(lesson.executed(name), name)
    made = [opening(name, first)]
    for section in rest:
        made += of_topic(name, section) if section.topic else of_list(section)
    numbered, count = [], 0
    for kind, content in made:
        count += kind != "answer"
        numbered.append(f'<section class="{kind}">\n{content}\n<div class="number">{count}</div>\n</section>')
    style, script = ((HERE / f"slides.{ending}").read_text(encoding="utf-8") for ending in ("css", "js"))
    return pages.page(first.heading, "\n".join(numbered), style, script)


def opening(name, first):
    """Return the first slide: the chapter's title, and what one can do after it."""
    entry = next(entry for entry in syllabus.lessons() if entry["id"] == name)
    aims = "".join(f"<li>{pages.inline(aim)}</li>" for aim in entry["objectives"])
    return "opening", f"<h1>{pages.inline(first.heading)}</h1>\n<ul>{aims}</ul>"


def of_topic(name, section):
    """Yield the slides of a topic."""
    told = telling.topics()[section.topic["id"]]
    head = f"<h2>{pages.inline(section.heading)}</h2>"
    listed = "".join(
        f"<li>{id} {pages.inline(title)} {stars}</li>"
        for id, title, stars in lesson.exercises(name)[section.topic["id"]]
    )
    aim = f"<div class='words'>{pages.rendered(told['aim'])}</div>"
    below = f"<div class='soft'>Exercises<ul>{listed}</ul></div>"
    yield "opening", f"<h1>{pages.inline(section.heading)}</h1>\n{aim}\n{below}"
    seen = None  # the last picture: what a guess is about
    pieces = section.pieces
    for place, piece in enumerate(pieces):
        if piece.kind == "guess":
            yield from of_guess(head, pieces, place, seen)
        elif piece.kind == "explorer" and not asked_about(pieces, place):
            yield "explorer", f"{head}\n{picture(piece.cell)}\n{line_of_code(piece.cell)}"
        if piece.cell and not piece.hidden and pages.pictures(piece.cell):
            seen = piece.cell


def asked_about(pieces, place):
    """Tell whether the cell at a place is what a guess is about, whose answer follows."""
    before = [piece.kind for piece in pieces[:place] if piece.kind in ("guess", "answer")]
    return before[-1:] == ["guess"]


def of_guess(head, pieces, place, seen):
    """Yield the slide that asks and the one that answers."""
    asked = pages.rendered(pieces[place].text)
    after = pieces[place + 1 :]
    end = next((number for number, piece in enumerate(after) if piece.kind in ("answer", "guess")), 0)
    if not after or after[end].kind != "answer":
        return
    cells = [piece.cell for piece in after[:end] if piece.cell]
    explorers = [piece.cell for piece in after[:end] if piece.kind == "explorer"]
    code = readable(cells[0].source) if cells and not explorers else ""
    shown = picture(explorers[0]) if explorers else picture(seen) if room(pieces[place].text, code) else ""
    yield "guess", f"{head}\n<div class='words'>{asked}</div>\n{code}\n{shown}"
    yield "answer", f"{head}\n{answered(cells, after[end].text, seen)}"


def answered(cells, text, seen):
    """Return the answer's words beside or below the picture that shows it, or else the one that was asked about."""
    found = next((cell for cell in cells if pages.pictures(cell)), None)
    said = "\n".join(filter(None, map(pages.printed, cells)))
    output = "" if not said or found else readable(said)
    words = f"<div class='words'>{pages.rendered(text)}</div>"
    if found is None:
        return f"{output}\n{words}\n{picture(seen) if room(text, output) else ''}"
    _, width, height = pages.pictures(found)[-1]
    return f"{picture(found)}\n{words}" if width > WIDE * height else f"<div class='side'>{picture(found)}{words}</div>"


def picture(cell):
    """Return the last picture that a cell shows, or nothing."""
    found = pages.pictures(cell) if cell else []
    return f'<div class="picture"><img alt="" src="{found[-1][0]}"></div>' if found else ""


def line_of_code(cell):
    """Return the line of code that an explorer shows."""
    texts = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    found = next((re.match(r"(?:explorer|step-through) \w+: (.*)", text) for text in texts if ": " in text), None)
    return readable(found[1]) if found else ""


def readable(code):
    """Return code, or what it prints, where it can be read from the last row; else nothing."""
    told = code.strip("\n").split("\n")
    if len(told) > LINES or max(map(len, told)) > COLUMNS:
        return ""
    return f"<pre>{pages.html.escape(chr(10).join(told))}</pre>"


def lines(text):
    return len(text) / LINE


def room(text, code):
    """Tell whether a picture beside these words, and this code, is large enough to be worth it."""
    return int(lines(text)) + code.count("\n") + 2 * bool(code) <= ROOM


def of_list(section):
    """Yield the slides of a list, such as the key points: as many lines on each as can be read."""
    points = [
        point for piece in section.pieces if piece.text.startswith("- ") for point in piece.text[2:].split("\n- ")
    ]
    head, held = f"<h2>{pages.inline(section.heading)}</h2>", []
    for point in points:
        if sum(int(lines(one)) + 1 for one in [*held, point]) > LISTED:
            yield "list", f"{head}\n{listed(held)}"
            held = []
        held.append(point)
    if held:
        yield "list", f"{head}\n{listed(held)}"


def listed(points):
    return "<ul>" + "".join(f"<li>{pages.inline(point)}</li>" for point in points) + "</ul>"


def main(words):
    """Write the slides of every chapter."""
    folder = pages.folder(words, "slides")
    for entry in syllabus.lessons():
        pages.write(folder / f"{entry['id']}.html", chapter(entry["id"]))
    print("Open one in a browser. Arrows go on and back, F fills the screen, D makes it dark or light, B black.")
