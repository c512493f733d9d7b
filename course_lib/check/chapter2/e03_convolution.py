"""2.3: a convolution turns the kernel by half a turn first."""

import numpy as np
import scipy
from scipy import ndimage

from ... import util
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures


def pictures_and_kernels():
    for image in map(util.img_as_float, grey_pictures()):
        yield image, np.arange(1.0, 10).reshape(3, 3)
        yield image, np.array([[0, -1, 0], [2, 5, -1], [0.5, -1, 0]])


ex = exercise(
    "2.3",
    "Write a convolution",
    cases=pictures_and_kernels,
    compare=Arrays(tolerance=1e-4),  # in float32 as well
    hints=(
        "What does a convolution do to the kernel first, and which neighbour does kernel[0, 0] then belong to?",
        "Pad the picture by one pixel on every side (np.pad, mode='symmetric'), so that every pixel has neighbours.",
        "turned = kernel[::-1, ::-1]; then for each of its nine places: total += turned[r, c] * padded[r : r + rows, c : c + cols].",
    ),
    right="the kernel turned by half a turn, moved over all pixels, mirrored at the border.",
)


@ex.right
def convolve(image, kernel):
    padded = np.pad(image, 1, mode="symmetric")
    rows, cols = image.shape
    turned = kernel[::-1, ::-1]
    total = np.zeros(image.shape)
    for r in range(3):
        for c in range(3):
            total += turned[r, c] * padded[r : r + rows, c : c + cols]
    return total


ex.right(ndimage.convolve)
ex.right(lambda image, kernel: convolve(image.astype(np.float32), kernel.astype(np.float32)).astype(np.float32))
ex.right(lambda image, kernel: scipy.signal.convolve2d(image, kernel, mode="same", boundary="symm"))

MIRROR = "at the border, mirror the picture: np.pad(image, 1, mode='symmetric')."

ex.slip(
    "this is the correlation: a convolution turns the kernel by half a turn first, kernel[::-1, ::-1].",
    ndimage.correlate,
)
ex.slip(
    "the kernel's rows were turned, its columns not yet.",
    lambda image, kernel: ndimage.correlate(image, kernel[::-1]),
)
ex.slip(
    "the kernel's columns were turned, its rows not yet.",
    lambda image, kernel: ndimage.correlate(image, kernel[:, ::-1]),
)
ex.slip(
    "the kernel is transposed: rows and columns are exchanged.",
    lambda image, kernel: ndimage.convolve(image, kernel.T),
)
ex.slip(
    "cut to 0 and 1: a convolution may leave the range, keep what comes out.",
    lambda image, kernel: np.clip(ndimage.convolve(image, kernel), 0, 1),
)
ex.slip(
    "the signs are lost: a convolution may be negative.",
    lambda image, kernel: np.abs(ndimage.convolve(image, kernel)),
)
for turns in (1, 3):
    ex.slip(
        "the kernel was turned by a quarter: np.rot90 does that. Half a turn is kernel[::-1, ::-1].",
        lambda image, kernel, turns=turns: ndimage.correlate(image, np.rot90(kernel, turns)),
    )
ex.slip(
    "divided by the sum of the kernel: use the weights as they are.",
    lambda image, kernel: ndimage.convolve(image, kernel) / kernel.sum(),
)
ex.slip(
    "this is the mean of the nine products; asked is their sum.",
    lambda image, kernel: ndimage.convolve(image, kernel) / 9,
)
ex.slip(
    f"beyond the border you took black; {MIRROR}",
    lambda image, kernel: ndimage.convolve(image, kernel, mode="constant"),
)
ex.slip(
    "np.pad's mode 'reflect' leaves out the border pixel itself; take 'symmetric'.",
    lambda image, kernel: ndimage.convolve(image, kernel, mode="mirror"),
)
ex.slip(
    f"np.roll brings in the other side; {MIRROR}", lambda image, kernel: ndimage.convolve(image, kernel, mode="wrap")
)
ex.slip(
    f"the outermost pixels are missing; {MIRROR}",
    lambda image, kernel: convolve(image, kernel)[1:-1, 1:-1],
    by_shape=True,
)
ex.slip(
    "the result is larger than the picture: cut each shifted part to image.shape.",
    lambda image, kernel: convolve(np.pad(image, 1), kernel),
    by_shape=True,
)


