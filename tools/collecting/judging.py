"""One notebook, run in a sandbox and judged from outside: the state of each exercise, and notes for the teacher."""

import dataclasses
import re
import time

from course_lib.check import verdict

from . import exercises
from .session import Late, Lost, Session
from .standin import StandIn

STARTS = 6  # so often is a notebook begun at most: once, and again for each cell or answer that ended its process
LONGEST = 600  # seconds for one notebook
STATES = "right", "wrong", "not written", "not reached", "error"  # where there are several answers, the first counts
MISSING = re.compile(r"name '(\w+)' is not defined")


@dataclasses.dataclass
class Found:
    """The state of one exercise, and the sentence for the learner."""

    state: str
    sentence: str = ""


@dataclasses.dataclass
class Outcome:
    """What came of one notebook. It is `whole` where it ran to its end: run again, it would give the same."""

    found: dict = dataclasses.field(default_factory=dict)
    notes: list = dataclasses.field(default_factory=list)
    whole: bool = True


def judged(sandbox, notebook, files=None):
    """Return the `Outcome` of a notebook; raise `NotStarted` where that is not the notebook's fault."""
    return Judging(sandbox, notebook, files or {}).outcome()


class Judging:
    """A notebook on its way through the sandbox, which may have to be begun anew."""

    def __init__(self, sandbox, notebook, files):
        self.sandbox, self.notebook, self.files = sandbox, notebook, files
        self.waiting = [id for chapter in notebook.chapters for id in exercises.of_chapter(chapter)]
        self.named = exercises.names(notebook.variant)
        self.names = [[id, self.named[id]] for id in self.waiting]
        self.cells = [{"source": source, "names": exercises.checked(source)} for source in notebook.cells]
        self.result, self.errors, self.starts, self.end = Outcome(), [], 0, None
        self.session = self.ran = self.started = None

    def begin(self):
        """Run the notebook: its process then waits for calls. Without a cell that ends Python, it is begun anew."""
        self.end = self.end or time.monotonic() + LONGEST
        while self.ran is None and self.waiting and not self.given_up():
            self.starts += 1
            self.session = Session(self.sandbox)
            try:
                self.ran = self.run()
            finally:
                if self.ran is None:
                    self.session.close()

    def outcome(self):
        """Judge until nothing is left, or too much has gone wrong."""
        while self.waiting:
            self.begin()
            if self.ran is None:
                continue
            try:
                alive = True
                while alive and self.waiting and time.monotonic() < self.end:
                    id = self.waiting.pop(0)
                    found, alive = self.state(id)
                    self.result.found |= {id: found} if found else {}
            finally:
                self.session.close()
                self.ran = None
        self.about_errors()
        return self.result

    def note(self, text):
        self.result.notes.append(text)

    def given_up(self):
        """Tell whether it is enough; what was not judged yet is told so then."""
        late = time.monotonic() > self.end
        if self.starts < STARTS and not late:
            return False
        self.result.whole = False
        self.note(f"given up {'after ten minutes' if late else f'when it had ended Python {STARTS} times'}")
        for id in self.waiting:
            self.result.found[id] = Found("error", "not judged: the notebook was given up before.")
        self.waiting = []
        return True

    def run(self):
        """Return how the notebook ran; or None where a cell ended its process, which is left out from now on."""
        try:
            ran = self.session.run(self.cells, self.names, self.files)
        except Lost:
            self.result.whole = False
            number = self.session.cell
            if type(number) is int and 0 <= number < len(self.cells):
                self.note(f"{place(number, self.cells)} ended Python, or would not end; the rest was run without it")
                self.cells[number] = {"source": "", "names": []}
            return None
        self.errors = ran.errors
        return ran

    def state(self, id):
        """Return (what was found of an exercise, whether the process is still there)."""
        best, alive = None, True
        for key, (other, about) in enumerate(self.ran.answers):
            if other != id or not alive or (best and best.state == "right"):
                continue
            found, alive = judge(self.session, key, about, id, self.ran, self.notebook.variant)
            if best is None or STATES.index(found.state) < STATES.index(best.state):
                best = found
        if best and best.state == "wrong" and self.untouched(id):
            best.state = "not written"
        return best or self.not_there(id), alive

    def untouched(self, id):
        """Tell whether an exercise that begins with wrong code still is as it was handed out."""
        begin = f"def {self.named[id]}("
        theirs = {source.strip() for source in self.notebook.cells if begin in source}
        return theirs == {exercises.stubs().get(id)}

    def not_there(self, id):
        """Return what is said of an exercise whose answer does not exist; None where the notebook is silent on it."""
        name = self.named[id]
        begun = re.search(rf"^\s*(def\s+{name}\b|{name}\s*=)", self.notebook.code, re.MULTILINE)
        if (begun or id in exercises.mentioned(self.notebook.code)) and self.errors:
            number, kind, text = self.errors[0]
            return Found("not reached", f"{place(number, self.cells)} stopped before: {kind}: {first_line(text)}")
        if begun or id in exercises.mentioned(self.notebook.code, self.notebook.text):
            return Found("not written", f"there is no `{name}` in the notebook.")
        return None

    def about_errors(self):
        """Note cells that stopped, where an exercise was not reached, or a name or a package is missing."""
        lost = any(found.state == "not reached" for found in self.result.found.values())
        missing = [e for e in self.errors if e[1] in ("ImportError", "ModuleNotFoundError", "NameError")]
        late = [e for e in self.errors if e[1] == "TimeIsUp"]
        for number, _, text in late:
            self.note(f"{place(number, self.cells)} {text}")
        rest = [e for e in self.errors if e not in late]
        if rest and (lost or missing):
            number, kind, text = (missing or rest)[0]
            many = f"{len(rest)} cells stopped, such as " if len(rest) > 1 else ""
            self.note(f"{many}{place(number, self.cells)}: {kind}: {first_line(text)}")


