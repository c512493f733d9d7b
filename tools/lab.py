"""`course.py lab`: exercises are copied where they are missing, and JupyterLab opens on the start page."""

import contextlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .setup.places import ROOT
from .setup.stops import Stop

LAB_SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    # All cells stay on the page: otherwise it is blank for a second or more after a fast scroll
    "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
}
# Names that the file browser leaves out: what is left is notebooks, work, pictures, course_lib and README.md.
HIDDEN = (
    *("benchmarks", "dist", "docs", "requirements", "tests", "tools", "exercises", "source", "course.py"),
    *("__pycache__", "*.pyc", "*.lock", "CONTRIBUTING.md", "LICENSE", "environment.yml", "pyproject.toml"),
    "chapter?.toml",
)
LARGEST_MESSAGE = 200 * 2**20  # bytes from browser to kernel; Jupyter cuts the connection at 10 MiB, a photo is more


def main(words):
    """Open JupyterLab on the start page; Ctrl+C ends it."""
    fill_work()
    runtime = tempfile.mkdtemp(prefix="course-lab-")
    command = [sys.executable, "-m", "jupyterlab", *lab_options(), *words]
    server = subprocess.Popen(command, cwd=ROOT, env=environment(runtime))
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


def environment(runtime):
    """Return the variables for JupyterLab, and write the course's settings for it where they can be written."""
    prefix = Path(sys.prefix)
    variables = dict(os.environ, JUPYTER_RUNTIME_DIR=runtime)
    variables.setdefault("JUPYTER_TOKEN", secrets.token_hex(24))  # given, it keeps Jupyter from printing addresses
    if os.access(prefix, os.W_OK):  # another one has its own settings, and keeps workspaces in the home
        write_lab_settings(prefix / "share" / "jupyter" / "lab" / "settings" / "overrides.json")
        variables.setdefault("JUPYTERLAB_WORKSPACES_DIR", str(prefix / "var" / "jupyterlab-workspaces"))
    return variables


def start_page():
    """Return the address, on the server, of the page that opens first."""
    start = "notebooks/00_start.ipynb"
    return "/lab/tree/" + start if (ROOT / start).exists() else "/lab"


def lab_options(root=ROOT):
    """Return JupyterLab's options for the course that lies in the folder `root`."""
    options = [
        "--log-level=ERROR",
        "--LabApp.log_level=ERROR",
        "--KernelManager.transport_encryption=auto",  # otherwise each kernel warns that it is not
        "--LanguageServerManager.autodetect=False",  # it would look for language servers with npm
        "--JupyterApp.answer_yes=True",  # Ctrl+C ends it without a question
        f"--ServerApp.root_dir={root}",
        "--ServerApp.use_redirect_file=False",  # browsers from snap and flatpak may not read the file
        "--ServerApp.tornado_settings=" + repr({"websocket_max_message_size": LARGEST_MESSAGE}),
        "--ServerApp.kernel_websocket_connection_class=tools.server.PromptConnection",
        "--LabApp.default_url=" + start_page(),
        *("--ContentsManager.hide_globs=" + name for name in HIDDEN),
    ]
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


def fill_work():
    """Put the learner's own copies of the exercises into work/, or stop where it cannot be written to."""
    try:
        copied = copy_exercises(ROOT / "notebooks" / "exercises", ROOT / "work")
    except OSError as error:
        raise Stop(
            f"{error}\nThe course keeps your notebooks and your progress in the folder work, beside course.py, and may "
            "not\nwrite there. Copy the whole course into a folder of your own, and start it there."
        ) from None
    if copied:
        print("New in work, where your own notebooks are: " + ", ".join(copied))


def copy_exercises(source, work):
    """Copy the notebooks that are missing in `work`, never over a file; return their names."""
    work.mkdir(exist_ok=True)
    copied = []
    for original in sorted(source.glob("*.ipynb")):
        part = work / f".{original.name}.{os.getpid()}.part"
        try:
            if not os.path.lexists(work / original.name):
                shutil.copyfile(original, part)
                put_in_place(part, work / original.name)
                copied.append(original.name)
        except FileExistsError:
            pass  # it appeared meanwhile
        finally:
            part.unlink(missing_ok=True)
    return copied


def put_in_place(part, target):
    """Give a whole file its name in one step; raise FileExistsError where the name is taken."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without hard links
        if os.path.lexists(target):
            raise FileExistsError(str(target)) from None
        os.rename(part, target)


def write_lab_settings(path):
    """Add the course's defaults to JupyterLab's settings inside the environment, not in the learner's home."""
    settings = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if any(settings.get(name) != values for name, values in LAB_SETTINGS.items()):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(settings | LAB_SETTINGS, indent=2), encoding="utf-8")
