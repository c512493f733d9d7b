"""The learner's own folder, work/, and the pictures in it: a copy of each picture that an explorer was given."""

import itertools
import os
import re
from pathlib import Path

PICTURES = "pictures"
_MARKS = ("course.py", "notebooks/00_start.ipynb")  # of the course's folder; `start` makes one without course.py
_LONGEST = 80  # letters of a file's name, without its ending


def folder():
    """Return the learner's folder: work/ in the folder of the course, or work/ here where there is none."""
    if os.environ.get("COURSE_WORK"):
        return Path(os.environ["COURSE_WORK"])
    start = here()
    root = next((f for f in (start, *start.parents) if any((f / mark).is_file() for mark in _MARKS)), start)
    return root / "work"


def here():
    """Return the folder that the code runs in; raise OSError with what to do where it is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise OSError("the folder of this notebook was deleted; save the notebook in another one") from None


def keep_picture(content, name):
    """Put a copy of a picture into work/pictures, beside what is there already, and return where it lies.

    A file of that name with other content stays as it is: the new one gets a number.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    pictures = folder() / PICTURES
    pictures.mkdir(parents=True, exist_ok=True)
    wanted = Path(file_name(name))
    for number in itertools.count(1):
        path = pictures / (wanted.name if number == 1 else f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            with path.open("xb") as file:
                file.write(content)
        except FileExistsError:
            if path.is_file() and path.read_bytes() == content:
                return path
        else:
            return path


def file_name(name):
    """Return a name under which every system keeps a file.

    Examples
    --------
    >>> file_name("../my: picture?.png"), file_name(".."), file_name("con.jpg")
    ('my_ picture_.png', 'picture', 'con_.jpg')
    """
    plain = re.sub(r'[<>:"|?*\x00-\x1f\x7f]', "_", re.split(r"[/\\]", name)[-1]).strip(" .")
    stem, dot, ending = plain.rpartition(".") if "." in plain else (plain, "", "")
    if re.fullmatch(r"con|prn|aux|nul|(com|lpt)\d", stem, re.IGNORECASE):
        stem += "_"
    return f"{stem[:_LONGEST]}{dot}{ending[:10]}" or "picture"


def path_from_here(path):
    """Return how code names a file: from the folder that it runs in, where that is near, else from the root."""
    try:
        near = os.path.relpath(path)
    except (ValueError, OSError):  # another drive of Windows, or a folder that is gone
        return Path(path).absolute().as_posix()
    return Path(near if near.count("..") <= 2 else Path(path).absolute()).as_posix()
