"""What a learner has done, kept in work/progress.json: written whole or not at all, never lost."""

import datetime
import json
import os
import tempfile
from pathlib import Path


def folder():
    """Return the learner's folder: work/ beside course.py, or work/ here where the course was installed alone."""
    if os.environ.get("COURSE_WORK"):
        return Path(os.environ["COURSE_WORK"])
    here = Path.cwd()
    root = next((f for f in (here, *here.parents) if (f / "course.py").is_file()), here)
    return root / "work"


def keep(id):
    """Note that an exercise is done; return a line to show where that could not be kept, else None."""
    here = Path.cwd()
    if not os.environ.get("COURSE_WORK") and here.name == "solutions":
        return None  # running the solutions is not doing the exercises
    if not os.environ.get("COURSE_WORK") and here.name == "exercises":
        return "Not kept as progress: do the exercises in the copy that lies in work/ (python course.py lab puts it there)."
    done, note = load()
    done.setdefault(id, datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"))
    try:
        _write(done)
    except OSError as error:
        return f"Your progress could not be written ({error}); your answer is right all the same."
    return note


def load():
    """Return ({exercise: when}, a line to show or None). A damaged file is put aside, not deleted."""
    path = folder() / "progress.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        done = content["done"]
        if not (isinstance(done, dict) and all(isinstance(v, str) for v in done.values())):
            raise ValueError("no table of exercises in it")
        return done, None
    except FileNotFoundError:
        return {}, None
    except (ValueError, KeyError, TypeError):
        return {}, f"progress.json was damaged; it was put aside as {_put_aside(path)}, and a new one begins."
    except OSError as error:
        return {}, f"progress.json could not be read ({error})."


def _put_aside(path):
    number = 1
    while (aside := path.with_name(f"progress-damaged-{number}.json")).exists():
        number += 1
    path.rename(aside)
    return aside.name


def _write(done):
    target = folder() / "progress.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".progress-", suffix=".json")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"done": done}, file, indent=1, sort_keys=True)
        os.replace(name, target)  # whole or not at all, also where the machine stops half-way
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
