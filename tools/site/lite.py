"""JupyterLite, the lab that runs in the browser, with the course in it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from ..setup.places import ROOT
from ..setup.stops import Stop
from . import lock, wheels

SETTINGS = ROOT / "tools" / "jupyter" / "labconfig" / "default_setting_overrides.json"  # as in the lab at home
EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@jupyterlite/pyodide-kernel-extension", "anywidget")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
MARK = "# The folder work/ lies beside this file. It holds what you write, and nothing else changes it.\n"


def build(folder, scratch, pyodide=None):
    """Make JupyterLite in a folder.

    Parameters
    ----------
    folder : Path
    scratch : Path
        A folder for what is needed on the way.
    pyodide : Path, optional
        Holds Pyodide, to be served from the site; without it, the browser takes Pyodide from its usual address.
    """
    home, contents = scratch / "lite", scratch / "contents"
    home.mkdir()
    fill(contents)
    shutil.copyfile(SETTINGS, home / "overrides.json")
    write(home / "jupyter-lite.json", application(put_python(scratch / "python", pyodide)))
    write(home / "jupyter_lite_config.json", {"LiteBuildConfig": options(home, contents, folder, scratch / "cache")})
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    run = subprocess.run(command, cwd=home, capture_output=True, text=True, errors="replace")
    if run.returncode or not (folder / "lab" / "index.html").is_file():
        raise Stop(f"JupyterLite was not made:\n{(run.stdout + run.stderr)[-3000:]}")
    (scratch / "python").replace(folder / "python")  # only now: the folder is emptied first


def write(path, table):
    """Write a file of settings."""
    path.write_text(json.dumps(table), encoding="utf-8")


def application(kernel):
    """Return the settings of the page that the lab is, with those of its kernel."""
    settings = {
        "appName": "Image Processing in Python",
        "exposeAppInBrowser": True,  # for `tools.site.try_lite`
        "litePluginSettings": {KERNEL: kernel},
    }
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": settings}


def options(home, contents, folder, cache):
    """Return what JupyterLite's own build is told."""
    extensions = Path(sys.prefix, "share", "jupyter", "labextensions")
    return {
        "apps": ["lab"],
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(extensions / name) for name in EXTENSIONS],
        "contents": [str(contents)],
        "settings_overrides": [str(home / "overrides.json")],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "no_libarchive": True,
        "output_dir": str(folder),
        "lite_dir": str(home),
        "cache_dir": str(cache),
    }


def fill(contents):
    """Lay out what the lab's file browser shows, as the project has it: lessons, and exercises in work/."""
    ours = ROOT / "notebooks"
    for path in [*ours.glob("*.ipynb"), *ours.glob("solutions/*.ipynb"), *ours.glob("exercises/*.ipynb")]:
        inner = path.relative_to(ROOT).as_posix().replace("notebooks/exercises/", "work/")
        (contents / inner).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, contents / inner)
    (contents / "course.py").write_text(MARK, encoding="utf-8")  # course_lib finds work/ by this name


def put_python(folder, pyodide=None):
    """Put the course's wheels and a lock that names them into a folder; return the kernel's settings."""
    folder.mkdir(parents=True)
    made = {lock.COURSE: wheels.course(folder)}
    made |= {name: wheels.installed(name, folder) for name in lock.DEPENDS if name != lock.COURSE}
    source = (pyodide or ROOT / "requirements") / "pyodide-lock.json"
    whole = lock.patched(json.loads(source.read_text(encoding="utf-8")), made, "" if pyodide else lock.CDN)
    if pyodide:
        whole = copy_pyodide(whole, made, pyodide, folder)
    (folder / "pyodide-lock.json").write_text(json.dumps(whole), encoding="utf-8")
    return {
        "pyodideUrl": "./python/pyodide.mjs" if pyodide else lock.CDN + "pyodide.mjs",
        "loadPyodideOptions": {"lockFileURL": "./python/pyodide-lock.json"},
        "disablePyPIFallback": bool(pyodide),
    }


def copy_pyodide(whole, made, pyodide, folder):
    """Copy Pyodide's core and what the course loads; return the lock of what is there now."""
    wanted = lock.needed(whole, [*lock.DEPENDS, *lock.KERNEL])
    files = {name: whole["packages"][name]["file_name"] for name in wanted - set(made) if name in whole["packages"]}
    for file in CORE:
        shutil.copyfile(pyodide / file, folder / file)
    for file in files.values():
        if (pyodide / file).is_file():
            shutil.copyfile(pyodide / file, folder / file)
    lacking = sorted(name for name, file in files.items() if not (folder / file).is_file())
    if lacking:
        print(f"{pyodide} lacks {', '.join(lacking)}: no lesson runs without them. It needs the whole of Pyodide.")
    return lock.reduced(whole, wanted)
