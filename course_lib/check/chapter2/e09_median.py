"""2.9: the middle one of nine."""

import numpy as np
from scipy import ndimage

from ... import filters, morphology
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import grey_pictures, random_grey

ex = exercise(
    "2.9",
    "Write the median",
    cases=lambda: (*grey_pictures(), random_grey(21, (8, 8)), random_grey(22, (1, 7))),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Where do the nine values of one pixel lie, if you have nine shifted copies of the picture?",
        "np.pad(image, 1, mode='edge'), then nine shifted copies in a list: padded[r : r + rows, c : c + cols].",
        "np.median(copies, axis=0) takes the middle one for each pixel. (Of nine sorted values it has the number 4, counted from 0.)",
    ),
    right="the middle one of nine: as many are darker as are brighter.",
)


@ex.right
def median_of_nine(image):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode="edge")
    copies = [padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)]
    return np.median(copies, axis=0)


ex.right(filters.median)
ex.right(lambda image: skimage.filters.median(image, np.ones((3, 3))))
ex.right(lambda image: ndimage.median_filter(image, 3, mode="nearest"))
ex.right(lambda image: sorted_nine(image)[4])


def nine(image, mode="edge"):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode=mode)
    return np.array([padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)])


def sorted_nine(image):
    return np.sort(nine(image), axis=0)


OFF_BY_ONE = "off by one: of nine sorted values, number 4 is the middle, counted from 0."

ex.slip(
    "this is the picture as it was: number 4 of the nine is the pixel itself, as long as they are not sorted.",
    lambda image: nine(image)[4],
)
ex.slip(
    "this is the mean of the nine; the median is the middle one of them, sorted.",
    lambda image: nine(image).mean(axis=0),
)
ex.slip("this is the darkest of the nine; asked is the middle one.", lambda image: sorted_nine(image)[0])
ex.slip("this is the brightest of the nine; asked is the middle one.", lambda image: sorted_nine(image)[8])
ex.slip(OFF_BY_ONE, lambda image: sorted_nine(image)[5])
ex.slip(OFF_BY_ONE, lambda image: sorted_nine(image)[3])
ex.slip(
    "beyond the border you took black; repeat the border pixels: mode='edge'.",
    lambda image: np.median(nine(image, "constant"), axis=0),
)
ex.slip(
    "beyond the border you took a mirrored picture without its outermost pixels; repeat those: mode='edge'.",
    lambda image: np.median(nine(image, "reflect"), axis=0),
)
ex.slip(
    "beyond the border the pixels of the other side came in, as np.roll does it; repeat the border: mode='edge'.",
    lambda image: np.median(nine(image, "wrap"), axis=0),
)
ex.slip(
    "this window holds five pixels, without the corners; asked are all nine.",
    lambda image: filters.median(image, morphology.disk(1)),
)
ex.slip(
    "this window has five by five pixels; asked are three by three.",
    lambda image: ndimage.median_filter(image, 5, mode="nearest"),
)
ex.slip(
    "one median for the whole picture; asked is one for the nine around each pixel.",
    lambda image: np.full(image.shape, np.median(image)),
)
ex.slip(
    "one number for the whole picture; asked is the median of the nine around each pixel.", np.median, by_shape=True
)


@ex.slip("the outermost pixels are missing: pad the picture first.", by_shape=True)
def cropped(image):
    return median_of_nine(image)[1:-1, 1:-1]


