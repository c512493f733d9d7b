"""The pictures of a verdict, so that they can be compared by eye."""

import base64
import html
import io

import matplotlib.image
import numpy as np

from ..color.labels import COLORS, CYCLE
from ..show import display_range

MOST_CLASSES = 32  # an array with more different whole numbers is no picture of classes
LARGEST = 360  # pixels a side that are sent to the page
MARK = np.array([0.90, 0.35, 0.0])  # seen on black, on white, and without telling red from green
ROW = "display:flex;flex-wrap:wrap;gap:10px;align-items:flex-start;margin:6px 0"
FIGURE = "margin:0;flex:1 1 150px;min-width:110px;max-width:min(100%,260px)"
PICTURE = "display:block;width:100%;height:auto;border:1px solid #8c8c8c;box-sizing:border-box"
TITLES = {"difference": "where they differ"}


class Pictures:
    """Pictures by title, in a row that breaks where the window is narrow; text in the colours of the page."""

    def __init__(self, pictures):
        self.pictures = comparable(pictures)

    def __bool__(self):
        return bool(self.pictures)

    def __repr__(self):
        return f"pictures: {', '.join(self.pictures)}"

    def _repr_html_(self):
        figures = "".join(_figure(title, picture) for title, picture in self.pictures.items())
        return f'<div style="{ROW}">{figures}</div>'


def comparable(pictures):
    """Return the pictures that can be shown, by title.

    "expected" and "yours" are on one scale, which is that of the expected one; classes and labels have a colour each,
    the same in all pictures; where both differ is marked on a faint copy of the expected one.
    """
    shown = {title: np.asarray(picture) for title, picture in pictures.items() if can_be_shown(picture)}
    asked, came = shown.get("expected"), shown.get("yours")
    scaled = {title: _colours(picture) if is_labels(picture) else picture for title, picture in shown.items()}
    if asked is None or came is None:
        return scaled
    if is_labels(asked):
        scaled["yours"] = _colours(came) if came.ndim == 2 else came
    else:
        low, high = display_range(asked)
        for title in ("expected", "yours"):
            scaled[title] = np.clip((shown[title].astype(float) - low) / (high - low), 0, 1)
    if "difference" in scaled and asked.shape == came.shape:
        scaled["difference"] = _marked(scaled["expected"], asked, came)
    return {TITLES.get(title, title): picture for title, picture in scaled.items()}


def is_labels(picture):
    """Tell whether an array holds numbers of regions or classes, and no grey values."""
    whole = picture.ndim == 2 and picture.dtype.kind in "iu" and picture.dtype.itemsize > 1
    return whole and len(np.unique(picture)) <= MOST_CLASSES


def can_be_shown(picture):
    """Tell whether this is a picture with finite numbers, grey or of three channels."""
    array = np.asarray(picture)
    if array.dtype.kind not in "buif" or not array.size:
        return False
    return (array.ndim == 2 or (array.ndim == 3 and array.shape[-1] == 3)) and bool(np.isfinite(array).all())


def _colours(labels):
    """Return a colour for each number: 0 is nearly black, and numbers that are no labels are grey."""
    colours = np.array([COLORS[name] for name in CYCLE])
    numbers = np.rint(np.clip(labels.astype(float), -1, 1e9)).astype(np.int64)
    picture = colours[(numbers - 1) % len(colours)]
    picture[numbers == 0] = 0.12
    picture[(numbers < 0) | (numbers != labels)] = 0.5
    return picture


def _marked(picture, asked, came):
    """Return a faint picture with the places marked that differ; far more than rounding."""
    differ = ~np.isclose(
        came.astype(float), asked.astype(float), rtol=0, atol=1e-6 * max(1.0, float(np.abs(asked.astype(float)).max()))
    )
    grey = picture if picture.ndim == 2 else picture.mean(axis=-1)
    faint = np.repeat((0.25 + 0.35 * np.asarray(grey, float))[..., None], 3, axis=2)
    faint[differ if differ.ndim == 2 else differ.any(axis=-1)] = MARK
    return faint


def _figure(title, picture):
    rows, cols = picture.shape[:2]
    name = html.escape(title)
    alt = f"{name}: {rows} rows and {cols} columns"
    smooth = "" if max(rows, cols) > LARGEST // 2 else ";image-rendering:pixelated"
    image = f'<img alt="{alt}" src="data:image/png;base64,{_png(picture)}" style="{PICTURE}{smooth}">'
    return (
        f'<figure style="{FIGURE}">{image}<figcaption style="color:inherit;font-size:12px">{name}</figcaption></figure>'
    )


def _png(picture):
    """Return a picture as base64 text of a PNG; of large ones, every second or third pixel."""
    low, high = display_range(picture)
    step = -(-max(picture.shape[:2]) // LARGEST)
    unit = np.clip((picture[::step, ::step].astype(float) - low) / (high - low), 0, 1)
    pixels = np.rint(255 * (unit if unit.ndim == 3 else np.repeat(unit[..., None], 3, axis=2))).astype(np.uint8)
    file = io.BytesIO()
    matplotlib.image.imsave(file, pixels, format="png")
    return base64.b64encode(file.getvalue()).decode("ascii")
