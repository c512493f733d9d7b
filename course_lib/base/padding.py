"""A border around a picture, and every pixel's neighbours."""

import itertools

import numpy as np

from .parameters import check_border, check_room

# scipy.ndimage's border names (which the public functions take) -> numpy.pad's
_PAD_MODES = {
    "reflect": "symmetric",  # d c b a | a b c d | d c b a
    "mirror": "reflect",  # d c b | a b c d | c b a
    "nearest": "edge",  # a a a a | a b c d | d d d d
    "wrap": "wrap",  # a b c d | a b c d | a b c d
    "constant": "constant",  # k k k k | a b c d | k k k k
}


def pad(image, widths, mode="reflect", cval=0.0):
    """Return `image` with a border of `widths` pixels per axis, by scipy.ndimage's border names.

    `widths` is one number for both image axes, or (before, after) pairs per axis. Channels are not padded.
    """
    check_mode(mode)
    check_border(cval)
    if np.ndim(widths) == 0:
        widths = [(widths, widths)] * 2
    widths = list(widths) + [(0, 0)] * (image.ndim - len(widths))
    if mode == "constant":
        _check_border_value(cval, image.dtype)
    padded = [size + before + after for size, (before, after) in zip(image.shape, widths, strict=True)]
    check_room("the border that the sigma, radius or window needs", padded, max(4 * image.size, 2**26))
    extra = {"constant_values": cval} if mode == "constant" else {}
    return np.pad(image, widths, mode=_PAD_MODES[mode], **extra)


def check_mode(mode):
    """Raise a ValueError for what is no border rule."""
    if mode not in _PAD_MODES:
        raise ValueError(f"unknown border mode {mode!r}; choose one of {', '.join(_PAD_MODES)}")


def shifts(image, radius, mode="reflect", cval=0.0):
    """Yield (dr, dc, shifted) for every offset within `radius`: shifted[r, c] is image[r + dr, c + dc].

    The shifted pictures are views of one padded copy: the way to visit every pixel's neighbours
    without a loop over pixels.
    """
    rows, cols = image.shape[:2]
    padded = pad(image, radius, mode, cval)
    for dr, dc in itertools.product(range(-radius, radius + 1), repeat=2):
        yield dr, dc, padded[radius + dr : radius + dr + rows, radius + dc : radius + dc + cols]


def _check_border_value(cval, dtype):
    if dtype.kind not in "iu":
        return
    limits = np.iinfo(dtype)
    if not (limits.min <= cval <= limits.max and cval == int(cval)):
        raise ValueError(
            f"{dtype} holds whole numbers from {limits.min} to {limits.max}, not cval={cval!r}; "
            "convert the picture to float first, with image.astype(float)"
        )
