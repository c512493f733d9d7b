"""The notebooks in the learner's folder, where the course was installed as a package: `python -m course_lib start`."""

from pathlib import Path

FOLDER = "image-course"


def start(folder=FOLDER):
    """Copy the chapters and exercises into a folder, never over a file, and return what was done as text."""
    target, source = Path(folder).expanduser(), _source()
    chapters = copy_missing(source, target / "notebooks")
    solutions = copy_missing(source / "solutions", target / "notebooks" / "solutions")
    exercises = copy_missing(source / "exercises", target / "work")
    copied = len(chapters) + len(solutions) + len(exercises)
    there = sum(len([*place.glob("*.ipynb")]) for place in (source, source / "solutions", source / "exercises"))
    told = [f"{copied} notebooks were copied into {target}: chapters into notebooks, your exercises into work."]
    if copied < there:
        told.append(f"{there - copied} were there already, and stay as they are.")
    told.append(f"Open the folder, in VS Code for example, or with JupyterLab:\n\n    jupyter lab {_quoted(target)}\n")
    told.append("and begin with notebooks/00_start.ipynb. Where `jupyter lab` is not found: pip install jupyterlab")
    return "\n".join(told)


def copy_missing(source, target):
    """Copy the notebooks of a folder that are missing in another one, never over a file; return their names."""
    target.mkdir(parents=True, exist_ok=True)
    copied = []
    for original in sorted(source.glob("*.ipynb")):
        try:
            with (target / original.name).open("xb") as file:
                file.write(original.read_bytes())
        except FileExistsError:
            continue
        copied.append(original.name)
    return copied


def _source():
    """Return where the notebooks lie: in an installed wheel inside the package, else beside it."""
    library = Path(__file__).parent
    inside = library / "notebooks"
    return inside if inside.is_dir() else library.parent / "notebooks"


def _quoted(path):
    return f'"{path}"' if " " in str(path) else str(path)
