"""Charts that several explorers show."""

import dataclasses

import numpy as np

from .panes import BLUE, GREEN, Chart, Curve


def counts_chart(image, marks=None, curve=None):
    """Return the histogram of a picture over its full range, with a cumulative curve to the same height."""
    counts, edges = np.histogram(image, 32, (0.0, 256.0 if image.dtype == np.uint8 else 1.0))
    bars = np.repeat(edges, 2)[1:-1], np.repeat(counts.astype(float), 2)
    xlim = (0, 255) if image.dtype == np.uint8 else (0, 1)
    chart = Chart((Curve(*bars, BLUE, filled=True),), marks or {}, "value", xlim, unit="pixels in a bar")
    if curve is None:
        return chart
    shares, values = curve
    running = Curve(values.astype(float), shares * chart.limits()[2], GREEN, label="running sum")
    return dataclasses.replace(chart, curves=(*chart.curves, running))


def lengths_chart(lengths, marks=None):
    """Return a chart of how many contours are shorter than a number of points: a stair with a step for each."""
    ordered = np.sort(np.asarray(lengths, float))
    x = np.concatenate([[0], ordered.repeat(2)])
    y = np.concatenate([[0], np.arange(len(ordered)).repeat(2) + [0, 1] * len(ordered)])
    right = int(1.05 * max([1, x[-1], *(marks or {}).values()]))
    x, y = np.append(x, right), np.append(y, y[-1])
    return Chart((Curve(x, y, BLUE),), marks or {}, "points: how many contours have fewer", (0, right), unit="contours")
