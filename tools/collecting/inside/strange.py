"""Things that are not sent: what they are is told, and on the other side something of that kind stands for them."""

import collections.abc
import types

import numpy as np

NAME = 80  # characters


def described(value):
    """Return what a thing is, so far as a judge asks for it."""
    kind = type(value)
    found = {"name": kind.__name__[:NAME], "module": str(kind.__module__)[:NAME]}
    if isinstance(value, np.ndarray):
        return {**found, "is": "array"}
    kinds = {
        "generator": types.GeneratorType | types.CoroutineType | types.AsyncGeneratorType,
        "iterator": collections.abc.Iterator,
        "view": collections.abc.MappingView,
        "module": types.ModuleType,
    }
    found["is"] = next((name for name, one in kinds.items() if isinstance(value, one)), "thing")
    if found["is"] == "thing" and callable(value):
        found["is"] = "function"
    return found


def made(description):
    """Return a thing of the kind that was described."""
    name, module = (str(description[key])[:NAME] for key in ("name", "module"))
    what = description["is"]
    if what == "generator":
        return (nothing for nothing in ())
    if what == "module":
        return types.ModuleType("module")
    if what == "array":
        return np.full((1,), None, object)
    return type(
        name if "\0" not in name else "thing", BASES.get(what, ()), {"__module__": module, **MORE.get(what, {})}
    )()


class _Iterator(collections.abc.Iterator):
    def __next__(self):
        raise StopIteration


class _View(collections.abc.KeysView):
    def __init__(self):
        super().__init__({})


BASES = {"iterator": (_Iterator,), "view": (_View,)}
MORE = {"function": {"__call__": lambda self, *arguments: None}}
