"""Explorers for what a picture is: its pixels, its order, its channels, its numbers, its histogram."""

import numpy as np

from .. import data
from ..color import rgb2gray
from ..exposure import histogram
from ..util import img_as_ubyte
from .engine import explorer
from .panes import BLUE, GREEN, ORANGE, RED, Chart, Curve, Grid, marked

WINDOW = 8


def pixels_view(image, row=0, col=0):
    """Look at eight by eight pixels of a picture, with their values."""
    rows, cols = image.shape[:2]
    row, col = min(row, max(rows - WINDOW, 0)), min(col, max(cols - WINDOW, 0))
    patch = image[row : row + WINDOW, col : col + WINDOW]
    return {
        "picture": marked(image, row, col, *patch.shape[:2]),
        "8 x 8 pixels of it": Grid(patch, row, col),
        "text": f"shape {image.shape}, {image.dtype}. "
        f"Row {row} counts from the top, column {col} from the left: image[{row}, {col}] is <b>{patch[0, 0]}</b>.",
    }


pixels = explorer(
    pixels_view,
    code="image[{row}:{row} + 8, {col}:{col} + 8]",
    sample=data.coffee,
    row=lambda image: (0, max(image.shape[0] - WINDOW, 1), 1, image.shape[0] // 3),
    col=lambda image: (0, max(image.shape[1] - WINDOW, 1), 1, image.shape[1] // 3),
)


def flips_view(image, upside_down=True, mirrored=False, every_nth=1):
    """Turn a picture over by slicing, and thin it out."""
    result = image[_slice(upside_down, every_nth), _slice(mirrored, every_nth)]
    return {
        "picture": image,
        "result": result,
        "text": f"shape {image.shape} becomes {result.shape}; the first pixel is now {result[0, 0]}.",
    }


def _slice(backwards, every):
    return slice(None, None, -every if backwards else every)


def _flips_code(upside_down, mirrored, every_nth):
    parts = [
        f"::{-every_nth if backwards else every_nth}" if backwards or every_nth > 1 else ":"
        for backwards in (upside_down, mirrored)
    ]
    return f"image[{', '.join(parts)}]"


flips = explorer(
    flips_view,
    code=_flips_code,
    sample=lambda: data.load("landscape"),
    upside_down=bool,
    mirrored=bool,
    every_nth=(1, 16, 1),
)


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


def picture_as_ubyte(image):
    """Return a picture as 0 to 255, whatever its type was."""
    return img_as_ubyte(np.clip(image, 0, 1) if image.dtype.kind == "f" else image)


def brightness_view(image, add=60):
    """Add a number to every pixel: with uint8 arithmetic, with clipping, and as an autoscaled imshow shows it."""
    image = picture_as_ubyte(image)
    wrapped = image + np.uint8(add % 256)
    clipped = np.clip(image.astype(int) + add, 0, 255).astype(np.uint8)
    low, high = int(clipped.min()), int(clipped.max())
    stretched = (clipped - np.uint8(low)) * (255.0 / max(high - low, 1))
    point = tuple(n // 4 for n in image.shape)
    return {
        "image + number in uint8": wrapped,
        "clipped to 0 ... 255": clipped,
        "the clipped one, autoscaled": stretched.astype(np.uint8),
        "text": f"Pixel {point} holds {image[point]}. In uint8, adding {add} gives <b>{wrapped[point]}</b>; "
        f"clipped: <b>{clipped[point]}</b>; autoscaling shows {low} as black and {high} as white.",
    }


def _brightness_code(image, add):
    limited = "np.clip(image, 0, 1)" if image.dtype.kind == "f" else "image"
    picture = "image" if image.dtype == np.uint8 else f"util.img_as_ubyte({limited})"
    return f"np.clip({picture}.astype(int) {add:+d}, 0, 255).astype(np.uint8)"


brightness = explorer(
    brightness_view,
    code=_brightness_code,
    sample=data.camera,
    takes="grey",
    add=(-150, 150, 5),
)


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


def grey_view(image, red=0.2125, green=0.7154, blue=0.0721):
    """Weigh the channels of a colour picture to make a grey one."""
    total = max(red + green + blue, 1e-9)
    weights = np.array([red, green, blue]) / total
    scale = 255.0 if image.dtype == np.uint8 else 1.0
    own = image @ (weights / scale)
    usual = rgb2gray(image)
    return {
        "colour": image,
        "your grey": own,
        "rgb2gray": usual,
        "text": f"Shares: red {weights[0]:.2f}, green {weights[1]:.2f}, blue {weights[2]:.2f}. "
        f"Largest difference from rgb2gray: <b>{np.abs(own - usual).max():.3f}</b>.",
    }


def _grey_code(image, red, green, blue):
    total = max(red + green + blue, 1e-9)
    scale = " / 255" if image.dtype == np.uint8 else ""
    return f"image @ np.array([{red / total:.4f}, {green / total:.4f}, {blue / total:.4f}]){scale}"


grey = explorer(
    grey_view,
    code=_grey_code,
    sample=data.astronaut,
    takes="colour",
    red=(0.0, 1.0, 0.01),
    green=(0.0, 1.0, 0.01),
    blue=(0.0, 1.0, 0.01),
)
