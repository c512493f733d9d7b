"""Where a learner's notebook is run: the best isolation that this machine has, tried before it is trusted.

Each way gives a command for a process that sees the interpreter and a copy of a part of the course, may write into one
folder of its own, and has no network. `best` tries them in order: the first whose process neither reads nor writes a
file outside, nor reaches a server on this machine, is taken.
"""

import dataclasses
import importlib.util
import json
import os
import shutil
import socket
import sys
import sysconfig
import tempfile
from pathlib import Path

from . import container
from .inside import landlock
from .session import Lost, NotStarted, Session

SYSTEM = "/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/nix/store"
SETTINGS = "/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types", "/etc/fonts"
DEVICES = "/dev/null", "/dev/zero", "/dev/urandom", "/dev/random"
SPACE = 256 * 2**20  # bytes that a notebook may write


@dataclasses.dataclass(frozen=True)
class Sandbox:
    """One way to run a notebook; `without` says what it does not protect from."""

    name: str
    without: str
    stage: str

    def command(self, scratch):
        """Return (command, environment) of a process that may write into the folder `scratch`."""
        asked = {"stage": self.stage, "scratch": scratch, "landlock": False, "own_processes": False}
        return self._around(scratch, asked), environment(self.stage, scratch)

    def _around(self, scratch, asked):
        return python(asked)

    def end(self, scratch):
        """End what would not end with the process that was started."""


