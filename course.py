#!/usr/bin/env python3
"""Sets the course up and hands each verb to tools/. `python course.py --help` lists the verbs.

The standard library is all it needs, here and in tools/setup, and the syntax is that of Python 3.6: on a Python
that is too old for the course, it can still say so, and find a newer one.
"""

import os
import subprocess
import sys
import time

PYTHON_3: "Python 2 stops at this line, and shows it. Write python3 in place of python."

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))  # as Python itself does unless PYTHONSAFEPATH is set

from tools.setup import environment, here, installer, offline, places, pythons, update
from tools.setup.stops import Stop, to_the_end

HELP = """\
python course.py lab       open the course in JupyterLab
python course.py test      run all tests; with --browser those in Chromium too
python course.py check     only the quick tests: style, layers, set-up
python course.py build     make the notebooks from notebooks/source
python course.py update    bring the course up to date; your own files stay
python course.py collect   for teachers: who has solved what, from the notebooks handed in to a folder
python course.py classroom for teachers: what a class needs: slides, handouts, an exam, nbgrader's directory
python course.py wheelhouse for teachers: all that is installed, in one folder, for machines without a network
python course.py site      make pages to read, and the lab that runs in a browser, in dist/site
python course.py bench     time course_lib against scikit-image; `bench sliders`, explorers in a browser

Each first makes the folder .venv and installs the course there (once; with uv where uv
is installed and COURSE_NO_UV is not set); with --offline DIR, from a wheelhouse and
without the network. With --here it does without .venv and takes the Python that runs
this, such as a conda environment's: python course.py lab --here
After a verb, --help tells which further words it takes: python course.py lab --help
python course.py --version tells which version of the course this is.
"""

VERBS = {  # and what --help tells of the words after each
    "lab": """\
Further words go to JupyterLab: python course.py lab --no-browser --port 9000
All that it takes: {python} -m jupyterlab --help""",
    "test": """\
Further words go to pytest: python course.py test tests/test_layers.py -k imports
All that it takes: {python} -m pytest --help""",
    "check": """\
Further words go to pytest: python course.py check -k layers
All that it takes: {python} -m pytest --help""",
    "build": """\
Further words are names of sources: python course.py build 01_intro
makes that chapter, its exercises and its solutions; without a name, all are made.""",
    "update": """\
Asks the place where this copy came from (git fetch), says so first, and takes what is new. Close JupyterLab before.
What you changed of the files that are new is kept in work/kept; work stays as it is.
python course.py update --from FOLDER    in a new copy: takes your files out of the old one, where there is no git""",
    "collect": """\
python course.py collect FOLDER               a table on the screen
python course.py collect FOLDER --csv FILE    and as a file for a spreadsheet
--roster FILE: a line for everybody named there; --feedback DIR: a page for each learner.
FOLDER holds one folder for each learner, or one notebook or zip each, or what Moodle or Canvas gave.""",
    "classroom": """\
python course.py classroom              lists what can be made
python course.py classroom WORD ...     makes it; a folder or file that is there stays as it is""",
    "wheelhouse": """\
python course.py wheelhouse DIR         for machines like this one, with this Python
--systems linux linux-arm windows mac-arm mac-intel, --pythons 3.11 3.12 3.13 3.14: for others too
On those machines: python course.py lab --offline DIR (or COURSE_WHEELHOUSE=DIR)""",
    "site": """\
python course.py site                    pages to read, and a lab that takes Python from the usual address
python course.py site --pyodide FOLDER   a lab that takes it from the site: FOLDER holds the whole of Pyodide
python course.py site --no-lab           pages alone
python course.py site --to FOLDER        in another folder than dist/site
Nothing is run: the pages show the notebooks as they are. What makes them is installed the first time.""",
    "bench": """\
Further words choose operations: python course.py bench gamma
times those whose names hold "gamma"; `bench --float32` times floats of 32 bits,
`bench --large` pictures of 2048 x 2048, `bench sliders` explorers in a browser.""",
}


def main(words):
    """Do what the words after course.py say."""
    as_it_is = "--here" in words
    words, wheelhouse = offline.taken_out(word for word in words if word != "--here")
    python = sys.executable if as_it_is else str(places.PYTHON)
    if not words or words[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    if words[0] == "--version":
        print(places.version())
        return 0
    verb = words[0]
    if verb not in VERBS:
        raise Stop(f"There is no verb {verb!r}; choose one of: {', '.join(VERBS)}. --help tells more.")
    if "-h" in words or "--help" in words:
        print(next(line for line in HELP.splitlines() if line.startswith("python course.py " + verb)))
        print(VERBS[verb].format(python=python))
        return 0
    if verb == "update":  # before anything is installed: the new edition says what it needs
        return update.main(words[1:])
    if as_it_is:
        here.look_around(verb)
    else:
        set_up(wheelhouse)
    return hand_over(python, words)


def set_up(wheelhouse=None):
    """Make .venv and install everything, from a wheelhouse where there is one, unless that is done already."""
    try:
        if not environment.is_ready():
            with environment.alone():
                if not environment.is_ready():  # another course.py may have been at it
                    make_environment(wheelhouse)
    except OSError as error:
        raise Stop(f"{error}\nMay this folder be written to, and is there room on the disk?") from None


def make_environment(wheelhouse):
    """Make .venv where there is none that fits, install the lock and the course, and write down what is there."""
    if wheelhouse:
        offline.look_into(wheelhouse)
        os.environ["UV_OFFLINE"] = "1"  # or uv would look for a Python elsewhere
    uv = pythons.find_uv()
    if environment.can_be_adopted(uv):
        fill(uv, wheelhouse, adopted=True)
    else:
        with environment.replaced(uv):
            fill(uv, wheelhouse, adopted=False)


def fill(uv, wheelhouse, adopted):
    """Install the lock and the course into .venv, and write down what is there."""
    started = time.time()
    environment.write_stamp(environment.UNFINISHED, adopted)
    if wheelhouse:
        offline.look_for(wheelhouse)
    print("Installing the course into .venv: this time only, a few minutes at most.", flush=True)
    checked = ["--only-binary", ":all:", "--require-hashes", "-r", str(places.LOCK)]
    installer.install(uv, offline.source(wheelhouse) + checked)
    installer.install(uv, ["--no-index", "--no-deps", "--no-build-isolation", "-e", str(places.ROOT)])
    environment.write_stamp(environment.fingerprint(), adopted, environment.modules())
    print(f"Set-up done in {time.time() - started:.0f} seconds.", flush=True)


def hand_over(python, words):
    """Go on as `python -m tools VERB ...`, in the folder where this was started."""
    # -P: a folder `tools` that lies there is another's. The path: Windows' Python before 3.13 misreads that of the
    # editable install where it holds letters beyond ASCII, and with --here that may be another copy's.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(places.ROOT), os.environ.get("PYTHONPATH")]))
    command = [python, "-P", "-m", "tools", *words]
    if os.name == "nt":
        return wait_for(command)
    os.execv(python, command)


def wait_for(command):
    """Run a program to its end, and return its code: Windows cannot put one in the place of another."""
    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            pass  # the program has had the same Ctrl+C, and ends by itself


if __name__ == "__main__":
    to_the_end(main)
