"""Chapter 2, exercises 2.6 to 2.10: sharpening, edges, the median. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..filters import gaussian, prewitt
from ..metrics import peak_signal_noise_ratio
from ..morphology import disk
from ..util import img_as_float, random_noise
from .chapter2_kernels import either
from .legacy import Wrong, as_array, call, compare, exercise
from .numbers import rounded_down
from .pictures import grey_pictures, random_grey


@exercise(
    "2.6",
    "Sharpen by hand",
    hints=(
        "The detail is what a Gaussian takes away: image - filters.gaussian(image, sigma).",
        "Add it to the picture, amount times.",
        "Sharpening can leave the range from 0 to 1: np.clip(..., 0, 1).",
    ),
    right="the picture and amount times its detail, within its range.",
)
def judge_sharpen(answer):
    for image in (img_as_float(picture) for picture in grey_pictures()):
        for sigma, amount in ((1.0, 2.5), (2.0, 0.6)):
            details = [image - gaussian(image, sigma, mode=mode) for mode in ("nearest", "reflect")]
            detail = details[0]
            raw = image + amount * detail
            mistakes = [
                (raw, "values below 0 or above 1 are left: cut them off with np.clip."),
                (np.clip(image - amount * detail, 0, 1), "this smooths: the detail was subtracted; add it."),
                (amount * detail, "this is the detail alone: add it to the picture."),
                (np.clip(amount * detail, 0, 1), "this is the detail alone: add it to the picture."),
                (np.clip(image + detail, 0, 1), "the amount was not used."),
                (np.clip(gaussian(image, sigma) + amount * detail, 0, 1), "the detail was added to the smoothed picture; add it to the picture itself."),
                ((raw - raw.min()) / np.ptp(raw), "the result was stretched to 0 to 1: that changes every pixel. Cut off with np.clip instead."),
            ]  # fmt: skip
            right = [np.clip(image + amount * d, 0, 1) for d in details]
            either(call(answer, image, sigma, amount), right, image, mistakes)


@exercise(
    "2.7",
    "Write Sobel",
    hints=(
        "Two filters, one for each direction: the kernel [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]] / 4, and the same transposed.",
        "ndimage.correlate(image, kernel) mirrors the border by itself.",
        "Combine them with np.sqrt((h ** 2 + v ** 2) / 2).",
    ),
    right="the strength of the change, in whatever direction it goes.",
)
def judge_sobel(answer):
    for image in (img_as_float(picture) for picture in grey_pictures()):
        kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4
        v, h = ndimage.correlate(image, kernel), ndimage.correlate(image, kernel.T)
        expected = np.sqrt((h**2 + v**2) / 2)
        one = "this looks in one direction alone; edges run in all of them: combine both filters."
        mistakes = [
            (v, one), (h, one), (np.abs(v), one), (np.abs(h), one), (-v, one), (-h, one),
            (expected * 4, "four times too strong: divide the kernel by 4, so that a step from 0 to 1 gives 1."),
            (expected * np.sqrt(2), "too strong by a factor of 1.41: the sum of the squares is halved before the root."),
            (expected * 4 * np.sqrt(2), "divide the kernel by 4, and halve the sum of the squares before the root."),
            (expected**2, "the square root is missing."),
            (np.abs(h) + np.abs(v), "the two are added as lengths along a right angle: square, add, take the root."),
            ((np.abs(h) + np.abs(v)) / 2, "the two are added as lengths along a right angle: square, add, take the root."),
            (h + v, "edges of opposite directions cancel each other: square before you add."),
            (prewitt(image), "the weights are 1, 1, 1: that is Prewitt. Sobel's middle row counts twice."),
            (ndimage.generic_gradient_magnitude(image, ndimage.sobel, mode="constant") / 4 / np.sqrt(2), "the border is not black: mirror the picture there."),
        ]  # fmt: skip
        compare(call(answer, image), expected, image, mistakes, 1e-6)


@exercise(
    "2.8",
    "Edges that are not there",
    hints=(
        "Try it on two pixels: what is np.uint8(10) - np.uint8(20)?",
        "The difference needs room for negative numbers before np.abs can do its work.",
        "Convert first: image = image.astype(int).",
    ),
    right="a difference needs room below 0: convert first, subtract then.",
)
def judge_wrapped(answer):
    for image in grey_pictures():
        left, right = image[:, :-2].astype(int), image[:, 2:].astype(int)
        expected = np.abs(right - left)
        wrapped = (right - left).astype(np.uint8)
        late = "still wrapped: 10 - 20 came out as 246. In which type is the subtraction done?"
        mistakes = [
            (wrapped, late),
            (right - left, "now the sign is right, but asked is the size of the change: np.abs is missing."),
            (np.maximum(right - left, 0), "the changes from bright to dark are lost: they count too."),
            (np.maximum(left - right, 0), "the changes from dark to bright are lost: they count too."),
            (np.abs(wrapped.astype(np.int8).astype(int)), "int8 holds -128 to 127; a difference of two bytes needs more."),
            (expected / 255, "the right differences, as shares of white; asked are numbers from 0 to 255."),
            (expected / 2, "divided by 2; asked is the whole difference."),
            (np.abs(image[:, 1:].astype(int) - image[:, :-1]), "this compares neighbours; the given code compares a pixel's right with its left neighbour."),
        ]  # fmt: skip
        compare(call(answer, image), expected, image, mistakes, 1e-6)


@exercise(
    "2.9",
    "Write the median",
    hints=(
        "np.pad(image, 1, mode='edge'), then nine shifted copies in a list.",
        "np.median(copies, axis=0) takes the middle one for each pixel.",
        "Nine values sorted: the middle one has the number 4, counted from 0.",
    ),
    right="the middle one of nine: as many are darker as are brighter.",
)
def judge_median(answer):
    for image in (*grey_pictures(), random_grey(21, (8, 8))):
        expected = ndimage.median_filter(image, 3, mode="nearest")
        values = image.astype(float)
        mistakes = [
            (ndimage.uniform_filter(values, 3, mode="nearest"), "this is the mean of the nine; the median is the middle one of them, sorted."),
            (ndimage.minimum_filter(image, 3, mode="nearest"), "this is the darkest of the nine; asked is the middle one."),
            (ndimage.maximum_filter(image, 3, mode="nearest"), "this is the brightest of the nine; asked is the middle one."),
            (ndimage.rank_filter(image, 5, size=3, mode="nearest"), "off by one: of nine sorted values, number 4 is the middle, counted from 0."),
            (ndimage.rank_filter(image, 3, size=3, mode="nearest"), "off by one: of nine sorted values, number 4 is the middle, counted from 0."),
            (ndimage.median_filter(image, 3, mode="constant"), "beyond the border you took black; repeat the border pixels: mode='edge'."),
            (ndimage.median_filter(image, footprint=disk(1), mode="nearest"), "this window holds five pixels, without the corners; asked are all nine."),
            (ndimage.median_filter(image, 5, mode="nearest"), "this window has five by five pixels; asked are three by three."),
            (np.full(image.shape, np.median(image)), "one median for the whole picture; asked is one for the nine around each pixel."),
            (expected[1:-1, 1:-1], "the outermost pixels are missing: pad the picture first."),
        ]  # fmt: skip
        given = call(answer, image)
        if np.ndim(given) == 0:
            raise Wrong("one number for the whole picture; asked is the median of the nine around each pixel.")
        compare(given, expected, image, mistakes, 1e-6)


@exercise(
    "2.10",
    "Three grains in ten",
    hints=(
        "Salt and pepper: which filter ignores values at both ends?",
        "With 30 % grains, a window of five pixels often holds three of them. Try larger footprints, and look at the result.",
        "filters.median(noisy, np.ones((3, 3))) twice, or once with morphology.disk(2).",
    ),
    right="a median large enough for the grains and small enough for the picture.",
)
def judge_grains(answer):
    scores = []
    pictures_of = {"the photographer": data.camera(), "the brick wall": data.load("brick")}
    for seed, (name, image) in enumerate(pictures_of.items(), 5):
        image = image[::2, ::2]
        clean = img_as_float(image)
        noisy = random_noise(clean, "s&p", amount=0.3, rng=seed)
        given = as_array(call(answer, noisy))
        if given.shape != clean.shape or given.dtype.kind not in "uif":
            raise Wrong(f"expected a grey picture of shape {clean.shape}, got {given.dtype} of shape {given.shape}.")
        if not np.isfinite(given.astype(float)).all():
            raise Wrong("some of the values are not finite numbers: was something divided by 0?")
        if given.max() > 1.5:
            raise Wrong("the values should go from 0 to 1, as those of the noisy picture do.")
        score = peak_signal_noise_ratio(clean, given.astype(float), data_range=1)
        goal = score_to_reach(clean, noisy)
        scores.append(f"{name} {rounded_down(score, 1)} dB")
        if score >= goal:
            continue
        pictures = {"input": noisy, "expected": clean, "yours": given}
        told = f"{name}: {rounded_down(score, 1)} dB of the {goal:.1f} asked for: "
        grains = np.mean((np.abs(given - clean) > 0.4) & (np.abs(noisy - clean) > 0.4))
        if np.mean(given == noisy) > 0.95:
            raise Wrong(told + "nearly all pixels are as they were.", **pictures)
        smear = np.abs(given - ndimage.gaussian_filter(noisy, 1.5)).mean()
        if smear < np.abs(given - clean).mean():
            raise Wrong(
                told + "the grains became spots. A mean counts every grain; which filter ignores them?", **pictures
            )
        if grains > 0.005:
            raise Wrong(told + "grains are left. The window is too small for so many.", **pictures)
        raise Wrong(told + "the grains are gone, and fine detail with them: take a smaller window.", **pictures)
    return f"{' and '.join(scores)}:"


def score_to_reach(clean, noisy):
    """Return half a decibel less than what the median of a disk of radius 2 reaches, and at most a tenth more less."""
    calm = ndimage.median_filter(noisy, footprint=disk(2), mode="nearest")
    return np.floor(10 * peak_signal_noise_ratio(clean, calm, data_range=1) - 5) / 10
