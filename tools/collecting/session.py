"""A learner's process, seen from outside: it is started, runs a notebook, answers calls, and is ended in time."""

import contextlib
import dataclasses
import os
import signal
import subprocess
import tempfile
import threading

from .inside import wire

START, CELL, CALL, MORE = 120, 60, 30, 8  # seconds: to start, for a cell, for a call, and until the process is ended
WORDS = 4000  # characters of what a process says that does not start
LIVE = set()  # sessions that are not closed yet


class Lost(Exception):
    """The process has ended, was ended, or says what nobody understands."""


class NotStarted(Exception):
    """The process did not come so far that a learner's code would have been run: that is not the learner's fault."""


@dataclasses.dataclass
class Ran:
    """How a notebook went: [cell, name, text] of its errors, [exercise, about] of its answers, the names at its end."""

    errors: list
    answers: list
    known: set


class Session:
    """One process, in a sandbox; it has to be closed."""

    def __init__(self, sandbox):
        self.scratch = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.cell, self.cpu = None, 0.0
        self.sandbox = sandbox
        command, environment = sandbox.command(self.scratch.name)
        pipe = subprocess.PIPE
        LIVE.add(self)
        self.process = subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, cwd="/", start_new_session=True
        )

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def close(self):
        """End the process, and leave nothing behind."""
        self.end()
        LIVE.discard(self)
        for file in (self.process.stdin, self.process.stdout, self.process.stderr):
            with contextlib.suppress(OSError):
                file.close()
        self.process.wait()
        self.scratch.cleanup()

    def end(self):
        """End the process, and those that it has started."""
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.kill()
        self.sandbox.end(self.scratch.name)

    def run(self, cells, names, files=None):
        """Run cells, each {"source", "names"}; return `Ran`. Where it is lost, `cell` is the one that was run."""
        files = files or {}
        with self._no_longer_than(START):
            if not (message := self._next()) or not message[0].get("ready"):
                raise NotStarted(self._last_words())
            head = {"cells": cells, "names": names, "files": list(files), "seconds": CELL}
            self._send(head, list(files.values()))
        while True:
            with self._no_longer_than(CELL + MORE):
                head, _ = self._must_come()
            if "errors" in head:
                return _ran(head)
            self.cell = head.get("cell")

    def value(self, key):
        """Return an answer that is a value."""
        with self._no_longer_than(CALL):
            self._send({"do": "value", "key": key})
            _, (value,) = _of_one(self._must_come())
        return value

    def call(self, key, arguments, watch=False):
        """Return (head, values) of a call: see `inside.serving`."""
        with self._no_longer_than(CALL + MORE):
            self._send({"do": "call", "key": key, "seconds": CALL, "watch": watch}, arguments)
            head, values = self._must_come()
        if head.get("late"):
            raise Late(f"your function ran longer than {CALL} s: is there a loop that does not end?")
        return head, values

    @contextlib.contextmanager
    def _no_longer_than(self, seconds):
        timer = threading.Timer(seconds, self.end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _send(self, head, values=()):
        try:
            wire.send(self.process.stdin, head, values)
        except (OSError, ValueError):
            raise Lost("its process ended") from None

    def _next(self):
        try:
            return wire.receive(self.process.stdout)
        except (wire.Broken, OSError, ValueError):
            return None

    def _must_come(self):
        message = self._next()
        if message is None:
            raise Lost("its process ended: more memory or time than there is, or Python itself was ended")
        return message

    def _last_words(self):
        self.end()
        words = self.process.stderr.read(WORDS).decode(errors="replace").strip()
        return words.splitlines()[-1] if words else "the process for notebooks does not start"


class Late(Lost):
    """A call took too long; the process is still there."""


def _of_one(message):
    head, values = message
    if len(values) != 1:
        raise Lost("it does not answer what it was asked")
    return head, values


def _ran(head):
    """Return `Ran` of a message, or raise `Lost` where it is none of ours."""
    try:
        errors = [[int(cell), str(name)[:80], str(text)[:2000]] for cell, name, text in head["errors"]]
        answers = [[str(id), about if isinstance(about, dict) else None] for id, about in head["answers"]]
        return Ran(errors, answers, set(map(str, head["known"])))
    except (KeyError, TypeError, ValueError):
        raise Lost("it does not say how it went") from None
