"""A function that stands for a learner's: the judge calls it here, and the learner's is called in its own process."""

import contextlib
import keyword
import linecache
import sys
import time

import numpy as np

from .session import Lost

# The judges tell a learner in which line a function stopped, and leave out the frames of Python itself: files that
# begin so. The frames between a judge and a learner's line are no one's business either.
FILE = "<frozen answer>"
LATEST = 120  # seconds for all calls of one answer


class Stop(KeyboardInterrupt):
    """The process was lost, in the middle of a call: the one exception that judges let through."""


class StandIn:
    """Carries calls of one answer over to the learner's process."""

    def __init__(self, session, key, about):
        self.session, self.key, self.lost, self.error, self.seconds = session, key, None, None, 0.0
        self.function = made(about, self)

    def __call__(self, *arguments):
        """Return (result, None), or (None, an exception that the learner's function ended with)."""
        begin, watched = time.monotonic(), sys.getprofile() is not None
        try:
            head, values = self.session.call(self.key, arguments, watched)
            self.seconds += time.monotonic() - begin
            if self.seconds > LATEST:
                raise Lost(f"all calls of it took longer than {LATEST} s")
            results = self._taken(head, values, arguments)
        except Lost as reason:
            self.lost = reason
            raise Stop from None
        return results

    def _taken(self, head, values, arguments):
        try:
            changed = [arguments[i] for i in head["changed"]]
            self.error = head.get("error")
            result = () if self.error else values[:1]
            for before, after in zip(changed, values[len(result) :], strict=True):
                change(before, after)
            print(str(head["printed"]), end="")
            replay(head["called"] if sys.getprofile() else [])
            if self.error:
                return None, raised(self.error)
            return shared(result[0], head["view"], arguments), None
        except (KeyError, TypeError, ValueError, IndexError, AttributeError):
            raise Lost("its answer cannot be understood") from None


def made(about, ask):
    """Return a function with the learner's name and parameters, of which it reads those that the learner's reads."""
    parameters, unused = about.get("parameters"), about.get("unused")
    name = str(about.get("name"))[:80]
    if isinstance(parameters, list) and isinstance(unused, list) and all(map(plain, parameters)):
        signature = ", ".join(f"{one}=left_out" if optional else one for one, _, optional in parameters)
        body = "".join(f"    {one}\n" for one, *_ in parameters if one not in unused)
        with contextlib.suppress(SyntaxError):
            return function(name, signature, body, "[one for one in locals().values() if one is not left_out]", ask)
    return function(name, "*given", "", "given", ask)


def function(name, signature, body, given, ask):
    lines = f"    result, error = ask(*{given})\n    if error: raise error\n    return result"
    known = {"ask": ask, "left_out": object()}
    exec(compile(f"def answer({signature}):\n{body}{lines}", FILE, "exec"), known)
    known["answer"].__name__ = known["answer"].__qualname__ = name
    return known["answer"]


def plain(parameter):
    """Tell whether this is a parameter that can be written down: its name comes from a learner's process."""
    if not (isinstance(parameter, list) and len(parameter) == 3 and isinstance(parameter[0], str)):
        return False
    name, kind, _ = parameter
    fits = name.isidentifier() and name.isascii() and not keyword.iskeyword(name)
    return fits and kind == "POSITIONAL_OR_KEYWORD" and name not in ("ask", "left_out", "answer", "locals")


def change(before, after):
    """Do to an argument what the learner's function has done to it in its process."""
    with contextlib.suppress(TypeError, ValueError):
        if isinstance(before, np.ndarray):
            before[...] = after
        elif isinstance(before, list):
            before[:] = after
        elif isinstance(before, dict | set):
            before.clear()
            before.update(after)
        elif isinstance(before, tuple):
            for one, other in zip(before, after, strict=True):
                change(one, other)


def shared(result, view, arguments):
    """Return a result as a view of the argument in whose memory it lay, if it did."""
    if not view or not isinstance(result, np.ndarray):
        return result
    number, offset, strides = view
    argument = arguments[number]
    try:
        found = np.ndarray(result.shape, argument.dtype, argument, offset, strides)
    except (TypeError, ValueError):
        return result
    alike = result.dtype == argument.dtype and np.array_equal(found, result, equal_nan=result.dtype.kind in "fc")
    return found if alike else result


def raised(error):
    """Return an exception with the name and the text of the learner's, as if it came from the learner's line."""
    name, text = str(error["name"]), str(error["text"])
    kind = TypeError if name == "TypeError" else type(name.replace("\0", "") or "Exception", (Exception,), {})
    found = kind(text)
    if not error.get("line"):
        return found
    file, number = "<answer>", min(max(int(error["number"]), 1), 10_000)
    linecache.cache[file] = (0, None, ["\n"] * (number - 1) + [str(error["line"])], file)
    code = compile("\n" * (number - 1) + "raise error", file, "exec").replace(co_name=str(error["function"]))
    try:
        exec(code, {"error": found})
    except Exception as again:
        return again.with_traceback(again.__traceback__.tb_next)
    return found


def replay(names):
    """Call functions of these names that pretend to be a library's: a judge that watches calls sees them."""
    for name in names:
        if isinstance(name, str) and name.isidentifier() and not keyword.iskeyword(name):
            known = {"__name__": "numpy"}
            exec(f"def {name}(): pass", known)
            known[name]()
