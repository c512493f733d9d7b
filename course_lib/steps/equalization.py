"""Equalisation of a whole picture, taken apart."""

import numpy as np

from .. import data
from ..explore.charts import counts_chart
from ..explore.panes import GREEN, GREY, Chart, Curve
from ..exposure import cumulative_distribution, equalize_hist, histogram
from .engine import step_through

SWEEP = 16  # levels on the way from the darkest to the brightest


def equalization_view(image, step=0):
    """Step through equalisation: histogram, running sum, and each value moved to its share."""
    counts, centers = histogram(image)
    shares, values = cumulative_distribution(image)
    result = equalize_hist(image)
    shown = int(np.ceil(len(values) * min(max(step - 1, 0), SWEEP) / SWEEP))
    level = values[shown - 1] if shown else None
    mark = {} if shown == 0 else {f"value {level:.4g}": float(level)}
    moved = np.full(image.shape, 0.5) if shown == 0 else np.where(image <= level, result, 0.5)  # grey: not yet
    bars = Curve(centers.astype(float), counts / counts.max(), GREY, filled=True)
    curve = Curve(values[:shown].astype(float), shares[:shown], GREEN, label="running sum")
    span = float(centers[0]), float(centers[-1])
    return {
        "picture": image,
        "histogram and running sum": Chart((bars, curve) if shown else (bars,), mark, "value", span, 1.0),
        "moved so far": moved,
        "their new histogram": counts_chart(result[image <= level]) if shown else Chart((), {}, "value", (0, 1)),
        "text": _equalization_text(step, level, shares[shown - 1], counts.sum()),
    }


def _equalization_text(step, level, share, size):
    if step == 0:
        return f"The picture: {size:,} pixels, crowded into a few values."
    if step == 1:
        return "Its histogram. We walk from the left to the right and count how many pixels we have passed."
    done = " The crowded values have moved apart, the rare ones together." if step == SWEEP + 1 else ""
    passed = f"{share:.0%} of the pixels are {level:.4g} or darker."
    return f"{passed} So {level:.4g} becomes <b>{share:.2f}</b>, counted from 0 (black) to 1 (white).{done}"


equalization = step_through(
    equalization_view,
    code="equalize_hist(image)",
    reads=(cumulative_distribution, equalize_hist),
    stages=(None, histogram, cumulative_distribution),
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    still={"step": SWEEP // 2},  # the chapter asks before it shows
    step=(0, SWEEP + 1, 1),
)
