"""Numbers that lost something to their type: wrapped, clipped, rounded or cut."""

import numpy as np

from .rule import agrees, distinct, rule

RULES = []
PARTS = (2, 3, 4, 5, 8, 9, 16, 25, 49)  # so many numbers may have been summed for a mean


def far_off(given, expected, case):
    """Tell whether a number lies at the other end of its type's range."""
    return bool(np.abs(given.astype(float) - expected).max(initial=0) > 100)


def many(given, expected, case):
    """Tell whether there are many different numbers."""
    return distinct(expected) >= 8


@rule(
    "the numbers do not fit into {}, and start again from its other end: give the result another type, or clip it before.",
    RULES,
    everywhere=False,
    seen=far_off,
)
def wrapped(given, expected, case):
    if not np.isfinite(expected).all():
        return None
    names = [name for name in ("uint8", "int8", "uint16", "int16") if _fits(given, expected, name)]
    return [name for name in names if not _holds(expected, name)] or names


def _fits(given, expected, name):
    return any(agrees(given, whole(expected).astype(np.int64).astype(name)) for whole in (np.trunc, np.rint))


def _holds(expected, name):
    limits = np.iinfo(name)
    return expected.max(initial=0) < limits.max + 0.5 and expected.min(initial=0) > limits.min - 0.5


@rule(
    "a sum overflowed on the way: uint8 starts again at 0 after 255, before you divide. Convert to float first, for example with .astype(float).",
    RULES,
    everywhere=False,
)
def overflow_in_a_sum(given, expected, case):
    if not np.isfinite(expected).all() or expected.max(initial=0) > 256 or expected.min(initial=0) < 0:
        return None
    for parts in PARTS:
        total = np.rint(expected * parts)
        if total.max(initial=0) < 256 or given.max(initial=0) > 255 / parts + 1e-6:
            continue
        if agrees(given, total % 256 / parts) or agrees(given, total % 256 // parts):
            return True
    return None


@rule(
    "where it differs, yours is 256 minus what it should be: a difference on the way did not fit into its type (uint8 knows no negative numbers). Convert first, for example with .astype(int).",
    RULES,
    everywhere=False,
    seen=many,
)
def overflow_in_a_difference(given, expected, case):
    if expected.min(initial=0) < 0 or expected.max(initial=0) > 255:
        return None
    turned = given != expected
    return bool(turned.any()) and not turned.all() and agrees(given[turned], 256 - expected[turned].astype(float))


@rule(
    "values {} are cut off: the result may have them. (Is there a np.clip, or does one kind of values always become 0?)",
    RULES,
)
def clipped(given, expected, case):
    return _cut_at(given, expected)


@rule("values {} are left in it: clip them (np.clip).", RULES)
def not_clipped(given, expected, case):
    return _cut_at(expected, given)


def _cut_at(cut, whole):
    """Return in words at which bounds numbers were cut off."""
    if distinct(cut) < 4 or whole.dtype == bool:
        return None
    found = []
    for low, high in ((0, 255), (0, 1)):
        below, above = bool((whole < low).any()), bool((whole > high).any())
        if (below or above) and agrees(cut, np.clip(whole.astype(float), low, high)):
            found += [" or ".join([f"below {low}"] * below + [f"above {high}"] * above)]
    if (whole < 0).any() and agrees(cut, np.maximum(whole, 0)):
        found += ["below 0"]
    return found


@rule("the decimals are lost: {}. Keep floats.", RULES, everywhere=False)
def decimals_lost(given, expected, case):
    if expected.dtype.kind != "f" or not np.isfinite(expected).all() or agrees(expected, np.rint(expected)):
        return None
    ways = {"the numbers were rounded": np.rint, "the numbers were cut to whole ones": np.trunc, "the numbers were rounded down": np.floor, "the numbers were rounded up": np.ceil}  # fmt: skip
    if np.abs(expected).max(initial=0) <= 1:
        ways.pop("the numbers were rounded up")  # whatever is above 0 would be 1
    return [words for words, whole in ways.items() if agrees(given, whole(expected))]


@rule("the numbers were rounded to {}: keep all decimals.", RULES, everywhere=False)
def rounded(given, expected, case):
    if expected.dtype.kind != "f" or not np.isfinite(expected).all():
        return None
    for digits in (1, 2, 3, 4):
        if agrees(given, np.round(expected, digits)) and not agrees(given, expected):
            return [f"{digits} decimal{'s' * (digits > 1)}"]
    return None


@rule("whole numbers were asked for, and yours have decimals: {} gives them.", RULES, everywhere=False)
def decimals_left(given, expected, case):
    if (
        given.dtype.kind != "f"
        or expected.dtype == bool
        or distinct(expected) < 4
        or not np.isfinite(given).all()
        or not agrees(expected, np.rint(expected))
        or agrees(given, np.rint(given))
    ):
        return None
    ways = {"rounding (np.rint)": np.rint, "cutting the decimals off (//, or astype(int))": np.floor, "rounding up (np.ceil)": np.ceil}  # fmt: skip
    return [words for words, whole in ways.items() if agrees(whole(given), expected)]


@rule("wherever it differs, yours is 1 too {}: it looks like {}.", RULES, everywhere=False)
def one_off(given, expected, case):
    if "f" in given.dtype.kind + expected.dtype.kind and not (
        agrees(given, np.rint(given)) and agrees(expected, np.rint(expected))
    ):
        return None
    off = np.rint(given.astype(float)) - np.rint(expected.astype(float))
    some = 0.02 < (off != 0).mean() < 0.98
    if not some or distinct(expected) < 16:
        return None
    if off.max() == 0 and off.min() == -1:
        return [("small", "decimals that were cut off where they should be rounded (np.rint)")]
    if off.min() == 0 and off.max() == 1:
        return [("large", "numbers that were rounded where their decimals should be cut off")]
    return None
