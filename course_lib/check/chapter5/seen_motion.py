"""How a picture was moved that should lie over another one: found by trying turns, and the best shift for each."""

import numpy as np
from scipy import fft

from ...feature.align import moved_back, turning
from ..described import counted, listed

TURNS = np.arange(-18, 19)  # degrees that are tried
STEP = 3  # every third row and column is looked at
LIKE = 0.6  # a correlation from which two pictures show the same


def seen_motion(given, second):
    """Return (angle, shift) by which the second picture was moved to give another one, or None.

    The angle is right to a degree, the shift to two pixels or so; both as `moved_back` takes them.
    """
    small, other = (_deviation(some[::STEP, ::STEP]) for some in (given, second))
    size = [fft.next_fast_len(2 * n, real=True) for n in small.shape]
    spectrum = fft.rfft2(small, size)
    middle = (np.array(small.shape) - 1) / 2
    best, found = LIKE, None
    for angle in TURNS:
        about = middle - turning(angle) @ middle  # turned about the middle
        turned = moved_back(other, angle, about)
        match = fft.irfft2(spectrum * np.conj(fft.rfft2(turned, size)), size)
        place = np.unravel_index(match.argmax(), match.shape)
        likeness = match[place] / (np.linalg.norm(small) * np.linalg.norm(turned))
        if likeness > best:
            by = np.array([p if p < n / 2 else p - n for p, n in zip(place, size, strict=True)])
            best, found = likeness, (angle, STEP * (about - turning(angle) @ by))
    return found


def _deviation(image):
    """Return how far each pixel is from the mean of what is not black: black is where nothing is shown."""
    shown = image != 0
    return np.where(shown, image - image[shown].mean(), 0) if shown.any() else image


def in_words(seen, asked, shape):
    """Return in words how one motion differs from the one that was asked for."""
    (angle, shift), (right, wanted) = seen, asked
    if abs(angle - right) > 1.5:
        turned = "is not turned" if abs(angle) < 1.5 else f"is turned by about {_turn(angle)}"
        return f"the second picture {turned}; {_turn(right)} are needed."
    middle = (np.array(shape) - 1) / 2
    rows, cols = turning(right).T @ (turning(right) @ middle + wanted - turning(angle) @ middle - shift)
    down = (rows, "row", ("low", "high"))
    aside = (cols, "column", ("far to the right", "far to the left"))
    told = [
        f"{counted(round(abs(by)), name)} too {ways[int(by < 0)]}" for by, name, ways in (down, aside) if abs(by) > 1.5
    ]
    if not told:
        return "it lies nearly right: is the motion fitted again to all the pairs that agree?"
    return f"the turn is right, or nearly; in the middle the wall lies about {listed(told)}."


def _turn(angle):
    return f"{abs(angle):.0f} degrees {'counter-clockwise' if angle < 0 else 'clockwise'}"
