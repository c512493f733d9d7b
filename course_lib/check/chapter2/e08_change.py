"""2.8: a difference needs room below 0."""

import numpy as np

from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures

ex = exercise(
    "2.8",
    "Edges that are not there",
    cases=lambda: (*grey_pictures(), np.array([[0, 7, 255, 7, 0]], np.uint8)),
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Try it on two pixels: what is np.uint8(10) - np.uint8(20)? Which type has room for the answer?",
        "The difference needs room for negative numbers before np.abs can do its work.",
        "Convert first: image = image.astype(int).",
    ),
    right="a difference needs room below 0: convert first, subtract then.",
)


@ex.right
def change(image):
    image = image.astype(int)
    difference = image[:, 2:] - image[:, :-2]
    return np.abs(difference)


ex.right(lambda image: np.abs(image[:, 2:].astype(np.int16) - image[:, :-2]))
ex.right(lambda image: np.abs(image[:, 2:].astype(float) - image[:, :-2]))
ex.right(lambda image: np.maximum(image[:, 2:], image[:, :-2]) - np.minimum(image[:, 2:], image[:, :-2]))


def wrapped(image):
    return image[:, 2:] - image[:, :-2]


def signed(image):
    return image[:, 2:].astype(int) - image[:, :-2]


STILL_WRAPPED = "still wrapped: 10 - 20 came out as 246. In which type is the subtraction done?"
NEEDS_MORE = "int8 holds -128 to 127; a difference of two bytes needs more."

ex.slip(STILL_WRAPPED, lambda image: np.abs(wrapped(image)))
ex.slip(STILL_WRAPPED, lambda image: np.abs(wrapped(image).astype(int)))
ex.slip(NEEDS_MORE, lambda image: np.abs(wrapped(image).astype(np.int8)))
ex.slip(NEEDS_MORE, lambda image: np.abs(wrapped(image).astype(np.int8).astype(int)))
ex.slip("now the sign is right, but asked is the size of the change: np.abs is missing.", signed)
ex.slip(
    "the changes from bright to dark are lost: they count too.",
    lambda image: np.clip(signed(image), 0, 255),
)
ex.slip(
    "the changes from dark to bright are lost: they count too.",
    lambda image: np.clip(-signed(image), 0, 255),
)
ex.slip(
    "the right differences, as shares of white; asked are numbers from 0 to 255.",
    lambda image: change(image) / 255,
)
ex.slip("divided by 2; asked is the whole difference.", lambda image: change(image) / 2)


@ex.slip("this compares neighbours; the given code compares a pixel's right with its left neighbour.", by_shape=True)
def neighbours(image):
    image = image.astype(int)
    return np.abs(image[:, 1:] - image[:, :-1])


ex.slip(
    "this compares the rows; asked are the neighbours to the right and to the left: the columns.",
    lambda image: np.abs(image[2:].astype(int) - image[:-2]),
    by_shape=True,
)
ex.slip(
    "the outermost columns have only one neighbour: leave them out, as the given code does.",
    lambda image: np.pad(change(image), ((0, 0), (1, 1))),
    by_shape=True,
)
ex.slip(
    "this is the sum of both neighbours; asked is their difference.",
    lambda image: image[:, 2:].astype(int) + image[:, :-2],
)
ex.slip("squared: asked is the size of the change, np.abs.", lambda image: signed(image) ** 2)
ex.slip("a mask came back; asked is how much the two differ.", lambda image: image[:, 2:] != image[:, :-2])
ex.slip(
    "now dark and bright are exchanged: 0 should stand for no change.",
    lambda image: 255 - change(image),
)
ex.slip(
    "127 became the middle: asked is the size of the change, 0 where there is none.",
    lambda image: signed(image) // 2 + 127,
)
ex.slip(STILL_WRAPPED.replace("246", "65526"), lambda image: np.abs(image[:, 2:].astype(np.uint16) - image[:, :-2]))
for first, last in ((1, -1), (2, None)):
    ex.slip(
        "this compares neighbours; the given code compares a pixel's right with its left neighbour.",
        lambda image, first=first, last=last: np.abs(
            image[:, first:last].astype(int) - image[:, first - 1 : (last and last - 1) or -1]
        ),
    )
ex.slip(
    "these two are three columns apart; a pixel's neighbours to the right and left are two apart.",
    lambda image: np.abs(image[:, 3:].astype(int) - image[:, :-3]),
    by_shape=True,
)
ex.slip(
    "this is the brighter of the two; asked is their difference.", lambda image: np.maximum(image[:, 2:], image[:, :-2])
)
ex.slip(
    "halved before the subtraction: that loses a bit, and uint8 still has no room below 0.",
    lambda image: np.abs(image[:, 2:] // 2 - image[:, :-2] // 2),
)
ex.slip("halved: asked is the whole difference of the two neighbours.", lambda image: change(image) // 2)
ex.slip("one number for the whole picture: asked is one for each pixel that has both neighbours.", by_shape=True)(
    lambda image: change(image).mean()
)
ex.slip("rows got lost as well: only the columns are compared, so all rows stay.", by_shape=True)(
    lambda image: np.abs(image[2:, 2:].astype(int) - image[:-2, :-2])
)
