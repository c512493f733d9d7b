"""Labels in colour: every region in its own colour, or in the mean colour of its pixels."""

import numpy as np

from ..base.checks import check_array, check_axis, check_grey
from ..base.dtype import as_float
from ..base.ranges import rounding

COLORS = {
    "red": (1, 0, 0),
    "blue": (0, 0, 1),
    "yellow": (1, 1, 0),
    "magenta": (1, 0, 1),
    "green": (0, 0.502, 0),
    "indigo": (0.294, 0, 0.51),
    "darkorange": (1, 0.549, 0),
    "cyan": (0, 1, 1),
    "pink": (1, 0.753, 0.796),
    "yellowgreen": (0.604, 0.804, 0.196),
    "black": (0, 0, 0),
    "white": (1, 1, 1),
}
CYCLE = list(COLORS)[:10]
_FEW = 4  # a table over all labels pays while there are fewer labels a pixel than this


def label2rgb(
    label,
    image=None,
    colors=None,
    alpha=0.3,
    bg_label=0,
    bg_color=(0, 0, 0),
    image_alpha=1,
    kind="overlay",
    *,
    saturation=0,
    channel_axis=-1,
):
    """Paint labelled regions: each in its own colour over the picture, or in its mean colour.

    overlay: out = alpha color[label] + (1 - alpha) picture;  avg: out = mean of the picture over the region

    Parameters
    ----------
    label : array (rows, cols) of whole numbers
    image : array (rows, cols) or (rows, cols, 3), optional
        The picture below. "avg" needs it, in colour.
    colors : list of names or (r, g, b), optional
        Used in turn for the labels in increasing order; ten strong colours if left out.
    alpha : number
        How much the colours cover, from 0 to 1. Without a picture they cover all.
    bg_label : int
        The label of the background.
    bg_color : name, (r, g, b) or None
        Its colour; None leaves the picture as it is there.
    image_alpha : number
        How much of the picture is kept, from 0 (white) to 1.
    kind : {"overlay", "avg"}
    saturation : number
        How colourful the picture below the overlay is, from 0 (grey) to 1.
    channel_axis : int
        The axis of the channels, in `image` and in the result.

    Returns
    -------
    array (rows, cols, 3)
        "overlay": floats; "avg": the type of `image` (integers are cut, not rounded).

    Raises
    ------
    ValueError
        If labels are no whole numbers, shapes do not fit, a colour's name is unknown, or "avg" lacks its picture.

    Notes
    -----
    "avg" sums by label with bincount: one pass over the picture, however many labels there are.
    A background without colour is the label `bg_label` here, also where lower labels exist (scikit-image
    compares ranks then).

    References
    ----------
    T. Porter, T. Duff, "Compositing Digital Images", SIGGRAPH Computer Graphics 18 (1984), 253-259.

    Examples
    --------
    >>> label2rgb(np.array([[0, 1, 2]]))
    array([[[0., 0., 0.],
            [1., 0., 0.],
            [0., 0., 1.]]])
    >>> label2rgb(np.array([[1, 1, 2]]), np.array([[[2, 4, 6], [4, 4, 4], [9, 9, 9]]]), kind="avg")
    array([[[3, 4, 5],
            [3, 4, 5],
            [9, 9, 9]]])
    """
    label = _checked_labels(label)
    if image is not None:
        image = check_array(image)
        image = np.moveaxis(image, check_axis(channel_axis, image), -1) if image.ndim == 3 else image
        _check_shape(image, label)
    if kind == "avg":
        result = mean_colors(label, image, bg_label, bg_color)
    elif kind == "overlay":
        below = None if image is None else faded(image, saturation, image_alpha)
        result = overlay(label, below, CYCLE if colors is None else colors, alpha, bg_label, bg_color)
    else:
        raise ValueError(f'unknown kind {kind!r}; choose "overlay" or "avg"')
    return np.moveaxis(result, -1, check_axis(channel_axis, result))


