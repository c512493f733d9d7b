"""Thresholds against their definitions, written as slow loops."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.testing import assert_allclose, assert_array_equal

from course_lib import filters
from course_lib.filters.thresholds.li import _few_values
from course_lib.filters.thresholds.minimum import peaks, smooth_once
from course_lib.filters.windows import window_median, window_sums

small = settings(max_examples=60)
sides = st.tuples(st.integers(2, 6), st.integers(2, 6))
PICTURES = arrays(np.uint8, sides, elements=st.one_of(st.integers(0, 9), st.integers(0, 255)))
SIGNED = arrays(np.int16, sides, elements=st.integers(-40, 40))
FLOATS = arrays(np.float64, sides, elements=st.integers(0, 100).map(lambda n: n / 100))


def classes(image, level):
    pixels = [int(value) for value in image.ravel()]
    return [p for p in pixels if p <= level], [p for p in pixels if p > level]


def mean(values):
    return sum(values) / len(values)


def parting_levels(image):
    """Every whole level that leaves no class empty."""
    return range(int(image.min()), int(image.max()))


@given(st.one_of(PICTURES, SIGNED))
@small
def test_otsu_maximises_the_variance_between_the_classes(image):
    def variance(level):
        below, above = classes(image, level)
        return len(below) * len(above) * (mean(above) - mean(below)) ** 2 / image.size**2

    found = filters.threshold_otsu(image)
    if image.min() == image.max():
        assert found == image[0, 0]
        return
    assert variance(found) >= max(map(variance, parting_levels(image))) * (1 - 1e-12)
    counts = [int((image == level).sum()) for level in range(int(image.min()), int(image.max()) + 1)]
    levels = np.arange(int(image.min()), int(image.max()) + 1)
    curve = filters.between_class_variance(counts, levels)
    assert_allclose(curve, [variance(level) for level in parting_levels(image)], atol=1e-9)


def test_the_variance_is_zero_where_a_class_is_empty():
    assert_array_equal(filters.between_class_variance([0, 4, 4, 0], [0, 1, 2, 3]), [0, 0.25, 0])
    assert filters.between_class_variance([3], [7]).shape == (0,)


@given(st.one_of(PICTURES, SIGNED))
@small
def test_isodata_lies_midway_between_the_means(image):
    found = filters.threshold_isodata(image, return_all=True)
    if image.min() == image.max():
        assert_array_equal(found, image[:1, 0])
        return

    def midpoint(level):
        return mean([mean(part) for part in classes(image, level)])

    # where the midpoint is a whole number, rounding decides between two neighbours
    surely = [level for level in parting_levels(image) if level + 1e-9 < midpoint(level) < level + 1 - 1e-9]
    possibly = [level for level in parting_levels(image) if level - 1e-9 < midpoint(level) < level + 1 + 1e-9]
    assert set(surely) <= set(found.tolist()) <= set(possibly)
    assert filters.threshold_isodata(image) == found[0]


def slow_li(image, tolerance):
    """Li and Tam's iteration on a list of pixels."""
    darkest = min(image.ravel().tolist())
    pixels = [value - darkest for value in image.ravel().tolist()]
    level, previous, seen = mean(pixels), -math.inf, []
    while True:
        seen.append(level + darkest)
        if abs(level - previous) <= tolerance:
            return seen
        below, above = [p for p in pixels if p <= level], [p for p in pixels if p > level]
        previous = level
        if mean(below) > 0:
            level = (mean(above) - mean(below)) / (math.log(mean(above)) - math.log(mean(below)))


@given(st.one_of(PICTURES, SIGNED, FLOATS))
@small
def test_li_repeats_the_iteration(image):
    if image.min() == image.max():
        assert filters.threshold_li(image) == image[0, 0]
        return
    gaps = np.diff(np.unique(image))
    tolerance = 0.5 if image.dtype.kind in "iu" else gaps.min() / 2
    seen = []
    found = filters.threshold_li(image, iter_callback=seen.append)
    expected = slow_li(image, tolerance)
    # a mean that equals a level but for rounding may put that level into the other class
    if min(abs(value - level) for value in np.unique(image) for level in expected) > 1e-9:
        assert_allclose(seen, expected, atol=1e-9)
        assert found == seen[-1]


