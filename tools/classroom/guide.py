"""The teacher's guide: docs/guide.md, which holds the routes, and a page for each chapter, docs/guide_01_intro.md.

    python course.py classroom guide        bring both up to date, as `python course.py build` does
    python course.py classroom guide DIR    make one page of all that, guide.html, to print or to read without a network

What is written by hand stands in docs/guide.md itself, in docs/teacher/topics.toml and in docs/teacher/routes.toml.
"""

from .. import syllabus
from ..setup.places import ROOT
from . import handout, lesson, pages, routes, telling

GUIDE = ROOT / "docs" / "guide.md"
BEGIN, END = "<!-- routes: made by `python course.py classroom guide` -->", "<!-- end of routes -->"
MADE = "<!-- made by `python course.py classroom guide` from the lessons, their checks and docs/teacher/topics.toml -->"


def with_routes(text):
    """Return the guide's text with the routes between its two markers."""
    before, rest = text.split(BEGIN)
    made = "\n\n".join(map(route, routes.routes()))
    return f"{before}{BEGIN}\n\n{made}\n\n{END}{rest.split(END)[1]}"


def route(one):
    """Return one route as Markdown."""
    parts = [f"### {one['title']}", one["for_whom"]]
    for number, session in enumerate(one["session"], 1):
        head = f"**Session {number}**, {session['minutes'] // 60} hours" if len(one["session"]) > 1 else ""
        rows = "\n".join(f"| {at} | {what} | {length} |" for at, what, length in routes.clock(session))
        parts += [head, f"| from | what | minutes |\n|---|---|---|\n{rows}"]
    return "\n\n".join(filter(None, parts))


def page(name):
    """Return the page of one chapter's notebook as Markdown."""
    entry = next(entry for entry in syllabus.lessons() if entry["id"] == name)
    found = [section for section in lesson.of_source(name) if section.topic]
    total = sum(routes.topics()[section.topic["id"]][1] for section in found)
    title = lesson.of_source(name)[0].heading
    length = f"{total} minutes in class, without exercises. It needs {entry['needs']}."
    return (
        "\n\n".join([f"# {title}: for the teacher", MADE, length, *(topic(name, section) for section in found)]) + "\n"
    )


def topic(name, section):
    """Return what a teacher needs to know of one topic, as Markdown."""
    id, told = section.topic["id"], telling.topics()[section.topic["id"]]
    _, length, tasks = routes.topics()[id]
    listed = ", ".join(f"{number} {title} {stars} ({long} min)" for number, (title, stars, long) in tasks.items())
    parts = [f"## {section.heading}", f"**{length} minutes.** {told['aim']} Exercises: {listed}."]
    parts += ["**To vote on**", "\n".join(vote(*pair) for pair in section.guesses())]
    parts += ["**What goes wrong**", "\n".join(f"- {wrong} → {set_right}" for wrong, set_right in wrongs(name, id))]
    parts += ["**What they ask**", "\n".join(f"- *{asked}* {answer}" for asked, answer in told["asked"])]
    parts.append(f"**When it is late**, leave out {told['skip']}.")
    return "\n\n".join(parts)


def vote(question, answer):
    """Return a guess with its answer, as one point of a list."""
    spelled = (telling.spelled(pages.LINK.sub(r"\1", text)).replace(r"\|", "|") for text in (question, answer))
    return "- {} *Answer:* {}".format(*spelled)


def wrongs(name, id):
    """Return the misconceptions of a topic."""
    return [tuple(text.replace(r"\|", "|") for text in pair) for pair in telling.misconceptions(name, id)]


def made():
    """Return {path: text} of all that stands in docs."""
    texts = {GUIDE: with_routes(GUIDE.read_text(encoding="utf-8"))}
    return texts | {GUIDE.with_name(f"guide_{entry['id']}.md"): page(entry["id"]) for entry in syllabus.lessons()}


def update():
    """Write what is out of date."""
    for path, text in made().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(path.relative_to(ROOT).as_posix())


def main(words):
    """Bring docs up to date, or make one page of it all."""
    if not words:
        return update()
    folder = pages.folder(words, "guide")
    body = '\n<div class="page"></div>\n'.join(map(pages.rendered, made().values()))
    pages.write(folder / "guide.html", pages.page("The teacher's guide", body, handout.style()))
    handout.as_pdf(folder / "guide.html")