def mean_colors(label, image, bg_label=0, bg_color=(0, 0, 0)):
    """Return a picture (rows, cols, 3) in which every pixel has the mean colour of its region."""
    if image is None or image.ndim != 3:
        raise ValueError(
            'kind="avg" needs a colour image (rows, cols, 3); a grey one gets channels with color.gray2rgb'
        )
    values, index = numbered(label)
    sizes = np.bincount(index.ravel())
    sums = [np.bincount(index.ravel(), image[..., c].ravel()) for c in range(3)]
    means = np.stack(sums, axis=-1) / sizes[:, np.newaxis]
    means[values == bg_label] = _rgb((0, 0, 0) if bg_color is None else bg_color)
    return means.astype(image.dtype)[index]


def overlay(label, below, colors, alpha, bg_label=0, bg_color=(0, 0, 0)):
    """Return the labels' colours, blended over the picture `below` (None: nothing is below)."""
    values, index = numbered(label)
    is_background = values == bg_label
    if len(colors) == 0:
        raise ValueError("colors is an empty list; give at least one colour, or leave it out")
    cycle = np.array([_strength(color) for color in colors])
    table = cycle[(np.cumsum(~is_background) - 1) % len(cycle)]
    table[is_background] = _strength((0, 0, 0) if bg_color is None else bg_color)
    if below is None:
        return table[index]
    cover = np.full((len(values), 1), float(alpha))
    if bg_color is None:
        cover[is_background] = 0
    kept = (1 - cover).astype(below.dtype)
    return (table * cover).astype(below.dtype)[index] + below * kept[index]


def faded(image, saturation, image_alpha):
    """Return a picture as floats (rows, cols, 3), less colourful and less strong."""
    image = as_float(image)
    if image.ndim == 2:
        image = np.repeat(image[..., np.newaxis], 3, axis=-1)
    else:
        value = image.max(axis=-1, keepdims=True)  # less saturated means nearer to the strongest channel
        image = value + saturation * (image - value)
    return image * image_alpha + (1 - image_alpha)


def numbered(label):
    """Return the labels that occur, in increasing order, and for each pixel the index of its label."""
    low, high = int(label.min()), int(label.max())
    if high >= 2**63 or high - low >= _FEW * label.size:  # too large for an index, or too far apart for a table
        values, index = np.unique(label, return_inverse=True)
        return values, index.reshape(label.shape)
    shifted = label.astype(np.intp) - low if low else label.astype(np.intp, copy=False)
    occurs = np.bincount(shifted.ravel(), minlength=high - low + 1) > 0
    return np.flatnonzero(occurs) + low, (np.cumsum(occurs) - 1)[shifted]


def _checked_labels(label):
    label = check_grey(label, "label")
    if label.dtype.kind == "f":
        raise ValueError(f"expected labels as whole numbers, got {label.dtype}; convert them with label.astype(int)")
    return label


def _check_shape(image, label):
    if image.shape[:2] != label.shape or (image.ndim != 2 and image.shape[2:] != (3,)):
        raise ValueError(
            f"expected an image of the labels' shape {label.shape}, grey or with three channels, got {image.shape}"
        )


def _rgb(color):
    if isinstance(color, str):
        if color not in COLORS:
            raise ValueError(f"unknown colour {color!r}; choose one of {', '.join(COLORS)}, or give (r, g, b)")
        color = COLORS[color]
    color = check_array(color, "color").astype(float)
    if color.shape not in ((3,), (4,)):
        raise ValueError(f"expected a colour as three numbers (r, g, b), got {color.tolist()}")
    return color[:3]


def _strength(color):
    """Return a colour whose parts lie in [0, 1], as those of a float picture do."""
    parts = _rgb(color)
    if parts.min() < -rounding(parts.dtype) or parts.max() > 1 + rounding(parts.dtype):
        raise ValueError(f"expected (r, g, b) from 0 to 1, got {parts.tolist()}; divide 8-bit colours by 255")
    return np.clip(parts, 0, 1)
