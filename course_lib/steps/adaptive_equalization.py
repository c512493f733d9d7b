"""Equalisation tile by tile, taken apart with the functions that the library calls."""

import numpy as np

from .. import data
from ..explore.panes import BLUE, GREEN, GREY, ORANGE, Chart, Curve, marked
from ..exposure import adaptive, equalize_adapthist
from .engine import step_through

TILES = 4  # along each side
BINS = 128


def adaptive_equalization_view(image, step=0, row=1, col=1, clip_limit=0.02):
    """Step through adaptive equalisation: tiles, clipping, one curve a tile, blending between the tiles."""
    kernel = tuple(max(length // TILES, 1) for length in image.shape)
    bins = _bins(image)
    counts = adaptive.tile_histograms(adaptive.tiles(bins, kernel), kernel, BINS)
    row, col = min(row, len(counts) - 1), min(col, len(counts[0]) - 1)
    pixels = kernel[0] * kernel[1]
    limit = max(int(clip_limit * pixels), 1) if clip_limit else pixels
    clipped = adaptive.clip(counts, limit)
    curves = adaptive.mapping(clipped, pixels) / (adaptive.LEVELS - 1)
    own, steep = curves[row, col], adaptive.mapping(counts[row, col], pixels) / (adaptive.LEVELS - 1)
    blended = equalize_adapthist(image, kernel, clip_limit, BINS)
    results = (*[image] * 3, own[bins], _tile_by_tile(curves, bins, kernel), blended)
    told = _NO_LIMIT if step == 2 and not clip_limit else _TEXTS[step]
    cut = np.maximum(counts[row, col] - limit, 0).sum() / pixels
    return {
        "picture and tile": marked(image, row * kernel[0], col * kernel[1], *kernel),
        "histogram of the tile": _tile_chart(step, counts[row, col], clipped[row, col], limit if clip_limit else 0),
        "its curve": _curve_chart(step, steep, own),
        "result": results[step],
        "text": told.format(high=kernel[0], wide=kernel[1], limit=limit, cut=cut),
    }


def _bins(image):
    """Return for each pixel the number of the bar that counts it."""
    low, high = float(image.min()), float(image.max())
    return np.rint((image - low) / max(high - low, 1e-9) * (BINS - 1)).astype(int)


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
    return Chart((before,) if step < 2 else (before, after, line), {}, "value", (0, 1))


def _curve_chart(step, steep, own):
    levels = np.linspace(0, 1, BINS)
    before = Curve(levels, steep.astype(float), GREY, label="not clipped")
    after = Curve(levels, own.astype(float), ORANGE, label="clipped")
    return Chart((before,) if step < 2 else (before, after), {}, "value", (0, 1), 1.0)


adaptive_equalization = step_through(
    adaptive_equalization_view,
    code="equalize_adapthist(image, [max(n // 4, 1) for n in image.shape], clip_limit={clip_limit:.4g}, nbins=128)",
    reads=adaptive._equalized,
    stages=(adaptive.tiles, adaptive.tile_histograms, adaptive.clip, *[adaptive.mapping] * 2, adaptive.blend),
    sample=lambda: data.load("chest_phantom"),
    takes="grey",
    step=(0, len(_TEXTS) - 1, 1),
    row=(0, TILES - 1, 1),
    col=(0, TILES - 1, 1),
    clip_limit=(0.0, 0.1, 0.005),
)
