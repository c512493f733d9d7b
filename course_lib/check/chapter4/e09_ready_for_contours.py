"""4.9: a colour picture is made grey and binarised by Otsu's threshold."""

import dataclasses

import numpy as np
from scipy import ndimage

from ... import color, data, filters, measure
from ..answers import Wrong
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_colour


def photographs():
    dice = data.load("dice")
    yield dice[90:270:2, 90:290:2]
    yield data.coffee()[60:200:2, 100:280:2]
    yield random_colour(61, (30, 40))
    yield (dice[100:260:2, 380:540:2] * 0.5).astype(np.uint8)


@dataclasses.dataclass(frozen=True)
class Binary(Arrays):
    """Masks made by a level: of a wrong one that no slip explains it says what was cut."""

    def complain(self, given, expected, case):
        if given.dtype == bool and given.shape == expected.shape:
            raise Wrong(what_was_cut(*case, given), **self.pictures(given, expected, case))
        super().complain(given, expected, case)


def what_was_cut(image, mask):
    """Say which grey picture a wrong mask is the binary one of, if it can be told."""
    grey = color.rgb2gray(image)
    if cuts(grey, mask):
        return "the picture is the right one, the level is not: it is not Otsu's threshold of the grey picture."
    if cuts(grey, ~mask):
        return "the dark side is marked, and the level is not Otsu's threshold of the grey picture."
    others = {f"channel {c}": image[..., c] for c in range(3)}
    others |= {"the plain mean of the channels": image.mean(axis=-1), "the largest channel": image.max(axis=-1)}
    names = " or ".join(name for name, picture in others.items() if cuts(picture, mask))
    if names:
        return f"this is a level on {names}: make it grey with rgb2gray, which weighs the channels as the eye does."
    return "this is not the grey picture cut at one level: is it rgb2gray, one threshold, and one comparison?"


def cuts(picture, mask):
    """Tell whether one level parts what is marked from the rest."""
    return mask.any() and not mask.all() and picture[mask].min() > picture[~mask].max()


ex = exercise(
    "4.9",
    "Ready for contours",
    cases=photographs,
    compare=Binary(),
    hints=(
        "Three things in a row: grey, the threshold of the grey picture, the comparison.",
        "color.rgb2gray makes it grey, filters.threshold_otsu finds the threshold.",
        "grey > filters.threshold_otsu(grey).",
    ),
    right="one True or False for each pixel, and the level found by Otsu.",
)


@ex.notice
def contours_came_back(given, image):
    if isinstance(given, list) and len(given) != len(image):
        return "a list came back: contours? Asked is the picture that they are found in."


@ex.read
def rounded_as_ours(given, image):
    """Take a mask for the reference's where they differ only by how grey values were rounded."""
    grey = color.rgb2gray(image)
    pictures = grey, (255 * grey).round().astype(np.uint8), (255 * grey).astype(np.uint8)
    for mask in (picture > filters.threshold_otsu(picture) for picture in pictures):
        if np.shape(given) == mask.shape and np.asarray(given).dtype == bool and np.mean(given != mask) < 0.002:
            return prepare(image)
    return given


@ex.right
def prepare(image):
    grey = color.rgb2gray(image)
    return grey > filters.threshold_otsu(grey)


def binarised(make_grey=color.rgb2gray, level=filters.threshold_otsu):
    return lambda image: (lambda grey: grey > level(grey))(make_grey(image))


ex.right(binarised(lambda image: skimage.color.rgb2gray(image), lambda grey: skimage.filters.threshold_otsu(grey)))
ex.right(binarised(lambda image: skimage.util.img_as_ubyte(color.rgb2gray(image))))
ex.right(binarised(lambda image: (255 * color.rgb2gray(image)).astype(np.uint8)))

ex.slip("inverted: True should be where it is brighter than the threshold.", lambda image: ~prepare(image))
ex.slip("the level is 0.5 for every picture: let Otsu find it.", binarised(level=lambda grey: 0.5))
ex.slip("this is the mean; Otsu's threshold is where the two classes lie farthest apart.", binarised(level=np.mean))
ex.slip("this is the grey picture; it has to be binarised.", color.rgb2gray)
ex.slip(
    "nothing is marked: are picture and threshold on one scale, 0 to 1 or 0 to 255?",
    lambda image: color.rgb2gray(image) > 120,
)
ex.slip(
    "all is marked: are picture and threshold on one scale, 0 to 1 or 0 to 255?",
    lambda image: image.mean(axis=-1) > 0.5,
)


@ex.slip("this is the threshold; compare the picture with it.")
def threshold_everywhere(image):
    grey = color.rgb2gray(image)
    return np.full(grey.shape, filters.threshold_otsu(grey))


ex.slip(
    "this still has channels: make the picture grey before the comparison.", lambda image: image > 128, by_shape=True
)
ex.slip(
    "one number came back, the threshold? Compare the picture with it.",
    lambda image: filters.threshold_otsu(color.rgb2gray(image)),
    by_shape=True,
)

ex.wrong("plain mean", binarised(lambda image: image.mean(axis=-1)))
ex.wrong("channel 0", binarised(lambda image: image[..., 0]))
ex.wrong("channel 1", binarised(lambda image: image[..., 1]))
ex.wrong("channel 2", binarised(lambda image: image[..., 2], np.median))
ex.wrong("the largest channel", binarised(lambda image: image.max(axis=-1)))
ex.wrong("the level is not", binarised(level=lambda grey: 0.4))
ex.wrong("the level is not", binarised(level=np.median))
ex.wrong("the dark side", lambda image: ~binarised(level=np.median)(image))
ex.wrong("one pixel narrower", lambda image: ndimage.binary_erosion(prepare(image)))
ex.wrong("contours?", lambda image: measure.find_contours(prepare(image), 0.5))
ex.wrong("True and False", lambda image: prepare(image).astype(int))
