"""The right answer with one small thing changed.

`variants(function)` changes the source of a function in one place at a time. What gives the same as such a variant in
all calls has, as far as anybody can see, this mistake in it.
"""

import ast
import copy
import functools
import inspect
import textwrap
import warnings

from .changed_input import kind
from .small_changes import changes, exchanged_names
from .tried import Clock, enough


def by_variants(exercise, ran, failed):
    """Return the sentence of a small change of a right answer that explains the results of all calls, or ""."""
    if exercise.value or not failed or not enough(failed):
        return ""
    asked = failed + [trial for trial in ran if trial not in failed]
    made = variants(exercise.rights[0], tuple(map(kind, failed[0].case)))
    clock = Clock()  # the variants are made once, and are not counted
    for sentence, variant in made:
        if clock.ran_out():
            return ""
        if all(trial.gives_as(variant) for trial in asked):
            return sentence
    return ""


@functools.lru_cache(maxsize=256)
def variants(function, kinds=()):
    """Return (sentence, function) for each small change of a function; none where its source is not there.

    Parameters of the same kind are exchanged as well.

    Functions with `while` are left alone: changed, they may run for ever.
    """
    tree = _source(function)
    if tree is None:
        return ()
    found, seen = [], {ast.dump(tree)}
    for place, node in enumerate(ast.walk(tree)):
        for k, (words, _) in enumerate(_all_changes(node, tree, kinds)):
            changed = copy.deepcopy(tree)
            _all_changes(_nth(changed, place), changed, kinds)[k][1]()
            if ast.dump(changed) not in seen and (made := _made(changed, function)):
                seen.add(ast.dump(changed))
                found.append((f"the same comes out {words}", made))
    return tuple(found)


def _all_changes(node, tree, kinds):
    names = dict(zip((one.arg for one in tree.body[0].args.args), kinds, strict=False))
    return changes(node) + exchanged_names(node, names)


def _source(function):
    """Return the tree of a function's source, without decorators; None for what has none, or may not end."""
    if getattr(function, "__closure__", None) or not hasattr(function, "__code__"):
        return None
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    except (OSError, TypeError, SyntaxError):
        return None
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.FunctionDef):
        return None
    tree.body[0].decorator_list = []
    return None if any(isinstance(node, ast.While) for node in ast.walk(tree)) else tree


def _nth(tree, place):
    return next(node for k, node in enumerate(ast.walk(tree)) if k == place)


def _made(tree, function):
    names = dict(function.__globals__)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of changes that make no sense
            code = compile(ast.fix_missing_locations(tree), "<variant>", "exec")
        exec(code, names)
    except (SyntaxError, ValueError, TypeError):
        return None
    return names[tree.body[0].name]
