"""Numbers in place of arrays: what the calls of an answer have in common."""

import numpy as np

from ..described import number
from . import factors, values, whole
from .search import first_that_holds

NAMED = [values.negative, values.inverted, values.squared, values.rooted, values.reciprocal, factors.constant_factor]
OTHERS = [values.without_sign, values.with_sign, values.offset]
ROUNDED = [whole.decimals_lost, whole.decimals_left, whole.rounded]
ALL = [*values.RULES, *factors.RULES, *whole.RULES]


def about_numbers(ran, failed):
    """Return the sentence of a rule that all calls follow, or ""."""
    asked = {trial.expected for trial in failed}
    generic = any(one != round(one) for one in asked)
    always = {trial.given for trial in ran}
    if len(asked) >= 2 and len(always) == 1:
        return f"yours is {number(always.pop())} in every call, whatever comes in."
    several, many = len(asked) >= 2, len(asked) >= (2 if generic else 3)
    found = (
        (NAMED if several or generic else [])
        + (OTHERS + ROUNDED if several else [])
        + ([factors.some_factor] if many else [])
    )
    rules = [rule for function in found for rule in ALL if rule.find is function]
    passed = [trial for trial in ran if trial not in failed]
    shown = [(np.asarray(float(t.given)), np.asarray(float(t.expected)), t.case) for t in failed]
    kept = [(np.asarray(float(t.given)), np.asarray(float(t.expected)), t.case) for t in passed if t.expected]
    return first_that_holds(rules, shown, kept)
