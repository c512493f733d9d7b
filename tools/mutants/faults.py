"""Which small faults there are, and how one gets into the library. Only what runs needs cosmic-ray, not an import."""

import ast
import contextlib
import gc
import random
import re
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

PARTS = ("base", "color", "exposure", "feature", "filters", "measure", "metrics")
PARTS += ("morphology", "plainly", "restoration", "segmentation", "transform", "util")
NEAR = re.compile(  # of cosmic-ray's operators, those whose faults are small enough to be made
    "Binary.*(Add_Sub|Sub_Add|Mul_Div|Div_Mul|FloorDiv_Mul|Mod_FloorDiv|Pow_Mul|BitAnd_BitOr|BitOr_BitAnd|Shift_.Shift)"
    "|Comparison.*_(Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_Gt|Gt_Lt|Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is)|Unary.*_Delete_"
    "|AddNot|True|False|AndWith|OrWith|Break|Continue|Number|RemoveDecorator|ZeroIteration"
)


class Mutant(NamedTuple):
    """Where a fault is, and which one: of all places in the file where the operator fits, the how manieth."""

    path: str
    line: int
    operator: str
    occurrence: int


def sample(count):
    """Return about `count` mutants, more of a longer module, in a random order that is the same each time."""
    paths = [path for part in PARTS for path in sorted(Path("course_lib", part).rglob("*.py"))]
    found = [list(mutants(path)) for path in paths]
    share, chance = count / sum(map(len, found)), random.Random(0)
    chosen = [one for some in found for one in chance.sample(some, min(len(some), max(2, round(share * len(some)))))]
    return chance.sample(chosen, len(chosen))


def mutants(path):
    """Yield all mutants of a file."""
    from cosmic_ray import ast as trees
    from cosmic_ray.plugins import get_operator, operator_names

    nodes = list(trees.ast_nodes(trees.get_ast_from_path(path)))
    for name in filter(NEAR.search, operator_names()):
        fits = get_operator(name)().mutation_positions
        for occurrence, (start, _) in enumerate(span for node in nodes for span in fits(node)):
            yield Mutant(str(path), start[0], name, occurrence)


def name_of(mutant):
    """Return what a mutant is called in the results."""
    return "{}:{} {} {}".format(*mutant)


def function_at(mutant):
    """Return the function in which the fault is, as {file:line}; outside of any, all of the file's."""
    tree = ast.parse(Path(mutant.path).read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    first = {min([f.lineno, *(d.lineno for d in f.decorator_list)]): f.end_lineno for f in functions}
    inside = [line for line, last in first.items() if line <= mutant.line <= last]
    return {f"{mutant.path}:{line}" for line in ([max(inside)] if inside else first)}


def in_file(mutant):
    """Return a context in which a file of the library has the fault."""
    from cosmic_ray import mutating, plugins

    return mutating.use_mutation(Path(mutant.path), plugins.get_operator(mutant.operator)(), mutant.occurrence)


def put(mutant):
    """Exchange a function's code for one with a fault, wherever this process knows that; say whether it does."""
    from cosmic_ray import mutating, plugins

    source = Path(mutant.path).read_text(encoding="utf-8")
    faulty = mutating.mutate_code(source, plugins.get_operator(mutant.operator)(), mutant.occurrence)
    path = str(Path(mutant.path).resolve())
    exchange = dict(changed(compile(source, path, "exec"), compile(faulty, path, "exec")))
    known = False
    for function in [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]:
        if function.__code__.co_filename == path and function.__code__ in exchange:
            with contextlib.suppress(ValueError):  # of other free variables: left to the process that imports it
                function.__code__ = exchange[function.__code__]
                known = True
    return known


def changed(old, new):
    """Yield (code, code with the fault) of all functions that differ, those in others included."""
    inside = [[code for code in some.co_consts if isinstance(code, CodeType)] for some in (old, new)]
    for pair in zip(*inside, strict=False):
        if pair[0] != pair[1]:
            yield pair
            yield from changed(*pair)