class Bubblewrap(Sandbox):
    def _around(self, scratch, asked):
        asked["own_processes"] = os.geteuid() != 0  # for root, the limit does not hold
        words = [shutil.which("bwrap"), "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
        for path in SYSTEM:
            if os.path.islink(path):
                words += ["--symlink", os.readlink(path), path]
            elif os.path.isdir(path):
                words += ["--ro-bind", path, path]
        words += ["--proc", "/proc", "--dev", "/dev", "--size", str(SPACE), "--tmpfs", tempfile.gettempdir()]
        words += ["--size", str(SPACE), "--tmpfs", scratch]
        for path in (*filter(os.path.exists, SETTINGS), *interpreter(), self.stage):
            words += ["--ro-bind", path, path]
        return [*words, "--chdir", scratch, *python(asked)]


class Landlock(Sandbox):
    def _around(self, scratch, asked):
        readable = [*SYSTEM, *SETTINGS, "/sys/devices/system/cpu", *interpreter(), self.stage]
        return python(asked | {"landlock": True, "readable": readable, "writable": [scratch, *DEVICES]})


@dataclasses.dataclass(frozen=True)
class Container(Sandbox):
    """Docker or Podman; written from their documentation."""

    program: str

    def command(self, scratch):
        asked = {"stage": self.stage, "scratch": scratch, "landlock": False, "own_processes": False}
        inside = environment(self.stage, scratch) | {"PYTHONPATH": self.stage, "PATH": "/usr/local/bin:/usr/bin:/bin"}
        words = python(asked)[1:]
        return container.run(self.program, self.stage, scratch, SPACE, inside, words), container.outside()

    def end(self, scratch):
        container.end(self.program, scratch)


class SandboxExec(Sandbox):
    """macOS's own; written from its documentation."""

    def _around(self, scratch, asked):
        beneath = [
            *SYSTEM,
            "/System",
            "/Library",
            "/private/etc",
            "/private/var/db",
            "/dev",
            *interpreter(),
            self.stage,
        ]
        readable = " ".join(f"(subpath {json.dumps(os.path.realpath(path))})" for path in (*beneath, scratch))
        rules = (
            "(version 1)(deny default)(allow process-fork)(allow process-exec)(allow sysctl-read)(allow mach-lookup)"
            f'(allow file-read-metadata)(allow file-read* (literal "/") {readable})'
            f'(allow file-write* (subpath {json.dumps(os.path.realpath(scratch))}) (literal "/dev/null"))'
        )
        return ["/usr/bin/sandbox-exec", "-p", rules, *python(asked)]


def ways(stage):
    """Yield the ways of this machine, the best first, tried or not."""
    if sys.platform == "linux" and shutil.which("bwrap"):
        without = "faults of the kernel, and a busy processor until the time is up"
        yield Bubblewrap("bubblewrap", without, stage)
    if sys.platform == "linux" and (have := landlock.version()):
        late = "" if have >= 6 else ", and this older kernel allows signals to your processes"
        sent = "data sent by UDP where this system grants no separate network"
        full = f"a full disk in {tempfile.gettempdir()}"
        without = f"many processes at once, {full}, {sent}, and faults of the kernel{late}"
        yield Landlock("Landlock", without, stage)
    if sys.platform == "darwin" and shutil.which("sandbox-exec"):
        without = "much memory, many processes, and faults of the system; and no Mac has tried it yet"
        yield SandboxExec("sandbox-exec", without, stage)
    if program := container.tool():
        without = "faults of the kernel and of the container program, and a busy processor until the time is up"
        yield Container(f"a container ({program})", without, stage, program)


def best(stage, trust=False):
    """Return the best way that holds, or None and why; with `trust`, a plain process is better than none."""
    why = []
    for way in ways(stage):
        if not (fault := leak(way)):
            return way, ""
        why.append(f"{way.name}: {fault}")
    reason = "; ".join(why) or "this system has none that collect knows"
    if trust:
        plain = "your files, other hand-ins and the network: the notebooks run with all your rights"
        return Sandbox("a plain process", plain, stage), reason
    return None, reason


PROBE = """\
import os, socket
reached = []
for what, attempt in {{
    "reads a file of yours": lambda: open({secret!r}).read(),
    "writes into your folders": lambda: open({beside!r}, "w").write("x"),
    "sees the course's judges": lambda: os.listdir({judges!r}),
    "changes the copy of the course": lambda: open({library!r}, "a").write("#"),
    "reaches the network": lambda: socket.create_connection(("127.0.0.1", {port}), 2),
}}.items():
    try:
        attempt()
        reached.append(what)
    except OSError:
        pass
"""


def leak(way):
    """Return what a notebook can do in a sandbox and should not, or why there is none; "" if all holds."""
    with tempfile.TemporaryDirectory(dir=own_folder()) as folder, socket.create_server(("127.0.0.1", 0)) as server:
        secret = Path(folder, "secret")
        secret.write_text("secret")
        source = PROBE.format(
            secret=str(secret),
            beside=str(Path(folder, "new")),
            judges=str(Path(__file__).parents[2] / "course_lib" / "check"),
            library=str(Path(way.stage, "course_lib", "__init__.py")),
            port=server.getsockname()[1],
        )
        try:
            with Session(way) as session:
                session.run([{"source": source, "names": []}], [["probe", "reached"]])
                reached = session.value(0)
        except (Lost, NotStarted, OSError) as error:
            return f"does not work here ({error})"
    return "" if reached == [] else f"does not hold here: a notebook {' and '.join(map(str, reached))}"


def own_folder():
    """Return a folder of the teacher's that may be written to."""
    return next((path for path in (Path.home(), Path.cwd()) if os.access(path, os.W_OK)), None)


def python(asked):
    return [sys.executable, "-s", "-P", "-m", "inside", json.dumps(asked)]


def interpreter():
    """Return the folders of this Python and its packages."""
    paths = {sys.prefix, sys.base_prefix, sys.exec_prefix, *map(sysconfig.get_path, ("stdlib", "purelib", "platlib"))}
    paths |= {str(Path(sys.executable).resolve().parents[1]), *packages()}
    within = {path for path in map(os.path.abspath, paths) if not path.startswith("/usr/") and path != "/usr"}
    return sorted(path for path in within if os.path.isdir(path) and path != "/")


def packages():
    """Return the folders that packages are imported from: for some people, these are none of Python's own."""
    specs = map(importlib.util.find_spec, ("numpy", "scipy", "skimage", "matplotlib", "IPython", "ipywidgets"))
    return sorted({str(Path(spec.origin).parents[1]) for spec in specs})


def environment(stage, scratch):
    """Return all of the environment that a notebook gets."""
    found = {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": os.pathsep.join([stage, *packages()]),
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": os.path.join(scratch, ".matplotlib"),
        "IPYTHONDIR": os.path.join(scratch, ".ipython"),
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "LANG": "C.UTF-8",
    }
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "COMSPEC") if name in os.environ}
    return found | kept | dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "COURSE_WORK", "USERPROFILE"), scratch)
