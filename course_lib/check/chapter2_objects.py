"""Chapter 2, exercise 2.24 and the project: coins to count, lungs to find. Each judge is one exercise."""

import numpy as np
from scipy import ndimage

from .. import data
from ..filters import threshold_local, threshold_otsu
from ..measure import label
from ..morphology import closing, disk, opening
from .legacy import Wrong, call, exercise
from .masks import f1, mask_of
from .numbers import one_number, rounded_down

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
    given = {name: _one(call(answer, image)) for name, (image, _) in cases.items()}
    if all(given[name] == number + 1 for name, (_, number) in cases.items()):
        raise Wrong(
            "one too many, in every picture. Was the background counted too (measure.label gives it 0), or is something left that is no coin?"
        )
    for name, (image, number) in cases.items():
        if given[name] != number:
            raise Wrong(f"{name}: {_miscounted(given[name], number, image)}", input=image)


def _one(given):
    if np.ndim(given) != 0:
        raise Wrong(
            f"expected one number, got an array of shape {np.shape(given)}: how many different parts does it hold?"
        )
    return one_number(given)


def _miscounted(given, number, image):
    if given == label(image > threshold_otsu(image)).max():
        return f"{given:g} parts are white above Otsu's level, specks and all; clean the mask first."
    if given == 24:
        return f"your function says 24 and there are {number}. Does it look at the pixels?"
    if given > number:
        return f"{given:g} parts, and {number} coins. Look at the mask: specks, a coin in pieces, or another bright patch that a closing joined? Open with a larger footprint, or close with a smaller one."
    return f"{given:g} parts, and {number} coins. Coins were joined, or lost: is a footprint too large?"


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
        raise Wrong(told + _about_lungs(given, truth, image), **pictures)
    return f"scores: {', '.join(scores)}:"


def _about_lungs(given, truth, image):
    """Return what is wrong with a mask that misses the lungs."""
    edge = np.concatenate([given[0], given[-1], given[:, 0], given[:, -1]])
    covered, outside = given[truth].mean(), given[~truth].mean()
    false = (given & ~truth).sum() / max(given.sum(), 1)
    if covered < 0.5 < outside:
        return "inverted: the lungs are the dark part, and should be True."
    if covered < 0.05 and false > 0.8 and outside > 0.002:
        return "the lungs are not in it. The level is too high, so they touch the dark room and go with it."
    if covered < 0.05 and given.any() and image[given].mean() > image[truth].mean():
        return "what is in it is bright: the lungs are the dark part, below the level."
    if covered < 0.05 and given.any() and false < 0.2:
        return "only the darkest specks of the lungs are in it: the level is too low."
    if covered < 0.05:
        return "next to nothing is left. Either the level is too low for the lungs, or so high that they touch the dark room and go with it: look at the mask before without_border."
    if edge.mean() > 0.1:
        return "the dark room beside the body is marked too. It touches the picture's border; the lungs do not."
    if false > 1 - covered:
        return (
            f"{false:.0%} of what you marked lies outside the lungs. Is the level too high, or a footprint too large?"
        )
    return f"{1 - covered:.0%} of the lungs is missing. Vessels and ribs leave gaps: close them, or raise the level."
