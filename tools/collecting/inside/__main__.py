"""Started as `python -m inside`: takes a notebook from its input, runs it, tells how that went, and answers calls."""

import json
import os
import sys


def main(words):
    """Give up every right that is not needed, before anything else is imported."""
    asked = json.loads(words[0])
    from .limits import set_limits, to_nowhere

    own_processes = asked["own_processes"]
    if asked["landlock"]:
        from . import landlock

        own_processes = landlock.alone() and os.geteuid() != 0
        landlock.confine(asked["readable"], asked["writable"])
    set_limits(own_processes)
    reading, writing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    to_nowhere(0, 1)
    os.chdir(asked["scratch"])

    from .running import answer

    answer(reading, writing, asked)
    os._exit(0)  # whatever threads the notebook has left behind


if __name__ == "__main__":
    main(sys.argv[1:])
