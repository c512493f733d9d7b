"""Chapter 2, exercises 2.14 and 2.15: contrast. Each judge is one exercise."""

import numpy as np

from .. import data
from .chapter2.e11_stretch import dull_pictures
from .legacy import Wrong, as_array, call, compare, exercise


@exercise(
    "2.14",
    "Equalise a part",
    hints=(
        "image[mask] holds the pixels that the mask marks, as one long line.",
        "Count those alone, and divide the running sum by how many they are.",
        "Then look up every pixel of the whole picture in this table: table[image].",
    ),
    right="only the pixels that matter decide about the curve.",
)
def judge_part(answer):
    for number, image in enumerate(dull_pictures()):
        mask = np.random.default_rng(40 + number).random(image.shape) < 0.4
        mask[: len(mask) // 2] &= image[: len(mask) // 2] > np.median(image)
        image = image.copy()
        image[0, 0], mask[0, 0] = 255, False  # a table of the mask's values alone is too short

        def by(pixels, image=image):
            return (np.cumsum(np.bincount(pixels.ravel(), minlength=256)) / pixels.size)[image]

        expected = by(image[mask])
        counts = np.bincount(image[mask], minlength=256)
        given = as_array(call(answer, image, mask))
        if given.shape != image.shape:
            raise Wrong(
                f"the result should have the picture's shape {image.shape}, yours has {given.shape}: all of its pixels are looked up."
            )
        # outside the mask there may be values that the mask does not hold; those are not judged
        elsewhere = ~mask & np.isin(image, image[mask])
        mistakes = [
            (by(image), "all pixels were counted; count image[mask] alone."),
            (by(image[~mask]), "the pixels outside the mask were counted: the mask is inverted."),
            (by(np.where(mask, image, 0)), "image * mask turns the others to black, and black pixels were counted too: take image[mask]."),
            (np.cumsum(counts)[image] / image.size, "divided by all pixels; divide by how many the mask marks."),
            (by(image[mask]) - counts[image] / mask.sum(), "this is the share of pixels that are darker; asked is: darker or equal."),
            (counts[image] / mask.sum(), "these are the counts themselves; add them up first: np.cumsum."),
            (expected * 255, "the values go from 0 to 255; asked are floats from 0 to 1."),
            (np.cumsum(counts)[image], "these are numbers of pixels; divide by how many the mask marks."),
        ]  # fmt: skip
        inside = [(wrong[mask][np.newaxis], sentence) for wrong, sentence in mistakes]
        compare(given[mask][np.newaxis], expected[mask][np.newaxis], image[mask][np.newaxis], inside, 1e-6)
        told = ""
        if np.ptp(given.astype(float)[~mask]) < 1e-6:
            told = "outside the mask all pixels became equal."
        elif not np.allclose(given[elsewhere], expected[elsewhere], rtol=0, atol=1e-3):
            told = "the pixels of the mask are right, those outside it were not looked up in the same table."
        if told:
            raise Wrong(
                f"{told} The mask decides who is counted; looked up are all.",
                input=image,
                expected=expected,
                yours=given,
            )


@exercise(
    "2.15",
    "Clip a histogram",
    hints=(
        "np.minimum(counts, limit) cuts the bars. How many pixels were cut off in all?",
        "excess = np.maximum(counts - limit, 0).sum(): each of the bins gets an equal share of it.",
        "clipped = np.minimum(counts, limit) + excess / len(counts). The sum has to stay as it was.",
    ),
    right="no tall bar, no steep curve; and not one pixel lost.",
)
def judge_clip(answer):
    for counts, limit in (
        (np.bincount(data.load("chest_phantom")[60:160, 220:300].ravel(), minlength=256), 100),
        (np.array([0, 1, 7, 2, 2, 0]), 4),
        (np.array([3, 3, 3]), 5),
        (np.array([9, 0, 0, 1]), 2),
    ):
        excess = np.maximum(counts - limit, 0).sum()
        cut = np.minimum(counts, limit)
        low = counts < limit
        expected = cut + excess / len(counts)
        mistakes = [
            (cut, "the excess is lost: what was cut off has to be spread over all bins, so that the sum stays."),
            (cut + excess, "every bin got the whole excess; each should get an equal share of it."),
            (cut + excess // len(counts), "the shares lost their decimals, and pixels are lost: was it divided with //, or do they go into an array of integers (a copy of counts is one)?"),
            (np.rint(expected), "the bins were rounded, so the sum is not quite as it was: keep floats."),
            (cut + excess / 256, "divided by 256: here are other numbers of bins too, len(counts)."),
            (cut + excess / max((counts > limit).sum(), 1), "the excess was divided by the number of bins that were cut; all of them get a share."),
            (cut + np.where(low, excess / max(low.sum(), 1), 0), "the excess went to the low bins only; asked is an equal share for all of them."),
            (np.minimum(counts + excess / len(counts), limit), "first cut, then spread: here the cut came last, and pixels are lost."),
            (counts * (limit / max(counts.max(), 1)), "all bars were scaled down; only what is above the limit goes."),
            (np.where(counts > limit, 0, counts) + np.where(counts > limit, counts, 0).sum() / len(counts), "whole bars were taken away; only what is above the limit goes."),
        ]  # fmt: skip
        given = as_array(call(answer, counts, limit))
        if given.shape != counts.shape:
            raise Wrong(f"expected {len(counts)} bins, as before, got the shape {given.shape}.")
        compare(given, expected, counts[np.newaxis], mistakes, 1e-6)
