"""Whose turn it is: one thread at a time in an explorer, and work in the background until something newer comes."""

import asyncio
import contextlib
import contextvars
import functools
import sys
import threading


def alone(method):
    """Let one thread at a time into an explorer.

    JupyterLab sends what a control says to a thread beside the one in which cells run, and both have a loop for what
    was put off.
    """

    @functools.wraps(method)
    def locked(self, *arguments, **named):
        with self._lock:
            return method(self, *arguments, **named)

    return locked


def running_loop():
    """Return the loop of the kernel in which this runs, or None: without a kernel there is no later."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


class _GivenUp(BaseException):
    """Nobody waits any more for what is being computed."""


def outcome(work):
    """Return (what `work` returns, None), or (None, the error that it raises)."""
    try:
        return work(), None
    except Exception as error:
        return None, error


def beside(work, is_late, then):
    """Do work in a thread beside the loop that runs, and call ``then(*outcome(work))`` in the loop.

    Between any two lines of the work it is asked whether it is late; then it is given up, and nothing is called. Where
    no thread can be started, as in a browser, the work is done here and now.
    """
    loop, context = asyncio.get_running_loop(), contextvars.copy_context()

    def look(*_):
        if is_late():
            raise _GivenUp
        return look

    def run():
        sys.settrace(look)  # of this thread alone
        try:
            done = outcome(work)
        except _GivenUp:
            return
        finally:
            sys.settrace(None)
        with contextlib.suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(functools.partial(then, *done), context=context)

    try:
        threading.Thread(target=run, daemon=True).start()
    except RuntimeError:
        then(*outcome(work))
