"""2.2: the mean of nine pixels, in floating point."""

import numpy as np
from scipy import ndimage

from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures, random_grey

ex = exercise(
    "2.2",
    "The mean of nine",
    cases=lambda: (*grey_pictures(), random_grey(3, (1, 4)), np.full((1, 1), 255, np.uint8)),
    compare=Arrays(tolerance=1e-3),
    hints=(
        "Nine pixels, the same weight each. What must the weights add up to, and in which type is there room for the sum?",
        "Convert to float first: a filter of a uint8 picture gives uint8. The kernel is nine times 1/9.",
        "ndimage.correlate(image.astype(float), kernel) with nine times 1/9 mirrors the border by itself.",
    ),
    right="nine neighbours, a ninth each, in floating point.",
)


@ex.right
def mean_of_nine(image):
    return ndimage.correlate(image.astype(float), np.full((3, 3), 1 / 9))


ex.right(lambda image: ndimage.uniform_filter(image.astype(float), 3))
ex.right(lambda image: ndimage.convolve(image.astype(np.float32), np.full((3, 3), 1 / 9)))


@ex.right
def by_slices(image):
    rows, cols = image.shape
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return sum(padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)) / 9


def sum_of_nine(image, mode="reflect"):
    return ndimage.correlate(image.astype(float), np.ones((3, 3)), mode=mode)


LOST = "the decimals are lost: convert to float before you filter."
NO_ROOM = "uint8 has no room for the sum of nine bytes, it starts again after 255: convert to float first."

