"""2.14: the pixels that a mask marks decide about the curve, for all pixels."""

import numpy as np

from ... import exposure
from ..answers import Wrong, as_array
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from .e11_stretch import dull_pictures
from .e13_equalise import equalise, running


def pictures_and_masks():
    for number, image in enumerate(map(np.copy, dull_pictures())):
        mask = np.random.default_rng(40 + number).random(image.shape) < 0.4
        top = len(mask) // 2
        mask[:top] &= image[:top] > np.median(image)
        image[0, 0], mask[0, 0] = 255, False  # a table of the mask's values alone is too short
        if number:
            image[1, 1], mask[1, 1] = 0, True  # and the darkest pixel has a share too
        yield image, mask


ex = exercise(
    "2.14",
    "Equalise a part",
    cases=pictures_and_masks,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Exercise 2.13 made a table of 256 shares. Which of its lines say who is counted, and which who is looked up?",
        "image[mask] holds the pixels that the mask marks, as one long line. Count those alone, and divide the running sum by how many they are.",
        "counts = np.bincount(image[mask], minlength=256), the running sum divided by mask.sum(), and then table[image] for the whole picture.",
    ),
    right="only the pixels that matter decide about the curve.",
)

ALL_ARE_LOOKED_UP = "The mask decides who is counted; looked up are all."
ONE_VALUE = f"outside the mask all pixels became equal. {ALL_ARE_LOOKED_UP}"
ANOTHER_TABLE = (
    f"the pixels of the mask are right, those outside it were not looked up in the same table. {ALL_ARE_LOOKED_UP}"
)


@ex.read
def inside(given, image, mask):
    """Return the pixels of the mask alone, where they are wrong; where they are right, judge those outside it too."""
    given, expected = as_array(given), equalise_by(image, mask)
    if given.shape != image.shape:
        raise Wrong(
            f"the result should have the picture's shape {image.shape}, yours has {given.shape}: all of its pixels are looked up."
        )
    if np.allclose(given[mask], expected[mask], rtol=0, atol=2e-6):
        pictures = {"input": image, "expected": expected, "yours": given}
        elsewhere = ~mask & np.isin(image, image[mask])  # a value that the mask does not hold is not judged
        if np.ptp(given.astype(float)[~mask]) < 1e-6:
            raise Wrong(ONE_VALUE, **pictures)
        if not np.allclose(given[elsewhere], expected[elsewhere], rtol=0, atol=1e-3):
            raise Wrong(ANOTHER_TABLE, **pictures)
    return np.where(mask, given, 0)


@ex.right
def equalise_by(image, mask):
    counts = np.bincount(image[mask], minlength=256)
    table = np.cumsum(counts) / mask.sum()
    return table[image]


ex.right(lambda image, mask: skimage.exposure.equalize_hist(image, mask=mask))
ex.right(lambda image, mask: exposure.equalize_hist(image, mask=mask))
ex.right(lambda image, mask: [[(image[mask] <= value).mean() for value in row] for row in image])
ex.right(lambda image, mask: equalise_by(image, mask).astype(np.float32))


def share_of_each_value(image, mask):
    return (np.bincount(image[mask], minlength=256) / mask.sum())[image]


