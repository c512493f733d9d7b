"""2.10: three pixels in ten are salt or pepper."""

import functools

import numpy as np
from scipy import ndimage

from ... import data, filters, metrics, morphology, util
from ..answers import Wrong, as_array, call
from ..compare import rounded_down
from ..exercise import exercise
from ..later import skimage

PICTURES = {"the photographer": data.camera, "the brick wall": lambda: data.load("brick")}


def clean_of(load):
    return util.img_as_float(load()[::2, ::2])


ex = exercise(
    "2.10",
    "Three grains in ten",
    hints=(
        "Salt and pepper: which filter ignores values at both ends?",
        "With 30 % grains, a window of five pixels often holds three of them. Try larger footprints, and look at the result.",
        "filters.median(noisy, np.ones((3, 3))) twice, or once with morphology.disk(2).",
    ),
    cases=lambda: [case("the photographer")[1]],  # what look shows
    right="the grains are gone, and the picture is still there.",
)


@ex.right
def without_grains(noisy):
    return filters.median(noisy, morphology.disk(2))


ex.right(lambda noisy: filters.median(filters.median(noisy)))
ex.right(lambda noisy: skimage.filters.median(noisy, skimage.morphology.disk(2)))
ex.right(lambda noisy: without_grains(noisy).astype(np.float32))


@ex.right
def the_clean_picture(noisy):
    """Return the picture that the grains were thrown on: nothing is left to remove."""
    return next(clean for clean in map(clean_of, PICTURES.values()) if np.mean(clean == noisy) > 0.5)


AS_THEY_WERE = "nearly all pixels are as they were."
ONE_VALUE = "all pixels are equal now."
FEW_VALUES = "black and white alone are left: keep the grey values."
INVERTED = "dark and bright are exchanged."
MOVED = "the picture was mirrored, or moved by a pixel: each pixel has to stay in its place."
DARK = "pepper is left, or the grains became black. Which filter ignores both ends, the darkest and the brightest?"
BRIGHT = "salt is left, or the grains became white. Which filter ignores both ends, the darkest and the brightest?"
ONE_GREY = "all grains got the same value: give each of them what its neighbours have."
SPOTS = "the grains became spots. A mean counts every grain; which filter ignores them?"
TOO_SMALL = "grains are left. Is the window too small for so many, or was it not the middle value that was taken?"
TOO_LARGE = "the grains are gone, and fine detail with them: take a smaller window."
OTHER = "the grains are gone, but the pixels between them changed too. Is it the middle value of each window, and nothing beside?"


@ex.judge
def both_pictures(answer):
    scores = [f"{name} {rounded_down(score(answer, name), 1)} dB" for name in PICTURES]
    return f"{' and '.join(scores)}:"


@functools.cache
def case(name):
    """Return a clean picture, the noisy one, and the decibels asked for."""
    clean = clean_of(PICTURES[name])
    noisy = util.random_noise(clean, "s&p", amount=0.3, rng=5 + list(PICTURES).index(name))
    return clean, noisy, goal_for(clean, noisy)


def score(answer, name):
    """Return the decibels that an answer reaches for a picture, or say what is missing to those asked for."""
    clean, noisy, goal = case(name)
    given = picture_of(call(answer, noisy), clean.shape)
    reached = decibels(clean, given)
    if reached < goal:
        told = f"{name}: {rounded_down(reached, 1)} dB of the {goal:.1f} asked for: "
        raise Wrong(told + what_is_wrong(given, clean, noisy), input=noisy, expected=clean, yours=given)
    return reached


def picture_of(given, shape):
    given = as_array(given)
    if given.shape != shape or given.dtype.kind not in "uif":
        raise Wrong(f"expected a grey picture of shape {shape}, got {given.dtype} of shape {given.shape}.")
    if not np.isfinite(given.astype(float)).all():
        raise Wrong("some of the values are not finite numbers: was something divided by 0?")
    if given.max() > 1.5:
        raise Wrong("the values should go from 0 to 1, as those of the noisy picture do.")
    return given


def decibels(clean, other):
    return metrics.peak_signal_noise_ratio(clean, other.astype(float), data_range=1)


def goal_for(clean, noisy):
    """Return half a decibel less than the solution reaches, rounded down to a tenth."""
    return np.floor(10 * decibels(clean, without_grains(noisy)) - 5) / 10


def what_is_wrong(given, clean, noisy):
    given = given.astype(float)
    if np.abs(given - noisy).mean() < 0.03:
        return AS_THEY_WERE
    if np.ptp(given) < 1e-6:
        return ONE_VALUE
    if len(np.unique(given)) < 5:
        return FEW_VALUES
    return what_happened_to_the_place(given, clean) or what_happened_to_the_grains(given, clean, noisy)


