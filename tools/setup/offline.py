"""A set-up without the network: from a folder that `python course.py wheelhouse DIR` has filled elsewhere."""

import hashlib
import json
import os
import platform
import sys
from pathlib import Path

from . import places, pythons
from .stops import Stop

RECORD = "wheelhouse.json"  # the lock's hash, for whom the files are, and how large each is


def taken_out(words):
    """Return the words without `--offline DIR`, and DIR; without it what COURSE_WHEELHOUSE names, or None."""
    folder = os.environ.get("COURSE_WHEELHOUSE")
    words = list(words)
    for word in [word for word in words if word == "--offline" or word.startswith("--offline=")]:
        place = words.index(word)
        after = words[place + 1 : place + 2] if word == "--offline" else []
        folder = after[0] if after else word[len("--offline=") :]
        del words[place : place + 1 + len(after)]
        if not folder or folder.startswith("-"):
            raise Stop("--offline needs the folder that `python course.py wheelhouse` has filled: --offline DIR")
    return words, Path(folder).resolve() if folder else None


def source(folder):
    """Return the installer's words for where to look: nothing for the network, or the folder alone."""
    return ["--no-index", "--find-links", str(folder)] if folder else []


def look_into(folder):
    """Stop where the folder does not hold what this course, on this machine and with this Python, installs."""
    held = record(folder)
    if not held:
        raise Stop(f"{folder} is no wheelhouse: a folder that `python course.py wheelhouse DIR` has filled.")
    if held["lock"] != lock_hash():
        raise Stop(
            f"{folder} was filled for another version of the course.\nTake the course's folder from the machine "
            "on which it was made, or make the wheelhouse anew with this one."
        )
    gone = [name for name, size in sorted(held["files"].items()) if not complete(folder / name, size)]
    if gone:
        raise Stop("In {} are missing, or cut short: {}.\nCopy it again.".format(folder, ", ".join(gone[:5])))


def look_for(folder):
    """Stop where the folder has no files for the Python that .venv was made with."""
    version, kinds = pythons.probe(places.PYTHON)["version"], record(folder)["for"]
    mine = [system(), "{}.{}".format(*version)]
    if mine not in kinds:
        raise Stop(
            "{} has files for: {}.\nThis is {}, Python {}. Run course.py with one of those Pythons, or add this one, "
            "on a machine with a network:\n\n    python course.py wheelhouse DIR --systems {} --pythons {}".format(
                folder, "; ".join("{}, Python {}".format(*kind) for kind in kinds), *(mine + mine)
            )
        )


def complete(path, size):
    """Tell whether a file is there as it was."""
    return path.is_file() and path.stat().st_size == size


def record(folder):
    """Return what a folder says of itself, or None where it is no wheelhouse."""
    try:
        held = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        return held if {"lock", "for", "files"} <= set(held) else None
    except (OSError, ValueError):
        return None


def write(folder, held):
    """Write down what a folder holds."""
    (folder / RECORD).write_text(json.dumps(held, indent=1, sort_keys=True), encoding="utf-8")


def lock_hash():
    """Return what changes when other versions are to be installed."""
    return hashlib.sha256(places.LOCK.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def system():
    """Return this machine's kind, as the wheelhouse calls it."""
    arm = platform.machine().lower() in ("arm64", "aarch64")
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "mac-arm" if arm else "mac-intel"
    return "linux-arm" if arm else "linux"
