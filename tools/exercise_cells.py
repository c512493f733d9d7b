"""What an exercise's file gives to the text: its title, and for `answer("3.7")` stub, solution and check."""

import ast
import inspect
import re
import textwrap

import nbformat

from course_lib.check import EXERCISES

HEADING = re.compile(r"^## (\d+\.\d+)(?= ★)", re.MULTILINE)
ANSWER = re.compile(r'answer\("(\d+\.\d+)"\)')


def complete(notebook):
    """Write the titles after their numbers, and put the cells of each `answer("3.7")` in place of it."""
    cells = []
    for cell in notebook.cells:
        asked = ANSWER.fullmatch(cell.source) if cell.cell_type == "code" else None
        if asked:
            cells += map(nbformat.v4.new_code_cell, sources(asked[1]))
        else:
            cell.source = HEADING.sub(lambda found: f"## {found[1]} {EXERCISES[found[1]].title}", cell.source)
            cells.append(cell)
    notebook.cells = cells
    return notebook


def sources(id):
    """Return two cells: the function with its solution marked, and the line that checks it."""
    answer = EXERCISES[id].rights[0]
    return with_markers(answer), f'check("{id}", {answer.__name__})  # stuck? hint("{id}")'


def with_markers(function):
    """Return the source of a function without its decorators, its body between the markers of a solution."""
    text = textwrap.dedent(inspect.getsource(function))
    node = ast.parse(text).body[0]
    lines = text.rstrip().split("\n")
    head, body = lines[node.lineno - 1 : node.body[0].lineno - 1], lines[node.body[0].lineno - 1 :]
    return "\n".join([*head, "    ### BEGIN SOLUTION", *body, "    ### END SOLUTION"])
