"""A whole class, one learner after the other: each result is kept at once, and what did not change is not run again."""

import concurrent.futures
import itertools
import json
from pathlib import Path

from ..setup.places import ROOT
from . import learner
from .fitness import Fitness, Unfit
from .judging import Judging
from .session import LIVE, NotStarted

KEPT = ROOT / "work" / "collected"
ROOM = 5 * 2**30  # bytes of free memory that two notebooks at once need


def collect(sandbox, handins, keep, variant=None):
    """Judge one hand-in after the other, and hand (hand-in, row, notebooks) to `keep` at once; `Unfit` ends that."""
    fitness = Fitness(sandbox)
    fitness.try_out()
    course = f"{fitness.fingerprint} {variant}"
    for handin in handins:
        pairs, notes = learner.notebooks(handin, variant)
        kept = KEPT / f"{learner.key(handin, course)}.json"
        if row := before(kept):
            keep(handin, row, pairs)
            continue
        row, whole = judged(sandbox, pairs, notes)
        try:
            fitness.look() if whole else fitness.try_out()
        except Unfit as error:
            keep(handin, learner.Row({}, [f"when these notebooks had run, {error}"]), pairs)
            raise
        if whole:
            KEPT.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(row.as_data()), encoding="utf-8")
        keep(handin, row, pairs)


def before(kept):
    """Return the row that was kept under a name, or None."""
    try:
        return learner.Row.from_data(json.loads(kept.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def judged(sandbox, pairs, notes):
    """Return the row of a learner's notebooks, and whether it would be the same if they were run again."""
    row, whole = learner.Row({}, list(notes)), True
    try:
        for judging, outcome in outcomes([Judging(sandbox, notebook, files) for notebook, files in pairs]):
            row.add(outcome.found)
            row.notes += [f"{judging.notebook.name}: {note}" for note in outcome.notes]
            whole = whole and outcome.whole
    except NotStarted as error:
        row.notes.append(f"could not be run: {error}")
        whole = False
    return row.cleaned(), whole


def outcomes(judgings):
    """Yield each with its outcome: while one is judged, the next one runs already, where there is memory for both."""
    with concurrent.futures.ThreadPoolExecutor(1) as ahead:
        try:
            for judging, following in itertools.zip_longest(judgings, judgings[1:]):
                if judging.started:
                    judging.started.result()
                judging.begin()
                if following and free() > ROOM:
                    following.started = ahead.submit(following.begin)
                yield judging, judging.outcome()
        finally:
            for judging in judgings:
                judging.waiting = []
            for session in list(LIVE):
                session.close()


def free():
    """Return how many bytes of memory are free; where that cannot be told, none."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable"))
    except (OSError, StopIteration, ValueError):
        return 0
