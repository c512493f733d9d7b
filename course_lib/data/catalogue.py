"""The course's own pictures, each with its source and licence: `load("dice")`, and functions named after pictures."""

import difflib
import functools
import hashlib
import importlib.util
import tomllib
from pathlib import Path

from .reading import find

LACKING = (
    "{} comes with scikit-image, which is not installed here: install it (pip install scikit-image), or take another "
    "picture, such as data.load('dice')"
)


class Lacking(ValueError):
    """A picture comes with a package that is not installed here."""


def names():
    """Return the names that `load` takes, in alphabetical order.

    Returns
    -------
    list of str

    Examples
    --------
    >>> "dice" in names()
    True
    """
    return sorted(Path(file).stem for file, entry in _sources().items() if not file.endswith(".xml"))


def load(name):
    """Return one of the course's pictures as an array.

    Parameters
    ----------
    name : str
        One of `names()`, for example ``"dice"``.

    Returns
    -------
    ndarray
        uint8 of shape (rows, cols) or (rows, cols, 3), 0 to 255; bool of shape (rows, cols) for masks.

    Raises
    ------
    ValueError
        If the name is not listed in data/SOURCES.toml, or if the file is not the one that is listed there.

    Examples
    --------
    >>> load("dice").shape
    (480, 640, 3)
    """
    file = _file_of(name)
    array = find(_checked_path(file).read_bytes(), file, profiles=False).array
    return _as_mask(array) if _sources()[file].get("mask") else array


def path(name):
    """Return where the file of one of the course's pictures lies, for functions that read files themselves.

    Parameters
    ----------
    name : str
        As for `load`, and with its errors.

    Returns
    -------
    str

    Examples
    --------
    >>> Path(path("dice")).name
    'dice.jpg'
    """
    return str(_checked_path(_file_of(name)))


def credit(name):
    """Return who made a picture, where it comes from and what its licence is, in one sentence.

    Parameters
    ----------
    name : str
        One of `names()`; another one gives a ValueError that names the nearest, or all.

    Returns
    -------
    str

    Examples
    --------
    >>> print(credit("dice"))
    "Three dice on green cloth (rendered)" by this course. Licence: CC0-1.0. Source: rendered for this course.
    """
    entry = _sources()[_file_of(name)]
    return f'"{entry["title"]}" by {entry["author"]}. Licence: {entry["licence"]}. Source: {entry["source"]}.'


def faces(name):
    """Return where the faces of one of the course's pictures are, as boxes placed by eye.

    Parameters
    ----------
    name : str
        As for `credit`.

    Returns
    -------
    list of dict
        With r, c (upper left corner), width, height in pixels, as a detector gives them; empty for a picture
        whose faces nobody marked.

    Examples
    --------
    >>> len(faces("friends")), faces("night")[0]
    (8, {'r': 340, 'c': 158, 'width': 155, 'height': 155})
    """
    marked = _sources()[_file_of(name)].get("faces", [])
    return [{"r": row, "c": col, "width": side, "height": side} for col, row, side in marked]


def _as_mask(array):
    grey = array if array.ndim == 2 else array[..., 0]
    return grey > 127


@functools.cache
def _folder():
    library = Path(__file__).parents[1]
    inside = library / "pictures"  # an installed wheel carries them in the package
    return inside if inside.is_dir() else library.parent / "data"


@functools.cache
def _sources():
    return tomllib.loads((_folder() / "SOURCES.toml").read_text(encoding="utf-8"))


def _file_of(name):
    by_name = {Path(file).stem: file for file in _sources()}
    if not isinstance(name, str) or name not in by_name:
        close = difflib.get_close_matches(str(name), by_name, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"choose one of {', '.join(names())}."
        raise ValueError(f"the course has no picture named {name!r}; {hint} Your own file is read with data.read")
    return by_name[name]


def _checked_path(file):
    """Return where a listed file lies, once its content has proved to be what is listed."""
    entry = _sources()[file]
    folder = _folder_of_package(entry["package"], file) if "package" in entry else _folder()
    path = folder / file
    if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
        raise ValueError(f"{path} is missing or is not the listed picture; restore it (git checkout, or install again)")
    return path


def _folder_of_package(package, file):
    found = importlib.util.find_spec(package)  # without importing it, which would take a second
    if found is None:
        raise Lacking(LACKING.format(Path(file).stem))
    return Path(found.origin).parent / "data"


def lbp_frontal_face_cascade_filename():
    """Return the path of the face cascade that scikit-image ships.

    Returns
    -------
    str

    Examples
    --------
    >>> lbp_frontal_face_cascade_filename().endswith(".xml")
    True
    """
    return str(_checked_path("lbpcascade_frontalface_opencv.xml"))


def _named(name, shape):
    def picture():
        return load(name)

    picture.__name__ = picture.__qualname__ = name
    picture.__doc__ = f"""Return the picture {credit(name)}

    Returns
    -------
    ndarray of shape {shape}

    Examples
    --------
    >>> {name}().shape
    {shape}
    """
    return picture


astronaut = _named("astronaut", (512, 512, 3))
brick = _named("brick", (512, 512))
camera = _named("camera", (512, 512))
chelsea = cat = _named("chelsea", (300, 451, 3))
coffee = _named("coffee", (400, 600, 3))
coins = _named("coins", (303, 384))
horse = _named("horse", (328, 400))
moon = _named("moon", (512, 512))
page = _named("page", (191, 384))
retina = _named("retina", (1411, 1411, 3))
rocket = _named("rocket", (427, 640, 3))
text = _named("text", (172, 448))
