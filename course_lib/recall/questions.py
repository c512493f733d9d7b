"""The questions, three or more for each topic of the syllabus, in one file a chapter: `chapter1.toml` and so on.

A question has four choices, or asks for a number::

    [[question]]
    topic = "brightness"
    ask = "A `uint8` pixel of 200 becomes brighter by 100. What does it hold?"
    right = ["44", "300 is 256 too much for eight bits, and 44 is left."]
    wrong = [
        ["255", "That would be clipping. NumPy clips nothing by itself: it counts on from 0."],
        ...
    ]

    [[question]]
    topic = "pixels"
    ask = "How many numbers hold a colour picture of 10 rows and 20 columns?"
    number = 600
    code = "10 * 20 * 3"                # a test computes it
    because = "Three for each of the 200 pixels."
    near = [[200, "That is one for each pixel; a colour needs three."]]
    otherwise = "Rows times columns are pixels. How many numbers has each?"

`placement = true` puts a question into the test of the start page.
"""

import dataclasses
import functools
import tomllib
from pathlib import Path

HERE = Path(__file__).parent


@dataclasses.dataclass(frozen=True)
class Question:
    """One question: what is asked, and a sentence for whatever is answered."""

    id: str
    chapter: int
    topic: str
    ask: str
    right: tuple[str, str] = ()
    wrong: tuple = ()
    number: float | None = None
    within: float = 0
    code: str = ""
    because: str = ""
    near: tuple = ()
    otherwise: str = ""
    placement: bool = False

    def choices(self):
        """Return the texts to choose from; the right one's place follows from its letters."""
        texts = [text for text, _ in self.wrong]
        place = sum(map(ord, self.ask)) % (len(texts) + 1)
        return [*texts[:place], self.right[0], *texts[place:]]

    def judged(self, given):
        """Return (whether it is right, the sentence for it).

        >>> question = Question("a.1", 1, "a", "1 + 1?", number=2, because="Two.", near=((3, "One too many."),))
        >>> question.judged(2), question.judged(3)
        ((True, 'Two.'), (False, 'One too many.'))
        """
        if self.number is None:
            return (True, self.right[1]) if given == self.right[0] else (False, dict(self.wrong)[given])
        if abs(given - self.number) <= self.within:
            return True, self.because
        return False, next((told for value, told in self.near if abs(given - value) <= self.within), self.otherwise)

    @property
    def answer(self):
        """What is right, as text."""
        return self.right[0] if self.number is None else f"{self.number:g}"


@functools.cache
def questions():
    """Return all questions, by chapter and in the order of their files."""
    return tuple(question for path in sorted(HERE.glob("chapter*.toml")) for question in _read(path))


def _read(path):
    chapter, counted = int(path.stem.removeprefix("chapter")), {}
    for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("question", ()):
        number = counted[entry["topic"]] = counted.get(entry["topic"], 0) + 1
        for pairs in ("wrong", "near"):
            entry[pairs] = tuple(tuple(pair) for pair in entry.get(pairs, ()))
        entry["right"] = tuple(entry.get("right", ()))
        yield Question(f"{entry['topic']}.{number}", chapter, **entry)
