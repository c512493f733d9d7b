"""Planted answers to the exercises of chapter 2: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import skimage
from planted import exercises, loops_over
from scipy import ndimage, signal

from course_lib import color, data, exposure, filters, measure, morphology, transform
from course_lib.check.chapter2_shapes import specked

NINTHS = np.full((3, 3), 1 / 9)
SOBEL = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4
SQUARE = np.ones((3, 3), bool)


def kernel_at(row, col, value=1.0):
    kernel = np.zeros((3, 3))
    kernel[row, col] = value
    return kernel


def bell(sigma, radius, power=2):
    away = np.arange(-radius, radius + 1)
    return np.exp(-(np.abs(away) ** power) / (2 * sigma**2))


def impulse_response(sigma, radius):
    impulse = np.eye(1, 2 * radius + 1, radius)[0]
    return ndimage.gaussian_filter1d(impulse, sigma, radius=radius, mode="constant")


def smooth_each(image, sigma):
    return filters.gaussian(image, sigma, channel_axis=-1)


def detail(image, sigma):
    return image - filters.gaussian(image, sigma)


def slopes(image, kernel=SOBEL):
    return ndimage.correlate(image, kernel), ndimage.correlate(image, kernel.T)


def ranked(rank):
    return lambda image: np.sort(windows(image), axis=0)[rank]


def windows(image, mode="edge"):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode=mode)
    return np.array([padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)])


def between(image, low, high):
    return (image - low) / (high - low)


def by_percentiles(image, low, high):
    return between(image, *np.percentile(image, (low, high)))


def running(image, pixels=None):
    pixels = image if pixels is None else pixels
    return np.cumsum(np.bincount(pixels.ravel(), minlength=256))


def over(counts, limit):
    return np.maximum(counts - limit, 0).sum()


def turned(image, angle):
    """Return the picture turned by an angle in radians, as the given code of exercise 2.17 does it."""
    rows, cols = image.shape[:2]
    y, x = (rows - 1) / 2, (cols - 1) / 2
    r, c = np.mgrid[:rows, :cols]
    cos, sin = np.cos(angle), np.sin(angle)
    from_row = np.rint(y + cos * (r - y) + sin * (c - x)).astype(int)
    from_col = np.rint(x - sin * (r - y) + cos * (c - x)).astype(int)
    inside = (from_row >= 0) & (from_row < rows) & (from_col >= 0) & (from_col < cols)
    result = np.zeros_like(image)
    result[inside] = image[from_row[inside], from_col[inside]]
    return result


def blocks(image, n):
    rows, cols = image.shape
    return image.reshape(rows // n, n, cols // n, n).astype(float)


def clean(mask, first, second, radius=3):
    return second(first(mask, morphology.disk(radius)), morphology.disk(radius))


def tidy(mask):
    return clean(mask, morphology.closing, morphology.opening)


def just_too_few(mask):
    """Return the first picture's shape with the fewest pixels missing that leave it below a score of 0.95."""
    truth = specked(71)[1]
    total = truth.sum()
    missing = next(k for k in range(total) if 2 * (total - k) / (2 * total - k) < 0.95)
    rows, cols = np.nonzero(truth)
    truth[rows[:missing], cols[:missing]] = False
    return truth


def good_for_the_photographer(noisy):
    """Take the right footprint where the sky is bright, and one that is too small for the wall."""
    return filters.median(noisy, morphology.disk(2) if np.median(noisy[:40, :40]) > 0.6 else morphology.disk(1))


def coins_above(image, closing=3, opening=6):
    mask = image > filters.threshold_local(image, 91, offset=-10)
    return morphology.opening(morphology.closing(mask, morphology.disk(closing)), morphology.disk(opening))


def without_border(mask):
    numbers = measure.label(mask)
    edge = np.concatenate([numbers[0], numbers[-1], numbers[:, 0], numbers[:, -1]])
    return mask & ~np.isin(numbers, edge)


def lungs(image, level=0.66, radius=10):
    dark = filters.gaussian(exposure.equalize_adapthist(image, clip_limit=0.02), 2) < level
    disk = morphology.disk(radius)
    return morphology.opening(morphology.closing(without_border(dark), disk), disk)


