"""A sheet of questions: one at a time, each with a sentence for the answer that was given."""

import functools
import html
import re

import ipywidgets as widgets
from IPython.display import display

from ..explore.older import focus, view_bundle

STYLE = """<style>
.course-recall { border-left: 4px solid var(--jp-brand-color1, #0072b2); padding: 2px 12px; max-width: 720px; }
.course-recall :is(.widget-html-content, .widget-htmlmath-content) { line-height: 1.45; }
.course-recall .widget-text { width: 320px; max-width: 100%; }
.course-recall button { height: auto; min-height: 30px; width: 100%; max-width: 640px; }
.course-recall button { margin: 3px 0; padding: 4px 10px; }
.course-recall button { text-align: left; white-space: normal; line-height: 1.35; }
.course-recall .course-compare { width: auto; }
.course-recall code { padding: 0 3px; background: var(--jp-layout-color2, #eee); }
</style>"""


class Sheet(widgets.VBox):
    """Questions, one after the other.

    Parameters
    ----------
    questions : list of Question
    keep : callable
        ``keep(question, right)`` notes an answer, and returns a line to show or None.
    closing : callable, optional
        ``closing(results)`` returns the last line, from the list of (question, right).
    """

    def __init__(self, questions, keep, closing=None):
        super().__init__()
        self.add_class("course-recall")
        self.questions, self.results = list(questions), []
        self._keep, self._closing = keep, closing or _score
        # All parts are there from the beginning, shown or not: the browser makes new ones a moment later, and the
        # focus that was sent to them would be lost.
        self._text, self._told, self._said = widgets.HTMLMath(), widgets.HTMLMath(), widgets.HTMLMath()
        self._choices = self._make_choices()
        self._field, self._button = self._make_field()
        self._next = widgets.Button(description="Next question")
        self._next.on_click(lambda _: self._ask())
        self._last = widgets.Box([widgets.HTML()])
        self._last.tabbable = True
        answers = (*self._choices, self._field, self._button, self._said)
        self.children = [self._text, *answers, self._told, self._next, self._last]
        _hide(*answers, self._next, self._last)
        self._ask()

    def _make_choices(self):
        most = max((len(q.choices()) for q in self.questions if q.number is None), default=0)
        buttons = [widgets.Button() for _ in range(most)]
        for number, button in enumerate(buttons):
            button.on_click(functools.partial(self._choose, number))
        return buttons

    def _make_field(self):
        style = {"description_width": "initial"}
        field = widgets.Text(description="Your answer", placeholder="a number", style=style, continuous_update=False)
        button = widgets.Button(description="Compare")
        button.add_class("course-compare")
        field.observe(lambda change: change.new and self._read(), "value")  # it is emptied for the next question
        button.on_click(lambda _: self._read())
        return field, button

    def _ask(self):
        question = self._asked = self.questions[len(self.results)]
        self._text.value = f"{STYLE}<b>{len(self.results) + 1} of {len(self.questions)}.</b> {as_html(question.ask)}"
        self._told.value = ""
        shown = [self._field, self._button]
        if question.number is None:
            texts = question.choices()
            shown = self._choices[: len(texts)]
            for button, text in zip(shown, texts, strict=True):
                button.description = text.replace("`", "")
        self._field.value = ""
        _show(*shown)
        if self.results:
            focus(shown[0])  # of the first question not: its cell was run to read on
        _hide(self._said, self._next)

    def _choose(self, number, _button):
        self._take(self._asked.choices()[number])

    def _read(self):
        try:
            given = float(self._field.value.replace(",", "."))
        except ValueError:
            self._told.value = as_alert("Type a number first.")
        else:
            self._take(given)

    def _take(self, given):
        question = self._asked
        if any(answered is question for answered, _ in self.results):
            return  # Enter and the button say it twice
        right, told = question.judged(given)
        self.results.append((question, right))
        note = self._keep(question, right)
        said = given if isinstance(given, str) else f"{given:g}"
        self._said.value = f"You said: {as_html(said)}"
        self._go_on()
        mark = "✓ right" if right else f"✗ The answer is {as_html(question.answer)}"
        noted = f"<p>{html.escape(note)}</p>" if note else ""
        self._told.value = as_alert(f"<p><b>{mark}.</b> {as_html(told)}</p>{noted}")

    def _go_on(self):
        """Put the focus on what comes next before what had it is gone: so Enter always has something to press."""
        following = self._next
        if len(self.results) == len(self.questions):
            self._last.children[0].value = as_alert(f"<b>{html.escape(self._closing(self.results))}</b>")
            following = self._last
        _show(self._said, following)
        focus(following)
        _hide(*self._choices, self._field, self._button)

    def _repr_mimebundle_(self, **_):
        """Return the sheet, and for a page without a kernel the questions with folded answers."""
        folded = {"text/html": page(self.questions), "text/plain": f"{len(self.questions)} questions"}
        return view_bundle(self) | folded

    if hasattr(widgets.Widget, "_ipython_display_"):  # of ipywidgets 7, which would show the sheet alone

        def _ipython_display_(self, **_):
            display(self._repr_mimebundle_(), raw=True)


def _show(*parts):
    for part in parts:
        part.layout.display = ""


def _hide(*parts):
    for part in parts:
        part.layout.display = "none"


def _score(results):
    right = sum(ok for _, ok in results)
    return f"{right} of {len(results)} right. What was wrong comes back tomorrow, the rest later: recall() asks it."


def as_alert(text):
    """Return HTML that a screen reader reads out as soon as it is there."""
    return f'<div role="alert">{text}</div>'


def as_html(text):
    """Return a text with its `code` set as code.

    >>> as_html("`a < b` is a mask")
    '<code>a &lt; b</code> is a mask'
    """
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text, quote=False))


def page(questions):
    """Return questions as HTML, each answer folded."""
    return "".join(_folded(number, question) for number, question in enumerate(questions, 1))


def _folded(number, question):
    choices = "" if question.number is not None else "".join(f"<li>{as_html(text)}</li>" for text in question.choices())
    because = question.because or question.right[1]
    return (
        f"<p><b>{number}.</b> {as_html(question.ask)}</p>" + (f"<ul>{choices}</ul>" if choices else "") + "<details>"
        f"<summary>Answer</summary><p><b>{as_html(question.answer)}.</b> {as_html(because)}</p></details>"
    )
