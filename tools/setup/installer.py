"""Runs what installs: its many lines become one that counts, and where it fails, the remedy is told."""

import collections
import re
import subprocess
import sys
import textwrap
import time

from . import places
from .pythons import LEAST, NEWEST
from .stops import Stop

QUIETLY = ["--no-input", "--progress-bar", "off"]

# What the installer's last lines say, and what to do about it. The first that fits is told.
REMEDIES = {
    "No space left|[Dd]isk full|not enough space": "The disk is full: the course takes 700 MB. Free some, try again.",
    "DO NOT MATCH THE HASHES|[Hh]ash mismatch": """A file is not the one that this course was tested with.
A proxy or a mirror between this machine and the package index may change files: try another network.""",
    "CRC|BadZipFile|extract archive": "A file arrived damaged. Fetch, or copy, it again.",
    "CERTIFICATE|SSL|certificate": """The connection is not trusted. Behind a company's proxy, set PIP_CERT
(for uv: SSL_CERT_FILE) to its certificate file, and try again.""",
    "onnect|resolution|timed out|[Pp]roxy|[Ff]ailed to fetch|dns error": """The package index cannot be reached. Is this
machine online? Behind a proxy, set HTTPS_PROXY=http://host:port. What has arrived is kept: try again.""",
    "no usable wheels|Wheels are required": """There is no ready-made package for this Python on this machine:
use a 64-bit Python {}.{} to {}.{}.""".format(*LEAST, *NEWEST),
    "No matching distribution": """Either the package index did not answer: is this machine online? (Behind a proxy,
set HTTPS_PROXY=http://host:port.) Or it has no ready-made package for this Python on this machine:
use a 64-bit Python {}.{} to {}.{}.""".format(*LEAST, *NEWEST),
    "[Pp]ermission|denied": "A file cannot be written. Close JupyterLab and all that uses .venv, and try again.",
}


def install(uv, arguments):
    """Install into .venv, with uv or else with its own pip."""
    pip = [str(places.PYTHON), "-m", "pip", "--disable-pip-version-check", "install"]
    command = [uv, "pip", "install", "--python", str(places.PYTHON)] if uv else pip + QUIETLY
    run(command + arguments, Progress(len(re.findall(r"(?m)^\S+==", places.LOCK.read_text(encoding="utf-8")))))


def run(command, progress=None):
    """Run a command quietly; where it fails, stop with its last lines and what to do about them."""
    tail = collections.deque(maxlen=12)
    process = subprocess.Popen(command, cwd=str(places.ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        for raw in process.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            if not line.startswith("Ignoring "):  # pip, of packages for other systems
                tail.append(line)
            if progress:
                progress.read(line)
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        process.stdout.close()
        if progress:
            progress.end()
    if code:
        said = "\n".join(tail)
        raise Stop(said + "\n\n" + remedy(said))


def remedy(said):
    """Return what to do about an installation that ended with these lines."""
    fitting = (text for pattern, text in REMEDIES.items() if re.search(pattern, said))
    text = next(fitting, "The set-up did not finish. Try the same command again.")
    return textwrap.fill(" ".join(text.split()), 100)


class Progress:
    """Turns the installer's many lines into one that counts (on a terminal), or into a few."""

    def __init__(self, total):
        self.total, self.count, self.shown, self.width = total, 0, 0.0, 0

    def read(self, line):
        """Take the next line of pip or uv."""
        word = line.split(" ")[1] if line.count(" ") else ""
        if line.startswith("Ignoring "):  # pip: a package of another system
            self.total -= 1
        elif line.startswith("Collecting "):  # pip
            self.count += 1
            name = word.split("==")[0]
            self.show(f"fetching {self.count} of {self.total}: {name}")
        elif line.startswith("Downloading ") and "(" in line:  # uv: the large ones
            self.show("fetching " + line[len("Downloading ") :])
        elif line.startswith("WARNING: Retrying"):  # pip
            self.show("the package index does not answer; trying again")
        elif line.startswith(("Installing collected", "Prepared ")):
            self.show("unpacking (half a minute, on a slow disk more)", always=True)

    def show(self, text, always=False):
        """Write over the last text on a terminal; elsewhere print one in five seconds, or `always`."""
        if sys.stdout.isatty():
            print("\r  " + text.ljust(self.width)[:76], end="", flush=True)
            self.width = min(len(text), 76)
        elif always or time.time() - self.shown > 5:
            print("  " + text, flush=True)
            self.shown = time.time()

    def end(self):
        """Wipe the line on a terminal."""
        if self.width:
            print("\r" + " " * (self.width + 2) + "\r", end="", flush=True)
