"""The explorer of colour channels: red, green and blue, on and off."""

import numpy as np

from .. import data
from ..exposure import histogram
from .engine import explorer
from .panes import BLUE, GREEN, RED, Chart, Curve


def channels_view(image, red=True, green=True, blue=True):
    """Switch the three channels of a colour picture on and off."""
    mixed = image * np.array([red, green, blue], dtype=image.dtype)
    counts = [histogram(image[..., c])[::-1] for c in range(3)]
    curves = tuple(
        Curve(levels, number, color, label=name)
        for (levels, number), color, name, shown in zip(
            counts, (RED, GREEN, BLUE), ("red", "green", "blue"), (red, green, blue), strict=True
        )
        if shown
    )
    return {
        "the channels that are on": mixed,
        "red channel": image[..., 0],
        "green channel": image[..., 1],
        "blue channel": image[..., 2],
        "histograms": Chart(curves or (Curve(*counts[0], "none"),), xlabel="value"),
    }


channels = explorer(
    channels_view,
    code="image * np.array([{red:d}, {green:d}, {blue:d}], dtype=image.dtype)",
    sample=data.coffee,
    takes="colour",
    red=bool,
    green=bool,
    blue=bool,
)
