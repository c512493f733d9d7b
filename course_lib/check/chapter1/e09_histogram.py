"""1.9: how often each grey value occurs."""

import numpy as np

from ... import color, exposure, util
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures, random_colour, random_grey


def pictures():
    large = np.full((300, 300), 7, np.uint8)  # more equal pixels than a uint8 or uint16 counter can hold
    large[0] = 0
    white = np.full((1, 1), 255, np.uint8)
    return *grey_pictures(), random_grey(11) // 3 + 40, random_colour(16), large, white, white - 255


ex = exercise(
    "1.9",
    "Write the histogram",
    cases=pictures,
    compare=Arrays(whole=True),
    hints=(
        "How many counters are needed, and to which of them does a pixel of value 7 add one?",
        "np.bincount counts whole numbers in a 1-D array; image.ravel() is 1-D.",
        "np.bincount(…, minlength=256) gives 256 counts even where the picture has no white pixel.",
    ),
    right="256 counts, and together they are as many as there are pixels.",
)


@ex.right
def histogram_of(image):
    return np.bincount(image.ravel(), minlength=256)


ex.right(lambda image: np.histogram(image, bins=256, range=(0, 256))[0])
ex.right(lambda image: exposure.histogram(image, source_range="dtype")[0])
ex.right(lambda image: [int((image == level).sum()) for level in range(256)])
ex.right(lambda image: histogram_of(image).astype(float))


@ex.right
def by_skimage(image):
    import skimage

    return skimage.exposure.histogram(image.ravel(), source_range="dtype")[0]


EDGES = "these are values, the middles or the edges of the bins; asked is how often each value occurs: [0]."
ex.slip(EDGES, lambda image: np.histogram(image, bins=256)[1])
ex.slip(EDGES, lambda image: exposure.histogram(image)[1])
ex.slip("these are the values that occur; asked is how often each of the 256 occurs.", np.unique)
ex.slip("257 counts: the values 0 to 255 are 256.", lambda image: np.bincount(image.ravel(), minlength=257))


@ex.notice
def several_things(given, image):
    if isinstance(given, tuple) and len(given) in (2, 3):
        return (
            "several things came back, the counts and the values (or edges) beside them: return the 256 counts alone."
        )
    if isinstance(given, dict):
        return "a dict came back, with the values that occur: return an array of 256 counts, 0 where a value does not."
    return None


ex.slip("nothing was counted: all numbers are 0.", lambda image: np.zeros(256))
ex.slip("these are the values 0 to 255 themselves; asked is how often each occurs.", lambda image: np.arange(256))
ex.slip(
    'exposure.histogram counts from the darkest value of this picture to its brightest: ask for all 256 values, source_range="dtype".',
    lambda image: exposure.histogram(image)[0],
)
ex.slip(
    "the counts stop at the brightest value of this picture; they should always be 256 (minlength).",
    lambda image: np.bincount(image.ravel()),
)
ex.slip(
    "values that do not occur have dropped out: they should stand there with 0.",
    lambda image: np.unique(image, return_counts=True)[1],
)
ex.slip(
    "255 counts: the values 0 to 255 are 256 different ones. range(255) ends at 254; 256 bins have 257 edges.",
    lambda image: np.histogram(image, bins=255, range=(0, 255))[0],
    by_shape=True,
)
ex.slip(
    "257 numbers: these are the edges of the bins, [1]; the counts are [0].",
    lambda image: np.histogram(image, bins=256, range=(0, 256))[1],
)
ex.slip(
    "128 counts: each bin holds two values; here each of the 256 values has one of its own.",
    lambda image: np.histogram(image, bins=128, range=(0, 256))[0],
    by_shape=True,
)
ex.slip("one number: asked are 256 counts, one for each value.", lambda image: image.size, by_shape=True)
ex.slip(
    "pairs of value and count: the place in the array is the value, so return the counts alone.",
    lambda image: [(level, (image == level).sum()) for level in range(256)],
    by_shape=True,
)
ex.slip("this is the picture; asked is how often each value occurs in it.", lambda image: image)
ex.slip(
    "the bins go from the darkest to the brightest pixel of this picture; there should be one for each value from 0 to 255: range=(0, 256), as the last one ends after 255.",
    lambda image: np.histogram(image, bins=256)[0],
)
ex.slip(
    "ten counts: unless it is told, np.histogram makes ten bins. Here each of the 256 values has one of its own.",
    lambda image: np.histogram(image)[0],
    by_shape=True,
)


@ex.slip(
    "each value was counted once at most. counts[image] += 1 does not add up repeated values, np.bincount does; and .any() only tells whether there is one."
)
def counted_once(image):
    counts = np.zeros(256, int)
    counts[image] += 1
    return counts


@ex.slip(
    "each value was counted once in a row at most: counts[row] += 1 does not add up repeated values. np.bincount does."
)
def once_in_a_row(image):
    counts = np.zeros(256, int)
    for row in image:
        counts[row] += 1
    return counts


@ex.slip(
    "where a colour pixel holds a number twice, it was counted once: counts[image[row, col]] += 1 does not add up repeated values. Count image.ravel()."
)
def once_in_a_pixel(image):
    holds = [(image == level).reshape(*image.shape[:2], -1).any(axis=-1) for level in range(256)]
    return np.sum(holds, axis=(1, 2))


