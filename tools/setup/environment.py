"""The folder .venv: whether it is whole, whose it is, and how a new one takes its place."""

import contextlib
import hashlib
import itertools
import os
import shutil
from pathlib import Path

from . import installer, places, pythons
from .stops import Stop

ADOPTED = "adopted: course.py did not make this environment"  # a line of the stamp
UNFINISHED = "unfinished"  # the first line of the stamp until all is installed
BARE = {"pip", "setuptools", "pkg_resources", "wheel", "_distutils_hack", "_virtualenv.py"}  # in a fresh environment
NAMES = ("*.py", "*/__init__.py")  # of modules and packages


def is_ready():
    """Tell whether .venv holds what the lock and the project ask for."""
    lines = stamp()
    return lines[:1] == [fingerprint()] and set(lines[1:]) - {ADOPTED} <= modules()


def fingerprint():
    """Return a hash of all that the content of .venv depends on, or None where its Python does not run."""
    found = pythons.probe(places.PYTHON)
    if found is None:
        return None
    # not [project]: the lock holds what it asks for, and a new version of the course is no reason to install all anew
    installed = places.sections("[build-system]", "[project.scripts]", "[project.entry-points", "[tool.hatch")
    parts = [places.LOCK.read_text(encoding="utf-8"), *installed, str(found["version"]), str(places.ROOT)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def stamp(venv=None):
    """Return the stamp's lines: what is installed, whether into somebody's own environment, and its modules."""
    path = (venv or places.VENV) / places.STAMP.name
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []


def write_stamp(first, adopted, modules=()):
    """Write down what is installed, whether into somebody's own environment, and its modules."""
    lines = [first] + ([ADOPTED] if adopted else []) + sorted(modules)
    places.STAMP.write_text("\n".join(lines), encoding="utf-8")


def modules():
    """Return the modules in .venv; one that is gone since the set-up tells that something was deleted."""
    folders = [*places.VENV.glob("lib/python*/site-packages"), *places.VENV.glob("Lib/site-packages")]
    return {str(path.relative_to(folder)) for folder in folders for name in NAMES for path in folder.glob(name)}


def is_ours(venv=None):
    """Tell whether course.py made an environment, so that it may remove it."""
    venv = venv or places.VENV
    return bool(stamp(venv)) and ADOPTED not in stamp(venv) and not venv.is_symlink()


def can_be_adopted(uv):
    """Tell whether the course can be installed into a .venv that somebody made for it: nothing else is in it."""
    found = None if is_ours() or places.VENV.is_symlink() else pythons.probe(places.PYTHON)
    there, listed = modules(), set(stamp()[1:]) - {ADOPTED}
    whole = listed <= there if ADOPTED in stamp() else {Path(name).parts[0] for name in there} <= BARE
    fits = found and pythons.LEAST <= found["version"][:2] <= pythons.NEWEST
    return bool(fits and whole and (uv or found["pip"]))


@contextlib.contextmanager
def replaced(uv):
    """Make a new .venv, for the time that it takes to fill it. The old one comes back where that fails.

    Once the new one is whole, an old one that course.py made is removed; any other stays for good, under its new name.
    """
    command, ours = pythons.venv_maker(uv), is_ours()
    aside = set_aside()
    if ours:
        print("Making .venv anew: it was unfinished, out of date or damaged.", flush=True)
    try:
        places.VENV.mkdir()
        places.STAMP.write_text(UNFINISHED, encoding="utf-8")
        installer.run(command)
        yield
    except BaseException:
        put_back(aside)
        raise
    if aside and not ours:
        print(f"The .venv that was here is not the course's: it lies in {aside.name}, unchanged.", flush=True)
    for left in places.ROOT.glob(".venv-old*"):  # by an earlier call too, where the machine stopped meanwhile
        if is_ours(left):
            shutil.rmtree(str(left), ignore_errors=True)


def put_back(aside):
    """Give the old .venv its name again, if it was more than half a set-up."""
    if aside and stamp(aside)[:1] != [UNFINISHED]:
        shutil.rmtree(str(places.VENV), ignore_errors=True)
        aside.rename(places.VENV)
        if is_ours():
            print(f"The .venv from before is back. To go on with it: {places.PYTHON} course.py lab --here", flush=True)
    elif aside:
        shutil.rmtree(str(aside), ignore_errors=True)


def set_aside():
    """Give what is called .venv another name; return that, or None where nothing is called so."""
    if not os.path.lexists(str(places.VENV)):
        return None
    numbers = itertools.count(2)
    aside = places.VENV.with_name(".venv-old")
    while os.path.lexists(str(aside)):
        aside = places.VENV.with_name(f".venv-old-{next(numbers)}")
    try:
        places.VENV.rename(aside)
    except OSError as error:
        raise Stop(
            f"Cannot move the old .venv aside ({error}).\nClose JupyterLab and every terminal that uses it "
            "(`deactivate` leaves it), or move it elsewhere yourself; then try again."
        ) from None
    return aside


@contextlib.contextmanager
def alone():
    """Hold a file lock, which ends with the process, so that two set-ups never work in one folder."""
    with (places.ROOT / ".venv.lock").open("a") as handle:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise Stop("Another course.py is setting up this folder. Wait until it is done, and try again.") from None
        yield
