"""A page for each learner: what the checks say of each exercise, in the words that the notebook would have shown."""

import html
import re

from course_lib.check import EXERCISES
from course_lib.check.described import counted
from course_lib.recall.sheet import as_html

from . import exercises
from .table import MARKS

STYLE = """\
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #8c8c8c }
td:nth-child(3), td:nth-child(4) { white-space: nowrap }
td { overflow-wrap: anywhere }
@media (max-width: 40rem) {
  th { display: none }
  tr { display: block; padding: .6rem 0; border-bottom: 1px solid #8c8c8c }
  td { display: inline; padding: 0 .3rem 0 0; border: 0 }
  td:last-child { display: block }
}
"""


def write(folder, learner, row):
    """Write the page of a learner into a folder, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{file_name(learner)}.html"
    path.write_text(page(learner, row), encoding="utf-8")
    return path


def file_name(learner):
    """Return a name that every system takes.

    >>> file_name("Anna Müller"), file_name("../a:b"), file_name("con")
    ('Anna Müller', '_a_b', '_con')
    """
    name = re.sub(r"[^\w .,-]+", "_", learner.replace("..", "")).strip(" .")[:100]
    return f"_{name}" if not name or re.fullmatch(r"(?i)con|prn|aux|nul|(com|lpt)\d", name) else name


def page(learner, row):
    """Return a learner's page as HTML; it needs nothing from elsewhere."""
    name, possible = html.escape(learner), sum(exercises.points().values())
    parts = [
        f"<h1>{name}</h1><p>{row.points()} of {possible} points, {counted(row.count('right'), 'exercise')} solved.</p>"
    ]
    if row.notes:
        parts.append("<ul>" + "".join(f"<li>{html.escape(note)}</li>" for note in row.notes) + "</ul>")
    for chapter in exercises.CHAPTERS:
        if any(row.state(id) for id in exercises.of_chapter(chapter)):
            parts.append(table_of(chapter, row))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{name}</title>'
    body = "\n".join(parts)
    return f'<!DOCTYPE html>\n<html lang="en"><head>{head}<style>{STYLE}</style></head><body>\n{body}\n</body></html>\n'


def table_of(chapter, row):
    ids = exercises.of_chapter(chapter)
    sums = f"{row.points(ids)} of {sum(exercises.points()[id] for id in ids)} points"
    head = "<tr><th>Exercise</th><th></th><th>Points</th><th>State</th><th>What the check says</th></tr>"
    lines = "\n".join(line_of(id, row) for id in ids)
    return f"<h2>Chapter {chapter}: {sums}</h2>\n<table>{head}\n{lines}\n</table>"


def line_of(id, row):
    stars, state = exercises.points()[id], row.state(id)
    got = stars if state == "right" else 0
    said = row.found[id].sentence if state else ""
    cells = [id, EXERCISES[id].title, f"{got} of {stars}", f"{MARKS[state]} {state or 'not handed in'}", said]
    return "<tr>" + "".join(f"<td>{as_html(cell)}</td>" for cell in cells) + "</tr>"
