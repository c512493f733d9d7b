"""1.9: how often each grey value occurs."""

import numpy as np

from ... import exposure
from ..compare import Arrays
from ..exercise import exercise
from ..pictures import grey_pictures, random_colour, random_grey


def pictures():
    large = np.full((300, 300), 7, np.uint8)  # more equal pixels than a uint8 or uint16 counter can hold
    large[0] = 0
    return *grey_pictures(), random_grey(11) // 3 + 40, random_colour(16), large


ex = exercise(
    "1.9",
    "Write the histogram",
    cases=pictures,
    compare=Arrays(whole=True),
    hints=(
        "256 counters, one for each value. Every pixel adds one to the counter of its value.",
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


@ex.notice
def several_things(given, image):
    if isinstance(given, tuple) and len(given) in (2, 3):
        return "several things came back, the counts and where the bins lie: return the counts alone."
    return None


ex.slip("nothing was counted: all numbers are 0.", lambda image: np.zeros(256))
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
    "255 counts: the values 0 to 255 are 256 different ones.",
    lambda image: np.histogram(image, bins=255, range=(0, 255))[0],
    by_shape=True,
)
ex.slip(
    "the bins go from the darkest to the brightest pixel of this picture; they should always go from 0 to 255 (range=(0, 256)).",
    lambda image: np.histogram(image, bins=256)[0],
)
ex.slip(
    "ten counts: unless it is told, np.histogram makes ten bins. Here each of the 256 values has one of its own.",
    lambda image: np.histogram(image)[0],
    by_shape=True,
)


@ex.slip("each value was counted once at most: counts[image] += 1 does not add up repeated values. np.bincount does.")
def counted_once(image):
    counts = np.zeros(256, int)
    counts[image] += 1
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
ex.slip(
    "the counters overflowed: they are uint16, and a count can be larger than 65535.",
    lambda image: histogram_of(image).astype(np.uint16),
)
ex.slip("these are shares that sum to 1; asked are counts.", lambda image: histogram_of(image) / image.size)
ex.slip(
    "each number counts its own value and all darker ones: that is the running sum of the histogram.",
    lambda image: np.cumsum(histogram_of(image)),
)
ex.slip("white is missing: range(255) ends at 254.", lambda image: histogram_of(image) * (np.arange(256) < 255))
ex.slip("black is missing: count from 0 on.", lambda image: histogram_of(image) * (np.arange(256) > 0))

EACH = "one histogram for each channel; asked is one for all numbers of the picture together."


@ex.slip(EACH, by_shape=True)
def each_channel(image):
    channels = np.atleast_3d(image)
    counts = [histogram_of(channels[..., c]) for c in range(channels.shape[2])]
    return np.squeeze(counts)


ex.slip(EACH, lambda image: each_channel(image).T, by_shape=True)

ex.wrong("several things", lambda image: np.histogram(image, bins=256))
ex.wrong("shape", lambda image: image)
ex.wrong("differ", lambda image: np.full(256, np.inf))
