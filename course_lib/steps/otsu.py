"""Otsu's method, taken apart with the functions that the library calls."""

import numpy as np

from .. import data
from ..explore.panes import GREEN, Chart, Curve, histogram_curves
from ..exposure import histogram
from ..filters import between_class_variance, threshold_otsu
from .engine import step_through

SWEEP = 16  # levels on the way from the darkest to the brightest


def otsu_view(image, step=7):
    """Step through Otsu's method: the histogram, both classes, the variance between them, the best level."""
    counts, centers = histogram(image)
    if np.count_nonzero(counts) < 2:
        raise ValueError("all pixels have the same value, so there is nothing to separate; choose another picture")
    separation = between_class_variance(counts, centers)
    best = int(np.argmax(separation))
    tried = np.linspace(0, len(separation) - 1, SWEEP).round().astype(int)
    at = None if step < 2 else best if step == SWEEP + 2 else int(tried[step - 2])
    level = None if at is None else centers[at]
    shown = 0 if at is None else len(separation) if step == SWEEP + 2 else at + 1
    mark = {} if at is None else {f"level {level:.4g}": float(level)}
    curve = Curve(centers[:shown].astype(float), separation[:shown], GREEN)
    return {
        "picture": image if at is None else image > level,
        "histogram": Chart(
            () if step == 0 else histogram_curves(counts, centers, level), mark, "value", _span(centers)
        ),
        "variance between the classes": Chart((curve,), mark, "level", _span(centers), float(separation.max())),
        "text": _otsu_text(step, counts, centers, at, separation, best),
    }


def _span(centers):
    return float(centers[0]), float(centers[-1])


def _otsu_text(step, counts, centers, at, separation, best):
    if step == 0:
        return f"The picture: {counts.sum():,} pixels, and one number to choose."
    if step == 1:
        return "Its histogram. Each level will cut it in two classes: below (blue) and above (orange)."
    below, above = counts[: at + 1], counts[at + 1 :]
    means = [np.average(c, weights=w) for c, w in ((centers[: at + 1], below), (centers[at + 1 :], above))]
    shares = below.sum() / counts.sum(), above.sum() / counts.sum()
    last = step == SWEEP + 2
    found = "The top of the curve: no other level sets the classes farther apart. " if last else ""
    return (
        f"{found}Level {centers[at]:.4g}: {shares[0]:.0%} of the pixels below with mean {means[0]:.4g}, "
        f"{shares[1]:.0%} above with mean {means[1]:.4g}. "
        f"{shares[0]:.2f} · {shares[1]:.2f} · ({means[0]:.4g} - {means[1]:.4g})² = <b>{separation[at]:.4g}</b>"
        + ("." if last else f", {separation[at] / separation[best]:.0%} of the largest.")
    )


otsu = step_through(
    otsu_view,
    code="level = filters.threshold_otsu(image)",
    reads=(threshold_otsu, between_class_variance),
    stages=(None, None, between_class_variance),
    sample=data.coins,
    takes="grey",
    step=(0, SWEEP + 2, 1),
)
