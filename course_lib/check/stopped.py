"""The sentence for a function that stops with an error: the learner's own line, what came in, and what the error means."""

import linecache
import sysconfig
import types
from pathlib import Path

import numpy as np

from .described import circumstances, counted, names_of
from .handing import said
from .translated import meaning

COURSE = Path(__file__).parents[1]
LIBRARIES = tuple({sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")})


def stopped(function, arguments, error, call):
    """Return the sentence; `call` is the course's function whose frame the learner's follow."""
    own = own_frame(error.__traceback__, call)
    on = circumstances(arguments, names_of(function))
    if own is None and isinstance(error, TypeError) and isinstance(function, types.FunctionType):
        takes = ", ".join(names_of(function)) or "none"
        return f"your function cannot be called{on}: the task hands over {counted(len(arguments), 'argument')}, yours takes: {takes}. Leave the line with def as it was ({said(error)})."
    return f"your function stopped{place(own, function)}{on}: {told(error)}{_empty(arguments, function)}"


def _empty(arguments, function):
    """Return which of the arguments is an empty list, in a sentence: what works for others stops there."""
    names = [name for name, one in zip(names_of(function), arguments, strict=False) if _is_empty(one)]
    return f" `{names[0]}` is empty here: what should come back then?" if names else ""


def _is_empty(argument):
    return isinstance(argument, list | tuple | np.ndarray) and np.size(argument) == 0 and len(argument) == 0


def interrupted(id, stop, call):
    """Return the sentence for a check that was interrupted (Ctrl+C, or the square in the menu)."""
    own = own_frame(stop.__traceback__, call)
    asks = " Is there a loop that does not end?" if own else ""
    return f"the check of exercise {id} was interrupted{place(own).rstrip(',')}.{asks}"


def told(error):
    """Return what an error means, with Python's own words in brackets; these alone where they are clear enough."""
    own_words = f"{type(error).__name__}: {said(error)}"
    meant = meaning(error)
    return f"{meant} ({own_words})" if meant else own_words


def place(own, function=None):
    """Return where a frame of the learner stands: " in line 3, `return image.rows`,"."""
    if own is None:
        return ""
    frame, number = own
    name = frame.f_code.co_name
    line = linecache.getline(frame.f_code.co_filename, number, frame.f_globals).strip()
    if not line:
        return "" if name.startswith("<") else f" in {name}"
    of = "" if name in ("<lambda>", getattr(function, "__name__", name)) or name.startswith("<") else f" of {name}"
    return f" in line {number}{of}, `{line if len(line) <= 100 else line[:100] + ' …'}`,"


def own_frame(traceback, call):
    """Return (frame, line number) of the innermost frame that is the learner's, or None."""
    found, inside = None, False
    while traceback:
        if inside and _is_own(traceback.tb_frame.f_code.co_filename):
            found = traceback.tb_frame, traceback.tb_lineno
        inside = inside or traceback.tb_frame.f_code is call.__code__
        traceback = traceback.tb_next
    return found


def _is_own(filename):
    """Tell whether a file is neither Python's, nor a package's, nor the course's; the exercises' own answers are."""
    if filename.startswith(("<frozen", "<__array_function__")):
        return False
    if filename.startswith(str(COURSE)):
        return Path(filename).parent.name.startswith("chapter")
    return not filename.startswith(LIBRARIES)
