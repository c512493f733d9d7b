"""Planted answers to exercises 2.14 to 2.25: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import skimage
from planted import exercises, loops_over
from scipy import ndimage

from course_lib import data, exposure, filters, measure, morphology, transform
from course_lib.check.chapter2_shapes import specked

SQUARE = np.ones((3, 3), bool)


def windows(image, mode="edge"):
    rows, cols = image.shape
    padded = np.pad(image, 1, mode=mode)
    return np.array([padded[r : r + rows, c : c + cols] for r in range(3) for c in range(3)])


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
        (lambda frequency, every: abs(frequency * every - round(frequency * every)) / every, "an old pixel"),
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
) = loops_over(WRONG, RIGHT, exercises(2, first=14))


def test_the_check_of_the_turn_allows_few_pixels_to_differ():
    image = data.camera()[100:260:2, 150:330:2]
    assert np.mean(transform.rotate(image, 31, order=0) != transform.rotate(image, 30, order=0)) > 0.1
