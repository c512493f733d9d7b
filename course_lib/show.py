"""Pictures on the page, honestly: what is dark in the array is dark on the screen.

`matplotlib.pyplot.imshow` stretches every grey picture from its own least to its own largest value,
so a nearly black picture and a bright one look alike. Here a grey value means the same in every picture.
"""

import math

import matplotlib.pyplot as plt
import numpy as np

from .base.checks import check_array
from .base.ranges import rounding
from .comparing import compare_calls
from .figures import keep_small

__all__ = ["compare_calls", "display_range", "show_histogram", "show_image", "show_image_contour", "show_images"]

CHANNELS = ("red", "green", "blue")

keep_small()


def display_range(image):
    """Return the values that are shown as black and as white.

    Integers and masks are shown over their type's usual range; floats over 0 to 1. If floats go beyond 1, the
    largest is shown as white; if some are negative (differences, slopes), 0 is in the middle.

    Parameters
    ----------
    image : ndarray
        A grey or colour picture.

    Returns
    -------
    tuple of two numbers
        (black, white).

    Raises
    ------
    TypeError, ValueError
        If `image` holds no finite numbers.

    Examples
    --------
    >>> display_range(np.array([[10, 20]], dtype=np.uint8))
    (0, 255)
    >>> display_range(np.array([[0.2, 0.3]]))
    (0.0, 1.0)
    >>> display_range(np.array([[-2.0, 1.0]]))
    (-2.0, 2.0)
    """
    array = check_array(image)
    if array.dtype == bool:
        return 0, 1
    if array.dtype.itemsize == 1 or array.dtype == np.uint16:
        limits = np.iinfo(array.dtype)
        return int(limits.min), int(limits.max)
    low, high = float(array.min()), float(array.max())
    if low < -rounding(array.dtype):
        return -max(-low, high), max(-low, high)
    if array.dtype.kind in "iu" and high <= 255:
        return 0, 255
    return 0.0, 1.0 if array.dtype.kind == "f" and high <= 1 + rounding(array.dtype) else max(high, 1.0)


def show_image(image, title="", *, vmin=None, vmax=None):
    """Show one picture with its title.

    Parameters
    ----------
    image : ndarray of shape (rows, cols) or (rows, cols, 3)
    title : str
    vmin, vmax : number, optional
        The values shown as black and white; by default see `display_range`.

    Raises
    ------
    TypeError, ValueError
        If `image` is no picture.

    Examples
    --------
    >>> show_image(np.eye(8), "a diagonal")
    """
    show_images({title: image}, vmin=vmin, vmax=vmax)


def show_images(images, titles=None, *, cols=3, vmin=None, vmax=None):
    """Show pictures side by side, each with its title.

    Parameters
    ----------
    images : dict of title to picture, or sequence of pictures
    titles : sequence of str, optional
        The titles, where `images` is a sequence.
    cols : int
        How many stand in a row at most.
    vmin, vmax : number, optional
        The values shown as black and white; by default each picture has its `display_range`.

    Raises
    ------
    TypeError, ValueError
        If one of them is no picture, or there is none.

    Examples
    --------
    >>> show_images({"left": np.eye(8), "right": np.fliplr(np.eye(8))})
    """
    if not isinstance(images, dict):
        images = list(images)
        images = dict(enumerate(images)) if titles is None else dict(zip(titles, images, strict=True))
    if not images:
        raise ValueError("expected at least one picture to show; pass a dict of title: picture")
    pictures = {title: _check_picture(image) for title, image in images.items()}
    cols = min(cols, len(pictures))
    rows = math.ceil(len(pictures) / cols)
    width = 4.5 if cols == 1 else 9.0 / cols
    tallest = max(p.shape[0] / p.shape[1] for p in pictures.values())
    height = min(max(width * tallest, 0.6), 6.0) + 0.35
    _figure, axes = plt.subplots(rows, cols, figsize=(width * cols, height * rows), squeeze=False, layout="constrained")
    for axis in axes.flat[len(pictures) :]:
        axis.axis("off")
    for axis, (title, picture) in zip(axes.flat, pictures.items(), strict=False):
        draw_picture(axis, picture, vmin, vmax)
        if isinstance(title, str) and title:
            axis.set_title(title, fontsize=10)


def show_histogram(image, title="", *, bins=256):
    """Show how often each value occurs, with one curve for each channel of a colour picture.

    Parameters
    ----------
    image : ndarray of shape (rows, cols) or (rows, cols, 3)
    title : str
    bins : int
        How many bins the value range is cut into.

    Raises
    ------
    TypeError, ValueError
        If `image` is no picture.

    Examples
    --------
    >>> show_histogram(np.eye(8), bins=8)
    """
    picture = _check_picture(image)
    low, high = display_range(picture)
    layers = {"black": picture} if picture.ndim == 2 else {c: picture[..., i] for i, c in enumerate(CHANNELS)}
    _, axis = plt.subplots(figsize=(6, 2.4), layout="constrained")
    for colour, values in layers.items():
        flat = values.ravel().astype(float)
        axis.hist(flat, bins=bins, range=(low, high), color=colour, alpha=1 if len(layers) == 1 else 0.45)
    axis.set(xlabel="value", ylabel="pixels", xlim=(low, high), title=title)


def show_image_contour(image, contours, title="Contours"):
    """Show a picture with contours drawn over it, each in its own colour.

    Parameters
    ----------
    image : ndarray of shape (rows, cols) or (rows, cols, 3)
    contours : list of (n, 2) arrays
        Points (row, col), as `measure.find_contours` gives them.
    title : str

    Raises
    ------
    TypeError, ValueError
        If `image` is no picture.

    Examples
    --------
    >>> show_image_contour(np.eye(8), [np.array([[0, 0.5], [0.5, 0]])])
    """
    picture = _check_picture(image)
    height = min(5.6 * picture.shape[0] / picture.shape[1], 6.0) + 0.35
    _, axis = plt.subplots(figsize=(5.6, height), layout="constrained")
    draw_picture(axis, picture)
    for contour in contours:
        axis.plot(contour[:, 1], contour[:, 0], linewidth=2)
    axis.set_title(title, fontsize=10)


def draw_picture(axis, picture, vmin=None, vmax=None):
    """Draw one checked picture into Matplotlib axes over its display range."""
    low, high = display_range(picture)
    low, high = low if vmin is None else vmin, high if vmax is None else vmax
    if picture.ndim == 3 and (picture.dtype != np.uint8 or (low, high) != (0, 255)):
        # imshow ignores vmin and vmax for colour; bytes take an eighth of the room of floats
        scaled = np.subtract(picture, low, dtype=float)
        scaled *= 255 / (high - low)
        picture = np.rint(np.clip(scaled, 0, 255, out=scaled), out=scaled).astype(np.uint8)
    axis.set(xticks=[], yticks=[])
    axis.spines[:].set_color("0.6")  # a thin frame, so that a picture as white, or as black, as the page is seen
    axis.imshow(
        picture, cmap="gray", vmin=low, vmax=high, interpolation="nearest" if min(picture.shape[:2]) < 64 else None
    )


def _check_picture(image):
    array = check_array(image)
    if array.ndim == 2 or (array.ndim == 3 and array.shape[-1] == 3):
        return array
    mend = "drop the alpha channel with image[..., :3]" if array.shape[-1] == 4 else "pick one picture, or reshape it"
    raise ValueError(f"expected a picture (rows, cols) or (rows, cols, 3), got shape {array.shape}; {mend}")
