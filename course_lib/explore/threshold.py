"""The explorer of a global threshold: one level for the whole picture."""

from .. import data
from ..exposure import histogram
from .engine import explorer
from .levels import levels_of, value_range
from .panes import Chart, histogram_curves


def threshold_view(image, level=128, inverted=False):
    """Move a global threshold along the histogram."""
    mask = image <= level if inverted else image > level
    curves = histogram_curves(*histogram(image), level, inverted)
    return {
        "picture": image,
        "mask": mask,
        "histogram": Chart(curves, {f"level {level:.4g}": level}, "value", value_range(image)),
        "text": f"White (the object): <b>{mask.mean():.1%}</b> of the pixels.",
    }


def _threshold_code(level, inverted):
    return f"mask = image {'<=' if inverted else '>'} {level:.4g}"


threshold = explorer(
    threshold_view, code=_threshold_code, sample=data.coins, takes="grey", level=levels_of, inverted=bool
)
