"""What rotating and resizing share: checks, border rules, and keeping a result within the picture's range."""

import numpy as np

from ..base.checks import check_array, check_image
from ..base.dtype import as_float, float_dtype

# The border rules under numpy.pad's names, which scikit-image's transforms use:
# constant k k|a b c|k k   edge a a|a b c|c c   symmetric b a|a b c|c b   reflect c b|a b c|b a   wrap b c|a b c|a b
MODES = ("constant", "edge", "symmetric", "reflect", "wrap")


def check_any(image):
    """Return a checked picture, grey or with channels in its last axis."""
    image = check_array(image, finite=False)
    return check_image(image, -1 if image.ndim == 3 else None)


def check_transform(image, order, mode, preserve_range, check=check_any):
    """Return the picture (rows, cols[, channels]), as `check` returns it, and the interpolation order, 0 or 1.

    Pixels that are only moved (order 0) keep their type; values between pixels are floats.
    """
    image = check(image)
    if mode not in MODES:
        raise ValueError(f"unknown border mode {mode!r}; choose one of {', '.join(MODES)}")
    if order is None:
        order = 0 if image.dtype == bool else 1
    if isinstance(order, bool) or order not in (0, 1):
        raise ValueError(f"order is 0 (nearest pixel) or 1 (linear between pixels), got {order!r}")
    if order == 1 and image.dtype == bool:
        raise ValueError("between True and False there is no middle: use order=0, or image.astype(float)")
    if order == 0 and image.dtype.kind != "f":
        return image, order
    remedy = "preserve_range=True keeps the numbers of a picture, and order=0 those of labels"
    return (image.astype(float_dtype(image.dtype), copy=False) if preserve_range else as_float(image, remedy)), order


def check_shape(output_shape, image):
    """Return the (rows, cols) that a result is to have, or say what is wrong with them."""
    shape = np.asarray(output_shape)
    if shape.dtype.kind == "f" and (shape == np.floor(shape)).all():
        shape = shape.astype(int)  # 512 / 2 is a float, and a whole number
    if shape.dtype.kind not in "ui" or shape.shape not in ((2,), (image.ndim,)) or (shape < 1).any():
        raise ValueError(f"expected output_shape as (rows, cols), whole numbers from 1 on, got {output_shape!r}")
    if shape.size == 3 and shape[2] != image.shape[2]:
        raise ValueError(f"the picture has {image.shape[2]} channels, output_shape asks for {shape[2]}; leave it out")
    return tuple(shape[:2].tolist())


def border_index(index, length, mode):
    """Return which pixel of a line is seen at whole coordinates, inside or outside; -1 for a constant border.

    >>> border_index(np.arange(-3, 6), 3, "reflect")
    array([1, 2, 1, 0, 1, 2, 1, 0, 1])
    """
    if mode == "constant":
        return np.where((index >= 0) & (index < length), index, -1)
    if mode == "edge":
        return np.clip(index, 0, length - 1)
    position = index % period(length, mode)
    if mode == "symmetric":
        return np.minimum(position, 2 * length - 1 - position)
    return np.minimum(position, 2 * length - 2 - position) if mode == "reflect" and length > 1 else position


def period(length, mode):
    """Return after how many pixels a line with a wrapped or mirrored border repeats."""
    return {"wrap": length, "symmetric": 2 * length, "reflect": max(1, 2 * length - 2)}[mode]


def keep_range(out, image, mode, cval):
    """Clip `out` in place to the range of `image`, widened to a border's `cval` where the result reaches that far."""
    low, high = image.min(), image.max()
    if mode == "constant" and not low <= cval <= high and out.min() <= cval <= out.max():
        low, high = min(low, cval), max(high, cval)
    return np.clip(out, low, high, out=out)
