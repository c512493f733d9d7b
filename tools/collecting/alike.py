"""Answers that are nearly the same, however their variables are called: listed for a teacher to look at, not judged."""

import ast
import itertools

from . import exercises, learner

LINES, LIMIT, LEAST = 6, 0.85, 2  # lines of an answer that can tell anything, share in common, and answers of a pair
GRAM = 5


def shapes(notebooks):
    """Return {exercise: the shape of its answer} of some notebooks; short answers tell nothing and are left out."""
    found = {}
    for notebook in notebooks:
        names = {exercises.names()[id]: id for chapter in notebook.chapters for id in exercises.of_chapter(chapter)}
        for cell in notebook.cells:
            for node in functions(cell):
                if node.name in names and long(node):
                    found[names[node.name]] = shape(node)
    return found


def given():
    """Return the exercises whose function is handed out all but finished: there, all answers are alike."""
    return {id for id, cell in exercises.stubs().items() if any(long(node) for node in functions(cell))}


def long(function):
    return len(ast.unparse(function).splitlines()) >= LINES


def functions(source):
    try:
        return [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []


def shape(function):
    """Return the set of all short runs of what a function is made of, without the names of its own variables."""
    own = {node.arg for node in ast.walk(function) if isinstance(node, ast.arg)}
    own |= {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    words = []
    for node in ast.walk(function):
        words.append(type(node).__name__)
        told = getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "value", None)
        if isinstance(told, str | int | float) and told not in own:
            words.append(repr(told))
    return frozenset(zip(*(words[i:] for i in range(GRAM)), strict=False))


def alike(one, other):
    """Return the exercises of which two people's answers have nearly the same shape."""
    return [id for id in one if id in other and len(one[id] & other[id]) >= LIMIT * len(one[id] | other[id])]


def listed(table):
    """Return a line for each pair of {learner: shapes} with answers that are alike, and for those of the solutions."""
    published, handed_out = shapes(learner.solution_notebooks()), given()
    lines, rest = [], {}
    for name, theirs in table.items():
        own = {id: shape for id, shape in theirs.items() if id not in handed_out}
        same = alike(own, published)
        rest[name] = {id: shape for id, shape in own.items() if id not in same}
        if len(same) >= LEAST:
            lines.append(f"{name}: as in the course's solutions: {', '.join(same)}")
    for (name, one), (other, two) in itertools.combinations(rest.items(), 2):
        if len(same := alike(one, two)) >= LEAST:
            lines.append(f"{name} and {other}: nearly the same: {', '.join(same)}")
    return lines
