"""4.2: what is green is marked by comparing the channels."""

import numpy as np

from ..exercise import exercise
from .green import one_pixel, pictures_and_margins
from .told import Told

ex = exercise(
    "4.2",
    "A threshold on colour",
    cases=pictures_and_margins,
    compare=Told(say=one_pixel),
    hints=(
        "Two comparisons, joined with &: green against red, green against blue.",
        "What is 10 - 20 in uint8? Convert to int before you subtract.",
        "g = image.astype(int)[..., 1], and so on; then (g - r >= margin) & (g - b >= margin).",
    ),
    right="both comparisons, in numbers that can be negative.",
)


@ex.right
def green_things(image, margin):
    red, green, blue = np.moveaxis(image.astype(int), -1, 0)
    return (green - red >= margin) & (green - blue >= margin)


def by_lead(combine, convert=lambda image: image.astype(int)):
    """Return an answer that combines how far green is above red, how far above blue, and the margin."""

    def answer(image, margin):
        red, green, blue = np.moveaxis(convert(image), -1, 0)
        return combine(green - red, green - blue, margin)

    return answer


def both(over_red, over_blue, margin):
    return (over_red >= margin) & (over_blue >= margin)


ex.right(by_lead(lambda r, b, margin: np.minimum(r, b) >= margin, lambda image: image.astype(np.int16)))

ex.slip("inverted: True should mark what is green.", lambda image, margin: ~green_things(image, margin))

BELOW_0 = "uint8 cannot be negative: 10 - 20 wrapped round to 246."
ex.slip(BELOW_0, by_lead(both, lambda image: image))
ex.slip(BELOW_0, lambda image, margin: image[..., 1] - image[..., [0, 2]].max(axis=-1) >= margin)


ABOVE_255 = "uint8 ends at 255: 250 + 30 wrapped round to 24."


@ex.slip(ABOVE_255)
def margin_added(image, margin):
    red, green, blue = np.moveaxis(image, -1, 0)
    return (green >= red + margin) & (green >= blue + margin)


ex.slip(
    ABOVE_255,
    lambda image, margin: image[..., 1] >= image[..., [0, 2]].max(axis=-1) + margin,
)
ex.slip("int8 ends at 127: take int.", by_lead(both, lambda image: image.astype(np.int8)))

ROUNDED = "exactly the margin is lost by rounding: compare whole numbers, in which 120 - 90 is 30."
for scaled in (lambda image: image / 255, lambda image: np.float32(image) / np.float32(255)):
    ex.slip(ROUNDED, lambda image, margin, scaled=scaled: by_lead(both, scaled)(image, margin / 255))
    ex.slip(
        ROUNDED,
        lambda image, margin, scaled=scaled: by_lead(lambda r, b, m: both(255 * r, 255 * b, m), scaled)(image, margin),
    )
ex.slip(
    "too much is marked: a green far below red differs by the margin as well, but is not above it.",
    by_lead(lambda r, b, margin: both(abs(r), abs(b), margin)),
)
AS_WELL = "exactly the margin should count as well: at least means >=."
ex.slip(AS_WELL, by_lead(lambda r, b, margin: (r > margin) & (b > margin)))
ex.slip(AS_WELL, by_lead(lambda r, b, margin: (r > margin) & (b >= margin)))
ex.slip(AS_WELL, by_lead(lambda r, b, margin: (r >= margin) & (b > margin)))
ex.slip("green was compared with red alone: a turquoise passes.", by_lead(lambda r, b, margin: r >= margin))
ex.slip("green was compared with blue alone: a yellow passes.", by_lead(lambda r, b, margin: b >= margin))
ex.slip(
    "one of the two is enough for your mask: both are asked for, so &.",
    by_lead(lambda r, b, margin: (r >= margin) | (b >= margin)),
)
ex.slip(
    "one of the two is enough for your mask, and green was compared with itself: both of the others are asked for.",
    lambda image, margin: (image[..., 1:2].astype(int) - image >= margin).any(axis=-1),
)
ex.slip(
    "green was compared with the mean of red and blue: each of them counts alone.",
    by_lead(lambda r, b, margin: (r + b) / 2 >= margin),
)


ex.slip(
    "just one of the two is marked, with ^ or !=: both are asked for, so &.",
    by_lead(lambda r, b, margin: (r >= margin) ^ (b >= margin)),
)
WAYS = (
    "one of the two differences is taken the wrong way round, or without its sign: green minus red, green minus blue."
)
for mixed in (
    lambda r, b, margin: both(r, -b, margin),
    lambda r, b, margin: both(-r, b, margin),
    lambda r, b, margin: both(r, abs(b), margin),
    lambda r, b, margin: both(abs(r), b, margin),
):
    ex.slip(WAYS, by_lead(mixed))
for one, name in ((0, "red"), (2, "blue")):
    ex.slip(
        f"a difference without its sign, to {name} alone: green minus red, green minus blue.",
        lambda image, margin, one=one: abs(image[..., 1].astype(int) - image[..., one]) >= margin,
    )
for compare in (np.greater, np.greater_equal):
    ex.slip(
        "green was compared with a mean in which it is itself: red and blue count, each alone.",
        lambda image, margin, compare=compare: compare(image[..., 1], image.mean(axis=-1) + margin),
    )
