"""Planted answers to the exercises of chapter 2: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import skimage
from PIL import Image
from planted import exercises, loops_over
from scipy import ndimage

from course_lib import data, exposure, filters, measure, morphology, transform, util
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


def the_clean_picture(noisy):
    """Return the picture that the grains were thrown on: nothing is left to remove."""
    clean_ones = (util.img_as_float(image[::2, ::2]) for image in (data.camera(), data.load("brick")))
    return min(clean_ones, key=lambda clean: np.mean(clean != noisy))


def in_float32(image, kernel):
    total = np.zeros(image.shape, np.float32)
    for place, part in enumerate(windows(image.astype(np.float32), "symmetric")):
        total += np.float32(kernel[::-1, ::-1].flat[place]) * part
    return total


def looked_up(image, mask, at_or=1):
    """Return the share of the mask's pixels that are darker, or (with 1) as dark."""
    counts = np.bincount(image[mask], minlength=256)
    return ((np.cumsum(counts) - (1 - at_or) * counts) / mask.sum())[image]


def shared_by_those_cut(counts, limit):
    return np.minimum(counts, limit) + over(counts, limit) / max((counts > limit).sum(), 1)


def block_by_block(image, n):
    rows, cols = image.shape
    return [[image[r : r + n, c : c + n].mean() for c in range(0, cols, n)] for r in range(0, rows, n)]


def smoothed(image):
    return filters.gaussian(exposure.equalize_adapthist(image, clip_limit=0.02), 2)


