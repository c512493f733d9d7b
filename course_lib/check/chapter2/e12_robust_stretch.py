"""2.12: two percentiles are stretched to 0 and 1, so a bad pixel does not decide."""

import numpy as np

from ... import exposure
from ..compare import Arrays
from ..exercise import exercise
from ..later import skimage
from .e11_stretch import dull_pictures, stretch


def pictures_with_bad_pixels():
    for image in map(np.copy, dull_pictures()):
        image[0, 0], image[1, 1] = 0, 255
        yield image, 2, 98
        yield image, 10, 95
        yield image, 0, 99


ex = exercise(
    "2.12",
    "Stretch in spite of bad pixels",
    cases=pictures_with_bad_pixels,
    compare=Arrays(tolerance=1e-6),
    hints=(
        "Which two values take the places of the minimum and the maximum of exercise 2.11, and what becomes of the pixels outside them?",
        "np.percentile(image, (low, high)) gives the two values below which that many per cent of the pixels lie.",
        "Stretch as in exercise 2.11, with these two values in place of minimum and maximum, and cut what leaves the range: np.clip(..., 0, 1).",
    ),
    right="two bad pixels no longer decide about all the others.",
)


@ex.right
def robust_stretch(image, low, high):
    dark, bright = np.percentile(image, (low, high))
    return np.clip((image - dark) / (bright - dark), 0, 1)


@ex.right
def by_skimage(image, low, high):
    ends = tuple(np.percentile(image, (low, high)))
    return skimage.exposure.rescale_intensity(image, in_range=ends, out_range=(0.0, 1.0))


def unclipped(image, low, high):
    dark, bright = np.percentile(image, (low, high))
    return (image - dark) / (bright - dark)


def ends_of(image, low, high):
    return np.percentile(image, (low, high))


def ends(image, dark, bright):
    """Return the picture stretched between two values."""
    return np.clip((image.astype(float) - dark) / (bright - dark), 0, 1)


TOO_BRIGHT = "the values go from 0 to 255; asked are floats from 0 to 1."

ex.slip("what lies outside the two percentiles leaves the range from 0 to 1: cut it off with np.clip.", unclipped)
ex.slip(
    "this uses minimum and maximum, so one bad pixel decides. Take the percentiles, and cut off with np.clip: stretching once more would use minimum and maximum again.",
    lambda image, low, high: stretch(image),
)
ex.slip(
    "low and high are per cents of the pixels, not grey values: np.percentile turns one into the other.",
    lambda image, low, high: np.clip((image.astype(float) - low) / (high - low), 0, 1),
)
ex.slip(
    "low and high are per cents of the pixels, not of the way from black to white (or from the darkest to the brightest): np.percentile.",
    lambda image, low, high: np.clip((image - low * 2.55) / ((high - low) * 2.55), 0, 1),
)
ex.slip(
    "low and high were not used: they are not always 2 and 98.", lambda image, low, high: robust_stretch(image, 2, 98)
)
ex.slip(
    "cut off at the two percentiles, but not stretched yet: the lower one becomes 0, the upper one 1.",
    lambda image, low, high: np.clip(image, *np.percentile(image, (low, high))),
)
ex.slip(
    "what is above 1 is left: cut off at 0 and at 1, not at 255.",
    lambda image, low, high: np.clip(unclipped(image, low, high), 0, 255),
)
ex.slip(
    "np.percentile counts from 0 to 100, np.quantile from 0 to 1. The two were mixed up.",
    lambda image, low, high: robust_stretch(image, low / 100, high / 100),
)
ex.slip("dark became bright: the two ends are exchanged.", lambda image, low, high: robust_stretch(image, high, low))
ex.slip(TOO_BRIGHT, lambda image, low, high: robust_stretch(image, low, high) * 255)
ex.slip(
    TOO_BRIGHT,
    lambda image, low, high: exposure.rescale_intensity(image, tuple(np.percentile(image, (low, high)))),
)
ex.slip(
    "nearly: a way through uint8 leaves 256 different values. Keep floats from the beginning to the end.",
    lambda image, low, high: (robust_stretch(image, low, high) * 255).astype(np.uint8) / 255,
)


@ex.slip("the pixels outside became 0 on both sides; what is brighter than the upper end becomes 1.")
def outside_black(image, low, high):
    raw = unclipped(image, low, high)
    return np.where((raw < 0) | (raw > 1), 0, raw)


@ex.slip("divided by the upper end; divide by the distance from the lower end to the upper one.")
def divided_by_the_upper(image, low, high):
    dark, bright = np.percentile(image, (low, high))
    return np.clip((image - dark) / bright, 0, 1)


@ex.slip("the pixels outside were left out; they stay, as 0 or 1: np.clip.", by_shape=True)
def left_out(image, low, high):
    raw = unclipped(image, low, high)
    return raw[(raw >= 0) & (raw <= 1)]


@ex.slip("uint8 has no room below 0, so pixels darker than the low end became bright: convert to float first.")
def wrapped(image, low, high):
    dark, bright = np.percentile(image, (low, high)).astype(np.uint8)
    return np.clip((image - dark) / (bright - dark), 0, 1)


ex.wrong("your function stopped", lambda image, low, high: np.clip(unclipped(image, low, 100 * high), 0, 1))