def not_judged(reason):
    """Return the sentence for an answer that could not be judged.

    >>> not_judged("is there a loop?"), not_judged("its process ended")
    ('could not be judged: is there a loop?', 'could not be judged: its process ended.')
    """
    return f"could not be judged: {reason}" + ("" if str(reason).endswith("?") else ".")


def judge(session, key, about, id, ran, variant=1):
    """Return (what was found of one answer, whether the process is still there)."""
    try:
        answer = session.value(key) if about is None else StandIn(session, key, about)
    except Lost as reason:
        return Found("error", not_judged(reason)), False
    except (TypeError, ValueError, AttributeError):
        return Found("error", "could not be judged: its process does not say what it is."), True
    stand_in = answer if isinstance(answer, StandIn) else None
    try:
        said = verdict(id, stand_in.function if stand_in else answer, variant)
    except KeyboardInterrupt:
        if not (stand_in and stand_in.lost):
            raise
        return Found("error", not_judged(stand_in.lost)), isinstance(stand_in.lost, Late)
    if name := missing_import(said, stand_in, id, ran):
        return Found("not reached", f"`{name}` is not there: the cell with the imports did not run, or is gone."), True
    state = "not written" if said.state == "not yet" else said.state
    return Found(state, said.sentence), True


def missing_import(said, stand_in, id, ran):
    """Return the name that an answer stopped for, where the exercises' first cell would have imported it."""
    if said.state != "wrong" or not stand_in or not stand_in.error or stand_in.error.get("name") != "NameError":
        return None
    found = MISSING.search(str(stand_in.error.get("text")))
    lost = found and found[1] in exercises.imports(int(id.split(".")[0])) - ran.known
    return found[1] if lost else None


def place(number, cells):
    """Return a cell's number among the code cells, and how it begins."""
    source = cells[number]["source"] if 0 <= number < len(cells) else ""
    line = first_line(source.strip())
    return f"code cell {number + 1} ({line if len(line) <= 40 else line[:39] + '…'})"


def first_line(text):
    return next(iter(str(text).splitlines()), "")[:300]
