"""Chapter 2, exercise 2.24 and the project: coins to count, lungs to find. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..filters import threshold_local, threshold_otsu
from ..measure import label
from ..morphology import closing, disk, opening
from .legacy import Wrong, call, exercise
from .masks import f1, mask_of
from .numbers import rounded_down

TAKEN = (
    (123, 205),
    (265, 113),
    (197, 154),
    (263, 243),
    (192, 212),
)  # the middles of five of the 24 coins, none at the bright edge


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
        given = mask_of(call(answer, image), truth.shape, "the lungs")
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
