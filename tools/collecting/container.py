"""A container in which a notebook is run, for machines that have Docker or Podman and nothing else that isolates.

The image is made once, where there is a network:

    docker build -t image-course-collect -f tools/collecting/Containerfile .
"""

import os
import shutil
import subprocess
from pathlib import Path

IMAGE = "image-course-collect"
TOOLS = "docker", "podman"
LIMITS = "--memory", "2g", "--memory-swap", "2g", "--pids-limit", "64", "--cpus", "1"


def tool():
    """Return which program there is that has the image, or None."""
    return next((name for name in TOOLS if shutil.which(name) and says_yes(name, "image", "inspect", IMAGE)), None)


def says_yes(*command):
    try:
        return subprocess.run(command, capture_output=True, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):  # no daemon that answers
        return False


def name(scratch):
    return f"image-course-{Path(scratch).name}"


def run(program, stage, scratch, space, environment, words):
    """Return the command that runs `python WORDS` in a container: no network, nothing to write to but `scratch`."""
    command = [program, "run", "--rm", "-i", "--init", "--name", name(scratch), "--network", "none", "--read-only"]
    command += ["--cap-drop", "ALL", "--security-opt", "no-new-privileges", *LIMITS, *whose(program)]
    command += ["--tmpfs", f"{scratch}:rw,size={space},mode=1777", "--volume", f"{stage}:{stage}:ro"]
    for variable, value in environment.items():
        command += ["--env", f"{variable}={value}"]
    return [*command, "--workdir", scratch, IMAGE, "python3", *words]


def whose(program):
    """Return the words for a process that has the teacher's number, which may read what the teacher laid ready."""
    if not hasattr(os, "getuid"):
        return []
    return ["--user", f"{os.getuid()}:{os.getgid()}", *(["--userns", "keep-id"] if program == "podman" else [])]


def outside():
    """Return what the program itself needs of this machine's environment: where its daemon is."""
    kept = "PATH", "HOME", "XDG_RUNTIME_DIR", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "CONTAINER_HOST"
    return {variable: os.environ[variable] for variable in kept if variable in os.environ}


def end(program, scratch):
    """End the container: it does not go with the program that started it."""
    says_yes(program, "kill", name(scratch))
