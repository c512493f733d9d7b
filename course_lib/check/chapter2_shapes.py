"""Chapter 2, exercises 2.21 to 2.24 and the project: shapes. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..filters import threshold_local, threshold_otsu
from ..measure import label
from ..morphology import closing, disk, opening
from .engine import Wrong, as_array, call, compare, exercise
from .numbers import rounded_down
from .pictures import grey_pictures

TAKEN = (
    (123, 205),
    (265, 113),
    (197, 154),
    (263, 243),
    (192, 212),
)  # the middles of five of the 24 coins, none at the bright edge


def masks():
    """Return small masks with shapes at the border, specks and holes."""
    world = data.load("world")[60:140:2, 300:460:2]
    return world, np.random.default_rng(61).random((11, 14)) < 0.8, np.random.default_rng(62).random((9, 6)) < 0.2


@exercise(
    "2.21",
    "Write an erosion",
    hints=(
        "All nine pixels have to be white. For numbers, that is their minimum.",
        "np.pad(image, 1, mode='edge'), nine shifted copies, and np.min(copies, axis=0).",
        "np.minimum.reduce(copies) does the same, for masks and for grey pictures.",
    ),
    right="the least of nine, for masks and for grey pictures alike.",
)
def judge_erosion(answer):
    for image in (*masks(), *grey_pictures()):
        expected = ndimage.minimum_filter(image, 3, mode="nearest")
        mistakes = [
            (ndimage.maximum_filter(image, 3, mode="nearest"), "this is the dilation: the white grows. An erosion takes the least of the nine."),
            (ndimage.minimum_filter(image, 3, mode="constant"), "the border was eaten: beyond it you took black. Repeat the border pixels, np.pad's mode 'edge'."),
            (ndimage.minimum_filter(image, footprint=disk(1), mode="nearest"), "the four corners of the footprint are missing: asked are all nine pixels."),
            (ndimage.minimum_filter(image, 5, mode="nearest"), "this footprint has five by five pixels; asked are three by three."),
            (ndimage.median_filter(image, 3, mode="nearest"), "this is the median of the nine; an erosion takes the least."),
            (ndimage.uniform_filter(image.astype(float), 3, mode="nearest"), "this is the mean of the nine; an erosion takes the least."),
            (expected[1:-1, 1:-1], "the outermost pixels are missing: pad the picture first."),
            (image, "nothing was eroded yet."),
        ]  # fmt: skip
        compare(call(answer, image), expected, image, mistakes)


@exercise(
    "2.22",
    "The outline",
    hints=(
        "Which pixels does an erosion take away?",
        "The outline is what is white in the mask and black in its erosion.",
        "mask & ~morphology.erosion(mask, np.ones((3, 3))).",
    ),
    right="what an erosion takes away is the rim.",
)
def judge_outline(answer):
    for mask in masks():
        thin = ndimage.minimum_filter(mask, 3, mode="nearest")
        thick = ndimage.maximum_filter(mask, 3, mode="nearest")
        expected = mask & ~thin
        mistakes = [
            (thick & ~mask, "this is the rim outside the shape; asked is the one inside: white pixels of the mask itself."),
            (thick & ~thin, "this rim is two pixels wide, inside and outside; asked is the inner one."),
            (thin, "this is the erosion; asked is what it takes away."),
            (~expected, "inverted: the outline should be True."),
            (mask & ~ndimage.minimum_filter(mask, footprint=disk(1), mode="nearest"), "a footprint without corners was used, so the outline has gaps for diagonal neighbours: take the square of 3 x 3."),
            (mask & ~ndimage.minimum_filter(mask, 3, mode="constant"), "the picture's own border counts as outline: beyond it you took black."),
            (mask, "this is the mask as it was."),
        ]  # fmt: skip
        compare(call(answer, mask), expected, mask, mistakes)


def specked(seed):
    """Return a shape with specks around it and holes in it, and the shape itself."""
    rng = np.random.default_rng(seed)
    rows, cols = np.mgrid[:120, :160]
    truth = np.hypot(rows - 60, cols - 55) < 38
    truth |= (abs(rows - 60) < 22) & (abs(cols - 115) < 28)
    grains = ndimage.maximum_filter(rng.random(truth.shape) < 0.008, (2, 3))
    return truth ^ grains, truth


@exercise(
    "2.23",
    "Specks and holes",
    hints=(
        "Opening removes specks, closing fills holes. Both give the shape its outline back.",
        "The specks are up to three pixels wide, some of them touch. The footprint has to be larger.",
        "morphology.closing(morphology.opening(mask, disk), disk) with a disk of radius 3, or the other order.",
    ),
    right="the specks are gone, the holes are filled, and the shape is as large as it was.",
)
def judge_specks(answer):
    for seed, turn in ((71, 1), (72, -1)):
        mask, truth = (np.ascontiguousarray(a[:, ::turn]) for a in specked(seed))
        for image, true in ((mask, truth), (mask.T.copy(), truth.T)):
            given = _mask_of(call(answer, image), image.shape)
            score = f1(given, true)
            if score >= 0.95:
                continue
            pictures = {"input": image, "expected": true, "yours": given}
            told = f"score {rounded_down(score, 3)} of the 0.950 asked for: "
            inner = ndimage.minimum_filter(true, 13)
            outer = ndimage.maximum_filter(true, 13)
            if f1(~given, true) > max(score, 0.5):
                raise Wrong(told + "inverted: the shape should be True.", **pictures)
            holes, specks = (~given & inner).mean(), (given & ~outer).mean()
            if given.sum() < 0.85 * true.sum() and specks == 0:
                raise Wrong(
                    told
                    + "the shape has shrunk, and perhaps its holes have grown: after an erosion, a dilation has to bring the outline back.",
                    **pictures,
                )
            if given.sum() > 1.15 * true.sum() and holes == 0:
                raise Wrong(
                    told + "the shape has grown: after a dilation, an erosion has to bring the outline back.",
                    **pictures,
                )
            if specks > 0.002 and holes > 0.002:
                raise Wrong(told + "specks and holes are left. Which operation is for which?", **pictures)
            if specks > 0.002:
                raise Wrong(
                    told + "specks are left. Which operation removes what the footprint does not fit into?", **pictures
                )
            if holes > 0.002:
                raise Wrong(
                    told + "holes are left. Which operation fills what is smaller than the footprint?", **pictures
                )
            raise Wrong(
                told
                + "no specks, no holes, but the outline moved: has each erosion its dilation, and is the footprint small enough?",
                **pictures,
            )


def _mask_of(given, shape):
    given = as_array(given)
    if given.shape != shape:
        raise Wrong(f"the mask should have the shape of the picture, {shape}; yours has {given.shape}.")
    if given.dtype != bool:
        raise Wrong(f"expected a mask of True and False; yours holds {given.dtype}.")
    return given


def f1(mask, truth):
    """Return the F1 score: 1 if all of the truth and nothing else is marked."""
    return 2 * (mask & truth).sum() / max(mask.sum() + truth.sum(), 1)


def fewer_coins():
    """Return the picture of the coins with five of them taken off the table; its shape stays."""
    coins = data.coins()
    white = opening(closing(coins > threshold_local(coins, 91, offset=-10), disk(3)), disk(6))
    numbers, known = label(white), ~ndimage.binary_dilation(white, iterations=6)
    taken = ndimage.binary_dilation(np.isin(numbers, [numbers[place] for place in TAKEN]), iterations=6)
    light = ndimage.gaussian_filter(coins * known.astype(float), 12) / ndimage.gaussian_filter(known.astype(float), 12)
    grain = np.random.default_rng(63).normal(0, 5, coins.shape)
    return np.where(taken, np.clip(light + grain, 0, 255), coins).astype(np.uint8)


@exercise(
    "2.24",
    "Count the coins",
    hints=(
        "A local threshold with a window larger than a coin, as at the end of chapter 1; then close, then open.",
        "measure.label numbers the white parts; the largest number is how many there are.",
        "The last lesson of the chapter reaches 24: closing with radius 3, opening with radius 6.",
    ),
    right="threshold, close, open, number: that is a whole program for counting.",
)
def judge_count(answer):
    coins = data.coins()
    cases = {
        "all coins": (coins, 24),
        "the upper half": (coins[:142], 12),
        "turned round": (np.ascontiguousarray(coins[::-1, ::-1]), 24),
        "five coins taken away": (fewer_coins(), 19),
    }
    for name, (image, number) in cases.items():
        given = call(answer, image)
        if np.ndim(given) != 0:
            raise Wrong(
                f"expected one number, got an array of shape {np.shape(given)}: how many different parts does it hold?"
            )
        if given == number:
            continue
        otsu = label(image > threshold_otsu(image)).max()
        if given == otsu:
            raise Wrong(f"{name}: {given} parts are white above Otsu's level, specks and all; clean the mask first.")
        if given == number + 1:
            raise Wrong(f"{name}: {given} is one too many. Was the background counted too? measure.label gives it 0.")
        if given == 24:
            raise Wrong(
                f"{name}: your function says 24 and there are {number}. Does it look at the pixels?", input=image
            )
        if given > number:
            raise Wrong(
                f"{name}: {given} parts, and {number} coins. Specks were counted: open with a larger footprint, or remove small objects."
            )
        raise Wrong(f"{name}: {given} parts, and {number} coins. Coins were joined, or lost: is a footprint too large?")


@exercise(
    "2.25",
    "Project: the lungs",
    hints=(
        "Raise the contrast where the lungs are: exposure.equalize_adapthist, clip_limit 0.02. Smooth, then threshold: lungs are dark.",
        "The dark room beside the body is dark too. It touches the picture's border, the lungs do not: without_border.",
        "filters.gaussian with sigma 2, a level near 0.66, then closing and opening with a disk of radius 10.",
    ),
    right="a mask like one that was drawn by hand.",
)
def judge_lungs(answer):
    chest, lungs = data.load("chest_phantom"), data.load("chest_lungs")
    cases = {"as it is": (chest, lungs), "mirrored": (np.ascontiguousarray(chest[:, ::-1]), lungs[:, ::-1])}
    scores = []
    for name, (image, truth) in cases.items():
        given = _mask_of(call(answer, image), truth.shape)
        score = f1(given, truth)
        scores.append(f"{name} {rounded_down(score, 2)}")
        if score >= 0.9:
            continue
        pictures = {"input": image, "expected": truth, "yours": given}
        told = f"the radiograph {name}: score {rounded_down(score, 3)} of the 0.900 asked for: "
        edge = np.concatenate([given[0], given[-1], given[:, 0], given[:, -1]])
        missed, false = (truth & ~given).sum() / truth.sum(), (given & ~truth).sum() / max(given.sum(), 1)
        if not given.any():
            raise Wrong(
                told + "nothing is left. Where the level is too high, the lungs touch the dark room and go with it.",
                **pictures,
            )
        if f1(~given, truth) > score and given[truth].mean() < 0.5:
            raise Wrong(
                told + "inverted, or the level is too low: the lungs are the dark part, and should be True.", **pictures
            )
        if edge.mean() > 0.1:
            raise Wrong(
                told
                + "the dark room beside the body is marked too. It touches the picture's border; the lungs do not.",
                **pictures,
            )
        if false > missed:
            raise Wrong(
                told
                + f"{false:.0%} of what you marked lies outside the lungs. Is the level too high, or a footprint too large?",
                **pictures,
            )
        raise Wrong(
            told
            + f"{missed:.0%} of the lungs is missing. Vessels and ribs leave gaps: close them, or raise the level.",
            **pictures,
        )
    return f"scores: {', '.join(scores)}:"
