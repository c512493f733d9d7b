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

        def by(pixels, image=image):
            return (np.cumsum(np.bincount(pixels.ravel(), minlength=256)) / pixels.size)[image]

        expected = by(image[mask])
        given = as_array(call(answer, image, mask))
        if given.shape != image.shape:
            raise Wrong(
                f"the result should have the picture's shape {image.shape}, yours has {given.shape}: all of its pixels are looked up."
            )
        # outside the mask there may be values that the mask does not hold; those are not judged
        mistakes = [
            (by(image), "all pixels were counted; count image[mask] alone."),
            (by(image[~mask]), "the pixels outside the mask were counted: the mask is inverted."),
            (by(np.where(mask, image, 0)), "image * mask turns the others to black, and black pixels were counted too: take image[mask]."),
            (np.cumsum(np.bincount(image[mask], minlength=256))[image] / image.size, "divided by all pixels; divide by how many the mask marks."),
            (np.cumsum(np.bincount(image[mask], minlength=256))[image], "these are numbers of pixels; divide by how many the mask marks."),
        ]  # fmt: skip
        inside = [(wrong[mask][np.newaxis], sentence) for wrong, sentence in mistakes]
        compare(given[mask][np.newaxis], expected[mask][np.newaxis], image[mask][np.newaxis], inside, 1e-6)
        if np.ptp(given.astype(float)[~mask]) < 1e-6:
            raise Wrong("outside the mask all pixels became equal. The mask decides who is counted; looked up are all.")


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
            (cut + excess // len(counts), "the shares were rounded down, and pixels are lost: divide with /."),
            (cut + np.where(low, excess / max(low.sum(), 1), 0), "the excess went to the low bins only; asked is an equal share for all of them."),
            (np.minimum(counts + excess / len(counts), limit), "first cut, then spread: here the cut came last, and pixels are lost."),
            (counts * (limit / max(counts.max(), 1)), "all bars were scaled down; only what is above the limit goes."),
            (np.where(counts > limit, 0, counts) + np.where(counts > limit, counts, 0).sum() / len(counts), "whole bars were taken away; only what is above the limit goes."),
        ]  # fmt: skip
        given = as_array(call(answer, counts, limit))
        if given.shape != counts.shape:
            raise Wrong(f"expected {len(counts)} bins, as before, got the shape {given.shape}.")
        compare(given, expected, counts[np.newaxis], mistakes, 1e-6)