def by_skimage(image):
    clear = skimage.exposure.equalize_adapthist(image, clip_limit=0.02)
    dark = skimage.segmentation.clear_border(skimage.filters.gaussian(clear, 2) < 0.66)
    disk = skimage.morphology.disk(10)
    return skimage.morphology.opening(skimage.morphology.closing(dark, disk), disk)


WRONG = {
    "2.1": [
        (kernel_at(1, 2), "to the left"),
        (kernel_at(0, 1), "up or down"),
        (kernel_at(2, 1), "up or down"),
        (kernel_at(1, 0, 2), "sum to 2"),
        (NINTHS, "mixes"),
        (kernel_at(1, 1), "another place"),
        (np.ones((2, 2)), "shape"),
        ("to the right", "the kernel itself"),
    ],
    "2.2": [
        (lambda image: ndimage.correlate(image.astype(float), np.ones((3, 3))), "sum of the nine"),
        (lambda image: ndimage.correlate(image.astype(float), np.ones((3, 3)) / 8), "divided by 8"),
        (lambda image: ndimage.correlate(image, NINTHS), "decimals"),
        (lambda image: ndimage.uniform_filter(image, 3), "decimals"),
        (lambda image: ndimage.uniform_filter(image.astype(float), 3, mode="constant"), "too dark"),
        (lambda image: ndimage.median_filter(image.astype(float), 3), "median"),
        (lambda image: ndimage.uniform_filter(image.astype(float), 5), "five by five"),
        (lambda image: ndimage.uniform_filter(image / 255, 3), "from 0 to 1"),
    ],
    "2.3": [
        (ndimage.correlate, "correlation"),
        (lambda image, kernel: ndimage.correlate(image, kernel[::-1]), "rows were turned"),
        (lambda image, kernel: ndimage.correlate(image, kernel[:, ::-1]), "columns were turned"),
        (lambda image, kernel: ndimage.convolve(image, kernel.T), "transposed"),
        (lambda image, kernel: ndimage.convolve(image, kernel, mode="constant"), "took black"),
        (lambda image, kernel: ndimage.convolve(image, kernel, mode="wrap"), "np.roll"),
        (lambda image, kernel: signal.convolve2d(image, kernel, mode="valid"), "outermost"),
    ],
    "2.4": [
        (lambda sigma, radius: bell(sigma, radius), "the sum is not 1"),
        (lambda sigma, radius: bell(sigma * 2**-0.5, radius) / bell(sigma * 2**-0.5, radius).sum(), "the 2 is missing"),
        (lambda sigma, radius: bell(sigma**0.5, radius) / bell(sigma**0.5, radius).sum(), "sigma has to be squared"),
        (lambda sigma, radius: bell(sigma, radius, 1) / bell(sigma, radius, 1).sum(), "distance has to be squared"),
        (lambda sigma, radius: bell(sigma, radius)[:-1], "weights: asked are"),
        (lambda sigma, radius: np.outer(bell(sigma, radius), bell(sigma, radius)), "square kernel"),
        (lambda sigma, radius: np.full(2 * radius + 1, 1 / (2 * radius + 1)), "all alike"),
    ],
    "2.5": [
        (lambda image, sigma: skimage.filters.gaussian(image, sigma), "ran into each other"),
        (lambda image, sigma: filters.gaussian(color.rgb2gray(image), sigma), "grey"),
        (lambda image, sigma: smooth_each(image, sigma) * 255, "from 0 to 255"),
        (lambda image, sigma: smooth_each(image, 1), "was not used"),
        (lambda image, sigma: filters.gaussian(image, sigma), "stopped on a picture"),
        (lambda image, sigma: smooth_each(image, sigma**2), "do not square"),
    ],
    "2.6": [
        (lambda image, sigma, amount: image + amount * detail(image, sigma), "np.clip"),
        (lambda image, sigma, amount: np.clip(image - amount * detail(image, sigma), 0, 1), "smooths"),
        (lambda image, sigma, amount: amount * detail(image, sigma), "alone"),
        (lambda image, sigma, amount: np.clip(image + detail(image, sigma), 0, 1), "amount was not used"),
        (
            lambda image, sigma, amount: np.clip(filters.gaussian(image, sigma) + amount * detail(image, sigma), 0, 1),
            "added to the smoothed",
        ),
    ],
    "2.7": [
        (lambda image: slopes(image)[0], "one direction"),
        (lambda image: np.abs(slopes(image)[1]), "one direction"),
        (lambda image: np.hypot(*slopes(image)), "1.41"),
        (lambda image: np.hypot(*slopes(image, SOBEL * 4)), "divide the kernel by 4, and"),
        (lambda image: np.hypot(*slopes(image, SOBEL * 4)) / 2**0.5, "four times too strong"),
        (lambda image: np.abs(slopes(image)).sum(axis=0), "square, add"),
        (skimage.filters.prewitt, "Prewitt"),
        (lambda image: sum(slopes(image)), "cancel"),
        (lambda image: np.hypot(*slopes(image)) ** 2 / 2, "root is missing"),
    ],
    "2.8": [
        (lambda image: np.abs(image[:, 2:] - image[:, :-2]), "still wrapped"),
        (lambda image: np.abs((image[:, 2:] - image[:, :-2]).astype(int)), "still wrapped"),
        (lambda image: image[:, 2:].astype(int) - image[:, :-2], "np.abs is missing"),
        (lambda image: np.clip(image[:, 2:].astype(int) - image[:, :-2], 0, 255), "bright to dark"),
        (lambda image: np.abs((image[:, 2:] - image[:, :-2]).view(np.int8).astype(int)), "int8"),
        (lambda image: np.abs(image[:, 2:] / 255 - image[:, :-2] / 255), "shares of white"),
    ],
    "2.9": [
        (lambda image: windows(image).mean(axis=0), "mean of the nine"),
        (ranked(0), "darkest"),
        (ranked(8), "brightest"),
        (ranked(5), "off by one"),
        (lambda image: np.median(windows(image, "constant"), axis=0), "took black"),
        (lambda image: filters.median(image, morphology.disk(1)), "five pixels"),
        (np.median, "one number"),
    ],
    "2.10": [
        (lambda noisy: filters.gaussian(noisy, 1.5), "spots"),
        (lambda noisy: noisy, "the photographer: "),
        (lambda noisy: noisy, "as they were"),
        (good_for_the_photographer, "the brick wall: "),
        (filters.median, "too small"),
        (lambda noisy: filters.median(noisy, morphology.disk(4)), "smaller window"),
        (lambda noisy: filters.median(noisy, morphology.disk(2)) * 255, "from 0 to 1"),
    ],
    "2.11": [
        (lambda image: image / 255, "does not use all"),
        (lambda image: image / image.max(), "subtract the minimum"),
        (lambda image: (image - image.min()) / 255, "divide by the distance"),
        (lambda image: exposure.rescale_intensity(image), "from 0 to 255"),
        (lambda image: 1 - between(image, image.min() / 1, image.max() / 1), "inverted"),
    ],
    "2.12": [
        (by_percentiles, "np.clip"),
        (lambda image, low, high: between(image, image.min() / 1, image.max() / 1), "one bad pixel"),
        (lambda image, low, high: np.clip(between(image.astype(float), low, high), 0, 1), "not grey values"),
        (lambda image, low, high: np.clip(by_percentiles(image, low / 100, high / 100), 0, 1), "from 0 to 100"),
        (lambda image, low, high: np.clip(by_percentiles(image, high, low), 0, 1), "exchanged"),
        (lambda image, low, high: np.clip(by_percentiles(image, low, high), 0, 1) * 255, "from 0 to 255"),
    ],
    "2.13": [
        (lambda image: running(image)[image], "image.size"),
        (lambda image: running(image) / image.size, "table of 256"),
        (lambda image: (np.bincount(image.ravel(), minlength=256) / image.size)[image], "add them up"),
        (lambda image: np.searchsorted(np.sort(image.ravel()), image) / image.size, "darker or equal"),
        (lambda image: 1 - (running(image) / image.size)[image], "inverted"),
        (lambda image: between(image, image.min() / 1, image.max() / 1), "stretching"),
        (lambda image: (running(image) / image.size * 255)[image], "from 0 to 255"),
    ],
    "2.14": [
        (lambda image, mask: exposure.equalize_hist(image), "all pixels were counted"),
        (lambda image, mask: (running(image, image[~mask]) / (~mask).sum())[image], "inverted"),
        (lambda image, mask: (running(image, image * mask) / image.size)[image], "black pixels"),
        (lambda image, mask: (running(image, image[mask]) / image.size)[image], "divided by all"),
        (lambda image, mask: (running(image, image[mask]) / mask.sum())[image[mask]], "shape"),
        (
            lambda image, mask: np.where(mask, (running(image, image[mask]) / mask.sum())[image], 0),
            "outside the mask",
        ),
    ],
    "2.15": [
        (lambda counts, limit: np.minimum(counts, limit), "excess is lost"),
        (lambda counts, limit: np.minimum(counts, limit) + over(counts, limit), "whole excess"),
        (lambda counts, limit: np.minimum(counts, limit) + over(counts, limit) // len(counts), "rounded down"),
        (
            lambda counts, limit: np.minimum(counts + over(counts, limit) / len(counts), limit),
            "the cut came last",
        ),
        (lambda counts, limit: counts[counts <= limit], "bins"),
    ],
    "2.16": [
        (np.rot90, "counter-clockwise"),
        (lambda image: image.swapaxes(0, 1), "mirror image"),
        (lambda image: image[::-1, ::-1], "half a turn"),
        (lambda image: transform.rotate(image, -90), "cut off"),
        (lambda image: skimage.transform.rotate(image, -90, resize=True), "from 0 to 1"),
    ],
    "2.17": [
        (turned, "30 degrees come out as 279"),
        (lambda image, angle: turned(image, -np.deg2rad(angle)), "wrong way"),
        (lambda image, angle: turned(image, np.rad2deg(angle)), "other way"),
        (lambda image, angle: turned(image, np.deg2rad(np.deg2rad(angle))), "twice"),
        (lambda image, angle: turned(image, angle * np.pi / 90), "twice the angle"),
        (lambda image, angle: turned(image, angle * np.pi / 360), "half the angle"),
        (lambda image, angle: transform.rotate(image, angle, resize=True), "shape"),
    ],
    "2.18": [
        (lambda image, n: image[::n, ::n], "aliasing"),
        (lambda image, n: blocks(image, n).sum(axis=(1, 3)), "sums"),
        (lambda image, n: blocks(image, n).mean(axis=(1, 3)).astype(int), "decimals"),
        (lambda image, n: np.median(blocks(image, n), axis=(1, 3)), "median"),
        (
            lambda image, n: image.reshape(n, image.shape[0] // n, n, image.shape[1] // n).mean(axis=(0, 2)),
            "wrong order",
        ),
        (lambda image, n: transform.downscale_local_mean(image / 255, (n, n)), "from 0 to 1"),
    ],
    "2.19": [
        (lambda frequency, every: frequency * every, "not folded"),
        (lambda frequency, every: frequency * every % 1, "never more than 0.5"),
        (lambda frequency, every: frequency / every, "multiply"),
        (lambda frequency, every: frequency * every - round(frequency * every), "no sign"),
        (lambda frequency, every: min(frequency * every, 0.5), "folded back"),
        (lambda frequency, every: abs(frequency * every - round(frequency * every)) / every, "per old pixel"),
    ],
    "2.20": [
        (lambda image, n: np.tile(image, (n, n) + (1,) * (image.ndim - 2)), "tiles"),
        (lambda image, n: image.repeat(n, axis=0), "columns not yet"),
        (lambda image, n: image.repeat(n, axis=1), "rows not yet"),
        (lambda image, n: np.repeat(image, n), "one long line"),
        (
            lambda image, n: transform.resize(image, (image.shape[0] * n, image.shape[1] * n)),
            "made up",
        ),
    ],
    "2.21": [
        (lambda image: morphology.dilation(image, SQUARE), "dilation"),
        (lambda image: ndimage.minimum_filter(image, 3, mode="constant"), "border was eaten"),
        (lambda image: morphology.erosion(image), "corners"),
        (lambda image: morphology.erosion(image, np.ones((5, 5))), "five by five"),
        (lambda image: np.median(windows(image), axis=0).astype(image.dtype), "median"),
        (lambda image: image, "nothing was eroded"),
    ],
    "2.22": [
        (lambda mask: morphology.dilation(mask, SQUARE) & ~mask, "outside the shape"),
        (lambda mask: morphology.dilation(mask, SQUARE) ^ morphology.erosion(mask, SQUARE), "two pixels wide"),
        (lambda mask: morphology.erosion(mask, SQUARE), "what it takes away"),
        (lambda mask: ~(mask & ~morphology.erosion(mask, SQUARE)), "inverted"),
        (lambda mask: mask & ~morphology.erosion(mask), "without corners"),
        (lambda mask: (mask & ~morphology.erosion(mask, SQUARE)).astype(int), "True and False"),
    ],
    "2.23": [
        (lambda mask: morphology.opening(mask, morphology.disk(3)), "holes are left"),
        (lambda mask: morphology.closing(mask, morphology.disk(3)), "specks are left"),
        (lambda mask: mask, "specks and holes are left"),
        (lambda mask: morphology.erosion(mask, morphology.disk(4)), "shrunk"),
        (lambda mask: morphology.dilation(tidy(mask), np.ones((13, 13))), "grown"),
        (lambda mask: ~tidy(mask), "inverted"),
        (lambda mask: morphology.erosion(tidy(mask), morphology.disk(3)), "outline moved"),
        (lambda mask: specked(71)[1], "shape"),
        (just_too_few, "score 0.949 of the 0.950"),
    ],
    "2.24": [
        (lambda image: measure.label(image > filters.threshold_otsu(image)).max(), "above Otsu's level"),
        (lambda image: 24, "look at the pixels"),
        (lambda image: 24 if len(image) > 200 else 12, "five coins taken away"),
        (lambda image: int(np.ceil(image.size / 4848)), "look at the pixels"),
        (lambda image: measure.label(coins_above(image)).max() + 1, "background"),
        (lambda image: measure.label(coins_above(image, 3, 2)).max(), "Specks"),
        (lambda image: measure.label(coins_above(image, 3, 20)).max(), "lost"),
        (lambda image: measure.label(coins_above(image)), "one number"),
    ],
    "2.25": [
        (lambda image: image < filters.threshold_otsu(image), "dark room"),
        (lambda image: ~lungs(image), "inverted"),
        (lambda image: lungs(image, 0.9), "nothing is left"),
        (lambda image: lungs(image, 0.55), "is missing"),
        (lambda image: morphology.dilation(lungs(image), morphology.disk(12)), "outside the lungs"),
        (lambda image: exposure.equalize_adapthist(image), "mask of True"),
        (lambda image: data.load("chest_lungs"), "score"),
        (lambda image: lungs(image)[::2], "shape"),
        (lambda image: lungs(data.load("chest_phantom")), "mirrored: score"),
        (lambda image: image < filters.threshold_otsu(image), "the radiograph as it is: score"),
    ],
}  # fmt: skip

RIGHT = {
    "2.1": [kernel_at(1, 0), [[0, 0, 0], [1, 0, 0], [0, 0, 0]]],
    "2.2": [
        lambda image: ndimage.uniform_filter(image.astype(float), 3),
        lambda image: windows(image, "symmetric").mean(axis=0),
        lambda image: ndimage.convolve(image.astype(np.float32), NINTHS),
    ],
    "2.3": [ndimage.convolve, lambda image, kernel: signal.convolve2d(image, kernel, mode="same", boundary="symm")],
    "2.4": [
        lambda sigma, radius: bell(sigma, radius) / bell(sigma, radius).sum(),
        lambda sigma, radius: list(bell(sigma, radius) / bell(sigma, radius).sum()),
        impulse_response,
    ],
    "2.5": [
        lambda image, sigma: skimage.filters.gaussian(image, sigma, channel_axis=-1),
        lambda image, sigma: np.stack([filters.gaussian(image[..., c], sigma) for c in range(3)], axis=-1),
        lambda image, sigma: filters.gaussian(image, sigma, channel_axis=2, mode="reflect"),
    ],
    "2.6": [
        lambda image, sigma, amount: skimage.filters.unsharp_mask(image, sigma, amount),
        lambda image, sigma, amount: filters.unsharp_mask(image, sigma, amount),
        lambda image, sigma, amount: np.clip((1 + amount) * image - amount * filters.gaussian(image, sigma), 0, 1),
    ],
    "2.7": [skimage.filters.sobel, filters.sobel, lambda image: np.hypot(*slopes(image)) / 2**0.5],
    "2.8": [
        lambda image: np.abs(image[:, 2:].astype(np.int16) - image[:, :-2]),
        lambda image: np.maximum(image[:, 2:], image[:, :-2]) - np.minimum(image[:, 2:], image[:, :-2]),
        lambda image: np.abs(image[:, 2:].astype(float) - image[:, :-2]),
    ],
    "2.9": [
        ranked(4),
        lambda image: skimage.filters.median(image, np.ones((3, 3))),
        filters.median,
        lambda image: ndimage.median_filter(image, 3, mode="nearest"),
    ],
    "2.10": [
        lambda noisy: filters.median(filters.median(noisy)),
        lambda noisy: skimage.filters.median(noisy, skimage.morphology.disk(2)),
    ],
    "2.11": [
        lambda image: skimage.exposure.rescale_intensity(image, out_range=(0.0, 1.0)),
        lambda image: exposure.rescale_intensity(image, out_range=(0.0, 1.0)),
    ],
    "2.12": [
        lambda image, low, high: skimage.exposure.rescale_intensity(
            image, in_range=tuple(np.percentile(image, (low, high))), out_range=(0.0, 1.0)
        ),
        lambda image, low, high: np.clip(by_percentiles(image, low, high), 0, 1),
    ],
    "2.13": [
        skimage.exposure.equalize_hist,
        exposure.equalize_hist,
        lambda image: np.searchsorted(np.sort(image.ravel()), image, side="right") / image.size,
    ],
    "2.14": [
        lambda image, mask: skimage.exposure.equalize_hist(image, mask=mask),
        lambda image, mask: exposure.equalize_hist(image, mask=mask),
    ],
    "2.15": [lambda counts, limit: [min(n, limit) + over(counts, limit) / len(counts) for n in counts]],
    "2.16": [
        lambda image: np.rot90(image, -1),
        lambda image: np.rot90(image, 3),
        lambda image: transform.rotate(image, -90, resize=True, preserve_range=True),
        lambda image: skimage.transform.rotate(image, -90, resize=True, preserve_range=True),
    ],
    "2.17": [
        lambda image, angle: turned(image, np.deg2rad(angle)),
        lambda image, angle: skimage.transform.rotate(image, angle, order=0, preserve_range=True),
    ],
    "2.18": [
        lambda image, n: skimage.transform.downscale_local_mean(image, (n, n)),
        lambda image, n: skimage.measure.block_reduce(image, (n, n), np.mean),
    ],
    "2.19": [
        lambda frequency, every: min(frequency * every % 1, 1 - frequency * every % 1),
        lambda frequency, every: np.abs(np.float64(frequency * every) - np.round(frequency * every)),
    ],
    "2.20": [
        lambda image, n: skimage.transform.resize(
            image, (image.shape[0] * n, image.shape[1] * n), order=0, preserve_range=True
        ),
        lambda image, n: np.kron(image, np.ones((n, n, 1)[: image.ndim], image.dtype)),
        lambda image, n: image[np.arange(len(image) * n) // n][:, np.arange(image.shape[1] * n) // n],
    ],
    "2.21": [
        lambda image: skimage.morphology.erosion(image, SQUARE),
        lambda image: morphology.erosion(image, SQUARE),
        lambda image: windows(image).min(axis=0),
        lambda image: ndimage.grey_erosion(image, (3, 3)),
    ],
    "2.22": [
        lambda mask: skimage.segmentation.find_boundaries(mask, connectivity=2, mode="inner") & mask,
        lambda mask: mask ^ skimage.morphology.erosion(mask, SQUARE),
    ],
    "2.23": [
        tidy,
        lambda mask: clean(mask, skimage.morphology.opening, skimage.morphology.closing),
        lambda mask: morphology.remove_small_holes(morphology.remove_small_objects(mask, max_size=60), max_size=60),
    ],
    "2.24": [
        lambda image: measure.label(coins_above(image)).max(),
        lambda image: skimage.measure.label(coins_above(image)).max(),
        lambda image: ndimage.label(coins_above(image), np.ones((3, 3)))[1],
    ],
    "2.25": [lungs, by_skimage],
}  # fmt: skip


(
    test_a_wrong_answer_is_told_what_to_think_about,
    test_an_unwritten_answer_is_not_yet_right,
    test_every_way_to_do_it_right_is_accepted,
    test_each_exercise_has_wrong_answers_with_sentences_of_their_own,
) = loops_over(WRONG, RIGHT, exercises(2))


def test_the_check_of_the_turn_allows_few_pixels_to_differ():
    image = data.camera()[100:260:2, 150:330:2]
    assert np.mean(transform.rotate(image, 31, order=0) != transform.rotate(image, 30, order=0)) > 0.1
