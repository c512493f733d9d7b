"""Planted answers to the exercises of chapter 1: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import skimage
from planted import exercises, loops_over
from scipy import ndimage

from course_lib import color, data, filters, util
from course_lib.check import EXERCISES
from course_lib.check.chapter1_otsu import poster, separations

COFFEE = data.coffee()


def otsu(image):
    return int(np.argmax(separations(image)))


def framed(image, width, value=0):
    copy = image.copy()
    rows, cols = copy.shape[:2]
    copy[:width] = copy[rows - width :] = value
    copy[:, :width] = copy[:, cols - width :] = value
    return copy


def frame_in_place(image, width):
    image[:width] = 0
    return image


def frame_negative_zero(image, width):
    copy = image.copy()
    copy[:width] = copy[-width:] = 0
    copy[:, :width] = copy[:, -width:] = 0
    return copy


def frame_cut_off(image, width):
    return image[width : image.shape[0] - width, width : image.shape[1] - width]


def frame_top_left(image, width):
    copy = image.copy()
    copy[:width] = 0
    copy[:, :width] = 0
    return copy


def without_channels(*dropped):
    def function(image):
        copy = image.copy()
        copy[..., list(dropped)] = 0
        return copy

    return function


def by_the_mean(image):
    grey = image.mean(axis=-1)
    return np.stack([grey > filters.threshold_otsu(grey)] * 3, axis=-1).astype(np.uint8) * 255


def overflowing(image):
    return (image[..., 0] + image[..., 1] + image[..., 2]) / 3


def otsu_measure(image, weigh):
    """Return the level that is best by another measure of two classes."""
    values = image.ravel().astype(float)
    best = {}
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            best[level] = weigh(low, high)
    return max(best, key=best.get)


def buggy_otsu(repair):
    def function(image):
        levels = np.arange(256)
        counts = np.bincount(image.ravel(), minlength=256)
        below = np.cumsum(counts)
        above = counts.sum() - below
        mass = np.cumsum(counts * levels)
        with np.errstate(all="ignore"):
            separation = below * above * (mass / below - (mass[-1] - mass) / above) ** 2
        return repair(levels, separation)

    return function


def count_once(image):
    counts = np.zeros(256, int)
    counts[image] += 1
    return counts


def count_channels(image):
    channels = np.atleast_3d(image)
    counts = [np.bincount(channels[..., c].ravel(), minlength=256) for c in range(channels.shape[2])]
    return np.squeeze(counts)


def window_mean(image, size):
    return ndimage.uniform_filter(image.astype(float), size)


def quarters(top_left, top_right, bottom_left, bottom_right):
    return np.concatenate(
        [np.concatenate([top_left, top_right], axis=1), np.concatenate([bottom_left, bottom_right], axis=1)]
    )


def black_white(image, white=255, invert=False):
    grey = color.rgb2gray(image)
    mask = (grey > filters.threshold_otsu(grey)) ^ invert
    return np.stack([mask] * 3, axis=-1).astype(np.uint8) * np.uint8(white)


WRONG = {
    "1.1": [
        ((600, 400, 720_000), "swapped"),
        ((400, 600, 240_000), "number of pixels"),
        ((400, 600, 3), "number of channels"),
        ((400, 600), "got 2"),
        ((400, 600, 1_440_000), "at least one"),
        ("400 x 600", "three whole numbers"),
        ({400, 600, 720_000}, "in this order"),
    ],
    "1.2": [
        (np.fliplr, "mirror"),
        (lambda image: image, "Nothing was turned"),
        (lambda image: image[::-1, ::-1], "rotated by 180"),
        (np.flip, "every axis"),
        (lambda image: image.swapaxes(0, 1), "shape"),
        (COFFEE[::-1], "the function itself"),
        (lambda image: image.rows, "stopped on an array"),
        (lambda image: image[::-1].tolist(), "yours is a list"),
        (lambda image: [[1, 2], [3]], "not equally long"),
    ],
    "1.3": [
        (lambda image, x, y, width, height: image[x : x + width, y : y + height], "exchanged"),
        (lambda image, x, y, width, height: image[x : x + height, y : y + width], "exchanged"),
        (lambda image, x, y, width, height: image[y : y + height + 1, x : x + width + 1], "too many"),
        (lambda image, x, y, width, height: image[y:height, x:width], "start and stop"),
        (lambda image, x, y, width, height: image[y : y + width, x : x + height], "shape"),
    ],
    "1.4": [
        (frame_in_place, "changed the picture"),
        (frame_negative_zero, "image[-0:]"),
        (lambda image, width: image if width == 0 else framed(image, width), "asked is a copy"),
        (frame_cut_off, "cut off"),
        (frame_top_left, "only the top and the left"),
        (lambda image, width: framed(image, width, 255), "white: black is 0"),
        (lambda image, width: image - framed(image, width), "the other way round"),
    ],
    "1.5": [
        (lambda image: image[..., 0], "a grey picture"),
        (without_channels(0, 1), "only blue is left"),
        (without_channels(0), "it is the one to keep"),
        (lambda image: np.stack([image[..., 0]] * 3, axis=-1), "looks grey"),
    ],
    "1.6": [
        (overflowing, "overflowed"),
        (lambda image: image.astype(int).sum(axis=-1) // 3, "decimals"),
        (lambda image: color.rgb2gray(image) * 255, "all three alike"),
        (color.rgb2gray, "from 0 to 1. Asked"),
        (lambda image: image.mean(axis=0), "along the rows"),
        (lambda image: image.mean(axis=-1) / 255, "divided by 255 too"),
        (lambda image: image.mean(), "one number"),
    ],
    "1.7": [
        (lambda image, amount: (image.astype(int) + amount).astype(np.uint8), "turned dark"),
        (lambda image, amount: np.clip((image.astype(int) + amount).astype(np.uint8), 0, 255), "turned dark"),
        (
            lambda image, amount: np.minimum(image.astype(int) + amount, 255).astype(np.uint8),
            "dark pixels turned bright",
        ),
        (lambda image, amount: image.astype(int) + amount, "np.clip"),
        (lambda image, amount: np.clip(image.astype(int) + amount, 0, 255), "type should be uint8"),
        (lambda image, amount: np.clip(image / 255 + amount, 0, 1), "the amount was not"),
        (lambda image, amount: np.clip(image * (1 + amount / 255), 0, 255).astype(np.uint8), "multiplying"),
    ],
    "1.8": [
        (lambda image: (256 - image.astype(int)).astype(np.uint8), "off by one"),
        (lambda image: 1 - image.astype(float), "differ"),
        (lambda image: 255 - image, "ask image.dtype"),
        (lambda image: 255 - image if image.max() > 1 else 1 - image, "not by its brightest"),
        (lambda image: 1 - image if image.dtype == float else 255 - image, "float32 picture"),
        (lambda image: 255 - image if image.dtype == np.uint8 else 1 - image.astype(float), "the type should stay"),
        (lambda image: image.max() - image, "white is 255"),
        (lambda image: 1 - image / 255 if image.dtype == np.uint8 else 1 - image, "shares of white"),
        (lambda image: 255 - image if image.dtype == np.uint8 else -image, "subtract from 1"),
    ],
    "1.9": [
        (lambda image: np.histogram(image, bins=256), "several things"),
        (lambda image: np.zeros(256), "nothing was counted"),
        (count_once, "at most"),
        (lambda image: np.bincount(image.ravel(), minlength=256).astype(np.uint8), "overflowed"),
        (count_channels, "for each channel"),
        (lambda image: np.histogram(image, bins=256)[0], "darkest to the brightest"),
        (lambda image: np.bincount(image.ravel()), "minlength"),
        (lambda image: np.histogram(image, bins=255, range=(0, 255))[0], "255 counts"),
        (lambda image: np.bincount(image.ravel(), minlength=256) / image.size, "shares"),
        (lambda image: np.cumsum(np.bincount(image.ravel(), minlength=256)), "running sum"),
    ],
    "1.10": [
        (lambda image, level: image > level, "inverted"),
        (lambda image, level: image < level, "exactly at the level"),
        (lambda image, level: (image <= level).astype(np.uint8) * 255, "0 and 255"),
        (lambda image, level: np.where(image <= level, image, 0), "grey values of the ink"),
        (lambda image, level: (image <= level).astype(int), "True and False"),
    ],
    "1.11": [
        (lambda image: int(image.mean()), "mean of the picture"),
        (lambda image: int(np.median(image)), "median of the picture"),
        (lambda image: otsu(image) + 1, "one too high"),
        (lambda image: (int(image.min()) + int(image.max())) // 2, "middle between"),
        (lambda image: otsu_measure(image, lambda low, high: (low.mean() - high.mean()) ** 2), "sizes are missing"),
        (
            lambda image: otsu_measure(
                image, lambda low, high: -low.size * high.size * (low.mean() - high.mean()) ** 2
            ),
            "least apart",
        ),
        (lambda image: image > otsu(image), "one number"),
        (lambda image: float("nan"), "0 was divided by 0"),
        (lambda image: separations(image).max(), "not the value itself"),
        (lambda image: 0, "no level was larger than the first"),
        (lambda image: otsu(image) - int(image.min()), "darkest value was taken for 0"),
        (lambda image: int(np.argmax(separations(image)[np.unique(image)])), "skipped the empty levels"),
        (buggy_otsu(lambda levels, separation: np.argmax(separation)), "0 / 0"),
        (buggy_otsu(lambda levels, separation: np.argmax(np.sqrt(separation))), "0 / 0"),
        (
            lambda image: otsu_measure(image, lambda low, high: low.size * high.size * abs(low.mean() - high.mean())),
            "squared",
        ),
        (lambda image: "107", "expected numbers"),
    ],
    "1.12": [
        (buggy_otsu(lambda levels, separation: levels[np.argmax(separation)]), "still 0"),
        (
            buggy_otsu(
                lambda levels, separation: levels[np.argmax(np.nan_to_num(separation, nan=np.inf)[::-1]) * -1 - 1]
            ),
            "255",
        ),
        (buggy_otsu(lambda levels, separation: np.argmax(separation[~np.isnan(separation)])), "add it back"),
        (buggy_otsu(lambda levels, separation: levels[np.flatnonzero(~np.isnan(separation))[0]]), "darkest value"),
        (buggy_otsu(lambda levels, separation: levels[np.argmax(np.r_[0, separation[1:]])]), "a nan still wins"),
        (lambda image: 147, "parts the classes less well"),
        (lambda image: otsu(image) - int(image.min()), "add it back"),
        (lambda image: otsu(image) + 1, "one too high"),
    ],
    "1.13": [
        (lambda image, size: image <= window_mean(image, size), "inverted"),
        (lambda image, size: image > ndimage.uniform_filter(image, size), "rounded down"),
        (lambda image, size: image > filters.threshold_local(image, size), "Gaussian"),
        (lambda image, size: image > ndimage.median_filter(image, size), "medians"),
        (lambda image, size: image > image.mean(), "one mean for the whole"),
        (lambda image, size: image > ndimage.uniform_filter(image.astype(float), size, mode="constant"), "black"),
        (window_mean, "compare the picture"),
        (lambda image, size: image >= window_mean(image, size), "> and not >="),
        (
            lambda image, size: image > ndimage.uniform_filter(image.astype(float), size, mode="mirror"),
            "without repeating",
        ),
    ],
    "1.14": [
        (lambda image: np.concatenate([image, 255 - image, image[:, ::-1], black_white(image)], axis=1), "one line"),
        (lambda image: quarters(image, 255 - image, image[::-1], black_white(image)), "upside down"),
        (lambda image: quarters(image, 255 - image, image[:, ::-1], black_white(image, 1)), "white) holds 0 to 1"),
        (
            lambda image: quarters(image, 255 - image, image[:, ::-1], black_white(image, invert=True)),
            "quarter is inverted",
        ),
        (lambda image: quarters(image, image, image[:, ::-1], black_white(image)), "top right"),
        (lambda image: quarters(image, -image, image[:, ::-1], black_white(image)), "one off"),
        (lambda image: quarters(image, image[:, ::-1], 255 - image, black_white(image)), "places are not"),
        (lambda image: quarters(image, 255 - image, image[::-1, ::-1], black_white(image)), "by 180 degrees"),
        (
            lambda image: quarters(image, 1 - image / 255, image[:, ::-1], black_white(image)),
            "top right (the negative) holds 0 to 1",
        ),
        (lambda image: quarters(image, 255 - image, image[:, ::-1], image), "bottom right (black and white) differs"),
        (lambda image: quarters(image, 255 - image, image[:, ::-1], by_the_mean(image)), "mean of the channels"),
        (lambda image: poster(image) / 255, "the values go from 0 to 1"),
        (lambda image: poster(image).astype(float), "type should be uint8"),
    ],
    "1.15": [
        (lambda page: page < filters.threshold_otsu(page), "the shadow counts as ink"),
        (lambda page: page < 60, "the shadow counts as ink"),
        (lambda page: page < filters.threshold_local(page, 301, offset=10), "very large window"),
        (lambda page: page < filters.threshold_local(page, 35, offset=-10), "a negative one raises it"),
        (lambda page: page < filters.threshold_local(page, 35, offset=-3), "a negative one raises it"),
        (lambda page: page < filters.threshold_local(page, 15, method="mean", offset=-12), "a negative one raises it"),
        (lambda page: page < 200, "too high everywhere"),
        (lambda page: page > filters.threshold_local(page, 35, offset=-10), "< and not >"),
        (lambda page: page < filters.threshold_local(page, 15, method="mean"), "is paper"),
        (lambda page: page > filters.threshold_local(page, 15, method="mean", offset=12), "inverted"),
        (lambda page: page < filters.threshold_local(page, 15, method="mean", offset=60), "is missing"),
        (lambda page: page - 12.0, "mask"),
        (lambda page: page < 999, "everything is marked"),
        (lambda page: data.load("page_ink"), "score"),
    ],
}

RIGHT = {
    "1.1": [(400, 600, 720_000), [400, 600, 720_000], np.array([400, 600, 720_000])],
    "1.2": [np.flipud, lambda image: image[::-1], lambda image: np.flip(image, 0), lambda image: image[::-1].copy()],
    "1.3": [lambda image, x, y, width, height: image[y : y + height, x : x + width].copy()],
    "1.4": [framed],
    "1.5": [without_channels(1, 2), lambda image: image * np.array([1, 0, 0], dtype=np.uint8)],
    "1.6": [lambda image: np.mean(image, axis=2), lambda image: image.astype(np.float32).sum(axis=-1) / 3],
    "1.7": [
        lambda image, amount: np.clip(image.astype(float) + amount, 0, 255).astype(np.uint8),
        lambda image, amount: np.clip(image.astype(np.int16) + amount, 0, 255).astype(np.uint8),
    ],
    "1.8": [skimage.util.invert, util.invert],
    "1.9": [
        lambda image: np.histogram(image, bins=256, range=(0, 256))[0],
        lambda image: skimage.exposure.histogram(image.ravel(), source_range="dtype")[0],
        lambda image: [int((image == level).sum()) for level in range(256)],
    ],
    "1.10": [lambda image, level: ~(image > level)],
    "1.11": [skimage.filters.threshold_otsu, filters.threshold_otsu, otsu],
    "1.12": [
        skimage.filters.threshold_otsu,
        buggy_otsu(lambda levels, separation: levels[np.nanargmax(separation)]),
        buggy_otsu(lambda levels, separation: levels[np.argmax(np.nan_to_num(separation))]),
    ],
    "1.13": [
        lambda image, size: image > skimage.filters.threshold_local(image, size, method="mean"),
        lambda image, size: image > filters.threshold_local(image, size, method="mean"),
    ],
    "1.14": [poster, lambda image: quarters(image, ~image, np.fliplr(image), black_white(image))],
    "1.15": [
        lambda page: page < skimage.filters.threshold_local(page, 15, method="mean", offset=12),
        lambda page: page < skimage.filters.threshold_local(page, 25, offset=14),
        lambda page: page < ndimage.uniform_filter(page.astype(np.float32), 15) - 12,
    ],
}


(
    test_a_wrong_answer_is_told_what_to_think_about,
    test_an_unwritten_answer_is_not_yet_right,
    test_every_way_to_do_it_right_is_accepted,
    test_each_exercise_has_wrong_answers_with_sentences_of_their_own,
) = loops_over(WRONG, RIGHT, exercises(1), unwritten=EXERCISES)
