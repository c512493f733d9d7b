"""2.24: threshold, close, open, number: coins are counted."""

import numpy as np
from scipy import ndimage

from ... import data, filters, measure, morphology
from ..answers import Wrong, call
from ..compare import one_number
from ..exercise import exercise
from ..later import skimage

# the middles of five of the 24 coins, none at the bright edge
TAKEN = ((123, 205), (265, 113), (197, 154), (263, 243), (192, 212))


def tables():
    """Return pictures by name, each with how many coins there are."""
    coins = data.coins()
    return {
        "all coins": (coins, 24),
        "the upper half": (coins[:142], 12),
        "turned round": (np.ascontiguousarray(coins[::-1, ::-1]), 24),
        "five coins taken away": (fewer_coins(), 19),
    }


def coins_above(image, close=3, open=6):
    """Return the mask of the coins: a local threshold, then a closing and an opening with disks of these radii."""
    mask = image > filters.threshold_local(image, 91, offset=-10)
    return morphology.opening(morphology.closing(mask, morphology.disk(close)), morphology.disk(open))


def fewer_coins():
    """Return the picture of the coins with five of them taken off the table; its shape stays."""
    coins = data.coins()
    white = coins_above(coins)
    numbers, known = measure.label(white), ~ndimage.binary_dilation(white, iterations=6)
    taken = ndimage.binary_dilation(np.isin(numbers, [numbers[place] for place in TAKEN]), iterations=6)
    light = ndimage.gaussian_filter(coins * known.astype(float), 12) / ndimage.gaussian_filter(known.astype(float), 12)
    grain = np.random.default_rng(63).normal(0, 5, coins.shape)
    return np.where(taken, np.clip(light + grain, 0, 255), coins).astype(np.uint8)


ex = exercise(
    "2.24",
    "Count the coins",
    hints=(
        "A local threshold with a window larger than a coin, as at the end of chapter 1; then close, then open.",
        "measure.label numbers the white parts; the largest number is how many there are.",
        "The last lesson of the chapter reaches 24: closing with radius 3, opening with radius 6.",
    ),
    right="threshold, close, open, number: that is a whole program for counting.",
)

ONE_MORE = "one too many, in every picture. Was the background counted too (measure.label gives it 0), or is something left that is no coin?"
OTSU = "parts are white above Otsu's level, specks and all; clean the mask first."
ALWAYS_24 = "Does it look at the pixels?"
TOO_MANY = "Look at the mask: specks, a coin in pieces, or another bright patch that a closing joined? Open with a larger footprint, or close with a smaller one."
TOO_FEW = "Coins were joined, or lost: is a footprint too large?"


@ex.judge
def four_tables(answer):
    cases = tables()
    given = {name: how_many(call(answer, image)) for name, (image, _) in cases.items()}
    if all(given[name] == number + 1 for name, (_, number) in cases.items()):
        raise Wrong(ONE_MORE)
    for name, (image, number) in cases.items():
        if given[name] != number:
            raise Wrong(f"{name}: {what_is_wrong(given[name], number, image)}", input=image)


def how_many(given):
    if np.ndim(given) != 0:
        raise Wrong(
            f"expected one number, got an array of shape {np.shape(given)}: how many different parts does it hold?"
        )
    return one_number(given)


def what_is_wrong(given, number, image):
    if given == measure.label(image > filters.threshold_otsu(image)).max():
        return f"{given:g} {OTSU}"
    if given == 24:
        return f"your function says 24 and there are {number}. {ALWAYS_24}"
    return f"{given:g} parts, and {number} coins. {TOO_MANY if given > number else TOO_FEW}"


@ex.right
def count(image):
    mask = image > filters.threshold_local(image, 91, offset=-10)
    mask = morphology.closing(mask, morphology.disk(3))
    mask = morphology.opening(mask, morphology.disk(6))
    return measure.label(mask).max()


ex.right(lambda image: skimage.measure.label(coins_above(image)).max())
ex.right(lambda image: ndimage.label(coins_above(image), np.ones((3, 3)))[1])

ex.slip(ONE_MORE, lambda image: count(image) + 1)
ex.slip(ONE_MORE, lambda image: len(np.unique(measure.label(coins_above(image)))))
ex.slip(OTSU, lambda image: measure.label(image > filters.threshold_otsu(image)).max())
ex.slip(ALWAYS_24, lambda image: 24)
ex.slip(ALWAYS_24, lambda image: int(np.ceil(image.size / 4848)))
ex.slip(TOO_MANY, lambda image: measure.label(coins_above(image, 3, 2)).max())
ex.slip(TOO_MANY, lambda image: count(image) + (len(image) > 200))
ex.slip(TOO_FEW, lambda image: measure.label(coins_above(image, 3, 20)).max())
ex.slip(TOO_FEW, lambda image: 20)

ex.wrong("five coins taken away", lambda image: 24 if len(image) > 200 else 12)
ex.wrong("how many different parts", lambda image: measure.label(coins_above(image)))
ex.wrong("got the text", lambda image: str(count(image)))
ex.wrong("finite", lambda image: float("nan"))
