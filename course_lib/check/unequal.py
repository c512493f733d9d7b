"""How two things differ that are no arrays: lists, tuples, sets and dicts, in words."""

from .described import counted, number, short

FEW = 3  # entries that are named


def unequal(expected, given):
    """Return the sentence for a thing that is not the expected one."""
    if _kind(expected) != _kind(given):
        return f"expected {_a(expected)}, got {_a(given)}: {_cut(given)}."
    if isinstance(expected, dict):
        return _dicts(expected, given)
    if isinstance(expected, set | frozenset):
        return _members(expected, given)
    if isinstance(expected, list | tuple) and len(short(expected)) + len(short(given)) > 80:
        return _sequences(expected, given)
    return f"expected {_cut(expected)}, got {_cut(given)}."


def _kind(thing):
    for kind in (bool, int | float, str, list, tuple, dict, set | frozenset):
        if isinstance(thing, kind):
            return kind
    return type(thing)


def _a(thing):
    name = type(thing).__name__
    return "nothing" if thing is None else f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _cut(thing):
    text = number(thing) if isinstance(thing, int | float) else short(thing)
    return text if len(text) <= 120 else text[:120] + " …"


def _sequences(expected, given):
    """Name what is missing and what is too much; else the first difference."""
    if len(expected) != len(given):
        lengths = f"expected {counted(len(expected), 'entry').replace('entrys', 'entries')}, got {len(given)}: "
        missing = [one for one in expected if one not in given]
        extra = [one for one in given if one not in expected]
        return lengths + _missing_and_extra(missing, extra)
    place = next(i for i, (a, b) in enumerate(zip(expected, given, strict=True)) if a != b)
    return f"at position {place} (counted from 0) expected {_cut(expected[place])}, got {_cut(given[place])}."


def _members(expected, given):
    return _missing_and_extra(sorted(expected - given, key=repr), sorted(given - expected, key=repr))


def _missing_and_extra(missing, extra):
    parts = [
        f"{len(some)} {'is' if len(some) == 1 else 'are'} {word}, such as {_cut(some[0])}"
        for word, some in (("missing", missing), ("too much", extra))
        if some
    ]
    return "; ".join(parts) + "." if parts else "some of them came twice, or too seldom."


def _dicts(expected, given):
    if expected.keys() != given.keys():
        return "of its keys, " + _members(set(expected), set(given))
    key = next((key for key in expected if expected[key] != given[key]), None)
    return f"under {key!r} expected {_cut(expected[key])}, got {_cut(given[key])}."
