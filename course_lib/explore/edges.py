"""The explorer of edge filters: five operators, and a level for their strengths."""

import numpy as np

from .. import data, filters
from .engine import explorer

UNDIRECTED = ("roberts", "laplace")
OPERATORS = ("sobel", "prewitt", "scharr", *UNDIRECTED)
DIRECTIONS = {"all": "", "horizontal edges": "_h", "vertical edges": "_v"}


def edges_view(image, operator="sobel", direction="all", level=0.1):
    """Find edges: choose the operator and the direction, and cut the strengths at a level."""
    strength = getattr(filters, _operator_name(operator, direction))(image)
    strong = np.abs(strength) > level
    note = ""
    if operator in UNDIRECTED and direction != "all":
        note = f" ({operator} has no directions: all edges are shown.)"
    return {
        "picture": image,
        "result": strength,
        "stronger than the level": strong,
        "text": f"The result goes from {strength.min():.2f} to {strength.max():.2f}; "
        f"<b>{strong.mean():.1%}</b> of the pixels are stronger than {level:.2f}.{note}",
    }


def _operator_name(operator, direction):
    return operator if operator in UNDIRECTED else operator + DIRECTIONS[direction]


edges = explorer(
    edges_view,
    code=lambda operator, direction, level: f"np.abs({_operator_name(operator, direction)}(image)) > {level:.4g}",
    reads={operator: getattr(filters, operator) for operator in OPERATORS},
    sample=data.camera,
    takes="grey",
    idle={"direction": lambda operator, **_: operator in UNDIRECTED},
    operator=list(OPERATORS),
    direction=list(DIRECTIONS),
    level=(0.0, 0.5, 0.01),
    still={"level": 0.02},  # the chapter asks which level drops the grass before it shows
)
