"""How course.py, and what it starts, comes to an end: with a text that helps, and leaving nothing running."""

import signal
import sys


class Stop(Exception):
    """Ends the program with a text that says what to do."""


def to_the_end(main):
    """Run a program on the words after its name, and end with its code, or with what there is to tell."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what was started here ends as well
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(f"\n{stop}")
    except KeyboardInterrupt:
        print("\nStopped. The same command begins where it has to.", file=sys.stderr)
        sys.exit(130)
