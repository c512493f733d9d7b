"""Answering calls of a learner's functions: the result, what was printed, and what was done to the arguments."""

import dis
import inspect
import io
import linecache
import sys
import types
import warnings

import numpy as np

from . import wire
from .limits import TimeIsUp, within
from .shell import said

LIBRARIES = {"PIL", "course_lib", "cv2", "matplotlib", "numpy", "scipy", "skimage"}
PRINTED = 20_000  # characters of what a call prints
CALLED = 2000  # names


def serve(answers, reading, writing):
    """Answer each message until there are no more."""
    while (message := wire.receive(reading)) is not None:
        head, values = message
        answer = answers[head["key"]]
        if head["do"] == "value":
            wire.send(writing, {}, [answer])
        else:
            head, results = called(answer, values, head["seconds"], head["watch"])
            wire.send(writing, head, results)


def called(function, arguments, seconds, watch):
    """Return (head, values): the result and the arguments that it changed, or the error; as a message."""
    before = [wire.pack([argument]) for argument in arguments]
    printed, names = Printed(), set()
    try:
        with Undisturbed(printed, names if watch else None), within(seconds):
            result = function(*arguments)
    except TimeIsUp:
        return {"late": True}, []
    except BaseException as error:
        head, results = {"error": told(error)}, []
    else:
        head, results = {"view": view_of(result, arguments)}, [result]
    changed = [i for i, argument in enumerate(arguments) if wire.pack([argument]) != before[i]]
    head |= {"changed": changed, "printed": printed.text(), "called": sorted(names)[:CALLED]}
    return head, [*results, *(arguments[i] for i in changed)]


class Printed(io.TextIOBase):
    """Takes what is printed: its beginning is kept."""

    def __init__(self):
        self.parts, self.room = [], PRINTED

    def write(self, text):
        text = str(text)
        self.parts.append(text[: self.room])
        self.room -= len(self.parts[-1])
        if not self.room:
            self.parts = ["".join(self.parts)]
        return len(text)

    def writable(self):
        return True

    def text(self):
        return "".join(self.parts)


class Undisturbed:
    """What is printed is caught, warnings are not shown, and the names of library functions are noted if asked for."""

    def __init__(self, printed, names):
        self.printed, self.names = printed, names

    def __enter__(self):
        self.caught = warnings.catch_warnings(), np.errstate(), np.printoptions()
        for one in self.caught:
            one.__enter__()
        warnings.simplefilter("ignore")
        self.before, self.profile = (sys.stdout, sys.stderr), sys.getprofile()
        sys.stdout, sys.stderr = self.printed, Printed()
        if self.names is not None:
            sys.setprofile(self._note)

    def __exit__(self, *error):
        sys.setprofile(self.profile)
        sys.stdout, sys.stderr = self.before
        for one in reversed(self.caught):
            one.__exit__(None, None, None)

    def _note(self, frame, event, function):
        library = frame.f_globals.get("__name__", "").partition(".")[0] in LIBRARIES
        if event == "call" and library:
            self.names.add(frame.f_code.co_name)
        elif event == "c_call" and not library:
            self.names.add(getattr(function, "__name__", ""))


def told(error):
    """Return an error's name and text, and the innermost line of the notebook that it went through."""
    found = {"name": type(error).__name__[:80], "text": said(error)}
    traceback = error.__traceback__
    while traceback:
        code = traceback.tb_frame.f_code
        if code.co_filename.startswith("<ipython-input"):
            line = linecache.getline(code.co_filename, traceback.tb_lineno)
            found |= {"function": code.co_name[:80], "number": traceback.tb_lineno, "line": line.strip()[:300]}
        traceback = traceback.tb_next
    return found


def view_of(result, arguments):
    """Return [argument, offset in bytes, strides] of a result that lies in the memory of an argument, or None."""
    if type(result) is not np.ndarray:
        return None
    for i, argument in enumerate(arguments):
        if type(argument) is np.ndarray and np.shares_memory(result, argument):
            return [i, result.ctypes.data - argument.ctypes.data, list(result.strides)]
    return None


def about(answer):
    """Return what can be known of an answer without calling it: its name, its parameters, which of them occur in it."""
    if not callable(answer):
        return None
    found = {"name": str(getattr(answer, "__name__", type(answer).__name__))[:80], "parameters": None}
    try:
        parameters = inspect.signature(answer).parameters.values()
    except (TypeError, ValueError):
        return found
    code = answer.__code__ if isinstance(answer, types.FunctionType) else None
    used = set(code.co_names + code.co_cellvars + _read(code)) if code else None
    found["parameters"] = [[p.name[:80], str(p.kind.name), p.default is not p.empty] for p in parameters]
    found["unused"] = [] if used is None else [p.name[:80] for p in parameters if p.name not in used]
    return found


def _read(code):
    """Return the names of the local variables that a function's code reads."""
    read = (one.argval for one in dis.get_instructions(code) if "STORE" not in one.opname)
    return tuple(name for one in read for name in (one if isinstance(one, tuple) else (one,)) if isinstance(name, str))
