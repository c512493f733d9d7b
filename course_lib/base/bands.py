"""Bands: a few rows at a time, so that they and what is made of them stay in the processor's cache."""

_CACHE = 2**18  # bytes at a time: a core's own cache holds two or four times as many


def bands(count, row_bytes, least=1):
    """Yield the slices that cut `count` rows of `row_bytes` each into bands, all but the last of `least` rows or more.

    >>> list(bands(5, 100_000))
    [slice(0, 2, None), slice(2, 4, None), slice(4, 5, None)]
    """
    rows = max(least, _CACHE // row_bytes, 1)
    for top in range(0, count, rows):
        yield slice(top, min(top + rows, count))
