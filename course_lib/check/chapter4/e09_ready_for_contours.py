"""4.9: a colour picture is made grey and binarised by Otsu's threshold."""

import dataclasses

import numpy as np
from scipy import ndimage

from ... import color, data, filters, measure
from ..answers import Wrong, as_array
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
    """Masks made by a level: for a wrong one that no slip explains, it says what was cut."""

    def complain(self, given, expected, case):
        if given.dtype == bool and given.shape == expected.shape:
            raise Wrong(what_was_cut(*case, given), **self.pictures(given, expected, case))
        super().complain(given, expected, case)


def greys(image):
    """Return the grey pictures that are right: weights of today's screens and of television, floats and whole numbers."""
    weighed = color.rgb2gray(image), image @ (0.299, 0.587, 0.114) / 255
    return [grey for floats in weighed for grey in (floats, np.uint8(np.rint(255 * floats)), np.uint8(255 * floats))]


def what_was_cut(image, mask):
    """Say which grey picture a wrong mask was cut from, if it can be seen."""
    grey = color.rgb2gray(image)
    if any(cuts(grey, mask) for grey in greys(image)):
        return "the picture is the right one, the level is not: it is not Otsu's threshold of the grey picture."
    if cuts(grey, ~mask):
        return "the dark side is marked, and the level is not Otsu's threshold of the grey picture."
    others = {f"channel {c}": image[..., c] for c in range(3)}
    others |= {"the plain mean of the channels": image.mean(axis=-1), "the largest channel": image.max(axis=-1)}
    others |= {
        "the least channel": image.min(axis=-1),
        "a grey with red and blue exchanged": color.rgb2gray(image[..., ::-1]),
    }
    others |= {"the mean of the largest and the least channel": image.max(axis=-1) * 0.5 + image.min(axis=-1) * 0.5}
    for how in (ndimage.binary_opening, ndimage.binary_closing, ndimage.binary_fill_holes, ndimage.median_filter):
        if np.array_equal(how(prepare(image), **({"size": 3} if how is ndimage.median_filter else {})), mask):
            return f"this was cleaned after it was cut ({how.__name__}): only grey and the threshold are asked for."
    names = " or ".join(name for name, picture in others.items() if cuts(picture, mask))
    if names:
        return f"this is a level on {names}: make it grey with rgb2gray, which weighs the channels as the eye does."
    return "this is not the grey picture cut at one level: is it rgb2gray, one threshold, and one comparison?"


def cuts(picture, mask):
    """Tell whether one level separates what is marked from the rest."""
    return mask.any() and not mask.all() and picture[mask].min() > picture[~mask].max()


ex = exercise(
    "4.9",
    "Ready for contours",
    cases=photographs,
    compare=Binary(),
    hints=(
        "Which three things have to be done to the colour picture, one after the other?",
        "color.rgb2gray makes it grey, filters.threshold_otsu finds the threshold of the grey picture; then compare.",
        "grey = color.rgb2gray(image), and then grey > filters.threshold_otsu(grey).",
    ),
    right="one True or False for each pixel, and the level found by Otsu.",
)


@ex.notice
def contours_came_back(given, image):
    if isinstance(given, list) and len(given) != len(image):
        return "a list came back: contours? Asked is the picture that they are found in."


@ex.read
def another_grey(given, image):
    """Take a mask for the reference's where it is another right grey picture, cut at its own threshold of Otsu."""
    mask = as_array(given)
    if mask.shape == image.shape[:2] and mask.dtype == bool:
        for grey in greys(image):
            if cuts(grey, mask) and np.mean(mask != (grey > filters.threshold_otsu(grey))) < 0.0003:
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

ex.right(binarised(lambda image: np.uint8(image @ (0.299, 0.587, 0.114) + 0.5)))
ex.right(binarised(lambda image: image @ np.array([0.2125, 0.7154, 0.0721])))
ex.right(binarised(lambda image: np.float32(color.rgb2gray(image))))


