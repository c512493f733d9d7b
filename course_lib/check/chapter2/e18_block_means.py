"""2.18: each block of a picture becomes one pixel, its mean."""

import numpy as np
from scipy import ndimage

from ... import data, transform
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import random_grey


def pictures_and_sizes():
    yield data.load("brick")[:120, :160], 8
    yield random_grey(53, (12, 18)), 3
    yield random_grey(54, (8, 4)), 2
    yield random_grey(58, (5, 5)), 5
    yield random_grey(59, (3, 4)), 1


ex = exercise(
    "2.18",
    "The mean of each block",
    cases=pictures_and_sizes,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "How many blocks are there down and across, and which rows and columns does the second one hold? Two loops will do.",
        "Without loops: image.reshape(rows // n, n, cols // n, n) has four axes. Which two of them lie within a block?",
        "Take the mean over the axes 1 and 3. With loops: image[r * n : (r + 1) * n, c * n : (c + 1) * n].mean().",
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


ex.right(lambda image, n: ndimage.uniform_filter(image.astype(float), n)[n // 2 :: n, n // 2 :: n])
ex.right(lambda image, n: sum(image[r::n, c::n].astype(float) for r in range(n) for c in range(n)) / n**2)


def window_means(image, n, step, size):
    """Return the means of windows of a size that begin every `step` pixels, as many as there are blocks."""
    rows, cols = image.shape
    return np.array(
        [
            [image[r * step : r * step + size, c * step : c * step + size].mean() for c in range(cols // n)]
            for r in range(rows // n)
        ]
    )


ONE_IN_N = (
    "one pixel in n was kept and the others left out: that is where aliasing comes from. Take the mean of each block."
)
ex.slip(ONE_IN_N, lambda image, n: image[::n, ::n])
ex.slip(ONE_IN_N, lambda image, n: image[n // 2 :: n, n // 2 :: n])
ex.slip("these are sums; divide by how many pixels a block has.", lambda image, n: in_blocks(image, n).sum(axis=(1, 3)))

NO_DECIMALS = "the decimals are lost: keep floats. (np.zeros_like(image) makes an array of the picture's type, and // rounds down.)"
ex.slip(NO_DECIMALS, lambda image, n: shrink(image, n).astype(int))
ex.slip(NO_DECIMALS, lambda image, n: shrink(image, n).astype(np.uint8))

ROUNDED = "the means were rounded: keep floats."
ex.slip(ROUNDED, lambda image, n: shrink(image, n).round())
ex.slip(ROUNDED, lambda image, n: (shrink(image, n) + 0.5).astype(np.uint8))
ex.slip("divided by n: a block has n * n pixels.", lambda image, n: in_blocks(image, n).sum(axis=(1, 3)) / n)
ex.slip(
    "divided by the pixels of the whole picture: a block has n * n.",
    lambda image, n: in_blocks(image, n).sum(axis=(1, 3)) / image.size,
)
NO_ROOM = "uint8 has no room for the sum of a block, it starts again after 255: convert to float first."
ex.slip(NO_ROOM, lambda image, n: sum(image[r::n, c::n] for r in range(n) for c in range(n)) / n**2)
ex.slip(NO_ROOM, lambda image, n: sum(image[r::n, c::n] for r in range(n) for c in range(n)) // n**2)
ex.slip(
    "this is the brightest of each block; asked is the mean.", lambda image, n: in_blocks(image, n).max(axis=(1, 3))
)
ex.slip("this is the darkest of each block; asked is the mean.", lambda image, n: in_blocks(image, n).min(axis=(1, 3)))
ex.slip(
    "this is the median of each block; asked is the mean.",
    lambda image, n: np.median(in_blocks(image, n), axis=(1, 3)),
)
ex.slip(
    "the windows overlap: block number r begins at row r * n, not at row r.",
    lambda image, n: window_means(image, n, 1, n),
)
ex.slip(
    "the last row and the last column of each block are missing: a slice ends before its stop.",
    lambda image, n: window_means(image, n, n, n - 1),
)
ex.slip(
    "each block has one row and one column too many: a slice ends before its stop, so r : r + n are n rows.",
    lambda image, n: window_means(image, n, n, n + 1),
)
ex.slip(
    "the windows lie around the blocks' first pixels, not on the blocks: begin at n // 2.",
    lambda image, n: ndimage.uniform_filter(image.astype(float), n)[::n, ::n],
)

ORDER = (
    "the axes of reshape are in the wrong order: rows // n and n belong to the rows, cols // n and n to the columns."
)


@ex.slip(ORDER)
def place_before_number(image, n):
    rows, cols = image.shape
    return image.reshape(n, rows // n, n, cols // n).mean(axis=(0, 2))


@ex.slip(ORDER)
def place_before_number_across(image, n):
    rows, cols = image.shape
    return image.reshape(rows // n, n, n, cols // n).mean(axis=(1, 2))


@ex.slip(ORDER)
def numbers_before_places(image, n):
    rows, cols = image.shape
    return image.reshape(rows // n, cols // n, n, n).mean(axis=(2, 3))


ex.slip(
    "these are the means of the wrong two axes: in reshape(rows // n, n, cols // n, n) the axes 1 and 3 lie within a block.",
    lambda image, n: in_blocks(image, n).mean(axis=(0, 2)),
    by_shape=True,
)
HALF = "only one direction became smaller: take the mean over a block's rows and over its columns."
ex.slip(HALF, lambda image, n: in_blocks(image, n).mean(axis=1).reshape(-1, image.shape[1]), by_shape=True)
ex.slip(HALF, lambda image, n: in_blocks(image, n).mean(axis=3).reshape(len(image), -1), by_shape=True)
ex.slip("one number for the whole picture; asked is one for each block.", lambda image, n: image.mean(), by_shape=True)
ex.slip(
    "these are means weighted by a Gaussian; asked is the plain mean of each block.",
    lambda image, n: transform.rescale(image, 1 / n, anti_aliasing=True, preserve_range=True),
)
ex.slip(
    "a few pixels in the middle of each block decide, the others are left out: take the mean of all n * n.",
    lambda image, n: transform.rescale(image, 1 / n, preserve_range=True, anti_aliasing=False),
)
ex.slip(
    "the values go from 0 to 1; the picture's go from 0 to 255, and its means should too.",
    lambda image, n: transform.downscale_local_mean(image / 255, (n, n)),
)
ex.slip(
    "one row in n was kept, and the mean taken along it alone: all rows of a block count.",
    lambda image, n: in_blocks(image, n)[:, 0].mean(axis=2),
)
ex.slip(
    "one column in n was kept, and the mean taken along it alone: all columns of a block count.",
    lambda image, n: in_blocks(image, n)[:, :, :, 0].mean(axis=1),
)
ex.slip(
    "the values go from 0 to 1, and are weighted by a Gaussian; asked is the plain mean of each block.",
    lambda image, n: transform.resize(image, (image.shape[0] // n, image.shape[1] // n), anti_aliasing=True),
)
ex.slip(
    "the values go from 0 to 1, and a few pixels in the middle of each block decide; asked is the mean of all n * n.",
    lambda image, n: transform.resize(image, (image.shape[0] // n, image.shape[1] // n), anti_aliasing=False),
)
ex.slip(
    "the means came as one long line: one row of them for each row of blocks.",
    lambda image, n: shrink(image, n).ravel(),
    by_shape=True,
)
ex.slip(
    "the result is as large as the picture: one pixel for each block is asked.",
    lambda image, n: np.kron(shrink(image, n), np.ones((n, n))),
    by_shape=True,
)
ex.slip(
    "the last blocks are missing: range(0, rows, n) reaches them, range(0, rows - n, n) does not.",
    lambda image, n: shrink(image, n)[:-1, :-1],
    by_shape=True,
)
ex.slip(
    "only the rows of each block were averaged, and three axes are left: its columns too, axis=(1, 3).",
    lambda image, n: in_blocks(image, n).mean(axis=1),
    by_shape=True,
)
ex.slip(
    "only the columns of each block were averaged, and three axes are left: its rows too, axis=(1, 3).",
    lambda image, n: in_blocks(image, n).mean(axis=3),
    by_shape=True,
)
ex.slip(
    "these are the means of the wrong two axes: in reshape(rows // n, n, cols // n, n) the axes 1 and 3 lie within a block.",
    lambda image, n: in_blocks(image, n).mean(axis=(1, 2)),
    by_shape=True,
)
ex.slip(
    "only four pixels of each block were taken: a block has n × n.",
    lambda image, n: window_means(image, n, n, 2),
)
ex.slip(ONE_IN_N, lambda image, n: image[n - 1 :: n, n - 1 :: n])
ex.slip(
    "these are the means of the wrong two axes: in reshape(rows // n, n, cols // n, n) the axes 1 and 3 lie within a block.",
    lambda image, n: in_blocks(image, n).mean(axis=(0, 1)),
    by_shape=True,
)
ex.slip(ORDER, lambda image, n: image.reshape(n * n, -1).mean(axis=0).reshape(len(image) // n, -1))
ex.slip("rows and columns are exchanged: shape is (rows, cols), and the result has rows // n rows.", by_shape=True)(
    lambda image, n: shrink(image, n).T
)