ex.slip(
    "what is below 0 is left: cut off at 0 too.", lambda image, low, high: np.minimum(unclipped(image, low, high), 1)
)
ex.slip(
    "high is not the share that is left out at the bright end: np.percentile(image, high).",
    lambda image, low, high: robust_stretch(image, low, 100 - low),
)
ex.slip(
    "the lower percentile is right, but the upper end is the maximum, and one bad pixel decides: take the percentile.",
    lambda image, low, high: robust_stretch(image, low, 100),
)
ex.slip(
    "the upper percentile is right, but the lower end is the minimum, and one bad pixel decides: take the percentile.",
    lambda image, low, high: robust_stretch(image, 0, high),
)
ex.slip(
    "the two percentiles were cut to whole numbers: keep them as they are.",
    lambda image, low, high: ends(image, *np.percentile(image, (low, high)).astype(int)),
)
ex.slip(
    "the two ends were taken from the sorted pixels; np.percentile takes values between two pixels, too.",
    lambda image, low, high: ends(image, *np.percentile(image, (low, high), method="lower")),
)
ex.slip(
    "nearly all pixels became 1. Is image - dark in brackets, before the division, and are both ends grey values (np.percentile) and not shares?",
    lambda image, low, high: np.clip(image - ends_of(image, low, high)[0] / np.ptp(ends_of(image, low, high)), 0, 1),
)
ex.slip(
    "the darkest becomes 0, but the upper end does not become 1: divide by the distance between both ends.",
    lambda image, low, high: np.clip((image - ends_of(image, low, high)[0]) / 255, 0, 1),
)
ex.slip(
    "the values were cut to whole numbers, so all that is left is 0 and 1: keep floats.",
    lambda image, low, high: robust_stretch(image, low, high).astype(int),
)
ex.slip(
    "cut off at the two percentiles, but stretched by 0 and 255 (or the old minimum and maximum): the lower percentile becomes 0, the upper one 1.",
    lambda image, low, high: np.clip(image, *np.percentile(image, (low, high))) / 255,
)
ex.slip(
    "the upper end was subtracted; subtract the lower one, which becomes 0.",
    lambda image, low, high: np.clip(unclipped(image, low, high) - 1, 0, 1),
)
ex.slip(
    "the upper end was subtracted; subtract the lower one, which becomes 0.",
    lambda image, low, high: unclipped(image, low, high) - 1,
)
ex.slip(
    "a mask came back: True between the two ends. Stretch the values instead.",
    lambda image, low, high: (unclipped(image, low, high) > 0) & (unclipped(image, low, high) < 1),
)
ex.slip(
    "this is equalising; stretching keeps the values in proportion.",
    lambda image, low, high: exposure.equalize_hist(image),
)
ex.slip(
    "each column was stretched by itself: one lower and one upper end for the whole picture, without an axis.",
    lambda image, low, high: np.clip(
        (image - np.percentile(image, low, axis=0))
        / (np.percentile(image, high, axis=0) - np.percentile(image, low, axis=0)),
        0,
        1,
    ),
)
ex.slip(
    "cut off at low and high per cent of 1, which are no values of the result: it goes from 0 to 1.",
    lambda image, low, high: np.clip(unclipped(image, low, high), low / 100, high / 100),
)
ex.slip(
    "all pixels became 0: put bright - dark in brackets, below the fraction's line.",
    lambda image, low, high: np.clip(
        (image - np.percentile(image, low)) / np.percentile(image, high) - np.percentile(image, low), 0, 1
    ),
)
ex.slip(
    "the distance of the two ends has the wrong sign: bright - dark.",
    lambda image, low, high: np.clip(-unclipped(image, low, high), 0, 1),
)


def only_outside(image, low, high, inside):
    raw = unclipped(image, low, high)
    return np.where(raw < 0, 0, np.where(raw > 1, 1, inside))


for scale in (1, 255):
    ex.slip(
        "what lies outside is right; the values between the two ends have to be stretched.",
        lambda image, low, high, scale=scale: only_outside(image, low, high, image / scale),
    )
ex.slip(
    "low and high are per cents of the pixels, not grey values (and uint8 has no room below 0): np.percentile turns one into the other.",
    lambda image, low, high: np.clip((image - np.uint8(low)) / (high - low), 0, 1),
)
ex.slip(
    "the percentiles are those of the different values; each pixel counts: np.percentile(image, …).",
    lambda image, low, high: ends(image, *np.percentile(np.unique(image), (low, high))),
)
ex.slip(
    "cut off at low and high, which are per cents of the pixels; the result goes from 0 to 1.",
    lambda image, low, high: np.clip(unclipped(image, low, high), low, high),
)
ex.slip("these are the two ends alone; now stretch the picture between them.", ends_of, by_shape=True)
ex.slip("100 - high: high itself says where white begins, 98 for example.")(
    lambda image, low, high: ends(image, *ends_of(image, low, 100 - high))
)
ex.slip("the pixels outside were left as they were; they become 0 or 1: np.clip.")(
    lambda image, low, high: (lambda raw: np.where((raw < 0) | (raw > 1), image, raw))(unclipped(image, low, high))
)
ex.slip(
    "a value of the picture itself was taken (a place in the sorted pixels): np.percentile goes between two pixels."
)(lambda image, low, high: ends(image, *(np.percentile(image, q, method="nearest") for q in (low, high))))
ex.slip(
    "a value of the picture itself was taken (a place in the sorted pixels): np.percentile goes between two pixels."
)(lambda image, low, high: ends(image, *(np.sort(image, None)[int(q / 100 * image.size) - 1] for q in (low, high))))
ex.slip("uint8 has no room below 0, so pixels darker than the low end became bright: convert to float first.")(
    lambda image, low, high: np.clip(
        (image - np.uint8(ends_of(image, low, high)[0])) / np.diff(ends_of(image, low, high)), 0, 1
    )
)
