"""Landlock: this process gives up all files but the named ones, and the network; the kernel never gives them back."""

import ctypes
import os
import signal

CREATE, ADD, RESTRICT = 444, 445, 446  # system calls, the same on every processor that matters
READ = 0b1101  # execute, read a file, read a folder
FOR_FILES = 0b1100_0000_0000_0111  # the rights that a file has: the others are those of folders
NEW_USER, NEW_PROCESSES, NEW_NETWORK = 0x10000000, 0x20000000, 0x40000000
NO_NEW_PRIVILEGES, DIE_WITH_PARENT = 38, 1


class Ruleset(ctypes.Structure):
    _fields_ = [("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64)]


class Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32)]


def version():
    """Return which version of Landlock the kernel has; 0 for none."""
    try:
        return max(_kernel().syscall(CREATE, None, ctypes.c_size_t(0), 1), 0)
    except (OSError, AttributeError, TypeError):
        return 0


def confine(readable, writable):
    """Allow this process to read what lies beneath some paths, and to write beneath others; no more of files."""
    kernel, have = _kernel(), version()
    files = (1 << (13 + (have >= 2) + (have >= 3) + (have >= 5))) - 1
    rules = Ruleset(files, 0b11, 0b11)
    size = 8 if have < 4 else 16 if have < 6 else 24
    ruleset = _right(kernel.syscall(CREATE, ctypes.byref(rules), ctypes.c_size_t(size), 0))
    for paths, rights in ((readable, READ), (writable, files)):
        for path in filter(os.path.exists, paths):
            _allow(kernel, ruleset, path, rights & files)
    _right(kernel.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0))
    _right(kernel.syscall(RESTRICT, ruleset, 0))
    os.close(ruleset)


def _allow(kernel, ruleset, path, rights):
    folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
    allowed = rights if os.path.isdir(path) else rights & FOR_FILES
    _right(kernel.syscall(ADD, ruleset, 1, ctypes.byref(Beneath(allowed, folder)), 0))
    os.close(folder)


def alone():
    """Go on as the first process of its own, without a network, where that is allowed; tell whether it was.

    The process that was started waits here for the other one's end; with it, all that were started in it end.
    """
    kernel = _kernel()
    if kernel.unshare(NEW_USER | NEW_PROCESSES | NEW_NETWORK):
        return False
    child = os.fork()
    if child:
        os.close(0)
        os.close(1)
        _, status = os.waitpid(child, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    _right(kernel.prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0))
    return True


def _kernel():
    return ctypes.CDLL(None, use_errno=True)


def _right(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), f"Landlock: {os.strerror(ctypes.get_errno())}")
    return result