def what_happened_to_the_place(given, clean):
    """Return whether a picture was inverted, mirrored or moved; None if not."""
    near = decibels(clean, given)
    if decibels(clean, 1 - given) > near + 3:
        return INVERTED
    others = [clean[::-1], clean[:, ::-1], clean[::-1, ::-1], *(np.roll(clean, n, a) for n in (-1, 1) for a in (0, 1))]
    return MOVED if max(decibels(other, given) for other in others) > near + 1 else None


def what_happened_to_the_grains(given, clean, noisy):
    grains = np.abs(noisy - clean) > 0.4
    dark, bright = ((sign * (given - clean) > 0.4)[grains].mean() for sign in (-1, 1))
    if max(dark, bright) > 0.2 and max(dark, bright) > 4 * min(dark, bright):
        return DARK if dark > bright else BRIGHT
    if np.std(given[(noisy == 0) | (noisy == 1)]) < 0.01:
        return ONE_GREY
    if np.abs(given - ndimage.gaussian_filter(noisy, 1.5)).mean() < np.abs(given - clean).mean():
        return SPOTS
    if ndimage.laplace(given).std() < ndimage.laplace(clean).std():
        return TOO_LARGE
    return TOO_SMALL if (grains & (np.abs(given - clean) > 0.4)).mean() > 0.0043 else OTHER


def grains_become(value):
    return lambda noisy: np.where((noisy == 0) | (noisy == 1), value(noisy), noisy)


ex.right(grains_become(without_grains))

ex.slip(AS_THEY_WERE, lambda noisy: noisy)
ex.slip(AS_THEY_WERE, lambda noisy: np.clip(noisy, 0.05, 0.95))
ex.slip(ONE_VALUE, lambda noisy: np.full_like(noisy, np.median(noisy)))
ex.slip(FEW_VALUES, lambda noisy: without_grains(noisy).round())
ex.slip(INVERTED, lambda noisy: 1 - without_grains(noisy))
ex.slip(MOVED, lambda noisy: without_grains(noisy)[::-1])
ex.slip(MOVED, lambda noisy: np.roll(without_grains(noisy), 1, axis=1))
ex.slip(DARK, lambda noisy: morphology.erosion(noisy))
ex.slip(DARK, lambda noisy: morphology.opening(noisy, morphology.disk(2)))
ex.slip(DARK, grains_become(lambda noisy: 0))
ex.slip(DARK, lambda noisy: np.where(noisy == 1, without_grains(noisy), noisy))
ex.slip(BRIGHT, lambda noisy: morphology.dilation(noisy))
ex.slip(BRIGHT, lambda noisy: np.where(noisy == 0, without_grains(noisy), noisy))
ex.slip(ONE_GREY, grains_become(np.mean))
ex.slip(ONE_GREY, grains_become(lambda noisy: 0.5))
ex.slip(SPOTS, lambda noisy: filters.gaussian(noisy, 1.5))
ex.slip(SPOTS, lambda noisy: filters.gaussian(noisy, 0.7))
ex.slip(SPOTS, lambda noisy: ndimage.uniform_filter(noisy, 3))
ex.slip(SPOTS, lambda noisy: ndimage.uniform_filter(noisy, 9))
ex.slip(TOO_SMALL, filters.median)
ex.slip(TOO_SMALL, lambda noisy: filters.median(noisy, morphology.disk(1)))
ex.slip(TOO_SMALL, lambda noisy: ndimage.median_filter(noisy, (1, 5)))
ex.slip(TOO_LARGE, lambda noisy: filters.median(noisy, morphology.disk(4)))
ex.slip(TOO_LARGE, lambda noisy: ndimage.median_filter(noisy, 11))
ex.slip(OTHER, lambda noisy: filters.unsharp_mask(without_grains(noisy), 2, 1))
ex.wrong("the photographer: ", lambda noisy: noisy)
ex.wrong("from 0 to 1", lambda noisy: without_grains(noisy) * 255)
ex.wrong("divided by 0", lambda noisy: without_grains(noisy) / 0)
ex.wrong("of shape (128, 128)", lambda noisy: without_grains(noisy)[::2, ::2])


@ex.wrong("the brick wall: ")
def good_for_the_photographer(noisy):
    """Take the right footprint where the sky is bright, and one that is too small for the wall."""
    return filters.median(noisy, morphology.disk(2 if np.median(noisy[:40, :40]) > 0.6 else 1))
