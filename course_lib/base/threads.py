"""Work shared by threads."""

import functools
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

# How many threads share the work where that pays. The course often runs on a shared hub, where each learner has few
# cores: one thread a core of the machine would get in the way of everybody's.
THREADS = 2
_POOL = "course_lib"


@functools.cache
def _pool_of(process):  # a forked process has none of its parent's threads, and needs its own pool
    return ThreadPoolExecutor(THREADS, thread_name_prefix=_POOL)


def side_by_side(function, parts):
    """Return [function(part) for part in parts], computed in threads that all functions share.

    It pays where each part takes some milliseconds, most of it within calls for which NumPy or SciPy let other
    threads run, those on large arrays: waking a thread takes up to a millisecond where other programs are busy.

    >>> side_by_side(abs, [1, -2])
    [1, 2]
    """
    return list(in_turn(function, parts))


def in_turn(function, parts):
    """As `side_by_side`, but hand over one result after the other: what was used need not be kept.

    >>> list(in_turn(abs, [1, -2]))
    [1, 2]
    """
    parts = list(parts)
    if len(parts) == 1 or threading.current_thread().name.startswith(_POOL):  # a thread that waits for its own pool
        return map(function, parts)  # would wait for ever
    pool = _pool_of(os.getpid())
    try:
        contexts = [copy_context() for _ in parts]  # in which the caller's np.errstate holds too
        return pool.map(lambda context, part: context.run(function, part), contexts, parts)  # errors come with results
    except RuntimeError:  # no thread can be started, as in a browser, or where a hub allows no more of them
        pool.shutdown()  # a thread that did start ends, so that nothing is written behind the caller's back
        _pool_of.cache_clear()
        return map(function, parts)