ex.slip(
    "the nine were sorted along the columns of the picture, not against each other: np.sort(copies, axis=0).",
    lambda image: np.sort(nine(image))[4],
)
ex.slip(
    "the middle row of the window alone: the neighbours above and below count too.",
    lambda image: ndimage.median_filter(image, (1, 3), mode="nearest"),
)
ex.slip(
    "the middle column of the window alone: the neighbours to the left and right count too.",
    lambda image: ndimage.median_filter(image, (3, 1), mode="nearest"),
)
ROW_BY_ROW = "a median of medians, one direction after the other, is not the median of the nine: take all nine at once."
ex.slip(ROW_BY_ROW, lambda image: np.median(np.median(nine(image).reshape(3, 3, *image.shape), axis=0), axis=0))
ex.slip(ROW_BY_ROW, lambda image: np.median(np.median(nine(image).reshape(3, 3, *image.shape), axis=1), axis=0))
ex.slip(
    "this is the median of the eight neighbours: the pixel in the middle counts too.",
    lambda image: np.median(np.delete(nine(image), 4, axis=0), axis=0),
)
ex.slip(
    "four of the nine places only: the loops should take 0, 1 and 2 (range(3)) in each direction.",
    lambda image: np.median(nine(image)[[0, 1, 3, 4]], axis=0),
)
ex.slip(
    "halfway between the darkest and the brightest of the nine; the median is the middle one of them, sorted.",
    lambda image: (sorted_nine(image)[0] + sorted_nine(image)[8].astype(float)) / 2,
)
ex.slip("the values go from 0 to 1: keep the picture's own numbers.", lambda image: median_of_nine(image) / 255)
ex.slip(
    "axis=1 goes along the rows of the pictures; the nine copies lie along axis 0.",
    lambda image: np.median(nine(image), axis=1),
    by_shape=True,
)
ex.slip("this is the median of the medians: the filter ran twice.", lambda image: median_of_nine(median_of_nine(image)))
ex.slip(
    "this is one median for each column of the picture: np.median(copies, axis=0), with nine shifted copies in a list.",
    lambda image: np.median(image, axis=0),
    by_shape=True,
)
for frame, words in ((np.zeros_like, "still 0"), (np.copy, "as they were")):

    @ex.slip(f"the outermost pixels are {words}: they have a median too, with the border pixels repeated.")
    def border_left_out(image, frame=frame):
        result = frame(image)
        result[1:-1, 1:-1] = median_of_nine(image)[1:-1, 1:-1]
        return result


for left_out, name in ((8, "last"), (0, "first")):
    ex.slip(
        f"this is the median of eight: the {name} of the nine is missing. Take range(3) in each direction.",
        lambda image, left_out=left_out: np.median(np.delete(nine(image), left_out, axis=0), axis=0),
    )
ex.slip(
    "this is the mean of the nine, without its decimals; the median is the middle one of them, sorted.",
    lambda image: nine(image).mean(axis=0).astype(np.uint8),
)
ex.slip(
    "only black and white pixels were replaced; asked is the median for all of them.",
    lambda image: np.where((image == 0) | (image == 255), median_of_nine(image), image),
)
ex.slip(
    "axis=2 goes along the rows of the pictures; the nine copies lie along axis 0.",
    lambda image: np.median(nine(image), axis=2),
    by_shape=True,
)
ex.slip("these are all nine, sorted: the middle one is number 4, counted from 0.", sorted_nine, by_shape=True)
ex.slip(
    "this window holds thirteen pixels, a disk of radius 2; asked are three by three.",
    lambda image: filters.median(image, morphology.disk(2)),
)
ex.slip("these windows are 9 × 9 pixels large: nine pixels in all are 3 × 3.")(
    lambda image: ndimage.median_filter(image, 9, mode="nearest")
)
ex.slip("sorted along a row of the picture, not among the nine: they lie along the axis of the stack, axis=0.")(
    lambda image: np.sort(nine(image), axis=1)[4]
)


@ex.slip("at the border the windows were cut off, and hold fewer pixels: asked is the border pixel, repeated.")
def cut_windows(image):
    padded = np.pad(image.astype(float), 1, constant_values=np.nan)
    return np.nanmedian(np.lib.stride_tricks.sliding_window_view(padded, (3, 3)), axis=(2, 3))


ex.slip(
    "this is the middle between the darkest and the brightest of the nine; the median is the fifth of them, sorted."
)(lambda image: (sorted_nine(image)[0].astype(int) + sorted_nine(image)[8]) // 2)
ex.slip("this is a mean, of the middle three of the nine: the median is the one in the middle alone.")(
    lambda image: sorted_nine(image)[3:6].mean(axis=0)
)
