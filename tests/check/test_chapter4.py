"""Planted answers to the exercises of chapter 4: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import pytest
import skimage
from planted import exercises, loops_over
from scipy import ndimage
from scipy.cluster import vq

from course_lib import color, filters, measure, segmentation
from course_lib.check import verdict
from course_lib.check.chapter4_colours import lloyd, mean_of_groups
from course_lib.check.chapter4_regions import regions_to_choose_from, throws


def green(combine, convert=lambda image: image.astype(int)):
    """Return an answer that combines green - red and green - blue with the margin."""

    def function(image, margin):
        red, g, blue = np.moveaxis(convert(image), -1, 0)
        return combine(g - red, g - blue, margin)

    return function


def distances(measure, choose=lambda d: d.argmin(axis=-1)):
    return lambda image, examples: choose(measure(image[:, :, np.newaxis] - examples))


def squares(difference):
    return (difference**2).sum(axis=-1)


def moved(measure):
    """Return an answer that gives each group what is measured of its points; an empty one keeps its colour."""
    return lambda points, labels, colours: np.array(
        [measure(points[labels == k]) if (labels == k).any() else colours[k] for k in range(len(colours))]
    )


def means_of(points, labels, colours):
    return np.array([points[labels == k].mean(axis=0) for k in range(len(colours))])


def assigned_once(points, colours, rounds):
    labels = squares(points[:, np.newaxis] - colours).argmin(axis=-1)
    for _ in range(rounds):
        colours = means_of(points, labels, colours)
    return colours


def assigned_to_the_first_colours(points, colours, rounds):
    for _ in range(rounds):
        result = means_of(points, squares(points[:, np.newaxis] - colours).argmin(axis=-1), colours)
    return result


def nearest_by_absolute_differences(points, colours, rounds):
    for _ in range(rounds):
        colours = means_of(points, np.abs(points[:, np.newaxis] - colours).sum(axis=-1).argmin(axis=-1), colours)
    return colours


def moving_what_came_in(points, colours, rounds):
    colours[:] = lloyd(points, colours, rounds)
    return colours


def four_means(points, colours, rounds):
    """Return the colours of k-means as if there were always four."""
    for _ in range(rounds):
        labels = squares(points[:, np.newaxis] - np.array([colours[k] for k in range(4)])).argmin(axis=-1)
        colours = np.array([points[labels == k].mean(axis=0) for k in range(4)])
    return colours


def only_full_groups(points, labels, colours):
    """Return an answer that leaves a group of one point where it is."""
    return np.where(
        np.bincount(labels, minlength=5)[:, np.newaxis] > 1, mean_of_groups(points, labels, colours), colours
    )


def by_region(name):
    """Return an answer that takes the region in which a property of scikit-image is largest."""

    def function(mask):
        labels = measure.label(mask)
        regions = skimage.measure.regionprops(labels)
        return labels == max(regions, key=lambda region: getattr(region, name)).label

    return function


def cost(combine):
    def function(lab, place, colour, compactness, step):
        rows, cols = np.indices(lab.shape[:2])
        far = (rows - place[0]) ** 2 + (cols - place[1]) ** 2
        return combine(((lab - colour) ** 2).sum(axis=-1), far, compactness, step)

    return function


def cost_swapped(lab, place, colour, compactness, step):
    return cost(lambda u, f, m, s: u / m**2 + f / s**2)(lab, place[::-1], colour, compactness, step)


def painted(measure):
    def function(image, labels):
        result = np.zeros(image.shape)
        for k in np.unique(labels):
            result[labels == k] = measure(image[labels == k])
        return result

    return function


def marked(first=True, second=True, across=True, down=True):
    """Return an answer that marks some sides of some changes."""

    def function(labels):
        mask = np.zeros(labels.shape, bool)
        if across:
            differs = labels[:, 1:] != labels[:, :-1]
            mask[:, :-1] |= differs & first
            mask[:, 1:] |= differs & second
        if down:
            differs = labels[1:] != labels[:-1]
            mask[:-1] |= differs & first
            mask[1:] |= differs & second
        return mask

    return function


def rolled(labels):
    return np.any([np.roll(labels, by, axis) != labels for by in (-1, 1) for axis in (0, 1)], axis=0)


def without_border(labels):
    mask = marked()(labels)
    mask[[0, -1]] = mask[:, [0, -1]] = False
    return mask


def binarised(make_grey, level=filters.threshold_otsu):
    return lambda image: (lambda grey: grey > level(grey))(make_grey(image))


def weighed(*weights, compare=np.greater):
    def function(image, level):
        high = compare(image, level).astype(int)
        corners = high[:-1, :-1], high[:-1, 1:], high[1:, :-1], high[1:, 1:]
        return sum(w * corner for w, corner in zip(weights, corners, strict=True))

    return function


def crossed(place, choose=lambda rising: slice(None)):
    """Return an answer that places each crossing by its left index and its share of the way."""

    def function(values, level):
        high = values > level
        k = np.flatnonzero(high[1:] != high[:-1])
        return place(k, (level - values[k]) / (values[k + 1] - values[k]))[choose(high[k + 1])]

    return function


def rising_first(values, level):
    found = crossed(lambda k, share: k + share)(values, level)
    rising = values[np.ceil(found).astype(int)] > level
    return np.concatenate([found[rising], found[~rising]])


def counted(rule):
    return lambda contours, least, limit: sum(bool(rule(c, least, limit)) for c in contours)


def is_closed(contour):
    return np.array_equal(contour[0], contour[-1])


def chosen(choose, **how):
    """Return an answer that chooses a region's label by the sizes, the background's first."""
    return lambda mask: (lambda labels: labels == choose(np.bincount(labels.ravel())))(measure.label(mask, **how))


def without_ground(sizes):
    return np.concatenate([[0], sizes[1:]])


def read_dice(
    level=filters.threshold_otsu, least=0.2, order=lambda die: die.centroid[1], dot=None, extra=0, least_pixels=None
):
    """Return an answer to the project, with slips where they are asked for."""

    def function(image):
        grey = color.rgb2gray(image)
        bright = grey > level(grey)
        filled = ndimage.binary_fill_holes(bright)
        dots = measure.label(filled & ~bright)
        dice = measure.regionprops(measure.label(filled))
        largest = max((die.area for die in dice), default=0)
        values = {}
        for die in dice:
            if die.area >= (least_pixels or least * largest):
                inside = np.bincount(dots[die.slice][die.image])[1:]
                wanted = inside > 0.008 * die.area if dot is None else (inside > dot[0]) & (inside < dot[1])
                values[order(die)] = int(wanted.sum()) + extra
        return [values[key] for key in sorted(values)]

    return function


WRONG = {
    "4.1": [
        (lambda labels: np.bincount(labels.ravel()).astype(np.uint8), "ends at 255"),
        (lambda labels: np.histogram(labels)[0], "it makes ten"),
        (lambda labels: np.histogram(labels, bins=labels.max() + 1)[0], "begin at the smallest label"),
        (lambda labels: np.histogram(labels, bins=range(labels.max() + 1))[0], "edges are one more"),
        (lambda labels: np.bincount(labels.ravel(), minlength=256), "from picture to picture"),
        (lambda labels: np.array([(labels == k).sum() for k in range(3)]), "from picture to picture"),
        (lambda labels: np.bincount(labels.ravel())[1:], "label 0 is missing"),
        (lambda labels: np.unique(labels, return_counts=True)[1], "dropped out"),
        (lambda labels: np.array([(labels == k).sum() for k in range(labels.max())]), "the last label is missing"),
        (lambda labels: np.sort(np.bincount(labels.ravel())), "sorted by size"),
        (lambda labels: np.bincount(labels.ravel()) / labels.size, "shares"),
        (lambda labels: np.bincount(labels.ravel())[labels], "as large as the picture"),
        (lambda labels: np.unique(labels, return_counts=True), "several things"),
        (lambda labels: np.array(np.unique(labels, return_counts=True)), "two rows"),
        (lambda labels: labels.max() + 1, "shape"),
    ],
    "4.2": [
        (lambda image, margin: ~green(lambda r, b, m: (r >= m) & (b >= m))(image, margin), "inverted"),
        (green(lambda r, b, m: (r >= m) & (b >= m), lambda image: image), "wrapped round"),
        (lambda image, margin: image[..., 1] - image[..., [0, 2]].max(axis=-1) >= margin, "10 - 20"),
        (lambda image, margin: image[..., 1] >= image[..., [0, 2]].max(axis=-1) + margin, "250 + 30"),
        (green(lambda r, b, m: (r > m) & (b > m)), "exactly the margin"),
        (green(lambda r, b, m: r >= m), "red alone"),
        (green(lambda r, b, m: b >= m), "blue alone"),
        (green(lambda r, b, m: (r >= m) | (b >= m)), "both are asked for"),
        (green(lambda r, b, m: (abs(r) >= m) & (abs(b) >= m)), "not above it"),
        (green(lambda r, b, m: (r >= 30) & (b >= 30)), "another margin"),
        (green(lambda r, b, m: (r > 0) & (b > 0)), "by however little"),
        (green(lambda r, b, m: (r + b) / 2 >= m), "mean of red and blue"),
        (lambda image, margin: green(lambda r, b, m: r + b - image[..., 1] >= m)(image, margin), "both taken off"),
        (green(lambda r, b, m: (r >= m) & (b >= m), lambda image: image.astype(np.int8)), "int8"),
        (
            lambda image, margin: green(lambda r, b, m: (r >= m) & (b >= m))(image[..., [1, 0, 2]], margin),
            "what is red",
        ),
        (
            lambda image, margin: green(lambda r, b, m: (r >= m) & (b >= m))(image[..., [0, 2, 1]], margin),
            "what is blue",
        ),
        (green(lambda r, b, m: (-r >= m) & (-b >= m)), "wrong way round"),
        (green(lambda r, b, m: (r >= m) & (b >= m), lambda image: image / 255), "margin's scale"),
        (
            lambda image, margin: (image[..., 1] >= image[..., 0] + margin) & (image[..., 1] >= image[..., 2] + margin),
            "250 + 30",
        ),
        (lambda image, margin: image[..., 1] >= margin, "how strong green is"),
        (lambda image, margin: image.argmax(axis=-1) == 1, "where does the margin come in"),
        (lambda image, margin: image > margin, "channels"),
        (green(lambda r, b, m: ((r >= m) & (b >= m)).astype(int)), "True and False"),
    ],
    "4.3": [
        (distances(squares, lambda d: d.argmax(axis=-1)), "farthest"),
        (distances(squares, lambda d: d.argmin(axis=-1) + 1), "numbered from 0"),
        (distances(lambda d: np.abs(d).sum(axis=-1)), "absolute"),
        (distances(lambda d: d.sum(axis=-1) ** 2), "cancelled"),
        (distances(lambda d: d[..., 0] ** 2), "channel 0 alone"),
        (distances(squares, lambda d: d.min(axis=-1)), "argmin"),
        (distances(squares, lambda d: d), "distances to all examples"),
        (lambda image, examples: examples[distances(squares)(image, examples)], "a colour?"),
        (lambda image, examples: distances(squares)(image, examples).ravel(), "one row"),
        (lambda image, examples: distances(squares)(image, examples[:4]), "differ"),
    ],
    "4.4": [
        (
            lambda points, labels, colours: mean_of_groups(points, labels, colours[: labels.max() + 1]),
            "a row is missing",
        ),
        (only_full_groups, "differ"),
        (lambda points, labels, colours: np.array([points[labels == k].mean(0) for k in range(len(colours))]), "nan"),
        (moved(lambda group: group.sum(axis=0)), "sums"),
        (moved(lambda group: np.median(group, axis=0)), "medians"),
        (moved(lambda group: np.full(3, group.mean())), "grey"),
        (lambda points, labels, colours: colours, "no colour has moved"),
        (
            lambda points, labels, colours: np.array([points[labels == k].mean(0) for k in np.unique(labels)]),
            "a row is",
        ),
        (lambda points, labels, colours: moved(lambda g: g.mean(0))(points, labels, colours * 0), "black"),
        (lambda points, labels, colours: moved(lambda g: points.mean(0))(points, labels, colours), "all points"),
        (lambda points, labels, colours: mean_of_groups(points, labels, colours)[labels], "for each point"),
        (lambda points, labels, colours: mean_of_groups(points, labels, colours[: labels.max() + 1]), "a row is"),
    ],
    "4.5": [
        (lambda points, colours, rounds: lloyd(points, colours, rounds + 1), "one round too many"),
        (lambda points, colours, rounds: lloyd(points, colours, rounds - 1), "no colour has moved"),
        (lambda points, colours, rounds: lloyd(points, colours, 1), "anew in each round"),
        (assigned_once, "anew in each round"),
        (assigned_to_the_first_colours, "anew in each round"),
        (nearest_by_absolute_differences, "square them"),
        (moving_what_came_in, "changed"),
        (lambda points, colours, rounds: lloyd(points, colours, 99), "until nothing changed"),
        (lambda points, colours, rounds: squares(points[:, np.newaxis] - colours).argmin(axis=-1), "labels"),
        (lambda points, colours, rounds: lloyd(points, points[:4], rounds), "differ"),
        (lambda points, colours, rounds: colours * np.nan, "nan"),
        (four_means, "shape (5, 3), yours has (4, 3)"),
    ],
    "4.6": [
        (cost(lambda u, f, m, s: np.sqrt(u / m**2 + f / s**2)), "root"),
        (cost(lambda u, f, m, s: u / m + f / s), "squared as well"),
        (cost(lambda u, f, m, s: u / s**2 + f / m**2), "divides the colour"),
        (cost(lambda u, f, m, s: u + f), "without weights"),
        (cost(lambda u, f, m, s: u / m**2), "colour's part alone"),
        (cost(lambda u, f, m, s: f / s**2), "place's part alone"),
        (cost(lambda u, f, m, s: u / 3 / m**2 + f / s**2), "mean over the channels"),
        (cost(lambda u, f, m, s: u * m**2 + f * s**2), "multiplied"),
        (cost_swapped, "exchanged"),
        (lambda lab, place, colour, m, s: ((lab - colour) / m) ** 2, "three channels"),
        (lambda lab, place, colour, m, s: 1.0, "every pixel"),
    ],
    "4.7": [
        (lambda image, labels: color.label2rgb(labels, image, kind="avg"), "black"),
        (painted(lambda pixels: pixels.sum(axis=0)), "sums"),
        (painted(lambda pixels: pixels.mean()), "grey"),
        (painted(lambda pixels: np.median(pixels, axis=0)), "medians"),
        (lambda image, labels: image, "as it came"),
        (lambda image, labels: np.broadcast_to(image.mean(axis=(0, 1)), image.shape), "one colour"),
        (
            lambda image, labels: painted(lambda p: p.mean(axis=0))(image, measure.label(labels, -1)),
            "wherever its pixels",
        ),
        (lambda image, labels: painted(lambda p: p.sum(axis=0) / labels.size)(image, labels), "its own number"),
        (painted(lambda pixels: pixels[0]), "first pixel"),
        (lambda image, labels: 255 * painted(lambda p: p.mean(axis=0))(image, labels), "from 0 to 1"),
        (lambda image, labels: (255 * painted(lambda p: p.mean(axis=0))(image, labels)).astype(np.uint8), "floats"),
        (lambda image, labels: painted(lambda p: p.mean(axis=0))(image, labels)[..., 0], "colour picture"),
    ],
    "4.8": [
        (lambda labels: segmentation.find_boundaries(labels.astype(np.uint8)), "256 became 0"),
        (lambda labels: ~marked()(labels), "inverted"),
        (marked(second=False), "one side"),
        (marked(first=False), "one side"),
        (marked(down=False), "from row to row"),
        (marked(across=False), "from column to column"),
        (lambda labels: segmentation.find_boundaries(labels, connectivity=2), "corner"),
        (lambda labels: ndimage.maximum_filter(labels, 3) != ndimage.minimum_filter(labels, 3), "corner"),
        (rolled, "np.roll"),
        (without_border, "border"),
        (lambda labels: segmentation.find_boundaries(labels, mode="inner"), "one side"),
        (lambda labels: segmentation.find_boundaries(labels, mode="outer"), "one side"),
        (lambda labels: ndimage.laplace(labels) != 0, "cancel out"),
        (lambda labels: marked()(labels.astype(np.uint8)), "256 became 0"),
        (lambda labels: np.any(np.array(np.gradient(labels.astype(float))) != 0, axis=0), "one pixel wide"),
        (lambda labels: marked()(labels).astype(int), "True and False"),
        (lambda labels: np.diff(labels) != 0, "shape"),
    ],
    "4.9": [
        (lambda image: ~binarised(color.rgb2gray)(image), "inverted"),
        (binarised(color.rgb2gray, lambda grey: 0.5), "0.5"),
        (binarised(color.rgb2gray, np.mean), "this is the mean"),
        (binarised(lambda image: image.mean(axis=-1)), "plain mean"),
        (binarised(lambda image: image[..., 0].copy()), "channel 0"),
        (binarised(lambda image: image[..., 1].copy()), "channel 1"),
        (color.rgb2gray, "grey picture"),
        (binarised(color.rgb2gray, lambda grey: 0.4), "the level is not"),
        (binarised(color.rgb2gray, np.median), "the level is not"),
        (binarised(lambda image: image.max(axis=-1)), "the largest channel"),
        (binarised(lambda image: image[..., 2].copy(), np.median), "channel 2"),
        (lambda image: ~binarised(color.rgb2gray, np.median)(image), "the dark side"),
        (lambda image: color.rgb2gray(image) > 120, "nothing is marked"),
        (lambda image: image.mean(axis=-1) > 0.5, "all is marked"),
        (lambda image: filters.threshold_otsu(color.rgb2gray(image)), "the threshold?"),
        (lambda image: measure.find_contours(binarised(color.rgb2gray)(image), 0.5), "contours?"),
        (lambda image: ndimage.binary_erosion(binarised(color.rgb2gray)(image)), "one comparison"),
        (lambda image: image > 128, "channels"),
        (lambda image: binarised(color.rgb2gray)(image).astype(int), "True and False"),
    ],
    "4.10": [
        (lambda image, level: 15 - weighed(1, 2, 4, 8)(image, level), "inverted"),
        (weighed(1, 2, 4, 8, compare=np.greater_equal), "equals the level"),
        (weighed(1, 4, 2, 8), "2 and 4"),
        (weighed(1, 2, 8, 4), "4 and 8"),
        (weighed(8, 4, 2, 1), "turned round"),
        (weighed(1, 1, 1, 1), "number of high corners"),
        (weighed(4, 8, 1, 2), "above and below"),
        (weighed(2, 1, 8, 4), "left and right"),
        (lambda image, level: weighed(1, 2, 4, 8)(image, int(level)), "whole number"),
        (lambda image, level: np.pad(weighed(1, 2, 4, 8)(image, level), ((0, 1), (0, 1))), "one column less"),
        (lambda image, level: weighed(1, 2, 4, 8)(image, level) > 0, "which ones"),
    ],
    "4.11": [
        (crossed(lambda k, share: k + 1 - share), "wrong end"),
        (crossed(lambda k, share: k + 0.5), "halfway"),
        (crossed(lambda k, share: share), "shares"),
        (crossed(lambda k, share: k), "left values"),
        (crossed(lambda k, share: k + 1), "right values"),
        (crossed(lambda k, share: k + 1 + share), "one too far"),
        (crossed(lambda k, share: k + share, lambda rising: rising), "fall"),
        (crossed(lambda k, share: k + share, lambda rising: ~rising), "rise"),
        (rising_first, "in order"),
        (lambda values, level: crossed(lambda k, share: k + share)(values, level)[0], "shape"),
    ],
    "4.12": [
        (counted(lambda c, least, limit: least <= len(c) < limit), "open ones count"),
        (counted(lambda c, least, limit: c[0, 0] == c[-1, 0] and least <= len(c) < limit), "both have to agree"),
        (counted(lambda c, least, limit: c[0, 1] == c[-1, 1] and least <= len(c) < limit), "both have to agree"),
        (counted(lambda c, least, limit: np.isclose(c[0].sum(), c[-1].sum()) and least <= len(c) < limit), "agree"),
        (counted(lambda c, least, limit: (c[0] == c[-1]).any() and least <= len(c) < limit), "both have to agree"),
        (counted(lambda c, least, limit: np.allclose(c[0], c[-1], atol=1) and least <= len(c) < limit), "half a pixel"),
        (counted(lambda c, least, limit: np.allclose(c[0], c[-1], atol=0.1) and least <= len(c) < limit), "near its"),
        (
            counted(lambda c, least, limit: (c[0].round() == c[-1].round()).all() and least <= len(c) < limit),
            "expected",
        ),
        (counted(lambda c, least, limit: is_closed(c) and len(c) < limit), "at least"),
        (counted(lambda c, least, limit: is_closed(c) and least <= len(c)), "fewer than"),
        (counted(lambda c, least, limit: is_closed(c) and least <= len(c) <= limit), "`limit` itself"),
        (counted(lambda c, least, limit: is_closed(c) and least < len(c) < limit), "`least` itself"),
        (counted(lambda c, least, limit: is_closed(c)), "look at their lengths"),
        (lambda contours, least, limit: len(contours), "all contours"),
        (lambda contours, least, limit: [c for c in contours if is_closed(c)], "how many"),
        (lambda contours, least, limit: 14, "expected 6"),
    ],
    "4.13": [
        (lambda mask: ~chosen(lambda sizes: without_ground(sizes).argmax())(mask), "inverted"),
        (chosen(np.argmax), "background"),
        (chosen(lambda sizes: without_ground(sizes).argmax(), connectivity=1), "corner"),
        (chosen(lambda sizes: 1 + sizes[1:].argmin()), "smallest"),
        (chosen(lambda sizes: 1), "first region"),
        (chosen(lambda sizes: sizes[1:].argmax()), "so add 1"),
        (chosen(lambda sizes: np.append(1, sizes[1:]).argmax()), "background"),
        (chosen(lambda sizes: 1 + np.argsort(sizes[1:], kind="stable")[-1]), "equally large"),
        (chosen(lambda sizes: 2 + sizes[1:].argmax()), "last region"),
        (chosen(lambda sizes: len(sizes) - 1), "last region"),
        (chosen(lambda sizes: len(sizes) - 1 - sizes[:0:-1].argmax()), "equally large"),
        (lambda mask: mask, "whole mask"),
        (lambda mask: ndimage.binary_fill_holes(chosen(lambda s: without_ground(s).argmax())(mask)), "hole was filled"),
        (by_region("area_bbox"), "largest box"),
        (by_region("area_filled"), "largest box"),
        (by_region("area_convex"), "largest box"),
        (lambda mask: measure.label(mask).max(), "one number"),
        (lambda mask: chosen(lambda sizes: without_ground(sizes).argmax())(mask).astype(int), "True and False"),
    ],
    "4.14": [
        (lambda mask: len(np.unique(measure.label(mask))), "still counted"),
        (lambda mask: len(np.unique(measure.label(mask))) - 1, "no background to take away"),
        (lambda mask: int(measure.label(mask).max()) + 1, "still counted"),
        (lambda mask: int(measure.label(mask, connectivity=1).max()), "connectivity"),
        (lambda mask: max(int(measure.label(mask).max()), 1), "empty mask"),
        (lambda mask: int(mask.sum()), "pixels"),
        (lambda mask: 24, "expected about"),
    ],
    "4.15": [
        (lambda image: [6, 3, 5], "look at the picture"),
        (lambda image: 14, "their sum"),
        (read_dice(level=lambda grey: 0.6), "fixed number"),
        (read_dice(dot=(200, 500)), "a quarter of the pixels"),
        (read_dice(least=0), "Too many dice"),
        (read_dice(least_pixels=500), "Too many dice"),
        (read_dice(least_pixels=1500), "No die was found"),
        (read_dice(dot=(25, 9999)), "a speck more than a dot"),
        (read_dice(dot=(50, 9999)), "a quarter of the pixels"),
        (read_dice(least_pixels=700, dot=(25, 9999)), "compare with the die"),
        (read_dice(order=lambda die: die.bbox[1]), "each die's middle"),
        (read_dice(order=lambda die: die.bbox[3]), "each die's middle"),
        (read_dice(order=lambda die: die.label), "order"),
        (read_dice(order=lambda die: -die.centroid[1]), "order"),
        (read_dice(extra=1), "One too many in each"),
        (lambda image: ["six", "three", "five"], "whole numbers"),
        (lambda image: [], "No die"),
        (lambda image: read_dice()(image)[:2], "Dice are missing"),
        (lambda image: {"left": 6}, "a list of values"),
        (lambda image: [None, float("nan")], "whole numbers"),
    ],
}


def loop_of_sizes(labels):
    sizes = np.zeros(labels.max() + 1)
    for number in labels.ravel():
        sizes[number] += 1
    return sizes


def by_regionprops(mask):
    labels = skimage.measure.label(mask)
    return labels == max(skimage.measure.regionprops(labels), key=lambda region: region.area).label


def crossings_by_contours(values, level):
    lines = measure.find_contours(np.stack([values, values]), level)
    return np.sort([line[0, 1] for line in lines])


def dice_by_contours(image):
    """Read dice another way: outlines by their lengths, and a dot belongs to the die whose box it lies in."""
    grey = skimage.color.rgb2gray(image)
    contours = skimage.measure.find_contours(grey > skimage.filters.threshold_otsu(grey), 0.5)
    longest = max(len(c) for c in contours)
    dice = sorted((c for c in contours if len(c) > 0.5 * longest), key=lambda c: c[:, 1].mean())
    dots = [c.mean(axis=0) for c in contours if 0.08 * longest < len(c) < 0.3 * longest]
    return [sum(((c.min(0) < dot) & (dot < c.max(0))).all() for dot in dots) for c in dice]


RIGHT = {
    "4.1": [
        lambda labels: np.bincount(labels.ravel()),
        lambda labels: [int((labels == k).sum()) for k in range(labels.max() + 1)],
        loop_of_sizes,
    ],
    "4.2": [
        green(lambda r, b, m: (r >= m) & (b >= m)),
        green(lambda r, b, m: np.minimum(r, b) >= m, lambda image: image.astype(np.int16)),
    ],
    "4.3": [
        distances(squares),
        lambda image, examples: vq.vq(image.reshape(-1, 3), examples)[0].reshape(image.shape[:2]),
        distances(lambda d: np.sqrt(squares(d))),
    ],
    "4.4": [mean_of_groups, moved(lambda group: group.mean(axis=0))],
    "4.5": [
        lloyd,
        lambda points, colours, rounds: lloyd(points.astype(np.float32), colours.astype(np.float32), rounds).tolist(),
        lambda points, colours, rounds: vq.kmeans2(points, colours, iter=rounds, minit="matrix")[0],
    ],
    "4.6": [
        cost(lambda u, f, m, s: u / m**2 + f / s**2),
        cost(lambda u, f, m, s: (u * s**2 + f * m**2) / (m * s) ** 2),
    ],
    "4.7": [
        painted(lambda pixels: pixels.mean(axis=0)),
        lambda image, labels: color.label2rgb(labels, image, kind="avg", bg_label=-1),
        lambda image, labels: skimage.color.label2rgb(labels, image, kind="avg", bg_label=-1),
    ],
    "4.8": [
        marked(),
        skimage.segmentation.find_boundaries,
        segmentation.find_boundaries,
        lambda labels: (
            ndimage.maximum_filter(labels, footprint=ndimage.generate_binary_structure(2, 1))
            != ndimage.minimum_filter(labels, footprint=ndimage.generate_binary_structure(2, 1))
        ),
    ],
    "4.9": [
        binarised(color.rgb2gray),
        binarised(skimage.color.rgb2gray, skimage.filters.threshold_otsu),
        binarised(lambda image: skimage.util.img_as_ubyte(color.rgb2gray(image))),
        binarised(lambda image: (255 * color.rgb2gray(image)).astype(np.uint8)),
    ],
    "4.10": [
        weighed(1, 2, 4, 8),
        lambda image, level: measure.cells.cell_cases(image, level),
        lambda image, level: weighed(1, 2, 4, 8)(image, level).astype(float),
    ],
    "4.11": [crossed(lambda k, share: k + share), crossings_by_contours],
    "4.12": [
        counted(lambda c, least, limit: is_closed(c) and least <= len(c) < limit),
        lambda contours, least, limit: len(
            [c for c in contours if (c[0] == c[-1]).all() and len(c) in range(least, limit)]
        ),
    ],
    "4.13": [chosen(lambda sizes: without_ground(sizes).argmax()), by_regionprops],
    "4.14": [
        lambda mask: measure.label(mask, return_num=True)[1],
        lambda mask: len(measure.regionprops(measure.label(mask))),
        lambda mask: len(set(measure.label(mask)[mask].tolist())),
        lambda mask: int(skimage.measure.label(mask).max()),
    ],
    "4.15": [
        read_dice(),
        dice_by_contours,
        lambda image: tuple(read_dice()(image)),
        lambda image: np.array(read_dice()(image)),
    ],
}


(
    test_a_wrong_answer_is_told_what_to_think_about,
    test_an_unwritten_answer_is_not_yet_right,
    test_every_way_to_do_it_right_is_accepted,
    test_each_exercise_has_wrong_answers_with_sentences_of_their_own,
) = loops_over(WRONG, RIGHT, exercises(4))


@pytest.mark.parametrize("id", exercises(4))
@pytest.mark.parametrize(
    "nonsense",
    [
        5,
        "text",
        np.zeros(3),
        lambda: 1,
        lambda *a: "text",
        lambda *a: float("nan"),
        lambda *a: np.zeros((0, 2)),
        lambda *a: [[1], [2, 3]],
        lambda *a: np.full((3, 4), np.nan),
        lambda *a: object(),
        lambda *a: {},
        lambda *a: -1,
        lambda *a: a[0],
        lambda *a: np.array(["a"]),
        lambda *a: [np.zeros(2), np.zeros((2, 2))],
    ],
)
def test_nonsense_is_wrong_and_stops_nothing(id, nonsense):
    assert verdict(id, nonsense).state == "wrong"


def test_the_masks_differ_in_where_their_largest_region_is():
    places = [np.bincount(measure.label(mask).ravel())[1:].argmax() for mask in regions_to_choose_from()]
    assert len(set(places)) >= 2
    assert any(place > 0 for place in places)


def test_no_two_throws_have_all_values_in_common_except_those_that_ask_for_the_light_or_the_size():
    values = [tuple(found) for _, _, found in throws()]
    assert len(set(values)) >= 6
