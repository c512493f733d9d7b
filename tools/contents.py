"""The README's table of contents, made from the syllabus."""

from . import minutes, syllabus

BEGIN, END = "<!-- contents: made by `python course.py build` -->", "<!-- end of contents -->"


def table(syllabus_path):
    """Return the notebooks of a syllabus as a Markdown table."""
    rows = ["| chapter | to read and try | exercises | topics |", "|---|---|---|---|"]
    for chapter in syllabus.lessons(syllabus_path):
        topics = " · ".join(topic["title"] for topic in chapter["topic"])
        link, (read, exercises) = f"[{chapter['title']}](notebooks/{chapter['id']}.ipynb)", minutes.both(chapter["id"])
        rows.append(f"| {link} | {read} | {exercises} | {topics} |")
    return "\n".join(rows)


def updated(readme, syllabus_path):
    """Return the text of a README with the syllabus' table between its two markers."""
    if readme.count(BEGIN) != 1 or readme.count(END) != 1:
        raise SystemExit(f"README.md needs these two lines, once each, around its table of topics:\n{BEGIN}\n{END}")
    before, rest = readme.split(BEGIN)
    return f"{before}{BEGIN}\n{table(syllabus_path)}\n{END}{rest.split(END)[1]}"


def update(readme_path, syllabus_path):
    """Rewrite the table of contents in a README file."""
    text = updated(readme_path.read_text(encoding="utf-8"), syllabus_path)
    readme_path.write_text(text, encoding="utf-8", newline="\n")
