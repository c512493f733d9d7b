"""Bands: a few rows at a time, so that they and what is made of them stay in the processor's cache."""

from .threads import THREADS, side_by_side

_CACHE = 2**18  # bytes at a time: a core's own cache holds two or four times as many
_LARGE = 2**20  # numbers in the result: to wake a thread pays from a few milliseconds of work on


def bands(count, row_bytes, least=1):
    """Yield the slices that cut `count` rows of `row_bytes` each into bands, all but the last of `least` rows or more.

    >>> list(bands(5, 100_000))
    [slice(0, 2, None), slice(2, 4, None), slice(4, 5, None)]
    """
    rows = max(least, _CACHE // row_bytes, 1)
    for top in range(0, count, rows):
        yield slice(top, min(top + rows, count))


def fill(out, write, row_bytes, least=1):
    """Call write(rows, out[rows]) for one band after the other, and return `out`.

    Threads share the bands of a large picture.

    >>> import numpy as np
    >>> squares = np.arange(5) ** 2
    >>> fill(np.zeros(5), lambda rows, place: np.sqrt(squares[rows], out=place), 100_000)
    array([0., 1., 2., 3., 4.])
    """

    def work(some):
        for rows in some:
            write(rows, out[rows])

    if out.size < _LARGE:
        work(bands(len(out), row_bytes, least))
    else:
        every = list(bands(len(out), max(row_bytes, THREADS * _CACHE // len(out)), least))  # something for each thread
        side_by_side(work, [every[thread::THREADS] for thread in range(THREADS)])
    return out
