"""Chapter 2, exercises 2.16 to 2.20: turning, shrinking, enlarging. Each judge is one exercise."""

import numpy as np

from .. import data
from ..transform import rescale, resize, rotate
from .legacy import Wrong, as_array, call, compare, exercise
from .pictures import random_colour, random_grey


@exercise(
    "2.16",
    "A quarter turn",
    hints=(
        "After a turn clockwise, the left column is the top row, from bottom to top.",
        "Exchange the axes (swapaxes(0, 1)), then let one of them run backwards.",
        "np.rot90(image, k) turns k quarter turns counter-clockwise; -1 turns clockwise.",
    ),
    right="no pixel was made up and none was lost: rows became columns.",
)
def judge_quarter(answer):
    for image in (random_colour(51), random_grey(52, (12, 5)), data.chelsea()[::5, ::5]):
        expected = np.rot90(image, -1)
        mistakes = [
            (np.rot90(image), "this turns counter-clockwise; asked is clockwise."),
            (np.rot90(image, 2), "this is half a turn."),
            (image.swapaxes(0, 1), "rows and columns are exchanged, which is a mirror image along the diagonal: one axis has to run backwards as well."),
            (np.rot90(image, -1)[..., ::-1] if image.ndim == 3 else expected, "the colours run backwards too: turn the first two axes alone."),
            (rotate(image, -90, preserve_range=True), "the frame stayed and the picture was cut off: resize=True lets the shape turn too."),
            (rotate(image, -90), "the frame stayed and the picture was cut off: resize=True lets the shape turn too."),
            (rotate(image, -90, resize=True), "the right turn, but the values now go from 0 to 1: keep the picture's own numbers."),
        ]  # fmt: skip
        compare(call(answer, image), expected, image, mistakes, 1e-6)


@exercise(
    "2.17",
    "A turn that goes wrong",
    hints=(
        "Try angle = 90. What is np.cos(90)?",
        "np.cos and np.sin take radians: a full circle is 2 pi, not 360.",
        "np.deg2rad(angle) converts; do it once, before cos and sin.",
    ),
    right="degrees for people, radians for cos and sin.",
)
def judge_degrees(answer):
    image = np.ascontiguousarray(data.camera()[100:260:2, 150:330:2])
    for angle in (30, -75, 90):
        expected = rotate(image, angle, order=0)
        given = as_array(call(answer, image, angle))
        if given.shape != expected.shape:
            raise Wrong(f"the shape should stay {expected.shape}, yours is {given.shape}.")
        pictures = {"input": image, "expected": expected, "yours": given}
        told = [
            (-angle, "it turns the wrong way round: a positive angle goes counter-clockwise, as it did before you changed the code."),
            (np.rad2deg(angle), "it turns by another angle than asked: 30 degrees come out as 279. In which unit do cos and sin want theirs?"),
            (np.rad2deg(np.rad2deg(angle)), "np.rad2deg goes the other way; degrees to radians is np.deg2rad."),
            (np.deg2rad(angle), "converted twice: the picture hardly turns."),
            (2 * angle, "it turns by twice the angle: pi belongs to 180 degrees, not to 90."),
            (angle / 2, "it turns by half the angle: pi belongs to 180 degrees, not to 360."),
        ]  # fmt: skip
        if np.mean(given != expected) <= 0.02:  # where two pixels are equally near, either may be taken
            continue
        for wrong, sentence in told:
            if np.mean(given != rotate(image, wrong, order=0)) <= 0.02:
                raise Wrong(sentence, **pictures)
        raise Wrong(f"turned by {angle} degrees, {np.mean(given != expected):.0%} of the pixels differ.", **pictures)


