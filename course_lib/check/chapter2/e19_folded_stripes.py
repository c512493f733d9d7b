"""2.19: what is more than half a wave per kept pixel is folded back."""

import numpy as np

from ..compare import Numbers
from ..exercise import exercise

ex = exercise(
    "2.19",
    "What becomes of the stripes?",
    cases=(
        (0.1, 2),
        (0.3, 6),
        (0.3, 4),
        (0.45, 2),
        (0.2, 5),
        (0.37, 7),
        (0.25, 4),
        (0.4, 3),
        (0.5, 1),
        (0.5, 3),
        (0, 5),
        (0.1237, 3),
        (0.45, 9),
        (0.2525, 2),
    ),
    compare=Numbers(alone=False),
    hints=(
        "How many waves do the stripes run through from one kept pixel to the next? What of that can be seen?",
        "They run through frequency * every waves. Whole waves cannot be seen: only the distance to the nearest whole number counts.",
        "waves = frequency * every; abs(waves - round(waves)).",
    ),
    right="what is more than half a wave per kept pixel is folded back.",
    example="For {} waves per pixel and one pixel in {} kept, you say {given:.3g}: ",
)


@ex.right
def seen(frequency, every):
    waves = frequency * every
    return abs(waves - round(waves))


ex.right(lambda frequency, every: min(frequency * every % 1, 1 - frequency * every % 1))
ex.right(lambda frequency, every: np.abs(np.float64(frequency * every) - np.round(frequency * every)))

ex.slip(
    "not folded yet: between two kept pixels a whole wave cannot be seen.", lambda frequency, every: frequency * every
)
ex.slip(
    "the whole waves are gone; but 0.8 of a wave forward looks like 0.2 back: it is never more than 0.5.",
    lambda frequency, every: frequency * every % 1,
)
ex.slip(
    "multiply: the kept pixels lie farther apart, so more of a wave fits between them.",
    lambda frequency, every: frequency / every,
)
ex.slip(
    "this is in waves per old pixel; asked is waves per kept pixel.",
    lambda frequency, every: seen(frequency, every) / every,
)
ex.slip(
    "a frequency has no sign: take the absolute value.",
    lambda frequency, every: frequency * every - round(frequency * every),
)
ex.slip(
    "0.5 is the highest that can be seen; but what is above does not stay there, it is folded back.",
    lambda frequency, every: min(frequency * every, 0.5),
)

ex.wrong("For 0.3 waves per pixel and one pixel in 6 kept, you say 1.8: ", lambda frequency, every: frequency * every)

ex.slip(
    "folded once: with more than one wave between two kept pixels, all whole waves have to go.",
    lambda frequency, every: abs(1 - frequency * every) if frequency * every > 0.5 else frequency * every,
)
ex.slip(
    "folded once: with more than one wave between two kept pixels, all whole waves have to go.",
    lambda frequency, every: min(frequency * every, 1 - frequency * every),
)
ex.slip(
    "what is left of 0.5 was taken away; but 0.8 of a wave forward looks like 0.2 back, its distance to 1.",
    lambda frequency, every: frequency * every % 0.5,
)
ex.slip(
    "this is the distance to the next whole number above; the one below may be nearer.",
    lambda frequency, every: np.ceil(frequency * every) - frequency * every,
)
ex.slip(
    "this is the distance to a half; asked is the distance to the nearest whole number.",
    lambda frequency, every: abs(frequency * every % 1 - 0.5),
)
ex.slip(
    "rounded: keep all the digits.",
    lambda frequency, every: round(seen(frequency, every), 2),
)
ex.slip(
    "rounded: keep all the digits.",
    lambda frequency, every: round(seen(frequency, every), 1),
)
ex.slip("this is the same for all stripes: 0.2 is the answer for 0.3 and 4 alone.", lambda frequency, every: 0.2)
ex.slip(
    "this is a wave's length in kept pixels; asked is waves per kept pixel.",
    lambda frequency, every: 1 / seen(frequency, every),
)
ex.slip(
    "the whole waves were kept, and their rest thrown away: it is the other way round.",
    lambda frequency, every: frequency * every // 1,
)
ex.slip(
    "the whole waves were kept, and their rest thrown away: it is the other way round.",
    lambda frequency, every: round(frequency * every),
)

ex.slip(
    "every was not used: the kept pixels lie `every` pixels apart.",
    lambda frequency, every: abs(frequency - round(frequency)),
)
ex.slip("every was not used: the kept pixels lie `every` pixels apart.", lambda frequency, every: frequency)
ex.slip(
    "this is the distance to a half; asked is the distance to the nearest whole number.",
    lambda f, every: abs(f * every - 0.5),
)
ex.slip(
    "this is the distance to 1; asked is the distance to the nearest whole number.", lambda f, every: abs(f * every - 1)
)
ex.slip(
    "what is above a half does not stay at 0.5: 0.8 of a wave forward looks like 0.2 back.",
    lambda f, every: min(f * every % 1, 0.5),
)
ex.slip(
    "a frequency has no sign, and 0.5 is not its middle: abs(waves - round(waves)).",
    lambda f, every: f * every % 1 - 0.5,
)
ex.slip("from one kept pixel to the next it is `every` steps, not one fewer.", lambda f, every: seen(f, every - 1))

ex.slip(
    "what is above a half is not 0.5 less: 0.8 of a wave forward looks like 0.2 back, its distance to 1.",
    lambda f, every: f * every - 0.5 if f * every > 0.5 else f * every,
)
FARTHER = "this is the distance to the whole number that is farther away; the nearer one counts."
ex.slip(
    "this is the distance to the next whole number above; the one below may be nearer.",
    lambda f, every: 1 - f * every % 1,
)
ex.slip(FARTHER, lambda f, every: max(f * every % 1, 1 - f * every % 1))
ex.slip(
    "this is the distance to a half; asked is the distance to the nearest whole number.",
    lambda f, every: 0.5 - f * every % 0.5,
)
ex.slip("a frequency is not below 0: abs(…).", lambda f, every: -seen(f, every))
ex.slip("1 / every is where it folds to 0, but the result counts in waves per kept pixel: multiply by every.")(
    lambda frequency, every: abs(frequency - 1 / every)
)
ex.slip("% (1 / every) leaves waves per old pixel: multiply by every first, and count in kept pixels.")(
    lambda frequency, every: frequency % (1 / every)
)
ex.slip(
    "only one wave was taken off, once; there may be several: only the distance to the nearest whole number counts."
)(lambda frequency, every: frequency * every - (frequency * every > 0.5))
ex.slip("this is the length of a wave, in kept pixels; asked are waves per pixel, one divided by it.")(
    lambda frequency, every: 1 / (frequency * every) if frequency else 0
)