def test_li_loses_least_information():
    """Cross-entropy (Li and Lee's equation) at the level found, against every other level."""
    rng = np.random.default_rng(0)
    image = np.concatenate([rng.normal(60, 10, 500), rng.normal(160, 20, 300)]).clip(0, 255).astype(np.uint8)
    pixels = image.astype(float) - image.min()

    def cross_entropy(level):
        parts = pixels[pixels <= level], pixels[pixels > level]
        return -sum(part.sum() * math.log(part.mean()) for part in parts)

    found = filters.threshold_li(image) - image.min()
    least = min(map(cross_entropy, range(1, int(pixels.max()))))
    assert math.isclose(cross_entropy(found), least, rel_tol=1e-4)  # the curve is flat between the two humps


def test_li_starts_where_it_is_told():
    image = np.array([[0, 1, 2, 80, 82, 81]])
    for guess in (40, 40.5, np.median, lambda pixels: 40):
        seen = []
        filters.threshold_li(image, initial_guess=guess, iter_callback=seen.append)
        assert seen[0] == (guess(image) if callable(guess) else guess)
    filters.threshold_li(image / 82, initial_guess=0.5, iter_callback=seen.append)
    assert 0.5 in seen
    for guess in (-1, 82, 100, np.max):
        with pytest.raises(ValueError, match="choose a value between 0 and 82"):
            filters.threshold_li(image, initial_guess=guess)
    with pytest.raises(TypeError, match="grey value or a function"):
        filters.threshold_li(image, initial_guess="otsu")
    with pytest.raises(ValueError, match="tolerance"):
        filters.threshold_li(image, tolerance=-1)


@given(PICTURES)
@small
def test_yen_maximises_the_correlation(image):
    if image.min() == image.max():
        assert filters.threshold_yen(image) == image[0, 0]
        return

    def correlation(level):
        shares = [[part.count(value) / image.size for value in set(part)] for part in classes(image, level)]
        products = math.prod(sum(share) for share in shares), math.prod(sum(s * s for s in share) for share in shares)
        return 2 * math.log(products[0]) - math.log(products[1])

    best = max(map(correlation, parting_levels(image)))
    assert correlation(filters.threshold_yen(image)) >= best - 1e-9


@given(PICTURES)
@small
def test_triangle_is_farthest_below_the_line(image):
    low, high = int(image.min()), int(image.max())
    counts = [int((image == level).sum()) for level in range(low, high + 1)]
    top = counts.index(max(counts))
    if top < len(counts) - 1 - top:
        end, levels = len(counts) - 1, range(top + 1, len(counts))
    else:
        end, levels = 0, range(top)

    def distance(k):
        """How far (k, counts[k]) lies below the line from (end, 0) to (top, counts[top])."""
        run, rise = top - end, counts[top]
        return (rise * (k - end) - run * counts[k]) * (1 if run > 0 else -1) / math.hypot(run, rise)

    found = int(filters.threshold_triangle(image)) - low
    if low == high:
        assert found == 0
        return
    assert found in levels
    assert distance(found) >= max(map(distance, levels)) - 1e-9


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
@small
def test_peaks_are_where_a_histogram_begins_to_fall(counts):
    expected, rising = [], True
    for k in range(len(counts) - 1):
        if rising and counts[k + 1] < counts[k]:
            expected.append(k)
            rising = False
        elif counts[k + 1] > counts[k]:
            rising = True
    assert peaks(np.array(counts)).tolist() == expected


@given(st.lists(st.integers(0, 50), min_size=1, max_size=9))
@small
def test_smoothing_takes_the_mean_of_three(counts):
    last = len(counts) - 1
    expected = [(counts[max(k - 1, 0)] + counts[k] + counts[min(k + 1, last)]) / 3 for k in range(len(counts))]
    assert_allclose(smooth_once(np.array(counts)), expected)


