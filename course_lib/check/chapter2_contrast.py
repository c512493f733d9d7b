"""Chapter 2, exercises 2.11 to 2.15: contrast. Each judge is one exercise."""

import numpy as np

from .. import data
from .engine import Wrong, as_array, call, compare, exercise
from .pictures import grey_pictures, random_grey


def dull_pictures():
    """Return grey pictures that use a part of the range only."""
    return (
        data.load("chest_phantom")[100:200:3, 60:240:3],
        40 + random_grey(31) // 2,
        90 + random_grey(32, (12, 5)) // 4,
    )


@exercise(
    "2.11",
    "Stretch by hand",
    hints=(
        "What has to be subtracted, so that the darkest pixel becomes 0?",
        "After that the brightest is image.max() - image.min(). Divide by it.",
        "Convert to float first: uint8 cannot hold the results.",
    ),
    right="the darkest pixel is 0, the brightest 1, and the others lie between in proportion.",
)
def judge_stretch(answer):
    for image in dull_pictures():
        low, high = float(image.min()), float(image.max())
        expected = (image - low) / (high - low)
        mistakes = [
            (image / 255, "0 to 255 became 0 to 1; but this picture does not use all of it: its own darkest value should become 0."),
            (image / high, "the brightest pixel is 1, but the darkest is not 0: subtract the minimum first."),
            ((image - low) / high, "the darkest pixel is 0, but the brightest is not 1: divide by the distance between both."),
            ((image - low) / 255, "the darkest pixel is 0, but the brightest is not 1: divide by the distance between both."),
            (expected * 255, "the values go from 0 to 255; asked are floats from 0 to 1."),
            (1 - expected, "the darkest pixel became 1: the picture is inverted."),
            ((expected * 255).astype(np.uint8), "the values go from 0 to 255; asked are floats from 0 to 1."),
            (expected.astype(int), "converted to whole numbers, all that is left is 0 and 1: keep floats."),
        ]  # fmt: skip
        compare(call(answer, image), expected, image, mistakes, 1e-6)


@exercise(
    "2.12",
    "Stretch in spite of bad pixels",
    hints=(
        "np.percentile(image, (low, high)) gives the two values below which that many per cent of the pixels lie.",
        "Stretch as in exercise 2.11, with these two values in place of minimum and maximum.",
        "What lies outside now leaves the range: np.clip(..., 0, 1).",
    ),
    right="two bad pixels no longer decide about all the others.",
)
def judge_robust(answer):
    for image in dull_pictures():
        image = image.copy()
        image[0, 0], image[1, 1] = 0, 255
        for low, high in ((2, 98), (10, 95)):
            dark, bright = np.percentile(image, (low, high))
            raw = (image - dark) / (bright - dark)
            least, largest = float(image.min()), float(image.max())
            shares = np.percentile(image, (low / 100, high / 100))
            mistakes = [
                (raw, "what lies outside the two percentiles leaves the range from 0 to 1: cut it off with np.clip."),
                ((image - least) / (largest - least), "this uses minimum and maximum, so one bad pixel decides. Take the percentiles."),
                (np.clip((image.astype(float) - low) / (high - low), 0, 1), "low and high are per cents of the pixels, not grey values: np.percentile turns one into the other."),
                (np.clip((image - shares[0]) / (shares[1] - shares[0]), 0, 1), "np.percentile counts from 0 to 100, np.quantile from 0 to 1. The two were mixed up."),
                (1 - np.clip(raw, 0, 1), "dark became bright: the two ends are exchanged."),
                (np.clip(raw, 0, 1) * 255, "the values go from 0 to 255; asked are floats from 0 to 1."),
                ((raw - raw.min()) / np.ptp(raw), "stretching the result again brings the bad pixels back to power: cut off with np.clip instead."),
            ]  # fmt: skip
            compare(call(answer, image, low, high), np.clip(raw, 0, 1), image, mistakes, 1e-6)


@exercise(
    "2.13",
    "Write the equalisation",
    hints=(
        "Count each value: np.bincount(image.ravel(), minlength=256).",
        "np.cumsum of the counts says how many pixels have this value or a darker one. Divide by all pixels.",
        "The running sum is a table: table[image] looks up every pixel at once.",
    ),
    right="each pixel is now the share of pixels that are not brighter.",
)
def judge_equalize(answer):
    for image in (*dull_pictures(), *grey_pictures()):
        counts = np.bincount(image.ravel(), minlength=256)
        running = np.cumsum(counts)
        table = running / image.size
        expected = table[image]
        low = expected.min()
        mistakes = [
            (running[image], "these are numbers of pixels; divide by image.size to get shares."),
            (running[image] / 255, "divided by 255: asked is the share of the pixels, so divide by how many there are."),
            (running[image] / running.max() * 255, "the values go from 0 to 255; asked are floats from 0 to 1."),
            (counts[image] / image.size, "these are the counts themselves; add them up first: np.cumsum."),
            (((running - counts) / image.size)[image], "this is the share of pixels that are darker; asked is: darker or equal. The brightest becomes 1."),
            ((expected - low) / (1 - low) if low < 1 else expected, "stretched once more: the darkest pixel need not become 0; it is the share of its own value."),
            (1 - expected, "this is the share of pixels that are brighter: the picture is inverted."),
            ((image - image.min()) / float(np.ptp(image)), "this is stretching; equalising asks for the share of pixels that are not brighter."),
        ]  # fmt: skip
        given = as_array(call(answer, image))
        if given.shape == (256,):
            raise Wrong("this is the table of 256 shares; now look up each pixel in it: table[image].")
        compare(given, expected, image, mistakes, 1e-6)


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
