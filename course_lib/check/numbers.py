"""Judging an answer that is one number."""

import math

import numpy as np

from .legacy import Wrong


def compare_number(given, expected, mistakes=(), share=1e-6):
    """Raise `Wrong` unless a number is within a share of the expected one; `mistakes` are (number, sentence)."""
    given = one_number(given)
    if _close(given, expected, share):
        return
    for number, sentence in mistakes:
        if _close(given, number, 1e-6):
            raise Wrong(sentence)
    raise Wrong(f"expected about {expected:.5g}, got {given:.5g}.")


def rounded_down(score, digits):
    """Return a score as text, rounded down: what misses its goal by a hair must not read as if it reached it."""
    if math.isinf(score):
        return "∞"
    return f"{math.floor(score * 10**digits + 1e-9) / 10**digits:.{digits}f}"


def one_number(given):
    """Return an answer as a float, or say what is wrong with its kind."""
    if np.ndim(given) != 0:
        raise Wrong(f"expected one number, got an array of shape {np.shape(given)}.")
    if isinstance(given, str | bytes):
        raise Wrong(f"expected one number, got the text {given!r:.40}.")
    try:
        given = float(given)
    except (TypeError, ValueError):
        raise Wrong(f"expected one number, got {type(given).__name__}.") from None
    if not np.isfinite(given):
        raise Wrong("the result is not a finite number: was something divided by 0?")
    return given


def _close(given, expected, share):
    return abs(given - expected) <= share * abs(expected) + 1e-12
