"""The small faults that learners make, put into the right answers of exercises: one at a time."""

import ast
import copy
import dis
import functools
import warnings
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

from course_lib.check import catalogue
from course_lib.check.rules.small_changes import changes

HERE = str(Path(catalogue.__file__).parent / "chapter")
KINDS = {"int": ("float",), "float": ("int",)}


class Mutant(NamedTuple):
    """A right answer with one fault: what stands in it now, and the function."""

    change: str
    answer: FunctionType


def mutants(exercise):
    """Yield the mutants of an exercise's right answers, those of the functions of its file that they call included."""
    seen = set()
    for right in exercise.rights:
        for part in _parts(right):
            tree = _tree(part)
            if tree and (before := ast.unparse(tree)) not in seen:
                seen.add(before)
                yield from _of_part(right, part, tree, before, seen)


def _of_part(right, part, tree, before, seen):
    """Yield the mutants of one function that a right answer is, or calls."""
    names = _local_names(tree)
    for place, node in enumerate(ast.walk(tree)):
        for k in range(len(_faults(node, names))):
            faulty = copy.deepcopy(tree)
            _faults(next(one for j, one in enumerate(ast.walk(faulty)) if j == place), names)[k]()
            if (after := _text(faulty)) and after not in seen and (code := _code(faulty)):
                seen.add(after)
                yield Mutant(_difference(before, after), _rebuilt(right, part, code))


def _faults(node, names):
    """Return functions that put a fault into a node: those that the rules know, and more."""
    found = [change for _, change in changes(node)]
    for kind, more in MORE.items():
        if isinstance(node, kind):
            found += more(node, names)
    return found


def _of_number(node, names):
    value = node.value
    if isinstance(value, bool):
        return [_set(node, value=not value)]
    others = (value + 1, value - 1) if isinstance(value, int) else (1.1 * value,) if isinstance(value, float) else ()
    return [_set(node, value=other) for other in others]


def _of_name(node, names):
    if not isinstance(node.ctx, ast.Load):
        return []
    others = [name for name in names if name != node.id] if node.id in names else KINDS.get(node.id, ())
    return [_set(node, id=other) for other in others]


def _of_slice(node, names):
    return [_set(node, **{end: ast.Constant(k)}) for end, k in (("lower", 1), ("upper", -1)) if not getattr(node, end)]


def _of_call(node, names):
    """Leave the call out, or one of its arguments; exchange two neighbours."""
    of = getattr(node.func, "value", None)  # what the method belongs to; or a module
    module = of is None or (isinstance(of, ast.Name) and of.id not in names)
    found = [_become(node, one) for one in (*node.args, *([] if module else [of]))]
    for field in ("args", "keywords"):
        some = getattr(node, field)
        found += [_set(node, **{field: some[:k] + some[k + 1 :]}) for k in range(len(some))]
    return found + [_set(node, args=_exchanged(node.args, k)) for k in range(len(node.args) - 1)]


def _of_tuple(node, names):
    return [_set(node, elts=_exchanged(node.elts, k)) for k in range(len(node.elts) - 1)]


MORE = {
    ast.Constant: _of_number,
    ast.Name: _of_name,
    ast.Slice: _of_slice,
    ast.Call: _of_call,
    ast.Tuple: _of_tuple,
    ast.If | ast.IfExp: lambda node, names: [_set(node, test=ast.UnaryOp(ast.Not(), node.test))],
    ast.If | ast.For | ast.While: lambda node, names: [_set(node, orelse=[])] * bool(node.orelse),
    ast.Assign | ast.Expr | ast.Break | ast.Continue: lambda node, names: [_become(node, ast.Pass())],
}


def _set(node, **fields):
    return lambda: vars(node).update(fields)


def _become(node, other):
    def change():
        fields = dict(vars(other))
        node.__class__ = other.__class__
        vars(node).clear()
        vars(node).update(fields)

    return change


