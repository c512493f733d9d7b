"""One process at a time: a lock that every system and every disk has, a file that only one of them can create."""

import contextlib
import os
import random
import secrets
import time

WINDOWS = os.name == "nt"
WAIT = 5  # seconds until a process gives up its turn
STALE = (
    2  # seconds after which a lock that has not changed belongs to a process that was stopped; writing takes some ms
)


@contextlib.contextmanager
def alone(lock):
    """Take the turn that the file `lock` stands for; give a function that tells whether it is still ours.

    Raises OSError where the file cannot be created, and TimeoutError (an OSError) where the turn does not come.
    """
    mine = f"{os.getpid()} {secrets.token_hex(8)}"
    _take(lock, mine)
    try:
        yield lambda: _holder(lock) == mine
    finally:
        if _holder(lock) == mine:
            patiently(lambda: lock.unlink(missing_ok=True))


def patiently(action, seconds=0.5):
    """Do what Windows refuses for a moment while another program looks into the file."""
    end = time.monotonic() + seconds
    while True:
        try:
            return action()
        except PermissionError:
            if not WINDOWS or time.monotonic() > end:
                raise
        time.sleep(0.02)


def _take(lock, mine):
    begin = since = time.monotonic()
    seen = None
    while not _created(lock, mine):
        holder, now = _holder(lock), time.monotonic()
        if now - begin > WAIT:
            raise TimeoutError("another notebook is writing to it all the time")
        if holder is None or holder != seen:
            seen, since = holder, now
        elif now - since > STALE:
            patiently(lambda: lock.unlink(missing_ok=True))
        time.sleep(random.uniform(0.005, 0.015))


def _created(lock, mine):
    try:
        with open(lock, "x", encoding="utf-8") as file:
            file.write(mine)
    except FileExistsError:
        return False
    except PermissionError:
        if not WINDOWS:
            raise
        return False  # the one before is being deleted
    except OSError:
        lock.unlink(missing_ok=True)  # the disk is full
        raise
    return True


def _holder(lock):
    """Return what stands in the lock, or None where there is none."""
    try:
        return lock.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        return "somebody who cannot be read"