@exercise(
    "2.18",
    "The mean of each block",
    hints=(
        "How many blocks are there? rows // n down and cols // n across.",
        "image.reshape(rows // n, n, cols // n, n): which two of the four axes lie within a block?",
        "Take the mean over the axes 1 and 3.",
    ),
    right="each block of the large picture is one pixel of the small one, and none was left out.",
)
def judge_blocks(answer):
    for image, n in ((data.load("brick")[:120, :160], 8), (random_grey(53, (12, 18)), 3), (random_grey(54, (8, 4)), 2)):
        rows, cols = (length // n for length in image.shape)
        blocks = image.reshape(rows, n, cols, n).astype(float)
        expected = blocks.mean(axis=(1, 3))
        mistakes = [
            (image[::n, ::n], "one pixel in n was kept and the others left out: that is where aliasing comes from. Take the mean of each block."),
            (image[n // 2 :: n, n // 2 :: n], "one pixel in n was kept and the others left out: that is where aliasing comes from. Take the mean of each block."),
            (blocks.sum(axis=(1, 3)), "these are sums; divide by how many pixels a block has."),
            (np.floor(expected), "the decimals are lost: keep floats."),
            (np.rint(expected), "the means were rounded: keep floats."),
            (np.floor(expected + 0.5), "the means were rounded: keep floats."),
            (blocks.sum(axis=(1, 3)) / n, "divided by n: a block has n * n pixels."),
            (blocks.sum(axis=(1, 3)) % 256 / n**2, "the sums left the range of uint8: convert to float first."),
            (blocks.max(axis=(1, 3)), "this is the brightest of each block; asked is the mean."),
            (np.median(blocks, axis=(1, 3)), "this is the median of each block; asked is the mean."),
            (image.reshape(n, rows, n, cols).mean(axis=(0, 2)), "the axes of reshape are in the wrong order: the block's number comes before the place in the block."),
            (image.reshape(rows, n, n, cols).mean(axis=(1, 2)) if rows * n * n * cols == image.size else expected, "the axes of reshape are in the wrong order: the block's number comes before the place in the block."),
            (rescale(image, 1 / n, anti_aliasing=True, preserve_range=True), "these are means weighted by a Gaussian; asked is the plain mean of each block."),
            (expected / 255, "the values go from 0 to 1; the picture's go from 0 to 255, and its means should too."),
        ]  # fmt: skip
        compare(call(answer, image, n), expected, image, mistakes, 1e-6)


@exercise(
    "2.19",
    "What becomes of the stripes?",
    hints=(
        "From one kept pixel to the next, the stripes run through frequency * every waves.",
        "Whole waves cannot be seen: only the distance to the nearest whole number counts.",
        "waves = frequency * every; abs(waves - round(waves)).",
    ),
    right="what is more than half a wave per kept pixel is folded back.",
)
def judge_fold(answer):
    for frequency, every in ((0.1, 2), (0.3, 6), (0.3, 4), (0.45, 2), (0.2, 5), (0.37, 7), (0.25, 4), (0.4, 3)):
        given = call(answer, frequency, every)
        if np.ndim(given) != 0:
            raise Wrong(f"expected one number, got an array of shape {np.shape(given)}.")
        waves = frequency * every
        right = abs(waves - round(waves))
        if abs(given - right) < 1e-9:
            continue
        told = {
            "not folded yet: between two kept pixels a whole wave cannot be seen.": waves,
            "the whole waves are gone; but 0.8 of a wave forward looks like 0.2 back: it is never more than 0.5.": waves
            % 1,
            "multiply: the kept pixels lie farther apart, so more of a wave fits between them.": frequency / every,
            "this is in waves per old pixel; asked is waves per kept pixel.": right / every,
            "a frequency has no sign: take the absolute value.": waves - round(waves),
            "0.5 is the highest that can be seen; but what is above does not stay there, it is folded back.": min(
                waves, 0.5
            ),
        }
        example = f"For {frequency} waves per pixel and one pixel in {every} kept, you say {given:.3g}: "
        for sentence, wrong in told.items():
            if abs(given - wrong) < 1e-9:
                raise Wrong(example + sentence)
        raise Wrong(example + "count the waves from one kept pixel to the next, and leave out the whole ones.")


@exercise(
    "2.20",
    "Enlarge without making anything up",
    hints=(
        "Each row has to be there n times, and each column too.",
        "np.repeat(image, n, axis=0) repeats every row.",
        "Do it twice: along axis 0 and along axis 1. The colours lie along axis 2 and stay.",
    ),
    right="each pixel is now a block, and no value is new.",
)
def judge_enlarge(answer):
    for image, n in (
        (random_colour(55, (4, 5)), 3),
        (random_grey(56, (3, 6)), 4),
        (data.rocket()[200:230, 300:330], 2),
    ):
        expected = image.repeat(n, axis=0).repeat(n, axis=1)
        tiled = np.tile(image, (n, n) + (1,) * (image.ndim - 2))
        smooth = resize(image, expected.shape[:2], order=1)
        between = "values were made up between the pixels: take the nearest pixel, order=0."
        mistakes = [
            (tiled, "the whole picture is repeated, like tiles on a wall; asked is each pixel n times."),
            (image.repeat(n, axis=0), "the rows are repeated, the columns not yet."),
            (image.repeat(n, axis=1), "the columns are repeated, the rows not yet."),
            (smooth, between), (smooth * 255, between),
            (resize(image, expected.shape[:2], order=1, mode="edge"), between),
            (np.kron(image, np.ones((n, n, n), image.dtype)) if image.ndim == 3 else expected, "the colours were repeated too: only rows and columns."),
            (np.repeat(image, n), "without an axis, np.repeat makes one long line: say axis=0, then axis=1."),
        ]  # fmt: skip
        compare(call(answer, image, n), expected, image, mistakes, 1e-6)
