"""The explorer of seven rules that find a global threshold."""

import numpy as np

from .. import data, filters
from ..exposure import histogram
from .engine import explorer
from .levels import value_range
from .panes import Chart, histogram_curves

METHODS = ("isodata", "li", "mean", "minimum", "otsu", "triangle", "yen")


def all_thresholds_view(image, rule="otsu", inverted=False):
    """Compare seven rules for finding a global threshold, and see one of them on the histogram."""
    found = {name: _level(image, name) for name in METHODS}
    panes = {"picture": image}
    for name, level in found.items():
        mask = np.zeros(image.shape, bool) if level is None else image > level
        panes[name] = ~mask if inverted and level is not None else mask
    counts, centers = histogram(image)
    marks = {} if found[rule] is None else {f"{rule} {found[rule]:.4g}": float(found[rule])}
    curves = histogram_curves(counts, centers, found[rule], inverted)
    panes["histogram"] = Chart(curves, marks, "value", value_range(image))
    told = (f"{name} <b>{'none found' if level is None else format(level, '.4g')}</b>" for name, level in found.items())
    panes["text"] = "Levels: " + ", ".join(told) + "."
    return panes


def _level(image, name):
    try:
        return getattr(filters, f"threshold_{name}")(image)
    except filters.NoValleyError:  # threshold_minimum, where the histogram never has two peaks
        return None


def _rule_code(rule, inverted):
    return f"mask = image {'<=' if inverted else '>'} filters.threshold_{rule}(image)"


all_thresholds = explorer(
    all_thresholds_view,
    code=_rule_code,
    reads={rule: getattr(filters, f"threshold_{rule}") for rule in METHODS},
    sample=data.coins,
    takes="grey",
    rule=list(METHODS),
    inverted=bool,
)
