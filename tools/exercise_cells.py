"""What an exercise's text is completed with: its title, a link to its topic, and for `answer("3.7")` its cells."""

import ast
import inspect
import re
import textwrap
import urllib.parse

import nbformat

from course_lib.check import EXERCISES

from . import syllabus

HEADING = re.compile(r"^## (\d+\.\d+) (★+) \{(\w+)\}$", re.MULTILINE)  # ## 3.7 ★★ {noise}
ANSWER = re.compile(r'answer\("(\d+\.\d+)"\)')


def complete(notebook):
    """Write titles and topics to the numbers, and put the cells of each `answer("3.7")` in place of it."""
    cells, topics = [], links()
    for cell in notebook.cells:
        asked = ANSWER.fullmatch(cell.source) if cell.cell_type == "code" else None
        if asked:
            cells += map(nbformat.v4.new_code_cell, sources(asked[1]))
        else:
            cell.source = HEADING.sub(lambda found: headed(*found.groups(), topics), cell.source)
            cells.append(cell)
    notebook.cells = cells
    return notebook


def headed(id, stars, topic, topics):
    """Return an exercise's heading, and the line that leads back to its topic."""
    return f"## {id} {EXERCISES[id].title} {stars}\n\n*Topic: {topics[topic]}*"


def links():
    """Return {id of a topic: the link to its lesson}, as seen from a learner's folder."""
    return {
        topic["id"]: f"[{topic['lesson']}](../notebooks/{chapter['id']}.ipynb#{anchor(topic['lesson'])})"
        for chapter in syllabus.lessons()
        for topic in chapter["topic"]
    }


def anchor(heading):
    """Return what JupyterLab calls a heading in an address.

    >>> anchor("Where should we cut? Otsu's answer")
    'Where-should-we-cut%3F-Otsu%27s-answer'
    """
    return urllib.parse.quote(heading.replace(" ", "-"), safe="")


def range_of(chapter):
    """Return which exercises a chapter has, as in `3.1 to 3.15`."""
    numbers = [int(id.split(".")[1]) for id in EXERCISES if id.startswith(f"{chapter}.")]
    return f"{chapter}.{min(numbers)} to {chapter}.{max(numbers)}"


def sources(id):
    """Return three cells: the function with its solution marked, what it gives, and its check."""
    answer = EXERCISES[id].rights[0]
    name = answer.__name__
    return with_markers(answer), f'look("{id}", {name})', f'check("{id}", {name})  # stuck? hint("{id}")'


def with_markers(function):
    """Return the source of a function without its decorators, its body between the markers of a solution."""
    text = textwrap.dedent(inspect.getsource(function))
    node = ast.parse(text).body[0]
    lines = text.rstrip().split("\n")
    head, body = lines[node.lineno - 1 : node.body[0].lineno - 1], lines[node.body[0].lineno - 1 :]
    return "\n".join([*head, "    ### BEGIN SOLUTION", *body, "    ### END SOLUTION"])