@ex.slip("only the last of the nine products is left: add them up with +=.")
def last_alone(image, kernel):
    padded = np.pad(image, 1, mode="symmetric")
    return kernel[0, 0] * padded[2:, 2:]


ex.slip(
    "the kernel is transposed; a convolution turns it by half a turn: kernel[::-1, ::-1].",
    lambda image, kernel: ndimage.correlate(image, kernel.T),
)
TWO = "two things: a convolution turns the kernel by half a turn first, and"
ex.slip(
    f"{TWO} np.pad's mode 'reflect' leaves out the border pixel itself; take 'symmetric'.",
    lambda image, kernel: ndimage.correlate(image, kernel, mode="mirror"),
)
ex.slip(
    f"{TWO} beyond the border you took black; {MIRROR}",
    lambda image, kernel: ndimage.correlate(image, kernel, mode="constant"),
)
ex.slip(
    f"{TWO} np.roll brings in the other side; {MIRROR}",
    lambda image, kernel: ndimage.correlate(image, kernel, mode="wrap"),
)
ex.slip(
    "each pixel was multiplied by the sum of the kernel: its neighbours are not in it.",
    lambda image, kernel: image * kernel.sum(),
)


@ex.slip("the outermost pixels are still 0: mirror the picture, np.pad(image, 1, mode='symmetric').")
def border_left_out(image, kernel):
    result = np.zeros(image.shape)
    result[1:-1, 1:-1] = ndimage.convolve(image, kernel)[1:-1, 1:-1]
    return result


@ex.slip("two things: a convolution turns the kernel by half a turn first, and the outermost pixels are still 0.")
def correlated_inside(image, kernel):
    result = np.zeros(image.shape)
    result[1:-1, 1:-1] = ndimage.correlate(image, kernel)[1:-1, 1:-1]
    return result


def four_products(turned, first):
    """Return an answer whose loops take two of three places each way, from the first or from the second on."""

    def answer(image, kernel):
        padded = np.pad(image, 1, mode="symmetric")
        rows, cols = image.shape
        weights = kernel[::-1, ::-1] if turned else kernel
        places = (first, first + 1)
        return sum(weights[r, c] * padded[r : r + rows, c : c + cols] for r in places for c in places)

    return answer


for turned, first in ((True, 0), (True, 1), (False, 0), (False, 1)):
    ex.slip(
        "four of the nine places only: the loops should take 0, 1 and 2 (range(3)) in each direction.",
        four_products(turned, first),
    )
ex.slip(
    "what is below 0 is lost: a convolution may be negative.",
    lambda image, kernel: np.maximum(convolve(image, kernel), 0),
)


@ex.slip("stretched to 0 and 1: a convolution may leave the range, keep what comes out.")
def stretched(image, kernel):
    raw = convolve(image, kernel)
    return (raw - raw.min()) / np.ptp(raw)


@ex.slip("the kernel's numbers were added to the pixels; they multiply them.")
def added(image, kernel):
    return convolve(image, np.ones((3, 3))) + kernel.sum()


ex.slip(
    "kernel[-r, -c] is no half turn: -0 is still 0, the first. Write kernel[::-1, ::-1], or kernel[2 - r, 2 - c].",
    lambda image, kernel: ndimage.correlate(image, kernel[[0, 2, 1]][:, [0, 2, 1]]),
)


@ex.slip("only the first row of the kernel was used: does return stand inside the loop?")
def first_row(image, kernel):
    return convolve(image, np.array([[0, 0, 0], [0, 0, 0], [1, 1, 1]]) * kernel)


ex.slip("the kernel that is given was not used: this is the difference of the neighbours, whatever kernel comes in.")(
    lambda image, kernel: convolve(image, np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]))
)
