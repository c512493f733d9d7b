"""`python -m course_lib start [FOLDER]` puts the course's notebooks into a folder."""

import sys

from .start import FOLDER, start

HELP = f"""\
python -m course_lib start [FOLDER]

copies the course's chapters and exercises into FOLDER ({FOLDER}, if none is given).
A file that is there stays as it is.
"""


def main(words):
    """Do what the words after `python -m course_lib` say; return a text for stderr where that is not clear."""
    if words in ([], ["-h"], ["--help"]):
        print(HELP, end="")
    elif words[0] != "start" or len(words) > 2 or words[-1].startswith("-"):
        return f"expected `start` and the name of a folder, got {' '.join(words)!r}\n\n{HELP}"
    else:
        try:
            print(start(*words[1:]))
        except OSError as error:
            return f"{error}\nMay this folder be written to, and is there room on the disk?"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
