#!/usr/bin/env python3
"""Sets the course up and runs it. `python course.py --help` lists the verbs.

The standard library is all it needs, and its syntax is that of Python 3.6: on a Python that is
too old for the course, it can still say so, and find a newer one.
"""

import collections
import contextlib
import hashlib
import itertools
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path
from xml.etree import ElementTree

PYTHON_3: "Python 2 stops at this line, and shows it. Write python3 in place of python."

HELP = """\
python course.py lab      open the course in JupyterLab
python course.py test     run all tests; with --browser those in Chromium too
python course.py check    only the quick tests: style, layers, set-up
python course.py build    make the notebooks from notebooks/source
python course.py collect  for teachers: who has solved what, from the notebooks handed in to a folder
python course.py bench    time course_lib against scikit-image; `bench sliders`, explorers in a browser

Each first makes the folder .venv and installs the course there (once; with uv where uv
is installed and COURSE_NO_UV is not set). With --here it does without .venv and takes
the Python that runs this, such as a conda environment's: python course.py lab --here
After a verb, --help tells which further words it takes: python course.py lab --help
"""

FURTHER = {
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
    "collect": """\
python course.py collect FOLDER               a table on the screen
python course.py collect FOLDER --csv FILE    and as a file for a spreadsheet
FOLDER holds one folder for each learner, or one notebook each.""",
    "bench": """\
Further words choose operations: python course.py bench gamma
times those whose names hold "gamma"; `bench sliders` times explorers in a browser.""",
}

LEAST, NEWEST = (3, 11), (3, 14)  # the Pythons that every package in requirements/course.txt has a ready file for

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "course-stamp"  # says what is installed; written last, so that half a set-up never counts
ADOPTED = "adopted: course.py did not make this environment"  # a line of the stamp
NAMES = ("*.py", "*/__init__.py")  # of modules and packages
LOCK, BROWSER_LOCK = ROOT / "requirements" / "course.txt", ROOT / "requirements" / "browser.txt"

CHAPTERS = sorted("notebooks/" + path.name for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))

# Each is one call of pytest. All of them run, whatever the others say.
SUITES = [
    ("tests and docstrings", ["-n", "2", "--dist", "loadfile", "tests", "course_lib"]),
    ("notebooks, cell by cell", ["-c", "tests/notebooks/nbval.ini", "--rootdir=.", *CHAPTERS, "notebooks/solutions"]),
]

LAB_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},  # or a fast scroll shows a blank page
}
# Names that the file browser leaves out: what is left is notebooks, work, pictures, course_lib and README.md.
HIDDEN = """
    benchmarks docs requirements tests tools exercises source course.py course_server.py __pycache__ *.pyc
    build.py collect.py contents.py reference.py rerun.py
    CONTRIBUTING.md LICENSE environment.yml pyproject.toml *.lock
""".split()
LARGEST_MESSAGE = 200 * 2**20  # bytes from browser to kernel; Jupyter cuts the connection at 10 MiB, a photo is more

