"""2.25: the lungs of a radiograph are found."""

import numpy as np

from ... import data, exposure, filters, measure, morphology
from ..answers import Wrong, call
from ..compare import f1, mask_of, rounded_down
from ..exercise import exercise
from ..later import skimage

ex = exercise(
    "2.25",
    "Project: the lungs",
    hints=(
        "Raise the contrast where the lungs are: exposure.equalize_adapthist, clip_limit 0.02. Smooth, then threshold: lungs are dark.",
        "The dark room beside the body is dark too. It touches the picture's border, the lungs do not: without_border.",
        "filters.gaussian with sigma 2, a level near 0.66, then closing and opening with a disk of radius 10.",
    ),
    right="a mask like one that was drawn by hand.",
)

INVERTED = "inverted: the lungs are the dark part, and should be True."
NOT_IN_IT = "the lungs are not in it. The level is too high, so they touch the dark room and go with it."
BRIGHT = "what is in it is bright: the lungs are the dark part, below the level."
SPECKS = "only the darkest specks of the lungs are in it: the level is too low."
NOTHING = "next to nothing is left. Either the level is too low for the lungs, or so high that they touch the dark room and go with it: look at the mask before without_border."
ROOM = "the dark room beside the body is marked too. It touches the picture's border; the lungs do not."
OUTSIDE = "of what you marked lies outside the lungs. Is the level too high, or a footprint too large?"
MISSING = "of the lungs is missing. Vessels and ribs leave gaps: close them, or raise the level."


@ex.judge
def as_it_is_and_mirrored(answer):
    chest, lungs = data.load("chest_phantom"), data.load("chest_lungs")
    cases = {"as it is": (chest, lungs), "mirrored": (np.ascontiguousarray(chest[:, ::-1]), lungs[:, ::-1])}
    scores = []
    for name, (image, truth) in cases.items():
        given = mask_of(call(answer, image), truth.shape, "the lungs")
        score = f1(given, truth)
        scores.append(f"{name} {rounded_down(score, 2)}")
        if score < 0.9:
            told = f"the radiograph {name}: score {rounded_down(score, 3)} of the 0.900 asked for: "
            raise Wrong(told + what_is_wrong(given, truth, image), input=image, expected=truth, yours=given)
    return f"scores: {', '.join(scores)}:"


def what_is_wrong(given, truth, image):
    edge = np.concatenate([given[0], given[-1], given[:, 0], given[:, -1]])
    covered, outside = given[truth].mean(), given[~truth].mean()
    false = (given & ~truth).sum() / max(given.sum(), 1)
    if covered < 0.5 < outside:
        return INVERTED
    if covered < 0.05:
        return where_are_they(given, truth, image)
    if edge.mean() > 0.1:
        return ROOM
    return f"{false:.0%} {OUTSIDE}" if false > 1 - covered else f"{1 - covered:.0%} {MISSING}"


def where_are_they(given, truth, image):
    """Return what is wrong with a mask that holds next to nothing of the lungs."""
    false = (given & ~truth).sum() / max(given.sum(), 1)
    if false > 0.8 and given[~truth].mean() > 0.002:
        return NOT_IN_IT
    if given.any() and image[given].mean() > image[truth].mean():
        return BRIGHT
    return SPECKS if given.any() and false < 0.2 else NOTHING


def without_border(mask):
    numbers = measure.label(mask)
    edge = np.concatenate([numbers[0], numbers[-1], numbers[:, 0], numbers[:, -1]])
    return mask & ~np.isin(numbers, edge)


@ex.right
def find_lungs(image):
    clear = exposure.equalize_adapthist(image, clip_limit=0.02)
    dark = filters.gaussian(clear, 2) < 0.66
    lungs = without_border(dark)
    disk = morphology.disk(10)
    return morphology.opening(morphology.closing(lungs, disk), disk)


@ex.right
def by_skimage(image):
    clear = skimage.exposure.equalize_adapthist(image, clip_limit=0.02)
    dark = skimage.segmentation.clear_border(skimage.filters.gaussian(clear, 2) < 0.66)
    disk = skimage.morphology.disk(10)
    return skimage.morphology.opening(skimage.morphology.closing(dark, disk), disk)


def smoothed(image):
    return filters.gaussian(exposure.equalize_adapthist(image, clip_limit=0.02), 2)


def below(level):
    """Return the solution with another level."""
    disk = morphology.disk(10)
    return lambda image: morphology.opening(morphology.closing(without_border(smoothed(image) < level), disk), disk)


ex.slip(INVERTED, lambda image: ~find_lungs(image))
ex.slip(ROOM, lambda image: image < filters.threshold_otsu(image))
ex.slip(NOT_IN_IT, below(0.8))
ex.slip(NOT_IN_IT, lambda image: without_border(smoothed(image) < 0.75))
ex.slip(NOT_IN_IT, lambda image: without_border(exposure.equalize_hist(image) < 0.5))
ex.slip(NOT_IN_IT, lambda image: without_border(image < 150))
ex.slip(SPECKS, lambda image: without_border(filters.gaussian(image, 2) < 110 / 255))
ex.slip(SPECKS, lambda image: without_border(image < 110))
ex.slip(NOTHING, lambda image: without_border(filters.gaussian(image, 2) < 100 / 255))
ex.slip(NOTHING, below(0.9))
ex.slip(BRIGHT, lambda image: without_border(smoothed(image) > 0.66))
ex.slip(MISSING, below(0.55))
ex.slip(OUTSIDE, lambda image: morphology.dilation(find_lungs(image), morphology.disk(12)))

ex.wrong("mask of True", lambda image: exposure.equalize_adapthist(image))
ex.wrong("the shape of the picture", lambda image: find_lungs(image)[::2])
ex.wrong("the radiograph as it is: score", lambda image: image < filters.threshold_otsu(image))
ex.wrong("the radiograph mirrored: score", lambda image: data.load("chest_lungs"))
ex.wrong("mirrored: score", lambda image: find_lungs(data.load("chest_phantom")))
