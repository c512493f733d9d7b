"""Charts that several explorers show."""

import numpy as np

from .panes import BLUE, GREEN, Chart, Curve


def counts_chart(image, marks=None, curve=None):
    """Return the histogram of a picture over its full range, with a cumulative curve to the same height."""
    levels, top = (256, 256.0) if image.dtype == np.uint8 else (16, 1.0)
    counts, edges = np.histogram(image, levels, (0.0, top))
    bars = np.repeat(edges, 2)[1:-1], np.repeat(counts.astype(float), 2)
    curves = [Curve(*bars, BLUE, filled=True)]
    if curve is not None:
        shares, values = curve
        curves.append(Curve(values.astype(float), shares * counts.max(), GREEN, label="running sum"))
    return Chart(tuple(curves), marks or {}, "value", (0, 255) if image.dtype == np.uint8 else (0, 1))


def lengths_chart(lengths, marks=None):
    """Return a chart of how many contours are shorter than a number of points: a stair with a step for each."""
    ordered = np.sort(np.asarray(lengths, float))
    x = np.concatenate([[0], ordered.repeat(2)])
    y = np.concatenate([[0], np.arange(len(ordered)).repeat(2) + [0, 1] * len(ordered)])
    right = int(1.05 * max([1, x[-1], *(marks or {}).values()]))
    x, y = np.append(x, right), np.append(y, y[-1])
    return Chart((Curve(x, y, BLUE),), marks or {}, "contours with fewer points", (0, right))