def test_minimum_finds_the_valley():
    rng = np.random.default_rng(0)
    pixels = np.concatenate([rng.normal(60, 12, 4000), rng.normal(180, 20, 3000)]).clip(0, 255).astype(np.uint8)
    smooth = np.bincount(pixels, minlength=256)[pixels.min() : pixels.max() + 1].astype(float).tolist()
    while True:
        last = len(smooth) - 1
        smooth = [(smooth[max(k - 1, 0)] + smooth[k] + smooth[min(k + 1, last)]) / 3 for k in range(last + 1)]
        tops = [k for k in range(last) if (k == 0 or smooth[k - 1] < smooth[k]) and smooth[k] > smooth[k + 1]]
        if len(tops) == 2:
            break
    valley = min(range(tops[0], tops[1] + 1), key=smooth.__getitem__)
    assert filters.threshold_minimum(pixels) == valley + pixels.min()


@pytest.mark.parametrize("error", [ValueError, RuntimeError])
def test_minimum_says_what_to_do_without_a_valley(error):
    with pytest.raises(error, match="take threshold_otsu"):
        filters.threshold_minimum(np.full((4, 4), 7))
    with pytest.raises(error, match="raise max_num_iter"):
        filters.threshold_minimum(np.array([0, 0, 2, 4, 4, 6, 8, 8, 10]), max_num_iter=0)


@given(st.one_of(PICTURES, FLOATS))
@small
def test_mean(image):
    assert_allclose(filters.threshold_mean(image), mean(image.ravel().tolist()))


HISTOGRAM_METHODS = [
    filters.threshold_isodata,
    filters.threshold_minimum,
    filters.threshold_otsu,
    filters.threshold_yen,
]


@pytest.mark.parametrize("method", HISTOGRAM_METHODS)
def test_a_histogram_in_place_of_a_picture(method):
    rng = np.random.default_rng(3)
    image = np.concatenate([rng.normal(60, 12, 900), rng.normal(180, 20, 700)]).clip(1, 250).astype(np.uint8)
    counts = np.bincount(image, minlength=256)  # empty bins at both ends
    assert method(hist=counts) == method(hist=(counts, np.arange(256))) == method(image) == method(image[None])
    assert method(hist=(counts, np.arange(256) + 7.0)) == method(image) + 7
    with pytest.raises(ValueError, match="picture or its histogram"):
        method()
    for wrong in ((counts, np.arange(255)), -counts, counts * 0, (counts, np.zeros(256)), counts.reshape(16, 16)):
        with pytest.raises(ValueError, match="expected"):
            method(hist=wrong)


ALL = [*HISTOGRAM_METHODS, filters.threshold_li, filters.threshold_mean, filters.threshold_triangle]


@pytest.mark.parametrize("method", ALL)
def test_colour_is_refused_with_the_remedy(method):
    with pytest.raises(ValueError, match=r"color\.rgb2gray"):
        method(np.zeros((4, 4, 3)))


