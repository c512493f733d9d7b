"""3.3: a hole is filled from the pixels around it."""

import numpy as np
from scipy import ndimage

from ... import data, restoration
from ..answers import Wrong, as_array
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage

TOLERANCE = 0.002  # half a grey level of 255


def pictures_with_logos():
    boxes = ((12, 22, 15, 30),), ((20, 32, 8, 15), (22, 26, 20, 40)), ((0, 5, 41, 50),)  # the last is in a corner
    for (name, rows, cols), holes in zip(
        (("chateau", 20, 320), ("landscape", 200, 260), ("coffee", 80, 120)), boxes, strict=True
    ):
        image = data.load(name)[rows : rows + 40, cols : cols + 50].copy()
        mask = np.zeros(image.shape[:2], bool)
        for top, bottom, left, right in holes:
            mask[top:bottom, left:right] = True
        image[mask] = [250, 200, 0]
        yield image, mask


class Filled(Arrays):
    """Pictures that a hole was filled in: where the rest is right, what is wrong with the filling is said."""

    def complain(self, given, expected, case):
        image, mask = case
        if given.shape == expected.shape and np.allclose(given[~mask], image[~mask] / 255, atol=TOLERANCE):
            told = "only the hole has changed, as it should. "
            if np.ptp(given[mask], axis=0).max() < 1e-6:
                told += (
                    "But it has one even colour: fill it from the pixels of its rim, by restoration.inpaint_biharmonic."
                )
            else:
                told += "But it was filled in another way: asked is restoration.inpaint_biharmonic."
            raise Wrong(told, **self.pictures(given, expected, case))
        super().complain(given, expected, case)


ex = exercise(
    "3.3",
    "Remove the logo",
    cases=pictures_with_logos,
    compare=Filled(TOLERANCE),
    hints=(
        "Which function of restoration fills holes in the biharmonic way, and what does it need besides the picture?",
        "restoration.inpaint_biharmonic takes the picture and the mask. For a colour picture it has to know where the "
        "channels are.",
        "The channels are the last axis: channel_axis=-1. The result is a float picture from 0 to 1; return it as it is.",
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
def is_as_it_came(given, image, mask):
    return (
        "the logo is still there: this is the picture as it came." if np.array_equal(as_array(given), image) else None
    )


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


ex.wrong("as it came", lambda image, mask: image)
ex.wrong("values go up to 255", lambda image, mask: (remove_logo(image, mask) * 255).astype(np.uint8))
ex.wrong("values go up to 255", lambda image, mask: remove_logo(image.astype(float), mask))


def hole_set_to(value):
    """Return an answer that paints the hole in what `value(known pixels)` gives."""
    return lambda image, mask: np.where(mask[..., None], value(image[~mask] / 255), image / 255)


ex.slip("the logo is still there.", lambda image, mask: image / 255)
ex.slip("the hole is black: it has to be filled from the pixels around it.", hole_set_to(lambda known: 0))
ex.slip("the hole is white: it has to be filled from the pixels around it.", hole_set_to(lambda known: 1))
ex.slip(
    "the hole has the mean colour of the picture, and its rim shows.", hole_set_to(lambda known: known.mean(axis=0))
)
ex.wrong("one even colour", hole_set_to(lambda known: np.median(known, axis=0)))
ex.wrong("one even colour", hole_set_to(lambda known: known.mean()))


@ex.wrong("in another way")
def nearest_known(image, mask):
    rows, cols = ndimage.distance_transform_edt(mask, return_distances=False, return_indices=True)
    return image[rows, cols] / 255


ex.slip(
    "the mask is inverted: the picture was filled in from the logo. True marks what is missing.",
    lambda image, mask: remove_logo(image, ~mask),
)
ex.slip(
    "the colours are gone: fill all three channels, with channel_axis=-1.",
    lambda image, mask: restoration.inpaint_biharmonic(image.mean(axis=-1) / 255, mask),
    by_shape=True,
)
ex.slip(
    "the channels are the first axis now; they should stay the last one: np.stack(..., axis=-1).",
    lambda image, mask: np.moveaxis(remove_logo(image, mask), -1, 0),
    by_shape=True,
)
ex.slip(
    "whole numbers cut floats from 0 to 1 down to 0: return the floats as they are.",
    lambda image, mask: remove_logo(image, mask).astype(np.uint8),
)
ex.slip(
    "the floats were rounded to 0 and 1: return them as they are.",
    lambda image, mask: np.rint(remove_logo(image, mask)),
)
ex.slip(
    "divided by 256; white is 255: the picture has become darker.",
    lambda image, mask: remove_logo(image, mask) * 255 / 256,
)
ex.slip("this is the mask; asked is the picture without the logo.", lambda image, mask: mask)
ex.slip(
    "these are the filled pixels alone; asked is the whole picture.", lambda image, mask: remove_logo(image, mask)[mask]
)
ex.slip(
    "this is the filling alone, on black: return the whole picture.",
    lambda image, mask: np.where(mask[..., None], remove_logo(image, mask), 0),
)
for c, name in enumerate(("red", "green", "blue")):
    ex.slip(
        f"only {name} was filled: all three channels have the logo in them.",
        lambda image, mask, c=c: np.where(np.arange(3) == c, remove_logo(image, mask), image / 255),
    )


@ex.slip("red, green and blue all got the values of one channel: fill each from its own.")
def grey_in_all_channels(image, mask):
    return np.stack([restoration.inpaint_biharmonic(image[..., 0], mask)] * 3, axis=-1)


ex.slip(
    "a rim of the logo is left: was the mask made smaller? This one marks the logo exactly.",
    lambda image, mask: remove_logo(image, ndimage.binary_erosion(mask)),
)
ex.slip(
    "the same hole in every picture: fill where `mask` is True.",
    lambda image, mask: remove_logo(image, next(pictures_with_logos())[1]),
)
ex.wrong("stopped on", lambda image, mask: restoration.inpaint_biharmonic(image, mask))
