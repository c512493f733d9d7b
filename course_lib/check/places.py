"""Where two arrays differ, in words: how many places and how far, where they lie, and one of them."""

import numpy as np

from .described import counted, number

CHANNELS = ("red", "green", "blue")


def differing(given, expected, close):
    """Return the sentences for two arrays of one shape that are not `close` in some places."""
    differ = ~close
    many = f"{differ.sum()} of {differ.size} values differ from what was asked for"
    parts = [f"{many}{_how_far(given, expected, differ)}{region(differ)}.", example(given, expected, differ)]
    return " ".join(parts)


def example(given, expected, differ):
    """Return one place: "Row 3, column 5 (counted from 0): asked 120, yours 119."."""
    place = instructive(differ)
    asked, yours = number(expected[place]), number(given[place])
    if asked == yours:
        asked, yours = (repr(array[place].item()) for array in (expected, given))
    where = _named(place)
    return (
        f"{where[:1].upper()}{where[1:]}: asked {asked}, yours {yours}." if where else f"Asked {asked}, yours {yours}."
    )


def instructive(differ):
    """Return the first place that differs and does not lie at the border, or the first of all."""
    inside = np.zeros(differ.shape, bool)
    inside[tuple(slice(1, -1) for _ in differ.shape[:2])] = True
    places = np.argwhere(differ & inside)
    return tuple((places if len(places) else np.argwhere(differ))[0])


def _named(place):
    """Return a place in words.

    >>> _named((3, 5)), _named((7,)), _named((3, 5, 0))
    ('row 3, column 5 (counted from 0)', 'position 7 (counted from 0)', 'row 3, column 5, channel 0 (counted from 0)')
    """
    place = [int(i) for i in place]
    if not place:
        return ""
    if len(place) == 1:
        return f"position {place[0]} (counted from 0)"
    if len(place) <= 3:
        words = zip(("row", "column", "channel"), place, strict=False)
        return f"{', '.join(f'{word} {i}' for word, i in words)} (counted from 0)"
    return f"[{', '.join(map(str, place))}] (counted from 0)"


def _how_far(given, expected, differ):
    """Return how far off the values are, or for masks how many are marked too much and too little."""
    if expected.dtype == bool:
        more, less = int((given & differ).sum()), int((expected & differ).sum())
        parts = [f"{more} are True that should not be"] * bool(more) + [f"{less} are False that should be True"] * bool(
            less
        )
        return f" ({' and '.join(parts)})"
    off = given[differ].astype(float) - expected[differ].astype(float)
    unknown = int((~np.isfinite(off)).sum())
    if unknown:
        return f", and {counted(unknown, 'of them')[: -1 if unknown > 1 else None]} {'is' if unknown == 1 else 'are'} no finite number"
    most = float(np.abs(off).max())
    ways = {(True, False): ": yours is too large there", (False, True): ": yours is too small there"}
    return f", by {number(most)} at most{ways.get((bool((off > 0).all()), bool((off < 0).all())), '')}"


def region(differ):
    """Return where all places that differ lie, where that is telling: ", all of them in the last row"."""
    where = _side(differ) or _channel(differ) or ("near the border" if along_border(differ) else "")
    return f", all of them {where}" if where else ""


def _side(differ):
    for axis, word in enumerate(("row", "column")[: differ.ndim] if differ.ndim > 1 else ("position",)):
        if differ.shape[axis] < 3:
            continue
        lines = differ.any(axis=tuple(a for a in range(differ.ndim) if a != axis))
        found = np.flatnonzero(lines)
        if len(found) == 1 and differ.ndim > 1:
            number = int(found[0])
            return {0: f"in the first {word}", len(lines) - 1: f"in the last {word}"}.get(number, f"in {word} {number}")
        if list(found) == [0, len(lines) - 1]:
            return f"in the first and the last {word}"
        if list(found) in ([0], [len(lines) - 1]):
            return f"at the {'beginning' if found[0] == 0 else 'end'}"
    return ""


def _channel(differ):
    if differ.ndim != 3 or differ.shape[2] != 3:
        return ""
    found = np.flatnonzero(differ.any(axis=(0, 1)))
    return f"in the {CHANNELS[found[0]]} channel" if len(found) == 1 else ""


def along_border(differ):
    """Tell whether all places that differ lie near the border, and fill half of one side of it at least."""
    if differ.ndim < 2 or min(differ.shape[:2]) < 6:
        return False
    rows, cols = (n // 5 + 1 for n in differ.shape[:2])
    sides = differ[0], differ[-1], differ[:, 0], differ[:, -1]
    return not differ[rows:-rows, cols:-cols].any() and any(side.mean() >= 0.5 for side in sides)