def _exchanged(things, k):
    return [*things[:k], things[k + 1], things[k], *things[k + 2 :]]


def _local_names(tree):
    """Return the names of a function's parameters, and of what it stores."""
    parameters = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    return sorted(parameters | {name.id for name in names if isinstance(name.ctx, ast.Store)})


def _parts(right):
    """Return a function and those of the exercises' files that it calls."""
    found, ahead = [], [right]
    while ahead:
        part = ahead.pop(0)
        if isinstance(part, FunctionType) and part.__code__.co_filename.startswith(HERE) and part not in found:
            found.append(part)
            ahead += _names_of(part).values()
    return found


def _names_of(function):
    """Return {name: what it stands for} of the names that a function uses, those of functions around it included."""
    cells = zip(function.__code__.co_freevars, function.__closure__ or (), strict=True)
    known = function.__globals__ | {name: cell.cell_contents for name, cell in cells}
    return {name: known[name] for name in _used(function.__code__) if name in known}


def _used(code):
    """Return the names that a code takes from around it: not those of attributes, nor what it makes itself."""
    taken = {one.argval for one in dis.get_instructions(code) if one.opname in ("LOAD_GLOBAL", "LOAD_DEREF")}
    taken = taken.union(*(_used(inner) for inner in code.co_consts if isinstance(inner, CodeType)))
    return taken.difference(code.co_cellvars)


def _rebuilt(function, part, code):
    """Return a function with another code for that part of it, be it itself or one that it calls."""
    calls = {name: one for name, one in _names_of(function).items() if one is not function and part in _parts(one)}
    own = code if function is part else _code(_tree(function))
    names = function.__globals__ | _names_of(function)
    names |= {name: _rebuilt(one, part, code) for name, one in calls.items()}
    made = FunctionType(own, names, function.__name__, function.__defaults__)
    names[function.__name__] = made  # where it calls itself
    return made


def _tree(function):
    """Return the tree of a function's source, without decorators and defaults; None where it is not found."""
    found = [node for node in _functions(function.__code__.co_filename) if _holds(node, function.__code__)]
    if not found:
        return None
    tree = copy.deepcopy(min(found, key=lambda node: len(ast.unparse(node))))
    tree.args.defaults, tree.decorator_list = [], []
    return tree


@functools.cache
def _functions(path):
    nodes = ast.walk(ast.parse(Path(path).read_text(encoding="utf-8")))
    return [node for node in nodes if isinstance(node, ast.FunctionDef | ast.Lambda)]


def _holds(node, code):
    """Tell whether a code is a function's, or lies within it: all its places do, and the arguments are the same."""
    first, last = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
    places = [(a, c, b, d) for a, b, c, d in code.co_positions() if a and (a, c) != (b, d)]
    names = [arg.arg for arg in node.args.args]
    within = all(first <= (a, c) and (b, d) <= last for a, c, b, d in places)
    return within and names == list(code.co_varnames[: code.co_argcount])


def _text(tree):
    """Return a tree as Python; "" where it is none."""
    try:
        return ast.unparse(tree)
    except (ValueError, TypeError, AttributeError):
        return ""


def _code(tree):
    """Return the code of a function's tree; None where it is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of faults that make no sense
            whole = ast.Expression(tree) if isinstance(tree, ast.Lambda) else ast.Module([tree], [])
            kind = "eval" if isinstance(tree, ast.Lambda) else "exec"
            outer = compile(ast.fix_missing_locations(whole), "<mutant>", kind)
    except (SyntaxError, ValueError, TypeError):
        return None
    return next(one for one in outer.co_consts if isinstance(one, CodeType))


def _difference(before, after):
    """Return the lines that differ, as they stand in the mutant."""
    old, new = before.splitlines(), after.splitlines()
    gone = [f"without {line.strip()}" for line in old if old.count(line) > new.count(line)]
    return " ¶ ".join([line.strip() for line in new if line not in old and line.strip() != "pass"] or gone)
