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

from .server import config_path, start_page
from .setup import work
from .setup.places import ROOT
from .setup.stops import Stop


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
    """Return the variables for JupyterLab: where the course's settings lie, and what it keeps."""
    prefix = Path(sys.prefix)
    variables = dict(os.environ, JUPYTER_RUNTIME_DIR=runtime, JUPYTER_CONFIG_PATH=config_path())
    variables.setdefault("JUPYTER_TOKEN", secrets.token_hex(24))  # given, it keeps Jupyter from printing addresses
    if os.access(prefix, os.W_OK):  # another one keeps workspaces in the home
        variables.setdefault("JUPYTERLAB_WORKSPACES_DIR", str(prefix / "var" / "jupyterlab-workspaces"))
    return variables


def lab_options(root=ROOT):
    """Return JupyterLab's options for the course that lies in the folder `root`."""
    options = [
        "--log-level=ERROR",
        "--LabApp.log_level=ERROR",
        "--KernelManager.transport_encryption=auto",  # otherwise each kernel warns that it is not
        "--JupyterApp.answer_yes=True",  # Ctrl+C ends it without a question
        f"--ServerApp.root_dir={root}",
        "--ServerApp.use_redirect_file=False",  # browsers from snap and flatpak may not read the file
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
        lines = work.fill()
    except OSError as error:
        raise Stop(
            f"{error}\nThe course keeps your notebooks and your progress in the folder work, beside course.py, and may "
            "not\nwrite there. Copy the whole course into a folder of your own, and start it there."
        ) from None
    print("".join(line + "\n" for line in lines), end="")
