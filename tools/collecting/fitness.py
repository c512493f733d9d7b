"""Whether the course itself works here: without that, nothing can be said of anybody's notebooks."""

import hashlib
from pathlib import Path

from ..setup.places import ROOT
from . import judging
from .notebook import Notebook
from .session import NotStarted

LIBRARY = "course_lib", "data"
CANARY = [
    "import numpy as np\nfrom course_lib.check import check",
    "def upside_down(image):\n    return np.flipud(image)",
]
CANARY += ['check("2.21", 3)', 'check("3.1", None)']
KNOWN = {"1.2": "right", "2.21": "wrong", "3.1": "not written"}


class Unfit(Exception):
    """The course does not work here."""


def files(folder, names):
    """Return {name: sha256} of the files in `folder` that are named, or lie in a folder that is."""
    found = [path for name in names for path in (folder / name, *(folder / name).rglob("*"))]
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(found)
        if path.is_file() and "__pycache__" not in path.parts
    }


class Fitness:
    """The course's files as they were at the start, and a notebook whose answers are known."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.places = [(ROOT, LIBRARY), (Path(sandbox.stage), (*LIBRARY, "inside"))]
        self.healthy = [files(*place) for place in self.places]

    @property
    def fingerprint(self):
        """Return a text that is another one once the course or the way it judges has changed."""
        judge = files(Path(__file__).parents[1], ["collect.py", "collecting"])
        return hashlib.sha256(repr((self.healthy[0], judge, self.sandbox.name)).encode()).hexdigest()

    def look(self):
        """Raise `Unfit` where the course's files are not as they were."""
        now = [files(*place) for place in self.places]
        pairs = zip(self.healthy, now, strict=True)
        changed = sorted(
            {name for old, new in pairs for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        )
        if changed:
            raise Unfit(f"files of the course have changed: {', '.join(changed)}. `git checkout .` brings them back")

    def try_out(self):
        """Raise `Unfit` where the known notebook is not judged as it should be."""
        self.look()
        try:
            outcome = judging.judged(self.sandbox, Notebook("canary", CANARY, chapters=[1, 2, 3]))
        except (NotStarted, OSError) as error:
            raise Unfit(f"notebooks cannot be run here: {error}") from None
        states = {id: found.state for id, found in outcome.found.items()}
        if states != KNOWN:
            told = "; ".join(outcome.notes) or f"expected {KNOWN}, got {states}"
            raise Unfit(f"a notebook whose answers are known is not judged as it should be: {told}")
