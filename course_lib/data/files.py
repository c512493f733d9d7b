"""The content of a file, by its path or from an open file, or a sentence that says why it cannot be had."""

import contextlib
import errno
import io
import os
from pathlib import Path

from .causes import missing

_SHARED = (32, 33)  # Windows: another program holds the file, or a part of it
_BUSY = (errno.EBUSY, errno.EDEADLK, errno.ETXTBSY, errno.EAGAIN)


def content_of(file):
    """Return the bytes of a file, and the name that sentences give it."""
    if isinstance(file, (bytes, bytearray, memoryview)):
        return bytes(file), "this file"
    if isinstance(file, (str, os.PathLike)):
        return _content_of_path(file)
    if not hasattr(file, "read") or isinstance(file, io.TextIOBase) or getattr(file, "closed", False):
        kind = type(file).__name__
        if hasattr(file, "read"):
            kind = "a file that is closed" if file.closed else "a file opened for text"
        raise TypeError(
            f"expected a file name, its content as bytes, or a file opened for bytes (open(…, 'rb')), got {kind}"
        )
    name = getattr(file, "name", None)
    if hasattr(file, "seekable") and file.seekable():
        file.seek(0)
    return file.read(), Path(name).name if isinstance(name, str) else "this file"


def _content_of_path(file):
    path, is_file = Path(file), False
    with contextlib.suppress(RuntimeError):  # "~" of somebody who is not here
        path = path.expanduser()
    try:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            is_file = path.is_file()
        if is_file:
            return path.read_bytes(), path.name
    except OSError as error:
        if path.name and len(os.fsencode(path.name)) < 256:
            raise ValueError(f"{path.name} {_not_given(error)}") from None
    raise FileNotFoundError(missing(file, path))


def _not_given(error):
    """Return why the system does not give a file, as the end of a sentence that starts with its name."""
    if getattr(error, "winerror", None) in _SHARED or error.errno in _BUSY:
        return "is in use by another program; close it there, or read a copy of it"
    if isinstance(error, PermissionError):
        return (
            "may not be read: you have no permission, or another program has locked it; "
            "close it there, or copy it into your own folder first"
        )
    return f"cannot be read ({error.strerror or error}); copy it and try again"
