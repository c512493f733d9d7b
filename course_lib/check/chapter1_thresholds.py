"""Chapter 1, exercises 1.10 to 1.15: thresholds. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..color import rgb2gray
from ..filters import threshold_local, threshold_otsu
from .engine import Wrong, as_array, call, compare, exercise
from .pictures import grey_pictures, random_grey


@exercise(
    "1.10",
    "The dark side",
    hints=(
        "A comparison of a picture with a number is a mask: True where it holds.",
        "Ink is dark. Is a dark pixel above or below the level?",
        "At the level counts as ink here: <= and not <.",
    ),
    right="an inverted threshold: what is dark is the object.",
)
def judge_ink(answer):
    for image in grey_pictures():
        level = int(np.sort(image.ravel())[image.size // 3])
        mask = image <= level
        mistakes = [
            (~mask, "right shape, inverted: which side of the level is the ink?"),
            (image < level, "nearly: pixels that lie exactly at the level should count as ink too."),
            (
                mask.astype(np.uint8) * 255,
                "these are the numbers 0 and 255; a mask holds True and False, as a comparison gives them.",
            ),
            (
                np.where(mask, image, 0),
                "this keeps the grey values of the ink; asked is only where it is: True and False.",
            ),
        ]
        compare(call(answer, image, level), mask, image, mistakes)


def separations(image):
    """Return Otsu's measure for every level of a uint8 picture, from two loops over the definition."""
    values = image.ravel().astype(float)
    result = np.zeros(256)
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            result[level] = low.size * high.size * (low.mean() - high.mean()) ** 2
    return result


def _level_mistakes(image):
    values = image.ravel().astype(float)
    separation = separations(image)
    gaps = np.zeros(256)
    spreads = np.full(256, np.inf)
    for level in range(255):
        low, high = values[values <= level], values[values > level]
        if low.size and high.size:
            gaps[level] = (low.mean() - high.mean()) ** 2
            spreads[level] = low.var() + high.var()
    mean = "this is the mean of the picture; Otsu looks for the level with the largest variance between the classes."
    mistakes = [
        (
            np.argmax(separation) + 1,
            "one too high: your level is the first one of the bright class. A pixel is bright if it lies above the level.",
        ),
        (
            np.argmax(gaps),
            "the means are farthest apart here, but the classes' sizes are missing: weigh with both shares.",
        ),
        (
            np.argmin(np.where(separation > 0, separation, np.inf)),
            "here the classes are least apart: look for the largest value, not the smallest.",
        ),
        (values.mean(), mean),
        (round(values.mean()), mean),
        (
            np.median(values),
            "this is the median of the picture; Otsu looks for the level with the largest variance between the classes.",
        ),
        (
            (values.min() + values.max()) // 2,
            "this is the middle between darkest and brightest, which ignores how many pixels there are of each.",
        ),
        (np.argmin(spreads), "the two variances were added without the shares of their classes."),
    ]
    return {int(level): sentence for level, sentence in reversed(mistakes)}  # where two agree, the first is told


def _judge_level(answer, pictures, extra=None):
    for image in pictures:
        given = as_array(call(answer, image))
        if given.ndim != 0:
            raise Wrong(f"expected one number, the level; got an array of shape {given.shape}.")
        if given > 255 and np.isfinite(given):
            raise Wrong(
                "that is far above 255: return the level at which the largest value stands, not the value itself (np.argmax)."
            )
        if not np.isfinite(given):
            raise Wrong("the level is not a number: somewhere 0 was divided by 0, where a class holds no pixel.")
        separation = separations(image)
        level = int(np.floor(given))
        if not 0 <= given <= 255 or separation[level] < separation.max() * (1 - 1e-9):
            told = _level_mistakes(image) | (extra or {})
            given = given.item()
            generic = f"level {given} parts the classes less well than level {int(np.argmax(separation))}."
            raise Wrong(
                told.get(level, generic), input=image, expected=image > np.argmax(separation), yours=image > given
            )


@exercise(
    "1.11",
    "Write Otsu",
    hints=(
        "For every level: how many pixels lie at or below it, how many above, and what are the means of both?",
        "np.cumsum(counts) counts the pixels up to each level; np.cumsum(counts * levels) sums their values.",
        "Take the level where below * above * (mean_below - mean_above)**2 is largest: np.argmax.",
    ),
    right="no other level sets the two classes farther apart.",
)
def judge_otsu(answer):
    skewed = np.clip(np.random.default_rng(12).normal(60, 12, (40, 40)), 0, 255)
    skewed[:6] += 120
    full = np.arange(256, dtype=np.uint8).reshape(16, 16)
    full[:, 12:] = 250
    # every value occurs in `full`, so a division by an empty class is not judged here: that is exercise 1.12
    every = np.concatenate([full.ravel(), np.arange(256, dtype=np.uint8)]).reshape(16, 32)
    _judge_level(answer, (every, data.coins()[::3, ::3], skewed.astype(np.uint8)))


