"""What a learner calls: look, check, hint, target and progress; and the verdict behind check."""

import dataclasses
import difflib
import html
import itertools

from IPython.display import display

from ..data.catalogue import Lacking
from ..show import show_images
from . import store
from .answers import NotYet, Wrong, call, unwritten
from .catalogue import EXERCISES, of_variant
from .handing import said, same_random_numbers_after
from .judging import judge
from .looking import shown
from .prints import listening
from .stopped import interrupted
from .views import Pictures

PRINTED = "What your function printed:"


@dataclasses.dataclass(frozen=True)
class Verdict:
    """What a check says of an answer: right, wrong or not yet, in a sentence, with pictures where they help."""

    id: str
    state: str
    sentence: str
    pictures: dict = dataclasses.field(default_factory=dict)
    printed: str | None = None  # what the function printed: its first lines
    by: str = ""  # what found the mistake: "slip", "rule", "place" or "error"; see answers.Wrong

    MARKS = {"right": ("✓", "#009e73"), "wrong": ("✗", "#d55e00"), "not yet": ("…", "#8c8c8c")}  # noqa: RUF012

    def __str__(self):
        printed = f"\n{PRINTED}\n{self.printed}" if self.printed else ""
        return f"{self.MARKS[self.state][0]} {self.id} {self.state}: {self.sentence}{printed}"

    def _repr_mimebundle_(self, **_):
        mark, color = self.MARKS[self.state]
        text = f"<b>{mark} {html.escape(self.id)} {self.state}:</b> {html.escape(self.sentence)}"
        if self.printed:
            lines = f'<pre style="margin:4px 0 0;white-space:pre-wrap;color:inherit">{html.escape(self.printed)}</pre>'
            text += f'<div style="margin-top:6px">{PRINTED}</div>{lines}'
        bar = f"border-left:4px solid {color};padding:4px 10px;margin:2px 0;overflow-wrap:anywhere"
        return {"text/plain": str(self), "text/html": f'<div style="{bar}">{text}</div>'}


_group = [1]


def variant(number):
    """Ask in `check`, `look` and `hint` for the numbers of a group; 1 is the course's own."""
    if type(number) is not int or number < 1:
        raise ValueError(f"a group has a number from 1 on, as in variant(2); got {number!r}")
    _group[0] = number


def verdict(id, answer, group=None):
    """Return the `Verdict` on an answer, without showing or keeping it."""
    asked = _find(id, group)
    with listening() as heard, same_random_numbers_after():
        try:
            found = _judged(asked, answer)
        except KeyboardInterrupt as stop:
            raise KeyboardInterrupt(interrupted(id, stop, call)) from None
    if found.printed is None:
        found = dataclasses.replace(
            found, printed=heard[-1] if heard and found.state != "right" else "".join(heard[:1])
        )
    return found


def _judged(asked, answer):
    """Return the `Verdict`, whatever the answer is or does; only Ctrl+C comes through."""
    try:
        if unwritten(answer):
            raise NotYet("nothing is written here yet. Fill in the cell above, run it, and run this one again.")
        more = judge(asked, answer) or ""
    except (NotYet, Lacking) as reason:
        return Verdict(asked.id, "not yet", str(reason))
    except Wrong as reason:
        return Verdict(asked.id, "wrong", str(reason), reason.pictures, reason.printed, reason.by)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        # what came back is of a kind that the judge cannot even compare
        told = f"what came back cannot be judged ({said(error)}): is it the kind of thing that was asked for?"
        return Verdict(asked.id, "wrong", told)
    return Verdict(asked.id, "right", f"{more} {asked.praise}".strip())


def check(id, answer):
    """Say whether an answer is right, what to think about if it is not, and keep what is done.

    Parameters
    ----------
    id : str
        The exercise, for example ``"1.2"``.
    answer : function or value
        What the exercise asks for: the function itself, or the value.
    """
    found = verdict(id, answer)
    display(found)
    if pictures := Pictures(found.pictures):
        display(pictures)
    if found.state == "right":
        note = store.keep(id)
        if note:
            print(note)


def require(id, answer):
    """Raise `AssertionError` with what the check says, unless an answer is right: for nbgrader's hidden tests."""
    found = verdict(id, answer)
    if found.state != "right":
        raise AssertionError(str(found))


_hints_given = {}


def hint(id):
    """Show one more hint for an exercise each time it is called; there are three."""
    asked = _find(id)
    given = _hints_given[id] = min(_hints_given.get(id, 0) + 1, 3)
    for number, text in enumerate(asked.hints[:given], 1):
        print(f"hint {number} of 3: {text}")
    if given == 3:
        print("These are all. The solutions lie in notebooks/solutions.")


def look(id, answer):
    """Show what an answer gives for the exercise's first case, without judging it.

    Parameters
    ----------
    id : str
        The exercise, for example ``"1.2"``.
    answer : function or value
        What the exercise asks for. Where a function stops, Python's own message says in which line.
    """
    asked = _find(id)
    if unwritten(answer):
        print("nothing is written here yet. Fill in the cell above, run it, and run this one again.")
    else:
        shown(asked, answer)


def target(id):
    """Show the picture that an exercise asks for."""
    asked = _find(id)
    if asked.target is None:
        raise ValueError(f"exercise {id} has no picture to aim at; check({id!r}, …) tells what it expects")
    show_images({"what to aim at": asked.target()}, cols=1)


def progress(chapter=None):
    """Show how far you are: a line for each chapter and what comes next, or the exercises of one chapter.

    Parameters
    ----------
    chapter : int, optional
        List the exercises of this chapter alone.
    """
    done, note = store.load()
    if note:
        print(note)
    ids = sorted(EXERCISES, key=_numbers)
    chapters = sorted({_numbers(id)[0] for id in ids})
    if chapter is not None and chapter not in chapters:
        raise ValueError(f"there is no chapter {chapter!r} with exercises; there are {', '.join(map(str, chapters))}")
    listed = [id for id in ids if chapter in (None, _numbers(id)[0])]
    for number, group in itertools.groupby(listed, lambda id: _numbers(id)[0]):
        bar = "".join("■" if id in done else "·" for id in group)
        print(f"Chapter {number}: {bar.count('■'):2} of {len(bar)} exercises done  {bar}")
    if chapter is not None:
        for id in listed:
            print(f"  {'✓' if id in done else '·'} {id:5} {EXERCISES[id].title}")
    coming = next((id for id in listed if id not in done), None)
    print(f"Next: {coming} {EXERCISES[coming].title}" if coming else "All of them are done.")


def _numbers(id):
    """Return (chapter, number) of an exercise."""
    return tuple(map(int, id.split(".")))


def _find(id, group=None):
    if not isinstance(id, str):
        raise ValueError(f'an exercise is named in quotes, as in hint("{id}")')
    if id not in EXERCISES:
        close = difflib.get_close_matches(str(id), EXERCISES, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"there are {', '.join(sorted(EXERCISES, key=_numbers))}."
        raise ValueError(f"there is no exercise {id!r}; {hint}")
    return of_variant(group or _group[0])[id]
