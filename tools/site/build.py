"""`course.py site`: makes the site in dist/site, from the notebooks as they are committed; nothing is run."""

import argparse
import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

from .. import syllabus
from ..setup import installer, places, pythons
from ..setup.places import ROOT
from ..setup.stops import Stop
from . import api
from .notebooks import as_page
from .places import placed, repository, site_path

FOLDER = ROOT / "dist" / "site"
NEEDED = ("sphinx", "myst_nb", "pydata_sphinx_theme", "latex2mathml", "jupyterlite_core", "jupyterlite_pyodide_kernel")
# The pages of docs/ that say themselves where they stand; any other finds its place by its name
OURS = {
    f"docs/{name}.md"
    for name in ("index", "lessons", "exercises", "solutions", "reference", "teachers", "browser", "not-tried")
}
NOTEBOOKS = ("*.ipynb", "exercises/*.ipynb", "solutions/*.ipynb")


def main(words):
    """Make the site, and say where it is."""
    options = read(words)
    install()
    started = time.time()
    build(options.to, options.pyodide, options.lab)
    size = sum(path.stat().st_size for path in options.to.rglob("*") if path.is_file())
    print(f"\nThe site is in {options.to} ({size / 1e6:.0f} MB, made in {time.time() - started:.0f} seconds).")
    print(f"To look at it: {sys.executable} -m http.server --directory {options.to}")


def read(words):
    """Return the options that the words after the verb give."""
    parser = argparse.ArgumentParser(prog="course.py site", add_help=False)
    parser.add_argument("--pyodide", type=Path)
    parser.add_argument("--no-lab", dest="lab", action="store_false")
    parser.add_argument("--to", type=Path, default=FOLDER)
    options = parser.parse_args(words)
    options.to = options.to.resolve()
    if options.pyodide and not (options.pyodide / "pyodide.mjs").is_file():
        raise Stop(f"{options.pyodide} does not hold Pyodide: there is no pyodide.mjs in it.")
    if options.to.exists() and any(options.to.iterdir()) and not (options.to / "objects.inv").is_file():
        raise Stop(f"{options.to} holds something else than a site: name an empty folder after --to.")
    return options


def install():
    """Install what makes the site where that is missing; with --here, say what is."""
    if Path(sys.prefix) == places.VENV:
        installer.install(
            pythons.find_uv(), ["--only-binary", ":all:", "--require-hashes", "-r", str(places.SITE_LOCK)]
        )
    lacking = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if lacking:
        lock = places.SITE_LOCK.relative_to(ROOT)
        raise Stop(f"This Python lacks {', '.join(lacking)}. Install them: {sys.executable} -m pip install -r {lock}")


def build(folder, pyodide=None, lab=True):
    """Make the site anew in a folder; an old one stays until the new one is whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".site-", dir=folder.parent, ignore_cleanup_errors=True) as scratch:
        source, made = Path(scratch, "source"), Path(scratch, "site")
        write_pages(source, lab)
        run_sphinx(source, made)
        if lab:
            from . import lite

            lite.build(made / "lite", Path(scratch), pyodide)
        with contextlib.suppress(FileNotFoundError):
            shutil.rmtree(folder)
        made.replace(folder)


def write_pages(source, lab=True):
    """Write what Sphinx reads: the notebooks as pages, docs/, and the library's pages."""
    ours = ROOT / "notebooks"
    notebooks = {str(path.relative_to(ROOT).as_posix()): path for glob in NOTEBOOKS for path in sorted(ours.glob(glob))}
    docs = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "docs").rglob("*.md"))}
    library = api.pages()
    on_site = {*notebooks, *docs, *("docs/" + name for name in library)}
    address = repository()
    for name, path in notebooks.items():
        notebook = nbformat.read(path, as_version=4)
        as_page(notebook, name, on_site, address, lab)
        write(source / name, nbformat.writes(notebook))
    shutil.copytree(ROOT / "docs", source, dirs_exist_ok=True)
    for name, path in docs.items():
        text = listed(path.read_text(encoding="utf-8"), docs)
        write(source / site_path(name), placed(text, name, on_site, address))
    for name, text in library.items():
        write(source / name, text)


def listed(text, docs):
    """Return a page of docs/ with those pages in its lists that no list names: a teacher's guide, and others."""
    rest = sorted(site_path(path).removesuffix(".md") for path in docs.keys() - OURS)
    chapters = {f"guide_{entry['id']}": number for number, entry in enumerate(syllabus.lessons(), 1)}
    guides = [name for name in rest if name.startswith(("guide", "teacher"))]
    guides.sort(key=lambda name: chapters.get(name, 0))  # the others before them
    others = [name for name in rest if name not in guides]
    return text.replace("{teachers}", "\n".join(guides)).replace("{others}", "\n".join(others))


def write(path, text):
    """Write a file, and the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def run_sphinx(source, made):
    """Let Sphinx make the pages; its warnings are errors."""
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-j", "auto"]
    doctrees = made.with_name("doctrees")
    command += ["-c", str(Path(__file__).parent), "-d", str(doctrees), str(source), str(made)]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }
    if subprocess.call(command, cwd=ROOT, env=environment):
        raise Stop("The site was not made: what is wrong with its pages stands above.")
    for name in (".buildinfo", ".doctrees"):
        with contextlib.suppress(OSError):
            (made / name).unlink()
