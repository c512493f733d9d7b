"""Boundaries: where one label ends and the next begins, and how to draw that on a picture."""

import numpy as np
from scipy import ndimage

from ..base.checks import check_array, check_color, check_labels
from ..base.dtype import as_float
from ..base.parameters import check_connectivity
from ..color import gray2rgb

_EDGES = ((0, 1), (1, 0))
_CORNERS = ((1, 1), (1, -1))
_MODES = ("thick", "inner", "outer", "subpixel")


def find_boundaries(label_img, connectivity=1, mode="thick", background=0):
    """Find the pixels at which labels change.

    thick:  out[p] = some neighbour q of p has label[q] != label[p]

    Parameters
    ----------
    label_img : (rows, cols) array of integers or bool
        From `label` or `slic`, or a mask.
    connectivity : {1, 2}
        1: neighbours share an edge. 2: a corner is enough.
    mode : {"thick", "inner", "outer", "subpixel"}
        thick: both sides of a boundary. inner: only the objects' side. outer: the background's side, and
        both sides between two objects. subpixel: lines between the pixels, in a picture twice as large.
    background : int
        The label that is no object, for inner and outer.

    Returns
    -------
    boundaries : (rows, cols) array of bool
        With subpixel (2 rows - 1, 2 cols - 1).

    Raises
    ------
    ValueError
        For what is not (rows, cols), an unknown mode or connectivity.
    TypeError
        For floats: make regions first, for example ``image > level``.

    Notes
    -----
    Beyond the border there are no neighbours, so a label that ends there has no boundary. The cost: one comparison
    of the picture with itself for each of two directions (with corners four). As in scikit-image.

    References
    ----------
    Gonzalez, Woods (2018): Digital Image Processing, 4th edition, section 9.5 (boundary extraction).

    Examples
    --------
    >>> import numpy as np
    >>> find_boundaries(np.array([[0, 0, 5, 5], [0, 0, 5, 5]])).astype(int)
    array([[0, 1, 1, 0],
           [0, 1, 1, 0]])
    """
    labels = check_labels(label_img, "label_img")
    if mode not in _MODES:
        raise ValueError(f"unknown mode {mode!r}; choose one of {', '.join(_MODES)}")
    connectivity = check_connectivity(connectivity)
    if mode == "subpixel":
        return _between_pixels(labels)
    boundaries = touches_other(labels, connectivity)
    is_object = labels != background
    if mode == "inner":
        boundaries &= is_object
    elif mode == "outer":
        boundaries &= ~is_object | touches_other(labels, 2, is_object)
    return boundaries


def mark_boundaries(image, label_img, color=(1, 1, 0), outline_color=None, mode="outer", background_label=0):
    """Draw the boundaries of labels on a picture.

    marked[p] = color where `find_boundaries` finds p, else image[p]

    Parameters
    ----------
    image : (rows, cols) or (rows, cols, 3) array
        Any number type. Integers are scaled to [0, 1] (signed: [-1, 1]).
    label_img : (rows, cols) array of integers or bool
    color : three numbers
        Red, green and blue from 0 to 1.
    outline_color : three numbers, optional
        Draw a line of this colour round the boundaries.
    mode, background_label : str, int
        As mode and background in `find_boundaries`.

    Returns
    -------
    marked : (rows, cols, 3) array
        float32 for float32 and float16, else float64. With subpixel (2 rows - 1, 2 cols - 1, 3).

    Raises
    ------
    ValueError
        For labels of another shape than the picture, and colours that are no three numbers.

    References
    ----------
    Gonzalez, Woods (2018): Digital Image Processing, 4th edition, section 9.5 (boundary extraction).

    Examples
    --------
    >>> import numpy as np
    >>> mark_boundaries(np.zeros((1, 3)), np.array([[1, 1, 2]]), color=(1, 0, 0))[..., 0]
    array([[0., 1., 1.]])
    """
    array = check_array(image)
    picture = as_float(gray2rgb(array) if array.ndim == 2 else check_color(array))
    labels = check_labels(label_img, "label_img")
    if labels.shape != picture.shape[:2]:
        raise ValueError(f"expected labels of the picture's shape {picture.shape[:2]}, got {labels.shape}")
    boundaries = find_boundaries(labels, mode=mode, background=background_label)
    marked = picture.copy()
    if mode == "subpixel":
        marked = ndimage.zoom(marked, [2 - 1 / size for size in labels.shape] + [1], mode="mirror")
    if outline_color is not None:
        marked[ndimage.binary_dilation(boundaries, np.ones((3, 3)))] = _check_color("outline_color", outline_color)
    marked[boundaries] = _check_color("color", color)
    return marked


def touches_other(labels, connectivity=1, counts=None):
    """Return where a neighbour has another label; with `counts`, only pixels where it is True are looked at.

    Examples
    --------
    >>> import numpy as np
    >>> touches_other(np.array([[1, 1, 2]]))
    array([[False,  True,  True]])
    """
    touches = np.zeros(labels.shape, bool)
    for down, across in _EDGES + _CORNERS * (connectivity == 2):
        here, there = _pairs(labels.shape, down, across)
        differs = labels[here] != labels[there]
        if counts is not None:
            differs &= counts[here] & counts[there]
        touches[here] |= differs
        touches[there] |= differs
    return touches


def _pairs(shape, down, across):
    """Return two parts of a picture in which each pixel lies beside its neighbour (down, across) away."""
    rows, cols = shape
    left, right = slice(0, cols - abs(across)), slice(abs(across), cols)
    first, second = (left, right) if across >= 0 else (right, left)
    return (slice(0, rows - down), first), (slice(down, rows), second)


def _between_pixels(labels):
    """Return a picture with lines between the pixels: every second pixel stands for a gap between labels."""
    rows, cols = labels.shape
    boundaries = np.zeros((2 * rows - 1, 2 * cols - 1), bool)
    across = labels[:, 1:] != labels[:, :-1]
    down = labels[1:] != labels[:-1]
    boundaries[::2, 1::2], boundaries[1::2, ::2] = across, down
    boundaries[1::2, 1::2] = across[1:] | across[:-1] | down[:, 1:] | down[:, :-1]
    return boundaries


def _check_color(name, color):
    array = np.asarray(color)
    if array.shape != (3,) or array.dtype.kind not in "buif" or not np.isfinite(array).all():
        raise ValueError(f"{name} takes three numbers, red, green and blue from 0 to 1, got {color!r}")
    return array
