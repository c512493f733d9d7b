"""Values as messages over a pipe: a head in JSON, then the bytes of the arrays. No pickle, and sizes are limited."""

import json
import math
import re
import struct

import numpy as np

from .strange import described, made

HEAD, BLOBS = 8 * 2**20, 64 * 2**20  # bytes of a message
LARGE = 32 * 2**20  # bytes of an array that is sent as it is; the largest right answer has 6 MB
DEPTH, ITEMS, TEXT, DIGITS = 12, 200_000, 100_000, 300
DTYPE = re.compile(r"[<>|=]?[biufcU]\d{1,7}")
ONE = {list: "list", tuple: "tuple", set: "set", frozenset: "frozenset"}
MANY = {name: kind for kind, name in ONE.items()}


class Broken(Exception):
    """What came over the pipe is no message."""


class TooMuch(Exception):
    """A value is larger or deeper than anything that is asked for."""


def send(file, head, values=()):
    """Write one message: a head of plain values, and values that may hold arrays."""
    trees, blobs = pack(values)
    head = json.dumps({**head, "values": trees, "blobs": [len(blob) for blob in blobs]}).encode()
    file.write(struct.pack(">I", len(head)) + head)
    for blob in blobs:
        file.write(blob)
    file.flush()


def receive(file):
    """Return (head, values) of the next message, or None at the end; raise `Broken` for anything else."""
    length = file.read(4)
    if not length:
        return None
    try:
        head = json.loads(_exactly(file, _at_most(struct.unpack(">I", length)[0], HEAD)))
        sizes = [_at_most(size, BLOBS) for size in head.pop("blobs")]
        _at_most(sum(sizes), BLOBS)
        blobs = [_exactly(file, size) for size in sizes]
        return head, [_value(tree, blobs, DEPTH) for tree in head.pop("values")]
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, struct.error) as error:
        raise Broken(str(error)) from None
    except (RecursionError, MemoryError) as error:
        raise Broken(type(error).__name__) from None


def _exactly(file, size):
    found = file.read(size)
    if len(found) != size:
        raise Broken("it ends in the middle")
    return found


def _at_most(size, limit):
    if not (isinstance(size, int) and 0 <= size <= limit):
        raise Broken(f"a message of {size} bytes")
    return size


def pack(values):
    """Return (trees, blobs): each value as a tree for JSON, and the bytes of the arrays in them."""
    blobs, trees = [], []
    for value in values:
        kept, count = len(blobs), [ITEMS]
        try:
            trees.append(_tree(value, blobs, count, DEPTH))
            if sum(map(len, blobs)) > BLOBS:
                raise TooMuch
        except (TooMuch, RecursionError):
            del blobs[kept:]
            trees.append({"strange": described(value)})
    return trees, blobs


def _tree(value, blobs, count, depth):
    count[0] -= 1
    if depth < 0 or count[0] < 0:
        raise TooMuch
    kind = type(value)
    if value is None or kind in (bool, float, str, int):
        if (kind is str and len(value) > TEXT) or (kind is int and abs(value) >= 10**DIGITS):
            raise TooMuch
        return value
    if isinstance(value, np.ndarray | np.generic):
        return _array(np.asarray(value), isinstance(value, np.generic), blobs)
    if kind in ONE:
        return {ONE[kind]: [_tree(one, blobs, count, depth - 1) for one in value]}
    if kind is dict:
        return {"dict": [[_tree(part, blobs, count, depth - 1) for part in pair] for pair in value.items()]}
    return _other(value, kind)


def _other(value, kind):
    if value is ...:
        return {"ellipsis": 0}
    if kind is range:
        return {"range": [value.start, value.stop, value.step]}
    if kind is complex:
        return {"complex": [value.real, value.imag]}
    if kind is np.random.Generator and type(value.bit_generator) is np.random.PCG64:
        return {"generator": value.bit_generator.state}
    return {"strange": described(value)}


def _array(array, scalar, blobs):
    if not DTYPE.fullmatch(array.dtype.str):
        return {"strange": described(array)}
    if array.nbytes > LARGE:
        return {"huge": [array.dtype.str, list(array.shape)]}
    order = "F" if array.flags.f_contiguous and not array.flags.c_contiguous else "C"
    blobs.append(array.tobytes(order))
    return {"array": [array.dtype.str, list(array.shape), order, scalar, len(blobs) - 1]}


def _value(tree, blobs, depth):
    if depth < -1:
        raise Broken("too deep")
    if not isinstance(tree, dict):
        if isinstance(tree, list):
            raise Broken("a list of its own")
        return tree
    ((kind, inner),) = tree.items()
    if kind in MANY:
        return MANY[kind](_value(one, blobs, depth - 1) for one in inner)
    if kind == "dict":
        return {_value(key, blobs, depth - 1): _value(one, blobs, depth - 1) for key, one in inner}
    return READ[kind](inner, blobs)


def _read_array(inner, blobs):
    dtype, shape, order, scalar, number = inner
    array = np.frombuffer(blobs[number], _dtype(dtype)).reshape(_shape(shape), order=order).copy(order)
    return array[()] if scalar else array


def _dtype(text):
    if not DTYPE.fullmatch(text):
        raise Broken(f"the type {text!r:.40}")
    return np.dtype(text)


def _shape(sizes):
    if len(sizes) > 32 or math.prod(sizes) > 2**62 or not all(type(n) is int and n >= 0 for n in sizes):
        raise Broken("a shape that is none")
    return tuple(sizes)


def _read_generator(inner, blobs):
    generator = np.random.default_rng(0)
    generator.bit_generator.state = inner
    return generator


READ = {
    "array": _read_array,
    "huge": lambda inner, blobs: np.broadcast_to(np.zeros(1, _dtype(inner[0])), _shape(inner[1])),
    "ellipsis": lambda inner, blobs: ...,
    "range": lambda inner, blobs: range(*inner),
    "complex": lambda inner, blobs: complex(*inner),
    "generator": _read_generator,
    "strange": lambda inner, blobs: made(inner),
}
