"""Explorers for contrast: stretching, equalisation, adaptive equalisation."""

import numpy as np

from .. import data
from ..exposure import cumulative_distribution, equalize_adapthist, equalize_hist, rescale_intensity
from ..util import img_as_float
from .engine import explorer
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


def stretch_view(image, dark=0.0, bright=100.0):
    """Stretch the contrast: choose which share of the pixels becomes black, and from where on they are white."""
    low, high = (float(level) for level in np.percentile(image, (dark, bright)))
    result = rescale_intensity(image, in_range=(low, high)) if high > low else image
    cut = np.mean((image < low) | (image > high))
    return {
        "picture": image,
        "its histogram": counts_chart(image, {f"black {low:.4g}": low, f"white {high:.4g}": high}),
        "stretched": result,
        "its new histogram": counts_chart(result),
        "text": f"{low:.4g} becomes black and {high:.4g} white; <b>{cut:.1%}</b> of the pixels lie outside "
        "and lose their differences.",
    }


stretch = explorer(
    stretch_view,
    code="rescale_intensity(image, in_range=tuple(np.percentile(image, ({dark:.4g}, {bright:.4g}))))",
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    dark=(0.0, 49.0, 0.5),
    bright=(51.0, 100.0, 0.5),
)


def equalize_view(image, share=0.0):
    """Equalise the histogram, in full or in part: the running sum is the curve that maps the values."""
    equal = equalize_hist(image)
    result = (1 - share) * img_as_float(image) + share * equal
    return {
        "picture": image,
        "its histogram": counts_chart(image, curve=cumulative_distribution(image)),
        "equalised": result,
        "its new histogram": counts_chart(result, curve=cumulative_distribution(result)),
        "text": f"Standard deviation, a measure of contrast: {img_as_float(image).std():.3f} before, "
        f"<b>{result.std():.3f}</b> after.",
    }


def _equalize_code(share):
    whole = "equalize_hist(image)"
    return whole if share == 1 else f"{share:.4g} * {whole} + {1 - share:.4g} * util.img_as_float(image)"


equalize = explorer(
    equalize_view,
    code=_equalize_code,
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    share=(0.0, 1.0, 0.05),
)


def tile_shape(image, tiles):
    """Return the shape of a tile where `tiles` of them stand along each side."""
    return tuple(-(-length // tiles) for length in image.shape[:2])


def adaptive_equalize_view(image, clip_limit=0.01, tiles=8):
    """Equalise tile by tile: choose how steep the curves may be, and how many tiles stand along a side."""
    kernel_size = tile_shape(image, tiles)
    result = equalize_adapthist(image, kernel_size=kernel_size, clip_limit=clip_limit)
    return {
        "picture": image,
        "equalised as a whole": equalize_hist(image),
        "tile by tile": result,
        "histogram of the last": counts_chart(result),
        "text": f"{tiles} x {tiles} tiles of {kernel_size[0]} x {kernel_size[1]} pixels. Standard deviation: "
        f"{img_as_float(image).std():.3f} before, <b>{result.std():.3f}</b> after.",
    }


def _adaptive_code(clip_limit, tiles):
    size = f"kernel_size=[-(-n // {tiles}) for n in image.shape]"
    return f"equalize_adapthist(image, {size}, clip_limit={clip_limit:.4g})"


adaptive_equalize = explorer(
    adaptive_equalize_view,
    code=_adaptive_code,
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    side=600,
    clip_limit=(0.0, 0.1, 0.002),
    tiles=(1, 16, 1),
)
