"""`course.py update --from FOLDER`: what is a learner's own comes over from an older copy of the course."""

import json
import os
from pathlib import Path

from . import places, work
from .stops import Stop


def over(old):
    """Copy the learner's files out of the course in the folder `old`, which stays as it is; return what to tell."""
    if not ((old / "course.py").is_file() and (old / "notebooks").is_dir()):
        raise Stop(f"{old} is no folder of this course: course.py and notebooks are expected in it.")
    if os.path.samefile(str(old), str(places.ROOT)):
        raise Stop("That is this folder itself. Run this in the new copy of the course, and name the old one.")
    files = [path for path in sorted((old / "work").rglob("*")) if path.is_file() and not passing(path, old)]
    lines = [line for path in files for line in bring(path, path.relative_to(old / "work"))]
    chapters = [path for path in sorted((old / "notebooks").rglob("*.ipynb")) if is_own(path, old)]
    for path in chapters:
        kept = work.keep(path.read_bytes(), path.relative_to(old / "notebooks"))
        lines.append(f"{path.relative_to(old)} is not as the course made it: kept as work/kept/{kept.name}")
    lines.append(f"{len(files)} files of yours came over. {old} is unchanged: what you changed outside of work and")
    lines.append("notebooks is still there. Delete it when you have looked that all is here.")
    return lines


def passing(path, old):
    """Tell whether a file is nothing to bring over: a lock, half a file, or JupyterLab's own copy."""
    parts = path.relative_to(old).parts
    return ".ipynb_checkpoints" in parts or (parts[-1].startswith(".") and parts[-1] != work.OFFERED)


def is_own(path, old):
    """Tell whether somebody wrote or changed this notebook: its cells are not those that the build has written."""
    if passing(path, old):
        return False
    cells = work.cells_of(path.read_bytes())
    return cells is None or cells != work.edition_of(path)


def bring(path, name):
    """Copy a file to its place in work/; return what to tell where another one lies there."""
    content, target = path.read_bytes(), work.folder() / name
    target.parent.mkdir(parents=True, exist_ok=True)
    if work.put(content, target) or target.read_bytes() == content:
        return []
    if name == Path(name.name) and name.suffix == ".json" and join(content, target):
        return []
    untouched = places.ROOT / "notebooks" / "exercises" / name
    if untouched.is_file() and untouched.read_bytes() == target.read_bytes():  # nobody has written into it
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        part.write_bytes(content)
        os.replace(str(part), str(target))
        return []
    beside = work.put_beside(content, target.with_name(f"{target.stem}-old{target.suffix}"))
    return [f"work/{name.as_posix()} is there already: the old one lies beside it as {beside.name}"]


def join(content, target):
    """Bring two tables of progress together, and tell whether that could be done; where both know, the old one counts.

    An exercise that was solved in either folder is solved.
    """
    try:
        new, old = json.loads(target.read_text(encoding="utf-8"))["done"], json.loads(content.decode("utf-8"))["done"]
        text = json.dumps({"done": dict(new, **old)}, indent=1, sort_keys=True)
    except (ValueError, KeyError, TypeError):
        return False
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    part.write_text(text, encoding="utf-8")
    os.replace(str(part), str(target))
    return True
