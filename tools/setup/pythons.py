"""Which Python the course runs on: what one can do, where a fitting one is, and what to do where there is none."""

import json
import os
import shutil
import subprocess
import sys

from . import places
from .stops import Stop

LEAST, NEWEST = (3, 11), (3, 14)  # the Pythons that every package in requirements/course.txt has a ready file for


def probe(python):
    """Return the version of a Python and whether it can make environments, or None where it does not run."""
    code = (
        "import json, sys; from importlib.util import find_spec as has; "
        "print(json.dumps({'version': sys.version_info[:3], 'pip': bool(has('pip')), 'venv': bool(has('ensurepip'))}))"
    )
    try:
        output = subprocess.check_output([str(python), "-I", "-c", code], stderr=subprocess.DEVNULL)
        found = json.loads(output.decode())
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
    return dict(found, version=tuple(found["version"]))


def find_uv():
    """Return the path of uv, or None where it is not installed or not wanted."""
    return None if os.environ.get("COURSE_NO_UV") else shutil.which("uv")


def find_python():
    """Return a Python that the course runs on: the one that runs this, another on the PATH, or None."""
    if LEAST <= sys.version_info[:2] <= NEWEST:
        # inside .venv, this is the Python that .venv was made from
        return getattr(sys, "_base_executable", None) or sys.executable
    names = [f"python{LEAST[0]}.{minor}" for minor in range(NEWEST[1], LEAST[1] - 1, -1)]
    # probed, because the name alone can be a launcher of a Python that is not there
    return next((path for path in map(shutil.which, names) if path and probe(path)), None)


def venv_maker(uv):
    """Return the command that makes .venv, or stop where this machine cannot."""
    python = find_python()
    if not python and not uv:
        raise Stop(
            "The course needs Python {}.{} to {}.{}; this is {}.{}.\n".format(*LEAST, *NEWEST, *sys.version_info[:2])
            + "Install one (from python.org, or your system's packages), and run course.py with it.\n"
            "Or install uv, which brings its own Python, and run the same command again."
        )
    if uv:
        versions = ">={}.{},<{}.{}".format(*LEAST, NEWEST[0], NEWEST[1] + 1)
        quietly = ["--quiet", "--allow-existing", "--no-project"]
        return [uv, "venv", *quietly, "--python", python or versions, str(places.VENV)]
    found = probe(python)
    if not (found and found["venv"]):
        raise Stop(
            "This Python cannot make a virtual environment: its module venv is incomplete. On Debian and Ubuntu:\n\n"
            "    sudo apt install python{}.{}-venv\n\n".format(*(found["version"] if found else LEAST)[:2])
            + "Then run the same command again."
        )
    return [python, "-m", "venv", str(places.VENV)]
