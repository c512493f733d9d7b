"""Fetch all that the set-up installs into one folder, for machines without a network.

    python course.py wheelhouse DIR                                  for this machine's kind, and this Python
    python course.py wheelhouse DIR --systems windows mac-arm --pythons 3.12 3.13

Carry DIR to the other machines beside the course; there, `python course.py lab --offline DIR` installs from it.
Every file is held against the hashes in requirements/course.txt, here and there. What is in DIR already is kept: the
same command goes on where it was stopped, and other systems or Pythons can be added.
"""

import argparse
import contextlib
import importlib.util
import itertools
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from packaging.markers import Marker

from .setup import installer, offline, places, pythons
from .setup.stops import Stop

SYSTEMS = {  # what files are called after: the oldest systems for which every package has one
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)] + ["manylinux2014_x86_64"],
    "linux-arm": [f"manylinux_2_{minor}_aarch64" for minor in range(28, 16, -1)] + ["manylinux2014_aarch64"],
    "windows": ["win_amd64"],
    "mac-arm": ["macosx_12_0_arm64"],
    "mac-intel": ["macosx_12_0_x86_64"],
}
KINDS = {
    "linux": ("linux", "posix", "Linux"),
    "windows": ("win32", "nt", "Windows"),
    "mac": ("darwin", "posix", "Darwin"),
}
ENTRY = re.compile(r"^(\S+==\S+)(?: ; (.*?))? \\\n((?:    --hash=\S+(?: \\)?\n)+)", re.MULTILINE)
HOW = [
    *("--no-deps", "--require-hashes", "--only-binary", ":all:", "--implementation", "cp"),
    *("--no-input", "--disable-pip-version-check", "--progress-bar", "off"),
]
VERSIONS = [f"3.{minor}" for minor in range(pythons.LEAST[1], pythons.NEWEST[1] + 1)]


def options(words):
    """Return what was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="course.py wheelhouse", description=__doc__.splitlines()[0])
    here = offline.system()
    parser.add_argument("folder", type=Path, metavar="DIR", help="where the files go")
    parser.add_argument("--systems", nargs="+", choices=SYSTEMS, default=[here], help=f"default: this one, {here}")
    mine = platform.python_version().rpartition(".")[0]
    parser.add_argument("--pythons", nargs="+", choices=VERSIONS, default=[mine], help=f"default: this one, {mine}")
    return parser.parse_args(words)


def wanted(lock, system, micro):
    """Return the part of a lock that one system and one full version of Python needs, without its conditions.

    >>> print(wanted("a==1 ; sys_platform == 'win32' \\\\\\n    --hash=sha256:0\\n", "windows", "3.12.0"))
    a==1 --hash=sha256:0
    >>> wanted("a==1 ; sys_platform == 'win32' \\\\\\n    --hash=sha256:0\\n", "linux", "3.12.0")
    ''
    """
    sys_platform, os_name, name = KINDS[system.split("-")[0]]
    machine = {"linux": "x86_64", "linux-arm": "aarch64", "windows": "AMD64", "mac-arm": "arm64"}.get(system, "x86_64")
    there = {
        **{"sys_platform": sys_platform, "os_name": os_name, "platform_system": name, "platform_machine": machine},
        **{"python_version": micro.rpartition(".")[0], "python_full_version": micro},
        **{"implementation_name": "cpython", "platform_python_implementation": "CPython"},
    }
    entries = [
        f"{pin} {' '.join(re.findall('--hash=[^ ]+[0-9a-f]', hashes))}"
        for pin, marker, hashes in ENTRY.findall(lock)
        if not marker or Marker(marker).evaluate(there)
    ]
    return "\n".join(entries)


@contextlib.contextmanager
def pip():
    """Give a command that runs pip: this Python's or, where it has none, that of an environment made for it."""
    if importlib.util.find_spec("pip"):
        yield [sys.executable, "-m", "pip"]
        return
    with tempfile.TemporaryDirectory(prefix="course-pip-") as folder:
        base, uv = getattr(sys, "_base_executable", None) or sys.executable, pythons.find_uv()
        ways = [[base, "-m", "venv", folder]] + (
            [[uv, "venv", "--quiet", "--allow-existing", "--seed", folder]] if uv else []
        )
        if not any(subprocess.run(way, stdout=subprocess.DEVNULL, check=False).returncode == 0 for way in ways):
            raise Stop("Fetching needs pip, and this Python has none. Install it, or python3-venv, and try again.")
        inside = "Scripts/python.exe" if sys.platform == "win32" else "bin/python"
        yield [str(Path(folder) / inside), "-m", "pip"]


def fetch(command, folder, system, version):
    """Fetch what one system and one version of Python needs; return the names of the files."""
    lock, names = places.LOCK.read_text(encoding="utf-8"), set()
    # a condition may name a full version, as in < 3.11.5: the first and the last one of 3.11 have all there is
    needs = {wanted(lock, system, full): full for full in (f"{version}.0", f"{version}.99")}
    for pins, full in needs.items():
        with tempfile.TemporaryDirectory(prefix="course-lock-") as aside:
            listed = Path(aside) / "lock.txt"
            listed.write_text(pins, encoding="utf-8")
            found = subprocess.run(
                [*command, "download", *HOW, "--python-version", full, *tags(system), "-d", folder, "-r", listed],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False,
            )  # fmt: skip
        if found.returncode:
            said = "\n".join(found.stdout.splitlines()[-8:])
            raise Stop(f"{said}\n\nNot all could be fetched for {system}, Python {version}. {installer.remedy(said)}")
        names |= {Path(path).name for path in re.findall(r"(\S+\.whl)(?= |$)", found.stdout, re.MULTILINE)}
    return names


def tags(system):
    """Return pip's words for what files of one system are called after."""
    return [word for tag in SYSTEMS[system] for word in ("--platform", tag)]


def main(words):
    """Fill the folder, and write down last what it holds and for whom."""
    asked = options(words)
    folder = asked.folder.resolve()
    held = offline.record(folder)
    if folder.exists() and any(folder.iterdir()) and not held:
        raise Stop(f"{folder} holds other things. Name a folder that is empty, or that is not there yet.")
    if held and held["lock"] != offline.lock_hash():
        raise Stop(f"{folder} was made for another version of the course. Name another folder.")
    held = held or {"lock": offline.lock_hash(), "for": [], "files": {}}
    folder.mkdir(parents=True, exist_ok=True)
    offline.write(folder, held)
    with pip() as command:
        for system, version in itertools.product(asked.systems, asked.pythons):
            print(f"{system}, Python {version}: fetching", flush=True)
            for name in fetch(command, folder, system, version):
                held["files"][name] = (folder / name).stat().st_size
            held["for"] = sorted({*map(tuple, held["for"]), (system, version)})
            offline.write(folder, held)
    size = sum(held["files"].values()) / 1e6
    print(f"{len(held['files'])} files, {size:.0f} MB, in {folder}. Carry it, and this course, to the other machines;")
    print("there, in the course's folder: python course.py lab --offline THE-FOLDER")