ex.slip("this is the sum of the nine, not yet their mean: the weights should sum to 1.", sum_of_nine)
ex.slip("divided by 8: the pixel itself is one of the nine.", lambda image: sum_of_nine(image) / 8)
ex.slip(
    "this is the mean of the eight neighbours: the pixel in the middle counts too.",
    lambda image: (sum_of_nine(image) - image) / 8,
)
ex.slip(LOST, lambda image: ndimage.uniform_filter(image, 3))
ex.slip(LOST, lambda image: ndimage.correlate(image, np.full((3, 3), 1 / 9)))
ex.slip(LOST, lambda image: (sum_of_nine(image) / 9).astype(np.uint8))
ex.slip(LOST, lambda image: ndimage.correlate(image // 9, np.ones((3, 3))))
ex.slip("the decimals are lost: leave out the rounding.", lambda image: np.round(sum_of_nine(image) / 9))
ex.slip(NO_ROOM, lambda image: sum_of_nine(image) % 256)
ex.slip(NO_ROOM, lambda image: sum_of_nine(image) % 256 / 9)
ex.slip(
    "the border is too dark: the pixels beyond it were taken for black. Mirror the picture there.",
    lambda image: sum_of_nine(image, "constant") / 9,
)
ex.slip(
    "the border is mirrored without the outermost pixels (np.pad's 'reflect', SciPy's 'mirror'); they are mirrored too: np.pad's 'symmetric', SciPy's 'reflect'.",
    lambda image: sum_of_nine(image, "mirror") / 9,
)
ex.slip(
    "at the border the pixels of the other side came in, as np.roll does it. Mirror the picture there.",
    lambda image: sum_of_nine(image, "wrap") / 9,
)
ex.slip("this is the median of the nine; asked is their mean.", lambda image: ndimage.median_filter(image, 3))
ex.slip(
    "this window has five by five pixels; asked are three by three.",
    lambda image: ndimage.uniform_filter(image.astype(float), 5),
)
ex.slip(
    "the values go from 0 to 1; the picture's go from 0 to 255, and its mean should too.",
    lambda image: sum_of_nine(image) / 9 / 255,
)


ex.slip("one number for the whole picture; asked is the mean of the nine around each pixel.", np.mean, by_shape=True)


@ex.slip("the outermost pixels are missing: pad the picture first, by one pixel on every side.", by_shape=True)
def cropped(image):
    return (sum_of_nine(image) / 9)[1:-1, 1:-1]


@ex.slip("four of the nine places only: the loops should take 0, 1 and 2 (range(3)) in each direction.")
def four_of_nine(image):
    rows, cols = image.shape
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    return sum(padded[r : r + rows, c : c + cols] for r in range(2) for c in range(2)) / 9


ex.slip(
    "this is the mean of three pixels, above each other: the neighbours to the left and right count too.",
    lambda image: ndimage.uniform_filter1d(image.astype(float), 3, axis=0),
)
ex.slip(
    "this is the mean of three pixels, beside each other: the neighbours above and below count too.",
    lambda image: ndimage.uniform_filter1d(image.astype(float), 3, axis=1),
)
ex.slip(
    "this is the mean of five pixels: the four at the corners are neighbours too.",
    lambda image: ndimage.correlate(image.astype(float), ndimage.generate_binary_structure(2, 1) / 5),
)
ex.slip(
    "this is a Gaussian: near neighbours count more. Asked is the plain mean, a ninth for each.",
    lambda image: ndimage.gaussian_filter(image.astype(float), 1),
)
ex.slip(
    "this is the window whose corner is the pixel, not its middle: it reaches one row and one column too far.",
    lambda image: ndimage.uniform_filter(image.astype(float), 3, origin=-1),
)
ex.slip(
    "this is the window whose corner is the pixel, not its middle: it begins one row and one column too early.",
    lambda image: ndimage.uniform_filter(image.astype(float), 3, origin=1),
)
ex.slip("each pixel is divided by 9; the mean of the nine is their sum divided by 9.", lambda image: image / 9)


def framed(result, frame):
    """Return a result whose outermost pixels are those of another picture, as loops from 1 to rows - 1 leave them."""
    whole = np.array(frame, float)
    whole[1:-1, 1:-1] = result[1:-1, 1:-1]
    return whole


ex.slip(
    "the outermost pixels are still 0: they have a mean too, with the picture mirrored beyond the border.",
    lambda image: framed(sum_of_nine(image) / 9, np.zeros(image.shape)),
)
ex.slip(
    "the outermost pixels are as they were: they have a mean too, with the picture mirrored beyond the border.",
    lambda image: framed(sum_of_nine(image) / 9, image),
)
ex.slip(
    "at the border the mean is that of fewer pixels: mirror the picture there, so that all have nine.",
    lambda image: sum_of_nine(image, "constant") / sum_of_nine(np.ones(image.shape), "constant"),
)
ex.slip(
    "this is the mean of the four neighbours above, below and beside; asked is the mean of nine.",
    lambda image: ndimage.correlate(image.astype(float), np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]) / 4),
)
ex.slip(
    "one mean for the whole picture; asked is that of the nine around each pixel.",
    lambda image: np.full(image.shape, image.mean()),
)
ex.slip(
    "two things: the decimals are lost, and the border is mirrored without the outermost pixels ('reflect' of np.pad).",
    lambda image: np.rint(sum_of_nine(image, "mirror") / 9),
)
ex.slip(
    "the result is larger than the picture: only the padding is, the means are as many as the pixels.",
    lambda image: np.pad(image, 1, mode="symmetric"),
    by_shape=True,
)
ex.slip("every mean is 0: // rounds down, so that 1 // 9 is 0. Divide with /.", lambda image: np.zeros(image.shape))
ex.slip("these are the pixels as they were.", lambda image: image)
for last in (8, 0):
    ex.slip(
        "this is one of the nine, divided by 9: add them up, with +=.",
        lambda image, last=last: (
            np.pad(image, 1, mode="symmetric")[last // 4 :, last // 4 :][: len(image), : image.shape[1]] / 9
        ),
    )
ex.slip(LOST, lambda image: np.floor(ndimage.uniform_filter(image.astype(float), 3)))
ex.slip(LOST, lambda image: np.floor(mean_of_nine(image)))
ex.slip("divided by the pixels of the whole picture: these are nine.", lambda image: sum_of_nine(image) / image.size)
ex.slip(
    "the mean was taken along the rows of the pictures; the nine copies lie along axis 0.",
    lambda image: np.mean([image] * 9, axis=1),
    by_shape=True,
)


@ex.slip("pixels that were replaced already come into the next means: read from the old picture, write into a new one.")
def in_place(image):
    padded = np.pad(image.astype(float), 1, mode="symmetric")
    for row, col in np.ndindex(image.shape):
        padded[row + 1, col + 1] = padded[row : row + 3, col : col + 3].mean()
    return padded[1:-1, 1:-1]


ex.slip("these windows are 2 pixels high and wide: a slice ends before its stop, so r - 1 : r + 2.")(
    lambda image: ndimage.uniform_filter(image.astype(float), 2)
)
ex.slip("these windows are 9 × 9 pixels large: nine pixels in all are 3 × 3.")(
    lambda image: ndimage.uniform_filter(image.astype(float), 9)
)
