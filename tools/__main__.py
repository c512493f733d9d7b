"""What course.py goes on with once everything is installed: `python -m tools VERB ...`."""

import pkgutil

from .setup.stops import to_the_end

VERBS = {
    "lab": "tools.lab:main",
    "test": "tools.tests:test",
    "check": "tools.tests:check",
    "build": "tools.build:main",
    "collect": "tools.collect:main",
    "classroom": "tools.classroom:main",
    "wheelhouse": "tools.wheelhouse:main",
    "site": "tools.site.build:main",
    "bench": "tools.bench:main",
}


def main(words):
    """Call the verb's function with the words after it; only its own module is imported."""
    verb, *words = words
    return pkgutil.resolve_name(VERBS[verb])(words)


if __name__ == "__main__":
    to_the_end(main)
