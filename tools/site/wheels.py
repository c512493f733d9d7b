"""Wheels for the lab in the browser: the course's own, and pure Python packages as they are installed here."""

import base64
import hashlib
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

from ..setup.places import ROOT
from ..setup.stops import Stop

LATER = ("WHEEL", "RECORD", "INSTALLER", "REQUESTED", "direct_url.json")  # written anew, or of this machine
COMPILED = (".so", ".pyd", ".pyc", ".dylib")
EPOCH = (2020, 1, 1, 0, 0, 0)  # for every file, so that the same packages give the same wheel
PURE = "Wheel-Version: 1.0\nGenerator: course.py site\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def course(folder):
    """Build the course's wheel in a folder, with the pictures in it; return its path."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise Stop(f"The course's wheel could not be built:\n{run.stdout}{run.stderr}")
    return next(Path(folder).glob("image_processing_course-*.whl"))


def installed(name, folder):
    """Pack an installed package into a wheel of pure Python, and return its path.

    What is compiled stays out: a package that has its modules as Python too, as psygnal has, runs without.
    """
    package = metadata.distribution(name)
    stem = f"{name.replace('-', '_')}-{package.version}"
    contents = {file.as_posix(): file.locate().read_bytes() for file in package.files if _belongs(file)}
    info = next(path.split("/")[0] for path in contents if path.endswith(".dist-info/METADATA"))
    contents[f"{info}/WHEEL"] = PURE.encode()
    lines = [f"{path},{_hash(content)},{len(content)}" for path, content in sorted(contents.items())]
    contents[f"{info}/RECORD"] = "\n".join([*lines, f"{info}/RECORD,,", ""]).encode()
    wheel = Path(folder, f"{stem}-py3-none-any.whl")
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in sorted(contents.items()):
            archive.writestr(zipfile.ZipInfo(path, EPOCH), content, zipfile.ZIP_DEFLATED)
    return wheel


def _belongs(file):
    """Tell whether an installed file is a part of the package itself: not what lies outside its folder."""
    return ".." not in file.parts and file.name not in LATER and file.suffix not in COMPILED and file.locate().is_file()


def _hash(content):
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
