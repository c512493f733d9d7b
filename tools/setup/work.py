"""The learner's folder, work/: exercises are put into it, and nothing in it is ever written over."""

import datetime
import glob
import hashlib
import itertools
import json
import os
from pathlib import Path

from . import places

OFFERED = ".offered"  # in work/: which exercises of which edition were put there; one that was deleted stays away


def folder():
    """Return where the learner's own files lie: as course_lib.data.work says it to the notebooks."""
    return Path(os.environ["COURSE_WORK"]) if os.environ.get("COURSE_WORK") else places.ROOT / "work"


def fill():
    """Put missing exercises into work/, and those of a newer edition beside the learner's own; return what to tell."""
    source, work = places.ROOT / "notebooks" / "exercises", folder()
    copied, offered = copy_exercises(source, work), offer_exercises(source, work)
    lines = []
    if copied:
        lines.append("New in {}, where your own notebooks are: {}".format(work.name, ", ".join(copied)))
    lines += [
        f"{old} has changed since you began: your answers stay where they are, the new text lies in {new}."
        for old, new in offered
    ]
    return lines


def copy_exercises(source, work):
    """Copy the notebooks that are missing in `work`, never over a file; return their names."""
    work.mkdir(parents=True, exist_ok=True)
    missing = [path for path in sorted(source.glob("*.ipynb")) if not os.path.lexists(str(work / path.name))]
    return [path.name for path in missing if put(path.read_bytes(), work / path.name)]


def offer_exercises(source, work):
    """Put exercises that changed beside the copies that a learner has begun; return [(old name, new name)]."""
    offered = []
    for original in sorted(source.glob("*.ipynb")):
        edition, begun = edition_of(original), edition_of(work / original.name)
        line = f"{original.stem} {edition}"
        if edition and begun and begun != edition and line not in lines_of(work / OFFERED):
            new = put_beside(original.read_bytes(), work / f"{original.stem}-new.ipynb")
            with (work / OFFERED).open("a", encoding="utf-8") as file:
                file.write(line + "\n")
            offered.append((original.name, new.name))
    return offered


def lines_of(path):
    """Return the lines of a text, or none where there is no such file."""
    return path.read_text(encoding="utf-8", errors="replace").splitlines() if path.is_file() else []


def edition_of(path):
    """Return what a built notebook says of its own text, and a copy of it with answers too; None if it says nothing."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"]["sources"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def cells_of(content):
    """Return a number for the cells of a notebook, their outputs left out; None where it is no notebook.

    >>> cells_of(b'{"cells": []}') == cells_of(b'{"cells": [], "metadata": {}}'), cells_of(b"<<<<<<<")
    (True, None)
    """
    try:
        cells = json.loads(content.decode("utf-8"))["cells"]
        return numbered([[cell["cell_type"], "".join(cell["source"])] for cell in cells])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def numbered(cells):
    """Return a number that stands for cells: the type and the text of each."""
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()


def keep(content, name):
    """Put what would be lost into work/kept, once; `name` is its place in the course, such as solutions/01_intro.ipynb.

    Returns the path where it lies.
    """
    kept = folder() / "kept"
    kept.mkdir(parents=True, exist_ok=True)
    stem = "-".join(name.with_suffix("").parts)  # a chapter and its solutions have one name
    for path in kept.glob(f"{glob.escape(stem)}-*{name.suffix}"):
        if path.is_file() and path.read_bytes() == content:
            return path
    return put_beside(content, kept / f"{stem}-{datetime.datetime.now():%Y-%m-%d-%H%M%S}{name.suffix}")


def put_beside(content, path):
    """Write a file under its name, or where that is taken with a number; return the path."""
    for number in itertools.count(2):
        if put(content, path):
            return path
        if path.is_file() and path.read_bytes() == content:
            return path
        stem = path.stem if number == 2 else path.stem.rpartition("-")[0]
        path = path.with_name(f"{stem}-{number}{path.suffix}")


def put(content, path):
    """Write a file, whole or not at all, and never over another one; tell whether it was written."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        put_in_place(part, path)
    except FileExistsError:
        return False
    finally:
        if part.exists():
            part.unlink()
    return True


def put_in_place(part, target):
    """Give a whole file its name in one step; raise FileExistsError where the name is taken."""
    try:
        os.link(str(part), str(target))
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(str(target)):
            raise FileExistsError(str(target)) from None
        os.rename(str(part), str(target))


if __name__ == "__main__":  # after a pull by nbgitpuller, where nobody calls course.py
    print("\n".join(fill()))