@ex.right
def own_otsu(image):
    """Otsu's threshold by its definition, on whole numbers."""
    grey = (255 * color.rgb2gray(image)).round().astype(np.uint8)
    parts = [(grey[grey <= t], grey[grey > t]) for t in range(grey.min(), grey.max())]
    apart = [len(a) * len(b) * (a.mean() - b.mean()) ** 2 for a, b in parts]
    return grey > grey.min() + np.argmax(apart)


ex.slip("inverted: True should be where it is brighter than the threshold.", lambda image: ~prepare(image))
ex.slip("the level is 0.5 for every picture: let Otsu find it.", binarised(level=lambda grey: 0.5))
for number in (0.3, 0.4, 0.45, 0.55, 0.6, 0.62, 0.64, 0.7):
    ex.slip(
        f"the level is {number} for every picture: let Otsu find it.",
        binarised(level=lambda grey, number=number: number),
    )
ex.slip("this is the mean; Otsu's threshold is where the two classes lie farthest apart.", binarised(level=np.mean))
ex.slip(
    "this is the median, so that half of the pixels are marked; asked is Otsu's threshold.", binarised(level=np.median)
)
ex.slip(
    "the level is halfway from the darkest to the brightest; asked is Otsu's threshold.",
    binarised(level=lambda grey: (grey.min() + grey.max()) / 2),
)
ex.slip(
    "this is Otsu's threshold of all the colour picture's numbers; take that of the grey picture.",
    lambda image: color.rgb2gray(image) > filters.threshold_otsu(image.ravel()) / 255,
)


for whole in (np.rint, np.floor):
    ex.slip(
        "a pixel that equals the threshold is not brighter than it: >, not >=.",
        lambda image, whole=whole: (lambda grey: grey >= filters.threshold_otsu(grey))(
            whole(255 * color.rgb2gray(image)).astype(int)
        ),
    )


@ex.slip("these are edges; asked is the grey picture itself, cut at one level.")
def edges(image):
    edge = filters.sobel(color.rgb2gray(image))
    return edge > filters.threshold_otsu(edge)


ex.slip(
    "these are edges; asked is the grey picture itself, cut at one level.",
    lambda image: filters.sobel(color.rgb2gray(image)) > 0.1,
)
SMOOTHED = "this was smoothed before it was cut; only grey and the threshold are asked for."
for sigma in (0.5, 1, 1.5, 2, 3, 5):
    ex.slip(SMOOTHED, binarised(lambda image, sigma=sigma: filters.gaussian(color.rgb2gray(image), sigma)))
    ex.slip(
        SMOOTHED,
        lambda image, sigma=sigma: (lambda grey: filters.gaussian(grey, sigma) > filters.threshold_otsu(grey))(
            color.rgb2gray(image)
        ),
    )
for size in (3, 5):
    ex.slip(SMOOTHED, binarised(lambda image, size=size: ndimage.median_filter(color.rgb2gray(image), size)))
ex.slip(
    "the bright part has kept its grey, the dark part is 0: the comparison alone is asked for, True and False.",
    lambda image: color.rgb2gray(image) * prepare(image),
)
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
ex.wrong("red and blue of `image` are exchanged", binarised(lambda image: color.rgb2gray(image[..., ::-1])))
ex.wrong("the least channel", binarised(lambda image: image.min(axis=-1)))
ex.wrong("the largest channel", binarised(lambda image: image.max(axis=-1)))
ex.wrong("the level is not", binarised(level=lambda grey: np.quantile(grey, 0.45)))
ex.wrong("the dark side", lambda image: ~binarised(level=lambda grey: np.quantile(grey, 0.45))(image))
ex.wrong("cleaned after it was cut", lambda image: ndimage.binary_fill_holes(prepare(image)))
ex.wrong("cleaned after it was cut", lambda image: ndimage.binary_opening(prepare(image)))
ex.wrong("one comparison", lambda image: prepare(image) ^ (image[..., 0] > 250))
ex.wrong("several things", lambda image: (color.rgb2gray(image), 0.5))
ex.wrong("contours?", lambda image: measure.find_contours(prepare(image), 0.5))
ex.wrong("True and False", lambda image: prepare(image).astype(int))