ex.slip(
    "blue was compared with red: green has to be above both of them.",
    by_lead(lambda r, b, margin: (r >= margin) & (r - b >= margin)),
)
for lead in (0, 1):
    ex.slip(
        "green is the strongest in your mask, and at least `margin` itself: the margin is asked for between it and the others.",
        lambda image, margin, lead=lead: green_things(image, lead) & (image[..., 1] >= margin),
    )


WRONG_SIDE = "the wrong side of the margin: at least means >=."
ex.slip(WRONG_SIDE, by_lead(lambda r, b, margin: (r <= margin) & (b <= margin)))
ex.slip(WRONG_SIDE, by_lead(lambda r, b, margin: (r < margin) & (b < margin)))
ex.slip(
    "divided, not subtracted: the margin is a difference in grey levels.",
    lambda image, margin: image[..., 1] >= margin * np.maximum(image[..., [0, 2]].astype(int), 1).max(axis=-1),
)


@ex.slip("red and blue were both taken off: green is compared with each of them alone.")
def minus_both(image, margin):
    red, green, blue = np.moveaxis(image.astype(int), -1, 0)
    return green - red - blue >= margin


ex.slip(
    "green is the strongest, and the two leads together reach the margin: each of them has to.",
    by_lead(lambda r, b, margin: (r > 0) & (b > 0) & (r + b >= margin)),
)
ex.slip(
    "there is a mask for each of the two comparisons: join them with &.",
    lambda image, margin: image[..., 1:2].astype(int) - image[..., [0, 2]] >= margin,
    by_shape=True,
)
ex.slip(
    "this asks how strong green is; asked is how far it is above red and blue.",
    lambda image, margin: image[..., 1] >= margin,
)
ONE_ALONE = "the margin counts for one of the two only: it is asked for above red and above blue."
ex.slip(ONE_ALONE, by_lead(lambda r, b, margin: (r >= margin) & (b >= 0)))
ex.slip(ONE_ALONE, by_lead(lambda r, b, margin: (r >= 0) & (b >= margin)))
ex.slip(ONE_ALONE, by_lead(lambda r, b, margin: (r >= margin) & (b > 0)))
ex.slip(ONE_ALONE, by_lead(lambda r, b, margin: (r > 0) & (b >= margin)))
ex.slip(
    "green is the strongest in your mask, by however little: where does the margin come in?",
    by_lead(lambda r, b, margin: (r > 0) & (b > 0)),
)
ex.slip(
    "green is at least as strong as the others in your mask, by however little: where does the margin come in?",
    by_lead(lambda r, b, margin: (r >= 0) & (b >= 0)),
)
ex.slip(
    "the leads over red and blue were added up: each of them alone has to be at least the margin.",
    by_lead(lambda r, b, margin: r + b >= margin),
)
ex.slip(
    "this marks what is red: the channels are red, green, blue.",
    lambda image, margin: green_things(image[..., [1, 0, 2]], margin),
)
ex.slip(
    "this marks what is blue: the channels are red, green, blue.",
    lambda image, margin: green_things(image[..., [0, 2, 1]], margin),
)
ex.slip(
    "the subtraction is the wrong way round: green minus the others.",
    by_lead(lambda r, b, margin: both(-r, -b, margin)),
)
ex.slip(
    "nothing is marked: is the picture on the margin's scale, 0 to 255, and is green compared with the others alone?",
    by_lead(both, lambda image: image / 255),
)

for number in (10, 15, 20, 25, 30, 40, 50, 60, 100):
    ex.slip(
        "this is right for another margin: take the one that is given.",
        lambda image, margin, number=number: green_things(image, number),
    )

ex.slip(
    "this mask still has channels: one True or False for each pixel.",
    lambda image, margin: image > margin,
    by_shape=True,
)

ONE_LINE = "image[1] is a row and image[:, 1] a column of the picture: a channel is the last index, image[..., 1]."
ex.slip(ONE_LINE, lambda image, margin: both(image[1] - image[0], image[1] - image[2], margin), by_shape=True)
ex.slip(
    ONE_LINE, lambda image, margin: both(image[:, 1] - image[:, 0], image[:, 1] - image[:, 2], margin), by_shape=True
)

ex.slip(
    "one number came back; asked is which pixels are green, not how many.",
    lambda image, margin: green_things(image, margin).sum(),
    by_shape=True,
)
ex.slip(
    "these are the colours of the green pixels; asked is the mask itself.",
    lambda image, margin: image[green_things(image, margin)],
    by_shape=True,
)

ex.wrong("True and False", lambda image, margin: green_things(image, margin).astype(int))

ex.wrong("it is not green", by_lead(lambda r, b, margin: abs(r) + abs(b) >= margin))
ex.slip("green against red, and red against blue: it is green each time, also against blue.")(
    lambda image, margin: (
        (image[..., 1].astype(int) - image[..., 0] >= margin) & (image[..., 0].astype(int) - image[..., 2] >= margin)
    )
)
ex.slip("& comes before >=: each comparison needs brackets of its own, (a >= b) & (c >= d).")(
    lambda image, margin: (
        image[..., 1].astype(int) - image[..., 0]
        >= (margin & (image[..., 1].astype(int) - image[..., 2] >= margin).astype(int))
    )
)
