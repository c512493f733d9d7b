"""Planted answers to exercises 5.1 to 5.8: the wrong ones with the sentence they earn, and other right ones."""

import numpy as np
import pytest
import skimage
from planted import exercises, loops_over
from scipy import ndimage, optimize
from scipy.spatial.distance import cdist

from course_lib import feature, filters, morphology
from course_lib.check import verdict
from course_lib.check.chapter5_align import photographs
from course_lib.explore.matching import matched_points
from course_lib.feature.align import agreeing, fit_motion, moved_back, turning
from course_lib.feature.canny import link

EIGHT = np.ones((3, 3))


def graded(combine):
    return lambda strength, low, high: combine(strength, strength >= low, strength >= high)


def overwritten(dtype):
    """Return a grading that writes the weak pixels over the strong ones."""

    def grading(strength, low, high):
        grades = np.zeros(strength.shape, dtype)
        grades[strength >= high] = 2
        grades[strength >= low] = 1
        return grades

    return grading


def grade_of(strength, low, high, rows, cols):
    """Return the right classes of a picture of this one size."""
    return [[int(strength[r, c] >= low) + int(strength[r, c] >= high) for c in range(cols)] for r in range(rows)]


def linked(strength, low, high, joined=EIGHT, weak=np.greater_equal, strong=np.greater_equal):
    lines, _ = ndimage.label(weak(strength, low), joined)
    kept = np.unique(lines[strong(strength, high)])
    return np.isin(lines, kept[kept > 0])


def harris(measure):
    """Return an answer that combines the gradients, a smoothing, and k."""

    def function(image, k, sigma):
        down, across = ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1)
        return measure(down, across, lambda x: ndimage.gaussian_filter(x, sigma), k)

    return function


def with_tensor(measure):
    return harris(lambda d, a, smooth, k: measure(smooth(d * d), smooth(d * a), smooth(a * a), k))


def of_gradients(gradients):
    """Return the right answer, but with other gradients."""

    def function(image, k, sigma):
        down, across = gradients(image)
        return det_trace(*(ndimage.gaussian_filter(x, sigma) for x in (down * down, down * across, across * across)), k)

    return function


def det_trace(rr, rc, cc, k):
    return rr * cc - rc**2 - k * (rr + cc) ** 2


def peaks(response, distance, level, size=None, above=np.greater, **mode):
    highest = ndimage.maximum_filter(response, size or 2 * distance + 1, **mode)
    return np.argwhere((response == highest) & above(response, level))


def cut(image, row, col, half, stop=1):
    return image[row - half : row + half + stop, col - half : col + half + stop]


def described(change, stop=1):
    return lambda *point: change(cut(*point, stop=stop)).ravel()


def unit(values):
    length = np.linalg.norm(values)
    return values / length if length else values


def calm(patch):
    return patch - patch.mean()


def matched(distances, mutual=True):
    rows, columns = distances.argmin(axis=1), distances.argmin(axis=0)
    i = np.arange(len(rows))
    keep = columns[rows] == i if mutual else i >= 0
    return np.stack([i[keep], rows[keep]], axis=1)


def of_distances(answer):
    return lambda first, second: answer(cdist(first, second))


def greedy(distances):
    """Pair the two nearest, then the two nearest of those left over, and so on."""
    distances, pairs = distances.copy(), []
    for _ in range(min(distances.shape)):
        i, j = np.unravel_index(distances.argmin(), distances.shape)
        pairs.append((i, j))
        distances[i], distances[:, j] = np.inf, np.inf
    return np.array(pairs)


def turned(p, q):
    return np.degrees(np.arctan2(np.sum(p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]), np.sum(p * q)))


def moves(change):
    """Return an answer that changes the right angle and shift."""
    return lambda here, there: change(*fit_motion(here, there), here.mean(axis=0), there.mean(axis=0))