ex.slip("all pixels were counted; count image[mask] alone.", lambda image, mask: equalise(image))
ex.slip(
    "the pixels outside the mask were counted: the mask is inverted.", lambda image, mask: equalise_by(image, ~mask)
)
ex.slip(
    "image * mask turns the others to black, and black pixels were counted too: take image[mask].",
    lambda image, mask: (running(image * mask) / image.size)[image],
)
ex.slip(
    "divided by all pixels; divide by how many the mask marks.",
    lambda image, mask: (running(image[mask]) / image.size)[image],
)
ex.slip(
    "divided by the number of rows, which is len(mask); divide by how many pixels it marks, mask.sum().",
    lambda image, mask: (running(image[mask]) / len(mask))[image],
)
ex.slip(
    "divided by 255: asked is the share of the marked pixels, so divide by how many there are.",
    lambda image, mask: (running(image[mask]) / 255)[image],
)
ex.slip(
    "// rounds down, so that every share below 1 became 0: divide with /.",
    lambda image, mask: (running(image[mask]) // mask.sum())[image],
)
ex.slip(
    "this is the share of pixels that are darker; asked is: darker or equal.",
    lambda image, mask: equalise_by(image, mask) - share_of_each_value(image, mask),
)
ex.slip("these are the counts themselves; add them up first: np.cumsum.", share_of_each_value)
TOO_BRIGHT = "the values go from 0 to 255; asked are floats from 0 to 1."
ex.slip(TOO_BRIGHT, lambda image, mask: 255 * equalise_by(image, mask))
ex.slip(TOO_BRIGHT, lambda image, mask: (255 * equalise_by(image, mask)).astype(np.uint8))
ex.slip(
    "these are numbers of pixels; divide by how many the mask marks.",
    lambda image, mask: running(image[mask])[image],
)
ex.slip(
    "this is stretching by the darkest and the brightest marked pixel; asked is the share of those that are as dark or darker.",
    lambda image, mask: np.clip((image - image[mask].min()) / np.ptp(image[mask].astype(float)), 0, 1),
)
ex.slip(
    "np.histogram lays its bins from the darkest to the brightest pixel, so bin 7 is not value 7: take np.bincount.",
    lambda image, mask: (np.cumsum(np.histogram(image[mask], 256)[0]) / mask.sum())[image],
)
ex.slip("inverted: the darkest pixels have the smallest shares.", lambda image, mask: 1 - equalise_by(image, mask))
ex.slip(ONE_VALUE, lambda image, mask: np.where(mask, equalise_by(image, mask), 0))
for elsewhere in (
    lambda image, mask: image,
    lambda image, mask: image / 255,
    lambda image, mask: equalise_by(image, ~mask),
    lambda image, mask: np.nan,
):
    ex.slip(
        ANOTHER_TABLE,
        lambda image, mask, other=elsewhere: np.where(mask, equalise_by(image, mask), other(image, mask)),
    )

ex.wrong("looked up", lambda image, mask: equalise_by(image, mask)[mask])
ex.wrong("out of bounds", lambda image, mask: (np.cumsum(np.bincount(image[mask], minlength=255)) / mask.sum())[image])
ex.slip(
    "image * mask turns the others to black, and black pixels were counted too: take image[mask].",
    lambda image, mask: (running(image * mask) / mask.sum())[image],
)
ex.slip(
    "stretched once more: the darkest pixel need not become 0; it is the share of its own value.",
    lambda image, mask: (
        (equalise_by(image, mask) - equalise_by(image, mask)[mask].min()) / (1 - equalise_by(image, mask)[mask].min())
    ),
)
ex.slip("rounded: keep all the digits.", lambda image, mask: equalise_by(image, mask).round(2))
INVERTED = "the pixels outside the mask were counted: the mask is inverted."
ex.slip(INVERTED, lambda image, mask: exposure.equalize_hist(image, mask=~mask))
ex.slip(INVERTED, lambda image, mask: (running(image[~mask]) / mask.sum())[image])
ex.slip("all pixels were counted; count image[mask] alone.", lambda image, mask: (running(image) / mask.sum())[image])
ex.slip(
    "a mask of integers is a list of places: 0 and 1 took the first two rows, again and again. Leave it True and False."
)(lambda image, mask: np.where(mask, running(image[mask.astype(int)])[image], 0))


@ex.slip(
    "the pixels that the mask leaves out became 0 and were taken off again, the black ones inside it too: image[mask]."
)
def without_black(image, mask):
    counts = np.bincount((image * mask).ravel(), minlength=256)
    return (np.r_[0, counts[1:]].cumsum() / mask.sum())[image]
