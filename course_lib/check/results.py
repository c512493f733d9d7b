"""What came back from a call: a separate copy, or what kind of thing it is where no exercise asks for that kind."""

import collections.abc
import copy
import types

import numpy as np

LARGEST = 2**24  # numbers: far more than any picture of the exercises has


def own(result):
    """Return a copy of a result, so that the next call cannot change it: some functions use one array again and again."""
    if isinstance(result, np.ndarray):
        return np.array(result)
    if type(result) in (list, tuple, dict, set) and len(result) <= 1000:
        return copy.deepcopy(result)
    return result


def odd(result):
    """Return the sentence for a thing that no exercise asks for, or ""."""
    if isinstance(result, np.ndarray) and result.size > LARGEST:
        return f"an array of shape {result.shape} came back: that is far larger than what was asked for."
    kind = type(result)
    if isinstance(result, types.GeneratorType | types.CoroutineType | types.AsyncGeneratorType):
        return "a generator came back, which has computed nothing yet: list(…) or np.array(list(…)) makes it do so. Is there a yield in your function, or a loop in round brackets?"
    if isinstance(result, collections.abc.Iterator | collections.abc.MappingView):
        return f"a {kind.__name__} came back, which is not yet a list: list(…) makes one of it."
    if callable(result) and not isinstance(result, np.generic):
        return "a function came back, not its result: are the round brackets after its name missing?"
    if isinstance(result, types.ModuleType):
        return "a module came back, not a result: which of its functions did you mean to call?"
    if drawn(result):
        return f"a drawing of Matplotlib came back ({kind.__name__}): return the array itself. To look at it, draw what your function returns, outside of it."
    return ""


def drawn(result):
    """Tell whether this is something that Matplotlib draws with, or a few of these."""
    if isinstance(result, list | tuple) and result:
        return all(map(drawn, result[:10]))
    return type(result).__module__.startswith("matplotlib")
