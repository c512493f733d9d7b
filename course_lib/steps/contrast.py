"""Equalisation, of a whole picture and tile by tile, taken apart."""

import numpy as np

from .. import data
from ..explore.contrast import counts_chart
from ..explore.panes import BLUE, GREEN, GREY, ORANGE, Chart, Curve, marked
from ..exposure import adaptive, cumulative_distribution, equalize_adapthist, equalize_hist, histogram
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
    moved = np.zeros(image.shape) if shown == 0 else np.where(image <= level, result, 0)
    bars = Curve(centers.astype(float), counts / counts.max(), GREY, filled=True)
    curve = Curve(values[:shown].astype(float), shares[:shown], GREEN, label="running sum")
    span = float(centers[0]), float(centers[-1])
    return {
        "picture": image,
        "histogram and running sum": Chart(
            () if step == 0 else (bars, curve) if shown else (bars,), mark, "value", span, 1.0
        ),
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
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    still={"step": SWEEP // 2},  # the chapter asks before it shows
    step=(0, SWEEP + 1, 1),
)

TILES = 4  # along each side
BINS = 128


def adaptive_equalization_view(image, step=0, row=1, col=1, clip_limit=0.02):
    """Step through adaptive equalisation: tiles, clipping, one curve a tile, blending between the tiles."""
    kernel = tuple(max(length // TILES, 1) for length in image.shape)
    low, high = float(image.min()), float(image.max())
    scaled = (image - low) / max(high - low, 1e-9)
    bins = np.rint(scaled * (BINS - 1)).astype(int)
    padded = adaptive.tiles(bins, kernel)
    counts = adaptive.tile_histograms(padded, kernel, BINS)
    row, col = min(row, len(counts) - 1), min(col, len(counts[0]) - 1)
    pixels = kernel[0] * kernel[1]
    limit = max(int(clip_limit * pixels), 1) if clip_limit else pixels
    clipped = adaptive.clip(counts, limit)
    curves = adaptive.mapping(clipped, pixels) / (adaptive.LEVELS - 1)
    own, steep = curves[row, col], adaptive.mapping(counts[row, col], pixels) / (adaptive.LEVELS - 1)
    results = (
        image,
        image,
        image,
        own[bins],
        _tile_by_tile(curves, bins, kernel),
        equalize_adapthist(image, kernel, clip_limit, BINS),
    )
    told = _NO_LIMIT if step == 2 and not clip_limit else _TEXTS[step]
    return {
        "picture and tile": marked(image, row * kernel[0], col * kernel[1], *kernel),
        "histogram of the tile": _tile_chart(step, counts[row, col], clipped[row, col], limit if clip_limit else 0),
        "its curve": _curve_chart(step, steep, own),
        "result": results[step],
        "text": told.format(
            high=kernel[0], wide=kernel[1], limit=limit, cut=np.maximum(counts[row, col] - limit, 0).sum() / pixels
        ),
    }


_TEXTS = (
    "The picture is cut into tiles of {high} x {wide} pixels. We follow the one in the frame.",
    "The histogram of this tile alone. Its running sum would be the curve: steep where a bar is tall.",
    "No bar may hold more than <b>{limit}</b> pixels. What was above ({cut:.0%} of the tile) is spread over all bars.",
    "The running sum of the clipped histogram is the tile's curve. Here it is used on the whole picture.",
    "Each tile has a curve of its own, and here each is mapped by its own: <b>the borders show.</b>",
    "So each pixel takes a mean of the four nearest tiles' curves, and the near ones count more: no borders.",
)
_NO_LIMIT = "A clip limit of 0 is no limit: the bars stay as they are."


def _tile_by_tile(curves, bins, kernel):
    """Return every pixel mapped by the curve of its own tile, without blending."""
    row, col = (
        np.minimum(np.arange(n) // k, len(c) - 1)
        for n, k, c in zip(bins.shape, kernel, (curves, curves[0]), strict=True)
    )
    return curves[row[:, np.newaxis], col, bins]


def _tile_chart(step, counts, clipped, limit):
    levels = np.linspace(0, 1, BINS)
    before = Curve(levels, counts.astype(float), GREY if step > 1 else BLUE, filled=True, label="before")
    after = Curve(levels, clipped.astype(float), ORANGE, filled=True, label="clipped")
    line = Curve(np.array([0.0, 1.0]), np.array([limit, limit], float), GREEN)  # at 0, and hidden, without a limit
    return Chart((() if step == 0 else (before,) if step == 1 else (before, after, line)), {}, "value", (0, 1))


def _curve_chart(step, steep, own):
    levels = np.linspace(0, 1, BINS)
    before = Curve(levels, steep.astype(float), GREY, label="not clipped")
    after = Curve(levels, own.astype(float), ORANGE, label="clipped")
    return Chart((() if step == 0 else (before,) if step == 1 else (before, after)), {}, "value", (0, 1), 1.0)


adaptive_equalization = step_through(
    adaptive_equalization_view,
    code="equalize_adapthist(image, [n // 4 for n in image.shape], clip_limit={clip_limit:.4g}, nbins=128)",
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    step=(0, len(_TEXTS) - 1, 1),
    row=(0, TILES - 1, 1),
    col=(0, TILES - 1, 1),
    clip_limit=(0.0, 0.1, 0.005),
)
