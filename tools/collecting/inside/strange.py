"""Things that are not sent: what they are is told, and on the other side something of that kind stands for them."""

import collections.abc
import types

import numpy as np

NAME, MOST = 80, 200  # characters of a name, and attributes
INTERFACE = "__array_interface__"


def described(value):
    """Return what a thing is, so far as a judge asks for it."""
    kind = type(value)
    found = {"name": kind.__name__[:NAME], "module": str(kind.__module__)[:NAME], "has": []}
    if isinstance(value, np.ndarray):
        return {**found, "is": "array"}
    kinds = {
        "generator": types.GeneratorType | types.CoroutineType | types.AsyncGeneratorType,
        "iterator": collections.abc.Iterator,
        "view": collections.abc.MappingView,
        "module": types.ModuleType,
    }
    found["is"] = next((name for name, one in kinds.items() if isinstance(value, one)), "thing")
    if found["is"] == "thing":
        found["is"] = "function" if callable(value) else "thing"
        found["has"] = [str(one)[:NAME] for one in dir(value) if one[:1] != "_" or one == INTERFACE][:MOST]
    return found


def made(description):
    """Return a thing of the kind that was described."""
    name, module = (str(description[key])[:NAME].replace("\0", "") for key in ("name", "module"))
    what, has = description["is"], list(map(str, description["has"]))[:MOST]
    if what == "generator":
        return (nothing for nothing in ())
    if what == "module":
        return types.ModuleType("module")
    if what == "array":
        return np.full((1,), None, object)
    attributes = {"__module__": module} | {one: None for one in has if one[:1] != "_"}
    if what == "function":
        attributes["__call__"] = lambda self, *arguments: None
    if INTERFACE in has:
        attributes[INTERFACE] = np.zeros((1, 1), np.uint8).__array_interface__
    return type(name, BASES.get(what, ()), attributes)()


class _Iterator(collections.abc.Iterator):
    def __next__(self):
        raise StopIteration


class _View(collections.abc.KeysView):
    def __init__(self):
        super().__init__({})


BASES = {"iterator": (_Iterator,), "view": (_View,)}