ex.slip(
    "the counters overflowed: they are uint8 themselves, and a count can be larger than 255.",
    lambda image: histogram_of(image).astype(np.uint8),
)
ROOM = "the counters have too little room: this picture has 89,700 equal pixels, more than 16 bits can count. Take int."
for small in (np.uint16, np.int16, np.float16):
    ex.slip(ROOM, lambda image, small=small: histogram_of(image).astype(small))
ex.slip("all counts are one too high: the counters begin at 0.", lambda image: histogram_of(image) + 1)
ex.slip("the counts were divided by the largest one; asked are the counts as they are.")(
    lambda image: histogram_of(image) / histogram_of(image).max()
)
ex.slip("these are shares that sum to 1; asked are counts.", lambda image: histogram_of(image) / image.size)
ex.slip(
    "each number counts its own value and all darker ones: that is the running sum of the histogram.",
    lambda image: np.cumsum(histogram_of(image)),
)
ex.slip(
    "each number counts its own value and all brighter ones: == counts one value, >= more.",
    lambda image: np.cumsum(histogram_of(image)[::-1])[::-1],
)
ORDER = "each number counts darker or brighter pixels: == counts those of one value."
ex.slip(ORDER, lambda image: np.array([(image < level).sum() for level in range(256)]))
ex.slip(ORDER, lambda image: np.array([(image > level).sum() for level in range(256)]))
ex.slip("the darkest value of this picture stands at place 0: the place in the array is the value itself.")(
    lambda image: histogram_of(image - image.min())
)
ex.slip("one row was counted; asked are all pixels: image.ravel().", lambda image: histogram_of(image[0]))
ex.slip("the counts were divided by the number of rows; asked are counts.", lambda i: histogram_of(i) / len(i))
ex.slip("these are logarithms of the counts; asked are the counts.", lambda image: np.log1p(histogram_of(image)))
ex.slip("the counts were sorted: the place in the array is the value.", lambda image: np.sort(histogram_of(image)))
ex.slip("from white to black: the first count is that of 0.", lambda image: histogram_of(image)[::-1])
ex.slip(
    "the values were added up, or the counts multiplied by them; asked are the counts.",
    lambda i: histogram_of(i) * np.arange(256),
)
SHIFTED = "shifted by one: the count of 0 stands at place 0, that of 255 at place 255. range(256) goes from 0 to 255."
ex.slip(SHIFTED, lambda image: np.roll(histogram_of(image), -1))
ex.slip(SHIFTED, lambda image: np.roll(histogram_of(image), 1))
ex.slip(SHIFTED, lambda image: np.array([(image == level).sum() for level in range(1, 257)]))
ex.slip("white is missing: range(255) ends at 254.", lambda image: histogram_of(image) * (np.arange(256) < 255))
ex.slip("black is missing: count from 0 on.", lambda image: histogram_of(image) * (np.arange(256) > 0))
ex.slip("all pixels were counted each time: compare with the value, image == level.")(
    lambda image: np.full(256, np.count_nonzero(image))
)
ex.slip(
    "one row or column was counted for each value: .sum() without an axis counts in all of the picture.", by_shape=True
)(lambda image: np.array([(image == level).sum(axis=0) for level in range(256)]))
for number, name in enumerate(("red", "green", "blue")):
    ex.slip(
        f"only {name} was counted in the colour picture; asked are all its numbers.",
        lambda image, c=number: histogram_of(
            np.ascontiguousarray(np.atleast_3d(image)[..., min(c, 3 * (image.ndim - 2))])
        ),
    )
ex.slip("the colour picture was made grey first; asked are all numbers in it, those of each channel.")(
    lambda image: histogram_of(image if image.ndim == 2 else util.img_as_ubyte(color.rgb2gray(image)))
)
ex.slip("the colour picture was made grey first; asked are all numbers in it, those of each channel.")(
    lambda image: histogram_of(image if image.ndim == 2 else (color.rgb2gray(image) * 255).astype(np.uint8))
)
ex.slip("the counts of a colour picture were divided by 3; asked are all its numbers.")(
    lambda image: histogram_of(image) / (3 if image.ndim == 3 else 1)
)

EACH = "one histogram for each channel; asked is one for all numbers of the picture together."


@ex.slip(EACH, by_shape=True)
def each_channel(image):
    channels = np.atleast_3d(image)
    counts = [histogram_of(channels[..., c]) for c in range(channels.shape[2])]
    return np.squeeze(counts)


ex.slip(EACH, lambda image: each_channel(image).T, by_shape=True)

ex.wrong("several things", lambda image: np.histogram(image, bins=256))
ex.wrong("a dict", lambda image: dict.fromkeys(image.flat, 1))
ex.slip("only the first value was counted: does return stand inside the loop?")(
    lambda image: histogram_of(image) * (np.arange(256) < 1)
)


@ex.slip("the channels were averaged first: in a colour picture every number counts, those of red, green and blue.")
def of_the_average(image):
    return histogram_of(image.mean(axis=-1).astype(np.uint8) if image.ndim == 3 else image)
