"""Mutants of the exercises' right answers, and what their checks say of them.

    python -m tools.mutants.answers [numbers of exercises, else all] [--most 120] [--seconds 5]

Each right answer gets one small fault at a time (`learners.py`), of an exercise at most so many, and is judged as a
learner's would be, for so many seconds of processor time. One that is accepted is the same function written otherwise,
or a hole in the exercise's cases. Where a sentence names a place only, a slip or a rule may be missing. A line for each
of both is printed, and in the end a table. It needs Linux, or another system with os.fork.
"""

import argparse
import collections
import json
import os
import random
import resource
import signal
import sys
import time
from typing import NamedTuple

from course_lib.check import EXERCISES, verdict

from .learners import mutants

KINDS = {  # by what a mutant was refused
    "slip": "a slip of the exercise",
    "rule": "a general rule",
    "own": "other words of the exercise, and of what kind of thing is asked for",
    "error": "the function stopped, or gave nothing back",
    "endless": "it took too long",
    "place": "only a place, or the shape",
}
READ = ("accepted", "place")  # whose mutants are printed, to be read


class Judged(NamedTuple):
    """What became of a mutant: "accepted" or one of KINDS, what was said, and the check's seconds of processor time."""

    kind: str
    sentence: str
    seconds: float


def main(words):
    """Print the mutants to be read, and the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.mutants.answers")
    parser.add_argument("numbers", nargs="*", default=list(EXERCISES))
    parser.add_argument("--most", type=int, default=120)
    parser.add_argument("--seconds", type=int, default=5)
    wanted = parser.parse_args(words)
    found = {}
    for number in wanted.numbers:
        found[number] = [one for _, one in tried(EXERCISES[number], wanted.most, wanted.seconds)]
    print(*table(found), sep="\n")


def tried(exercise, most, seconds):
    """Return (mutant, what became of it) for at most so many mutants of an exercise, and print those to be read."""
    for right in exercise.rights:
        judged(exercise, right)  # what is loaded or computed once is so in this process, for all
    some = list(mutants(exercise))
    some = random.Random(0).sample(some, min(most, len(some)))
    pairs = [(mutant, in_child(lambda m=mutant: judged(exercise, m.answer), seconds)) for mutant in some]
    for mutant, one in pairs:
        if one.kind in READ:
            said = [] if one.kind == "accepted" else [one.sentence]
            print(one.kind, exercise.id, mutant.change, *said, sep="\t", flush=True)
    return pairs


def judged(exercise, answer):
    """Judge an answer as a learner's is."""
    start = time.process_time()
    try:
        given = answer() if exercise.value else answer
    except Exception as error:  # here the learner's own cell stops
        return Judged("error", str(error), 0)
    found = verdict(exercise.id, given)
    seconds = time.process_time() - start
    kind = "accepted" if found.state == "right" else "error" if found.state == "not yet" else found.by or "own"
    return Judged(kind, found.sentence, seconds)


def in_child(function, seconds):
    """Return what a function gives in a child of this process, which is stopped after so many seconds."""
    read, write = os.pipe()
    process = os.fork()
    if not process:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))  # others' work does not count
        resource.setrlimit(resource.RLIMIT_DATA, (3 << 30, 3 << 30))
        signal.alarm(5 * seconds)  # where it waits for ever
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        try:
            os.write(write, json.dumps(function()).encode()[:60_000])
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        said = pipe.read()
    os.waitpid(process, 0)
    return Judged(*json.loads(said)) if said else Judged("endless", "", seconds)


def table(found):
    """Yield the lines of a table: for each chapter, how many mutants were refused, and by what."""
    chapters = collections.defaultdict(list)
    for number in found:
        chapters[number.split(".")[0]].append(number)
    columns = ("accepted", *KINDS)
    yield "chapter  exercises  slips  mutants" + "".join(f"{kind:>10}" for kind in columns) + "  slowest check"
    for chapter, numbers in [*chapters.items(), ("all", list(found))]:
        slips = sum(len(EXERCISES[number].slips) for number in numbers)
        kinds = collections.Counter(one.kind for number in numbers for one in found[number])
        shares = "".join(f"{kinds[kind] / max(kinds.total(), 1):10.1%}" for kind in columns)
        slow = max((one.seconds, number) for number in numbers for one in found[number] if one.kind != "endless")
        yield f"{chapter:>7}{len(numbers):>11}{slips:>7}{kinds.total():>9}{shares}  {slow[0]:.2f} s, {slow[1]}"
    yield from (f"{kind}: {words}" for kind, words in KINDS.items())


if __name__ == "__main__":
    main(sys.argv[1:])
