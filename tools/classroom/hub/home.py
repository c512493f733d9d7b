"""A learner's home on a hub: made at each start of their server, by start.sh, with the learner's own rights.

    python -m tools.classroom.hub.home ~/image-course

The course's checkout is one for all, and read-only. A learner has copies of the notebooks, which a new edition brings
up to date: where a learner and the course have both changed a cell, the learner's stays.
"""

import difflib
import json
import os
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
    """Return a notebook with what both have changed, the learner's first; None where one is damaged."""
    try:
        mine, old, new = (json.loads(path.read_text(encoding="utf-8")) for path in (own, base, original))
        mine["cells"] = merged(mine["cells"], old["cells"], new["cells"])
        names = set()
        for cell in mine["cells"]:
            while cell.get("id") in names:  # ids are numbers of places, and those have moved
                cell["id"] += "-"
            names |= {cell["id"]} if "id" in cell else set()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return (json.dumps(mine, indent=1, ensure_ascii=False) + "\n").encode()


def merged(mine, old, new):
    """Return the learner's cells, and in them what is new where the learner has left the old ones as they were."""
    kept = {i: m for tag, i, m in pairs(old, mine) if tag == "equal"}  # where in `mine` an old cell still is
    cells = list(mine)
    for tag, i1, i2, j1, j2 in reversed(steps(old, new)):  # the last first: places before it stay
        if tag == "insert":
            before = max((kept[i] for i in kept if i < i1), default=-1)
            cells[before + 1 : before + 1] = new[j1:j2]
        elif tag != "equal" and i2 - i1 == j2 - j1:
            for i, cell in zip(range(i1, i2), new[j1:j2], strict=True):
                if i in kept:
                    cells[kept[i]] = cell
        elif tag != "equal" and all(kept.get(i) == kept.get(i1, -1) + i - i1 for i in range(i1, i2)):
            cells[kept[i1] : kept[i1] + i2 - i1] = new[j1:j2]
    return cells


def pairs(one, other):
    for tag, i1, i2, j1, _ in steps(one, other):
        for i in range(i1, i2):
            yield tag, i, j1 + i - i1


def steps(one, other):
    """Return how one list of cells becomes the other; outputs do not count."""
    texts = [[(cell["cell_type"], "".join(cell["source"])) for cell in cells] for cells in (one, other)]
    return difflib.SequenceMatcher(None, *texts, autojunk=False).get_opcodes()


def write(path, content):
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
