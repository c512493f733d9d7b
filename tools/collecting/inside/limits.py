"""Limits of this process, which its children get too, and of the time that one piece of work may take."""

import _thread
import contextlib
import os
import signal
import threading

MEMORY, FILE, CPU, PROCESSES = 2 * 2**30, 64 * 2**20, 900, 64


class TimeIsUp(BaseException):
    """A cell or a call ran too long; no `except Exception` catches it."""


def set_limits(own_processes):
    """Limit memory, processor time and files, and the number of processes where only this one's are counted."""
    try:
        import resource
    except ImportError:  # Windows
        return
    wanted = {"AS": MEMORY, "FSIZE": FILE, "CPU": CPU, "CORE": 0} | ({"NPROC": PROCESSES} if own_processes else {})
    for name, value in wanted.items():
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (value, value))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a write that is too large is an error, and not the end


@contextlib.contextmanager
def within(seconds):
    """Raise `TimeIsUp` after so many seconds, and again each second until it is heard."""
    try:
        with _alarm(seconds):
            yield
    finally:
        _quiet()


@contextlib.contextmanager
def _alarm(seconds):
    if not hasattr(signal, "setitimer"):  # Windows
        timer = threading.Timer(seconds, _thread.interrupt_main)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
        return
    signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    yield


def _ring(number, frame):
    raise TimeIsUp


def _quiet():
    """Switch the alarm off, even where it rings at this moment."""
    while hasattr(signal, "setitimer"):
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
            return
        except TimeIsUp:
            pass


def to_nowhere(*descriptors):
    """Let what is written to these descriptors go nowhere, and nothing come from them."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in descriptors:
        os.dup2(nowhere, descriptor)
    os.close(nowhere)