def slow_windows(image, size, mode, cval):
    """Yield every pixel's place and the list of the pixels in its window."""
    modes = {"reflect": "symmetric", "mirror": "reflect", "nearest": "edge", "wrap": "wrap"}
    widths = [(n // 2, n // 2) for n in size]
    padded = (
        np.pad(image.astype(float), widths, "constant", constant_values=cval)
        if mode == "constant"
        else np.pad(image.astype(float), widths, modes[mode])
    )
    for row, col in np.ndindex(image.shape):
        yield (row, col), [padded[row + i, col + j] for i, j in itertools.product(range(size[0]), range(size[1]))]


@given(
    st.one_of(PICTURES, SIGNED, FLOATS),
    st.sampled_from([1, 3, 7, (3, 5), (9, 1)]),
    st.sampled_from(["reflect", "mirror", "nearest", "wrap", "constant"]),
    st.sampled_from(["mean", "median", "generic"]),
)
@small
def test_local_thresholds_look_at_the_window(image, block_size, mode, method):
    size = (block_size, block_size) if isinstance(block_size, int) else block_size
    statistic = {"mean": mean, "median": lambda values: sorted(values)[len(values) // 2], "generic": max}[method]
    found = filters.threshold_local(image, block_size, method, 2, mode, np.max, 4.5)
    for place, values in slow_windows(image, size, mode, 4.5):
        assert abs(found[place] - (statistic(values) - 2)) < 1e-9


def test_the_local_gaussian_weighs_the_window():
    impulse = np.zeros((11, 11))
    impulse[5, 5] = 1
    weights = [math.exp(-0.5 * k * k) for k in range(-4, 5)]  # block size 7: sigma 1, cut at 4 sigma
    kernel = np.outer(weights, weights) / sum(weights) ** 2
    assert_allclose(filters.threshold_local(impulse, 7)[1:10, 1:10], kernel)
    assert_allclose(filters.threshold_local(impulse, 3, param=1)[1:10, 1:10], kernel)


@pytest.mark.parametrize("size", [(5, 5), (15, 17), (17, 17), (61, 3), (257, 257)])
def test_medians_of_windows_of_every_lane_width(size):
    image = np.random.default_rng(0).integers(0, 256, (40, 30), dtype=np.uint8)
    padded = np.pad(image, [(n // 2, n // 2) for n in size], "symmetric")
    for row, col in [(0, 0), (39, 29), (17, 11), (5, 20)]:
        middle = np.sort(padded[row : row + size[0], col : col + size[1]].ravel())[size[0] * size[1] // 2]
        assert window_median(image, size)[row, col] == middle


@pytest.mark.parametrize("method", ["gaussian", "mean", "median"])
def test_a_constant_stays_constant(method):
    assert_allclose(filters.threshold_local(np.full((9, 8), 0.3), 5, method, offset=0.1), 0.2)
    assert (filters.threshold_local(np.full((9, 8), 77, np.uint8), 5, method).round(12) == 77).all()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"block_size": 4}, "odd"),
        ({"block_size": -3}, "odd"),
        ({"block_size": (3, 3, 3)}, "odd"),
        ({"block_size": 3.0}, "odd"),
        ({"method": "mode"}, "choose"),
        ({"mode": "mirrored"}, "choose"),
        ({"offset": np.nan}, "finite"),
        ({"offset": "5"}, "finite"),
    ],
)
def test_local_thresholds_refuse_what_makes_no_sense(changed, why):
    with pytest.raises((ValueError, TypeError), match=why):
        filters.threshold_local(np.eye(5), **changed)
    with pytest.raises(TypeError, match="function"):
        filters.threshold_local(np.eye(5), method="generic")


def test_try_all_draws_every_method():
    figure, axes = filters.try_all_threshold(np.full((6, 6), 3), figsize=(4, 6), verbose=False)
    assert tuple(figure.get_size_inches()) == (4, 6)
    assert axes.shape == (8,)
    drawn = [len(ax.images) for ax in axes]
    said = [ax.texts[0].get_text() if ax.texts else "" for ax in axes]
    assert drawn == [1, 1, 1, 1, 0, 1, 1, 1]
    assert said == ["", "", "", "", "no threshold found", "", "", ""]


def test_try_all_prints_nothing(capsys):
    filters.try_all_threshold(np.eye(5))
    assert capsys.readouterr().out == ""


def test_try_all_shows_the_masks_of_the_methods():
    image = np.random.default_rng(0).integers(0, 256, (20, 20), dtype=np.uint8)
    _, axes = filters.try_all_threshold(image)
    for ax in axes[1:]:
        if ax.images:
            level = getattr(filters, f"threshold_{ax.get_title().lower()}")(image)
            assert_array_equal(ax.images[0].get_array(), image > level)


@given(arrays(np.uint8, sides, elements=st.integers(0, 12)), st.integers(2, 4))
@small
def test_multiotsu_maximises_over_all_partitions(image, classes):
    values = sorted(set(image.ravel().tolist()))
    if len(values) < classes:
        with pytest.raises(ValueError, match="fewer classes"):
            filters.threshold_multiotsu(image, classes)
        return

    def separation(levels):
        edges = [-1, *levels, 255]
        parts = [image[(image > low) & (image <= high)] for low, high in itertools.pairwise(edges)]
        return sum(part.size * (part.mean() - image.mean()) ** 2 for part in parts)

    found = filters.threshold_multiotsu(image, classes)
    best = max(map(separation, itertools.combinations(values[:-1], classes - 1)))
    assert separation(found.tolist()) >= best * (1 - 1e-9)
    if classes == 2:
        assert separation(found.tolist()) == pytest.approx(separation([filters.threshold_otsu(image)]))


def test_multiotsu_refuses_what_makes_no_sense():
    for wrong in (1, 2.5, "3"):
        with pytest.raises((ValueError, TypeError), match="classes is a whole number"):
            filters.threshold_multiotsu(np.arange(9), wrong)
    with pytest.raises(ValueError, match="convert the picture to float"):
        filters.threshold_multiotsu(np.arange(5000))


@given(st.one_of(PICTURES, SIGNED, FLOATS), st.sampled_from([3, 7, (3, 5), 1]))
@small
def test_text_thresholds_look_at_mean_and_deviation(image, window):
    size = (window, window) if isinstance(window, int) else window
    niblack = filters.threshold_niblack(image, window, k=0.3)
    sauvola = filters.threshold_sauvola(image, window, k=0.3, r=50)
    for place, values in slow_windows(image, size, "mirror", 0):
        m = mean(values)
        s = math.sqrt(mean([(value - m) ** 2 for value in values]))
        # a deviation of zero is only found to the root of the rounding
        assert abs(niblack[place] - (m - 0.3 * s)) < 1e-5
        assert abs(sauvola[place] - m * (1 + 0.3 * (s / 50 - 1))) < 1e-4


def test_sauvola_knows_the_range_of_the_type():
    image = np.random.default_rng(0).integers(0, 256, (9, 9), dtype=np.uint8)
    for picture, r in [(image, 127.5), (image / 255, 1), (image.astype(np.int16), 32767.5), (image > 99, 0.5)]:
        assert_array_equal(filters.threshold_sauvola(picture), filters.threshold_sauvola(picture, r=r))
    for wrong in ({"r": 0}, {"k": np.nan}, {"window_size": 4}, {"r": "1"}):
        with pytest.raises((ValueError, TypeError), match=r"expected|one finite number, got"):
            filters.threshold_sauvola(image, **wrong)


def slow_hysteresis(image, low, high):
    """Start at the sure pixels and walk over doubtful ones."""
    kept, waiting = set(), [tuple(place) for place in np.argwhere(image > high)]
    while waiting:
        row, col = waiting.pop()
        inside = 0 <= row < image.shape[0] and 0 <= col < image.shape[1]
        if inside and (row, col) not in kept and image[row, col] > min(low, high):
            kept.add((row, col))
            waiting += [(row - 1, col), (row + 1, col), (row, col - 1), (row, col + 1)]
    return kept


@given(PICTURES, st.integers(0, 9), st.integers(0, 9))
@small
def test_hysteresis_walks_from_sure_to_doubtful_pixels(image, low, high):
    found = filters.apply_hysteresis_threshold(image, low, high)
    assert {tuple(place) for place in np.argwhere(found).tolist()} == slow_hysteresis(image, low, high)
    as_arrays = filters.apply_hysteresis_threshold(image, np.full(image.shape, low), np.full(image.shape, high))
    assert_array_equal(as_arrays, found)


@pytest.mark.parametrize("wrong", [np.nan, "0.5", np.zeros((2, 2)), None])
def test_hysteresis_refuses_what_is_no_level(wrong):
    with pytest.raises(ValueError, match="expected low"):
        filters.apply_hysteresis_threshold(np.eye(5), wrong, 1)


@pytest.mark.parametrize("largest", [1e-5, 1.0, 1e5])
def test_floats_far_apart_are_counted_without_sorting(largest):
    pixels = np.array([0, 1, 0.5, 1]) * largest
    assert_array_equal(_few_values(pixels), np.unique(pixels, return_counts=True))


def test_sums_of_many_bright_pixels_do_not_wrap_round():
    assert filters.threshold_mean(np.full((300, 300), 65535, np.uint16)) == 65535
    assert (window_sums(np.full((6, 3), 2**30, np.int32), (5, 1)) == 5 * 2**30).all()
