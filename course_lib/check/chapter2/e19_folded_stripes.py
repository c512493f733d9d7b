"""2.19: what is more than half a wave per kept pixel is folded back."""

import numpy as np

from ..compare import Numbers
from ..exercise import exercise

ex = exercise(
    "2.19",
    "What becomes of the stripes?",
    cases=((0.1, 2), (0.3, 6), (0.3, 4), (0.45, 2), (0.2, 5), (0.37, 7), (0.25, 4), (0.4, 3)),
    compare=Numbers(alone=False),
    hints=(
        "From one kept pixel to the next, the stripes run through frequency * every waves.",
        "Whole waves cannot be seen: only the distance to the nearest whole number counts.",
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
ex.wrong("`every` changes nothing", lambda frequency, every: frequency)
