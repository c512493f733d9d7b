"""Chapter 1, exercises 1.10, 1.13 and the project: one level, and a level for every pixel. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..filters import threshold_local
from .legacy import Wrong, as_array, call, compare, exercise
from .masks import f1, mask_of
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
        given = mask_of(call(answer, image), truth.shape, "the ink")
        if given.all():
            raise Wrong("everything is marked: which pixels are darker than the paper around them?")
        score = f1(given, truth)
        if score >= 0.9:
            scores.append(score)
            continue
        pictures = {"input": image, "expected": truth, "yours": given}
        if f1(~given, truth) > max(score, 0.5):
            raise Wrong("inverted: True should mark the ink, which is darker than the paper around it.", **pictures)
        if given[truth].mean() < given[~truth].mean() / 2:
            raise Wrong(
                "the ink is marked less than the paper: ink is darker than the threshold around it, < and not >.",
                **pictures,
            )
        paper = np.where(truth, np.nan, given)
        sides = [np.nanmean(part) for part in np.array_split(paper, 4, axis=1)]
        if max(sides) > 0.5 and min(sides) > max(sides) / 3:
            raise Wrong(
                f"score {score:.2f} of the 0.90 asked for: much of the paper counts as ink, in the light as in the shadow. The threshold is too high everywhere: a positive offset lowers it, a negative one raises it.",
                **pictures,
            )
        if max(sides[0], sides[-1]) > 0.1 and min(sides) < max(sides) / 3:
            raise Wrong(
                f"score {score:.2f} of the 0.90 asked for: the shadow counts as ink. One level for the whole page cannot follow it, nor can the mean of a very large window: compare each pixel with a window a little larger than a letter.",
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
