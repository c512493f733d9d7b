"""The four quarters of 1.14, and what else may stand in their places."""

import numpy as np

from ... import color, filters, util


def in_black_and_white(image, grey=color.rgb2gray, level=filters.threshold_otsu, white=(255, 255, 255)):
    values = grey(image)
    return (values > level(values))[..., np.newaxis] * np.array(white, np.uint8)


def doubtful(image):
    """Return where a picture lies so near Otsu's level that whole numbers may fall on the other side."""
    grey = color.rgb2gray(image)
    return np.abs(grey - filters.threshold_otsu(grey)) < 2 / 255


def cut_elsewhere(quarter, image):
    """Tell whether a quarter is our grey picture in black and white, cut at any level."""
    white, black, grey = (quarter == 255).all(axis=-1), (quarter == 0).all(axis=-1), color.rgb2gray(image)
    return (white | black).all() and white.any() and black.any() and grey[white].min() >= grey[black].max()


PARTS = {  # what belongs where, from left to right and from top to bottom
    "top left (the picture)": lambda image: image,
    "top right (the negative)": lambda image: 255 - image,
    "bottom left (the mirror image)": lambda image: image[:, ::-1],
    "bottom right (black and white)": in_black_and_white,
}
OTHER_GREY = "the black and white quarter was made from another grey: make it with rgb2gray, then take Otsu's level."
OTHER_LEVEL = "the black and white quarter was cut at another level: take that of threshold_otsu for the grey picture."
ONE_OFF = "255 - picture is the negative; 256 - picture and -picture are one off, and turn black into black."
TURNED = "the bottom left is turned by 180 degrees; asked is a mirror image: left and right change places."


def weighted(image):
    """Return the grey that Pillow's convert("L") makes."""
    return ((image.astype(int) @ np.array([19595, 38470, 7471]) + 2**15) // 2**16).astype(np.uint8)


def grey_of(function):
    return lambda image: in_black_and_white(image, grey=function)


def cut_at(level):
    return lambda image: in_black_and_white(image, level=level)


PART_SLIPS = (  # (which of the four, the sentence, what stands there)
    (0, "the channels of the picture are in another order: red, green, blue.", lambda image: image[..., ::-1]),
    (0, "the quarter at the top left is the negative; the picture itself belongs there.", lambda image: 255 - image),
    (0, "the quarter at the top left is black: the picture belongs there.", np.zeros_like),
    (
        1,
        "the quarter at the top right is the picture itself; asked is its negative: 255 - picture.",
        lambda image: image,
    ),
    (1, ONE_OFF, lambda image: -image),
    (1, ONE_OFF, lambda image: 256 - image.astype(int)),
    (
        1,
        "the negative is grey: subtract the colour picture from 255, all three channels.",
        lambda image: 255 - np.stack([util.img_as_ubyte(color.rgb2gray(image))] * 3, axis=-1),
    ),
    (
        1,
        "the negative is grey: subtract the colour picture from 255, all three channels.",
        lambda image: 255 - np.stack([(color.rgb2gray(image) * 255).astype(np.uint8)] * 3, axis=-1),
    ),
    (1, "the quarter at the top right is black: the negative belongs there.", np.zeros_like),
    (1, "the negative is a mirror image too: left stays left there.", lambda image: 255 - image[:, ::-1]),
    (1, "the order of subtraction: 255 - picture, not picture - 255.", lambda image: image + np.uint8(1)),
    (2, "the bottom left is the picture itself; asked is a mirror image.", lambda image: image),
    (2, "the bottom left is upside down; asked is a mirror image: left and right change places.", np.flipud),
    (2, TURNED, lambda image: image[::-1, ::-1]),
    (2, "np.flip turned all axes, the colours too: the mirror image turns the columns alone.", np.flip),
    (2, "the colours run backwards, not the columns: those are the second axis.", lambda image: image[..., ::-1]),
    (2, "the mirror image is a negative too: mirror the picture itself.", lambda image: 255 - image[:, ::-1]),
    (2, "the quarter at the bottom left is black: the mirror image belongs there.", np.zeros_like),
    (
        3,
        "the black and white quarter is inverted: bright pixels should be white.",
        lambda image: 255 - in_black_and_white(image),
    ),
    (
        3,
        "the black and white quarter is a mirror image: left stays left there.",
        lambda image: in_black_and_white(image)[:, ::-1],
    ),
    (
        3,
        "the black and white quarter was made from the mean of the channels; make it grey with rgb2gray.",
        grey_of(lambda image: image.mean(axis=-1)),
    ),
    (3, OTHER_GREY, grey_of(weighted)),
    (3, OTHER_GREY, grey_of(lambda image: image[..., 0])),
    (3, OTHER_GREY, grey_of(lambda image: image[..., 1])),
    (3, OTHER_GREY, grey_of(lambda image: image[..., 2])),
    (3, OTHER_LEVEL, cut_at(lambda grey: 0.5)),
    (3, OTHER_LEVEL, cut_at(np.mean)),
    (3, OTHER_LEVEL, cut_at(np.median)),
    (
        3,
        "the black and white quarter is black: rgb2gray gives 0 to 1, and its level lies there too.",
        cut_at(lambda grey: 128),
    ),
    (
        3,
        "each channel was cut by itself: make the picture grey first, then cut, and take the mask three times.",
        lambda image: np.stack(
            [(c > filters.threshold_otsu(c)) * np.uint8(255) for c in np.moveaxis(image, -1, 0)], -1
        ),
    ),
    (
        3,
        "each channel was cut by itself: make the picture grey first, then cut, and take the mask three times.",
        lambda image: np.where(image > 128, 255, 0).astype(np.uint8),
    ),
    (
        3,
        "white is red there: the mask belongs into all three channels.",
        lambda image: in_black_and_white(image, white=(255, 0, 0)),
    ),
    (3, "white is 254 there: it is 255 in a uint8 picture.", lambda image: in_black_and_white(image, white=(254,) * 3)),
    (
        3,
        "the quarter at the bottom right is grey: white where it lies above Otsu's level, black elsewhere.",
        lambda image: np.stack([util.img_as_ubyte(color.rgb2gray(image))] * 3, axis=-1),
    ),
    (
        3,
        "the quarter at the bottom right is grey: white where it lies above Otsu's level, black elsewhere.",
        lambda image: np.stack([(color.rgb2gray(image) * 255).astype(np.uint8)] * 3, axis=-1),
    ),
    (
        3,
        "the quarter at the bottom right is grey, from 0 to 1: white (255) where it lies above Otsu's level, black elsewhere.",
        lambda image: np.stack([color.rgb2gray(image)] * 3, axis=-1),
    ),
)
