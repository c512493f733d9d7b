"""Run the exercise notebooks that learners handed in, and show who has solved what.

    python course.py collect FOLDER                   a table on the screen
    python course.py collect FOLDER --csv FILE        and as a file for a spreadsheet
    python course.py collect FOLDER --roster FILE     with a line for everybody who is named there
    python course.py collect FOLDER --feedback DIR    and a page for each learner
    python course.py collect FOLDER --variant 2       by the numbers of group 2; else by those that a notebook names

FOLDER holds a folder for each learner, or a notebook or a zip of each, or what Moodle or Canvas gave; a zip of all
does as well. Every notebook is run from top to bottom in a process that sees no judge, no solution and no other
hand-in; it answers calls of its functions, and what comes back is judged here. Nothing in FOLDER is changed.

Each learner's result is written at once, and kept in work/collected: a second run does only what is new. Before the
first learner, and after each whose notebooks went wrong, a notebook whose answers are known is run: where it fails,
collecting stops, and nobody's row says what is the course's fault.

It ends with 0 where all went well, with 1 where there are notes to read, with 2 where it had to stop.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from .collecting import alike, feedback, handins, learner, roster, sandbox, stage, table, whole
from .collecting.fitness import Unfit

NO_ISOLATION = """\
Nobody's notebooks were run: this machine offers no isolation for code that others wrote ({why}).
On Linux, `apt install bubblewrap` (or your system's package of that name) brings it. With Docker or Podman, make the
image that tools/collecting/container.py names. If you know these learners, and have looked into their notebooks:
--trust runs them with all your rights."""


def options(words):
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="course.py collect", description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="holds what was handed in: see the top of tools/collect.py")
    parser.add_argument("--csv", type=Path, metavar="FILE", help="write the table here too; a file that is there stays")
    parser.add_argument("--roster", type=Path, metavar="FILE", help="names of all: one on each line, or a table")
    parser.add_argument("--feedback", type=Path, metavar="DIR", help="write a page for each learner into this folder")
    parser.add_argument(
        "--variant", type=int, metavar="N", help="judge all by the numbers of group N, whatever they say"
    )
    parser.add_argument("--trust", action="store_true", help="run notebooks without isolation where there is none")
    return looked_at(parser.parse_args(words), parser.error)


def looked_at(found, error):
    """Return what was asked for with its hand-ins, or tell what cannot be done."""
    if not (found.folder.is_dir() or (found.folder.suffix.lower() == ".zip" and found.folder.is_file())):
        error(f"{found.folder} is no folder, and no zip")
    if found.variant is not None and found.variant < 1:
        error(f"groups are numbered from 1; got --variant {found.variant}")
    if found.csv and found.csv.exists():
        error(f"{found.csv} exists; name another file, or move it")
    if found.roster and not found.roster.is_file():
        error(f"there is no file {found.roster}")
    if found.feedback and found.folder.resolve() in (found.feedback.resolve(), *found.feedback.resolve().parents):
        error(f"{found.feedback} lies in the folder of hand-ins, which stays as it is; name another one")
    found.handins = handins.handed_in(found.folder)
    if not any(one.files for one in found.handins):
        error(f"no notebook lies in {found.folder}")
    return found


class Report:
    """What is told while learners are judged, and at the end."""

    def __init__(self, asked):
        self.asked, self.rows, self.shapes, self.begin, self.done = asked, {}, {}, time.monotonic(), 0
        self.lines = [(one.learner, one.number, one, "") for one in asked.handins]
        if asked.roster:
            self.lines = roster.placed(roster.read(asked.roster), asked.handins)
        self.waiting = [line for line in self.lines if line[2]]

    def keep(self, handin, row, pairs):
        """Write down what a learner has done, and say so."""
        name, number, _, note = next(line for line in self.waiting if line[2] is handin)
        row.notes += [note] if note else []
        self.shapes[name] = alike.shapes([notebook for notebook, _ in pairs])
        self.write(name, number, row)
        self.done += 1
        many, seconds = len(self.waiting), time.monotonic() - self.begin
        left = f"; about {max(round(seconds / self.done * (many - self.done) / 60), 1)} min left"
        told = f"{row.points()} points, {row.count('right')} right, {row.count('wrong')} wrong, notes {len(row.notes)}"
        print(f"{self.done} of {many}: {name}: {told}{left * (self.done < many)}", file=sys.stderr, flush=True)

    def write(self, name, number, row):
        while name in self.rows:
            name += " (2)"
        self.rows[name] = row
        if self.asked.csv:
            table.add_line(self.asked.csv, name, number, row)
        if self.asked.feedback:
            feedback.write(self.asked.feedback, name, row)

    def write_absent(self):
        """Write a line for everybody on the roster who handed in nothing."""
        for name, number, handin, _ in self.lines:
            if handin is None:
                self.write(name, number, learner.Row({}, ["nothing was handed in"]))

    def at_the_end(self):
        """Print the table, the notes and what is alike; return whether there are notes."""
        if self.rows:
            print(table.as_text(self.rows))
        notes = [f"{name}: {note}" for name, row in self.rows.items() for note in row.notes]
        print("\n".join(notes))
        if same := alike.listed(self.shapes):
            print("\n".join(["Nearly the same, with other names perhaps; look before you say anything:", *same]))
        return bool(notes)


def main(words):
    asked = options(words)
    with tempfile.TemporaryDirectory(prefix="course-") as folder:
        stage.build(Path(folder))
        way, why = sandbox.best(folder, asked.trust)
        if way is None:
            print(NO_ISOLATION.format(why=why), file=sys.stderr)
            return 2
        reason = f" ({why})" if why else ""
        print(f"Notebooks are run in {way.name}{reason}. It does not protect from {way.without}.", flush=True)
        report, stopped = Report(asked), None
        try:
            whole.collect(way, [line[2] for line in report.waiting], report.keep, asked.variant)
            report.write_absent()
        except Unfit as error:
            stopped = f"Stopped after {len(report.rows)} of {len(report.waiting)} learners: {error}."
        noted = report.at_the_end()
    if stopped:
        print(stopped, file=sys.stderr)
    return 2 if stopped else 1 if noted else 0