@exercise(
    "1.12",
    "Why did this Otsu return 0?",
    hints=(
        "Print the separation for a picture without black pixels. What stands in its first places?",
        "0 / 0 is nan, and np.argmax takes the first nan for the largest of all.",
        "Replace nan by 0 before looking for the largest (np.nan_to_num), or use np.nanargmax.",
    ),
    right="an empty class has no mean; its nan no longer wins.",
)
def judge_bug(answer):
    dark_free = np.clip(data.coins()[::3, ::3].astype(int) + 40, 0, 255).astype(np.uint8)
    gap = np.where(random_grey(13, (20, 20)) > 90, 190, 70).astype(np.uint8) + random_grey(14, (20, 20)) // 32
    lowest = int(dark_free.min())
    every = range(256)
    nan_wins = "a nan still wins: more than one place holds nan, below the darkest value and from the brightest one on."
    extra = {level: nan_wins for level in every if not separations(dark_free)[level]} | {
        0: "still 0. Which value does argmax find first: look at the separation for a picture without any black pixel.",
        255: "255 puts every pixel below the level: nan was replaced by something that wins. It has to lose.",
        lowest: "this is the darkest value of the picture, the first one that is not nan, not the best.",
    }
    shifted = int(np.argmax(separations(dark_free))) - lowest
    extra[shifted] = "you skipped the empty levels, but the answer counts from the first one that is left: add it back."
    _judge_level(answer, (dark_free, gap), extra)


@exercise(
    "1.13",
    "A threshold for every pixel",
    hints=(
        "Two steps: the mean of the window around every pixel, then a comparison of two pictures.",
        "ndimage.uniform_filter(picture, size) is the mean of every window. What type is its result for a uint8 picture?",
        "Convert to float before you filter, or the means lose their decimals.",
    ),
    right="each pixel is compared with its own neighbourhood.",
)
def judge_local(answer):
    size = 7
    for image in (data.load("page_dim")[60:140, 30:150], random_grey(15, (30, 24))):
        values = image.astype(float)
        mean = ndimage.uniform_filter(values, size, mode="reflect")
        expected = image > mean
        mistakes = [
            (~expected, "right windows, inverted: True is for pixels brighter than the mean of their window."),
            (
                image > ndimage.uniform_filter(image, size),
                "the means were rounded down: a filter of a uint8 picture gives uint8. Convert to float first.",
            ),
            (
                image > threshold_local(image, size),
                "these windows are weighted by a Gaussian (the default of threshold_local); asked is the plain mean.",
            ),
            (
                image > threshold_local(image, size, method="median"),
                "these are medians of the windows; asked are means.",
            ),
            (
                image > values.mean(),
                "one mean for the whole picture: each pixel should have the mean of its own window.",
            ),
            (
                image > ndimage.uniform_filter(values, size, mode="mirror"),
                "the border was reflected without repeating the edge pixel (SciPy's mirror, NumPy's reflect); asked is SciPy's reflect, NumPy's symmetric.",
            ),
            (
                image > ndimage.uniform_filter(values, size, mode="constant"),
                'at the border the windows were filled with black: reflect the picture there (mode="reflect").',
            ),
            (mean, "these are the means of the windows; compare the picture with them."),
        ]
        given = as_array(call(answer, image, size))
        # pixels that equal their mean to the last bits may fall on either side
        tie = np.abs(values - mean) < 1e-6
        if given.dtype == bool and given.shape == expected.shape:
            given = np.where(tie, expected, given)
            mistakes = [(np.where(tie, expected, wrong), sentence) for wrong, sentence in mistakes[:-1]]
        compare(given, expected, image, mistakes)
    black = np.zeros((20, 20), np.uint8)
    if as_array(call(answer, black, size)).any():
        raise Wrong("in an even picture no pixel is brighter than its window, but yours finds some: > and not >=.")


def poster(image):
    """Return the poster that exercise 1.14 asks for."""
    grey = rgb2gray(image)
    mask = grey > threshold_otsu(grey)
    black_white = np.stack([mask] * 3, axis=-1).astype(np.uint8) * 255
    top = np.concatenate([image, 255 - image], axis=1)
    return np.concatenate([top, np.concatenate([image[:, ::-1], black_white], axis=1)], axis=0)