def with_svd(here, there):
    p, q = here - here.mean(axis=0), there - there.mean(axis=0)
    u, _, v = np.linalg.svd(q.T @ p)
    turn = u @ np.diag([1, np.linalg.det(u @ v)]) @ v
    return np.degrees(np.arctan2(turn[1, 0], turn[0, 0])), there.mean(axis=0) - turn @ here.mean(axis=0)


def with_scikit_image(here, there):
    model = skimage.transform.EuclideanTransform.from_estimate(here, there)
    return np.degrees(model.rotation), list(model.translation)


def with_a_scale(here, there):
    model = skimage.transform.SimilarityTransform.from_estimate(here, there)
    return np.degrees(model.rotation), model.translation


def turned_by_search(here, there):
    def misfit(x):
        return (here @ turning(x[0]).T + x[1:] - there).ravel()

    tries = [optimize.least_squares(misfit, [angle, 0, 0]) for angle in (0, 90, 180, 270)]
    best = min(tries, key=lambda found: found.cost)
    return best.x[0], best.x[1:]


def outvoted(first, second):
    here, there = matched_points(first, second)
    agree = agreeing(here, there, rng=1)
    return fit_motion(here[agree], there[agree])


def aligned(motion):
    return lambda first, second: moved_back(second, *motion(first, second))


def back_and_forth(angle, shift):
    return -angle, -turning(-angle) @ shift


def with_points_row_first(first, second):
    model, _ = skimage.measure.ransac(
        matched_points(first, second),
        skimage.transform.EuclideanTransform,
        min_samples=2,
        residual_threshold=2,
        max_trials=200,
        rng=0,
    )
    return skimage.transform.warp(second, model)


def looked_up(order):
    return lambda first, second: ndimage.affine_transform(
        second, turning(outvoted(first, second)[0]), outvoted(first, second)[1], order=order
    )


def with_orb(first, second):
    found = []
    for image in (first, second):
        orb = skimage.feature.ORB(n_keypoints=200)
        orb.detect_and_extract(image)
        found.append((orb.keypoints[:, ::-1], orb.descriptors))
    pairs = skimage.feature.match_descriptors(found[0][1], found[1][1])
    model, _ = skimage.measure.ransac(
        (found[0][0][pairs[:, 0]], found[1][0][pairs[:, 1]]),
        skimage.transform.EuclideanTransform,
        min_samples=2,
        residual_threshold=2,
        max_trials=200,
        rng=0,
    )
    return skimage.transform.warp(second, model)


