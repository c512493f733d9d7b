"""Explorers for thresholds: one level for the whole picture, seven ways to find it, one level for each pixel."""

import numpy as np

from .. import data, filters
from ..exposure import histogram
from .engine import explorer
from .panes import Chart, histogram_curves

METHODS = ("isodata", "li", "mean", "minimum", "otsu", "triangle", "yen")


def levels_of(image):
    """Return the slider range for a level: the values that pictures of this type can hold."""
    return (0, 255, 1, 128) if image.dtype == np.uint8 else (0.0, 1.0, 0.005, 0.5)


def threshold_view(image, level=128, inverted=False):
    """Move a global threshold along the histogram."""
    mask = image <= level if inverted else image > level
    counts, centers = histogram(image)
    return {
        "picture": image,
        "mask": mask,
        "histogram": Chart(
            histogram_curves(counts, centers, level, inverted), {f"level {level:.4g}": level}, "value", _range(image)
        ),
        "text": f"White (the object): <b>{mask.mean():.1%}</b> of the pixels.",
    }


def _range(image):
    return (0, 255) if image.dtype == np.uint8 else (0, max(1.0, float(image.max())))


def _threshold_code(level, inverted):
    return f"mask = image {'<=' if inverted else '>'} {level:.4g}"


threshold = explorer(
    threshold_view, code=_threshold_code, sample=data.coins, takes="grey", level=levels_of, inverted=bool
)


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
    panes["histogram"] = Chart(curves, marks, "value", _range(image))
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
    sample=data.coins,
    takes="grey",
    rule=list(METHODS),
    inverted=bool,
)


def local_threshold_view(image, method="mean", block_size=35, offset=0.0):
    """Give every pixel a threshold of its own, from the window around it."""
    surface = filters.threshold_local(image, block_size, method=method, offset=offset)
    mask = image > surface
    return {
        "picture": image,
        "its thresholds": surface.clip(0, 255).astype(np.uint8) if image.dtype == np.uint8 else surface.clip(0, 1),
        "mask": mask,
        "text": f"White: <b>{mask.mean():.1%}</b> of the pixels. The thresholds go from {surface.min():.3g} "
        f"to {surface.max():.3g}.",
    }


local_threshold = explorer(
    local_threshold_view,
    code="mask = image > filters.threshold_local(image, {block_size}, method={method!r}, offset={offset:.4g})",
    sample=lambda: data.load("page_dim"),
    takes="grey",
    method=["gaussian", "mean", "median"],
    block_size=(3, 101, 2, 35),
    offset=lambda image: (-40.0, 40.0, 1.0, 0.0) if image.dtype == np.uint8 else (-0.2, 0.2, 0.005, 0.0),
)
