"""2.25: the lungs of a radiograph are found."""

import numpy as np
from scipy import ndimage

from ... import data, exposure, filters, measure, morphology
from ..answers import Wrong, call
from ..compare import f1, mask_of, rounded_down
from ..exercise import exercise
from ..later import skimage

ex = exercise(
    "2.25",
    "Project: the lungs",
    hints=(
        "The lungs are dark, and so is the room beside the body. What tells the two apart, and what would make one level suit both lungs?",
        "Raise the contrast (exposure.equalize_adapthist, clip_limit 0.02), smooth, then threshold. The room touches the picture's border, the lungs do not: without_border. Look at the mask after each step.",
        "filters.gaussian with sigma 2, a level near 0.66, without_border, then closing and opening with a disk of radius 10.",
    ),
    cases=lambda: [data.load("chest_phantom")],  # what look shows
    right="a mask like one that was drawn by hand.",
)

INVERTED = "inverted: the lungs are the dark part, and should be True."
NOTHING = "nothing is marked. Either the level is too low for the lungs, or so high that they touch the dark room and go with it, or a footprint is larger than they are, or it is > in place of <. Look at the mask after each step."
EVERYTHING = "all of the picture is marked: which pixels are dark, below the level?"
DARKEST = (
    "only dark pixels are marked, and hardly anything of the lungs. Is the level too low, or is it > in place of <?"
)
BRIGHT = "hardly anything of the lungs is marked, and what is marked is brighter than they are. Is the level so high that the lungs touch the dark room and go with it, or is it > in place of <? Look at the mask before without_border."
ROOM = "the dark room beside the body is marked too. It touches the picture's border; the lungs do not."
OUTSIDE = (
    "of what you marked lies outside the lungs. Is the level too high, a footprint too large, or is it > in place of <?"
)
ONE_LUNG = "one of the two lungs is missing. Does it touch the dark room at this level, and go with it, or did you keep one part only?"
AS_DARK = "of the lungs is missing, and it is as dark as the rest. Does it touch the dark room at this level, and go with it, or is it > in place of <? Look at the mask before without_border."
BRIGHTEST = "of the lungs is missing, where they are brightest. Is the level too low, are there gaps that a closing would fill, or did an erosion or an opening take too much?"
TOO_LOW = "of the lungs is missing, where they are brightest, and not only along their outline: the level is too low for them. Is the contrast raised before (equalize_adapthist), or the level a higher one?"
MIRRORED = "the mask is mirrored, or rows and columns are exchanged: each pixel has to stay in its place."


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
    if not given.any() or given.all():
        return EVERYTHING if given.all() else NOTHING
    edge = np.concatenate([given[0], given[-1], given[:, 0], given[:, -1]])
    covered, outside = given[truth].mean(), given[~truth].mean()
    if covered < 0.5 < outside:
        return INVERTED
    if max(f1(given[:, ::-1], truth), f1(given[::-1], truth), f1(given.T, truth)) > 0.85:
        return MIRRORED
    image = ndimage.gaussian_filter(image.astype(float), 2)
    if edge.mean() > 0.1 and image[given].mean() < image[~given].mean():
        return ROOM
    if covered < 0.05:
        return DARKEST if image[given].mean() < np.percentile(image[truth], 25) else BRIGHT
    false = (given & ~truth).sum() / given.sum()
    if false > 1 - covered:
        return f"{false:.0%} {OUTSIDE}"
    return what_is_missing(given, truth, image)


def what_is_missing(given, truth, image):
    """Return which part of the lungs a mask lacks: the bright pixels are above a level that is too low."""
    lungs = measure.label(truth)
    each = [given[lungs == number].mean() for number in range(1, lungs.max() + 1)]
    if min(each) < 0.3 and max(each) > 0.6:
        return ONE_LUNG
    missing = truth & ~given
    told = AS_DARK
    if image[missing].mean() > np.percentile(image[truth & given], 75):
        outermost = ~ndimage.binary_erosion(truth, iterations=6)
        told = BRIGHTEST if outermost[missing].mean() > 0.45 else TOO_LOW  # an erosion takes the outline
    return f"{missing.sum() / truth.sum():.0%} {told}"


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
    return skimage.morphology.isotropic_opening(skimage.morphology.isotropic_closing(dark, 10), 10)


def smoothed(image):
    return filters.gaussian(exposure.equalize_adapthist(image, clip_limit=0.02), 2)


def below(level):
    """Return the solution with another level."""
    disk = morphology.disk(10)
    return lambda image: morphology.opening(morphology.closing(without_border(smoothed(image) < level), disk), disk)


ex.slip(INVERTED, lambda image: ~find_lungs(image))
ex.slip(MIRRORED, lambda image: find_lungs(image)[:, ::-1])
ex.slip(MIRRORED, lambda image: find_lungs(image).T)
ex.slip(NOTHING, lambda image: without_border(filters.gaussian(image, 2) < 0.3))
ex.slip(NOTHING, lambda image: filters.gaussian(image, 2) < 0)
ex.slip(EVERYTHING, lambda image: filters.gaussian(image, 2) < 100)
ex.slip(ROOM, lambda image: image < filters.threshold_otsu(image))
ex.slip(ROOM, lambda image: smoothed(image) < 0.66)
ex.slip(DARKEST, lambda image: without_border(filters.gaussian(image, 2) < 110 / 255))
ex.slip(DARKEST, lambda image: without_border(image < 110))
ex.slip(BRIGHT, below(0.8))
ex.slip(BRIGHT, lambda image: without_border(smoothed(image) < 0.75))
ex.slip(BRIGHT, lambda image: without_border(exposure.equalize_hist(image) < 0.5))
ex.slip(BRIGHT, lambda image: without_border(image < 150))
ex.slip(BRIGHT, lambda image: without_border(smoothed(image) > 0.66))
ex.slip(AS_DARK, lambda image: find_lungs(image) & (np.arange(len(image)) < 280)[:, None])
ex.slip(BRIGHTEST, below(0.55))
ex.slip(TOO_LOW, below(0.45))
ex.slip(TOO_LOW, lambda image: without_border(image < filters.threshold_otsu(image)))
ex.slip(BRIGHTEST, lambda image: morphology.erosion(find_lungs(image), morphology.disk(6)))
ex.slip(OUTSIDE, lambda image: morphology.dilation(find_lungs(image), morphology.disk(12)))


@ex.slip(ONE_LUNG)
def largest_part(image):
    numbers = measure.label(find_lungs(image))
    return numbers == np.bincount(numbers[numbers > 0]).argmax()


ex.wrong("mask of True", lambda image: exposure.equalize_adapthist(image))
ex.wrong("the shape of the picture", lambda image: find_lungs(image)[::2])
ex.wrong("the radiograph as it is: score", lambda image: image < filters.threshold_otsu(image))
ex.wrong("the radiograph mirrored: score", lambda image: data.load("chest_lungs"))
ex.wrong("mirrored: score", lambda image: find_lungs(data.load("chest_phantom")))