def spread_into_integers(counts, limit):
    clipped = np.minimum(counts, limit)
    for place in range(len(clipped)):
        clipped[place] += over(counts, limit) / len(counts)
    return clipped


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
    "2.14": [
        (lambda image, mask: exposure.equalize_hist(image), "all pixels were counted"),
        (lambda image, mask: (running(image, image[~mask]) / (~mask).sum())[image], "inverted"),
        (lambda image, mask: (running(image, image * mask) / image.size)[image], "black pixels"),
        (lambda image, mask: (running(image, image[mask]) / image.size)[image], "divided by all"),
        (lambda image, mask: (running(image, image[mask]) / mask.sum())[image[mask]], "shape"),
        (
            lambda image, mask: np.where(mask, (running(image, image[mask]) / mask.sum())[image], 0),
            "outside the mask all pixels became equal",
        ),
        (lambda image, mask: np.where(mask, looked_up(image, mask), image / 255), "not looked up in the same table"),
        (lambda image, mask: np.where(mask, looked_up(image, mask), image), "not looked up in the same table"),
        (lambda image, mask: np.where(mask, looked_up(image, mask), looked_up(image, ~mask)), "same table"),
        (lambda image, mask: np.where(mask, looked_up(image, mask), np.nan), "same table"),
        (lambda image, mask: (np.cumsum(np.bincount(image[mask], minlength=255)) / mask.sum())[image], "out of bounds"),
        (lambda image, mask: (np.bincount(image[mask], minlength=256) / mask.sum())[image], "counts themselves"),
        (lambda image, mask: 255 * looked_up(image, mask), "from 0 to 255"),
        (lambda image, mask: looked_up(image, mask, at_or=0), "darker or equal"),
    ],
    "2.15": [
        (lambda counts, limit: np.minimum(counts, limit), "excess is lost"),
        (lambda counts, limit: np.minimum(counts, limit) + over(counts, limit), "whole excess"),
        (lambda counts, limit: np.minimum(counts, limit) + over(counts, limit) // len(counts), "divided with //"),
        (spread_into_integers, "an array of integers (a copy of counts is one)"),
        (lambda counts, limit: np.rint(np.minimum(counts, limit) + over(counts, limit) / len(counts)), "were rounded"),
        (lambda counts, limit: np.minimum(counts, limit) + over(counts, limit) / 256, "divided by 256"),
        (shared_by_those_cut, "that were cut"),
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
        (lambda image, n: blocks(image, n).mean(axis=(1, 3)).round(), "rounded"),
        (lambda image, n: np.asarray(Image.fromarray(image).reduce(n)), "rounded"),
        (lambda image, n: blocks(image, n).sum(axis=(1, 3)) / n, "n * n pixels"),
        (lambda image, n: blocks(image, n).sum(axis=(1, 3), dtype=np.uint8) / n**2, "left the range of uint8"),
        (lambda image, n: blocks(image, n).max(axis=(1, 3)), "brightest"),
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
        (lambda mask: morphology.opening(mask, morphology.disk(3)), "which operation fills"),
        (lambda mask: morphology.closing(mask, morphology.disk(3)), "which operation removes"),
        (lambda mask: mask, "62 of 62 specks and 52 of 52 holes are left: which operation is for which"),
        (lambda mask: filters.gaussian(mask, 1) > 0.5, "58 of 62 specks and 46 of 52 holes are left"),
        (filters.median, "which operation is for which"),
        (lambda mask: morphology.opening(mask, morphology.disk(1)), "5 of 62 specks and 40 of 52 holes are left"),
        (lambda mask: morphology.closing(mask, morphology.disk(1)), "55 of 62 specks and 6 of 52 holes are left"),
        (lambda mask: clean(mask, morphology.opening, morphology.closing, 1), "is the footprint larger"),
        (ndimage.binary_fill_holes, "which operation removes"),
        (lambda mask: morphology.remove_small_objects(mask, max_size=60), "which operation fills"),
        (lambda mask: np.zeros_like(mask), "shrunk"),
        (lambda mask: np.ones_like(mask), "grown"),
        (lambda mask: morphology.erosion(mask, morphology.disk(4)), "shrunk"),
        (lambda mask: morphology.dilation(tidy(mask), np.ones((13, 13))), "grown"),
        (lambda mask: ~tidy(mask), "inverted"),
        (lambda mask: morphology.erosion(tidy(mask), morphology.disk(3)), "outline moved"),
        (lambda mask: specked(71)[1], "shape"),
        (just_too_few, "score 0.949 of 0.950"),
    ],
    "2.24": [
        (lambda image: measure.label(image > filters.threshold_otsu(image)).max(), "above Otsu's level"),
        (lambda image: 24, "look at the pixels"),
        (lambda image: 24 if len(image) > 200 else 12, "five coins taken away"),
        (lambda image: int(np.ceil(image.size / 4848)), "look at the pixels"),
        (lambda image: measure.label(coins_above(image)).max() + 1, "background"),
        (lambda image: measure.label(coins_above(image)).max() + (image.shape[0] > 200), "closing joined"),
        (lambda image: 20, "joined, or lost"),
        (lambda image: measure.label(coins_above(image, 3, 2)).max(), "specks"),
        (lambda image: str(measure.label(coins_above(image)).max()), "got the text"),
        (lambda image: float("nan"), "finite"),
        (lambda image: measure.label(coins_above(image, 3, 20)).max(), "lost"),
        (lambda image: measure.label(coins_above(image)), "one number"),
    ],
    "2.25": [
        (lambda image: image < filters.threshold_otsu(image), "dark room"),
        (lambda image: ~lungs(image), "inverted"),
        (lambda image: lungs(image, 0.9), "next to nothing is left"),
        (lambda image: lungs(image, 0.8), "The level is too high"),
        (lambda image: without_border(smoothed(image) < 0.75), "The level is too high"),
        (lambda image: without_border(exposure.equalize_hist(image) < 0.5), "The level is too high"),
        (lambda image: without_border(image < 150), "The level is too high"),
        (lambda image: without_border(filters.gaussian(image, 2) < 110 / 255), "the level is too low"),
        (lambda image: without_border(image < 110), "the level is too low"),
        (lambda image: without_border(filters.gaussian(image, 2) < 100 / 255), "Either the level is too low"),
        (lambda image: without_border(smoothed(image) > 0.66), "what is in it is bright"),
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
    "2.14": [
        lambda image, mask: skimage.exposure.equalize_hist(image, mask=mask),
        lambda image, mask: exposure.equalize_hist(image, mask=mask),
        lambda image, mask: [[(image[mask] <= value).mean() for value in row] for row in image],
        lambda image, mask: looked_up(image, mask).astype(np.float32),
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
        lambda image, n: blocks(image, n).mean(axis=(1, 3), dtype=np.float32),
        lambda image, n: np.asarray(Image.fromarray(image.astype(np.float32)).reduce(n)),
        block_by_block,
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
        lambda mask: ndimage.binary_closing(ndimage.binary_opening(mask, iterations=2), iterations=2),
        lambda mask: ndimage.median_filter(mask.astype(np.float32), 7) > 0.5,
        lambda mask: filters.gaussian(mask, 3) > 0.5,
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
) = loops_over(WRONG, RIGHT, exercises(2, first=14))


def test_the_check_of_the_turn_allows_few_pixels_to_differ():
    image = data.camera()[100:260:2, 150:330:2]
    assert np.mean(transform.rotate(image, 31, order=0) != transform.rotate(image, 30, order=0)) > 0.1
