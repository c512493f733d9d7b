"""The explorer of histograms: one bar, and the pixels that it counts."""

import numpy as np

from .. import data
from .engine import explorer
from .panes import BLUE, ORANGE, Chart, Curve
from .prepare import picture_as_ubyte


def histogram_view(image, bins=64, value=120):
    """Choose a bar of a histogram by a value in it, and see which pixels it counts."""
    low, high = (0, 256) if image.dtype == np.uint8 else (0.0, 1.0)
    counts, edges = np.histogram(image, bins=bins, range=(low, high))
    chosen = min(int((value - low) / (high - low) * bins), bins - 1)
    left, right = edges[chosen : chosen + 2]
    lit = np.stack([picture_as_ubyte(image)] * 3, axis=-1)
    lit[(image >= left) & ((image < right) | (chosen == bins - 1))] = (230, 159, 0)
    bars = tuple(
        Curve(edges[k : k + 2], np.array([n, n]), ORANGE if k == chosen else BLUE, filled=True)
        for k, n in enumerate(counts)
    )
    return {
        "the pixels in the orange bar": lit,
        "histogram": Chart(bars, xlabel="value"),
        "text": f"<b>{counts[chosen]:,}</b> of {image.size:,} pixels are in the bar from {left:.4g} up to {right:.4g}.",
    }


def _histogram_code(image, bins, value):
    top = 256 if image.dtype == np.uint8 else 1
    return f"counts, edges = np.histogram(image, bins={bins}, range=(0, {top}))  # the bar that holds {value:.4g}"


histograms = explorer(
    histogram_view,
    code=_histogram_code,
    sample=data.coins,
    takes="grey",
    bins=(2, 256, 1),
    value=lambda image: (0, 255, 1, 120) if image.dtype == np.uint8 else (0.0, 1.0, 0.01, 0.5),
)
