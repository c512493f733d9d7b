"""A learner's home on a hub: made at each start of their server, by start.sh, with the learner's own rights.

    python -m tools.classroom.hub.home ~/image-course

The course's checkout is one for all, and read-only. A learner has copies of the notebooks, which a new edition brings
up to date: where a learner and the course have both changed a cell, the learner's stays.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from ...setup import work
from ...setup.places import ROOT

LINKED = "course_lib", "data", "README.md"
BASES = ".course"  # the notebooks as the course had them when they were last given


def main(words):
    """Make the home, and say what is new in it."""
    own = Path(words[0]).expanduser()
    os.environ["COURSE_WORK"] = str(own / "work")
    print("\n".join(prepare(own)))
    return 0


def prepare(own):
    """Put into a learner's folder what is missing or new; return what to tell."""
    own.mkdir(parents=True, exist_ok=True)
    for name in LINKED:
        link(ROOT / name, own / name)
    lines = work.fill()
    for original in sorted((ROOT / "notebooks").rglob("*.ipynb")):
        place = original.relative_to(ROOT)
        if place.parts[1] not in ("exercises", "source") and ".ipynb_checkpoints" not in place.parts:
            lines += follow(original, own / place, own / BASES / place)
    return lines


def link(original, place):
    """Let a name in the learner's folder stand for the course's; a file of the learner's stays."""
    if place.is_symlink() and os.readlink(place) != str(original):  # the checkout lies elsewhere now
        place.unlink()
    if not os.path.lexists(place):
        place.symlink_to(original)


def follow(original, own, base):
    """Bring the copy `own` of a notebook to a new edition; `base` is what it was made from. Return what to tell."""
    new = original.read_bytes()
    old = base.read_bytes() if base.is_file() else None
    if own.is_file() and old == new:
        return []
    lines = []
    if not own.is_file() or own.read_bytes() in (old, new):
        write(own, new)
    elif old is not None and (merged := merge(own, base, original)):
        write(own, merged)
    else:
        beside = work.put_beside(new, own.with_name(f"{own.stem}-new.ipynb"))
        lines = [f"{own.name} is as you left it; the course's new one lies in {beside.name}."]
    write(base, new)
    return lines


def merge(own, base, original):
    """Return a notebook with what both have changed, the learner's where that is the same place; None if it fails."""
    command = ["git", "merge-file", "-p", "--ours", str(own), str(base), str(original)]
    try:
        text = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
        notebook = json.loads(text)
        names = set()
        for cell in notebook["cells"]:
            while cell.get("id") in names:  # a cell that went in before moves the numbers of the others
                cell["id"] += "-"
            names |= {cell["id"]} if "id" in cell else set()
    except (OSError, subprocess.CalledProcessError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return (json.dumps(notebook, indent=1, ensure_ascii=False) + "\n").encode()


def write(path, content):
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
