"""The README's table of contents, made from the syllabus, and its doors, made from the addresses in pyproject.toml."""

from . import doors, minutes, syllabus

BEGIN, END = "<!-- contents: made by `python course.py build` -->", "<!-- end of contents -->"
DOORS, END_OF_DOORS = "<!-- doors: made by `python course.py build` -->", "<!-- end of doors -->"
START = "notebooks/00_start.ipynb"


def table(syllabus_path):
    """Return the notebooks of a syllabus as a Markdown table."""
    rows = ["| chapter | to read and try | exercises | topics |", "|---|---|---|---|"]
    for chapter in syllabus.lessons(syllabus_path):
        topics = " · ".join(topic["title"] for topic in chapter["topic"])
        link, (read, exercises) = f"[{chapter['title']}](notebooks/{chapter['id']}.ipynb)", minutes.both(chapter["id"])
        rows.append(f"| {link} | {read} | {exercises} | {topics} |")
    return "\n".join(rows)


def ways(place):
    """Return the ways into the course as one line; those over the network where its repository is known.

    >>> ways("")
    '**Read it**: [the notebooks, as they were run](notebooks/00_start.ipynb)'
    >>> ways("a/b").count("](https://")
    4
    """
    if not place:
        return f"**Read it**: [the notebooks, as they were run]({START})"
    owner, name = place.split("/")
    site = f"https://{owner}.github.io/{name}"  # where .github/workflows/site.yml publishes it
    addresses = {
        "Read it": f"{site}/",
        "In the browser (experimental)": f"{site}/lite/lab/index.html?path={START}",
        "Binder": doors.binder(place, START),
        "Colab": doors.colab(place, START),
    }
    return " · ".join(f"[{words}]({address})" for words, address in addresses.items())


def updated(readme, syllabus_path):
    """Return the text of a README with the syllabus' table, and the doors, between their markers."""
    readme = between(readme, DOORS, ways(doors.repository()), END_OF_DOORS)
    return between(readme, BEGIN, table(syllabus_path), END)


def between(text, begin, what, end):
    """Return a text with something else between its two markers."""
    if text.count(begin) != 1 or text.count(end) != 1:
        raise SystemExit(f"README.md needs these two lines, once each:\n{begin}\n{end}")
    before, rest = text.split(begin)
    return f"{before}{begin}\n{what}\n{end}{rest.split(end)[1]}"


def update(readme_path, syllabus_path):
    """Rewrite the table of contents in a README file."""
    text = updated(readme_path.read_text(encoding="utf-8"), syllabus_path)
    readme_path.write_text(text, encoding="utf-8", newline="\n")
