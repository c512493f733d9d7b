"""One notebook, run in a sandbox and judged from outside: the state of each exercise, and what a teacher should know."""

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
        self.ids = [id for chapter in notebook.chapters for id in exercises.of_chapter(chapter)]
        self.cells = [{"source": source, "names": exercises.checked(source)} for source in notebook.cells]
        self.outcome_, self.end, self.starts = Outcome(), time.monotonic() + LONGEST, 0
        self.errors = []

    def outcome(self):
        """Run the notebook, and judge until nothing is left, or too much has gone wrong."""
        waiting = list(self.ids)
        if not waiting:
            self.note("is about no exercise of the course")
            return self.outcome_
        while waiting and not self.given_up(waiting):
            self.starts += 1
            with Session(self.sandbox) as session:
                ran = self.run(session)
                while ran and waiting:
                    id = waiting.pop(0)
                    self.outcome_.found[id], alive = self.state(session, ran, id)
                    if not alive:
                        break
        self.outcome_.found = {id: found for id, found in self.outcome_.found.items() if found}
        self.about_errors()
        return self.outcome_

    def note(self, text):
        self.outcome_.notes.append(text)

    def given_up(self, waiting):
        late = time.monotonic() > self.end
        if self.starts < STARTS and not late:
            return False
        self.outcome_.whole = False
        self.note(f"given up {'after ten minutes' if late else f'when it had ended Python {STARTS} times'}")
        for id in waiting:
            self.outcome_.found[id] = Found("error", "not judged: the notebook was given up before.")
        return True

    def run(self, session):
        """Return how the notebook ran; or None where a cell ended its process, which is left out from now on."""
        names = [[id, exercises.names()[id]] for id in self.ids]
        try:
            ran = session.run(self.cells, names, self.files)
        except Lost:
            self.outcome_.whole = False
            number = session.cell
            if type(number) is int and 0 <= number < len(self.cells):
                self.note(f"{place(number, self.cells)} ended Python, or would not end; the rest was run without it")
                self.cells[number] = {"source": "", "names": []}
            return None
        self.errors = ran.errors
        return ran

    def state(self, session, ran, id):
        """Return (what was found of an exercise, whether the process is still there)."""
        best, alive = None, True
        for key, (other, about) in enumerate(ran.answers):
            if other != id or not alive or (best and best.state == "right"):
                continue
            found, alive = judge(session, key, about, id, ran)
            if best is None or STATES.index(found.state) < STATES.index(best.state):
                best = found
        return best or self.not_there(ran, id), alive

    def not_there(self, ran, id):
        """Return what is said of an exercise whose answer does not exist; None where the notebook is silent on it."""
        name = exercises.names()[id]
        begun = re.search(rf"^\s*(def\s+{name}\b|{name}\s*=)", self.notebook.code, re.MULTILINE)
        if (begun or id in exercises.mentioned(self.notebook.code)) and ran.errors:
            number, kind, text = ran.errors[0]
            return Found("not reached", f"{place(number, self.cells)} stopped before: {kind}: {first_line(text)}")
        if begun or id in exercises.mentioned(self.notebook.code, self.notebook.text):
            return Found("not written", f"there is no `{name}` in the notebook.")
        return None

    def about_errors(self):
        """Note cells that stopped, where an exercise was not reached, or a name or a package is missing."""
        lost = any(found.state == "not reached" for found in self.outcome_.found.values())
        missing = [e for e in self.errors if e[1] in ("ImportError", "ModuleNotFoundError", "NameError")]
        late = [e for e in self.errors if e[1] == "TimeIsUp"]
        for number, _, text in late:
            self.note(f"{place(number, self.cells)} {text}")
        rest = [e for e in self.errors if e not in late]
        if rest and (lost or missing):
            number, kind, text = (missing or rest)[0]
            many = f"{len(rest)} cells stopped, such as " if len(rest) > 1 else ""
            self.note(f"{many}{place(number, self.cells)}: {kind}: {first_line(text)}")


def judge(session, key, about, id, ran):
    """Return (what was found of one answer, whether the process is still there)."""
    try:
        answer = session.value(key) if about is None else StandIn(session, key, about)
    except Lost as reason:
        return Found("error", f"could not be judged: {reason}."), False
    stand_in = answer if isinstance(answer, StandIn) else None
    try:
        said = verdict(id, stand_in.function if stand_in else answer)
    except KeyboardInterrupt:
        if not (stand_in and stand_in.lost):
            raise
        return Found("error", f"could not be judged: {stand_in.lost}."), isinstance(stand_in.lost, Late)
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