@exercise(
    "1.14",
    "Reproduce this picture",
    hints=(
        "Four quarters: the picture, its negative, its mirror image, and the picture cut at Otsu's level.",
        "np.concatenate([left, right], axis=1) sets pictures side by side, axis=0 one above the other.",
        "The black and white quarter: rgb2gray, threshold_otsu, the mask times 255 in three uint8 channels (np.stack).",
    ),
    right="flips, negatives, grey, Otsu and channels, all in one picture.",
    target=lambda: poster(data.coffee()[::2, ::2]),
)
def judge_poster(answer):
    quarters = (
        "top left (the picture)",
        "top right (the negative)",
        "bottom left (the mirror image)",
        "bottom right (black and white)",
    )
    for image in (data.coffee()[::4, ::4], data.astronaut()[100:200:2, 150:300:2]):
        expected = poster(image)
        given = as_array(call(answer, image))
        rows, cols = image.shape[:2]
        if given.shape == (rows, 4 * cols, 3) or given.shape == (4 * rows, cols, 3):
            raise Wrong("the four stand in one line: two rows of two are asked for.")
        if given.shape == expected.shape and given.dtype.kind in "uif":
            for number, name in enumerate(quarters):
                part = np.s_[number // 2 * rows :, number % 2 * cols :]
                mine, theirs = given[part][:rows, :cols], expected[part][:rows, :cols]
                if number == 3 and _same_part(mine, theirs / 255):
                    raise Wrong(
                        "the black and white quarter holds 0 and 1: white is 255 in a uint8 picture.", yours=given
                    )
                if number == 3 and _same_part(mine, 255 - theirs):
                    raise Wrong("the black and white quarter is inverted: bright pixels should be white.", yours=given)
                if number == 2 and _same_part(mine, image[::-1]):
                    raise Wrong(
                        "the bottom left is upside down; asked is a mirror image: left and right change places.",
                        yours=given,
                    )
                if not _same_part(mine, theirs):
                    raise Wrong(f"the quarter at the {name} differs.", expected=expected, yours=given.clip(0, 255))
        compare(given, expected, image)


def _same_part(a, b):
    return bool(np.allclose(a.astype(float), b.astype(float), atol=1e-6))


def ink_score(mask, ink):
    """Return the F1 score of an ink mask: 1 if every ink pixel and no paper pixel is marked."""
    return 2 * (mask & ink).sum() / max(mask.sum() + ink.sum(), 1)


@exercise(
    "1.15",
    "Project: a readable page",
    hints=(
        "Look at what one level does to this page, in explore.threshold(page). Where does it fail, and why?",
        "Use threshold_local. With offset 0 half of the empty paper falls below its own mean: "
        "a positive offset lowers the threshold.",
        "Ink is dark: the page is below its local threshold there. Try block sizes of 7 to 25 and offsets of 8 to 16.",
    ),
    right="nine tenths and more of the letters, and clean paper, in bad light.",
)
def judge_page(answer):
    page, ink = data.load("page_dim"), data.load("page_ink")
    turned = np.ascontiguousarray(page[::-1, ::-1])
    scores = []
    for image, truth in ((page, ink), (turned, ink[::-1, ::-1])):
        given = as_array(call(answer, image))
        if given.shape != truth.shape:
            raise Wrong(f"the mask should have the shape of the page, {truth.shape}; yours has {given.shape}.")
        if given.dtype != bool:
            raise Wrong(f"expected a mask of True and False, True where the ink is; yours holds {given.dtype}.")
        if given.all():
            raise Wrong("everything is marked: which pixels are darker than the paper around them?")
        score = ink_score(given, truth)
        if score >= 0.9:
            scores.append(score)
            continue
        pictures = {"input": image, "expected": truth, "yours": given}
        if ink_score(~given, truth) > max(score, 0.5):
            raise Wrong("inverted: True should mark the ink, which is darker than the paper around it.", **pictures)
        if given[:, : given.shape[1] // 4].mean() > 0.5 or given[:, -given.shape[1] // 4 :].mean() > 0.5:
            raise Wrong(
                f"score {score:.2f} of the 0.90 asked for: the shadow counts as ink. One level for the whole page cannot work; let each pixel be compared with its window.",
                **pictures,
            )
        missed, false = (truth & ~given).sum() / truth.sum(), (given & ~truth).sum() / max(given.sum(), 1)
        if false > missed:
            raise Wrong(
                f"score {score:.2f} of the 0.90 asked for: {false:.0%} of what you marked is paper. Its grain falls below its own mean: lower the threshold with an offset.",
                **pictures,
            )
        raise Wrong(
            f"score {score:.2f} of the 0.90 asked for: {missed:.0%} of the ink is missing. Is the threshold too low now, or the window too small?",
            **pictures,
        )
    return f"Score {scores[0]:.3f}, and {scores[1]:.3f} upside down:"
