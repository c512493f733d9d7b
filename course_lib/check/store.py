"""What a learner has done, kept in work/progress.json and work/recall.json: written whole or not at all, never lost.

Each file is a table: a name, such as that of an exercise, and a text, such as the time when it was done.
"""

import datetime
import json
import os
import tempfile
from pathlib import Path

from ..data.work import folder, here
from .lock import alone, patiently


def keep(id):
    """Note that an exercise is done; return a line to show where that could not be kept, else None."""
    try:
        where = "" if os.environ.get("COURSE_WORK") else here().name
        if where == "solutions":
            return None  # running the solutions is not doing the exercises
        if where == "exercises":
            return "Not kept as progress: do the exercises in the copy that lies in work/ (python course.py lab puts it there)."
        return change("progress", id, lambda before: before or _now())
    except OSError as error:
        return f"Your progress could not be written ({error}); your answer is right all the same, and what was kept before is as it was. To keep this one too, check it again."


def change(table, name, new):
    """Write ``new(text before, or None)`` under a name; return a line to show where a damaged file was put aside.

    Raises
    ------
    OSError
        If it cannot be written; what was kept before is as it was.
    """
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    return _change(place / f"{table}.json", name, new)


def load(table="progress"):
    """Return ({name: text}, a line to show or None). A damaged file is put aside, not deleted."""
    try:
        path = folder() / f"{table}.json"
        return _read(path), None
    except OSError as error:
        return {}, f"{table}.json could not be read ({error})."
    except Damaged:
        pass
    try:
        with alone(_lock(path)):
            return _read_or_put_aside(path)
    except OSError as error:
        return {}, f"{path.name} is damaged, and could not be put aside ({error})."


class Damaged(Exception):
    """What was read is no table."""


def _lock(path):
    return path.with_name(f".{path.stem}.lock")


def _now():
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _change(path, name, new):
    with alone(_lock(path)) as still_ours:
        table, note = _read_or_put_aside(path)
        text = new(table.get(name))
        if table.get(name) != text:
            _write({**table, name: text}, path, still_ours)
    return note


def _read(path):
    """Return what is done; raise `Damaged`, or OSError where the file is there and cannot be read."""
    try:
        text = patiently(lambda: path.read_text(encoding="utf-8-sig"))
        done = json.loads(text)["done"]
        if not (isinstance(done, dict) and all(isinstance(v, str) for v in done.values())):
            raise Damaged
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, RecursionError):
        raise Damaged from None
    return done


def _read_or_put_aside(path):
    """Return ({exercise: when}, a line to show or None), alone; raise OSError where a damaged file cannot be moved."""
    try:
        return _read(path), None
    except Damaged:
        number = 1
        while (aside := path.with_name(f"{path.stem}-damaged-{number}.json")).exists():
            number += 1
        patiently(lambda: path.rename(aside))
        return {}, f"{path.name} was damaged; it was put aside as {aside.name}, and a new one begins."


def _write(done, path, still_ours):
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".json")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"done": done}, file, indent=1, sort_keys=True)
        if not still_ours():
            raise TimeoutError("the machine slept meanwhile; check once more")
        patiently(lambda: os.replace(name, path))  # whole or not at all, also where the machine stops half-way
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