WRONG = {
    "5.1": [
        (graded(lambda s, weak, strong: weak + strong), "only True and False"),
        (graded(lambda s, weak, strong: strong), "where are the weak ones"),
        (overwritten(float), "write the strong pixels last"),
        (overwritten(np.uint8), "write the strong pixels last"),
        (overwritten(bool), "only True and False"),
        (graded(lambda s, weak, strong: np.where(weak, 1, np.where(strong, 2, 0))), "write the strong pixels last"),
        (graded(lambda s, weak, strong: np.select([weak, strong], [1, 2])), "write the strong pixels last"),
        (graded(lambda s, weak, strong: np.where(strong, 2, 0)), "weak pixels are missing"),
        (graded(lambda s, weak, strong: weak + 2 * strong), "counted as weak as well"),
        (lambda s, low, high: (s > low).astype(int) + (s > high), "exactly at a threshold"),
        (lambda s, low, high: (s > low).astype(int) + (s >= high), "exactly at the low"),
        (lambda s, low, high: (s >= low).astype(int) + (s > high), "exactly at the high"),
        (graded(lambda s, weak, strong: 2 - weak.astype(int) - strong), "wrong way round"),
        (graded(lambda s, weak, strong: np.where(strong, 1, np.where(weak, 2, 0))), "exchanged"),
        (graded(lambda s, weak, strong: np.where(strong, 2, 1)), "is nothing: 0"),
        (lambda s, low, high: np.digitize(s, [low, high], right=True), "exactly at a threshold"),
        (lambda s, low, high: np.full(s.shape, np.nan), "differ"),
        (lambda s, low, high: grade_of(s, low, high, rows=13, cols=17), "stopped on an array of shape (20, 9)"),
    ],
    "5.2": [
        (lambda s, low, high: s >= high, "only the strong"),
        (lambda s, low, high: s >= low, "every weak pixel"),
        (lambda *a: linked(*a, joined=None), "touch at a corner"),
        (lambda *a: skimage.filters.apply_hysteresis_threshold(*a), "another way"),
        (lambda *a: linked(*a, weak=np.greater, strong=np.greater), "exactly at a threshold"),
        (lambda *a: linked(*a, weak=np.greater), "exactly at the low"),
        (lambda *a: linked(*a, strong=np.greater), "exactly at the high"),
        (lambda s, low, high: (s >= low) & ndimage.binary_dilation(s >= high, EIGHT), "go on and on"),
        (lambda s, low, high: ndimage.binary_dilation(s >= high, EIGHT), "not even weak"),
        (
            lambda s, low, high: ndimage.binary_dilation(s >= high, EIGHT, iterations=20, mask=s >= low),
            "differ",
        ),
        (lambda *a: ~linked(*a), "inverted"),
        (lambda s, low, high: (s >= low) & ~linked(s, low, high), "should go"),
        (lambda s, low, high: ndimage.label(s >= low, EIGHT)[0], "numbers of the pieces"),
        (lambda *a: linked(*a).astype(int), "True and False"),
    ],
    "5.3": [
        (harris(lambda d, a, smooth, k: det_trace(d * d, d * a, a * a, k)), "single pixel"),
        (
            harris(lambda d, a, smooth, k: det_trace(smooth(d) ** 2, smooth(d) * smooth(a), smooth(a) ** 2, k)),
            "Multiply first",
        ),
        (with_tensor(lambda rr, rc, cc, k: rr * cc - rc**2), "determinant"),
        (with_tensor(lambda rr, rc, cc, k: det_trace(rr, rc, cc, -k)), "taken off"),
        (with_tensor(lambda rr, rc, cc, k: rr * cc - rc**2 - k * (rr + cc)), "trace has to be squared"),
        (with_tensor(lambda rr, rc, cc, k: rr * cc - rc - k * (rr + cc) ** 2), "mixed product has to be"),
        (with_tensor(lambda rr, rc, cc, k: rr * cc - k * (rr + cc) ** 2), "mixed product is missing"),
        (with_tensor(lambda rr, rc, cc, k: det_trace(rr, rc, cc, 0.05)), "always 0.05"),
        (lambda image, k, sigma: feature.corner_harris(image, method="eps", sigma=sigma), "without k"),
        (lambda image, k, sigma: feature.corner_harris(image, k=k), "always 1"),
        (of_gradients(np.gradient), "np.gradient"),
        (of_gradients(lambda image: (ndimage.sobel(image), ndimage.sobel(image))), "same gradient twice"),
        (of_gradients(lambda image: (ndimage.sobel(image, axis=0),) * 2), "same gradient twice"),
        (of_gradients(lambda image: [filters.sobel(image, axis=axis) for axis in (0, 1)]), "another scale"),
        (of_gradients(lambda image: [ndimage.prewitt(image, axis=axis) for axis in (0, 1)]), "differ"),
        (
            lambda image, k, sigma: feature.corner_harris(ndimage.gaussian_filter(image, sigma), k=k, sigma=sigma),
            "smoothed as well",
        ),
        (with_tensor(lambda *a: -det_trace(*a)), "sign is turned"),
        (with_tensor(lambda *a: np.maximum(det_trace(*a), 0)), "have to stay negative"),
        (with_tensor(lambda rr, rc, cc, k: rr * cc - rc**2 - k * (rr**2 + cc**2)), "add first"),
        (lambda image, k, sigma: feature.corner_harris(image, k=k, sigma=sigma)[1:-1], "shape"),
        (lambda image, k, sigma: feature.corner_harris(image, k=k, sigma=sigma) / 4096, "another scale"),
        (lambda image, k, sigma: feature.corner_shi_tomasi(image, sigma), "differ"),
    ],
    "5.4": [
        (lambda *a: peaks(*a)[:, ::-1], "exchanged"),
        (lambda response, distance, level: peaks(response, distance, -np.inf), "level is forgotten"),
        (lambda *a: peaks(*a, above=np.greater_equal), "exactly at the level"),
        (lambda r, distance, level: peaks(r, distance, level, distance), "too small"),
        (lambda r, distance, level: peaks(r, distance, level, 3), "nearest neighbours"),
        (lambda r, distance, level: peaks(r, distance, level, 2 * distance), "even side"),
        (lambda r, distance, level: peaks(r, distance, level, footprint=morphology.disk(distance)), "round here"),
        (lambda r, distance, level: peaks(r, distance, level * r.max()), "not a share of the highest"),
        (lambda *a: peaks(*a, mode="constant"), "beats negative"),
        (lambda r, distance, level: feature.peak_local_max(r, distance, threshold_abs=level), "border are missing"),
        (lambda r, distance, level: np.argwhere(r > level), "peaks alone"),
        (lambda *a: peaks(*a) + 1, "off by one"),
        (lambda *a: np.repeat(peaks(*a), 2, axis=0), "twice"),
        (lambda *a: tuple(peaks(*a).T), "rows and columns came back apart"),
        (lambda r, distance, level: feature.corner_peaks(r, distance, level, indices=False), "this is a mask"),
        (lambda *a: peaks(*a)[:1], "missing"),
        (lambda *a: len(peaks(*a)), "(n, 2)"),
        (lambda *a: np.full((3, 2), np.nan), "no peaks"),
    ],
    "5.5": [
        (described(lambda p: p), "as they are"),
        (described(calm), "contrast is still in"),
        (described(unit), "mean is still in"),
        (described(lambda p: calm(p) / max(p.std(), 1e-9)), "standard deviation"),
        (described(lambda p: calm(p) / max(np.abs(calm(p)).sum(), 1e-9)), "divided by the sum"),
        (described(lambda p: calm(p) / max((calm(p) ** 2).sum(), 1e-9)), "root is missing"),
        (lambda image, *point: unit(cut(image, *point) - image.mean()).ravel(), "whole picture"),
        (described(lambda p: unit(calm(p)).T), "exchanged"),
        (lambda image, row, col, half: unit(calm(cut(image.T, row, col, half))).T.ravel(), "image[row, col]"),
        (described(lambda p: unit(calm(p)), stop=0), "short"),
        (lambda *point: unit(calm(cut(*point))), "ravel"),
        (described(lambda p: calm(p) / np.linalg.norm(calm(p))), "NaN"),
        (described(lambda p: -unit(calm(p))), "differ"),
        (described(lambda p: calm(p) / max(np.abs(calm(p)).max(), 1e-9)), "by the largest"),
        (described(lambda p: calm(p) / p.size), "number of pixels"),
        (described(lambda p: calm(p) / np.linalg.norm(p)), "with its mean"),
        (lambda image, row, col, half: unit(calm(cut(image, row - 1, col - 1, half))).ravel(), "too early"),
        (lambda image, row, col, half: unit(calm(cut(image, row, col, half // 2))).ravel(), "too small"),
        (described(lambda p: unit(calm(p)) if np.ptp(p) else np.ones(p.shape)), "should give zeros"),
        (described(lambda p: unit(calm(p)) if np.ptp(p) else p), "should give zeros"),
        (
            lambda *point: described(lambda p: unit(calm(p)))(*point) if np.ptp(cut(*point)) else None,
            "returned nothing",
        ),
    ],
    "5.6": [
        (of_distances(lambda d: matched(d, mutual=False)), "each of `first`"),
        (of_distances(lambda d: matched(d.T, mutual=False)[:, ::-1]), "each of `second`"),
        (of_distances(lambda d: matched(d)[:, ::-1]), "exchanged"),
        (of_distances(lambda d: matched(-d)), "farthest"),
        (lambda first, second: matched(-(first @ second.T)), "length 1"),
        (lambda first, second: matched(cdist(first, second, "cityblock")), "sums of sizes"),
        (lambda first, second: np.repeat(np.arange(min(len(first), len(second)))[:, None], 2, axis=1), "same place"),
        (of_distances(lambda d: np.repeat(matched(d), 2, axis=0)), "twice"),
        (of_distances(lambda d: matched(d)[1:]), "missing"),
        (lambda first, second: feature.match_descriptors(first, second, max_ratio=0.8), "a ratio"),
        (of_distances(greedy), "nobody stays alone"),
        (of_distances(lambda d: np.stack(optimize.linear_sum_assignment(d), axis=1)), "nobody stays alone"),
        (of_distances(lambda d: matched(d)[:, 0]), "pairs of positions"),
        (of_distances(lambda d: matched(d).astype(object)), "expected numbers"),
    ],
    "5.7": [
        (moves(lambda angle, shift, p, q: (np.deg2rad(angle), shift)), "radians"),
        (moves(lambda angle, shift, p, q: (-angle, shift)), "wrong sign"),
        (lambda here, there: fit_motion(there, here), "wrong sign"),
        (lambda here, there: (turned(here, there), there.mean(axis=0)), "means are still in"),
        (lambda here, there: fit_motion(here[:2], there[:2]), "two pairs"),
        (moves(lambda angle, shift, p, q: ((angle + 90) % 180 - 90, shift)), "quarters"),
        (moves(lambda angle, shift, p, q: (90 - angle, shift)), "arctan2 are exchanged"),
        (moves(lambda angle, shift, p, q: (angle, q - p)), "after the turn"),
        (moves(lambda angle, shift, p, q: (angle, q - turning(-angle) @ p)), "other way"),
        (moves(lambda angle, shift, p, q: (angle, q - p @ turning(angle))), "other way"),
        (moves(lambda angle, shift, p, q: (angle, shift[::-1])), "in this order"),
        (moves(lambda angle, shift, p, q: (angle, -shift)), "shift has the wrong sign"),
        (moves(lambda angle, shift, p, q: (angle, [shift[0]])), "two numbers"),
        (moves(lambda angle, shift, p, q: angle), "two things"),
        (moves(lambda angle, shift, p, q: (np.nan, shift)), "finite"),
        (moves(lambda angle, shift, p, q: ("12", shift)), "finite number"),
        (moves(lambda angle, shift, p, q: (angle, [np.nan, 0])), "should be about"),
        (moves(lambda angle, shift, p, q: (angle + 1, shift)), "about"),
        (with_a_scale, "enlarges as well"),
    ],
    "5.8": [
        (lambda first, second: second, "not moved at all"),
        (lambda first, second: first, "first picture"),
        (lambda first, second: first * np.median(second) / np.median(first), "the ball"),
        (aligned(lambda *a: back_and_forth(*outvoted(*a))), "wrong way"),
        (aligned(lambda *a: fit_motion(*matched_points(*a))), "have their say"),
        (aligned(lambda *a: (8, outvoted(*a)[1])), "(row, col)"),
        (lambda *a: np.clip(2 * moved_back(a[1], *outvoted(*a)), 0, 9), "light"),
        (lambda *a: moved_back(a[1], *outvoted(*a))[1:], "shape"),
        (lambda *a: np.full(a[0].shape, np.nan), "finite"),
        (lambda first, second: moved_back(second, 0, [3, 3]), "a turn"),
        (lambda first, second: np.zeros(first.shape), "asked is"),
        (lambda *a: (255 * moved_back(a[1], *outvoted(*a))).astype(np.uint8), "keep them as they are"),
        (lambda *a: (moved_back(a[1], *outvoted(*a)) + a[0] * np.median(a[1]) / np.median(a[0])) / 2, "the ball"),
        (with_points_row_first, "points (col, row)"),
    ],
}

RIGHT = {
    "5.1": [
        graded(lambda s, weak, strong: weak.astype(int) + strong),
        lambda s, low, high: [[int(v >= low) + int(v >= high) for v in row] for row in s],
        graded(lambda s, weak, strong: np.where(strong, 2, np.where(weak, 1, 0)).astype(np.uint8)),
        lambda s, low, high: np.digitize(s, [low, high]),
        graded(lambda s, weak, strong: np.select([strong, weak], [2.0, 1.0])),
    ],
    "5.2": [
        linked,
        lambda s, low, high: link(np.where(s >= low, s, 0), high),
        lambda s, low, high: ndimage.binary_propagation(s >= high, EIGHT, s >= low),
        lambda s, low, high: skimage.morphology.reconstruction((s >= high) * 1, (s >= low) * 1) > 0,
    ],
    "5.3": [
        with_tensor(det_trace),
        lambda image, k, sigma: feature.corner_harris(image, k=k, sigma=sigma),
        lambda image, k, sigma: skimage.feature.corner_harris(image, k=k, sigma=sigma),
        harris(
            lambda d, a, smooth, k: det_trace(
                *(filters.gaussian(x, 1.5 if k == 0.07 else 1, mode="nearest") for x in (d * d, d * a, a * a)), k
            )
        ),
    ],
    "5.4": [
        peaks,
        lambda *a: [tuple(point) for point in peaks(*a)[::-1].tolist()],
        lambda r, distance, level: feature.peak_local_max(r, distance, level, exclude_border=False),
        lambda r, distance, level: skimage.feature.peak_local_max(r, distance, level, exclude_border=False),
        lambda r, distance, level: feature.corner_peaks(r, distance, level, exclude_border=False),
    ],
    "5.5": [
        described(lambda p: unit(calm(p))),
        lambda image, row, col, half: feature.patch_descriptors(image, [[row, col]], 2 * half + 1)[0],
        described(lambda p: calm(p) / (np.linalg.norm(calm(p)) + 1e-6)),
        lambda image, *point: unit(calm(cut(image.astype(np.float32), *point))).ravel(),
    ],
    "5.6": [
        of_distances(matched),
        lambda first, second: feature.match_descriptors(first, second)[::-1],
        skimage.feature.match_descriptors,
    ],
    "5.7": [fit_motion, with_svd, with_scikit_image, turned_by_search],
    "5.8": [aligned(outvoted), with_orb, looked_up(0), looked_up(3)],
}


(
    test_a_wrong_answer_is_told_what_to_think_about,
    test_an_unwritten_answer_is_not_yet_right,
    test_every_way_to_do_it_right_is_accepted,
    test_each_exercise_has_wrong_answers_with_sentences_of_their_own,
) = loops_over(WRONG, RIGHT, exercises(5, last=8))


@pytest.mark.parametrize("answer", ["text", 3, True, np.nan, [], [[1], [2, 3]], {"a": 1}, np.zeros((2, 2, 2)), 1j])
def test_whatever_comes_back_is_judged(answer):
    for id in WRONG:
        assert verdict(id, lambda *arguments: answer).state == "wrong"
        assert verdict(id, answer).state == "wrong"


def test_the_projects_second_picture_is_moved_as_it_says():
    for number in range(3):
        _, second, ((angle, shift), _, wanted, ball) = photographs(number)
        back = moved_back(second, angle, shift)
        covered = moved_back(np.ones(second.shape), angle, shift) > 0.999
        assert np.abs(back - wanted)[covered].mean() < 0.025
        assert covered[ball].all()


def test_the_project_says_how_far_the_difference_fell_in_one_sentence():
    sentence = verdict("5.8", aligned(outvoted)).sentence
    assert "of what it was, and the matches that lied" in sentence
