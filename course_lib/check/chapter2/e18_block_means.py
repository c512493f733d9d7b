"""2.18: each block of a picture becomes one pixel, its mean."""

import numpy as np

from ... import data, transform
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey


def pictures_and_sizes():
    yield data.load("brick")[:120, :160], 8
    yield random_grey(53, (12, 18)), 3
    yield random_grey(54, (8, 4)), 2


ex = exercise(
    "2.18",
    "The mean of each block",
    cases=pictures_and_sizes,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "How many blocks are there? rows // n down and cols // n across.",
        "image.reshape(rows // n, n, cols // n, n): which two of the four axes lie within a block?",
        "Take the mean over the axes 1 and 3.",
    ),
    right="each block of the large picture is one pixel of the small one, and none was left out.",
)


@ex.right
def shrink(image, n):
    rows, cols = image.shape
    return image.reshape(rows // n, n, cols // n, n).mean(axis=(1, 3))


def in_blocks(image, n):
    """Return the picture with four axes: axes 1 and 3 lie within a block."""
    rows, cols = image.shape
    return image.reshape(rows // n, n, cols // n, n)


ex.right(lambda image, n: skimage.transform.downscale_local_mean(image, (n, n)))
ex.right(lambda image, n: skimage.measure.block_reduce(image, (n, n), np.mean))
ex.right(lambda image, n: in_blocks(image, n).mean(axis=(1, 3), dtype=np.float32))


@ex.right
def block_by_block(image, n):
    rows, cols = image.shape
    return [[image[r : r + n, c : c + n].mean() for c in range(0, cols, n)] for r in range(0, rows, n)]


ONE_IN_N = (
    "one pixel in n was kept and the others left out: that is where aliasing comes from. Take the mean of each block."
)
ex.slip(ONE_IN_N, lambda image, n: image[::n, ::n])
ex.slip(ONE_IN_N, lambda image, n: image[n // 2 :: n, n // 2 :: n])
ex.slip("these are sums; divide by how many pixels a block has.", lambda image, n: in_blocks(image, n).sum(axis=(1, 3)))
ex.slip("the decimals are lost: keep floats.", lambda image, n: shrink(image, n).astype(int))

ROUNDED = "the means were rounded: keep floats."
ex.slip(ROUNDED, lambda image, n: shrink(image, n).round())
ex.slip(ROUNDED, lambda image, n: (shrink(image, n) + 0.5).astype(np.uint8))
ex.slip("divided by n: a block has n * n pixels.", lambda image, n: in_blocks(image, n).sum(axis=(1, 3)) / n)
ex.slip(
    "the sums left the range of uint8: convert to float first.",
    lambda image, n: in_blocks(image, n).sum(axis=(1, 3), dtype=np.uint8) / n**2,
)
ex.slip(
    "this is the brightest of each block; asked is the mean.", lambda image, n: in_blocks(image, n).max(axis=(1, 3))
)
ex.slip(
    "this is the median of each block; asked is the mean.",
    lambda image, n: np.median(in_blocks(image, n), axis=(1, 3)),
)

ORDER = "the axes of reshape are in the wrong order: the block's number comes before the place in the block."


@ex.slip(ORDER)
def place_before_number(image, n):
    rows, cols = image.shape
    return image.reshape(n, rows // n, n, cols // n).mean(axis=(0, 2))


@ex.slip(ORDER)
def place_before_number_across(image, n):
    rows, cols = image.shape
    return image.reshape(rows // n, n, n, cols // n).mean(axis=(1, 2))


ex.slip(
    "these are means weighted by a Gaussian; asked is the plain mean of each block.",
    lambda image, n: transform.rescale(image, 1 / n, anti_aliasing=True, preserve_range=True),
)
ex.slip(
    "the values go from 0 to 1; the picture's go from 0 to 255, and its means should too.",
    lambda image, n: transform.downscale_local_mean(image / 255, (n, n)),
)
