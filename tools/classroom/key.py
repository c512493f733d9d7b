"""`course.py classroom key DIR`: the solutions of each chapter's exercises with points, and what to watch for."""

import functools
import re

from course_lib.check import EXERCISES

from .. import build, syllabus
from . import handout, lesson, pages

HEADED = re.compile(r"^## (\d+\.\d+) .*\n\n\*Topic: .*\n*((?s:.*))", re.MULTILINE)


def chapter(name):
    """Return the key to the exercises of one chapter's notebook as a page; points are stars."""
    entry = next(entry for entry in syllabus.lessons() if entry["id"] == name)
    asked = [one for topic in lesson.exercises(name).values() for one in topic]
    total = sum(len(stars) for _, _, stars in asked)
    head = f"<h1>Key: {pages.inline(entry['title'])}</h1>\n<p>{len(asked)} exercises, {total} points.</p>"
    body = "\n".join(map(exercise, sorted(asked, key=lambda one: int(one[0].split(".")[1]))))
    return pages.page(f"Key: {entry['title']}", f"{head}\n{body}", handout.style())


def exercise(one):
    """Return one exercise: its task and solution, what a right answer has understood, and three slips."""
    id, title, stars = one
    points = f'<span class="points">{len(stars)} point{"s" * (len(stars) > 1)}</span>'
    task, code = solutions(syllabus.exercises(f"{id.split('.')[0]:0>2}"))[id]
    slips = list(dict.fromkeys(slip.sentence for slip in EXERCISES[id].slips))[:3]
    watch = "".join(f"<li>{pages.inline(sentence)}</li>" for sentence in slips)
    return (
        f"<h3>{id} {pages.inline(title)} {stars}{points}</h3>\n{pages.rendered(task)}"
        f"<pre><code>{pages.html.escape(code)}</code></pre>\n"
        f"<p>Right: {pages.inline(EXERCISES[id].praise)}</p><ul>{watch}</ul>"
    )


@functools.cache
def solutions(source):
    """Return {exercise: (task, code)} of a chapter's exercises, solved."""
    notebook = build.with_solutions(build.read(syllabus.SOURCE / "exercises" / f"{source}.md"))
    found, id = {}, None
    for cell in notebook.cells:
        if heading := HEADED.search(cell.source if cell.cell_type == "markdown" else ""):
            id, task = heading.groups()
            found[id] = (task, "")
        elif cell.cell_type == "markdown" and cell.source.startswith("## "):
            id = None  # what stands after the exercises
        elif cell.cell_type == "code" and id and not cell.source.startswith(("check(", "look(")):
            task, code = found[id]
            found[id] = (task, f"{code}\n\n{cell.source}".strip())
    return found


def main(words):
    """Write the key of every chapter."""
    folder = pages.folder(words, "key")
    for entry in syllabus.lessons():
        pages.write(folder / f"{entry['id']}.html", chapter(entry["id"]))
    print("These pages hold every solution: they are for you.")
