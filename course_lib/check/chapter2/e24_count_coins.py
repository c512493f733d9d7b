"""2.24: threshold, close, open, number: coins are counted."""

import functools

import numpy as np
from scipy import ndimage

from ... import data, filters, measure, morphology
from ..answers import Wrong, call
from ..compare import one_number
from ..described import counted
from ..exercise import exercise
from ..later import skimage

# the middles of five of the 24 coins, none at the bright edge
TAKEN = ((123, 205), (265, 113), (197, 154), (263, 243), (192, 212))


@functools.cache
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
        "Which threshold of chapter 1 suits a table that is bright at one end? What has to be mended in the mask before parts are counted?",
        "A local threshold with a window larger than a coin; then close (coins become whole), then open (specks go). measure.label numbers the white parts; the largest number is how many there are.",
        "filters.threshold_local(image, 91, offset=-10), a closing with a disk of radius 3, an opening with radius 6, measure.label(mask).max().",
    ),
    cases=lambda: [data.coins()],  # what look shows
    right="threshold, close, open, number: that is a whole program for counting.",
)

ONE_MORE = "one too many, in every picture. Was the background counted too (measure.label gives it 0), or is something left that is no coin?"
ONE_LESS = "one too few, in every picture. measure.label counts from 1, and 0 is the background: its largest number is how many there are."
TWO_VALUES = "two, in every picture: a mask has two values, True and False. Number its parts with measure.label first."
ROWS = "is the number of rows, which is what len tells of an array. The largest number in measure.label's result is how many parts there are."
PIXELS = "is far more than coins: were pixels counted (.sum()), or the parts of the grey picture? Number the parts of a clean mask with measure.label; the largest number is how many there are."
BROKEN = "is no whole number. The largest number in measure.label's result is how many parts there are."
OTSU = "parts are white above Otsu's level, specks and all; clean the mask first."
ALWAYS_24 = "Does it look at the pixels?"
NONE = "no part is white. Look at the mask after each step: is the comparison the right way round, is a footprint too large?"
MOST_ARE_SPECKS = "Most of them are specks and grain, and no coins: is the mask closed, and then opened with a footprint larger than a speck, before its parts are numbered?"
JOINED = "Look at the mask. Either most coins were lost, to a footprint that does not fit into them, or they hang together, or the white part is the table."
TOO_MANY = "Look at the mask. Specks: open with a larger footprint. A coin in pieces: close with a larger one. Bright patches that are no coin: a smaller closing, or another threshold. A white table: the comparison is the wrong way round."
TOO_FEW = "Look at the mask. Coins that were joined or lost: a smaller footprint. A bright part of the table that is white: one level cannot suit all of it. A white table: the comparison is the wrong way round."


def counted_so(level=-10, window=91, steps=("close", 3, "open", 6), otsu=False):
    """Return a way to count, with another threshold or other steps."""

    def answer(image):
        white = image > (
            filters.threshold_otsu(image) if otsu else filters.threshold_local(image, window, offset=level)
        )
        for name, size in zip(steps[::2], steps[1::2], strict=True):
            if name == "fill":
                white = ndimage.binary_fill_holes(white)
            elif name == "erode":
                white = ndimage.binary_erosion(white, iterations=size)
            else:
                white = {"open": morphology.opening, "close": morphology.closing}[name](white, morphology.disk(size))
        return measure.label(white).max()

    return answer


NOT_CLEANED = "as many parts has the mask of the local threshold as it comes, specks and all: close it, then open it."
NOT_OPENED = "as many parts are left after a closing alone: the specks are still there. Open the mask afterwards."
NOT_CLOSED = "as many parts are left where nothing is closed: coins fall to pieces in an opening. Close them first."
OPENED_FIRST = "as many parts are left where the opening comes first: it takes the pieces of coins away. Close first."
OFFSET_SIGN = "as many parts lie above the mean of their window less 10: that lets the table in. offset=-10 asks for more than the mean."
NO_OFFSET = (
    "as many parts lie above the mean of their window: half of the table does. Ask for more than the mean: offset=-10."
)
DARK = "as many parts has the dark table: it is labelled in place of the coins. Coins are brighter than their window."
OTSU_ALL = "as many parts lie above Otsu's level, cleaned: the table is as bright at one end as coins at the other. Take a local threshold."
# what a count says of the way to it: the same number of parts in all four pictures
WAYS = (
    (NOT_CLEANED, counted_so(steps=())),
    (NOT_OPENED, counted_so(steps=("close", 3))),
    (NOT_OPENED, counted_so(steps=("close", 6))),
    *((NOT_CLOSED, counted_so(steps=("open", size))) for size in (2, 3, 4, 5, 6)),
    (OPENED_FIRST, counted_so(steps=("open", 6, "close", 3))),
    (OPENED_FIRST, counted_so(steps=("open", 3, "close", 3))),
    (OFFSET_SIGN, counted_so(level=10)),
    (NO_OFFSET, counted_so(level=0)),
    (DARK, lambda image: measure.label(~coins_above(image)).max()),
    *(
        (OTSU_ALL, counted_so(otsu=True, steps=steps))
        for steps in (
            ("fill", 0),
            ("open", 6),
            ("open", 3),
            ("close", 3),
            ("close", 3, "open", 6),
            ("fill", 0, "open", 6),
            ("fill", 0, "open", 3),
            ("erode", 1),
            ("erode", 2),
            ("erode", 3),
            ("fill", 0, "erode", 5),
        )
    ),
)


