"""What learners write in place of an operator, a function or a key: > and >=, + and -, min and max."""

import ast

AT = "does a value that is equal count?"
ROUND = "is a comparison the wrong way round?"
COMPARED = {
    ast.Gt: [(ast.GtE, AT), (ast.Lt, ROUND)],
    ast.GtE: [(ast.Gt, AT), (ast.LtE, ROUND)],
    ast.Lt: [(ast.LtE, AT), (ast.Gt, ROUND)],
    ast.LtE: [(ast.Lt, AT), (ast.GtE, ROUND)],
    ast.Eq: [(ast.NotEq, ROUND)],
    ast.NotEq: [(ast.Eq, ROUND)],
}
REPLACED = {
    ast.Add: [ast.Sub, ast.Mult],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Add, ast.Div],
    ast.Div: [ast.FloorDiv, ast.Mult],
    ast.FloorDiv: [ast.Div],
    ast.Pow: [ast.Mult],
    ast.BitAnd: [ast.BitOr],
    ast.BitOr: [ast.BitAnd],
    ast.Mod: [ast.FloorDiv],
    ast.And: [ast.Or],
    ast.Or: [ast.And],
}
SIGNS = {
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Pow: "**",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.Mod: "%",
    ast.And: "and",
    ast.Or: "or",
}
NAMES = {
    "min": ("max",),
    "max": ("min",),
    "argmin": ("argmax",),
    "argmax": ("argmin",),
    "minimum": ("maximum",),
    "maximum": ("minimum",),
    "mean": ("median", "sum", "max", "min"),
    "median": ("mean", "max", "min"),
    "sum": ("mean", "max", "prod"),
    "any": ("all",),
    "all": ("any",),
    "std": ("var",),
    "var": ("std",),
    "sqrt": ("square",),
    "rint": ("floor", "ceil"),
    "floor": ("rint", "ceil"),
    "ceil": ("floor",),
    "sin": ("cos",),
    "cos": ("sin",),
    "maximum_filter": ("minimum_filter",),
    "minimum_filter": ("maximum_filter",),
    "binary_dilation": ("binary_erosion",),
    "binary_erosion": ("binary_dilation",),
    "logical_and": ("logical_or",),
    "logical_or": ("logical_and",),
    "zeros": ("ones",),
    "cumsum": ("cumprod",),
}
TAKEN_OFF = {"abs", "sqrt", "int", "round", "rint", "floor", "ceil", "clip", "exp", "log", "log10", "sum", "astype"}
SYMMETRIC = {"max", "min", "maximum", "minimum", "array_equal", "isin", "range", "logical_and", "logical_or"}
KEYS = {"width": "height", "height": "width", "r": "c", "c": "r"}