# What the installer's last lines say, and what to do about it. The first that fits is told.
REMEDIES = {
    "No space left|[Dd]isk full|not enough space": "The disk is full: the course takes 700 MB. Free some, try again.",
    "DO NOT MATCH THE HASHES|[Hh]ash mismatch": """A file is not the one that this course was tested with.
A proxy or a mirror between this machine and the package index may change files: try another network.""",
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


class Stop(Exception):
    """Ends the program with a text that says what to do."""


def main(words):
    here = "--here" in words
    words = [word for word in words if word != "--here"]
    if not words or words[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    verb, words = words[0], words[1:]
    if verb not in VERBS:
        raise Stop("There is no verb {!r}; choose one of: {}. --help tells more.".format(verb, ", ".join(VERBS)))
    if "-h" in words or "--help" in words:
        print(next(line for line in HELP.splitlines() if line.startswith("python course.py " + verb)))
        print(FURTHER[verb].format(python=sys.executable if here else PYTHON))
        return 0
    if here:
        look_around(verb)
        return VERBS[verb](sys.executable, words)
    try:
        set_up()
    except OSError as error:
        raise Stop("{}\nMay this folder be written to, and is there room on the disk?".format(error)) from None
    # Windows' Python before 3.13 misreads the editable install's path where it holds letters beyond ASCII
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    return VERBS[verb](str(PYTHON), words)


def look_around(verb):
    """Stop where the Python that runs this, which --here takes, is too old or lacks packages of the course."""
    if sys.version_info[:2] < LEAST:
        raise Stop(
            "The course needs Python {}.{} or newer, and --here takes the one that runs this: {}.{}.\n"
            "Without --here, course.py looks for a newer one.".format(*LEAST, *sys.version_info[:2])
        )
    from importlib import metadata

    names = re.findall(r'(?m)^(?:name = |    )"([a-z][\w-]*)', "".join(sections("[project]")))
    if verb in ("test", "check"):
        names += ["hypothesis", "pytest", "pytest-xdist", "ruff"]
    found = {str(dist.metadata["Name"]).lower().replace("_", "-") for dist in metadata.distributions()}
    lacking = sorted(set(names) - found)
    if lacking:
        raise Stop(
            "This Python ({}) lacks: {}.\n--here takes it as it is: install them there, with\n\n"
            "    {} -m pip install -e . --group test\n\n"
            "or leave --here out, and the course gets an environment of its own, .venv.".format(
                sys.executable, ", ".join(lacking), sys.executable
            )
        )


# --- set-up ------------------------------------------------------------------------------------


def set_up():
    """Make .venv and install everything, unless that is done already."""
    if is_ready():
        return
    with alone():
        if is_ready():  # another course.py was at it
            return
        started = time.time()
        uv, note = find_uv(), [ADOPTED]
        if is_ours() or not can_be_adopted(uv):
            replace_venv(uv)
            note = []
        STAMP.write_text("\n".join(["unfinished", *note]), encoding="utf-8")
        print("Installing the course into .venv: this time only, a few minutes at most.", flush=True)
        install(uv, ["--only-binary", ":all:", "--require-hashes", "-r", str(LOCK)])
        install(uv, ["--no-index", "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
        STAMP.write_text("\n".join([fingerprint(), *note, *sorted(modules())]), encoding="utf-8")
        print("Set-up done in {:.0f} seconds.".format(time.time() - started), flush=True)


def stamp():
    """Return the stamp's lines: what is installed, whether into somebody's own environment, and its modules."""
    return STAMP.read_text(encoding="utf-8", errors="replace").splitlines() if STAMP.is_file() else []


def is_ready():
    lines = stamp()
    return lines[:1] == [fingerprint()] and set(lines[1:]) - {ADOPTED} <= modules()


def modules():
    """Return the modules in .venv; one that is gone since the set-up tells that something was deleted."""
    places = [*VENV.glob("lib/python*/site-packages"), *VENV.glob("Lib/site-packages")]
    return {str(path.relative_to(place)) for place in places for name in NAMES for path in place.glob(name)}


def is_ours():
    """Tell whether course.py made .venv, so that it may remove it."""
    return bool(stamp()) and ADOPTED not in stamp() and not VENV.is_symlink()


def can_be_adopted(uv):
    """Tell whether the course can be installed into a .venv that somebody made for it."""
    found = None if VENV.is_symlink() else probe(PYTHON)
    whole = set(stamp()[1:]) - {ADOPTED} <= modules()
    return found and LEAST <= found["version"][:2] <= NEWEST and (uv or found["pip"]) and whole


def fingerprint():
    """Return a hash of all that the content of .venv depends on, or None where its Python does not run."""
    found = probe(PYTHON)
    if found is None:
        return None
    installed = sections("[build-system]", "[project]", "[tool.hatch")  # the others are settings of pytest and ruff
    parts = [LOCK.read_text(encoding="utf-8"), *installed, str(found["version"]), str(ROOT)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def sections(*heads):
    """Return the sections of pyproject.toml that begin so."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return [text for text in re.findall(r"(?ms)^\[.*?(?=^\[|\Z)", project) if text.startswith(heads)]


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
    return None if os.environ.get("COURSE_NO_UV") else shutil.which("uv")


def find_python():
    """Return a Python that the course runs on: the one that runs this, another on the PATH, or None."""
    if LEAST <= sys.version_info[:2] <= NEWEST:
        # inside .venv, this is the Python that .venv was made from
        return getattr(sys, "_base_executable", None) or sys.executable
    names = ["python{}.{}".format(LEAST[0], minor) for minor in range(NEWEST[1], LEAST[1] - 1, -1)]
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
        return [uv, "venv", "--quiet", "--allow-existing", "--no-project", "--python", python or versions, str(VENV)]
    found = probe(python)
    if not (found and found["venv"]):
        raise Stop(
            "This Python cannot make a virtual environment: its module venv is incomplete. On Debian and Ubuntu:\n\n"
            "    sudo apt install python{}.{}-venv\n\n".format(*(found["version"] if found else LEAST)[:2])
            + "Then run the same command again."
        )
    return [python, "-m", "venv", str(VENV)]


def replace_venv(uv):
    """Make a new .venv. An old one stays until there is a new one; one that course.py did not make stays for good."""
    command, ours = venv_maker(uv), is_ours()
    aside = set_aside()
    try:
        VENV.mkdir()
        STAMP.write_text("unfinished", encoding="utf-8")
        run(command)
    except BaseException:
        if aside:
            shutil.rmtree(str(VENV), ignore_errors=True)
            aside.rename(VENV)
        raise
    if ours:
        print("Making .venv anew: it was unfinished, out of date or damaged.", flush=True)
        shutil.rmtree(str(aside), ignore_errors=True)
    elif aside:
        print("The .venv that was here is not the course's: it lies in {}, unchanged.".format(aside.name), flush=True)


def set_aside():
    """Give what is called .venv another name; return that, or None where nothing is called so."""
    if not os.path.lexists(str(VENV)):
        return None
    numbers = itertools.count(2)
    aside = VENV.with_name(".venv-old")
    while os.path.lexists(str(aside)):
        aside = VENV.with_name(".venv-old-{}".format(next(numbers)))
    try:
        VENV.rename(aside)
    except OSError as error:
        raise Stop(
            "Cannot move the old .venv aside ({}).\nClose JupyterLab and every terminal that uses it "
            "(`deactivate` leaves it), or move it elsewhere yourself; then try again.".format(error)
        ) from None
    return aside


@contextlib.contextmanager
def alone():
    """Hold a file lock, which ends with the process, so that two set-ups never work in one folder."""
    with (ROOT / ".venv.lock").open("a") as handle:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            raise Stop("Another course.py is setting up this folder. Wait until it is done, and try again.") from None
        yield


def install(uv, arguments):
    pip = [str(PYTHON)] + "-m pip --disable-pip-version-check install --no-input --progress-bar off".split()
    if uv:
        pip = [uv, "pip", "install", "--python", str(PYTHON)]
    run(pip + arguments, Progress(len(re.findall(r"(?m)^\S+==", LOCK.read_text(encoding="utf-8")))))


def run(command, progress=None):
    """Run a command quietly; where it fails, stop with its last lines and what to do about them."""
    tail = collections.deque(maxlen=12)
    process = subprocess.Popen(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
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
        remedies = (text for pattern, text in REMEDIES.items() if re.search(pattern, said))
        remedy = next(remedies, "The set-up did not finish. Try the same command again.")
        raise Stop(said + "\n\n" + textwrap.fill(" ".join(remedy.split()), 100))


class Progress:
    """Turns the installer's many lines into one that counts (on a terminal), or into a few."""

    def __init__(self, total):
        self.total, self.count, self.shown, self.width = total, 0, 0.0, 0

    def read(self, line):
        word = line.split(" ")[1] if line.count(" ") else ""
        if line.startswith("Ignoring "):  # pip: a package of another system
            self.total -= 1
        elif line.startswith("Collecting "):  # pip
            self.count += 1
            self.show("fetching {} of {}: {}".format(self.count, self.total, word.split("==")[0]))
        elif line.startswith("Downloading ") and "(" in line:  # uv: the large ones
            self.show("fetching {}".format(line[len("Downloading ") :]))
        elif line.startswith("WARNING: Retrying"):  # pip
            self.show("the package index does not answer; trying again")
        elif line.startswith(("Installing collected", "Prepared ")):
            self.show("unpacking (half a minute, on a slow disk more)", always=True)

    def show(self, text, always=False):
        if sys.stdout.isatty():
            print("\r  " + text.ljust(self.width)[:76], end="", flush=True)
            self.width = min(len(text), 76)
        elif always or time.time() - self.shown > 5:
            print("  " + text, flush=True)
            self.shown = time.time()

    def end(self):
        if self.width:
            print("\r" + " " * (self.width + 2) + "\r", end="", flush=True)


# --- verbs -------------------------------------------------------------------------------------


def lab(python, words):
    """Open JupyterLab on the start page; Ctrl+C ends it."""
    try:
        copied = copy_exercises(ROOT / "notebooks" / "exercises", ROOT / "work")
    except OSError as error:
        raise Stop(
            "{}\nThe course keeps your notebooks and your progress in the folder work, beside course.py, and may not\n"
            "write there. Copy the whole course into a folder of your own, and start it there.".format(error)
        ) from None
    if copied:
        print("New in work, where your own notebooks are: " + ", ".join(copied))
    prefix = Path(sys.prefix) if python == sys.executable else VENV
    runtime = tempfile.mkdtemp(prefix="course-lab-")
    environment = dict(os.environ, JUPYTER_RUNTIME_DIR=runtime)
    environment.setdefault("JUPYTER_TOKEN", secrets.token_hex(24))  # given, it keeps Jupyter from printing addresses
    if os.access(str(prefix), os.W_OK):  # another one has its own settings, and keeps workspaces in the home
        write_lab_settings(prefix / "share" / "jupyter" / "lab" / "settings" / "overrides.json")
        environment.setdefault("JUPYTERLAB_WORKSPACES_DIR", str(prefix / "var" / "jupyterlab-workspaces"))
    server = subprocess.Popen([python, "-m", "jupyterlab", *lab_options(), *words], cwd=str(ROOT), env=environment)
    try:
        announce(server, Path(runtime))
        return server.wait()
    except KeyboardInterrupt:
        print("\nJupyterLab is closing.", flush=True)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(3)  # Ctrl+C in a terminal has reached it too
        return 0
    finally:
        end(server)
        shutil.rmtree(runtime, ignore_errors=True)


def start_page():
    start = "notebooks/00_start.ipynb"
    return "/lab/tree/" + start if (ROOT / start).exists() else "/lab"


def lab_options():
    options = [
        "--log-level=ERROR",
        "--LabApp.log_level=ERROR",
        "--KernelManager.transport_encryption=auto",  # otherwise each kernel warns that it is not
        "--LanguageServerManager.autodetect=False",  # it would look for language servers with npm
        "--JupyterApp.answer_yes=True",  # Ctrl+C ends it without a question
        "--ServerApp.root_dir=" + str(ROOT),
        "--ServerApp.use_redirect_file=False",  # browsers from snap and flatpak may not read the file
        "--ServerApp.tornado_settings=" + repr({"websocket_max_message_size": LARGEST_MESSAGE}),
        "--LabApp.default_url=" + start_page(),
    ]
    if (ROOT / "course_server.py").exists():
        options.append("--ServerApp.kernel_websocket_connection_class=course_server.PromptConnection")
    options += ["--ContentsManager.hide_globs=" + name for name in HIDDEN]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")
    return options


def announce(server, runtime):
    """Print the address as soon as the server has written down where it listens."""
    print("JupyterLab is starting.", flush=True)
    while server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            with contextlib.suppress(ValueError, OSError):  # half written, or not listening yet
                info = json.loads(path.read_text(encoding="utf-8"))
                socket.create_connection((info["hostname"], info["port"]), 1).close()
                token = "?token=" + info["token"] if info["token"] else ""
                address = info["url"].rstrip("/") + start_page() + token
                print("\nThe course opens in your browser. If it does not, copy this address there:\n\n    " + address)
                print("\nCtrl+C in this window ends it.", flush=True)
                return
        time.sleep(0.1)


def end(process):
    """Give a process time to end by itself, then end it."""
    if process.poll() is None:
        process.terminate()
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def copy_exercises(source, work):
    """Copy the notebooks that are missing in `work`, never over a file; return their names."""
    work.mkdir(exist_ok=True)
    copied = []
    for original in sorted(source.glob("*.ipynb")):
        part = work / ".{}.{}.part".format(original.name, os.getpid())
        try:
            if not os.path.lexists(str(work / original.name)):
                shutil.copyfile(str(original), str(part))
                put_in_place(part, work / original.name)
                copied.append(original.name)
        except FileExistsError:
            pass  # it appeared meanwhile
        finally:
            if part.exists():
                part.unlink()
    return copied


def put_in_place(part, target):
    """Give a whole file its name in one step; raise FileExistsError where the name is taken."""
    try:
        os.link(str(part), str(target))
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(str(target)):
            raise FileExistsError(str(target)) from None
        os.rename(str(part), str(target))


def write_lab_settings(path):
    """Add the course's defaults to JupyterLab's settings inside the environment, not in the learner's home."""
    settings = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if any(settings.get(name) != values for name, values in LAB_SETTINGS.items()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(dict(settings, **LAB_SETTINGS), indent=2), encoding="utf-8")


def test(python, words):
    environment = dict(os.environ)
    if "--browser" in words:
        words = [word for word in words if word != "--browser"]
        environment["COURSE_BROWSER"] = "required"  # without a browser its tests fail; otherwise they are skipped
        if python == str(PYTHON):
            install(find_uv(), ["--only-binary", ":all:", "--require-hashes", "-r", str(BROWSER_LOCK)])
    return run_suites(python, [("chosen tests", words)] if words else SUITES, environment)


def check(python, words):
    quick = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests").glob("test_*.py"))
    return run_suites(python, [("quick tests", quick + words)], dict(os.environ))


def run_suites(python, suites, environment):
    """Run every suite, then print a line for each and the sum; return 1 where anything failed."""
    results = []
    with tempfile.TemporaryDirectory(prefix="course-test-") as folder:
        for number, (name, arguments) in enumerate(suites):
            report = Path(folder, "{}.xml".format(number))
            command = [python, "-m", "pytest", "--junitxml=" + str(report), *arguments]
            code = subprocess.call(command, cwd=str(ROOT), env=environment)
            results.append((name, count(report, code)))
    print()
    if len(results) > 1:
        print("\n".join("{}: {}".format(name, sentence(counts)) for name, counts in results))
    total = sum((counts for _, counts in results), collections.Counter())
    print(sentence(total))
    return 1 if total["failed"] else 0


def count(report, code):
    """Return how many tests passed, failed and were skipped, from pytest's own report."""
    counts = collections.Counter()
    if report.exists():
        for suite in ElementTree.parse(str(report)).getroot().iter("testsuite"):
            failed, skipped = int(suite.get("failures")) + int(suite.get("errors")), int(suite.get("skipped"))
            counts.update(failed=failed, skipped=skipped, passed=max(0, int(suite.get("tests")) - failed - skipped))
    if code and not counts["failed"]:
        counts["failed"] = 1  # pytest itself could not run, or found no test
    return counts


def sentence(counts):
    text = "{} passed, {} failed".format(counts["passed"], counts["failed"])
    return text + (", {} skipped".format(counts["skipped"]) if counts["skipped"] else "")


def build(python, words):
    return subprocess.call([python, str(Path("notebooks", "build.py")), *words], cwd=str(ROOT))


def collect(python, words):
    words = [os.path.abspath(word) if os.path.exists(word) else word for word in words]
    return subprocess.call([python, str(ROOT / "notebooks" / "collect.py"), *words])


def bench(python, words):
    script, words = ("sliders.py", words[1:]) if words[:1] == ["sliders"] else ("run.py", words)
    return subprocess.call([python, str(Path("benchmarks", script)), *words], cwd=str(ROOT))


VERBS = {"lab": lab, "test": test, "check": check, "build": build, "collect": collect, "bench": bench}

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that what was started here ends as well
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit("\n{}".format(stop))
    except KeyboardInterrupt:
        print("\nStopped. The same command begins where it has to.", file=sys.stderr)
        sys.exit(130)
