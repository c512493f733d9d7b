"""Whose turn it is: one thread at a time in an explorer, and what may be put off."""

import asyncio
import functools


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
