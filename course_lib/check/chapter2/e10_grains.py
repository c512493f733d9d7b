"""2.10: three pixels in ten are salt or pepper."""

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
    right="a median large enough for the grains and small enough for the picture.",
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
SPOTS = "the grains became spots. A mean counts every grain; which filter ignores them?"
TOO_SMALL = "grains are left. The window is too small for so many."
TOO_LARGE = "the grains are gone, and fine detail with them: take a smaller window."


@ex.judge
def both_pictures(answer):
    scores = [
        f"{name} {rounded_down(score(answer, name, clean_of(load), seed), 1)} dB"
        for seed, (name, load) in enumerate(PICTURES.items(), 5)
    ]
    return f"{' and '.join(scores)}:"


def score(answer, name, clean, seed):
    """Return the decibels that an answer reaches for a picture, or say what is missing to those asked for."""
    noisy = util.random_noise(clean, "s&p", amount=0.3, rng=seed)
    given = picture_of(call(answer, noisy), clean.shape)
    reached, goal = decibels(clean, given), goal_for(clean, noisy)
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
    if np.mean(given == noisy) > 0.95:
        return AS_THEY_WERE
    if np.abs(given - ndimage.gaussian_filter(noisy, 1.5)).mean() < np.abs(given - clean).mean():
        return SPOTS
    left = (np.abs(given - clean) > 0.4) & (np.abs(noisy - clean) > 0.4)
    return TOO_SMALL if left.mean() > 0.005 else TOO_LARGE


ex.slip(AS_THEY_WERE, lambda noisy: noisy)
ex.slip(SPOTS, lambda noisy: filters.gaussian(noisy, 1.5))
ex.slip(SPOTS, lambda noisy: ndimage.uniform_filter(noisy, 3))
ex.slip(TOO_SMALL, filters.median)
ex.slip(TOO_LARGE, lambda noisy: filters.median(noisy, morphology.disk(4)))
ex.wrong("the photographer: ", lambda noisy: noisy)
ex.wrong("from 0 to 1", lambda noisy: without_grains(noisy) * 255)
ex.wrong("divided by 0", lambda noisy: without_grains(noisy) / 0)
ex.wrong("of shape (128, 128)", lambda noisy: without_grains(noisy)[::2, ::2])


@ex.wrong("the brick wall: ")
def good_for_the_photographer(noisy):
    """Take the right footprint where the sky is bright, and one that is too small for the wall."""
    return filters.median(noisy, morphology.disk(2 if np.median(noisy[:40, :40]) > 0.6 else 1))
