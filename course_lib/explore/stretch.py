"""The explorer of contrast: stretching between two shares of the pixels."""

import numpy as np

from .. import data
from ..exposure import rescale_intensity
from .charts import counts_chart
from .engine import explorer


def stretch_view(image, dark=0.0, bright=100.0):
    """Stretch the contrast: choose which share of the pixels becomes black, and from where on they are white."""
    low, high = (float(level) for level in np.percentile(image, (dark, bright)))
    result = rescale_intensity(image, in_range=(low, high)) if high > low else image
    cut = np.mean((image < low) | (image > high))
    return {
        "picture": image,
        "its histogram": counts_chart(image, {f"black {low:.4g}": low, f"white {high:.4g}": high}),
        "stretched": result,
        "histogram of what was not cut": counts_chart(result[(image >= low) & (image <= high)]),
        "text": f"{low:.4g} becomes black and {high:.4g} white; <b>{cut:.1%}</b> of the pixels lie outside "
        "and lose their differences.",
    }


stretch = explorer(
    stretch_view,
    code="rescale_intensity(image, in_range=tuple(np.percentile(image, ({dark:.4g}, {bright:.4g}))))",
    reads=rescale_intensity,
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    dark=(0.0, 49.0, 0.5),
    bright=(51.0, 100.0, 0.5),
)
