"""What a folder of hand-ins holds: whose file is which, whatever the system was that it was downloaded from.

    anna/01_intro.ipynb                                         a folder for each learner
    anna.ipynb, anna.zip                                        or one file
    Anna Müller_12345_assignsubmission_file_/01_intro.ipynb     Moodle, in folders or flat
    muelleranna_LATE_12345_67890_01_intro.ipynb                 Canvas

Zips are looked into wherever they lie; nothing is unpacked onto the disk.
"""

import contextlib
import dataclasses
import functools
import io
import re
import unicodedata
import zipfile
from pathlib import PurePosixPath

MOODLE = re.compile(r"(.+?)_(\d+)_assignsubmission_(?:file|onlinetext)_?(.*)")
CANVAS = re.compile(r"([^\W\d_]+)(?:_LATE)?_(\d+)_(\d+)_(.+)")
IGNORED = {".ipynb_checkpoints", "__MACOSX", "__pycache__", ".git", ".venv", "node_modules"}
LARGEST, MANY, DEPTH = 48 * 2**20, 5000, 3  # bytes of a file, files, and zips in zips
NOTEBOOKS = (".ipynb", ".py")


@dataclasses.dataclass
class File:
    """One file: its path within what the learner handed in, and a function that returns its bytes."""

    path: PurePosixPath
    read: object
    size: int


@dataclasses.dataclass
class HandIn:
    """All that one learner handed in; `notes` name what could not be read."""

    learner: str
    number: str = ""  # the system's, where the name tells it
    files: list = dataclasses.field(default_factory=list)
    notes: list = dataclasses.field(default_factory=list)


def handed_in(folder):
    """Return the hand-ins of a folder or a zip, sorted by name."""
    found = {}
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_dir() and not ignored(path.name):
                entry(found, (path.name,))
    for parts, size, read in walk(folder, ()):
        theirs, rest = entry(found, parts)
        if isinstance(read, str):
            theirs.notes.append(f"{'/'.join(rest) or parts[-1]} {read}")
        else:
            theirs.files.append(File(PurePosixPath(*rest), read, size))
    return sorted(found.values(), key=lambda one: one.learner.casefold())


def entry(found, parts):
    """Return whose a file is, and its path in what they handed in."""
    learner, number, rest = owner(parts)
    key = number or unicodedata.normalize("NFC", learner)
    shown = "".join(sign if sign.isprintable() else "?" for sign in learner)
    return found.setdefault(key, HandIn(shown, number)), rest


def owner(parts):
    """Return (learner, number, rest of the path).

    >>> owner(("Anna Müller_123_assignsubmission_file_", "01_intro.ipynb"))
    ('Anna Müller', '123', ('01_intro.ipynb',))
    >>> owner(("Anna Müller_123_assignsubmission_file_01_intro.ipynb",))
    ('Anna Müller', '123', ('01_intro.ipynb',))
    >>> owner(("muelleranna_LATE_123_678_01_intro.ipynb",)), owner(("anna.ipynb",)), owner(("anna", "a", "b.ipynb"))
    (('muelleranna', '123', ('01_intro.ipynb',)), ('anna', '', ('anna.ipynb',)), ('anna', '', ('a', 'b.ipynb')))
    """
    parts = tuple(unicodedata.normalize("NFC", part) for part in parts)
    for i, part in enumerate(parts):
        if match := MOODLE.fullmatch(part):
            name, number, file = match.groups()
            return name, number, (*((file,) if file else ()), *parts[i + 1 :])
    for i, part in enumerate(parts):
        if match := CANVAS.fullmatch(part):
            name, number, _, file = match.groups()
            return name, number, (file, *parts[i + 1 :])
    first = PurePosixPath(parts[0])
    single = len(parts) == 1 and first.suffix in (*NOTEBOOKS, ".zip")
    learner = first.stem if single or first.suffix == ".zip" else parts[0]
    return learner, "", parts if len(parts) == 1 else parts[1:]


def ignored(name):
    return name in IGNORED or name.startswith("._") or (name.startswith(".") and name not in (".", ".."))


def walk(place, parts):
    """Yield (parts of the path, size, function that reads the bytes) of each file; or (…, words on why not)."""
    if place.is_file():
        yield from of_file(place, parts)
        return
    for path in sorted(place.iterdir()):
        if ignored(path.name) or path.is_symlink():
            continue
        if path.is_dir():
            yield from walk(path, (*parts, path.name))
        else:
            yield from of_file(path, (*parts, path.name))


def of_file(path, parts):
    if path.suffix.lower() == ".zip":
        yield from of_zip(path, parts, DEPTH)
    elif path.stat().st_size > LARGEST:
        yield parts, 0, "is larger than any notebook, and was left out"
    else:
        yield parts, path.stat().st_size, path.read_bytes


def of_zip(source, parts, depth):
    """Yield the files of a zip; where it holds a class and lies alone, it is no learner's name."""
    try:
        with zipfile.ZipFile(source if not callable(source) else io.BytesIO(source())) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()][: MANY + 1]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        yield parts, 0, "is no zip that can be read"
        return
    if len(members) > MANY or not depth:
        yield parts, 0, "holds too many files, or zips in zips"
        return
    named = [(clean(member), member) for member in members]
    named = [(names, member) for names, member in named if names and not any(map(ignored, names))]
    inner = () if of_class([names for names, _ in named]) and len(parts) <= 1 else parts
    for names, member in named:
        read = functools.partial(read_member, source, member.filename, member.file_size)
        whole = (*inner, *names)
        if member.file_size > LARGEST:
            yield whole, 0, "is larger than any notebook, and was left out"
        elif names[-1].lower().endswith(".zip"):
            yield from of_zip(read, whole, depth - 1)
        else:
            yield whole, member.file_size, read


def clean(member):
    """Return the parts of a name in a zip; those that lead elsewhere are left out."""
    name = member.filename
    if not member.flag_bits & 0x800:  # written without the mark of UTF-8, which some do all the same
        with contextlib.suppress(UnicodeDecodeError, UnicodeEncodeError):
            name = name.encode("cp437").decode("utf-8")
    return tuple(part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..") and ":" not in part)


def of_class(paths):
    """Tell whether these are the files of several learners."""
    systems = any(MOODLE.fullmatch(names[0]) or CANVAS.fullmatch(names[0]) for names in paths)
    folders = {names[0] for names in paths if len(names) > 1 and names[-1].endswith(".ipynb")}
    flat = any(len(names) == 1 and names[0].endswith(NOTEBOOKS) for names in paths)
    return systems or (len(folders) > 1 and not flat and not folders & {"work", "notebooks"})


def read_member(source, name, size):
    """Return the bytes of a file in a zip, and never more than it says that it has."""
    with (
        zipfile.ZipFile(source if not callable(source) else io.BytesIO(source())) as archive,
        archive.open(name) as file,
    ):
        return file.read(size)
