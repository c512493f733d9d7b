"""Judging the answers to several cases together: a mistake is named if it explains them all."""

from .legacy import Wrong


def judge_together(given, expected, mistakes, equal, otherwise, alone=True):
    """Raise `Wrong` unless every answer is the expected one.

    Parameters
    ----------
    given, expected : lists of the same length, one entry a case
    mistakes : list of (list of wrong results, sentence)
    equal : callable
        Tells whether two results are the same.
    otherwise : callable
        ``otherwise(case)`` is the sentence for an answer that no mistake explains.
    alone : bool
        A mistake may explain one case alone. Not where the results are so few that they agree by chance.
    """
    wrong_cases = [case for case, pair in enumerate(zip(given, expected, strict=True)) if not equal(*pair)]
    if not wrong_cases:
        return
    for wrong, sentence in mistakes:
        if all(equal(*pair) for pair in zip(given, wrong, strict=True)):
            raise Wrong(sentence)
    for case in wrong_cases if alone else ():  # a slip that a crash or another slip hides in the other cases
        for wrong, sentence in mistakes:
            if equal(given[case], wrong[case]) and not equal(wrong[case], expected[case]):
                raise Wrong(sentence)
    raise Wrong(otherwise(wrong_cases[0]))


def close(a, b):
    return abs(a - b) <= 1e-6 * abs(b) + 1e-12
