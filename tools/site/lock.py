"""Pyodide's lock with the course in it, so that a cell's `import course_lib` loads all that it needs by itself."""

import hashlib
import re
import zipfile
from pathlib import Path

VERSION = "314.0.7"  # of Pyodide: the first with scikit-image 0.26; requirements/pyodide-lock.json is this version's
CDN = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
COURSE = "image-processing-course"
# What the course's imports load with it. scikit-image too: the course looks for it before it imports it.
DEPENDS = {
    COURSE: ["anywidget", "ipywidgets", "matplotlib", "numpy", "pillow", "scikit-image", "scipy", "tifffile"],
    "anywidget": ["ipywidgets", "psygnal", "typing-extensions"],
    "ipywidgets": ["comm", "ipython", "jupyterlab-widgets", "traitlets"],
    "comm": [],
    "jupyterlab-widgets": [],
    "psygnal": [],
    "tifffile": ["numpy"],
}
KERNEL = ["micropip", "ipython", "jedi", "packaging"]  # what the kernel itself asks for


def patched(lock, wheels, base):
    """Return a lock with the course's wheels in it.

    Parameters
    ----------
    lock : dict
        Pyodide's own, as in pyodide-lock.json.
    wheels : dict of str to Path
        By the names in `DEPENDS`; they lie beside the lock.
    base : str
        Where the packages that the lock names are: an address, or "" for the lock's own folder.
    """
    packages = {name: {**entry, "file_name": base + entry["file_name"]} for name, entry in lock["packages"].items()}
    return {**lock, "packages": packages | {name: entry(name, wheel) for name, wheel in wheels.items()}}


def entry(name, wheel):
    """Return what the lock says of a wheel."""
    return {
        "name": name,
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(Path(wheel).read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": modules(wheel),
        "depends": DEPENDS[name],
        "unvendored_tests": False,
    }


def modules(wheel):
    """Return what can be imported from a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {re.match(r"([A-Za-z]\w*)(/__init__)?\.py$", path) for path in archive.namelist()}
    return sorted(found[1] for found in tops if found)


def needed(lock, names):
    """Return the names that some packages load, themselves and what the lock does not know included."""
    found, waiting = set(), list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name not in found:
            found.add(name)
            waiting += lock["packages"].get(name, {}).get("depends", [])
    return found


def reduced(lock, names):
    """Return a lock of these packages alone."""
    return {**lock, "packages": {name: entry for name, entry in lock["packages"].items() if name in names}}
