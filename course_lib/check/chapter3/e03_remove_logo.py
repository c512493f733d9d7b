"""3.3: a hole is filled from the pixels around it."""

import numpy as np
from scipy import ndimage

from ... import data, restoration
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage

TOLERANCE = 0.004  # a grey level of 255


def pictures_with_logos():
    for name, rows, cols, top, left in (("chateau", 20, 320, 12, 15), ("landscape", 200, 260, 20, 8)):
        image = data.load(name)[rows : rows + 40, cols : cols + 50].copy()
        mask = np.zeros(image.shape[:2], bool)
        mask[top : top + 10, left : left + 15] = True
        image[mask] = [250, 200, 0]
        yield image, mask


ex = exercise(
    "3.3",
    "Remove the logo",
    cases=pictures_with_logos,
    compare=Arrays(TOLERANCE),
    hints=(
        "restoration.inpaint_biharmonic takes the picture and the mask.",
        "For a colour picture it has to know where the channels are: channel_axis=-1.",
        "The result is a float picture from 0 to 1; return it as it is.",
    ),
    right="filled from the pixels around, all three channels.",
)


@ex.right
def remove_logo(image, mask):
    return restoration.inpaint_biharmonic(image, mask, channel_axis=-1)


ex.right(lambda image, mask: skimage.restoration.inpaint_biharmonic(image, mask, channel_axis=-1))


@ex.right
def channel_by_channel(image, mask):
    return np.stack([restoration.inpaint_biharmonic(image[..., c], mask) for c in range(3)], axis=-1)


@ex.notice
def is_not_scaled(given, image, mask):
    if isinstance(given, np.ndarray) and given.dtype.kind in "uif" and (given > 2).any():
        return "the values go up to 255: the result of inpainting is a float picture from 0 to 1. Return that."
    return None


@ex.notice
def has_a_wider_hole(given, image, mask):
    if np.shape(given) != image.shape:
        return None
    changed = (np.abs(given - image / 255) > TOLERANCE).any(axis=-1)
    near = ndimage.binary_dilation(mask, iterations=6)
    if changed[mask].any() and changed[near & ~mask].any() and not changed[~near].any():
        return "pixels around the logo changed too: was the mask made larger? This one marks the logo exactly."
    return None


@ex.wrong("was the mask made larger?")
def widened(image, mask):
    return remove_logo(image, ndimage.binary_dilation(mask, iterations=2))


@ex.wrong("values go up to 255")
def as_bytes(image, mask):
    return (remove_logo(image, mask) * 255).astype(np.uint8)


def hole_set_to(value):
    """Return an answer that paints the hole in what `value(known pixels)` gives."""
    return lambda image, mask: np.where(mask[..., None], value(image[~mask] / 255), image / 255)


ex.slip("the logo is still there.", lambda image, mask: image / 255)
ex.slip("the hole is black: it has to be filled from the pixels around it.", hole_set_to(lambda known: 0))
ex.slip("the hole is white: it has to be filled from the pixels around it.", hole_set_to(lambda known: 1))
ex.slip(
    "the hole has the mean colour of the picture, and its rim shows.", hole_set_to(lambda known: known.mean(axis=0))
)
ex.slip(
    "the mask is inverted: the picture was filled in from the logo. True marks what is missing.",
    lambda image, mask: remove_logo(image, ~mask),
)
ex.slip(
    "the colours are gone: fill all three channels, with channel_axis=-1.",
    lambda image, mask: restoration.inpaint_biharmonic(image.mean(axis=-1) / 255, mask),
    by_shape=True,
)

ex.wrong("stopped on", lambda image, mask: restoration.inpaint_biharmonic(image, mask))
ex.wrong("differ", lambda image, mask: remove_logo(image, next(pictures_with_logos())[1]))  # the first mask, again
