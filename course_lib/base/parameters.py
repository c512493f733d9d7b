"""Parameters that are one number: checked, or refused with what it means."""

import math
import operator

import numpy as np


def check_count(name, value, least=1, meaning="a whole number"):
    """Return a whole number of `least` or more as an int; the errors say that it is `meaning`.

    Raises
    ------
    TypeError
        For what is no whole number, 2.0 included.
    ValueError
        For a number below `least`.

    Examples
    --------
    >>> check_count("n_segments", 0)
    Traceback (most recent call last):
    ValueError: n_segments is a whole number, 1 or more, got 0
    """
    try:
        count = operator.index(value)
    except TypeError:
        raise TypeError(f"{name} is {meaning}, got {value!r}; round(…) makes one of a float") from None
    if count < least:
        raise ValueError(f"{name} is {meaning}, {least} or more, got {count}")
    return count


def check_number(name, value, least=-math.inf, finite=True, meaning=""):
    """Return one number of `least` or more as a float; the errors say that it is `meaning`.

    Raises
    ------
    TypeError
        For what is no number: None, text, complex numbers.
    ValueError
        For several numbers, NaN, infinity (unless `finite` is False), and a number below `least`.

    Examples
    --------
    >>> check_number("sigma", [1, 2], 0)
    Traceback (most recent call last):
    ValueError: sigma is one finite number, 0 or more, got [1, 2]
    >>> check_number("sigma", -1, 0, meaning="a width in pixels")
    Traceback (most recent call last):
    ValueError: sigma is a width in pixels: one finite number, 0 or more, got -1
    """
    wanted = f"{_named(name, meaning)} one {'finite ' * finite}number"
    wanted += f", {least} or more" if least > -math.inf else ""
    array = _as_array(wanted, value)
    if array.dtype.kind not in "buif":
        raise TypeError(f"{wanted}, got {value!r}")
    if array.size != 1 or np.isnan(array).any() or (finite and np.isinf(array).any()) or (array < least).any():
        raise ValueError(f"{wanted}, got {value!r}")
    return float(array.ravel()[0])


def check_positive(name, value, meaning=""):
    """Return a finite number above 0 as a float; the errors are those of `check_number`.

    Examples
    --------
    >>> check_positive("compactness", 0)
    Traceback (most recent call last):
    ValueError: compactness is one number above 0, got 0
    """
    number = check_number(name, value, meaning=meaning)
    if number <= 0:
        raise ValueError(f"{_named(name, meaning)} one number above 0, got {value!r}")
    return number


def check_room(what, sizes, most=2**26):
    """Raise a ValueError if what a parameter asks for has more than `most` numbers: no MemoryError, and no hours.

    Examples
    --------
    >>> check_room("radius", (2001, 2001))
    >>> check_room("radius", (20_001, 20_001))
    Traceback (most recent call last):
    ValueError: radius is too large: it asks for 20001 x 20001 numbers, of at most 67,108,864; take a smaller one
    """
    if math.prod(map(int, sizes)) > most:
        asked = " x ".join(str(int(size)) for size in sizes)
        raise ValueError(f"{what} is too large: it asks for {asked} numbers, of at most {most:,}; take a smaller one")


def check_border(cval):
    """Refuse what is no value for the pixels beyond the border.

    Examples
    --------
    >>> check_border(None)
    Traceback (most recent call last):
    TypeError: cval is the value of all pixels beyond the border: one finite number, got None
    """
    if np.ndim(cval):
        raise TypeError(f"cval is the value of all pixels beyond the border: one finite number, got {cval!r}")
    check_number("cval", cval, meaning="the value of all pixels beyond the border")


def check_connectivity(connectivity):
    """Return 1 or 2, whichever says what a neighbour is, or say what there is to choose from."""
    if connectivity not in (1, 2):
        raise ValueError(f"connectivity is 1 (edges) or 2 (edges and corners), got {connectivity!r}")
    return int(connectivity)


def _named(name, meaning):
    return f"{name} is {meaning}:" if meaning else f"{name} is"


def _as_array(wanted, value):
    try:
        return np.asarray(value)
    except ValueError:  # a list of unequal parts
        raise ValueError(f"{wanted}, got {value!r}") from None