@functools.cache
def numbers_of(way):
    """Return what a way to count says of the four pictures."""
    return [way(image) for image, _ in tables().values()]


@ex.judge
def four_tables(answer):
    cases = tables()
    given = {name: how_many(call(answer, image)) for name, (image, _) in cases.items()}
    off = {given[name] - number for name, (_, number) in cases.items()}
    for always, sentence in (({1}, ONE_MORE), ({-1}, ONE_LESS)):
        if off == always:
            raise Wrong(sentence)
    if set(given.values()) == {2}:
        raise Wrong(TWO_VALUES)
    told = the_way_to(list(given.values()))
    for name, (image, number) in cases.items():
        if given[name] != number and told:
            raise Wrong(f"{name}: {counted(int(given[name]), 'part')}, and {number} coins: {told}", input=image)
        if given[name] != number:
            more = seen_where_coins_are_gone(given)
            raise Wrong(f"{name}: {what_is_wrong(given[name], number, image)}{more}", input=image)


def seen_where_coins_are_gone(given):
    """Return what the picture with five coins less says of a count, as a sentence, or ""."""
    every, fewer = given["all coins"], given["five coins taken away"]
    if every == 24 or not 2 < every < 300:
        return ""
    if fewer >= every:
        return f" Where five coins are gone, you count {fewer:g}, no fewer: it is the table's grain that is counted."
    if every - fewer == 5:
        return " Where five coins are gone, you count five fewer: so far so good; what is too much or too little lies elsewhere."
    return ""


def the_way_to(given):
    """Return the sentence for the way that gives the same numbers in all four pictures, or ""."""
    return next((told for told, way in WAYS if given == numbers_of(way)), "")


def how_many(given):
    if isinstance(given, tuple):
        raise Wrong("your function returns several things; return the number of coins alone.")
    if np.ndim(given) != 0:
        raise Wrong(
            f"expected one number, got an array of shape {np.shape(given)}: how many different parts does it hold?"
        )
    return one_number(given)


def what_is_wrong(given, number, image):
    if given == 0:
        return NONE
    if given == len(image):
        return f"{given:g} {ROWS}"
    if given == measure.label(image > filters.threshold_otsu(image)).max():
        return f"{given:g} {OTSU}"
    if given != round(given):
        return f"{given:g} {BROKEN}"
    if given > 2000:
        return f"{given:g} {PIXELS}"
    if given == 24:
        return f"your function says 24 and there are {number}. {ALWAYS_24}"
    if given > number:
        told = MOST_ARE_SPECKS if given > 3 * number else TOO_MANY
    else:
        told = JOINED if given < number / 3 else TOO_FEW
    return f"{counted(int(given), 'part')}, and {number} coins. {told}"


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
ex.slip(ONE_LESS, lambda image: count(image) - 1)
ex.slip(TWO_VALUES, lambda image: len(np.unique(coins_above(image))))
ex.slip(ROWS, lambda image: len(measure.label(coins_above(image))))
ex.slip(BROKEN, lambda image: measure.label(coins_above(image)).mean())
ex.slip(PIXELS, lambda image: coins_above(image).sum())
ex.slip(PIXELS, lambda image: measure.label(image).max())
ex.slip(NONE, lambda image: measure.label(coins_above(image, 3, 40)).max())
ex.slip(OTSU, lambda image: measure.label(image > filters.threshold_otsu(image)).max())
ex.slip(ALWAYS_24, lambda image: 24)
ex.slip(ALWAYS_24, lambda image: int(np.ceil(image.size / 4848)))
ex.slip(TOO_MANY, lambda image: measure.label(coins_above(image, 3, 2)).max())
ex.slip(TOO_MANY, lambda image: count(image) + (len(image) > 200))
ex.slip(TOO_FEW, lambda image: measure.label(coins_above(image, 3, 20)).max())
ex.slip(TOO_FEW, lambda image: 20)
ex.wrong("it is the table's grain that is counted", lambda image: measure.label(coins_above(image, 2, 1)).max())
ex.slip(JOINED, lambda image: 1)
ex.slip(MOST_ARE_SPECKS, lambda image: ndimage.label(coins_above(image, 0, 0))[1])
for sentence, way in WAYS:
    ex.slip(sentence, way)


ex.slip(TOO_MANY, lambda image: measure.label(coins_above(image, 1, 8)).max())
ex.slip(TOO_MANY, lambda image: measure.label(coins_above(image, 8, 6)).max())
ex.wrong("several things", lambda image: (coins_above(image), count(image)))

ex.wrong("five coins taken away", lambda image: 24 if len(image) > 200 else 12)
ex.wrong("how many different parts", lambda image: measure.label(coins_above(image)))
ex.wrong("got the text", lambda image: str(count(image)))
ex.wrong("finite", lambda image: float("nan"))
