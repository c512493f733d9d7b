"""What a learner's function prints while it is judged: the first lines are kept, the rest is counted."""

import contextlib
import io

LINES = 10
WIDTH = 200  # characters of a line


class Printed(io.TextIOBase):
    """Takes what is printed, in bounded memory however much it is."""

    def __init__(self):
        self.lines, self.more = [""], 0

    def write(self, text):
        first, *others = str(text).split("\n") if len(text) <= 10_000 else self._begin_of(text)
        self._add(first)
        for line in others:
            if len(self.lines) < LINES + 1:
                self.lines.append("")
                self._add(line)
            else:
                self.more += 1
        return len(text)

    def _begin_of(self, text):
        """Return the first lines of a long text, and count the others."""
        lines = text[:10_000].split("\n")
        self.more += text.count("\n") - len(lines) + 1
        return lines

    def _add(self, text):
        room = WIDTH - len(self.lines[-1])
        if len(self.lines) <= LINES:
            self.lines[-1] += text[: max(room, 0)]

    def writable(self):
        return True

    def __str__(self):
        """Return the first lines, and how many more there were."""
        shown = self.lines[:LINES]
        while shown and not shown[-1].strip():
            shown.pop()
        more = self.more + len(self.lines[LINES:])
        more -= bool(more)  # what follows the last line break is no line
        return "\n".join(shown) + (f"\n… and {more} more line{'s' * (more > 1)}" if more else "")


_listening = []


@contextlib.contextmanager
def listening():
    """Give a list of what the first and the last of the calls within print."""
    heard = []
    _listening.append(heard)
    try:
        yield heard
    finally:
        _listening.remove(heard)


def last():
    """Return what the last call printed."""
    return _listening[-1][-1] if _listening and _listening[-1] else ""


@contextlib.contextmanager
def caught():
    """Catch what is printed within."""
    printed = Printed()
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        if _listening:
            heard = _listening[-1]
            del heard[1:]  # the first call's and the last one's are enough
            heard.append(str(printed))
