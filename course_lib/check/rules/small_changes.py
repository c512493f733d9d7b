"""Small changes of a source, as learners make them: < for <=, max for min, another axis, + for -, a step left out.

`changes(node)` returns them for one node of a syntax tree, each with the words that end "the same comes out …".
"""

import ast

from .other_signs import COMPARED, KEYS, NAMES, REPLACED, SIGNS, SYMMETRIC, TAKEN_OFF


def changes(node):
    """Return (words, function that changes the node in its place) for each change of a node."""
    kinds = {
        ast.Compare: _of_comparison,
        ast.BinOp: _of_sum,
        ast.BoolOp: _of_sum,
        ast.Call: _of_call,
        ast.Subscript: _of_index,
        ast.UnaryOp: _of_sign,
        ast.Assign: _of_step,
        ast.AugAssign: _of_step,
        ast.If: _of_step,
        ast.Slice: _of_slice,
        ast.Return: _of_return,
    }
    return kinds[type(node)](node) if type(node) in kinds else []


def _put(node, field, value):
    return lambda: setattr(node, field, value)


def _become(node, other):
    """Return what puts another node in the place of one."""

    def change():
        fields = dict(other.__dict__)
        node.__class__ = other.__class__
        node.__dict__.clear()
        node.__dict__.update(fields)

    return change


def _of_comparison(node):
    found = []
    for k, op in enumerate(node.ops):
        for other, why in COMPARED.get(type(op), ()):
            ops = [other() if j == k else old for j, old in enumerate(node.ops)]
            found.append((f"with {SIGNS[other]} in place of {SIGNS[type(op)]}: {why}", _put(node, "ops", ops)))
    return found


def _of_sum(node):
    ours = SIGNS.get(type(node.op))
    found = [
        (f"with {SIGNS[other]} in place of {ours} somewhere.", _put(node, "op", other()))
        for other in REPLACED.get(type(node.op), ())
    ]
    found += [
        (
            f"with {number.value + by} in place of {number.value} beside a {ours}.",
            _put(number, "value", number.value + by),
        )
        for number in (getattr(node, "left", None), getattr(node, "right", None))
        if isinstance(number, ast.Constant) and type(number.value) is int
        for by in (1, -1)
    ]
    if isinstance(node.op, ast.Pow):
        found.append(("if a power (such as ** 2) is left out.", _become(node, node.left)))
    elif isinstance(node, ast.BinOp):
        found += [
            (f"if only one side of a {ours} is taken, and the other left out.", _become(node, side))
            for side in (node.left, node.right)
        ]
        if type(node.op) in (ast.Sub, ast.Div):
            found.append((f"if the two sides of a {ours} are exchanged.", _exchange(node, "left", "right")))
    elif isinstance(node, ast.BoolOp):
        found += [("if one of several conditions is left out.", _become(node, one)) for one in node.values]
    return found


def _exchange(node, a, b):
    left, right = getattr(node, a), getattr(node, b)
    return lambda: (setattr(node, a, right), setattr(node, b, left))


def _of_call(node):
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    field = "attr" if isinstance(node.func, ast.Attribute) else "id"
    found = [(f"with {other} in place of {name}.", _put(node.func, field, other)) for other in NAMES.get(name, ())]
    if field == "attr" and name == "mean" and getattr(node.func.value, "id", "") != "np":  # arrays have no .median
        median = ast.Attribute(ast.Name("np", ast.Load()), "median", ast.Load())
        found.append(
            (
                "with median in place of mean.",
                _become(node, ast.Call(median, [node.func.value, *node.args], node.keywords)),
            )
        )
    method = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") not in ("np", "ndimage")
    inner = node.func.value if method else node.args[0] if node.args else None
    if name in TAKEN_OFF and isinstance(inner, ast.expr) and not isinstance(inner, ast.GeneratorExp):
        found.append((f"without {name}.", _become(node, inner)))
    if name == "sqrt" and node.args:
        half = ast.BinOp(node.args[0], ast.Div(), ast.Constant(2))
        found.append(
            ("with ** 1 / 2 for a root: that is half of it. A root is ** 0.5, or np.sqrt.", _become(node, half))
        )
    if name in ("max", "min", "maximum", "minimum") and len(node.args) == 2:
        found += [(f"without {name}: is a limit missing?", _become(node, one)) for one in node.args]
    if len(node.args) == 2 and name not in SYMMETRIC:
        exchanged = _put(node, "args", node.args[::-1])
        found.append(
            (f"if the two arguments of {name} are exchanged." if name else "if two arguments are exchanged.", exchanged)
        )
    return found + _of_axis(node, name) + _of_range(node, name)


