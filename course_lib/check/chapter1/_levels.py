"""How 1.11 and 1.12 judge a level: by the two classes that it makes."""

import dataclasses

import numpy as np

from ..answers import Wrong, as_array


@dataclasses.dataclass
class Class:
    """The pixels on one side of each of the 256 levels: how many, their mean and variance (nan where there are none)."""

    size: np.ndarray
    mean: np.ndarray
    variance: np.ndarray


def classes(image):
    """Return the class at or below each level, and the class above it."""
    levels = np.arange(256.0)
    counts = np.bincount(image.ravel(), minlength=256)
    size, total, squares = (np.cumsum(counts * levels**power) for power in range(3))
    sides = (size, total, squares), (size[-1] - size, total[-1] - total, squares[-1] - squares)
    with np.errstate(all="ignore"):
        return [Class(n, total / n, squares / n - (total / n) ** 2) for n, total, squares in sides]


def between(low, high):
    return low.size * high.size * (low.mean - high.mean) ** 2


def measures(image, measure=between):
    """Return a measure of the two classes for each level; -inf where one of them is empty."""
    return np.nan_to_num(measure(*classes(image)), nan=-np.inf)


def less_well(given, expected, image):
    """Say by how much a level is not the best one, and show what lies above both."""
    measure = np.nan_to_num(between(*classes(image)))
    yours = measure[given] if 0 <= given <= 255 else 0
    told = (
        f"level {given} separates the classes less well than level {expected}: the product is {yours:,.2f} for yours, "
    )
    told += f"{measure[expected]:,.2f} for the best. Print what you compute for both."
    raise Wrong(told, input=image, expected=image > expected, yours=image > given)


def what_it_is(given, image):
    """Name an array that came in place of a level."""
    if given.shape == image.shape:
        return "a picture or mask: return the level itself, from which image > level makes one"
    if given.ndim == 1 and given.size > 200:
        return f"{given.size} numbers: return the place of the largest (np.argmax)"
    return f"an array of shape {given.shape}: return the number itself"


def as_level(given, image):
    """Return the level, or say what is wrong with its kind; levels that part the picture as well as the best are the best."""
    given = as_array(given)
    if given.dtype == bool and given.ndim == 0:
        raise Wrong("expected one number, the level; got True or False.")
    if given.ndim != 0:
        raise Wrong(f"expected one number, the level; got {what_it_is(given, image)}.")
    if not np.isfinite(given):
        raise Wrong("the level is not a number: somewhere 0 was divided by 0, where a class holds no pixel.")
    if given > 255:
        raise Wrong(
            "that is far above 255: return the level at which the largest value stands, not the value itself (np.argmax)."
        )
    measure, level = measures(image), int(np.floor(given))
    if level >= 0 and measure[level] > measure.max() * (1 - 1e-9):
        return int(np.argmax(measure))
    if 0 < given < 1:
        raise Wrong("a level between 0 and 1: the picture is uint8, and its levels are 0 to 255.")
    return level
