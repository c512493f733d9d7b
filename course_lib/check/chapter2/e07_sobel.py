"""2.7: the strength of edges, in whatever direction they run."""

import numpy as np
from scipy import ndimage

from ... import filters, util
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from ..pictures import grey_pictures

ex = exercise(
    "2.7",
    "Write Sobel",
    cases=lambda: map(util.img_as_float, grey_pictures()),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "How strong is a change that goes to the right and down at once, if you know how strong it is in each direction?",
        "Two filters, one for each direction: the kernel [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]] / 4, and the same transposed.",
        "ndimage.correlate(image, kernel) mirrors the border by itself. Combine both with np.sqrt((h ** 2 + v ** 2) / 2).",
    ),
    right="the strength of the change, in whatever direction it goes.",
)


@ex.right
def edge_strength(image):
    kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4
    v = ndimage.correlate(image, kernel)
    h = ndimage.correlate(image, kernel.T)
    return np.sqrt((h**2 + v**2) / 2)


ex.right(filters.sobel)
ex.right(lambda image: skimage.filters.sobel(image))
ex.right(lambda image: np.hypot(*slopes(image)) / 2**0.5)


def slopes(image, mode="reflect"):
    """Return v and h of the text."""
    kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4
    return np.array([ndimage.correlate(image, k, mode=mode) for k in (kernel, kernel.T)])


def combined(slopes):
    return np.sqrt((slopes**2).sum(axis=0) / 2)


ONE_DIRECTION = "this looks in one direction alone; edges run in all of them: combine both filters."
SQUARE = "the two are added as lengths along a right angle: square, add, take the root."

for size in (np.abs, np.positive, np.negative):
    ex.slip(ONE_DIRECTION, lambda image, size=size: size(slopes(image)[0]))
    ex.slip(ONE_DIRECTION, lambda image, size=size: size(slopes(image)[1]))

ex.slip(
    "four times too strong: divide the kernel by 4, so that a step from 0 to 1 gives 1.",
    lambda image: 4 * edge_strength(image),
)
ex.slip(
    "half as strong as asked: the kernel is divided by 4, the sum of its positive numbers.",
    lambda image: edge_strength(image) / 2,
)
ex.slip(
    "too strong by a factor of 1.41: the sum of the squares is halved before the root.",
    lambda image: np.hypot(*slopes(image)),
)
ex.slip(
    "divide the kernel by 4, and halve the sum of the squares before the root.",
    lambda image: 4 * np.hypot(*slopes(image)),
)
ex.slip("the square root is missing.", lambda image: edge_strength(image) ** 2)
ex.slip(SQUARE, lambda image: np.abs(slopes(image)).sum(axis=0))
ex.slip(SQUARE, lambda image: np.abs(slopes(image)).mean(axis=0))
ex.slip("edges of opposite directions cancel each other: square before you add.", lambda image: sum(slopes(image)))
ex.slip("the weights are 1, 1, 1: that is Prewitt. Sobel's middle row counts twice.", filters.prewitt)
ex.slip(
    "the border is not black: mirror the picture there.",
    lambda image: combined(slopes(image, "constant")),
)
ex.slip(
    "the border is mirrored without the outermost pixels (np.pad's 'reflect', SciPy's 'mirror'); they are mirrored too: np.pad's 'symmetric', SciPy's 'reflect'.",
    lambda image: combined(slopes(image, "mirror")),
)

ex.slip(
    "at the border the pixels of the other side came in, as np.roll does it. Mirror the picture there.",
    lambda image: combined(slopes(image, "wrap")),
)
ex.slip(
    "the outermost pixels are missing: pad the picture first, by one pixel on every side.",
    lambda image: edge_strength(image)[1:-1, 1:-1],
    by_shape=True,
)
ex.slip(
    "this is the larger of the two; asked is the square root of half the sum of their squares.",
    lambda image: np.abs(slopes(image)).max(axis=0),
)
ex.slip(
    "the two were added before they were squared, so edges of opposite directions cancel each other.",
    lambda image: np.abs(slopes(image).sum(axis=0)) / 2**0.5,
)
BRACKETS = "mind the brackets: (h**2 + v**2) / 2 comes first, then the root of all of it."
ex.slip(BRACKETS, lambda image: (slopes(image) ** 2).sum(axis=0) / 2**0.5)
ex.slip(BRACKETS, lambda image: np.hypot(*slopes(image)) / 2)
for half in ((1, 2), (2, 1)):
    ex.slip(BRACKETS, lambda image, half=half: np.sqrt(sum(s**2 / n for s, n in zip(slopes(image), half, strict=True))))
for scale in ((1, 4), (4, 1)):
    ex.slip(
        "one of the two kernels is not divided by 4.",
        lambda image, scale=scale: combined(slopes(image) * np.reshape(scale, (2, 1, 1))),
    )
ex.slip(
    "the weights are 1, 1, 1: Sobel's middle row counts twice.",
    lambda image: filters.prewitt(image) * 3 / 4,
)
ex.slip("the weights are 3, 10, 3: that is Scharr. Sobel's are 1, 2, 1.", filters.scharr)
ex.slip(
    "np.gradient looks at one row and one column; Sobel weighs three of them, 1, 2, 1.",
    lambda image: np.hypot(*np.gradient(image)),
)
ex.slip(
    "np.gradient looks at one row and one column; Sobel weighs three of them, 1, 2, 1.",
    lambda image: np.hypot(*np.gradient(image)) / 2**0.5,
)
ex.slip(
    "the strongest edge became 1: leave the strengths as they come out.",
    lambda image: edge_strength(image) / edge_strength(image).max(),
)
ex.slip("this is Laplace, with the sign; asked are both directions of Sobel.", filters.laplace)
ex.slip(
    "this is the direction of the edges; asked is how strong they are.",
    lambda image: np.arctan2(*slopes(image)[::-1]),
)
ex.slip("these are two differences along the diagonals: that is Roberts.", filters.roberts)
ex.slip(
    "the picture was smoothed first: that makes edges weaker; take it as it is.",
    lambda image: edge_strength(filters.gaussian(image, 1)),
)
ex.slip("subtracted; add the two squares.", lambda image: np.sqrt(np.abs(np.diff(slopes(image) ** 2, axis=0)[0]) / 2))
ex.slip("this is a mask; asked is how strong each edge is.", lambda image: (edge_strength(image) > 0.1).astype(float))


@ex.slip("the outermost pixels are still 0: mirror the picture there.")
def border_left_out(image):
    result = np.zeros(image.shape)
    result[1:-1, 1:-1] = edge_strength(image)[1:-1, 1:-1]
    return result


@ex.slip("h and v are the roots of what they should be: square them, add, halve, then take the root.")
def without_squares(image):
    return np.sqrt(np.abs(slopes(image)).sum(axis=0) / 2)


@ex.slip("the picture was turned into uint8: below 0 is no room there, and the decimals are lost. Keep floats.")
def in_bytes(image):
    return combined(slopes((image * 255).astype(np.uint8)))


ex.slip(SQUARE, lambda image: np.abs(slopes(image).sum(axis=0)) / 2)
ex.slip(SQUARE, lambda image: slopes(image).sum(axis=0) / 2)
ex.slip("these are h and v, one behind the other: combine them into one picture.", slopes, by_shape=True)
ex.slip("**1 / 2 is half of it: powers come before /. A root is **0.5, or np.sqrt.")(
    lambda image: filters.sobel(image) ** 2 / 2
)
