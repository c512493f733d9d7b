"""What --here takes as it is: the Python that runs this, if it is new enough and lacks nothing."""

import re
import sys

from . import places
from .pythons import LEAST
from .stops import Stop

FOR_TESTS = ["hypothesis", "pytest", "pytest-xdist", "ruff"]
EXTRAS = {"lab": ["lab"], "test": ["lab", "authors"], "check": ["lab", "authors"], "bench": []}  # others: authors


def look_around(verb):
    """Stop where the Python that runs this is too old, or lacks packages of the course."""
    if sys.version_info[:2] < LEAST:
        raise Stop(
            "The course needs Python {}.{} or newer, and --here takes the one that runs this: {}.{}.\n"
            "Without --here, course.py looks for a newer one.".format(*LEAST, *sys.version_info[:2])
        )
    lacking = sorted(set(needed(verb)) - installed())
    if lacking:
        raise Stop(
            "This Python ({0}) lacks: {1}.\n--here takes it as it is: install them there, with\n\n"
            "    {0} -m pip install -e .[lab,authors] --group test\n\n"
            "or leave --here out, and the course gets an environment of its own, .venv.".format(
                sys.executable, ", ".join(lacking)
            )
        )


def needed(verb):
    """Return the names of the packages that a verb takes, the course itself among them."""
    names = re.findall(r'(?m)^(?:name = |    )"([a-z][\w-]*)', "".join(places.sections("[project]")))
    extras = "".join(places.sections("[project.optional-dependencies]"))
    for extra in EXTRAS.get(verb, ["authors"]):
        (line,) = re.findall(rf"(?m)^{extra} = (\[.*\])", extras)
        names += re.findall(r'"([a-z][\w-]*)', line)
    return names + (FOR_TESTS if verb in ("test", "check") else [])


def installed():
    """Return the names of what is installed for the Python that runs this."""
    from importlib import metadata  # an old Python does not have it, and was stopped before

    return {str(dist.metadata["Name"]).lower().replace("_", "-") for dist in metadata.distributions()}