def _of_axis(node, name):
    found = []
    for word in node.keywords:
        if word.arg == "axis" and isinstance(word.value, ast.Constant) and isinstance(word.value.value, int):
            for other in {0: (1,), 1: (0,), 2: (1, 0)}.get(word.value.value, ()):
                words = f"with axis={other} in place of axis={word.value.value} in {name}."
                found.append((words, _put(word, "value", ast.Constant(other))))
    return found


def _of_range(node, name):
    """Change where a range begins or ends by one."""
    if name != "range" or not node.args:
        return []
    last = 0 if len(node.args) == 1 else 1
    found = [
        (f"if a loop ends one round too {how}.", _put(node, "args", _moved(node.args, last, op)))
        for how, op in (("early", ast.Sub), ("late", ast.Add))
    ]
    if last:
        return [*found, ("if a loop begins one too late.", _put(node, "args", _moved(node.args, 0, ast.Add)))]
    return [*found, ("if a loop begins at 1.", _put(node, "args", [ast.Constant(1), *node.args]))]


def _moved(args, k, op):
    return [ast.BinOp(arg, op(), ast.Constant(1)) if j == k else arg for j, arg in enumerate(args)]


def _of_index(node):
    key = node.slice
    if isinstance(key, ast.Constant) and key.value in KEYS:
        other = KEYS[key.value]
        return [(f'with "{other}" in place of "{key.value}" somewhere.', _put(node, "slice", ast.Constant(other)))]
    if isinstance(key, ast.Constant) and type(key.value) is int:
        others = (key.value + 1, key.value - 1)
        return [
            (f"with [{k}] in place of [{key.value}] somewhere.", _put(node, "slice", ast.Constant(k)))
            for k in others
            if k >= 0
        ]
    return []


def _of_slice(node):
    """Let a slice begin or end elsewhere."""
    found = []
    for field, word in (("lower", "begins"), ("upper", "ends")):
        bound = getattr(node, field)
        if bound is not None:
            found += [
                (f"if a slice {word} one {how}.", _put(node, field, ast.BinOp(bound, op(), ast.Constant(1))))
                for how, op in (("too late", ast.Add), ("too early", ast.Sub))
            ]
    return found


def _of_return(node):
    """Exchange two of the things that come back."""
    things = node.value.elts if isinstance(node.value, ast.Tuple) else []
    if len(things) != 2:
        return []
    return [("if the two things that come back are exchanged.", _put(node.value, "elts", things[::-1]))]


def exchanged_names(node, kinds):
    """Put another parameter of the same kind in the place of one; `kinds` are those of the parameters, by name."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and kinds.get(node.id):
        names = [name for name, kind in kinds.items() if kind == kinds[node.id]]
        return [
            (f"with `{one}` in place of `{node.id}` somewhere.", _put(node, "id", one))
            for one in names
            if one != node.id
        ]
    return []


def _of_sign(node):
    if isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
        return []
    name = {ast.USub: "a minus", ast.Not: "a not", ast.Invert: "a ~"}.get(type(node.op))
    return [(f"without {name}.", _become(node, node.operand))] if name else []


def _of_step(node):
    """Leave a step out, where something else has been put there before."""
    targets = [node] if isinstance(node, ast.If) else getattr(node, "targets", None) or [node.target]
    if isinstance(node, ast.Assign) and not any(isinstance(target, ast.Subscript) for target in targets):
        return []
    what = "a condition and what follows from it" if isinstance(node, ast.If) else "one of the steps"
    return [(f"if {what} is left out.", _become(node, ast.Pass()))]
