"""One notebook as it was handed in: the sources of its cells, and which exercises it is about."""

import collections
import contextlib
import dataclasses
import io
import re
import warnings

import jupytext
import nbformat

from . import exercises

CELLS, CHARACTERS = 2000, 2_000_000


class Unreadable(Exception):
    """What lies under this name is no notebook."""


@dataclasses.dataclass
class Notebook:
    """Code cells and the text around them; `note` is what a teacher should know of how it was read."""

    name: str
    cells: list
    text: str = ""
    note: str = ""
    chapters: list = None
    variant: int = None  # whose numbers it has: what it says, unless somebody knows better

    def __post_init__(self):
        self.code = "\n".join(self.cells)
        if self.variant is None:
            said = exercises.VARIANT.search(self.code)
            self.variant = max(int(said[1]), 1) if said else 1
        if self.chapters is None:
            self.chapters = self._chapters()

    def _chapters(self):
        """Return the chapters that it is about: by checks, else headings, else by its name and what it defines."""
        for ids in (exercises.mentioned(self.code), exercises.mentioned("", self.text)):
            if ids:
                return sorted({int(id.split(".")[0]) for id in ids})
        defined = set(re.findall(r"^(?:def\s+)?(\w+)\s*[=(]", self.code, re.MULTILINE))
        counted = collections.Counter(
            int(id.split(".")[0]) for id, name in exercises.names().items() if name in defined
        )
        named = re.search(r"(?:^|[^0-9])0([1-9])_", self.name)
        if named and int(named[1]) in counted:
            return [int(named[1])]
        return [chapter for chapter, _ in counted.most_common(1)]


def read(name, content):
    """Return the `Notebook` in the bytes of a file; raise `Unreadable` where there is none."""
    text, note = decoded(content)
    if not text.strip():
        raise Unreadable("is empty")
    try:
        with warnings.catch_warnings(), contextlib.redirect_stderr(io.StringIO()):
            warnings.simplefilter("ignore")
            found = jupytext.reads(text, fmt="py") if name.lower().endswith(".py") else nbformat.reads(text, 4)
        cells = [(cell["cell_type"], cell["source"]) for cell in found.cells]
        code = [source for kind, source in cells if kind == "code"]
        words = "\n".join(source for kind, source in cells if kind != "code")
    except RecursionError:
        raise Unreadable("cannot be read as a notebook") from None
    except Exception as error:  # nbformat raises all kinds for a file that somebody else damaged
        raise Unreadable(
            f"cannot be read as a notebook ({str(error).splitlines()[0][:100] if str(error) else ''})"
        ) from None
    if len(code) > CELLS or sum(map(len, code)) > CHARACTERS:
        raise Unreadable(f"is larger than any notebook of the course: {len(code)} cells")
    return Notebook(name, code, words, note)


def decoded(content):
    """Return the text of a file, and a note where it is not written in UTF-8."""
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    with contextlib.suppress(UnicodeDecodeError):
        return content.decode("utf-16" if wide else "utf-8-sig"), "is written in UTF-16, not in UTF-8" if wide else ""
    text = content.decode("cp1252", errors="replace")
    return text, "is not written in UTF-8: letters beyond ASCII may be wrong"
